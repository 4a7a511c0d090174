"""What reading a journal gives: rows to register, rows held back with their reasons, and what was passed over."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from dspdesk.language.sentences import Told
from dspdesk.law.kinds import MovementKind
from dspdesk.law.registration import Entry
from dspdesk.law.values import RegistrationNumber

#: What a reason states besides its code: numbers, dates and the words of the sheet.
Fact = str | int | dt.date


_QUOTED = 120  # characters of a cell that a reason quotes


class UnreadableSheet(Told):
    """A file from which nothing can be taken; `code` names the reason, `facts` fill its sentence (`reasons`)."""

    def __str__(self) -> str:
        from dspdesk.spreadsheets.reasons import unreadable_text

        return unreadable_text(self)


class Unclear(Exception):
    """A cell that does not say what its column asks for; the row is held back for it."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code)
        self.reason = reason(code, **facts)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason against a row: `code` picks the sentence, `facts` fill it."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


def reason(code: str, **facts: Fact) -> Reason:
    """A reason whose quotations from the sheet are short enough to be read."""
    return Reason(code, {name: _short(fact) for name, fact in facts.items()})


def _short(fact: Fact) -> Fact:
    return f"{fact[:_QUOTED]}…" if isinstance(fact, str) and len(fact) > _QUOTED else fact


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A row that is not taken over, with every reason; `row` is its number in the spreadsheet program."""

    row: int
    reasons: tuple[Reason, ...]
    sheet: str = ""

    @property
    def code(self) -> str:
        """The code of the first reason."""
        return self.reasons[0].code

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The facts of the first reason."""
        return self.reasons[0].facts


@dataclass(frozen=True, slots=True)
class SheetMovement:
    """A receipt, return, filing or destruction in the sheet's own words; `on` only where one date stands there."""

    kind: MovementKind
    on: dt.date | None
    as_written: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row to register; `row` is its number in the spreadsheet program, counted from 1.

    `as_written` is the number with its extension where it has one ("01-05/12"; paragraph 16), '' otherwise.
    """

    row: int
    number: RegistrationNumber
    entry: Entry
    movements: tuple[SheetMovement, ...] = ()
    sheet: str = ""
    as_written: str = ""


@dataclass(frozen=True, slots=True)
class JournalSheet:
    """A journal read from a file: `name` and `digest` (SHA-256, hexadecimal) are the file's.

    `language` is that of the headings. Every row below them is in `rows`, in `held_back` or, as sheet name and row
    number, in `skipped` (blank, totals, repeated headings, notes under the table). `unread_sheets` hold something
    but no headings; `unread_columns` are headings that appendix 2 does not have. `part` names the sheets that a person
    has picked where others hold something, too; it is empty where the file was read whole.
    """

    name: str
    digest: str
    language: str
    rows: list[SheetRow]
    held_back: list[HeldBack]
    skipped: list[tuple[str, int]] = field(default_factory=list)
    unread_sheets: tuple[str, ...] = ()
    unread_columns: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
