"""Sheets on their way to the printer: several are one job."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import current_language

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services


def print_sheets(parent: QWidget, desk: "Desk", services: "Services", sheet_ids: Sequence[int]) -> None:
    """Show the sheets as they will be printed, one after the other."""
    from dspdesk.procedures.printing import PaperRequest

    about = f"handover_sheet:{','.join(map(str, sheet_ids))}"
    request = PaperRequest(paper="handover_sheet", language=str(current_language()), about=about)
    services.preview(parent, desk, request)
