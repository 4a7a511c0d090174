"""Windows of the body over an empty store, and hands that find what opened."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtWidgets import QApplication, QDialog

from dspdesk.desk import Desk
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.place import Place
from tests import hands
from tests.ui.conftest import settled


def opened(kind: type[QDialog]) -> QDialog:
    """The dialog of a kind that has the keys."""
    hands.wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind), kind.__name__)
    dialog = QApplication.activeModalWidget()
    hands.back_to(dialog)
    return dialog


def ready(place: Place) -> None:
    """Wait until a place shows what was written; the keys are in its window again."""
    hands.wait_until(lambda: QApplication.activeModalWidget() is None and place.loaded(), "the rows")
    hands.back_to(place.window())


def step(place, words: str) -> None:
    """Take a step offered under the details."""
    dict(place.steps(place.current()))[words]()


@pytest.fixture
def go(window_over: Callable[[Desk], MainWindow]) -> Callable[[Desk, str], Place]:
    """Goes to a place of the main window over a desk, with the keys in it."""

    def gone(desk: Desk, key: str) -> Place:
        window = window_over(desk)
        place = window.go_to(key)
        settled(window)
        place.take_focus()
        return place

    return gone


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows into a spreadsheet."""

    def written(name: str, *rows: list) -> Path:
        book = xlsxwriter.Workbook(tmp_path / name)
        page = book.add_worksheet()
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
        book.close()
        return tmp_path / name

    return written
