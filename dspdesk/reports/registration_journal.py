"""The registration journal of one year: appendix 2 and the inscriptions of paragraph 15.

All fourteen columns stand side by side on a lying A4 sheet, sewn at the left. The certifying inscription and, when
the journal is closed, the closing inscription stand together on the last sheet.
"""

from collections.abc import Mapping, Sequence

from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import figures, figures_and_words
from dspdesk.law.growing import Growth, PlacedLine
from dspdesk.law.registration_journal import ClosingInscription, Line, RegistrationJournalContent
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import Beside, Block, Filled, Gap, Signature, Text, draw_all, height_of
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.frame import A4_LANDSCAPE, MM
from dspdesk.reports.kit.growing import Ending, GrowingTable
from dspdesk.reports.kit.long_table import Column, LongTable, Row
from dspdesk.reports.kit.mark import draw_mark, mark_height
from dspdesk.reports.wording import Form, form, shared

STEM = "registration_journal"

#: Widths of the columns in millimetres, 257 together; no word of a caption is divided at them.
WIDTHS = (19.7, 19.7, 24, 29.5, 9.5, 9.5, 13, 20, 16, 21, 21, 16.5, 18.5, 19.1)
CENTRED = frozenset({5, 6})
#: Captions wider than what stands under them are turned upwards.
UPRIGHT = frozenset({5, 6, 7, 13})
#: Shared captions of columns, under their key in the wording.
SHARED = {5: "columns.sheets", 6: "columns.sheets", 10: "columns.receipt", 11: "columns.receipt"}
#: Room to sign by hand, below the date and the name.
SIGNING = {10: 8 * MM, 11: 8 * MM}
#: What is stated of numbers that a closed journal does not have.
NONE = "–"
ABOVE_TITLE = 2 * MM


def draw(content: RegistrationJournalContent, language: str, code: str = "") -> bytes:
    """The journal as PDF, with the words of appendix 2 in that language; `code` is of the printout, if printed."""
    return _draw(content, Language(language), code)


def draw_several(contents: Sequence[RegistrationJournalContent], language: str, code: str = "") -> bytes:
    """Several journals one after the other, each numbering its own sheets: the bundle of a closed year."""
    words = form(STEM, Language(language))
    organisation = contents[0].organisation if contents else ""
    drawing = Drawing(A4_LANDSCAPE, About(words["heading.title"], organisation, words.language, code))
    for content in contents:
        _draw_journal(content, words, drawing)
    return drawing.finish()


def sample(language: str) -> RegistrationJournalContent:
    """A closed journal of invented entries."""
    return samples.journal(Language(language))


def blank(language: str) -> bytes:
    """The form to be written on by hand (W11): a sheet to begin with, and the last one with its inscriptions."""
    return _draw(None, Language(language), "")


def draw_blank(content: RegistrationJournalContent, language: str, sheets: int, code: str = "") -> bytes:
    """Sheets of one journal to be written on by hand on a day without the computer (W11), without inscriptions."""
    words = form(STEM, Language(language))
    about = About(words["heading.title"], content.organisation, words.language, code)
    drawing = Drawing(A4_LANDSCAPE, about)
    table = LongTable(drawing.canvas, A4_LANDSCAPE.left, columns(words))
    for number in range(sheets):
        top = A4_LANDSCAPE.upper if number else _draw_heading(content, words, drawing)
        table.draw(table.blank_rows(top - A4_LANDSCAPE.lower), top)
        drawing.end_sheet(shared(words.language)["sheet.blank"])
    return drawing.finish()


def draw_growing(
    content: RegistrationJournalContent, growth: Growth, language: str, code: str = ""
) -> tuple[bytes, tuple[PlacedLine, ...]]:
    """What is printed onto the sheets of a growing journal (W2), and where its new lines stand."""
    words = form(STEM, Language(language))
    about = About(words["heading.title"], content.organisation, words.language, code)
    drawing = Drawing(A4_LANDSCAPE, about)
    paper = GrowingTable(
        drawing,
        LongTable(drawing.canvas, A4_LANDSCAPE.left, columns(words)),
        lambda: _draw_heading(content, words, drawing),
        _heading_height(content, words, drawing),
        _ending(content, words, drawing),
    )
    new = () if growth.again else tuple(paper.placed(growth))
    paper.draw(growth, new, code)
    return drawing.finish(), new


def _ending(content: RegistrationJournalContent, words: Form, drawing: Drawing) -> Ending:
    """Both inscriptions; who certified how many sheets is kept with them."""

    def blocks(cells: tuple[str, ...]) -> list[Block]:
        sheets, position, name = cells
        return [*certified(position, name, words, int(sheets)), *closed(content.closing, words)]

    def cells(sheets: int) -> tuple[str, ...]:
        return str(sheets), content.position, content.certified_by

    return Ending(
        height_of(blocks(cells(1)), drawing, A4_LANDSCAPE.room),
        cells,
        lambda kept, top: draw_all(blocks(kept), drawing, top),
    )


def columns(words: Form) -> list[Column]:
    """The columns of appendix 2."""
    return [
        Column(
            caption,
            width * MM,
            group=words[SHARED[n]] if n in SHARED else "",
            centred=n in CENTRED,
            upright=n in UPRIGHT,
            signing=SIGNING.get(n, 0.0),
        )
        for n, (caption, width) in enumerate(zip(words.many("columns.captions"), WIDTHS, strict=True), 1)
    ]


def full_captions(words: Form) -> dict[int, str]:
    """The captions by their columns, each with the one it shares: "5. Количество листов: документа"."""
    captions = enumerate(words.many("columns.captions"), 1)
    return {n: f"{n}. {words[SHARED[n]]}: {own}" if n in SHARED else f"{n}. {own}" for n, own in captions}


def _draw(content: RegistrationJournalContent | None, language: Language, code: str) -> bytes:
    words = form(STEM, language)
    organisation = content.organisation if content else ""
    drawing = Drawing(A4_LANDSCAPE, About(words["heading.title"], organisation, language, code))
    _draw_journal(content, words, drawing)
    return drawing.finish()


def _draw_journal(content: RegistrationJournalContent | None, words: Form, drawing: Drawing) -> None:
    table = LongTable(drawing.canvas, A4_LANDSCAPE.left, columns(words))
    sheets = _lay_out(content, words, drawing, table)
    for number, rows in enumerate(sheets, 1):
        top = _draw_heading(content, words, drawing) if number == 1 else A4_LANDSCAPE.upper
        end = table.draw(rows, top) if rows else top
        if number == len(sheets):
            draw_all(_inscriptions(content, words, len(sheets)), drawing, end)
        drawing.end_sheet(
            drawing.numbered(number, len(sheets)) if content else shared(words.language)["sheet.blank"]
        )


def _lay_out(
    content: RegistrationJournalContent | None, words: Form, drawing: Drawing, table: LongTable
) -> list[list[Row]]:
    """The rows of each sheet, such that the inscriptions have room on the last one."""
    sheet = A4_LANDSCAPE.upper - A4_LANDSCAPE.lower
    first = sheet - _heading_height(content, words, drawing)
    tail = height_of(_inscriptions(content, words, 1), drawing, A4_LANDSCAPE.room)
    if content is None:
        return [table.blank_rows(first), table.blank_rows(sheet - tail)]
    return divided(content.lines, table, first, tail)


def divided(lines: Sequence[Line], table: LongTable, first: float, tail: float) -> list[list[Row]]:
    """Lines on sheets, the first of which has so much room; `tail` is what stands below the last row."""
    sheet = A4_LANDSCAPE.upper - A4_LANDSCAPE.lower
    if not lines:
        return [table.blank_rows(first - tail)]
    return table.sheets(table.rows(lines), first, sheet, tail)


def _heading(content: RegistrationJournalContent | None, words: Form) -> list[Block]:
    """Title, whose journal, of what and of which year; on a blank form lines to write these on."""
    title = Text(words["heading.title"], 13, Side.MIDDLE, bold=True)
    if content is None:
        lines = [Filled("", caption=words["organisation.caption"]), Filled("", caption=words["flow.caption"])]
        return [title, Beside(lines), Gap(2 * MM)]
    flow = words[f"flow.{content.kind}"].format(year=content.year)
    return [
        title,
        Gap(MM),
        Text(content.organisation, side=Side.MIDDLE),
        Text(flow, side=Side.MIDDLE),
        Gap(3 * MM),
    ]


def _heading_height(content: RegistrationJournalContent | None, words: Form, drawing: Drawing) -> float:
    blocks = height_of(_heading(content, words), drawing, A4_LANDSCAPE.room)
    return mark_height(drawing) + ABOVE_TITLE + blocks


def _draw_heading(content: RegistrationJournalContent | None, words: Form, drawing: Drawing) -> float:
    if content is None:
        below = draw_mark(drawing, None, None)
    else:
        below = draw_mark(drawing, content.copy_number, content.copies_printed)
    return draw_all(_heading(content, words), drawing, below - ABOVE_TITLE)


def _inscriptions(content: RegistrationJournalContent | None, words: Form, sheets: int) -> list[Block]:
    """What stands on the last sheet: how many sheets there are and, of a closed journal, its counts."""
    if content is None:
        signature = Signature("", "")
        return [*_certifying("", words), signature, *_closing({}, words), signature]
    return [
        *certified(content.position, content.certified_by, words, sheets),
        *closed(content.closing, words),
    ]


def certified(position: str, name: str, words: Form, sheets: int) -> list[Block]:
    """The certifying inscription: how many sheets, and who says so."""
    return [*_certifying(figures_and_words(sheets, words.language), words), Signature(position, name)]


def closed(closing: ClosingInscription | None, words: Form) -> list[Block]:
    """The closing inscription of a closed journal with its signature, nothing of an open one."""
    if closing is None:
        return []
    return [*_closing(_counts(closing, words.language), words), Signature(closing.position, closing.name)]


def _certifying(sheets: str, words: Form) -> list[Block]:
    return [
        Gap(6 * MM),
        Text(words["certifying.statement"]),
        Filled(words["certifying.sheets"], sheets, shared(words.language)["figures.caption"]),
    ]


def _closing(counts: Mapping[str, str], words: Form) -> list[Block]:
    """The counts of a closed journal; annulled numbers, of which the law says nothing, on a line of their own."""

    def line(key: str, caption: str = "") -> Filled:
        return Filled(words[key], counts.get(key, ""), caption)

    return [
        Gap(3 * MM),
        line("closing.registered", shared(words.language)["figures.caption"]),
        Beside([line("closing.first"), line("closing.last")]),
        Beside([line("closing.lettered"), line("closing.skipped")]),
        line("annulled.count"),
    ]


def closing_lines(closing: ClosingInscription, language: str) -> list[tuple[str, str]]:
    """The closing inscription as pairs of caption and count, in the words of the paper."""
    words = form(STEM, Language(language))
    return [(words[key], count) for key, count in _counts(closing, words.language).items()]


def _counts(closing: ClosingInscription, language: Language) -> dict[str, str]:
    """The counts as they are written, under the keys of their wording."""
    return {
        "closing.registered": figures_and_words(closing.documents, language),
        "closing.first": closing.first or NONE,
        "closing.last": closing.last or NONE,
        "closing.lettered": figures(closing.lettered),
        "closing.skipped": figures(closing.skipped),
        "annulled.count": figures(closing.annulled),
    }
