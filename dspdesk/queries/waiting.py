"""What waits for somebody, list by list, for the page Today: each kind of work adds its own list to one table."""

from dspdesk.desk import Desk
from dspdesk.law.roles import Action
from dspdesk.queries import (
    acts,
    cases_waiting,
    designations,
    execution_control,
    filing_waiting,
    handover,
    mail_waiting,
    restricted_list,
    signatures,
)
from dspdesk.queries.waiting_lists import Waiting, WaitingList

#: Every list of Today beside those of the journals, in the order in which they are shown.
LISTS: tuple[Waiting, ...] = (
    Waiting(Action.RECEIVE_MAIL, mail_waiting.of_mail),
    Waiting(Action.KEEP_CONTROL, execution_control.submitted),
    Waiting(Action.KEEP_LIST, restricted_list.proposals_waiting),
    Waiting(Action.REGISTER, designations.without_basis),
    Waiting(Action.MOVE_COPIES, handover.unsigned),
    Waiting(Action.KEEP_ACTS, acts.waiting_acts),
    Waiting(Action.KEEP_CASES, cases_waiting.of_cases),
    Waiting(Action.KEEP_CASES, filing_waiting.executed_not_filed),
    Waiting(Action.KEEP_SIGNATURES, signatures.waiting_for_signature),
)


def waiting(desk: Desk, lines: int) -> tuple[WaitingList, ...]:
    """The lists that hold something for the person at the desk, with so many lines of each at most."""
    found: list[WaitingList | None] = []
    with desk.reading() as connection:
        for kind in LISTS:
            if desk.may(kind.needs):
                answer = kind.ask(desk, connection, desk.today(), lines)
                found += answer if isinstance(answer, tuple) else (answer,)
    return tuple(one for one in found if one is not None and one.total)
