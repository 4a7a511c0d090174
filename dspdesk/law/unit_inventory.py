"""Inventories of cases (paragraphs 51, 52): of a unit for a year and a period, consolidated of the whole body.

The Rules leave to the legislation on archives how they are made up: by years, periods and units, in running numbers.
What is refused on that ground is therefore named as the program's rule.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law import retention
from dspdesk.law.findings import Finding, Weight


class InventoryKind(StrEnum):
    """Whose cases an inventory lists."""

    UNIT = "unit"
    CONSOLIDATED = "consolidated"


class Period(StrEnum):
    """Which cases an inventory lists: those of each period, and of personnel, have inventories of their own."""

    PERMANENT = "permanent"
    LONG = "long"  # temporary, over 10 years
    PERSONNEL = "personnel"  # of personnel, over 10 years
    SHORT = "short"  # temporary, up to 10 years


#: The periods of the filing plan that the cases of an inventory have.
LISTED: Mapping[Period, retention.Period] = {
    Period.PERMANENT: retention.Period.PERMANENT,
    Period.LONG: retention.Period.LONG,
    Period.PERSONNEL: retention.Period.LONG,
    Period.SHORT: retention.Period.SHORT,
}
#: What stands after the number of a unit's inventory in each language: "07п-25".
_LETTERS = {
    Period.PERMANENT: {"ru": "п", "kk": "т"},
    Period.LONG: {"ru": "в", "kk": "у"},
    Period.PERSONNEL: {"ru": "л/с", "kk": "ж/қ"},
    Period.SHORT: {"ru": "вр", "kk": "қ"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToList:
    """A volume as it would be listed: `words` name it, `year` is that in which it ended (`ended_in`).

    `listed_on` is the number of the inventory on which it stands already, '' of none.
    """

    words: str
    unit_id: int
    year: int
    period: retention.Period
    closed: bool
    listed_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The inventory on which volumes are to be listed."""

    kind: InventoryKind
    period: Period
    year: int
    unit_id: int | None = None


def ended_in(plan_year: int, last_day: dt.date | None, *, carry_over: bool) -> int:
    """The year of the inventory: that of the filing plan, of a carry-over case that of its last document."""
    return last_day.year if carry_over and last_day is not None else plan_year


def proposed_number(period: Period, unit_index: str, year: int, language: str) -> str:
    """The number that the inventory of a unit usually has: "07п-25"."""
    return f"{unit_index}{_LETTERS[period][language]}-{year % 100:02}"


# --- what may be listed ---


def may_list(volume: ToList, wanted: Wanted) -> list[Finding]:
    """Everything that stands against a volume on an inventory."""
    found = (rule(volume, wanted) for rule in (finished, of_unit, of_year, of_period, listed_once))
    return [finding for finding in found if finding is not None]


def finished(volume: ToList, _wanted: Wanted) -> Finding | None:
    """Paragraph 52 (D52): cases are made ready first, so that only closed volumes are listed."""
    if volume.closed:
        return None
    return Finding("D52", Weight.REFUSE, "listed_not_closed", {"volume": volume.words}, "volumes")


def of_unit(volume: ToList, wanted: Wanted) -> Finding | None:
    """Paragraph 51 (D51): a unit lists its own cases."""
    if wanted.unit_id in {None, volume.unit_id}:
        return None
    return Finding("D51", Weight.REFUSE, "listed_of_other_unit", {"volume": volume.words}, "volumes")


def of_year(volume: ToList, wanted: Wanted) -> Finding | None:
    """An inventory is of the cases that ended in one year."""
    if volume.year == wanted.year:
        return None
    facts = {"volume": volume.words, "of": volume.year, "year": wanted.year}
    return Finding("OWN", Weight.REFUSE, "listed_of_other_year", facts, "volumes")


def of_period(volume: ToList, wanted: Wanted) -> Finding | None:
    """Cases kept for ever, for long and up to 10 years stand on inventories of their own."""
    if volume.period is LISTED[wanted.period]:
        return None
    return Finding("OWN", Weight.REFUSE, "listed_of_other_period", {"volume": volume.words}, "volumes")


def listed_once(volume: ToList, _wanted: Wanted) -> Finding | None:
    """A volume stands on one inventory of its unit, and on one consolidated."""
    if not volume.listed_on:
        return None
    facts = {"volume": volume.words, "number": volume.listed_on}
    return Finding("OWN", Weight.REFUSE, "listed_already", facts, "volumes")


def listed_by_unit(kind: InventoryKind, volume: str, *, listed: bool) -> Finding | None:
    """Paragraph 52 (D52): the consolidated inventory is made up of the approved inventories of the units."""
    if kind is InventoryKind.UNIT or listed:
        return None
    return Finding("D52", Weight.REFUSE, "listed_by_no_unit", {"volume": volume}, "volumes")


def something_listed(volumes: Collection[object]) -> Finding | None:
    """An inventory has lines."""
    return None if volumes else Finding("OWN", Weight.REFUSE, "inventory_empty", {}, "volumes")


# --- drawing up, changing, approving ---


def numbered(number: str, *, taken: bool) -> Finding | None:
    """An inventory is found by its number: without one, or with that of another of its year, it is not drawn up."""
    if not number.strip():
        return Finding("OWN", Weight.REFUSE, "inventory_number_needed", {}, "number")
    if taken:
        return Finding("OWN", Weight.REFUSE, "inventory_number_taken", {"number": number.strip()}, "number")
    return None


def of_a_unit(kind: InventoryKind, unit_id: int | None) -> Finding | None:
    """Paragraph 51 (D51): the inventory of a unit names the unit."""
    if (kind is InventoryKind.UNIT) == (unit_id is not None):
        return None
    return Finding("D51", Weight.REFUSE, "inventory_of_which_unit", {}, "unit_id")


def earlier_sections_done(number: str, drafts: Sequence[int], later: Sequence[int]) -> Finding | None:
    """The numbers of a consolidated inventory go on from year to year: each section is done before the next."""
    if drafts:
        facts = {"number": number, "year": drafts[0]}
        return Finding("OWN", Weight.REFUSE, "earlier_section_draft", facts, "year")
    if later:
        facts = {"number": number, "year": later[0]}
        return Finding("OWN", Weight.REFUSE, "later_section_stands", facts, "year")
    return None


def still_draft(number: str, approved_on: dt.date | None) -> Finding | None:
    """Paragraph 52 (D52): what was approved is handed over as it stands."""
    if approved_on is None:
        return None
    facts = {"number": number, "date": approved_on}
    return Finding("D52", Weight.REFUSE, "inventory_approved", facts)


def drawn_in_time(dated: dt.date, today: dt.date) -> Finding | None:
    """W9: an inventory is of today or of an earlier day."""
    if dated <= today:
        return None
    return Finding("W9", Weight.REFUSE, "moved_ahead", {"date": dated, "today": today}, "dated")


def approval_stated(words: str) -> Finding | None:
    """Paragraph 52 (D52): an approval says by whom, and by which minutes where there are any."""
    return None if words.strip() else Finding("D52", Weight.REFUSE, "approval_needed", {}, "approval")


def approved_in_time(number: str, dated: dt.date, on: dt.date, today: dt.date) -> Finding | None:
    """W9: an inventory was approved after it was drawn up, and not on a day to come."""
    if on > today:
        return Finding("W9", Weight.REFUSE, "moved_ahead", {"date": on, "today": today}, "on")
    if on < dated:
        facts = {"number": number, "date": dated}
        return Finding("W9", Weight.REFUSE, "approved_before_drawn", facts, "on")
    return None


def may_strike(
    volume: str, *, struck: bool, transferred: bool, consolidated: str, reason: str
) -> list[Finding]:
    """What stands against striking a line out: it is off already, handed over, on a consolidated one; no reason."""
    facts = {"volume": volume, "number": consolidated}
    found = (
        ("inventory_line_struck", "OWN", struck),
        ("inventory_line_transferred", "D52", transferred),
        ("inventory_line_consolidated", "OWN", bool(consolidated)),
    )
    stands = [
        Finding(ground, Weight.REFUSE, code, facts, "line_id") for code, ground, holds in found if holds
    ]
    if not reason.strip():
        stands.append(Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason"))
    return stands


# --- the paper ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a line states of its volume: that of today in a draft, that of its approval ever after (paragraph 52).

    `volume` is its number where the case has several; `inventory_sheets` are those of its inner inventory.
    """

    heading_kk: str
    heading_ru: str
    retention: retention.Retention
    volume: int | None
    restricted: bool
    first_day: dt.date
    last_day: dt.date
    sheets: int
    inventory_sheets: int

    def heading(self, language: str) -> str:
        """The heading in a language; where the body has only one, that."""
        first, other = (self.heading_kk, self.heading_ru)[:: 1 if language == "kk" else -1]
        return first or other


@dataclass(frozen=True, slots=True)
class InventoryLine:
    """One line of the paper: a volume; `volume` is its number where the case has several.

    `sheets` are those of the volume, `inventory_sheets` those of its inner inventory. A restricted case has the mark
    after its heading (paragraph 51). A line struck out of an approved inventory keeps its number, `note` says why.
    `now` is the same line as it would be stated today, where an approved inventory states something else.
    """

    number: int
    case_index: str
    heading: str
    restricted: bool
    first_day: dt.date
    last_day: dt.date
    sheets: int
    inventory_sheets: int
    retention: str
    volume: int | None = None
    note: str = ""
    struck_on: dt.date | None = None
    now: "InventoryLine | None" = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A transfer of listed cases: how many, on which day, the positions and names of both who sign."""

    cases: int
    on: dt.date
    given_position: str
    given_by: str
    accepted_position: str
    accepted_by: str


@dataclass(frozen=True, slots=True)
class UnitInventoryContent:
    """An inventory as its paper states it; `unit` is '' on a consolidated one, what is not known is ''.

    `fonds` is the number of the archival fonds, `fonds_name` what it is called.
    """

    kind: InventoryKind
    period: Period
    organisation: str
    unit: str
    year: int
    number: str
    lines: Sequence[InventoryLine]
    fonds: str = ""
    fonds_name: str = ""
    made_position: str = ""
    made_by: str = ""
    dated: dt.date | None = None
    approving_position: str = ""
    approving: str = ""
    approved_on: dt.date | None = None
    approval: str = ""
    transfers: Sequence[HandedOver] = ()

    @property
    def standing(self) -> tuple[InventoryLine, ...]:
        """The lines that were not struck out."""
        return tuple(line for line in self.lines if line.struck_on is None)
