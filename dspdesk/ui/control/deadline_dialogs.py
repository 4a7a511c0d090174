"""Small forms of execution control: submit to the head, take on control, put a deadline off, take off control."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.dates import short
from dspdesk.law.findings import Finding
from dspdesk.law.whereabouts import AT_HAND
from dspdesk.procedures import execution_control
from dspdesk.procedures.execution_control import Extend, Submit, TakeOff, TakeOnControl
from dspdesk.queries.resolutions import execution
from dspdesk.queries.whereabouts import copies_of
from dspdesk.ui.cards.fields import DateField, LongField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.cards.registration_frame import number_of
from dspdesk.ui.movement.copies_field import CopiesField
from dspdesk.ui.theme import Tone

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 44  # ems
#: What usually comes of a document, offered while the outcome is typed; it is kept in the language it is written in.
OUTCOMES = (
    N_("Executed"),
    N_("Answered by letter № "),
    N_("Taken note of"),
    N_("No longer needed"),
)


def _number(details: "ItemDetails") -> str:
    return number_of(details.number.with_mark(details.journal.language))


class SubmitDialog(FormDialog):
    """Copies of a document go to the head of the body for a resolution."""

    def __init__(self, desk: "Desk", parent: QWidget | None, details: "ItemDetails") -> None:
        super().__init__(
            desk, parent, _("Submit to the head: {number}").format(number=_number(details)), _WIDTH
        )
        self._details = details
        head = execution(desk, details.id).head
        if head is None:
            self.add_note(
                _("The directory names no head of the body today: enter the head under “People”."),
                Tone.WARNING,
            )
        else:
            language = current_language()
            self.add_note(f"{head.name(language)}, {head.position(language)}", Tone.ACCENT)
        rows = copies_of(desk, details.id)
        self.copies = CopiesField(rows, lambda row: row.where in AT_HAND)
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.add("copies", _("Which copies"), self.copies)
        self.add("on", _("Submitted on"), self.on)
        self.save_button.set_text(_("Submit"), "Ctrl+S")
        self.copies.setFocus()

    def save(self, reason: str) -> object:
        """Record the submission; returns the id of the entry."""
        on = self.on.value() or self._desk.today()
        command = Submit(item_id=self._details.id, copy_ids=self.copies.value(), on=on, reason=reason)
        execution_control.submit(self._desk, command)
        return self._details.id


class TakeOnDialog(FormDialog):
    """A document is put on control by hand: its resolution set no deadline, or the entry has only words."""

    def __init__(self, desk: "Desk", parent: QWidget | None, details: "ItemDetails") -> None:
        super().__init__(desk, parent, _("Take on control: {number}").format(number=_number(details)), _WIDTH)
        self._details = details
        self.due_on, self.on = DateField(desk.today), DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.due_on.show_value(details.entry.due_on)
        if details.entry.executor:
            self.add_note(_("Executor: {name}").format(name=details.entry.executor), Tone.ACCENT)
        self.add_pair(("due_on", _("Deadline"), self.due_on), ("on", _("On control from"), self.on))
        self.due_on.setFocus()

    def save(self, reason: str) -> object:
        """Take the document on control; returns the id of the entry."""
        on = self.on.value() or self._desk.today()
        command = TakeOnControl(item_id=self._details.id, on=on, due_on=self.due_on.value(), reason=reason)
        execution_control.take_on(self._desk, command)
        return self._details.id


class ExtendDialog(LiveForm):
    """A deadline is put off: until when, why, by whose word."""

    def __init__(self, desk: "Desk", parent: QWidget | None, details: "ItemDetails") -> None:
        super().__init__(
            desk, parent, _("Extend the deadline: {number}").format(number=_number(details)), _WIDTH
        )
        self._details = details
        known = execution(desk, details.id)
        self.due_after, self.allowed_on = DateField(desk.today), DateField(desk.today, needed=True)
        self.why, self.allowed_by = LongField(), PersonField(desk)
        self.allowed_on.show_value(desk.today())
        authors = [line.author_id for line in known.in_force]
        head = known.head.employee_id if known.head else None
        self.allowed_by.show_value(authors[-1] if authors else head)
        if known.standing.due_on:
            told = _("The deadline is {day} now.").format(day=short(known.standing.due_on))
            self.add_note(told, Tone.ACCENT)
        self.add("due_after", _("New deadline"), self.due_after)
        self.add("why", _("Why it is put off"), self.why)
        self.add_pair(
            ("allowed_by_id", _("Who allowed it"), self.allowed_by),
            ("allowed_on", _("On which day"), self.allowed_on),
        )
        self.due_after.setFocus()

    def save(self, reason: str) -> object:
        """Record the extension; returns the id of the entry."""
        execution_control.extend(self._desk, self._command(reason))
        return self._details.id

    def go_on(self) -> None:
        """Save, once it is known who allowed it."""
        if self.allowed_by.value() is None and not self.allowed_by.problem():
            self.complain("allowed_by_id", _("Choose who allowed it."))
            return
        super().go_on()

    def consider(self) -> Sequence[Finding]:
        """What the law says of it so far."""
        if self.allowed_by.value() is None or self.due_after.value() is None:
            return ()
        return execution_control.consider_extension(self._desk, self._command(self.reason.text()))

    def not_yet(self) -> Collection[str]:
        return {"extension_reason", "extension_not_later"}

    def _command(self, reason: str) -> Extend:
        return Extend(
            item_id=self._details.id,
            due_after=self.due_after.value(),
            why=self.why.value(),
            allowed_by_id=self.allowed_by.value() or 0,
            allowed_on=self.allowed_on.value() or self._desk.today(),
            reason=reason,
        )


class TakeOffDialog(FormDialog):
    """A document is off control: what came of it, on which day, by whose word."""

    def __init__(self, desk: "Desk", parent: QWidget | None, details: "ItemDetails") -> None:
        super().__init__(
            desk, parent, _("Take off control: {number}").format(number=_number(details)), _WIDTH
        )
        self._details = details
        self.outcome = TextField(_outcomes)
        self.on, self.allowed_by = DateField(desk.today, needed=True), PersonField(desk)
        self.on.show_value(desk.today())
        if details.entry.due_on:
            self.add_note(
                _("The deadline is {day} now.").format(day=short(details.entry.due_on)), Tone.ACCENT
            )
        self.add("outcome", _("What came of it"), self.outcome)
        self.add_pair(
            ("on", _("Off control on"), self.on),
            ("allowed_by_id", _("By whose word, if it was said"), self.allowed_by),
        )
        self.save_button.set_text(_("Take off control"), "Ctrl+S")
        self.outcome.setFocus()

    def save(self, reason: str) -> object:
        """Take the document off control; returns the id of the entry."""
        command = TakeOff(
            item_id=self._details.id,
            on=self.on.value() or self._desk.today(),
            outcome=self.outcome.value(),
            allowed_by_id=self.allowed_by.value(),
            reason=reason,
        )
        execution_control.take_off(self._desk, command)
        return self._details.id


def _outcomes(typed: str) -> list[str]:
    begun = typed.casefold().strip()
    return [_(words) for words in OUTCOMES if _(words).casefold().startswith(begun)]


# --- steps of an entry ---


def submit(
    parent: QWidget, desk: "Desk", _services: "Services", details: "ItemDetails", on_done: Callable[[], None]
) -> None:
    """Submit copies of an entry to the head."""
    _open(SubmitDialog(desk, parent, details), on_done)


def take_on(
    parent: QWidget, desk: "Desk", _services: "Services", details: "ItemDetails", on_done: Callable[[], None]
) -> None:
    """Take an entry on control."""
    _open(TakeOnDialog(desk, parent, details), on_done)


def extend(
    parent: QWidget, desk: "Desk", _services: "Services", details: "ItemDetails", on_done: Callable[[], None]
) -> None:
    """Put the deadline of an entry off."""
    _open(ExtendDialog(desk, parent, details), on_done)


def take_off(
    parent: QWidget, desk: "Desk", _services: "Services", details: "ItemDetails", on_done: Callable[[], None]
) -> None:
    """Take an entry off control."""
    _open(TakeOffDialog(desk, parent, details), on_done)


def _open(form: FormDialog, on_done: Callable[[], None]) -> None:
    form.saved.connect(lambda _id: on_done())
    form.open()
