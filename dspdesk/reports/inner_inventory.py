"""The inner inventory of the documents of a case: appendix 3, sewn in front of them (paragraph 32)."""

from collections.abc import Sequence
from dataclasses import dataclass

from dspdesk.language import dates
from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import figures_and_words
from dspdesk.law import inner_inventory as law
from dspdesk.law.growing import Growth, PlacedLine
from dspdesk.law.inner_inventory import InnerInventoryContent
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import Beside, Block, Filled, Gap, Text, draw_all, height_of
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.frame import A4, MM
from dspdesk.reports.kit.growing import Ending, GrowingTable
from dspdesk.reports.kit.long_table import Column, LongTable, Row
from dspdesk.reports.kit.mark import draw_mark, mark_height
from dspdesk.reports.wording import Form, form, shared

STEM = "inner_inventory"

#: Widths of the columns in millimetres, 170 together.
WIDTHS = (10, 28, 20, 57, 24, 31)
CENTRED = frozenset({1, 3, 5})
ABOVE_TITLE = 2 * MM
#: A case has one inventory, of one copy.
ONE_COPY = 1
#: The number is written on the form by hand.
NUMBER_BLANK = "_" * 12


@dataclass(frozen=True, slots=True)
class _Ended:
    """What stands below the last line: counts, who filled the inventory in, the day; '' is left to be written."""

    documents: str = ""
    sheets: str = ""
    position: str = ""
    name: str = ""
    dated: str = ""


def draw(content: InnerInventoryContent, language: str, code: str = "") -> bytes:
    """The whole inventory as PDF, with its totals and signature; `code` is of the printout, if printed."""
    words = form(STEM, Language(language))
    drawing = _drawing(content, words, code)
    table = LongTable(drawing.canvas, A4.left, columns(words))
    sheets = _lay_out(content, words, drawing, table)
    for number, rows in enumerate(sheets, 1):
        top = _draw_heading(_heading(content, words), words, drawing) if number == 1 else A4.upper
        end = table.draw(rows, top) if rows else top
        if number == len(sheets):
            draw_all(_ending(_ended(content, len(sheets), words), words), drawing, end)
        drawing.end_sheet(drawing.numbered(number, len(sheets)))
    return drawing.finish()


def sample(language: str) -> InnerInventoryContent:
    """The inventory of an invented volume, of which a document was taken out."""
    return samples.inner_inventory(Language(language))


def blank(language: str) -> bytes:
    """The form to be written on by hand (W11): a sheet to begin with, and the last one with totals and signature."""
    words = form(STEM, Language(language))
    drawing = Drawing(A4, About(_title(NUMBER_BLANK, words, restricted=True), "", words.language))
    table, ending = LongTable(drawing.canvas, A4.left, columns(words)), _ending(_Ended(), words)
    foot = shared(words.language)["sheet.blank"]
    top = _draw_heading((NUMBER_BLANK, NUMBER_BLANK), words, drawing, copy=None)
    table.draw(table.blank_rows(top - A4.lower), top)
    drawing.end_sheet(foot)
    room = A4.upper - A4.lower - height_of(ending, drawing, A4.room)
    draw_all(ending, drawing, table.draw(table.blank_rows(room), A4.upper))
    drawing.end_sheet(foot)
    return drawing.finish()


def draw_growing(
    content: InnerInventoryContent, growth: Growth, language: str, code: str = ""
) -> tuple[bytes, tuple[PlacedLine, ...]]:
    """What is printed onto the sheets of a growing inventory (W2), and where its new lines stand.

    The heading of the first sheet is that with which it was begun, also when the sheet is printed once more.
    """
    words = form(STEM, Language(language))
    drawing = _drawing(content, words, code)
    kept = growth.series.heading
    heading = kept.cells if kept is not None else _heading(content, words)
    paper = GrowingTable(
        drawing,
        LongTable(drawing.canvas, A4.left, columns(words)),
        lambda: _draw_heading(heading, words, drawing),
        _heading_height(heading, words, drawing),
        _growing_ending(content, words, drawing),
        heading,
    )
    new = () if growth.again else tuple(paper.placed(growth))
    paper.draw(growth, new, code)
    return drawing.finish(), new


def columns(words: Form) -> list[Column]:
    """The columns of appendix 3."""
    return [
        Column(caption, width * MM, centred=n in CENTRED)
        for n, (caption, width) in enumerate(zip(words.many("columns.captions"), WIDTHS, strict=True), 1)
    ]


def _drawing(content: InnerInventoryContent, words: Form, code: str) -> Drawing:
    title = _title(content.number, words, restricted=content.restricted)
    return Drawing(A4, About(title, content.organisation, words.language, code))


def _lay_out(
    content: InnerInventoryContent, words: Form, drawing: Drawing, table: LongTable
) -> list[list[Row]]:
    """The rows of each sheet, such that totals and signature have room on the last one."""
    sheet = A4.upper - A4.lower
    first = sheet - _heading_height(_heading(content, words), words, drawing)
    tail = height_of(_ending(_ended(content, 1, words), words), drawing, A4.room)
    return table.sheets(table.rows(content.lines), first, sheet, tail)


# --- the heading ---


def _heading(content: InnerInventoryContent, words: Form) -> tuple[str, ...]:
    return law.heading(content.number, restricted=content.restricted, language=words.language)


def _title(number: str, words: Form, *, restricted: bool) -> str:
    return words["heading.title" if restricted else "unrestricted.title"].format(number=number)


def _blocks_above(heading: Sequence[str], words: Form) -> list[Block]:
    number, mark = heading
    title = _title(number, words, restricted=bool(mark))
    return [Text(title, 13, Side.MIDDLE, bold=True), Gap(3 * MM)]


def _heading_height(heading: Sequence[str], words: Form, drawing: Drawing) -> float:
    """Room for the mark is kept above an unrestricted case, too: it may become restricted (paragraph 34)."""
    return (
        mark_height(drawing)
        + ABOVE_TITLE
        + height_of(_blocks_above(heading, words), drawing, drawing.frame.room)
    )


def _draw_heading(
    heading: Sequence[str], words: Form, drawing: Drawing, copy: int | None = ONE_COPY
) -> float:
    below = A4.upper - mark_height(drawing)
    if heading[1]:
        draw_mark(drawing, copy, copy)
    return draw_all(_blocks_above(heading, words), drawing, below - ABOVE_TITLE)


# --- what stands below the last line ---


def _ended(content: InnerInventoryContent, sheets: int, words: Form) -> _Ended:
    language = words.language
    return _Ended(
        documents=figures_and_words(content.documents, language),
        sheets=figures_and_words(sheets, language),
        position=content.position,
        name=content.name,
        dated=dates.short(content.dated),
    )


def _ending(ended: _Ended, words: Form) -> list[Block]:
    """Totals in figures and words, then who filled the inventory in."""
    caption = words["total.caption"]
    return [
        Gap(4 * MM),
        Filled(words["total.documents"], ended.documents, caption, after=words["total.counted"]),
        Filled(words["total.sheets"], ended.sheets, caption),
        Gap(3 * MM),
        Text(words["filler.position"]),
        Filled("", ended.position),
        Beside([Filled("", "", words["filler.signature"]), Gap(0)]),
        Filled(words["filler.name"], ended.name),
        Beside([Filled(words["filler.date"], ended.dated), Gap(0)]),
    ]


def _growing_ending(content: InnerInventoryContent, words: Form, drawing: Drawing) -> Ending:
    """The same for a growing inventory; what is kept of it are its five facts as they were printed."""

    def cells(sheets: int) -> tuple[str, ...]:
        ended = _ended(content, sheets, words)
        return ended.documents, ended.sheets, ended.position, ended.name, ended.dated

    return Ending(
        height_of(_ending(_ended(content, 1, words), words), drawing, A4.room),
        cells,
        lambda kept, top: draw_all(_ending(_Ended(*kept), words), drawing, top),
    )
