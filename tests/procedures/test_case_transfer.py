"""Transfer of cases to the departmental archive: what goes, what does not, where it lies then."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import Role
from dspdesk.law.storage import Purpose
from dspdesk.law.unit_inventory import InventoryKind, Period
from dspdesk.law.values import SheetCount
from dspdesk.models import CertificationSheet, Copy, Inventory, Volume
from dspdesk.procedures import case_transfer, seizure_record, unit_inventory, withdrawal
from dspdesk.procedures.case_transfer import HandOverCases, StrikeTransfer
from dspdesk.procedures.office import ClosePlace, close_place
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.procedures.unit_inventory import ApproveInventory, StrikeLine
from dspdesk.procedures.volume_storing import PutVolumes, put_volumes
from dspdesk.procedures.withdrawal import TakeOut
from dspdesk.queries import cases, inventories, people
from dspdesk.queries import seizure_record as seizures
from dspdesk.queries.signatures import Shown, printouts
from tests import factories
from tests.factories import TODAY


def codes(told) -> list[str]:
    return [finding.code for finding in told.value.findings]


def archive(desk: Desk) -> int:
    return factories.storage_place(desk, purpose=Purpose.ARCHIVE)


def transfer(desk: Desk, key: int, **changes) -> int:
    lines = tuple(line.id for line in inventories.inventory(desk, key).lines)
    said = {
        "line_ids": lines, "on": TODAY, "given_by_id": 1, "form_id": uuid.uuid4().hex,
        "accepted_by_id": changes.pop("accepted_by_id", 0) or factories.archivist(desk, reason="тёзка"),
    }  # fmt: skip
    return case_transfer.hand_over(desk, HandOverCases(inventory_id=key, **(said | changes)))


def untouched(desk: Desk, key: int) -> bool:
    found = inventories.inventory(desk, key)
    return found.transfers == () and all(line.volume.transferred_on is None for line in found.lines)


def test_cases_go_to_the_archive_by_their_inventory(empty_desk: Desk) -> None:
    key, place = factories.inventory(empty_desk, approved=True), archive(empty_desk)
    transfer(empty_desk, key, place_id=place, notes="в двух связках")
    found = inventories.inventory(empty_desk, key)
    (line,), (one,) = found.lines, found.transfers
    assert (line.transferred_on, line.volume.transferred_on) == (TODAY, TODAY)
    assert cases.volume(empty_desk, line.volume.id).row.place_id == place
    assert (one.lines, one.accepted("ru"), one.notes) == ((line.id,), "Омарова Д.С.", "в двух связках")
    assert found.row.transferred == 1
    (handed,) = unit_inventory.content(empty_desk, key, "ru").transfers
    assert (handed.cases, handed.given_by, handed.accepted_by) == (1, "Жүнісова Ә.Қ.", "Омарова Д.С.")
    with pytest.raises(Refused) as told:
        transfer(empty_desk, key)
    assert codes(told) == ["transferred_already"]
    with pytest.raises(Refused) as told:
        unit_inventory.strike_line(empty_desk, StrikeLine(inventory_id=key, line_id=line.id, reason="ошибка"))
    assert codes(told) == ["inventory_line_transferred"]


def test_a_form_sent_twice_is_one_transfer(empty_desk: Desk) -> None:
    key, form = factories.inventory(empty_desk, approved=True), uuid.uuid4().hex
    assert transfer(empty_desk, key, form_id=form) == transfer(empty_desk, key, form_id=form)


def test_a_draft_is_not_handed_over_by(empty_desk: Desk) -> None:
    key = factories.inventory(empty_desk)
    with pytest.raises(Refused) as told:
        transfer(empty_desk, key)
    assert codes(told) == ["inventory_not_approved"]
    assert untouched(empty_desk, key)


def test_a_consolidated_inventory_hands_nothing_over(empty_desk: Desk) -> None:
    volume = factories.closed_volume(empty_desk)
    factories.inventory(empty_desk, volume, approved=True)
    key = factories.inventory(empty_desk, volume, kind=InventoryKind.CONSOLIDATED, number="2", approved=True)
    with pytest.raises(Refused) as told:
        transfer(empty_desk, key)
    assert codes(told) == ["inventory_not_of_unit"]


def test_without_a_certification_sheet_only_short_cases_go(empty_desk: Desk) -> None:
    long = factories.inventory(
        empty_desk, factories.closed_volume(empty_desk, certified=False), approved=True
    )
    with pytest.raises(Refused) as told:
        transfer(empty_desk, long)
    assert codes(told) == ["transfer_not_certified"]
    assert untouched(empty_desk, long)
    volume = factories.closed_volume(empty_desk, certified=False, case_index="01-09", years=5)
    short = factories.inventory(empty_desk, volume, period=Period.SHORT, number="07вр-26", approved=True)
    transfer(empty_desk, short)


def test_a_volume_whose_document_is_elsewhere_does_not_go(empty_desk: Desk) -> None:
    key = factories.inventory(empty_desk, approved=True)
    (line,) = inventories.inventory(empty_desk, key).lines
    copy_id = cases.volume(empty_desk, line.volume.id).lines[0].copy_id
    with empty_desk.transaction("test:copy:away") as step:
        step.session.get_one(Copy, copy_id).whereabouts_id = None  # as if nobody had ever filed it
        step.subject = "item:1"
    with pytest.raises(Refused) as told:
        transfer(empty_desk, key)
    assert codes(told) == ["copy_not_in_its_volume"]
    assert untouched(empty_desk, key)


def test_a_line_struck_out_is_not_handed_over(empty_desk: Desk) -> None:
    first, second = (
        factories.closed_volume(empty_desk),
        factories.closed_volume(empty_desk, case_index="01-04"),
    )
    key = factories.inventory(empty_desk, first, second, approved=True)
    line = inventories.inventory(empty_desk, key).lines[0]
    unit_inventory.strike_line(empty_desk, StrikeLine(inventory_id=key, line_id=line.id, reason="ошибка"))
    with pytest.raises(Refused) as told:
        transfer(empty_desk, key)
    assert codes(told) == ["transfer_struck"]
    with pytest.raises(Refused) as told:
        transfer(empty_desk, key, line_ids=())
    assert codes(told) == ["nothing_to_transfer"]
    with pytest.raises(Refused) as told:
        transfer(empty_desk, key, line_ids=(999,))
    assert codes(told) == ["no_such_line"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"accepted_by_id": 1}, "transfer_to_oneself"),
        ({"on": TODAY + dt.timedelta(1)}, "moved_ahead"),
        ({"on": TODAY - dt.timedelta(1)}, "transferred_before_approved"),
    ],
)
def test_two_people_and_days_in_their_order(empty_desk: Desk, changes, code) -> None:
    key = factories.inventory(empty_desk, approved=True)
    with pytest.raises(Refused) as told:
        transfer(empty_desk, key, **changes)
    assert code in codes(told)
    assert untouched(empty_desk, key)


def test_a_place_outside_the_archive_needs_a_reason(empty_desk: Desk) -> None:
    key, place = factories.inventory(empty_desk, approved=True), factories.storage_place(empty_desk)
    with pytest.raises(NeedsReason) as told:
        transfer(empty_desk, key, place_id=place)
    assert codes(told) == ["transferred_case_elsewhere"]
    assert untouched(empty_desk, key)
    transfer(empty_desk, key, place_id=place, reason="архив на ремонте")
    assert not untouched(empty_desk, key)


# --- the certification sheet, who accepts ---


@pytest.fixture
def later(empty_desk: Desk) -> Desk:
    """The desk a minute later: what is recorded then is recorded after the rest."""
    return replace(empty_desk, clock=lambda: factories.clock() + dt.timedelta(minutes=1))


def test_a_volume_changed_after_its_certification_sheet_is_certified_anew_first(
    empty_desk: Desk, later: Desk
) -> None:
    volume = factories.case_opened(empty_desk, years=15)
    items = [factories.registered(empty_desk, sheets=SheetCount(5)) for _ in range(3)]
    lines = factories.filed(empty_desk, volume, *(item.id for item in items))
    certified(empty_desk, volume, numbered=15)
    factories.volume_ended(empty_desk, volume)
    key = factories.inventory(empty_desk, volume)
    taken = TakeOut(
        volume_id=volume, lines=(lines[1],), permission=factories.permission_to_take_out(empty_desk),
        why="по запросу", on=TODAY, form_id="out",
    )  # fmt: skip
    withdrawal.take_out(later, taken)
    approval = ApproveInventory(inventory_id=key, on=TODAY, approval="Руководитель отдела")
    with pytest.raises(Refused) as told:
        unit_inventory.approve(empty_desk, approval)
    assert codes(told) == ["approved_certified_before"]
    certified(later, volume, numbered=10)  # the numbers that left are not named
    with pytest.raises(Refused) as told:
        unit_inventory.approve(empty_desk, approval)
    assert codes(told) == ["approved_certified_before"]
    certified(later, volume, numbered=10, skipped="6–10")
    unit_inventory.approve(empty_desk, approval)
    transfer(empty_desk, key)
    assert inventories.inventory(empty_desk, key).row.transferred == 1


def test_a_volume_seized_from_after_the_approval_is_certified_anew_first(
    empty_desk: Desk, later: Desk
) -> None:
    key = factories.inventory(empty_desk, approved=True)
    (line,) = inventories.inventory(empty_desk, key).lines
    seized_from(later, line.volume.id)
    with pytest.raises(Refused) as told:
        transfer(empty_desk, key)
    assert codes(told) == ["transfer_certified_before"]
    assert untouched(empty_desk, key)


def test_a_certification_sheet_goes_to_the_archive_on_paper(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk, years=15)
    factories.filed(empty_desk, volume, factories.registered(empty_desk, sheets=SheetCount(5)).id)
    certified(empty_desk, volume, numbered=5, printed=False)
    factories.volume_ended(empty_desk, volume)
    key = factories.inventory(empty_desk, volume, approved=True)
    with pytest.raises(Refused) as told:
        transfer(empty_desk, key)
    assert codes(told) == ["transfer_sheet_unprinted"]
    assert untouched(empty_desk, key)
    factories.certification_printed(empty_desk, volume)
    transfer(empty_desk, key)
    assert inventories.inventory(empty_desk, key).row.transferred == 1


def test_a_sheet_that_states_another_number_passes_with_a_reason(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk, years=15)
    factories.filed(empty_desk, volume, factories.registered(empty_desk, sheets=SheetCount(5)).id)
    certified(empty_desk, volume, numbered=4)
    factories.volume_ended(empty_desk, volume)
    key = factories.inventory(empty_desk, volume, approved=True)
    with pytest.raises(NeedsReason) as told:
        transfer(empty_desk, key)
    assert codes(told) == ["transfer_sheets_differ"]
    assert untouched(empty_desk, key)
    transfer(empty_desk, key, reason="в карточке листы указаны с ошибкой")


def test_somebody_of_the_archive_accepts(empty_desk: Desk) -> None:
    key = factories.inventory(empty_desk, approved=True)
    stranger = factories.employee(empty_desk, "Ким А.В.")
    with pytest.raises(NeedsReason) as told:
        transfer(empty_desk, key, accepted_by_id=stranger)
    assert codes(told) == ["transfer_accepted_elsewhere"]
    assert untouched(empty_desk, key)
    factories.appointed(empty_desk, stranger, position_ru="архивист", position_kk="мұрағатшы",
                        valid_to=TODAY - dt.timedelta(1))  # fmt: skip
    with pytest.raises(NeedsReason):
        transfer(empty_desk, key, accepted_by_id=stranger)
    transfer(empty_desk, key, accepted_by_id=stranger, reason="архива в организации нет")
    assert inventories.inventory(empty_desk, key).row.transferred == 1


def test_an_archivist_of_the_program_works_there(empty_desk: Desk) -> None:
    factories.account(empty_desk, "arhiv", Role.ARCHIVIST, name="Ким А.В.")
    person = next(one.id for one in people.people(empty_desk) if one.name_ru == "Ким А.В.")
    transfer(empty_desk, factories.inventory(empty_desk, approved=True), accepted_by_id=person)


# --- entered by mistake ---


def struck(desk: Desk, key: int, *lines: int, mistake: str = "внесена не та опись") -> None:
    case_transfer.strike(desk, StrikeTransfer(inventory_id=key, line_ids=lines, mistake=mistake))


def test_a_transfer_entered_by_mistake_is_struck_out_and_both_traces_stay(empty_desk: Desk) -> None:
    key, place = factories.inventory(empty_desk, approved=True), archive(empty_desk)
    (line,) = inventories.inventory(empty_desk, key).lines
    before = cases.volume(empty_desk, line.volume.id).row
    first = transfer(empty_desk, key, place_id=place)
    struck(empty_desk, key, line.id)
    found = inventories.inventory(empty_desk, key)
    assert cases.volume(empty_desk, line.volume.id).row == before
    assert (found.row.transferred, found.lines[0].transferred_on) == (0, None)
    assert [(one.id, one.lines, one.struck) for one in found.transfers] == [(first, (), ((line.id, TODAY),))]
    assert unit_inventory.content(empty_desk, key, "ru").transfers == []
    assert all(one.employee_id == 1 for one in unit_inventory.awaited(empty_desk, f"inventory:{key}"))
    with pytest.raises(Refused) as told:
        struck(empty_desk, key, line.id)
    assert codes(told) == ["transfer_not_standing"]
    again = transfer(empty_desk, key, place_id=place)
    found = inventories.inventory(empty_desk, key)
    assert [(one.id, one.lines) for one in found.transfers] == [(first, ()), (again, (line.id,))]
    assert found.row.transferred == 1
    assert empty_desk.verify() == []


def test_a_volume_put_elsewhere_since_stays_there(empty_desk: Desk) -> None:
    key, place = factories.inventory(empty_desk, approved=True), archive(empty_desk)
    (line,) = inventories.inventory(empty_desk, key).lines
    transfer(empty_desk, key, place_id=place)
    elsewhere = factories.storage_place(empty_desk, name="Шкаф 7", purpose=Purpose.ARCHIVE)
    put_volumes(empty_desk, PutVolumes(volume_ids=(line.volume.id,), place_id=elsewhere, on=TODAY))
    struck(empty_desk, key, line.id)
    assert cases.volume(empty_desk, line.volume.id).row.place_id == elsewhere


def test_a_volume_put_elsewhere_after_the_day_of_the_transfer_stays_there(empty_desk: Desk) -> None:
    """The transfer of yesterday is entered today, when the volume lies elsewhere already."""
    yesterday = TODAY - dt.timedelta(1)
    key = listed_yesterday(empty_desk)
    (line,) = inventories.inventory(empty_desk, key).lines
    elsewhere = factories.storage_place(empty_desk, name="Шкаф 7", purpose=Purpose.ARCHIVE)
    put_volumes(
        empty_desk, PutVolumes(volume_ids=(line.volume.id,), place_id=elsewhere, on=TODAY, reason="уже")
    )
    with pytest.raises(Refused) as told:
        transfer(empty_desk, key, on=yesterday, place_id=archive(empty_desk), reason="архива нет")
    assert codes(told) == ["transfer_put_before"]
    assert untouched(empty_desk, key)
    transfer(empty_desk, key, on=yesterday, reason="архива нет")
    assert cases.volume(empty_desk, line.volume.id).row.place_id == elsewhere
    struck(empty_desk, key, line.id)
    assert cases.volume(empty_desk, line.volume.id).row.place_id == elsewhere


def test_where_the_archive_keeps_it_is_said_since_the_transfer(empty_desk: Desk) -> None:
    key, place = listed_yesterday(empty_desk), archive(empty_desk)
    (line,) = inventories.inventory(empty_desk, key).lines
    transfer(empty_desk, key)
    put = PutVolumes(volume_ids=(line.volume.id,), place_id=place, on=TODAY - dt.timedelta(1))
    with pytest.raises(Refused) as told:
        put_volumes(empty_desk, put)
    assert codes(told) == ["volume_put_before_transfer"]
    assert cases.volume(empty_desk, line.volume.id).row.place_id is None
    put_volumes(empty_desk, replace(put, on=TODAY))
    assert cases.volume(empty_desk, line.volume.id).row.place_id == place


def test_a_volume_does_not_come_back_into_a_place_that_was_closed(empty_desk: Desk) -> None:
    key, before = factories.inventory(empty_desk, approved=True), factories.storage_place(empty_desk)
    (line,) = inventories.inventory(empty_desk, key).lines
    put_volumes(empty_desk, PutVolumes(volume_ids=(line.volume.id,), place_id=before, on=TODAY))
    transfer(empty_desk, key, place_id=archive(empty_desk))
    close_place(empty_desk, ClosePlace(place_id=before, reason="сдан"))
    struck(empty_desk, key, line.id)
    assert cases.volume(empty_desk, line.volume.id).row.place_id is None


def test_papers_that_state_a_struck_transfer_wait_no_more(empty_desk: Desk) -> None:
    key = factories.inventory(empty_desk, approved=True)
    (line,) = inventories.inventory(empty_desk, key).lines
    request = PaperRequest(paper="unit_inventory", language="ru", about=f"inventory:{key}")
    set_aside_before = len(printouts(empty_desk, Shown.SET_ASIDE))
    later = replace(empty_desk, clock=lambda: factories.clock() + dt.timedelta(minutes=1))
    print_paper(empty_desk, request)  # the inventory alone: it stays true
    transfer(later, key)
    print_paper(later, request)
    alone, stating = (row for row in printouts(empty_desk) if row.paper == "unit_inventory")
    assert len(stating.signers) == 3
    struck(later, key, line.id)
    assert [row.id for row in printouts(empty_desk) if row.paper == "unit_inventory"] == [alone.id]
    (aside,) = printouts(empty_desk, Shown.SET_ASIDE)[set_aside_before:]
    assert (aside.id, aside.set_aside_reason != "") == (stating.id, True)
    print_paper(later, request)
    again = next(
        row
        for row in printouts(empty_desk)
        if row.id not in {alone.id, stating.id} and row.paper == "unit_inventory"
    )
    assert len(again.signers) == 1
    transfer(later, key)
    print_paper(later, request)
    assert max(len(row.signers) for row in printouts(empty_desk)) == 3
    assert empty_desk.verify() == []


@pytest.mark.parametrize(
    ("lines", "mistake", "code"),
    [((), "ошибка", "no_transfer_chosen"), ((1,), " ", "reason_needed"), ((999,), "ошибка", "no_such_line")],
)
def test_a_transfer_is_struck_out_by_its_lines_and_with_a_reason(
    empty_desk: Desk, lines, mistake, code
) -> None:
    key = factories.inventory(empty_desk, approved=True)
    transfer(empty_desk, key)
    with pytest.raises(Refused) as told:
        struck(empty_desk, key, *lines, mistake=mistake)
    assert codes(told) == [code]
    assert inventories.inventory(empty_desk, key).row.transferred == 1


def listed_yesterday(desk: Desk) -> int:
    """An inventory approved yesterday of a volume closed yesterday; its id."""
    yesterday = TODAY - dt.timedelta(1)
    key = factories.inventory(desk)
    (line,) = inventories.inventory(desk, key).lines
    with desk.transaction("test:volume:changed") as step:
        volume = step.session.get_one(Volume, line.volume.id)
        volume.opened_on = volume.closed_on = yesterday
        step.session.get_one(Inventory, key).dated = yesterday
        step.subject = f"volume:{volume.id}"
    approval = ApproveInventory(inventory_id=key, on=yesterday, approval="Руководитель отдела")
    unit_inventory.approve(desk, approval)
    return key


def seized_from(desk: Desk, volume: int) -> None:
    """The first document of a volume is seized; a certified copy and the record stay."""
    (line,) = cases.volume(desk, volume).lines
    record = seizure_record.draw_up(desk, factories.seizure_of(desk, volume, line.id))
    (drawn,) = seizures.record(desk, record).lines
    seizure_record.certify(
        desk,
        seizure_record.Certify(record_id=record, lines=(drawn.id,), certified_by_id=1, certified_on=TODAY),
    )
    seizure_record.execute(desk, seizure_record.Execute(record_id=record, on=TODAY, record_sheets=2))


def certified(desk: Desk, volume: int, *, numbered: int, skipped: str = "", printed: bool = True) -> None:
    """A certification sheet in the store, as if somebody had filled it in."""
    with desk.transaction("test:volume:certified") as step:
        step.session.add(
            CertificationSheet(
                form_id=uuid.uuid4().hex, edition=desk.edition.id, volume_id=volume, dated=desk.today(),
                numbered=numbered, lettered="", skipped=skipped, blank="", inventory_sheets=1, filled_by_id=1,
                act_number="", act_on=None, recorded_at=step.at, recorded_by=desk.person.account_id,
            )
        )  # fmt: skip
        step.subject = f"volume:{volume}"
    if printed:
        factories.certification_printed(desk, volume)
