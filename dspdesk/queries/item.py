"""Everything about one entry, for its card and the details pane."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.kinds import Carrier, ItemState, JournalKind, MovementKind, NumberState
from dspdesk.law.movement_correction import ChainLine, said_again, standing
from dspdesk.law.registration import Entry, item_state, missing
from dspdesk.law.roles import Action
from dspdesk.law.values import CopyNumbers, RegistrationNumber, SheetCount
from dspdesk.queries.acts import ActOfItem, acts_of_item
from dspdesk.queries.carry_over import UNLINKED, Links, links_of
from dspdesk.queries.copying import notes_of
from dspdesk.queries.designations import Basis, basis_within
from dspdesk.queries.journals import JournalInfo, info
from dspdesk.queries.names import name_of_login
from dspdesk.queries.on_control import held_fields, off_control
from dspdesk.queries.relations import RelatedRow, related_within
from dspdesk.queries.whereabouts import CopyRow, copies_within
from dspdesk.queries.withdrawal import notes_of as withdrawal_notes


@dataclass(frozen=True, slots=True)
class MovementLine:
    """One movement of a copy, in the words it was entered with; `mistaken` was entered by mistake (W6)."""

    kind: MovementKind
    on: dt.date | None
    as_written: str
    mistaken: bool = False


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One copy with where it has been, the latest last, and where it is now.

    `last` is the kind of its last movement. What stands there because a movement was taken out as a mistake is not
    among `movements`: the copy is again where the line before it says.
    """

    number: int
    movements: tuple[MovementLine, ...]
    now: CopyRow | None = None
    last: MovementKind | None = None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step of the ledger on this entry: `tag` such as "registration:item:corrected", who by name, when (UTC), why.

    `changes` are, for a correction, the fields of `Entry` with what stood there before and after, as text.
    """

    at: dt.datetime
    by: str
    tag: str
    reason: str
    changes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ItemDetails:
    """One entry in full; `entry` is what its card edits, `missing` names the fields still to complete."""

    id: int
    form_id: str
    journal: JournalInfo
    number: RegistrationNumber
    state: ItemState
    entry: Entry
    missing: tuple[str, ...]
    annulled_reason: str
    copies: tuple[CopyLine, ...]
    history: tuple[HistoryLine, ...]
    entered_at: dt.datetime  # UTC
    entered_on: dt.date | None = None  # when later than its own day: it had been written on paper (W11)
    links: Links = UNLINKED
    held: tuple[str, ...] = ()  # fields of the entry that its resolutions or its control hold
    off_control: bool = False  # it was on control, and is off it again
    basis: Basis | None = None  # what the mark of an own document rests on; asked for with the history
    taken_out: tuple[
        str, ...
    ] = ()  # of cases, moved, seized (paragraphs 42 and 59); asked for with the history
    related: tuple[RelatedRow, ...] = ()  # linked documents; asked for with the history
    acts: tuple[ActOfItem, ...] = ()  # about the cover that it came in; asked for with the history
    reproduced: tuple[
        str, ...
    ] = ()  # notes of copies and extracts made (paragraph 17); asked for with the history


_ITEM = """
    SELECT journal.id, journal.kind, journal.year, journal.language, journal.closed_on, journal.pattern,
           journal.section_of_id, number.sequence, number.letter, number.written, number.state, number.annulled_reason,
           item.registered_on, item.correspondent, item.their_number, item.their_date, item.kind, item.summary,
           item.sheets, item.enclosure_sheets, item.carrier, item.resolution, item.executor, item.due_on,
           item.control, item.signatory, item.signed_on, item.notes, item.case_index, item.form_id, item.entered_at
    FROM item JOIN number ON number.id = item.id JOIN journal ON journal.id = number.journal_id
    WHERE item.id = ?
"""
_COPIES = """
    SELECT copy.number, movement.kind, movement.happened_on, movement.as_written, movement.id, movement.corrects_id
    FROM copy LEFT JOIN movement ON movement.copy_id = copy.id
    WHERE copy.item_id = ? AND copy.struck_on IS NULL ORDER BY copy.number, movement.id
"""


def item(desk: Desk, item_id: int) -> ItemDetails | None:
    """One entry in full, `None` when there is no such id."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return _item(desk, connection, item_id, history=True)


def details(desk: Desk, connection: Connection, item_id: int) -> ItemDetails | None:
    """One entry without its history, as a transaction sees it; `None` when there is no such id."""
    return _item(desk, connection, item_id, history=False)


def items_in(desk: Desk, kind: JournalKind, year: int, search: str = "") -> Iterator[ItemDetails]:
    """The entries of a journal in the order of their numbers, without their history; `search` narrows them."""
    desk.authorize(Action.READ_JOURNALS)
    from dspdesk.queries.search import matching  # the search reads rows through this module

    with desk.reading() as connection:
        keys = connection.exec_driver_sql(
            "SELECT number.id FROM journal JOIN number ON number.journal_id = journal.id "
            "WHERE journal.kind = ? AND journal.year = ? ORDER BY sequence, letter",
            (kind.value, year),
        ).fetchall()
        wanted = matching(connection, search) if search.strip() else None
        for (key,) in keys:
            if wanted is None or key in wanted:
                details = _item(desk, connection, key, history=False)
                if details is not None:
                    yield details


def _item(desk: Desk, connection: Connection, item_id: int, *, history: bool) -> ItemDetails | None:
    row = connection.exec_driver_sql(_ITEM, (item_id,)).fetchone()
    if row is None:
        return None
    copies = _copies(
        connection.exec_driver_sql(_COPIES, (item_id,)).fetchall(), copies_within(connection, item_id)
    )
    journal, entry = info(row[:7]), _entry(row[12:], copies)
    return ItemDetails(
        id=item_id,
        form_id=row[-2],
        journal=journal,
        number=RegistrationNumber(*row[7:10]),
        state=item_state(NumberState(row[10]), [copy.last for copy in copies]),
        entry=entry,
        missing=missing(journal.kind, entry),
        annulled_reason=row[11],
        copies=copies,
        history=_history(connection, item_id, journal.id) if history else (),
        entered_at=dt.datetime.fromisoformat(row[-1]),
        entered_on=entered_later(desk, row[-1], entry.date, row[-2]),
        links=links_of(connection, item_id),
        held=held_fields(connection, item_id, journal.kind),
        off_control=off_control(connection, item_id),
        basis=basis_within(connection, item_id) if history else None,
        taken_out=tuple(withdrawal_notes(connection, [item_id]).get(item_id, ())) if history else (),
        related=related_within(connection, item_id) if history else (),
        acts=acts_of_item(connection, item_id) if history else (),
        reproduced=tuple(notes_of(connection, [item_id]).get(item_id, ())) if history else (),
    )


def state_of(connection: Connection, item_id: int) -> ItemState:
    """The state of one entry as a transaction sees it."""
    number = connection.exec_driver_sql("SELECT state FROM number WHERE id = ?", (item_id,)).scalar_one()
    copies = _copies(connection.exec_driver_sql(_COPIES, (item_id,)).fetchall(), ())
    return item_state(NumberState(number), [copy.last for copy in copies])


def entered_later(desk: Desk, entered_at: str, of: dt.date | None, form_id: str) -> dt.date | None:
    """W11: the day something was entered that had been written on paper on an earlier one, else `None`.

    A sheet brought in was kept day by day: its rows are known by form ids made of its digest.
    """
    if of is None or ":" in form_id:
        return None
    moment = dt.datetime.fromisoformat(entered_at).replace(tzinfo=dt.UTC)
    on = moment.astimezone(desk.clock().tzinfo).date()
    return on if on > of else None


def day(value: str | None) -> dt.date | None:
    """A day as the store writes it."""
    return dt.date.fromisoformat(value) if value else None


def _entry(row: Sequence[Any], copies: tuple[CopyLine, ...]) -> Entry:
    return Entry(
        date=day(row[0]), correspondent=row[1], their_number=row[2], their_date=day(row[3]), kind=row[4],
        summary=row[5], sheets=SheetCount(row[6], row[7]), carrier=Carrier(row[8]), resolution=row[9],
        executor=row[10], due_on=day(row[11]), control=row[12], signatory=row[13], signed_on=day(row[14]),
        notes=row[15], case_index=row[16], copies=tuple(copy.number for copy in copies),
    )  # fmt: skip


def _copies(rows: Sequence[Any], now: Sequence[CopyRow]) -> tuple[CopyLine, ...]:
    there = {row.number: row for row in now}
    chains: dict[int, list[Any]] = {}
    for row in rows:
        chain = chains.setdefault(row[0], [])
        if row[1] is not None:
            chain.append(row)
    return tuple(
        CopyLine(number, _movements(chain), there.get(number), MovementKind(chain[-1][1]) if chain else None)
        for number, chain in chains.items()
    )


def _movements(chain: Sequence[Any]) -> tuple[MovementLine, ...]:
    """The lines of one copy: what was corrected is told as such, what only says again what stood before is left out."""
    recorded = [
        ChainLine(key, corrects, kind, on, words) for _number, kind, on, words, key, corrects in chain
    ]
    stands, again = {line.id for line in standing(recorded)}, said_again(recorded)
    return tuple(
        MovementLine(MovementKind(line.kind), day(line.happened_on), line.as_written, line.id not in stands)
        for line in recorded
        if line.id not in again
    )


#: Numbers are reserved several at a time: such a step is about their journal.
_RESERVED = "registration:number:reserved"


def _history(connection: Connection, item_id: int, journal_id: int) -> tuple[HistoryLine, ...]:
    bodies = connection.exec_driver_sql(
        "SELECT body FROM ledger WHERE subject = ? OR (subject = ? AND tag = ?) ORDER BY id",
        (f"item:{item_id}", f"journal:{journal_id}", _RESERVED),
    )
    lines = []
    for (body,) in bodies:
        said = json.loads(body)
        if said["tag"] == _RESERVED and not _about(said["changes"], item_id):
            continue
        at = dt.datetime.fromisoformat(said["at"])
        by = name_of_login(connection, said["by"], at.date())
        lines.append(HistoryLine(at, by, said["tag"], said["reason"], _changes(said["changes"])))
    return tuple(lines)


def _about(changes: list[Any], item_id: int) -> bool:
    return any(table == "item" and key == item_id for table, key, _ in changes)


#: Columns that `Entry` calls otherwise.
_FIELD = {"registered_on": "date"}


def _changes(changes: list[Any]) -> tuple[tuple[str, str, str], ...]:
    """Before and after of a correction, as its revision keeps them."""
    for table, _, fields in changes:
        if table == "revision":
            before, after = json.loads(fields["before"]), json.loads(fields["after"])
            return tuple(
                (_FIELD.get(name, name), _shown(before[name]), _shown(after[name])) for name in before
            )
    return ()


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return str(CopyNumbers.of(value))
    return "" if value is None else str(value)
