"""How a sheet and its lines are told of in the windows."""

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.language.dates import short
from dspdesk.law.handover_sheet import LineState
from dspdesk.queries.handover import ListedCopy, Proposed, SheetLine, SheetRow
from dspdesk.ui import told
from dspdesk.ui.handover.ticks import TickRow

STATES = {
    LineState.WAITING: N_("waits for a signature"),
    LineState.RECEIVED: N_("received on {date}"),
    LineState.STRUCK: N_("struck out on {date}: {reason}"),
}


def copy(of: ListedCopy) -> str:
    """A copy in a list: its number, its document."""
    words = _("{number}, copy {copy}").format(number=f"№\N{NO-BREAK SPACE}{of.number}", copy=of.copy)
    return " — ".join(part for part in (words, of.correspondent, of.what) if part)


def proposed(one: Proposed, person: str = "") -> TickRow:
    """A copy that may be handed over, or, with the person it was for, why it may not."""
    said = f"{person}: {copy(one.of)}" if person else copy(one.of)
    return TickRow(one.of.copy_id, said, why_not="\n".join(map(told.says, one.against)))


def state(line: SheetLine) -> str:
    """How a line stands."""
    on = line.received_on or line.struck_on
    return _(STATES[line.state]).format(date=short(on) if on else "", reason=line.struck_reason)


def standing(row: SheetRow) -> str:
    """How a sheet stands, readable without its colour."""
    if not row.lines:
        return _("all lines struck out")
    if not row.waiting:
        return _("signed in full")
    if not row.received:
        return _("not signed")
    return ngettext("{n} line not signed", "{n} lines not signed", row.waiting).format(n=row.waiting)


def name(row: SheetRow) -> str:
    """A sheet by its number."""
    return _("Hand-over sheet № {number}").format(number=row.number)
