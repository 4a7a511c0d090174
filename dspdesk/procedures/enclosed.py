"""From the cover into the journal: what is asked of a document of a package when it is registered, and their link.

Steps of `procedures.registration`, taken inside its transaction.
"""

import datetime as dt

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import enclosed as law
from dspdesk.law import package_check
from dspdesk.law.carrier_check import CarrierFound, carrier_checked, check_of_carrier
from dspdesk.law.findings import Finding
from dspdesk.law.kinds import OWN_DOCUMENTS, Carrier, JournalKind
from dspdesk.law.registration import Entry
from dspdesk.law.settings import MISDIRECTED_NUMBERED
from dspdesk.models import CarrierCheck, Enclosed
from dspdesk.procedures import carrier_check
from dspdesk.queries import mail as queries
from dspdesk.queries.settings import value
from dspdesk.store.unit_of_work import Step


def considered(
    desk: Desk,
    connection: Connection,
    kind: JournalKind,
    entry: Entry,
    enclosed_id: int | None,
    found: CarrierFound | None,
) -> list[Finding | None]:
    """What stands against the registration of what came: of the document of a cover, and of an electronic carrier."""
    told: list[Finding | None] = []
    if found is not None and entry.carrier is Carrier.ELECTRONIC:
        told = [*check_of_carrier(found, desk.today())]
    if enclosed_id is None:
        return [*told, carrier_checked(kind, entry.carrier, found.clean if found else None)]
    details = queries.details_of(connection, _package_id(connection, enclosed_id))
    row = next((one for one in details.enclosed if one.id == enclosed_id), None)
    if row is None:  # struck out of its cover by another check, while its card lay open
        return [*told, package_check.still_enclosed(there=False)]
    facts = details.facts
    return [
        *told,
        law.of_received(kind),
        *law.ready_to_register(facts, misdirected_numbered=bool(value(connection, MISDIRECTED_NUMBERED))),
        law.registered_once(row.number),
        law.there_to_register(row),
        law.registered_after_receipt(entry.date, queries.local_day(desk, facts.received_at)),
        carrier_checked(kind, entry.carrier, found.clean if found else facts.carrier_clean),
    ]


def corrected(
    desk: Desk,
    connection: Connection,
    kind: JournalKind,
    item_id: int,
    before: Entry,
    wanted: Entry,
    found: CarrierFound | None,
) -> list[Finding | None]:
    """What a registration is asked of is asked of its correction: the day of receipt, the check of the carrier."""
    told: list[Finding | None] = []
    received = _received_on(desk, connection, item_id) if wanted.date != before.date else None
    if received is not None:
        told.append(law.registered_after_receipt(wanted.date, received))
    if before.carrier is wanted.carrier or wanted.carrier is not Carrier.ELECTRONIC or kind in OWN_DOCUMENTS:
        return told
    told += check_of_carrier(found, desk.today()) if found else []
    clean = found.clean if found else _clean(connection, item_id)
    return [*told, carrier_checked(kind, wanted.carrier, clean)]


def moved(
    desk: Desk, connection: Connection, kind: JournalKind, item_id: int, entry: Entry
) -> list[Finding | None]:
    """Nor is it got around by way of a wrong journal; what came by mail is moved only where such mail is entered."""
    told: list[Finding | None] = [carrier_checked(kind, entry.carrier, _clean(connection, item_id))]
    received = _received_on(desk, connection, item_id)
    if received is None:
        return told
    return [*told, law.of_received(kind), law.registered_after_receipt(entry.date, received)]


def link(
    desk: Desk, step: Step, item_id: int, entry: Entry, enclosed_id: int | None, found: CarrierFound | None
) -> None:
    """Write of which document of a cover an entry was made, and by which check its carrier was let in."""
    package_id = None
    if enclosed_id is not None:
        row = step.session.get_one(Enclosed, enclosed_id)
        row.item_id, package_id = item_id, row.package_id
    if entry.carrier is not Carrier.ELECTRONIC:
        return
    if found is not None:
        carrier_check.write(desk, step, found, package_id, item_id)
    elif package_id is not None:
        _let_in(desk, step, package_id, item_id)


def _let_in(desk: Desk, step: Step, package_id: int, item_id: int) -> None:
    """The last check of a package is that of the entry made of it; a second entry gets a row of its own."""
    last = step.session.scalar(
        select(CarrierCheck)
        .where(CarrierCheck.package_id == package_id)
        .order_by(CarrierCheck.id.desc())
        .limit(1)
    )
    if last is None:
        return
    if last.item_id is None:
        last.item_id = item_id
        return
    found = CarrierFound(
        means=last.means,
        checked_on=last.checked_on,
        checked_by_id=last.checked_by_id,
        clean=last.clean,
        notes=last.notes,
    )
    carrier_check.write(desk, step, found, package_id, item_id)


def _package_id(connection: Connection, enclosed_id: int) -> int:
    return int(
        connection.exec_driver_sql(
            "SELECT package_id FROM enclosed WHERE id = ?", (enclosed_id,)
        ).scalar_one()
    )


def _received_on(desk: Desk, connection: Connection, item_id: int) -> dt.date | None:
    """The day on which what an entry is of came by mail, `None` for what came otherwise."""
    package_id = connection.exec_driver_sql(
        "SELECT package_id FROM enclosed WHERE item_id = ?", (item_id,)
    ).scalar()
    if package_id is None:
        return None
    return queries.local_day(desk, queries.details_of(connection, package_id).facts.received_at)


def _clean(connection: Connection, item_id: int) -> bool | None:
    row = connection.exec_driver_sql(
        "SELECT clean FROM carrier_check WHERE item_id = ? ORDER BY id DESC LIMIT 1", (item_id,)
    ).fetchone()
    return bool(row[0]) if row else None
