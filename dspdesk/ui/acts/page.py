"""A page of the wizard of an act: its fields, what it lacks, what its step does."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from dspdesk.law.findings import Finding
from dspdesk.ui import theme, told
from dspdesk.ui.cards.fields import EnterGoesOn
from dspdesk.ui.fitting import KeysInView
from dspdesk.ui.widgets.basics import Caption, Labelled, labelled

if TYPE_CHECKING:
    from dspdesk.queries.acts import ActDetails


class ActPage(QScrollArea):
    """One step. `title` names it at the left, `missing` says what it still lacks ('' when it is done)."""

    edited = Signal()

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.title = title
        self._boxes: dict[str, Labelled] = {}
        self._goes_on = EnterGoesOn(self)
        contents = QWidget()
        self.column = QVBoxLayout(contents)
        self.column.setContentsMargins(0, 0, theme.em(self, 0.4), 0)
        self.column.setSpacing(theme.em(self, 0.8))
        self.explanation = Caption(text, wrap=True)
        self.column.addWidget(self.explanation)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(contents)
        contents.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        KeysInView(self)

    # --- what a page says ---

    def missing(self, act: "ActDetails | None") -> str:
        """What this step still lacks, in a few words; '' when it is done."""
        raise NotImplementedError

    def action(self, act: "ActDetails | None") -> str:
        """The words of the button that takes the step, '' when there is nothing to take here."""
        raise NotImplementedError

    def show_act(self, act: "ActDetails | None") -> None:
        """Show where the act stands now."""

    def take_focus(self) -> None:
        """Put the keys into the first field."""
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.widget.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(first.widget, QLineEdit):
                first.widget.selectAll()  # what is proposed is typed over

    # --- building ---

    def add(self, name: str, label: str, widget: QWidget) -> Labelled:
        """Put a field below those before it; `name` is the field of a finding that it answers to."""
        box = self._boxed(name, label, widget)
        self.column.addWidget(box)
        return box

    def add_pair(self, *fields: tuple[str, str, QWidget]) -> None:
        """Put fields side by side."""
        row = QHBoxLayout()
        row.setSpacing(theme.em(self, 0.9))
        for name, label, widget in fields:
            row.addWidget(self._boxed(name, label, widget), 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _boxed(self, name: str, label: str, widget: Any) -> Labelled:
        box = self._boxes[name] = labelled(label, widget)
        widget.installEventFilter(self._goes_on)
        widget.textEdited.connect(lambda *_what: self._typed(name))
        return box

    def _typed(self, name: str) -> None:
        self._boxes[name].complain("")
        self.edited.emit()

    # --- what is wrong ---

    def readable(self) -> bool:
        """Whether all fields shown can be read; the first that cannot gets the keys."""
        wrong = {
            name: text
            for name, box in self._boxes.items()
            if box.isVisibleTo(self) and (text := box.widget.problem())  # type: ignore[attr-defined]
        }
        for name, box in self._boxes.items():
            box.complain(wrong.get(name, ""))
        if wrong:
            self._boxes[next(iter(wrong))].widget.setFocus()
        return not wrong

    def complain(self, findings: Sequence[Finding]) -> list[Finding]:
        """Show beside its field each finding that is about one of this page; returns the others."""
        mine = [finding for finding in findings if finding.field in self._boxes]
        for finding in reversed(mine):
            self._boxes[finding.field].complain(told.says(finding))
            self._boxes[finding.field].widget.setFocus()
        return [finding for finding in findings if finding not in mine]
