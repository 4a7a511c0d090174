"""Sample inner inventories: those of ended years finished, one of this year begun and since then one line short."""

import random

from dspdesk.desk import Desk
from dspdesk.law.growing import Grow
from dspdesk.procedures.filing import FileUnregistered, file_unregistered
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.queries import cases
from dspdesk.queries.cases import VolumeRow
from dspdesk.queries.growing import INVENTORY
from dspdesk.queries.inner_inventory import subject_of

_MOST_FINISHED = 2
_ROOM = 150  # sheets of a volume that has room for one document more


def fill(desk: Desk, _chance: random.Random) -> None:
    """Print them; a sample without cases has none."""
    filled = [row for row in cases.volumes(desk) if row.documents]
    this = desk.today().year
    for row in [row for row in filled if row.year < this][:_MOST_FINISHED]:
        _print(desk, row, finish=True)
    for row in [row for row in filled if row.year == this and _is_open(row) and row.sheets < _ROOM][:1]:
        _print(desk, row, finish=False)
        _file_one_more(desk, row)


def _is_open(row: VolumeRow) -> bool:
    return row.closed_on is None and row.case_closed_on is None


def _print(desk: Desk, row: VolumeRow, *, finish: bool) -> None:
    request = PaperRequest(
        paper=INVENTORY, language="ru", about=subject_of(row.id), grow=Grow.ON, finish=finish
    )
    print_paper(desk, request)


def _file_one_more(desk: Desk, row: VolumeRow) -> None:
    """What was filed after the inventory was printed stands on no paper yet."""
    line = FileUnregistered(
        volume_id=row.id,
        number="14-2/206",
        dated=desk.today(),
        heading="Письмо о порядке представления сведений",
        sheets=2,
        on=desk.today(),
        form_id=f"sample-inventory-{row.id}",
        reason="документ того же вопроса",
    )
    file_unregistered(desk, line)
