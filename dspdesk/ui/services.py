"""What the main window asks of the other windows; `app` wires it, so that neither side imports the other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from dspdesk.law.kinds import JournalKind

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.printing import PaperRequest


class OpenCard(Protocol):
    """Open the registration card, new when `item_id` is None; `on_saved` gets the id of each save."""

    def __call__(
        self,
        parent: QWidget,
        desk: "Desk",
        kind: JournalKind,
        year: int,
        item_id: int | None,
        on_saved: Callable[[int], None],
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Services:
    """Windows that the main window opens; none of these calls blocks.

    `import_sheet(parent, desk, kind, year, on_done)` and `annul(parent, desk, item_id, on_done)` call
    `on_done()` when something was written; `recovery(parent, desk, on_done)` has the recovery sheet typed back;
    `own_password(parent, desk)` has the person change theirs.
    """

    open_card: OpenCard
    preview: "Callable[[QWidget, Desk, PaperRequest], None]"
    import_sheet: "Callable[[QWidget, Desk, JournalKind, int, Callable[[], None]], None]"
    annul: "Callable[[QWidget, Desk, int, Callable[[], None]], None]"
    about: "Callable[[QWidget, Desk], None]"
    keys: Callable[[QWidget], None]
    next_person: Callable[[], None]
    switch_language: Callable[[str], None]
    recovery: "Callable[[QWidget, Desk, Callable[[], None]], None] | None" = None
    own_password: "Callable[[QWidget, Desk], None] | None" = None
