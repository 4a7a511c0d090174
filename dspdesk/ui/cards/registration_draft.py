"""The draft of a registration card: kept while the card is filled in, back when it is opened again."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.law.kinds import ItemState
from dspdesk.ui.cards.draft_keeper import DraftKeeper
from dspdesk.ui.cards.registration_frame import Frame, number_of

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.item import ItemDetails

_OVER = {ItemState.ANNULLED, ItemState.DESTROYED}


class EntryDraft:
    """What the card of one form keeps; `form` names the journal ("registration:incoming:2026")."""

    def __init__(self, window: QWidget, desk: "Desk", frame: Frame, form: str) -> None:
        self._window, self._desk, self._frame, self._form = window, desk, frame, form
        self._item: ItemDetails | None = None
        self._keeper: DraftKeeper | None = None
        frame.reason.line.textEdited.connect(lambda _typed: self.touched())

    @property
    def form_id(self) -> str:
        """The id of the form in the card: of a draft that came back it is the one it was kept with."""
        return self._keeper.form_id if self._keeper else ""

    def begin(self, item: "ItemDetails | None", *, fixed: bool, about: str = "") -> None:
        """Keep what is typed from here on, and bring back what was kept before; `fixed`: nothing can be typed.

        `about` is what a new card is made of ("enclosed:5").
        """
        if self._keeper is not None:
            self._keeper.forget()
        self._item = item
        about = f"item:{item.id}" if item else about
        self._keeper = DraftKeeper(self._window, self._desk, self._form, about, self._title, self._body)
        self._keeper.failed.connect(lambda text: self._frame.say(text, wrong=True))
        if self._keeper.kept and item and item.state in _OVER:  # there is nothing left to correct
            self._keeper.drop()
        kept = None if fixed else self._keeper.kept
        if kept is not None:
            self._frame.reason.line.show_value(str(kept.body.get("reason", "")))
            self._frame.form.put_typed(kept.body.get("fields"))
        self._frame.draft.show_draft(kept, self._desk)

    def touched(self) -> None:
        """Something was typed."""
        if self._keeper is not None:
            self._keeper.touched()

    def keep(self) -> str:
        """Keep it now; '' or the sentence why it could not be kept."""
        return self._keeper.flush() if self._keeper else ""

    def throw_away(self) -> bool:
        """Throw away what came back; whether anything had."""
        if self._keeper is None or self._keeper.kept is None:
            return False
        self._keeper.drop()
        return True

    def _body(self) -> dict[str, Any] | None:
        """What there is to keep, `None` while nothing has been typed."""
        if not self._frame.form.touched():
            return None
        fields = self._frame.form.typed(changed_only=self._item is not None)
        return {"fields": fields, "reason": self._frame.reason.text()}

    def _title(self) -> str:
        entry, item = self._frame.form.entry(), self._item
        number = number_of(item.number.with_mark(item.journal.language)) if item else ""
        return " — ".join(part for part in (number, entry.correspondent, entry.summary or entry.kind) if part)
