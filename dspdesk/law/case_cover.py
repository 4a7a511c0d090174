"""The cover of a case (paragraphs 31, 32): which details stand on it, and what they say."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.case_file import WITH_DATES, WITH_NUMBERS, DocumentsKind
from dspdesk.law.retention import Period


class Detail(StrEnum):
    """A detail of the cover, in the order of the law; days and numbers are one detail there (8)."""

    MARK = "mark"
    BODY = "body"
    LOCALITY = "locality"
    UNIT = "unit"
    INDEX = "index"
    HEADING = "heading"
    VOLUME = "volume"
    DAYS = "days"
    NUMBERS = "numbers"
    RETENTION = "retention"
    FONDS = "fonds"
    INVENTORY = "inventory"
    CASE = "case"
    SHEETS = "sheets"


#: What the appraisal adds on the covers of what is kept permanently or over 10 years (paragraph 32).
OF_APPRAISAL = frozenset({Detail.FONDS, Detail.INVENTORY, Detail.CASE, Detail.SHEETS})


def details(kind: DocumentsKind, period: Period, *, restricted: bool) -> frozenset[Detail]:
    """Paragraphs 31 and 32 (D31, D32): the details of a cover, nine or thirteen where all of them apply.

    The mark stands on a restricted case; first and last day on orders and the like, minutes, shorthand records and
    correspondence, first and last number on these but for correspondence.
    """
    found = set(Detail) - OF_APPRAISAL
    if not restricted:
        found.discard(Detail.MARK)
    if kind not in WITH_DATES:
        found.discard(Detail.DAYS)
    if kind not in WITH_NUMBERS:
        found.discard(Detail.NUMBERS)
    return frozenset(found if period is Period.SHORT else found | OF_APPRAISAL)


@dataclass(frozen=True, slots=True)
class CoveredLine:
    """A document of the volume, as far as the cover asks of it."""

    number: str
    dated: dt.date | None
    ordinal: int


def first_and_last(lines: Iterable[CoveredLine]) -> tuple[str, str]:
    """Paragraph 31, 8 (D31): the numbers of the first and the last document by their days, '' where there are none."""
    dated = sorted(
        (one for one in lines if one.number), key=lambda one: (one.dated or dt.date.min, one.ordinal)
    )
    known = [one for one in dated if one.dated is not None] or dated
    return (known[0].number, known[-1].number) if known else ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCoverContent:
    """A cover as it is printed; what is not known ('' or `None`) leaves a line to write on.

    Without any value it is the form to be filled in by hand; `barcode` is the program's own code of the volume.
    """

    details: frozenset[Detail] = frozenset(Detail)
    organisation: str = ""
    locality: str = ""
    unit: str = ""
    case_index: str = ""
    heading: str = ""
    volume: int | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    first_number: str = ""
    last_number: str = ""
    retention: str = ""
    fonds: str = ""
    inventory: str = ""
    case: str = ""
    sheets: int | None = None
    barcode: str = ""
