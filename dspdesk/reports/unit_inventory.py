"""The inventory of cases (paragraphs 51, 52), of a unit or consolidated; its closing lines are the paper of a transfer.

The Rules give no form: the columns are those of the inventories that archives are used to. Headings of restricted
cases stand among the others with the mark after them; the paper itself has none.
"""

from collections.abc import Iterator, Sequence

from dspdesk.language import dates
from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import CASE_FILE, SHEET, Gender, figures_and_words
from dspdesk.law.unit_inventory import (
    HandedOver,
    InventoryKind,
    InventoryLine,
    UnitInventoryContent,
)
from dspdesk.law.values import CopyNumbers
from dspdesk.reports import samples
from dspdesk.reports.kit.approval import Approval
from dspdesk.reports.kit.blocks import Beside, Block, Filled, Gap, Signature, Text
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.flow import Flow
from dspdesk.reports.kit.frame import A4, MM
from dspdesk.reports.kit.long_table import Column, LongTable, Row
from dspdesk.reports.wording import Form, form, shared

STEM = "unit_inventory"

#: Widths of the columns in millimetres.
WIDTHS = (9, 17, 56, 22, 17, 23, 26)
CENTRED = frozenset({1, 2, 4, 5})
TITLE = 13.0
#: Rows of a form to be written on.
BLANK_ROWS = 13


def draw(content: UnitInventoryContent, language: str, code: str = "") -> bytes:
    """The inventory as PDF."""
    words = form(STEM, Language(language))
    drawing = Drawing(A4, About(words["heading.title"], content.organisation, words.language, code))
    flow = Flow(drawing)
    _fill(flow, drawing, content, words)
    flow.finish()
    return drawing.finish()


def sample(language: str) -> UnitInventoryContent:
    """The inventory of an invented unit, handed over in part."""
    return samples.unit_inventory(Language(language))


def blank(language: str) -> bytes:
    """The inventory of a unit to be written on by hand (W11)."""
    words = form(STEM, Language(language))
    drawing = Drawing(A4, About(words["heading.title"], "", words.language))
    flow = Flow(drawing)
    _fill(flow, drawing, None, words)
    flow.finish_blank(shared(words.language)["sheet.blank"])
    return drawing.finish()


def _fill(flow: Flow, drawing: Drawing, content: UnitInventoryContent | None, words: Form) -> None:
    flow.add(*_heading(content, words))
    table = LongTable(drawing.canvas, drawing.frame.left, _columns(words))
    if content is None:
        rows = [Row(height) for height in [12 * MM] * BLANK_ROWS]
    else:
        rows = table.rows([_line(line, words) for line in content.lines])
    flow.table(table, rows, [*_totals(content, words), *_made(content, words)])
    for transfer in _transfers(content):
        flow.add(*_transfer(transfer, words))


def _columns(words: Form) -> list[Column]:
    captions = zip(words.many("columns.captions"), WIDTHS, strict=True)
    return [
        Column(caption, width * MM, centred=n in CENTRED) for n, (caption, width) in enumerate(captions, 1)
    ]


def _line(line: InventoryLine, words: Form) -> list[str]:
    return [
        str(line.number),
        line.case_index,
        _named(line, words),
        _span(line),
        _sheets(line),
        line.retention,
        _note(line, words),
    ]


def _named(line: InventoryLine, words: Form) -> str:
    """The heading with the volume, and the mark after a restricted one."""
    heading = line.heading
    if line.volume is not None:
        heading = words["line.volume"].format(heading=heading, volume=line.volume)
    return f"{heading} {words['line.mark']}" if line.restricted else heading


def _span(line: InventoryLine) -> str:
    first, last = dates.short(line.first_day), dates.short(line.last_day)
    return first if first == last else f"{first} – {last}"


def _sheets(line: InventoryLine) -> str:
    return f"{line.sheets} + {line.inventory_sheets}" if line.inventory_sheets else str(line.sheets)


def _note(line: InventoryLine, words: Form) -> str:
    """Why a line was struck out; of one that stands what became of its volume after the approval."""
    if line.struck_on is not None:
        return words["line.struck"].format(date=dates.short(line.struck_on), why=line.note)
    changes = list(_changes(line, line.now, words)) if line.now is not None else []
    return words["line.now"].format(changes="; ".join(changes)) if changes else line.note


def _changes(line: InventoryLine, now: InventoryLine, words: Form) -> Iterator[str]:
    """What a volume is now and the inventory does not state: headings and periods stay while they are listed."""
    if now.volume is not None and now.volume != line.volume:
        yield words["line.now_volume"].format(volume=now.volume)
    if now.restricted != line.restricted:
        yield words["line.now_mark" if now.restricted else "line.now_no_mark"]
    if _span(now) != _span(line):
        yield words["line.now_days"].format(days=_span(now))
    if _sheets(now) != _sheets(line):
        yield words["line.now_sheets"].format(sheets=_sheets(now))


# --- the head ---


def _heading(content: UnitInventoryContent | None, words: Form) -> list[Block]:
    """Whose it is, the approval at the right, which inventory of which cases."""
    if content is None:
        return [
            Filled("", caption=words["organisation.caption"]),
            Filled("", caption=words["organisation.unit"]),
            Gap(3 * MM),
            Approval(),
            Gap(3 * MM),
            Beside([Filled(words["fonds.number"]), Filled(words["heading.blank_number"])]),
            Filled(words["heading.blank"], caption=words["heading.blank_caption"]),
            Filled(words["heading.year"]),
        ]
    fonds = [Filled(words["fonds.number"], content.fonds), Filled(words["fonds.name"], content.fonds_name)]
    unit = [Text(content.unit, side=Side.MIDDLE)] if content.unit else []
    return [
        Text(content.organisation, side=Side.MIDDLE),
        *unit,
        Gap(3 * MM),
        _approval(content),
        Gap(3 * MM),
        *([Filled(words["approval.words"], content.approval)] if content.approval else []),
        *fonds,
        Gap(4 * MM),
        *_title(content, words),
    ]


def _title(content: UnitInventoryContent, words: Form) -> Iterator[Block]:
    """Which inventory of which cases, and that it is the section of a year, in the order of the language."""
    kind, period = words[f"heading.{content.kind}"], words[f"heading.{content.period}"]
    said = {
        "title": Text(kind.format(number=content.number), TITLE, Side.MIDDLE, bold=True),
        "period": Text(period.format(year=content.year), side=Side.MIDDLE, bold=True),
    }
    if not content.unit:
        said["section"] = Text(words["heading.section"], side=Side.MIDDLE)
    return (said[part] for part in words.many("heading.order") if part in said)


def _approval(content: UnitInventoryContent) -> Approval:
    approved = dates.short(content.approved_on) if content.approved_on else ""
    return Approval(content.approving_position, content.approving, approved)


# --- the foot ---


def _totals(content: UnitInventoryContent | None, words: Form) -> list[Block]:
    """How many cases under which numbers, how many restricted ones, how many sheets: in figures and words."""
    caption = shared(words.language)["figures.caption"]
    if content is None:
        keys = ("total.cases", "total.restricted", "total.sheets", "total.inventory_sheets")
        return [Gap(2 * MM), *(Filled(words[key], caption=caption) for key in keys), Gap(3 * MM)]
    standing = content.standing
    inner = sum(line.inventory_sheets for line in standing)
    return [
        Gap(2 * MM),
        Filled(words["total.cases"], _cases(content, words), caption),
        *_skipped(content, words),
        Filled(
            words["total.restricted"], _count(sum(line.restricted for line in standing), words, "n"), caption
        ),
        Filled(words["total.sheets"], _count(sum(line.sheets for line in standing), words), caption),
        *([Filled(words["total.inventory_sheets"], _count(inner, words), caption)] if inner else []),
        Gap(3 * MM),
    ]


def _cases(content: UnitInventoryContent, words: Form) -> str:
    said = _count(len(content.standing), words, CASE_FILE.gender)
    if not content.lines:
        return said
    first, last = content.lines[0].number, content.lines[-1].number
    numbers = words["total.number" if first == last else "total.numbers"]
    return f"{said}, {numbers.format(first=first, last=last)}"


def _skipped(content: UnitInventoryContent, words: Form) -> list[Block]:
    struck = [line.number for line in content.lines if line.struck_on is not None]
    return [Filled(words["total.skipped"], str(CopyNumbers.of(struck)))] if struck else []


def _count(count: int, words: Form, gender: Gender = SHEET.gender) -> str:
    return figures_and_words(count, words.language, gender=gender) if count else words["total.none"]


def _made(content: UnitInventoryContent | None, words: Form) -> list[Block]:
    position, name = (content.made_position, content.made_by) if content else ("", "")
    dated = dates.short(content.dated) if content and content.dated else ""
    return [
        Text(words["signing.made"], bold=True),
        Signature(position, name),
        Beside([Filled(words["signing.date"], dated), Gap(0)]),
    ]


def _transfers(content: UnitInventoryContent | None) -> Sequence[HandedOver | None]:
    """What was handed over so far; lines to write on while nothing was. A consolidated one hands nothing over."""
    if content is None:
        return (None,)
    if content.kind is InventoryKind.CONSOLIDATED:
        return ()
    return tuple(content.transfers) or (None,)


def _transfer(transfer: HandedOver | None, words: Form) -> list[Block]:
    caption = shared(words.language)["figures.caption"]
    cases = _count(transfer.cases, words, CASE_FILE.gender) if transfer else ""
    given = (transfer.given_position, transfer.given_by) if transfer else ("", "")
    accepted = (transfer.accepted_position, transfer.accepted_by) if transfer else ("", "")
    return [
        Gap(6 * MM),
        Text(words["transfer.title"], bold=True),
        Filled(words["transfer.cases"], cases, caption),
        Gap(3 * MM),
        Text(words["transfer.given"], bold=True),
        Signature(*given),
        Gap(2 * MM),
        Text(words["transfer.accepted"], bold=True),
        Signature(*accepted),
        Beside([Filled(words["transfer.date"], dates.short(transfer.on) if transfer else ""), Gap(0)]),
    ]
