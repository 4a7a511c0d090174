"""A resolution: whose and of which day, what is to be done, by whom, until when; or one corrected or struck out."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.dates import short
from dspdesk.law.execution_control import Part
from dspdesk.law.findings import Finding
from dspdesk.procedures import execution_control
from dspdesk.procedures.execution_control import AmendResolution, RecordResolution
from dspdesk.queries.resolutions import Execution, ResolutionLine, execution
from dspdesk.ui.cards.fields import DateField, LongField
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.cards.registration_frame import number_of
from dspdesk.ui.control import words
from dspdesk.ui.control.people_field import PeopleField
from dspdesk.ui.office.fields import LongChoice
from dspdesk.ui.theme import Tone

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 54  # ems
NEW = (0, "new")


class ResolutionDialog(LiveForm):
    """One resolution of a document; where there are earlier ones the first field says which it is about."""

    draft_form = "resolution"

    def __init__(self, desk: "Desk", parent: QWidget | None, details: "ItemDetails") -> None:
        number = number_of(details.number.with_mark(details.journal.language))
        super().__init__(desk, parent, _("Resolution: {number}").format(number=number), _WIDTH)
        self._details = details
        self._known: Execution = execution(desk, details.id)
        self._shown: Any = NEW  # the choice that the fields are of, and what was typed under each
        self._typed: dict[Any, dict[str, Any]] = {}
        self._make_fields()
        self._build()
        self._show_new()
        (self.text if self.author.value() else self.author).setFocus()

    # --- saving ---

    def save(self, reason: str) -> object:
        """Record the resolution, or its correction; returns the id of the entry."""
        command = self._command(reason)
        if isinstance(command, AmendResolution):
            execution_control.amend_resolution(self._desk, command)
        else:
            execution_control.record_resolution(self._desk, command)
        return self._details.id

    def go_on(self) -> None:
        """Save, once it is known whose resolution of which day it is, and why one is corrected."""
        if self._how() != "strike":
            for name, field, text in (
                ("author_id", self.author, _("Choose whose resolution it is.")),
                ("dated", self.dated, _("Write the day of the resolution.")),
            ):
                if field.value() is None and not field.problem():
                    self.complain(name, text)
                    return
        if self._how() != "new" and not self.reason.text():
            self.reason.insist()
            return
        super().go_on()

    def consider(self) -> Sequence[Finding]:
        """What the law says of it so far."""
        if self._how() != "strike" and (self.author.value() is None or self.dated.value() is None):
            return ()
        return execution_control.consider(self._desk, self._command(self.reason.text()))

    def not_yet(self) -> Collection[str]:
        return {"resolution_empty", "deadline_without_executor", "reason_needed"}

    def draft_about(self) -> str:
        return f"item:{self._details.id}"

    def show_values(self, values: dict[str, Any]) -> None:
        """Show a draft: which resolution it is about first."""
        self.which.show_value(NEW)
        super().show_values(values)
        self._shown = self.which.value()
        self._show_parts()

    def touched(self, name: str = "") -> None:
        """Another resolution chosen is shown in the fields."""
        if name == "which":
            self._show_which()
        if name == "dated" and (day := self.dated.value()):
            for field in (self.author, self.executor, self.co_executors, self.admitted):
                field.show_day(day)
        super().touched(name)

    def _command(self, reason: str) -> RecordResolution | AmendResolution:
        key, how = self.which.value()
        if how == "strike":
            return AmendResolution(resolution_id=key, reason=reason)
        record = RecordResolution(
            item_id=self._details.id,
            author_id=self.author.value() or 0,
            dated=self.dated.value() or self._desk.today(),
            words=self.text.value(),
            persons=self._persons(),
            due_on=self.due_on.value(),
            back_on=self.back_on.value() if how == "new" and self._known.with_head else None,
            form_id=self.form_id,
            reason=reason,
        )
        return record if how == "new" else AmendResolution(resolution_id=key, reason=reason, to=record)

    def _persons(self) -> tuple[tuple[int, Part], ...]:
        executor = self.executor.value()
        return (
            *([(executor, Part.EXECUTOR)] if executor is not None else []),
            *((key, Part.CO_EXECUTOR) for key in self.co_executors.value()),
            *((key, Part.ADMITTED) for key in self.admitted.value()),
        )

    # --- which resolution ---

    def _how(self) -> str:
        return str(self.which.value()[1])

    def _show_which(self) -> None:
        """What was typed under a choice stands there again when it is chosen once more."""
        self._typed[self._shown] = {name: text for name, text in self.values().items() if name != "which"}
        self._shown = self.which.value()
        if self._how() == "new":
            self._show_new()
        else:
            self._show_line(next(line for line in self._known.in_force if line.id == self.which.value()[0]))
        super().show_values(self._typed.get(self._shown, {}))
        self._show_parts()

    def _show_new(self) -> None:
        """The fields of a new resolution; words that a clerk had typed into the entry are not typed again."""
        entry, first = self._details.entry, not self._known.resolutions
        self.author.show_value(self._known.head.employee_id if self._known.head else None)
        self.dated.show_value(self._desk.today())
        self.text.show_value(entry.resolution if first else "")
        self.executor.setText(entry.executor if first and "executor" not in self._details.held else "")
        self.co_executors.show_value(())
        self.admitted.show_value(())
        self.due_on.show_value(entry.due_on if first and not self._known.standing.recorded else None)
        self.back_on.show_value(self._desk.today() if self._known.with_head else None)
        self._show_parts()

    def _show_line(self, line: ResolutionLine) -> None:
        for field in (self.author, self.executor, self.co_executors, self.admitted):
            field.show_day(line.dated)
        self.author.show_value(line.author_id)
        self.dated.show_value(line.dated)
        self.text.show_value(line.words)
        self.executor.show_value(next(iter(line.ids(Part.EXECUTOR)), None))
        self.co_executors.show_value(line.ids(Part.CO_EXECUTOR))
        self.admitted.show_value(line.ids(Part.ADMITTED))
        self.due_on.show_value(line.due_on)

    def _show_parts(self) -> None:
        """Only what the choice asks for: a resolution struck out needs no fields."""
        how = self._how()
        for name, box in self._boxes.items():
            if name not in {"which", "back_on"}:
                box.setVisible(how != "strike")
        self._boxes["back_on"].setVisible(how == "new" and bool(self._known.with_head))
        self.save_button.set_text(_("Strike out") if how == "strike" else _("Save"), "Ctrl+S")
        self.ask_why(warned=False)

    def ask_why(self, *, warned: bool) -> None:
        how = self._how()
        if how == "new":
            super().ask_why(warned=warned)
        elif how == "strike":
            self.reason.ask(_("Why is the resolution struck out?"))
        else:
            self.reason.ask(_("Why is the resolution corrected?"))

    # --- building ---

    def _make_fields(self) -> None:
        desk = self._desk
        self.which = LongChoice(_("Which resolution"), self._choices())
        self.author, self.executor = PersonField(desk), PersonField(desk)
        self.co_executors, self.admitted = PeopleField(desk), PeopleField(desk)
        self.dated, self.due_on, self.back_on = (DateField(desk.today) for _each in range(3))
        self.text = LongField()

    def _choices(self) -> dict[Any, str]:
        found = {NEW: _("A further resolution") if self._known.resolutions else _("The resolution")}
        for line in self._known.in_force:
            which = f"{line.author}, {short(line.dated)}"
            found[line.id, "amend"] = _("Correct the one of {which}").format(which=which)
            found[line.id, "strike"] = _("Strike out the one of {which}").format(which=which)
        return found

    def _build(self) -> None:
        self._say_standing()
        which = self.add("which", _("Which resolution"), self.which)
        self.add_pair(
            ("author_id", _("Whose resolution"), self.author), ("dated", _("Of which day"), self.dated)
        )
        self.add("words", _("What is to be done"), self.text)
        self.add("executor", _(words.PARTS[Part.EXECUTOR]), self.executor)
        several = _("{part} (several: part them with “;”)")
        self.add("co_executor", several.format(part=_(words.PARTS[Part.CO_EXECUTOR])), self.co_executors)
        self.add("admitted", several.format(part=_(words.PARTS[Part.ADMITTED])), self.admitted)
        self.add_pair(
            ("due_on", _("Deadline: puts the document on control"), self.due_on),
            ("back_on", _("Copies came back from the head on"), self.back_on),
        )
        which.setVisible(bool(self._known.in_force))

    def _say_standing(self) -> None:
        known = self._known
        if known.head is None:
            self.add_note(
                _("The directory names no head of the body today: enter the head under “People”."),
                Tone.WARNING,
            )
        if known.standing.recorded and known.standing.due_on:
            text = _("On control until {day}. Another deadline is an extension of this one.")
            self.add_note(text.format(day=short(known.standing.due_on)), Tone.ACCENT)
        if known.with_head and known.submitted_on:
            text = _("With the head since {day}.")
            self.add_note(text.format(day=short(known.submitted_on)), Tone.ACCENT)


def open(  # noqa: A001 - what every item step calls it
    parent: QWidget,
    desk: "Desk",
    _services: "Services",
    details: "ItemDetails",
    on_done: Callable[[], None],
) -> None:
    """Open the form over a window; `on_done` is called when something was recorded."""
    dialog = ResolutionDialog(desk, parent, details)
    dialog.saved.connect(lambda _id: on_done())
    dialog.open()
