"""What has happened to something of the directory: each step with who took it, when, why, and what it changed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dspdesk.language import dates
from dspdesk.language.catalogue import _
from dspdesk.ui import keys, theme, wording
from dspdesk.ui.fitting import fit
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.widgets.basics import Caption, Heading, Panel, PlainButton, PlainLabel, Title

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.history import FieldChange, HistoryLine

_WIDTH, _HEIGHT = 52, 44  # in ems


class HistoryDialog(QDialog):
    """The steps about one subject, the latest first."""

    def __init__(self, desk: "Desk", subject: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("History: {name}").format(name=title))
        self._desk, self._subject = desk, subject
        self._newest = Newest(self)
        self.lines: list[HistoryLine] = []
        self._lay_out(title)
        self._newest.ask(self._ask, self._show, patience=PATIENCE)

    def loaded(self) -> bool:
        """Whether the steps have come."""
        return self._newest.idle()

    def _ask(self) -> "list[HistoryLine]":
        from dspdesk.queries.history import history

        return history(self._desk, self._subject)

    def _show(self, lines: "list[HistoryLine]") -> None:
        self.lines = lines
        for line in lines:
            self._steps.addWidget(_step(line, self._desk))
        if not lines:
            self._steps.addWidget(Caption(_("Nothing has been recorded of this yet."), wrap=True))
        self._steps.addStretch(1)

    def _lay_out(self, title: str) -> None:
        contents = QWidget()
        self._steps = QVBoxLayout(contents)
        self._steps.setContentsMargins(0, 0, theme.em(self, 0.4), 0)
        self._steps.setSpacing(theme.em(self, 0.6))
        self.area = QScrollArea()
        self.area.setAccessibleName(_("History"))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setWidget(contents)
        contents.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        close = PlainButton(_("Close"), keys.LEAVE.keys)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Title(_("History"), factor=1.3))
        column.addWidget(Caption(title, wrap=True))
        column.addWidget(self.area, 1)
        column.addLayout(foot)
        fit(self, _WIDTH, _HEIGHT)
        self.area.setFocus()


def show(parent: QWidget, desk: "Desk", subject: str, title: str) -> None:
    """Show the history of something over a window."""
    HistoryDialog(desk, subject, title, parent).open()


def step_of(parent: QWidget, desk: "Desk", subject: str, title: str) -> tuple[str, Callable[[], None]]:
    """The button under the details of a register that shows the history of its row."""
    return _("History…"), lambda: show(parent.window(), desk, subject, title)


def _step(line: "HistoryLine", desk: "Desk") -> QWidget:
    panel = Panel()
    at = dates.day_and_time(wording.local(line.at, desk))
    panel.body.addWidget(Heading(line.what))
    panel.body.addWidget(Caption(f"{at} · {line.by}"))
    if line.reason:
        panel.body.addWidget(PlainLabel(line.reason, wrap=True))
    for words in changes(line.fields):
        panel.body.addWidget(PlainLabel(words, wrap=True))
    return panel


def changes(fields: "Sequence[FieldChange]") -> list[str]:
    """What changed, a line for each field."""
    return [_change(field) for field in fields]


def _change(field: "FieldChange") -> str:
    if not field.before:
        return _("{field}: {value}").format(field=field.field, value=field.after)
    return _("{field}: {before} → {after}").format(
        field=field.field, before=field.before, after=field.after or _("empty")
    )
