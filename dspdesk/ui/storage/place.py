"""Storage places: each with what it is for and what lies in it now; here its labels are printed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.language.dates import short
from dspdesk.law.kinds import PlaceKind
from dspdesk.law.roles import Action
from dspdesk.queries import office, storage
from dspdesk.queries.storage import StorageRow
from dspdesk.ui import history
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.office.rooms import PlaceForm
from dspdesk.ui.registers.details import Actions, Facts, in_runs
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.storage import labels, words
from dspdesk.ui.storage.putting import PutHereForm
from dspdesk.ui.widgets.basics import EmptyState, PrimaryButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_MOST = 40  # volumes, and copies, that are told; further ones are counted

COLUMNS: Sequence[RegisterColumn[StorageRow]] = (
    RegisterColumn(key="place", title=N_("Place"), width=18, text=words.name, stretch=True),
    RegisterColumn(key="kind", title=N_("Kind of place"), width=7, text=words.kind),
    RegisterColumn(key="purpose", title=N_("Purpose of the place"), width=13, text=words.purpose),
    RegisterColumn(key="locks", title=N_("Locked and sealed"), width=12, text=words.locks),
    RegisterColumn(
        key="lies", title=N_("Lies there"), width=11, text=words.lies, sort=lambda row: -row.lies
    ),
)  # fmt: skip


class StoragePlaces(RegisterPlace[StorageRow]):
    """All places, each room with what stands in it."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__(desk, COLUMNS, _("Storage places"))
        self._services = services
        self._may = desk.may(Action.KEEP_STORAGE)
        self._may_change = desk.may(Action.KEEP_OFFICE)

    # --- what a register says ---

    def ask_rows(self) -> Sequence[StorageRow]:
        return storage.places(self._desk)

    def key_of(self, row: StorageRow) -> int:
        return row.id

    def facts(self, row: StorageRow) -> Facts:
        lies = storage.contents(self._desk, row.id, _MOST)
        known = [
            (_("Kind of place"), words.kind(row)),
            (_("Purpose of the place"), words.purpose(row)),
            (_("Locked and sealed"), words.locks(row)),
            (_("Closed on"), short(row.closed_on) if row.closed_on else ""),
        ]
        volumes = [words.volume(one) for one in lies.volumes]
        if (more := lies.volumes_total - len(volumes)) > 0:
            volumes.append(ngettext("and {n} more volume", "and {n} more volumes", more).format(n=more))
        copies = [words.copy(one) for one in lies.copies[:_MOST]]
        if (more := lies.total - len(copies)) > 0:
            copies.append(ngettext("and {n} more copy", "and {n} more copies", more).format(n=more))
        return [
            (words.name(row), ""),
            *(fact for fact in known if fact[1]),
            *([(_("Volumes there"), ""), *in_runs(volumes)] if volumes else []),
            *([(_("Copies there"), ""), *in_runs(copies)] if copies else []),
            *([] if volumes or copies else [(_("Nothing lies there"), "")]),
        ]

    def steps(self, row: StorageRow) -> Actions:
        told_of = history.step_of(self, self._desk, f"place:{row.id}", words.name(row))
        if row.closed_on is not None:
            return (told_of,)
        of_volumes = storage.volumes_in(self._desk, row.id, 1)
        return (
            *(((_("Put volumes here…"), lambda: self._put(row)),) if self._may else ()),
            (
                _("Labels of the place…"),
                lambda: labels.of_place(self.window(), self._desk, self._services, row),
            ),
            *(
                ((_("Labels of the volumes there…"), lambda: self._label_contents(row)),)
                if of_volumes
                else ()
            ),
            *(((_("Change…"), lambda: self._change(row)),) if self._may_change else ()),
            told_of,
        )

    def open_row(self, row: StorageRow) -> None:
        if self._may and row.closed_on is None:
            self._put(row)

    def beginning(self) -> EmptyState:
        empty = EmptyState(
            _("No storage places yet"),
            _(
                "Here stand the rooms, the safes in them and their shelves, with what lies in each. "
                "They are entered by the head of the service under Organisation."
            ),
        )
        if self._may_change:
            button = PrimaryButton(_("Enter a room"), "Ins")
            button.clicked.connect(self.primary)
            empty.add_button(button)
        return empty

    # --- a place ---

    def title(self) -> str:
        return _("Storage places")

    def primary_text(self) -> str:
        return _("Enter a room") if self._may_change else ""

    def primary(self) -> None:
        """A new room; safes and shelves are entered where the places are kept."""
        if self._may_change:
            self._ask_for(PlaceForm(self._desk, self.window(), PlaceKind.ROOM, None))

    def print_paper(self) -> None:
        """Labels of the place that the keys are on and of what stands in it."""
        if (row := self.current()) is not None:
            labels.of_place(self.window(), self._desk, self._services, row)

    # --- steps ---

    def _put(self, row: StorageRow) -> None:
        self._ask_for(PutHereForm(self._desk, self.window(), row))

    def _label_contents(self, row: StorageRow) -> None:
        labels.of_contents(self.window(), self._desk, self._services, row)

    def _change(self, row: StorageRow) -> None:
        found = next((one for one in office.places(self._desk) if one.id == row.id), None)
        if found is not None:
            self._ask_for(PlaceForm(self._desk, self.window(), found.kind, None, found))

    def _ask_for(self, form: FormDialog) -> None:
        form.saved.connect(self.saved)
        form.open()


def make(desk: "Desk", services: Services) -> StoragePlaces:
    """The place of storage places."""
    return StoragePlaces(desk, services)
