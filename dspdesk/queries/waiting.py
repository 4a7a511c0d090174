"""What waits for somebody, list by list, for the page Today: each kind of work adds its own list to one table."""

from dspdesk.desk import Desk
from dspdesk.queries.waiting_lists import Waiting, WaitingList

#: Every list of Today beside those of the journals, in the order in which they are shown.
LISTS: tuple[Waiting, ...] = ()


def waiting(desk: Desk, lines: int) -> tuple[WaitingList, ...]:
    """The lists that hold something for the person at the desk, with so many lines of each at most."""
    with desk.reading() as connection:
        found = [kind.ask(desk, connection, desk.today(), lines) for kind in LISTS if desk.may(kind.needs)]
    return tuple(one for one in found if one is not None and one.total)
