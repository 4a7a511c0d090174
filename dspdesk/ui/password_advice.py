"""Two password fields and what is to be said of what stands in them, while it is typed."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import count

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.language.sentences import sentence
from dspdesk.ui import theme
from dspdesk.ui.sign_in import PasswordField
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Note, labelled, set_tone


class NewPassword(QWidget):
    """A new password, typed twice; `forbidden` are words that somebody who knows the body would try."""

    changed = Signal()

    def __init__(self, forbidden: Callable[[], Iterable[str]]) -> None:
        super().__init__()
        self._forbidden = forbidden
        self.first, self.second = PasswordField(), PasswordField()
        self.first_box = labelled(_("Password"), self.first)
        self.second_box = labelled(_("The same password again"), self.second)
        self.advice = Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.6))
        for part in (self.first_box, self.advice, self.second_box):
            column.addWidget(part)
        for field in (self.first, self.second):
            field.textChanged.connect(self._advise)
        self.first.caps_lock.connect(lambda on: self.first_box.complain(_("Caps Lock is on.") if on else ""))
        self._advise()

    def password(self) -> str:
        """What was typed."""
        return self.first.text()

    def weakness(self) -> str:
        """The sentence that says why the password will not do, '' when it will."""
        from dspdesk import desk

        code = desk.strong_enough(self.password(), self._forbidden())
        return sentence(code, {"length": len(self.password()), "least": _least()}) if code else ""

    def complain(self) -> bool:
        """Show what is wrong beside its field and go there; whether anything is."""
        weak = self.weakness()
        differs = not weak and self.second.text() != self.first.text()
        self.first_box.complain(weak)
        self.second_box.complain(_("The two passwords differ.") if differs else "")
        if weak:
            self.first.setFocus()
        elif differs:
            self.second.setFocus()
        return bool(weak) or differs

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def _advise(self) -> None:
        left = _least() - len(self.password())
        if not self.password():
            text, tone = _("A sentence of four or five words is strong and easy to remember."), Tone.PLAIN
        elif left > 0:
            text = ngettext("{n} character more", "{n} characters more", left).format(n=left)
            tone = Tone.PLAIN
        elif weak := self.weakness():
            text, tone = weak, Tone.WARNING
        else:
            text, tone = _("Strong enough."), Tone.GOOD
        set_tone(self.advice, tone)
        self.advice.setText(text)
        self.first_box.complain("")
        self.second_box.complain("")
        self.changed.emit()


@cache
def _least() -> int:
    """The shortest password that is not refused for its length."""
    from dspdesk import desk

    return next(length for length in count(1) if desk.strong_enough("я" * length) != "password_short")
