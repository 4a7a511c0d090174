"""The printings of an act: which one was signed, which are set aside (W3)."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _
from dspdesk.models import Act, Printout, PrintoutSignature
from dspdesk.procedures import waiting_printouts
from dspdesk.store.unit_of_work import Step


def waiting(step: Step, act: Act) -> list[Printout]:
    """The printings of an act that wait for signatures, the latest first."""
    return waiting_printouts.waiting(step, f"act:{act.id}")


def sign(desk: Desk, step: Step, act: Act, on: dt.date) -> None:
    """The latest printing is the one that was signed; those before it are set aside (W3)."""
    found = waiting(step, act)
    if not found:
        return
    latest, *others = found
    latest.signed_on = on
    signatures = select(PrintoutSignature).where(PrintoutSignature.printout_id == latest.id)
    for signature in step.session.scalars(signatures):
        signature.signed_on = signature.signed_on or on
    replaced(desk, others, latest)


def replaced(desk: Desk, others: Sequence[Printout], signed: Printout | None) -> None:
    """Set printings aside because another one was signed."""
    for other in others:
        other.set_aside_on, other.set_aside_reason = desk.today(), _("Another printing was signed")
        other.replaced_by_id = signed.id if signed is not None else None


def set_aside(desk: Desk, step: Step, act: Act, why: str) -> None:
    """Set aside whatever of an act waits for signatures."""
    waiting_printouts.set_aside(desk, step, f"act:{act.id}", why)
