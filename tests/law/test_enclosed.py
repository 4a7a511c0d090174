"""What stands in a cover is registered."""

from dataclasses import replace

from dspdesk.law import enclosed as law
from dspdesk.law.kinds import JournalKind
from tests.law.packages import CHECKED, HERE, WHOLE, codes


def test_a_cover_is_registered_after_its_check_and_a_misdirected_one_not_at_all():
    assert law.ready_to_register(CHECKED, misdirected_numbered=False) == []
    assert codes(law.ready_to_register(HERE, misdirected_numbered=False)) == ["package_unchecked"]
    assert law.ready_to_register(replace(HERE, personal=True), misdirected_numbered=False) == []
    wrong = replace(CHECKED, misdirected=True)
    assert codes(law.ready_to_register(wrong, misdirected_numbered=False)) == ["misdirected_not_registered"]
    assert law.ready_to_register(wrong, misdirected_numbered=True) == []
    held = replace(HERE, handed_over_at=None)
    assert codes(law.ready_to_register(held, misdirected_numbered=False)) == [
        "not_handed_over",
        "package_unchecked",
    ]


def test_a_document_of_a_cover_is_registered_once_and_only_if_it_was_there():
    assert codes(law.registered_once("12 ДСП")) == ["enclosed_registered"]
    assert law.registered_once("") is None
    assert codes(law.there_to_register(replace(WHOLE, counted_sheets=0))) == ["enclosed_absent"]
    assert codes(law.there_to_register(replace(WHOLE, counted_copies=0))) == ["enclosed_absent"]
    assert law.there_to_register(WHOLE) is None
    assert codes(law.of_received(JournalKind.OUTGOING)) == ["mail_to_own_journal"]
    assert law.of_received(JournalKind.PUBLICATIONS) is None
