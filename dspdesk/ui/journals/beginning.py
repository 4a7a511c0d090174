"""What a journal says in which nothing has been registered yet."""

from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action
from dspdesk.ui.widgets.basics import EmptyState, PlainButton, PrimaryButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk


class Beginning(EmptyState):
    """The first steps: register, or bring a spreadsheet in; each only for those who may."""

    def __init__(self, desk: "Desk", kind: JournalKind) -> None:
        super().__init__("", _words(kind))
        self.register = PrimaryButton(_("Register"), "Ins")
        self.spreadsheet = PlainButton(_("Import a spreadsheet…"))
        for button, action in ((self.register, Action.REGISTER), (self.spreadsheet, Action.IMPORT)):
            if desk.may(action):
                self.add_button(button)

    def say_year(self, year: int) -> None:
        """Name the year that is empty."""
        self.title.setText(_("Nothing is registered in {year} yet").format(year=year))


def _words(kind: JournalKind) -> str:
    if kind is JournalKind.PUBLICATIONS:
        return _("Publications are counted by copies. Register the first one, or bring in a spreadsheet.")
    return _("Register the first document. A journal kept as a spreadsheet can be brought in.")
