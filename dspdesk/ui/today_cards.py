"""The lists of entries on the page Today: their names, and what each line says."""

from collections.abc import Callable
from dataclasses import dataclass

from dspdesk.language.catalogue import N_, _
from dspdesk.law.execution_control import Due
from dspdesk.law.kinds import JournalKind
from dspdesk.queries.today import DueLine, Today
from dspdesk.ui import wording
from dspdesk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Card:
    """One list of what waits: its name, what it says when empty, and what stands at the right of each line.

    `section` is what the lines are parted by, '' where they are not: its words stand above the first of them.
    """

    title: str
    empty: str
    tone: Tone
    right: Callable[[DueLine], str]
    section: Callable[[DueLine], tuple[str, Tone]] | None = None


def overdue(found: Today) -> Card:
    """What is overdue, with how many days."""

    def late(line: DueLine) -> str:
        return wording.days((found.day - line.row.due_on).days) if line.row.due_on else ""

    return Card(_("Overdue"), _("Nothing is overdue."), Tone.BAD, late)


def this_week() -> Card:
    """What is due within seven days, by how soon (paragraph 27)."""

    def until(line: DueLine) -> str:
        return f"{line.row.due_on:%d.%m}" if line.row.due_on else ""

    def section(line: DueLine) -> tuple[str, Tone]:
        words, tone = _SECTIONS[line.due or Due.LATER]
        return _(words), tone

    return Card(_("This week"), _("Nothing is due within seven days."), Tone.WARNING, until, section)


#: How deadlines of the week stand (paragraph 27): on the day, within three days, later.
_SECTIONS = {
    Due.TODAY: (N_("Due today"), Tone.BAD),
    Due.SOON: (N_("Within three days"), Tone.WARNING),
    Due.LATER: (N_("Later this week"), Tone.PLAIN),
}


def incomplete() -> Card:
    """Entries that lack something, with their journals."""

    def journal(line: DueLine) -> str:
        return wording.journal_name(line.journal.kind, line.journal.year)

    return Card(_("To complete"), _("Every entry is complete."), Tone.ACCENT, journal)


def reserved(found: Today) -> Card:
    """Numbers given out and not used yet, with how many days ago."""

    def waits(line: DueLine) -> str:
        return wording.days((found.day - line.row.date).days) if line.row.date else ""

    return Card(_("Reserved numbers to confirm or annul"), "", Tone.WARNING, waits)


def line_words(line: DueLine, year: int) -> str:
    """The number and the matter; the journal, too, when it is not the one that comes to mind first."""
    words = _("№ {number}").format(number=line.row.number.with_mark(line.journal.language))
    if (line.journal.kind, line.journal.year) != (JournalKind.INCOMING, year):
        words += f" · {wording.journal_name(line.journal.kind, line.journal.year)}"
    matter = line.row.summary or line.row.kind or line.row.correspondent
    return f"{words} — {matter}" if matter else words
