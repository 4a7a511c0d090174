"""Transfer of cases to the departmental archive: what goes, what does not, where it lies then."""

import datetime as dt
import uuid

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.storage import Purpose
from dspdesk.law.unit_inventory import InventoryKind, Period
from dspdesk.models import Copy
from dspdesk.procedures import case_transfer, unit_inventory
from dspdesk.procedures.case_transfer import HandOverCases
from dspdesk.procedures.unit_inventory import StrikeLine
from dspdesk.queries import cases, inventories
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
        "accepted_by_id": changes.pop("accepted_by_id", 0) or factories.employee(desk, "Омарова Д.С.", reason="тёзка"),
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
