"""A cover marked «Лично» (paragraph 12, part 1): registered unopened, completed when its addressee has opened it."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law import mail_covers as law
from dspdesk.law import package_check
from dspdesk.law import registration as registration_law
from dspdesk.law.carrier_check import CarrierFound
from dspdesk.law.findings import Finding, settle
from dspdesk.law.kinds import Carrier, JournalKind, MovementKind
from dspdesk.law.mail import Contents
from dspdesk.law.registration import Entry
from dspdesk.law.roles import Action
from dspdesk.law.values import SheetCount
from dspdesk.models import Enclosed, Package
from dspdesk.procedures import drafts, enclosed, entries
from dspdesk.procedures.mail_intake import contents, worker_entrusted
from dspdesk.queries import mail as queries
from dspdesk.queries.mail import PackageDetails
from dspdesk.store.errors import NotThere


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletePersonal:
    """What a cover with «Лично» holds, as its addressee says or gives it back; `opened_on` is the day it was opened."""

    package_id: int
    opened_on: dt.date | None
    found: Contents
    carrier: Carrier = Carrier.PAPER
    carrier_check: CarrierFound | None = None
    form_id: str = ""


def complete(desk: Desk, command: CompletePersonal) -> int:
    """Complete the entry of a cover that was registered unopened; returns its id. Raises `Refused`."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:personal:completed") as step:
        drafts.done(desk, step, command.form_id)
        package = step.session.get_one(Package, command.package_id)
        details = queries.details_of(step.connection, package.id)
        row = next((one for one in details.enclosed if one.item_id is not None), None)
        item_id = _entry_of(step.connection, details)
        given = given_on(step.connection, item_id, package.addressee_id)
        settle(
            [
                worker_entrusted(desk, step),
                package_check.to_be_opened(details.facts),
                *law.personal_completed(
                    details.facts, opened_on=command.opened_on, given_on=given, today=desk.today()
                ),
                *package_check.counted(command.found, 1),
            ],
            "",
        )
        if row is None or item_id is None:
            raise NotThere  # the law has refused what was never given to anybody
        item, number, journal = entries.standing(step, item_id)
        before = entries.entry_of(item)
        wanted = _completed(before, command)
        kind = JournalKind(journal.kind)
        settle(
            [
                *registration_law.check_entry(wanted, journal.year, desk.today()),
                *enclosed.corrected(
                    desk, step.connection, kind, item.id, before, wanted, command.carrier_check
                ),
            ],
            "",
        )
        entries.keep_revision(desk, step, item.id, entries.differing(item, wanted), wanted, "")
        entries.change(step, item, number, journal, wanted)
        enclosed.link(desk, step, item.id, wanted, None, command.carrier_check)
        _count(step.session.get_one(Enclosed, row.id), command.found)
        step.subject = f"item:{item.id}"
    return item.id


def consider(desk: Desk, package_id: int) -> list[Finding]:
    """What stands against completing a cover, said before anything is typed; writes nothing."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.reading() as connection:
        details, today = queries.details_of(connection, package_id), desk.today()
        given = given_on(connection, _entry_of(connection, details), details.addressee_id)
        return law.personal_completed(details.facts, opened_on=today, given_on=given, today=today)


def given_on(connection: Connection, item_id: int | None, addressee_id: int | None) -> dt.date | None:
    """The day on which the addressee of a cover got it against a signature, `None` while they have not.

    A receipt that was entered by mistake and corrected since is none.
    """
    day = connection.exec_driver_sql(
        "SELECT min(movement.happened_on) FROM movement JOIN copy ON copy.id = movement.copy_id "
        "WHERE copy.item_id = ? AND movement.employee_id = ? AND movement.kind = ? "
        "AND NOT EXISTS (SELECT 1 FROM movement AS later WHERE later.corrects_id = movement.id)",
        (item_id, addressee_id, MovementKind.RECEIPT.value),
    ).scalar()
    return dt.date.fromisoformat(day) if day else None


def _entry_of(connection: Connection, details: PackageDetails) -> int | None:
    """The entry of a cover; one that was carried over goes on in the later year."""
    if details.entry_id is None:
        return None
    (item_id,) = queries.carried_on(connection, [details.entry_id])
    return item_id


def _completed(before: Entry, command: CompletePersonal) -> Entry:
    """The entry with what is known now; its copies stay those that were handed over."""
    found = command.found
    return replace(
        before,
        their_number=found.their_number.strip() or before.their_number,
        their_date=found.their_date or before.their_date,
        kind=found.kind.strip() or before.kind,
        summary=found.summary.strip() or before.summary,
        sheets=SheetCount(found.counted_sheets, found.counted_enclosure_sheets),
        carrier=command.carrier,
    )


def _count(row: Enclosed, found: Contents) -> None:
    for name, known in contents(found).items():
        setattr(row, name, known)
