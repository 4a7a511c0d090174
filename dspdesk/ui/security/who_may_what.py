"""Who may do what: every action against every role, to be read, not changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import Role
from dspdesk.law.roles import TWO_PERSONS, Action, may
from dspdesk.ui import theme
from dspdesk.ui.fitting import fit
from dspdesk.ui.security import access_words
from dspdesk.ui.widgets.basics import Caption, PlainButton, Title

_FIRST, _OTHER = 25, 10.8  # widths of columns, in ems


class WhoMayWhat(QDialog):
    """The table of rights, in the words of the person's language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Who may do what")
        self.setWindowTitle(title)
        text = _(
            "The table belongs to the program and follows paragraph 11 of the Rules: the documentation service "
            "registers. “by two” takes a second security officer as soon as there is one."
        )
        self.table = _table()
        close = PlainButton(_("Close"), "Esc")
        close.clicked.connect(self.reject)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Title(title, factor=1.3))
        column.addWidget(Caption(text, wrap=True))
        column.addWidget(self.table, 1)
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        fit(self, _FIRST + len(Role) * _OTHER + 6, 60)
        self.table.setFocus()


def _table() -> QTableWidget:
    table = QTableWidget(len(access_words.ACTIONS), len(Role) + 1)
    table.setAccessibleName(_("Who may do what"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setStyleSheet("QTableWidget::item { padding: 0 0.6em; }")
    table.verticalHeader().hide()
    table.setHorizontalHeaderLabels([_("Action"), *map(access_words.role, Role)])
    _dress_header(table)
    for row, action in enumerate(access_words.ACTIONS):
        table.setItem(row, 0, QTableWidgetItem(_(access_words.ACTIONS[action])))
        for column, role in enumerate(Role, 1):
            item = QTableWidgetItem(_cell(role, action))
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            table.setItem(row, column, item)
    return table


def _dress_header(table: QTableWidget) -> None:
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    header.setMinimumHeight(table.fontMetrics().lineSpacing() * 3 + theme.em(table, 0.6))
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setStretchLastSection(True)
    table.setColumnWidth(0, theme.em(table, _FIRST))
    header.setHighlightSections(False)
    for column in range(1, table.columnCount()):
        table.setColumnWidth(column, theme.em(table, _OTHER))


def _cell(role: Role, action: Action) -> str:
    if not may([role], action):
        return "—"
    return _("✓ by two") if action in TWO_PERSONS else "✓"


def show(parent: QWidget) -> None:
    """Show the table over a window."""
    dialog = WhoMayWhat(parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
