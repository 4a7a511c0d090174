"""Electronic carriers checked for malicious programs (paragraph 12, part 6)."""

from dataclasses import dataclass

from dspdesk.desk import Desk
from dspdesk.law import carrier_check as law
from dspdesk.law import package_check
from dspdesk.law.carrier_check import CarrierFound
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.roles import Action
from dspdesk.models import CarrierCheck
from dspdesk.queries import mail as queries
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCarrier:
    """A carrier was checked: that of a package before registration, or that of an entry."""

    found: CarrierFound
    package_id: int | None = None
    item_id: int | None = None


def record(desk: Desk, command: CheckCarrier) -> int:
    """Record the check of a carrier, whatever it found; returns its id. Raises `Refused`."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:carrier:checked") as step:
        nothing = command.package_id is None and command.item_id is None
        settle(
            [
                Finding("D12e", Weight.REFUSE, "check_of_something", {}) if nothing else None,
                _to_be_opened(step, command.package_id),
                *law.check_of_carrier(command.found, desk.today()),
            ],
            "",
        )
        made = write(desk, step, command.found, command.package_id, command.item_id)
        item = command.item_id is not None
        step.subject = f"item:{command.item_id}" if item else f"package:{command.package_id}"
    return made.id


def _to_be_opened(step: Step, package_id: int | None) -> Finding | None:
    if package_id is None:
        return None
    return package_check.to_be_opened(queries.details_of(step.connection, package_id).facts)


def write(
    desk: Desk, step: Step, found: CarrierFound, package_id: int | None, item_id: int | None
) -> CarrierCheck:
    """Write a check that has been asked of the law before."""
    made = CarrierCheck(
        package_id=package_id,
        item_id=item_id,
        means=" ".join(found.means.split()),
        checked_on=found.checked_on,
        checked_by_id=found.checked_by_id,
        clean=found.clean,
        notes=found.notes.strip(),
        recorded_at=step.at,
        recorded_by=desk.person.account_id,
    )
    step.session.add(made)
    step.session.flush()
    return made
