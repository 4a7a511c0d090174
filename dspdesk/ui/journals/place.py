"""The place of one kind of journal: a year, its filters, the grid, the details."""

from array import array
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import JournalKind
from dspdesk.law.numbering import PLAIN
from dspdesk.law.roles import Action
from dspdesk.queries import journal_grid
from dspdesk.queries import journals as journal_queries
from dspdesk.queries.item import ItemDetails
from dspdesk.queries.journal_grid import View
from dspdesk.queries.journals import JournalInfo
from dspdesk.ui import keys, theme, wording
from dspdesk.ui.journals import column_list, item_steps
from dspdesk.ui.journals.beginning import Beginning
from dspdesk.ui.journals.columns import COLUMNS, NUMBER
from dspdesk.ui.journals.details import DetailsPane
from dspdesk.ui.journals.grid import JournalGrid
from dspdesk.ui.journals.look import Arrangement, Look
from dspdesk.ui.journals.papers import JournalPapers
from dspdesk.ui.journals.views import ViewsButton
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.place import Place, has_keys
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import Caption, Choice, EmptyState, PlainButton, PrimaryButton, hide_unless
from dspdesk.ui.widgets.chips import FilterChips
from dspdesk.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from dspdesk.desk import Desk

WIDE, NARROW, ROOMY = 24, 19, 90  # ems: of the details, and of a place with room for wide ones
WHOLE_NUMBER = 8.6  # ems of a number that its journal's pattern makes
NEWEST_FIRST = frozenset({"number", "date"})  # orders that begin with the last entry when first asked for


def make(desk: "Desk", services: Services, kind: JournalKind) -> "JournalPlace":
    """The place of a kind of journal, for the main window."""
    return JournalPlace(desk, services, kind)


class JournalPlace(Place):
    """All years of one kind of journal."""

    def __init__(self, desk: "Desk", services: Services, kind: JournalKind) -> None:
        super().__init__()
        self.kind = kind
        self.year = self._present = desk.today().year
        self._desk = desk
        self._services = services
        self._journal: JournalInfo | None = None
        self._order, self._descending = "number", True
        self._wanted = 0  # the entry to put the keys on when the rows have come
        self._total = 0
        self._journals: dict[int, JournalInfo] = {}
        self._details_wanted = True
        self._parted_by_hand = False
        self._newest = Newest(self)
        self.grid = JournalGrid(
            desk, COLUMNS[kind], _("Journal: {name}").format(name=wording.kind_name(kind))
        )
        self.details = DetailsPane(desk)
        self.chips = FilterChips()
        self.views = ViewsButton(desk, f"journal:{kind.value}", COLUMNS[kind], self.look)
        self._build()
        self._connect()
        if (left := self.views.left()) is not None:
            self._take_on(left)
        self.views.begin()

    # --- what the main window knows of a place ---

    def title(self) -> str:
        return wording.kind_name(self.kind)

    def primary_text(self) -> str:
        return _("Register") if self._desk.may(Action.REGISTER) else ""

    def primary(self) -> None:
        self._services.open_card(self.window(), self._desk, self.kind, self.year, None, self._saved)

    def status(self) -> str:
        if self._journal is None or not self._total:
            return ""
        filters = self._filter_words()
        if not filters:
            return wording.entries(self._total)
        shown, total = wording.grouped(len(self.grid.entries.ids)), wording.grouped(self._total)
        names = ", ".join(_("“{filter}”").format(filter=words) for _key, words in filters)
        return _("{shown} of {total} · hidden by the filter {filters}").format(
            shown=shown, total=total, filters=names
        )

    def panes(self) -> list[QWidget]:
        middle = self.grid if self._pages.currentWidget() is self._board else self._first_step()
        return [middle, self.details.focus_pane()] if self.details.isVisibleTo(self) else [middle]

    def refresh(self) -> None:
        self._follow_the_year()
        self._list_years()
        self._load(self.grid.current_id())

    def filter_column(self) -> None:
        self.grid.head.go_to(max(self.grid.head.current, 0))

    def clear_filters(self) -> None:
        self.grid.head.set_filters(())
        self.grid.setFocus()

    def print_paper(self) -> None:
        if self._desk.may(Action.PRINT_JOURNALS) and (papers := self.papers()):
            papers.journal()

    def toggle_details(self) -> None:
        had_keys = has_keys(self.details)
        self._details_wanted = not self.details.isVisibleTo(self)
        self.details.setVisible(self._details_wanted)
        if had_keys:
            self.grid.setFocus()

    # --- going somewhere ---

    def land(self, year: int, item_id: int) -> None:
        """Show an entry in its journal; filters that might hide it are taken off."""
        self._wanted = item_id
        self.grid.head.set_filters(())
        self._show_year(year, item_id)
        self.grid.setFocus()

    def show_filtered(self, year: int, *filters: tuple[str, str]) -> None:
        """Show a year through these filters."""
        self._show_year(year, 0)
        self.grid.head.set_filters(filters)

    def loaded(self) -> bool:
        return self._newest.idle()

    # --- how it is looked at ---

    def look(self) -> Look:
        """Filters, order and columns as they are now."""
        return Look(self.grid.head.filters(), self._order, self._descending, self.grid.arrangement())

    def show_look(self, look: Look) -> None:
        """Look at the journal in this way; columns that a look does not name stay as they are."""
        self._take_on(look)
        self._reload(patience=0.0)
        self.grid.setFocus()

    def _take_on(self, look: Look) -> None:
        self._order, self._descending = look.order, look.descending
        if look.columns is not None:
            self.grid.arrange(look.columns)
        self.grid.head.put_filters(look.filters)

    def list_columns(self) -> None:
        """Which columns, and in what order."""
        column_list.show(self.window(), self.grid.entries.columns, self.grid.arrangement(), self._arrange)

    def _arrange(self, columns: Arrangement) -> None:
        self.grid.arrange(columns)
        self.views.touch()

    def hideEvent(self, event: QHideEvent) -> None:
        """How the journal was left is kept at the latest when it is left."""
        super().hideEvent(event)
        self.views.flush()

    # --- building ---

    def _build(self) -> None:
        self._years = Choice(_("Year"))
        self._columns = PlainButton(_("Columns…"), keys.COLUMNS.keys)
        self._section = Caption()
        self._numbers = PlainButton(_("Numbers…"))
        self._import = PlainButton(_("Import…"))
        self._print_button = PlainButton(_("Print journal…"), "Ctrl+P")
        may = ((self._import, Action.IMPORT), (self._print_button, Action.PRINT_JOURNALS))
        self._allowed = [button for button, action in may if self._desk.may(action)]
        for button, action in may:
            hide_unless(button, allowed=self._desk.may(action))
        tools = Flow()
        steps = (self._numbers, self._import, self._print_button)
        for part in (self._years, self.views, self._columns, *steps):
            tools.add(part)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.7))
        column.addWidget(tools)
        column.addWidget(self._section)
        column.addWidget(self.chips)
        column.addWidget(self._middle(), 1)
        bound = (
            (keys.VIEWS, self.views.open_list),
            (keys.COLUMNS, self.list_columns),
            (keys.STEPS_MENU, self.details.ask_steps),
        )
        for key, does in bound:
            keys.bind(self, key, does).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._split(left)

    def _split(self, left: QWidget) -> None:
        splitter = self._splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.em(self, 0.8))
        splitter.addWidget(left)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.splitterMoved.connect(self._parted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until a person parts the panes otherwise, the details take less of a narrow window."""
        super().resizeEvent(event)
        if not self._parted_by_hand:
            details = theme.em(self, WIDE if self.width() > theme.em(self, ROOMY) else NARROW)
            self._splitter.setSizes([self.width() - details, details])

    def _parted(self) -> None:
        self._parted_by_hand = True

    def _middle(self) -> QWidget:
        self._board = QFrame()
        self._board.setObjectName("board")
        inside = QVBoxLayout(self._board)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.grid)
        self._nothing = EmptyState(_("Nothing found"), "")
        self._clear_button = PrimaryButton(_("Take all filters off"), "Ctrl+Shift+F")
        self._nothing.add_button(self._clear_button)
        self._nothing.setParent(self.grid.viewport())
        self._nothing.hide()
        self.grid.viewport().installEventFilter(self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._board)
        self._empty = Beginning(self._desk, self.kind)
        self._pages.addWidget(self._empty)
        return self._pages

    def _connect(self) -> None:
        self._years.activated.connect(lambda _at: self._show_year(self._years.currentData(), 0))
        self.grid.head.filtered.connect(partial(self._reload, patience=0.0))
        self.grid.sort_asked.connect(self._sort)
        self.grid.chosen.connect(self.details.show_entry)
        self.grid.opened.connect(self._open)
        self.chips.removed.connect(self._take_off)
        self.grid.arranged.connect(self.views.touch)
        self.grid.columns_asked.connect(self.list_columns)
        self.views.columns_asked.connect(self.list_columns)
        self.views.chosen.connect(self.show_look)
        self._columns.clicked.connect(self.list_columns)
        self._import.clicked.connect(self._import_sheet)
        self._empty.spreadsheet.clicked.connect(self._import_sheet)
        self._empty.register.clicked.connect(self.primary)
        self._numbers.clicked.connect(self.show_numbers)
        self._print_button.clicked.connect(self._offer_papers)
        self._clear_button.clicked.connect(self.clear_filters)
        self.details.open_asked.connect(self._open)
        self.details.landed.connect(self.landed)
        self.details.volume_asked.connect(lambda key: self.row_asked.emit("cases", key))
        self.details.annul_asked.connect(self._annul)
        self.details.print_asked.connect(self._print_card)
        self.details.steps_asked.connect(self._offer_steps)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.grid.viewport():
            self._nothing.setGeometry(self.grid.viewport().rect())
        return super().eventFilter(watched, event)

    # --- the rows ---

    def _follow_the_year(self) -> None:
        """After New Year's Eve the journal of the new year is shown to whoever was in that of the present one."""
        present = self._desk.today().year
        if self.year == self._present:
            self.year = present
        self._present = present

    def _list_years(self) -> None:
        self._journals = {j.year: j for j in journal_queries.journals(self._desk) if j.kind is self.kind}
        years = sorted({*self._journals, self.year, self._desk.today().year}, reverse=True)
        if years != [self._years.itemData(i) for i in range(self._years.count())]:
            self._years.clear()
            for year in years:
                self._years.addItem(_("Year {year}").format(year=year), year)
        self._years.setCurrentIndex(years.index(self.year))

    def _show_year(self, year: int, item_id: int) -> None:
        self.year = year
        self._list_years()
        self._load(item_id)

    def _reload(self, patience: float = PATIENCE) -> None:
        self._load(self.grid.current_id(), patience)

    def _load(self, keep: int, patience: float = PATIENCE) -> None:
        self._wanted = self._wanted or keep
        self._journal = self._journals.get(self.year)
        self._show_journal()
        self.chips.show_filters(self._filter_words())
        self.chips.setVisible(bool(self.chips.chips()))
        self.views.touch()
        if self._journal is None:
            self._newest.forget()
            self._arrived((array("q"), 0))
            return
        question = partial(_ask, self._desk, self._view(self._journal))
        self._newest.ask(question, self._arrived, patience)

    def _show_journal(self) -> None:
        """What the journal is a section of; and its numbers in full, as long as its pattern makes them."""
        section = self._journal is not None and self._journal.section_of is not None
        words = _("Section of the common journal {year}").format(year=self.year)
        self._section.setText(words if section else "")
        self._section.setVisible(section)
        plain = self._journal is None or self._journal.pattern == PLAIN
        self.grid.widen(NUMBER, NUMBER.width if plain else WHOLE_NUMBER)

    def _view(self, journal: JournalInfo) -> View:
        return View(journal.id, self.grid.head.filters(), self._order, self._descending)

    def _arrived(self, found: "tuple[array[int], int]") -> None:
        ids, self._total = found
        self.grid.entries.show(ids)
        self._show_order()
        wanted, self._wanted = self._wanted, 0
        if not (wanted and self.grid.go_to(wanted)):
            self.grid.first_row()
        if not ids:
            self.details.show_entry(0)
        self._say_when_empty()
        self.status_changed.emit()

    def _show_order(self) -> None:
        columns = enumerate(self.grid.entries.columns)
        at = max((i for i, c in columns if c.sort == self._order), key=self._is_seen, default=0)
        order = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        self.grid.head.setSortIndicatorShown(True)
        self.grid.head.setSortIndicator(at, order)

    def _is_seen(self, position: int) -> bool:
        return not self.grid.isColumnHidden(position)

    def _say_when_empty(self) -> None:
        hidden = bool(self._total) and not self.grid.entries.ids
        self._nothing.text.setText(
            _("{entries} hidden by the filter.").format(entries=wording.entries(self._total))
        )
        self._nothing.setGeometry(self.grid.viewport().rect())
        self._nothing.setVisible(hidden)
        self._empty.say_year(self.year)
        had_keys = has_keys(self._pages)
        page = self._board if self._total else self._empty
        if page is not self._pages.currentWidget():
            self._pages.setCurrentWidget(page)
            self.details.setVisible(page is self._board and self._details_wanted)
            for button in (self._import, self._print_button):
                button.setVisible(page is self._board and button in self._allowed)
            for part in (self._numbers, self.views, self._columns):
                part.setVisible(page is self._board)
            if had_keys:
                self.take_focus()

    def _first_step(self) -> QWidget:
        return self._empty.register if self._desk.may(Action.REGISTER) else self._years

    # --- what a person does ---

    def _filter_words(self) -> tuple[tuple[str, str], ...]:
        titles = {column.key: _(column.title) for column in self.grid.entries.columns}
        return tuple(
            (key, _("{column}: {text}").format(column=titles[key], text=text))
            for key, text in self.grid.head.filters()
        )

    def _take_off(self, key: str) -> None:
        """The next filter gets the keys, so that several go one after another."""
        self.grid.head.set_filters(pair for pair in self.grid.head.filters() if pair[0] != key)
        chips = self.chips.chips()
        (chips[0] if chips else self.grid).setFocus()

    def _sort(self, order: str) -> None:
        if order == self._order:
            self._descending = not self._descending
        else:
            self._order, self._descending = order, order in NEWEST_FIRST
        self._reload()

    def _open(self, item_id: int) -> None:
        if item_id:
            self._services.open_card(self.window(), self._desk, self.kind, self.year, item_id, self._saved)

    def _annul(self, item_id: int) -> None:
        self._services.annul(self.window(), self._desk, item_id, lambda: self._saved(item_id))

    def _import_sheet(self) -> None:
        self._services.import_sheet(
            self.window(), self._desk, self.kind, self.year, lambda: self._saved(self.grid.current_id())
        )

    def show_numbers(self) -> None:
        """Show the numbers that go their own way."""
        from dspdesk.ui import numbers

        if self._journal is not None:
            numbers.show(
                self.window(),
                self._desk,
                self._services,
                self._journal,
                lambda: self._saved(self.grid.current_id()),
            )

    def papers(self) -> JournalPapers | None:
        """The papers of the journal shown, `None` while none has been opened."""
        return JournalPapers(self, self._desk, self._services, self._journal) if self._journal else None

    def _offer_papers(self) -> None:
        """Which papers of the journal there are."""
        if papers := self.papers():
            papers.menu().popup(self._print_button.mapToGlobal(self._print_button.rect().bottomLeft()))

    def _print_card(self, item_id: int) -> None:
        if papers := self.papers():
            papers.card(item_id)

    def _offer_steps(self, details: ItemDetails, button: QWidget) -> None:
        """What can be done with an entry beside correcting it."""
        menu = item_steps.menu(
            self.window(), self._desk, self._services, details, lambda: self._saved(details.id)
        )
        menu.popup(button.mapToGlobal(button.rect().topLeft() - QPoint(0, menu.sizeHint().height())))

    def _saved(self, item_id: int) -> None:
        self._list_years()
        self._load(item_id)
        self.written.emit()


def _ask(desk: "Desk", view: View) -> "tuple[array[int], int]":
    return journal_grid.ids(desk, view), journal_grid.total(desk, view.journal_id)
