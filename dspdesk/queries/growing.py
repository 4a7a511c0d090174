"""Growing papers (W2): what stands on paper, what has been entered since, and what has changed in printed lines."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Protocol

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law import growing as law
from dspdesk.law.growing import HEADING, PlacedLine, Series
from dspdesk.law.roles import Action
from dspdesk.store import ledger

#: The papers that grow so far; the loan card comes to them.
JOURNAL, INVENTORY = "registration_journal", "inner_inventory"
Cells = tuple[str, ...]


class GrowingPaper(Protocol):
    """A growing paper of one thing, as the store has it today.

    `finishes` says that its ending is printed when a person asks for it; that of another is due once it `closes`.
    """

    paper: str
    subject: str
    finishes: bool
    closes: bool

    def entries(self, printed: Series) -> Mapping[int, Cells]:
        """Its lines by the keys of their entries, as they would be printed today beside what stands on paper."""

    def new(self, printed: Series, entries: Mapping[int, Cells]) -> list[tuple[str, Cells]]:
        """What has no line on paper yet, in the order of entry."""

    def heading(self) -> Cells:
        """What its heading says today, where that is kept, else ()."""

    def named(self, cells: Sequence[str]) -> str:
        """The words by which a line is known again."""


#: What each growing paper asks for, and the function (desk, subject, language) → `GrowingPaper` that makes it.
_PAPERS: Final[Mapping[str, tuple[Action, str]]] = {
    JOURNAL: (Action.PRINT_JOURNALS, "dspdesk.queries.growing_journal:of"),
    INVENTORY: (Action.KEEP_CASES, "dspdesk.queries.inner_inventory:growing"),
}


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A printed line whose entry says something else today: what to add by hand, column by column (from 1).

    Of the heading `number` is '' and the columns are its words, one after the other.
    """

    key: str
    sheet: int
    number: str
    columns: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a growing paper stands: sheets in use, what is new, what has changed since it was printed.

    `last` are the words by which its last printed line is known again; `closes` says that its ending is due and still
    to be printed, `may_finish` that a person may ask for it, `finished` that it stands on paper.
    """

    language: str
    series: int
    sheets: int
    last: str
    new: int
    closes: bool
    may_finish: bool
    finished: bool
    changed: tuple[ChangedLine, ...]

    @property
    def something_new(self) -> bool:
        """Whether there is anything to print on the sheet in use."""
        return bool(self.new) or self.closes


def paper_of(desk: Desk, paper: str, subject: str, language: str) -> GrowingPaper:
    """A growing paper by its stem, of the thing that the ledger names so, in a language. Raises `NotThere`."""
    needs, name = _PAPERS[paper]
    desk.authorize(needs)
    module, _colon, function = name.partition(":")
    found: GrowingPaper = getattr(import_module(module), function)(desk, subject, language)
    return found


def standing(desk: Desk, paper: str, subject: str, language: str) -> Standing:
    """What the person sees before a growing paper is printed on."""
    found = paper_of(desk, paper, subject, language)
    with desk.reading() as connection:
        printed = series(connection, paper, subject, language)
    entries = found.entries(printed)
    new = found.new(printed, entries)
    last = next((one for one in reversed(printed.lines) if law.numbers_of(one.key)), None)
    open_ended = printed.closing is None
    return Standing(
        language=language,
        series=printed.number,
        sheets=printed.last.sheet if printed.last else 0,
        last=found.named(last.cells) if last else "",
        new=len(new),
        closes=found.closes and open_ended,
        may_finish=found.finishes and open_ended and bool(new or printed.lines),
        finished=not open_ended,
        changed=tuple(changed(found, printed, entries)),
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


def changed(paper: GrowingPaper, printed: Series, entries: Mapping[int, Cells]) -> Iterator[ChangedLine]:
    """The printed lines that say something else than their entries do today, in the order in which they stand."""
    for key, one in law.whole(printed.lines).items():
        cells = today(paper, key, entries)
        if cells is None:
            continue
        if columns := law.changed(one, cells):
            said = tuple((n, " ".join(cells[n - 1].split())) for n in columns)
            yield ChangedLine(key, one.sheet, "" if key == HEADING else paper.named(cells), said)


def today(paper: GrowingPaper, key: str, entries: Mapping[int, Cells]) -> Cells | None:
    """What a printed line would say today, `None` of one that is of no entry."""
    if key == HEADING:
        return paper.heading()
    return entries.get(law.entry_of(key) or 0)
