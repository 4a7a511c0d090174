"""The ways out of what stands against filing: each opens what mends it, and comes back to the window."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.law.kinds import JournalKind
from dspdesk.procedures.case_file import OpenVolume, open_volume
from dspdesk.queries.item import ItemDetails, item

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.cases import VolumeRow
    from dspdesk.ui.services import Services

Done = Callable[[], None]


def next_volume(desk: "Desk", row: "VolumeRow", on: dt.date | None) -> int:
    """The next volume of a case, opened on the day of filing unless it is there already; its id.

    Raises `Refused` for a closed case.
    """
    command = OpenVolume(case_id=row.case_id, container=row.container, following=row.number, on=on)
    return open_volume(desk, command).volume_id


def put_right_opening(parent: QWidget, desk: "Desk", volume_id: int, on_done: Done) -> None:
    """Put the day right on which a volume was opened."""
    from dspdesk.ui.cases.correcting import CorrectCaseForm

    form = CorrectCaseForm(desk, parent, volume_id)
    form.saved.connect(lambda _volume: on_done())
    form.open()


def take_off_control(
    parent: QWidget, desk: "Desk", services: "Services", details: ItemDetails, on_done: Done
) -> None:
    """Say what came of the document."""
    from dspdesk.ui.control import deadline_dialogs

    deadline_dialogs.take_off(parent, desk, services, details, on_done)


def record_check(
    parent: QWidget, desk: "Desk", services: "Services", details: ItemDetails, on_done: Done
) -> None:
    """Record that a carrier was checked."""
    from dspdesk.ui.mail import carrier_dialog

    carrier_dialog.open_for_item(parent, desk, services, details, on_done)


def complete(
    parent: QWidget, desk: "Desk", services: "Services", details: ItemDetails, on_done: Done
) -> None:
    """Open the card of the entry."""
    journal = details.journal
    services.open_card(
        parent, desk, JournalKind(journal.kind), journal.year, details.id, lambda _id: on_done()
    )


def say_nature(
    parent: QWidget, desk: "Desk", services: "Services", details: ItemDetails, on_done: Done
) -> None:
    """Say what the copies are."""
    from dspdesk.ui.filing import nature

    nature.open_form(parent, desk, services, item(desk, details.id) or details, on_done)
