"""Corrections of an entry that have a name of their own (W6): the correspondent, the sheets, the journal."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind
from dspdesk.law.registration import Entry
from dspdesk.law.values import SheetCount
from dspdesk.ui import wording
from dspdesk.ui.cards import registration_fields as layout
from dspdesk.ui.cards.fields import ChoiceField, CountField, DateField, LongField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.movement import movement_form

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

Done = Callable[[], Any]
_WIDTH = 46  # in ems


class _CorrectionForm(FormDialog):
    """What is wrong in an entry, and how it came about."""

    def __init__(self, desk: "Desk", parent: QWidget | None, details: "ItemDetails", title: str) -> None:
        number = details.number.with_mark(details.journal.language)
        super().__init__(desk, parent, title.format(number=number), _WIDTH)
        self._details = details
        self.mistake = LongField()

    def add_reason(self, proposed: str) -> None:
        """The reason, written already as far as it is known."""
        self.mistake.show_value(proposed)
        self.add("mistake", _("Reason, kept in the ledger"), self.mistake)

    def correct(self, entry: Entry, reason: str) -> object:
        """Correct the entry; both traces stay."""
        from dspdesk.procedures import registration

        why = "; ".join(part for part in (self.mistake.value(), reason) if part)
        command = registration.Correct(item_id=self._details.id, entry=entry, reason=why)
        return registration.correct(self._desk, command)


class CorrespondentForm(_CorrectionForm):
    """Another correspondent."""

    def __init__(self, desk: "Desk", parent: QWidget | None, details: "ItemDetails") -> None:
        super().__init__(desk, parent, details, _("№ {number}: wrong correspondent"))
        self.correspondent = layout.make("correspondent", desk, details.journal.language)
        self.correspondent.show_value(details.entry.correspondent)
        self.add("correspondent", layout.caption(details.journal.kind, "correspondent"), self.correspondent)
        self.add_reason(_("Wrong correspondent entered"))
        self.correspondent.setFocus()

    def save(self, reason: str) -> object:
        """Correct it."""
        return self.correct(replace(self._details.entry, correspondent=self.correspondent.value()), reason)


class SheetsForm(_CorrectionForm):
    """Another count of sheets."""

    def __init__(self, desk: "Desk", parent: QWidget | None, details: "ItemDetails") -> None:
        super().__init__(desk, parent, details, _("№ {number}: wrong count of sheets"))
        self.sheets, self.enclosures = CountField(), CountField()
        self.sheets.show_value(details.entry.sheets.document)
        self.enclosures.show_value(details.entry.sheets.enclosures)
        self.add_pair(
            ("sheets", _("Sheets of the document"), self.sheets),
            ("enclosures", _("Sheets of enclosures"), self.enclosures),
        )
        self.add_reason(_("Wrong count of sheets entered"))
        self.sheets.setFocus()

    def save(self, reason: str) -> object:
        """Correct it."""
        count = SheetCount(self.sheets.value(), self.enclosures.value())
        return self.correct(replace(self._details.entry, sheets=count), reason)


class JournalForm(_CorrectionForm):
    """Another journal: the number is annulled, the document gets one where it belongs."""

    def __init__(self, desk: "Desk", parent: QWidget | None, details: "ItemDetails") -> None:
        super().__init__(desk, parent, details, _("№ {number} stands in the wrong journal"))
        entry, own = details.entry, details.journal.kind
        names = {
            kind: wording.journal_name(kind, details.journal.year) for kind in JournalKind if kind is not own
        }
        self.journal = ChoiceField(_("Right journal"), names)
        self.correspondent = layout.make("correspondent", desk, details.journal.language)
        self.signatory = layout.make("signatory", desk, details.journal.language)
        self.date, self.signed_on = DateField(desk.today), DateField(desk.today)
        self.correspondent.show_value(entry.correspondent)
        self.signatory.show_value(entry.signatory)
        self.date.show_value(entry.date)
        self.signed_on.show_value(entry.signed_on)
        self._build()
        self.journal.activated.connect(lambda _at: self._show_fields())
        self._show_fields()
        self.journal.setFocus()

    def save(self, reason: str) -> object:
        """Annul the number and register the document anew."""
        from dspdesk.procedures import misplacement

        kind = self.journal.value()
        command = misplacement.PutInRightJournal(
            item_id=self._details.id,
            journal=kind,
            year=self._details.journal.year,
            entry=self._entry(own=kind in OWN_DOCUMENTS),
            form_id=self.form_id,
            mistake=self.mistake.value(),
            reason=reason,
            language=str(current_language()),
        )
        return misplacement.put_in_right_journal(self._desk, command)

    def _entry(self, *, own: bool) -> Entry:
        """The document as the right journal has it: whatever that journal does not ask for is left as it was."""
        changed: dict[str, Any] = {"date": self.date.value(), "correspondent": self.correspondent.value()}
        if own:
            changed |= {"signatory": self.signatory.value(), "signed_on": self.signed_on.value()}
        return replace(self._details.entry, **changed)

    def _build(self) -> None:
        self.add_note(
            _(
                "The number is annulled and never given again. Both entries are linked, "
                "and the copies keep their numbers and their place."
            )
        )
        self.add("journal", _("Right journal"), self.journal)
        self._correspondent = self.add("correspondent", "", self.correspondent)
        self.add("date", _("Date of registration there"), self.date)
        self._own = (
            self.add("signatory", _("Signed by"), self.signatory),
            self.add("signed_on", _("Signed on"), self.signed_on),
        )
        self.add_reason(_("Entered in the wrong journal"))

    def _show_fields(self) -> None:
        kind = self.journal.value()
        self._correspondent.label.setText(layout.caption(kind, "correspondent"))
        self.correspondent.setAccessibleName(layout.caption(kind, "correspondent"))
        for box in self._own:
            box.setVisible(kind in OWN_DOCUMENTS)


def wrong_correspondent(
    parent: QWidget, desk: "Desk", _services: "Services", details: "ItemDetails", on_done: Done
) -> None:
    """Open the window for a wrong correspondent."""
    movement_form.opened(CorrespondentForm(desk, parent, details), on_done)


def wrong_sheets(
    parent: QWidget, desk: "Desk", _services: "Services", details: "ItemDetails", on_done: Done
) -> None:
    """Open the window for a wrong count of sheets."""
    movement_form.opened(SheetsForm(desk, parent, details), on_done)


def wrong_journal(
    parent: QWidget, desk: "Desk", _services: "Services", details: "ItemDetails", on_done: Done
) -> None:
    """Open the window for a wrong journal."""
    movement_form.opened(JournalForm(desk, parent, details), on_done)
