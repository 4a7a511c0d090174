"""Certification sheets on a real store: filled in, put right, changed by an act, printed."""

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any

import pytest

from dspdesk.desk import Desk
from dspdesk.law.certification_sheet import Further, Line, Statement
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import Role
from dspdesk.law.values import SheetCount
from dspdesk.models import Inventory, InventoryLine
from dspdesk.procedures import filing_correction, printing, settings, withdrawal
from dspdesk.procedures.certification_sheet import FillIn, awaited, consider, draw_paper, fill_in
from dspdesk.procedures.filing_correction import StrikeFiling
from dspdesk.procedures.printing import PaperRequest
from dspdesk.procedures.settings import ChangeSettings
from dspdesk.procedures.withdrawal import TakeOut
from dspdesk.queries import archive_numbers as archive
from dspdesk.queries import cases
from dspdesk.queries import certification_sheet as queries
from dspdesk.queries.people import at_desk
from dspdesk.store.errors import NotThere
from tests import factories
from tests.factories import TODAY
from tests.reports.reading import pages


@pytest.fixture
def volume(empty_desk: Desk) -> int:
    """A volume of 18 sheets."""
    made = factories.case_opened(empty_desk)
    factories.filed(
        empty_desk,
        made,
        factories.registered(empty_desk, sheets=SheetCount(4, 11)).id,
        factories.registered(empty_desk, sheets=SheetCount(3)).id,
    )
    return made


def said(desk: Desk, **changes) -> Statement:
    plain = Statement(
        dated=desk.today(), filled_by_id=at_desk(desk).employee_id, numbered=18, inventory_sheets=1
    )
    return replace(plain, **changes)


def command(desk: Desk, volume: int, **changes) -> FillIn:
    reason = changes.pop("reason", "")
    return FillIn(volume_id=volume, said=said(desk, **changes), form_id=uuid.uuid4().hex, reason=reason)


def words_of(pdf: bytes) -> str:
    return " ".join(pages(pdf))


def entered(desk: Desk, volume: int, number: str, case: int, *, unit_id: int | None, **changes: Any) -> None:
    """A volume on an inventory, under the number of its case."""
    with desk.transaction("test:inventory:made") as step:
        facts = {"kind": "unit" if unit_id else "consolidated", "period": "permanent", "year": TODAY.year}
        inventory = Inventory(
            form_id=uuid.uuid4().hex, edition=desk.edition.id, unit_id=unit_id, number=number, dated=TODAY,
            made_by_id=None, approved_on=TODAY, approval="", recorded_at=step.at,
            recorded_by=desk.person.account_id, **facts,
        )  # fmt: skip
        step.session.add(inventory)
        step.session.flush()
        line = {"volume_id": volume, "ordinal": case, "notes": "", "struck_on": None} | changes
        step.session.add(InventoryLine(inventory_id=inventory.id, **line))
        step.subject = f"inventory:{inventory.id}"


def codes(caught) -> list[str]:
    return [finding.code for finding in caught.value.findings]


def test_a_sheet_is_kept_as_it_is_tidied(empty_desk: Desk, volume: int) -> None:
    lines = (
        Line(0, "Оптический диск", 2),
        Line(18, Further.LARGE, sheets="8"),
        Line(25, "Образец ткани", sheets="9"),
        Line(6, sheets="7, 3(2)"),
        Line(3, sheets="5"),
    )
    key = fill_in(
        empty_desk, command(empty_desk, volume, numbered=19, lettered="12A", blank="4-5", lines=lines)
    )
    page = queries.page(empty_desk, volume)
    sheet = page.standing
    assert (sheet.id, sheet.numbered, sheet.lettered, sheet.blank, sheet.last) == (key, 19, "12а", "4–5", 18)
    assert [(line.feature, line.words, line.sheets) for line in sheet.lines] == [
        (3, "", "5"),
        (6, "", "3\N{NO-BREAK SPACE}(2), 7"),
        (18, "large_formats", "8"),
        (19, "Образец ткани", "9"),
        (0, "Оптический диск", ""),
    ]
    assert not sheet.printed
    assert sheet.filled_by("ru") == at_desk(empty_desk).name("ru")
    assert empty_desk.verify() == []


def test_the_registers_say_what_there_is(empty_desk: Desk, volume: int) -> None:
    stands = queries.page(empty_desk, volume).volume
    assert (stands.words, stands.last, stands.sheets, stands.gone) == ("01-03, т. 1", 18, 18, ())
    assert (stands.inventory_sheets, stands.bound, stands.earlier) == (None, False, None)
    kept_long = factories.case_opened(empty_desk, case_index="01-04", retention="permanent", years=None)
    assert queries.page(empty_desk, kept_long).volume.bound


def test_one_saved_twice_is_there_once(empty_desk: Desk, volume: int) -> None:
    once = command(empty_desk, volume)
    assert fill_in(empty_desk, once) == fill_in(empty_desk, once)
    assert len(queries.page(empty_desk, volume).sheets) == 1


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"numbered": None}, ["certified_uncounted"]),
        ({"blank": "19"}, ["certified_not_there"]),
        ({"lines": (Line(3, sheets="12 13"),)}, ["certified_unreadable"]),
        ({"dated": TODAY + dt.timedelta(days=1)}, ["moved_ahead"]),
        ({"filled_by_id": 999}, ["certified_not_serving"]),
    ],
)
def test_what_is_refused_writes_nothing(empty_desk: Desk, volume: int, changes, expected) -> None:
    wanted = command(empty_desk, volume, **changes)
    assert [finding.code for finding in consider(empty_desk, wanted)] == expected
    with pytest.raises(Refused) as caught:
        fill_in(empty_desk, wanted)
    assert codes(caught) == expected
    assert queries.page(empty_desk, volume).sheets == ()


def test_other_numbers_than_filed_need_a_reason(empty_desk: Desk, volume: int) -> None:
    with pytest.raises(NeedsReason) as caught:
        fill_in(empty_desk, command(empty_desk, volume, numbered=17))
    assert codes(caught) == ["certified_ends_elsewhere"]
    assert queries.page(empty_desk, volume).sheets == ()
    fill_in(empty_desk, command(empty_desk, volume, numbered=17, reason="пересчитано дважды"))
    assert queries.page(empty_desk, volume).standing.numbered == 17


def test_later_changes_only_with_an_act_and_the_earlier_sheet_stays(empty_desk: Desk, volume: int) -> None:
    fill_in(empty_desk, command(empty_desk, volume))
    fill_in(empty_desk, command(empty_desk, volume, blank="4"))  # nobody has printed it: put right
    about = f"volume:{volume}"
    printing.print_paper(empty_desk, PaperRequest(paper="certification_sheet", language="ru", about=about))
    with pytest.raises(Refused) as caught:
        fill_in(empty_desk, command(empty_desk, volume, blank="5"))
    assert codes(caught) == ["certified_act_needed", "certified_act_day_needed"]
    assert [sheet.blank for sheet in queries.page(empty_desk, volume).sheets] == ["4", ""]
    fill_in(empty_desk, command(empty_desk, volume, blank="5", act_number="7", act_on=TODAY))
    page = queries.page(empty_desk, volume)
    assert [(sheet.blank, sheet.act_number) for sheet in page.sheets] == [("5", "7"), ("4", ""), ("", "")]
    text = words_of(draw_paper(empty_desk, about, "ru", ""))
    assert f"акт № 7 от {TODAY:%d.%m.%Y}" in text


def test_whoever_filled_it_in_signs(empty_desk: Desk, volume: int) -> None:
    about = f"volume:{volume}"
    assert awaited(empty_desk, about) == ()
    fill_in(empty_desk, command(empty_desk, volume))
    (one,) = awaited(empty_desk, about)
    assert one.employee_id == at_desk(empty_desk).employee_id


def test_the_paper_says_what_the_sheet_says(empty_desk: Desk, volume: int) -> None:
    settings.change(empty_desk, ChangeSettings(values={"fonds_number": "1042"}))
    fill_in(empty_desk, command(empty_desk, volume))
    text = words_of(draw_paper(empty_desk, f"volume:{volume}", "ru", ""))
    assert "18 (восемнадцать) + 1 (один)" in text
    assert "лист, в том числе" in text
    assert "1042" in text
    assert at_desk(empty_desk).name("ru") in text


def test_the_mark_stands_on_the_sheet_of_a_restricted_case_only(empty_desk: Desk, volume: int) -> None:
    """Paragraph 34: one restricted document makes the case restricted."""
    assert "Для служебного пользования" in words_of(draw_paper(empty_desk, f"volume:{volume}", "ru", ""))
    plain = factories.case_opened(empty_desk, case_index="01-05")
    text = words_of(draw_paper(empty_desk, f"volume:{plain}", "ru", ""))
    assert "Для служебного пользования" not in text
    assert "ДСП" not in text


def test_the_number_of_the_fonds_is_a_setting(empty_desk: Desk, volume: int) -> None:
    with empty_desk.reading() as connection:
        assert archive.archive_numbers(connection, volume) == archive.ArchiveNumbers()
    settings.change(empty_desk, ChangeSettings(values={"fonds_number": "12"}))
    with empty_desk.reading() as connection:
        assert archive.archive_numbers(connection, volume) == archive.ArchiveNumbers("12")


def test_the_consolidated_inventory_goes_before_that_of_the_unit(empty_desk: Desk, volume: int) -> None:
    """Paragraph 32: number of the consolidated inventory, number of the case on it; what was struck out is on none."""
    unit_id = factories.unit(empty_desk)
    entered(empty_desk, volume, "5", 17, unit_id=None)
    entered(empty_desk, volume, "8", 3, unit_id=unit_id)
    entered(empty_desk, volume, "6", 9, unit_id=None, struck_on=TODAY)
    with empty_desk.reading() as connection:
        assert archive.archive_numbers(connection, volume) == archive.ArchiveNumbers("", "5", "17")
        assert archive.archive_numbers(connection, volume + 1) == archive.ArchiveNumbers()


@pytest.mark.parametrize("value", ["1" * 21, "1\n2", 12])
def test_a_number_of_the_fonds_is_one_short_line(empty_desk: Desk, value: object) -> None:
    with pytest.raises(Refused):
        settings.change(empty_desk, ChangeSettings(values={"fonds_number": value}))
    with empty_desk.reading() as connection:
        assert archive.archive_numbers(connection, 1).fonds == ""


def test_a_volume_that_is_not_there(empty_desk: Desk) -> None:
    with pytest.raises(NotThere):
        fill_in(empty_desk, command(empty_desk, 99))
    with pytest.raises(NotThere):
        queries.page(empty_desk, 99)


def test_only_who_keeps_cases_fills_one_in(empty_desk: Desk, volume: int) -> None:
    wanted = command(empty_desk, volume)
    empty_desk.person = replace(empty_desk.person, roles=frozenset({Role.SECURITY_OFFICER}))
    with pytest.raises(Refused):
        fill_in(empty_desk, wanted)


def test_a_sheet_agrees_with_its_volume_until_something_is_put_in_or_leaves(
    empty_desk: Desk, volume: int
) -> None:
    def agrees(desk: Desk) -> tuple[bool, bool]:
        with desk.reading() as connection:
            found = queries.agrees(connection, volume)
        assert found is not None
        return found.fits, found.changed

    with empty_desk.reading() as connection:
        assert queries.agrees(connection, volume) is None
    later = replace(empty_desk, clock=lambda: factories.clock() + dt.timedelta(minutes=1))
    fill_in(empty_desk, command(empty_desk, volume))
    assert agrees(empty_desk) == (True, False)
    (line,) = factories.filed(later, volume, factories.registered(empty_desk, sheets=SheetCount(2)).id)
    assert agrees(empty_desk) == (False, True)
    filing_correction.strike(later, StrikeFiling(filing_id=line, mistake="не тот"))
    assert agrees(empty_desk) == (True, False)
    first = cases.volume(empty_desk, volume).lines[0].id
    taken = TakeOut(
        volume_id=volume, lines=(first,), permission=factories.permission_to_take_out(empty_desk),
        why="по запросу", on=TODAY, form_id="out",
    )  # fmt: skip
    withdrawal.take_out(empty_desk, taken)  # in the middle: the volume ends where it ended
    assert agrees(empty_desk) == (True, True)
    fill_in(empty_desk, command(empty_desk, volume, numbered=3, skipped="1–15"))
    assert agrees(empty_desk) == (True, False)
