"""Small forms of mail: handed over by the duty officer, misdirected, sent back, covers kept and destroyed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import Headship
from dspdesk.queries.mail import PackageRow, waiting_for_hand_over
from dspdesk.ui.cards.fields import ChoiceField, DateField, LongField, TextField
from dspdesk.ui.cards.findings import Repair
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.mail import entrusting, words
from dspdesk.ui.mail.moments import Moment

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class MailForm(FormDialog):
    """A form of mail: whoever may do so entrusts the mail at once where that is what is missing."""

    def repairs(self) -> Mapping[str, Repair]:
        """The button «Entrust…»."""
        return entrusting.repairs(self, self._desk)


class HandOverForm(MailForm):
    """What duty officers took is handed over to the head of the documentation service, by list and unopened."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        super().__init__(desk, parent, _("Mail handed over by the duty officer"))
        self._waiting = {row.id: (row, count) for row, count in waiting_for_hand_over(desk)}
        self.boxes = {key: QCheckBox(self._said(key)) for key in self._waiting}
        self.moment, self.taker = Moment(desk, needed=True), PersonField(desk)
        self.add_heading(_("What is handed over, unopened"))
        for key, box in self.boxes.items():
            box.setChecked(True)
            name = "deliveries" if key == next(iter(self.boxes)) else f"delivery {key}"
            self.add(name, "", box).label.hide()
        self.add_pair(
            ("handed_over_on", _("Handed over on"), self.moment.day),
            ("handed_over_time", _("at"), self.moment.time),
        )
        self.add("handed_over_to_id", _("To: head of the documentation service"), self.taker)
        self.moment.show_now()
        self._show_head()
        if self.boxes:
            next(iter(self.boxes.values())).setFocus()

    def save(self, reason: str) -> tuple[int, ...]:
        """Enter the hand-over; returns the deliveries."""
        from dspdesk.procedures.mail_intake import HandOverToService, hand_over

        chosen = tuple(key for key, box in self.boxes.items() if box.isChecked())
        last = max((self._waiting[key][0].received_at for key in chosen), default=None)
        hand_over(
            self._desk,
            HandOverToService(
                delivery_ids=chosen,
                handed_over_at=self.moment.value(last) or self._desk.now(),
                handed_over_to_id=self.taker.value(),
                reason=reason,
            ),
        )
        return chosen

    def _said(self, key: int) -> str:
        row, count = self._waiting[key]
        return " · ".join(
            filter(None, (words.moment(row.received_at, self._desk), row.duty_officer, words.covers(count)))
        )

    def _show_head(self) -> None:
        from dspdesk.queries.people import signatory

        head = signatory(self._desk, Headship.SERVICE, self._desk.today())
        if head is not None:
            self.taker.show_value(head.employee_id)


class MisdirectedForm(MailForm):
    """A cover that is not for this body."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: PackageRow) -> None:
        super().__init__(desk, parent, _("Came by mistake"))
        self._row = row
        self.day, self.notes = DateField(desk.today), LongField()
        self.add_note(words.name(row))
        self.add("on", _("Found on"), self.day)
        self.add("notes", _("To whom it is addressed, or why it is not ours"), self.notes)
        self.day.show_value(desk.today())
        self.notes.setFocus()

    def save(self, reason: str) -> int:
        """Enter it; returns the package."""
        from dspdesk.procedures.mail_intake import Misdirected, misdirected

        misdirected(
            self._desk,
            Misdirected(package_id=self._row.id, on=self.day.value(), notes=self.notes.value()),
        )
        return self._row.id


class SendBackForm(MailForm):
    """A misdirected cover goes back to its sender."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: PackageRow) -> None:
        super().__init__(desk, parent, _("Sent back to the sender"))
        self._row = row
        self.day, self.letter = DateField(desk.today), TextField()
        self.add_note(words.name(row))
        self.add("on", _("Sent back on"), self.day)
        self.add("letter_number", _("No. of the covering letter, if it has one"), self.letter)
        self.day.show_value(desk.today())
        self.letter.setFocus()

    def save(self, reason: str) -> int:
        """Enter the return; returns the package."""
        from dspdesk.procedures.mail_intake import SendBack, send_back

        send_back(
            self._desk,
            SendBack(package_id=self._row.id, on=self.day.value(), letter_number=self.letter.value()),
        )
        return self._row.id


class KeepCoverForm(MailForm):
    """Why a cover is kept."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: PackageRow) -> None:
        super().__init__(desk, parent, _("The cover is kept"))
        self._row = row
        self.why = ChoiceField(
            _("Only it shows"), {reason: _(said) for reason, said in words.REASONS.items()}
        )
        self.add_note(words.name(row))
        self.add("reason", _("Only it shows"), self.why)
        self.why.setFocus()

    def save(self, reason: str) -> int:
        """Keep it; returns the package."""
        from dspdesk.procedures.mail_covers import KeepCover, keep

        keep(self._desk, KeepCover(package_id=self._row.id, reason=self.why.value()))
        return self._row.id


class DiscardCoverForm(MailForm):
    """A kept cover was destroyed, after its document."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: PackageRow) -> None:
        super().__init__(desk, parent, _("The kept cover was destroyed"))
        self._row = row
        self.day = DateField(desk.today)
        self.add_note(words.name(row))
        self.add("on", _("Destroyed on"), self.day)
        self.day.show_value(desk.today())
        self.day.setFocus()

    def save(self, reason: str) -> int:
        """Enter it; returns the package."""
        from dspdesk.procedures.mail_covers import DiscardCover, discard

        discard(self._desk, DiscardCover(package_id=self._row.id, on=self.day.value()))
        return self._row.id


class CorrectPackageForm(MailForm):
    """The log has a cover wrongly."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: PackageRow) -> None:
        from dspdesk.ui.mail.envelopes import Envelopes

        super().__init__(desk, parent, _("Correct the log"), 66)
        self._row = row
        self.envelopes, self.why = Envelopes(desk, most=1), LongField()
        self.add("packages", "", self.envelopes).label.hide()
        self.add("reason", _("Reason, kept in the ledger"), self.why)
        kept = {"sender": row.sender, "numbers": row.cover_numbers, "personal": row.personal}
        self.envelopes.show_kept([kept | {"electronic": row.carrier == "electronic"}])
        line = self.envelopes.rows[0]
        if isinstance(line.addressee, PersonField):
            line.addressee.show_value(row.addressee_id)
        line.sender.setFocus()

    def save(self, reason: str) -> int:
        """Put it right; returns the package."""
        from dspdesk.procedures.mail_covers import CorrectPackage, correct
        from dspdesk.procedures.mail_intake import PackageLogged

        lines = self.envelopes.value()
        correct(
            self._desk,
            CorrectPackage(
                package_id=self._row.id,
                logged=lines[0] if lines else PackageLogged(),
                reason=self.why.value(),
            ),
        )
        return self._row.id
