"""What is recorded of the execution of one document: its resolutions, and its control with the extensions."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law.execution_control import Named, Part, Standing
from dspdesk.law.kinds import Headship
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.item import day
from dspdesk.queries.names import name_in
from dspdesk.queries.people import Signatory, heads_on, signatory_within


@dataclass(frozen=True, slots=True)
class ResolutionLine:
    """A resolution with whom it names; `due_on` is the deadline it set, `struck_on` when it was struck out and why.

    `admits`: its author headed the body on its day, so that whom it names is admitted (paragraph 36).
    `holds_control`: the control that runs now was begun by it.
    """

    id: int
    author_id: int
    author: str
    dated: dt.date
    words: str
    named: tuple[Named, ...]
    due_on: dt.date | None = None
    struck_on: dt.date | None = None
    struck_reason: str = ""
    admits: bool = True
    item_id: int = 0
    holds_control: bool = False

    def ids(self, part: Part) -> tuple[int, ...]:
        """Whom it names for a part."""
        return tuple(person.employee_id for person in self.named if person.part is part)


@dataclass(frozen=True, slots=True)
class ExtensionLine:
    """A deadline put off."""

    due_before: dt.date
    due_after: dt.date
    reason: str
    allowed_by: str
    allowed_on: dt.date


@dataclass(frozen=True, slots=True)
class ControlLine:
    """A document on control, or off it again: `off_on` and the outcome say so."""

    id: int
    taken_on: dt.date | None
    due_on: dt.date | None
    off_on: dt.date | None
    outcome: str
    resolution_id: int | None
    extensions: tuple[ExtensionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Execution:
    """All that is recorded of the execution of one document; the latest resolution and control stand last.

    `head` is who heads the body now, `with_head` the copies that wait there for a resolution.
    """

    standing: Standing
    resolutions: tuple[ResolutionLine, ...] = ()
    controls: tuple[ControlLine, ...] = ()
    head: Signatory | None = None
    with_head: tuple[int, ...] = ()
    submitted_on: dt.date | None = None

    @property
    def in_force(self) -> tuple[ResolutionLine, ...]:
        """The resolutions that were not struck out."""
        return tuple(line for line in self.resolutions if line.struck_on is None)


_ITEM = """
    SELECT number.sequence, number.letter, number.written, journal.language, item.control, item.due_on
    FROM item JOIN number ON number.id = item.id JOIN journal ON journal.id = number.journal_id WHERE item.id = ?
"""
_RESOLUTIONS = """
    SELECT resolution.id, author_id, dated, words, struck_on, struck_reason,
           (SELECT control.due_on FROM control
            WHERE control.item_id = resolution.item_id AND control.resolution_id = resolution.id
            ORDER BY control.id LIMIT 1),
           EXISTS (SELECT 1 FROM appointment WHERE employee_id = author_id AND heads = 'body'
                   AND valid_from <= dated AND (valid_to IS NULL OR valid_to >= dated)),
           EXISTS (SELECT 1 FROM control WHERE control.item_id = resolution.item_id
                   AND control.resolution_id = resolution.id AND off_on IS NULL)
    FROM resolution WHERE item_id = ? ORDER BY id
"""
_PERSONS = """
    SELECT resolution_id, employee_id, part, left_on FROM resolution_person
    JOIN resolution ON resolution.id = resolution_person.resolution_id
    JOIN employee ON employee.id = employee_id WHERE item_id = ? ORDER BY resolution_person.id
"""
_EXTENSIONS = """
    SELECT control_id, due_before, due_after, reason, allowed_by_id, allowed_on FROM extension
    JOIN control ON control.id = control_id WHERE item_id = ? ORDER BY extension.id
"""
_WITH_HEAD = """
    SELECT copy.id, movement.happened_on FROM copy JOIN movement ON movement.id = copy.whereabouts_id
    WHERE copy.item_id = ? AND copy.struck_on IS NULL AND movement.kind = 'submission' ORDER BY copy.number
"""


def execution(desk: Desk, item_id: int) -> Execution:
    """What is recorded of the execution of a document, names in the person's language."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        waiting = connection.exec_driver_sql(_WITH_HEAD, (item_id,)).fetchall()
        return Execution(
            standing=standing(connection, item_id),
            resolutions=resolutions_of(connection, item_id, current_language()),
            controls=controls_of(connection, item_id, current_language()),
            head=signatory_within(connection, Headship.BODY, desk.today()),
            with_head=tuple(row[0] for row in waiting),
            submitted_on=min((on for row in waiting if (on := day(row[1]))), default=None),
        )


def standing(connection: Connection, item_id: int) -> Standing:
    """How control of a document stands."""
    row = connection.exec_driver_sql(_ITEM, (item_id,)).one()
    controls = controls_of(connection, item_id, row[3])
    runs = controls[-1] if controls and controls[-1].off_on is None else None
    written = not controls and bool(row[4])
    return Standing(
        number=RegistrationNumber(*row[:3]).with_mark(row[3]),
        on_control=runs is not None or written,
        recorded=runs is not None,
        taken_on=runs.taken_on if runs else None,
        due_on=day(row[5]),
        extended=len(runs.extensions) if runs else 0,
    )


def resolutions_of(connection: Connection, item_id: int, language: str) -> tuple[ResolutionLine, ...]:
    """The resolutions on a document, the earliest first, with the names of their day."""
    named: dict[int, list[Sequence[Any]]] = {}
    for row in connection.exec_driver_sql(_PERSONS, (item_id,)):
        named.setdefault(row[0], []).append(row)
    lines = []
    for row in connection.exec_driver_sql(_RESOLUTIONS, (item_id,)).fetchall():
        dated = dt.date.fromisoformat(row[2])
        persons = (
            Named(
                one[1], name_in(connection, f"employee:{one[1]}", dated, language), Part(one[2]), day(one[3])
            )
            for one in named.get(row[0], [])
        )
        lines.append(
            ResolutionLine(
                id=row[0], author_id=row[1], dated=dated,
                author=name_in(connection, f"employee:{row[1]}", dated, language),
                words=row[3], named=tuple(persons), due_on=day(row[6]), struck_on=day(row[4]), struck_reason=row[5],
                admits=bool(row[7]), item_id=item_id, holds_control=bool(row[8]),
            )
        )  # fmt: skip
    return tuple(lines)


def controls_of(connection: Connection, item_id: int, language: str) -> tuple[ControlLine, ...]:
    """Each time a document was on control, with its extensions, the latest last."""
    extended: dict[int, list[ExtensionLine]] = {}
    for row in connection.exec_driver_sql(_EXTENSIONS, (item_id,)).fetchall():
        on = dt.date.fromisoformat(row[5])
        line = ExtensionLine(
            dt.date.fromisoformat(row[1]), dt.date.fromisoformat(row[2]), row[3],
            name_in(connection, f"employee:{row[4]}", on, language), on,
        )  # fmt: skip
        extended.setdefault(row[0], []).append(line)
    rows = connection.exec_driver_sql(
        "SELECT id, taken_on, due_on, off_on, outcome, resolution_id FROM control WHERE item_id = ? ORDER BY id",
        (item_id,),
    )
    return tuple(
        ControlLine(row[0], day(row[1]), day(row[2]), day(row[3]), row[4], row[5], tuple(extended.get(row[0], ())))
        for row in rows
    )  # fmt: skip


def resolution(connection: Connection, resolution_id: int) -> ResolutionLine:
    """One resolution, names in the language of the journal."""
    item_id, language = connection.exec_driver_sql(
        "SELECT item_id, journal.language FROM resolution JOIN number ON number.id = item_id "
        "JOIN journal ON journal.id = number.journal_id WHERE resolution.id = ?",
        (resolution_id,),
    ).one()
    lines = resolutions_of(connection, item_id, language)
    return next(line for line in lines if line.id == resolution_id)


def with_head(connection: Connection, item_id: int) -> tuple[int, ...]:
    """The copies of a document that wait with the head for a resolution."""
    return tuple(row[0] for row in connection.exec_driver_sql(_WITH_HEAD, (item_id,)))


def holders_named_only_by(connection: Connection, line: ResolutionLine, named: set[int]) -> set[str]:
    """Who has a copy by this resolution alone, when it names only those any more: their names."""
    others = {
        person.employee_id
        for other in resolutions_of(connection, line.item_id, "ru")
        if other.struck_on is None and other.id != line.id
        for person in other.named
    }
    holding = {
        row[0]
        for row in connection.exec_driver_sql(
            "SELECT movement.employee_id FROM copy JOIN movement ON movement.id = copy.whereabouts_id "
            "WHERE copy.item_id = ? AND copy.struck_on IS NULL AND movement.kind = 'receipt'",
            (line.item_id,),
        )
    }
    return {
        person.name
        for person in line.named
        if person.employee_id in holding and person.employee_id not in named | others
    }


def heads_body(connection: Connection, employee_id: int, on: dt.date) -> bool:
    """Whether somebody heads the body on a day, or acts as its head."""
    return employee_id in heads_on(connection, Headship.BODY, on)
