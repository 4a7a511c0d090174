"""The unit of work: one transaction per step of a person, and the ledger entry of what it changed."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Engine, event, inspect
from sqlalchemy.orm import ORMExecuteState, Session

from dspdesk.store import ledger
from dspdesk.store.errors import StoreBug


@dataclass(slots=True)
class Step:
    """One step while it is taken: what a procedure writes through `session` is what its ledger entry states.

    `subject` names what the step is about ("item:12"); `reason` is what the person typed; `second` is the login of
    whoever took the step with them, where two are needed. After the transaction
    `code` is the short code of its ledger entry.
    """

    session: Session
    at: dt.datetime
    by: str
    tag: str
    subject: str = ""
    reason: str = ""
    second: str = ""
    code: str = ""
    changes: list[ledger.Change] = field(default_factory=list)

    @property
    def connection(self) -> Connection:
        """The connection of this transaction, for `store.bulk`."""
        return self.session.connection()


@contextmanager
def step(engine: Engine, *, at: dt.datetime, by: str, tag: str) -> Iterator[Step]:
    """Run one step: leaving it by an error rolls everything back, its ledger entry included.

    A step that changed nothing writes no entry, unless its procedure has named a subject.
    """
    with Session(engine, expire_on_commit=False, autoflush=True) as session, session.begin():
        taken = Step(session, at, by, tag)
        event.listen(session, "before_flush", _nothing_deleted)
        event.listen(session, "after_flush", lambda s, _: taken.changes.extend(_changes(s)))
        event.listen(session, "do_orm_execute", _only_reading)
        yield taken
        session.flush()
        if taken.changes or taken.subject:
            sequence, digest = append(session.connection(), taken)
            taken.code = ledger.code(sequence, digest)


def part(taken: Step, subject: str, tag: str = "") -> None:
    """End one part of a step with a ledger entry of its own, so that each thing of a batch has its history."""
    taken.session.flush()
    append(taken.connection, replace(taken, subject=subject, tag=tag or taken.tag))
    taken.changes.clear()


def append(connection: Connection, taken: Step) -> tuple[int, bytes]:
    """Add the entry of a step to the ledger; returns its sequence and hash."""
    sequence, previous = head(connection)
    content = ledger.body(
        sequence + 1,
        at=taken.at,
        by=taken.by,
        tag=taken.tag,
        subject=taken.subject,
        reason=taken.reason,
        changes=taken.changes,
        second=taken.second,
    )
    digest = ledger.chained(previous, content)
    connection.exec_driver_sql(
        "INSERT INTO ledger (id, tag, subject, body, hash) VALUES (?, ?, ?, ?, ?)",
        (sequence + 1, taken.tag, taken.subject, content, digest),
    )
    return sequence + 1, digest


def head(connection: Connection) -> tuple[int, bytes]:
    """Sequence and hash of the last entry; 0 and the start value in an empty ledger."""
    row = connection.exec_driver_sql("SELECT id, hash FROM ledger ORDER BY id DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, ledger.START)


def _nothing_deleted(session: Session, *_how: object) -> None:
    if any(map(_is_recorded, session.deleted)):
        raise StoreBug("nothing recorded is deleted")


def _is_recorded(thing: Any) -> bool:
    """Whether a row is a record: drafts and views are not, they come and go without the ledger."""
    return not inspect(thing).mapper.local_table.info.get("unledgered")


def _changes(session: Session) -> list[ledger.Change]:
    made = [_change(thing, changed_only=False) for thing in session.new if _is_recorded(thing)]
    altered = [
        _change(thing, changed_only=True)
        for thing in session.dirty
        if _is_recorded(thing) and session.is_modified(thing)
    ]
    return sorted((change for change in made + altered if change[2]), key=lambda change: change[:2])


def _change(thing: Any, *, changed_only: bool) -> ledger.Change:
    state = inspect(thing)
    fields = {
        column.name: ledger.stored(getattr(thing, attribute.key))
        for attribute in state.mapper.column_attrs
        for column in attribute.columns
        if not column.info.get("derived")
        and not (changed_only and not state.attrs[attribute.key].history.has_changes())
    }
    return state.mapper.local_table.name, thing.id, fields


def _only_reading(execution: ORMExecuteState) -> None:
    if execution.is_insert or execution.is_update or execution.is_delete:
        raise StoreBug("a bulk statement goes past the ledger: use store.bulk")
