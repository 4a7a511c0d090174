"""Words that several screens share: names of journals, states of entries, counts."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.language.dates import day_and_time, month_names, short
from dspdesk.law.kinds import ItemState, JournalKind, Role
from dspdesk.ui.theme import Tone

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.journal_grid import GridRow

KINDS = {
    JournalKind.INCOMING: N_("Incoming"),
    JournalKind.OUTGOING: N_("Outgoing"),
    JournalKind.INTERNAL: N_("Internal"),
    JournalKind.PUBLICATIONS: N_("Publications"),
}
ROLES = {
    Role.HEAD_OF_SERVICE: N_("head of the documentation service"),
    Role.CLERK: N_("clerk"),
    Role.LIBRARIAN: N_("librarian"),
    Role.ARCHIVIST: N_("archivist"),
    Role.COMMISSION_SECRETARY: N_("commission secretary"),
    Role.COMMISSION_MEMBER: N_("commission member"),
    Role.INSPECTOR: N_("inspector"),
    Role.SECURITY_OFFICER: N_("security officer"),
}


@dataclass(frozen=True, slots=True)
class State:
    """The state of an entry in words; the tone only repeats them."""

    text: str
    tone: Tone = Tone.PLAIN


def kind_name(kind: JournalKind) -> str:
    """The name of a flow: "Incoming"."""
    return _(KINDS[kind])


def journal_name(kind: JournalKind, year: int) -> str:
    """The name of one journal: "Incoming 2026"."""
    return _("{journal} {year}").format(journal=kind_name(kind), year=year)


def grouped(number: int) -> str:
    """A number with its thousands apart: 1 241."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def day_and_month(day: dt.date, today: dt.date) -> str:
    """A near date without its year: "03.12"; of another year in full."""
    return f"{day.day:02}.{day.month:02}" if day.year == today.year else short(day)


def local(moment: dt.datetime, desk: "Desk") -> dt.datetime:
    """A moment that records keep in UTC, in the time of this desk."""
    return moment.replace(tzinfo=dt.UTC).astimezone(desk.clock().tzinfo)


def ago(moment: dt.datetime, desk: "Desk") -> str:
    """A moment as people say it: "today, 18:04", "yesterday, 18:04", else the date and time."""
    at = local(moment, desk)
    time = f"{at.hour:02}:{at.minute:02}"
    passed = (desk.today() - at.date()).days
    if passed in {0, 1}:
        return (_("yesterday, {time}") if passed else _("today, {time}")).format(time=time)
    return day_and_time(at)


def days(number: int) -> str:
    """A count of days."""
    return ngettext("{n} day", "{n} days", number).format(n=grouped(number))


def entries(number: int) -> str:
    """A count of entries."""
    return ngettext("{n} entry", "{n} entries", number).format(n=grouped(number))


def rows(number: int) -> str:
    """A count of rows of a register."""
    return ngettext("{n} row", "{n} rows", number).format(n=grouped(number))


def month(number: int) -> str:
    """The name of a month, 1 for January, in the language of the interface."""
    return month_names(current_language())[number - 1]


def state(row: "GridRow", today: dt.date) -> State:
    """What a clerk has to know of an entry first."""
    if fixed := _FIXED.get(row.state):
        return State(_(fixed[0]), fixed[1])
    if row.state is ItemState.IN_CASE:
        return State(_("In case {case}").format(case=row.filing) if row.filing else _("In a case"), Tone.GOOD)
    if row.control and not row.off_control:
        return _on_control(row, today)
    if row.incomplete:
        return State(_("To complete"), Tone.WARNING)
    if row.person:
        return State(_("With {person}").format(person=row.person), Tone.ACCENT)
    if row.holder:
        return State(_("Issued: {words}").format(words=row.holder), Tone.ACCENT)
    if row.due_on is not None:
        return State(_("Due by {date}").format(date=day_and_month(row.due_on, today)))
    return State(_("Registered"))


def item_state(found: ItemState) -> str:
    """A state in a word or two, where no more of the entry is known."""
    return _(_STATES[found])


_STATES = {
    ItemState.REGISTERED: N_("Registered"),
    ItemState.RESERVED: N_("Reserved"),
    ItemState.IN_CASE: N_("In a case"),
    ItemState.CARRIED_OVER: N_("Carried over"),
    ItemState.SENT_BACK: N_("Sent back"),
    ItemState.SEIZED: N_("Seized"),
    ItemState.DESTROYED: N_("Destroyed"),
    ItemState.ANNULLED: N_("Annulled"),
}
_FIXED = {
    ItemState.ANNULLED: (N_("Annulled"), Tone.PLAIN),
    ItemState.SENT_BACK: (N_("Sent back"), Tone.PLAIN),
    ItemState.SEIZED: (N_("Seized"), Tone.WARNING),
    ItemState.DESTROYED: (N_("Destroyed"), Tone.PLAIN),
    ItemState.CARRIED_OVER: (N_("Carried over"), Tone.PLAIN),
    ItemState.RESERVED: (N_("Reserved"), Tone.WARNING),
}


def _on_control(row: "GridRow", today: dt.date) -> State:
    if row.due_on is None:
        return State(_("On control"), Tone.WARNING)
    late = (today - row.due_on).days
    if late > 0:
        text = ngettext("Overdue by {n} day", "Overdue by {n} days", late)
        return State(text.format(n=grouped(late)), Tone.BAD)
    words = _("On control until {date}").format(date=day_and_month(row.due_on, today))
    return State(words, Tone.WARNING)
