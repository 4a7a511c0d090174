"""The hand-over sheet (W1): copies listed for one person, who signs beside each. The program's own paper, A4.

Several sheets are one printing: each begins on a sheet of paper of its own and counts its sheets by itself.
"""

from collections.abc import Sequence

from dspdesk.language import dates
from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import figures, figures_and_words
from dspdesk.law.barcode import Code
from dspdesk.law.handover_sheet import HandoverLine, HandoverSheetContent
from dspdesk.reports import samples
from dspdesk.reports.kit import barcode
from dspdesk.reports.kit.blocks import Beside, Block, Filled, Gap, Signature, Text, draw_all, height_of
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.frame import A4, MM
from dspdesk.reports.kit.long_table import Column, LongTable, Row
from dspdesk.reports.kit.mark import draw_mark, mark_height
from dspdesk.reports.wording import Form, form, shared

STEM = "handover_sheet"

#: Widths of the columns in millimetres: a signature with its date needs the last one.
WIDTHS = (9, 32, 52, 13, 14, 10, 40)
CENTRED = frozenset({1, 4, 5, 6})
UPRIGHT = frozenset({4, 5})
#: The columns with the numbers of sheets share a caption.
COUNTED = frozenset({4, 5})
#: A sheet is made in one copy, for the documentation service.
ONE_COPY = 1
#: The barcode stands at the left of the mark.
BARS = 13 * MM
BARS_WIDTH = 70 * MM
ABOVE_TITLE = 3 * MM
#: What is stated of sheets where copies alone are counted.
NONE = "–"


def draw(contents: Sequence[HandoverSheetContent], language: str, code: str = "") -> bytes:
    """The sheets as PDF, one after the other."""
    return _draw(contents, Language(language), code)


def sample(language: str) -> list[HandoverSheetContent]:
    """Two sheets of invented people and documents."""
    return samples.handover_sheets(Language(language))


def blank(language: str) -> bytes:
    """The sheet to be written on by hand (W11)."""
    return _draw([None], Language(language), "")


def _draw(contents: Sequence[HandoverSheetContent | None], language: Language, code: str) -> bytes:
    words = form(STEM, language)
    organisation = contents[0].organisation if contents[0] else ""
    drawing = Drawing(A4, About(words["heading.title"], organisation, language, code))
    for content in contents:
        _draw_one(content, words, drawing)
    return drawing.finish()


def _draw_one(content: HandoverSheetContent | None, words: Form, drawing: Drawing) -> None:
    table = LongTable(drawing.canvas, A4.left, _columns(words))
    foot = _foot(content, words)
    first = A4.upper - A4.lower - _head_height(content, words, drawing)
    sheets = _divided(content, table, first, height_of(foot, drawing, A4.room), words)
    for number, rows in enumerate(sheets, 1):
        top = _draw_head(content, words, drawing) if number == 1 else A4.upper
        end = table.draw(rows, top) if rows else top
        if number == len(sheets):
            draw_all(foot, drawing, end)
        counted_sheet = drawing.numbered(number, len(sheets))
        drawing.end_sheet(counted_sheet if content else shared(words.language)["sheet.blank"])


def _divided(
    content: HandoverSheetContent | None, table: LongTable, first: float, foot: float, words: Form
) -> list[list[Row]]:
    """The rows of each sheet, such that the totals and signatures stand below some row on the last one."""
    if content is None:
        return [table.blank_rows(first - foot)]
    lines = [_line(number, line, words) for number, line in enumerate(content.lines, 1)]
    return table.sheets(table.rows(lines), first, A4.upper - A4.lower, foot)


def _columns(words: Form) -> list[Column]:
    return [
        Column(
            caption,
            width * MM,
            group=words["columns.sheets"] if n in COUNTED else "",
            centred=n in CENTRED,
            upright=n in UPRIGHT,
        )
        for n, (caption, width) in enumerate(zip(words.many("columns.captions"), WIDTHS, strict=True), 1)
    ]


def _line(number: int, line: HandoverLine, words: Form) -> list[str]:
    named = "number.dated" if line.date else "number.undated"
    said = words[named].format(number=line.number, date=dates.short(line.date) if line.date else "")
    about = ", ".join(part for part in (line.correspondent, line.what) if part)
    return [str(number), said, about, _count(line.sheets), _count(line.enclosure_sheets), str(line.copy), ""]


def _count(sheets: int | None) -> str:
    return "" if sheets is None else figures(sheets)


# --- the head ---


def _head_height(content: HandoverSheetContent | None, words: Form, drawing: Drawing) -> float:
    above = max(mark_height(drawing), BARS if content and content.barcode else 0.0)
    return above + ABOVE_TITLE + height_of(_heading(content, words), drawing, A4.room)


def _draw_head(content: HandoverSheetContent | None, words: Form, drawing: Drawing) -> float:
    copy = ONE_COPY if content else None
    below = draw_mark(drawing, copy, copy)
    if content and content.barcode:
        y = A4.upper - BARS
        barcode.draw(drawing.canvas, A4.left, y, Code.parse(content.barcode), BARS, BARS_WIDTH)
        below = min(below, y)
    return draw_all(_heading(content, words), drawing, below - ABOVE_TITLE)


def _heading(content: HandoverSheetContent | None, words: Form) -> list[Block]:
    """What it is, whose, of which day, for whom; on a blank form lines to write these on."""
    if content is None:
        return [
            Filled("", caption=words["organisation.caption"]),
            Gap(3 * MM),
            Text(words["heading.title"], 13, Side.MIDDLE, bold=True),
            Beside([Filled("№"), Filled(words["signing.date"])]),
            Filled(words["receiver.label"], caption=words["receiver.caption"]),
            Gap(3 * MM),
        ]
    return [
        Text(content.organisation, side=Side.MIDDLE),
        Gap(3 * MM),
        Text(words["heading.numbered"].format(number=content.number), 13, Side.MIDDLE, bold=True),
        Text(words["heading.date"].format(date=dates.short(content.dated)), side=Side.MIDDLE),
        Filled(words["receiver.label"], _receiver(content), words["receiver.caption"]),
        Gap(3 * MM),
    ]


def _receiver(content: HandoverSheetContent) -> str:
    return ", ".join(part for part in (content.position, content.name, content.unit) if part)


# --- the foot ---


def _foot(content: HandoverSheetContent | None, words: Form) -> list[Block]:
    """How much is handed over, in figures and words, and the two who sign for the whole."""
    return [Gap(3 * MM), *_totals(content, words), Gap(3 * MM), *_signatures(content, words)]


def _totals(content: HandoverSheetContent | None, words: Form) -> list[Block]:
    caption = shared(words.language)["figures.caption"]
    copies = sheets = ""
    if content is not None:
        copies = figures_and_words(len(content.lines), words.language)
        counted = _sheets(content)
        sheets = NONE if counted is None else figures_and_words(counted, words.language)
    return [Filled(words["total.copies"], copies, caption), Filled(words["total.sheets"], sheets, caption)]


def _sheets(content: HandoverSheetContent) -> int | None:
    """How many sheets, `None` where nothing is counted by sheets: publications are not (paragraph 14)."""
    counted = [n for line in content.lines for n in (line.sheets, line.enclosure_sheets) if n is not None]
    return sum(counted) if counted else None


def _signatures(content: HandoverSheetContent | None, words: Form) -> list[Block]:
    giver = (content.giver_position, content.given_by) if content else ("", "")
    taker = (content.position, content.name) if content else ("", "")
    return [
        Text(words["signing.given"], bold=True),
        Signature(*giver),
        Gap(2 * MM),
        Text(words["signing.taken"], bold=True),
        Signature(*taker),
    ]
