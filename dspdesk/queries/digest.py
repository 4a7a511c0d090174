"""What the digest says (W12): by persons, what is overdue, due, to sign or approve, and which copies they hold."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, translate_in
from dspdesk.language.papers import NAMES
from dspdesk.language.sorting import sort_key
from dspdesk.law.act import KINDS, ActKind, ActStage
from dspdesk.law.digest import DigestGroup, DigestLine, Group
from dspdesk.law.execution_control import Due
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries import handover
from dspdesk.queries.execution_control import ControlRow, controlled
from dspdesk.queries.item import day
from dspdesk.queries.people import signatory_within
from dspdesk.store.errors import NotThere

WEEK = 6  # days after today


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that is with a person: whose, what it is in a few words, since or until when.

    `person_id` is `None` where nobody of the body is found by the name that an entry gives.
    """

    person_id: int | None
    name: str
    what: str
    on: dt.date | None


def digest_groups(desk: Desk, language: str, unit_id: int | None = None) -> tuple[DigestGroup, ...]:
    """The groups of the digest in their order; of a unit only what its people have. Raises `NotThere`."""
    desk.authorize(Action.READ_JOURNALS)
    today = desk.today()
    rows = [row for row in controlled(desk, language=language) if unit_id in {None, row.unit_id}]
    with desk.reading() as connection:
        if unit_id is not None and not connection.exec_driver_sql(_UNIT, (unit_id,)).scalar():
            raise NotThere
        people = _people(connection, language, today, unit_id)
        signing = [
            *_signatures(desk, connection, language, people),
            *_approvals(connection, people, today),
        ]
        submitted = _copies(connection, _SUBMITTED, people)
        held = _copies(connection, _HELD, people)
    overdue = [_executed(row) for row in rows if row.due is Due.OVERDUE]
    week = [_executed(row) for row in rows if row.days is not None and 0 <= row.days <= WEEK]
    return (
        _group(Group.OVERDUE, overdue, people, lambda on: (today - on).days),
        _group(Group.WEEK, week, people, lambda on: (on - today).days),
        _group(Group.SIGNATURE, signing, people, lambda on: (today - on).days),
        _group(Group.SUBMITTED, submitted, people, lambda on: (today - on).days),
        _group(Group.HELD, held, people, lambda on: (today - on).days),
    )


def _executed(row: ControlRow) -> _Thing:
    return _Thing(row.executor_id, row.executor, row.number, row.due_on)


def _group(
    kind: Group, things: Iterable[_Thing], people: Mapping[int, _Person], days: Callable[[dt.date], int]
) -> DigestGroup:
    """One line for each person: how many, and the one of the earliest day."""
    by_person: dict[tuple[int | None, str], list[_Thing]] = {}
    for thing in things:
        by_person.setdefault((thing.person_id, thing.name), []).append(thing)
    called = Counter(name for _who, name in by_person)
    lines = []
    for (who, name), theirs in by_person.items():
        said = name
        if called[name] > 1 and who is not None and who in people and people[who].unit:
            said = f"{name} ({people[who].unit})"  # of several people of one name each is told by the unit
        first = min(theirs, key=lambda thing: thing.on or dt.date.max)
        lines.append(
            DigestLine(said, len(theirs), first.what, first.on, days(first.on) if first.on else None)
        )
    lines.sort(key=lambda line: (-line.count, line.on or dt.date.max, sort_key(line.name)))
    return DigestGroup(kind, tuple(lines), sum(line.count for line in lines))


_UNIT = "SELECT 1 FROM unit WHERE id = ?"
_PEOPLE = """
    SELECT employee.id, employee.name_{language}, held.unit_id, coalesce(unit.name_{language}, '') FROM employee
    LEFT JOIN appointment AS held ON held.id = (
        SELECT one.id FROM appointment AS one WHERE one.employee_id = employee.id AND NOT one.acting
        AND one.valid_from <= ? AND (one.valid_to IS NULL OR one.valid_to >= ?)
        ORDER BY one.valid_from DESC, one.id DESC LIMIT 1)
    LEFT JOIN unit ON unit.id = held.unit_id
"""
_SIGNATURES = """
    SELECT printout_signature.employee_id, printout_signature.part, printout.paper, printout.subject, printout.made_at
    FROM printout JOIN printout_signature ON printout_signature.printout_id = printout.id
    WHERE printout.awaits AND printout.signed_on IS NULL AND printout.set_aside_on IS NULL
    AND printout.pdf_hash IS NOT NULL  -- a printing that broke off is no paper
    AND printout_signature.signed_on IS NULL AND printout_signature.employee_id IS NOT NULL
"""
_COPIES = """
    SELECT movement.employee_id, number.sequence, number.letter, number.written, journal.language, movement.happened_on,
           copy.number
    FROM movement JOIN copy ON copy.whereabouts_id = movement.id AND copy.id = movement.copy_id
    JOIN number ON number.id = copy.item_id JOIN journal ON journal.id = number.journal_id
    WHERE {which} AND copy.struck_on IS NULL
"""
_SUBMITTED = _COPIES.format(which="movement.kind = 'submission'")  # always to a person; an index has them
_HELD = _COPIES.format(which="movement.kind = 'receipt' AND movement.employee_id IS NOT NULL")


def _people(connection: Connection, language: str, on: dt.date, unit_id: int | None) -> dict[int, _Person]:
    rows = connection.exec_driver_sql(
        _PEOPLE.format(language="kk" if language == "kk" else "ru"), (on.isoformat(), on.isoformat())
    )
    return {key: _Person(name, words) for key, name, unit, words in rows if unit_id in {None, unit}}


def _signatures(
    desk: Desk, connection: Connection, language: str, people: Mapping[int, _Person]
) -> list[_Thing]:
    """Papers printed to be signed; moments are kept in UTC, the day is that of this desk."""

    def on(made_at: str) -> dt.date:
        moment = dt.datetime.fromisoformat(made_at).replace(tzinfo=dt.UTC)
        return moment.astimezone(desk.clock().tzinfo).date()

    rows = connection.exec_driver_sql(_SIGNATURES).fetchall()
    nothing = handover.receivers_of_nothing(connection, {row[3] for row in rows})
    return [
        _Thing(person, people[person].name, _paper(paper, language), on(made_at))
        for person, part, paper, subject, made_at in rows
        if person in people and not (part == handover.RECEIVES and person in nothing.get(subject, ()))
    ]


def _approvals(connection: Connection, people: Mapping[int, _Person], today: dt.date) -> list[_Thing]:
    """Acts that are signed and wait for the head who approves their kind."""
    waiting: list[Sequence[Any]] = list(
        connection.exec_driver_sql(
            "SELECT kind, year, number, signed_on FROM act WHERE stage = ?", (ActStage.SIGNED.value,)
        )
    )
    found = []
    for kind, year, number, signed_on in waiting:
        approver = KINDS[ActKind(kind)].approver
        head = signatory_within(connection, approver, today) if approver else None
        if head is not None and head.employee_id in people:
            name = people[head.employee_id].name
            found.append(_Thing(head.employee_id, name, f"№ {number}/{year}", day(signed_on)))
    return found


def _paper(stem: str, language: str) -> str:
    return translate_in(Language(language), NAMES[stem]) if stem in NAMES else stem


def _copies(connection: Connection, question: str, people: Mapping[int, _Person]) -> list[_Thing]:
    return [
        _Thing(row[0], people[row[0]].name, RegistrationNumber(*row[1:4]).with_mark(row[4]), day(row[5]))
        for row in connection.exec_driver_sql(question)
        if row[0] in people
    ]
