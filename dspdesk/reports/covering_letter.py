"""The covering letter with which misdirected items go back to their sender (paragraph 12, part 5)."""

from dspdesk.language import dates
from dspdesk.language.catalogue import Language
from dspdesk.law.covering_letter import CoveringLetterContent, Returned
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import Beside, Block, Filled, Gap, Signature, Text
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.flow import Flow
from dspdesk.reports.kit.frame import A4, MM
from dspdesk.reports.shortage_act import AtRight
from dspdesk.reports.wording import Form, form

STEM = "covering_letter"

BODY = 14.0
HEAD_LINES = 9.0
#: A day within the text that is not known.
TO_WRITE_ON = "_" * 14
#: Above each paragraph of the text.
APART = 3 * MM


def draw(content: CoveringLetterContent, language: str, code: str = "") -> bytes:
    """The letter as PDF, under the name of the body and the lines of its letterhead."""
    words = form(STEM, Language(language))
    drawing = Drawing(A4, About(words["heading.file"], content.organisation, words.language, code))
    flow = Flow(drawing)
    flow.add(*_head(content, words))
    flow.add(Gap(8 * MM), Text(words["heading.subject"], bold=True), Gap(4 * MM))
    flow.add_all(_text(content, words))
    first, *others = _enclosed(content, words)
    above: list[Block] = [Gap(4 * MM), Text(words["enclosures.title"]), Gap(1 * MM), first]
    below: list[Block] = [Gap(10 * MM), Signature(content.position, content.name)]
    if others:
        flow.add(*above)
        flow.add_all(others[:-1])
        # a signature does not stand on a sheet alone
        flow.add(others[-1], *below)
    else:
        flow.add(*above, *below)
    flow.finish()
    return drawing.finish()


def sample(language: str) -> CoveringLetterContent:
    """A letter that came to an invented body by mistake."""
    return samples.return_letter(Language(language))


def _head(content: CoveringLetterContent, words: Form) -> list[Block]:
    lines = [Text(line, HEAD_LINES, Side.MIDDLE) for line in content.letterhead.splitlines() if line.strip()]
    date = dates.short(content.dated) if content.dated else ""
    number = Beside([Filled(words["heading.date"], date), Filled(words["heading.number"], content.number)])
    addressee = (Text(content.addressee, bold=True), *((Text(content.address),) if content.address else ()))
    return [
        Text(content.organisation, BODY, Side.MIDDLE, bold=True),
        *lines,
        Gap(3 * MM),
        number,
        Gap(8 * MM),
        AtRight(addressee if content.addressee else (Filled(""), Filled(""))),
    ]


def _text(content: CoveringLetterContent, words: Form) -> list[Block]:
    received = dates.long(content.received, words.language) if content.received else TO_WRITE_ON
    said = words["text.documents" if content.enclosed else "text.cover"].format(received=received)
    unopened = content.cover_numbers if not content.enclosed else ""
    numbers = words["text.cover_numbers"].format(numbers=unopened) if unopened else ""
    return [
        block for line in (said, numbers, words["text.confirm"]) if line for block in (Gap(APART), Text(line))
    ]


def _enclosed(content: CoveringLetterContent, words: Form) -> list[Block]:
    lines = [_line(one, words) for one in content.enclosed] or [words["enclosures.cover"]]
    return [Text(f"{place}. {line}") for place, line in enumerate(lines, 1)]


def _line(one: Returned, words: Form) -> str:
    """A document with its counts: "Письмо № 5 от 17.11.2026, на 4 л., приложения на 11 л., 2 экз."."""
    numbered = (
        words["enclosures.number"].format(number=one.number)
        if any(map(str.isdigit, one.number))
        else one.number
    )
    dated = words["enclosures.date"].format(date=dates.short(one.date)) if one.date else ""
    kind = one.kind or words["enclosures.document"]
    parts = (dated, numbered, kind) if words.language is Language.KK else (kind, numbered, dated)
    counts = (("sheets", one.sheets), ("enclosure_sheets", one.enclosure_sheets), ("copies", one.copies))
    return ", ".join(
        [
            " ".join(part for part in parts if part),
            *(words[f"enclosures.{key}"].format(count=count) for key, count in counts if count),
        ]
    )
