"""Sample printouts: a journal that grows on paper, the closed ones of last year on their way to be signed."""

import random

from dspdesk.desk import Desk
from dspdesk.law.growing import Grow
from dspdesk.procedures import signatures
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.queries.journals import JournalInfo, journals
from dspdesk.queries.signatures import printouts

_PAPER = "registration_journal"
_ENOUGH = 2_000  # numbers of a journal that a sample prints: more would take its time and show no more
_CLOSED = 3  # journals that are printed to be signed


def fill(desk: Desk, chance: random.Random) -> None:
    """Print some closed journals, sign one of them, and begin an open one on paper."""
    found = [journal for journal in journals(desk) if 0 < _numbers(desk, journal) <= _ENOUGH]
    closed = [journal for journal in found if journal.closed][:_CLOSED]
    for journal in chance.sample(closed, len(closed)):
        print_paper(desk, PaperRequest(paper=_PAPER, language=journal.language, journal_id=journal.id))
    for journal in [one for one in found if not one.closed][:1]:
        print_paper(
            desk,
            PaperRequest(paper=_PAPER, language=journal.language, journal_id=journal.id, grow=Grow.ON),
        )
    _sign(desk)


def _sign(desk: Desk) -> None:
    """One is signed by all; of another the first has signed."""
    waiting = [row for row in printouts(desk) if row.paper == _PAPER]
    for row, everybody in zip(waiting, (True, False), strict=False):
        persons = tuple(signer.ordinal for signer in row.missing)
        command = signatures.Sign(
            printout_id=row.id, on=desk.today(), persons=persons if everybody else persons[:1]
        )
        signatures.sign(desk, command)


def _numbers(desk: Desk, journal: JournalInfo) -> int:
    with desk.reading() as connection:
        count = connection.exec_driver_sql(
            "SELECT count(*) FROM number WHERE journal_id = ?", (journal.id,)
        ).scalar_one()
    return int(count)
