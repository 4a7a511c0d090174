"""A document or publication, chosen by its number or by any words of its entry."""

from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _
from dspdesk.language.folding import fold
from dspdesk.ui import wording
from dspdesk.ui.cards.fields import TextField

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.search import Hit

_MOST = 8


class ItemField(TextField):
    """An entry of any journal; the value is its id, or `None`. A number alone is enough when only one entry has it."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(self.offers)
        self._desk = desk
        self._known: dict[str, int] = {}
        self.setPlaceholderText(_("Number or words of the document"))

    def offers(self, typed: str) -> list[str]:
        """The entries that match what was typed."""
        return [self._remembered(hit) for hit in self._found(typed)] if typed.strip() else []

    def value(self) -> int | None:
        """The id of the entry, `None` while there is none or the words do not name one."""
        typed = self.text().strip()
        if not typed or typed in self._known:
            return self._known.get(typed)
        hits = self._found(typed)
        for hit in hits:
            self._remembered(hit)
        alone = [hit.id for hit in hits if fold(typed.lstrip("№ ")) in _numbers(hit)]
        return alone[0] if len(alone) == 1 else self._known.get(typed)

    def show_value(self, value: int | None) -> None:
        """Show an entry by its id."""
        from dspdesk.queries.item import item

        details = item(self._desk, value) if value is not None else None
        label = ""
        if details is not None:
            entry, journal = details.entry, details.journal
            what = " ".join(part for part in (entry.kind, entry.summary) if part)
            number = details.number.with_mark(journal.language)
            label = _label(
                number, wording.journal_name(journal.kind, journal.year), entry.correspondent, what
            )
            self._known[label] = details.id
        self.setText(label)
        self.setCursorPosition(0)

    def problem(self) -> str:
        if not self.text().strip() or self.value() is not None:
            return ""
        return _("No one document is meant by this. Choose it from the list (Alt+Down).")

    def _leave(self) -> None:
        key = self.value()
        if key is not None and self.text() not in self._known:
            self.show_value(key)
        super()._leave()

    def _found(self, typed: str) -> "list[Hit]":
        from dspdesk.queries.search import search

        return search(self._desk, typed, _MOST)

    def _remembered(self, hit: "Hit") -> str:
        number, journal = hit.number.with_mark(hit.language), wording.journal_name(hit.kind, hit.year)
        label = _label(number, journal, hit.correspondent, hit.summary)
        self._known[label] = hit.id
        return label


def _numbers(hit: "Hit") -> set[str]:
    return {fold(str(hit.number)), fold(hit.number.with_mark(hit.language)), fold(hit.number.plain)}


def _label(number: str, journal: str, correspondent: str, what: str) -> str:
    """The words of an entry: "№ 41 ДСП, Incoming 2026: Ministry of Finance, on the audit"."""
    words = ", ".join(part for part in (correspondent, what) if part)
    return _("№ {number}, {journal}: {what}").format(number=number, journal=journal, what=words)
