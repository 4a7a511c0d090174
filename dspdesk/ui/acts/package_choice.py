"""Which cover an act is about: those that were checked and have no act yet, the ones that lack something first."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.dates import short
from dspdesk.queries.acts import PackageToActOn, packages_without_act
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.office.fields import LongChoice

if TYPE_CHECKING:
    from dspdesk.desk import Desk


def choices(desk: "Desk") -> dict[int, str]:
    """The covers by their keys, in words."""
    return {one.id: _words(one) for one in packages_without_act(desk)}


class PackageChoice(FormDialog):
    """One choice; the wizard opens after it."""

    def __init__(self, desk: "Desk", offered: Mapping[int, str], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _("Which cover is the act about?"))
        self.package = LongChoice(_("Cover"), offered)
        self.add("package_id", _("Cover"), self.package)
        self.save_button.set_text(_("Next"), "Ctrl+S")
        self.package.setFocus()

    def save(self, reason: str) -> int:
        """Nothing is entered yet; the key of the cover."""
        return int(self.package.value())


def _words(one: PackageToActOn) -> str:
    said = [
        short(one.received_on),
        one.sender,
        one.cover_numbers,
        _("something is missing") if one.differs else "",
    ]
    return " · ".join(part for part in said if part)
