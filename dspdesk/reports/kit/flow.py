"""A paper that runs on: blocks and long tables one below the other, over as many sheets as they need.

Blocks are never divided, rows of tables neither. All is laid out before the first sheet is drawn, so that each sheet
can say how many there are.
"""

from collections.abc import Callable, Sequence
from functools import partial

from dspdesk.reports.kit.blocks import Block, height_of
from dspdesk.reports.kit.drawing import Drawing
from dspdesk.reports.kit.frame import MM
from dspdesk.reports.kit.long_table import LongTable, Row

#: Clear space above and below a table.
AROUND = 3 * MM


class Flow:
    """The sheets of one copy of a paper."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._sheets: list[list[Callable[[], object]]] = [[]]
        self._top = drawing.frame.upper

    def add(self, *blocks: Block) -> None:
        """Put blocks below one another; together they stay on one sheet."""
        drawing, frame = self._drawing, self._drawing.frame
        height = height_of(blocks, drawing, frame.room)
        if self._top - height < frame.lower and self._top < frame.upper:
            self._next_sheet()
        for block in blocks:
            self._sheets[-1].append(partial(block.draw, drawing, frame.left, self._top, frame.room))
            self._top -= block.height(drawing, frame.room)

    def add_all(self, blocks: Sequence[Block]) -> None:
        """Put blocks below one another; a sheet may end between any two."""
        for block in blocks:
            self.add(block)

    def table(self, table: LongTable, rows: Sequence[Row], below: Sequence[Block] = ()) -> None:
        """Put a table below; its heads stand again on each sheet it goes on to.

        The blocks `below` it stand together, and not without a row of the table above them where one can go over.
        """
        frame = self._drawing.frame
        room, whole = self._top - AROUND - frame.lower, frame.upper - frame.lower
        if room < table.head.height + (rows[0].height if rows else 0.0):
            self._next_sheet()
            room = whole - AROUND
        tail = AROUND + height_of(below, self._drawing, frame.room) if below else 0.0
        for number, part in enumerate(table.sheets(rows, room, whole, tail)):
            if number:
                self._next_sheet()
            if number and not part:
                break
            top = self._top - (0 if number else AROUND)
            self._sheets[-1].append(partial(table.draw, part, top))
            self._top = top - table.height(part) - AROUND
        if below:
            self.add(*below)

    def finish(self, *, alone: bool = True) -> None:
        """Draw all sheets, each with its number of how many; `alone` says whether a single one bears its number."""
        for number, sheet in enumerate(self._sheets, 1):
            for draw in sheet:
                draw()
            several = alone or len(self._sheets) > 1
            self._drawing.end_sheet(self._drawing.numbered(number, len(self._sheets)) if several else "")

    def finish_blank(self, foot: str) -> None:
        """Draw all sheets of a form to be written on: their numbers are written in by hand."""
        for sheet in self._sheets:
            for draw in sheet:
                draw()
            self._drawing.end_sheet(foot)

    def _next_sheet(self) -> None:
        self._sheets.append([])
        self._top = self._drawing.frame.upper
