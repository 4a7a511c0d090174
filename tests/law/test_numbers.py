"""Reserving, confirming and skipping numbers: the rules."""

import datetime as dt

import pytest

from dspdesk.law import registration as law
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import JournalKind, NumberState
from dspdesk.law.registration import MOST_RESERVED, MOST_SKIPPED, Entry
from dspdesk.law.registration_journal import PassedOver, skipped_line
from dspdesk.law.values import RegistrationNumber

DAY = dt.date(2026, 11, 18)
BEFORE, AFTER = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("signatory", "signed_on", "codes"),
    [
        ("Ким А.В.", DAY, []),
        ("Ким А.В.", AFTER, []),
        ("", DAY, ["signatory_needed"]),
        (" ", None, ["signatory_needed", "signing_date_needed"]),
        ("Ким А.В.", BEFORE, ["signed_before_reserved"]),
        ("Ким А.В.", dt.date(2027, 1, 1), ["signed_after_year"]),
    ],
)
def test_a_number_is_confirmed_with_signatory_and_day(signatory, signed_on, codes):
    found = law.check_confirmation(Entry(signatory=signatory, signed_on=signed_on), DAY, 2026)
    assert [finding.code for finding in found] == codes
    warned = {finding.code for finding in found if finding.weight is Weight.WARN}
    assert warned == {"signed_before_reserved"} & set(codes)


@pytest.mark.parametrize(
    ("date", "signed_on", "code"),
    [
        (DAY, DAY, ""),
        (DAY, BEFORE, ""),
        (BEFORE, DAY, "registered_before_signed"),
        (None, DAY, ""),
        (None, dt.date(2025, 12, 31), ""),
        (None, dt.date(2027, 1, 1), "signed_after_year"),
        (DAY, None, ""),
    ],
)
def test_nothing_is_registered_before_it_is_signed(date, signed_on, code):
    found = law.check_entry(Entry(date=date, signed_on=signed_on), 2026, dt.date(2027, 1, 1))
    assert [(f.code, f.weight) for f in found] == ([(code, Weight.REFUSE)] if code else [])


def test_what_is_confirmed_is_registered_no_earlier_than_signed():
    assert law.dated_when_signed(Entry(date=BEFORE, signed_on=DAY)).date == DAY
    assert law.dated_when_signed(Entry(date=None, signed_on=DAY)).date == DAY
    for stays in (Entry(date=DAY, signed_on=BEFORE), Entry(date=DAY), Entry(date=DAY, signed_on=DAY)):
        assert law.dated_when_signed(stays) == stays


def test_the_journal_of_a_year_to_come_takes_nothing_without_a_date_either():
    codes = [f.code for year in (2026, 2027) for f in law.check_entry(Entry(date=None), year, DAY)]
    assert codes == ["year_to_come"]


def test_nothing_is_signed_on_a_day_to_come():
    assert law.signed_not_ahead(DAY, DAY) is None
    assert law.signed_not_ahead(None, DAY) is None
    assert law.signed_not_ahead(AFTER, DAY).code == "signed_ahead"
    assert "signed_ahead" in [f.code for f in law.check_entry(Entry(signed_on=AFTER), 2026, DAY)]


@pytest.mark.parametrize("state", NumberState)
def test_only_a_reserved_number_is_confirmed(state):
    assert (law.only_reserved(state, RegistrationNumber(1)) is None) is (state is NumberState.RESERVED)


@pytest.mark.parametrize(
    ("kind", "may"), [(kind, kind in {JournalKind.OUTGOING, JournalKind.INTERNAL}) for kind in JournalKind]
)
def test_numbers_are_reserved_for_own_documents(kind, may):
    assert (law.reserved_for_own(kind) is None) is may


@pytest.mark.parametrize(
    ("count", "may"), [(0, False), (1, True), (MOST_RESERVED, True), (MOST_RESERVED + 1, False)]
)
def test_a_few_numbers_at_a_time(count, may):
    assert (law.reserved_count(count) is None) is may


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (48, 48, ""),
        (48, 48 + MOST_SKIPPED - 1, ""),
        (48, 48 + MOST_SKIPPED, "skip_count"),
        (48, 47, "skip_count"),
        (47, 50, "skip_not_next"),
        (49, 50, "skip_not_next"),
    ],
)
def test_only_the_next_numbers_are_skipped(first, last, code):
    found = law.skipped_next(first, last, 47)
    assert (found.code if found else "") == code


@pytest.mark.parametrize(
    ("first", "last", "taken", "code"),
    [
        (5, 9, [], ""),
        (5, 9, [7], "no_gap"),
        (0, 3, [], "no_gap"),
        (46, 47, [], "no_gap"),
        (9, 5, [], "skip_count"),
        (5, 5 + MOST_SKIPPED, [], "skip_count"),
    ],
)
def test_only_a_gap_is_explained(first, last, taken, code):
    found = law.gap_explained(first, last, taken, 47)
    assert (found.code if found else "") == code


@pytest.mark.parametrize(
    ("kind", "column"), [(JournalKind.INCOMING, 0), (JournalKind.OUTGOING, 1), (JournalKind.PUBLICATIONS, 0)]
)
def test_skipped_numbers_stand_in_the_column_of_numbers(kind, column):
    line = skipped_line(PassedOver(48, 50, "испорчены бланки"), kind, "ru")
    assert line[column].replace("\N{NO-BREAK SPACE}", " ") == "№ 48–50"
    assert line[13] == "Номера пропущены: испорчены бланки"
    assert [cell for place, cell in enumerate(line) if place not in {column, 13}] == [""] * 12


def test_one_skipped_number_without_a_reason():
    line = skipped_line(PassedOver(48, 48), JournalKind.INCOMING, "kk")
    assert (line[0].replace("\N{NO-BREAK SPACE}", " "), line[13]) == ("№ 48", "Қалып қойған нөмір")
