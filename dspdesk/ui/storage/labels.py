"""Labels for shelves and cases: which ones, on which free label of the sheet they begin."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language, ngettext
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.copy_stamp import LABELS
from dspdesk.queries import cases, storage
from dspdesk.queries.storage import StorageRow
from dspdesk.ui.cards.fields import CountField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.handover.ticks import TickGroup, TickRow, TickTree
from dspdesk.ui.storage import words
from dspdesk.ui.widgets.basics import Note

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services

_WIDTH = 50  # in ems


class LabelsForm(FormDialog):
    """Things with a tick each; their sheet is shown before it is printed. A scanned label ticks its own."""

    def __init__(self, desk: "Desk", parent: QWidget | None, kind: Kind, groups: Sequence[TickGroup]) -> None:
        super().__init__(desk, parent, _("Labels"), _WIDTH)
        self._kind = kind
        self.chosen = TickTree(_("What the labels are for"), groups)
        self.first = CountField()
        self.first.show_value(1)
        self.needed = Note()
        self.add("chosen", _("What the labels are for"), self.chosen)
        self.add("first", _("First free label of the sheet (1–{last})").format(last=LABELS), self.first)
        self.body.addWidget(self.needed)
        self.save_button.set_text(_("Show the sheet"), "Ctrl+S")
        self._tell_needed()
        self.chosen.setFocus()

    def save(self, reason: str) -> object:
        """What the paper is of, with its layout."""
        from dspdesk.procedures.shelf_label import LabelSheet

        return LabelSheet(kind=self._kind, ids=self.chosen.value(), first=self.first.value()).about

    def touched(self, name: str = "") -> None:
        super().touched(name)
        self._tell_needed()

    def take_scan(self, code: Code) -> bool:
        """Tick what was scanned."""
        return code.kind is self._kind and self.chosen.tick(code.id)

    def _tell_needed(self) -> None:
        """How many labels it takes, and how many sheets."""
        labels = len(self.chosen.value())
        sheets = -(-(labels + (self.first.value() or 1) - 1) // LABELS) if labels else 0
        self.needed.setText(
            _("{labels} on {sheets}").format(
                labels=ngettext("{n} label", "{n} labels", labels).format(n=labels),
                sheets=ngettext("{n} sheet of 3 × 8", "{n} sheets of 3 × 8", sheets).format(n=sheets),
            )
        )


def of_volume(
    parent: QWidget, desk: "Desk", services: "Services", volume_id: int, _on_done: Callable[[], Any]
) -> None:
    """Labels of volumes: those of the case of this one are ticked, the others of its year and unit are offered."""
    row = cases.volume(desk, volume_id).row
    beside = cases.of_unit(desk, row.year, row.unit_id)
    rows = [TickRow(one.id, words.volume(one), one.case_id == row.case_id) for one in beside]
    _open(parent, desk, services, LabelsForm(desk, parent, Kind.VOLUME, [TickGroup("", rows)]))


def of_place(parent: QWidget, desk: "Desk", services: "Services", row: StorageRow) -> None:
    """Labels of places: this one and what stands in it are ticked, all others are offered."""
    places = storage.open_places(desk)
    inside = {row.id}
    for one in places:  # each room before what stands in it
        if one.within_id in inside:
            inside.add(one.id)
    rows = [TickRow(one.id, words.name(one), one.id in inside) for one in places]
    _open(parent, desk, services, LabelsForm(desk, parent, Kind.PLACE, [TickGroup("", rows)]))


def of_contents(parent: QWidget, desk: "Desk", services: "Services", row: StorageRow) -> None:
    """Labels of the volumes that lie in a place."""
    rows = [TickRow(one.id, words.volume(one)) for one in storage.volumes_in(desk, row.id)]
    _open(parent, desk, services, LabelsForm(desk, parent, Kind.VOLUME, [TickGroup("", rows)]))


def _open(parent: QWidget, desk: "Desk", services: "Services", form: LabelsForm) -> None:
    from dspdesk.procedures.printing import PaperRequest

    language = str(current_language())
    form.saved.connect(
        lambda about: services.preview(
            parent, desk, PaperRequest(paper="shelf_label", language=language, about=about)
        )
    )
    form.open()
