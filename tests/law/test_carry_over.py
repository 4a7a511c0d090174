"""What may pass to the next year under a new number (paragraph 14, part 2)."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import carry_over as law
from dspdesk.law.carry_over import ToCarry
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import ItemState, JournalKind, MovementKind

STANDING = ToCarry(number="7 ДСП", kind=JournalKind.INCOMING, year=2026, state=ItemState.REGISTERED)


def said(item: ToCarry, year: int = 2027) -> list[str]:
    findings = law.check(item, year)
    assert all((f.requirement, f.weight) == ("D14b", Weight.REFUSE) for f in findings)
    return [finding.code for finding in findings]


def test_what_is_registered_and_not_finished_passes():
    assert said(STANDING) == []
    for kind in (JournalKind.OUTGOING, JournalKind.INTERNAL):
        assert said(replace(STANDING, kind=kind)) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"state": ItemState.ANNULLED}, "annulled_not_carried"),
        ({"state": ItemState.DESTROYED}, "destroyed_not_carried"),
        ({"state": ItemState.SENT_BACK}, "sent_back_not_carried"),
        ({"state": ItemState.SEIZED}, "seized_not_carried"),
        ({"state": ItemState.IN_CASE}, "filed_not_carried"),
        ({"state": ItemState.RESERVED}, "reserved_not_carried"),
        ({"kind": JournalKind.PUBLICATIONS}, "publication_not_carried"),
        ({"year": 2027}, "carried_to_same_year"),
        ({"year": 2028}, "carried_to_same_year"),
        ({"state": ItemState.CARRIED_OVER, "carried_to": 2028}, "carried_over_already"),
    ],
)
def test_what_does_not_pass_is_told_why(changes, code):
    assert said(replace(STANDING, **changes)) == [code]


def test_the_same_save_repeated_finds_the_document_passed():
    assert said(replace(STANDING, state=ItemState.CARRIED_OVER, carried_to=2027)) == []


def test_documents_are_registered_anew_in_the_running_year():
    assert law.year_running(2027, dt.date(2027, 1, 1)) is None
    for today in (dt.date(2026, 12, 31), dt.date(2028, 1, 1)):
        finding = law.year_running(2027, today)
        assert finding is not None
        assert finding.weight is Weight.REFUSE


def test_linked_numbers_are_not_annulled():
    assert law.not_annulled_when_linked(linked=False, number="7") is None
    assert law.not_annulled_when_linked(linked=True, number="7") is not None


def test_what_is_filed_or_destroyed_stays_where_it_is():
    stays = {
        *(MovementKind.FILING, MovementKind.DESTRUCTION, MovementKind.CARRIED_OVER),
        *(MovementKind.SENDING, MovementKind.SENDING_BACK, MovementKind.SEIZURE),
    }
    assert {None, *MovementKind} - stays == law.PASSING
    assert law.HELD < law.PASSING
