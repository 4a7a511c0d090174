"""The registration journal as a growing paper (W2): its lines, those skipped among them, in the order of entry."""

from collections.abc import Iterator, Mapping, Sequence

from dspdesk.desk import Desk
from dspdesk.law.growing import Series
from dspdesk.law.kinds import OWN_DOCUMENTS
from dspdesk.law.registration_journal import Line, PassedOver, line, skipped_line
from dspdesk.queries import growing, journal_lines
from dspdesk.queries.growing import Cells
from dspdesk.queries.journals import JournalInfo, journal_by_id


class GrowingJournal:
    """One journal; its inscriptions are due once it is closed."""

    paper = growing.JOURNAL
    finishes = False

    def __init__(self, desk: Desk, journal: JournalInfo) -> None:
        self._desk, self.journal = desk, journal
        self.subject, self.closes = f"journal:{journal.id}", journal.closed

    def entries(self, printed: Series) -> dict[int, Line]:  # noqa: ARG002 - of every growing paper
        """The lines of the journal by the keys of their numbers."""
        journal = self.journal
        return {
            key: line(item, journal.kind, journal.language)
            for key, item in journal_lines.items(self._desk, journal.id)
        }

    def new(self, printed: Series, entries: Mapping[int, Cells]) -> list[tuple[str, Cells]]:
        """What has no line on paper yet: a lettered number that came late stands last."""
        covered, journal = printed.covered(), self.journal
        found = [(key, f"item:{key}", cells) for key, cells in entries.items() if key not in covered]
        with self._desk.reading() as connection:
            rows = connection.exec_driver_sql(
                "SELECT id, sequence, annulled_reason FROM number "
                "WHERE journal_id = ? AND state <> 'issued' AND state = 'skipped' ORDER BY id",
                (journal.id,),
            ).fetchall()
        for first, last, passed in _runs([row for row in rows if row[0] not in covered]):
            cells = skipped_line(passed, journal.kind, journal.language)
            found.append((first, f"skipped:{first}-{last}", cells))
        return [(key, cells) for _, key, cells in sorted(found, key=lambda one: one[0])]

    def heading(self) -> Cells:
        """Nothing that changes while the journal grows."""
        return ()

    def named(self, cells: Sequence[str]) -> str:
        """The cell by which a line is known: its day and its own number."""
        own = cells[1 if self.journal.kind in OWN_DOCUMENTS else 0]
        return " ".join(own.split())


def of(desk: Desk, subject: str, _language: str) -> GrowingJournal:
    """The journal that the ledger names so ("journal:3"); its lines are in its own language. Raises `NotThere`."""
    return GrowingJournal(desk, journal_by_id(desk, int(subject.partition(":")[2])))


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
