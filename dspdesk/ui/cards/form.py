"""A small card: labelled fields, what the law says of them, and saving. A kind of it says what is saved."""

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.law.findings import Finding, NeedsReason, Refused
from dspdesk.ui import ask, keys, theme, told
from dspdesk.ui.cards.draft_keeper import DraftKeeper
from dspdesk.ui.cards.draft_notice import DraftNotice
from dspdesk.ui.cards.fields import EnterGoesOn, Field, show_typed, typed
from dspdesk.ui.cards.findings import Findings, ReasonPanel, Repairs
from dspdesk.ui.fitting import KeysInView, SnugDialog
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Heading,
    Labelled,
    Note,
    PlainButton,
    PrimaryButton,
    Title,
    labelled,
    set_tone,
)

if TYPE_CHECKING:
    from dspdesk.desk import Desk

WIDTH = 44  # ems
_TICKED = "ticked"  # a box, as a draft keeps it
_HIGHEST = 0.6  # of the screen: a longer form scrolls
_WITH_ALL = 0.72  # of the screen: with what is said under the fields
_LEAST_AREA = 12  # ems of the fields that stay in view in any case


@runtime_checkable
class KeptField(Protocol):
    """A field of which a draft keeps something else than the words that it shows, as a list of ticks."""

    def kept_text(self) -> str:
        """What a draft keeps of it."""

    def show_kept_text(self, text: str) -> None:
        """Show what a draft kept, as far as that is still there."""


class FormDialog(SnugDialog):
    """A card of a few fields. Enter goes on to the next field, Ctrl+S saves, Esc leaves."""

    saved = Signal(object)  # what `save` returned

    #: The kind of form its drafts are kept under, '' when none are; `draft_about` is the row it changes.
    draft_form = ""

    def __init__(self, desk: "Desk", parent: QWidget | None, title: str, width: float = WIDTH) -> None:
        super().__init__(parent, width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._desk = desk
        self._boxes: dict[str, Labelled] = {}
        self._goes_on = EnterGoesOn(self)
        self._keeper: DraftKeeper | None = None
        self._form_id = str(uuid.uuid4())
        self.status = Note()
        self.draft = DraftNotice()
        self.draft.thrown_away.connect(self._throw_draft_away)
        self.findings = Findings()
        self.reason = ReasonPanel()
        self.leave_button = PlainButton(_("Leave"), "Esc")
        self.save_button = PrimaryButton(_("Save"), "Ctrl+S")
        self._lay_out(title)

    # --- what a kind of form says ---

    def save(self, reason: str) -> object:
        """Do what the form is for. Raises `Refused`, `NeedsReason` or `Told`, which the form shows."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        """What was typed, for a draft: plain values by the names of the fields."""
        kept = {name: _kept(box.widget) for name, box in self._boxes.items()}
        return {name: text for name, text in kept.items() if text is not None}

    def show_values(self, values: dict[str, Any]) -> None:
        """Show what a draft kept."""
        for name, text in values.items():
            box = self._boxes.get(name)
            if box is not None and isinstance(text, str):
                _show_kept(box.widget, text)

    @property
    def form_id(self) -> str:
        """Of the form being filled in: what is saved with it twice is there once, also after a draft came back."""
        return self._keeper.form_id if self._keeper is not None else self._form_id

    def repairs(self) -> Repairs:
        """The ways out of what stands against saving, by the codes of the findings."""
        return {}

    # --- building ---

    def add(self, name: str, label: str, widget: QWidget) -> Labelled:
        """Put a field under those before it: one of `ui.cards.fields`, or what has their `value` and `problem`.

        `name` is the field of a finding that it answers to.
        """
        box = self._boxed(name, label, widget)
        self.body.addWidget(box)
        return box

    def add_pair(self, *fields: tuple[str, str, QWidget]) -> None:
        """Put fields side by side, as those of the two languages."""
        row = QHBoxLayout()
        row.setSpacing(theme.em(self, 0.9))
        for name, label, widget in fields:
            row.addWidget(self._boxed(name, label, widget), 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def add_heading(self, text: str) -> None:
        """Begin a group."""
        self.body.addSpacing(theme.em(self, 0.4))
        self.body.addWidget(Heading(text))

    def add_note(self, text: str, tone: Tone = Tone.PLAIN) -> Note:
        """Say something to the person."""
        note = Note(text, tone)
        self.body.addWidget(note)
        return note

    def add_to_foot(self, part: QWidget) -> None:
        """Put a part above the buttons, where it does not scroll away with the fields."""
        self._column.insertWidget(self._column.indexOf(self.foot), part)
        self._area.stand_beside(part)

    def _boxed(self, name: str, label: str, widget: QWidget) -> Labelled:
        box = self._boxes[name] = labelled(label, widget)
        widget.installEventFilter(self._goes_on)
        for edited in (getattr(widget, "textEdited", None), getattr(widget, "toggled", None)):
            if edited is not None:
                edited.connect(lambda *_what: self.touched(name))
        return box

    def _lay_out(self, title: str) -> None:
        contents = QWidget()
        self.body = QVBoxLayout(contents)
        self.body.setContentsMargins(0, 0, theme.em(self, 0.2), 0)
        self.body.setSpacing(theme.em(self, 0.7))
        self._area = _Area(contents, (self.draft, self.findings, self.reason))
        self._column = column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Title(title, factor=1.3, wrap=True))
        column.addWidget(self.draft)
        column.addWidget(self._area, 1)
        for part in (self.findings, self.reason):
            column.addWidget(part)
        self.foot = QHBoxLayout()
        self.foot.addWidget(self.status, 1)
        self.foot.addWidget(self.leave_button)
        self.foot.addWidget(self.save_button)
        column.addLayout(self.foot)
        for button in (self.leave_button, self.save_button):
            button.setAutoDefault(False)
        self.leave_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.go_on)
        keys.bind(self, keys.SAVE, self.go_on)
        keys.bind(self, keys.SAVE_AND_NEXT, self.save_and_next)
        keys.bind(self, keys.WHY, self.show_law)
        keys.bind(self, keys.REPAIR, self.mend)

    # --- filling in ---

    def touched(self, name: str = "") -> None:
        """Something was typed: an old complaint is put away, the draft is kept soon."""
        if name:
            self._boxes[name].complain("")
        self._say("")
        if self._keeper is not None:
            self._keeper.touched()

    def complain(self, name: str, text: str) -> None:
        """Say what is wrong with a field and go there."""
        self._boxes[name].complain(text)
        self._boxes[name].widget.setFocus()

    def go_on(self) -> None:
        """Save, if all fields can be read."""
        if not self.save_button.isEnabled() or not self._readable():
            return
        try:
            done = self.save(self.reason.text())
        except (Refused, Told) as error:
            self._objected(error)
        else:
            self._done(done)

    def save_and_next(self) -> None:
        """What Ctrl+Enter does: where nothing comes next, the same as saving."""
        self.go_on()

    def show_law(self) -> None:
        """Show the law's own words of what is found first."""
        self.findings.show_law()

    def mend(self) -> None:
        """Take the first way out that is offered."""
        self.findings.mend()

    def _objected(self, error: Exception) -> None:
        """Show why nothing was saved; an error of ours goes on."""
        if isinstance(error, Refused):
            self._show(error.findings)
        elif isinstance(error, Told):
            self._say(str(error), Tone.BAD)
        else:
            raise error
        if isinstance(error, NeedsReason):
            self.reason.ask(_("Why all the same?"))
            self.reason.insist()

    def _done(self, done: object) -> None:
        if self._keeper is not None:
            self._keeper.drop()
        self.accept()
        self.saved.emit(done)

    def _readable(self) -> bool:
        shown = {name for name, box in self._boxes.items() if box.isVisibleTo(self)}
        wrong = [name for name, box in self._boxes.items() if name in shown and _problem(box.widget)]
        for name, box in self._boxes.items():
            box.complain(_problem(box.widget) if name in wrong else "")
        if wrong:
            self._boxes[wrong[0]].widget.setFocus()
        return not wrong

    def _show(self, findings: Sequence[Finding]) -> None:
        """Findings about a field stand beside it; all others, and those with a way out, under the fields."""
        repairs = self.repairs()
        beside = [one for one in findings if one.field in self._boxes and one.code not in repairs]
        for finding in reversed(beside):
            self.complain(finding.field, told.says(finding))
        self.findings.show_findings([one for one in findings if one not in beside], repairs)
        self.setAccessibleDescription("\n".join(told.says(finding) for finding in findings))

    def _say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        set_tone(self.status, tone)
        self.status.setText(text)

    # --- drafts ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.draft_form and self._keeper is None and not event.spontaneous():
            self._keeper = DraftKeeper(
                self, self._desk, self.draft_form, self.draft_about(), self.windowTitle, self.values
            )
            self._keeper.failed.connect(lambda text: self._say(text, Tone.BAD))
            if self._keeper.kept is not None:
                self.show_values(self._keeper.kept.body)
            self.draft.show_draft(self._keeper.kept, self._desk)

    def reject(self) -> None:
        """Leave; what was typed stays as a draft. Only when it cannot be kept the person is asked."""
        why = self._keeper.flush() if self._keeper is not None else ""
        if not why:
            super().reject()
            return
        text = _("What was typed in this card could not be kept and will be lost.")
        ask.confirm(self, _("Leave without saving?"), f"{text}\n{why}", _("Leave"), super().reject)

    def _throw_draft_away(self) -> None:
        """Leave without it: opened anew the form shows what is in the store."""
        if self._keeper is not None:
            self._keeper.drop()
        super().reject()

    def draft_about(self) -> str:
        """The row that the form changes, as drafts name it; '' for a new one."""
        return ""


_GROWS = {QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class _Area(QScrollArea):
    """The fields; they scroll when they, with the parts said beside them, are higher than the screen lets them be."""

    def __init__(self, contents: QWidget, beside: Sequence[QWidget]) -> None:
        super().__init__()
        self._contents, self._beside = contents, list(beside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(contents)
        contents.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        for part in (contents, *beside):
            part.installEventFilter(self)
        KeysInView(self)

    def stand_beside(self, part: QWidget) -> None:
        """Leave room for one more part said beside the fields."""
        self._beside.append(part)
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The area is as high as its fields need, whenever one of them grows or something is said beside them."""
        if event.type() in _GROWS:
            self.setMinimumHeight(self._needed())
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._needed())

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), self._needed()))

    def _needed(self) -> int:
        layout = self._contents.layout()
        if layout is None:
            return 0
        hint = layout.totalSizeHint().height()
        wanted = layout.totalHeightForWidth(self._contents.width()) if layout.hasHeightForWidth() else hint
        screen = self.screen().availableGeometry().height()
        said = sum(_height(part) for part in self._beside if not part.isHidden())
        room = max(round(screen * _WITH_ALL) - said, theme.em(self, _LEAST_AREA))
        return min(wanted, room, round(screen * _HIGHEST))


def _height(part: QWidget) -> int:
    return part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.sizeHint().height()


def _kept(widget: QWidget) -> str | None:
    """What a draft keeps of a field, `None` of one that it does not keep (passwords)."""
    if isinstance(widget, QCheckBox):
        return _TICKED if widget.isChecked() else ""
    if isinstance(widget, KeptField):
        return widget.kept_text()
    return typed(widget) if isinstance(widget, Field) else None


def _show_kept(widget: QWidget, text: str) -> None:
    if isinstance(widget, QCheckBox):
        widget.setChecked(text == _TICKED)
    elif isinstance(widget, KeptField):
        widget.show_kept_text(text)
    elif isinstance(widget, Field):
        show_typed(widget, text)


def _problem(widget: QWidget) -> str:
    problem = getattr(widget, "problem", None)
    return str(problem()) if problem is not None else ""
