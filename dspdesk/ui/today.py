"""Today: what waits, and the year so far. Every line opens what it speaks of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.dates import long
from dspdesk.law.backups import Lateness
from dspdesk.law.execution_control import Due
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action
from dspdesk.queries import today as today_queries
from dspdesk.queries.drafts import KeptDraft
from dspdesk.queries.journals import JournalInfo
from dspdesk.queries.today import DueLine, Group, Today
from dspdesk.queries.waiting_lists import WaitingList
from dspdesk.ui import draft_list, theme, wording
from dspdesk.ui.newest import Newest
from dspdesk.ui.place import Place, has_keys
from dspdesk.ui.safety_notices import BackupNotice, RestoredNotice
from dspdesk.ui.security import safety_card
from dspdesk.ui.services import Services
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Caption,
    Chip,
    EmptyState,
    Heading,
    Note,
    Panel,
    PlainButton,
    PrimaryButton,
)
from dspdesk.ui.widgets.flow import clear
from dspdesk.ui.widgets.links import LinkButton, indented
from dspdesk.ui.widgets.year_chart import YearChart

if TYPE_CHECKING:
    from dspdesk.desk import Desk

PATIENCE = 0.08  # seconds the page is waited for, so that it comes up filled
FEW, MANY = 6, 200  # lines of each list at first, and when all are asked for


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


class TodayPlace(Place):
    """The first page of the day."""

    journal_asked = Signal(object)  # JournalInfo

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._lines = FEW
        self._newest = Newest(self)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(_("Today"))
        self._page = QWidget()
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.em(self, 0.9))
        self._scroll.setWidget(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def title(self) -> str:
        return _("Today, {date}").format(date=long(self._desk.today(), current_language()))

    def primary_text(self) -> str:
        return _("Register") if self._desk.may(Action.REGISTER) else ""

    def primary(self) -> None:
        year = self._desk.today().year
        self._services.open_card(
            self.window(), self._desk, JournalKind.INCOMING, year, None, lambda _id: self.written.emit()
        )

    def panes(self) -> list[QWidget]:
        links = (link for link in self._page.findChildren(LinkButton) if link.isVisibleTo(self._page))
        return [next(links, self._scroll)]

    def refresh(self) -> None:
        self.title_changed.emit()
        lines = self._lines
        self._newest.ask(lambda: today_queries.today(self._desk, lines), self._show, PATIENCE)

    def loaded(self) -> bool:
        return self._newest.idle()

    def _show(self, found: Today) -> None:
        had_keys = has_keys(self._page)
        self._page.setUpdatesEnabled(False)
        clear(self._grid)
        notices = self._notices(found)
        for row, notice in enumerate(notices):
            self._grid.addWidget(notice, row, 0, 1, 3)
        if not self._desk.may(Action.READ_JOURNALS):
            own = safety_card.card(found, self._desk, self.place_asked.emit) or _nothing_here()
            self._grid.addWidget(own, len(notices), 0, 1, 3)
            self._grid.setRowStretch(len(notices) + 1, 1)
        elif found.journals or found.waiting:
            self._fill(found, len(notices))
        else:
            self._grid.addWidget(self._beginning(), len(notices), 0, 1, 3)
        self._page.setUpdatesEnabled(True)
        if had_keys:
            self.take_focus()

    def _fill(self, found: Today, row: int) -> None:
        lists = (
            (found.overdue, _overdue(found)),
            (found.this_week, _this_week()),
            (found.incomplete, _incomplete()),
        )
        columns = [_Column(theme.em(self, 0.9)) for _each in lists]
        for place, column in enumerate(columns):
            self._grid.addWidget(column, row, place)
            self._grid.setColumnStretch(place, 1)
        for column, (group, card) in zip(columns, lists, strict=True):
            column.put(self._card(group, card))
        for one in found.waiting:
            min(columns, key=lambda column: column.height_so_far).put(self._waiting(one))
        self._grid.addWidget(_year(found), row + 1, 0, 1, 2)
        self._grid.addWidget(self._journals(found), row + 1, 2)
        self._grid.setRowStretch(row + 2, 1)

    def _notices(self, found: Today) -> list[QWidget]:
        notices: list[QWidget] = []
        if found.recovery_sheet_missing and self._desk.may(Action.KEEP_KEYS):
            notices.append(self._recovery_notice())
        waits = found.overdue.total + found.this_week.total + found.incomplete.total + len(found.waiting)
        if found.journals and not waits:
            calm = Panel(Tone.GOOD)
            calm.body.addWidget(Note(_("Nothing is overdue, due this week or to be completed."), Tone.GOOD))
            notices.append(calm)
        if found.backups is not None and found.backups.lateness is not Lateness.FRESH:
            notices.append(BackupNotice(found.backups, self._desk, lambda: self.place_asked.emit("backups")))
        if found.restored is not None:
            notices.append(RestoredNotice(found.restored, self._desk, self.written.emit))
        if found.issued and self._desk.may(Action.READ_JOURNALS):
            notices.extend(filter(None, [safety_card.card(found, self._desk, self.place_asked.emit)]))
        if found.reserved.total:
            notices.append(self._card(found.reserved, _reserved(found)))
        if drafts := draft_list.listed(found.drafts):
            notices.append(draft_list.DraftList(drafts, self._desk, self._open_draft))
        return notices

    def _to_the_year(self, year: int) -> LinkButton:
        """The year that is over, or about to be; the line opens the page on which it is closed."""
        button = LinkButton(_("The year {year} can be closed").format(year=year))
        button.clicked.connect(lambda _checked=False: self.place_asked.emit("year"))
        return button

    def _open_draft(self, draft: KeptDraft) -> None:
        card = draft_list.card_of(draft)
        if (entry := draft_list.entry_of(draft)) is not None:
            self.row_asked.emit(draft_list.ENTRY, entry)
            return
        if card is None:
            self.place_asked.emit(draft_list.place_of(draft))
            return
        self._services.open_card(
            self.window(), self._desk, card.kind, card.year, card.item_id, lambda _id: self.written.emit()
        )

    def _recovery_notice(self) -> Panel:
        panel = Panel(Tone.WARNING)
        panel.body.addWidget(Heading(_("The recovery sheet is missing")))
        panel.body.addWidget(
            Note(_("Without it a forgotten password or a broken machine loses the whole store."))
        )
        if self._services.recovery is not None:
            button = PlainButton(_("Confirm the recovery sheet…"))
            button.clicked.connect(partial(self._services.recovery, self.window(), self._desk, self.refresh))
            line = QHBoxLayout()
            again = PlainButton(_("The sheet is lost: make a new one…"))
            again.clicked.connect(lambda: self.place_asked.emit("accounts"))
            line.addWidget(button)
            line.addWidget(again)
            line.addStretch(1)
            panel.body.addLayout(line)
        return panel

    def _card(self, group: Group, card: Card) -> Panel:
        panel = _list_panel()
        panel.body.addLayout(_head(card.title, group.total, card.tone))
        if not group.total:
            panel.body.addWidget(indented(Caption(card.empty, wrap=True)))
        said = ""
        for line in group.lines:
            if card.section is not None and (section := card.section(line))[0] != said:
                said = section[0]
                panel.body.addLayout(_section(*section))
            panel.body.addWidget(self._line(line, card))
        if group.total > len(group.lines):
            panel.body.addWidget(self._more(group.total, len(group.lines)))
        panel.body.addStretch(1)
        return panel

    def _line(self, line: DueLine, card: Card) -> LinkButton:
        button = LinkButton(_line_words(line, self._desk.today().year), card.right(line))
        button.clicked.connect(
            lambda _checked=False: self.landed.emit(line.row.id, line.journal.year, line.journal.kind)
        )
        return button

    def _waiting(self, found: WaitingList) -> Panel:
        panel = _list_panel()
        tone = Tone.BAD if found.urgent else Tone.WARNING
        panel.body.addLayout(_head(_(found.title), found.total, tone))
        for line in found.lines:
            button = LinkButton(line.words, line.right)
            button.clicked.connect(
                lambda _checked=False, line=line: self.row_asked.emit(line.place, line.row)
            )
            panel.body.addWidget(button)
        if found.total > len(found.lines):
            panel.body.addWidget(self._more(found.total, len(found.lines)))
        panel.body.addStretch(1)
        return panel

    def _more(self, total: int, shown: int) -> QWidget:
        if self._lines >= MANY:
            return Caption(_("The first {n} are shown.").format(n=wording.grouped(shown)))
        button = LinkButton(_("Show all: {n}").format(n=wording.grouped(total)))
        button.clicked.connect(self._show_all)
        return button

    def _show_all(self) -> None:
        self._lines = MANY
        self.refresh()

    def _journals(self, found: Today) -> Panel:
        panel = _list_panel()
        panel.body.addLayout(_head(_("Open journals")))
        for journal in _order(found.journals):
            button = LinkButton(wording.journal_name(journal.kind, journal.year))
            button.clicked.connect(lambda _checked=False, journal=journal: self.journal_asked.emit(journal))
            panel.body.addWidget(button)
        if found.year_to_close is not None:
            panel.body.addWidget(self._to_the_year(found.year_to_close))
        panel.body.addStretch(1)
        return panel

    def _beginning(self) -> EmptyState:
        state = EmptyState(
            _("No journal is open yet"),
            _("Register the first document of the year, or bring in a journal kept as a spreadsheet: "
              "then everything in it can be found, printed and put on control here."),
        )  # fmt: skip
        if self._desk.may(Action.REGISTER):
            button = PrimaryButton(_("Register"), "Ins")
            button.clicked.connect(self.primary)
            state.add_button(button)
        if self._desk.may(Action.IMPORT):
            sheet = PlainButton(_("Import a spreadsheet…"))
            sheet.clicked.connect(self._import_sheet)
            state.add_button(sheet)
        return state

    def _import_sheet(self) -> None:
        year = self._desk.today().year
        self._services.import_sheet(self.window(), self._desk, JournalKind.INCOMING, year, self.written.emit)


def _nothing_here() -> EmptyState:
    return EmptyState(
        _("Nothing waits for you here"), _("Your places are at the left. Journals are read by others.")
    )


def _line_words(line: DueLine, year: int) -> str:
    """The number and the matter; the journal, too, when it is not the one that comes to mind first."""
    words = _("№ {number}").format(number=line.row.number.with_mark(line.journal.language))
    if (line.journal.kind, line.journal.year) != (JournalKind.INCOMING, year):
        words += f" · {wording.journal_name(line.journal.kind, line.journal.year)}"
    matter = line.row.summary or line.row.kind or line.row.correspondent
    return f"{words} — {matter}" if matter else words


class _Column(QWidget):
    """Lists one below the other, each as high as its lines: a long one leaves no hole beside it."""

    def __init__(self, between: int) -> None:
        super().__init__()
        self._lists = QVBoxLayout(self)
        self._lists.setContentsMargins(0, 0, 0, 0)
        self._lists.setSpacing(between)
        self._lists.addStretch(1)

    @property
    def height_so_far(self) -> int:
        """How far down the lists put here reach."""
        return self._lists.sizeHint().height()

    def put(self, panel: QWidget) -> None:
        """Put a list below the others."""
        self._lists.insertWidget(self._lists.count() - 1, panel)


def _list_panel() -> Panel:
    """A card whose lines can be pressed: their words stand under the words of the heading."""
    panel = Panel()
    side = theme.em(panel, 0.5)
    panel.body.setContentsMargins(side, theme.em(panel, 0.9), side, theme.em(panel, 0.6))
    panel.body.setSpacing(theme.em(panel, 0.1))
    return panel


def _head(title: str, count: int = 0, tone: Tone = Tone.PLAIN) -> QHBoxLayout:
    line, heading = QHBoxLayout(), indented(Heading(title))
    line.addWidget(heading, 1)
    if count:
        line.addWidget(Chip(wording.grouped(count), tone))
        line.addSpacing(theme.em(heading, 0.5))
    return line


def _section(words: str, tone: Tone) -> QHBoxLayout:
    """The words above the lines of a section, indented as the lines are."""
    line, chip = QHBoxLayout(), Chip(words, tone)
    line.setContentsMargins(theme.em(chip, 0.5), theme.em(chip, 0.3), 0, theme.em(chip, 0.1))
    line.addWidget(chip)
    line.addStretch(1)
    return line


def _overdue(found: Today) -> Card:
    def late(line: DueLine) -> str:
        return wording.days((found.day - line.row.due_on).days) if line.row.due_on else ""

    return Card(_("Overdue"), _("Nothing is overdue."), Tone.BAD, late)


def _this_week() -> Card:
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


def _incomplete() -> Card:
    def journal(line: DueLine) -> str:
        return wording.journal_name(line.journal.kind, line.journal.year)

    return Card(_("To complete"), _("Every entry is complete."), Tone.ACCENT, journal)


def _reserved(found: Today) -> Card:
    def waits(line: DueLine) -> str:
        return wording.days((found.day - line.row.date).days) if line.row.date else ""

    return Card(_("Reserved numbers to confirm or annul"), "", Tone.WARNING, waits)


def _year(found: Today) -> Panel:
    panel, chart = Panel(), YearChart()
    total = sum(found.months)
    panel.body.addWidget(
        Heading(_("Registered in {year}: {n}").format(year=found.day.year, n=wording.grouped(total)))
    )
    chart.show_year(found.months, found.day.month)
    panel.body.addWidget(chart, 1)
    return panel


def _order(journals: Sequence[JournalInfo]) -> list[JournalInfo]:
    kinds = list(JournalKind)
    return sorted((j for j in journals if not j.closed), key=lambda j: (-j.year, kinds.index(j.kind)))
