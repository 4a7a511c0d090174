"""Several people in one line, each completed while the name is typed."""

from typing import TYPE_CHECKING, Any

from dspdesk.language.catalogue import _
from dspdesk.language.folding import fold
from dspdesk.ui.cards.person_field import PersonField

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.people import PersonRow

BETWEEN = "; "


class PeopleField(PersonField):
    """People of the body, parted by ";"; the value is their ids, in the order in which they were typed.

    A name that only one person can be meant by need not be typed to its end: ";" completes it.
    """

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self.textEdited.connect(self._complete)

    def offers(self, typed: str) -> list[str]:
        """The people the last name typed may mean, after those there are already."""
        before = [part.strip() for part in typed.split(";")]
        last = before.pop()
        met = {row.id for part in before if (row := self._person(part))}
        return [
            BETWEEN.join([*before, label])
            for label in super().offers(last)
            if self._by_label[label].id not in met
        ]

    def row(self) -> "PersonRow | None":
        """There is no one person here."""
        return None

    def value(self) -> Any:
        """The ids of the people named."""
        rows = [self._person(part) for part in self._parts()]
        return tuple(dict.fromkeys(row.id for row in rows if row is not None))

    def show_value(self, value: Any) -> None:
        """Show people by their ids."""
        self.setText(BETWEEN.join(label for key in value or () if (label := self._label_of(key))))
        self.setCursorPosition(0)

    def problem(self) -> str:
        unknown = [part for part in self._parts() if self._person(part) is None]
        if not unknown:
            return ""
        return _(
            "Nobody in office is called “{name}”. Choose from the list (Alt+Down); part names with “;”."
        ).format(name=unknown[0])

    def _parts(self) -> list[str]:
        return [part.strip() for part in self.text().split(";") if part.strip()]

    def _person(self, part: str) -> "PersonRow | None":
        """Whom a name means: one called so, or the only one whom it can be the beginning of."""
        begun = [self._by_label[label] for label in super().offers(part)] if fold(part) else []
        return self._called(part) or (begun[0] if len(begun) == 1 else None)

    def _complete(self, typed: str) -> None:
        if typed.endswith(";"):
            self._write_out()

    def _write_out(self) -> None:
        """Write out whom the names mean; what means nobody stays as it was typed."""
        rows = [(part, self._person(part)) for part in self._parts()]
        whole = BETWEEN.join((self._label_of(row.id) if row else None) or part for part, row in rows)
        self.setText(whole + (BETWEEN if self.text().endswith(";") else ""))

    def _leave(self) -> None:
        self._write_out()
        super()._leave()
