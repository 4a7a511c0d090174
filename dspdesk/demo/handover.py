"""Sample hand-over sheets: most are signed, the last has two lines that still wait for a signature."""

import datetime as dt
import random
from collections.abc import Sequence

from dspdesk.desk import Desk
from dspdesk.procedures import handover_sheet
from dspdesk.procedures.handover_sheet import Handing, MakeSheets, MarkReceived
from dspdesk.queries import handover
from dspdesk.queries.handover import ProposedSheet

_SHEETS = 6  # at most: a sample shows what one is, not a year of them
_LINES = 5  # of each, at most
_UNSIGNED = 2


def fill(desk: Desk, chance: random.Random) -> None:
    """Make the sheets of what the resolutions of the sample name executors for, and have most of them signed.

    Without resolutions there is nothing to hand over, and nothing is made.
    """
    handings = [handing for one in handover.proposal(desk) if (handing := _handing(one)) is not None]
    if not handings:
        return
    chosen = chance.sample(handings, min(_SHEETS, len(handings)))
    command = MakeSheets(dated=desk.today(), handings=tuple(chosen), form_id="sample-handover")
    made = handover_sheet.make_sheets(desk, command)
    for sheet in made[:-1]:
        _receive(desk, sheet.id, desk.today(), 0)
    _receive(desk, made[-1].id, desk.today(), _UNSIGNED)


def _handing(one: ProposedSheet) -> Handing | None:
    free = tuple(copy.of.copy_id for copy in one.copies if not copy.against)[:_LINES]
    return Handing(employee_id=one.person.employee_id, copies=free) if free else None


def _receive(desk: Desk, sheet_id: int, on: dt.date, unsigned: int) -> None:
    lines = _waiting(desk, sheet_id)
    signed = lines[: len(lines) - unsigned]
    if signed:
        handover_sheet.mark_received(desk, MarkReceived(sheet_id=sheet_id, on=on, lines=tuple(signed)))


def _waiting(desk: Desk, sheet_id: int) -> Sequence[int]:
    return [
        line.id
        for line in handover.sheet(desk, sheet_id).lines
        if line.received_on is None and line.struck_on is None
    ]
