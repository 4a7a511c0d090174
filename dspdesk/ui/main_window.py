"""The main window: places at the left, the place itself, the status line."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QEvent, QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action
from dspdesk.queries import item as item_queries
from dspdesk.queries import today as today_queries
from dspdesk.queries.item import ItemDetails
from dspdesk.queries.journals import JournalInfo
from dspdesk.queries.search import Hit
from dspdesk.queries.today import Status
from dspdesk.ui import keys, places, theme
from dspdesk.ui.cards import draft_keeper
from dspdesk.ui.journals.place import JournalPlace
from dspdesk.ui.newest import Newest
from dspdesk.ui.place import Place, has_keys
from dspdesk.ui.places import TODAY
from dspdesk.ui.scan.landing import Landing
from dspdesk.ui.search import SearchField
from dspdesk.ui.services import Services
from dspdesk.ui.side_bar import SideBar
from dspdesk.ui.status_line import StatusLine
from dspdesk.ui.today import TodayPlace
from dspdesk.ui.widgets.basics import PrimaryButton, Title, hide_unless

if TYPE_CHECKING:
    from dspdesk.desk import Desk

AHEAD = 400  # milliseconds of quiet before the next place is built
GEOMETRY = "window/geometry"


class MainWindow(QMainWindow):
    """One window for the whole day; it knows the desk and asks `services` for every other window."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._places: dict[str, Place] = {}
        self._stale: set[str] = set()
        self._sequence = -1
        self._newest_draft: object = None
        self._status = Newest(self)
        self._ahead = QTimer(self, interval=AHEAD, singleShot=True)
        self._ahead.timeout.connect(self._make_ahead)
        self.setWindowTitle(
            _("{organisation} — dspdesk").format(organisation=desk.organisation(current_language()))
        )
        self._build()
        self._bind_keys()
        self._restore()
        self.side.choose(TODAY)
        self.scanning = Landing(desk, self, self)
        if desk.may(Action.READ_JOURNALS):
            self.scanning.listener.begin()

    # --- going somewhere ---

    def place(self) -> Place:
        """The place shown now."""
        return cast("Place", self._stack.currentWidget())

    def go_to(self, key: str) -> Place:
        """Show a place by its key (`ui.places`)."""
        self.side.choose(key)
        return self.place()

    def go_to_row(self, key: str, row: int) -> None:
        """Show a row of a place, or an entry of a journal ("item"); what the store holds now is shown."""
        if key == "item":
            found = self._entry(row)
            if found is not None:
                self.land(found.id, found.journal.year, found.journal.kind)
            return
        place = self._at_hand(key)
        self._stale.discard(key)
        place.show_row(row)
        self.go_to(key).take_focus()

    def has_place(self, key: str) -> bool:
        """Whether the person at the desk sees a place."""
        return key in self.side.places()

    def _entry(self, item_id: int) -> ItemDetails | None:
        return item_queries.item(self._desk, item_id)

    def land(self, item_id: int, year: int, kind: JournalKind) -> None:
        """Show an entry in its journal."""
        self._journal(kind).land(year, item_id)
        self.side.choose(kind.value)
        self.place().take_focus()

    def open_journal(self, journal: JournalInfo) -> None:
        """Show one year of a journal."""
        self._journal(journal.kind).show_filtered(journal.year)
        self.side.choose(journal.kind.value)
        self.place().take_focus()

    def open_filtered(self, kind: JournalKind, year: int, filters: tuple[tuple[str, str], ...]) -> None:
        """Show one year of a journal through filters."""
        self._journal(kind).show_filtered(year, *filters)
        self.side.choose(kind.value)
        self.place().take_focus()

    def _journal(self, kind: JournalKind) -> JournalPlace:
        """A journal that is about to be filled: it needs no refreshing when it is shown."""
        place = self._at_hand(kind.value)
        self._stale.discard(kind.value)
        return cast("JournalPlace", place)

    # --- building ---

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self.side = SideBar(self._desk, places.entries(self._desk))
        self.status = StatusLine()
        top = QHBoxLayout()
        top.addWidget(self.side)
        top.addWidget(self._right(), 1)
        top.setSpacing(0)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
        self.side.chosen.connect(self._show_place)
        self.side.next_person.connect(self._services.next_person)
        self.side.password.connect(self._own_password)
        self.side.about.connect(lambda: self._services.about(self, self._desk))
        self.side.keys.connect(lambda: self._services.keys(self))
        self.side.language.connect(self._services.switch_language)

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.9))
        self.title = Title()
        self.search = SearchField(self._desk)
        self.search.setMinimumWidth(theme.em(self, 14))
        self.search.setMaximumWidth(theme.em(self, 24))
        self.primary = PrimaryButton(_("Register"), "Ins")
        line = QHBoxLayout()
        line.setSpacing(theme.em(self, 0.8))
        line.addWidget(self.title, 2)
        line.addWidget(self.search, 1)
        line.addWidget(self.primary)
        column.addLayout(line)
        column.addWidget(self._stack, 1)
        self.search.landed.connect(self._land_on)
        self.search.left.connect(lambda: self.place().take_focus())
        self.primary.clicked.connect(lambda: self.place().primary())
        hide_unless(self.search, allowed=self._desk.may(Action.READ_JOURNALS))
        return right

    def _bind_keys(self) -> None:
        keys.bind(self, keys.FIND, self._find)
        keys.bind(self, keys.WHERE_IS_IT, self._where_is_it)
        keys.bind(self, keys.NEW, self._primary)
        keys.bind(self, keys.NEXT_PERSON, self._services.next_person)
        keys.bind(self, keys.HELP, lambda: self._services.keys(self))
        keys.bind(self, keys.FILTER, lambda: self.place().filter_column())
        keys.bind(self, keys.NO_FILTERS, lambda: self.place().clear_filters())
        keys.bind(self, keys.PRINT, lambda: self.place().print_paper())
        keys.bind(self, keys.DETAILS, lambda: self.place().toggle_details())
        keys.bind(self, keys.NEXT_PANE, lambda: self._next_pane(1))
        back = QShortcut(QKeySequence("Shift+F6"), self)
        back.activated.connect(lambda: self._next_pane(-1))

    # --- the places ---

    def _show_place(self, key: str) -> None:
        place = self._at_hand(key)
        if key in self._stale:
            self._stale.discard(key)
            place.refresh()
        self._stack.setCurrentWidget(place)
        self._show_head()
        self._ask_status()
        self._ahead.start()

    def _at_hand(self, key: str) -> Place:
        if key not in self._places:
            self._places[key] = self._made(key)
            self._stack.addWidget(self._places[key])
            self._stale.add(key)
        return self._places[key]

    def _make_ahead(self) -> None:
        """Build the places not seen yet while nobody waits, one at a time and without their rows."""
        coming = [key for key in self.side.places() if key not in self._places]
        if coming and self.place().loaded():
            self._at_hand(coming[0])
        if coming:
            self._ahead.start()

    def _made(self, key: str) -> Place:
        place: Place
        if key == TODAY:
            place = today = TodayPlace(self._desk, self._services)
            today.journal_asked.connect(self.open_journal)
        else:
            place = places.made(key, self._desk, self._services)
        place.landed.connect(self.land)
        place.filter_asked.connect(self.open_filtered)
        place.place_asked.connect(self.go_to)
        place.row_asked.connect(self.go_to_row)
        place.status_changed.connect(self._show_head)
        place.title_changed.connect(self._show_head)
        place.written.connect(lambda: self._written(place))
        return place

    def _show_head(self) -> None:
        if self._stack.currentWidget() is None:
            return
        place = self.place()
        self.title.setText(place.title())
        self.primary.set_text(place.primary_text(), "Ins")
        self.primary.setVisible(bool(place.primary_text()))
        self.status.show_place(place.status())

    def _written(self, writer: Place) -> None:
        """Something was entered by a place: it has refreshed itself, the one shown does now, the others when shown."""
        shown = self.place()
        self._stale = {key for key, place in self._places.items() if place not in (shown, writer)}
        if shown is not writer or isinstance(shown, TodayPlace):
            shown.refresh()
        self._ask_status()

    def _ask_status(self) -> None:
        self._status.ask(lambda: today_queries.status(self._desk), self._show_status)

    def _show_status(self, found: Status) -> None:
        if found.newest_draft != self._newest_draft and self._sequence >= 0:
            self._stale.add(TODAY)
            if isinstance(self.place(), TodayPlace):
                self.place().refresh()
        self._sequence, self._newest_draft = found.ledger_sequence, found.newest_draft
        self.status.show_status(found, self._desk)

    def _own_password(self) -> None:
        if self._services.own_password is not None:
            self._services.own_password(self, self._desk)

    # --- keys ---

    def _primary(self) -> None:
        if self.place().primary_text():
            self.place().primary()

    def _find(self) -> None:
        if self.search.isVisible():
            self.search.setFocus()
            self.search.selectAll()

    def _where_is_it(self) -> None:
        if self.has_place(places.WHEREABOUTS):
            self.go_to(places.WHEREABOUTS).take_focus()

    def _land_on(self, hit: Hit) -> None:
        self.land(hit.id, hit.year, hit.kind)

    def _next_pane(self, by: int) -> None:
        panes = [self.side.list, *self.place().panes()]
        at = next((i for i, pane in enumerate(panes) if pane.hasFocus() or has_keys(pane)), None)
        panes[0 if at is None else (at + by) % len(panes)].setFocus()

    # --- the window itself ---

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._places:
            QTimer.singleShot(0, self, self._look_again)

    def closeEvent(self, event: QCloseEvent) -> None:
        draft_keeper.flush_all()
        QSettings().setValue(GEOMETRY, self.saveGeometry())
        self._ahead.stop()
        self.scanning.listener.end()
        for question in self.findChildren(Newest):
            question.forget()
        super().closeEvent(event)

    def _look_again(self) -> None:
        """The window has the keys again: another program may have written meanwhile."""
        self._status.ask(lambda: today_queries.status(self._desk), self._compare)

    def _compare(self, found: Status) -> None:
        if found.ledger_sequence != self._sequence and self._sequence >= 0:
            self._stale = set(self._places) - {key for key, p in self._places.items() if p is self.place()}
            self.place().refresh()
        self._show_status(found)

    def _restore(self) -> None:
        self.resize(theme.em(self, 98), theme.em(self, 58))
        saved = QSettings().value(GEOMETRY)
        if isinstance(saved, QByteArray):
            self.restoreGeometry(saved)
