"""A row that goes on in the next line when it is full."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from dspdesk.ui import theme


class Flow(QWidget):
    """Lays chips out like words of a text."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Put a part at the end; one that was hidden on purpose stays so and takes no room."""
        hidden = part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        self._parts.append(part)
        part.setParent(self)
        part.setVisible(not hidden)
        self._changed()

    def clear(self) -> None:
        """Take everything out."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts.clear()
        self._changed()

    def parts(self) -> list[QWidget]:
        """What is in it, in order."""
        return list(self._parts)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        widths = [part.sizeHint().width() for part in self._parts]
        return QSize(sum(widths) + self._gap() * max(len(widths) - 1, 0), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        size = QSize()
        for part in self._parts:
            size = size.expandedTo(part.minimumSizeHint())
        return size

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def _changed(self) -> None:
        self.updateGeometry()
        self._arrange(self.width(), move=True)

    def _gap(self) -> int:
        return theme.em(self, 0.4)

    def _arrange(self, width: int, *, move: bool) -> int:
        at, line = QPoint(0, 0), 0
        for part in self._parts:
            if part.isHidden():
                continue
            size = part.sizeHint()
            if line and at.x() + size.width() > width:
                at, line = QPoint(0, at.y() + line + self._gap()), 0
            if move:
                part.setGeometry(QRect(at, QSize(min(size.width(), width), size.height())))
            at = QPoint(at.x() + size.width() + self._gap(), at.y())
            line = max(line, size.height())
        return at.y() + line


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)
