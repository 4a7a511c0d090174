"""Today: what waits, and the year so far. Every line opens what it speaks of."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.dates import long
from dspdesk.law.backups import Lateness
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action
from dspdesk.queries import filing_waiting
from dspdesk.queries import today as today_queries
from dspdesk.queries.drafts import KeptDraft
from dspdesk.queries.journals import JournalInfo
from dspdesk.queries.today import DueLine, Group, Today
from dspdesk.queries.waiting_lists import WaitingList
from dspdesk.ui import draft_list, theme, today_cards, wording
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.place import Place, has_keys
from dspdesk.ui.safety_notices import BackupNotice, RestoredNotice
from dspdesk.ui.security import safety_card
from dspdesk.ui.services import Services
from dspdesk.ui.theme import Tone
from dspdesk.ui.today_cards import Card
from dspdesk.ui.today_lists import Column, head, list_panel, section_head
from dspdesk.ui.widgets.basics import (
    Caption,
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

FEW, MANY = 6, 200  # lines of each list at first, and when all are asked for


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
            (found.overdue, today_cards.overdue(found)),
            (found.this_week, today_cards.this_week()),
            (found.incomplete, today_cards.incomplete()),
        )
        columns = [Column(theme.em(self, 0.9)) for _each in lists]
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
            notices.append(self._card(found.reserved, today_cards.reserved(found)))
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
        panel = list_panel()
        panel.body.addLayout(head(card.title, group.total, card.tone))
        if not group.total:
            panel.body.addWidget(indented(Caption(card.empty, wrap=True)))
        said = ""
        for line in group.lines:
            if card.section is not None and (section := card.section(line))[0] != said:
                said = section[0]
                panel.body.addLayout(section_head(*section))
            panel.body.addWidget(self._line(line, card))
        if group.total > len(group.lines):
            panel.body.addWidget(self._more(group.total, len(group.lines)))
        panel.body.addStretch(1)
        return panel

    def _line(self, line: DueLine, card: Card) -> LinkButton:
        button = LinkButton(today_cards.line_words(line, self._desk.today().year), card.right(line))
        button.clicked.connect(
            lambda _checked=False: self.landed.emit(line.row.id, line.journal.year, line.journal.kind)
        )
        return button

    def _waiting(self, found: WaitingList) -> Panel:
        panel = list_panel()
        tone = Tone.BAD if found.urgent else Tone.WARNING
        panel.body.addLayout(head(_(found.title), found.total, tone, more=found.more))
        for line in found.lines:
            button = LinkButton(line.words, line.right)
            button.clicked.connect(
                lambda _checked=False, line=line: self.row_asked.emit(line.place, line.row)
            )
            panel.body.addWidget(button)
        if found.total > len(found.lines):
            panel.body.addWidget(self._more(found.total, len(found.lines)))
        if found.step:
            panel.body.addWidget(self._step(found.step))
        panel.body.addStretch(1)
        return panel

    def _step(self, key: str) -> LinkButton:
        """The step with which all that waits in a list is done."""
        title, take = _STEPS[key]
        button = LinkButton(_(title))
        button.clicked.connect(lambda: take(self.window(), self._desk, self._services, self.written.emit))
        return button

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
        panel = list_panel()
        panel.body.addLayout(head(_("Open journals")))
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


def _file(parent: QWidget, desk: "Desk", services: Services, on_done: Callable[[], None]) -> None:
    from dspdesk.ui.filing.day import open_all

    open_all(parent, desk, services, 0, on_done)


#: The steps that lists of what waits lead to, by their keys (`WaitingList.step`).
_STEPS = {filing_waiting.STEP: (N_("File executed documents…"), _file)}


def _nothing_here() -> EmptyState:
    return EmptyState(
        _("Nothing waits for you here"), _("Your places are at the left. Journals are read by others.")
    )


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
