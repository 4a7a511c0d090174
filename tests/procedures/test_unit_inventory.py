"""Inventories of cases on a real store: what is listed, in which order, approved, consolidated."""

import datetime as dt
import uuid

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Role
from dspdesk.law.unit_inventory import InventoryKind, Period
from dspdesk.procedures import unit_inventory
from dspdesk.procedures.unit_inventory import AddVolumes, ApproveInventory, DrawUpInventory, StrikeLine
from dspdesk.queries import inventories
from dspdesk.queries.archive_numbers import ArchiveNumbers, archive_numbers
from dspdesk.store.errors import NotThere
from tests import factories
from tests.factories import TODAY


def codes(told) -> list[str]:
    return [finding.code for finding in told.value.findings]


def numbers(desk: Desk, key: int) -> list[tuple[int, str]]:
    return [(line.ordinal, line.volume.case_index) for line in inventories.inventory(desk, key).lines]


def approve(desk: Desk, key: int, **changes) -> None:
    said = {"on": TODAY, "approval": "протокол ЭК № 3"} | changes
    unit_inventory.approve(desk, ApproveInventory(inventory_id=key, **said))


def three(desk: Desk) -> list[int]:
    return [factories.closed_volume(desk, case_index=index) for index in ("01-07", "01-03", "01-05")]


def test_what_may_be_listed_is_closed_of_the_unit_year_and_period(empty_desk: Desk) -> None:
    right = factories.closed_volume(empty_desk)
    factories.case_opened(empty_desk, case_index="01-04", years=15)
    factories.closed_volume(empty_desk, case_index="01-05", years=5)
    factories.closed_volume(empty_desk, case_index="02-01", unit_id=factories.unit(empty_desk, "Канцелярия"))
    factories.closed_volume(empty_desk, case_index="01-06", year=TODAY.year - 1, restricted=False)
    unit = factories.unit(empty_desk)

    def listable(period: Period, year: int = TODAY.year) -> list[str]:
        found = inventories.listable(empty_desk, InventoryKind.UNIT, period, year, unit)
        return [row.case_index for row in found]

    assert listable(Period.LONG) == ["01-03"]
    assert listable(Period.PERSONNEL) == ["01-03"]
    assert listable(Period.SHORT) == ["01-05"]
    assert listable(Period.PERMANENT) == []
    assert listable(Period.LONG, TODAY.year - 1) == ["01-06"]
    assert inventories.most_waiting(empty_desk, TODAY.year) is not None
    factories.inventory(empty_desk, right)
    assert listable(Period.LONG) == []


def test_the_unit_and_period_of_which_most_wait_are_proposed(empty_desk: Desk) -> None:
    assert inventories.most_waiting(empty_desk, TODAY.year) is None
    own, other = factories.unit(empty_desk), factories.unit(empty_desk, "Канцелярия")
    first = factories.closed_volume(empty_desk, case_index="01-03")
    factories.closed_volume(empty_desk, case_index="01-05", years=5)  # up to 10 years: not handed over
    assert inventories.most_waiting(empty_desk, TODAY.year) == (own, Period.LONG)
    for index in ("02-01", "02-02"):
        factories.closed_volume(
            empty_desk, case_index=index, unit_id=other, retention="permanent", years=None, documents="orders"
        )
    assert inventories.most_waiting(empty_desk, TODAY.year) == (other, Period.PERMANENT)
    assert inventories.most_waiting(empty_desk, TODAY.year - 1) is None
    factories.inventory(empty_desk, first)
    assert inventories.most_waiting(empty_desk, TODAY.year) == (other, Period.PERMANENT)


@pytest.mark.parametrize(
    ("volume", "code"),
    [
        ({"years": 5}, "listed_of_other_period"),
        ({"year": TODAY.year - 1, "restricted": False}, "listed_of_other_year"),
    ],
)
def test_what_may_not_be_listed_is_refused(empty_desk: Desk, volume, code) -> None:
    wrong = factories.closed_volume(empty_desk, **volume)
    with pytest.raises(Refused) as told:
        factories.inventory(empty_desk, wrong)
    assert codes(told) == [code]
    assert inventories.inventories(empty_desk) == []


def test_an_open_volume_and_one_of_another_unit_are_refused(empty_desk: Desk) -> None:
    open_one = factories.case_opened(empty_desk, years=15)
    other = factories.closed_volume(
        empty_desk, case_index="02-01", unit_id=factories.unit(empty_desk, "Канцелярия")
    )
    with pytest.raises(Refused) as told:
        factories.inventory(empty_desk, open_one, other)
    assert codes(told) == ["listed_not_closed", "listed_of_other_unit"]


def test_a_volume_stands_on_one_inventory(empty_desk: Desk) -> None:
    volume = factories.closed_volume(empty_desk)
    factories.inventory(empty_desk, volume)
    with pytest.raises(Refused) as told:
        factories.inventory(empty_desk, volume, number="07в-26-2")
    assert codes(told) == ["listed_already"]


def test_lines_are_numbered_by_index_and_a_draft_anew(empty_desk: Desk) -> None:
    first, second, third = three(empty_desk)
    key = factories.inventory(empty_desk, first, second)
    assert numbers(empty_desk, key) == [(1, "01-03"), (2, "01-07")]
    unit_inventory.add_volumes(empty_desk, AddVolumes(inventory_id=key, volume_ids=(third,)))
    assert numbers(empty_desk, key) == [(1, "01-03"), (2, "01-05"), (3, "01-07")]
    line = inventories.inventory(empty_desk, key).lines[0].id
    unit_inventory.strike_line(
        empty_desk, StrikeLine(inventory_id=key, line_id=line, reason="не тот срок хранения")
    )
    assert numbers(empty_desk, key) == [(1, "01-05"), (2, "01-07"), (0, "01-03")]
    unit_inventory.add_volumes(empty_desk, AddVolumes(inventory_id=key, volume_ids=(second,)))
    assert numbers(empty_desk, key) == [(1, "01-03"), (2, "01-05"), (3, "01-07"), (0, "01-03")]


def test_of_an_approved_one_the_number_is_left_unused(empty_desk: Desk) -> None:
    first, second, third = three(empty_desk)
    key = factories.inventory(empty_desk, first, second, approved=True)
    with pytest.raises(Refused) as told:
        unit_inventory.add_volumes(empty_desk, AddVolumes(inventory_id=key, volume_ids=(third,)))
    assert codes(told) == ["inventory_approved"]
    line = inventories.inventory(empty_desk, key).lines[0]
    strike = StrikeLine(inventory_id=key, line_id=line.id, reason="продолжается в 2027 году")
    unit_inventory.strike_line(empty_desk, strike)
    assert numbers(empty_desk, key) == [(1, "01-03"), (2, "01-07")]
    with pytest.raises(Refused) as told:
        unit_inventory.strike_line(empty_desk, strike)
    assert codes(told) == ["inventory_line_struck"]
    factories.inventory(empty_desk, second, number="07в-26-2")  # and is free for another one


def test_striking_needs_a_reason(empty_desk: Desk) -> None:
    key = factories.inventory(empty_desk)
    (line,) = inventories.inventory(empty_desk, key).lines
    with pytest.raises(Refused) as told:
        unit_inventory.strike_line(empty_desk, StrikeLine(inventory_id=key, line_id=line.id, reason=" "))
    assert codes(told) == ["reason_needed"]
    assert inventories.inventory(empty_desk, key).standing == (line,)
    with pytest.raises(NotThere):
        unit_inventory.strike_line(empty_desk, StrikeLine(inventory_id=key, line_id=999, reason="нет"))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": " "}, "inventory_number_needed"),
        ({"unit_id": None}, "inventory_of_which_unit"),
        ({"dated": TODAY + dt.timedelta(1)}, "moved_ahead"),
    ],
)
def test_an_inventory_says_its_number_unit_and_day(empty_desk: Desk, changes, code) -> None:
    with pytest.raises(Refused) as told:
        factories.inventory(empty_desk, **changes)
    assert code in codes(told)


def test_a_number_is_used_once_a_year_and_a_form_sent_twice_is_one(empty_desk: Desk) -> None:
    first, second, _third = three(empty_desk)
    form = uuid.uuid4().hex
    key = factories.inventory(empty_desk, first, form_id=form)
    assert factories.inventory(empty_desk, first, form_id=form) == key
    with pytest.raises(Refused) as told:
        factories.inventory(empty_desk, second)
    assert codes(told) == ["inventory_number_taken"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"approval": ""}, "approval_needed"),
        ({"on": TODAY + dt.timedelta(1)}, "moved_ahead"),
        ({"on": TODAY - dt.timedelta(1)}, "approved_before_drawn"),
    ],
)
def test_an_approval_says_by_whom_and_when(empty_desk: Desk, changes, code) -> None:
    key = factories.inventory(empty_desk)
    with pytest.raises(Refused) as told:
        approve(empty_desk, key, **changes)
    assert codes(told) == [code]
    assert inventories.inventory(empty_desk, key).row.approved_on is None


def test_an_empty_draft_is_not_approved_and_one_not_twice(empty_desk: Desk) -> None:
    key = factories.inventory(empty_desk)
    (line,) = inventories.inventory(empty_desk, key).lines
    unit_inventory.strike_line(empty_desk, StrikeLine(inventory_id=key, line_id=line.id, reason="ошибка"))
    with pytest.raises(Refused) as told:
        approve(empty_desk, key)
    assert codes(told) == ["inventory_empty"]
    unit_inventory.add_volumes(empty_desk, AddVolumes(inventory_id=key, volume_ids=(line.volume.id,)))
    approve(empty_desk, key)
    with pytest.raises(Refused) as told:
        approve(empty_desk, key)
    assert codes(told) == ["inventory_approved"]


def test_the_consolidated_one_is_made_of_approved_ones_and_its_numbers_go_on(empty_desk: Desk) -> None:
    last, this = TODAY.year - 1, TODAY.year
    earlier = [
        factories.closed_volume(empty_desk, year=last, case_index=index, restricted=False)
        for index in ("01-03", "01-04")
    ]
    later = factories.closed_volume(empty_desk)
    how = {"kind": InventoryKind.CONSOLIDATED, "number": "2"}
    with pytest.raises(Refused) as told:
        factories.inventory(empty_desk, later, **how)
    assert codes(told) == ["listed_by_no_unit"]
    factories.inventory(empty_desk, *earlier, year=last, number="07в-25", approved=True)
    factories.inventory(empty_desk, later, approved=True)
    first = factories.inventory(empty_desk, *earlier, year=last, **how)
    with pytest.raises(Refused) as told:
        factories.inventory(empty_desk, later, **how)
    assert codes(told) == ["earlier_section_draft"]
    approve(empty_desk, first)
    second = factories.inventory(empty_desk, later, **how)
    assert numbers(empty_desk, first) == [(1, "01-03"), (2, "01-04")]
    assert numbers(empty_desk, second) == [(3, "01-03")]
    with empty_desk.reading() as connection:
        assert archive_numbers(connection, earlier[1]) == ArchiveNumbers("", "2", "2")
        assert archive_numbers(connection, later) == ArchiveNumbers()  # a draft is no inventory yet
    line = inventories.inventories(empty_desk)[0]
    assert line.year == this


def test_a_line_of_a_consolidated_one_stays_on_that_of_its_unit(empty_desk: Desk) -> None:
    volume = factories.closed_volume(empty_desk)
    of_unit = factories.inventory(empty_desk, volume, approved=True)
    factories.inventory(empty_desk, volume, kind=InventoryKind.CONSOLIDATED, number="2")
    (line,) = inventories.inventory(empty_desk, of_unit).lines
    with pytest.raises(Refused) as told:
        unit_inventory.strike_line(
            empty_desk, StrikeLine(inventory_id=of_unit, line_id=line.id, reason="ошибка")
        )
    assert codes(told) == ["inventory_line_consolidated"]


def test_the_archivist_keeps_inventories_and_a_librarian_does_not(empty_desk: Desk) -> None:
    from dataclasses import replace

    def as_role(role: Role) -> Desk:
        return replace(empty_desk, person=replace(empty_desk.person, roles=frozenset({role})))

    key = factories.inventory(empty_desk)
    with pytest.raises(Refused) as told:
        approve(as_role(Role.LIBRARIAN), key)
    assert codes(told) == ["not_entrusted"]
    approve(as_role(Role.ARCHIVIST), key)


def test_the_paper_is_drawn_with_names_of_its_day(empty_desk: Desk) -> None:
    key = factories.inventory(empty_desk, approved=True)
    content = unit_inventory.content(empty_desk, key, "ru")
    (line,) = content.lines
    assert (line.number, line.case_index, line.restricted) == (1, "01-03", True)
    assert (line.sheets, line.inventory_sheets, line.volume) == (15, 1, None)
    assert content.made_by == "Жүнісова Ә.Қ."
    assert unit_inventory.draw_paper(empty_desk, f"inventory:{key}", "kk", "1-AA").startswith(b"%PDF")
    assert [one.employee_id for one in unit_inventory.awaited(empty_desk, f"inventory:{key}")] == [1]


def test_the_command_line_names_an_inventory_that_is_there(empty_desk: Desk) -> None:
    with pytest.raises(NotThere):
        unit_inventory.draw_paper(empty_desk, "inventory:99", "ru", "")
    with pytest.raises(NotThere):
        unit_inventory.draw_up(
            empty_desk,
            DrawUpInventory(
                kind=InventoryKind.UNIT, period=Period.LONG, year=TODAY.year, number="1", dated=TODAY,
                volume_ids=(99,), form_id="a", unit_id=factories.unit(empty_desk),
            ),
        )  # fmt: skip
