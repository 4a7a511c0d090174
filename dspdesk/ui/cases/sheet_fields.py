"""Fields for sheets of a volume as a person writes them, and lines of several such fields."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _
from dspdesk.language.sentences import sentence
from dspdesk.law.certification_sheet import Further, Line
from dspdesk.law.sheet_numbers import Marks
from dspdesk.law.values import Impossible
from dspdesk.ui import theme
from dspdesk.ui.cards.fields import CountField, TextField
from dspdesk.ui.widgets.basics import Labelled

_NUMBER, _LABEL, _SHORT_LABEL = 6, 24, 11  # ems
#: The features of note 4 that the form has no line for, as they are offered.
FURTHER = {
    Further.LARGE: N_("Large formats"),
    Further.DAMAGE: N_("Damage"),
    Further.GLUED_IN: N_("Sheets with glued-in photographs or documents"),
    Further.ENVELOPES: N_("Envelopes with contents"),
    Further.OWN_NUMBERS: N_("Papers with numbering of their own"),
}


def further(typed: str) -> list[str]:
    """Those that begin as typed."""
    begun = typed.casefold().strip()
    return [_(words) for words in FURTHER.values() if _(words).casefold().startswith(begun)]


class SheetsField(TextField):
    """Sheets: "12а, 40б"; put in order when the field is left. `between` lets places between sheets stand there."""

    def __init__(self, *, between: bool = True) -> None:
        super().__init__()
        self._between = between

    def problem(self) -> str:
        """What cannot be read."""
        try:
            marks = Marks.parse(self.text())
            if not self._between:
                marks.sheets()
        except Impossible as wrong:
            return sentence("certified_unreadable", {"what": wrong.what})
        return ""

    def _leave(self) -> None:
        if not self.problem():
            self.setText(str(Marks.parse(self.text())))
        super()._leave()


class InLine(Labelled):
    """A field with its label at the left, its error below the field: for a long list."""

    def __init__(self, text: str, widget: QWidget) -> None:
        super().__init__(text, widget)
        column = cast("QVBoxLayout", self.layout())
        column.removeWidget(self.label)
        column.removeWidget(widget)
        self.label.setWordWrap(True)
        self.label.setFixedWidth(theme.em(self, _SHORT_LABEL if isinstance(widget, LineFields) else _LABEL))
        line = QHBoxLayout()
        line.setSpacing(theme.em(self, 0.8))
        line.addWidget(self.label)
        line.addWidget(widget, 1)
        column.insertLayout(0, line)


class LineFields(QWidget):
    """One further feature, or one kind of inserts: what it is, how many, on which sheets."""

    textEdited = Signal(str)

    def __init__(self, feature: int, offers: Callable[[str], list[str]] | None) -> None:
        super().__init__()
        self.feature = feature
        self.words, self.count, self.sheets = TextField(offers), CountField(), SheetsField()
        self.count.setFixedWidth(theme.em(self, _NUMBER))
        self.count.setPlaceholderText(_("how many"))
        self.sheets.setPlaceholderText(_("sheets"))
        self.words.setPlaceholderText(_("what it is"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.em(self, 0.6))
        line.addWidget(self.words, 3)
        line.addWidget(self.count)
        line.addWidget(self.sheets, 2)
        self.setFocusProxy(self.words)
        for field in self.cells():
            field.textEdited.connect(self.textEdited)

    def cells(self) -> Sequence[TextField]:
        """The fields in their order."""
        return self.words, self.count, self.sheets

    def install(self, goes_on: QObject) -> None:
        """Let Enter go on through the fields."""
        for field in self.cells():
            field.installEventFilter(goes_on)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for field, what in zip(self.cells(), (_("what it is"), _("how many"), _("sheets")), strict=True):
            field.setAccessibleName(f"{name}: {what}")

    def empty(self) -> bool:
        """Whether nothing was typed here."""
        return not any(field.text().strip() for field in self.cells())

    def value(self) -> Line:
        """The line as the sheet has it; words that the program knows are kept as such, in no language."""
        words = self.words.value()
        known = {_(named).casefold(): kind.value for kind, named in FURTHER.items()} if self.feature else {}
        return Line(self.feature, known.get(words.casefold(), words), self.count.value(), self.sheets.value())

    def show_value(self, value: Line) -> None:
        """Show a line."""
        known = FURTHER[Further(value.words)] if value.words in set(Further) else ""
        self.words.show_value(_(known) if known else value.words)
        self.count.show_value(value.count)
        self.sheets.show_value(value.sheets)

    def problem(self) -> str:
        """What cannot be read."""
        return self.count.problem() or self.sheets.problem()

    def kept(self) -> list[str]:
        """What was typed, for a draft."""
        return [field.text() for field in self.cells()]

    def show_kept(self, texts: Iterable[Any]) -> None:
        """Show what a draft kept."""
        for field, text in zip(self.cells(), texts, strict=False):
            field.setText(str(text))
