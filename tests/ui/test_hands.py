"""The hands themselves: what they press is what a person presses."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dspdesk.ui import ask
from tests import hands

pytestmark = pytest.mark.usefixtures("dressed")


class Two(QDialog):
    """Two lines, a button and a shortcut."""

    def __init__(self):
        super().__init__()
        column = QVBoxLayout(self)
        self.first, self.second, self.button = QLineEdit(), QLineEdit(), QPushButton("?")
        self.button.setAutoDefault(False)
        for part in (self.first, self.second, self.button):
            column.addWidget(part)
        self.pressed = []
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(lambda: self.pressed.append("Ctrl+Enter"))


def test_letters_of_both_languages_are_typed():
    with hands.shown(Two()) as window:
        hands.type_text("Қазақша ә ғ, русский ё – 12/а")
        hands.press("Tab")
        hands.type_text("вторая")
        assert (window.first.text(), window.second.text()) == ("Қазақша ә ғ, русский ё – 12/а", "вторая")


def test_keys_reach_shortcuts():
    with hands.shown(Two()) as window:
        hands.press("Ctrl+Enter")
        assert window.pressed == ["Ctrl+Enter"]


def test_a_barcode_ends_with_enter():
    with hands.shown(Two()) as window:
        window.first.returnPressed.connect(lambda: window.pressed.append(window.first.text()))
        hands.scan("IT-004217")
        assert window.pressed == ["IT-004217"]


def test_the_mouse_is_seen():
    with hands.shown(Two()) as window:
        with hands.keyboard_only():
            hands.press("Tab")
        with pytest.raises(AssertionError, match="the mouse was used"), hands.keyboard_only():
            hands.click(window.button)


def test_a_dialog_gives_the_keys_back():
    with hands.shown(Two()) as window:
        inner = QDialog(window)
        inner.open()
        hands.press("Esc")
        hands.back_to(window)
        hands.type_text("я")
        assert window.first.text() == "я"


def test_a_question_that_was_not_planned_fails_the_test():
    parent = QWidget()
    with pytest.raises(AssertionError, match="asked without being planned"), hands.answers():
        ask.confirm(parent, "Leave?", "", "Leave", lambda: None)
    with pytest.raises(AssertionError, match="planned and never asked"), hands.answers() as planned:
        planned.plan("tell")


@pytest.mark.parametrize(("keys", "answer"), [(["Enter"], []), (["Esc"], []), (["Tab", "Enter"], ["yes"])])
def test_a_question_is_answered_from_the_keyboard(keys, answer):
    said = []
    with hands.shown(Two()) as window:
        ask.confirm(window, "Leave?", "<b>не разметка</b>", "Leave", lambda: said.append("yes"))
        hands.wait_until(lambda: not window.isActiveWindow())
        hands.press(*keys)
        hands.back_to(window)
    assert said == answer


def test_a_reason_is_insisted_on():
    said = []
    with hands.shown(Two()) as window:
        ask.reason(window, "Why?", "", said.append)
        hands.wait_until(lambda: not window.isActiveWindow())
        hands.press("Enter")
        assert not said
        hands.type_text("так велено")
        hands.press("Enter")
        hands.back_to(window)
    assert said == ["так велено"]


def test_what_people_typed_is_never_markup():
    with hands.shown(Two()) as window:
        ask.tell(window, "<i>Название</i>", "<b>жирно</b>")
        hands.wait_until(lambda: not window.isActiveWindow())
        question = window.findChild(QObject, options=Qt.FindChildOption.FindDirectChildrenOnly)
        labels = [
            label for label in window.findChildren(ask.basics.PlainLabel) if label.text().startswith("<")
        ]
        assert question is not None
        assert labels
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
        hands.press("Esc")
