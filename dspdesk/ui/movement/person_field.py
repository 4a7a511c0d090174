"""A person of the body, completed while their name is typed."""

import datetime as dt
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _, current_language
from dspdesk.language.folding import fold, words
from dspdesk.ui.cards.fields import TextField

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.people import PersonRow

_MOST = 12


class PersonField(TextField):
    """The people in office on a day (today, until another is given); the value is the id of one of them, or `None`.

    A name alone is enough unless two people are called the same: then the position tells them apart.
    """

    def __init__(self, desk: "Desk", day: dt.date | None = None) -> None:
        super().__init__(self.offers)
        self._desk = desk
        self._labels: dict[str, PersonRow] = {}
        self.show_day(day or desk.today())

    def show_day(self, day: dt.date) -> None:
        """Offer the people in office on another day; what was typed stays."""
        from dspdesk.queries.people import people

        language = str(current_language())
        serving = [row for row in people(self._desk, day) if row.in_service(day)]
        self._labels = {}
        for row in serving:
            label = _label(row, language)
            if label in self._labels:
                label = f"{label}, {row.number_index or row.id}"
            self._labels[label] = row

    def offers(self, typed: str) -> list[str]:
        """The people whose names and positions have words that begin as typed."""
        wanted = words(typed)
        fitting = [
            label
            for label in self._labels
            if all(any(there.startswith(part) for there in words(label)) for part in wanted)
        ]
        return fitting[:_MOST]

    def row(self) -> "PersonRow | None":
        """The person, `None` while there is none or the words do not name one."""
        typed = fold(self.text())
        if not typed:
            return None
        whole = [row for label, row in self._labels.items() if fold(label) == typed]
        named = whole or [
            row for row in self._labels.values() if typed in {fold(row.name_kk), fold(row.name_ru)}
        ]
        return named[0] if len(named) == 1 else None

    def value(self) -> int | None:
        """The id of the person."""
        row = self.row()
        return row.id if row else None

    def show_value(self, value: int | None) -> None:
        """Show a person by the id; whoever is not in office on the day is not shown."""
        self.setText(next((label for label, row in self._labels.items() if row.id == value), ""))
        self.setCursorPosition(0)

    def name(self) -> str:
        """The name of the person in the person's language, '' while there is none."""
        row = self.row()
        return row.name(str(current_language())) if row else ""

    def problem(self) -> str:
        if not self.text().strip() or self.row():
            return ""
        return _("Nobody in office is called so. Choose a person from the list (Alt+Down).")

    def _leave(self) -> None:
        if row := self.row():
            self.show_value(row.id)
        super()._leave()


def _label(row: "PersonRow", language: str) -> str:
    position = row.position(language)
    return f"{row.name(language)} — {position}" if position else row.name(language)
