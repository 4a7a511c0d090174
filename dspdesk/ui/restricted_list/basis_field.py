"""The field that names what the mark of a document rests on: an entry, a proposal, or a ground outside the lists."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _
from dspdesk.language.folding import are_begun, fold, words
from dspdesk.law.restricted_list import Decision, Designation, Ground
from dspdesk.ui.cards.fields import LongField
from dspdesk.ui.restricted_list import wording

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.restricted_list import EntryRow

_MOST = 12
OUTSIDE = Designation(Ground.OUTSIDE)  # its words stand in a field of their own


class BasisField(LongField):
    """Completes by point, words and name of the list, among the entries in force on the day of the document.

    `day` says which day that is. The value is a `Designation`, `None` while the words name nothing.
    """

    def __init__(self, desk: "Desk", day: Callable[[], dt.date] | None = None) -> None:
        super().__init__(self.offers)
        self._desk = desk
        self.day = day or desk.today
        self.left.connect(self._show_in_full)
        self.forget()

    def offers(self, typed: str) -> list[str]:
        """The entries in force whose words begin as typed, then proposals that wait; at the end "outside the lists"."""
        self._load()
        wanted = words(typed)
        offered = map(self._labels.__getitem__, self._offered())
        fitting = [label for label in offered if are_begun(wanted, words(label))]
        return [*fitting[:_MOST], self._labels[OUTSIDE]]

    def value(self) -> Designation | None:
        """What is named: by its whole line, by its point alone, or by words that no other has."""
        if not self.text().strip():
            return None
        self._load()
        named = self._by_label.get(fold(" ".join(self.text().split())), [])
        standing = [one for one in named if one in set(self._offered())]
        return next(iter([*standing, *named[-1:]]), None) or self._by_part(self.text().strip())

    def show_value(self, value: Designation | None) -> None:
        """Show what a document rests on."""
        self._load()
        stands = OUTSIDE if value is not None and value.ground is Ground.OUTSIDE else value
        super().show_value(self._labels.get(stands, "") if stands is not None else "")

    def problem(self) -> str:
        if not self.text().strip() or self.value() is not None:
            return ""
        return _("The list in force has no such entry. Choose one from the list (Alt+Down).")

    def forget(self) -> None:
        """Ask for the entries and proposals anew: one was entered meanwhile."""
        self._loaded = False
        self._entries: dict[Designation, EntryRow] = {}
        self._waiting: list[Designation] = []
        self._labels: dict[Designation, str] = {}
        self._by_label: dict[str, list[Designation]] = {}  # in either language: drafts outlive a change of it

    def _show_in_full(self) -> None:
        value = self.value()
        if value is not None and self.text() != self._labels.get(value):
            self.show_value(value)

    def _offered(self) -> Iterator[Designation]:
        day = self.day()
        yield from (one for one, row in self._entries.items() if row.on(day))
        yield from self._waiting

    def _by_part(self, typed: str) -> Designation | None:
        rows = {one: self._entries[one] for one in self._offered() if one in self._entries}
        found = [one for one, row in rows.items() if row.point == typed.rstrip(".")]
        found = found or [one for one in rows if are_begun(words(typed), words(self._labels[one]))]
        return found[0] if len(found) == 1 else None

    def _load(self) -> None:
        if self._loaded:
            return
        from dspdesk.queries import restricted_list as queries

        rows = queries.entries(self._desk, counted=False)
        proposals = queries.proposals(self._desk, counted=False)
        self._entries = {Designation.by_entry(row.id): row for row in rows}
        self._waiting = [
            Designation.by_proposal(row.id) for row in proposals if row.decision is Decision.PROPOSED
        ]
        several = len({row.list_id for row in rows}) > 1
        for language in wording.languages():  # the person's own is the last, and is shown
            for row in rows:
                self._name(Designation.by_entry(row.id), wording.entry(row, language, with_list=several))
            for proposal in proposals:
                self._name(Designation.by_proposal(proposal.id), wording.proposal(proposal, language))
            self._name(OUTSIDE, wording.outside(language))
        self._loaded = True

    def _name(self, designation: Designation, label: str) -> None:
        self._labels[designation] = label
        self._by_label.setdefault(fold(label), []).append(designation)
