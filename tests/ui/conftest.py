"""Windows to test: a main window over a real store, and records of the other windows it asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from dspdesk.desk import Desk
from dspdesk.ui import job, main_window, theme, work
from dspdesk.ui.journals.place import JournalPlace
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.services import Services
from tests import hands, warm_children


@dataclass
class Asked:
    """What the main window asked of the other windows: the name of each call and what went with it."""

    calls: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)

    def services(self) -> Services:
        """Services that only note down what is asked."""
        names = (
            "open_card",
            "preview",
            "import_sheet",
            "annul",
            "about",
            "keys",
            "next_person",
            "switch_language",
        )
        return Services(**{name: self._noted(name) for name in (*names, "recovery")})

    def only(self, name: str) -> tuple[Any, ...]:
        """What went with the one call there was."""
        assert [call[0] for call in self.calls] == [name]
        return self.calls[0][1]

    def _noted(self, name: str) -> Callable[..., None]:
        return lambda *given: self.calls.append((name, given))


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application as people see it."""
    theme.apply(qapp)
    return qapp


@pytest.fixture(scope="session")
def warm_parent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ...]]:
    """Forks the children of `dspdesk.jobs`, once it was needed."""
    with warm_children.parent(tmp_path_factory.mktemp("warm")) as command:
        yield command


@pytest.fixture(autouse=True)
def warm(warm_parent: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Long work of the windows does not wait for an interpreter to begin; `tests/test_jobs.py` begins real ones."""
    monkeypatch.setattr(job, "COMMAND", warm_parent)


@pytest.fixture(autouse=True)
def settings_of_their_own(tmp_path: Any) -> None:
    """No test reads or leaves settings of this machine's person."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))


@pytest.fixture
def asked() -> Asked:
    """What the main window asks of the other windows."""
    return Asked()


@pytest.fixture
def window_over(
    dressed: QApplication, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Desk], MainWindow]]:
    """Opens a main window over a desk; what it began in threads is waited for before the desk is closed.

    Places are built when they are gone to: no test waits for those that nobody asks for.
    """
    monkeypatch.setattr(main_window, "AHEAD", 3_600_000)
    windows: list[MainWindow] = []

    def opened(desk: Desk) -> MainWindow:
        window = MainWindow(desk, asked.services())
        windows.append(window)
        window.resize(1700, 900)
        window.show()
        window.activateWindow()
        hands.wait_until(window.isActiveWindow, "the keys")
        settled(window)
        return window

    yield opened
    for window in windows:
        window.close()
        hands.wait_until(work.idle, "work in threads")
        window.deleteLater()
    hands.pause()


@pytest.fixture
def window(window_over: Callable[[Desk], MainWindow], desk: Desk) -> MainWindow:
    """The main window over the small store."""
    return window_over(desk)


@pytest.fixture
def incoming(window: MainWindow) -> JournalPlace:
    """The journal of incoming documents, reached by the keyboard; the keys are on its first row."""
    hands.press("Down")
    place = window.place()
    assert isinstance(place, JournalPlace)
    settled(window)
    hands.press("F6")
    return place


def settled(window: MainWindow) -> None:
    """Wait until the place shown has all its rows and nothing runs in threads."""
    hands.wait_until(lambda: window.place().loaded() and work.idle(), "the rows")
    hands.pause(1)
