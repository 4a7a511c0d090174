"""Titles, buttons, panels, chips and fields with their label and error: the same on every screen."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from dspdesk.ui import theme
from dspdesk.ui.theme import Tone


class PlainLabel(QLabel):
    """A label that shows its text as it is: nothing people typed is ever taken for markup."""

    def __init__(self, text: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)


class Title(PlainLabel):
    """The name of a place or of a card; `factor` is its size against the ordinary text."""

    def __init__(self, text: str = "", *, factor: float = 1.6, wrap: bool = False) -> None:
        super().__init__(text, wrap=wrap)
        self.setFont(theme.scaled(self.font(), factor, bold=True))


class Heading(Title):
    """The name of a group inside a place or a card."""

    def __init__(self, text: str = "", *, wrap: bool = True) -> None:
        super().__init__(text, factor=1.1, wrap=wrap)


class Caption(PlainLabel):
    """Muted small words: a label above a field, a hint, a place in the law."""

    def __init__(self, text: str = "", *, wrap: bool = False) -> None:
        super().__init__(text, wrap=wrap)
        self.setFont(theme.scaled(self.font(), 0.94))


class Note(PlainLabel):
    """A line of text in a tone."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN) -> None:
        super().__init__(text, wrap=True)
        set_tone(self, tone)


class FieldError(PlainLabel):
    """What is wrong with the field above; takes no room while there is nothing to say."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, wrap=True)
        self.setFont(theme.scaled(self.font(), 0.94))

    def setText(self, text: str) -> None:
        super().setText(text)
        if self.parent() is not None or not text:  # shown without a parent it would be a window
            self.setVisible(bool(text))


class Chip(PlainLabel):
    """A word or two in a rounded patch of their tone."""

    def __init__(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        super().__init__(text)
        self.setFont(theme.scaled(self.font(), 0.94))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("tone", tone.value)


class _KeyedButton(QPushButton):
    """A button that shows its keys to the right of its words; `keys` is only shown, it sets no shortcut."""

    _GAP = 0.7

    def __init__(self, text: str, keys: str = "") -> None:
        super().__init__(text)
        self._keys = keys
        self.setAccessibleDescription(keys)

    def keys(self) -> str:
        """The keys shown."""
        return self._keys

    def set_text(self, text: str, keys: str) -> None:
        """Change the words and the keys together."""
        self._keys = keys
        self.setAccessibleDescription(keys)
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._keys_width(), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        if self.hasFocus():
            draw_ring(painter, self, self._ring_colour())
        self._draw_words(painter, words)

    def _draw_words(self, painter: QPainter, words: str) -> None:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(words)
        left = max((self.width() - width - self._keys_width()) // 2, 0)
        shift = 1 if self.isDown() else 0
        painter.setPen(self._words_colour() if self.isEnabled() else theme.tokens().muted)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, shift, self.width(), self.height()), flags, words)
        if self._keys:
            painter.setPen(self._keys_colour() if self.isEnabled() else theme.tokens().muted)
            left += width + theme.em(self, self._GAP)
            painter.drawText(QRect(left, shift, self.width(), self.height()), flags, self._keys)

    def _keys_width(self) -> int:
        if not self._keys:
            return 0
        return self.fontMetrics().horizontalAdvance(self._keys) + theme.em(self, self._GAP)

    def _ring_colour(self) -> QColor:
        return theme.tokens().accent

    def _words_colour(self) -> QColor:
        return theme.tokens().text

    def _keys_colour(self) -> QColor:
        return theme.tokens().muted


class PlainButton(_KeyedButton):
    """An ordinary button; `keys` is a hint only."""


class PrimaryButton(_KeyedButton):
    """The one thing most likely to be done here; `keys` is a hint only."""

    def __init__(self, text: str, keys: str = "") -> None:
        super().__init__(text, keys)
        font = self.font()
        font.setBold(True)
        self.setFont(font)

    def _ring_colour(self) -> QColor:
        return theme.tokens().accent_text

    def _words_colour(self) -> QColor:
        return theme.tokens().accent_text

    def _keys_colour(self) -> QColor:
        return theme.tokens().accent_text


class Choice(QComboBox):
    """A list to choose from, drawn like a field. `name` is what a screen reader calls it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + theme.em(self, 0.8), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        painter.setPen(QPen(colours.accent, 2) if self.hasFocus() else QPen(colours.field_line, 1))
        painter.setBrush(colours.panel if self.isEnabled() else colours.window)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        self._draw_text(painter)
        self._draw_arrow(painter)

    def _height(self) -> int:
        return self.fontMetrics().height() + 2 * round(self.fontMetrics().height() * 0.33) + 2

    def _draw_text(self, painter: QPainter) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        pad = theme.em(self, 0.7)
        space = self.rect().adjusted(pad, 0, -theme.em(self, 1.8), 0)
        words = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, space.width())
        painter.setPen(theme.tokens().text if self.isEnabled() else theme.tokens().muted)
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _draw_arrow(self, painter: QPainter) -> None:
        half = theme.em(self, 0.3)
        x, y = self.width() - theme.em(self, 1.0), self.height() / 2 + half / 4
        points = [QPointF(x - half, y - half / 2), QPointF(x, y + half / 2), QPointF(x + half, y - half / 2)]
        painter.setPen(QPen(theme.tokens().muted, max(half / 3, 1.2)))
        painter.drawPolyline(QPolygonF(points))


class Panel(QFrame):
    """A rounded card; its contents go into `body`."""

    def __init__(self, tone: Tone | None = None) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        pad = theme.em(self, 1.0)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(theme.em(self, 0.6))
        if tone is not None:
            self.setProperty("tone", tone.value)


class Labelled(QWidget):
    """A field with its label above and room for its error below."""

    def __init__(self, text: str, widget: QWidget) -> None:
        super().__init__()
        self.label = Caption(text)
        self.label.setBuddy(widget)
        self.widget = widget
        self.error = FieldError()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.2))
        for part in (self.label, widget, self.error):
            column.addWidget(part)
        if not widget.accessibleName():
            widget.setAccessibleName(text)

    def complain(self, text: str) -> None:
        """Show what is wrong with the field, or with '' that nothing is; a screen reader is told, too."""
        self.error.setText(text)
        self.widget.setAccessibleDescription(text)
        self.widget.setProperty("wrong", bool(text))
        repolish(self.widget)


class EmptyState(QWidget):
    """What a place without contents says: what belongs here and the first step."""

    def __init__(self, title: str, text: str, button: QPushButton | None = None) -> None:
        super().__init__()
        self.title = Title(title, factor=1.3, wrap=True)
        self.text = Caption(text, wrap=True)
        self.text.setFont(self.font())
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.em(self, 0.8))
        self._column.addStretch(2)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(label)
        self._column.addStretch(3)
        if button is not None:
            self.add_button(button)

    def add_button(self, button: QPushButton) -> None:
        """Offer a step, below those offered already."""
        self._column.insertWidget(self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to read."""
        super().resizeEvent(event)
        side = max((self.width() - theme.em(self, 44)) // 2, theme.em(self, 1))
        self._column.setContentsMargins(side, 0, side, 0)


def labelled(label_text: str, widget: QWidget) -> Labelled:
    """A field under its label; the label is its buddy and its name for screen readers."""
    return Labelled(label_text, widget)


def hide_unless(widget: QWidget, *, allowed: bool) -> None:
    """Hide what a person may not do. Showing a part before it has a parent would open it as a window."""
    if not allowed:
        widget.hide()


def set_tone(widget: QWidget, tone: Tone) -> None:
    """Give a chip, note or panel another tone."""
    widget.setProperty("tone", tone.value)
    repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def draw_ring(painter: QPainter, widget: QWidget, colour: QColor) -> None:
    """The ring that shows where the keyboard is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(widget.rect().toRectF().adjusted(2, 2, -2, -2), 4, 4)
    painter.restore()
