"""The recovery sheet: the key of a store on one A4 sheet, to be sealed and kept in the safe.

The program's own paper. It is typed from by hand, perhaps years later: groups are large, apart, and numbered as
the program names them when one is mistyped.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dspdesk.language import dates
from dspdesk.language.catalogue import Language
from dspdesk.law.recovery_sheet import RecoverySheetContent
from dspdesk.reports import samples
from dspdesk.reports.kit.blocks import Beside, Block, Filled, Gap, Signature, Text, draw_all
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.frame import A4, MM
from dspdesk.reports.wording import Form, form

STEM = "recovery_sheet"

#: Size of the groups of the key.
LARGE = 20.0
#: From row to row, and the height of all rows: the rest of the sheet is taken.
PITCH = 11 * MM
HIGHEST = 60 * MM
#: Room before a group, for its number.
ASIDE = 15 * MM


def draw(content: RecoverySheetContent, language: str, code: str = "") -> bytes:
    """The sheet as PDF; it is drawn while the key is known, and never again."""
    words = form(STEM, Language(language))
    drawing = Drawing(A4, About(words["heading.title"], content.organisation, words.language, code))
    draw_all(_blocks(content, words), drawing, A4.upper)
    drawing.end_sheet(drawing.numbered(1, 1))
    return drawing.finish()


def sample(language: str) -> RecoverySheetContent:
    """A key that opens nothing."""
    return samples.recovery(Language(language))


@dataclass(frozen=True, slots=True)
class KeyGroups:
    """The groups of the key in a box, read row by row, each after its number."""

    groups: Sequence[str]
    #: Letters stand apart, that none is passed over.
    apart: float = 2.2

    def height(self, drawing: Drawing, width: float) -> float:
        """Of the rows and the box around them."""
        rows = -(-len(self.groups) // self._columns(drawing, width))
        return min(rows * PITCH, HIGHEST) + 5 * MM

    def draw(self, drawing: Drawing, x: float, top: float, width: float) -> None:
        """Number and group, column after column."""
        height, columns = self.height(drawing, width), self._columns(drawing, width)
        drawing.box(x, top - height, width, height)
        size = min(LARGE, LARGE * (width - 2 * ASIDE) / self._widest(drawing))
        pitch = (height - 5 * MM) / -(-len(self.groups) // columns)
        for n, group in enumerate(self.groups):
            row, column = divmod(n, columns)
            left = x + ASIDE + column * (width - ASIDE) / columns
            y = top - 10 * MM - row * pitch
            drawing.text(left - 3 * MM, y, str(n + 1), 10, Side.RIGHT)
            drawing.text(left, y, group, size, bold=True, apart=self.apart)

    def _columns(self, drawing: Drawing, width: float) -> int:
        """As many as have room, three at most: more are hard to read in their order."""
        return max(1, min(3, int((width - ASIDE) / (self._widest(drawing) + ASIDE))))

    def _widest(self, drawing: Drawing) -> float:
        measure = drawing.measure(LARGE, bold=True)
        return max(measure[group] + self.apart * len(group) for group in self.groups)


def _blocks(content: RecoverySheetContent, words: Form) -> list[Block]:
    return [
        Text(words["heading.title"], 18, Side.MIDDLE, bold=True),
        Gap(5 * MM),
        Text(words["heading.what"]),
        Gap(2 * MM),
        *_store(content, words),
        Gap(8 * MM),
        Text(words["key.title"], 13, bold=True),
        Gap(2 * MM),
        KeyGroups(content.key),
        Gap(7 * MM),
        *_use(words),
        *_keeping(content, words),
    ]


def _store(content: RecoverySheetContent, words: Form) -> list[Block]:
    made_on = Filled(words["store.made_on"], dates.short(content.made_on))
    return [
        Filled(words["store.organisation"], content.organisation),
        Filled(words["store.id"], content.store_id),
        Beside([made_on, Filled(words["store.made_by"], content.made_by)]),
    ]


def _use(words: Form) -> list[Block]:
    steps: list[Block] = []
    for number, step in enumerate(words.many("use.steps"), 1):
        steps += [Gap(1.5 * MM), Text(f"{number}. {step}")]
    return [Text(words["use.title"], 13, bold=True), *steps]


def _keeping(content: RecoverySheetContent, words: Form) -> list[Block]:
    return [
        Gap(5 * MM),
        Text(words["keeping.rule"], bold=True),
        Gap(5 * MM),
        Text(words["keeping.sealed"]),
        Beside([Filled(words["keeping.date"]), Filled(words["keeping.place"])]),
        Signature("", content.made_by),
        Signature("", ""),
    ]
