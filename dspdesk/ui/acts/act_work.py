"""What the wizard of acts asks of each kind of act."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from dspdesk.ui.acts.page import ActPage

if TYPE_CHECKING:
    from dspdesk.queries.acts import ActDetails


class ActWork(Protocol):
    """What a kind of act brings to the wizard: the pages of its words, how they are kept, how its paper is drawn.

    `paper` is the stem of its paper, `draft_form` the form its drafts are kept under, `about` what a new one is about.
    """

    paper: str
    draft_form: str
    title: str
    about: str

    def pages(self) -> list[ActPage]:
        """The pages on which the act is put into words."""

    def show_words(self, act: "ActDetails | None") -> None:
        """Show what the act says, or what is proposed for a new one."""

    def fix(self, *, fixed: bool) -> None:
        """Let nothing be changed any more."""

    def typed(self) -> dict[str, Any]:
        """What was typed, for a draft."""

    def show_typed(self, kept: dict[str, Any]) -> None:
        """Show what a draft kept."""

    def keep(self, act_id: int | None, form_id: str) -> int:
        """Draw the act up, or change it; returns its key. Raises `Refused`."""

    def drawing(self, act_id: int | None, language: str) -> Callable[[], bytes]:
        """What draws the paper with the words as they stand now; it is called in a thread."""
