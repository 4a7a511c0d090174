"""A scanner is told from hands: its code never reaches the field, and nothing else is kept from it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListWidget, QPlainTextEdit, QVBoxLayout

from dspdesk.law.barcode import Code, Kind
from dspdesk.ui.scan.listening import BLINK, Listener
from tests import hands

pytestmark = pytest.mark.usefixtures("dressed")

CODE = Code(Kind.COPY, 1242)


class Form(QDialog):
    """Fields of several sorts; what Enter does is counted."""

    def __init__(self):
        super().__init__()
        self.line, self.text, self.list, self.choice = (
            QLineEdit(),
            QPlainTextEdit(),
            QListWidget(),
            QComboBox(),
        )
        self.list.addItems(["Акт", "Сводка", "C1242", "Штат"])
        self.choice.addItems(["Акт", "Сводка", "C1242", "Штат"])
        column = QVBoxLayout(self)
        for part in (self.line, self.text, self.list, self.choice):
            column.addWidget(part)
        self.entered = []
        self.line.returnPressed.connect(lambda: self.entered.append(self.line.text()))


@pytest.fixture
def form():
    with hands.shown(Form()) as window:
        heard = []
        listener = Listener(window)
        listener.scanned.connect(heard.append)
        listener.begin()
        window.heard = heard
        yield window
        listener.end()


def settled():
    hands.pause(BLINK * 3)


@pytest.mark.parametrize("layout", ["latin", "russian", "kazakh"])
@pytest.mark.parametrize("kind", list(Kind))
def test_a_label_of_each_kind_is_heard_under_each_layout(form, layout, kind):
    for number in (1, 1234567890, 65_535):
        hands.scan(str(Code(kind, number)), layout)
    settled()
    assert form.heard == [Code(kind, 1), Code(kind, 1234567890), Code(kind, 65_535)]
    assert form.line.text() == ""
    assert not form.entered


@pytest.mark.parametrize("layout", ["latin", "russian", "kazakh"])
def test_the_field_keeps_its_text_and_its_selection(form, layout):
    form.line.setText("о результатах аудита")
    form.line.setSelection(2, 11)
    hands.scan(str(CODE), layout)
    settled()
    assert (form.heard, form.line.text(), form.line.selectedText()) == (
        [CODE],
        "о результатах аудита",
        "результатах",
    )


@pytest.mark.parametrize("which", ["text", "list", "choice"])
def test_nothing_is_changed_wherever_the_keys_are(form, which):
    getattr(form, which).setFocus()
    form.list.setCurrentRow(1)
    form.choice.setCurrentIndex(1)
    hands.scan(str(CODE), "russian")
    settled()
    assert form.heard == [CODE]
    assert (form.text.toPlainText(), form.list.currentRow(), form.choice.currentIndex()) == ("", 1, 1)


@pytest.mark.parametrize("layout", ["latin", "russian", "kazakh"])
def test_the_same_keys_struck_by_hand_are_typed(form, layout):
    hands.strike(str(CODE), layout)
    settled()
    typed = "".join(hands.LAYOUTS[layout].get(key, key) for key in str(CODE))
    assert (form.heard, form.line.text(), form.entered) == ([], typed, [typed])


def test_a_hand_just_slower_than_a_scanner_is_no_scanner(form):
    hands.strike(str(CODE), apart=BLINK + 1)
    settled()
    assert (form.heard, form.line.text()) == ([], str(CODE))


@pytest.mark.parametrize(
    "typed", ["С 12 марта", "шифр Ы1", "C1242", "C1242AT", "4870001234567", "C1242ASX", "PHIC"]
)
def test_fast_keys_that_are_no_code_of_ours_are_typed_in_their_order(form, typed):
    hands.strike(typed, apart=4)
    settled()
    assert (form.heard, form.line.text(), form.entered) == ([], typed, [typed])


def test_a_code_without_its_end_is_typed_after_a_blink(form):
    for letter in str(CODE):
        hands._key_at_window(0, letter, 4)
    assert form.line.text() == ""
    settled()
    assert form.line.text() == str(CODE)


def test_a_code_is_heard_amid_typing(form):
    hands.strike("Сводка", apart=120)
    form.entered.clear()
    hands.scan(str(CODE), "kazakh")
    hands.strike("ия", apart=120)
    settled()
    assert (form.heard, form.line.text()) == ([CODE], "Сводкаия")


def test_keys_with_ctrl_are_nobodys_code(form):
    hands.type_text("C")
    hands.press("Ctrl+A", "Ctrl+C")
    settled()
    assert (form.heard, form.line.selectedText()) == ([], "C")


def test_two_labels_one_after_the_other_are_both_heard(form):
    hands.scan(str(CODE))
    hands.scan(str(Code(Kind.SHEET, 5)))
    settled()
    assert form.heard == [CODE, Code(Kind.SHEET, 5)]


def test_the_lock_sees_that_somebody_is_there(form):
    """A scan is a sign of life like any key, although its keys go nowhere."""
    from dspdesk.ui.lock import Limits, Watch

    moments = [0.0]
    watch = Watch(lambda: Limits(5, 12), lambda: moments[0], lambda: False)
    watch.begin()
    moments[0] = 200.0
    hands.scan(str(CODE))
    assert watch._touched == 200.0
    watch.end()


def test_a_window_that_opens_later_is_listened_to(form):
    inner = Form()
    inner.setParent(form, Qt.WindowType.Dialog)
    inner.open()
    hands.back_to(inner)
    hands.scan(str(CODE), "russian")
    settled()
    assert (form.heard, inner.line.text()) == ([CODE], "")
    inner.close()
