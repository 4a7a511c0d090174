"""Rows of the lists and trees of forms: as far from each other as those of a register, without a frame in a frame."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

_HEIGHT = 1.65  # of the font, as in a register


class CalmRows(QStyledItemDelegate):
    """The row with the keys is known by its ground; the frame is around the whole field."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), round(option.fontMetrics.height() * _HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        calm = QStyleOptionViewItem(option)
        calm.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, calm, index)
