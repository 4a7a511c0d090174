"""Documents taken out of a volume by permission of the head of the documentation service (paragraph 59)."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.findings import Finding
from dspdesk.law.roles import Action
from dspdesk.law.withdrawal import Permission
from dspdesk.queries import cases
from dspdesk.queries import withdrawal as queries
from dspdesk.ui.cards.fields import DateField, LongField, TextField
from dspdesk.ui.cards.findings import Repair
from dspdesk.ui.cards.live_form import LiveForm
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.cases import words
from dspdesk.ui.handover.ticks import TickGroup, TickRow, TickTree
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.withdrawal import TakeOut
    from dspdesk.queries.cases import FiledLine
    from dspdesk.queries.item import ItemDetails
    from dspdesk.ui.services import Services

_WIDTH = 60  # ems
_SHOWN = 6  # lines of the volume; further ones scroll, so that all fields stand in view on a small screen
#: What a form that is still being filled in has not come to yet.
NOT_YET = frozenset({"withdrawal_permit_needed", "withdrawal_why", "no_lines_chosen", "day_needed"})


class LinesForm(LiveForm):
    """The lines that lie in a volume, of which some are ticked; the label of a copy ticks its line."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, volume_id: int, title: str, ticked: Collection[int] = ()
    ) -> None:
        details = cases.volume(desk, volume_id)
        self.volume_id, self.row = volume_id, details.row
        super().__init__(desk, parent, title.format(volume=words.name(details.row)), _WIDTH)
        self._there = [line for line in details.lines if line.there]
        self._asked_for = tuple(ticked)
        shown = [TickGroup("", self._rows(ticked))]
        self.lines = TickTree(_("Documents of the volume"), shown, most_rows=_SHOWN)

    def draft_about(self) -> str:
        """The volume."""
        return f"volume:{self.volume_id}"

    def show_values(self, values: dict[str, Any]) -> None:
        """What was asked for now is ticked, whatever was ticked when the draft was kept."""
        super().show_values(values)
        for line in self._asked_for:
            self.lines.tick(line)

    def take_scan(self, code: Code) -> bool:
        """Tick the copy whose label was scanned."""
        line = next((one for one in self._there if _meant(one, code)), None)
        if line is None or not self.lines.tick(line.id):
            return False
        self.ask_law()
        return True

    def not_yet(self) -> Collection[str]:
        return NOT_YET

    def chosen(self) -> "list[FiledLine]":
        """The lines ticked."""
        ticked = self.lines.value()
        return [line for line in self._there if line.id in ticked]

    def _rows(self, ticked: Collection[int]) -> Sequence[TickRow]:
        alone = len(self._there) == 1
        return [TickRow(line.id, words.line(line), alone or line.id in ticked) for line in self._there]


class LeavingForm(LinesForm):
    """What leaves a volume by permission: which lines, whose permission, why, when and by whom taken out."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, volume_id: int, title: str, ticked: Collection[int] = ()
    ) -> None:
        super().__init__(desk, parent, volume_id, title, ticked)
        self.number = TextField()
        self.permitted_on = DateField(desk.today, needed=True)
        self.by = LongChoice(_("Given by"), {None: ""})
        self.why = LongField()
        self.on = DateField(desk.today, needed=True)
        self.taken_by = PersonField(desk)
        for day in (self.permitted_on, self.on):
            day.show_value(desk.today())
        self.taken_by.follow(self.on)
        self.taken_by.show_value(_oneself(desk))
        self._offer_heads()

    def touched(self, name: str = "") -> None:
        super().touched(name)
        if name == "permitted_on":
            self._offer_heads()

    def add_lines(self) -> None:
        """The lines, last: a long volume pushes nothing out of view."""
        self.add("chosen", _("Which documents"), self.lines)

    def add_permission(self) -> None:
        """What stands on the permission, and the step itself."""
        self.add_heading(_("Permission of the head of the documentation service"))
        self.add_pair(
            ("permit_number", _("Number"), self.number),
            ("permitted_on", _("Given on"), self.permitted_on),
            ("permitted_by_id", _("Given by"), self.by),
        )
        self.add("why", _("Why"), self.why)
        self.add_pair(("on", self.day_label(), self.on), ("taken_by_id", _("By whom"), self.taken_by))

    def day_label(self) -> str:
        """What the day of the step is called."""
        return _("Taken from the volume on")

    def facts(self, reason: str) -> dict[str, object]:
        """What both steps have in common."""
        return {
            "volume_id": self.volume_id,
            "lines": self.lines.value(),
            "permission": Permission(
                number=self.number.value(), on=self.permitted_on.value(), by_id=self.by.value()
            ),
            "why": self.why.value(),
            "on": self.on.value() or self._desk.today(),
            "taken_by_id": self.taken_by.value(),
            "form_id": self.form_id,
            "reason": reason,
        }

    def _offer_heads(self) -> None:
        """Who headed the service on the day of the permission; the one chosen stays, if they did."""
        wanted = self.by.value()
        found = queries.heads(self._desk, self.permitted_on.value() or self._desk.today())
        said: dict[int | None, str] = {head.employee_id: head.name() for head in found}
        if len(said) != 1:
            said = {None: _("not chosen") if said else _("nobody headed the service on that day"), **said}
        self.by.set_words(said)
        if wanted in said:
            self.by.show_value(wanted)


class TakingOutForm(LeavingForm):
    """Documents that come back to the documentation service."""

    draft_form = "taking_out"

    def __init__(
        self, desk: "Desk", parent: QWidget | None, volume_id: int, ticked: Collection[int] = ()
    ) -> None:
        super().__init__(desk, parent, volume_id, _("Take out of {volume}"), ticked)
        self.add_permission()
        self.add_lines()
        self.save_button.set_text(_("Take out"), "Ctrl+S")
        self.number.setFocus()

    def save(self, reason: str) -> object:
        """Take them out."""
        from dspdesk.procedures import withdrawal

        return withdrawal.take_out(self._desk, self._command(reason))

    def consider(self) -> Iterable[Finding]:
        """What the law says of it as it stands."""
        from dspdesk.procedures import withdrawal

        return withdrawal.consider_taking_out(self._desk, self._command(""))

    def _command(self, reason: str) -> "TakeOut":
        from dspdesk.procedures.withdrawal import TakeOut

        return TakeOut(**self.facts(reason))  # type: ignore[arg-type]


def open_form(
    parent: QWidget,
    desk: "Desk",
    _services: "Services",
    volume_id: int,
    on_done: Callable[[], None],
) -> None:
    """Ask what is taken out of a volume."""
    form = TakingOutForm(desk, parent, volume_id)
    form.saved.connect(lambda _left: on_done())
    form.open()


def for_item(
    parent: QWidget,
    desk: "Desk",
    _services: "Services",
    details: "ItemDetails",
    on_done: Callable[[], None],
) -> None:
    """Ask what is taken out of the volume in which a copy of an entry lies; its line is ticked."""
    open_of(parent, desk, details, on_done)


def open_of(parent: QWidget, desk: "Desk", details: "ItemDetails", on_done: Callable[[], None]) -> None:
    """The same, where no other windows are to be opened."""
    copies = [copy.now.id for copy in details.copies if copy.now is not None]
    volume_id = queries.volume_of(desk, copies) if copies else None
    if volume_id is None:
        return
    ticked = [line.id for line in cases.volume(desk, volume_id).lines if line.copy_id in copies]
    form = TakingOutForm(desk, parent, volume_id, ticked)
    form.saved.connect(lambda _left: on_done())
    form.open()


def repair(
    parent: QWidget,
    desk: "Desk",
    details: "ItemDetails",
    on_done: Callable[[], None],
) -> dict[str, Repair]:
    """The way out of a step that is refused because a copy lies in a case (D59), for whoever may take it."""
    if not desk.may(Action.TAKE_OUT_OF_CASES):
        return {}

    def take_out() -> None:
        open_of(parent, desk, _anew(desk, details), on_done)

    return {"copy_not_here_case": (_("Take it out of its case…"), take_out)}


def _anew(desk: "Desk", details: "ItemDetails") -> "ItemDetails":
    """The entry as it is now: a copy was filed since the window was opened."""
    from dspdesk.queries.item import item

    return item(desk, details.id) or details


def _meant(line: "FiledLine", code: Code) -> bool:
    key = {Kind.COPY: line.copy_id, Kind.ITEM: line.item_id}.get(code.kind)
    return key is not None and key == code.id


def _oneself(desk: "Desk") -> int | None:
    from dspdesk.queries.people import at_desk

    return at_desk(desk).employee_id
