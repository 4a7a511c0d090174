"""The very paper of an act, drawn anew while its words are typed."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.ui import theme
from dspdesk.ui.entrance import NAMES
from dspdesk.ui.newest import Newest
from dspdesk.ui.paper_view import PaperView
from dspdesk.ui.widgets.basics import Caption, Choice

SILENCE = 400  # milliseconds without a key until the paper is drawn anew
_WIDTH = 36  # ems
_LEAST = 26  # where the screen is narrow


class LivePaper(QWidget):
    """A paper in the language chosen above it; `drawing` gives for a language what draws it, called in a thread."""

    def __init__(self, drawing: Callable[[str], Callable[[], bytes]]) -> None:
        super().__init__()
        self._drawing = drawing
        self._newest = Newest(self)
        self._soon = QTimer(self, singleShot=True, interval=SILENCE)
        self._soon.timeout.connect(self.draw)
        self.setMinimumWidth(theme.em(self, _LEAST))
        self.setMaximumWidth(theme.em(self, _WIDTH))
        self._lay_out()

    def language(self) -> str:
        """The language of the paper."""
        return str(self._language.currentData())

    def pages(self) -> int:
        """How many sheets are shown."""
        return self._paper.pages()

    def draw_soon(self) -> None:
        """Draw it anew once no key has been pressed for a moment."""
        self._soon.start()

    def draw(self) -> None:
        """Draw it anew."""
        self._newest.ask(self._drawing(self.language()), self.show_pdf)

    def show_pdf(self, pdf: bytes) -> None:
        """Show what was drawn."""
        self._paper.show_pdf(pdf)
        self._note.setText(_("The paper as it will be printed"))

    def _lay_out(self) -> None:
        self._language = Choice(_("Language of the paper"))
        for language, name in NAMES.items():
            self._language.addItem(name, language.value)
        self._language.setCurrentIndex(self._language.findData(str(current_language())))
        self._language.activated.connect(lambda _at: self.draw())
        self._paper = PaperView()
        head = QHBoxLayout()
        self._note = Caption(_("The paper is being drawn…"), wrap=True)
        head.addWidget(self._note, 1)
        head.addWidget(self._language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._paper, 1)
