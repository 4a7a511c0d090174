"""A field that names one row of a list, completed while any words of it are typed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from dspdesk.language.folding import are_begun, fold, words
from dspdesk.ui.cards.fields import TextField

_MOST = 12


class Row(Protocol):
    """What can be chosen: anything that has an id."""

    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=Row)


class RowField(TextField, Generic[R]):
    """The rows last shown; the value is the id of the one named, or `None`.

    `label` says a row in full, as the list shows it. `names` are the shorter names it is known by: one of
    them is enough where it means one row only.
    """

    def __init__(self, label: Callable[[R], str], names: Callable[[R], Iterable[str]]) -> None:
        super().__init__(self.offers)
        self._label, self._names = label, names
        self._by_label: dict[str, R] = {}

    def show_rows(self, rows: Iterable[R]) -> None:
        """Offer other rows; what was typed stays."""
        self._by_label = {}
        for row in rows:
            label = self._label(row)
            if label in self._by_label:
                label = f"{label}, {self._tell_apart(row)}"
            self._by_label[label] = row

    def rows(self) -> Sequence[R]:
        """The rows that can be chosen."""
        return tuple(self._by_label.values())

    def offers(self, typed: str) -> list[str]:
        """The rows that have words beginning as typed."""
        wanted = words(typed)
        fitting = [
            label
            for label, row in self._by_label.items()
            if self._is_offered(row) and are_begun(wanted, words(label))
        ]
        return fitting[:_MOST]

    def row(self) -> R | None:
        """The row, `None` while there is none or the words do not name one."""
        return self._called(self.text())

    def value(self) -> Any:
        """The id of the row."""
        row = self.row()
        return row.id if row else None

    def show_value(self, value: Any) -> None:
        """Show a row by its id; one that cannot be chosen is not shown."""
        self.setText(self._label_of(value) or "")
        self.setCursorPosition(0)

    def _called(self, typed: str) -> R | None:
        """The row that words name: by its whole label, else by a shorter name that no other has."""
        folded = fold(typed)
        if not folded:
            return None
        whole = [row for label, row in self._by_label.items() if fold(label) == folded]
        return self._meant(whole or [row for row in self.rows() if folded in map(fold, self._names(row))])

    def _meant(self, named: Sequence[R]) -> R | None:
        """Which of the rows called so is meant."""
        return named[0] if len(named) == 1 else None

    def _is_offered(self, _row: R) -> bool:
        return True

    def _tell_apart(self, row: R) -> str:
        """What tells a row from another of the same label."""
        return str(row.id)

    def _label_of(self, key: int | None) -> str | None:
        return next((label for label, row in self._by_label.items() if row.id == key), None)

    def _leave(self) -> None:
        if row := self.row():
            self.setText(self._label_of(row.id) or "")
            self.setCursorPosition(0)
        super()._leave()
