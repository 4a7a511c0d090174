"""The cover of a volume from the store: what is known of it stands there, in both languages."""

import pytest

from dspdesk.desk import Desk
from dspdesk.law.case_cover import Detail
from dspdesk.procedures.case_closing import CloseVolume, close_volume
from dspdesk.procedures.printing import PaperRequest, preview, print_paper
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
