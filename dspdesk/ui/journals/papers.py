"""The papers of one journal: itself, its cards, blank sheets for a day without the computer."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from dspdesk.language.catalogue import _
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries.journals import JournalInfo
from dspdesk.ui.services import Services

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_JOURNAL, _CARD = "registration_journal", "registration_card"


class JournalPapers:
    """Shows papers of a journal before they are printed, in the journal's language unless another is chosen."""

    def __init__(self, place: QWidget, desk: "Desk", services: Services, journal: JournalInfo) -> None:
        self._place, self._desk, self._services, self._journal = place, desk, services, journal

    def menu(self) -> QMenu:
        """All of them to choose from."""
        menu, journal = QMenu(_("Print"), self._place), self._journal
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("This section…") if journal.section_of else _("The journal…"), self.journal)
        if journal.section_of:
            words = _("The whole common journal {year}").format(year=journal.year)
            menu.addAction(words, lambda: self._preview(_JOURNAL, common_id=journal.section_of))
        menu.addAction(_("All cards"), lambda: self._preview(_CARD, journal_id=journal.id))
        menu.addAction(_("Blank sheets…"), lambda: self._ask_blank_sheets(journal.language))
        return menu

    def journal(self) -> None:
        """The journal, or the section of the common journal: what is new of it, or all."""
        from dspdesk.ui.journals.printing_on import JournalPrinting

        form = JournalPrinting(self._desk, self._journal, self._place.window())
        form.saved.connect(lambda answer: self._asked(*answer))  # which keeps these papers alive
        form.open()

    def card(self, item_id: int) -> None:
        """The registration card of one entry."""
        self._preview(_CARD, item_ids=(item_id,))

    def _asked(self, request: PaperRequest, blank: bool) -> None:
        if blank:
            self._ask_blank_sheets(request.language)
        else:
            self._services.preview(self._place.window(), self._desk, request)

    def _ask_blank_sheets(self, language: str) -> None:
        from dspdesk.ui.number_forms import BlankSheets

        def asked(count: int) -> None:
            self._preview(_JOURNAL, language, journal_id=self._journal.id, blank_sheets=count)

        form = BlankSheets(self._desk, self._place.window())
        form.saved.connect(asked)
        form.open()

    def _preview(self, paper: str, language: str = "", **what: Any) -> None:
        request = PaperRequest(paper=paper, language=language or self._journal.language, **what)
        self._services.preview(self._place.window(), self._desk, request)
