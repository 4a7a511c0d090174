"""What a person has chosen on the way to an import: the sheets, the columns, the row of the first entry.

No window is needed for it: the pages of the wizard only show it and change it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets.attention import judged
from dspdesk.spreadsheets.mapping import Objection, SheetMapping
from dspdesk.spreadsheets.memory import Remembered
from dspdesk.spreadsheets.outline import Outline, SheetOutline

Recall = Callable[[JournalKind, SheetOutline], Remembered | None]
ALL = ""  # in the place of a sheet's name: all that recognition reads


class ImportChoice:
    """Begins with what recognition and memory propose for a file."""

    def __init__(self, outline: Outline, kind: JournalKind, recall: Recall) -> None:
        self.outline = outline
        self._recall = recall
        self.kind = kind
        self.choose_kind(kind)

    def choose_kind(self, kind: JournalKind) -> None:
        """Another kind of journal reads other sheets and keeps its number elsewhere."""
        self.kind = kind
        recognised = self.recognised()
        self.choose_sheet(ALL if len(recognised) > 1 else recognised[0] if recognised else self._first())

    def choose_sheet(self, name: str) -> None:
        """One sheet, or `ALL`."""
        self.name = name
        self.sheet = self._sheet(name or self.recognised()[0])
        self.remembered = self._recall(self.kind, self.sheet)
        self.fields = list(self.remembered.fields if self.remembered else self.sheet.fields)
        self.start = self.remembered.start if self.remembered else self.sheet.start

    def recognised(self) -> tuple[str, ...]:
        """The sheets that recognition reads for this kind."""
        return self.outline.recognised.get(self.kind, ())

    def names(self) -> list[str]:
        """What can be chosen: `ALL` where several sheets are recognised, then each sheet."""
        several = [ALL] if len(self.recognised()) > 1 else []
        return several + [sheet.name for sheet in self.outline.sheets]

    def alike(self) -> bool:
        """Whether the columns of all chosen sheets are the same, so that one mapping can hold for them."""
        return len({sheet.fields for sheet in self._chosen()}) == 1

    def proposed(self) -> None:
        """Go back to what the headings say."""
        self.fields, self.start = list(self.sheet.fields), self.sheet.start

    def by_hand(self) -> bool:
        """Whether anything differs from what recognition proposes."""
        return tuple(self.fields) != self.sheet.fields or self.start != self.sheet.start

    def headings(self) -> list[str]:
        """The words over each column of the sheet shown, '' where there are none."""
        top = self.sheet.heading or self.start - 1
        rows = self.sheet.rows[max(top - self.sheet.first, 0) : max(self.start - self.sheet.first, 0)]
        return [
            " ".join(row[index] for row in rows if row[index] and not row[index].isdecimal())
            for index in range(self.sheet.width)
        ]

    def objections(self) -> list[Objection]:
        """What stands against it as it is, what is binding first."""
        place = max(self.start - self.sheet.first, 0)
        return judged(self.sheet.rows, place, self.fields, self.kind, self.headings())

    def mapping(self) -> dict[str, Any] | None:
        """The mapping as plain data; None where recognition alone reads the same."""
        whole = self.name == ALL or self.recognised() == (self.name,)
        if whole and not self.by_hand():
            return None
        moved = self.start - self.sheet.start
        starts = tuple((sheet.name, max(sheet.start + moved, 1)) for sheet in self._chosen())
        return SheetMapping(tuple(self.fields), starts, self.sheet.language).plain()

    def _chosen(self) -> Sequence[SheetOutline]:
        names = self.recognised() if self.name == ALL else (self.name,)
        return [sheet for sheet in self.outline.sheets if sheet.name in names]

    def _first(self) -> str:
        return self.outline.sheets[0].name

    def _sheet(self, name: str) -> SheetOutline:
        return next(sheet for sheet in self.outline.sheets if sheet.name == name)
