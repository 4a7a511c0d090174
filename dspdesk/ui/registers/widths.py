"""How wide the columns of a register are: as its words need, and what is left goes to the column of the main words."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one column asks for: its title `head`, the longest of its words `need`, and how far it may go for them.

    `short` is what remains of a title where there is no room: words are worth more than the name over them.
    """

    head: int
    need: int
    most: int
    short: int

    @property
    def usual(self) -> int:
        """With the whole title."""
        return max(self.head, min(self.need, self.most))

    @property
    def least(self) -> int:
        """With the title cut."""
        return max(min(self.head, self.short), min(self.need, self.most))


def shared(room: int, columns: Sequence[Wanted], main: int, fair: int, least: int) -> list[int]:
    """The widths of all columns.

    Where the `main` one would get less than is fair, titles longer than their words give way; where it has more than
    it needs, the columns cut short get that, from the left.
    """
    widths = [column.usual for column in columns]
    others = [at for at in range(len(columns)) if at != main]
    spare = room - sum(widths[at] for at in others) - max(columns[main].need, columns[main].head, least)
    lacking = min(columns[main].need, fair) - (room - sum(widths[at] for at in others))
    for at in sorted(others, key=lambda at: columns[at].least - widths[at]):
        less = min(widths[at] - columns[at].least, max(lacking, 0))
        widths[at] -= less
        lacking -= less
    for at in others:
        more = min(max(columns[at].need - widths[at], 0), max(spare, 0))
        widths[at] += more
        spare -= more
    widths[main] = max(room - sum(widths[at] for at in others), least)
    _crowd(widths, others, sum(widths) - room, least // 2)
    return widths


def _crowd(widths: list[int], others: Sequence[int], over: int, least: int) -> None:
    """Where all that is not enough the widest give way, so that nothing lies beyond the edge: dates stay whole."""
    while over > 0 and max(widths[at] for at in others) > least:
        widest = max(others, key=lambda at: widths[at])
        second = max((widths[at] for at in others if widths[at] < widths[widest]), default=least)
        less = min(widths[widest] - max(second - 1, least), over)
        widths[widest] -= less
        over -= less
