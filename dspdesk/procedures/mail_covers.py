"""Covers after they were logged: the log put right, covers kept and discarded (paragraph 12, parts 4 and 5)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import mail_covers as law
from dspdesk.law import mail_intake, package_check
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.kinds import Carrier, ItemState
from dspdesk.law.mail import CoverReason, day_in_order
from dspdesk.law.roles import Action
from dspdesk.models import Enclosed, Package
from dspdesk.procedures.mail_intake import PackageLogged, put_logged, unopened, worker_entrusted
from dspdesk.queries import mail as queries
from dspdesk.queries.item import state_of
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPackage:
    """The log has a cover wrongly; `reason` is always asked."""

    package_id: int
    logged: PackageLogged
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikePackage:
    """There was no such cover: it stays in the log, struck out. `reason` is always asked."""

    package_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OursAfterAll:
    """A cover was found to be misdirected by mistake (W6); `reason` is always asked."""

    package_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepCover:
    """A cover is kept, because only it shows what is named here."""

    package_id: int
    reason: CoverReason


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardCover:
    """A cover that was kept is destroyed, after its document."""

    package_id: int
    on: dt.date | None


def correct(desk: Desk, command: CorrectPackage) -> None:
    """Put right what the log says of a cover; raises `Refused`."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:package:corrected") as step:
        package = step.session.get_one(Package, command.package_id)
        facts = queries.details_of(step.connection, package.id).facts
        logged = command.logged
        settle(
            [
                worker_entrusted(desk, step),
                _reason_given(command.reason),
                mail_intake.changed_before_check(facts),
                Finding("D12", Weight.REFUSE, "package_struck", {}) if facts.struck else None,
                Finding("OWN", Weight.REFUSE, "nothing_changed") if logged == logged_now(package) else None,
                mail_intake.package_told(logged.sender, logged.cover_numbers, package.ordinal),
                mail_intake.personal_to_somebody(logged.addressee_id, package.ordinal)
                if logged.personal
                else None,
            ],
            command.reason,
        )
        put_logged(step, package, logged)
        _row_of_unopened(desk, step, package)
        step.subject, step.reason = f"package:{package.id}", command.reason.strip()


def strike(desk: Desk, command: StrikePackage) -> None:
    """Strike out a cover that was logged by mistake; raises `Refused`."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:package:struck") as step:
        package = step.session.get_one(Package, command.package_id)
        facts = queries.details_of(step.connection, package.id).facts
        settle(
            [
                worker_entrusted(desk, step),
                _reason_given(command.reason),
                mail_intake.changed_before_check(facts),
                Finding("D12", Weight.REFUSE, "package_struck", {}) if facts.struck else None,
            ],
            command.reason,
        )
        package.struck_on = desk.today()
        step.subject, step.reason = f"package:{package.id}", command.reason.strip()


def ours_after_all(desk: Desk, command: OursAfterAll) -> None:
    """Take back that a cover is misdirected, before it has gone; raises `Refused`."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:package:ours_after_all") as step:
        package = step.session.get_one(Package, command.package_id)
        facts = queries.details_of(step.connection, package.id).facts
        settle(
            [
                worker_entrusted(desk, step),
                package_check.to_be_opened(facts),
                law.found_misdirected(facts),
                _reason_given(command.reason),
            ],
            command.reason,
        )
        package.misdirected_on = None
        step.subject, step.reason = f"package:{package.id}", command.reason.strip()


def keep(desk: Desk, command: KeepCover) -> None:
    """Keep a cover; raises `Refused`."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:cover:kept") as step:
        package = step.session.get_one(Package, command.package_id)
        same = package.cover_kept == command.reason.value
        settle(
            [
                worker_entrusted(desk, step),
                package_check.to_be_opened(queries.details_of(step.connection, package.id).facts),
                law.cover_there(package.cover_discarded_on),
                Finding("OWN", Weight.REFUSE, "nothing_changed") if same else None,
            ],
            "",
        )
        package.cover_kept = command.reason.value
        step.subject = f"package:{package.id}"


def discard(desk: Desk, command: DiscardCover) -> None:
    """Enter that a kept cover was destroyed; raises `Refused` while its document is not."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:cover:discarded") as step:
        package = step.session.get_one(Package, command.package_id)
        details = queries.details_of(step.connection, package.id)
        since = queries.local_day(desk, details.facts.received_at)
        settle(
            [
                worker_entrusted(desk, step),
                law.cover_there(package.cover_discarded_on),
                law.cover_outlives(
                    kept=bool(package.cover_kept),
                    states=states_of(step.connection, details),
                    unregistered=details.facts.to_register,
                    returned=details.facts.returned_on is not None,
                ),
                day_in_order(command.on, since, desk.today(), "on"),
            ],
            "",
        )
        package.cover_discarded_on = command.on
        step.subject = f"package:{package.id}"


def states_of(connection: Connection, details: queries.PackageDetails) -> list[ItemState]:
    """The states of the documents of a package, those carried over as they are in the year they went on to."""
    items = [row.item_id for row in details.enclosed if row.item_id is not None]
    return [state_of(connection, item) for item in queries.carried_on(connection, items)]


def logged_now(package: Package) -> PackageLogged:
    """What the log says of a cover."""
    return PackageLogged(
        sender=package.sender,
        cover_numbers=package.cover_numbers,
        personal=package.personal,
        addressee_id=package.addressee_id,
        carrier=Carrier(package.carrier),
    )


def _row_of_unopened(desk: Desk, step: Step, package: Package) -> None:
    """A cover with «Лично» has one row for what it holds, others have none before they are checked."""
    rows = step.session.scalars(
        select(Enclosed).where(Enclosed.package_id == package.id, Enclosed.struck_on.is_(None))
    ).all()
    if package.personal and not rows:
        unopened(step, package)
    for row in rows if not package.personal else ():
        row.struck_on = desk.today()


def _reason_given(reason: str) -> Finding | None:
    return None if reason.strip() else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason")
