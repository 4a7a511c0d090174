"""Closing a case: each thing that stands against it, with its weight and its repair; nothing against a whole one."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import case_closing as law
from dspdesk.law.case_closing import (
    Certified,
    FiledDocument,
    FinishedCase,
    FinishedVolume,
    LinkedApart,
    Repair,
)
from dspdesk.law.case_file import CopyNature, VolumeHolds
from dspdesk.law.findings import Weight
from dspdesk.law.relations import Side
from dspdesk.law.retention import Period

DAY = dt.date(2027, 1, 15)
LINE = FiledDocument(filing_id=5, volume_id=1, words="№ 12", year=2026, item_id=9, copy_id=3)
VOLUME = FinishedVolume(
    volume_id=1,
    words="01-03, т. 1",
    year=2026,
    period=Period.PERMANENT,
    sheets=15,
    lines=(LINE,),
    certified=Certified(numbered=15),
    filed_on=dt.date(2026, 12, 20),
)
CASE = FinishedCase(case_id=7, words="01-03", year=2026, volumes=(VOLUME,))
APART = LinkedApart(item_id=9, number="№ 12", other_id=10, other="№ 40", side=Side.ANSWERED_BY)


def of_line(**changes: object) -> FinishedCase:
    return of_volume(lines=(replace(LINE, **changes),))


def of_volume(**changes: object) -> FinishedCase:
    return replace(CASE, volumes=(replace(VOLUME, **changes),))


def said(case: FinishedCase, today: dt.date = DAY) -> list[tuple[str, Weight, Repair | None]]:
    """All that is said, but for the hint that the volume is bound."""
    found = law.of_case(case, today)
    return [
        (one.finding.code, one.finding.weight, one.repair)
        for one in found
        if one.finding.code != "closing_bound"
    ]


def test_nothing_stands_against_a_whole_case() -> None:
    assert said(CASE) == []
    (hint,) = law.of_case(CASE, DAY)
    assert (hint.finding.code, hint.finding.weight) == ("closing_bound", Weight.HINT)


@pytest.mark.parametrize(
    ("case", "code", "weight", "repair"),
    [
        (of_line(printout_missing=True), "closing_printout_missing", Weight.REFUSE, Repair.PRINTOUT),
        (of_line(on_control=True), "closing_on_control", Weight.REFUSE, Repair.CONTROL),
        (of_line(signed=False), "closing_unsigned", Weight.REFUSE, Repair.ENTRY),
        (of_line(nature=CopyNature.DRAFT), "closing_draft", Weight.REFUSE, Repair.TAKE_OUT),
        (of_line(nature=CopyNature.SPARE), "closing_spare", Weight.REFUSE, Repair.TAKE_OUT),
        (of_line(nature=CopyNature.TO_BE_RETURNED), "closing_to_be_returned", Weight.REFUSE, Repair.TAKE_OUT),
        (of_line(second_copy=True), "closing_second_copy", Weight.REFUSE, Repair.TAKE_OUT),
        (of_line(year=2025), "closing_other_year", Weight.REFUSE, Repair.MOVE),
        (
            of_volume(sheets=181, certified=Certified(numbered=181)),
            "closing_over_full",
            Weight.REFUSE,
            Repair.MOVE,
        ),
        (of_volume(unprinted=2), "closing_unprinted", Weight.REFUSE, Repair.INVENTORY),
        (of_volume(certified=None), "closing_uncertified", Weight.REFUSE, Repair.CERTIFICATION),
        (
            of_volume(inventory_finished=False),
            "closing_inventory_unfinished",
            Weight.REFUSE,
            Repair.INVENTORY,
        ),
        (
            of_volume(certified=Certified(numbered=15, printed=False)),
            "closing_sheet_unprinted",
            Weight.REFUSE,
            Repair.SHEET_PAPER,
        ),
        (
            of_volume(certified=Certified(numbered=16, fits=False)),
            "closing_sheets_differ",
            Weight.WARN,
            Repair.CERTIFICATION,
        ),
        (of_volume(lines=(), sheets=0, certified=None), "closing_empty", Weight.WARN, Repair.FILE),
        (replace(CASE, responsible=False), "closing_nobody", Weight.REFUSE, Repair.CASE),
        (replace(CASE, apart=(APART,)), "closing_linked_nowhere", Weight.WARN, Repair.LINKED),
        (
            replace(CASE, apart=(replace(APART, filed_in="01-04, т. 1"),)),
            "closing_linked_elsewhere",
            Weight.WARN,
            Repair.LINKED,
        ),
        (replace(CASE, closed=True), "closed_already", Weight.REFUSE, None),
    ],
)
def test_each_thing_that_stands_against_it(
    case: FinishedCase, code: str, weight: Weight, repair: Repair | None
) -> None:
    assert said(case) == [(code, weight, repair)]


def test_the_ids_are_of_what_the_repair_is_about() -> None:
    (found, _bound) = law.of_case(of_line(on_control=True), DAY)
    assert (found.volume_id, found.filing_id, found.item_id) == (1, 5, 9)


def test_a_short_period_asks_for_neither_inventory_nor_certification() -> None:
    short = of_volume(period=Period.SHORT, certified=None, unprinted=3)
    assert law.of_case(short, DAY) == []
    assert [code for code, *_ in said(of_volume(period=Period.LONG, certified=None, unprinted=3))] == [
        "closing_unprinted",
        "closing_uncertified",
    ]


def test_a_carry_over_case_holds_later_years_and_no_earlier_ones() -> None:
    assert said(of_volume(carry_over=True, lines=(replace(LINE, year=2027),))) == []
    assert said(of_volume(carry_over=True, lines=(replace(LINE, year=2025),)))[0][0] == "closing_other_year"


@pytest.mark.parametrize("sheets", [179, 180])
def test_180_sheets_are_not_too_many(sheets: int) -> None:
    assert said(of_volume(sheets=sheets, certified=Certified(numbered=sheets))) == []


def test_a_volume_of_one_enclosure_is_as_large_as_that() -> None:
    large = of_volume(sheets=240, certified=Certified(numbered=240), holds=VolumeHolds.ENCLOSURE)
    assert said(large) == []


def test_a_running_year_is_a_hint() -> None:
    (told,) = said(CASE, dt.date(2026, 11, 22))
    assert told == ("closing_year_runs", Weight.HINT, None)


def test_volumes_closed_before_are_not_asked_again() -> None:
    closed = replace(VOLUME, volume_id=2, closed=True, certified=None)
    transferred = replace(VOLUME, volume_id=3, transferred=True, unprinted=4)
    assert said(replace(CASE, volumes=(VOLUME, closed, transferred))) == []


def test_refusals_come_first_and_hints_last() -> None:
    case = replace(of_line(on_control=True), apart=(APART,))
    assert [one.finding.weight for one in law.of_case(case, DAY)] == [
        Weight.REFUSE,
        Weight.WARN,
        Weight.HINT,
    ]


def test_a_volume_is_closed_for_itself() -> None:
    second = replace(VOLUME, volume_id=2, unprinted=1)
    case = replace(CASE, volumes=(VOLUME, second), apart=(APART,), responsible=False)
    assert [one.finding.code for one in law.of_volume(case, 1)] == ["closing_bound"]
    assert law.of_volume(case, 2)[0].finding.code == "closing_unprinted"
    closed = replace(CASE, volumes=(replace(VOLUME, closed=True),))
    assert law.of_volume(closed, 1)[0].finding.code == "closed_already"
    assert law.of_volume(replace(CASE, closed=True), 1)[0].finding.code == "closed_already"


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (dt.date(2027, 1, 16), "moved_ahead"),
        (dt.date(2026, 12, 19), "closed_before_filed"),
        (dt.date(2026, 12, 20), None),
        (DAY, None),
    ],
)
def test_the_day_of_closing(on: dt.date, code: str | None) -> None:
    found = law.on_a_day(on, CASE, DAY)
    assert (found.code if found else None) == code


def test_the_day_of_closing_a_volume_asks_its_own_days() -> None:
    later = replace(VOLUME, volume_id=2, filed_on=DAY)
    case = replace(CASE, volumes=(VOLUME, later))
    assert law.on_a_day(dt.date(2026, 12, 20), case, DAY, 1) is None
    assert law.on_a_day(dt.date(2026, 12, 20), case, DAY, 2).code == "closed_before_filed"
    assert law.on_a_day(DAY, replace(CASE, volumes=()), DAY) is None


def test_nothing_is_closed_before_it_was_opened() -> None:
    """An empty volume has no documents that would say it."""
    empty = replace(VOLUME, lines=(), filed_on=None, opened_on=DAY)
    case = replace(CASE, volumes=(VOLUME, replace(empty, volume_id=2)))
    before = DAY - dt.timedelta(1)
    assert law.on_a_day(before, case, DAY).code == "closed_before_opened"
    assert law.on_a_day(before, case, DAY, 2).code == "closed_before_opened"
    assert law.on_a_day(before, case, DAY, 1) is None
    assert law.on_a_day(DAY, case, DAY) is None


def test_no_case_was_closed_before_its_last_volume() -> None:
    shut = replace(VOLUME, volume_id=2, closed=True, closed_on=DAY)
    case = replace(CASE, volumes=(VOLUME, shut))
    before = DAY - dt.timedelta(1)
    found = law.on_a_day(before, case, DAY)
    assert (found.code, found.facts["closed"]) == ("closed_before_volume", DAY)
    assert law.on_a_day(DAY, case, DAY) is None
    assert law.on_a_day(before, case, DAY, 1) is None  # of another volume nothing is asked


@pytest.mark.parametrize(
    ("volume", "case_closed", "reason", "codes"),
    [
        (replace(VOLUME, closed=True), True, "ошибка", []),
        (VOLUME, True, "ошибка", []),
        (replace(VOLUME, closed=True), False, "ошибка", []),
        (replace(VOLUME, closed=True), True, " ", ["reason_needed"]),
        (VOLUME, False, "ошибка", ["reopened_open"]),
        (replace(VOLUME, closed=True, transferred=True), True, "ошибка", ["reopened_transferred"]),
    ],
)
def test_opening_again(volume: FinishedVolume, case_closed: bool, reason: str, codes: list[str]) -> None:
    found = law.reopened(volume, replace(CASE, closed=case_closed), reason)
    assert [finding.code for finding in found if finding is not None] == codes


def test_a_printout_is_noted_where_it_is_missing() -> None:
    assert law.printout_awaited("№ 12", missing=True) is None
    assert law.printout_awaited("№ 12", missing=False).code == "printout_not_awaited"
    assert law.printout_heading("Договор", "ru") == "Распечатка: Договор"
    assert law.printout_heading("Шарт", "kk") == "Басылып шығарылған нұсқасы: Шарт"
