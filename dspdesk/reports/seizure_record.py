"""The record of a seizure of documents (paragraph 42, part 2): our own form, signed by both sides and those present.

It bears the mark when the case is restricted (paragraph 34). Printed after originals came back, it notes each return.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dspdesk.language import dates
from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import figures_and_words
from dspdesk.law.seizure_record import BackOnPaper, SeizedLine, SeizureRecordContent
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import Beside, Block, Filled, Gap, Signature, Text
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.flow import Flow
from dspdesk.reports.kit.frame import A4, MM
from dspdesk.reports.kit.long_table import Column, LongTable, Row
from dspdesk.reports.kit.mark import draw_mark, mark_height
from dspdesk.reports.wording import Form, form, shared

STEM = "seizure_record"

#: Widths of the columns in millimetres.
WIDTHS = (10, 38, 56, 12, 18, 19, 17)
CENTRED = frozenset({0, 3, 4, 5, 6})
#: The columns with the numbers of sheets share a caption.
COUNTED = frozenset({5, 6})
TITLE = 13.0
BLANK_ROWS = 4
BLANK_ROW = 9 * MM
#: Lines for those present, on a blank form.
BLANK_PRESENT = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """The dissemination marking at the top right of the first sheet."""

    def height(self, drawing: Drawing, width: float) -> float:  # noqa: ARG002 - of every block
        """Its own."""
        return mark_height(drawing)

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:  # noqa: ARG002 - of every block
        """Where it always stands."""
        draw_mark(drawing, None, None)


def draw(content: SeizureRecordContent, language: str, code: str = "") -> bytes:
    """The record as PDF."""
    words = form(STEM, Language(language))
    drawing = _drawing(words, content.organisation, code)
    flow = Flow(drawing)
    _fill(flow, drawing, content, words)
    flow.finish()
    return drawing.finish()


def sample(language: str) -> SeizureRecordContent:
    """Two documents seized from an invented case."""
    return samples.seizure(Language(language))


def blank(language: str) -> bytes:
    """The record to be written on by hand (W11)."""
    words = form(STEM, Language(language))
    drawing = _drawing(words, "", "")
    flow = Flow(drawing)
    _fill(flow, drawing, SeizureRecordContent(present=("",) * BLANK_PRESENT), words)
    flow.finish_blank(shared(words.language)["sheet.blank"])
    return drawing.finish()


def _drawing(words: Form, organisation: str, code: str) -> Drawing:
    return Drawing(A4, About(words["heading.title"], organisation, words.language, code))


def _fill(flow: Flow, drawing: Drawing, content: SeizureRecordContent, words: Form) -> None:
    flow.add(*_heading(content, words))
    for block in _said(content, words):
        flow.add_all(block.lines(drawing, drawing.frame.room))
    flow.add(Gap(3 * MM), Text(words["seized.statement"]))
    table = LongTable(drawing.canvas, drawing.frame.left, _columns(words))
    rows = table.rows(_line(place, line, words) for place, line in enumerate(content.lines, 1))
    flow.table(table, rows or [Row(BLANK_ROW)] * BLANK_ROWS, _totals(content, words))
    flow.add(Gap(3 * MM), Text(words["closing.copies"]))
    _sign(flow, content, words)
    for place, back in enumerate(content.returns):
        title = [] if place else [Text(words["back.title"], bold=True)]
        flow.add(
            Gap(4 * MM),
            *title,
            Text(_returned(back, words)),
            Text(words["back.accepted"], bold=True),
            Signature("", ""),
        )


def _returned(back: BackOnPaper, words: Form) -> str:
    """What came back together, as the record notes it."""
    pattern = words["back.several" if len(back.places) > 1 else "back.one"]
    places = ", ".join(map(str, back.places))
    return pattern.format(date=dates.short(back.on), places=places, paper=back.paper, who=back.brought_by)


def _heading(content: SeizureRecordContent, words: Form) -> Iterator[Block]:
    if content.restricted:
        yield Mark()
        yield Gap(3 * MM)
    if content.organisation:
        yield Text(content.organisation, side=Side.MIDDLE)
    else:
        yield Filled("", caption=words["heading.organisation"])
    yield Gap(5 * MM)
    number = "_____" if content.number is None else content.number
    yield Text(words["heading.numbered"].format(number=number), TITLE, Side.MIDDLE, bold=True)
    date = dates.long(content.dated, words.language) if content.dated else ""
    yield Beside([Filled(words["heading.date"], date), Filled(words["heading.place"], content.locality)])


def _said(content: SeizureRecordContent, words: Form) -> list[Filled]:
    """By whom, on what basis, from which case."""
    facts = {"case": content.case, "heading": content.heading}
    case = words["seized.case_line"].format_map(facts) if content.case else ""
    said = (
        ("authority", content.authority),
        ("official", content.official),
        ("basis", content.basis),
        ("case", case),
    )
    return [Filled(words[f"seized.{name}"], value, words[f"seized.{name}_caption"]) for name, value in said]


def _columns(words: Form) -> list[Column]:
    captions = words.many("table.captions")
    return [
        Column(
            caption,
            width * MM,
            group=words["table.sheets"] if place in COUNTED else "",
            centred=place in CENTRED,
        )
        for place, (caption, width) in enumerate(zip(captions, WIDTHS, strict=True))
    ]


def _line(place: int, line: SeizedLine, words: Form) -> list[str]:
    first, last = line.first_sheet, line.last_sheet
    return [
        str(place),
        _named(line, words),
        line.heading,
        "" if line.copy is None else str(line.copy),
        str(first) if first == last else f"{first}–{last}",
        str(line.sheets),
        "" if line.copy_sheets is None else str(line.copy_sheets),
    ]


def _named(line: SeizedLine, words: Form) -> str:
    number = f"№ {line.number}" if any(map(str.isdigit, line.number)) else line.number
    if line.dated is None:
        return words["table.undated"].format(number=number)
    date = dates.short(line.dated)
    pattern = words["table.dated"] if number else words["table.only_dated"]
    return pattern.format(number=number, date=date)


def _totals(content: SeizureRecordContent, words: Form) -> list[Block]:
    caption = shared(words.language)["figures.caption"]
    documents = sheets = ""
    if content.lines:
        documents = figures_and_words(len(content.lines), words.language)
        sheets = figures_and_words(sum(line.sheets for line in content.lines), words.language)
    counted = (("documents", documents), ("sheets", sheets))
    return [Beside([Filled(words[f"total.{name}"], value, caption) for name, value in counted])]


def _sign(flow: Flow, content: SeizureRecordContent, words: Form) -> None:
    """Both sides, then those present; each with the words that say what as."""
    flow.add(Gap(3 * MM), Text(words["closing.given"], bold=True), Signature(content.position, content.name))
    flow.add(Gap(2 * MM), Text(words["closing.taken"], bold=True), Signature(content.official, ""))
    if not content.present:
        return
    first, *others = (Signature(one, "") for one in content.present)
    flow.add(Gap(2 * MM), Text(words["closing.present"], bold=True), first)
    flow.add_all(others)
