"""A year, four digits."""

from dspdesk.language.catalogue import _
from dspdesk.ui.cards.fields import TextField

_FIRST, _LAST = 1900, 2199


class YearField(TextField):
    """A year; the value is `None` while there is none or it cannot be read."""

    def __init__(self, *, needed: bool = False) -> None:
        super().__init__()
        self._needed = needed
        self.setMaxLength(4)

    def value(self) -> int | None:
        """The year."""
        text = self.text().strip()
        return int(text) if text.isdecimal() and _FIRST <= int(text) <= _LAST else None

    def show_value(self, value: int | None) -> None:
        """Show a year."""
        self.setText(str(value) if value is not None else "")

    def problem(self) -> str:
        if self.value() is not None or (not self._needed and not self.text().strip()):
            return ""
        return _("Write the year with four digits.")
