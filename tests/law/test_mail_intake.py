"""Rules of receipt, one by one."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import mail_intake as law
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import Carrier, ItemState, JournalKind
from dspdesk.law.mail_intake import Contents, Counted, Difference, PackageFacts, PackageState

NOON = dt.datetime(2026, 11, 18, 12)
HOUR = dt.timedelta(hours=1)
DAY = dt.date(2026, 11, 18)
HERE = PackageFacts(received_at=NOON - HOUR, handed_over_at=NOON - HOUR)
CHECKED = replace(HERE, checked_at=NOON)


def codes(*found: Finding | list[Finding] | None) -> list[str]:
    flat = [one for some in found for one in (some if isinstance(some, list) else [some])]
    return [one.code for one in flat if one is not None]


def test_only_the_entrusted_receive_mail():
    found = law.entrusted("Ким А.Б.", entrusted=False)
    assert (found.requirement, found.weight, found.code) == ("D12", Weight.REFUSE, "mail_not_entrusted")
    assert law.entrusted("Ким А.Б.", entrusted=True) is None


@pytest.mark.parametrize(
    ("first", "basis", "last", "expected"),
    [
        (DAY, "инструкция № 7", None, []),
        (DAY, "инструкция № 7", DAY, []),
        (None, " ", None, ["entrusted_from_needed", "entrusted_by_needed"]),
        (DAY, "инструкция № 7", DAY - dt.timedelta(days=1), ["entrusted_ends_early"]),
    ],
)
def test_an_entrustment_has_a_day_and_a_paper(first, basis, last, expected):
    assert codes(law.entrustment_in_order(first, basis, last)) == expected


def test_nobody_is_entrusted_twice_at_a_time():
    assert codes(law.entrusted_once("Ким А.Б.", already=True)) == ["entrusted_already"]
    assert law.entrusted_once("Ким А.Б.", already=False) is None


def test_the_moments_stand_in_their_order():
    assert law.received(NOON, NOON) is None
    assert codes(law.received(None, NOON), law.received(NOON + HOUR, NOON)) == [
        "received_needed",
        "received_ahead",
    ]
    assert law.handed_over(NOON, NOON, NOON) is None
    assert codes(law.handed_over(NOON - HOUR, NOON, NOON)) == ["handed_over_before_received"]
    assert codes(law.handed_over(NOON + HOUR, NOON, NOON)) == ["handed_over_ahead"]
    assert law.checked_in_order(NOON, NOON, NOON) is None
    assert codes(law.checked_in_order(NOON - HOUR, NOON, NOON)) == ["checked_before_handed_over"]
    assert codes(law.checked_in_order(NOON + HOUR, NOON, NOON)) == ["checked_ahead"]
    assert law.registered_after_receipt(DAY, DAY) is None
    assert law.registered_after_receipt(None, DAY) is None
    assert codes(law.registered_after_receipt(DAY, DAY + dt.timedelta(days=1))) == [
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


WHOLE = Contents(
    stated_sheets=4, counted_sheets=4, stated_enclosure_sheets=11, counted_enclosure_sheets=11, stated_copies=2,
    counted_copies=2,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"stated_sheets": None}, []),
        ({"counted_sheets": 3}, [Difference(Counted.SHEETS, 4, 3)]),
        ({"counted_sheets": 5}, [Difference(Counted.SHEETS, 4, 5)]),
        ({"counted_enclosure_sheets": 9}, [Difference(Counted.ENCLOSURE_SHEETS, 11, 9)]),
        ({"counted_copies": 0}, [Difference(Counted.COPIES, 2, 0)]),
        ({"missing": " приложение 2 "}, [Difference(Counted.ENCLOSURES, missing="приложение 2")]),
    ],
)
def test_differences(changes, expected):
    assert list(law.differences(replace(WHOLE, **changes))) == expected


def test_what_is_more_than_stated_is_no_shortage():
    assert not Difference(Counted.SHEETS, 4, 5).short
    assert Difference(Counted.SHEETS, 4, 3).short
    assert Difference(Counted.ENCLOSURES, missing="приложение 2").short


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


def test_a_check_is_changed_with_a_reason_and_the_log_not_after_it():
    assert law.checked_once(HERE) is None
    found = law.checked_once(CHECKED)
    assert (found.code, found.weight) == ("checked_already", Weight.WARN)
    assert law.changed_before_check(HERE) is None
    assert codes(law.changed_before_check(CHECKED)) == ["package_checked_already"]
    assert codes(law.changed_before_check(replace(HERE, registered=1))) == ["package_checked_already"]
    assert codes(law.changed_before_check(replace(HERE, returned_on=DAY))) == ["returned_already"]


def test_a_registered_document_is_not_struck_out():
    assert codes(law.stays_registered(True, "12 ДСП")) == ["enclosed_registered"]
    assert law.stays_registered(False, "12 ДСП") is None
    assert law.stays_registered(True, "") is None


@pytest.mark.parametrize(
    ("kept", "states", "unregistered", "returned", "expected"),
    [
        (False, [ItemState.DESTROYED], 0, False, ["cover_not_kept"]),
        (True, [ItemState.DESTROYED], 0, False, []),
        (True, [ItemState.SENT_BACK], 0, False, []),
        (
            True,
            [ItemState.SEIZED],
            0,
            False,
            ["cover_before_document"],
        ),  # it was seized, and is not destroyed
        (True, [ItemState.DESTROYED, ItemState.IN_CASE], 0, False, ["cover_before_document"]),
        (True, [ItemState.CARRIED_OVER], 0, False, ["cover_before_document"]),
        (True, [ItemState.DESTROYED], 1, False, ["cover_before_document"]),
        (True, [], 0, False, ["cover_before_document"]),
        (True, [], 1, True, []),
        (True, [ItemState.REGISTERED], 0, True, ["cover_before_document"]),
    ],
)
def test_a_kept_cover_outlives_its_document(kept, states, unregistered, returned, expected):
    found = law.cover_outlives(kept=kept, states=states, unregistered=unregistered, returned=returned)
    assert codes(found) == expected


def test_a_destroyed_cover_is_there_no_more():
    assert codes(law.cover_there(DAY)) == ["cover_discarded_already"]
    assert law.cover_there(None) is None


def test_what_came_by_mistake_goes_back_once():
    wrong = replace(HERE, misdirected=True)
    assert law.once_misdirected(HERE) is None
    assert codes(law.once_misdirected(wrong)) == ["misdirected_already"]
    assert law.sent_back(wrong, DAY, DAY, DAY) == []
    assert codes(law.sent_back(HERE, DAY, DAY, DAY)) == ["not_misdirected"]
    tomorrow = DAY + dt.timedelta(days=1)
    assert codes(law.sent_back(wrong, None, DAY, DAY)) == ["mail_day_needed"]
    assert codes(law.sent_back(wrong, tomorrow, DAY, DAY)) == ["mail_day_ahead"]
    assert codes(law.sent_back(wrong, DAY, tomorrow, tomorrow)) == ["mail_day_early"]


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


@pytest.mark.parametrize(
    ("kind", "carrier", "clean", "expected"),
    [
        (JournalKind.INCOMING, Carrier.PAPER, None, []),
        (JournalKind.INCOMING, Carrier.ELECTRONIC, True, []),
        (JournalKind.INCOMING, Carrier.ELECTRONIC, None, ["carrier_not_checked"]),
        (JournalKind.PUBLICATIONS, Carrier.ELECTRONIC, False, ["carrier_not_clean"]),
        (JournalKind.OUTGOING, Carrier.ELECTRONIC, None, []),
    ],
)
def test_a_carrier_is_let_in_only_clean(kind, carrier, clean, expected):
    assert codes(law.carrier_checked(kind, carrier, clean)) == expected


def test_a_check_of_a_carrier_says_by_what_when_and_by_whom():
    whole = law.CarrierFound(means="антивирус 5.2", checked_on=DAY, checked_by_id=1, clean=False)
    assert law.check_of_carrier(whole, DAY) == []
    empty = law.CarrierFound(means=" ", checked_on=None, checked_by_id=None, clean=True)
    assert codes(law.check_of_carrier(empty, DAY)) == ["means_needed", "checker_needed", "checked_on_needed"]
    ahead = replace(whole, checked_on=DAY + dt.timedelta(days=1))
    assert codes(law.check_of_carrier(ahead, DAY)) == ["mail_day_ahead"]


def test_a_personal_cover_is_completed_after_its_addressee_had_it():
    personal = replace(HERE, personal=True)

    def asked(facts=personal, opened=DAY, given=DAY):
        return codes(law.personal_completed(facts, opened_on=opened, given_on=given, today=DAY))

    assert asked() == []
    assert asked(facts=HERE) == ["not_personal"]
    assert asked(facts=replace(personal, completed=True)) == ["personal_completed"]
    assert asked(given=None) == ["personal_not_given"]
    assert asked(opened=None) == ["mail_day_needed"]
    assert asked(opened=DAY - dt.timedelta(days=1)) == ["mail_day_early"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"struck": True, "handed_over_at": None}, PackageState.STRUCK),
        ({"returned_on": DAY, "misdirected": True}, PackageState.RETURNED),
        ({"misdirected": True, "checked_at": None}, PackageState.MISDIRECTED),
        ({"handed_over_at": None, "checked_at": None}, PackageState.WITH_DUTY_OFFICER),
        ({"checked_at": None}, PackageState.TO_CHECK),
        ({"checked_at": None, "personal": True, "to_register": 1}, PackageState.TO_REGISTER),
        ({"electronic": True, "to_register": 1}, PackageState.CARRIER),
        ({"electronic": True, "carrier_clean": False}, PackageState.CARRIER),
        ({"electronic": True, "carrier_clean": True, "to_register": 1}, PackageState.TO_REGISTER),
        ({"to_register": 1, "differs": True}, PackageState.TO_REGISTER),
        ({"registered": 1, "differs": True}, PackageState.DIFFERENCE),
        ({"registered": 1, "differs": True, "act": True}, PackageState.DONE),
        ({"registered": 1, "personal": True}, PackageState.PERSONAL),
        ({"registered": 1, "personal": True, "completed": True}, PackageState.DONE),
        ({"registered": 1}, PackageState.DONE),
    ],
)
def test_what_a_package_waits_for(changes, expected):
    assert law.state(replace(CHECKED, **changes)) is expected


def test_the_words_of_an_unopened_cover_are_there_in_both_languages():
    assert set(law.PERSONAL_COVER) == {"ru", "kk"}
    assert "«Лично»" in law.PERSONAL_COVER["ru"].summary
    assert "«Жеке»" in law.PERSONAL_COVER["kk"].summary
