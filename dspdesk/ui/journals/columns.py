"""The columns of the journals: the grid, its filters and the list of columns all go by these."""

from collections.abc import Callable
from dataclasses import dataclass

from dspdesk.language.catalogue import N_
from dspdesk.language.dates import short
from dspdesk.law.kinds import JournalKind
from dspdesk.law.values import CopyNumbers, SheetCount
from dspdesk.queries.journal_grid import GridRow


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` names it in filters, `appendix_column` is its place in the printed journal (0: in none).

    `width` is in ems of the grid's font. `sort` is the order of `View` that its head gives. A column not `shown` at
    first is one click away. Where there is no room, columns with `spare` step back, 1 first: the details have them.
    What `stretch`es takes all that is left, and lets what `grows` have some of it when there is plenty.
    `text` gives the cell; the state's words depend on the day and come from `wording.state`.
    """

    key: str
    title: str
    appendix_column: int
    width: float
    text: Callable[[GridRow], str]
    sort: str = ""
    stretch: bool = False
    grows: bool = False
    shown: bool = True
    spare: int = 0


def _sheets(count: SheetCount) -> str:
    if count.document is None:
        return f"? + {count.enclosures}" if count.enclosures else ""
    return f"{count.document} + {count.enclosures}" if count.enclosures else str(count.document)


def _one_line(*parts: str) -> str:
    return " ".join(" ".join(parts).split())


def _number(width: float = 4.2) -> Column:
    return Column("number", N_("№"), 1, width, lambda row: str(row.number), sort="number")


def _correspondent(title: str) -> Column:
    return Column(
        *("correspondent", title, 3, 12, lambda row: _one_line(row.correspondent)),
        sort="correspondent",
        grows=True,
    )


NUMBER = _number()
RECEIVED = Column(
    "date", N_("Received"), 1, 6.4, lambda row: short(row.date) if row.date else "", sort="date"
)
REGISTERED = Column("date", N_("Date"), 2, 6.4, RECEIVED.text, sort="date")
THEIR_NUMBER = Column("their_number", N_("Their number"), 2, 8.2, lambda row: _one_line(row.their_number))
THEIR_DATE = Column(
    "their_date", N_("dated"), 2, 6.6, lambda row: short(row.their_date) if row.their_date else "", spare=1
)
SUMMARY = Column(
    "summary", N_("Kind and summary"), 4, 20, lambda row: _one_line(row.kind, row.summary), stretch=True
)
SHEETS = Column("sheets", N_("Sheets"), 5, 4.6, lambda row: _sheets(row.sheets), spare=3)
COPIES = Column("copies", N_("Copies"), 7, 4.6, lambda row: str(CopyNumbers(row.copies)), spare=2)
CONTROL = Column("control", N_("Control"), 9, 6, lambda row: _one_line(row.control), shown=False)
EXECUTOR = Column(
    "executor", N_("Executor"), 8, 10, lambda row: _one_line(row.executor or row.resolution), shown=False
)
DUE = Column(
    "due_on",
    N_("Due"),
    8,
    6.6,
    lambda row: short(row.due_on) if row.due_on else "",
    sort="due_on",
    shown=False,
)
SIGNATORY = Column("signatory", N_("Signed by"), 0, 9, lambda row: _one_line(row.signatory))
SIGNED = Column(
    "signed_on", N_("Signed on"), 2, 6.6, lambda row: short(row.signed_on) if row.signed_on else ""
)
STATE = Column("state", N_("State"), 0, 13, lambda _row: "", sort="due_on")
NOTES = Column("notes", N_("Notes"), 14, 12, lambda row: _one_line(row.notes), shown=False)

_TAIL = (SHEETS, COPIES, EXECUTOR, DUE, CONTROL, STATE, NOTES)
_OWN_TAIL = (SHEETS, COPIES, SIGNATORY, SIGNED, DUE, CONTROL, STATE, NOTES)

COLUMNS: dict[JournalKind, tuple[Column, ...]] = {
    JournalKind.INCOMING: (
        *(NUMBER, RECEIVED, _correspondent(N_("From")), THEIR_NUMBER, THEIR_DATE, SUMMARY),
        *_TAIL,
    ),
    JournalKind.OUTGOING: (NUMBER, REGISTERED, _correspondent(N_("To")), SUMMARY, *_OWN_TAIL),
    JournalKind.INTERNAL: (NUMBER, REGISTERED, _correspondent(N_("Unit")), SUMMARY, *_OWN_TAIL),
    JournalKind.PUBLICATIONS: (
        *(NUMBER, RECEIVED, _correspondent(N_("From")), THEIR_NUMBER, SUMMARY),
        *(COPIES, EXECUTOR, STATE, NOTES),
    ),
}
