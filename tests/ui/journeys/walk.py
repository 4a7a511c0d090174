"""One person at one desk: the program with all its windows, walked through by keys alone."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from dspdesk import desk as desks
from dspdesk.app import Program
from dspdesk.desk import Desk
from dspdesk.law.barcode import Code
from dspdesk.ui import job, work
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.preview import Preview
from dspdesk.ui.scan.listening import BLINK
from dspdesk.ui.widgets.links import LinkButton
from tests import factories, hands
from tests.hands import press, type_text
from tests.reports.reading import pages

_SIZE = (1500, 860)
_PAPER_SECONDS = 30.0
_MOST_STEPS, _MOST_ROWS = 80, 60
PICTURES = os.environ.get(
    "JOURNEY_PICTURES", ""
)  # a folder: what is shown at the moments of interest is left there


class Walk:
    """A person who has signed in; nothing is pressed but keys."""

    def __init__(self, program: Program, name: str) -> None:
        self.program, self._name, self._taken = program, name, 0

    # --- what is there ---

    @property
    def window(self) -> MainWindow:
        """The main window."""
        assert isinstance(self.program.window, MainWindow)
        return self.program.window

    @property
    def desk(self) -> Desk:
        """The desk of the program."""
        found = self.program._desk
        assert found is not None
        return found

    def place(self) -> Any:
        """The place shown."""
        return self.window.place()

    def sign_in(self, key_file: Path) -> None:
        """The password and the key file."""
        window: Any = self.program.window
        hands.wait_until(window.login.count, "the logins")
        type_text(factories.PASSWORD)
        press("Tab")
        type_text(str(key_file))
        press("Enter")
        hands.wait_until(lambda: isinstance(self.program.window, MainWindow), "the main window", 30)
        self.window.resize(*_SIZE)
        self.back()

    # --- going ---

    def settled(self) -> None:
        """Wait until the place has its rows and nothing runs in threads."""
        hands.wait_until(lambda: self.place().loaded() and work.idle(), "the rows")
        hands.pause(80)  # details come a moment later
        hands.wait_until(lambda: self.place().loaded() and work.idle(), "the details")

    def back(self) -> None:
        """Wait until the main window has the keys again."""
        hands.wait_until(lambda: QApplication.activeModalWidget() is None, "the main window in front")
        hands.back_to(self.window)
        self.settled()

    def go(self, key: str) -> Any:
        """Walk along the places at the left, then into the place."""
        side = self.window.side
        for _step in range(_MOST_STEPS):
            if side.list.hasFocus():
                break
            press("F6")
        order = side.places()
        assert key in order, f"no place {key}"
        for _step in order:
            at, wanted = order.index(_shown(self.window)), order.index(key)
            if at == wanted:
                break
            press("Down" if wanted > at else "Up")
        self.settled()
        press("F6")
        return self.place()

    def dialog(self, kind: type[QDialog]) -> Any:
        """The dialog of a kind that has come up."""
        hands.wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind), kind.__name__)
        found = QApplication.activeModalWidget()
        hands.back_to(found)
        return found

    def tab_to(self, widget: QWidget) -> None:
        """Go on by Tab until a widget has the keys."""
        for _step in range(_MOST_STEPS):
            if hands.focused() is widget:
                return
            press("Tab")
        raise AssertionError(f"Tab does not come to {widget}")

    def press_button(self, words: str) -> None:
        """Go to a button of the window by Tab and press it."""
        met = []
        for _step in range(_MOST_STEPS):
            focused = hands.focused()
            if isinstance(focused, QAbstractButton):
                met.append(focused.text())
                if _said(focused) == words:
                    press("Space")
                    return
            press("Tab")
        raise AssertionError(f"Tab does not come to “{words}”: {list(dict.fromkeys(met))}")

    def under_details(self, words: str) -> None:
        """Take a step offered under the details of a register's row."""
        press("F6")
        self.press_button(words)

    def further(self, words: str) -> None:
        """Take a further step with the entry of a journal (F9)."""
        self.settled()
        press("F9")
        hands.wait_until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
        menu: Any = QApplication.activePopupWidget()
        for _step in menu.actions():
            press("Down")
            if menu.activeAction() is not None and menu.activeAction().text() == words:
                press("Enter")
                return
        raise AssertionError(f"no “{words}”: {[one.text() for one in menu.actions() if one.text()]}")

    def go_to_row(self, holds: Callable[[Any], bool]) -> None:
        """Walk down a register to a row."""
        grid = self.place().grid
        hands.wait_until(grid.hasFocus, "the keys in the register")
        press("Home")
        for _row in self.place().model.rows:
            if holds(self.place().current()):
                break
            press("Down")
        assert holds(self.place().current())
        self.settled()

    def scan(self, code: Code, layout: str = "latin") -> None:
        """Scan a label."""
        hands.scan(str(code), layout)
        hands.pause(BLINK * 2)

    # --- papers ---

    def saved(self, path: Path, planned: hands.Answers) -> list[str]:
        """Save what is shown before printing, which counts as a printing; the words of each page."""
        preview = self.drawn()
        self.picture(f"preview-{path.stem}")
        planned.plan("save_path", path)
        press("Ctrl+S")
        hands.wait_until(lambda: path.exists() and not preview.busy.isVisible(), "the file", _PAPER_SECONDS)
        press("Esc")
        hands.wait_until(
            lambda: not shiboken6.isValid(preview) or not preview.isVisible(), "the window to close"
        )
        return pages(path.read_bytes())

    def printed(self, printer: str, planned: hands.Answers) -> None:
        """Send what is shown before printing to a printer."""
        preview = self.drawn()
        planned.plan("printer", printer)
        press("Ctrl+P")
        sent = lambda: printer in preview.status.text() and not preview.busy.isVisible()  # noqa: E731
        hands.wait_until(sent, "the sheets", _PAPER_SECONDS)
        self.picture("printed")
        press("Esc")

    def drawn(self) -> Any:
        """The paper before printing, once it is drawn."""
        preview = self.dialog(Preview)
        hands.wait_until(
            lambda: preview.paper.pages() and not preview.busy.isVisible(), "the paper", _PAPER_SECONDS
        )
        return preview

    # --- seeing ---

    def front(self) -> QWidget:
        """The window that a person looks at."""
        return QApplication.activeModalWidget() or self.window

    def words(self, widget: QWidget | None = None) -> list[str]:
        """All words that can be seen."""
        top = widget or self.front()
        found = [top.windowTitle()]
        if isinstance(menu := QApplication.activePopupWidget(), QMenu):
            found += [one.text() for one in menu.actions()]
        for one in [*top.findChildren(QWidget), top]:
            if not one.isVisible():
                continue
            if isinstance(one, QLabel | QAbstractButton | QLineEdit):
                found.append(one.text())
            if isinstance(one, QLineEdit):
                found.append(one.placeholderText())
            if isinstance(one, LinkButton):
                found.append(one.right())
            if isinstance(one, QPlainTextEdit):
                found.append(one.toPlainText())
            found += _rows(one)
        return [text for text in found if text]

    def sees(self, words: str) -> bool:
        """Whether words can be seen in front."""
        return any(words in text.replace("\N{NO-BREAK SPACE}", " ") for text in self.words())

    def picture(self, name: str) -> None:
        """Leave a picture of the window in front where pictures are wanted."""
        if PICTURES:
            self._taken += 1
            hands.pause(60)
            folder = Path(PICTURES)
            folder.mkdir(parents=True, exist_ok=True)
            self.front().grab().save(str(folder / f"{self._name}-{self._taken:02}-{name}.png"))


def _shown(window: MainWindow) -> str:
    return next(key for key, place in window._places.items() if place is window.place())


def _said(button: QAbstractButton) -> str:
    return button.text().partition("\t")[0]


def _rows(widget: QWidget) -> list[str]:
    """The words of lists and tables, with their heads."""
    if isinstance(widget, QComboBox):
        return [widget.itemText(at) for at in range(widget.count())]
    if not isinstance(widget, QAbstractItemView) or isinstance(widget, QHeaderView) or widget.model() is None:
        return []
    model, root = widget.model(), QModelIndex()
    wide = 1 if isinstance(widget, QListView) else model.columnCount(root)
    heads = [str(model.headerData(at, Qt.Orientation.Horizontal) or "") for at in range(wide)]
    return [*heads, *_cells(model, root, wide)]


def _cells(model: QAbstractItemModel, parent: QModelIndex, wide: int) -> list[str]:
    found = []
    for row in range(min(model.rowCount(parent), _MOST_ROWS)):
        found += [str(model.index(row, column, parent).data() or "") for column in range(wide)]
        if not isinstance(model, QAbstractListModel):
            found += _cells(model, model.index(row, 0, parent), wide)
    return found


def typed(*texts: str) -> None:
    """Each text, and Enter to go on."""
    for text in texts:
        type_text(text)
        press("Enter")


@contextmanager
def program_over(store: Path) -> Iterator[Program]:
    """The program over a store, its first window in front; all of it is put away afterwards."""
    program = Program(store, lambda _store: None)
    program.start()
    hands.back_to(program.first())
    try:
        yield program
    finally:
        hands.wait_until(lambda: work.idle() and job.idle(), "work in threads", 20)
        if program._watch is not None:
            program._watch.end()
        if program.window is not None and shiboken6.isValid(program.window):
            program.window.close()
            hands.wait_until(work.idle, "work in threads")
            shiboken6.delete(program.window)
        if program._desk is not None:
            program._desk.close()
        program._lock.leave()
        QApplication.processEvents()


def on_the_day(days: int) -> desks.Clock:
    """The clock of this machine, so many days on: the child processes of the program have no other."""
    return lambda: desks.clock() + dt.timedelta(days)
