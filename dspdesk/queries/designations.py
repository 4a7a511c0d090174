"""What the marks of own documents rest on (paragraph 7, part 2), and which of them rest on nothing."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_
from dspdesk.language.dates import short
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind
from dspdesk.law.restricted_list import Designation, Ground
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.restricted_list import (
    COUNTED,
    STANDING,
    EntryRow,
    ProposalRow,
    entries_within,
    proposal_within,
)
from dspdesk.queries.waiting_lists import WaitingLine, WaitingList


@dataclass(frozen=True, slots=True)
class Basis:
    """What the mark of a document rests on: an entry, a proposal, or the words of a ground outside the lists."""

    designation: Designation
    entry: EntryRow | None = None
    proposal: ProposalRow | None = None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document that rests on an entry."""

    id: int
    kind: JournalKind
    year: int
    number: str
    date: dt.date | None
    correspondent: str
    summary: str


def documents(desk: Desk, entry_id: int, limit: int = 200) -> list[DocumentLine]:
    """The documents whose mark rests on an entry, the latest first."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT item.id, journal.kind, journal.year, number.sequence, number.letter, number.written, "
            "journal.language, item.registered_on, item.correspondent, item.summary "
            "FROM designation JOIN item ON item.id = designation.item_id JOIN number ON number.id = item.id "
            f"JOIN journal ON journal.id = number.journal_id WHERE designation.entry_id = ? AND {STANDING} "
            f"AND {COUNTED} ORDER BY item.registered_on DESC, item.id DESC LIMIT ?",
            (entry_id, limit),
        ).fetchall()
    return [
        DocumentLine(
            row[0], JournalKind(row[1]), row[2], RegistrationNumber(*row[3:6]).with_mark(row[6]), _day(row[7]), *row[8:]
        )
        for row in rows
    ]  # fmt: skip


def basis(desk: Desk, item_id: int) -> Basis | None:
    """What the mark of a document rests on, `None` where nothing was said."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return basis_within(connection, item_id)


def basis_within(connection: Connection, item_id: int) -> Basis | None:
    """The same within a transaction."""
    stands = designation_within(connection, item_id)
    if stands is None:
        return None
    entry = entries_within(connection, stands.entry_id) if stands.entry_id else []
    proposal = proposal_within(connection, stands.proposal_id) if stands.proposal_id else None
    return Basis(stands, entry[0] if entry else None, proposal)


def designation_within(connection: Connection, item_id: int) -> Designation | None:
    """The designation of a document that stands, `None` where there is none."""
    row = connection.exec_driver_sql(
        "SELECT ground, entry_id, proposal_id, words FROM designation WHERE item_id = ? ORDER BY ordinal DESC LIMIT 1",
        (item_id,),
    ).fetchone()
    return Designation(Ground(row[0]), *row[1:]) if row else None


def last_designation(desk: Desk, kind: JournalKind, year: int) -> Designation | None:
    """What the document registered last in a journal rests on, to be copied from."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        last = connection.exec_driver_sql(
            "SELECT designation.item_id FROM designation JOIN number ON number.id = designation.item_id "
            "JOIN journal ON journal.id = number.journal_id "
            "WHERE journal.kind = ? AND journal.year = ? ORDER BY designation.item_id DESC LIMIT 1",
            (kind.value, year),
        ).scalar()
        return designation_within(connection, last) if last else None


_OWN = ", ".join(f"'{kind.value}'" for kind in sorted(OWN_DOCUMENTS))
#: Own documents entered one by one in the program; one that was carried over, under the number that it goes on with.
_ENTERED = """
    WITH RECURSIVE carried (id) AS (
        SELECT carry_over.to_item_id FROM carry_over JOIN item ON item.id = carry_over.from_item_id
        WHERE instr(item.form_id, ':') = 0
        UNION ALL SELECT carry_over.to_item_id FROM carried JOIN carry_over ON carry_over.from_item_id = carried.id
    ), entered (id) AS (
        SELECT id FROM item INDEXED BY ix_item_signed_here WHERE signed_on IS NOT NULL AND instr(form_id, ':') = 0
        UNION ALL SELECT id FROM carried)
"""
#: Of these the signed ones that rest on nothing, or on what was declined. Most rest on something, and are taken out of
#: them as a whole; how many are left is counted beside the first.
_WITHOUT = f"""
    {_ENTERED}, bare (id) AS MATERIALIZED (
        SELECT id FROM (SELECT id FROM entered EXCEPT SELECT item_id FROM designation)
        UNION ALL SELECT id FROM (
            SELECT designation.item_id AS id FROM list_proposal AS proposal
            CROSS JOIN designation ON designation.proposal_id = proposal.id
            WHERE proposal.decision = 'declined' AND {STANDING} INTERSECT SELECT id FROM entered))
    SELECT item.id, number.sequence, number.letter, number.written, journal.language, item.correspondent,
           item.summary, item.registered_on, count(*) OVER ()
    FROM bare CROSS JOIN item ON item.id = bare.id AND item.signed_on IS NOT NULL
    CROSS JOIN number ON number.id = item.id CROSS JOIN journal ON journal.id = number.journal_id
    WHERE journal.kind IN ({_OWN}) AND number.state = 'issued' AND {COUNTED}
    ORDER BY item.registered_on, item.id LIMIT ?
"""


def without_basis(_desk: Desk, connection: Connection, _day: dt.date, lines: int) -> WaitingList | None:
    """D7: own documents registered here whose mark rests on nothing, or on a proposal that was declined."""
    rows = connection.exec_driver_sql(_WITHOUT, (lines,)).fetchall()
    if not rows:
        return None
    told = []
    for row in rows:
        number = RegistrationNumber(*row[1:4]).with_mark(row[4])
        words = " · ".join(part for part in (f"№\N{NO-BREAK SPACE}{number}", row[5], row[6]) if part)
        told.append(
            WaitingLine(words, short(dt.date.fromisoformat(row[7])) if row[7] else "", "item", row[0])
        )
    return WaitingList(N_("Own documents without a basis of the mark"), tuple(told), rows[0][8])


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None
