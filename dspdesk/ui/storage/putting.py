"""Volumes put into a place, several at once; a scanned label ticks its volume."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.law.barcode import Code, Kind
from dspdesk.queries import cases
from dspdesk.queries.cases import VolumeRow
from dspdesk.queries.storage import StorageRow
from dspdesk.ui.cards.fields import DateField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.handover.ticks import TickGroup, TickRow, TickTree
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.storage import words

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 58  # in ems


class PutHereForm(FormDialog):
    """The volumes that lie elsewhere, those without a place first; nothing is ticked at first."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: StorageRow) -> None:
        super().__init__(desk, parent, _("Put volumes into: {place}").format(place=words.name(row)), _WIDTH)
        self._row = row
        self._newest = Newest(self)
        self.volumes = TickTree(_("Volumes"))
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        self.add("volumes", _("Volumes: tick them, or scan their labels"), self.volumes)
        self.add("on", _("Put there on"), self.on)
        self.save_button.set_text(_("Put here"), "Ctrl+S")
        self.volumes.setFocus()
        self._newest.ask(lambda: cases.volumes(desk), self._arrived, PATIENCE)

    def loaded(self) -> bool:
        """Whether the volumes have come."""
        return self._newest.idle()

    def _arrived(self, rows: Sequence[VolumeRow]) -> None:
        elsewhere = [one for one in rows if one.place_id != self._row.id and not one.void]
        offered = sorted(elsewhere, key=lambda one: bool(one.place))
        self.volumes.show_groups([TickGroup("", [_row(one) for one in offered])])

    def save(self, reason: str) -> object:
        """Write where they lie; returns the id of the place."""
        from dspdesk.procedures.volume_storing import PutVolumes, put_volumes

        on = self.on.value() or self._desk.today()
        command = PutVolumes(volume_ids=self.volumes.value(), place_id=self._row.id, on=on, reason=reason)
        return put_volumes(self._desk, command)

    def take_scan(self, code: Code) -> bool:
        """Tick the volume whose label was scanned."""
        return code.kind is Kind.VOLUME and self.volumes.tick(code.id)


def _row(one: VolumeRow) -> TickRow:
    where = _(" · lies in: {place}").format(place=one.place) if one.place else ""
    return TickRow(one.id, f"{words.volume(one)}{where}", ticked=False)
