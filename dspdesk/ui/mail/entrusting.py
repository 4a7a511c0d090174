"""What windows of mail say to somebody whom it is not entrusted to, and the way to put that right."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _
from dspdesk.law.entrustment import entrusted
from dspdesk.law.findings import Finding
from dspdesk.law.roles import Action
from dspdesk.queries.entrustment import mail_entrusted
from dspdesk.ui.cards.findings import Repair

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.cards.form import FormDialog


def stands_against(desk: "Desk") -> Sequence[Finding]:
    """What is said before anything is typed, so that nobody types in vain."""
    worker = mail_entrusted(desk)
    found = entrusted(worker.name, entrusted=worker.entrusted)
    return [found] if found else []


def repairs(form: "FormDialog", desk: "Desk") -> dict[str, Repair]:
    """The button «Entrust…», for those who keep the people of the body."""
    if not desk.may(Action.KEEP_PEOPLE):
        return {}
    return {"mail_not_entrusted": (_("Entrust…"), lambda: _entrust(form, desk))}


def _entrust(form: "FormDialog", desk: "Desk") -> None:
    from dspdesk.ui.office.entrusting import EntrustDialog

    worker = mail_entrusted(desk)
    dialog = EntrustDialog(desk, form, worker.employee_id, worker.name)
    dialog.saved.connect(lambda _done: form.findings.show_findings((), {}))
    dialog.open()
