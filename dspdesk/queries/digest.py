"""What the digest says (W12): by persons, what is overdue, due, to sign or approve, and which copies they hold."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
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
from dspdesk.queries.execution_control import ControlRow, controlled
from dspdesk.queries.item import day
from dspdesk.queries.people import signatory_within

WEEK = 6  # days after today


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that is with a person: whose, what it is in a few words, since or until when."""

    name: str
    what: str
    on: dt.date | None


def digest_groups(desk: Desk, language: str, unit_id: int | None = None) -> tuple[DigestGroup, ...]:
    """The groups of the digest in their order; of a unit only what its people have."""
    desk.authorize(Action.READ_JOURNALS)
    today = desk.today()
    rows = [row for row in controlled(desk, language=language) if unit_id in {None, row.unit_id}]
    with desk.reading() as connection:
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
        _group(Group.OVERDUE, overdue, lambda on: (today - on).days),
        _group(Group.WEEK, week, lambda on: (on - today).days),
        _group(Group.SIGNATURE, signing, lambda on: (today - on).days),
        _group(Group.SUBMITTED, submitted, lambda on: (today - on).days),
        _group(Group.HELD, held, lambda on: (today - on).days),
    )


def _executed(row: ControlRow) -> _Thing:
    return _Thing(row.executor, row.number, row.due_on)


def _group(kind: Group, things: Iterable[_Thing], days: Callable[[dt.date], int]) -> DigestGroup:
    """One line for each person: how many, and the one of the earliest day."""
    by_name: dict[str, list[_Thing]] = {}
    for thing in things:
        by_name.setdefault(thing.name, []).append(thing)
    lines = []
    for name, theirs in by_name.items():
        first = min(theirs, key=lambda thing: thing.on or dt.date.max)
        lines.append(
            DigestLine(name, len(theirs), first.what, first.on, days(first.on) if first.on else None)
        )
    lines.sort(key=lambda line: (-line.count, line.on or dt.date.max, sort_key(line.name)))
    return DigestGroup(kind, tuple(lines), sum(line.count for line in lines))


_PEOPLE = """
    SELECT employee.id, employee.name_{language}, held.unit_id FROM employee
    LEFT JOIN appointment AS held ON held.id = (
        SELECT one.id FROM appointment AS one WHERE one.employee_id = employee.id AND NOT one.acting
        AND one.valid_from <= ? AND (one.valid_to IS NULL OR one.valid_to >= ?)
        ORDER BY one.valid_from DESC, one.id DESC LIMIT 1)
"""
_SIGNATURES = """
    SELECT printout_signature.employee_id, printout.paper, printout.made_at
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


def _people(connection: Connection, language: str, on: dt.date, unit_id: int | None) -> dict[int, str]:
    rows = connection.exec_driver_sql(
        _PEOPLE.format(language="kk" if language == "kk" else "ru"), (on.isoformat(), on.isoformat())
    )
    return {key: name for key, name, unit in rows if unit_id in {None, unit}}


def _signatures(desk: Desk, connection: Connection, language: str, people: dict[int, str]) -> list[_Thing]:
    """Papers printed to be signed; moments are kept in UTC, the day is that of this desk."""

    def on(made_at: str) -> dt.date:
        moment = dt.datetime.fromisoformat(made_at).replace(tzinfo=dt.UTC)
        return moment.astimezone(desk.clock().tzinfo).date()

    return [
        _Thing(people[person], _paper(paper, language), on(made_at))
        for person, paper, made_at in connection.exec_driver_sql(_SIGNATURES)
        if person in people
    ]


def _approvals(connection: Connection, people: dict[int, str], today: dt.date) -> list[_Thing]:
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
            found.append(_Thing(people[head.employee_id], f"№ {number}/{year}", day(signed_on)))
    return found


def _paper(stem: str, language: str) -> str:
    return translate_in(Language(language), NAMES[stem]) if stem in NAMES else stem


def _copies(connection: Connection, question: str, people: dict[int, str]) -> list[_Thing]:
    return [
        _Thing(people[row[0]], RegistrationNumber(*row[1:4]).with_mark(row[4]), day(row[5]))
        for row in connection.exec_driver_sql(question)
        if row[0] in people
    ]
