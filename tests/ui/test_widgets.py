import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dspdesk.language.catalogue import Language, use_language
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Caption,
    Chip,
    Choice,
    EmptyState,
    FieldError,
    PlainButton,
    PlainLabel,
    PrimaryButton,
    labelled,
)
from dspdesk.ui.widgets.chips import FilterChip, FilterChips
from dspdesk.ui.widgets.flow import Flow
from dspdesk.ui.widgets.links import LinkButton
from dspdesk.ui.widgets.year_chart import YearChart
from tests import hands

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def shown(qtbot):
    """Shows widgets in a window that has the keys."""
    windows = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.activateWindow()
        hands.wait_until(window.isActiveWindow, "the keys")
        return window

    return show


def test_what_people_typed_is_never_markup():
    assert PlainLabel("<b>5 < 6</b>").textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("kind", [PlainButton, PrimaryButton])
def test_keys_are_shown_beside_the_words_and_told_apart(kind):
    button, bare = kind("Сохранить", "Ctrl+S"), kind("Сохранить")
    assert button.text() == "Сохранить"
    assert button.accessibleDescription() == "Ctrl+S"
    assert button.sizeHint().width() > bare.sizeHint().width() + button.fontMetrics().horizontalAdvance(
        "Ctrl+S"
    )


def test_an_error_takes_room_only_while_there_is_one(shown):
    field = labelled("Их номер", QLineEdit())
    shown(field)
    assert not field.error.isVisible()
    field.complain("Такой номер уже есть")
    assert field.error.isVisible()
    assert field.widget.accessibleDescription() == "Такой номер уже есть"
    field.complain("")
    assert not field.error.isVisible()


def test_an_error_without_a_window_opens_none():
    assert not FieldError("Ошибка").isVisible()


def test_a_label_names_its_field():
    line = QLineEdit()
    field = labelled("Откуда", line)
    assert field.label.buddy() is line
    assert line.accessibleName() == "Откуда"


def test_a_choice_has_a_name_besides_its_value():
    assert Choice("Год").accessibleName() == "Год"


def test_a_chip_wears_its_tone():
    assert Chip("На контроле", Tone.WARNING).property("tone") == "warning"


def test_an_empty_place_offers_its_steps(shown):
    pressed = []
    button = PrimaryButton("Зарегистрировать", "Ins")
    button.clicked.connect(lambda: pressed.append(True))
    shown(EmptyState("Пусто", "Начните с первого документа", button))
    button.setFocus()
    hands.press("Space")
    assert pressed == [True]


def test_what_does_not_fit_goes_into_the_next_line(shown):
    flow = Flow()
    for number in range(6):
        flow.add(Caption(f"Экземпляр № {number}"))
    shown(flow)
    assert flow.heightForWidth(10_000) < flow.heightForWidth(250) < flow.heightForWidth(130)
    places = [part.geometry() for part in flow.parts()]
    assert not any(one.intersects(other) for one, other in itertools.pairwise(places))


def test_a_filter_chip_takes_itself_off(shown):
    chips, removed = FilterChips(), []
    chips.removed.connect(removed.append)
    chips.show_filters([("correspondent", "Откуда: мин"), ("summary", "Содержание: аудит")])
    shown(chips)
    first, second = chips.chips()
    assert "Откуда: мин" in first.accessibleName()
    second.setFocus()
    hands.press("Delete")
    assert removed == ["summary"]


def test_a_long_filter_is_cut_on_its_chip_only():
    chip = FilterChip("Откуда: " + "министерство " * 5)
    assert len(chip.text()) < 40
    assert "министерство " * 5 in chip.accessibleName()


def test_lines_are_walked_with_the_arrows_and_pressed_with_enter(shown):
    opened = []
    lines = [LinkButton(name) for name in ("первая", "вторая")]
    for line in lines:
        line.clicked.connect(lambda _=False, line=line: opened.append(line.text()))
    shown(*lines)
    lines[0].setFocus()
    hands.press("Down", "Enter", "Up", "Enter")
    assert opened == ["вторая", "первая"]


def test_the_chart_says_its_numbers():
    chart = YearChart()
    chart.show_year((88, 0, 120, *(0,) * 9), 3)
    assert chart.accessibleDescription() == "январь 88, март 120"


def test_the_chart_speaks_kazakh():
    use_language(Language.KK)
    chart = YearChart()
    chart.show_year((88, *(0,) * 11), 1)
    assert chart.accessibleDescription() == "қаңтар 88"
