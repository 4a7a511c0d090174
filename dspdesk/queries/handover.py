"""Hand-over sheets: the register of them, one in full, what is to be handed over today, what is not signed yet."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.law import guard
from dspdesk.law.findings import Finding
from dspdesk.law.guard import Intent, Wanted
from dspdesk.law.handover_sheet import HandoverLine, LineState, line_state, of_a_made_sheet
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.item import day
from dspdesk.queries.names import name_on
from dspdesk.queries.people import Signatory
from dspdesk.queries.waiting_lists import WaitingLine, WaitingList
from dspdesk.queries.whereabouts import copy_facts, same_document
from dspdesk.store import positions


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One sheet of the register; lines struck out are not counted among its `lines`."""

    id: int
    year: int
    number: int
    dated: dt.date
    employee_id: int
    name_kk: str
    name_ru: str
    lines: int
    received: int

    @property
    def waiting(self) -> int:
        """Lines that nobody has signed for yet."""
        return self.lines - self.received

    def name(self, language: str) -> str:
        """Whose sheet it is."""
        return self.name_kk if language == "kk" else self.name_ru


@dataclass(frozen=True, slots=True)
class Receiver(Signatory):
    """Who signs for what is handed over, with the unit as of that day; what is not known is ''."""

    unit_kk: str
    unit_ru: str

    def unit(self, language: str) -> str:
        """The unit in a language."""
        return self.unit_kk if language == "kk" else self.unit_ru


@dataclass(frozen=True, slots=True)
class ListedCopy:
    """A copy with its document, as a sheet lists it; `number` is written with its mark."""

    copy_id: int
    item_id: int
    number: str
    date: dt.date | None
    correspondent: str
    what: str
    sheets: int | None
    enclosure_sheets: int | None
    copy: int


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of a sheet."""

    id: int
    ordinal: int
    of: ListedCopy
    received_on: dt.date | None
    struck_on: dt.date | None
    struck_reason: str

    @property
    def state(self) -> LineState:
        """Whether it waits, was signed for, or was struck out."""
        return line_state(self.received_on, self.struck_on)

    def on_paper(self) -> HandoverLine:
        """The line as the paper has it."""
        of = self.of
        return HandoverLine(
            of.number, of.date, of.correspondent, of.what, of.sheets, of.enclosure_sheets, of.copy
        )


@dataclass(frozen=True, slots=True)
class SheetDetails:
    """One sheet in full: the person is as of its day."""

    row: SheetRow
    person: Receiver
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A copy that one person is to be given; `against` is what the law says against it, nothing for most."""

    of: ListedCopy
    against: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedSheet:
    """What one person is to be given today."""

    person: Receiver
    copies: tuple[Proposed, ...]


#: What whoever signs for the lines of a sheet signs as.
RECEIVES = N_("the executor, for receipt")

_SHEETS = """
    SELECT sheet.id, sheet.year, sheet.number, sheet.dated, sheet.employee_id, employee.name_kk, employee.name_ru,
           count(line.id) FILTER (WHERE line.struck_on IS NULL),
           count(line.id) FILTER (WHERE line.received_on IS NOT NULL)
    FROM handover_sheet AS sheet JOIN employee ON employee.id = sheet.employee_id
    LEFT JOIN handover_line AS line ON line.sheet_id = sheet.id
    {which} GROUP BY sheet.id ORDER BY sheet.year DESC, sheet.number DESC
"""
_COPY = """
    copy.id, copy.item_id, number.sequence, number.letter, number.written, journal.language, item.registered_on,
    item.correspondent, item.kind, item.summary, item.sheets, item.enclosure_sheets, copy.number
"""
_REGISTERS = """
    JOIN item ON item.id = copy.item_id JOIN number ON number.id = item.id
    JOIN journal ON journal.id = number.journal_id
"""
_LINES = f"""
    SELECT {_COPY}, line.id, line.ordinal, line.received_on, line.struck_on, line.struck_reason
    FROM handover_line AS line JOIN copy ON copy.id = line.copy_id {_REGISTERS}
    WHERE line.sheet_id = ? ORDER BY line.ordinal
"""
#: Whom a document is for: those whom a resolution names to execute it, and the addressee of a cover with «Лично».
_FOR = """
    SELECT resolution.item_id AS source_id, named.employee_id, named.part, resolution.id AS first, named.id AS then_by
    FROM resolution JOIN resolution_person AS named ON named.resolution_id = resolution.id
    WHERE resolution.struck_on IS NULL
    UNION ALL SELECT enclosed.item_id, package.addressee_id, 'executor', 0, enclosed.id
    FROM enclosed JOIN package ON package.id = enclosed.package_id
    WHERE package.personal AND package.addressee_id IS NOT NULL AND enclosed.item_id IS NOT NULL
"""
#: A movement by which a copy was given to one of them, and which nobody has corrected since.
_GIVEN = """
    movement.kind = 'receipt' AND movement.employee_id = meant.employee_id
    AND NOT EXISTS (SELECT 1 FROM movement AS later WHERE later.corrects_id = movement.id)
"""
#: The first of them who never got a copy of a document, whatever its numbers, the executor before the others.
_FIRST_FOR = f"""
    SELECT meant.employee_id FROM ({_FOR}) AS meant
    JOIN employee ON employee.id = meant.employee_id AND employee.left_on IS NULL
    WHERE meant.source_id IN ({{marks}}) AND meant.part IN ('executor', 'co_executor')
    AND NOT EXISTS (
        SELECT 1 FROM copy CROSS JOIN movement ON movement.copy_id = copy.id  -- in this order, as below
        WHERE copy.item_id IN ({{marks}}) AND {_GIVEN})
    ORDER BY meant.part <> 'executor', meant.first, meant.then_by LIMIT 1
"""
#: The entries of documents that are for a person, also those that go on under another number.
_ENTRIES_FOR = f"""
    WITH RECURSIVE stands (item_id) AS (
        SELECT source_id FROM ({_FOR}) WHERE employee_id = ?
        UNION SELECT carry_over.to_item_id FROM stands
        JOIN carry_over ON carry_over.from_item_id = stands.item_id
        UNION SELECT misplacement.to_item_id FROM stands
        JOIN misplacement ON misplacement.from_item_id = stands.item_id
    ) SELECT item_id FROM stands
"""
_WAITS_ON = """
    SELECT sheet.id FROM copy JOIN handover_line AS line ON line.copy_id = copy.id
    JOIN handover_sheet AS sheet ON sheet.id = line.sheet_id
    WHERE copy.item_id = ? AND sheet.employee_id = ? AND line.received_on IS NULL AND line.struck_on IS NULL
    ORDER BY sheet.id DESC LIMIT 1
"""
#: A copy whose last movement is `last` is with the documentation service.
_WITH_SERVICE = "(last.id IS NULL OR last.kind IN ('return', 'resolved', 'storing', 'withdrawal'))"
#: Of documents with a copy at hand all who never got one, the executor before the others. A resolution goes with its
#: document when that is carried over to the next year, or registered anew where it belongs.
_TO_BE_GIVEN = f"""
    WITH RECURSIVE meant AS ({_FOR}), stands (source_id, item_id) AS (
        SELECT DISTINCT source_id, source_id FROM meant
        UNION SELECT stands.source_id, carry_over.to_item_id FROM stands
        JOIN carry_over ON carry_over.from_item_id = stands.item_id
        UNION SELECT stands.source_id, misplacement.to_item_id FROM stands
        JOIN misplacement ON misplacement.from_item_id = stands.item_id
    ), here AS MATERIALIZED (
        SELECT source_id, item_id FROM stands WHERE EXISTS (
            SELECT 1 FROM copy LEFT JOIN movement AS last ON last.id = copy.whereabouts_id
            WHERE copy.item_id = stands.item_id AND copy.struck_on IS NULL AND {_WITH_SERVICE})
    )
    SELECT here.item_id, meant.employee_id
    FROM here CROSS JOIN meant ON meant.source_id = here.source_id
    JOIN employee ON employee.id = meant.employee_id AND employee.left_on IS NULL
    WHERE meant.part IN ('executor', 'co_executor')
    AND NOT EXISTS (
        SELECT 1 FROM stands AS one CROSS JOIN copy ON copy.item_id = one.item_id
        CROSS JOIN movement ON movement.copy_id = copy.id  -- in this order: a person's movements are many
        WHERE one.source_id = meant.source_id AND {_GIVEN})
    AND NOT EXISTS (
        SELECT 1 FROM copy JOIN handover_line AS line ON line.copy_id = copy.id
        JOIN handover_sheet AS sheet ON sheet.id = line.sheet_id
        WHERE copy.item_id = here.item_id AND line.received_on IS NULL AND line.struck_on IS NULL
        AND sheet.employee_id = meant.employee_id)
    ORDER BY here.item_id, meant.part <> 'executor', meant.first, meant.then_by
"""
_AT_HAND = f"""
    SELECT {_COPY} FROM copy {_REGISTERS}
    LEFT JOIN movement AS last ON last.id = copy.whereabouts_id
    WHERE copy.item_id IN ({{marks}}) AND copy.struck_on IS NULL AND number.state = 'issued'
    AND {_WITH_SERVICE}
    AND NOT EXISTS (
        SELECT 1 FROM handover_line AS line
        WHERE line.copy_id = copy.id AND line.received_on IS NULL AND line.struck_on IS NULL)
    ORDER BY copy.item_id, copy.number
"""
#: Whose sheets these are, and how many lines of each are not struck out.
_STANDING_LINES = """
    SELECT sheet.id, sheet.employee_id, count(line.id) FROM handover_sheet AS sheet
    LEFT JOIN handover_line AS line ON line.sheet_id = sheet.id AND line.struck_on IS NULL
    WHERE sheet.id IN ({marks}) GROUP BY sheet.id
"""
_UNSIGNED = """
    SELECT sheet.id, sheet.number, sheet.dated, employee.name_kk, employee.name_ru, count(*)
    FROM handover_line AS line JOIN handover_sheet AS sheet ON sheet.id = line.sheet_id
    JOIN employee ON employee.id = sheet.employee_id
    WHERE line.received_on IS NULL AND line.struck_on IS NULL
    GROUP BY sheet.id ORDER BY sheet.dated, sheet.id
"""


def sheets(desk: Desk) -> list[SheetRow]:
    """All sheets, the latest first."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return list(map(_sheet_row, connection.exec_driver_sql(_SHEETS.format(which="")).fetchall()))


def sheet(desk: Desk, sheet_id: int) -> SheetDetails:
    """One sheet in full."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        found = connection.exec_driver_sql(_SHEETS.format(which="WHERE sheet.id = ?"), (sheet_id,)).one()
        row = _sheet_row(found)
        lines = connection.exec_driver_sql(_LINES, (sheet_id,)).fetchall()
        return SheetDetails(row, receiver(connection, row.employee_id, row.dated), tuple(map(_line, lines)))


def proposal(desk: Desk) -> tuple[ProposedSheet, ...]:
    """What is to be handed over today, person by person: the copies at hand of documents that are for somebody.

    A person who was given a copy of the document before, or for whom one waits on a sheet, is not proposed again.
    """
    desk.authorize(Action.MOVE_COPIES)
    with desk.reading() as connection:
        wanted = connection.exec_driver_sql(_TO_BE_GIVEN).fetchall()
        at_hand = _at_hand(connection, {row[0] for row in wanted})
        given: dict[int, list[ListedCopy]] = {}
        for item_id, employee_id in dict.fromkeys((row[0], row[1]) for row in wanted):
            if copies := at_hand.get(item_id):
                given.setdefault(employee_id, []).append(copies.pop(0))
        found = [_proposed(desk, connection, key, copies) for key, copies in given.items()]
    language = str(current_language())
    return tuple(sorted(found, key=lambda one: one.person.name(language)))


def for_person(desk: Desk, employee_id: int, sheet: SheetRow | None = None) -> tuple[Proposed, ...]:
    """What a person could be given today, or on a sheet of theirs: copies at hand of documents that name them."""
    desk.authorize(Action.MOVE_COPIES)
    with desk.reading() as connection:
        named = connection.exec_driver_sql(_ENTRIES_FOR, (employee_id,))
        at_hand = _at_hand(connection, {row[0] for row in named})
        copies = [one for of_item in at_hand.values() for one in of_item]
        return _proposed(desk, connection, employee_id, copies, sheet).copies


def first_for(desk: Desk, item_id: int) -> int | None:
    """Whom a document is for and who never got a copy of it, the executor first; `None` when there is nobody."""
    desk.authorize(Action.MOVE_COPIES)
    with desk.reading() as connection:
        keys = same_document(connection, item_id)
        asked = _FIRST_FOR.format(marks=", ".join("?" * len(keys)))
        return connection.exec_driver_sql(asked, keys * 2).scalar()


def waits_on(desk: Desk, item_id: int, employee_id: int) -> int | None:
    """The sheet on which a copy of a document waits for a person's signature, `None` when on none."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return connection.exec_driver_sql(_WAITS_ON, (item_id, employee_id)).scalar()


def nothing_to_sign(connection: Connection, subject: str) -> AbstractSet[int]:
    """Who has no line left to sign for on the sheets that a printing is of ("handover_sheet:5,6")."""
    return receivers_of_nothing(connection, [subject]).get(subject, frozenset())


def receivers_of_nothing(connection: Connection, subjects: Iterable[str]) -> dict[str, AbstractSet[int]]:
    """The same of many printings; those of other papers, and those that everybody signs, are left out."""
    sheets = {subject: keys for subject in subjects if (keys := _sheets_of(subject))}
    lines = _lines_left(connection, sorted({key for keys in sheets.values() for key in keys}))
    found: dict[str, AbstractSet[int]] = {}
    for subject, keys in sheets.items():
        listed = [lines[key] for key in keys if key in lines]
        signing = {person for person, count in listed if count}
        if nothing := {person for person, _count in listed} - signing:
            found[subject] = nothing
    return found


#: So many keys at a time: SQLite takes no more in one statement on every machine.
_CHUNK = 5_000


def _sheets_of(subject: str) -> tuple[int, ...]:
    kind, _colon, keys = subject.partition(":")
    return tuple(map(int, keys.split(","))) if kind == "handover_sheet" else ()


def _lines_left(connection: Connection, sheets: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Of each sheet: whose it is, and how many lines are not struck out."""
    left: dict[int, tuple[int, int]] = {}
    for start in range(0, len(sheets), _CHUNK):
        some = tuple(sheets[start : start + _CHUNK])
        question = _STANDING_LINES.format(marks=", ".join("?" * len(some)))
        left |= {row[0]: (row[1], row[2]) for row in connection.exec_driver_sql(question, some)}
    return left


def unsigned(_desk: Desk, connection: Connection, today: dt.date, most: int) -> WaitingList | None:
    """Sheets of today and earlier that are not signed in full, for the page Today."""
    rows = connection.exec_driver_sql(_UNSIGNED).fetchall()
    return WaitingList(
        title=N_("Hand-over sheets not signed in full"),
        lines=tuple(_waiting(row, today) for row in rows[:most]),
        total=len(rows),
        urgent=any(dt.date.fromisoformat(row[2]) < today for row in rows),
    )


def receiver(connection: Connection, employee_id: int, on: dt.date) -> Receiver:
    """A person with the name, position and unit of a day."""
    held = connection.exec_driver_sql(positions.OF_A_DAY, positions.asked(employee_id, on)).fetchone()
    unit = name_on(connection, f"unit:{held[5]}", on) if held is not None and held[5] else ("", "")
    name = name_on(connection, f"employee:{employee_id}", on)
    return Receiver(employee_id, *name, *positions.words(held), *unit)


def _at_hand(connection: Connection, items: Collection[int]) -> dict[int, list[ListedCopy]]:
    found: dict[int, list[ListedCopy]] = {}
    if items:
        question = _AT_HAND.format(marks=", ".join("?" * len(items)))
        for row in connection.exec_driver_sql(question, tuple(items)):
            found.setdefault(row[1], []).append(_listed(row))
    return found


def _proposed(
    desk: Desk,
    connection: Connection,
    employee_id: int,
    copies: Sequence[ListedCopy],
    sheet: SheetRow | None = None,
) -> ProposedSheet:
    """The copies of one person, each with what the guard says of putting it on a sheet: a new one, or one made."""
    today = desk.today()
    person = receiver(connection, employee_id, today)
    on = sheet.dated if sheet else today
    wanted = Wanted(on, today, employee_id, person.name(str(current_language())))
    facts = {one.copy_id: one for one in copy_facts(connection, [one.copy_id for one in copies], today)}
    against = {key: guard.guard(Intent.LIST, [fact], wanted) for key, fact in facts.items()}
    if sheet is not None:
        against = {key: [of_a_made_sheet(one, sheet.number) for one in said] for key, said in against.items()}
    return ProposedSheet(person, tuple(Proposed(one, tuple(against[one.copy_id])) for one in copies))


def _waiting(row: Sequence[Any], today: dt.date) -> WaitingLine:
    name = row[3] if current_language() == "kk" else row[4]
    since = (today - dt.date.fromisoformat(row[2])).days
    words = ngettext(
        "№ {number}, {person}: {count} line not signed",
        "№ {number}, {person}: {count} lines not signed",
        row[5],
    ).format(number=row[1], person=name, count=row[5])
    right = ngettext("{count} day", "{count} days", since).format(count=since) if since else _("today")
    return WaitingLine(words, right, "handover", row[0])


def _sheet_row(row: Sequence[Any]) -> SheetRow:
    return SheetRow(row[0], row[1], row[2], dt.date.fromisoformat(row[3]), *row[4:9])


def _line(row: Sequence[Any]) -> SheetLine:
    return SheetLine(row[13], row[14], _listed(row[:13]), day(row[15]), day(row[16]), row[17])


def _listed(row: Sequence[Any]) -> ListedCopy:
    return ListedCopy(
        copy_id=row[0],
        item_id=row[1],
        number=RegistrationNumber(*row[2:5]).with_mark(row[5]),
        date=day(row[6]),
        correspondent=row[7],
        what=" ".join(part for part in (row[8], row[9]) if part),
        sheets=row[10],
        enclosure_sheets=row[11],
        copy=row[12],
    )
