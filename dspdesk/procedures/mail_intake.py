"""Receipt of mail (paragraphs 12 and 13): logged, handed over to the service, checked, sent back if it is not ours."""

import datetime as dt
from dataclasses import asdict, dataclass

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.language.dates import short
from dspdesk.law import entrustment, mail_covers, package_check
from dspdesk.law import mail_intake as law
from dspdesk.law.findings import Finding, settle
from dspdesk.law.guard import Intent
from dspdesk.law.kinds import Carrier, Headship, MovementKind
from dspdesk.law.mail import Contents, DeliveryWay, PackageFacts, day_in_order
from dspdesk.law.roles import Action
from dspdesk.law.settings import PERMANENT_DUTY
from dspdesk.law.whereabouts import Destination
from dspdesk.models import Delivery, Enclosed, Package
from dspdesk.procedures import correspondents, drafts, guard, movements
from dspdesk.queries import mail as queries
from dspdesk.queries.entrustment import at_desk
from dspdesk.queries.settings import language_of_new_journal, value
from dspdesk.queries.whereabouts import same_document
from dspdesk.store.errors import NotThere
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageLogged:
    """One cover as it lies there: who sent it, the numbers on it, whether it is marked «Лично» or holds a carrier."""

    sender: str = ""
    cover_numbers: str = ""
    personal: bool = False
    addressee_id: int | None = None
    carrier: Carrier = Carrier.PAPER


@dataclass(frozen=True, slots=True, kw_only=True)
class LogDelivery:
    """Log what was brought at one time. Moments are UTC; one taken by a duty officer is handed over later.

    `reason` is asked where mail was brought out of hours to a body without permanent duty officers: it is the breach.
    """

    form_id: str
    way: DeliveryWay
    received_at: dt.datetime | None
    packages: tuple[PackageLogged, ...]
    bearer: str = ""
    list_number: str = ""
    out_of_hours: bool = False
    duty_officer_id: int | None = None
    notes: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverToService:
    """Duty officers hand over what they took, unopened and by list, to the head of the documentation service.

    `reason` is asked where somebody else took it.
    """

    delivery_ids: tuple[int, ...]
    handed_over_at: dt.datetime
    handed_over_to_id: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFound(Contents):
    """A document of a cover as it was found; `id` is that of the row it corrects, `struck` takes the row out."""

    id: int | None = None
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPackage:
    """What was seen when a package was opened; of one marked «Лично» only its outside, `documents` stay empty."""

    package_id: int
    checked_at: dt.datetime
    sealed: bool | None
    intact: bool | None
    documents: tuple[DocumentFound, ...] = ()
    notes: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misdirected:
    """A package is not for this body."""

    package_id: int
    on: dt.date | None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack:
    """A misdirected package goes back to its sender; `letter_number` is that of the covering letter, if it has one."""

    package_id: int
    on: dt.date | None
    letter_number: str = ""


@dataclass(frozen=True, slots=True)
class Logged:
    """What came of logging: the delivery and its packages in their order; `repeated` when it had been saved before."""

    id: int
    package_ids: tuple[int, ...]
    findings: tuple[Finding, ...] = ()
    repeated: bool = False


def log_delivery(desk: Desk, command: LogDelivery) -> Logged:
    """Log a delivery with all its packages; raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:delivery:logged") as step:
        drafts.done(desk, step, command.form_id)
        if (earlier := _logged_before(step, command.form_id)) is not None:
            return earlier
        findings = settle(
            [
                worker_entrusted(desk, step),
                law.received(command.received_at, desk.now()),
                law.packages_named(len(command.packages)),
                *_told(command.packages),
                *law.out_of_hours(
                    out=command.out_of_hours,
                    permanent_duty=bool(value(step.connection, PERMANENT_DUTY)),
                    duty_officer_id=command.duty_officer_id,
                    bearer=command.bearer,
                ),
            ],
            command.reason,
        )
        delivery = _delivery(desk, step, command)
        made = [_package(step, delivery, row, package) for row, package in enumerate(command.packages, 1)]
        step.subject, step.reason = f"delivery:{delivery.id}", command.reason.strip()
    return Logged(delivery.id, tuple(package.id for package in made), findings)


def hand_over(desk: Desk, command: HandOverToService) -> None:
    """Enter that duty officers handed over what they hold; raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:delivery:handed_over") as step:
        deliveries = [step.session.get_one(Delivery, key) for key in dict.fromkeys(command.delivery_ids)]
        settle(
            [
                worker_entrusted(desk, step),
                law.deliveries_chosen(len(deliveries)),
                law.taken_by_somebody(command.handed_over_to_id),
                law.taken_by_head(command.handed_over_to_id, _heads_of_service(desk, step, command)),
                *(law.not_handed_over_yet(one.handed_over_at) for one in deliveries),
                *(law.handed_over(command.handed_over_at, one.received_at, desk.now()) for one in deliveries),
            ],
            command.reason,
        )
        step.reason = command.reason.strip()
        for delivery in deliveries:
            delivery.handed_over_at = command.handed_over_at
            delivery.handed_over_to_id = command.handed_over_to_id
            part(step, f"delivery:{delivery.id}")


def check(desk: Desk, command: CheckPackage) -> tuple[Finding, ...]:
    """Enter what was found in a package; breaches are told and recorded. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:package:checked") as step:
        package = step.session.get_one(Package, command.package_id)
        details = queries.details_of(step.connection, package.id)
        facts, documents = details.facts, [one for one in command.documents if not one.struck]
        findings = settle(
            [
                worker_entrusted(desk, step),
                package_check.to_be_opened(facts),
                package_check.not_opened_when_personal(facts, len(documents)),
                package_check.checked_in_order(command.checked_at, facts.handed_over_at, desk.now()),
                *package_check.looked_at(
                    sealed=command.sealed, intact=command.intact, electronic=facts.electronic
                ),
                package_check.documents_found(len(documents), personal=facts.personal),
                *(
                    finding
                    for row, one in enumerate(documents, 1)
                    for finding in package_check.counted(one, row)
                ),
                *(
                    package_check.stays_registered(one.struck, _number_of(details, one.id))
                    for one in command.documents
                ),
                package_check.checked_once(facts),
            ],
            command.reason,
        )
        package.sealed, package.intact = command.sealed, command.intact
        package.checked_at, package.checked_by = command.checked_at, desk.person.account_id
        package.check_notes = command.notes.strip()
        for document in command.documents:
            _found(desk, step, package, document)
        step.subject, step.reason = f"package:{package.id}", command.reason.strip()
    return findings


def misdirected(desk: Desk, command: Misdirected) -> None:
    """Enter that a package came by mistake and is to go back; raises `Refused`."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:package:misdirected") as step:
        package = step.session.get_one(Package, command.package_id)
        facts = queries.details_of(step.connection, package.id).facts
        settle(
            [
                worker_entrusted(desk, step),
                package_check.to_be_opened(facts),
                mail_covers.once_misdirected(facts),
                day_in_order(command.on, _received_on(desk, facts), desk.today(), "on"),
            ],
            "",
        )
        package.misdirected_on = command.on
        package.check_notes = "\n".join(filter(None, (package.check_notes, command.notes.strip())))
        step.subject = f"package:{package.id}"


def send_back(desk: Desk, command: SendBack) -> tuple[Finding, ...]:
    """Enter that a misdirected package went back, with every copy registered of it; raises `Refused`."""
    desk.authorize(Action.RECEIVE_MAIL)
    with desk.transaction("mail:package:sent_back") as step:
        package = step.session.get_one(Package, command.package_id)
        details = queries.details_of(step.connection, package.id)
        facts = details.facts
        since = max(filter(None, (_received_on(desk, facts), package.misdirected_on)))
        copies = _copies(step, details)
        keys = [key for of_item in copies.values() for key in of_item]
        against = guard.ask(desk, step.connection, Intent.SEND_BACK, keys, on=command.on)[1] if keys else []
        findings = settle(
            [
                worker_entrusted(desk, step),
                package_check.to_be_opened(facts),
                *mail_covers.sent_back(facts, command.on, desk.today(), since),
                *against,
            ],
            "",
        )
        package.returned_on, package.return_number = command.on, command.letter_number.strip()
        if command.on is not None:
            _move_back(desk, step, package, copies, command.on)
        step.subject = f"package:{package.id}"
    return findings


def worker_entrusted(desk: Desk, step: Step) -> Finding | None:
    """Paragraph 12, part 1 (D12): whoever is at the desk is entrusted with restricted mail."""
    worker = at_desk(step.connection, desk)
    return entrustment.entrusted(worker.name, entrusted=worker.entrusted)


# --- what is written ---


_STANDING = """
    SELECT copy.item_id, copy.id FROM copy JOIN number ON number.id = copy.item_id AND number.state <> 'annulled'
    LEFT JOIN movement AS last ON last.id = copy.whereabouts_id
    WHERE copy.item_id IN ({marks}) AND copy.struck_on IS NULL AND coalesce(last.kind, '') <> 'carried_over'
    ORDER BY copy.item_id, copy.number
"""


def _logged_before(step: Step, form_id: str) -> Logged | None:
    found = step.session.scalar(select(Delivery).where(Delivery.form_id == form_id))
    if found is None:
        return None
    keys = step.session.scalars(
        select(Package.id).where(Package.delivery_id == found.id).order_by(Package.ordinal)
    )
    return Logged(found.id, tuple(keys), repeated=True)


def _heads_of_service(desk: Desk, step: Step, command: HandOverToService) -> dict[int, str]:
    """Whoever heads the documentation service on the day of a hand-over, or acts as its head, by name."""
    day = queries.local_day(desk, command.handed_over_at).isoformat()
    rows = step.connection.exec_driver_sql(
        f"SELECT employee.id, employee.name_{current_language()} FROM appointment "
        "JOIN employee ON employee.id = appointment.employee_id WHERE appointment.heads = ? "
        "AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY appointment.id",
        (Headship.SERVICE.value, day, day),
    )
    return {int(key): str(name) for key, name in rows}


def _told(packages: tuple[PackageLogged, ...]) -> list[Finding | None]:
    told = [law.package_told(one.sender, one.cover_numbers, row) for row, one in enumerate(packages, 1)]
    personal = [
        law.personal_to_somebody(one.addressee_id, row) for row, one in enumerate(packages, 1) if one.personal
    ]
    return [*told, *personal]


def _delivery(desk: Desk, step: Step, command: LogDelivery) -> Delivery:
    by_duty = command.out_of_hours and command.duty_officer_id is not None
    delivery = Delivery(
        form_id=command.form_id,
        way=command.way.value,
        bearer=" ".join(command.bearer.split()),
        list_number=command.list_number.strip(),
        received_at=command.received_at,
        out_of_hours=command.out_of_hours,
        duty_officer_id=command.duty_officer_id if command.out_of_hours else None,
        handed_over_at=None if by_duty else command.received_at,
        handed_over_to_id=None if by_duty else at_desk(step.connection, desk).employee_id,
        breach=command.reason.strip() if command.out_of_hours else "",
        notes=command.notes.strip(),
        recorded_at=step.at,
        recorded_by=desk.person.account_id,
    )
    step.session.add(delivery)
    step.session.flush()
    return delivery


def _package(step: Step, delivery: Delivery, ordinal: int, logged: PackageLogged) -> Package:
    package = Package(
        delivery_id=delivery.id, ordinal=ordinal, check_notes="", return_number="", cover_kept=""
    )
    put_logged(step, package, logged)
    step.session.add(package)
    step.session.flush()
    if package.personal:
        unopened(step, package)
    return package


def put_logged(step: Step, package: Package, logged: PackageLogged) -> None:
    """Write what the log says of a cover."""
    language = language_of_new_journal(step.connection, current_language().value)
    package.sender = " ".join(logged.sender.split())
    package.correspondent_id = correspondents.known(step, package.sender, language)
    package.cover_numbers = " ".join(logged.cover_numbers.split())
    package.carrier = logged.carrier.value
    package.personal = logged.personal
    package.addressee_id = logged.addressee_id if logged.personal else None


def unopened(step: Step, package: Package) -> None:
    """A cover with «Лично» has one row for what it holds, to be filled when the addressee has opened it."""
    _row(step, package, DocumentFound())


def _found(desk: Desk, step: Step, package: Package, document: DocumentFound) -> None:
    if document.id is None:
        if not document.struck:
            _row(step, package, document)
        return
    row = step.session.get_one(Enclosed, document.id)
    if row.package_id != package.id:
        raise NotThere
    if document.struck:
        row.struck_on = row.struck_on or desk.today()
        return
    settle([package_check.still_enclosed(there=row.struck_on is None)], "")
    for name, known in contents(document).items():
        setattr(row, name, known)


def _row(step: Step, package: Package, document: DocumentFound) -> Enclosed:
    taken = step.session.scalars(select(Enclosed.ordinal).where(Enclosed.package_id == package.id))
    row = Enclosed(package_id=package.id, ordinal=max(taken, default=0) + 1, **contents(document))
    step.session.add(row)
    step.session.flush()
    return row


def contents(document: Contents) -> dict[str, object]:
    """The columns of a document of a cover, texts without blanks around them."""
    known = {name: one for name, one in asdict(document).items() if name in Contents.__dataclass_fields__}
    return {name: " ".join(one.split()) if isinstance(one, str) else one for name, one in known.items()}


def _number_of(details: queries.PackageDetails, enclosed_id: int | None) -> str:
    return next((row.number for row in details.enclosed if row.id == enclosed_id), "")


def _received_on(desk: Desk, facts: PackageFacts) -> dt.date:
    return queries.local_day(desk, facts.received_at)


def _copies(step: Step, details: queries.PackageDetails) -> dict[int, list[int]]:
    """The copies registered of a package, by the entries that they stand in now.

    A copy that was carried over to a later year goes back from its entry there, one that was not from where it stayed.
    """
    registered = [row.item_id for row in details.enclosed if row.item_id is not None]
    found: dict[int, list[int]] = {}
    for item_id in queries.carried_on(step.connection, registered):
        entries = same_document(step.connection, item_id)
        marks = ", ".join("?" * len(entries))
        rows = step.connection.exec_driver_sql(_STANDING.format(marks=marks), entries)
        for entry, copy_id in rows:
            found.setdefault(entry, []).append(copy_id)
    return found


def _move_back(desk: Desk, step: Step, package: Package, copies: dict[int, list[int]], on: dt.date) -> None:
    """Every copy that has a number goes back with the cover, each entry with its own line in the ledger."""
    letter = f"№ {package.return_number}" if package.return_number else ""
    move = movements.Move(
        kind=MovementKind.SENDING_BACK,
        on=on,
        words=", ".join(filter(None, (package.sender, short(on), letter))),
        to=Destination(correspondent_id=package.correspondent_id),
        paper=f"package:{package.id}",
    )
    for item_id, keys in copies.items():
        movements.write(desk, step, keys, move)
        part(step, f"item:{item_id}", "mail:item:sent_back")
