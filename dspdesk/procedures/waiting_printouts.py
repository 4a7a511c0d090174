"""Printouts of one thing that wait for signatures (W3), set aside when what they state is no longer so."""

import datetime as dt

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.models import Printout
from dspdesk.store.unit_of_work import Step


def waiting(step: Step, subject: str, since: dt.datetime | None = None) -> list[Printout]:
    """The printings of what the ledger names so that wait, the latest first; with `since` those made then or later."""
    found = select(Printout).where(
        Printout.subject == subject,
        Printout.awaits,
        Printout.signed_on.is_(None),
        Printout.set_aside_on.is_(None),
    )
    if since is not None:
        found = found.where(Printout.made_at >= since)
    return list(step.session.scalars(found.order_by(Printout.id.desc())))


def set_aside(desk: Desk, step: Step, subject: str, why: str, since: dt.datetime | None = None) -> None:
    """They wait no more: printed anew, the paper is signed anew."""
    for printout in waiting(step, subject, since):
        printout.set_aside_on, printout.set_aside_reason = desk.today(), why
