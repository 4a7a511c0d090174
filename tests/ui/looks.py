"""A screen as text: its visible parts with role, name, text and state, nested parts indented."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)  # fmt: skip

from dspdesk import __version__

_MOST_ROWS = 12  # rows of a grid that are told
#: What differs from run to run: codes of the ledger, folders of the test, versions.
_CHANGING = (
    (re.compile(r"\b\d[\d\s\u00a0]* · \d+-[0-9A-F]{8}\b"), "<code>"),
    (re.compile(r"\b\d+-[0-9A-F]{8}\b"), "<code>"),
    (re.compile(r"\b\d+,\d (МБ|MB)"), r"<size> \1"),
    (re.compile(r"/\S+/([\w.-]+)"), r"<folder>/\1"),
    (re.compile(re.escape(__version__)), "<version>"),
)
_ROLES: tuple[tuple[type, str], ...] = (
    (QLabel, "label"), (QLineEdit, "field"), (QPlainTextEdit, "field"), (QTextEdit, "field"), (QComboBox, "choice"),
    (QAbstractButton, "button"), (QListWidget, "list"), (QTableView, "grid"),
)  # fmt: skip


def dump(widget: QWidget) -> str:
    """The parts of a screen in the order in which they were laid out."""
    lines = [f"window “{_steady(widget.windowTitle())}”"]
    _tell_parts(widget, 1, lines)
    return "\n".join(lines) + "\n"


def _tell_parts(widget: QWidget, depth: int, lines: list[str]) -> None:
    for part in widget.children():
        if not isinstance(part, QWidget) or not part.isVisibleTo(widget):
            continue
        role = next((name for kind, name in _ROLES if isinstance(part, kind)), "")
        if role:
            lines.append("  " * depth + _line(part, role))
        if isinstance(part, QAbstractItemView):
            lines += ["  " * (depth + 1) + row for row in _rows(part)]
        elif not isinstance(part, QComboBox | QLineEdit):
            _tell_parts(part, depth + bool(role), lines)


def _line(part: QWidget, role: str) -> str:
    text = part.currentText() if isinstance(part, QComboBox) else _text(part)
    name = part.accessibleName()
    told = [role, f"[{_steady(name)}]" if name and name != text else "", f"“{_steady(text)}”" if text else ""]
    told.append("" if part.isEnabled() else "disabled")
    if isinstance(part, QAbstractButton) and part.isChecked():
        told.append("checked")
    if part.hasFocus():
        told.append("focused")
    return " ".join(word for word in told if word)


def _text(part: QWidget) -> str:
    if isinstance(part, QPlainTextEdit | QTextEdit):
        return part.toPlainText()
    if isinstance(part, QLineEdit):
        return part.text() or (f"({part.placeholderText()})" if part.placeholderText() else "")
    return part.text() if isinstance(part, QLabel | QAbstractButton) else ""


def _rows(view: QAbstractItemView) -> list[str]:
    model = view.model()
    if model is None:
        return []
    if isinstance(view, QListView):
        return [
            _steady(str(model.index(row, 0).data() or "")) for row in range(min(model.rowCount(), _MOST_ROWS))
        ]
    columns = range(model.columnCount())
    heads = [str(model.headerData(c, Qt.Orientation.Horizontal) or "") for c in columns]
    rows = [
        " | ".join(str(model.index(row, c).data() or "") for c in columns)
        for row in range(min(model.rowCount(), _MOST_ROWS))
    ]
    return [_steady(line) for line in ([" | ".join(heads)] if isinstance(view, QTableView) else []) + rows]


def _steady(text: str) -> str:
    for pattern, instead in _CHANGING:
        text = pattern.sub(instead, text)
    return " ".join(text.split())
