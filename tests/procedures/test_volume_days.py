"""Nothing lies in a volume before it was opened, and a wrong day of opening is put right."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.values import SheetCount
from dspdesk.procedures import case_closing, filing, seizure_record, withdrawal
from dspdesk.procedures.case_closing import PrintoutFiled
from dspdesk.procedures.case_file import CorrectCase, OpenVolume, correct_case, open_volume
from dspdesk.procedures.filing import FileCopies, FileUnregistered, ToFile
from dspdesk.procedures.withdrawal import Relocate
from dspdesk.queries import case_headings, cases
from dspdesk.queries import seizure_record as seizures
from dspdesk.queries.whereabouts import copies_of
from tests import factories
from tests.factories import TODAY

DAY = dt.timedelta(1)
YESTERDAY = TODAY - DAY


def codes(told) -> list[str]:
    return [finding.code for finding in told.value.findings]


def filing_of(desk: Desk, volume: int, on: dt.date, **changes) -> FileCopies:
    sheets, number = changes.pop("sheets", SheetCount(5)), uuid.uuid4().hex
    item = factories.registered(desk, date=on, their_date=on, their_number=number, sheets=sheets)
    one = ToFile(copy_id=copies_of(desk, item.id)[0].id, volume_id=volume, **changes)
    return FileCopies(documents=(one,), on=on, form_id=uuid.uuid4().hex, reason="один документ")


def unclassified(volume: int, on: dt.date) -> FileUnregistered:
    return FileUnregistered(
        volume_id=volume, number="", dated=None, heading="Справка", sheets=5, on=on, form_id=uuid.uuid4().hex
    )


def corrected(desk: Desk, volume: int, on: dt.date, **changes) -> None:
    row = cases.volume(desk, volume).row
    card = case_headings.card(desk, row.case_id)
    kept = CorrectCase(
        volume_id=volume, heading_kk=card.heading_kk, heading_ru=card.heading_ru, carry_over=card.carry_over,
        responsible_id=card.responsible_id, container=row.container, notes=card.notes, reason="описка", opened_on=on,
    )  # fmt: skip
    correct_case(desk, replace(kept, **changes))


def refused(desk: Desk, procedure, command) -> list[str]:
    """What stands against a step, and that nothing was written by it."""
    before = [cases.volume(desk, row.id) for row in cases.volumes(desk)]
    with pytest.raises(Refused) as told:
        procedure(desk, command)
    assert [cases.volume(desk, row.id) for row in cases.volumes(desk)] == before
    return codes(told)


def test_a_copy_and_a_line_are_filed_from_the_day_of_opening_on(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    early = filing_of(empty_desk, volume, YESTERDAY)
    assert "filed_before_opened" in refused(empty_desk, filing.file_copies, early)
    assert "filed_before_opened" in [one.code for one in filing.consider(empty_desk, early)]
    (each,) = filing.consider_each(empty_desk, early).values()
    assert "filed_before_opened" in [one.code for one in each]
    line = unclassified(volume, YESTERDAY)
    assert refused(empty_desk, filing.file_unregistered, line) == ["filed_before_opened"]
    corrected(empty_desk, volume, YESTERDAY)
    filing.file_copies(empty_desk, early)
    filing.file_unregistered(empty_desk, line)
    assert [one.filed_on for one in cases.volume(empty_desk, volume).lines] == [YESTERDAY, YESTERDAY]


def test_the_day_is_said_once_of_a_day_s_worth(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    one, other = (filing_of(empty_desk, volume, YESTERDAY).documents[0] for _ in range(2))
    both = FileCopies(documents=(one, other), on=YESTERDAY, form_id="both")
    assert refused(empty_desk, filing.file_copies, both).count("filed_before_opened") == 1


def test_a_volume_of_its_own_is_opened_after_its_case(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    early = filing_of(empty_desk, volume, YESTERDAY, sheets=SheetCount(200), apart=True)
    assert refused(empty_desk, filing.file_copies, early) == ["filed_before_case"]
    corrected(empty_desk, volume, YESTERDAY)
    filing.file_copies(empty_desk, early)
    assert [row.opened_on for row in cases.volumes(empty_desk)] == [YESTERDAY, YESTERDAY]


def test_what_is_moved_arrives_in_a_volume_that_was_there(empty_desk: Desk) -> None:
    source = factories.case_opened(empty_desk, on=YESTERDAY)
    target = factories.case_opened(empty_desk, case_index="01-07")
    filing.file_copies(empty_desk, filing_of(empty_desk, source, YESTERDAY))
    (line,) = cases.volume(empty_desk, source).lines
    move = Relocate(
        volume_id=source, lines=(line.id,), to_volume_id=target, why="ошибка", on=YESTERDAY, form_id="move",
        permission=factories.permission_to_take_out(empty_desk, on=YESTERDAY),
    )  # fmt: skip
    assert refused(empty_desk, withdrawal.relocate, move) == ["filed_before_opened"]
    withdrawal.relocate(empty_desk, replace(move, on=TODAY))
    assert cases.volume(empty_desk, target).row.documents == 1


def test_a_printout_lies_in_the_volume_after_it_was_opened(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    (line,) = factories.filed(empty_desk, volume, factories.carrier(empty_desk).id, printout=False)
    early = PrintoutFiled(filing_id=line, on=YESTERDAY, form_id="p", sheets=3)
    assert refused(empty_desk, case_closing.printout_filed, early) == ["filed_before_opened"]
    case_closing.printout_filed(empty_desk, replace(early, on=TODAY))


def test_a_certified_copy_stays_in_a_volume_that_was_there(empty_desk: Desk) -> None:
    record = factories.seizure_drawn_up(empty_desk)
    (line,) = seizures.record(empty_desk, record).lines
    made = seizure_record.Certify(
        record_id=record, lines=(line.id,), certified_by_id=1, certified_on=YESTERDAY
    )
    seizure_record.certify(empty_desk, made)
    early = seizure_record.Execute(record_id=record, on=YESTERDAY, record_sheets=2)
    assert "filed_before_opened" in refused(empty_desk, seizure_record.execute, early)
    seizure_record.execute(empty_desk, replace(early, on=TODAY))


def test_with_the_first_volume_the_case_is_opened_on_another_day(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk, restricted=True)
    corrected(empty_desk, volume, YESTERDAY)
    row = cases.volume(empty_desk, volume).row
    card = case_headings.card(empty_desk, row.case_id)
    assert (row.opened_on, card.opened_on, row.restricted_on) == (YESTERDAY, YESTERDAY, YESTERDAY)
    second = open_volume(empty_desk, OpenVolume(case_id=row.case_id)).volume_id
    corrected(empty_desk, second, YESTERDAY)
    assert case_headings.card(empty_desk, row.case_id).opened_on == YESTERDAY
    assert empty_desk.verify() == []


def test_a_day_of_opening_is_no_day_that_cannot_be(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk, on=YESTERDAY)
    case_id = cases.volume(empty_desk, volume).row.case_id
    second = open_volume(empty_desk, OpenVolume(case_id=case_id)).volume_id
    filing.file_unregistered(empty_desk, unclassified(volume, YESTERDAY))

    def against(key: int, on: dt.date, **changes) -> list[str]:
        return refused(empty_desk, lambda desk, _none: corrected(desk, key, on, **changes), None)

    assert against(volume, TODAY) == ["opened_after_filed"]
    assert against(volume, TODAY + DAY) == ["moved_ahead", "opened_after_filed", "case_after_volume"]
    assert against(second, YESTERDAY - DAY) == ["volume_before_case"]
    assert against(second, YESTERDAY, reason=" ") == ["reason_needed"]
    corrected(empty_desk, second, YESTERDAY)
    corrected(empty_desk, volume, YESTERDAY - DAY)


def test_a_day_that_stays_is_no_change(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    assert refused(empty_desk, lambda desk, _none: corrected(desk, volume, TODAY), None) == [
        "nothing_changed"
    ]
