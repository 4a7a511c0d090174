"""The attestation of cards taken out of an abstract publication (paragraph 20, part 2), for its cover.

It stands in a box at the head of a sheet of A4: signed by two workers, cut out along the box, glued onto the cover.
"""

from dspdesk.language import dates
from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import figures_and_words
from dspdesk.law.abstract_extraction import AbstractExtractionContent
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import Block, Filled, Gap, Signature, Text, height_of
from dspdesk.reports.kit.drawing import CAPTION, About, Drawing, Side
from dspdesk.reports.kit.frame import A4, MM
from dspdesk.reports.wording import Form, form

STEM = "abstract_extraction"

#: Clear paper inside the box.
PADDING = 6 * MM


def draw(content: AbstractExtractionContent, language: str, code: str = "") -> bytes:
    """The attestation as PDF."""
    words = form(STEM, Language(language))
    drawing = Drawing(A4, About(words["heading.title"], content.organisation, words.language, code))
    drawing.text(A4.left, A4.upper - CAPTION, words["heading.where"], CAPTION + 1)
    blocks, top, room = _blocks(content, words), A4.upper - 5 * MM, A4.room - 2 * PADDING
    height = height_of(blocks, drawing, room)
    drawing.box(A4.left, top - height - 2 * PADDING, A4.room, height + 2 * PADDING)
    y = top - PADDING
    for block in blocks:
        block.draw(drawing, A4.left + PADDING, y, room)
        y -= block.height(drawing, room)
    drawing.end_sheet(drawing.numbered(1, 1))
    return drawing.finish()


def sample(language: str) -> AbstractExtractionContent:
    """Three cards of an invented publication."""
    return samples.cards_taken_out(Language(language))


def _blocks(content: AbstractExtractionContent, words: Form) -> list[Block]:
    said = {
        "date": dates.short(content.made_on),
        "cards": content.cards,
        "count": figures_and_words(content.count, words.language, gender="f"),
        "finding": content.finding,
    }
    publication = words["publication.number"].format(number=content.number)
    return [
        Text(words["heading.title"], 13, Side.MIDDLE, bold=True),
        Text(content.organisation, 11, Side.MIDDLE),
        Filled(words["publication.label"], ", ".join(filter(None, (publication, content.title)))),
        Gap(3 * MM),
        Text(words["fact.taken_out"].format_map(said)),
        Gap(1 * MM),
        Text(words["fact.finding"].format_map(said)),
        Gap(1 * MM),
        Text(words["fact.kept"]),
        Gap(3 * MM),
        Text(words["attested.by"]),
        *(Signature(worker.position, worker.name) for worker in content.workers),
        Filled(words["attested.date"], said["date"]),
    ]
