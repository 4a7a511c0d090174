"""The reminder slip (W7): half a sheet of A4 for an executor, with what is overdue and what is due within three days.

It is one sheet: of more documents than fit the latest are only counted.
"""

from collections.abc import Sequence

from dspdesk.language.catalogue import Language
from dspdesk.law.registration_journal import short
from dspdesk.law.reminder_slip import ReminderSlipContent, SlipLine
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import Block, Gap, Signature, Text, draw_all, height_of
from dspdesk.reports.kit.drawing import About, Drawing
from dspdesk.reports.kit.frame import A5_LANDSCAPE as SHEET
from dspdesk.reports.kit.frame import MM
from dspdesk.reports.kit.mark import draw_mark, mark_height
from dspdesk.reports.kit.one_line_table import Column, OneLineTable
from dspdesk.reports.wording import Form, form

STEM = "reminder_slip"
SIZE = 10.0
#: The shares of the columns.
SHARES = (0.13, 0.39, 0.24, 0.12, 0.12)
#: Width of what stands beside the mark.
BESIDE_MARK = 112 * MM
#: What is higher does not stand beside the mark.
HIGHEST_BESIDE = 22 * MM
_ONE_COPY = 1


def draw(content: ReminderSlipContent, language: str, code: str = "") -> bytes:
    """The slip as PDF, one sheet whatever there is to remind of."""
    words = form(STEM, Language(language))
    about = About(words["heading.title"], content.organisation, Language(language), code)
    drawing = Drawing(SHEET, about)
    top = _draw_head(content, words, drawing) - 2 * MM
    above, below = _above(words), _below(content, words)
    room = top - SHEET.lower - height_of([*above, *below], drawing, SHEET.room)
    table = _fitting(content.lines, words, drawing, room)
    draw_all([*above, table, *below], drawing, top)
    drawing.end_sheet(drawing.numbered(1, 1))
    return drawing.finish()


def sample(language: str) -> ReminderSlipContent:
    """A slip with a document overdue, one due on the day and one due within three days."""
    return samples.slip(Language(language))


def _draw_head(content: ReminderSlipContent, words: Form, drawing: Drawing) -> float:
    """Whose slip it is and to whom, beside the mark; a long addressee stands below it over the whole width."""
    draw_mark(drawing, _ONE_COPY, _ONE_COPY, SIZE)
    body: list[Block] = [Text(content.organisation, SIZE), Gap(1.5 * MM)]
    to = _to(content, words)
    long = height_of([*body, *to], drawing, BESIDE_MARK) > HIGHEST_BESIDE
    end, below = draw_all(body, drawing, SHEET.upper, BESIDE_MARK), SHEET.upper - mark_height(drawing, SIZE)
    if long:
        return draw_all(to, drawing, min(end, below))
    return min(draw_all(to, drawing, end, BESIDE_MARK), below)


def _to(content: ReminderSlipContent, words: Form) -> list[Block]:
    addressed = ", ".join(part for part in (content.position, content.unit) if part)
    return [
        *([Text(addressed, SIZE)] if addressed else []),
        Text(words["to.to"].format(name=content.name), 11, bold=True),
    ]


def _above(words: Form) -> list[Block]:
    return [Text(words["heading.title"], 13, bold=True), Gap(1 * MM), Text(words["text.before"], SIZE)]


def _below(content: ReminderSlipContent, words: Form) -> list[Block]:
    return [
        Gap(1.5 * MM),
        Text(words["text.after"], SIZE),
        Signature(content.signs_position, content.signs_name),
        Text(short(content.on), SIZE),
    ]


def _fitting(lines: Sequence[SlipLine], words: Form, drawing: Drawing, room: float) -> OneLineTable:
    """The rows for which there is room; the others are counted below them."""
    titles = words.many("table.columns")
    figures = (False, False, False, False, True)
    columns = [Column(*one) for one in zip(titles, SHARES, figures, strict=True)]
    rows = [
        (line.number, line.matter, line.resolution, short(line.due_on), _days(line, words)) for line in lines
    ]
    whole = OneLineTable(columns, rows, size=9.5)
    fit = int((room - whole.head_height(drawing, SHEET.room)) / whole.row_height)
    if len(rows) <= fit:
        return whole
    shown = max(fit - 1, 1)
    return OneLineTable(columns, rows[:shown], words["table.more"].format(number=len(rows) - shown), size=9.5)


def _days(line: SlipLine, words: Form) -> str:
    """Days late; of what is not late yet the word that says so."""
    if line.days < 0:
        return str(-line.days)
    return words["table.today"] if line.days == 0 else words["table.left"].format(days=line.days)
