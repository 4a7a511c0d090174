"""The duty officer's list (paragraph 13): the covers taken out of hours, handed over unopened against signatures.

Each officer signs for what he himself took: lists of several are one printing, each counts its sheets by itself.
"""

from collections.abc import Sequence

from dspdesk.language import dates
from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import figures_and_words
from dspdesk.law.duty_handover import CoverTaken, DutyHandoverContent
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import Beside, Block, Filled, Gap, Signature, Text
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.flow import Flow
from dspdesk.reports.kit.frame import A4, MM
from dspdesk.reports.kit.long_table import Column, LongTable, Row
from dspdesk.reports.wording import Form, form, shared

STEM = "duty_handover"

#: Widths of the columns in millimetres.
WIDTHS = (10, 23, 37, 32, 24, 25, 19)
TITLE = 13.0
BLANK_ROWS = 10
BLANK_ROW = 11 * MM


def draw(contents: Sequence[DutyHandoverContent], language: str, code: str = "") -> bytes:
    """The lists as PDF, one after the other."""
    words = form(STEM, Language(language))
    drawing = _drawing(words, contents[0].organisation, code)
    for content in contents:
        flow = Flow(drawing)
        _fill(flow, drawing, content, words)
        flow.finish()
    return drawing.finish()


def sample(language: str) -> list[DutyHandoverContent]:
    """Three covers of an invented night."""
    return [samples.duty_list(Language(language))]


def blank(language: str) -> bytes:
    """The list to be written on by hand (W11): that is how most of them are begun."""
    words = form(STEM, Language(language))
    drawing = _drawing(words, "", "")
    flow = Flow(drawing)
    _fill(flow, drawing, DutyHandoverContent(organisation=""), words)
    flow.finish_blank(shared(words.language)["sheet.blank"])
    return drawing.finish()


def _drawing(words: Form, organisation: str, code: str) -> Drawing:
    return Drawing(A4, About(words["heading.title"], organisation, words.language, code))


def _fill(flow: Flow, drawing: Drawing, content: DutyHandoverContent, words: Form) -> None:
    body: Block = (
        Text(content.organisation, side=Side.MIDDLE)
        if content.organisation
        else Filled("", caption=words["heading.organisation"])
    )
    title = Text(words["heading.title"], TITLE, Side.MIDDLE, bold=True)
    flow.add(body, Gap(4 * MM), title, Gap(2 * MM))
    columns = [
        Column(caption, width * MM, centred=place == 0)
        for place, (caption, width) in enumerate(zip(words.many("table.captions"), WIDTHS, strict=True))
    ]
    table = LongTable(drawing.canvas, drawing.frame.left, columns)
    rows = table.rows(_line(place, cover, words) for place, cover in enumerate(content.covers, 1))
    flow.table(table, rows or [Row(BLANK_ROW)] * BLANK_ROWS, _foot(content, words))


def _foot(content: DutyHandoverContent, words: Form) -> list[Block]:
    """How many covers, in figures and words, that they were not opened, and the two who sign for it."""
    at = content.handed_over_at
    caption = shared(words.language)["figures.caption"]
    return [
        Filled(words["total.covers"], _total(content, words.language), caption),
        Gap(2 * MM),
        Text(words["heading.statement"]),
        Gap(3 * MM),
        Text(words["signatures.given"]),
        Signature(content.given_position, content.given_by),
        Gap(3 * MM),
        Text(words["signatures.accepted"]),
        Signature(content.accepted_position, content.accepted_by),
        Beside(
            [
                Filled(words["signatures.date"], dates.short(at) if at else ""),
                Filled(words["signatures.time"], f"{at:%H:%M}" if at else ""),
            ]
        ),
    ]


def _total(content: DutyHandoverContent, language: Language) -> str:
    return figures_and_words(len(content.covers), language) if content.covers else ""


def _line(place: int, cover: CoverTaken, words: Form) -> tuple[str, ...]:
    return (
        str(place),
        dates.day_and_time(cover.received_at),
        cover.sender,
        cover.cover_numbers,
        cover.bearer,
        _condition(cover, words),
        words["condition.personal"] if cover.personal else "",
    )


def _condition(cover: CoverTaken, words: Form) -> str:
    """What is known of the cover; nothing leaves room to write."""
    said = []
    if cover.sealed is not None:
        said.append(words["condition.sealed" if cover.sealed else "condition.not_sealed"])
    if cover.intact is not None:
        said.append(words["condition.intact" if cover.intact else "condition.not_intact"])
    return ", ".join(said)
