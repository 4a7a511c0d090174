"""Further copies and extracts: by which permission, of which copy, when and by whom."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from dspdesk.language.catalogue import _
from dspdesk.law import copying as law
from dspdesk.law.copying import FOR_COPIES, PermitKind
from dspdesk.law.findings import Finding
from dspdesk.law.roles import Action
from dspdesk.law.values import CopyNumbers
from dspdesk.law.whereabouts import AT_HAND
from dspdesk.queries import copying as queries
from dspdesk.ui.cards.fields import ChoiceField, CountField, DateField, LongField
from dspdesk.ui.cards.findings import Repair
from dspdesk.ui.cards.live_form import LiveForm, once
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.copying import words
from dspdesk.ui.movement import words as places
from dspdesk.ui.office.fields import LongChoice
from dspdesk.ui.widgets.basics import Note

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.copying import MakeCopies, MakeExtract
    from dspdesk.queries.copying import PermitRow
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 54  # in ems
#: What another permission puts right.
_BY_A_PERMISSION = (
    "permit_needed", "permit_expired", "permit_for_extract", "permit_for_copies", "permit_used_up", "permit_revoked",
    "permit_not_enough", "permit_not_yet",
)  # fmt: skip
_NOT_YET = frozenset({"copies_to_make", "copied_from_which", "day_needed", "made_by_whom", "extract_sheets"})


class _Making(LiveForm):
    """What copies and extracts have in common. Only permissions that fit are offered; why others do not, is said."""

    kinds: frozenset[PermitKind]

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", details: "ItemDetails"
    ) -> None:
        number = details.number.with_mark(details.journal.language)
        super().__init__(desk, parent, self.named().format(number=number), _WIDTH)
        self._services, self._details = services, details
        self._permits: list[PermitRow] = []
        self.made_on = DateField(desk.today)
        self.made_on.show_value(desk.today())
        self.made_by = PersonField(desk)
        self.made_by.show_value(_oneself(desk))
        self.permit = LongChoice(_("By the permission"), {None: _("there is none that fits")})
        self.source = self._source_field()
        self.notes = LongField()

    # --- what a kind of it says ---

    def named(self) -> str:
        """The title, with room for the number."""
        raise NotImplementedError

    def follow_permit(self) -> None:
        """Another permission was chosen."""

    # --- a form ---

    def repairs(self) -> Mapping[str, Repair]:
        """A permission is recorded here, if it is there on paper; and so is the resolution that admits the worker."""
        from dspdesk.ui.cases import taking_out

        found: dict[str, Repair] = {}
        if self._desk.may(Action.KEEP_PERMITS):
            codes = _BY_A_PERMISSION if self._permits else _BY_A_PERMISSION[:1]
            found |= dict.fromkeys(codes, (_("Record the permission…"), self.record_permit))
        if self._desk.may(Action.KEEP_CONTROL):
            found["not_admitted"] = (_("Enter the resolution…"), self.enter_resolution)
        return found | taking_out.repair(self, self._desk, self._details, self.ask_law)

    def not_yet(self) -> Collection[str]:
        """Which of several permissions is meant is a choice still to make; that there is none is told at once."""
        return _NOT_YET | {"permit_needed"} if self._permits else _NOT_YET

    def touched(self, name: str = "") -> None:
        super().touched(name)
        if name == "made_on":
            self.offer_permits()
        elif name == "permit":
            self.follow_permit()

    def offer_permits(self, chosen: int | None = None) -> None:
        """Offer the permissions that fit the day; the one chosen stays, if it does."""
        wanted = chosen or self.permit.value()
        day = self.made_on.value() or self._desk.today()
        self._permits = queries.fitting(self._desk, self._details.id, self.kinds, day)
        said: dict[int | None, str] = {row.id: words.permit(row) for row in self._permits}
        if len(said) != 1:
            said = {None: _("not chosen") if said else _("there is none that fits"), **said}
        self.permit.set_words(said)
        if wanted in said:
            self.permit.show_value(wanted)
        self.follow_permit()

    def row(self) -> "PermitRow | None":
        """The permission chosen."""
        return next((row for row in self._permits if row.id == self.permit.value()), None)

    def why_not(self) -> list[Finding]:
        """Why the permissions that there are do not fit, when none does."""
        if self._permits:
            return []
        day = self.made_on.value() or self._desk.today()
        return [
            finding
            for row in queries.permits_of(self._desk, self._details.id)
            for finding in law.check_use(row.facts, self.kinds, self._details.id, day, 1)[:1]
        ]

    def record_permit(self) -> None:
        """Record a permission, and go on with it."""
        from dspdesk.ui.copying.permit_dialog import PermitDialog

        kind = PermitKind.OWN_COPY if self.kinds == FOR_COPIES else PermitKind.OWN_EXTRACT
        dialog = PermitDialog(self._desk, self, self._details.id, kind)
        dialog.saved.connect(self._recorded)
        dialog.open()

    def enter_resolution(self) -> None:
        """Enter the resolution that admits the worker, and go on."""
        from dspdesk.ui.control import resolution_dialog

        resolution_dialog.open(self, self._desk, self._services, self._details, self.ask_law)

    def _recorded(self, permit_id: object) -> None:
        self.offer_permits(permit_id if isinstance(permit_id, int) else None)
        self.ask_law()

    def _show(self, findings: Sequence[Finding]) -> None:
        super()._show(once([*findings, *self.why_not()]))

    def _source_field(self) -> ChoiceField:
        """The copies that are here; one is copied."""
        from dspdesk.queries.whereabouts import copies_of

        here = [row for row in copies_of(self._desk, self._details.id) if row.where in AT_HAND]
        said: dict[int | None, str] = {row.id: places.copy(row) for row in here}
        return LongChoice(_("Which copy was copied"), said or {None: _("no copy is here")})

    def _add_common(self) -> None:
        self.add("permit", _("By the permission"), self.permit)
        self.add("copies", _("Which copy was copied"), self.source)
        self.add_pair(
            ("made_on", _("Copied on"), self.made_on),
            ("made_by_id", _("Copied by"), self.made_by),
        )


class CopiesDialog(_Making):
    """Further copies: they go on with the numbers, and stay here or go to whom the permission names."""

    kinds = FOR_COPIES

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", details: "ItemDetails"
    ) -> None:
        super().__init__(desk, parent, services, details)
        self._highest = queries.highest_number(desk, details.id)
        self._counted: int | None = None  # the permission that the count was last proposed by
        self.count = CountField()
        self.numbers = Note()
        self.give = QCheckBox()
        self.give.toggled.connect(lambda _on: self.touched())
        self._add_common()
        self.add("count", _("How many copies"), self.count)
        self.body.addWidget(self.numbers)
        self.body.addWidget(self.give)
        self.add("notes", _("Notes"), self.notes)
        self.offer_permits()
        (self.count if self._permits else self.permit).setFocus()

    def named(self) -> str:
        return _("Further copies of № {number}")

    def save(self, reason: str) -> object:
        """Enter the copies; returns what was made."""
        from dspdesk.procedures import copying

        return copying.make_copies(self._desk, self._command(reason))

    def consider(self) -> Iterable[Finding]:
        """What the law says of the copies as they stand."""
        from dspdesk.procedures import copying

        return [*copying.consider_copies(self._desk, self._command("")), *self.why_not()]

    def touched(self, name: str = "") -> None:
        super().touched(name)
        self._tell_numbers()

    def follow_permit(self) -> None:
        """As many as are left, and for whom they are; a count typed stays while the permission is the same."""
        row = self.row()
        if row is not None and row.id != self._counted:
            self._counted = row.id
            self.count.show_value(row.facts.left)
        self.give.setVisible(row is not None)
        if row is not None:
            outside = row.facts.kind is PermitKind.OUTSIDE_COPY
            said = _("Send them to: {whom}") if outside else _("Hand them over to: {whom}")
            self.give.setText(said.format(whom=row.for_whom))
        self._tell_numbers()

    def _tell_numbers(self) -> None:
        count = self.count.value() or 0
        fits = count > 0 and law.check_count(count, self._highest) is None
        if fits:
            numbers = CopyNumbers(law.further_numbers(self._highest, count))
            self.numbers.setText(_("The new copies get the numbers {numbers}.").format(numbers=numbers))
        self.numbers.setVisible(fits)

    def _command(self, reason: str) -> "MakeCopies":
        from dspdesk.procedures.copying import MakeCopies

        return MakeCopies(
            item_id=self._details.id, permit_id=self.permit.value(), copy_id=self.source.value(),
            count=self.count.value(), made_on=self.made_on.value(), made_by_id=self.made_by.value(),
            give=self.give.isChecked() and self.row() is not None, notes=self.notes.value(), form_id=self.form_id,
            reason=reason,
        )  # fmt: skip


class ExtractDialog(_Making):
    """An extract for the worker whom the permission names."""

    kinds = frozenset({PermitKind.OWN_EXTRACT})

    def __init__(
        self, desk: "Desk", parent: QWidget | None, services: "Services", details: "ItemDetails"
    ) -> None:
        super().__init__(desk, parent, services, details)
        self.sheets = CountField()
        self._add_common()
        self.add("sheets", _("Sheets of the extract"), self.sheets)
        self.add("notes", _("Notes"), self.notes)
        self.offer_permits()
        (self.sheets if self._permits else self.permit).setFocus()

    def named(self) -> str:
        return _("Extract from № {number}")

    def save(self, reason: str) -> object:
        """Record the extract; returns what was made."""
        from dspdesk.procedures import copying

        return copying.make_extract(self._desk, self._command(reason))

    def consider(self) -> Iterable[Finding]:
        """What the law says of the extract as it stands."""
        from dspdesk.procedures import copying

        return [*copying.consider_extract(self._desk, self._command("")), *self.why_not()]

    def _command(self, reason: str) -> "MakeExtract":
        from dspdesk.procedures.copying import MakeExtract

        return MakeExtract(
            item_id=self._details.id, permit_id=self.permit.value(), copy_id=self.source.value(),
            sheets=self.sheets.value(), made_on=self.made_on.value(), made_by_id=self.made_by.value(),
            notes=self.notes.value(), form_id=self.form_id, reason=reason,
        )  # fmt: skip


def copies(
    parent: QWidget,
    desk: "Desk",
    services: "Services",
    details: "ItemDetails",
    on_done: Callable[[], None],
    permit_id: int | None = None,
) -> None:
    """Make further copies of an entry, by a permission if it is chosen already; then their stickers are offered."""
    from dspdesk.ui.copying import stickers

    dialog = CopiesDialog(desk, parent, services, details)
    dialog.offer_permits(permit_id)

    def done(made: object) -> None:
        on_done()
        stickers.offer(parent, desk, services, details, made)

    dialog.saved.connect(done)
    dialog.open()


def extract(
    parent: QWidget,
    desk: "Desk",
    services: "Services",
    details: "ItemDetails",
    on_done: Callable[[], None],
    permit_id: int | None = None,
) -> None:
    """Record an extract from an entry, by a permission if it is chosen already."""
    dialog = ExtractDialog(desk, parent, services, details)
    dialog.offer_permits(permit_id)
    dialog.saved.connect(lambda _made: on_done())
    dialog.open()


def _oneself(desk: "Desk") -> int | None:
    from dspdesk.queries.people import at_desk

    return at_desk(desk).employee_id
