"""The attestation of cards taken out of an abstract publication (paragraph 20, part 2), for its cover.

It stands in a box at the head of a sheet of A4: signed by two workers, cut out along the box, glued onto the cover.
What is longer goes on in a box on a further sheet, the signatures in the last one.
"""

from collections.abc import Sequence

from dspdesk.language import dates
from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import figures_and_words
from dspdesk.law.abstract_extraction import AbstractExtractionContent
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import Block, Filled, Gap, Signature, Text, height_of
from dspdesk.reports.kit.drawing import CAPTION, TEXT, About, Drawing, Side
from dspdesk.reports.kit.frame import A4, MM
from dspdesk.reports.wording import Form, form

STEM = "abstract_extraction"

#: Clear paper inside the box.
PADDING = 6 * MM
#: Where the box begins, below the line that says what to do with it; the room inside.
TOP = A4.upper - 5 * MM
ROOM = A4.room - 2 * PADDING
HIGHEST = TOP - A4.lower - 2 * PADDING


def draw(content: AbstractExtractionContent, language: str, code: str = "") -> bytes:
    """The attestation as PDF."""
    words = form(STEM, Language(language))
    drawing = Drawing(A4, About(words["heading.title"], content.organisation, words.language, code))
    boxes = _boxes([_head(content, words), *_facts(content, words, drawing), _foot(content, words)], drawing)
    for number, blocks in enumerate(boxes, 1):
        drawing.text(A4.left, A4.upper - CAPTION, words["heading.where"], CAPTION + 1)
        height = height_of(blocks, drawing, ROOM)
        drawing.box(A4.left, TOP - height - 2 * PADDING, A4.room, height + 2 * PADDING)
        y = TOP - PADDING
        for block in blocks:
            block.draw(drawing, A4.left + PADDING, y, ROOM)
            y -= block.height(drawing, ROOM)
        drawing.end_sheet(drawing.numbered(number, len(boxes)))
    return drawing.finish()


def sample(language: str) -> AbstractExtractionContent:
    """Three cards of an invented publication."""
    return samples.cards_taken_out(Language(language))


def _boxes(parts: Sequence[Sequence[Block]], drawing: Drawing) -> list[list[Block]]:
    """The blocks of each sheet; each part stays whole."""
    boxes: list[list[Block]] = [[]]
    for part in parts:
        if boxes[-1] and height_of([*boxes[-1], *part], drawing, ROOM) > HIGHEST:
            boxes.append([])
        boxes[-1] += part
    return boxes


def _head(content: AbstractExtractionContent, words: Form) -> list[Block]:
    publication = words["publication.number"].format(number=content.number)
    return [
        Text(words["heading.title"], 13, Side.MIDDLE, bold=True),
        Text(content.organisation, 11, Side.MIDDLE),
        Filled(words["publication.label"], ", ".join(filter(None, (publication, content.title)))),
        Gap(2 * MM),
    ]


def _facts(content: AbstractExtractionContent, words: Form, drawing: Drawing) -> list[list[Block]]:
    """What was taken out and found, line by line: a long list of cards goes on on the next sheet."""
    said = {
        "date": dates.short(content.made_on),
        "cards": content.cards,
        "count": figures_and_words(content.count, words.language, gender="f"),
        "finding": content.finding,
    }
    facts = (words[f"fact.{key}"].format_map(said) for key in ("taken_out", "finding", "kept"))
    lines = drawing.measure(TEXT).lines
    return [
        [Text(line)] if n else [Gap(1 * MM), Text(line)]
        for fact in facts
        for n, line in enumerate(lines(fact, ROOM))
    ]


def _foot(content: AbstractExtractionContent, words: Form) -> list[Block]:
    return [
        Gap(3 * MM),
        Text(words["attested.by"]),
        *(Signature(worker.position, worker.name) for worker in content.workers),
        Filled(words["attested.date"], dates.short(content.made_on)),
    ]
