"""The years of the sample that are over: some documents carried over, every journal closed."""

from dspdesk.desk import Desk
from dspdesk.procedures.carry_over import CarryOver, carry_over
from dspdesk.procedures.journal_closing import CloseJournal, close
from dspdesk.queries import carry_over as candidates
from dspdesk.queries.journals import journals

_REASON = "образец: остальное помещено в дела по описи"


def end(desk: Desk, carried: int) -> None:
    """Carry that many documents of last year over, and close the journals of all years that are over."""
    year = desk.today().year
    waiting = candidates.candidates(desk, year - 1, most=carried) if carried else []
    if waiting:
        carry_over(desk, CarryOver(item_ids=tuple(row.id for row in waiting), year=year))
    for journal in journals(desk):
        if journal.year < year and not journal.closed:
            close(desk, CloseJournal(journal_id=journal.id, reason=_REASON))
