"""The place of a register held in memory: narrowing, order, details, and where the keys go."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip

from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.widgets.basics import EmptyState, PrimaryButton
from tests import hands
from tests.hands import press, type_text


@dataclass(frozen=True)
class Row:
    key: int
    name: str
    count: int


ROWS = [Row(1, "Қайрат", 12), Row(2, "Асель", 3), Row(3, "Берик", 110), Row(4, "Әсем", 7)]


class Register(RegisterPlace[Row]):
    def __init__(self, desk, rows):
        self.all, self.opened = list(rows), []
        columns = (
            RegisterColumn(key="name", title="Name", width=14, text=lambda row: row.name, stretch=True),
            RegisterColumn(
                key="count",
                title="Count",
                width=6,
                text=lambda row: str(row.count),
                sort=lambda row: row.count,
                right=True,
            ),
        )
        super().__init__(desk, columns, "Register")

    def ask_rows(self):
        return self.all

    def key_of(self, row):
        return row.key

    def facts(self, row):
        return [("", row.name), ("Count", str(row.count))]

    def steps(self, row):
        return [("Open", lambda: self.open_row(row))]

    def open_row(self, row):
        self.opened.append(row.key)

    def beginning(self):
        return EmptyState("Nothing yet", "Enter the first.", PrimaryButton("Enter one"))


@pytest.fixture
def register(dressed, desk):
    with hands.shown(Register(desk, ROWS)) as place:
        place.refresh()
        hands.wait_until(place.loaded)
        place.grid.setFocus()
        yield place


def names(place):
    return [row.name for row in place.model.rows]


def test_rows_stand_in_kazakh_order_and_numbers_as_numbers(register):
    assert names(register) == ["Асель", "Әсем", "Берик", "Қайрат"]
    register.grid.horizontalHeader().sectionClicked.emit(1)
    assert [row.count for row in register.model.rows] == [3, 7, 12, 110]
    register.grid.horizontalHeader().sectionClicked.emit(1)
    assert [row.count for row in register.model.rows] == [110, 12, 7, 3]


def test_order_keeps_the_row_the_keys_are_on(register):
    press("Down")
    assert register.current().name == "Әсем"
    press("F4")
    assert register.current().name == "Әсем"


def test_kazakh_letters_are_found_from_a_russian_keyboard_and_the_status_says_n_of_m(register):
    register.filter_column()
    type_text("кайр")
    assert names(register) == ["Қайрат"]
    assert register.status() == "Показано 1 из 4 · записи скрыты фильтром «кайр»"
    press("Enter")
    assert hands.focused() is register.grid
    register.clear_filters()
    assert register.status() == "4 строки"


def test_a_name_in_quotes_is_found_by_its_first_letters(dressed, desk):
    with hands.shown(Register(desk, [*ROWS, Row(5, "АО «Казахтелеком»", 1)])) as place:
        place.refresh()
        hands.wait_until(place.loaded, "the rows")
        place.filter_column()
        type_text("казахт")
        assert [row.key for row in place.model.rows] == [5]


def test_nothing_found_says_so(register):
    register.filter_column()
    type_text("ььь")
    assert register._nothing.isVisible()
    assert register.current() is None
    register.clear_filters()
    assert not register._nothing.isVisible()
    assert register.current() is not None


def test_enter_opens_and_details_follow_the_keys(register):
    press("End", "Enter")
    assert register.opened == [register.current().key]
    press("Home", "Down")
    buttons = [button.text() for button in register.details.findChildren(QPushButton) if button.isVisible()]
    assert buttons == ["Open"]


def test_an_empty_register_offers_its_first_step(dressed, desk):
    with hands.shown(Register(desk, [])) as place:
        place.refresh()
        hands.wait_until(place.loaded)
        place.take_focus()
        assert isinstance(hands.focused(), PrimaryButton)
        assert place.status() == ""
        place.all = ROWS
        place.saved(3)
        hands.wait_until(place.loaded)
        assert place.current().key == 3


def test_ten_thousand_rows_are_narrowed_at_once(dressed, desk):
    with hands.shown(Register(desk, [Row(n, f"Имя {n}", n) for n in range(1, 10_001)])) as place:
        place.refresh()
        hands.wait_until(place.loaded)
        place.model.narrow("9999")
        assert names(place) == ["Имя 9999"]


def test_home_and_end_go_to_the_first_and_the_last_row(register):
    press("End")
    assert register.current() == register.model.rows[-1]
    press("Home")
    assert register.current() == register.model.rows[0]


def test_the_whole_of_a_cut_cell_and_title_is_a_tooltip(dressed, desk, monkeypatch):
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _view: told.append(words))
    long = "о мерах <b>по устранению</b> нарушений, найденных проверкой; " * 9
    with hands.shown(Register(desk, [Row(1, long, 5), Row(2, "я коротко", 7)])) as place:
        place.refresh()
        hands.wait_until(place.loaded, "the rows")
        for row in range(2):
            rect = place.grid.visualRect(place.model.index(row, 0))
            over = place.grid.viewport().mapToGlobal(rect.center())
            event = QHelpEvent(QEvent.Type.ToolTip, rect.center(), over)
            QApplication.sendEvent(place.grid.viewport(), event)
        title = place.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert [words.lstrip("\N{ZERO WIDTH SPACE}") for words in told] == [long, ""]
    assert told[0] != long, "Qt would take it for markup"
    assert title == "Count"


def test_where_there_is_no_room_a_title_gives_way_to_its_short_form(dressed, desk):
    with hands.shown(Register(desk, [Row(1, "слово", 5)])) as place:
        place.model.columns = tuple(
            replace(column, title="Number of all sheets", short="Shts.") if at == 1 else column
            for at, column in enumerate(place.model.columns)
        )
        place.grid.setColumnWidth(1, 400)
        heads = [place.model.headerData(1, Qt.Orientation.Horizontal)]
        place.grid.setColumnWidth(1, 60)
        heads.append(place.model.headerData(1, Qt.Orientation.Horizontal))
        whole = place.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert heads == ["Number of all sheets", "Shts."]
    assert whole == "Number of all sheets"
