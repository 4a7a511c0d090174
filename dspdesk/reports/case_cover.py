"""The cover of a case (paragraphs 31, 32): its details laid out as the covers of cases in the country are."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dspdesk.language import dates
from dspdesk.language.catalogue import Language
from dspdesk.law.barcode import Code
from dspdesk.law.case_cover import CaseCoverContent, Detail
from dspdesk.reports import samples
from dspdesk.reports.kit import barcode
from dspdesk.reports.kit.blocks import (
    LEADING,
    OVER,
    UNDER,
    Block,
    Filled,
    Gap,
    Text,
    draw_all,
    height_of,
)
from dspdesk.reports.kit.drawing import CAPTION, TEXT, About, Drawing, Side
from dspdesk.reports.kit.frame import A4, MM, WRITING
from dspdesk.reports.wording import Form, form

STEM = "case_cover"

#: Sizes of the heading: the largest one in which it has room between what stands above and below it.
HEADING_SIZES = (20.0, 18.0, 16.0, 14.0, 12.0, 11.0, 10.0)
#: Lines to write a heading on by hand.
HEADING_LINES = 4
INDEX = 20.0
VOLUME = 16.0
BODY = 14.0
#: A number to be written in by hand, beside its words.
WRITTEN = 45 * MM
ARCHIVE_WIDTH = 95 * MM
BARCODE_HEIGHT = 14 * MM


@dataclass(frozen=True, slots=True)
class Named:
    """A value in the middle over its rule, which has a caption; what is not known leaves `lines` to write on."""

    value: str
    caption: str = ""
    size: float = TEXT
    bold: bool = False
    lines: int = 1

    def height(self, drawing: Drawing, width: float) -> float:
        """Of all lines of the value and the caption."""
        value = self._lines(drawing, width)
        room = len(value) * self._leading + OVER if value else self.lines * WRITING
        return room + (UNDER if self.caption else 0)

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """Line by line; the rule under the last one."""
        value, middle = self._lines(drawing, width), x + width / 2
        y = top
        for line in value:
            y -= self._leading
            drawing.text(middle, y + OVER, line, self.size, Side.MIDDLE, bold=self.bold)
        for _empty in range(self.lines if not value else 0):
            y -= WRITING
            drawing.rule(x, y, width)
        if value:
            y -= OVER
            drawing.rule(x, y, width)
        if self.caption:
            drawing.text(middle, y - UNDER + 2, self.caption, CAPTION, Side.MIDDLE)

    @property
    def _leading(self) -> float:
        return self.size * LEADING

    def _lines(self, drawing: Drawing, width: float) -> list[str]:
        return drawing.measure(self.size, bold=self.bold).lines(self.value, width)


@dataclass(frozen=True, slots=True)
class Numbered:
    """Words with their number in the middle of the sheet ("Дело № 01-03"); an unknown one is written in by hand."""

    words: str  # with {value}
    value: str
    size: float
    caption: str = ""

    def height(self, drawing: Drawing, width: float) -> float:
        """Of its lines and the caption."""
        lines = drawing.measure(self.size, bold=True).lines(self._said(), width)
        return max(WRITING, len(lines) * self.size * LEADING) + (UNDER if self.caption else 0)

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """In the middle."""
        middle, measure = x + width / 2, drawing.measure(self.size, bold=True)
        y = top - max(WRITING, self.size * LEADING)
        if self.value:
            y = top
            for line in measure.lines(self._said(), width):
                y -= self.size * LEADING
                drawing.text(middle, y + OVER, line, self.size, Side.MIDDLE, bold=True)
        else:
            before, after = self.words.split("{value}")
            left = middle - (measure[before] + WRITTEN + measure[after]) / 2
            drawing.text(left, y + OVER, before, self.size, bold=True)
            drawing.rule(left + measure[before], y, WRITTEN)
            middle = left + measure[before] + WRITTEN / 2
            drawing.text(left + measure[before] + WRITTEN, y + OVER, after, self.size, bold=True)
        if self.caption:
            drawing.text(middle, y - UNDER + 2, self.caption, CAPTION, Side.MIDDLE)

    def _said(self) -> str:
        return self.words.format(value=self.value)


def draw(content: CaseCoverContent, language: str, code: str = "") -> bytes:
    """The cover as PDF: one sheet, which has no number; a heading without end goes on on a further one."""
    words = form(STEM, Language(language))
    drawing = Drawing(A4, About(words["heading.file"], content.organisation, words.language, code))
    above, below, foot = _above(content, words), _below(content, words), _archive(content, words)
    top = draw_all(above, drawing, drawing.frame.upper)
    room = drawing.frame.room
    ends = drawing.frame.lower + max(height_of(foot, drawing, ARCHIVE_WIDTH), BARCODE_HEIGHT)
    low = ends + height_of(below, drawing, room)
    heading, rest = _heading(content, words, drawing, top - low)
    _in_the_middle(heading, drawing, top, low)
    draw_all(below, drawing, low)
    draw_all(foot, drawing, drawing.frame.lower + height_of(foot, drawing, ARCHIVE_WIDTH), ARCHIVE_WIDTH)
    _barcode(content, drawing)
    drawing.end_sheet("")
    if rest:
        _go_on(content, rest, words, drawing)
    return drawing.finish()


def sample(language: str) -> CaseCoverContent:
    """The cover of an invented case that is kept permanently, with all its details."""
    return samples.cover(Language(language))


def blank(language: str) -> bytes:
    """The cover to be filled in by hand."""
    return draw(CaseCoverContent(), language)


def _above(content: CaseCoverContent, words: Form) -> list[Block]:
    """Mark, body, locality, unit; index and volume."""
    mark = words["details.mark"] if Detail.MARK in content.details else ""
    return [
        Text(mark, TEXT, Side.RIGHT, bold=True) if mark else Gap(TEXT * LEADING),
        Gap(10 * MM),
        Named(content.organisation, words["details.organisation"], BODY, bold=True),
        Gap(3 * MM),
        Named(content.locality, words["details.locality"]),
        Gap(3 * MM),
        Named(content.unit, words["details.unit"]),
        Gap(16 * MM),
        Numbered(words["details.index"], content.case_index, INDEX, words["details.index_caption"]),
        Gap(5 * MM),
        Numbered(words["details.volume"], str(content.volume or ""), VOLUME),
        Gap(5 * MM),
    ]


def _heading(content: CaseCoverContent, words: Form, drawing: Drawing, room: float) -> tuple[Named, str]:
    """The heading in the largest size in which it has room, and what has none in the smallest."""
    caption, width = words["details.heading"], drawing.frame.room
    if not content.heading:
        return Named("", caption, lines=HEADING_LINES), ""
    for size in HEADING_SIZES:
        whole = Named(content.heading, caption, size, bold=True)
        if whole.height(drawing, width) <= room:
            return whole, ""
    smallest = HEADING_SIZES[-1]
    lines = drawing.measure(smallest, bold=True).lines(content.heading, width)
    fit = int((room - OVER - UNDER) / (smallest * LEADING))
    return Named(" ".join(lines[:fit]), caption, smallest, bold=True), " ".join(lines[fit:])


def _go_on(content: CaseCoverContent, rest: str, words: Form, drawing: Drawing) -> None:
    """What of the heading had no room on the cover itself."""
    index = words["details.index"].format(value=content.case_index)
    draw_all(
        [Text(index, TEXT, Side.MIDDLE, bold=True), Gap(5 * MM), Text(rest)], drawing, drawing.frame.upper
    )
    drawing.end_sheet("")


def _in_the_middle(block: Named, drawing: Drawing, top: float, low: float) -> None:
    """A third of what is free stands above the heading, the rest below it."""
    free = max(0.0, top - low - block.height(drawing, drawing.frame.room))
    block.draw(drawing, drawing.frame.left, top - free / 3, drawing.frame.room)


def _below(content: CaseCoverContent, words: Form) -> list[Block]:
    """First and last day, first and last number, sheets, retention."""
    blocks: list[Block] = [Gap(4 * MM)]
    if Detail.DAYS in content.details:
        days = [_day(content.first_day, words), _day(content.last_day, words)]
        blocks.append(Filled(words["details.days"], _between(days, words)))
    if Detail.NUMBERS in content.details:
        numbers = [content.first_number, content.last_number]
        blocks.append(Filled(words["details.numbers"], _between(numbers, words)))
    retention = Filled(words["details.retention"], content.retention)
    if Detail.SHEETS in content.details:
        said, count = _sheets(content.sheets, words), str(content.sheets or "")
        counted = Numbered(said, count, BODY, words["details.sheets_caption"])
        blocks += [Gap(4 * MM), counted, Gap(2 * MM)]
    return [*blocks, retention, Gap(8 * MM)]


def _between(known: Sequence[str], words: Form) -> str:
    """From the first to the last; one alone where both are the same; of an unknown last one there is room."""
    first, last = known
    if not first:
        return ""
    return first if first == last else words["details.between"].format(first=first, last=last)


def _day(day: dt.date | None, words: Form) -> str:
    return dates.long(day, words.language) if day else ""


def _sheets(count: int | None, words: Form) -> str:
    """«На 21 листе», «На 178 листах»."""
    one = count is not None and count % 10 == 1 and count % 100 != 11
    return words["details.sheets_one" if one else "details.sheets"].replace("{count}", "{value}")


def _archive(content: CaseCoverContent, words: Form) -> list[Block]:
    """What the appraisal adds, at the foot: fonds, consolidated inventory, case."""
    if Detail.FONDS not in content.details:
        return []
    return [
        Filled(words["details.fonds"], content.fonds),
        Filled(words["details.inventory"], content.inventory),
        Filled(words["details.case"], content.case),
    ]


def _barcode(content: CaseCoverContent, drawing: Drawing) -> None:
    if not content.barcode:
        return
    code = Code.parse(content.barcode)
    x = drawing.frame.right - barcode.width(code)
    barcode.draw(drawing.canvas, x, drawing.frame.lower, code, BARCODE_HEIGHT)
