"""The cover of a volume, ready to be printed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import current_language

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.ui.services import Services


def print_it(
    parent: QWidget, desk: "Desk", services: "Services", volume_id: int, _on_done: Callable[[], None]
) -> None:
    """Show the cover of a volume as it is printed."""
    from dspdesk.procedures.printing import PaperRequest

    request = PaperRequest(paper="case_cover", language=str(current_language()), about=f"volume:{volume_id}")
    services.preview(parent, desk, request)
