"""A person of the body, completed while their name is typed."""

import datetime as dt
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _, current_language
from dspdesk.ui.cards.fields import DateField
from dspdesk.ui.cards.row_field import RowField

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.people import PersonRow


class PersonField(RowField["PersonRow"]):
    """The people in office on a day (today, until another is given); the value is the id of one of them, or `None`.

    A name alone is enough unless two people are called the same: then the position tells them apart.
    """

    def __init__(self, desk: "Desk", day: dt.date | None = None) -> None:
        super().__init__(_label, lambda row: (row.name_kk, row.name_ru))
        self._desk, self._day = desk, day or desk.today()
        self.show_day(self._day)

    def show_day(self, day: dt.date) -> None:
        """Offer the people in office on another day; what was typed stays."""
        from dspdesk.queries.people import people

        self._day = day
        self.show_rows(row for row in people(self._desk, day) if row.in_service(day))

    def follow(self, day: DateField) -> None:
        """Offer the people in office on the day that another field shows, whoever wrote it there."""

        def changed() -> None:
            if (shown := day.value() or self._desk.today()) != self._day:
                self.show_day(shown)

        changed()
        day.textChanged.connect(changed)

    def name(self) -> str:
        """The name of the person in the person's language, '' while there is none."""
        row = self.row()
        return row.name(str(current_language())) if row else ""

    def problem(self) -> str:
        if not self.text().strip() or self.row():
            return ""
        return _("Nobody in office is called so. Choose a person from the list (Alt+Down).")

    def _tell_apart(self, row: "PersonRow") -> str:
        return row.number_index or super()._tell_apart(row)


def _label(row: "PersonRow") -> str:
    language = str(current_language())
    position = row.position(language)
    return f"{row.name(language)} — {position}" if position else row.name(language)
