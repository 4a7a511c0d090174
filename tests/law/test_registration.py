"""Rules of registration on both sides of each limit."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law.findings import Weight
from dspdesk.law.kinds import OWN_DOCUMENTS, ItemState, JournalKind, MovementKind, NumberState
from dspdesk.law.registration import (
    NEEDED,
    Entry,
    check_entry,
    copies_named,
    date_not_ahead,
    date_within_year,
    item_state,
    journal_open,
    late_entry_follows,
    missing,
    number_once,
    ready_for_number,
    registered_before_moved,
    same_sender_number,
)
from dspdesk.law.values import RegistrationNumber, SheetCount

TODAY = dt.date(2026, 11, 18)
COMPLETE = Entry(
    date=TODAY,
    correspondent="Министерство финансов РК",
    their_number="05-12/884дсп",
    kind="Письмо",
    summary="о результатах аудита",
    sheets=SheetCount(4, 11),
    copies=(1, 2),
    signatory="Ахметов Б.К.",
    signed_on=TODAY,
)


def said(finding):
    """Requirement, code and field of a refusal; `None` when the rule lets the step pass."""
    if finding is None:
        return None
    assert finding.weight is Weight.REFUSE
    return finding.requirement, finding.code, finding.field


@pytest.mark.parametrize(
    ("day", "refused"),
    [
        (None, False),
        (dt.date(2025, 12, 31), True),
        (dt.date(2026, 1, 1), False),
        (dt.date(2026, 12, 31), False),
        (dt.date(2027, 1, 1), True),
    ],
)
def test_a_date_outside_the_year_is_refused(day, refused):
    finding = date_within_year(day, 2026)
    assert said(finding) == (("W9", "date_outside_year", "date") if refused else None)
    if finding:
        assert finding.facts == {"date": day, "year": 2026}


@pytest.mark.parametrize(
    ("day", "refused"),
    [(None, False), (TODAY - dt.timedelta(1), False), (TODAY, False), (TODAY + dt.timedelta(1), True)],
)
def test_nothing_is_registered_on_a_day_to_come(day, refused):
    finding = date_not_ahead(day, TODAY)
    assert said(finding) == (("W9", "date_ahead", "date") if refused else None)
    if finding:
        assert finding.facts == {"date": day, "today": TODAY}


@pytest.mark.parametrize(
    ("before", "after", "moved", "refused"),
    [
        (1, 2, (), False),
        (1, 3, (2,), True),
        (1, 2, (2,), False),
        (1, 3, (3, 2), True),
        (2, 3, (1,), False),  # was out of order before, as where a document was registered anew
        (3, 1, (2,), False),
        (None, 3, (2,), True),
        (1, None, (2,), False),
    ],
)
def test_a_corrected_date_does_not_pass_a_movement(before, after, moved, refused):
    day = {None: None} | {n: TODAY + dt.timedelta(n) for n in (1, 2, 3)}
    finding = registered_before_moved(day[before], day[after], [day[n] for n in moved])
    assert said(finding) == (("W9", "registered_after_moved", "date") if refused else None)
    if finding:
        assert finding.facts == {"date": day[after], "moved": day[2]}


@pytest.mark.parametrize(
    ("number", "refused"), [("12", True), ("12а", True), ("12б", False), ("13", False), ("1", False)]
)
def test_a_number_is_given_once_only(number, refused):
    taken = {RegistrationNumber(12), RegistrationNumber(12, "а")}
    finding = number_once(RegistrationNumber.parse(number), taken)
    assert said(finding) == (("D14a", "number_taken", "number") if refused else None)
    if finding:
        assert finding.facts == {"number": number}


@pytest.mark.parametrize(
    ("sequence", "highest", "refused"),
    [
        (1, 1, False),
        (1, 12, False),
        (12, 12, False),
        (13, 12, True),
        (0, 12, True),
        (-1, 12, True),
        (1, 0, True),
    ],
)
def test_a_late_entry_follows_a_number_already_given(sequence, highest, refused):
    finding = late_entry_follows(sequence, highest)
    assert said(finding) == (("D16", "late_after_unknown", "late_after") if refused else None)
    if finding:
        assert finding.facts == {"sequence": sequence, "highest": highest}


def test_a_closed_journal_takes_no_new_entry():
    assert journal_open(closed=False, year=2026) is None
    finding = journal_open(closed=True, year=2026)
    assert said(finding) == ("D15b", "journal_closed", "")
    assert finding.facts == {"year": 2026}


@pytest.mark.parametrize("kind", JournalKind)
@pytest.mark.parametrize(
    ("signatory", "signed_on"), [("", None), ("Ахметов Б.К.", None), ("", TODAY), ("Ахметов Б.К.", TODAY)]
)
def test_own_documents_are_registered_only_when_signed(kind, signatory, signed_on):
    ready = ready_for_number(kind, replace(COMPLETE, signatory=signatory, signed_on=signed_on))
    assert ready is (kind not in OWN_DOCUMENTS or bool(signatory and signed_on))


def test_documents_of_others_and_publications_need_no_signature_of_ours():
    assert {JournalKind.OUTGOING, JournalKind.INTERNAL} == OWN_DOCUMENTS


@pytest.mark.parametrize(("copies", "refused"), [((), True), ((1,), False), ((3, 7), False)])
def test_what_is_registered_consists_of_numbered_copies(copies, refused):
    assert said(copies_named(Entry(copies=copies))) == (
        ("D17", "copies_needed", "copies") if refused else None
    )


@pytest.mark.parametrize(
    ("earlier", "shown"), [([], None), (["№ 5 ДСП"], "№ 5 ДСП"), (["№ 5 ДСП", "№ 9 ДСП"], "№ 5 ДСП, № 9 ДСП")]
)
def test_a_senders_number_met_twice_is_a_hint(earlier, shown):
    finding = same_sender_number(earlier)
    if shown is None:
        assert finding is None
        return
    assert (finding.requirement, finding.weight, finding.field) == ("OWN", Weight.HINT, "their_number")
    assert finding.facts == {"numbers": shown}


EMPTY = Entry(copies=())
#: By hand, not from the rule: what is asked of an entry of each journal.
ASKED = {
    JournalKind.INCOMING: {"date", "correspondent", "their_number", "kind", "summary", "sheets", "copies"},
    JournalKind.OUTGOING: {"correspondent", "kind", "summary", "sheets", "copies", "signatory", "signed_on"},
    JournalKind.INTERNAL: {"correspondent", "kind", "summary", "sheets", "copies", "signatory", "signed_on"},
    JournalKind.PUBLICATIONS: {"date", "correspondent", "summary", "copies"},
}


@pytest.mark.parametrize("kind", JournalKind)
def test_fields_still_to_complete_are_named(kind):
    assert missing(kind, COMPLETE) == ()
    assert set(missing(kind, EMPTY)) == ASKED[kind]
    assert missing(kind, EMPTY) == NEEDED[kind]


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind in JournalKind for name in sorted(ASKED[kind])]
)
def test_each_field_alone_is_missed(kind, name):
    assert missing(kind, replace(COMPLETE, **{name: getattr(EMPTY, name)})) == (name,)


def test_no_sheets_are_not_unknown_sheets():
    assert missing(JournalKind.INCOMING, replace(COMPLETE, sheets=SheetCount(0))) == ()
    assert missing(JournalKind.INCOMING, replace(COMPLETE, sheets=SheetCount(None, 3))) == ("sheets",)


def test_a_good_entry_passes_every_check():
    assert check_entry(COMPLETE, 2026, TODAY) == []


def test_findings_come_in_the_order_of_the_card():
    bad = Entry(
        date=dt.date(2027, 1, 1),
        kind="Секретно",
        summary="Совершенно секретно",
        copies=(),
        notes="«Құпия» белгісі",
    )
    found = check_entry(bad, 2026, TODAY)
    assert [(finding.code, finding.field) for finding in found] == [
        ("date_outside_year", "date"),
        ("date_ahead", "date"),
        ("copies_needed", "copies"),
        ("grade_of_secrecy", "kind"),
        ("grade_of_secrecy", "summary"),
        ("grade_of_secrecy", "notes"),
    ]


RECEIPT, RETURN = MovementKind.RECEIPT, MovementKind.RETURN
FILING, DESTRUCTION = MovementKind.FILING, MovementKind.DESTRUCTION
WITHDRAWAL, SEIZURE = MovementKind.WITHDRAWAL, MovementKind.SEIZURE
SENDING_BACK = MovementKind.SENDING_BACK


@pytest.mark.parametrize(
    ("whereabouts", "state"),
    [
        ((), ItemState.REGISTERED),
        ((None,), ItemState.REGISTERED),
        ((RECEIPT, RETURN), ItemState.REGISTERED),
        ((FILING,), ItemState.IN_CASE),
        ((None, FILING), ItemState.IN_CASE),
        ((FILING, DESTRUCTION), ItemState.IN_CASE),  # while another copy lives, the item does
        ((RECEIPT, DESTRUCTION), ItemState.REGISTERED),
        ((None, DESTRUCTION), ItemState.REGISTERED),
        ((DESTRUCTION,), ItemState.DESTROYED),
        ((DESTRUCTION, DESTRUCTION), ItemState.DESTROYED),
        ((SENDING_BACK, DESTRUCTION), ItemState.SENT_BACK),
        ((WITHDRAWAL,), ItemState.REGISTERED),  # it is with the service again
        ((WITHDRAWAL, FILING), ItemState.IN_CASE),
        ((SEIZURE,), ItemState.SEIZED),
        ((SEIZURE, DESTRUCTION), ItemState.SEIZED),
        ((SENDING_BACK, SEIZURE), ItemState.SEIZED),
        ((SEIZURE, None), ItemState.REGISTERED),  # while another copy is here, the item is
        ((FILING, SEIZURE), ItemState.IN_CASE),
    ],
)
def test_the_state_of_an_issued_item_follows_from_its_copies(whereabouts, state):
    assert item_state(NumberState.ISSUED, whereabouts) is state


@pytest.mark.parametrize("whereabouts", [(), (None,), (FILING,), (DESTRUCTION,)])
def test_a_reserved_or_annulled_number_is_told_first(whereabouts):
    assert item_state(NumberState.RESERVED, whereabouts) is ItemState.RESERVED
    assert item_state(NumberState.ANNULLED, whereabouts) is ItemState.ANNULLED
