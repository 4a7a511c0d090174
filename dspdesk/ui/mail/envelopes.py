"""The covers of a delivery, a line for each: the sender, the numbers on it, «Лично», a carrier. All by keys."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import Carrier
from dspdesk.procedures.mail_intake import PackageLogged
from dspdesk.ui import theme
from dspdesk.ui.cards.fields import TextField
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.widgets.basics import Caption, PlainButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOST = 200  # covers of one delivery: more are a slip of the pen


class Envelope:
    """The fields of one cover."""

    def __init__(self, owner: "Envelopes", desk: "Desk") -> None:
        self._desk = desk
        self.sender, self.numbers = TextField(owner.offers), TextField()
        self.personal, self.electronic = QCheckBox(), QCheckBox()
        self.addressee = TextField()  # a field of persons asks the store: it is made when «Лично» is ticked
        self.addressee.hide()

    def cells(self) -> tuple[TextField, TextField, QCheckBox, TextField, QCheckBox]:
        """The fields in their order, which is that of Tab."""
        return self.sender, self.numbers, self.personal, self.addressee, self.electronic

    def after(self, field: QObject) -> QWidget | None:
        """Where Enter goes from a field of the line: past the boxes, which few covers need; `None` behind the last."""
        named = self.addressee if self.personal.isChecked() else None
        onward: dict[QObject, QWidget | None] = {self.sender: self.numbers}
        return (onward | {self.numbers: named, self.personal: named}).get(field)

    def empty(self) -> bool:
        """Whether nothing was typed here."""
        ticked = self.personal.isChecked() or self.electronic.isChecked()
        return not (self.sender.text().strip() or self.numbers.text().strip() or ticked)

    def logged(self) -> PackageLogged:
        """What the line says."""
        person = self.addressee.value() if isinstance(self.addressee, PersonField) else None
        return PackageLogged(
            sender=self.sender.value(),
            cover_numbers=self.numbers.value(),
            personal=self.personal.isChecked(),
            addressee_id=person,
            carrier=Carrier.ELECTRONIC if self.electronic.isChecked() else Carrier.PAPER,
        )


class Envelopes(QWidget):
    """The lines of a delivery, `most` at the highest.

    Enter goes on, in the last field it begins the next line; Ctrl+D copies from above.
    """

    changed = Signal()

    def __init__(self, desk: "Desk", most: int = MOST) -> None:
        super().__init__()
        self._desk, self._most = desk, most
        self.rows: list[Envelope] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.em(self, 0.7))
        self._grid.setVerticalSpacing(theme.em(self, 0.35))
        self._grid.setColumnStretch(1, 5)
        self._grid.setColumnStretch(2, 3)
        self._grid.setColumnStretch(4, 4)
        captions = (
            "",
            _("Sender"),
            _("Numbers on the cover"),
            _("«Personal»"),
            _("Addressee"),
            _("Electronic"),
        )
        for at, words in enumerate(captions):
            self._grid.addWidget(Caption(words), 0, at)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        self.more = PlainButton(_("One more cover"))
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self.begin_next)
        self.add()
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)  # last: Tab comes to it after the lines
        self.more.setVisible(most > 1)

    # --- a field of a form ---

    def value(self) -> tuple[PackageLogged, ...]:
        """The covers, lines left empty passed over."""
        return tuple(row.logged() for row in self.rows if not row.empty())

    def problem(self) -> str:
        """What is wrong with a line, '' when nothing is."""
        for at, row in enumerate(self.rows, 1):
            if row.personal.isChecked() and (wrong := row.addressee.problem()):
                return _("Cover {n}: {problem}").format(n=at, problem=wrong)
        return ""

    def kept(self) -> list[dict[str, Any]]:
        """The lines as a draft keeps them."""
        return [
            {
                "sender": row.sender.text(),
                "numbers": row.numbers.text(),
                "personal": row.personal.isChecked(),
                "addressee": row.addressee.text(),
                "electronic": row.electronic.isChecked(),
            }
            for row in self.rows
            if not row.empty()
        ]

    def show_kept(self, lines: Sequence[Mapping[str, Any]]) -> None:
        """Show what a draft kept."""
        for at, line in enumerate(lines[: self._most]):
            if at >= len(self.rows):
                self.add()
            row = self.rows[at]
            row.sender.setText(str(line.get("sender", "")))
            row.numbers.setText(str(line.get("numbers", "")))
            row.personal.setChecked(bool(line.get("personal")))
            row.addressee.setText(str(line.get("addressee", "")))
            row.electronic.setChecked(bool(line.get("electronic")))

    # --- the lines ---

    def add(self) -> Envelope | None:
        """One more line; `None` when there are too many."""
        if len(self.rows) >= self._most:
            return None
        row = Envelope(self, self._desk)
        self.rows.append(row)
        at = len(self.rows)
        self._grid.addWidget(Caption(str(at)), at, 0, Qt.AlignmentFlag.AlignRight)
        names = (_("Sender"), _("Numbers on the cover"), _("«Personal»"), _("Addressee"), _("Electronic"))
        for column, (cell, words) in enumerate(zip(row.cells(), names, strict=True), 1):
            self._place(row, cell, f"{words}, {at}", column, at)
        row.personal.toggled.connect(partial(self._personal, row))
        self._order(row)
        return row

    def begin_next(self) -> None:
        """Go to the sender of the next line, a new one after the last."""
        if self.rows[-1].empty() or self.add() is not None:
            self.rows[-1].sender.setFocus()
        self.changed.emit()

    def copy_from_above(self) -> None:
        """Copy this field of the line above."""
        focused = QApplication.focusWidget()
        for above, row in pairwise(self.rows):
            for name in ("sender", "numbers"):
                if getattr(row, name) is focused:
                    getattr(row, name).setText(getattr(above, name).text())
                    self.changed.emit()

    def offers(self, typed: str) -> list[str]:
        """The correspondents whose names begin as typed."""
        from dspdesk.queries.completion import completions

        return completions(self._desk, "correspondent", typed)

    def _place(self, row: Envelope, cell: QWidget, name: str, column: int, at: int) -> None:
        cell.setAccessibleName(name)
        cell.installEventFilter(self)
        middle = isinstance(cell, QCheckBox)
        self._grid.addWidget(
            cell, at, column, Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag(0)
        )
        if isinstance(cell, QCheckBox):
            cell.toggled.connect(lambda _on: self.changed.emit())
        elif isinstance(cell, QLineEdit):
            cell.textEdited.connect(lambda _typed: self.changed.emit())

    def _personal(self, row: Envelope, ticked: bool) -> None:
        """A cover with «Лично» names its addressee; the field of persons is made when it is first needed."""
        if ticked and not isinstance(row.addressee, PersonField):
            at, before = self.rows.index(row) + 1, row.addressee
            row.addressee = PersonField(self._desk)
            self._place(row, row.addressee, before.accessibleName(), 4, at)
            before.hide()
            before.deleteLater()
            self._order(row)
        row.addressee.setVisible(ticked)

    def _order(self, row: Envelope) -> None:
        at = self.rows.index(row)
        if at:
            QWidget.setTabOrder(self.rows[at - 1].electronic, row.sender)
        for one, other in pairwise(row.cells()):
            QWidget.setTabOrder(one, other)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on through the fields of a line, then to the next line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in _ENTER and not modifiers:
                return self._on_from(watched)
            if event.key() == Qt.Key.Key_Down and modifiers == Qt.KeyboardModifier.AltModifier:
                if show_list := getattr(watched, "show_list", None):
                    show_list()
                return True
        return False

    def _on_from(self, watched: QObject) -> bool:
        at, row = next((at, row) for at, row in enumerate(self.rows) if watched in row.cells())
        if (field := row.after(watched)) is not None:
            field.setFocus()
        elif at + 1 < len(self.rows):
            self.rows[at + 1].sender.setFocus()
        elif row.empty() or len(self.rows) >= self._most:
            self._go_behind()
        else:
            self.begin_next()
        return True

    def _go_behind(self) -> None:
        """Leave the lines: to what Tab comes to after the last one."""
        self.rows[-1].electronic.setFocus()
        self.window().focusNextChild()
