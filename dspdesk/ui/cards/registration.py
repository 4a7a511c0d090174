"""The registration card: one item of a journal, registered and corrected from the keyboard alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.language.sentences import Told
from dspdesk.law.findings import Finding, NeedsReason, Refused, Weight
from dspdesk.law.kinds import ItemState, JournalKind
from dspdesk.law.numbering import parts_of
from dspdesk.law.registration import Entry, missing, ready_for_number
from dspdesk.law.restricted_list import Designation
from dspdesk.law.roles import Action
from dspdesk.ui import ask, keys, told
from dspdesk.ui.cards import registration_fields as layout
from dspdesk.ui.cards.carrier_repair import CarrierRepair
from dspdesk.ui.cards.findings import Repair, Repairs
from dspdesk.ui.cards.registration_basis import BasisRepairs, values_before
from dspdesk.ui.cards.registration_draft import EntryDraft
from dspdesk.ui.cards.registration_frame import Frame

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.numbers import Confirm
    from dspdesk.procedures.registration import Correct, Register, Registered
    from dspdesk.queries.item import ItemDetails
    from dspdesk.queries.mail_register import ToRegister

    Source = Callable[[], ToRegister | None]  # the next document of a cover that waits for its number

_QUIET = 250  # milliseconds without typing until the law is asked
_FIXED = {ItemState.ANNULLED, ItemState.DESTROYED}


class RegistrationCard(QDialog):
    """A new entry, or with `item_id` an existing one to read and correct.

    A card is empty → being filled → saved, and then open for a correction of what was saved; Ctrl+Enter goes on to
    the next empty one. `saved` tells of each save. What is typed is kept as a draft and comes back with the card.
    """

    saved = Signal(object)  # Registered

    def __init__(
        self,
        desk: "Desk",
        kind: JournalKind,
        year: int,
        item_id: int | None = None,
        parent: QWidget | None = None,
        source: "Source | None" = None,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._given: ToRegister | None = None
        self._carrier = CarrierRepair(self, desk, self._consider)
        self._desk, self._kind, self._year = desk, kind, year
        self._item: ItemDetails | None = None
        self._previous: Entry | None = None
        self._frame = Frame(self, desk, kind, self._journal_language())
        self.form = self._frame.form
        self._basis = BasisRepairs(self, desk, self.form, self._consider)
        self._draft = EntryDraft(self, desk, self._frame, f"registration:{kind.value}:{year}")
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._consider)
        self._connect()
        if item_id is None:
            self._begin()
        else:
            self._open(item_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._item is not None:
            QTimer.singleShot(0, self, self._settle)  # being shown selects the first field

    def _settle(self) -> None:
        """Select nothing; of a reserved number begin with what confirms it."""
        self.form.rest()
        if self._is_reserved() and not self._fixed():
            self.form.focus(layout.SIGNATORY)

    # --- what the card holds ---

    def _begin(self) -> None:
        """An empty card, or the next document of a cover with what its check found."""
        from dspdesk.queries.completion import previous

        self._item = None
        self._carrier.forget()
        self._given = self._source() if self._source is not None else None
        self._previous = previous(self._desk, self._kind, self._year)
        today = self._desk.today()
        empty = Entry(date=today if today.year == self._year else None)
        self._show(empty)
        self._frame.show_empty(self._year)
        if self._given is not None:
            self._fill(self._given, empty)
        self._draft.begin(
            None, fixed=False, about=f"enclosed:{self._given.enclosed_id}" if self._given else ""
        )

    def _fill(self, given: "ToRegister", empty: Entry) -> None:
        """Put what the check of the cover knows as if it had been typed: nothing of it needs a key more."""
        before, known = layout.values(empty), layout.values(given.entry)
        for key in self.form.fields:
            if known[key] != before[key]:
                self.form.put(key, known[key])
        self._frame.show_given(given)
        self.form.focus(next(iter(missing(self._kind, given.entry)), ""))

    def _open(self, item_id: int) -> None:
        """The card of an existing entry."""
        from dspdesk.queries.item import item

        self._given = None
        self._carrier.forget()
        self._item = item(self._desk, item_id)
        if self._item is None:
            raise LookupError(item_id)
        self._previous = None
        self._show(self._item.entry, self._item.basis.designation if self._item.basis else None)
        self.form.rest()
        self._frame.show_item(self._item, fixed=self._fixed())
        self._draft.begin(self._item, fixed=self._fixed())

    def _show(self, entry: Entry, designation: Designation | None = None) -> None:
        self._frame.reason.clear()
        self._frame.reason.ask("")
        self._frame.findings.show_findings((), {})
        self.form.fix(False)
        self.form.show_entry(entry, designation)
        self.form.boxes[layout.CASE_INDEX].setVisible(self._made_with_case() or bool(entry.case_index))
        self.form.focus()
        self._show_missing()

    def throw_draft_away(self) -> None:
        """Begin anew, without what the draft brought back."""
        if self._draft.throw_away():
            self._open(self._item.id) if self._item else self._begin()

    def _fixed(self) -> bool:
        """Whether nothing can be changed: annulled, destroyed, or not for this person."""
        return self._item is not None and (self._item.state in _FIXED or not self._desk.may(Action.CORRECT))

    def _journal_language(self) -> str:
        from dspdesk.queries.settings import journal_language

        return journal_language(self._desk, self._kind, self._year, current_language().value)

    def _made_with_case(self) -> bool:
        """Whether numbers of this journal are made with the index of the case."""
        from dspdesk.queries.number_parts import pattern

        return "case" in parts_of(pattern(self._desk, self._kind, self._year))

    def _is_reserved(self) -> bool:
        return self._item is not None and self._item.state is ItemState.RESERVED

    def _confirms(self) -> bool:
        """Whether saving confirms a reserved number: nobody asks why a document was signed."""
        return self._is_reserved() and ready_for_number(self._kind, self.form.entry())

    # --- what the law says ---

    def _changed(self) -> None:
        self._draft.touched()
        self._quiet.start()
        self._frame.say("")
        if self._item is not None:
            corrects = self.form.touched() and not self._confirms()
            self._frame.reason.ask(_("Why is the entry corrected?") if corrects else "")

    def _left(self) -> None:
        if self._quiet.isActive():
            self._consider()

    def _consider(self) -> None:
        """Ask the law about what has been typed so far."""
        from dspdesk.procedures import numbers, registration

        command = self._command()
        if not self.form.touched():
            self._show_findings(())
        elif isinstance(command, numbers.Confirm):
            self._show_findings(numbers.consider(self._desk, command))
        else:
            self._show_findings(registration.consider(self._desk, command))
        self._show_missing()

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self._frame.findings.show_findings(findings, self._repairs())
        beside = {f.field: told.says(f) for f in findings if f.weight is Weight.REFUSE}
        self.form.complain(beside)
        if self._item is None or self._confirms():
            warned = any(f.weight is Weight.WARN for f in findings)
            self._frame.reason.ask(_("Why is it recorded all the same?") if warned else "")

    def _show_missing(self) -> None:
        begun = self._item is not None or self.form.touched()
        entry = self.form.entry() if begun else None
        self._frame.show_missing(entry)
        self._frame.name_steps(entry, reserved=self._is_reserved(), new=self._item is None)

    def _repairs(self) -> Repairs:
        """The way out of a finding, by its code."""
        today: Repair = (_("Put today’s date"), lambda: self.form.put("date", self._desk.today()))
        repairs: dict[str, Repair | list[Repair]] = {"date_ahead": today, "date_outside_year": today}
        if self._desk.today().year != self._year:
            repairs.clear()
        if self._item is not None and self._item.held:
            repairs["held_by_resolution"] = (_("Resolution…"), self._open_resolution)
        repairs["late_after_unknown"] = (
            _("Give it the next number"),
            lambda: self.form.put(layout.LATE_AFTER, None),
        )
        return repairs | self._carrier.repairs() | self._basis.repairs()

    # --- saving ---

    def _command(self) -> "Register | Correct | Confirm":
        from dspdesk.procedures.numbers import Confirm
        from dspdesk.procedures.registration import Correct, Register

        entry, reason = self.form.entry(), self._frame.reason.text()
        if self._item is not None and self._confirms():
            return Confirm(
                item_id=self._item.id,
                signatory=entry.signatory,
                signed_on=entry.signed_on,
                entry=entry,
                reason=reason,
                form_id=self._draft.form_id,
                designation=self.form.designation(),
            )
        if self._item is not None:
            return Correct(
                item_id=self._item.id,
                entry=entry,
                reason=reason,
                form_id=self._draft.form_id,
                designation=self.form.designation(),
                carrier_check=self._carrier.found,
            )
        return Register(
            journal=self._kind,
            year=self._year,
            entry=entry,
            form_id=self._draft.form_id,
            late_after=self.form.value(layout.LATE_AFTER),
            language=current_language().value,
            designation=self.form.designation(),
            enclosed_id=self._given.enclosed_id if self._given else None,
            carrier_check=self._carrier.found,
            reason=reason,
        )

    def save(self) -> None:
        """Save and stay: the number stands big at the top."""
        if self._item is not None and not self.form.touched():
            self._frame.say(_("Nothing was changed."))
        elif (done := self._saved()) is not None:
            confirmed = self._is_reserved() and done.state is ItemState.REGISTERED
            self._open(done.id)
            self._frame.celebrate(done, self._journal_language(), confirmed=confirmed)
            self._frame.offer_next()

    def save_and_next(self) -> None:
        """Save and go on to an empty card; from a card already saved just go on."""
        if self._item is not None and not self.form.touched():
            self.accept() if self._all_given() else self._begin()
        elif (done := self._saved()) is not None:
            confirmed = self._is_reserved() and done.state is ItemState.REGISTERED
            self._open(done.id) if self._all_given() else self._begin()
            self._frame.celebrate(done, self._journal_language(), confirmed=confirmed)

    def _all_given(self) -> bool:
        """Whether the covers that the card takes its documents from hold no more."""
        return self._source is not None and self._source() is None

    def _saved(self) -> "Registered | None":
        self._quiet.stop()
        self.form.put_lists_away()
        if not self._ready():
            return None
        self._draft.keep()  # so that a crash while saving loses nothing
        try:
            done = self._write()
        except NeedsReason as refused:
            self._show_findings(refused.findings)
            self._frame.reason.insist()
        except Refused as refused:
            self._refused(refused)
        except Told as error:
            ask.tell(self, _("Not saved"), str(error))
        else:
            self.saved.emit(done)
            return done
        return None

    def _write(self) -> "Registered":
        from dspdesk.procedures import numbers, registration

        command = self._command()
        if isinstance(command, numbers.Confirm):
            return numbers.confirm(self._desk, command)
        if isinstance(command, registration.Correct):
            return registration.correct(self._desk, command)
        return registration.register(self._desk, command)

    def _ready(self) -> bool:
        """Whether all that was typed can be read, and something was."""
        if self._fixed():
            return False
        if not self.form.touched():
            self._frame.say(_("Nothing has been typed yet."))
            self.form.focus()
            return False
        if wrong := self.form.problems():
            self._frame.say(_("Correct what is marked, then save again."), wrong=True)
            self.form.focus(wrong[0])
            return False
        if self._item is not None and not self._confirms() and not self._frame.reason.text():
            self._frame.reason.insist()
            return False
        return True

    def _refused(self, refused: Refused) -> None:
        self._show_findings(refused.findings)
        self._frame.say(_("Not saved: see what the law says."), wrong=True)
        beside = [f.field for f in refused.findings if f.field in self.form.fields]
        self.form.focus(beside[0]) if beside else None

    # --- copying from the previous entry ---

    def copy_field(self) -> None:
        """Copy this field of the previous entry."""
        key = self.form.focused()
        if not key or self._fixed():
            return
        if self._previous is None:
            self._frame.say(_("There is no previous entry to copy from."))
            return
        self.form.put(key, values_before(self._desk, self._kind, self._year, self._previous)[key])

    def copy_entry(self) -> None:
        """Copy the previous entry into the fields that are still empty, without what is each document's own."""
        if self._previous is None or self._item is not None:
            self._frame.say(_("There is no previous entry to copy from."))
            return
        before = values_before(self._desk, self._kind, self._year, self._previous)
        for key, field in self.form.fields.items():
            if key not in layout.NOT_COPIED and not field.text().strip():
                self.form.put(key, before[key])
        self.form.put("carrier", before["carrier"])
        self._frame.say(_("Copied from the previous entry, without numbers, dates and copies."))
        self.form.focus("their_number" if "their_number" in self.form.fields else "")

    # --- leaving ---

    def reject(self) -> None:
        """Leave; what was typed stays as a draft. Only when it cannot be kept the person is asked."""
        self.form.put_lists_away()
        why = self._draft.keep()
        if not why:
            super().reject()
            return
        text = _("What was typed in this card could not be kept and will be lost.")
        ask.confirm(self, _("Leave without saving?"), f"{text}\n{why}", _("Leave"), self._leave)

    def _leave(self) -> None:
        super().reject()

    def _open_resolution(self) -> None:
        """The resolution that holds fields of the entry; what was typed here meanwhile stays as a draft."""
        from dspdesk.ui.control.resolution_dialog import ResolutionDialog

        if self._item is None or not self._desk.may(Action.KEEP_CONTROL):
            return
        self._draft.keep()
        dialog = ResolutionDialog(self._desk, self, self._item)
        dialog.saved.connect(self._resolved)
        dialog.open()

    def _resolved(self, item_id: int) -> None:
        """The card shows what its resolution says now, and the journal is told."""
        from dspdesk.procedures.registration import Registered

        self._open(item_id)
        if (shown := self._item) is not None:
            self.saved.emit(Registered(shown.id, shown.journal.id, shown.number, shown.state))

    def print_card(self) -> None:
        """Show the printed card of a saved entry."""
        if self._item is None or not self._desk.may(Action.PRINT_JOURNALS):
            return
        from dspdesk.procedures.printing import PaperRequest
        from dspdesk.ui import preview

        language = self._item.journal.language
        preview.show(
            self,
            self._desk,
            PaperRequest(paper="registration_card", language=language, item_ids=(self._item.id,)),
        )

    def _connect(self) -> None:
        self.form.changed.connect(self._changed)
        self.form.left.connect(self._left)
        does: tuple[tuple[keys.Key, Callable[[], None]], ...] = (
            (keys.SAVE, self.save),
            (keys.SAVE_AND_NEXT, self.save_and_next),
            (keys.COPY_FIELD, self.copy_field),
            (keys.COPY_ENTRY, self.copy_entry),
            (keys.TODAY, self.form.put_today),
            (keys.WHY, self._frame.findings.show_law),
            (keys.REPAIR, self._frame.findings.mend),
            (keys.NO_DRAFT, self.throw_draft_away),
            (keys.PRINT, self.print_card),
            (keys.HELP, lambda: keys.show(self)),
        )
        for key, do in does:
            keys.bind(self, key, do)
        self._frame.draft.thrown_away.connect(self.throw_draft_away)
        self._frame.save.clicked.connect(self.save)
        self._frame.next.clicked.connect(self.save_and_next)
        self._frame.leave.clicked.connect(self.reject)
        self._frame.print.clicked.connect(self.print_card)
        self._frame.resolution.clicked.connect(self._open_resolution)


def show(
    parent: QWidget,
    desk: "Desk",
    kind: JournalKind,
    year: int,
    item_id: int | None,
    on_saved: Callable[[int], None],
    source: "Source | None" = None,
) -> None:
    """Open the card over a window; `source` gives the documents of covers to be registered one after the other."""
    card = RegistrationCard(desk, kind, year, item_id, parent, source)
    card.saved.connect(lambda done: on_saved(done.id))
    card.finished.connect(card.deleteLater)
    card.open()
