"""The register of permissions to copy and to extract, and of what was made by each."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import short
from dspdesk.law.copying import PermitKind
from dspdesk.law.roles import Action
from dspdesk.queries.copying import PermitRow, permits
from dspdesk.ui.cards.fields import DateField, LongField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.copying import words
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState, PrimaryButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dspdesk.desk import Desk


def _until(row: PermitRow) -> str:
    if row.facts.revoked_on is not None:
        return _("revoked {day}").format(day=short(row.facts.revoked_on))
    return short(row.facts.valid_to) if row.facts.valid_to else ""


COLUMNS: Sequence[RegisterColumn[PermitRow]] = (
    RegisterColumn(key="number", title=N_("No."), width=8, text=lambda row: row.facts.number),
    RegisterColumn(
        key="granted", title=N_("Date"), width=8, text=lambda row: short(row.facts.granted_on),
        sort=lambda row: row.facts.granted_on,
    ),
    RegisterColumn(key="item", title=N_("Document"), width=9, text=lambda row: row.number),
    RegisterColumn(key="kind", title=N_("For what"), width=13, text=lambda row: _(words.KINDS[row.facts.kind])),
    RegisterColumn(key="whom", title=N_("Whom it is for"), width=14, text=lambda row: row.for_whom, stretch=True),
    RegisterColumn(key="by", title=N_("Permitted by"), width=11, text=lambda row: row.granted_by),
    RegisterColumn(
        key="until", title=N_("Valid until"), width=10, text=_until,
        sort=lambda row: row.facts.revoked_on or row.facts.valid_to or dt.date.max,
    ),
    RegisterColumn(
        key="used", title=N_("Used"), width=8, text=words.used, sort=lambda row: row.facts.left, right=True
    ),
)  # fmt: skip


class PermitsPlace(RegisterPlace[PermitRow]):
    """All permissions, the latest first."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__(desk, COLUMNS, _("Permits"))
        self._services = services
        self._may = desk.may(Action.KEEP_PERMITS)

    # --- what a register says ---

    def ask_rows(self) -> Sequence[PermitRow]:
        return permits(self._desk)

    def key_of(self, row: PermitRow) -> int:
        return row.id

    def facts(self, row: PermitRow) -> Facts:
        facts = row.facts
        known = [
            (_("Document"), _("№ {number}").format(number=row.number)),
            ("", row.document),
            (_("Whom it is for"), row.for_whom),
            (_("Permitted by"), row.granted_by),
            (_("Permitted on"), short(facts.granted_on)),
            (_("Valid until"), short(facts.valid_to) if facts.valid_to else ""),
            (_("Written request"), _dated(row.request, row.request_on)),
            (_("Agreement of the sender"), _dated(row.consent, row.consent_on)),
            (_("Purpose"), row.purpose),
            (_("Used"), words.used(row)),
            (_("Revoked on"), _dated(row.revoked_reason, facts.revoked_on)),
        ]
        return [
            (_("№ {number}: {what}").format(number=facts.number, what=_(words.KINDS[facts.kind])), ""),
            *(fact for fact in known if fact[1]),
            *([(_("Made by this permission"), "")] if row.made else []),
            *((short(note.made_on), words.made(note)) for note in row.made),
        ]

    def steps(self, row: PermitRow) -> Actions:
        usable = row.facts.left and row.facts.revoked_on is None
        extract = row.facts.kind is PermitKind.OWN_EXTRACT
        return (
            *(
                ((_("Extract…") if extract else _("Further copies…"), lambda: self._make(row)),)
                if usable and self._desk.may(Action.MAKE_COPIES)
                else ()
            ),
            (_("Show the document"), lambda: self.open_row(row)),
            *(
                ((_("Revoke…"), lambda: self._revoke(row)),)
                if self._may and row.facts.revoked_on is None
                else ()
            ),
        )

    def open_row(self, row: PermitRow) -> None:
        self.landed.emit(row.facts.item_id, row.year, row.journal)

    def beginning(self) -> EmptyState:
        empty = EmptyState(
            _("No permissions yet"),
            _(
                "Here stand the written permissions to make copies and extracts: of the head of the documentation "
                "service for workers of the body, of the head of the body that made the document for others."
            ),
        )
        if self._may:
            button = PrimaryButton(_("Record a permission"), "Ins")
            button.clicked.connect(self.primary)
            empty.add_button(button)
        return empty

    # --- a place ---

    def title(self) -> str:
        return _("Permits")

    def primary_text(self) -> str:
        return _("Record a permission") if self._may else ""

    def primary(self) -> None:
        """A new permission."""
        from dspdesk.ui.copying.permit_dialog import PermitDialog

        self._ask_for(PermitDialog(self._desk, self.window()))

    # --- steps ---

    def _make(self, row: PermitRow) -> None:
        from dspdesk.queries.item import item
        from dspdesk.ui.copying import making

        details = item(self._desk, row.facts.item_id)
        if details is not None:
            does = making.extract if row.facts.kind is PermitKind.OWN_EXTRACT else making.copies
            does(self.window(), self._desk, self._services, details, self.saved, row.id)

    def _revoke(self, row: PermitRow) -> None:
        self._ask_for(RevokeDialog(self._desk, self.window(), row))

    def _ask_for(self, form: FormDialog) -> None:
        form.saved.connect(self.saved)
        form.open()


class RevokeDialog(FormDialog):
    """A permission is no more in force from a day on."""

    def __init__(self, desk: "Desk", parent: "QWidget | None", row: PermitRow) -> None:
        super().__init__(desk, parent, _("Revoke the permission № {number}").format(number=row.facts.number))
        self._row = row
        self.day, self.why = DateField(desk.today), LongField()
        self.day.show_value(desk.today())
        self.add("on", _("No more in force from"), self.day)
        self.add("reason", _("Reason"), self.why)
        self.why.setFocus()

    def save(self, reason: str) -> object:
        """Revoke it; returns the id."""
        from dspdesk.procedures import copying

        command = copying.RevokePermit(
            permit_id=self._row.id, on=self.day.value(), reason=self.why.value() or reason
        )
        copying.revoke(self._desk, command)
        return self._row.id


def make(desk: "Desk", services: Services) -> PermitsPlace:
    """The place of permissions."""
    return PermitsPlace(desk, services)


def _dated(words_: str, day: dt.date | None) -> str:
    return ", ".join(part for part in (words_, short(day) if day else "") if part)
