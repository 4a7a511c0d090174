"""The dialog of a permission: what stands on the paper is recorded, and the law says at once whether it will do."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.copying import FOR_OWN, Permission, PermitKind
from dspdesk.law.findings import Finding
from dspdesk.law.kinds import Headship
from dspdesk.ui.cards.fields import ChoiceField, CountField, DateField, LongField, TextField
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.copying import words
from dspdesk.ui.copying.item_field import ItemField

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.copying import GrantPermit
    from dspdesk.queries.copying import ToReproduce
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 58  # in ems
#: Fields of one kind of permission only.
_OWN = ("for_employee_id",)
_OUTSIDE = ("for_organisation", "request", "request_on")
_THEIRS = ("granted_by", "consent", "consent_on")


class PermitDialog(LiveForm):
    """A written permission; who must have given it follows from the kind and from who made the document."""

    draft_form = "permit"

    def __init__(
        self, desk: "Desk", parent: QWidget | None, item_id: int | None = None, kind: PermitKind | None = None
    ) -> None:
        super().__init__(desk, parent, _("Permission to copy or to extract"), _WIDTH)
        self._asked_for = item_id
        self._about: ToReproduce | None = None
        self._proposed: int | None = None  # the head that was put there unasked
        self.fields: dict[str, Any] = self._made_fields()
        self._build()
        self.fields["kind"].show_value(kind or PermitKind.OWN_COPY)
        self.fields["item_id"].show_value(item_id)
        self.fields["granted_on"].show_value(desk.today())
        self._arrange()
        self.fields["number" if item_id else "item_id"].setFocus()

    # --- what a form says ---

    def save(self, reason: str) -> object:
        """Record the permission; returns its id."""
        from dspdesk.procedures import copying

        return copying.grant(self._desk, self._command(reason))

    def consider(self) -> Iterable[Finding]:
        """What the law says of the permission as it stands."""
        from dspdesk.procedures import copying

        return copying.consider_permit(self._desk, self._command(""))

    def not_yet(self) -> Collection[str]:
        return {
            "permit_of_what", "permit_unwritten", "permit_undated", "permit_count_needed", "permit_for_whom",
            "permit_for_which_body", "request_needed", "permit_not_of_maker", "consent_needed",
        }  # fmt: skip

    def draft_about(self) -> str:
        """The entry that the form was opened for."""
        return f"item:{self._asked_for}" if self._asked_for else ""

    def show_values(self, values: dict[str, Any]) -> None:
        super().show_values(values)
        self._arrange()

    def touched(self, name: str = "") -> None:
        super().touched(name)
        if name in {"kind", "item_id", "granted_on"}:
            self._arrange()

    # --- filling in ---

    def _command(self, reason: str) -> "GrantPermit":
        from dspdesk.procedures.copying import GrantPermit

        shown = {name: field.value() for name, field in self.fields.items() if self._stands(name)}
        item_id = shown.pop("item_id")
        for name in ("granted_by", "for_organisation", "request", "consent"):
            shown.setdefault(name, "")
        return GrantPermit(
            item_id=item_id, permission=Permission(**shown), form_id=self.form_id, reason=reason
        )

    def _stands(self, name: str) -> bool:
        """Whether a permission of this kind about this document has a field."""
        own = self.fields["kind"].value() in FOR_OWN
        theirs = self._about is not None and not self._about.ours
        if name in _OWN:
            return own
        if name in _OUTSIDE:
            return not own
        if name in _THEIRS:
            return not own and theirs
        return name != "granted_by_id" or own or not theirs

    def _arrange(self) -> None:
        """Show the fields that this permission has, and propose the head who gives it."""
        from dspdesk.queries.copying import to_reproduce

        item_id = self.fields["item_id"].value()
        if item_id != (self._about.item_id if self._about else None):
            self._about = to_reproduce(self._desk, item_id) if item_id is not None else None
        for name in (*_OWN, *_OUTSIDE, *_THEIRS, "granted_by_id"):
            self._boxes[name].setVisible(self._stands(name))
        self._propose_head()

    def _propose_head(self) -> None:
        from dspdesk.queries.people import signatory

        field, day = self.fields["granted_by_id"], self.fields["granted_on"].value() or self._desk.today()
        field.show_day(day)
        head = Headship.SERVICE if self.fields["kind"].value() in FOR_OWN else Headship.BODY
        found = signatory(self._desk, head, day)
        if not field.text().strip() or field.value() == self._proposed:
            self._proposed = found.employee_id if found else None
            field.show_value(self._proposed)

    # --- building ---

    def _made_fields(self) -> dict[str, Any]:
        from dspdesk.queries.completion import completions

        desk = self._desk
        return {
            "kind": ChoiceField(
                _("Kind of permission"), {kind: _(said) for kind, said in words.KINDS.items()}
            ),
            "item_id": ItemField(desk),
            "number": TextField(),
            "granted_on": DateField(desk.today),
            "copies": CountField(),
            "valid_to": DateField(desk.today),
            "for_employee_id": PersonField(desk),
            "for_organisation": TextField(lambda typed: completions(desk, "correspondent", typed)),
            "request": TextField(),
            "request_on": DateField(desk.today),
            "granted_by_id": PersonField(desk),
            "granted_by": TextField(),
            "consent": TextField(),
            "consent_on": DateField(desk.today),
            "purpose": LongField(),
        }

    def _build(self) -> None:
        fields = self.fields
        self.add("kind", _("Kind of permission"), fields["kind"])
        self.add("item_id", _("Document or publication"), fields["item_id"])
        self.add_pair(
            ("number", _("Number of the permission"), fields["number"]),
            ("granted_on", _("Permitted on"), fields["granted_on"]),
        )
        self.add_pair(
            ("copies", _("How many are permitted"), fields["copies"]),
            ("valid_to", _("Valid until, if it says so"), fields["valid_to"]),
        )
        self.add("for_employee_id", _("Whom it is for"), fields["for_employee_id"])
        self.add("for_organisation", _("For the organisation"), fields["for_organisation"])
        self.add_pair(
            ("request", _("Number of its written request"), fields["request"]),
            ("request_on", _("Request of"), fields["request_on"]),
        )
        self.add("granted_by_id", _("Permitted by"), fields["granted_by_id"])
        self.add(
            "granted_by", _("Permitted by: head of the body that made the document"), fields["granted_by"]
        )
        self.add_pair(
            ("consent", _("Number of the sender’s letter of agreement"), fields["consent"]),
            ("consent_on", _("Agreement of"), fields["consent_on"]),
        )
        self.add("purpose", _("Purpose, if it is told"), fields["purpose"])


def open_for_item(
    parent: QWidget,
    desk: "Desk",
    services: "Services",  # noqa: ARG001 - of every step of an entry
    details: "ItemDetails",
    on_done: Callable[[], None],
) -> None:
    """Record a permission about an entry."""
    dialog = PermitDialog(desk, parent, details.id)
    dialog.saved.connect(lambda _id: on_done())
    dialog.open()
