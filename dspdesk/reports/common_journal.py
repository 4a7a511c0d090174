"""A common journal (paragraph 15, part 1): its sections one after another, each beginning a sheet.

The sheets are numbered throughout and certified once, on the last one; what is counted of a closed section stands
below its own last line.
"""

from collections.abc import Sequence

from dspdesk.language.catalogue import Language
from dspdesk.law.common_journal import CommonJournalContent
from dspdesk.law.registration_journal import RegistrationJournalContent
from dspdesk.reports import registration_journal as journal
from dspdesk.reports.kit.blocks import Block, Gap, Text, draw_all, height_of
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.frame import A4_LANDSCAPE, MM
from dspdesk.reports.kit.long_table import LongTable, Row
from dspdesk.reports.kit.mark import draw_mark, mark_height
from dspdesk.reports.wording import Form, form

_SHEET = A4_LANDSCAPE.upper - A4_LANDSCAPE.lower


def draw(content: CommonJournalContent, language: str, code: str = "") -> bytes:
    """The whole journal as PDF; `code` is of the printout, if it is printed."""
    words = form(journal.STEM, Language(language))
    drawing = Drawing(A4_LANDSCAPE, About(words["heading.title"], content.organisation, words.language, code))
    table = LongTable(drawing.canvas, A4_LANDSCAPE.left, journal.columns(words))
    sections = [_lay_out(content, place, words, drawing, table) for place in range(len(content.sections))]
    total, number = sum(map(len, sections)), 0
    for place, sheets in enumerate(sections):
        for at, rows in enumerate(sheets, 1):
            number += 1
            top = _draw_heading(content, place, words, drawing) if at == 1 else A4_LANDSCAPE.upper
            end = table.draw(rows, top) if rows else top
            if at == len(sheets):
                draw_all(_tail(content, place, words, total), drawing, end)
            drawing.end_sheet(drawing.numbered(number, total))
    return drawing.finish()


def _lay_out(
    content: CommonJournalContent, place: int, words: Form, drawing: Drawing, table: LongTable
) -> list[list[Row]]:
    """The rows of each sheet of one section, with room for what stands above and below them."""
    above = height_of(_heading(content, place, words), drawing, A4_LANDSCAPE.room)
    if place == 0:
        above += mark_height(drawing) + journal.ABOVE_TITLE
    tail = height_of(_tail(content, place, words, 1), drawing, A4_LANDSCAPE.room)
    return journal.divided(content.sections[place].lines, table, _SHEET - above, tail)


def _draw_heading(content: CommonJournalContent, place: int, words: Form, drawing: Drawing) -> float:
    top = A4_LANDSCAPE.upper
    if place == 0:
        top = draw_mark(drawing, content.copy_number, content.copies_printed) - journal.ABOVE_TITLE
    return draw_all(_heading(content, place, words), drawing, top)


def _heading(content: CommonJournalContent, place: int, words: Form) -> list[Block]:
    """Above the first section what the whole journal is; above each its own name."""
    section = _section_name(content.sections[place], words)
    if place:
        return [Text(section, 13, Side.MIDDLE, bold=True), Gap(3 * MM)]
    return [
        Text(words["heading.title"], 13, Side.MIDDLE, bold=True),
        Gap(MM),
        Text(content.organisation, side=Side.MIDDLE),
        Text(words["common.title"].format(year=content.year), side=Side.MIDDLE),
        Gap(2 * MM),
        Text(section, 13, Side.MIDDLE, bold=True),
        Gap(3 * MM),
    ]


def _section_name(section: RegistrationJournalContent, words: Form) -> str:
    flow = words[f"flow.{section.kind}"].format(year=section.year)
    return words["common.section"].format(flow=flow)


def _tail(content: CommonJournalContent, place: int, words: Form, sheets: int) -> list[Block]:
    """Below a section its closing inscription, below the last one also how many sheets there are."""
    closing: Sequence[Block] = journal.closed(content.sections[place].closing, words)
    if place < len(content.sections) - 1:
        return list(closing)
    return [*journal.certified(content.position, content.certified_by, words, sheets), *closing]
