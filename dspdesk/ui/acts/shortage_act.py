"""The shortage act in the wizard: what was found, who was present; then it goes the way of all acts."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.act import KINDS, ActKind, SignerPart
from dspdesk.law.findings import Refused
from dspdesk.law.shortage_act import ActDraft, ActLineWords
from dspdesk.queries.acts import ActDetails
from dspdesk.ui.acts import wizard
from dspdesk.ui.acts.fields import LinesField, PeopleField
from dspdesk.ui.acts.page import ActPage
from dspdesk.ui.acts.wizard import ActWizard
from dspdesk.ui.cards.fields import DateField, LongField, TextField
from dspdesk.ui.cards.person_field import PersonField

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

LEAST_SIGNERS = KINDS[ActKind.SHORTAGE].signers[SignerPart.WORKER]


class FoundPage(ActPage):
    """What the covering letter states and what was in the cover."""

    def __init__(self, desk: "Desk") -> None:
        text = _("The differences of the check stand here already. Put right what is to be said otherwise.")
        super().__init__(_("What the check showed"), text)
        self.dated, self.sent_by = DateField(desk.today), TextField()
        self.basis, self.lines, self.findings = LongField(), LinesField(), LongField()
        self.add_pair(("dated", _("Date of the act"), self.dated), ("sender", _("Sender"), self.sent_by))
        self.add("basis", _("Covering letter"), self.basis)
        self.add("lines", _("Stated and found"), self.lines)
        self.add("findings", _("What else was found"), self.findings)
        self.column.addStretch(1)

    def missing(self, act: ActDetails | None) -> str:
        stated = self.lines.value() or self.findings.value()
        return "" if stated and self.dated.value() else _("nothing is stated yet")

    def action(self, act: ActDetails | None) -> str:
        return _("Next")

    def readable(self) -> bool:
        """An act has a date."""
        if not super().readable():
            return False
        if self.dated.value() is None:
            self._boxes["dated"].complain(_("Write the date of the act."))
            self.dated.setFocus()
            return False
        return True


class PresentPage(ActPage):
    """Who was present and signs, and who gets the third copy."""

    def __init__(self, desk: "Desk") -> None:
        text = _("At least two workers sign. The executor may be named later, when the copy goes.")
        super().__init__(_("Who was present"), text)
        self.signers = PeopleField(desk, lambda place: _("Signatory {n}").format(n=place), LEAST_SIGNERS)
        self.executor = PersonField(desk)
        self.add("signers", _("Who signs"), self.signers)
        self.add("executor_id", _("Executor of the document, if known"), self.executor)
        self.column.addStretch(1)

    def missing(self, act: ActDetails | None) -> str:
        lacking = LEAST_SIGNERS - len(self.signers.value())
        return _("signatories to be named: {n}").format(n=lacking) if lacking > 0 else ""

    def action(self, act: ActDetails | None) -> str:
        return _("Draw up the act") if act is None else _("Next")


class ShortageActWork:
    """What the shortage act brings to the wizard."""

    paper = "shortage_act"
    draft_form = "shortage_act"

    def __init__(self, desk: "Desk", proposed: ActDraft) -> None:
        self._desk = desk
        self._proposed = proposed
        self.about = f"package:{proposed.package_id}"
        self.title = _("Shortage act")
        self.found, self.present = FoundPage(desk), PresentPage(desk)

    def pages(self) -> list[ActPage]:
        """What was found, who was present."""
        return [self.found, self.present]

    def show_words(self, act: ActDetails | None) -> None:
        """Show the act, or what is proposed."""
        from dspdesk.procedures.shortage_act import draft_of

        draft = draft_of(self._desk, act.id) if act is not None else self._proposed
        self.found.dated.show_value(draft.dated)
        self.found.sent_by.show_value(draft.sender)
        self.found.basis.show_value(draft.basis)
        self.found.lines.show_value(draft.lines)
        self.found.findings.show_value(draft.findings)
        self.present.signers.show_day(draft.dated)
        self.present.executor.show_day(draft.dated)
        self.present.signers.show_value(draft.signers)
        self.present.executor.show_value(draft.executor_id)

    def fix(self, *, fixed: bool) -> None:
        """What was signed is only to be read."""
        for field in (self.found.dated, self.found.sent_by, self.found.basis, self.found.findings):
            field.setReadOnly(fixed)
        self.found.lines.fix(fixed=fixed)
        self.present.signers.fix(fixed=fixed)
        self.present.executor.setReadOnly(fixed)

    def typed(self) -> dict[str, Any]:
        """Plain values of all fields."""
        lines = [[line.subject, line.stated, line.found, line.note] for line in self.found.lines.value()]
        return {
            "dated": self.found.dated.text(),
            "sender": self.found.sent_by.text(),
            "basis": self.found.basis.text(),
            "findings": self.found.findings.text(),
            "lines": lines,
            "signers": self.present.signers.texts(),
            "executor": self.present.executor.text(),
        }

    def show_typed(self, kept: dict[str, Any]) -> None:
        """What a draft kept; of one that another program left, what can be read."""
        fields: dict[str, TextField | LongField] = {
            "dated": self.found.dated,
            "sender": self.found.sent_by,
            "basis": self.found.basis,
            "findings": self.found.findings,
            "executor": self.present.executor,
        }
        for name, field in fields.items():
            if isinstance(text := kept.get(name), str):
                field.setText(text)
        if isinstance(lines := kept.get("lines"), list):
            self.found.lines.show_value([ActLineWords(*map(str, line[:4])) for line in lines if line])
        if isinstance(signers := kept.get("signers"), list):
            self.present.signers.show_texts([str(one) for one in signers])

    def keep(self, act_id: int | None, form_id: str) -> int:
        """Draw up, or change."""
        from dspdesk.procedures import shortage_act

        draft = self.draft()
        if act_id is None:
            return shortage_act.draw_up(self._desk, shortage_act.DrawUp(draft=draft, form_id=form_id)).id
        change = shortage_act.ChangeDraft(act_id=act_id, draft=draft, form_id=form_id)
        return shortage_act.change(self._desk, change).id

    def drawing(self, act_id: int | None, language: str) -> Callable[[], bytes]:
        """The paper of the words as they stand now."""
        from dspdesk.procedures.shortage_act import draw_draft

        desk, draft = self._desk, self.draft()
        return lambda: draw_draft(desk, draft, language, act_id)

    def draft(self) -> ActDraft:
        """What stands in the fields; a day that cannot be read is today's until it can."""
        day: dt.date = self.found.dated.value() or self._desk.today()
        return ActDraft(
            package_id=self._proposed.package_id,
            dated=day,
            sender=self.found.sent_by.value(),
            basis=self.found.basis.value(),
            findings=self.found.findings.value(),
            lines=self.found.lines.value(),
            signers=self.present.signers.value(),
            executor_id=self.present.executor.value(),
        )


def open_wizard(
    parent: QWidget, desk: "Desk", services: "Services", package_id: int, on_done: Callable[[], None]
) -> None:
    """The act of a package: the one there is, or a new one filled in from its check."""
    from dspdesk.procedures import shortage_act
    from dspdesk.queries.acts import act_of_package

    try:
        act_id = act_of_package(desk, package_id)
        draft = shortage_act.draft_of(desk, act_id) if act_id else shortage_act.proposed(desk, package_id)
    except Refused as error:
        wizard.tell(parent, error)
        return
    _open(parent, desk, services, draft, act_id, on_done)


def open_act(
    parent: QWidget, desk: "Desk", services: "Services", act_id: int, on_done: Callable[[], None]
) -> None:
    """An act of the register, withdrawn ones too."""
    from dspdesk.procedures.shortage_act import draft_of

    _open(parent, desk, services, draft_of(desk, act_id), act_id, on_done)


def open_of_item(
    parent: QWidget, desk: "Desk", services: "Services", details: "ItemDetails", on_done: Callable[[], None]
) -> None:
    """The latest act about the cover that an entry came in."""
    open_act(parent, desk, services, details.acts[0].id, on_done)


def _open(
    parent: QWidget,
    desk: "Desk",
    services: "Services",
    draft: ActDraft,
    act_id: int | None,
    on_done: Callable[[], None],
) -> None:
    dialog = ActWizard(desk, services, ShortageActWork(desk, draft), act_id, parent)
    dialog.written.connect(on_done)
    dialog.open()
