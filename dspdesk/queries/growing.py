"""Growing papers (W2): what stands on paper, what has been entered since, and what has changed in printed lines."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law import growing as law
from dspdesk.law.growing import PlacedLine, Series
from dspdesk.law.kinds import OWN_DOCUMENTS
from dspdesk.law.registration_journal import Line, PassedOver, line, skipped_line
from dspdesk.law.roles import Action
from dspdesk.queries import journal_lines
from dspdesk.queries.journals import JournalInfo, journal_by_id
from dspdesk.store import ledger

#: The paper that grows so far; the inner inventory and the loan card come to it.
JOURNAL = "registration_journal"


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A printed line whose entry says something else today: what to add by hand, column by column (from 1)."""

    key: str
    sheet: int
    number: str
    columns: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a growing journal stands: sheets in use, what is new, what has changed since it was printed.

    `last` are the words by which its last printed line is known again; `closes` says that the inscriptions of the
    closed journal are still to be printed, `awaits` that lines are to come onto the sheet in use.
    """

    journal: JournalInfo
    language: str
    series: int
    sheets: int
    last: str
    new: int
    closes: bool
    changed: tuple[ChangedLine, ...]

    @property
    def something_new(self) -> bool:
        """Whether there is anything to print on the sheet in use."""
        return bool(self.new) or self.closes


def standing(desk: Desk, journal_id: int, language: str) -> Standing:
    """What the person sees before a journal is printed on."""
    desk.authorize(Action.PRINT_JOURNALS)
    journal = journal_by_id(desk, journal_id)
    with desk.reading() as connection:
        printed = series(connection, JOURNAL, f"journal:{journal_id}", language)
    lines = journal_entries(desk, journal)
    last = next((one for one in reversed(printed.lines) if law.numbers_of(one.key)), None)
    return Standing(
        journal=journal,
        language=language,
        series=printed.number,
        sheets=printed.last.sheet if printed.last else 0,
        last=_number(last.cells, journal) if last else "",
        new=len(new_lines(desk, journal, printed, lines)),
        closes=journal.closed and printed.closing is None,
        changed=tuple(changed(journal, printed, lines)),
    )


_LINES = """
    SELECT printed_line.series, printed_line.key, printed_line.sheet, printed_line.above, printed_line.below,
           printed_line.text, printed_line.noted, printed_line.printout_id, printout.made_at
    FROM printed_line JOIN printout ON printout.id = printed_line.printout_id
    WHERE printed_line.paper = :paper AND printed_line.subject = :subject AND printed_line.language = :language
      AND printed_line.series = (SELECT max(series) FROM printed_line AS other WHERE other.paper = :paper
                                 AND other.subject = :subject AND other.language = :language)
    ORDER BY printed_line.id
"""


def series(connection: Connection, paper: str, subject: str, language: str) -> Series:
    """What stands on the sheets of a growing paper that are in use."""
    from sqlalchemy import text

    asked = {"paper": paper, "subject": subject, "language": language}
    rows = connection.execute(text(_LINES), asked).fetchall()
    if not rows:
        return Series()
    lines = tuple(
        PlacedLine(key, sheet, above, below, tuple(json.loads(said)), tuple(json.loads(noted or "[]")))
        for _series, key, sheet, above, below, said, noted, _printout, _at in rows
    )
    code_of = {printout: _code(connection, printout) for printout in dict.fromkeys(row[7] for row in rows)}
    codes: dict[int, dict[str, None]] = {}
    for row in rows:
        codes.setdefault(row[2], {})[code_of[row[7]]] = None
    begun = dt.datetime.fromisoformat(rows[0][8]).date()
    return Series(rows[0][0], lines, {sheet: tuple(found) for sheet, found in codes.items()}, begun)


def _code(connection: Connection, printout_id: int) -> str:
    """The code that a printing left in the margin."""
    sequence, digest = connection.exec_driver_sql(
        "SELECT id, hash FROM ledger WHERE subject = ? AND tag = 'printout:paper:printed'",
        (f"printout:{printout_id}",),
    ).one()
    return ledger.code(sequence, digest)


def journal_entries(desk: Desk, journal: JournalInfo) -> dict[int, Line]:
    """The lines of a journal by the keys of their numbers, as they would be printed today."""
    return {
        key: line(item, journal.kind, journal.language) for key, item in journal_lines.items(desk, journal.id)
    }


def new_lines(
    desk: Desk, journal: JournalInfo, printed: Series, entries: dict[int, Line]
) -> list[tuple[str, Line]]:
    """What has no line on paper yet, in the order of entry: a lettered number that came late stands last."""
    desk.authorize(Action.READ_JOURNALS)
    covered = printed.covered()
    found = [(key, f"item:{key}", cells) for key, cells in entries.items() if key not in covered]
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id, sequence, annulled_reason FROM number "
            "WHERE journal_id = ? AND state <> 'issued' AND state = 'skipped' ORDER BY id",
            (journal.id,),
        ).fetchall()
    for first, last, passed in _runs([row for row in rows if row[0] not in covered]):
        found.append((first, f"skipped:{first}-{last}", skipped_line(passed, journal.kind, journal.language)))
    return [(key, cells) for _, key, cells in sorted(found, key=lambda one: one[0])]


def _runs(rows: Sequence[Sequence[object]]) -> Iterator[tuple[int, int, PassedOver]]:
    """Skipped numbers that were entered one after the other, as one line."""
    runs: list[list[tuple[int, int, str]]] = []
    for row in rows:
        key, sequence, reason = int(str(row[0])), int(str(row[1])), str(row[2])
        before = runs[-1][-1] if runs else None
        if before == (key - 1, sequence - 1, reason):
            runs[-1].append((key, sequence, reason))
        else:
            runs.append([(key, sequence, reason)])
    for run in runs:
        yield run[0][0], run[-1][0], PassedOver(run[0][1], run[-1][1], run[0][2])


def changed(journal: JournalInfo, printed: Series, entries: dict[int, Line]) -> Iterator[ChangedLine]:
    """The printed lines that say something else than their entries do today, in the order in which they stand."""
    for key, one in law.whole(printed.lines).items():
        cells = entries.get(law.entry_of(key) or 0)
        if cells is None:
            continue
        if columns := law.changed(one, cells):
            said = tuple((n, " ".join(cells[n - 1].split())) for n in columns)
            yield ChangedLine(key, one.sheet, _number(cells, journal), said)


def _number(cells: Sequence[str], journal: JournalInfo) -> str:
    """The cell by which a line is known: its day and its own number."""
    own = cells[1 if journal.kind in OWN_DOCUMENTS else 0]
    return " ".join(own.split())
