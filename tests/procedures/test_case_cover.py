"""The cover of a volume from the store: what is known of it stands there, in both languages."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.case_cover import Detail
from dspdesk.law.certification_sheet import Statement
from dspdesk.procedures.case_closing import CloseVolume, close_volume
from dspdesk.procedures.certification_sheet import FillIn, fill_in
from dspdesk.procedures.filing_correction import StrikeFiling, strike
from dspdesk.procedures.printing import PaperRequest, preview, print_paper
from dspdesk.procedures.withdrawal import TakeOut, take_out
from dspdesk.queries import case_cover
from dspdesk.queries.signatures import printouts
from dspdesk.store.errors import NotThere
from tests import factories
from tests.factories import TODAY
from tests.reports.reading import pages


@pytest.fixture
def volume(empty_desk: Desk) -> int:
    """Correspondence of two documents, kept for five years."""
    made = factories.case_opened(empty_desk)
    factories.filed(
        empty_desk,
        made,
        factories.registered(empty_desk).id,
        factories.registered(empty_desk, their_number="8").id,
    )
    return made


def test_what_the_store_knows_stands_on_the_cover(empty_desk: Desk, volume: int) -> None:
    close_volume(empty_desk, CloseVolume(volume_id=volume, on=TODAY))
    found = case_cover.content(empty_desk, volume, "ru")
    assert (found.case_index, found.volume, found.unit) == ("01-03", 1, "Отдел анализа")
    assert found.heading == "Переписка с министерствами"
    assert found.retention == "5 лет, ст. 47"
    assert (found.first_day, found.last_day) == (TODAY, TODAY)
    assert Detail.MARK in found.details
    assert Detail.NUMBERS not in found.details
    assert Detail.FONDS not in found.details
    kazakh = case_cover.content(empty_desk, volume, "kk")
    assert (kazakh.unit, kazakh.heading) == ("Талдау бөлімі", "Министрліктермен хат алмасу")


def test_an_open_volume_leaves_its_end_to_be_written(empty_desk: Desk, volume: int) -> None:
    found = case_cover.content(empty_desk, volume, "ru")
    assert (found.first_day, found.last_day, found.sheets) == (TODAY, None, None)


def test_orders_kept_for_ever_have_numbers_and_the_numbers_of_the_archive(empty_desk: Desk) -> None:
    made = factories.case_opened(empty_desk, documents="orders", retention="permanent", years=None)
    factories.filed(empty_desk, made, factories.registered(empty_desk).id)
    found = case_cover.content(empty_desk, made, "ru")
    assert found.details == frozenset(Detail)
    assert found.first_number.replace("\N{NO-BREAK SPACE}", " ") == "1 ДСП"


def certified(desk: Desk) -> tuple[int, int, int]:
    """A volume kept for 15 years with two documents of 15 sheets each, certified; its id and its lines."""
    made = factories.case_opened(desk, years=15)
    items = (factories.registered(desk).id, factories.registered(desk, their_number="8").id)
    first, last = factories.filed(desk, made, *items)
    said = Statement(dated=TODAY, filled_by_id=1, numbered=30, inventory_sheets=1)
    fill_in(desk, FillIn(volume_id=made, said=said, form_id="sheet", reason="опись не напечатана"))
    return made, first, last


def test_a_volume_changed_since_it_was_certified_leaves_its_sheets_to_be_written(empty_desk: Desk) -> None:
    """The number comes back with the next certification sheet (paragraph 32, appendix 4 note 8)."""
    later = replace(empty_desk, clock=lambda: factories.clock() + dt.timedelta(minutes=1))
    made, _first, last = certified(empty_desk)
    factories.volume_ended(empty_desk, made)
    assert case_cover.content(empty_desk, made, "ru").sheets == 30
    out = TakeOut(
        volume_id=made,
        lines=(last,),
        permission=factories.permission_to_take_out(empty_desk),
        why="по запросу",
        on=TODAY,
        form_id="out",
    )
    take_out(later, out)
    assert case_cover.content(empty_desk, made, "ru").sheets is None
    said = Statement(
        dated=TODAY,
        filled_by_id=1,
        numbered=15,
        inventory_sheets=1,
        act_number="4",
        act_on=TODAY,
    )
    fill_in(later, FillIn(volume_id=made, said=said, form_id="anew", reason="опись не напечатана"))
    assert case_cover.content(empty_desk, made, "ru").sheets == 15


def test_a_line_struck_out_since_it_was_certified_is_a_change_too(empty_desk: Desk) -> None:
    made, first, last = certified(empty_desk)
    assert case_cover.content(empty_desk, made, "ru").sheets == 30
    strike(empty_desk, StrikeFiling(filing_id=last, mistake="не тот документ"))
    assert case_cover.content(empty_desk, made, "ru").sheets is None
    strike(empty_desk, StrikeFiling(filing_id=first, mistake="не тот документ"))
    assert case_cover.content(empty_desk, made, "ru").sheets is None


def test_the_cover_is_printed_and_waits_for_no_signature(empty_desk: Desk, volume: int) -> None:
    request = PaperRequest(paper="case_cover", language="ru", about=f"volume:{volume}")
    (page,) = pages(preview(empty_desk, request))
    assert "Дело № 01-03" in page
    print_paper(empty_desk, request)
    assert printouts(empty_desk) == []
    assert empty_desk.verify() == []


def test_a_volume_that_is_not_there(empty_desk: Desk) -> None:
    with pytest.raises(NotThere):
        case_cover.content(empty_desk, 99, "ru")
