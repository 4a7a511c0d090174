"""Sample copies that are not filed: spare ones, and such as are to be returned."""

import random

from dspdesk.desk import Desk
from dspdesk.law.case_file import CopyNature
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures.copy_nature import SayNature, say
from dspdesk.queries import journal_grid
from dspdesk.queries.journals import journal
from dspdesk.queries.whereabouts import copies_of

_EACH = 3  # entries whose second copy is spare, and as many whose second copy goes back


def fill(desk: Desk, _chance: random.Random) -> None:
    """Say of second copies of this year what they are."""
    kept = journal(desk, JournalKind.INCOMING, desk.today().year)
    if kept is None:
        return
    several = [
        rows[1].id
        for key in journal_grid.ids(desk, journal_grid.View(kept.id, descending=False))[:120]
        if len(rows := copies_of(desk, key)) > 1 and rows[1].volume_id is None
    ]
    for nature, keys in (
        (CopyNature.SPARE, several[:_EACH]),
        (CopyNature.TO_BE_RETURNED, several[_EACH : 2 * _EACH]),
    ):
        if keys:
            say(desk, SayNature(copy_ids=tuple(keys), nature=nature))
