"""The cover of a volume is printed; nobody signs it."""

from dspdesk.desk import Desk
from dspdesk.law.roles import Action
from dspdesk.procedures.store_papers import ids
from dspdesk.queries import case_cover as queries
from dspdesk.reports import case_cover


def draw_paper(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The cover of the volume that the ledger names so ("volume:5"). Raises `NotThere`."""
    desk.authorize(Action.READ_CASES)
    return case_cover.draw(queries.content(desk, ids(about)[0], language), language, code)
