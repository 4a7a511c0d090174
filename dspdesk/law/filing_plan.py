"""The filing plan (paragraph 28): headings of cases by year and unit, those of all registers and card files too.

What a clerk has written in a plan is read here: the mark in brackets, what kind of documents or which register of
this program a heading is of, whether a note says that its cases are carried over.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dspdesk.law.case_file import DocumentsKind
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import JournalKind
from dspdesk.law.retention import Period, Retention


class RegisterForm(StrEnum):
    """A register or card file of this program: each is a heading of the plan (paragraph 28, part 2)."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    INTERNAL = "internal"
    PUBLICATIONS = "publications"
    COMMON_JOURNAL = "common_journal"
    CARDS = "cards"  # registration cards
    CONTROL = "control"  # what is on control: контрольно-справочная картотека
    MAIL = "mail"
    HANDOVER_SHEETS = "handover_sheets"
    PERMITS = "permits"
    LOAN_CARDS = "loan_cards"
    CATALOGUE = "catalogue"


#: Their headings, Kazakh and Russian.
HEADINGS: Final[Mapping[RegisterForm, tuple[str, str]]] = {
    RegisterForm.INCOMING: (
        "«ҚБПҮ» белгісі бар кіріс құжаттарды есепке алу журналы",
        "Журнал учёта входящих документов с пометкой «ДСП»",
    ),
    RegisterForm.OUTGOING: (
        "«ҚБПҮ» белгісі бар шығыс құжаттарды есепке алу журналы",
        "Журнал учёта исходящих документов с пометкой «ДСП»",
    ),
    RegisterForm.INTERNAL: (
        "«ҚБПҮ» белгісі бар ішкі құжаттарды есепке алу журналы",
        "Журнал учёта внутренних документов с пометкой «ДСП»",
    ),
    RegisterForm.PUBLICATIONS: (
        "«ҚБПҮ» белгісі бар басылымдарды есепке алу журналы",
        "Журнал учёта изданий с пометкой «ДСП»",
    ),
    RegisterForm.COMMON_JOURNAL: (
        "«ҚБПҮ» белгісі бар құжаттарды есепке алудың ортақ журналы",
        "Общий журнал учёта документов с пометкой «ДСП»",
    ),
    RegisterForm.CARDS: (
        "«ҚБПҮ» белгісі бар құжаттарды есепке алу карточкалары",
        "Карточки учёта документов с пометкой «ДСП»",
    ),
    RegisterForm.CONTROL: (
        "«ҚБПҮ» белгісі бар құжаттардың орындалуын бақылау картотекасы",
        "Картотека контроля исполнения документов с пометкой «ДСП»",
    ),
    RegisterForm.MAIL: (
        "«ҚБПҮ» белгісі бар хат-хабарды қабылдау журналы",
        "Журнал приёма корреспонденции с пометкой «ДСП»",
    ),
    RegisterForm.HANDOVER_SHEETS: (
        "«ҚБПҮ» белгісі бар құжаттарды беру парақтары",
        "Листы передачи документов с пометкой «ДСП»",
    ),
    RegisterForm.PERMITS: (
        "«ҚБПҮ» белгісі бар құжаттардан көшірме және үзінді көшірме жасауға рұқсаттар",
        "Разрешения на снятие копий и выписок из документов с пометкой «ДСП»",
    ),
    RegisterForm.LOAN_CARDS: (
        "Берілетін істер мен басылымдарды есепке алу карточкалары",
        "Карточки учёта выдаваемых дел и изданий",
    ),
    RegisterForm.CATALOGUE: (
        "«ҚБПҮ» белгісі бар басылымдардың қызметтік каталогы",
        "Служебный каталог изданий с пометкой «ДСП»",
    ),
}
_OF_JOURNALS: Final = {
    JournalKind.INCOMING: RegisterForm.INCOMING,
    JournalKind.OUTGOING: RegisterForm.OUTGOING,
    JournalKind.INTERNAL: RegisterForm.INTERNAL,
    JournalKind.PUBLICATIONS: RegisterForm.PUBLICATIONS,
}
#: The mark as a clerk adds it to a heading.
MARK: Final = {"kk": "ҚБПҮ", "ru": "ДСП"}
#: The note on a heading whose cases are carried over.
CARRIED: Final = {"kk": "ауыспалы", "ru": "переходящее"}


def own_registers(common: Collection[JournalKind] = ()) -> tuple[RegisterForm, ...]:
    """The registers that are headings of the plan; flows kept in a common journal have none of their own."""
    within = {_OF_JOURNALS[kind] for kind in common}
    left_out = within or {RegisterForm.COMMON_JOURNAL}
    return tuple(form for form in RegisterForm if form not in left_out)


# --- one heading ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What is said of a heading: '' and `None` for what is not said; `retention` as it was written.

    `documents` is proposed from the words where it is `None`.
    """

    case_index: str
    heading_kk: str = ""
    heading_ru: str = ""
    retention: str = ""
    restricted: bool = False
    carry_over: bool = False
    documents: DocumentsKind | None = None
    register: RegisterForm | None = None
    expected: int | None = None
    notes: str = ""

    @property
    def kind(self) -> DocumentsKind:
        """The kind of its documents; a register is a kind of its own."""
        if self.register is not None:
            return DocumentsKind.OTHER
        return documents_of(self.heading_ru or self.heading_kk) if self.documents is None else self.documents


def check(heading: Heading, *, index_taken_by: str = "", register_taken_by: str = "") -> list[Finding | None]:
    """Everything that stands against a heading; `*_taken_by` is what has its index or its register already."""
    return [
        index_given(heading.case_index),
        index_free(heading.case_index, index_taken_by),
        heading_given(heading),
        retention_readable(heading.retention),
        register_once(heading.register, register_taken_by),
    ]


def index_given(case_index: str) -> Finding | None:
    """Paragraphs 28, 31 (D28): a case is known by its index in the plan."""
    return None if case_index.strip() else _refused("plan_index_needed", "case_index")


def index_free(case_index: str, taken_by: str) -> Finding | None:
    """Paragraph 28 (D28): an index leads to one heading of its year."""
    if not taken_by:
        return None
    return _refused("plan_index_taken", "case_index", index=case_index, heading=taken_by)


def heading_given(heading: Heading) -> Finding | None:
    """Paragraph 28 (D28): headings are what stands in a plan; one language is enough."""
    if heading.heading_kk.strip() or heading.heading_ru.strip():
        return None
    return _refused("plan_heading_needed", "heading_ru")


def retention_readable(written: str) -> Finding | None:
    """Paragraph 28 (D28): the period decides how cases are filed, covered and kept (30, 4; 31, 9; 32)."""
    if Retention.parse(written) is not None:
        return None
    code = "plan_retention_unreadable" if written.strip() else "plan_retention_needed"
    return _refused(code, "retention", text=written.strip())


def register_once(register: RegisterForm | None, taken_by: str) -> Finding | None:
    """Paragraph 28, part 2 (D28): each register is one heading of its year."""
    if register is None or not taken_by:
        return None
    return _refused("plan_register_taken", "register", index=taken_by)


def year_within(year: int, today_year: int) -> Finding | None:
    """A plan is made for the coming year at the latest, and none is older than the Rules' registers."""
    if _FIRST_YEAR <= year <= today_year + 1:
        return None
    return Finding(
        "OWN", Weight.REFUSE, "plan_year_impossible", {"year": year, "last": today_year + 1}, "year"
    )


def has_headings(year: int, headings: int) -> Finding | None:
    """Paragraph 28 (D28): a plan without headings is none, so it is neither printed nor saved."""
    return None if headings else _refused("plan_without_headings", "", year=year)


def standing(case_index: str, *, struck: bool) -> Finding | None:
    """Paragraph 28 (D28): what was struck out of the plan is not changed any more."""
    return _refused("plan_struck_already", "", index=case_index) if struck else None


def without_cases(case_index: str, cases: int) -> Finding | None:
    """Paragraph 28 (D28): headings of cases stand in the plan, so that one with cases is not struck out."""
    return _refused("plan_heading_has_cases", "", index=case_index, cases=cases) if cases else None


def index_kept(case_index: str, cases: int) -> Finding | None:
    """Paragraph 31, 5 (D28): journals, covers and inventories name the cases under this index."""
    return _refused("plan_index_in_use", "case_index", index=case_index, cases=cases) if cases else None


def changed_with_cases(case_index: str, cases: int) -> Finding | None:
    """Paragraph 28 (D28): what cases were opened under changes for them, too: somebody says why."""
    if not cases:
        return None
    return Finding("D28", Weight.WARN, "plan_changed_with_cases", {"index": case_index, "cases": cases})


def _refused(code: str, field: str, **facts: object) -> Finding:
    return Finding("D28", Weight.REFUSE, code, facts, field)


_FIRST_YEAR = 1991


# --- what a clerk has written ---


def index_of(written: str) -> str:
    """An index with one kind of dash and no spaces: "01 – 03" is "01-03"."""
    return re.sub(r"\s*[-‐‑–—−]\s*", "-", " ".join(written.split()))


def index_key(case_index: str) -> tuple[tuple[int, int, str], ...]:
    """What orders indexes: figures by their value, so that "01-2" stands before "01-10"."""
    parts = re.findall(r"\d+|\D+", case_index)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in parts)


def next_index(of_unit: Collection[str], taken: Collection[str], unit_index: str) -> str:
    """The index proposed for one more heading of a unit: the next after its own, else the first under its index."""
    counted = [(index_key(one), found) for one in of_unit if (found := _COUNTED.fullmatch(one))]
    if counted:
        last = max(counted, key=lambda pair: pair[0])[1]
        before, number, width = last[1], int(last[2]), len(last[2])
    else:
        before, number, width = f"{unit_index or _free_section(taken)}-", 0, 2
    while (proposed := f"{before}{number + 1:0{width}}") in taken:
        number += 1
    return proposed


def _free_section(taken: Collection[str]) -> str:
    sections = {one.partition("-")[0] for one in taken}
    number = 1
    while f"{number:02}" in sections:
        number += 1
    return f"{number:02}"


_COUNTED = re.compile(r"(.*\D)(\d+)")


def without_mark(heading: str) -> tuple[str, bool]:
    """A heading without the mark in brackets, and whether it had one (paragraph 34)."""
    said = _BRACKETED.sub(" ", heading)
    return " ".join(said.split()), said != heading


def with_mark(heading: str, language: str, *, restricted: bool) -> str:
    """A heading as the plan shows it."""
    return f"{heading} ({MARK[language]})" if restricted and heading else heading


def without_carried(notes: str) -> tuple[str, bool]:
    """A note without the word that says that the cases are carried over, and whether it said so."""
    said = _CARRIED.sub(" ", notes)
    return " ".join(said.split()).strip(" ,;").lstrip("., "), said != notes


def register_of(heading: str) -> RegisterForm | None:
    """The register of this program that a heading is of, by its words; `None` for documents."""
    said = _plain(heading)
    return next((form for form, told in _REGISTERS if told.search(said)), None)


def documents_of(heading: str) -> DocumentsKind:
    """Of what kind the documents of a heading are, by its words (paragraph 31, 8)."""
    said = _plain(heading)
    return next((kind for kind, told in _DOCUMENTS if told.search(said)), DocumentsKind.OTHER)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())


_MARKED = r"дсп|қбпү|для служебного пользования|қызмет бабында пайдалану үшін"
_BRACKETED = re.compile(
    rf"\(\s*(?:с пометкой\s*)?[«\"“]?\s*(?:{_MARKED})\s*[»\"”]?\s*(?:деген\s*)?(?:белгісі бар)?\s*\)",
    re.IGNORECASE,
)
_CARRIED = re.compile(r"\b(?:переходящ\w+(?: дел\w+)?|ауыспалы(?: іс(?:тер)?)?)\b[.,;]?", re.IGNORECASE)
_JOURNAL = r"(?=.*(?:журнал|кітап|книг))"
_REGISTERS: Sequence[tuple[RegisterForm, re.Pattern[str]]] = [
    (form, re.compile(told))
    for form, told in (
        (RegisterForm.LOAN_CARDS, r"карточ.*выдаваем|берілетін іс.*карточ|карточ.*берілетін іс"),
        (RegisterForm.CATALOGUE, r"служебн\w* каталог|қызметтік каталог"),
        (RegisterForm.CONTROL, r"картотек\w* контрол|контрольн\w*.*картотек|бақылау картотек"),
        (RegisterForm.COMMON_JOURNAL, rf"{_JOURNAL}.*(?:общ\w+ журнал|ортақ журнал)"),
        (RegisterForm.MAIL, rf"{_JOURNAL}.*(?:при[её]м\w* корреспонд|хат-хабарды қабылдау)"),
        (RegisterForm.INCOMING, rf"{_JOURNAL}.*(?:входящ|поступающ|кіріс|келіп түсетін)"),
        (RegisterForm.OUTGOING, rf"{_JOURNAL}.*(?:исходящ|отправляем|шығыс|жөнелтілетін)"),
        (RegisterForm.INTERNAL, rf"{_JOURNAL}.*(?:внутренн\w+ документ|ішкі құжат)"),
        (RegisterForm.PUBLICATIONS, rf"{_JOURNAL}.*(?:издани|басылым)"),
        (RegisterForm.CARDS, r"карточ\w* уч[её]та документ|құжаттарды есепке алу карточ"),
        (RegisterForm.HANDOVER_SHEETS, r"лист\w* передачи|беру парақ"),
        (RegisterForm.PERMITS, r"разрешени\w* на (?:снятие|изготовление) копи|көшірме.*жасауға рұқсат"),
    )
]
_DOCUMENTS: Sequence[tuple[DocumentsKind, re.Pattern[str]]] = [
    (kind, re.compile(told))
    for kind, told in (
        (DocumentsKind.SHORTHAND, r"\bстенограмм|\bстенограммалар"),
        (DocumentsKind.CORRESPONDENCE, r"\bпереписк|\bхат алмасу|\bхат жазысу"),
        (DocumentsKind.MINUTES, r"^протокол|\bхаттамалар"),
        (
            DocumentsKind.ORDERS,
            r"^(?:приказ|распоряж|постановлен|решени)|\b(?:бұйрықтар|өкімдер|қаулылар|шешімдер)",
        ),
    )
]


# --- the plan as a paper and as a spreadsheet ---


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line as it stands in the five columns."""

    case_index: str
    heading: str
    expected: str
    retention: str
    notes: str


@dataclass(frozen=True, slots=True)
class PlanUnit:
    """A unit with its lines."""

    name: str
    lines: tuple[PlanLine, ...]


def unit_words(name: str, indexes: Sequence[str]) -> str:
    """A unit as the row above its headings has it: "01. Отдел анализа", where all of them share a first part."""
    sections = {index.partition("-")[0] for index in indexes if "-" in index}
    return f"{sections.pop()}. {name}" if len(sections) == 1 else name


def section_of(written: str) -> tuple[str, str]:
    """The number and the name in the row of a unit: "01. Отдел анализа" is ("01", "Отдел анализа")."""
    found = _SECTION.fullmatch(" ".join(written.split()))
    return (found[1], found[2]) if found else ("", " ".join(written.split()))


_SECTION = re.compile(r"(\d[\d.]*?)[.)]?\s+(\D.*)")


@dataclass(frozen=True, slots=True)
class FilingPlanContent:
    """The plan of a year in one language, with who signs and who approves it, '' where nobody is known."""

    organisation: str
    year: int
    units: tuple[PlanUnit, ...]
    periods: Mapping[Period, int]
    signs_position: str = ""
    signs_name: str = ""
    approves_position: str = ""
    approves_name: str = ""

    @property
    def headings(self) -> int:
        """How many headings there are."""
        return sum(len(unit.lines) for unit in self.units)


def line_of(  # noqa: PLR0913 - what five columns say
    case_index: str,
    heading: str,
    retention: Retention,
    language: str,
    *,
    restricted: bool,
    carry_over: bool,
    expected: int | None,
    notes: str,
) -> PlanLine:
    """A heading as the five columns have it, in a language."""
    note = ", ".join(part for part in (CARRIED[language] if carry_over else "", notes) if part)
    return PlanLine(
        case_index,
        with_mark(heading, language, restricted=restricted),
        "" if expected is None else str(expected),
        retention.words(language),
        note,
    )
