"""A volume is put into a storage place: a cabinet or safe that locks and seals."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.queries import cases, storage
from dspdesk.ui.cards.fields import DateField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cases import words
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services

Done = Callable[[], Any]


class PlaceChoice(LongChoice):
    """One of the places, none until a person chooses it."""

    def problem(self) -> str:
        return "" if self.value() else _("Choose where it is put.")


class PutVolumeForm(FormDialog):
    """The place of one volume, and since when it stands there."""

    def __init__(self, desk: "Desk", parent: QWidget | None, volume_id: int) -> None:
        self._row = row = cases.volume(desk, volume_id).row
        super().__init__(
            desk, parent, _("Put the volume {volume} in its place").format(volume=words.name(row))
        )
        places = {one.id: one.place.words for one in storage.places(desk) if one.place.is_open}
        none = _("Choose a place") if places else _("No place is entered yet")
        self.place = PlaceChoice(_("Storage place"), {0: none} | places)
        self.on = DateField(desk.today, needed=True)
        self.on.show_value(desk.today())
        if row.place:
            self.add_note(_("It stands in: {place}").format(place=row.place))
        self.add("place_id", _("Storage place"), self.place)
        self.add("on", _("Put there on"), self.on)
        if row.place_id in places:
            self.place.show_value(row.place_id)
        if not places:
            self.add_note(
                _("Rooms, safes and shelves are entered by the head of the service under Organisation.")
            )
            self.save_button.setEnabled(False)
        self.place.setFocus()

    def save(self, reason: str) -> object:
        """Write where it stands; returns the id of the volume."""
        from dspdesk.procedures.volume_storing import PutVolumes, put_volumes

        command = PutVolumes(
            volume_ids=(self._row.id,),
            place_id=self.place.value(),
            on=self.on.value() or self._desk.today(),
            reason=reason,
        )
        put_volumes(self._desk, command)
        return self._row.id


def open_form(parent: QWidget, desk: "Desk", _services: "Services", volume_id: int, on_done: Done) -> None:
    """Ask where a volume is put."""
    form = PutVolumeForm(desk, parent, volume_id)
    form.saved.connect(lambda _volume: on_done())
    form.open()
