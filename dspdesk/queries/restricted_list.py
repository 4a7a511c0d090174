"""The lists of restricted information: entries as of a day, orders, proposals."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, text

from dspdesk.desk import Desk
from dspdesk.language import law_text
from dspdesk.language.catalogue import N_
from dspdesk.language.dates import short
from dspdesk.law.restricted_list import Criterion, Decision, OrderKind, last_day
from dspdesk.law.roles import Action
from dspdesk.queries.waiting_lists import WaitingLine, WaitingList


def _either(kk: str, ru: str, language: str) -> str:
    return (kk or ru) if language == "kk" else (ru or kk)


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list with the order that approved it; `valid_to` is its last day, `entries` are those in force today."""

    id: int
    name_kk: str
    name_ru: str
    departmental: bool
    valid_from: dt.date
    valid_to: dt.date | None
    number: str
    dated: dt.date
    entries: int

    def name(self, language: str) -> str:
        """The name in a language, or in the one it has."""
        return _either(self.name_kk, self.name_ru, language)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of a list: when it is in force, the order that brought it and the one that ended it, its documents."""

    id: int
    list_id: int
    list_kk: str
    list_ru: str
    departmental: bool
    point: str
    text_kk: str
    text_ru: str
    criterion: Criterion | None
    valid_from: dt.date
    valid_to: dt.date | None
    order_number: str
    order_dated: dt.date
    ended_number: str
    ended_dated: dt.date | None
    documents: int = 0

    def text(self, language: str) -> str:
        """Its words in a language, or in the one they are in."""
        return _either(self.text_kk, self.text_ru, language)

    def list_name(self, language: str) -> str:
        """The name of its list."""
        return _either(self.list_kk, self.list_ru, language)

    def on(self, day: dt.date) -> bool:
        """Whether it is in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """An order of a list: what it did, and how many entries it brought in and ended."""

    id: int
    list_id: int
    kind: OrderKind
    number: str
    dated: dt.date
    notes: str
    brought: int
    ended: int


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal with who made it, named as on its day, and what was decided; `point` is that of the new entry."""

    id: int
    information: str
    reasons: str
    executor_kk: str
    executor_ru: str
    head_kk: str
    head_ru: str
    proposed_on: dt.date
    decision: Decision
    decided_on: dt.date | None
    decision_words: str
    entry_id: int | None
    point: str
    documents: int = 0

    def executor(self, language: str) -> str:
        """The executor who proposes."""
        return _either(self.executor_kk, self.executor_ru, language)

    def head(self, language: str) -> str:
        """The head of the unit who proposes with them."""
        return _either(self.head_kk, self.head_ru, language)


#: Designations that stand: the last of each entry of a journal.
STANDING = (
    "designation.ordinal = (SELECT max(later.ordinal) FROM designation AS later "
    "WHERE later.item_id = designation.item_id)"
)
#: Entries of journals that count as documents: neither annulled nor gone on under the number of another year.
COUNTED = (
    "number.state <> 'annulled' "
    "AND NOT EXISTS (SELECT 1 FROM carry_over WHERE carry_over.from_item_id = number.id)"
)
_DOCUMENTS = f"""
    SELECT designation.{{column}}, count(*) FROM designation JOIN number ON number.id = designation.item_id
    WHERE designation.{{column}} IS NOT NULL AND {STANDING} AND {COUNTED} GROUP BY 1
"""
_LISTS = """
    SELECT list.id, list.name_kk, list.name_ru, list.departmental, list.valid_from, list.valid_to,
           approval.number, approval.dated,
           (SELECT count(*) FROM list_entry AS entry WHERE entry.list_id = list.id AND entry.valid_from <= :day
            AND (entry.valid_to IS NULL OR entry.valid_to >= :day)
            AND (list.valid_to IS NULL OR list.valid_to >= :day))
    FROM restricted_list AS list
    JOIN list_order AS approval ON approval.list_id = list.id AND approval.kind = 'approval'
    ORDER BY list.departmental, list.valid_from DESC, list.id
"""
_ENTRIES = """
    SELECT entry.id, entry.list_id, list.name_kk, list.name_ru, list.departmental, entry.point, entry.text_kk,
           entry.text_ru, entry.criterion, entry.valid_from, entry.valid_to, list.valid_to, brought.number,
           brought.dated, coalesce(ended.number, ''), ended.dated
    FROM list_entry AS entry
    JOIN restricted_list AS list ON list.id = entry.list_id
    JOIN list_order AS brought ON brought.id = entry.order_id
    LEFT JOIN list_order AS ended ON ended.id = entry.ended_by_id
"""
_ORDERS = """
    SELECT made.id, made.list_id, made.kind, made.number, made.dated, made.notes,
           (SELECT count(*) FROM list_entry WHERE order_id = made.id),
           (SELECT count(*) FROM list_entry WHERE ended_by_id = made.id)
    FROM list_order AS made WHERE made.list_id = ? ORDER BY made.dated DESC, made.id DESC
"""
_PROPOSALS = """
    SELECT proposal.id, proposal.information, proposal.reasons, executor.name_kk, executor.name_ru,
           head.name_kk, head.name_ru, proposal.proposed_on, proposal.decision, proposal.decided_on,
           proposal.decision_words, proposal.entry_id, coalesce(entry.point, '')
    FROM list_proposal AS proposal
    JOIN employee AS executor ON executor.id = proposal.executor_id
    JOIN employee AS head ON head.id = proposal.head_id
    LEFT JOIN list_entry AS entry ON entry.id = proposal.entry_id
"""


def lists(desk: Desk) -> list[ListRow]:
    """Every list, those of the body first, also repealed ones; counted are the entries in force today."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        rows = connection.execute(text(_LISTS), {"day": desk.today().isoformat()}).fetchall()
    return [
        ListRow(
            row[0], row[1], row[2], bool(row[3]), dt.date.fromisoformat(row[4]), _day(row[5]), row[6],
            dt.date.fromisoformat(row[7]), row[8],
        )
        for row in rows
    ]  # fmt: skip


def entries(desk: Desk, day: dt.date | None = None, *, counted: bool = True) -> list[EntryRow]:
    """The entries in force on a day, in the order of their lists and points; without a day all there ever were.

    Without `counted` nobody asks how many documents rest on each, which takes its time in a large store.
    """
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        found = entries_within(connection)
        counts = _counts(connection, "entry_id") if counted else {}
    return [replace(row, documents=counts.get(row.id, 0)) for row in found if day is None or row.on(day)]


def entries_within(connection: Connection, entry_id: int | None = None) -> list[EntryRow]:
    """The same within a transaction, or one entry; their documents are not counted."""
    one, asked = ("", ()) if entry_id is None else ("WHERE entry.id = ?", (entry_id,))
    rows = map(_entry, connection.exec_driver_sql(f"{_ENTRIES} {one}", asked))
    return sorted(rows, key=lambda row: (row.departmental, row.list_id, point_key(row.point), row.valid_from))


def _counts(connection: Connection, column: str) -> dict[int, int]:
    """How many documents rest on each entry or proposal."""
    rows = connection.exec_driver_sql(_DOCUMENTS.format(column=column))
    return {row[0]: row[1] for row in rows}


def point_key(point: str) -> list[tuple[int, int, str]]:
    """A point as it sorts: 1.2 stands before 1.10."""
    parts = re.findall(r"\d+|[^\d.\s]+", point)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def orders(desk: Desk, list_id: int) -> list[OrderLine]:
    """The orders of a list, the latest first."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(_ORDERS, (list_id,)).fetchall()
    return [
        OrderLine(row[0], row[1], OrderKind(row[2]), row[3], dt.date.fromisoformat(row[4]), *row[5:])
        for row in rows
    ]


def proposals(desk: Desk, *, counted: bool = True) -> list[ProposalRow]:
    """The proposals, those that wait for a decision first, then the latest."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        counts = _counts(connection, "proposal_id") if counted else {}
        found = [_proposal(row) for row in connection.exec_driver_sql(_PROPOSALS)]
    told = [replace(row, documents=counts.get(row.id, 0)) for row in found]
    latest = sorted(told, key=lambda row: (row.proposed_on, row.id), reverse=True)
    return sorted(latest, key=lambda row: row.decision is not Decision.PROPOSED)


def proposal_within(connection: Connection, proposal_id: int) -> ProposalRow:
    """One proposal, within a transaction."""
    return _proposal(connection.exec_driver_sql(f"{_PROPOSALS} WHERE proposal.id = ?", (proposal_id,)).one())


def list_in_force(connection: Connection, day: dt.date) -> bool:
    """Whether any entry is in force on a day."""
    return any(row.on(day) for row in entries_within(connection))


def criterion_words(criterion: Criterion, language: str) -> str:
    """A criterion in the law's own words: "6) …"."""
    place = criterion.place
    words = law_text.words(place.act.value, place.paragraph, place.parts, place.subparagraph, language)
    return words.splitlines()[-1].rstrip(";.") if words else ""


# What waits


def proposals_waiting(_desk: Desk, connection: Connection, _day: dt.date, lines: int) -> WaitingList | None:
    """D9: proposals that wait for the decision of the head, the oldest first."""
    waits = sorted(
        (
            row
            for row in map(_proposal, connection.exec_driver_sql(_PROPOSALS))
            if row.decision is Decision.PROPOSED
        ),
        key=lambda row: (row.proposed_on, row.id),
    )
    if not waits:
        return None
    told = (
        WaitingLine(row.information, short(row.proposed_on), "restricted_list", -row.id)
        for row in waits[:lines]
    )
    return WaitingList(N_("Proposals waiting for a decision"), tuple(told), len(waits))


def _entry(row: Sequence[Any]) -> EntryRow:
    return EntryRow(
        id=row[0], list_id=row[1], list_kk=row[2], list_ru=row[3], departmental=bool(row[4]), point=row[5],
        text_kk=row[6], text_ru=row[7], criterion=Criterion(row[8]) if row[8] else None,
        valid_from=dt.date.fromisoformat(row[9]), valid_to=last_day(_day(row[10]), _day(row[11])),
        order_number=row[12], order_dated=dt.date.fromisoformat(row[13]), ended_number=row[14],
        ended_dated=_day(row[15]),
    )  # fmt: skip


def _proposal(row: Sequence[Any]) -> ProposalRow:
    return ProposalRow(
        id=row[0], information=row[1], reasons=row[2], executor_kk=row[3], executor_ru=row[4], head_kk=row[5],
        head_ru=row[6], proposed_on=dt.date.fromisoformat(row[7]), decision=Decision(row[8]), decided_on=_day(row[9]),
        decision_words=row[10], entry_id=row[11], point=row[12],
    )  # fmt: skip


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None
