"""The filing plan of a year (paragraph 28): unclassified, A4, five columns, a row for each unit, approved by the head.

The headings with the mark are shown with it; the plan itself says nothing that is restricted.
"""

from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import figures_and_words
from dspdesk.law.filing_plan import FilingPlanContent, PlanLine
from dspdesk.law.retention import Period
from dspdesk.reports import samples
from dspdesk.reports.kit.approval import Approval
from dspdesk.reports.kit.blocks import Beside, Block, Filled, Gap, Signature, Text
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.flow import Flow
from dspdesk.reports.kit.frame import A4, MM
from dspdesk.reports.kit.long_table import Column, LongTable, Row
from dspdesk.reports.wording import Form, form, shared

STEM = "filing_plan"

#: Widths of the columns in millimetres.
WIDTHS = (19, 68, 22, 36, 25)
CENTRED = frozenset({1, 3})
TITLE = 13.0


def draw(content: FilingPlanContent, language: str, code: str = "") -> bytes:
    """The plan as PDF."""
    words = form(STEM, Language(language))
    drawing = Drawing(A4, About(words["heading.title"], content.organisation, words.language, code))
    flow = Flow(drawing)
    flow.add(*_heading(content, words))
    columns = [
        Column(caption, width * MM, centred=place in CENTRED)
        for place, (caption, width) in enumerate(zip(words.many("table.captions"), WIDTHS, strict=True), 1)
    ]
    table = LongTable(drawing.canvas, A4.left, columns)
    flow.table(table, _rows(content, table), _foot(content, words))
    flow.finish()
    return drawing.finish()


def sample(language: str) -> FilingPlanContent:
    """The plan of an invented body."""
    return samples.filing_plan(Language(language))


def _heading(content: FilingPlanContent, words: Form) -> list[Block]:
    return [
        Text(content.organisation, side=Side.MIDDLE),
        Gap(4 * MM),
        Approval(content.approves_position, content.approves_name),
        Gap(6 * MM),
        *(Text(line, TITLE, Side.MIDDLE, bold=True) for line in title_lines(content, words)),
    ]


def title_lines(content: FilingPlanContent, words: Form) -> list[str]:
    """Which plan it is, line by line: the year stands where the language has it."""
    return [line.format(year=content.year) for line in words.many("heading.lines")]


def _rows(content: FilingPlanContent, table: LongTable) -> list[Row]:
    rows: list[Row] = []
    for unit in content.units:
        rows += [table.spanning(unit.name), *table.rows(_cells(line) for line in unit.lines)]
    return rows


def _cells(line: PlanLine) -> tuple[str, ...]:
    return (line.case_index, line.heading, line.expected, line.retention, line.notes)


def _foot(content: FilingPlanContent, words: Form) -> list[Block]:
    """How many headings, in figures and words, and by their periods; who has drawn the plan up signs below."""
    total = figures_and_words(content.headings, words.language)
    counts = {period.value: content.periods.get(period, 0) for period in Period}
    return [
        Filled(words["total.headings"], total, shared(words.language)["figures.caption"]),
        Gap(1 * MM),
        Text(words["total.periods"].format(**counts), 11),
        Gap(5 * MM),
        Signature(content.signs_position, content.signs_name),
        Gap(3 * MM),
        Beside([Filled(words["signing.date"]), Gap(0)]),
    ]
