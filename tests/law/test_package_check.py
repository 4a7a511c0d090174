"""A cover is looked at, opened and counted."""

from dataclasses import replace

from dspdesk.law import package_check as law
from dspdesk.law.findings import Weight
from dspdesk.law.mail import Contents
from tests.law.packages import DAY, HERE, WHOLE, codes


def test_what_is_not_here_is_not_opened():
    assert law.to_be_opened(HERE) is None
    assert codes(law.to_be_opened(replace(HERE, handed_over_at=None))) == ["not_handed_over"]
    assert codes(law.to_be_opened(replace(HERE, struck=True))) == ["package_struck"]
    assert codes(law.to_be_opened(replace(HERE, returned_on=DAY))) == ["returned_already"]


def test_a_personal_cover_is_not_opened():
    personal = replace(HERE, personal=True)
    assert codes(law.not_opened_when_personal(personal, 1)) == ["personal_not_opened"]
    assert law.not_opened_when_personal(personal, 0) is None
    assert law.not_opened_when_personal(HERE, 1) is None
    assert law.not_opened_when_personal(replace(personal, completed=True), 1) is None


def test_a_breach_of_the_cover_is_told_and_not_refused():
    found = law.looked_at(sealed=False, intact=False, electronic=False)
    assert codes(found) == ["cover_unsealed", "cover_damaged"]
    assert {one.weight for one in found} == {Weight.HINT}
    assert law.looked_at(sealed=True, intact=True, electronic=False) == []
    assert codes(law.looked_at(sealed=None, intact=None, electronic=False)) == [
        "sealed_needed",
        "intact_needed",
    ]
    assert law.looked_at(sealed=None, intact=None, electronic=True) == []


def test_everything_stated_is_counted():
    assert law.counted(WHOLE, 1) == []
    assert law.counted(Contents(counted_sheets=3), 1) == []
    assert law.counted(Contents(counted_copies=40), 1) == []
    assert codes(law.counted(Contents(), 1)) == ["count_needed"]
    assert codes(law.counted(replace(WHOLE, counted_copies=None), 1)) == ["count_needed"]
    assert codes(law.counted(replace(WHOLE, counted_enclosure_sheets=None), 1)) == ["count_needed"]
    assert codes(law.counted(replace(WHOLE, counted_sheets=None), 1)) == ["count_needed"]


def test_a_cover_held_something():
    assert codes(law.documents_found(0, personal=False)) == ["documents_needed"]
    assert law.documents_found(0, personal=True) is None
    assert law.documents_found(1, personal=False) is None


def test_a_registered_document_is_not_struck_out():
    assert codes(law.stays_registered(True, "12 ДСП")) == ["enclosed_registered"]
    assert law.stays_registered(False, "12 ДСП") is None
    assert law.stays_registered(True, "") is None
