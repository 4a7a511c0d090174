"""What a cover marked «Лично» held, entered when its addressee has opened it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.carrier_check import CarrierFound
from dspdesk.law.kinds import Carrier
from dspdesk.law.roles import Action
from dspdesk.procedures import mail_personal
from dspdesk.queries import handover
from dspdesk.queries.mail import PackageDetails
from dspdesk.ui.cards import registration_fields
from dspdesk.ui.cards.fields import ChoiceField, CountField, DateField, LongField, TextField
from dspdesk.ui.cards.findings import Repair
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.mail import entrusting, words
from dspdesk.ui.mail.small_forms import MailForm

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 56  # ems


class PersonalDialog(MailForm):
    """The document of the cover, as its addressee says or gives it back."""

    draft_form = "mail_personal"
    given = Signal()  # the cover was handed over from here

    def __init__(self, desk: "Desk", parent: QWidget | None, row: PackageDetails) -> None:
        super().__init__(desk, parent, _("What the cover with «Personal» held"), _WIDTH)
        self._row = row
        self._checked: CarrierFound | None = None
        self._fields: dict[str, Any] = {
            "kind": TextField(),
            "their_number": TextField(),
            "their_date": DateField(desk.today),
            "summary": LongField(),
            "stated_sheets": CountField(),
            "counted_sheets": CountField(),
            "stated_enclosure_sheets": CountField(),
            "counted_enclosure_sheets": CountField(),
            "missing": LongField(),
        }
        self.opened, self.carrier = (
            DateField(desk.today),
            ChoiceField(_("Carrier"), registration_fields.carriers()),
        )
        self._build()
        self.opened.show_value(desk.today())
        self._fields["kind"].setFocus()
        self._tell()

    def save(self, reason: str) -> int:
        """Complete the entry; returns the package."""
        from dspdesk.law.mail import Contents

        known = {name: field.value() for name, field in self._fields.items()}
        mail_personal.complete(
            self._desk,
            mail_personal.CompletePersonal(
                package_id=self._row.id,
                opened_on=self.opened.value(),
                found=Contents(**known),
                carrier=self.carrier.value(),
                carrier_check=self._checked if self.carrier.value() is Carrier.ELECTRONIC else None,
                form_id=self.form_id,
            ),
        )
        return self._row.id

    def draft_about(self) -> str:
        """The package."""
        return f"package:{self._row.id}"

    def repairs(self) -> dict[str, Repair]:
        """The check of a carrier is recorded from here, and the cover is handed over."""
        check = (_("Record the check…"), self._check)
        found = dict.fromkeys(("carrier_not_checked", "carrier_not_clean"), check)
        if self._row.entry_id is not None and self._desk.may(Action.MOVE_COPIES):
            waits = _("Mark received…") if self._sheet() else _("Hand over…")
            found["personal_not_given"] = (waits, self._hand_over)
        return entrusting.repairs(self, self._desk) | found

    def _tell(self) -> None:
        """Nobody types what nobody can know yet."""
        found = [*entrusting.stands_against(self._desk), *mail_personal.consider(self._desk, self._row.id)]
        self.findings.show_findings(found, self.repairs())

    def _sheet(self) -> int | None:
        """The hand-over sheet on which the cover waits for its addressee's signature."""
        item, person = self._row.entry_id, self._row.addressee_id
        return handover.waits_on(self._desk, item, person) if item and person else None

    def _hand_over(self) -> None:
        from dspdesk.queries.item import item
        from dspdesk.ui.handover.receiving import ReceivingForm
        from dspdesk.ui.movement.handing import HandOverForm

        sheet, details = self._sheet(), item(self._desk, self._row.entry_id or 0)
        form: FormDialog
        if sheet is not None:
            form = ReceivingForm(self._desk, self, sheet)
        elif details is not None:
            form = HandOverForm(self._desk, self, None, details)
        else:
            return
        form.saved.connect(self._handed_over)
        form.open()

    def _handed_over(self, _done: object) -> None:
        self._tell()
        self.given.emit()

    def _check(self) -> None:
        from dspdesk.ui.mail.carrier_dialog import CarrierDialog

        dialog = CarrierDialog(self._desk, self)
        dialog.saved.connect(self._carrier_checked)
        dialog.open()

    def _carrier_checked(self, found: object) -> None:
        if isinstance(found, CarrierFound):
            self._checked = found
            self.findings.show_findings((), {})

    def _build(self) -> None:
        fields = self._fields
        self.add_note(" · ".join(filter(None, (words.name(self._row), self._row.addressee))))
        self.add("opened_on", _("Opened by the addressee on"), self.opened)
        self.add_pair(
            ("kind", _("Kind of document"), fields["kind"]),
            ("their_number", _("Their No."), fields["their_number"]),
            ("their_date", _("Dated"), fields["their_date"]),
        )
        self.add("summary", _("Summary"), fields["summary"])
        self.add_pair(
            ("stated_sheets", _("Sheets stated"), fields["stated_sheets"]),
            ("documents", _("Sheets counted"), fields["counted_sheets"]),
        )
        self.add_pair(
            ("stated_enclosure_sheets", _("Sheets of enclosures stated"), fields["stated_enclosure_sheets"]),
            (
                "counted_enclosure_sheets",
                _("Sheets of enclosures counted"),
                fields["counted_enclosure_sheets"],
            ),
        )
        self.add("missing", _("Enclosures that are not there"), fields["missing"])
        self.add("medium", _("Carrier"), self.carrier)
