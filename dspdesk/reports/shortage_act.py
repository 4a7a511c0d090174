"""The shortage act (paragraph 12, part 3), in free form: three copies in one printing, each with its addressee."""

import datetime as dt
from dataclasses import dataclass

from dspdesk.language import dates
from dspdesk.language.catalogue import N_, Language
from dspdesk.law.act import KINDS, ActKind, Addressee
from dspdesk.law.shortage_act import ActLineWords, CopyFor, Difference, ShortageActContent, Signs
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import Beside, Block, Filled, Gap, Signature, Text
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.flow import Flow
from dspdesk.reports.kit.frame import A4, MM
from dspdesk.reports.kit.long_table import Column, LongTable, Row
from dspdesk.reports.wording import Form, form, shared

STEM = "shortage_act"
#: What as the signers sign.
WORKER = N_("worker of the documentation service")

#: Widths of the columns in millimetres.
WIDTHS = (10, 58, 34, 38, 30)
#: The room of the addressee at the right.
ADDRESSEE = 85 * MM
TITLE = 14.0
BLANK_ROWS = 5
BLANK_ROW = 12 * MM
#: To write on what the table does not say, below the first line for it.
FURTHER_LINES = 2


def draw(content: ShortageActContent, language: str, code: str = "") -> bytes:
    """All copies of the act, one after the other; each numbers its own sheets."""
    words = form(STEM, Language(language))
    drawing = _drawing(words, content.organisation, code)
    for copy in content.copies:
        flow = Flow(drawing)
        _fill(flow, drawing, content, copy, words)
        flow.finish()
    return drawing.finish()


def sample(language: str) -> ShortageActContent:
    """The act of an invented cover whose enclosure lacks two sheets."""
    return samples.shortage(Language(language))


def blank(language: str) -> bytes:
    """The three copies to be written on by hand (W11)."""
    words = form(STEM, Language(language))
    addressees = KINDS[ActKind.SHORTAGE].addressees
    nothing = ShortageActContent(
        organisation="",
        signers=(Signs(),) * sum(KINDS[ActKind.SHORTAGE].signers.values()),
        copies=tuple(CopyFor(number, addressee) for number, addressee in enumerate(addressees, 1)),
    )
    drawing = _drawing(words, "", "")
    for copy in nothing.copies:
        flow = Flow(drawing)
        _fill(flow, drawing, nothing, copy, words)
        flow.finish_blank(shared(words.language)["sheet.blank"])
    return drawing.finish()


def words(difference: Difference, language: str) -> ActLineWords:
    """A difference as a line of the act."""
    said = form(STEM, Language(language))
    subject, stated, found = said.many(f"difference.{difference.what}")
    named = document(difference.kind, difference.number, difference.date, language)
    facts = {
        "document": named or said["difference.document"],
        "stated": difference.stated,
        "found": difference.found,
    }
    line = subject.format_map(facts)
    return ActLineWords(line[:1].upper() + line[1:], stated.format_map(facts), found.format_map(facts))


def document(kind: str, number: str, date: dt.date | None, language: str) -> str:
    """A document by its kind, number and date: "Письмо № 05-12/884дсп от 17.11.2026"."""
    said = form(STEM, Language(language))
    numbered = said["difference.number"].format(number=number) if any(map(str.isdigit, number)) else number
    dated = said["difference.date"].format(date=dates.short(date)) if date else ""
    # in Kazakh what a document is comes last
    parts = (dated, numbered, kind) if language == Language.KK else (kind, numbered, dated)
    return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class AtRight:
    """Blocks in a column at the right of the sheet."""

    blocks: tuple[Block, ...]
    room: float = ADDRESSEE

    def height(self, drawing: Drawing, width: float) -> float:  # noqa: ARG002 - of every block
        """Of them all."""
        return sum(block.height(drawing, self.room) for block in self.blocks)

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """One below the other."""
        for block in self.blocks:
            block.draw(drawing, x + width - self.room, top, self.room)
            top -= block.height(drawing, self.room)


def _drawing(words: Form, organisation: str, code: str) -> Drawing:
    return Drawing(A4, About(words["heading.file"], organisation, words.language, code))


def _fill(flow: Flow, drawing: Drawing, content: ShortageActContent, copy: CopyFor, words: Form) -> None:
    flow.add(_addressee(copy, words))
    flow.add(*_heading(content, words))
    flow.add(*_found(content, words))
    columns = [
        Column(caption, width * MM, centred=place == 0)
        for place, (caption, width) in enumerate(zip(words.many("table.captions"), WIDTHS, strict=True))
    ]
    table = LongTable(drawing.canvas, drawing.frame.left, columns)
    lines = [
        (str(place), line.subject, line.stated, line.found, line.note)
        for place, line in enumerate(content.lines, 1)
    ]
    empty = [Row(BLANK_ROW)] * BLANK_ROWS if content.dated is None else []
    if lines or empty:
        flow.table(table, table.rows(lines) or empty)
    if content.findings or content.dated is None:
        further = Filled(words["found.further"], content.findings)
        flow.add_all(further.lines(drawing, drawing.frame.room))
    if content.dated is None:
        flow.add(*[Filled("")] * FURTHER_LINES)
    flow.add(Gap(3 * MM), Text(words["closing.copies"]), Gap(3 * MM))
    first, *others = [Signature(one.position, one.name) for one in content.signers or (Signs(),)]
    flow.add(Text(words["closing.signatures"]), Gap(2 * MM), first)
    flow.add_all(others)


def _addressee(copy: CopyFor, words: Form) -> AtRight:
    line = Text(words[f"copy.{copy.addressee}"].format(number=copy.number))
    if copy.addressee is Addressee.SERVICE:
        return AtRight((line,))
    caption = words[f"copy.name_{copy.addressee}"]
    return AtRight((line, Text(copy.name) if copy.name else Filled("", caption=caption)))


def _heading(content: ShortageActContent, words: Form) -> list[Block]:
    body: Block = (
        Text(content.organisation, side=Side.MIDDLE)
        if content.organisation
        else Filled("", caption=words["heading.organisation"])
    )
    date = dates.long(content.dated, words.language) if content.dated else ""
    number = content.number or "_____"
    return [
        Gap(4 * MM),
        body,
        Gap(5 * MM),
        Text(words["heading.title"].format(number=number), TITLE, Side.MIDDLE, bold=True),
        Text(words["heading.subject"], side=Side.MIDDLE, bold=True),
        Gap(2 * MM),
        Beside([Filled(words["heading.date"], date), Filled(words["heading.place"], content.locality)]),
    ]


def _found(content: ShortageActContent, words: Form) -> list[Block]:
    received = dates.short(content.received) if content.received else ""
    return [
        Filled(words["found.sender"], content.sender),
        Beside([Filled(words["found.received"], received), Filled(words["found.bearer"], content.bearer)]),
        Filled(words["found.cover"], content.cover_numbers),
        Filled(words["found.basis"], content.basis),
        Gap(4 * MM),
        Text(words["found.statement"]),
    ]
