"""What stands against putting a document into a volume: each rule with what it refuses and with what passes it."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.sentences import sentence
from dspdesk.law import case_file as law
from dspdesk.law.case_file import RULES, CopyNature, Document, VolumeFacts, VolumeHolds
from dspdesk.law.edition import IN_FORCE
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.requirements import citation
from dspdesk.law.retention import Retention, RetentionKind

YEAR = 2026
DAY = dt.date(YEAR, 11, 18)
FIVE_YEARS, FOR_EVER = Retention(RetentionKind.YEARS, 5), Retention(RetentionKind.PERMANENT)
#: A document that may be filed, and the volume of its case.
DOCUMENT = Document(words="№ 214 ДСП", year=YEAR, sheets=5)
OPENED = dt.date(YEAR, 1, 12)
VOLUME = VolumeFacts(
    volume_id=3, case_id=2, words="01-03, т. 1", year=YEAR, retention=FIVE_YEARS, opened_on=OPENED,
    case_opened_on=OPENED, sheets=100,
)  # fmt: skip
MOST, NEARLY = IN_FORCE.sheets_per_volume, IN_FORCE.sheets_nearly_full


def test_the_limits_are_those_of_the_edition():
    assert (MOST, NEARLY) == (180, 160)


def test_nothing_stands_against_an_executed_document_in_the_volume_of_its_case():
    assert law.check(DOCUMENT, VOLUME) == []


#: One thing wrong at a time: of the document, of the volume; the rule, its code, its requirement, the field.
WRONG = [
    ({}, {"void": True, "holds": VolumeHolds.ENCLOSURE}, law.still_open, "volume_void", "W6", "volume_id"),
    ({}, {"closed": True}, law.still_open, "volume_closed", "D32", "volume_id"),
    ({}, {"closed": True, "transferred": True}, law.still_open, "volume_transferred", "D32", "volume_id"),
    ({}, {"transferred": True}, law.still_open, "volume_transferred", "D32", "volume_id"),
    ({}, {"holds": VolumeHolds.ENCLOSURE}, law.for_documents, "volume_of_one", "D30.9", "volume_id"),
    ({}, {"holds": VolumeHolds.ONE_DOCUMENT}, law.for_documents, "volume_of_one", "D30.9", "volume_id"),
    ({"on_control": True}, {}, law.off_control, "filed_on_control", "D30.1", "copies"),
    ({"signed": False}, {}, law.signed, "filed_unsigned", "D30.1", "copies"),
    ({"nature": CopyNature.DRAFT}, {}, law.of_this_nature, "filed_draft", "D30.6", "copies"),
    ({"nature": CopyNature.SPARE}, {}, law.of_this_nature, "filed_spare", "D30.6", "copies"),
    ({"nature": CopyNature.TO_BE_RETURNED}, {}, law.of_this_nature, "filed_to_be_returned", "D30.6", "copies"),
    ({"beside": "01-03, т. 2"}, {}, law.one_copy, "filed_second_copy", "D30.6", "copies"),
    ({"year": YEAR - 1}, {}, law.of_its_year, "filed_other_year", "D30.3", "volume_id"),
    ({"year": YEAR + 1}, {}, law.of_its_year, "filed_other_year", "D30.3", "volume_id"),
    ({"for_year": YEAR - 1}, {}, law.of_its_year, "filed_for_other_year", "D30.8", "for_year"),
    ({"for_year": 10**20}, {"carry_over": True}, law.of_its_year, "filed_for_other_year", "D30.8", "for_year"),
    ({"sheets": -1}, {}, law.sheets_known, "filed_uncounted", "D30.7", "sheets"),
    ({"year": YEAR - 1}, {"carry_over": True}, law.of_its_year, "filed_other_year", "D30.3", "volume_id"),
    ({"permanent": True}, {}, law.kept_alike, "filed_permanent_apart", "D30.4", "permanent"),
    ({"permanent": False}, {"retention": FOR_EVER}, law.kept_alike, "filed_temporary_apart", "D30.4", "permanent"),
    ({"sheets": None}, {}, law.sheets_known, "filed_uncounted", "D30.7", "sheets"),
    ({"sheets": 0}, {}, law.sheets_known, "filed_uncounted", "D30.7", "sheets"),
    ({"sheets": 81}, {}, law.within_volume, "volume_full", "D30.7", "volume_id"),
    ({"sheets": 181}, {}, law.within_volume, "document_oversize", "D30.7", "volume_id"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "volume", "rule", "code", "requirement", "field"), WRONG)
def test_one_thing_wrong_is_refused_by_its_rule_alone(document, volume, rule, code, requirement, field):
    found = law.check(replace(DOCUMENT, **document), replace(VOLUME, **volume))
    if code == "volume_full" and document["sheets"] > MOST:
        found = found[-1:]
    (finding,) = found
    assert (finding.code, finding.requirement, finding.field) == (code, requirement, field)
    assert finding.weight is Weight.REFUSE
    assert rule(replace(DOCUMENT, **document), replace(VOLUME, **volume), IN_FORCE) == finding
    assert rule(DOCUMENT, VOLUME, IN_FORCE) is None, "the rule finds nothing where nothing is wrong"


def test_every_rule_of_the_table_refuses_something():
    assert set(RULES) == {rule for _document, _volume, rule, *_said in WRONG}


def test_all_that_is_wrong_is_said_at_once():
    wrong = replace(DOCUMENT, on_control=True, signed=False, year=YEAR - 2, sheets=None)
    codes = [finding.code for finding in law.check(wrong, replace(VOLUME, closed=True))]
    assert codes == [
        "volume_closed",
        "filed_on_control",
        "filed_unsigned",
        "filed_other_year",
        "filed_uncounted",
    ]


#: How many sheets lie in the volume, how many come, and what is said.
FULL = [
    (0, 1, None),
    (0, NEARLY - 1, None),
    (0, NEARLY, "volume_nearly_full"),
    (NEARLY - 2, 1, None),
    (NEARLY - 1, 1, "volume_nearly_full"),
    (MOST - 1, 1, "volume_nearly_full"),  # the 180th
    (MOST, 1, "volume_full"),  # the 181st
    (178, 5, "volume_full"),
    (0, MOST, "volume_nearly_full"),
    (0, MOST + 1, "document_oversize"),
    (MOST, MOST + 1, "document_oversize"),
]


@pytest.mark.parametrize(("lying", "coming", "code"), FULL)
def test_the_sheets_of_a_volume(lying: int, coming: int, code: str | None):
    finding = law.within_volume(replace(DOCUMENT, sheets=coming), replace(VOLUME, sheets=lying), IN_FORCE)
    assert (finding.code if finding else None) == code
    if finding is not None:
        assert finding.weight is (Weight.WARN if code == "volume_nearly_full" else Weight.REFUSE)
        assert finding.facts["total"] == lying + coming


@pytest.mark.parametrize("carry_over", [True, False])
@pytest.mark.parametrize("for_year", [None, *range(YEAR - 2, YEAR + 3)])
@pytest.mark.parametrize("year", range(YEAR - 2, YEAR + 3))
def test_each_year_in_a_case_and_in_a_carry_over_case(year: int, for_year: int | None, *, carry_over: bool):
    """The year a document counts as is the one it is for; a carry-over case takes also later ones."""
    counts = for_year or year
    passes = counts == YEAR or (carry_over and counts > YEAR)
    document = replace(DOCUMENT, year=year, for_year=for_year)
    finding = law.of_its_year(document, replace(VOLUME, carry_over=carry_over), IN_FORCE)
    assert (finding is None) == passes
    assert document.counts_for == counts
    if finding is not None:
        assert finding.requirement == ("D30.8" if for_year else "D30.3")
        assert finding.facts["year"] == counts


@pytest.mark.parametrize("retention", [FOR_EVER, FIVE_YEARS, Retention(RetentionKind.UNTIL_REPLACED)])
@pytest.mark.parametrize("permanent", [None, True, False])
def test_permanent_and_temporary_apart(permanent: bool | None, retention: Retention):
    found = law.kept_alike(
        replace(DOCUMENT, permanent=permanent), replace(VOLUME, retention=retention), IN_FORCE
    )
    assert (found is None) == (permanent is None or permanent == retention.permanent)


@pytest.mark.parametrize("nature", CopyNature)
def test_only_an_ordinary_copy_is_filed(nature: CopyNature):
    assert (law.of_this_nature(replace(DOCUMENT, nature=nature), VOLUME, IN_FORCE) is None) == (
        nature is CopyNature.ORDINARY
    )


@pytest.mark.parametrize(("sheets", "told"), [(None, False), (1, False), (MOST, False), (MOST + 1, True)])
def test_a_document_of_more_sheets_than_a_volume_has_needs_a_reason(sheets: int | None, *, told: bool):
    finding = law.oversize(replace(DOCUMENT, sheets=sheets))
    assert (finding is not None) == told
    assert finding is None or (finding.weight, finding.requirement) == (Weight.WARN, "D30.7")


@pytest.mark.parametrize(("sheets", "refused"), [(0, True), (MOST, True), (MOST + 1, False)])
def test_only_a_large_enclosure_is_a_volume_of_its_own(sheets: int, *, refused: bool):
    finding = law.enclosure_apart("№ 214 ДСП", sheets)
    assert (finding is not None) == refused
    assert finding is None or (finding.weight, finding.requirement) == (Weight.REFUSE, "D30.9")


@pytest.mark.parametrize(
    ("restricted", "unclassified", "told"),
    [(0, 0, False), (50, 0, False), (0, 50, False), (law.FEW, 50, False), (50, law.FEW, False), (6, 6, True)],
)
def test_many_of_both_kinds_are_better_kept_apart(restricted: int, unclassified: int, *, told: bool):
    finding = law.both_kinds(restricted, unclassified)
    assert (finding is not None) == told
    assert finding is None or (finding.weight, finding.requirement) == (Weight.HINT, "D34")


@pytest.mark.parametrize(("on", "refused"), [(-1, False), (0, False), (1, True)])
def test_nothing_is_filed_on_a_day_to_come(on: int, *, refused: bool):
    assert (law.filed_not_ahead(DAY + dt.timedelta(on), DAY) is not None) == refused


@pytest.mark.parametrize(("heading", "refused"), [("Письмо о сроках", False), ("", True), ("  ", True)])
def test_a_line_says_which_document_it_is(heading: str, *, refused: bool):
    assert (law.line_named("12", heading) is not None) == refused


@pytest.mark.parametrize(
    ("first", "last", "ru", "kk"),
    [
        (15, 17, "01-03, т. 2, л. 15–17", "01-03, 2-том, 15–17-п."),
        (7, 7, "01-03, т. 2, л. 7", "01-03, 2-том, 7-п."),
    ],
)
def test_column_12_in_the_language_of_the_journal(first: int, last: int, ru: str, kk: str):
    assert law.column_12("01-03", 2, first, last, "ru") == ru
    assert law.column_12("01-03", 2, first, last, "kk") == kk


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_an_enclosure_of_its_own_names_its_document_and_its_volume(language: str):
    assert "214 ДСП" in law.enclosure_heading("214 ДСП", language)
    assert "3" in law.enclosure_note(3, language)


def told() -> list[Finding]:
    """Everything that these rules say."""
    found = [
        one for document, volume, *_said in WRONG
        for one in law.check(replace(DOCUMENT, **document), replace(VOLUME, **volume))
    ]  # fmt: skip
    more = [
        law.within_volume(DOCUMENT, replace(VOLUME, sheets=NEARLY), IN_FORCE),
        law.oversize(replace(DOCUMENT, sheets=200)),
        law.enclosure_apart("№ 214 ДСП", 12),
        law.both_kinds(9, 9),
        law.filed_not_ahead(DAY + dt.timedelta(1), DAY),
        law.line_named("12", ""),
        law.dated_not_ahead(DAY + dt.timedelta(1), DAY),
        law.enclosure_counted("№ 214 ДСП", 4, 190),
        law.no_volume_in_closed(VOLUME),
    ]
    return [*found, *(one for one in more if one is not None)]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("finding", told(), ids=lambda one: one.code)
def test_everything_said_is_a_sentence_with_its_place_in_the_law(finding: Finding, language: Language):
    said = sentence(finding.code, finding.facts, language)
    assert said
    assert "{" not in said
    assert citation(finding.requirement, language) or finding.requirement.startswith("W")


@pytest.mark.parametrize(("counted", "told"), [(None, False), (191, False), (190, True), (4, True)])
def test_what_is_counted_is_counted_with_the_enclosure(counted: int | None, *, told: bool):
    found = law.enclosure_counted("№ 214 ДСП", counted, 190)
    assert (found.code if found else None) == ("enclosure_not_counted" if told else None)


@pytest.mark.parametrize(("dated", "told"), [(None, False), (DAY, False), (DAY + dt.timedelta(1), True)])
def test_no_document_is_of_a_day_to_come(dated: dt.date | None, *, told: bool):
    assert (law.dated_not_ahead(dated, DAY) is not None) == told


@pytest.mark.parametrize(
    ("kind", "summary", "year"),
    [
        ("План", "работы на 2027 год", 2027),
        ("План", "мероприятий по приказу от 05.03.2024 года", None),
        ("План", "мероприятий по приказу от 5 марта 2024 года", None),
        ("План", "мероприятий по приказу от 5 марта 2024 года на 2026 год", 2026),
        ("Отчёт", "об исполнении плана 2025 года за 2026 год", 2026),
        ("Отчёт", "о работе за I полугодие 2026 года", 2026),
        ("Жоспар", "2024 жылғы 5 наурыздағы бұйрықты орындау", None),
        ("Жоспар", "2024 жылғы 5 наурыздағы бұйрықты 2026 жылы орындау", 2026),
        ("Есеп", "2026 жылғы 9 ай қорытындысы", 2026),
        ("Письмо", "о плане на 2027 год", None),
    ],
)
def test_the_year_that_a_document_says_it_is_for(kind: str, summary: str, year: int | None):
    """The day of another document that it names is none."""
    assert law.year_said(kind, summary) == year


@pytest.mark.parametrize(
    ("electronic", "printout", "refused"),
    [
        (False, None, False),
        (False, True, True),
        (False, False, True),
        (True, True, False),
        (True, None, False),
    ],
)
def test_only_an_electronic_carrier_has_a_printout(electronic, printout, refused):
    found = law.printout_of_carrier(replace(DOCUMENT, electronic=electronic), printout)
    assert (found is not None) is refused
    if found is not None:
        assert (found.requirement, found.weight, found.code) == ("D30.5", Weight.REFUSE, "printout_of_paper")
