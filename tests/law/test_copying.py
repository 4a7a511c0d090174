"""Permissions to copy and to extract (paragraph 40), numbers and notes of further copies (paragraph 17)."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import copying as law
from dspdesk.law import copying_notes as notes
from dspdesk.law.copying import FOR_COPIES, Permission, PermitFacts, PermitKind, Reproduced
from dspdesk.law.copying_notes import ReproductionNote
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import JournalKind
from dspdesk.law.values import HIGHEST_COPY, MOST_COPIES, CopyNumbers

TODAY = dt.date(2026, 11, 18)
DAY = dt.timedelta(days=1)
HEAD, WORKER, OTHER = 5, 7, 8

OWN = Permission(
    kind=PermitKind.OWN_COPY,
    number="3",
    granted_on=TODAY,
    copies=12,
    granted_by_id=HEAD,
    for_employee_id=WORKER,
)
EXTRACT = replace(OWN, kind=PermitKind.OWN_EXTRACT, copies=1)
OUTSIDE = Permission(
    kind=PermitKind.OUTSIDE_COPY, number="4", granted_on=TODAY, copies=2, granted_by_id=HEAD,
    for_organisation="Акимат", request="7-1/22", request_on=TODAY,
)  # fmt: skip
FOREIGN = replace(
    OUTSIDE, granted_by_id=None, granted_by="Министр финансов", consent="05-1/9", consent_on=TODAY
)  # of a document received from others
OURS = Reproduced(
    "41 ДСП", registered=True, ours=True, heads=frozenset({HEAD}), head="Ахметов Б.К.", worker="Ким"
)
THEIRS = replace(OURS, ours=False)


def said(wanted: Permission, about: Reproduced) -> list[tuple[str, str, str]]:
    return [(f.requirement, f.code, f.field) for f in law.check_permission(wanted, about, TODAY)]


@pytest.mark.parametrize(
    ("wanted", "about"), [(OWN, OURS), (OWN, THEIRS), (EXTRACT, THEIRS), (OUTSIDE, OURS), (FOREIGN, THEIRS)]
)
def test_a_permission_of_the_right_head_stands(wanted, about):
    assert said(wanted, about) == []


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"number": " "}, "permit_unwritten", "number"),
        ({"granted_on": None}, "permit_undated", "granted_on"),
        ({"granted_on": TODAY + DAY}, "permit_ahead", "granted_on"),
        ({"copies": None}, "permit_count_needed", "copies"),
        ({"copies": 0}, "permit_count_needed", "copies"),
        ({"granted_by_id": OTHER}, "permit_not_of_service_head", "granted_by_id"),
        ({"granted_by_id": None}, "permit_not_of_service_head", "granted_by_id"),
        ({"for_employee_id": None}, "permit_for_whom", "for_employee_id"),
    ],
)
def test_a_permission_for_a_worker(changes, code, field):
    assert ("D40", code, field) in said(replace(OWN, **changes), OURS)
    assert ("D40", code, field) in said(replace(EXTRACT, **changes), OURS)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"for_organisation": " "}, "permit_for_which_body", "for_organisation"),
        ({"request": ""}, "request_needed", "request"),
        ({"request_on": None}, "request_needed", "request_on"),
        ({"request_on": TODAY + DAY}, "request_after_permit", "request_on"),
        ({"granted_by_id": OTHER}, "permit_not_of_body_head", "granted_by_id"),
        ({"granted_by_id": None, "granted_by": "Министр"}, "permit_not_of_body_head", "granted_by_id"),
    ],
)
def test_a_permission_for_another_organisation(changes, code, field):
    assert said(replace(OUTSIDE, **changes), OURS) == [("D40", code, field)]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"granted_by": ""}, "permit_not_of_maker", "granted_by"),
        ({"granted_by": "", "granted_by_id": HEAD}, "permit_not_of_maker", "granted_by"),
        ({"consent": ""}, "consent_needed", "consent"),
        ({"consent_on": None}, "consent_needed", "consent_on"),
        ({"consent_on": TODAY + DAY}, "permit_ahead", "consent_on"),
        ({"request": ""}, "request_needed", "request"),
    ],
)
def test_a_document_received_from_others(changes, code, field):
    assert said(replace(FOREIGN, **changes), THEIRS) == [("D40", code, field)]


def test_where_nobody_heads_there_is_nobody_to_permit():
    headless = replace(OURS, heads=frozenset(), head="")
    assert said(OWN, headless) == [("D40", "no_service_head", "granted_by_id")]
    assert said(OUTSIDE, headless) == [("D40", "no_body_head", "granted_by_id")]


def test_extracts_for_other_organisations_are_not_offered():
    assert not [kind for kind in PermitKind if kind not in law.FOR_OWN and kind not in FOR_COPIES]
    assert ("D40", "extract_outside", "for_organisation") in said(
        replace(EXTRACT, for_organisation="Акимат"), OURS
    )
    assert law.extracts_for_own_only(replace(OWN, for_organisation="Акимат")) is None


def test_a_worker_who_has_left_is_nobody_of_ours():
    left = replace(OURS, worker_left=TODAY - DAY)
    assert said(OWN, left) == [("D40", "permit_for_one_who_left", "for_employee_id")]
    assert said(OWN, replace(OURS, worker_left=TODAY)) == []


def test_a_permission_admits_nobody_to_the_document():
    (finding,) = law.check_permission(OWN, replace(OURS, admitted=False), TODAY)
    assert (finding.weight, finding.requirement, finding.code) == (Weight.HINT, "D36", "permit_admits_nobody")


def test_only_what_is_registered_is_copied():
    assert said(OWN, replace(OURS, registered=False)) == [("D19", "permit_not_registered", "item_id")]


def test_it_does_not_end_before_it_begins():
    assert said(replace(OWN, valid_to=TODAY - DAY), OURS) == [("OWN", "valid_before_granted", "valid_to")]
    assert said(replace(OWN, valid_to=TODAY), OURS) == []
    assert said(replace(OWN, copies=MOST_COPIES + 1), OURS) == [("OWN", "copies_too_many", "copies")]


@pytest.mark.parametrize(
    ("journal", "sender", "ours"),
    [
        (JournalKind.OUTGOING, "министерство", True),
        (JournalKind.INTERNAL, "", True),
        (JournalKind.INCOMING, "комитет", False),
        (JournalKind.PUBLICATIONS, "комитет", True),
        (JournalKind.PUBLICATIONS, "министерство", False),
        (JournalKind.PUBLICATIONS, "", False),
    ],
)
def test_whose_document_it_is(journal, sender, ours):
    assert law.made_by_us(journal, sender, frozenset({"комитет"})) is ours


# what a permission allows

PERMIT = PermitFacts(1, 41, PermitKind.OWN_COPY, "3", TODAY, copies=12, used=5, valid_to=TODAY + 9 * DAY)


def used(permit: PermitFacts = PERMIT, **changes) -> list[str]:
    how = {"kinds": FOR_COPIES, "item_id": 41, "on": TODAY, "count": 7} | changes
    return [f"{f.requirement}:{f.code}" for f in law.check_use(permit, **how)]


def test_what_it_allows():
    assert used() == []
    assert used(on=TODAY + 9 * DAY) == []
    assert used(replace(PERMIT, valid_to=None), on=TODAY + 900 * DAY) == []
    assert used(replace(PERMIT, kind=PermitKind.OUTSIDE_COPY)) == []
    assert used(replace(PERMIT, revoked_on=TODAY + DAY)) == []


@pytest.mark.parametrize(
    ("permit", "changes", "code"),
    [
        (PERMIT, {"count": 8}, "permit_not_enough"),
        (replace(PERMIT, used=12), {"count": 1}, "permit_used_up"),
        (PERMIT, {"on": TODAY + 10 * DAY}, "permit_expired"),
        (PERMIT, {"on": TODAY - DAY}, "permit_not_yet"),
        (replace(PERMIT, agreed_on=TODAY + DAY), {}, "permit_not_agreed"),
        (replace(PERMIT, revoked_on=TODAY), {}, "permit_revoked"),
        (PERMIT, {"item_id": 42}, "permit_other_item"),
        (PERMIT, {"kinds": frozenset({PermitKind.OWN_EXTRACT})}, "permit_for_copies"),
        (replace(PERMIT, kind=PermitKind.OWN_EXTRACT), {}, "permit_for_extract"),
    ],
)
def test_what_it_does_not_allow(permit, changes, code):
    assert used(permit, **changes) == [f"D40:{code}"]


def test_a_permission_is_revoked_once_and_not_for_the_past():
    permit = replace(PERMIT, used_last=TODAY - DAY, granted_on=TODAY - 5 * DAY)

    def said(on, permit=permit):
        finding = law.check_revocation(permit, on, TODAY)
        return finding.code if finding else ""

    assert said(TODAY) == ""
    assert said(TODAY - DAY) == ""
    assert said(TODAY - 2 * DAY) == "revoked_too_early"
    assert said(TODAY - 5 * DAY, replace(permit, used_last=None)) == ""
    assert said(TODAY - 6 * DAY, replace(permit, used_last=None)) == "revoked_too_early"
    assert said(TODAY + DAY) == "permit_ahead"
    assert said(None) == "day_needed"
    assert said(TODAY, replace(permit, revoked_on=TODAY)) == "permit_revoked_already"


# numbers and notes of further copies


def test_numbers_go_on_from_the_last_copy():
    assert law.further_numbers(40, 12) == tuple(range(41, 53))
    assert law.further_numbers(0, 1) == (1,)


@pytest.mark.parametrize(
    ("count", "highest", "code"),
    [
        (None, 40, "D17:copies_to_make"),
        (0, 40, "D17:copies_to_make"),
        (1, 40, ""),
        (MOST_COPIES, 0, ""),
        (MOST_COPIES + 1, 0, "OWN:copies_too_many"),
        (1, HIGHEST_COPY - 1, ""),
        (1, HIGHEST_COPY, "OWN:copies_too_many"),
    ],
)
def test_how_many_may_be_made(count, highest, code):
    finding = law.check_count(count, highest)
    assert (f"{finding.requirement}:{finding.code}" if finding else "") == code


def test_a_print_run_of_two_hundred_is_one_range():
    run = CopyNumbers.parse("1-200")
    assert len(run) == 200
    assert str(run) == "1–200"


NOTE = ReproductionNote(PermitKind.OWN_COPY, TODAY, 12, "№ 3", dt.date(2026, 3, 5), 41, 52)


def test_notes_of_copies():
    assert notes.reproduced(NOTE, "ru") == "Доп. размножено 12 экз. (№ 41–52), разрешение № 3 от 05.03.2026"
    assert notes.reproduced(NOTE, "kk") == "Қосымша 12 дана көбейтілді (№ 41–52), 05.03.2026 № 3 рұқсат"
    assert "№ 41 ДСП" in notes.on_further_copy(NOTE, "41 ДСП", "ru")
    assert "№ 41 ҚБПҮ" in notes.on_further_copy(NOTE, "41 ҚБПҮ", "kk")


def test_notes_of_extracts_and_of_cards():
    extract = replace(NOTE, kind=PermitKind.OWN_EXTRACT, count=1, first=None, last=None, sheets=2)
    assert notes.reproduced(extract, "ru") == (
        "18.11.2026 сделана выписка на 2 л., разрешение № 3 от 05.03.2026"
    )
    assert "2 парақ" in notes.reproduced(extract, "kk")
    assert "на" not in notes.reproduced(replace(extract, sheets=None), "ru").split(",")[0].split()
    assert extract.copies == CopyNumbers(())
    assert "№ 14, 15" in notes.taken_out(TODAY, 2, "№ 14, 15", "ru")
    assert "2 карточка" in notes.taken_out(TODAY, 2, "№ 14, 15", "kk")
