"""What stands against opening a case and putting right what is known of it (`law.case_file`)."""

import datetime as dt

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.sentences import sentence
from dspdesk.law import case_file as law
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.requirements import citation

TODAY = dt.date(2026, 11, 18)
BEFORE, LATER = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)


def told(finding: Finding | None) -> tuple[str, str, Weight, str] | None:
    return (finding.requirement, finding.code, finding.weight, finding.field) if finding else None


@pytest.mark.parametrize(
    ("standing", "named", "refused"),
    [("", False, False), ("", True, False), ("01-03, т. 2", True, False), ("01-03, т. 2", False, True)],
)
def test_two_cases_of_a_heading_are_told_apart_by_their_own_headings(standing, named, refused):
    finding = told(law.named_apart("01-03", standing, named=named))
    assert finding == (("OWN", "case_stands_already", Weight.REFUSE, "") if refused else None)


@pytest.mark.parametrize(
    ("serves", "there", "said"),
    [
        (True, True, None),
        (True, False, ("D29", "responsible_elsewhere", Weight.WARN, "responsible_id")),
        (False, True, ("D29", "responsible_has_left", Weight.REFUSE, "responsible_id")),
        (False, False, ("D29", "responsible_has_left", Weight.REFUSE, "responsible_id")),
    ],
)
def test_somebody_of_the_unit_who_serves_is_responsible(serves, there, said):
    assert told(law.kept_in_unit("Ким А.В.", "Отдел анализа", serves=serves, there=there)) == said


@pytest.mark.parametrize(("carry_over", "others"), [(True, 0), (True, 3), (False, 0)])
def test_a_case_need_be_no_carry_over_case_without_documents_of_other_years(carry_over, others):
    assert law.carry_over_needed("01-03", 2026, others, carry_over=carry_over) is None


def test_documents_of_other_years_keep_a_case_a_carry_over_case():
    finding = law.carry_over_needed("01-03", 2026, 3, carry_over=False)
    assert told(finding) == ("D30.3", "carry_over_needed", Weight.REFUSE, "carry_over")
    assert finding.facts["documents"] == 3


@pytest.mark.parametrize(
    ("on", "case_opened", "code"),
    [
        (None, None, None),
        (None, TODAY, None),
        (TODAY, None, None),
        (BEFORE, None, None),
        (TODAY, TODAY, None),
        (LATER, None, "moved_ahead"),
        (LATER, BEFORE, "moved_ahead"),
        (BEFORE, TODAY, "volume_before_case"),
    ],
)
def test_nothing_is_opened_ahead_and_no_volume_before_its_case(on, case_opened, code):
    finding = law.opened_in_time(on, TODAY, case_opened)
    assert told(finding) == (("W9", code, Weight.REFUSE, "on") if code else None)


def test_what_is_in_the_archive_is_not_changed_here():
    assert law.still_ours("01-03", transferred=False) is None
    assert told(law.still_ours("01-03", transferred=True)) == ("D52", "case_transferred", Weight.REFUSE, "")


def test_a_correction_says_why():
    assert law.says_why("описка") is None
    assert told(law.says_why(" ")) == ("OWN", "reason_needed", Weight.REFUSE, "reason")


FOUND = (
    law.named_apart("01-03", "01-03, т. 2", named=False),
    law.kept_in_unit("Ким А.В.", "Отдел анализа", serves=True, there=False),
    law.kept_in_unit("Ким А.В.", "Отдел анализа", serves=False, there=False),
    law.carry_over_needed("01-03", 2026, 3, carry_over=False),
    law.opened_in_time(LATER, TODAY),
    law.opened_in_time(BEFORE, TODAY, TODAY),
    law.still_ours("01-03", transferred=True),
    law.says_why(""),
)


@pytest.mark.parametrize("language", list(Language), ids=str)
@pytest.mark.parametrize("finding", FOUND, ids=lambda one: one.code)
def test_each_is_a_sentence_with_its_place(finding: Finding, language: Language):
    said = sentence(finding.code, finding.facts, language)
    assert "{" not in said
    assert said != sentence(finding.code, finding.facts, Language.KK if language == "ru" else Language.RU)
    assert citation(finding.requirement, language)
