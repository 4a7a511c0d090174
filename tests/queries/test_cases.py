"""Cases as registers show them: how full a volume is, what lies in it, what waits, and the hint of paragraph 34."""

import datetime as dt
import uuid

import pytest

from dspdesk.desk import Desk
from dspdesk.law.case_file import FEW, VolumeHolds
from dspdesk.law.values import SheetCount
from dspdesk.procedures.case_file import OpenVolume, open_volume
from dspdesk.procedures.filing import FileUnregistered, file_unregistered
from dspdesk.queries import case_headings, cases
from dspdesk.queries.cases_waiting import of_cases
from dspdesk.queries.waiting import waiting
from dspdesk.queries.waiting_lists import WaitingList
from dspdesk.store.errors import NotThere
from tests import factories
from tests.factories import TODAY

NEW_YEAR = dt.date(TODAY.year + 1, 1, 1)


def plain(desk: Desk, volume: int, count: int = 1, sheets: int = 1) -> None:
    """Unclassified documents of a case, lines without entry in a journal."""
    for number in range(count):
        file_unregistered(
            desk,
            FileUnregistered(
                volume_id=volume, number=str(number + 1), dated=TODAY, heading="Письмо о сроках", sheets=sheets,
                on=TODAY, form_id=uuid.uuid4().hex, reason="полный том",
            ),
        )  # fmt: skip


def lists(desk: Desk, day: dt.date = TODAY, lines: int = 5) -> tuple[WaitingList, ...]:
    with desk.reading() as connection:
        return of_cases(desk, connection, day, lines)


def test_volumes_stand_by_year_index_case_and_number(empty_desk: Desk) -> None:
    old = factories.case_opened(empty_desk, year=TODAY.year - 1)
    second = factories.case_opened(empty_desk, case_index="02-01")
    first = factories.case_opened(empty_desk, case_index="01-01")
    following = open_volume(empty_desk, OpenVolume(case_id=cases.volume(empty_desk, first).row.case_id))
    assert [row.id for row in cases.volumes(empty_desk)] == [first, following.volume_id, second, old]
    assert [row.volumes for row in cases.volumes(empty_desk)] == [2, 2, 1, 1]


def test_a_volume_tells_what_lies_in_it(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    empty = cases.volume(empty_desk, volume).row
    assert (empty.documents, empty.sheets, empty.first_day, empty.last_day) == (0, 0, None, None)
    one = factories.registered(empty_desk, sheets=SheetCount(4, 3))
    factories.filed(empty_desk, volume, one.id)
    plain(empty_desk, volume, sheets=2)
    details = cases.volume(empty_desk, volume)
    assert (details.row.documents, details.row.sheets) == (2, 9)
    assert [
        (line.first_sheet, line.last_sheet, line.copy, line.item_id, line.there) for line in details.lines
    ] == [
        (1, 7, 1, one.id, True),
        (8, 9, None, None, True),
    ]
    assert details.row.restricted
    assert (details.row.first_day, details.row.last_day) == (TODAY, TODAY)


def test_a_heading_in_one_language_is_shown_in_both(empty_desk: Desk) -> None:
    row = cases.volume(empty_desk, factories.case_opened(empty_desk, heading_kk="Хаттар")).row
    assert (row.heading("kk"), row.heading("ru")) == ("Хаттар", "Хаттар")
    other = cases.volume(empty_desk, factories.case_opened(empty_desk, case_index="01-04")).row
    assert (other.heading("kk"), other.heading("ru")) == (
        "Министрліктермен хат алмасу",
        "Переписка с министерствами",
    )


def test_no_volume_is_said_plainly(empty_desk: Desk) -> None:
    with pytest.raises(NotThere):
        cases.volume(empty_desk, 1)
    with pytest.raises(NotThere):
        case_headings.card(empty_desk, 1)


def test_more_than_a_few_of_both_kinds_give_the_hint_of_paragraph_34(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    items = [factories.registered(empty_desk, sheets=SheetCount(1)).id for _at in range(FEW + 1)]
    factories.filed(empty_desk, volume, *items)
    plain(empty_desk, volume, FEW)
    assert cases.volume(empty_desk, volume).hints == ()
    plain(empty_desk, volume)
    (hint,) = cases.volume(empty_desk, volume).hints
    assert (hint.requirement, hint.code, dict(hint.facts)) == (
        "D34",
        "cases_apart_advisable",
        {"restricted": FEW + 1, "unclassified": FEW + 1},
    )
    elsewhere = factories.case_opened(empty_desk, case_index="01-04")
    assert cases.volume(empty_desk, elsewhere).hints == ()


def test_headings_of_the_plans_with_their_open_cases(empty_desk: Desk) -> None:
    old = factories.plan_entry(empty_desk, year=TODAY.year - 1)
    entry = factories.plan_entry(empty_desk, restricted=True)
    factories.case_opened(empty_desk, entry)
    factories.plan_entry(empty_desk, case_index="01-09", struck_on=TODAY)
    rows = case_headings.headings(empty_desk)
    assert [(row.id, row.cases, row.restricted) for row in rows] == [(entry, 1, True), (old, 0, False)]
    assert rows[0].heading() == "Переписка с министерствами"
    assert rows[0].unit() == "Отдел анализа"


def test_a_nearly_full_volume_waits_until_the_next_one_is_open(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    plain(empty_desk, volume, sheets=159)
    assert [one.total for one in lists(empty_desk)] == [0, 0]
    plain(empty_desk, volume)
    (full, _left) = lists(empty_desk)
    (line,) = full.lines
    assert (full.total, line.place, line.row, line.right) == (1, "cases", volume, "160 из 180")
    assert line.words == "01-03, т. 1 · Переписка с министерствами"
    assert "Volumes nearly full" in [one.title for one in waiting(empty_desk, 3)]
    open_volume(empty_desk, OpenVolume(case_id=cases.volume(empty_desk, volume).row.case_id))
    assert lists(empty_desk)[0].total == 0


def test_a_volume_of_one_enclosure_is_never_nearly_full(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    one = factories.registered(empty_desk, sheets=SheetCount(4, 190))
    factories.filed(empty_desk, volume, one.id, enclosure_apart=True)
    assert {row.holds for row in cases.volumes(empty_desk)} == {VolumeHolds.DOCUMENTS, VolumeHolds.ENCLOSURE}
    assert lists(empty_desk)[0].total == 0
    plain(empty_desk, volume, sheets=160)
    assert [line.row for line in lists(empty_desk)[0].lines] == [
        volume
    ]  # the enclosure after it is no next volume


def test_cases_of_earlier_years_wait_to_be_closed(empty_desk: Desk) -> None:
    from dspdesk.models import CaseFile

    volume = factories.case_opened(empty_desk)
    factories.case_opened(empty_desk, case_index="01-04", carry_over=True)
    assert lists(empty_desk)[1].total == 0
    (_full, left) = lists(empty_desk, NEW_YEAR)
    assert [(line.row, line.right) for line in left.lines] == [(volume, str(TODAY.year))]
    with empty_desk.transaction("test:case:closed") as step:
        case = step.session.get_one(CaseFile, cases.volume(empty_desk, volume).row.case_id)
        case.closed_on = TODAY
    assert lists(empty_desk, NEW_YEAR)[1].total == 0


def test_the_mark_stands_on_today_as_soon_as_a_restricted_document_is_filed(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    plain(empty_desk, volume, sheets=160)
    assert "ДСП" not in lists(empty_desk)[0].lines[0].words
    factories.filed(
        empty_desk, volume, factories.registered(empty_desk, sheets=SheetCount(1)).id, reason="один вопрос"
    )
    assert lists(empty_desk)[0].lines[0].words.startswith("01-03, т. 1 · ДСП · ")
