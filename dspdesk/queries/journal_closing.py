"""What still stands open in the journals of a year, and the closing inscriptions of those that are closed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.journal_closing import StandingOpen
from dspdesk.law.kinds import Headship, JournalKind, NumberState
from dspdesk.law.registration_journal import ClosingCount, ClosingInscription, inscription
from dspdesk.law.roles import Action
from dspdesk.law.settings import CLOSING_SIGNATORY, HEAD_OF_SERVICE
from dspdesk.law.values import ABBREVIATION, RegistrationNumber
from dspdesk.queries import carry_over, people
from dspdesk.queries.item import day
from dspdesk.queries.journals import SELECT, JournalInfo, info
from dspdesk.queries.on_control import ON_CONTROL
from dspdesk.queries.people import Signatory
from dspdesk.queries.settings import value

_BEFORE_ITS_END = 11  # a year is spoken of from its last month on


@dataclass(frozen=True, slots=True)
class Kept:
    """The closing inscription of a journal as it was counted and kept, with the words of that day."""

    closed_on: dt.date
    documents: int
    first: str
    last: str
    lettered: int
    skipped: int
    position_kk: str
    position_ru: str
    name_kk: str
    name_ru: str

    def position(self, language: str) -> str:
        """The position of who closed the journal, in a language."""
        return self.position_kk if language == "kk" else self.position_ru

    def name(self, language: str) -> str:
        """The name of who closed the journal, in a language."""
        return self.name_kk if language == "kk" else self.name_ru


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """One journal of a year: how many numbers it has, what stands open, and how it was closed if it was."""

    journal: JournalInfo
    counted: ClosingCount
    standing: StandingOpen
    kept: Kept | None

    @property
    def numbers(self) -> int:
        """All numbers that were given, annulled and reserved ones too."""
        return self.counted.registered + self.counted.annulled + self.counted.reserved


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year on its way to its end; `rows` are its journals in the order of the flows."""

    year: int
    rows: tuple[ClosingRow, ...]
    carried: int

    @property
    def closed(self) -> bool:
        """Whether every journal of the year is closed."""
        return bool(self.rows) and all(row.journal.closed for row in self.rows)

    @property
    def unfinished(self) -> int:
        """How many documents of the year are not finished."""
        return sum(row.standing.on_control + row.standing.unfiled for row in self.rows)

    def books(self) -> list[list[ClosingRow]]:
        """The rows that close in one step: each journal alone, the sections of a common one together."""
        books: list[list[ClosingRow]] = []
        for row in self.rows:
            fellows = next((book for book in books if _one_book(book[0].journal, row.journal)), None)
            if fellows is None:
                books.append([row])
            else:
                fellows.append(row)
        return books


def year_page(desk: Desk, year: int) -> YearPage:
    """Everything that the page of a year states. Runs in a worker thread."""
    desk.authorize(Action.CLOSE_JOURNAL)
    carried = carry_over.carried(desk, year)
    with desk.reading() as connection:
        rows = [_row(connection, journal) for journal in _journals(connection, year)]
    return YearPage(year, tuple(rows), carried)


def _journals(connection: Connection, year: int) -> list[JournalInfo]:
    """The journals of a year in the order of the flows."""
    found = connection.exec_driver_sql(f"{SELECT} WHERE year = ?", (year,)).fetchall()
    order = list(JournalKind)
    return sorted(map(info, found), key=lambda journal: order.index(journal.kind))


def years(desk: Desk) -> list[int]:
    """The years that have journals, the newest first."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        found = connection.exec_driver_sql("SELECT DISTINCT year FROM journal ORDER BY year DESC").fetchall()
    return [year for (year,) in found]


def closed_journals(desk: Desk, year: int) -> list[JournalInfo]:
    """The closed journals of a year in the order of the flows: what its bundle is printed of."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return [journal for journal in _journals(connection, year) if journal.closed]


def year_to_close(connection: Connection, today: dt.date) -> int | None:
    """The year to speak of on a day: the last one while it has an open journal; in December the running one."""
    running = today.year if today.month > _BEFORE_ITS_END else today.year - 1
    found = connection.exec_driver_sql(
        "SELECT min(year) FROM journal WHERE closed_on IS NULL AND year BETWEEN ? AND ?",
        (today.year - 1, running),
    ).scalar()
    return int(found) if found else None


def proposed_year(desk: Desk) -> int:
    """The year that the page begins with: the earliest one with an open journal, or else the running one."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT min(year) FROM journal WHERE closed_on IS NULL AND year <= ?", (desk.today().year,)
        ).scalar()
    return int(found) if found else desk.today().year


def together(connection: Connection, journal_id: int) -> list[ClosingRow]:
    """The journals that close in one step with this one: it alone, or all sections of its common journal.

    Paragraph 15, part 3, has the inscription stand on the last sheet of the journal, of which there is one.
    """
    journal = info(connection.exec_driver_sql(f"{SELECT} WHERE id = ?", (journal_id,)).one())
    fellows = (one for one in _journals(connection, journal.year) if _one_book(one, journal))
    return [_row(connection, one) for one in fellows]


def closing(desk: Desk, journal: JournalInfo, language: str) -> ClosingInscription | None:
    """The closing inscription of a journal as it was kept, for a paper in a language; `None` of an open one."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        kept = _kept(connection, journal.id)
        if kept is None:
            return None
        annulled = counted(connection, journal.id).annulled
    return ClosingInscription(
        documents=kept.documents,
        first=_marked(kept.first, journal.language),
        last=_marked(kept.last, journal.language),
        lettered=kept.lettered,
        skipped=kept.skipped,
        annulled=annulled,
        position=kept.position(language),
        name=kept.name(language),
    )


def signed_by(desk: Desk, journal: JournalInfo) -> int | None:
    """Whose signature stands under the closing of a journal: the employee named there, `None` of an open one."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        kept = _kept(connection, journal.id)
        if kept is None:
            return None
        closer = connection.exec_driver_sql(
            "SELECT employee_id FROM account JOIN journal_closing ON account.id = closed_by "
            "WHERE journal_closing.id = ?",
            (journal.id,),
        ).scalar_one()
        head = people.signatory_within(connection, Headship.SERVICE, kept.closed_on)
        named = [people.position_within(connection, closer, kept.closed_on), *([head] if head else [])]
    written = kept.name_kk, kept.name_ru
    return next((one.employee_id for one in named if (one.name_kk, one.name_ru) == written), None)


def proposed(desk: Desk, row: ClosingRow, language: str) -> ClosingInscription:
    """The closing inscription that a journal would get now, with whoever signs it."""
    desk.authorize(Action.READ_JOURNALS)
    signer = signs(desk)
    return inscription(row.counted, row.journal.language, signer.position(language), signer.name(language))


def signs(desk: Desk) -> Signatory:
    """Who signs the closing of a journal today (paragraph 15): by the choice of the body, its head or who closes."""
    closes = people.at_desk(desk)
    with desk.reading() as connection:
        if value(connection, CLOSING_SIGNATORY) != HEAD_OF_SERVICE:
            return closes
        return people.signatory_within(connection, Headship.SERVICE, desk.today()) or closes


_STATES = "SELECT state, count(*), sum(letter <> '') FROM number WHERE journal_id = ? GROUP BY state"
_ISSUED = (
    "SELECT sequence, letter, written FROM number WHERE journal_id = ? AND state = 'issued' "
    "ORDER BY sequence {way}, letter {way} LIMIT 1"
)
_GAPS = (
    "SELECT low + 1, high - 1 FROM (SELECT sequence AS low, lead(sequence) OVER (ORDER BY sequence) AS high "
    "FROM (SELECT DISTINCT sequence FROM number WHERE journal_id = ?)) WHERE high - low > 1"
)


def counted(connection: Connection, journal_id: int) -> ClosingCount:
    """What the closing inscription of a journal states, as `law.registration_journal.count` counts it.

    The store counts: for a window the numbers of a large journal are too many to be walked through one by one.
    """
    states = {row[0]: (row[1], row[2]) for row in connection.exec_driver_sql(_STATES, (journal_id,))}

    def of(state: NumberState) -> tuple[int, int]:
        return states.get(state.value, (0, 0))

    passed_over = sum(high - low + 1 for low, high in _gaps(connection, journal_id))
    return ClosingCount(
        registered=of(NumberState.ISSUED)[0],
        first=_issued(connection, journal_id, "ASC"),
        last=_issued(connection, journal_id, "DESC"),
        lettered=of(NumberState.ISSUED)[1],
        skipped=of(NumberState.SKIPPED)[0] + passed_over,
        annulled=of(NumberState.ANNULLED)[0],
        reserved=of(NumberState.RESERVED)[0],
    )


def _issued(connection: Connection, journal_id: int, way: str) -> RegistrationNumber | None:
    row = connection.exec_driver_sql(_ISSUED.format(way=way), (journal_id,)).fetchone()
    return RegistrationNumber(*row) if row else None


def _gaps(connection: Connection, journal_id: int) -> list[tuple[int, int]]:
    """The runs of numbers passed over without a word, as `law.registration_journal.gaps` finds them."""
    return [(low, high) for low, high in connection.exec_driver_sql(_GAPS, (journal_id,))]


_RESERVED = (
    "SELECT sequence, letter, written FROM number WHERE journal_id = ? AND state = 'reserved' "
    "ORDER BY sequence, letter"
)
_STANDING = (
    "SELECT coalesce(sum(item.incomplete AND number.state = 'issued'), 0), max(item.registered_on) "
    "FROM number JOIN item ON item.id = number.id WHERE number.journal_id = ?"
)
_UNFINISHED = (
    f"SELECT coalesce(sum({ON_CONTROL}), 0), coalesce(sum(NOT {ON_CONTROL}), 0) "
    f"FROM number JOIN item ON item.id = number.id WHERE number.journal_id = ? AND {carry_over.UNFINISHED}"
)


def _row(connection: Connection, journal: JournalInfo) -> ClosingRow:
    def ask(sql: str) -> Sequence[Any]:
        return connection.exec_driver_sql(sql, (journal.id,)).fetchall()

    ((incomplete, last),) = ask(_STANDING)
    # publications are never finished in this sense: the library keeps them
    ((on_control, unfiled),) = [(0, 0)] if journal.kind is JournalKind.PUBLICATIONS else ask(_UNFINISHED)
    standing = StandingOpen(
        year=journal.year,
        closed=journal.closed,
        last_entry=day(last),
        reserved=[str(RegistrationNumber(*number)) for number in ask(_RESERVED)],
        incomplete=incomplete,
        on_control=on_control,
        unfiled=unfiled,
        gaps=_gaps(connection, journal.id),
    )
    return ClosingRow(journal, counted(connection, journal.id), standing, _kept(connection, journal.id))


def _kept(connection: Connection, journal_id: int) -> Kept | None:
    row: Sequence[Any] | None = connection.exec_driver_sql(
        "SELECT journal.closed_on, documents, first, last, lettered, skipped, position_kk, position_ru, "
        "name_kk, name_ru FROM journal_closing JOIN journal ON journal.id = journal_closing.id "
        "WHERE journal_closing.id = ?",
        (journal_id,),
    ).fetchone()
    return Kept(dt.date.fromisoformat(row[0]), *row[1:]) if row else None


def _marked(number: str, language: str) -> str:
    return f"{number}\N{NO-BREAK SPACE}{ABBREVIATION[language]}" if number else ""


def _one_book(one: JournalInfo, other: JournalInfo) -> bool:
    return one.id == other.id or (one.section_of is not None and one.section_of == other.section_of)
