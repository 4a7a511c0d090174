"""Heads of the preview of a sheet: the letter of each column, and under it the chooser of what it is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from dspdesk.language.catalogue import _
from dspdesk.spreadsheets.mapping import FIELDS, LEAVE_OUT
from dspdesk.spreadsheets.reasons import field_name
from dspdesk.ui import theme
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Choice

_MARK = {Tone.BAD: "✕", Tone.WARNING: "!"}  # beside the letter, so that no colour is needed to see it


def letter(column: int) -> str:
    """What a spreadsheet program calls a column, counted from 0."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class ColumnHeads(QHeaderView):
    """One chooser for each column of the sheet."""

    said = Signal(int, int)  # a column, and what it now is
    entered = Signal(int)  # the keys have come to the chooser of a column

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.choosers: list[Choice] = []
        self._notes: dict[int, tuple[Tone, str]] = {}
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.sectionResized.connect(self.place)

    def show_columns(self, fields: Sequence[int], *, fixed: bool) -> None:
        """Begin anew with these columns."""
        for chooser in self.choosers:
            chooser.hide()
            chooser.deleteLater()
        self.choosers = [self._chooser(column, field) for column, field in enumerate(fields)]
        for chooser in self.choosers:
            chooser.setEnabled(not fixed)
            chooser.show()
        self.updateGeometries()

    def show_notes(self, notes: Mapping[int, tuple[Tone, str]]) -> None:
        """Mark the columns of which something is to be said; a screen reader is told what."""
        self._notes = dict(notes)
        for column, chooser in enumerate(self.choosers):
            text = notes[column][1] if column in notes else ""
            chooser.setAccessibleDescription(text)
            chooser.setToolTip(text)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.em(self, 1.9) + self._below())

    def updateGeometries(self) -> None:
        self.setViewportMargins(0, 0, 0, self._below())
        super().updateGeometries()
        self.place()

    def place(self) -> None:
        """Keep each chooser under its letter."""
        gap = theme.em(self, 0.2)
        height = self._below() - 2 * gap
        for column, chooser in enumerate(self.choosers[: self.count()]):
            left = self.sectionViewportPosition(column)
            chooser.setGeometry(
                left + gap, self.height() - height - gap, self.sectionSize(column) - 2 * gap, height
            )

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        colours = theme.tokens()
        painter.save()
        painter.fillRect(rect, colours.side)
        tone, _text = self._notes.get(logicalIndex, (Tone.PLAIN, ""))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colours.tone(tone))
        words = f"{letter(logicalIndex)}  {_MARK.get(tone, '')}".strip()
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(colours.line)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self.choosers:
            self.entered.emit(self.choosers.index(watched))
        elif event.type() == QEvent.Type.Wheel and not (isinstance(watched, Choice) and watched.hasFocus()):
            event.ignore()  # turning over the sheet must not change what a column is
            return True
        return super().eventFilter(watched, event)

    def _chooser(self, column: int, field: int) -> Choice:
        chooser = Choice(_("Column {letter} is").format(letter=letter(column)))
        chooser.setParent(self)
        # by its contents it would resize itself a moment after it was placed
        chooser.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chooser.addItem(_("leave out"), LEAVE_OUT)
        for one in FIELDS:
            chooser.addItem(field_name(one), one)
        chooser.setCurrentIndex(chooser.findData(field))
        chooser.setMaxVisibleItems(len(FIELDS) + 1)
        chooser.view().setMinimumWidth(chooser.view().sizeHintForColumn(0) + theme.em(self, 1.5))
        chooser.currentIndexChanged.connect(
            lambda _at, column=column, chooser=chooser: self.said.emit(column, chooser.currentData())
        )
        chooser.installEventFilter(self)
        return chooser

    def _below(self) -> int:
        height = self.choosers[0].sizeHint().height() if self.choosers else theme.em(self, 2)
        return height + 2 * theme.em(self, 0.2)
