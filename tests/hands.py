"""A person's hands: the only way tests touch windows.

Keys go to the window that has them, as the window system would send them: shortcuts, popups and the order of
Tab take part. Letters are posted with their text, because `QTest.keyClicks` aborts the whole process at the
first Cyrillic one. Mouse events are counted by Qt's own delivery, so that a journey can say there was none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPointerEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dspdesk.tour.fingers import NONE, back_to, fill, pause, press, type_text, wait_until
from dspdesk.ui import ask, work

__all__ = [
    "Answers",
    "answers",
    "back_to",
    "clear",
    "click",
    "fill",
    "focused",
    "keyboard_only",
    "pause",
    "press",
    "scan",
    "shown",
    "strike",
    "type_text",
    "wait_until",
]

_Window = TypeVar("_Window", bound=QWidget)


#: What a key of a scanner types under each layout of the keyboard, where that is not what is on the label.
_KEYS = "QWERTYUIOPASDFGHJKLZXCVBNM"
_CYRILLIC = dict(zip(_KEYS, "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", strict=True))
LAYOUTS = {
    "latin": {},
    "russian": _CYRILLIC,
    "kazakh": _CYRILLIC | dict(zip("1234567890", '"әіңғ,.үұқ', strict=True)),
}
_SCANNER, _HAND = 4, 140  # milliseconds between two keys


def scan(code: str, layout: str = "latin") -> None:
    """Scan a barcode: the reader types it in one burst under a layout of the keyboard and ends with Enter."""
    strike(code, layout, _SCANNER)


def strike(text: str, layout: str = "latin", apart: int = _HAND) -> None:
    """Strike keys and Enter at the window that has them, so many milliseconds apart by the clock of the keyboard."""
    for letter in text:
        _key_at_window(0, LAYOUTS[layout].get(letter, letter), apart)
    _key_at_window(Qt.Key.Key_Return, "\r", apart)
    QApplication.processEvents()


_struck_at = 1_000  # the clock of the keyboard: milliseconds since some start


def _key_at_window(key: int, text: str, apart: int) -> None:
    """As the window system does it: to the native window, which hands it to whatever has the focus."""
    global _struck_at  # noqa: PLW0603 - one keyboard
    _struck_at += apart
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keys: back_to(window) first"
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, NONE, text)
        event.setTimestamp(_struck_at)
        QApplication.postEvent(window, event)
    QApplication.processEvents()


def clear() -> None:
    """Empty the field that has the focus."""
    press("Ctrl+A", "Delete")


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click a widget, for what has no key; it must be visible and enabled as for a person."""
    assert widget.isVisible(), f"{widget} cannot be seen"
    assert widget.isEnabled(), f"{widget} is greyed out"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at or widget.rect().center())
    QApplication.processEvents()


def focused() -> QWidget:
    """The widget that has the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


@contextmanager
def shown(window: _Window) -> Iterator[_Window]:
    """A window open and in front for the length of a test; afterwards it is gone, whatever it would ask."""
    (window.open if isinstance(window, QDialog) else window.show)()
    back_to(window)
    try:
        yield window
    finally:
        wait_until(work.idle, "work in threads")
        if shiboken6.isValid(window):
            window.hide()
            shiboken6.delete(window)
        QApplication.processEvents()


class _MouseCounter(QObject):
    """Looks at each event there is: the class of an event is known sooner than its kind."""

    KINDS = frozenset(
        {
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonDblClick,
            QEvent.Type.Wheel,
            QEvent.Type.TouchBegin,
        }
    )

    def __init__(self) -> None:
        super().__init__()
        self.met: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPointerEvent) and event.type() in self.KINDS:
            self.met.append(f"{event.type().name} at {type(watched).__name__}")
        return False


@contextmanager
def keyboard_only() -> Iterator[None]:
    """Fail when any mouse event reaches any window meanwhile."""
    counter, application = _MouseCounter(), QApplication.instance()
    application.installEventFilter(counter)
    try:
        yield
    finally:
        application.removeEventFilter(counter)
    assert not counter.met, f"the mouse was used: {counter.met}"


class Answers(ask.Door):
    """Answers that a test has ready for the questions to come, in their order.

    `plan("confirm", True)`, `plan("open_path", path)`, `plan("save_path", None)`, `plan("reason", "опечатка")`,
    `plan("name", "Срочные")`, `plan("printer", "HP")`, `plan("tell")`. What was asked is kept in `asked` as pairs of
    question and text.
    """

    def __init__(self) -> None:
        self.planned: list[tuple[str, Any]] = []
        self.asked: list[tuple[str, str]] = []
        self.unplanned: list[str] = []

    def plan(self, question: str, answer: Any = True) -> None:
        """Have an answer ready; `None` and `False` are a refusal to answer."""
        self.planned.append((question, answer))

    def check(self) -> None:
        """Fail when something was asked that was not planned, or was planned and not asked."""
        assert not self.unplanned, f"asked without being planned: {self.unplanned}"
        assert not self.planned, f"planned and never asked: {self.planned}"

    def _answer(self, question: str, text: str) -> Any:
        self.asked.append((question, text))
        if self.planned and self.planned[0][0] == question:
            return self.planned.pop(0)[1]
        self.unplanned.append(f"{question}: {text}")
        return None

    def confirm(self, parent, title, text, yes_text, on_yes):
        if self._answer("confirm", f"{title}: {text}"):
            on_yes()

    def tell(self, parent, title, text):
        self._answer("tell", f"{title}: {text}")

    def name(self, parent, title, label, proposed, on_name):
        if (name := self._answer("name", f"{title}: {label}")) is not None:
            on_name(name)

    def open_path(self, parent, title, filter_, on_path):
        if (path := self._answer("open_path", title)) is not None:
            on_path(path)

    def save_path(self, parent, title, suggested, on_path):
        if (path := self._answer("save_path", title)) is not None:
            on_path(path)

    def folder(self, parent, title, on_path):
        if (path := self._answer("folder", title)) is not None:
            on_path(path)

    def printer(self, parent, on_printer):
        if (name := self._answer("printer", "")) is not None:
            on_printer(name)

    def reason(self, parent, title, text, on_reason):
        if reason := self._answer("reason", f"{title}: {text}"):
            on_reason(reason)


@contextmanager
def answers() -> Iterator[Answers]:
    """A door of planned answers in the place of the real one; an unplanned question fails the test.

    For conftest: `@pytest.fixture` around `with hands.answers() as planned: yield planned`.
    """
    planned, before = Answers(), ask.use(None)
    ask.use(planned)
    try:
        yield planned
    finally:
        ask.use(before)
    planned.check()
