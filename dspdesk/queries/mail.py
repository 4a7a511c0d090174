"""Mail before registration: the log of receipts, each package with what was found in it, and what waits."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law import mail as law
from dspdesk.law.kinds import Carrier, NumberState
from dspdesk.law.mail import (
    Breach,
    Contents,
    CoverReason,
    DeliveryWay,
    Difference,
    PackageFacts,
    PackageState,
)
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.store.errors import NotThere


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryRow:
    """What was brought at one time; moments are UTC, names in the person's language."""

    id: int
    way: DeliveryWay
    bearer: str
    list_number: str
    received_at: dt.datetime
    out_of_hours: bool
    duty_officer_id: int | None
    duty_officer: str
    handed_over_at: dt.datetime | None
    handed_over_to_id: int | None
    handed_over_to: str
    breach: str
    notes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnclosedRow(Contents):
    """A document or publication of a package; `item_id` and `number` are of its entry, `None` and '' without one."""

    id: int
    ordinal: int
    item_id: int | None
    number: str
    struck_on: dt.date | None = None

    def differences(self) -> tuple[Difference, ...]:
        """What differs from what is stated."""
        return law.differences(self)

    @property
    def counted(self) -> bool:
        """Whether somebody has counted it."""
        return self.counted_sheets is not None or self.counted_copies is not None

    @property
    def to_register(self) -> bool:
        """Whether it is there and has no entry."""
        return self.item_id is None and self.struck_on is None and not self.absent


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRow:
    """One package of the log with what it waits for; `numbers` are those of the entries made of it."""

    id: int
    ordinal: int
    delivery: DeliveryRow
    sender: str
    correspondent_id: int | None
    cover_numbers: str
    carrier: Carrier
    personal: bool
    addressee_id: int | None
    addressee: str
    state: PackageState
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CarrierCheckRow:
    """A check of the carrier for malicious programs."""

    means: str
    checked_on: dt.date
    checked_by: str
    clean: bool
    notes: str


@dataclass(frozen=True, slots=True)
class ActRef:
    """An act drawn up about a package."""

    id: int
    number: int
    year: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageDetails(PackageRow):
    """A package in full: how its cover was, what was stated and counted, what became of it."""

    facts: PackageFacts
    sealed: bool | None
    intact: bool | None
    checked_at: dt.datetime | None
    checked_by: str
    check_notes: str
    misdirected_on: dt.date | None
    returned_on: dt.date | None
    return_number: str
    cover_kept: CoverReason | None
    cover_discarded_on: dt.date | None
    enclosed: tuple[EnclosedRow, ...]
    carrier_checks: tuple[CarrierCheckRow, ...]
    acts: tuple[ActRef, ...]

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """What the Rules do not allow and has happened with it."""
        found = (
            (Breach.OUT_OF_HOURS, bool(self.delivery.breach)),
            (Breach.UNSEALED, self.sealed is False),
            (Breach.DAMAGED, self.intact is False),
            (Breach.MALICIOUS, any(not check.clean for check in self.carrier_checks)),
        )
        return tuple(breach for breach, holds in found if holds)

    @property
    def differs(self) -> bool:
        """Whether anything differs from what is stated."""
        return any(row.differences() for row in self.enclosed)

    @property
    def entry_id(self) -> int | None:
        """The first entry made of it, `None` before there is one."""
        return next((row.item_id for row in self.enclosed if row.item_id is not None), None)


_PACKAGES = """
    SELECT package.id, package.ordinal, package.sender, package.correspondent_id, package.cover_numbers,
           package.carrier, package.personal, package.addressee_id, {addressee}, package.sealed, package.intact,
           package.checked_at, coalesce({checker}, ''), package.check_notes, package.misdirected_on,
           package.returned_on, package.return_number, package.cover_kept, package.cover_discarded_on,
           package.struck_on,
           delivery.id, delivery.way, delivery.bearer, delivery.list_number, delivery.received_at,
           delivery.out_of_hours, delivery.duty_officer_id, {duty}, delivery.handed_over_at,
           delivery.handed_over_to_id, {taker}, delivery.breach, delivery.notes,
           (SELECT clean FROM carrier_check WHERE carrier_check.package_id = package.id ORDER BY id DESC LIMIT 1)
    FROM package JOIN delivery ON delivery.id = package.delivery_id
    LEFT JOIN employee AS addressee ON addressee.id = package.addressee_id
    LEFT JOIN employee AS duty ON duty.id = delivery.duty_officer_id
    LEFT JOIN employee AS taker ON taker.id = delivery.handed_over_to_id
    LEFT JOIN account ON account.id = package.checked_by
    LEFT JOIN employee AS checker ON checker.id = account.employee_id
"""
_ORDER = " ORDER BY delivery.received_at DESC, delivery.id DESC, package.ordinal"
_ENCLOSED = """
    SELECT enclosed.id, enclosed.package_id, enclosed.ordinal, enclosed.kind, enclosed.summary, enclosed.their_number,
           enclosed.their_date, enclosed.stated_sheets, enclosed.counted_sheets, enclosed.stated_enclosure_sheets,
           enclosed.counted_enclosure_sheets, enclosed.stated_copies, enclosed.counted_copies,
           enclosed.stated_enclosures, enclosed.missing, enclosed.item_id, enclosed.struck_on
    FROM enclosed
"""
#: Written as `ix_enclosed_differing` has it, which finds them.
_DIFFERS = (
    "(stated_sheets <> counted_sheets OR stated_enclosure_sheets <> counted_enclosure_sheets"
    " OR stated_copies <> counted_copies OR missing <> '')"
)
#: What may still wait for something; of these the law says for what. Few wait of all that ever came: each kind of them
#: has an index.
OPEN = f"""
    package.struck_on IS NULL AND package.returned_on IS NULL AND package.id IN (
        SELECT id FROM package WHERE checked_at IS NULL
        UNION SELECT id FROM package WHERE misdirected_on IS NOT NULL AND returned_on IS NULL
        UNION SELECT package_id FROM enclosed WHERE item_id IS NULL AND struck_on IS NULL
        UNION SELECT package_id FROM enclosed WHERE struck_on IS NULL AND {_DIFFERS}
        UNION SELECT enclosed.package_id FROM number CROSS JOIN enclosed ON enclosed.item_id = number.id
        WHERE number.state <> 'issued' AND number.state = 'annulled' AND enclosed.struck_on IS NULL)
"""


def packages(desk: Desk) -> list[PackageRow]:
    """The whole log of receipts, the latest delivery first."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return list(rows_of(connection))


def package(desk: Desk, package_id: int) -> PackageDetails:
    """One package in full. Raises `NotThere`."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return details_of(connection, package_id)


def packages_of(desk: Desk, delivery_id: int) -> list[PackageDetails]:
    """The packages of one delivery in full, in the order in which they were logged."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return list(_found(connection, "delivery.id = ?", (delivery_id,)))


def waiting_for_hand_over(desk: Desk) -> list[tuple[DeliveryRow, int]]:
    """The deliveries that duty officers hold, the oldest first, each with the number of its packages."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        counted: dict[int, tuple[DeliveryRow, int]] = {}
        for row in _found(connection, "delivery.handed_over_at IS NULL AND package.struck_on IS NULL"):
            counted[row.delivery.id] = (row.delivery, counted.get(row.delivery.id, (row.delivery, 0))[1] + 1)
    return sorted(counted.values(), key=lambda pair: (pair[0].received_at, pair[0].id))


def details_of(connection: Connection, package_id: int) -> PackageDetails:
    """One package in full as a transaction sees it. Raises `NotThere`."""
    for found in _found(connection, "package.id = ?", (package_id,)):
        return found
    raise NotThere


def rows_of(connection: Connection, condition: str = "1") -> Iterable[PackageRow]:
    """The packages that fit a condition, as a transaction sees them."""
    return _found(connection, condition)


def local_day(desk: Desk, moment: dt.datetime) -> dt.date:
    """The day of a moment that records keep in UTC, at this desk."""
    return moment.replace(tzinfo=dt.UTC).astimezone(desk.clock().tzinfo).date()


def _found(connection: Connection, condition: str, values: tuple[Any, ...] = ()) -> Iterable[PackageDetails]:
    language = current_language()
    names = {
        table: f"coalesce({table}.name_{language}, '')" for table in ("addressee", "duty", "taker", "checker")
    }
    question = f"{_PACKAGES.format(**names)} WHERE {condition}"
    rows = connection.exec_driver_sql(question + _ORDER, values).fetchall()
    keys = [row[0] for row in rows]
    few = keys if len(keys) <= _FEW else None
    contents, checks, acts = _contents(connection, few), _checks(connection, few), _acts(connection, few)
    deliveries: dict[int, DeliveryRow] = {}
    for row in rows:
        delivery = deliveries.setdefault(row[20], _delivery(row[20:33]))
        yield _package(row, delivery, contents.get(row[0], ()), checks.get(row[0], ()), acts.get(row[0], ()))


_FEW = 200  # packages that are asked for by their keys; beyond it all are read


def _asked(connection: Connection, question: str, column: str, keys: Sequence[int] | None) -> list[Any]:
    """Rows that belong to some packages, or all of them."""
    if keys is None:
        return list(connection.exec_driver_sql(question.format(condition="1")))
    if not keys:
        return []
    marks = ", ".join("?" * len(keys))
    return list(connection.exec_driver_sql(question.format(condition=f"{column} IN ({marks})"), tuple(keys)))


def _contents(connection: Connection, keys: Sequence[int] | None) -> dict[int, tuple[EnclosedRow, ...]]:
    rows = _asked(
        connection,
        f"{_ENCLOSED} WHERE {{condition}} AND struck_on IS NULL ORDER BY package_id, ordinal",
        "package_id",
        keys,
    )
    items = [row[15] for row in rows if row[15] is not None]
    numbers = _numbers(connection, items) if items else {}
    found: dict[int, list[EnclosedRow]] = {}
    for row in rows:
        found.setdefault(row[1], []).append(_enclosed(row, numbers))
    return {key: tuple(lines) for key, lines in found.items()}


def _numbers(connection: Connection, items: Collection[int]) -> dict[int, tuple[int, str]]:
    """Of entries made of documents: the entry that stands for each now, and its number; an annulled one is none."""
    moved = pairs(connection, "SELECT from_item_id, to_item_id FROM misplacement")
    standing = {item: onward(moved, item) for item in items}
    wanted = sorted(set(standing.values()))
    rows: list[Any] = []
    for at in range(0, len(wanted), 500):
        some = wanted[at : at + 500]
        marks = ", ".join("?" * len(some))
        rows += connection.exec_driver_sql(
            "SELECT number.id, number.sequence, number.letter, number.written, journal.language FROM number "
            f"JOIN journal ON journal.id = number.journal_id WHERE number.id IN ({marks}) AND number.state <> ?",
            (*some, NumberState.ANNULLED.value),
        ).fetchall()
    shown = {row[0]: RegistrationNumber(*row[1:4]).with_mark(row[4]) for row in rows}
    return {item: (now, shown[now]) for item, now in standing.items() if now in shown}


def pairs(connection: Connection, question: str) -> dict[int, int]:
    """Entries that others stand for now, by their keys."""
    return {int(one): int(other) for one, other in connection.exec_driver_sql(question)}


def onward(moved: Mapping[int, int], item: int) -> int:
    """The entry that stands for an item at the end of a chain of entries."""
    seen = set()
    while item in moved and item not in seen:
        seen.add(item)
        item = moved[item]
    return item


def carried_on(connection: Connection, items: Iterable[int]) -> list[int]:
    """The entries under which items are kept account of now: those carried over, in the year they went on to."""
    moved = pairs(connection, "SELECT from_item_id, to_item_id FROM carry_over")
    return [onward(moved, item) for item in items]


def _checks(connection: Connection, keys: Sequence[int] | None) -> dict[int, tuple[CarrierCheckRow, ...]]:
    rows = _asked(
        connection,
        "SELECT carrier_check.package_id, means, checked_on, employee.name_kk, employee.name_ru, clean, notes "
        "FROM carrier_check JOIN employee ON employee.id = carrier_check.checked_by_id "
        "WHERE package_id IS NOT NULL AND {condition} ORDER BY carrier_check.id",
        "package_id",
        keys,
    )
    name = 3 if current_language() == "kk" else 4
    found: dict[int, list[CarrierCheckRow]] = {}
    for row in rows:
        check = CarrierCheckRow(row[1], dt.date.fromisoformat(row[2]), row[name], bool(row[5]), row[6])
        found.setdefault(row[0], []).append(check)
    return {key: tuple(lines) for key, lines in found.items()}


def _acts(connection: Connection, keys: Sequence[int] | None) -> dict[int, tuple[ActRef, ...]]:
    rows = _asked(
        connection,
        "SELECT package_id, id, number, year, kind FROM act "
        "WHERE package_id IS NOT NULL AND withdrawn_on IS NULL AND {condition} ORDER BY id",
        "package_id",
        keys,
    )
    found: dict[int, list[ActRef]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(ActRef(*row[1:]))
    return {key: tuple(lines) for key, lines in found.items()}


def _enclosed(row: Sequence[Any], numbers: Mapping[int, tuple[int, str]]) -> EnclosedRow:
    item_id, number = numbers.get(row[15], (None, ""))
    return EnclosedRow(
        id=row[0], ordinal=row[2], kind=row[3], summary=row[4], their_number=row[5], their_date=_day(row[6]),
        stated_sheets=row[7], counted_sheets=row[8], stated_enclosure_sheets=row[9],
        counted_enclosure_sheets=row[10], stated_copies=row[11], counted_copies=row[12], stated_enclosures=row[13],
        missing=row[14], item_id=item_id, number=number, struck_on=_day(row[16]),
    )  # fmt: skip


def _delivery(row: Sequence[Any]) -> DeliveryRow:
    return DeliveryRow(
        id=row[0], way=DeliveryWay(row[1]), bearer=row[2], list_number=row[3], received_at=_at(row[4]),
        out_of_hours=bool(row[5]), duty_officer_id=row[6], duty_officer=row[7],
        handed_over_at=_at(row[8]) if row[8] else None, handed_over_to_id=row[9], handed_over_to=row[10],
        breach=row[11], notes=row[12],
    )  # fmt: skip


def _package(
    row: Sequence[Any],
    delivery: DeliveryRow,
    enclosed: tuple[EnclosedRow, ...],
    checks: tuple[CarrierCheckRow, ...],
    acts: tuple[ActRef, ...],
) -> PackageDetails:
    facts = _facts(row, delivery, enclosed, acted=bool(acts))
    return PackageDetails(
        id=row[0], ordinal=row[1], delivery=delivery, sender=row[2], correspondent_id=row[3], cover_numbers=row[4],
        carrier=Carrier(row[5]), personal=bool(row[6]), addressee_id=row[7], addressee=row[8],
        state=law.state(facts), facts=facts, numbers=tuple(line.number for line in enclosed if line.number),
        sealed=_flag(row[9]), intact=_flag(row[10]), checked_at=facts.checked_at, checked_by=row[12],
        check_notes=row[13], misdirected_on=_day(row[14]), returned_on=facts.returned_on, return_number=row[16],
        cover_kept=CoverReason(row[17]) if row[17] else None, cover_discarded_on=_day(row[18]), enclosed=enclosed,
        carrier_checks=checks, acts=acts,
    )  # fmt: skip


def _facts(
    row: Sequence[Any],
    delivery: DeliveryRow,
    enclosed: tuple[EnclosedRow, ...],
    *,
    acted: bool,
) -> PackageFacts:
    personal = bool(row[6])
    completed = personal and any(line.counted for line in enclosed)
    return PackageFacts(
        received_at=delivery.received_at, handed_over_at=delivery.handed_over_at, personal=personal,
        electronic=row[5] == Carrier.ELECTRONIC, checked_at=_at(row[11]) if row[11] else None,
        carrier_clean=_flag(row[33]), misdirected=row[14] is not None, returned_on=_day(row[15]),
        struck=row[19] is not None, to_register=sum(line.to_register for line in enclosed),
        registered=sum(line.item_id is not None for line in enclosed),
        differs=any(line.differences() for line in enclosed), act=acted, completed=completed,
    )  # fmt: skip


def _flag(value: object) -> bool | None:
    return None if value is None else bool(value)


def _at(value: str) -> dt.datetime:
    return dt.datetime.fromisoformat(value)


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None
