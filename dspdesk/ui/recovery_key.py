"""The recovery key as it is typed from the sheet: group by group, each with a check of its own."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.language.sentences import Told, sentence
from dspdesk.ui import theme
from dspdesk.ui.cards.fields import ReasonField
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Note, labelled, set_tone

Opens = Callable[[str], bool]  # whether a typed key opens the store; raises `Told` naming a wrong group
_GROUP = 5  # letters of a group with its check letter


class KeyField(ReasonField):
    """Where the key is typed; Enter ends it."""

    def __init__(self) -> None:
        super().__init__()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.2)
        self.setFont(font)
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData)


class KeyEntry(QWidget):
    """The key under its label; says while it is typed how many groups are right, and which is not."""

    def __init__(self, opens: Opens) -> None:
        super().__init__()
        self._opens = opens
        self.line = KeyField()
        self.box = labelled(_("Recovery key"), self.line)
        self.progress = Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.6))
        column.addWidget(self.box)
        column.addWidget(self.progress)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._look)

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def taken(self, opens: Opens | None = None) -> bool:
        """Whether the key is right, or taken by another question than the one asked while it is typed."""
        try:
            wrong = "" if (opens or self._opens)(self.text()) else _of_another_sheet()
        except Told as error:
            wrong = str(error)
        self.box.complain(wrong)
        if wrong:
            self.progress.setText("")
            self.line.setFocus()
        return not wrong

    def _look(self) -> None:
        typed = len([letter for letter in self.text() if letter.isalnum()])
        self.box.complain("")
        try:
            right = self._opens(self.text())
        except Told as error:
            self._tell(error, typed)
        else:
            set_tone(self.progress, Tone.GOOD if right else Tone.BAD)
            self.progress.setText(_("The whole key is right.") if right else _of_another_sheet())

    def _tell(self, error: Told, typed: int) -> None:
        group = int(str(error.facts.get("group", 0))) or typed // _GROUP + 1
        if typed >= group * _GROUP:
            self.box.complain(str(error))
            self.progress.setText("")
        else:
            set_tone(self.progress, Tone.PLAIN)
            words = ngettext("{n} group is right so far", "{n} groups are right so far", group - 1)
            self.progress.setText(words.format(n=group - 1) if group > 1 else "")


def _of_another_sheet() -> str:
    return sentence("recovery_not_this_store", {})
