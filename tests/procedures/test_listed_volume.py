"""What stands on an approved inventory is not changed until its line is struck out there."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.law.certification_sheet import Statement
from dspdesk.law.findings import Refused
from dspdesk.models import CaseFile, CertificationSheet, InventoryLine, Volume
from dspdesk.procedures import case_closing, certification_sheet, unit_inventory, withdrawal
from dspdesk.procedures.case_closing import Reopen
from dspdesk.procedures.case_file import CorrectCase, correct_case
from dspdesk.procedures.case_transfer import HandOverCases, hand_over
from dspdesk.procedures.certification_sheet import FillIn
from dspdesk.procedures.unit_inventory import StrikeLine
from dspdesk.procedures.withdrawal import TakeOut
from dspdesk.queries import case_headings, cases, inventories
from dspdesk.queries.cases import VolumeDetails
from tests import factories
from tests.factories import TODAY


def codes(told) -> list[str]:
    return [finding.code for finding in told.value.findings]


@pytest.fixture
def later(empty_desk: Desk) -> Desk:
    """The desk a minute later: what is recorded then is recorded after the rest."""
    return replace(empty_desk, clock=lambda: factories.clock() + dt.timedelta(minutes=1))


@pytest.fixture
def volume(empty_desk: Desk) -> int:
    """A closed volume of one document of 15 sheets on an approved inventory."""
    made = factories.closed_volume(empty_desk)
    factories.inventory(empty_desk, made, approved=True)
    return made


def struck(desk: Desk, volume: int) -> None:
    """The line of the volume struck out of the only inventory."""
    (row,) = inventories.inventories(desk)
    (line,) = inventories.inventory(desk, row.id).standing
    assert line.volume.id == volume
    unit_inventory.strike_line(desk, StrikeLine(inventory_id=row.id, line_id=line.id, reason="изменён"))


def refused(desk: Desk, volume: int, does) -> list[str]:
    """What stands against a step, and that the volume stays as it was."""
    before: VolumeDetails = cases.volume(desk, volume)
    with pytest.raises(Refused) as told:
        does()
    assert cases.volume(desk, volume) == before
    return codes(told)


def taking_out(desk: Desk, volume: int) -> TakeOut:
    (line,) = cases.volume(desk, volume).lines
    return TakeOut(
        volume_id=volume, lines=(line.id,), permission=factories.permission_to_take_out(desk), why="по запросу",
        on=TODAY, form_id="out",
    )  # fmt: skip


def in_archive(desk: Desk, volume: int) -> int:
    """The only inventory, with its volume handed to the archive by it."""
    (row,) = inventories.inventories(desk)
    (line,) = inventories.inventory(desk, row.id).lines
    assert line.volume.id == volume
    hand_over(
        desk,
        HandOverCases(
            inventory_id=row.id, line_ids=(line.id,), on=TODAY, given_by_id=1, form_id="go",
            accepted_by_id=factories.archivist(desk),
        ),
    )  # fmt: skip
    return row.id


def certifying(desk: Desk, volume: int, numbered: int) -> FillIn:
    said = Statement(
        dated=TODAY, filled_by_id=1, numbered=numbered, inventory_sheets=1, act_number="4", act_on=TODAY
    )
    return FillIn(volume_id=volume, said=said, form_id=f"sheet {numbered}", reason="в карточке ошибка")


def correcting(desk: Desk, volume: int, **changes) -> CorrectCase:
    row = cases.volume(desk, volume).row
    card = case_headings.card(desk, row.case_id)
    kept = CorrectCase(
        volume_id=volume, heading_kk=card.heading_kk, heading_ru=card.heading_ru, carry_over=card.carry_over,
        responsible_id=card.responsible_id, container=row.container, notes=card.notes, reason="описка",
    )  # fmt: skip
    return replace(kept, **changes)


def test_it_is_opened_again_after_its_line_is_struck_out(empty_desk: Desk, volume: int) -> None:
    again = Reopen(volume_id=volume, reason="не хватает документа")
    assert refused(empty_desk, volume, lambda: case_closing.reopen(empty_desk, again)) == ["volume_listed"]
    struck(empty_desk, volume)
    case_closing.reopen(empty_desk, again)
    assert cases.volume(empty_desk, volume).row.closed_on is None


def test_a_draft_keeps_nothing_as_it_is(empty_desk: Desk) -> None:
    volume = factories.closed_volume(empty_desk)
    factories.inventory(empty_desk, volume)
    case_closing.reopen(empty_desk, Reopen(volume_id=volume, reason="не хватает документа"))
    assert cases.volume(empty_desk, volume).row.closed_on is None


def test_nothing_is_taken_out_of_it(empty_desk: Desk, volume: int) -> None:
    out = taking_out(empty_desk, volume)
    assert "volume_listed" in [one.code for one in withdrawal.consider_taking_out(empty_desk, out)]
    assert refused(empty_desk, volume, lambda: withdrawal.take_out(empty_desk, out)) == ["volume_listed"]
    struck(empty_desk, volume)
    withdrawal.take_out(empty_desk, out)
    assert cases.volume(empty_desk, volume).row.documents == 0


def test_what_the_archive_has_is_taken_out_with_a_word_about_its_inventory(
    empty_desk: Desk, volume: int
) -> None:
    in_archive(empty_desk, volume)
    out = taking_out(empty_desk, volume)
    assert [one.code for one in withdrawal.consider_taking_out(empty_desk, out)] == [
        "certify_anew",
        "inventory_notes_change",
    ]
    withdrawal.take_out(empty_desk, out)


def test_an_approved_inventory_goes_on_stating_what_was_approved(
    empty_desk: Desk, later: Desk, volume: int
) -> None:
    key = in_archive(empty_desk, volume)
    (approved,) = unit_inventory.content(empty_desk, key, "ru").lines
    assert approved.now is None
    withdrawal.take_out(empty_desk, taking_out(empty_desk, volume))
    certification_sheet.fill_in(later, certifying(later, volume, 14))
    with empty_desk.transaction("test:volume:opened") as step:
        first = step.session.get_one(Volume, volume)
        kept = {"holds": first.holds, "container": first.container, "opened_on": TODAY, "number": 2}
        step.session.add(Volume(case_file_id=first.case_file_id, **kept))
        step.session.get_one(CaseFile, first.case_file_id).restricted_on = None
    (stated,) = unit_inventory.content(empty_desk, key, "ru").lines
    assert replace(stated, now=None) == approved
    now = stated.now
    assert now is not None
    assert (now.sheets, now.volume, now.restricted) == (14, 1, False)
    assert (approved.sheets, approved.volume, approved.restricted) == (15, None, True)


def test_a_draft_and_what_was_approved_before_state_what_is_now(empty_desk: Desk, volume: int) -> None:
    """Stores of before have approved lines without a word of what they stated."""
    (row,) = inventories.inventories(empty_desk)
    with empty_desk.transaction("test:inventory:of_before") as step:
        for line in step.session.scalars(select(InventoryLine)):
            line.stated_sheets = None
    in_archive(empty_desk, volume)
    other = factories.closed_volume(empty_desk, case_index="01-04")
    draft = factories.inventory(empty_desk, other, number="08в-26")
    with empty_desk.transaction("test:volume:certified") as step:
        for sheet in step.session.scalars(select(CertificationSheet)):
            sheet.numbered = 14
    for key in (row.id, draft):
        (line,) = unit_inventory.content(empty_desk, key, "ru").lines
        assert (line.sheets, line.now) == (14, None)


def test_other_sheets_than_it_states_are_not_certified(empty_desk: Desk, later: Desk, volume: int) -> None:
    fewer, same = certifying(later, volume, 14), certifying(later, volume, 15)
    assert refused(empty_desk, volume, lambda: certification_sheet.fill_in(later, fewer)) == ["volume_listed"]
    certification_sheet.fill_in(later, same)
    struck(empty_desk, volume)
    certification_sheet.fill_in(later, fewer)


def test_the_heading_and_the_day_of_opening_stay(empty_desk: Desk, volume: int) -> None:
    other = correcting(empty_desk, volume, heading_ru="Переписка с акиматами")
    earlier = correcting(empty_desk, volume, opened_on=TODAY - dt.timedelta(1))
    assert refused(empty_desk, volume, lambda: correct_case(empty_desk, other)) == ["heading_listed"]
    assert refused(empty_desk, volume, lambda: correct_case(empty_desk, earlier)) == ["volume_listed"]
    correct_case(empty_desk, correcting(empty_desk, volume, notes="чертежи"))
    struck(empty_desk, volume)
    correct_case(empty_desk, other)
    correct_case(empty_desk, correcting(empty_desk, volume, opened_on=TODAY - dt.timedelta(1)))
