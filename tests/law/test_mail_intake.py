"""Mail is brought, logged and handed over; the moments of receipt."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import enclosed, package_check
from dspdesk.law import mail_intake as law
from dspdesk.law.findings import Weight
from tests.law.packages import CHECKED, DAY, HERE, HOUR, NOON, codes


def test_the_moments_stand_in_their_order():
    assert law.received(NOON, NOON) is None
    assert codes(law.received(None, NOON), law.received(NOON + HOUR, NOON)) == [
        "received_needed",
        "received_ahead",
    ]
    assert law.handed_over(NOON, NOON, NOON) is None
    assert codes(law.handed_over(NOON - HOUR, NOON, NOON)) == ["handed_over_before_received"]
    assert codes(law.handed_over(NOON + HOUR, NOON, NOON)) == ["handed_over_ahead"]
    assert package_check.checked_in_order(NOON, NOON, NOON) is None
    assert codes(package_check.checked_in_order(NOON - HOUR, NOON, NOON)) == ["checked_before_handed_over"]
    assert codes(package_check.checked_in_order(NOON + HOUR, NOON, NOON)) == ["checked_ahead"]
    assert enclosed.registered_after_receipt(DAY, DAY) is None
    assert enclosed.registered_after_receipt(None, DAY) is None
    assert codes(enclosed.registered_after_receipt(DAY, DAY + dt.timedelta(days=1))) == [
        "registered_before_received"
    ]


def test_a_delivery_has_covers_and_each_is_told():
    assert codes(law.packages_named(0)) == ["packages_needed"]
    assert law.packages_named(30) is None
    assert codes(law.package_told(" ", "", 3)) == ["package_untold"]
    assert law.package_told("", "884дсп", 3) is None
    assert law.package_told("Акимат", "", 3) is None
    assert codes(law.personal_to_somebody(None, 2)) == ["addressee_needed"]
    assert law.personal_to_somebody(5, 2) is None


@pytest.mark.parametrize(
    ("out", "permanent", "officer", "bearer", "expected"),
    [
        (False, True, None, "", []),
        (False, False, None, "", []),
        (True, True, 5, "", []),
        (True, True, None, "", ["duty_officer_needed"]),
        (True, False, None, "", ["bearer_needed"]),
        (True, False, None, "Ли В.С.", ["no_duty_officers"]),
    ],
)
def test_out_of_hours(out, permanent, officer, bearer, expected):
    found = law.out_of_hours(out=out, permanent_duty=permanent, duty_officer_id=officer, bearer=bearer)
    assert codes(found) == expected
    assert all(one.requirement == "D13" for one in found)
    if expected == ["no_duty_officers"]:
        assert found[0].weight is Weight.WARN


def test_a_hand_over_is_of_something_to_somebody_once():
    assert codes(law.deliveries_chosen(0), law.taken_by_somebody(None)) == [
        "deliveries_needed",
        "taker_needed",
    ]
    assert codes(law.deliveries_chosen(1), law.taken_by_somebody(5), law.not_handed_over_yet(None)) == []
    assert codes(law.not_handed_over_yet(NOON)) == ["handed_over_already"]


def test_a_check_is_changed_with_a_reason_and_the_log_not_after_it():
    assert package_check.checked_once(HERE) is None
    found = package_check.checked_once(CHECKED)
    assert (found.code, found.weight) == ("checked_already", Weight.WARN)
    assert law.changed_before_check(HERE) is None
    assert codes(law.changed_before_check(CHECKED)) == ["package_checked_already"]
    assert codes(law.changed_before_check(replace(HERE, registered=1))) == ["package_checked_already"]
    assert codes(law.changed_before_check(replace(HERE, returned_on=DAY))) == ["returned_already"]
