"""Fields of the cards of people: forms that follow a name, choices among long words."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox

from dspdesk.ui.cards.fields import ChoiceField, TextField

_LEAST = 16  # letters that a choice shows in any case


class CaseField(TextField):
    """A form of the name: it follows what is proposed until a person puts another."""

    def __init__(self) -> None:
        super().__init__()
        self._proposed = ""

    def propose(self, text: str) -> None:
        """Show what is proposed now, unless something else was typed."""
        if self.text().strip() in {"", self._proposed}:
            self.show_value(text)
        self._proposed = text


class LongChoice(ChoiceField):
    """A choice that is as wide as there is room: the names of units and positions know no end."""

    def __init__(self, name: str, words: Mapping[Any, str]) -> None:
        super().__init__(name, words)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST)
