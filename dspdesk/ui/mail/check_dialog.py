"""A cover checked: sealed, whole, what is stated and what was counted; a difference offers its act at once."""

import json
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import Carrier
from dspdesk.law.package_check import looked_at
from dspdesk.queries.mail import PackageDetails, package
from dspdesk.ui import keys
from dspdesk.ui.cards.fields import ChoiceField, LongField
from dspdesk.ui.cards.findings import Repair
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.mail import entrusting, words
from dspdesk.ui.mail.found_documents import FoundDocuments
from dspdesk.ui.mail.moments import Moment
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Note, PlainButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services

_WIDTH = 66  # ems
_DOCUMENTS = "documents"


class CheckDialog(FormDialog):
    """What was seen when the cover was opened; of one with «Лично» only its outside is looked at."""

    draft_form = "mail_check"
    next_asked = Signal(object)  # after Ctrl+Enter: the package that was saved
    act_asked = Signal(int)  # the package whose act is to be drawn up

    def __init__(self, desk: "Desk", parent: QWidget | None, package_id: int) -> None:
        self._details: PackageDetails = package(desk, package_id)
        super().__init__(desk, parent, _("Check of the cover"), _WIDTH)
        self._then: Callable[[], None] = _nothing
        seen = {True: _("yes"), False: _("no"), None: "—"}
        self.sealed, self.intact = ChoiceField(_("Sealed"), seen), ChoiceField(_("Whole"), seen)
        self.moment = Moment(desk, needed=True)
        self.notes = LongField()
        self.documents: FoundDocuments | None = None
        self.difference = Note("", Tone.WARNING)
        self.act = PlainButton(_("Save and draw up the act of shortage…"), keys.DRAW_UP_ACT.keys)
        self._build()
        self._show_details()

    def save(self, reason: str) -> int:
        """Enter the check; returns the package."""
        from dspdesk.procedures.mail_intake import CheckPackage, check

        check(
            self._desk,
            CheckPackage(
                package_id=self._details.id,
                checked_at=self.moment.value(self._details.delivery.handed_over_at) or self._desk.now(),
                sealed=self.sealed.value(),
                intact=self.intact.value(),
                documents=self.documents.value() if self.documents else (),
                notes=self.notes.value(),
                reason=reason,
            ),
        )
        return self._details.id

    def draft_about(self) -> str:
        """The package."""
        return f"package:{self._details.id}"

    def values(self) -> dict[str, Any]:
        """The fields and the documents, for a draft."""
        kept = self.documents.kept() if self.documents else []
        return super().values() | {_DOCUMENTS: json.dumps(kept, ensure_ascii=False)}

    def show_values(self, values: dict[str, Any]) -> None:
        """Show what a draft kept."""
        super().show_values(values)
        try:
            kept = json.loads(str(values.get(_DOCUMENTS, "[]")))
        except ValueError:
            kept = []
        if self.documents is not None:
            self.documents.show_kept([one for one in kept if isinstance(one, dict)])
            self._tell()

    def repairs(self) -> Mapping[str, Repair]:
        """Whoever may do so entrusts the mail at once."""
        return entrusting.repairs(self, self._desk)

    def save_and_next(self) -> None:
        """Save and go on with the next cover of the delivery."""
        self._go_on_with(lambda: self.next_asked.emit(self._details))

    def save_and_act(self) -> None:
        """Save and draw up the act of what is missing."""
        if self._differences():
            self._go_on_with(lambda: self.act_asked.emit(self._details.id))

    def _go_on_with(self, then: Callable[[], None]) -> None:
        self._then = then
        self.go_on()
        self._then = _nothing

    def _done(self, done: object) -> None:
        then = self._then
        super()._done(done)
        then()

    def _build(self) -> None:
        details = self._details
        self.add_note(words.name(details))
        if details.personal:
            text = _(
                "The cover is marked «Personal» for {name}: it is not opened. Look at it outside, register it as it "
                "is and hand it over against a signature."
            )
            self.add_note(text.format(name=details.addressee))
        self.add_pair(
            ("sealed", _("Sealed"), self.sealed),
            ("intact", _("Whole"), self.intact),
            ("checked_on", _("Checked on"), self.moment.day),
            ("checked_time", _("at"), self.moment.time),
        )
        if not details.personal or details.facts.completed:
            self.documents = FoundDocuments(
                self._desk, self._goes_on, details.enclosed, details.cover_numbers
            )
            self.documents.changed.connect(self._changed)
            self.add(_DOCUMENTS, "", self.documents).label.hide()
        self.add("notes", _("Notes: how the cover looked, what else was seen"), self.notes)
        self._add_buttons()
        for field in (self.sealed, self.intact):
            field.textEdited.connect(lambda _chosen: self._seen())

    def _add_buttons(self) -> None:
        next_ = PlainButton(_("Save and check the next"), keys.SAVE_AND_NEXT.keys)
        for button, does in ((self.act, self.save_and_act), (next_, self.save_and_next)):
            button.setAutoDefault(False)
            button.clicked.connect(does)
        self.foot.insertWidget(self.foot.count() - 1, next_)
        self._differs = QWidget()
        row = QHBoxLayout(self._differs)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.difference, 1)
        row.addWidget(self.act)
        self._differs.hide()
        self.add_to_foot(self._differs)
        for one, other in pairwise((self.notes, self.act, self.leave_button, next_, self.save_button)):
            QWidget.setTabOrder(one, other)
        keys.bind(self, keys.DRAW_UP_ACT, self.save_and_act)

    def _show_details(self) -> None:
        details = self._details
        whole = True if details.carrier is Carrier.PAPER else None
        checked = details.checked_at is not None
        self.sealed.show_value(details.sealed if checked else whole)
        self.intact.show_value(details.intact if checked else whole)
        self.notes.show_value(details.check_notes)
        if details.checked_at is not None:
            self.moment.show(details.checked_at)
        else:
            self.moment.show_now()
        self._tell()
        self._seen()
        (self.documents.first() if self.documents else self.sealed).setFocus()

    def _seen(self) -> None:
        """A breach of the cover is named as soon as it is chosen; it is recorded, not refused."""
        seen = looked_at(sealed=self.sealed.value(), intact=self.intact.value(), electronic=True)
        self.findings.show_findings([*entrusting.stands_against(self._desk), *seen], self.repairs())

    def _changed(self) -> None:
        self.touched(_DOCUMENTS)
        self._tell()

    def _tell(self) -> None:
        """What differs stands beside the act that it asks for, wherever the fields are scrolled to."""
        said = self._differences()
        self.difference.setText(said)
        self._differs.setVisible(bool(said))

    def _differences(self) -> str:
        return self.documents.differences() if self.documents is not None else ""


def open_act(
    parent: QWidget, desk: "Desk", services: "Services", package_id: int, on_done: Callable[[], None]
) -> None:
    """The wizard of the act of shortage, filled in from the check."""
    from dspdesk.ui.acts import shortage_act

    shortage_act.open_wizard(parent, desk, services, package_id, on_done)


def _nothing() -> None:
    """Nothing follows an ordinary save."""
