"""Keys sent to the windows as the window system would send them: shortcuts, popups and the order of Tab take part."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE = 10.0  # seconds until a wait is given up; the machine may be busy
NONE = Qt.KeyboardModifier.NoModifier
#: Keys as the F1 sheet and the buttons name them, where Qt has another name.
NAMES = {"Enter": "Return", "Esc": "Escape", "Insert": "Ins"}


def type_text(text: str) -> None:
    """Type a text where the focus is; letters are posted with their text, as `QTest` takes only ASCII ones."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(receiver(), QKeyEvent(kind, 0, NONE, letter))
        QApplication.processEvents()


def press(*keys: str) -> None:
    """Press keys one after another, each as it is named: `press("Tab", "Ctrl+Enter")`."""
    for key in keys:
        *modifiers, last = ["+"] if key == "+" else key.split("+")
        name = "+".join([*modifiers, NAMES.get(last, last)])
        combination: Any = QKeySequence(name)[0]  # type: ignore[index]  # the stubs lack it
        window = receiver().window().windowHandle()
        QTest.keyClick(window, combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()


def fill(*texts: str) -> None:
    """Type each text into the field that has the focus and go on to the next by Enter; '' passes a field by."""
    for text in texts:
        type_text(text)
        press("Enter")


def back_to(window: QWidget) -> None:
    """Wait until a window has the keys: off screen they do not come back by themselves after a dialog."""
    window.activateWindow()
    wait_until(
        lambda: window.isActiveWindow() and QApplication.focusWidget() is not None, "the window's focus"
    )


def wait_until(holds: Callable[[], Any], what: str = "what is waited for", seconds: float = PATIENCE) -> None:
    """Let the program work until something holds. Raises `AssertionError` when it does not come."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come within {seconds:g} s")
        QTest.qWait(5)


def pause(milliseconds: int = 20) -> None:
    """Let the program work for a moment."""
    QTest.qWait(milliseconds)


def receiver() -> QWidget:
    """The widget that the next key goes to."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
    if widget is None:
        raise AssertionError("no window has the keys: back_to(window) first")
    return widget
