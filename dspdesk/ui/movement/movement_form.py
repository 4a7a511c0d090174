"""What the windows of movements share: the copies of one entry, the day, what stands against the step."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import N_, _
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.roles import Action
from dspdesk.queries import handover
from dspdesk.ui.cards.fields import DateField
from dspdesk.ui.cards.findings import Repair
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.movement.copies_field import CopiesField

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails
    from dspdesk.queries.whereabouts import CopyRow
    from dspdesk.ui.services import Services

WIDTH = 48  # in ems

#: What was signed, as it is proposed, in the language of the journal.
SIGNED_IN_JOURNAL = {"ru": "расписка в журнале", "kk": "журналдағы қолхат"}


class MovementForm(FormDialog):
    """A step with some copies of one entry; `takes` says which copies can be chosen."""

    #: What is said to somebody who named nobody in the field `employee_id`.
    nobody = N_("Name the person who gets the document.")

    def __init__(
        self,
        desk: "Desk",
        parent: QWidget | None,
        services: "Services | None",
        details: "ItemDetails",
        title: str,
        takes: "Callable[[CopyRow], bool]",
    ) -> None:
        number = details.number.with_mark(details.journal.language)
        super().__init__(desk, parent, title.format(number=number), WIDTH)
        self._services, self._details = services, details
        self._takes = takes
        self.copies = CopiesField()
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.show_copies()

    def show_copies(self) -> None:
        """Offer the copies as the registers have them now; all that can be taken are ticked."""
        from dspdesk.queries.whereabouts import copies_of

        rows = [row for row in copies_of(self._desk, self._details.id) if self._takes(row)]
        self.copies.show_copies(rows, lambda _row: True)

    def add_copies(self) -> None:
        """The copies; what the law says of them stands below with its place, not beside the field."""
        self.add("chosen", _("Which copies"), self.copies)

    def add_day(self, label: str) -> None:
        """The day of the step."""
        self.add("on", label, self.on)

    def propose_person(self, person: PersonField) -> None:
        """Begin with the person; whom the document is for and who never got it stands there, to be typed over."""
        person.show_value(handover.first_for(self._desk, self._details.id))
        person.setFocus()
        person.selectAll()

    def go_on(self) -> None:
        """Save, once there is a person."""
        person = self._boxes["employee_id"].widget if "employee_id" in self._boxes else None
        if isinstance(person, PersonField) and not person.text().strip():
            self.complain("employee_id", _(self.nobody))
            return
        super().go_on()

    def take_scan(self, code: Code) -> bool:
        """Tick the copy whose label was scanned."""
        return code.kind is Kind.COPY and self.copies.tick(code.id)

    def repairs(self) -> Mapping[str, Repair]:
        """The ways out of what stands against handing over, for whoever may take them."""
        from dspdesk.ui.cases import taking_out

        if self._services is None:
            return {}
        found: dict[str, Repair] = {}
        if self._desk.may(Action.KEEP_CONTROL):
            resolution = (_("Enter the resolution…"), self._enter_resolution)
            found |= {"not_admitted": resolution, "was_not_admitted": resolution}
        if self._desk.may(Action.RECEIVE_MAIL):
            found["carrier_unchecked"] = (_("Record the check…"), self._record_check)
        return found | taking_out.repair(self, self._desk, self._details, self._mended)

    def _enter_resolution(self) -> None:
        from dspdesk.ui.control import resolution_dialog

        if self._services is not None:
            resolution_dialog.open(self, self._desk, self._services, self._details, self._mended)

    def _record_check(self) -> None:
        from dspdesk.ui.mail import carrier_dialog

        if self._services is not None:
            carrier_dialog.open_for_item(self, self._desk, self._services, self._details, self._mended)

    def _mended(self, *_what: object) -> None:
        """What stood against the step was put right: nothing is said until it is tried again."""
        self.findings.show_findings([], {})
        self.save_button.setFocus()


def opened(form: FormDialog, on_done: Callable[[], Any]) -> None:
    """Open a window and tell when something was written."""
    form.saved.connect(lambda _made: on_done())
    form.open()
