"""Certification sheets of the sample's volumes, one of them with features, inserts and a thing between sheets."""

import random

from dspdesk.desk import Desk
from dspdesk.law.certification_sheet import INSERT, Further, Line, Statement
from dspdesk.law.retention import Period
from dspdesk.procedures.certification_sheet import FillIn, fill_in
from dspdesk.queries import cases, certification_sheet
from dspdesk.queries.cases import VolumeRow
from dspdesk.queries.people import at_desk

_MOST = 4


def fill(desk: Desk, chance: random.Random) -> None:
    """Certify volumes of ended years and those kept permanently or long, the earliest first."""
    this = desk.today().year
    kept = [
        row
        for row in cases.volumes(desk)
        if row.sheets and (row.year < this or row.retention.period is not Period.SHORT)
    ]
    for row in sorted(kept, key=lambda row: (row.year, row.case_index))[:_MOST]:
        _certify(desk, row, chance)


def _certify(desk: Desk, row: VolumeRow, chance: random.Random) -> None:
    volume = certification_sheet.page(desk, row.id).volume
    said = Statement(
        dated=desk.today(),
        filled_by_id=at_desk(desk).employee_id,
        numbered=volume.sheets,
        inventory_sheets=volume.inventory_sheets or 1,
        skipped=volume.skipped,
        lines=_lines(volume.last, chance),
    )
    fill_in(desk, FillIn(volume_id=row.id, said=said, form_id=f"sample-certified-{row.id}"))


def _lines(last: int, chance: random.Random) -> tuple[Line, ...]:
    """What lies in a volume of so many sheets."""
    if last < 3:
        return ()
    sheet = chance.randint(1, last - 1)
    return (
        Line(5, sheets=f"{sheet}"),
        Line(6, sheets=f"{sheet} (2)"),
        Line(18, Further.ENVELOPES, 2, f"{sheet}"),
        Line(INSERT, "Оптический диск", 1, f"{sheet}–{sheet + 1}"),
    )
