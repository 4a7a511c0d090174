"""The places at the left, and below them who is signed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import Language, _, current_language
from dspdesk.ui import theme, wording
from dspdesk.ui.widgets.basics import Caption, Heading, PlainLabel
from dspdesk.ui.widgets.links import PAD, LinkButton, indented

if TYPE_CHECKING:
    from dspdesk.desk import Desk

LEAST, MOST = 16, 22  # ems; in between as the words of the language need
LANGUAGES = {Language.KK: "Қазақша", Language.RU: "Русский"}  # each by its own name, in any language


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a place with its key, or the name of a group when the key is ''."""

    key: str
    text: str


class SideBar(QFrame):
    """Where one can go. Up and Down choose, what is chosen is shown at once."""

    chosen = Signal(str)
    next_person = Signal()
    password = Signal()
    about = Signal()
    keys = Signal()
    language = Signal(str)

    def __init__(self, desk: "Desk", entries: Sequence[Entry]) -> None:
        super().__init__()
        self.list = _PlaceList(entries)
        self.list.currentItemChanged.connect(self._choose)
        column = QVBoxLayout(self)
        pad = theme.em(self, 0.8)
        column.setContentsMargins(pad, theme.em(self, 1.4), pad, pad)
        column.setSpacing(theme.em(self, 0.25))
        column.addWidget(indented(Heading("dspdesk")))
        column.addWidget(indented(Caption(desk.organisation(current_language()), wrap=True)))
        column.addSpacing(theme.em(self, 0.6))
        column.addWidget(self.list, 1)
        column.addWidget(_rule())
        column.addSpacing(theme.em(self, 0.4))
        for part in self._foot(desk):
            column.addWidget(part)
        links = (link.sizeHint().width() for link in self.findChildren(LinkButton))
        widest = max(self.list.widest(), *links)
        self.setFixedWidth(min(max(theme.em(self, LEAST), widest + 2 * pad), theme.em(self, MOST)))

    def places(self) -> list[str]:
        """The keys of all places, in their order."""
        keys = (self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count()))
        return [key for key in keys if key]

    def choose(self, key: str) -> None:
        """Mark a place as the one shown."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.list.setCurrentRow(row)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and (key := item.data(Qt.ItemDataRole.UserRole)):
            self.chosen.emit(key)

    def _foot(self, desk: "Desk") -> list[QWidget]:
        person = desk.person
        language = current_language()
        name = indented(PlainLabel(person.name(language), wrap=True))
        role = indented(Caption(person.position(language) or _roles(desk), wrap=True))
        change, own = LinkButton(_("Next person"), "Ctrl+L"), LinkButton(_("My password…"))
        change.clicked.connect(self.next_person)
        own.clicked.connect(self.password)
        about, keys = LinkButton(_("About")), LinkButton(_("Keys"), "F1")
        about.clicked.connect(self.about)
        keys.clicked.connect(self.keys)
        return [name, role, change, own, keys, about, self._languages()]

    def _languages(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.languages = {}
        for language, name in LANGUAGES.items():
            button = LinkButton(name)
            button.setCheckable(True)
            button.setChecked(language is current_language())
            button.setAccessibleDescription(_("Language of the program"))
            button.clicked.connect(lambda _checked=False, code=language: self._switch(code))
            self.languages[language] = button
            row.addWidget(button)
        return line

    def _switch(self, language: Language) -> None:
        for code, button in self.languages.items():
            button.setChecked(code is current_language())
        if language is not current_language():
            self.language.emit(language.value)


def _rule() -> QFrame:
    """Parts the places, which may be scrolled, from what stands below them."""
    rule = QFrame()
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    return rule


def _roles(desk: "Desk") -> str:
    if len(desk.person.roles) != 1:
        return ""
    return _(wording.ROLES[next(iter(desk.person.roles))])


class _PlaceList(QListWidget):
    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.setAccessibleName(_("Places"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_PlaceDelegate(self))
        for entry in entries:
            item = QListWidgetItem(entry.text, self)
            item.setData(Qt.ItemDataRole.UserRole, entry.key)
            if not entry.key:
                item.setFlags(Qt.ItemFlag.NoItemFlags)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.em(self, 8))

    def widest(self) -> int:
        """How wide the longest name is, as the place shown has it, with the bar that scrolls."""
        font = self.font()
        font.setBold(True)
        names = (self.item(row).text() for row in range(self.count()))
        words = max((QFontMetrics(font).horizontalAdvance(name) for name in names), default=0)
        return words + 2 * theme.em(self, PAD) + theme.em(self, 1.6)


class _PlaceDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * (1.75 if _is_place(index) else 1.9)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = theme.tokens()
        place = _is_place(index)
        chosen = place and bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(colours.accent if option.widget.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection)
            painter.drawRoundedRect(option.rect.toRectF().adjusted(1, 1, -1, -1), 5, 5)
        font = option.font if place else theme.scaled(option.font, 0.9)
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(colours.accent if chosen else colours.text if place else colours.muted)
        pad = theme.em(option.widget, PAD)
        space = option.rect.adjusted(pad, 0, -pad, 0 if place else -pad // 4)
        side = Qt.AlignmentFlag.AlignVCenter if place else Qt.AlignmentFlag.AlignBottom
        words = index.data() if place else index.data().upper()
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, side | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


def _is_place(index: QModelIndex | QPersistentModelIndex) -> bool:
    return bool(index.data(Qt.ItemDataRole.UserRole))
