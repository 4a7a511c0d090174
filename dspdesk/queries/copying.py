"""Permissions to copy and to extract, what was made by them, and the notes of it in the registers."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.language.folding import fold
from dspdesk.law import copying as law
from dspdesk.law import copying_notes as notes
from dspdesk.law.copying import Permission, PermitFacts, PermitKind, Reproduced
from dspdesk.law.copying_notes import ReproductionNote
from dspdesk.law.kinds import Headship, JournalKind, NumberState
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries import whereabouts
from dspdesk.queries.people import heads_on, signatory_within


@dataclass(frozen=True, slots=True)
class PermitRow:
    """A permission with its document and what was made by it; names are in the person's language.

    `number` is that of the document with its mark, `facts` is what the rules see.
    """

    facts: PermitFacts
    number: str
    journal: JournalKind
    year: int
    document: str
    for_whom: str
    for_employee_id: int | None
    granted_by: str
    purpose: str
    request: str
    request_on: dt.date | None
    consent: str
    consent_on: dt.date | None
    revoked_reason: str
    made: tuple[ReproductionNote, ...] = ()

    @property
    def id(self) -> int:
        """Of the permission."""
        return self.facts.id


@dataclass(frozen=True, slots=True)
class ToReproduce:
    """An entry that a permission is about, for a form being filled in."""

    item_id: int
    number: str
    document: str
    ours: bool
    sender: str


_PERMITS = """
    SELECT permit.id, permit.item_id, permit.kind, permit.number, permit.granted_on, permit.copies, permit.valid_to,
           permit.revoked_on, number.sequence, number.letter, number.written, journal.language, journal.kind,
           journal.year, item.kind, item.summary, worker.name_kk, worker.name_ru, permit.for_organisation,
           permit.for_employee_id, head.name_kk, head.name_ru, permit.granted_by, permit.purpose, permit.request,
           permit.request_on, permit.consent, permit.consent_on, permit.revoked_reason
    FROM permit JOIN item ON item.id = permit.item_id JOIN number ON number.id = item.id
    JOIN journal ON journal.id = number.journal_id
    LEFT JOIN employee AS worker ON worker.id = permit.for_employee_id
    LEFT JOIN employee AS head ON head.id = permit.granted_by_id
    WHERE {which} ORDER BY permit.granted_on DESC, permit.id DESC
"""
_MADE = """
    SELECT reproduction.permit_id, permit.kind, reproduction.made_on, reproduction.count, permit.number,
           permit.granted_on, reproduction.first, reproduction.last, reproduction.sheets, reproduction.item_id,
           journal.language
    FROM reproduction JOIN permit ON permit.id = reproduction.permit_id
    JOIN number ON number.id = reproduction.item_id JOIN journal ON journal.id = number.journal_id
    WHERE {which} ORDER BY reproduction.made_on, reproduction.id
"""
_CARDS = """
    SELECT abstract_extraction.item_id, abstract_extraction.made_on, abstract_extraction.count,
           abstract_extraction.cards, journal.language
    FROM abstract_extraction JOIN number ON number.id = abstract_extraction.item_id
    JOIN journal ON journal.id = number.journal_id
    WHERE abstract_extraction.item_id IN ({marks}) ORDER BY abstract_extraction.made_on, abstract_extraction.id
"""
_ITEM = """
    SELECT number.sequence, number.letter, number.written, journal.language, number.state, journal.kind,
           item.correspondent, item.kind, item.summary
    FROM item JOIN number ON number.id = item.id JOIN journal ON journal.id = number.journal_id WHERE item.id = ?
"""
#: The highest number of a copy of a document, also struck out, destroyed, or left behind in an earlier year.
_HIGHEST = """
    WITH RECURSIVE same(id) AS (
        SELECT ? UNION SELECT carry_over.from_item_id FROM carry_over JOIN same ON carry_over.to_item_id = same.id
    ) SELECT coalesce(max(copy.number), 0) FROM copy JOIN same ON copy.item_id = same.id
"""


def permits(desk: Desk) -> list[PermitRow]:
    """All permissions, the latest first."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return _permits(connection, "TRUE", ())


def fitting(desk: Desk, item_id: int, kinds: Collection[PermitKind], on: dt.date) -> list[PermitRow]:
    """The permissions by which something of a kind may be made of an entry on a day; the latest first."""
    desk.authorize(Action.READ_JOURNALS)
    wanted = frozenset(kinds)
    with desk.reading() as connection:
        found = _permits(connection, "permit.item_id = ?", (item_id,))
    return [row for row in found if not law.check_use(row.facts, wanted, item_id, on, 1)]


def permits_of(desk: Desk, item_id: int) -> list[PermitRow]:
    """All permissions about an entry, the latest first."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return _permits(connection, "permit.item_id = ?", (item_id,))


def highest_number(desk: Desk, item_id: int) -> int:
    """The highest number that a copy of a document ever had: further ones go on from it (paragraph 17)."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return highest_within(connection, item_id)


def to_reproduce(desk: Desk, item_id: int) -> ToReproduce | None:
    """What a form of a permission says of an entry, `None` when there is no such entry."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(_ITEM, (item_id,)).fetchone()
        if row is None:
            return None
        ours = law.made_by_us(JournalKind(row[5]), fold(row[6]), _our_names(connection))
    return ToReproduce(item_id, _number(row[:4]), _document(row[7], row[8]), ours, row[6])


def notes_of(connection: Connection, item_ids: Collection[int]) -> dict[int, list[str]]:
    """Notes of column 14 by entry, in the language of its journal: copies, extracts, cards taken out."""
    if not item_ids:
        return {}
    marks, keys = ", ".join("?" * len(item_ids)), tuple(item_ids)
    found: dict[int, list[str]] = {}
    made = connection.exec_driver_sql(_MADE.format(which=f"reproduction.item_id IN ({marks})"), keys)
    for row in made.fetchall():
        found.setdefault(row[9], []).append(notes.reproduced(_note(row), row[10]))
    for item, on, count, cards, language in connection.exec_driver_sql(_CARDS.format(marks=marks), keys):
        found.setdefault(item, []).append(notes.taken_out(dt.date.fromisoformat(on), count, cards, language))
    return found


def highest_within(connection: Connection, item_id: int) -> int:
    """The same within a transaction."""
    return int(connection.exec_driver_sql(_HIGHEST, (item_id,)).scalar_one())


def permit_within(connection: Connection, permit_id: int | None) -> PermitRow | None:
    """A permission as a transaction sees it."""
    found = _permits(connection, "permit.id = ?", (permit_id,)) if permit_id is not None else []
    return found[0] if found else None


def facts_for(connection: Connection, item_id: int, wanted: Permission, today: dt.date) -> Reproduced | None:
    """What the registers say of the document and the people of a permission, `None` without such an entry."""
    row = connection.exec_driver_sql(_ITEM, (item_id,)).fetchone()
    if row is None:
        return None
    day = wanted.granted_on or today
    ours = law.made_by_us(JournalKind(row[5]), fold(row[6]), _our_names(connection))
    head = Headship.SERVICE if wanted.kind in law.FOR_OWN else Headship.BODY
    signs = signatory_within(connection, head, day)
    worker, left = _worker(connection, wanted.for_employee_id)
    return Reproduced(
        number=_number(row[:4]),
        registered=row[4] == NumberState.ISSUED.value,
        ours=ours,
        heads=heads_on(connection, head, day),
        head=signs.name(current_language()) if signs else "",
        worker=worker,
        worker_left=left,
        admitted=_admitted(connection, item_id, wanted.for_employee_id, day),
    )


def _permits(connection: Connection, which: str, values: tuple[Any, ...]) -> list[PermitRow]:
    rows = connection.exec_driver_sql(_PERMITS.format(which=which), values).fetchall()
    made = connection.exec_driver_sql(_MADE.format(which=which), values).fetchall() if rows else []
    by_permit: dict[int, list[ReproductionNote]] = {}
    for row in made:
        by_permit.setdefault(row[0], []).append(_note(row))
    at = 0 if current_language() == "kk" else 1
    return [_permit(row, tuple(by_permit.get(row[0], ())), at) for row in rows]


def _permit(row: Sequence[Any], made: tuple[ReproductionNote, ...], at: int) -> PermitRow:
    facts = PermitFacts(
        id=row[0], item_id=row[1], kind=PermitKind(row[2]), number=row[3], granted_on=dt.date.fromisoformat(row[4]),
        copies=row[5], used=sum(note.count for note in made), valid_to=_day(row[6]), revoked_on=_day(row[7]),
        used_last=max((note.made_on for note in made), default=None), agreed_on=_day(row[27]),
    )  # fmt: skip
    return PermitRow(
        facts=facts, number=_number(row[8:12]), journal=JournalKind(row[12]), year=row[13],
        document=_document(row[14], row[15]), for_whom=row[16 + at] or row[18], for_employee_id=row[19],
        granted_by=row[20 + at] or row[22], purpose=row[23], request=row[24], request_on=_day(row[25]),
        consent=row[26], consent_on=_day(row[27]), revoked_reason=row[28], made=made,
    )  # fmt: skip


def _note(row: Sequence[Any]) -> ReproductionNote:
    return ReproductionNote(
        kind=PermitKind(row[1]), made_on=dt.date.fromisoformat(row[2]), count=row[3], permit=row[4],
        permit_on=dt.date.fromisoformat(row[5]), first=row[6], last=row[7], sheets=row[8],
    )  # fmt: skip


def _worker(connection: Connection, employee_id: int | None) -> tuple[str, dt.date | None]:
    if employee_id is None:
        return "", None
    kk, ru, left = connection.exec_driver_sql(
        "SELECT name_kk, name_ru, left_on FROM employee WHERE id = ?", (employee_id,)
    ).one()
    return (kk if current_language() == "kk" else ru), _day(left)


def _admitted(connection: Connection, item_id: int, employee_id: int | None, day: dt.date) -> bool:
    """Whether a resolution names the worker for the document, as the guard will ask when a copy is handed over."""
    rows = connection.exec_driver_sql("SELECT id FROM copy WHERE item_id = ? LIMIT 1", (item_id,)).fetchall()
    facts = whereabouts.copy_facts(connection, [row[0] for row in rows], day)
    return employee_id is None or any(employee_id in copy.admitted for copy in facts)


def _our_names(connection: Connection) -> frozenset[str]:
    """What our body is and was called, folded."""
    rows = connection.exec_driver_sql(
        "SELECT name_kk, name_ru FROM organisation UNION ALL "
        "SELECT name_kk, name_ru FROM former_name WHERE subject = 'organisation:1'"
    ).fetchall()
    return frozenset(fold(name) for row in rows for name in row if name)


def _number(row: Sequence[Any]) -> str:
    return RegistrationNumber(row[0], row[1], row[2]).with_mark(row[3])


def _document(kind: str, summary: str) -> str:
    return " ".join(part for part in (kind, summary) if part)


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None
