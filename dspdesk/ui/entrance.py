"""The frame of the windows before sign-in: name of the program, language, what never goes into it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import Language, _, current_language
from dspdesk.ui import theme
from dspdesk.ui.fitting import fit
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Note, PlainButton, Title

NAMES = {Language.KK: "Қазақша", Language.RU: "Русский"}  # each in itself, so that its reader finds it
_WIDTH, _HEIGHT = 68, 46  # in ems


class LanguageToggle(PlainButton):
    """Turns the windows to the other language, which it names in that language."""

    chosen = Signal(str)

    def __init__(self) -> None:
        self._other = Language.RU if current_language() is Language.KK else Language.KK
        super().__init__(NAMES[self._other])
        self.setAutoDefault(False)
        self.setAccessibleDescription(_("Language of the windows"))
        self.clicked.connect(lambda: self.chosen.emit(self._other.value))


class Entrance(QWidget):
    """A window before sign-in; what it is about goes into `body`, narrow enough to read."""

    language_chosen = Signal(str)

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__()
        self.setWindowTitle("dspdesk")
        self.languages = LanguageToggle()
        self.languages.chosen.connect(self.language_chosen)
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.5)
        column.setContentsMargins(pad, pad, pad, pad)
        head = QHBoxLayout()
        head.addWidget(Title("dspdesk", factor=1.1), 1)
        head.addWidget(self.languages)
        column.addLayout(head)
        column.addStretch(2)
        self.title = Title(title, wrap=True)
        self.text = Note(text)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.em(self, 0.8))
        self.body.addWidget(self.title)
        self.body.addWidget(self.text)
        self.text.setVisible(bool(text))
        column.addLayout(self._centred())
        column.addStretch(3)
        column.addWidget(secrets_line())
        fit(self, _WIDTH, _HEIGHT)

    def width_of_body(self) -> int:
        """How wide the middle is at most, in ems."""
        return 26

    def _centred(self) -> QHBoxLayout:
        middle, row = QWidget(), QHBoxLayout()
        middle.setLayout(self.body)
        self.body.setContentsMargins(0, 0, 0, 0)
        middle.setMaximumWidth(theme.em(self, self.width_of_body()))
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        return row


def secrets_line() -> Caption:
    """What must never be entered here."""
    line = Caption(_("State secrets never go into this program."), wrap=True)
    line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return line


def wrong(text: str) -> Note:
    """A sentence about what went wrong."""
    return Note(text, Tone.BAD)
