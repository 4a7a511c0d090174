"""Papers of the mail: the duty officer's list (paragraph 13) and the letter with misdirected items (paragraph 12)."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, Language
from dspdesk.law.covering_letter import CoveringLetterContent, Returned
from dspdesk.law.duty_handover import CoverTaken, DutyHandoverContent
from dspdesk.law.findings import Finding, Refused, Weight
from dspdesk.law.kinds import Headship
from dspdesk.law.roles import Action
from dspdesk.procedures.store_papers import Awaited, ids
from dspdesk.queries import mail, people
from dspdesk.queries.mail import DeliveryRow, EnclosedRow, PackageDetails
from dspdesk.queries.names import name_in, name_on
from dspdesk.queries.people import Signatory
from dspdesk.reports import covering_letter, duty_handover
from dspdesk.store.errors import NotThere

DUTY_OFFICER = N_("duty officer")
HEAD_OF_SERVICE = N_("head of the documentation service")
SIGNATORY = N_("signatory of the letter")


# --- the duty officer's list ---


def draw_duty_list(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The lists of the covers of one or several deliveries ("delivery:5,6"), one for each officer who took them."""
    desk.authorize(Action.RECEIVE_MAIL)
    taken: dict[int | None, list[PackageDetails]] = {}
    for package in _taken(desk, about):
        taken.setdefault(package.delivery.duty_officer_id, []).append(package)
    lists = [_duty_list(desk, packages, language) for packages in taken.values()]
    return duty_handover.draw(lists, language, code)


def awaited_on_duty_list(desk: Desk, about: str) -> tuple[Awaited, ...]:
    """The duty officer who hands over, the head of the documentation service or who took it."""
    packages = _taken(desk, about)
    with desk.reading() as connection:
        accepts = _accepts(desk, connection, packages[0].delivery)
    officers = dict.fromkeys(one.delivery.duty_officer_id for one in packages)
    return (
        *(Awaited(officer, DUTY_OFFICER) for officer in officers),
        Awaited(accepts.employee_id if accepts else None, HEAD_OF_SERVICE),
    )


def _duty_list(desk: Desk, packages: Sequence[PackageDetails], language: str) -> DutyHandoverContent:
    delivery = packages[0].delivery
    with desk.reading() as connection:
        day = _local(desk, delivery.handed_over_at or delivery.received_at).date()
        gives = (
            people.position_within(connection, delivery.duty_officer_id, day)
            if delivery.duty_officer_id is not None
            else None
        )
        accepts = _accepts(desk, connection, delivery)
        return DutyHandoverContent(
            organisation=name_in(connection, "organisation:1", day, language),
            covers=tuple(_cover(desk, one) for one in packages),
            given_position=gives.position(language) if gives else "",
            given_by=gives.name(language) if gives else "",
            accepted_position=accepts.position(language) if accepts else "",
            accepted_by=accepts.name(language) if accepts else "",
            handed_over_at=_local(desk, delivery.handed_over_at) if delivery.handed_over_at else None,
        )


def _taken(desk: Desk, about: str) -> list[PackageDetails]:
    """The covers that are listed, in the order in which they came; raises `Refused` when there are none."""
    packages = [one for key in ids(about) for one in mail.packages_of(desk, key) if not one.facts.struck]
    if not packages:
        raise Refused([Finding("OWN", Weight.REFUSE, "package_unknown")])
    return sorted(packages, key=lambda one: (one.delivery.received_at, one.delivery.id, one.ordinal))


def _accepts(desk: Desk, connection: Connection, delivery: DeliveryRow) -> Signatory | None:
    """Whoever took the covers over; before that the head of the documentation service (paragraph 13)."""
    day = _local(desk, delivery.handed_over_at).date() if delivery.handed_over_at else desk.today()
    if delivery.handed_over_to_id is not None:
        return people.position_within(connection, delivery.handed_over_to_id, day)
    return people.signatory_within(connection, Headship.SERVICE, day)


def _cover(desk: Desk, one: PackageDetails) -> CoverTaken:
    return CoverTaken(
        received_at=_local(desk, one.delivery.received_at),
        sender=one.sender,
        cover_numbers=one.cover_numbers,
        bearer=one.delivery.bearer,
        sealed=one.sealed,
        intact=one.intact,
        personal=one.personal,
    )


# --- the covering letter of a return ---


def draw_covering_letter(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The letter with which a misdirected package goes back ("package:5")."""
    desk.authorize(Action.RECEIVE_MAIL)
    return covering_letter.draw(_letter(desk, ids(about)[0], language), language, code)


def awaited_on_covering_letter(desk: Desk, about: str) -> tuple[Awaited, ...]:
    """Who signs the letter."""
    package = _misdirected(desk, ids(about)[0])
    with desk.reading() as connection:
        signs = _signatory(connection, package.returned_on or desk.today())
    return (Awaited(signs.employee_id if signs else None, SIGNATORY),)


def _letter(desk: Desk, package_id: int, language: str) -> CoveringLetterContent:
    package = _misdirected(desk, package_id)
    day = package.returned_on or desk.today()
    with desk.reading() as connection:
        signs = _signatory(connection, day)
        addressee, address = _addressee(connection, package, language, day)
        return CoveringLetterContent(
            organisation=name_in(connection, "organisation:1", day, language),
            letterhead=_letterhead(connection, language),
            number=package.return_number,
            dated=package.returned_on,
            addressee=addressee,
            address=address,
            received=mail.local_day(desk, package.delivery.received_at),
            cover_numbers=package.cover_numbers,
            enclosed=tuple(map(_returned, package.enclosed)),
            position=signs.position(language) if signs else "",
            name=signs.name(language) if signs else "",
        )


def _misdirected(desk: Desk, package_id: int) -> PackageDetails:
    try:
        package = mail.package(desk, package_id)
    except NotThere:
        raise Refused([Finding("OWN", Weight.REFUSE, "package_unknown")]) from None
    if not package.facts.misdirected:
        raise Refused([Finding("D12d", Weight.REFUSE, "not_misdirected", {})])
    return package


def _signatory(connection: Connection, day: dt.date) -> Signatory | None:
    """The head of the documentation service, which sends it back; where there is none, the head of the body."""
    return people.signatory_within(connection, Headship.SERVICE, day) or people.signatory_within(
        connection, Headship.BODY, day
    )


def _addressee(
    connection: Connection, package: PackageDetails, language: str, day: dt.date
) -> tuple[str, str]:
    """The sender by the name and address in the language of the letter, as far as they are known."""
    if package.correspondent_id is None:
        return package.sender, ""
    key = package.correspondent_id
    names = name_on(connection, f"correspondent:{key}", day)
    addresses = connection.exec_driver_sql(
        "SELECT address_kk, address_ru FROM correspondent WHERE id = ?", (key,)
    ).one()
    return _known(names, language) or package.sender, _known((addresses[0], addresses[1]), language)


def _letterhead(connection: Connection, language: str) -> str:
    kk, ru = connection.exec_driver_sql("SELECT letterhead_kk, letterhead_ru FROM organisation").one()
    return str(kk if language == Language.KK else ru)


def _returned(one: EnclosedRow) -> Returned:
    """A document as it was counted, or as it is stated where nobody has counted."""
    return Returned(
        kind=one.kind,
        number=one.their_number,
        date=one.their_date,
        sheets=one.stated_sheets if one.counted_sheets is None else one.counted_sheets,
        enclosure_sheets=(
            one.stated_enclosure_sheets
            if one.counted_enclosure_sheets is None
            else one.counted_enclosure_sheets
        ),
        copies=one.stated_copies if one.counted_copies is None else one.counted_copies,
    )


def _local(desk: Desk, moment: dt.datetime) -> dt.datetime:
    return moment.replace(tzinfo=dt.UTC).astimezone(desk.clock().tzinfo)


def _known(pair: tuple[str, str], language: str) -> str:
    """In the language, or in the other where there is nothing in it."""
    first, second = pair if language == Language.KK else pair[::-1]
    return first or second
