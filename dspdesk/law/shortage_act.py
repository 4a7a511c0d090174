"""The shortage act (paragraph 12, part 3): what a cover lacked, as it was stated and as it was found."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law import mail
from dspdesk.law.act import Addressee
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.mail import Contents


class DifferenceKind(StrEnum):
    """What may differ; the values are the names of the wordings on the paper."""

    NOT_SEALED = "not_sealed"
    NOT_INTACT = "not_intact"
    SHEETS = "sheets"
    ENCLOSURE_SHEETS = "enclosure_sheets"
    COPIES = "copies"
    ENCLOSURES = "enclosures"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: what is meant, of which document (of the whole cover: of none), stated and found.

    `stated` and `found` are figures, or words of the covering letter and of the check; '' where nothing is said.
    """

    what: DifferenceKind
    kind: str = ""
    number: str = ""
    date: dt.date | None = None
    stated: str = ""
    found: str = ""


def differences(
    *, sealed: bool | None, intact: bool | None, enclosed: Sequence[Contents]
) -> tuple[Difference, ...]:
    """Every difference that the check of a package has found (paragraph 12, part 3; D12a).

    What nobody has stated or counted yet is none.
    """
    cover = (
        *((Difference(DifferenceKind.NOT_SEALED),) if sealed is False else ()),
        *((Difference(DifferenceKind.NOT_INTACT),) if intact is False else ()),
    )
    return (*cover, *(difference for document in enclosed for difference in _of(document)))


def _of(document: Contents) -> Iterator[Difference]:
    named = document.kind, document.their_number, document.their_date
    for one in mail.differences(document):
        words = (str(one.stated or 0), str(one.counted or 0))
        if one.what is mail.Counted.ENCLOSURES:
            words = (document.stated_enclosures.strip(), one.missing)
        yield Difference(DifferenceKind(one.what.value), *named, *words)


@dataclass(frozen=True, slots=True)
class ActLineWords:
    """One line of the table: what it is about, what was stated, what was found, a note."""

    subject: str
    stated: str = ""
    found: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActDraft:
    """All that a person fills in of a shortage act; `signers` and `executor_id` are keys of employees.

    `sender` is who gets the first copy, `basis` what the act rests on, `findings` what the table does not say.
    """

    package_id: int
    dated: dt.date
    sender: str
    basis: str = ""
    findings: str = ""
    lines: tuple[ActLineWords, ...] = ()
    signers: tuple[int, ...] = ()
    executor_id: int | None = None


@dataclass(frozen=True, slots=True)
class Signs:
    """Who signs, as of that day; '' leaves a line to write on."""

    position: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class CopyFor:
    """A copy of the act and its addressee; `name` is the sender's or the executor's, '' while nobody knows it."""

    number: int
    addressee: Addressee
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortageActContent:
    """A shortage act as its paper states it; '' and `None` leave lines to write on.

    `received` is when the cover came, `cover_numbers` what is written on it, `bearer` who brought it.
    """

    organisation: str
    number: str = ""
    dated: dt.date | None = None
    locality: str = ""
    basis: str = ""
    sender: str = ""
    received: dt.date | None = None
    cover_numbers: str = ""
    bearer: str = ""
    lines: tuple[ActLineWords, ...] = ()
    findings: str = ""
    signers: tuple[Signs, ...] = ()
    copies: tuple[CopyFor, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of the act."""
        return self.dated.year if self.dated else None


def one_act(number: str) -> Finding | None:
    """Paragraph 12, part 3 (D12a): an act is drawn up of a cover, not several; another follows one withdrawn."""
    return Finding("D12a", Weight.REFUSE, "act_there_already", {"number": number}) if number else None


def checked_before(*, checked: bool) -> Finding | None:
    """Paragraph 12, part 2: what is lacking shows in the check, which comes before the act (D12)."""
    return None if checked else Finding("D12", Weight.REFUSE, "act_before_check")


def after_receipt(dated: dt.date, received: dt.date) -> Finding | None:
    """Paragraph 12, part 3 (D12a): what a cover lacks shows once it has come; refuses an act of an earlier day."""
    if dated >= received:
        return None
    return Finding("D12a", Weight.REFUSE, "mail_day_early", {"date": dated, "since": received}, "dated")


def sender_known(sender: str) -> Finding | None:
    """Paragraph 12, part 3 (D12a): the first copy is sent to the sender, who is named."""
    return None if sender.strip() else Finding("D12a", Weight.REFUSE, "act_sender_needed", {}, "sender")
