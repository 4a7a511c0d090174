"""Says that what stands in the fields is a draft, and offers to throw it away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dspdesk.language.catalogue import _
from dspdesk.language.dates import day_and_time
from dspdesk.ui import keys, wording
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Heading, Panel, PlainButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.drafts import KeptDraft


class DraftNotice(Panel):
    """Hidden while there is no draft."""

    thrown_away = Signal()

    def __init__(self) -> None:
        super().__init__(Tone.ACCENT)
        self.heading = Heading()
        self.button = PlainButton(_("Throw it away"), keys.NO_DRAFT.keys)
        self.button.clicked.connect(self.thrown_away)
        self.body.addWidget(self.heading)
        self.body.addWidget(
            Caption(_("It came back as you left it. Nothing of it is registered."), wrap=True)
        )
        self.body.addWidget(self.button)
        self.hide()

    def show_draft(self, draft: "KeptDraft | None", desk: "Desk") -> None:
        """Say of when the draft is; `None`: there is none."""
        if draft is not None:
            self.heading.setText(_("Draft of {when} — kept").format(when=when(draft, desk)))
        self.setVisible(draft is not None)


def when(draft: "KeptDraft", desk: "Desk") -> str:
    """The time of a draft of today, the date and time of another."""
    at = wording.local(draft.saved_at, desk)
    return f"{at.hour:02}:{at.minute:02}" if at.date() == desk.today() else day_and_time(at)
