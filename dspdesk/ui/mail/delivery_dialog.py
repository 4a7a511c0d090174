"""A delivery logged: how and when it came, who brought it, and each cover in it, thirty as fast as one types."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.settings import PERMANENT_DUTY
from dspdesk.queries.settings import setting
from dspdesk.ui import keys
from dspdesk.ui.cards.fields import ChoiceField, TextField
from dspdesk.ui.cards.findings import Repair
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.mail import entrusting, words
from dspdesk.ui.mail.envelopes import Envelopes
from dspdesk.ui.mail.moments import Moment

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.mail_intake import Logged

_WIDTH = 72  # ems
_COVERS = "packages"


class DeliveryDialog(FormDialog):
    """What was brought at one time."""

    draft_form = "delivery"

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        super().__init__(desk, parent, _("Mail received"), _WIDTH)
        self.way = ChoiceField(_("How it came"), {way: _(said) for way, said in words.WAYS.items()})
        self.bearer, self.list_number = TextField(), TextField()
        self.received = Moment(desk)
        self.out_of_hours = QCheckBox(_("Out of hours"))
        self.duty_officer = PersonField(desk)
        self.envelopes = Envelopes(desk)
        self._build()
        self.received.show_now()
        self._show_hours()
        self.way.setFocus()  # as the list of the courier is read: the moment stands there already

    def save(self, reason: str) -> "Logged":
        """Log the delivery."""
        from dspdesk.procedures.mail_intake import LogDelivery, log_delivery

        out = self.out_of_hours.isChecked()
        return log_delivery(
            self._desk,
            LogDelivery(
                form_id=self.form_id,
                way=self.way.value(),
                bearer=self.bearer.value(),
                list_number=self.list_number.value(),
                received_at=self.received.value(),
                packages=self.envelopes.value(),
                out_of_hours=out,
                duty_officer_id=self.duty_officer.value() if out and self._has_duty else None,
                reason=reason,
            ),
        )

    def values(self) -> dict[str, Any]:
        """The fields and the covers, for a draft."""
        return super().values() | {_COVERS: json.dumps(self.envelopes.kept(), ensure_ascii=False)}

    def show_values(self, values: dict[str, Any]) -> None:
        """Show what a draft kept."""
        super().show_values(values)
        try:
            covers = json.loads(str(values.get(_COVERS, "[]")))
        except ValueError:
            covers = []
        self.envelopes.show_kept([line for line in covers if isinstance(line, dict)])

    def repairs(self) -> Mapping[str, Repair]:
        """Whoever may do so entrusts the mail at once."""
        return entrusting.repairs(self, self._desk)

    @property
    def _has_duty(self) -> bool:
        return bool(setting(self._desk, PERMANENT_DUTY))

    def _show_hours(self) -> None:
        """A duty officer is named only where there are any, and only out of hours."""
        self._boxes["duty_officer_id"].setVisible(self.out_of_hours.isChecked() and self._has_duty)

    def _build(self) -> None:
        self.add_pair(
            ("received_on", _("Received on"), self.received.day),
            ("received_time", _("at"), self.received.time),
            ("out_of_hours", "", self.out_of_hours),
            ("duty_officer_id", _("Duty officer who took it"), self.duty_officer),
        )
        self.add_pair(
            ("way", _("How it came"), self.way),
            ("bearer", _("Who brought it"), self.bearer),
            ("list_number", _("No. of the list"), self.list_number),
        )
        self.out_of_hours.toggled.connect(lambda _on: self._show_hours())
        self.add_heading(_("Covers"))
        self.add(_COVERS, "", self.envelopes).label.hide()
        self.envelopes.changed.connect(lambda: self.touched(_COVERS))
        keys.bind(self, keys.COPY_FIELD, self.envelopes.copy_from_above)
        self._show(entrusting.stands_against(self._desk))
