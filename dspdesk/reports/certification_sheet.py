"""The certification sheet of a volume (appendix 4), on a sheet or sheets of its own at the end of the volume.

It is not numbered among the sheets of the case (note 9): one sheet bears no number at all, several tell theirs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dspdesk.language import dates
from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import SHEET, figures_and_words, noun_ru
from dspdesk.law.certification_sheet import FEATURES, INSERT, CertificationSheetContent, Further, Line
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import LEADING, OVER, Beside, Block, Filled, Gap, Text
from dspdesk.reports.kit.drawing import CAPTION, TEXT, About, Drawing, Side
from dspdesk.reports.kit.flow import Flow
from dspdesk.reports.kit.frame import A4, MM, WRITING
from dspdesk.reports.kit.long_table import LEAST_ROW, Column, LongTable, Row
from dspdesk.reports.kit.mark import draw_mark, mark_height
from dspdesk.reports.wording import Form, form

STEM = "certification_sheet"
TITLE = 14.0
#: Widths of the two columns in millimetres.
WIDTHS = (108, 62)
#: A row that is filled in needs no more height; one to write on is as high as any.
FILLED_ROW = 5.4 * MM
#: Rows to write further features on.
FURTHER_ROWS = 18
_SHARES = (0.4, 0.22, 0.38)


def draw(content: CertificationSheetContent, language: str, code: str = "") -> bytes:
    """The sheet as PDF; of a volume that has none yet the form with what is known."""
    return _drawn(content, language, code, copy=1)


def sample(language: str) -> CertificationSheetContent:
    """The sheet of an invented volume with nearly every feature there is."""
    return samples.certification(Language(language))


def features(language: str) -> tuple[str, ...]:
    """The 17 features of the form, with their numbers."""
    return form(STEM, Language(language)).many("table.features")


def blank(language: str) -> bytes:
    """The form to be written on by hand (W11)."""
    return _drawn(CertificationSheetContent(), language, "", copy=None)


def _drawn(content: CertificationSheetContent, language: str, code: str, copy: int | None) -> bytes:
    words = form(STEM, Language(language))
    title = words["heading.title" if content.restricted else "unrestricted.title"]
    drawing = Drawing(A4, About(title, content.organisation, words.language, code))
    flow = Flow(drawing)
    if content.restricted:
        draw_mark(drawing, copy, copy)
        flow.add(Gap(mark_height(drawing)))
    flow.add(Gap(2 * MM), Text(title, TITLE, Side.MIDDLE, bold=True), Gap(1 * MM), _numbers(content, words))
    flow.add_all(_counted(content, words))
    columns = [
        Column(caption, width * MM)
        for caption, width in zip(words.many("table.captions"), WIDTHS, strict=True)
    ]
    table = LongTable(drawing.canvas, drawing.frame.left, columns)
    flow.table(table, _rows(table, content, words), _foot(content, words))
    flow.finish(alone=False)
    return drawing.finish()


def _numbers(content: CertificationSheetContent, words: Form) -> Block:
    return Beside(
        [
            Filled(words["heading.fonds"], content.fonds),
            Filled(words["heading.inventory"], content.inventory),
            Filled(words["heading.case"], content.case),
        ],
        gap=4 * MM,
    )


def _counted(content: CertificationSheetContent, words: Form) -> list[Block]:
    known = content.numbered is not None
    none = words["known.none"] if known else ""
    lists = [
        Filled(words[f"counted.{key}"], value or none)
        for key, value in (
            ("lettered", content.lettered),
            ("skipped", content.skipped),
            ("blank", content.blank),
        )
    ]
    inventory = figures_and_words(content.inventory_sheets or 0, words.language) if known else ""
    inserts = "; ".join(_insert(line, words) for line in content.lines if line.feature == INSERT)
    above, below = words.many("counted.inserts")
    return [
        _sewn(content, words),
        *lists,
        Filled(words["counted.inventory"], inventory),
        Gap(1.5 * MM),
        Text(above),
        Filled(below, inserts or none, words["counted.inserts_caption"]),
    ]


def _sewn(content: CertificationSheetContent, words: Form) -> Block:
    """Note 3: sheets + inventory sheets, in figures and words; the noun goes with the number that it follows."""
    if content.numbered is None:
        return Filled(words["counted.sewn"], after=words["counted.sheets"])
    counts = [content.numbered, *([content.inventory_sheets] if content.inventory_sheets else [])]
    noun = SHEET.kk if words.language is Language.KK else noun_ru(counts[-1], *SHEET.ru)
    value = " + ".join(figures_and_words(count, words.language, gender=SHEET.gender) for count in counts)
    return Filled(words["counted.sewn"], value, after=words["known.sheets"].format(sheets=noun))


def _insert(line: Line, words: Form) -> str:
    key = "known.insert_where" if line.sheets else "known.insert"
    return words[key].format(kind=line.words, count=line.count, sheets=line.sheets)


def _rows(table: LongTable, content: CertificationSheetContent, words: Form) -> list[Row]:
    """All 17 features, each with its sheets; the further ones below them."""
    known = content.numbered is not None
    found = {line.feature: line.sheets for line in content.lines}
    none = words["known.no_sheets"] if known else ""
    lines = [
        (feature, found.get(number) or none) for number, feature in enumerate(words.many("table.features"), 1)
    ]
    lines += [
        (_further(line, words), line.sheets or none) for line in content.lines if line.feature > FEATURES
    ]
    rows = table.rows(lines)
    if not known:
        return [*rows, *[Row(LEAST_ROW)] * FURTHER_ROWS]
    return [row._replace(height=max(FILLED_ROW, *(cell.height for cell in row.cells))) for row in rows]


def _further(line: Line, words: Form) -> str:
    if line.words in set(Further):
        said = words[f"further.{line.words}"]
    else:
        said = words["further.own_words_counted" if line.count else "further.own_words"]
    said = said.format(words=line.words, count=line.count)
    return words["further.line"].format(number=line.feature, words=said)


def _foot(content: CertificationSheetContent, words: Form) -> list[Block]:
    dated = dates.short(content.dated) if content.dated else ""
    date = _Narrow(Filled(words["signature.date"], dated))
    change: list[Block] = []
    if content.act_number and content.act_on:
        said = words["change.act"].format(number=content.act_number, date=dates.short(content.act_on))
        change = [Text(said), Gap(2 * MM)]
    captions = tuple(words[f"signature.{key}"] for key in ("position", "signature", "name"))
    return [*change, _Signed((content.position, "", content.name), captions), Gap(1 * MM), date]


@dataclass(frozen=True, slots=True)
class _Signed:
    """Position, signature and name on their lines; the law's words stand under each, filled in or not."""

    known: Sequence[str]
    captions: Sequence[str]

    def height(self, drawing: Drawing, width: float) -> float:
        """Room to sign over the lines, and the words under them."""
        return self._above(drawing, width) + self._below(drawing, width)

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """All three on one line; what is long ends on it."""
        y = top - self._above(drawing, width)
        for known, caption, room in zip(self.known, self.captions, _rooms(width), strict=True):
            for n, line in enumerate(reversed(drawing.measure(TEXT).lines(known, room))):
                drawing.text(x, y + OVER + n * TEXT * LEADING, line)
            drawing.rule(x, y, room)
            for n, line in enumerate(drawing.measure(CAPTION).lines(caption, room), 1):
                drawing.text(x + room / 2, y - n * CAPTION * LEADING, line, CAPTION, Side.MIDDLE)
            x += room + 4 * MM

    def _above(self, drawing: Drawing, width: float) -> float:
        lines = _most_lines(drawing, TEXT, self.known, width)
        return max(WRITING + 3 * MM, lines * TEXT * LEADING + 3 * MM)

    def _below(self, drawing: Drawing, width: float) -> float:
        return (_most_lines(drawing, CAPTION, self.captions, width) + 0.4) * CAPTION * LEADING


def _rooms(width: float) -> list[float]:
    return [(width - 8 * MM) * share for share in _SHARES]


def _most_lines(drawing: Drawing, size: float, texts: Sequence[str], width: float) -> int:
    measure = drawing.measure(size)
    return max(len(measure.lines(text, room)) for text, room in zip(texts, _rooms(width), strict=True))


@dataclass(frozen=True, slots=True)
class _Narrow:
    """A block that needs less than the whole width."""

    block: Block
    share: float = 0.4

    def height(self, drawing: Drawing, width: float) -> float:
        """Its own."""
        return self.block.height(drawing, width * self.share)

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """At the left."""
        self.block.draw(drawing, x, top, width * self.share)
