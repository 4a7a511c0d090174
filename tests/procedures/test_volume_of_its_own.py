"""A volume of one document or enclosure whose filing is struck out never was: nothing hangs on it any more."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.barcode import Kind
from dspdesk.law.case_file import VolumeHolds
from dspdesk.law.certification_sheet import Statement
from dspdesk.law.findings import Refused
from dspdesk.law.shelf_label import ShelfLabelContent
from dspdesk.law.unit_inventory import Period
from dspdesk.law.values import SheetCount
from dspdesk.models import Volume
from dspdesk.procedures import case_closing, filing, filing_correction, shelf_label
from dspdesk.procedures.case_closing import CloseCase, CloseVolume
from dspdesk.procedures.case_file import CorrectCase, OpenVolume, correct_case, open_volume
from dspdesk.procedures.certification_sheet import FillIn, fill_in
from dspdesk.procedures.filing import FileCopies, ToFile
from dspdesk.procedures.filing_correction import StrikeFiling
from dspdesk.procedures.office import ClosePlace, close_place
from dspdesk.procedures.shelf_label import LabelSheet
from dspdesk.procedures.volume_storing import PutVolumes, put_volumes
from dspdesk.queries import case_closing as closings
from dspdesk.queries import case_cover, case_headings, cases, certification_sheet, filing_plan, inventories
from dspdesk.queries.cases import VolumeRow
from dspdesk.queries.history import history
from dspdesk.queries.people import at_desk
from dspdesk.store.errors import NotThere
from tests import factories
from tests.factories import TODAY


def codes(told) -> list[str]:
    return [finding.code for finding in told.value.findings]


@pytest.fixture
def volume(empty_desk: Desk) -> int:
    """A volume with one document; somebody of its unit keeps the case."""
    person = factories.employee(empty_desk, "Ким А.В.")
    factories.appointed(empty_desk, person, unit_id=factories.unit(empty_desk))
    made = factories.case_opened(empty_desk, responsible_id=person)
    factories.filed(empty_desk, made, factories.registered(empty_desk).id)
    return made


def rows(desk: Desk) -> dict[int, VolumeRow]:
    """The volumes by their numbers."""
    return {row.number: row for row in cases.volumes(desk)}


def filed(desk: Desk, volume: int, sheets: SheetCount, **how: bool) -> int:
    """A document filed as a volume of its own, or with such an enclosure; its line."""
    item = factories.registered(desk, sheets=sheets, their_number=uuid.uuid4().hex)
    (line,) = factories.filed(desk, volume, item.id, reason="один документ", **how)
    return line


def entries(desk: Desk, volume: int) -> int:
    """How often the ledger says of a volume that a line of it was struck out."""
    asked = "SELECT count(*) FROM ledger WHERE tag = 'case:line:filing_struck' AND subject = ?"
    with desk.reading() as connection:
        return connection.exec_driver_sql(asked, (f"volume:{volume}",)).scalar_one()


def struck(desk: Desk, line: int) -> None:
    filing_correction.strike(desk, StrikeFiling(filing_id=line, mistake="не тот документ"))


def test_the_volume_of_a_document_never_was(empty_desk: Desk, volume: int) -> None:
    line = filed(empty_desk, volume, SheetCount(200), apart=True)
    assert (rows(empty_desk)[2].void, rows(empty_desk)[2].volumes, rows(empty_desk)[2].last) == (False, 2, 2)
    struck(empty_desk, line)
    void = rows(empty_desk)[2]
    assert (void.void, void.volumes, void.last) == (True, 1, 1)
    assert not rows(empty_desk)[1].void
    assert entries(empty_desk, void.id) == 1
    assert empty_desk.verify() == []


def test_it_hinders_no_closing_and_is_on_no_paper(empty_desk: Desk, volume: int) -> None:
    struck(empty_desk, filed(empty_desk, volume, SheetCount(200), apart=True))
    void = rows(empty_desk)[2].id
    with pytest.raises(NotThere):
        case_closing.close_volume(empty_desk, CloseVolume(volume_id=void, on=TODAY))
    with pytest.raises(NotThere):
        case_cover.content(empty_desk, void, "ru")
    with pytest.raises(NotThere):
        certification_sheet.page(empty_desk, void)
    with pytest.raises(NotThere):
        shelf_label.content(empty_desk, LabelSheet(kind=Kind.VOLUME, ids=(void,)), "ru")
    made = shelf_label.content(empty_desk, LabelSheet(kind=Kind.VOLUME, ids=(volume,)), "ru")
    assert isinstance(made, ShelfLabelContent)
    page = closings.closing_page(empty_desk, volume, whole_case=True)
    assert [row.number for row in page.rows] == [1]
    closed = case_closing.close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY))
    assert closed.volume_ids == (volume,)
    assert rows(empty_desk)[2].closed_on is None
    (line,) = filing_plan.cases_under(empty_desk, rows(empty_desk)[1].plan_entry_id)
    assert line.volumes == 1


def test_nothing_is_put_into_it_and_it_is_put_nowhere(empty_desk: Desk, volume: int) -> None:
    line = filed(empty_desk, volume, SheetCount(200), apart=True)
    void, place = rows(empty_desk)[2].id, factories.storage_place(empty_desk)
    put = PutVolumes(volume_ids=(void,), place_id=place, on=TODAY, reason="дело ведётся")
    put_volumes(empty_desk, put)
    struck(empty_desk, line)
    assert rows(empty_desk)[2].place_id is None
    close_place(empty_desk, ClosePlace(place_id=place, reason="сдан"))
    with pytest.raises(NotThere):
        put_volumes(empty_desk, put)
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, void, factories.registered(empty_desk, their_number="9").id)
    assert codes(told) == ["volume_void"]


def test_its_number_is_that_of_the_next_volume(empty_desk: Desk, volume: int) -> None:
    struck(empty_desk, filed(empty_desk, volume, SheetCount(200), apart=True))
    void = rows(empty_desk)[2].id
    case_id = rows(empty_desk)[1].case_id
    opened = open_volume(empty_desk, OpenVolume(case_id=case_id, following=1))
    assert (opened.volume_id, opened.number) == (void, 2)
    assert open_volume(empty_desk, OpenVolume(case_id=case_id, following=1)) == opened
    row = rows(empty_desk)[2]
    assert (row.void, row.holds, row.volumes, row.documents) == (False, VolumeHolds.DOCUMENTS, 2, 0)
    factories.filed(empty_desk, void, factories.registered(empty_desk, their_number="9").id)
    assert [one.struck_on for one in cases.volume(empty_desk, void).lines] == [TODAY, None]
    assert empty_desk.verify() == []


def test_one_below_another_volume_keeps_its_number(empty_desk: Desk, volume: int) -> None:
    line = filed(empty_desk, volume, SheetCount(200), apart=True)
    case_id = rows(empty_desk)[1].case_id
    third = open_volume(empty_desk, OpenVolume(case_id=case_id)).number
    struck(empty_desk, line)
    assert (third, rows(empty_desk)[2].void, rows(empty_desk)[3].last) == (3, True, 3)
    assert open_volume(empty_desk, OpenVolume(case_id=case_id)).number == 4
    assert case_headings.last_volume(empty_desk, rows(empty_desk)[1].plan_entry_id) == rows(empty_desk)[4].id


def test_an_enclosure_is_struck_out_with_its_document_only(empty_desk: Desk, volume: int) -> None:
    line = filed(empty_desk, volume, SheetCount(4, 200), enclosure_apart=True)
    apart = rows(empty_desk)[2]
    (enclosure,) = cases.volume(empty_desk, apart.id).lines
    with pytest.raises(Refused) as told:
        struck(empty_desk, enclosure.id)
    assert codes(told) == ["struck_enclosure_alone"]
    assert rows(empty_desk)[2] == apart
    struck(empty_desk, line)
    assert rows(empty_desk)[2].void
    assert entries(empty_desk, apart.id) == 1
    again = filed(empty_desk, volume, SheetCount(4, 200), enclosure_apart=True)
    assert (rows(empty_desk)[2].void, rows(empty_desk)[2].sheets) == (False, 200)
    assert [one.notes for one in cases.volume(empty_desk, volume).lines if one.id == again] == [
        "приложение — том 2"
    ]
    assert empty_desk.verify() == []


def test_a_volume_from_which_its_document_left_stays_one(empty_desk: Desk, volume: int) -> None:
    """What was taken out by permission did lie there: the volume is no mistake."""
    from dspdesk.procedures.withdrawal import TakeOut, take_out

    line = filed(empty_desk, volume, SheetCount(200), apart=True)
    out = TakeOut(
        volume_id=rows(empty_desk)[2].id, lines=(line,), permission=factories.permission_to_take_out(empty_desk),
        why="по запросу", on=TODAY, form_id="out",
    )  # fmt: skip
    take_out(empty_desk, out)
    assert (rows(empty_desk)[2].void, rows(empty_desk)[2].documents, rows(empty_desk)[2].volumes) == (
        False,
        0,
        2,
    )


def test_paper_has_no_printout(empty_desk: Desk, volume: int) -> None:
    """Paragraph 30, 5: it is said of electronic carriers only."""
    from dspdesk.queries.whereabouts import copies_of

    paper, disk = (
        factories.registered(empty_desk, their_number="9"),
        factories.carrier(empty_desk, their_number="8"),
    )
    for said in (True, False):
        one = ToFile(copy_id=copies_of(empty_desk, paper.id)[0].id, volume_id=volume, printout=said)
        with pytest.raises(Refused) as told:
            filing.file_copies(empty_desk, FileCopies(documents=(one,), on=TODAY, form_id=f"{said}"))
        assert codes(told) == ["printout_of_paper"]
    assert rows(empty_desk)[1].documents == 1
    factories.filed(empty_desk, volume, disk.id, printout=True)
    assert rows(empty_desk)[1].documents == 2


def test_it_tells_how_it_was_opened(empty_desk: Desk, volume: int) -> None:
    filed(empty_desk, volume, SheetCount(200), apart=True)
    filed(empty_desk, volume, SheetCount(3, 200), enclosure_apart=True)
    told = {number: history(empty_desk, f"volume:{row.id}") for number, row in rows(empty_desk).items()}
    assert {number: len(lines) for number, lines in told.items()} == {1: 3, 2: 1, 3: 1}
    assert told[2][0].what == told[3][0].what == told[1][0].what
    assert empty_desk.verify() == []


def test_nothing_is_corrected_of_one_that_never_was(empty_desk: Desk, volume: int) -> None:
    struck(empty_desk, filed(empty_desk, volume, SheetCount(200), apart=True))
    standing, void = rows(empty_desk)[1], rows(empty_desk)[2]
    command = CorrectCase(
        volume_id=void.id, heading_kk="", heading_ru="Иной заголовок", carry_over=False, container=void.container,
        responsible_id=void.responsible_id, notes="", reason="ошибка",
    )  # fmt: skip
    with pytest.raises(NotThere):
        correct_case(empty_desk, command)
    assert rows(empty_desk)[1] == standing
    correct_case(empty_desk, replace(command, volume_id=volume))
    assert rows(empty_desk)[1].heading_ru == "Иной заголовок"


def test_the_next_one_of_its_number_is_certified_for_itself(empty_desk: Desk, volume: int) -> None:
    line = filed(empty_desk, volume, SheetCount(200), apart=True)
    own = rows(empty_desk)[2].id
    said = Statement(
        dated=TODAY, filled_by_id=at_desk(empty_desk).employee_id, numbered=200, inventory_sheets=1
    )
    fill_in(empty_desk, FillIn(volume_id=own, said=said, form_id="first", reason="без описи"))
    factories.certification_printed(empty_desk, own)
    assert certification_sheet.page(empty_desk, own).standing.numbered == 200
    struck(empty_desk, line)
    later = replace(empty_desk, clock=lambda: factories.clock() + dt.timedelta(minutes=1))
    filed(later, volume, SheetCount(250), apart=True)
    assert rows(later)[2].id == own
    page = certification_sheet.page(later, own)
    assert (page.sheets, page.volume.earlier) == ((), None)
    with later.transaction("test:volume:closed") as step:
        step.session.get_one(Volume, own).closed_on = TODAY
        step.subject = f"volume:{own}"
    listing = factories.inventory(later, own, period=Period.SHORT)
    (listed,) = inventories.inventory(later, listing).lines
    assert (listed.now.sheets, listed.certified) == (250, False)
    fill_in(
        later, FillIn(volume_id=own, said=replace(said, numbered=250), form_id="its own", reason="без описи")
    )
    assert certification_sheet.page(later, own).standing.numbered == 250
    assert later.verify() == []
