"""The registration card of one item (paragraph 15): the fields of appendix 2 on a lying A5 sheet.

Each card numbers its sheets by itself; only one with very long texts has a second sheet.
"""

from collections.abc import Iterable, Mapping, Sequence

from dspdesk.language.catalogue import Language
from dspdesk.law.registration_card import RegistrationCardContent
from dspdesk.law.registration_journal import COLUMNS
from dspdesk.reports import registration_journal, samples
from dspdesk.reports.kit.blocks import Beside, Block, Filled, Text, draw_all, height_of
from dspdesk.reports.kit.boxes import Band, Box, sheets_of
from dspdesk.reports.kit.drawing import About, Drawing
from dspdesk.reports.kit.frame import A5_LANDSCAPE as SHEET
from dspdesk.reports.kit.frame import MM
from dspdesk.reports.kit.mark import draw_mark, mark_height
from dspdesk.reports.wording import Form, form, shared

STEM = "registration_card"

#: The bands of the card: columns of appendix 2 with their shares of the width.
ABOVE_MOVEMENTS = (
    ((1, 0.5), (2, 0.5)),
    ((3, 0.46), (5, 0.18), (6, 0.18), (7, 0.18)),
    ((4, 1.0),),
    ((8, 0.6), (9, 0.4)),
)
MOVEMENTS = ((10, 0.5), (11, 0.5))
BELOW_MOVEMENTS = ((12, 0.4), (13, 0.3), (14, 0.3))
#: Lines to write on where a field that is usually long is not known.
LONG = {4: 2}
#: Lines for movements: so many in all, and one of them empty.
LEAST_MOVEMENTS = 3
#: Words between the movements of one column, as `law.registration_journal.line` sets them.
BETWEEN = "; "
#: A card is kept in one copy.
ONE_COPY = 1
MARK_SIZE = 10.0
TITLE_WIDTH = 112 * MM
GAP = 2 * MM


def draw(contents: Sequence[RegistrationCardContent], language: str, code: str = "") -> bytes:
    """The cards as PDF, each on a sheet of its own, with the words of appendix 2 in that language.

    Of nothing there is one empty card, as an empty journal is one empty table.
    """
    return _draw(contents or [None], Language(language), code)


def sample(language: str) -> list[RegistrationCardContent]:
    """Two cards of invented items, one of them still to be completed."""
    return samples.cards(Language(language))


def blank(language: str) -> bytes:
    """The card to be written on by hand (W11)."""
    return _draw([None], Language(language), "")


def _draw(contents: Sequence[RegistrationCardContent | None], language: Language, code: str) -> bytes:
    words = form(STEM, language)
    organisation = contents[0].organisation if contents[0] else ""
    drawing = Drawing(SHEET, About(words["heading.title"], organisation, language, code))
    for content in contents:
        _draw_card(content, drawing, words)
    return drawing.finish()


def _draw_card(content: RegistrationCardContent | None, drawing: Drawing, words: Form) -> None:
    heading = _heading(content, words)
    first = max(height_of(heading, drawing, TITLE_WIDTH), mark_height(drawing, MARK_SIZE)) + GAP
    sheets = sheets_of(_bands(content, words.language), drawing, first)
    for number, bands in enumerate(sheets, 1):
        if number == 1:
            draw_mark(drawing, ONE_COPY if content else None, ONE_COPY if content else None, MARK_SIZE)
            draw_all(heading, drawing, SHEET.upper, TITLE_WIDTH)
        draw_all(bands, drawing, SHEET.upper - (first if number == 1 else 0))
        drawing.end_sheet(
            drawing.numbered(number, len(sheets)) if content else shared(words.language)["sheet.blank"]
        )


def _heading(content: RegistrationCardContent | None, words: Form) -> list[Block]:
    """What the card is, the number of its item, whose journal it belongs to."""
    title = Text(words["heading.title"], 11, bold=True)
    journal = form(registration_journal.STEM, words.language)
    if content is None:
        number_line = Filled(words["number.number"].format(number=""))
        return [title, Beside([number_line, Filled("", caption=journal["organisation.caption"])])]
    flow = journal[f"flow.{content.kind}"].format(year=content.year)
    number = words["number.number"].format(number=content.number)
    return [title, Text(number, 13, bold=True), Text(content.organisation, MARK_SIZE), Text(flow, MARK_SIZE)]


def _bands(content: RegistrationCardContent | None, language: Language) -> list[Band]:
    """All fourteen fields; movements one below the other, with lines left for those to come."""
    values = content.line if content else ("",) * COLUMNS
    captions = registration_journal.full_captions(form(registration_journal.STEM, language))

    def band(fields: Iterable[tuple[int, float]]) -> Band:
        return Band([Box(captions[n], values[n - 1], share, LONG.get(n, 1)) for n, share in fields])

    return [*map(band, ABOVE_MOVEMENTS), *_movements(values, captions), band(BELOW_MOVEMENTS)]


def _movements(values: Sequence[str], captions: Mapping[int, str]) -> list[Band]:
    columns = [[part for part in values[n - 1].split(BETWEEN) if part] for n, _ in MOVEMENTS]
    lines = max(LEAST_MOVEMENTS, *(len(column) + 1 for column in columns))
    return [
        Band(
            [
                Box(captions[n] if at == 0 else "", column[at] if at < len(column) else "", share)
                for (n, share), column in zip(MOVEMENTS, columns, strict=True)
            ]
        )
        for at in range(lines)
    ]
