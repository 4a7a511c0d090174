"""Cases and what is filed in them (paragraphs 29-34): rules on what the registers say of a document and a volume."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.edition import IN_FORCE, Edition
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.retention import Retention
from dspdesk.law.values import MOST_SHEETS


class DocumentsKind(StrEnum):
    """Of what kind the documents of a heading are: it decides details of the cover (paragraph 31, 8)."""

    ORDERS = "orders"  # and the like: распорядительные документы
    MINUTES = "minutes"
    SHORTHAND = "shorthand"
    CORRESPONDENCE = "correspondence"
    OTHER = "other"


#: Kinds of which the cover names the first and the last day.
WITH_DATES = frozenset(
    {DocumentsKind.ORDERS, DocumentsKind.MINUTES, DocumentsKind.SHORTHAND, DocumentsKind.CORRESPONDENCE}
)
#: Kinds of which it also names the first and the last number.
WITH_NUMBERS = WITH_DATES - {DocumentsKind.CORRESPONDENCE}


class VolumeHolds(StrEnum):
    """What a volume is of."""

    DOCUMENTS = "documents"
    ENCLOSURE = "enclosure"  # one of more than 180 sheets (paragraph 30, 9)
    ONE_DOCUMENT = "one_document"  # the law is silent on a document of more than 180 sheets: treated alike


class Container(StrEnum):
    """What a volume is kept in (paragraph 33)."""

    FOLDER = "folder"
    HARD_FOLDER = "hard_folder"
    BOX = "box"


class CopyNature(StrEnum):
    """What a copy is, as far as it decides whether it is filed (paragraph 30, 6)."""

    ORDINARY = ""
    DRAFT = "draft"
    SPARE = "spare"
    TO_BE_RETURNED = "to_be_returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is about to be filed: a copy of a registered document, or one that no journal has (paragraph 34).

    `words` name it, `year` is the one it was made or came in, `for_year` the one that a plan, a report or an estimate
    is for; `permanent` whether documents of its kind are kept for ever, `None` where nobody says otherwise than the
    case. `beside` names the volume of this same case in which another copy of it lies already.
    """

    words: str
    year: int
    sheets: int | None
    for_year: int | None = None
    permanent: bool | None = None
    on_control: bool = False
    signed: bool = True
    nature: CopyNature = CopyNature.ORDINARY
    beside: str = ""
    electronic: bool = False

    @property
    def counts_for(self) -> int:
        """The year whose case it belongs to (paragraph 30, 8)."""
        return self.for_year or self.year


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeFacts:
    """What the registers say of a volume: `words` name it ("01-03, т. 2"), `sheets` are those filed in it so far.

    `void` says that it was a volume of one document whose filing was struck out: it never was.
    """

    volume_id: int
    case_id: int
    words: str
    year: int
    retention: Retention
    opened_on: dt.date
    case_opened_on: dt.date
    carry_over: bool = False
    holds: VolumeHolds = VolumeHolds.DOCUMENTS
    sheets: int = 0
    closed: bool = False
    transferred: bool = False
    void: bool = False


Rule = Callable[[Document, VolumeFacts, Edition], Finding | None]


def check(document: Document, volume: VolumeFacts, edition: Edition = IN_FORCE) -> list[Finding]:
    """Everything that stands against putting a document into a volume."""
    return list(_found(document, volume, edition))


def _found(document: Document, volume: VolumeFacts, edition: Edition) -> Iterator[Finding]:
    for rule in RULES:
        if (finding := rule(document, volume, edition)) is not None:
            yield finding


def still_open(_document: Document, volume: VolumeFacts, _edition: Edition) -> Finding | None:
    """Paragraph 32 (D32): a closed volume is numbered and certified; nothing is put into it."""
    if volume.void:
        return Finding("W6", Weight.REFUSE, "volume_void", {"volume": volume.words}, "volume_id")
    if not (volume.closed or volume.transferred):
        return None
    code = "volume_transferred" if volume.transferred else "volume_closed"
    return Finding("D32", Weight.REFUSE, code, {"volume": volume.words}, "volume_id")


def for_documents(_document: Document, volume: VolumeFacts, _edition: Edition) -> Finding | None:
    """Paragraph 30, 9 (D30.9): a volume of one enclosure holds nothing else."""
    if volume.holds is VolumeHolds.DOCUMENTS or volume.void:
        return None
    return Finding("D30.9", Weight.REFUSE, "volume_of_one", {"volume": volume.words}, "volume_id")


def off_control(document: Document, _volume: VolumeFacts, _edition: Edition) -> Finding | None:
    """Paragraph 30, 1 (D30.1): only executed documents are filed."""
    if not document.on_control:
        return None
    return Finding("D30.1", Weight.REFUSE, "filed_on_control", {"document": document.words}, "copies")


def signed(document: Document, _volume: VolumeFacts, _edition: Edition) -> Finding | None:
    """Paragraph 30, 1 (D30.1): only documents properly made out are filed."""
    if document.signed:
        return None
    return Finding("D30.1", Weight.REFUSE, "filed_unsigned", {"document": document.words}, "copies")


def is_of(year: int, case_year: int, *, carry_over: bool) -> bool:
    """Whether a document of a year belongs into a case: of the same year, of a later one if it is carried over."""
    return year == case_year or (carry_over and case_year < year <= dt.MAXYEAR)


def of_its_year(document: Document, volume: VolumeFacts, _edition: Edition) -> Finding | None:
    """Paragraph 30, 3 and 8 (D30.3, D30.8): documents of one year, but for carry-over cases."""
    year = document.counts_for
    if is_of(year, volume.year, carry_over=volume.carry_over):
        return None
    facts = {"document": document.words, "year": year, "volume": volume.words, "of": volume.year}
    requirement, code = (
        ("D30.8", "filed_for_other_year") if document.for_year else ("D30.3", "filed_other_year")
    )
    return Finding(requirement, Weight.REFUSE, code, facts, "for_year" if document.for_year else "volume_id")


def kept_alike(document: Document, volume: VolumeFacts, _edition: Edition) -> Finding | None:
    """Paragraph 30, 4 (D30.4): what is kept for ever and what is not are filed apart."""
    if document.permanent is None or document.permanent == volume.retention.permanent:
        return None
    code = "filed_permanent_apart" if document.permanent else "filed_temporary_apart"
    facts = {"document": document.words, "volume": volume.words}
    return Finding("D30.4", Weight.REFUSE, code, facts, "permanent")


def of_this_nature(document: Document, _volume: VolumeFacts, _edition: Edition) -> Finding | None:
    """Paragraph 30, 6 (D30.6): no drafts, spare copies and documents that are to be returned."""
    if document.nature is CopyNature.ORDINARY:
        return None
    return Finding("D30.6", Weight.REFUSE, f"filed_{document.nature}", {"document": document.words}, "copies")


def one_copy(document: Document, _volume: VolumeFacts, _edition: Edition) -> Finding | None:
    """Paragraph 30, 6 (D30.6): a second copy in the same case is a spare one."""
    if not document.beside:
        return None
    facts = {"document": document.words, "volume": document.beside}
    return Finding("D30.6", Weight.REFUSE, "filed_second_copy", facts, "copies")


def printout_of_carrier(document: Document, printout: bool | None) -> Finding | None:  # noqa: FBT001
    """Paragraph 30, 5 (D30.5): only an electronic carrier has a printout; paper lies in the case itself."""
    if printout is None or document.electronic:
        return None
    return Finding("D30.5", Weight.REFUSE, "printout_of_paper", {"document": document.words}, "printout")


def named_once(words: str, *, again: bool) -> Finding | None:
    """Paragraph 15, part 4 (D15c): a copy is in one place, so one step puts it into one volume."""
    return Finding("D15c", Weight.REFUSE, "filed_twice", {"document": words}, "copies") if again else None


def sheets_known(document: Document, _volume: VolumeFacts, _edition: Edition) -> Finding | None:
    """Paragraph 30, 7 (D30.7): what is not counted cannot be numbered."""
    if 1 <= (document.sheets or 0) <= MOST_SHEETS:
        return None
    return Finding("D30.7", Weight.REFUSE, "filed_uncounted", {"document": document.words}, "sheets")


def within_volume(document: Document, volume: VolumeFacts, edition: Edition) -> Finding | None:
    """Paragraph 30, 7 (D30.7): a volume holds at most 180 sheets; told when it is nearly full."""
    total = volume.sheets + (document.sheets or 0)
    facts = {
        "document": document.words,
        "volume": volume.words,
        "sheets": document.sheets or 0,
        "total": total,
        "most": edition.sheets_per_volume,
    }
    if total > edition.sheets_per_volume:
        alone = (document.sheets or 0) > edition.sheets_per_volume
        return Finding(
            "D30.7", Weight.REFUSE, "document_oversize" if alone else "volume_full", facts, "volume_id"
        )
    if total >= edition.sheets_nearly_full:
        return Finding("D30.7", Weight.WARN, "volume_nearly_full", facts, "volume_id")
    return None


def oversize(document: Document, edition: Edition = IN_FORCE) -> Finding | None:
    """Paragraph 30, 7 (D30.7): the law is silent on one document of more than 180 sheets: its own volume, a reason."""
    if (document.sheets or 0) <= edition.sheets_per_volume:
        return None
    facts = {"document": document.words, "sheets": document.sheets, "most": edition.sheets_per_volume}
    return Finding("D30.7", Weight.WARN, "oversize_apart", facts, "sheets")


def enclosure_apart(words: str, sheets: int, edition: Edition = IN_FORCE) -> Finding | None:
    """Paragraph 30, 9 (D30.9): only enclosures of more than 180 sheets are volumes of their own."""
    if sheets > edition.sheets_per_volume:
        return None
    facts = {"document": words, "sheets": sheets, "most": edition.sheets_per_volume}
    return Finding("D30.9", Weight.REFUSE, "enclosure_not_apart", facts, "enclosure_apart")


def enclosure_counted(words: str, counted: int | None, enclosures: int) -> Finding | None:
    """OWN: what is counted are the sheets with the enclosures: some are left for the document beside them."""
    if counted is None or counted > enclosures:
        return None
    facts = {"document": words, "counted": counted, "sheets": enclosures}
    return Finding("OWN", Weight.REFUSE, "enclosure_not_counted", facts, "sheets")


def document_apart(document: Document, edition: Edition = IN_FORCE) -> Finding | None:
    """OWN: what fits into a volume with others is no volume of its own."""
    if not document.sheets or document.sheets > edition.sheets_per_volume:
        return None
    facts = {"document": document.words, "sheets": document.sheets, "most": edition.sheets_per_volume}
    return Finding("OWN", Weight.REFUSE, "document_not_apart", facts, "apart")


def nature_changes(words: str, volume: str) -> Finding | None:
    """Paragraph 30, 6 (D30.6): what lies in a volume is neither a draft nor a spare copy; it is taken out first."""
    if not volume:
        return None
    return Finding("D30.6", Weight.REFUSE, "nature_in_case", {"document": words, "volume": volume}, "copies")


def both_kinds(restricted: int, unclassified: int) -> Finding | None:
    """Paragraph 34, part 2 (D34): where there are more than a few of both kinds, separate cases are advisable."""
    if min(restricted, unclassified) <= FEW:
        return None
    facts = {"restricted": restricted, "unclassified": unclassified}
    return Finding("D34", Weight.HINT, "cases_apart_advisable", facts)


def named_apart(index: str, standing: str, *, named: bool) -> Finding | None:
    """OWN: a second case under a heading has a heading of its own, else nobody could tell the two apart.

    `standing` names the last volume of the open case that has no heading of its own, '' where there is none.
    """
    if named or not standing:
        return None
    facts = {"index": index, "volume": standing}
    return Finding("OWN", Weight.REFUSE, "case_stands_already", facts)


def kept_in_unit(person: str, unit: str, *, serves: bool, there: bool) -> Finding | None:
    """Paragraph 29 (D29): cases are formed in the units, so somebody of the unit is responsible for them.

    `serves` is whether the person is in service today, `there` whether in the unit of the case.
    """
    facts = {"person": person, "unit": unit}
    if not serves:
        return Finding("D29", Weight.REFUSE, "responsible_has_left", facts, "responsible_id")
    return None if there else Finding("D29", Weight.WARN, "responsible_elsewhere", facts, "responsible_id")


def carry_over_needed(index: str, year: int, others: int, *, carry_over: bool) -> Finding | None:
    """Paragraph 30, 3 (D30.3): a case that holds documents of other years is a carry-over case and stays one."""
    if carry_over or not others:
        return None
    facts = {"index": index, "year": year, "documents": others}
    return Finding("D30.3", Weight.REFUSE, "carry_over_needed", facts, "carry_over")


def opened_in_time(on: dt.date | None, today: dt.date, case_opened: dt.date | None = None) -> Finding | None:
    """W9: nothing is opened on a day to come, no volume before its case."""
    if on is not None and on > today:
        return Finding("W9", Weight.REFUSE, "moved_ahead", {"date": on, "today": today}, "on")
    if on is not None and case_opened is not None and on < case_opened:
        return Finding("W9", Weight.REFUSE, "volume_before_case", {"date": on, "opened": case_opened}, "on")
    return None


def still_ours(index: str, *, transferred: bool) -> Finding | None:
    """Paragraphs 51 and 52 (D52): a case that was handed to the archive is not changed here any more."""
    return Finding("D52", Weight.REFUSE, "case_transferred", {"index": index}) if transferred else None


def says_why(reason: str) -> Finding | None:
    """OWN: what is known of a case is corrected with a reason, which the ledger keeps."""
    return None if reason.strip() else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason")


def filed_not_ahead(on: dt.date, today: dt.date) -> Finding | None:
    """W9: nothing was filed on a day to come."""
    if on <= today:
        return None
    return Finding("W9", Weight.REFUSE, "moved_ahead", {"date": on, "today": today}, "on")


def dated_not_ahead(dated: dt.date | None, today: dt.date) -> Finding | None:
    """W9: no document that is filed is of a day to come."""
    if dated is None or dated <= today:
        return None
    return Finding("W9", Weight.REFUSE, "moved_ahead", {"date": dated, "today": today}, "dated")


#: "A few" of the hint of paragraph 34.
FEW = 5
RULES: tuple[Rule, ...] = (
    still_open,
    for_documents,
    off_control,
    signed,
    of_this_nature,
    one_copy,
    of_its_year,
    kept_alike,
    sheets_known,
    within_volume,
)


def line_named(number: str, heading: str) -> Finding | None:
    """Paragraph 34, appendix 3 (D34): a line of a document that no journal has says which document it is."""
    if heading.strip():
        return None
    return Finding("D34", Weight.REFUSE, "line_without_heading", {"number": number.strip()}, "heading")


def no_volume_in_closed(volume: VolumeFacts) -> Finding:
    """Paragraph 32 (D32): a closed case gets no further volume."""
    return Finding("D32", Weight.REFUSE, "case_closed", {"volume": volume.words}, "case_id")


#: Kinds of documents that are filed by the year they are for (paragraph 30, 8), as entries write them.
_FOR_A_YEAR = re.compile(r"\b(?:план|отч[её]т|смет|жоспар|есе[бп])", re.IGNORECASE)
#: A year that the words of a document say it is for: "на 2027 год", "2027 жылға арналған", "2026 жылғы".
_SAID_YEAR = (
    re.compile(r"\b(?:на|за)\s+(20\d\d)\b", re.IGNORECASE),
    re.compile(r"\b(20\d\d)(?:\s*[-–—]\s*20\d\d)?\s*(?:жыл|год|г\.)", re.IGNORECASE),
)
#: The day of another document, which does not say it: "от 05.03.2024 г.", "от 5 марта 2024 года", "2024 жылғы 5 мамыр".
_A_DAY = re.compile(
    r"\b\d{1,2}\.\d{1,2}\.20\d\d\b|\b\d{1,2}\s+[а-яё]+\s+20\d\d\b|\b20\d\d\s*жыл\w*\s+\d{1,2}\b(?!\s*(?:ай|тоқсан|апта))",
    re.IGNORECASE,
)


def is_for_a_year(kind: str) -> bool:
    """Whether a document of this kind is made for a year: plans, reports, estimates (paragraph 30, 8)."""
    return _FOR_A_YEAR.search(kind) is not None


def year_said(kind: str, summary: str) -> int | None:
    """The year that a plan, a report or an estimate says it is for; `None` of others and where it says none."""
    if not is_for_a_year(kind):
        return None
    said = _A_DAY.sub(" ", summary)
    found = next((match for told in _SAID_YEAR if (match := told.search(said))), None)
    return int(found[1]) if found else None


def column_12(case_index: str, volume: int, first: int, last: int, language: str) -> str:
    """Where a copy lies, in the words of column 12 of appendix 2: "01-03, т. 2, л. 15–17"."""
    sheets = str(first) if first == last else f"{first}–{last}"
    said = {"ru": f"{case_index}, т. {volume}, л. {sheets}", "kk": f"{case_index}, {volume}-том, {sheets}-п."}
    return said[language]


def enclosure_heading(number: str, language: str) -> str:
    """What a volume of one enclosure holds."""
    return {"ru": f"Приложение к документу № {number}", "kk": f"№ {number} құжатқа қосымша"}[language]


def enclosure_note(volume: int, language: str) -> str:
    """The note on a document whose enclosure is a volume of its own (paragraph 30, 9)."""
    return {"ru": f"приложение — том {volume}", "kk": f"қосымша – {volume}-том"}[language]


def enclosure_in_register(case_index: str, volume: int, language: str) -> str:
    """The same note in column 14 of the entry: in which volume the enclosure lies."""
    said = {
        "ru": f"приложение — отдельный том: {case_index}, т. {volume}",
        "kk": f"қосымша – жеке том: {case_index}, {volume}-том",
    }
    return said[language]
