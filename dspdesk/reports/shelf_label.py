"""Labels for shelves and cases on the sheets of the copy stickers: A4 with 3 × 8 labels of 70 × 37 mm.

The barcode stands at the foot of a label; above it, large, the index of the case or the name of the place, then the
volume with its year, then as much of the heading as there is room for.
"""

from collections.abc import Sequence

from dspdesk.language.catalogue import Language
from dspdesk.law.barcode import Code
from dspdesk.law.copy_stamp import COLUMNS, LABELS
from dspdesk.law.shelf_label import ShelfLabel, ShelfLabelContent
from dspdesk.reports import samples
from dspdesk.reports.copy_stamp import (
    ABOVE,
    ASIDE,
    BARCODE,
    HEIGHT,
    LABEL_HEIGHT,
    LABEL_WIDTH,
    OVER,
    SHEET,
    WIDTH,
)
from dspdesk.reports.kit import barcode
from dspdesk.reports.kit.blocks import LEADING
from dspdesk.reports.kit.drawing import About, Drawing, Side
from dspdesk.reports.kit.frame import MM
from dspdesk.reports.wording import Form, form

STEM = "shelf_label"

#: The largest that fits on one line is taken; of what fits in none the last is cut.
HEADS = (16.0, 14.0, 12.0, 10.0, 8.0)
SIZE = 8.5
MARK = 9.0
#: Stands where a heading is cut.
MORE = "…"


def draw(content: ShelfLabelContent, language: str, code: str = "") -> bytes:  # noqa: ARG001 - labels bear no code
    """The sheets of labels as PDF; on the first of them they begin at the first free label."""
    words = form(STEM, Language(language))
    drawing = Drawing(SHEET, About(words["heading.title"], content.organisation, words.language))
    place = content.first - 1
    for label in content.labels:
        if place == LABELS:
            drawing.canvas.showPage()
            place = 0
        _draw(label, drawing, words, *_corner(place))
        place += 1
    drawing.canvas.showPage()
    return drawing.finish()


def sample(language: str) -> ShelfLabelContent:
    """Labels of two volumes and of a shelf."""
    return samples.shelf_labels(Language(language))


def volume(number: int, year: int, language: str) -> str:
    """A volume with its year: "Том 2, 2026 год"."""
    return form(STEM, Language(language))["label.volume"].format(number=number, year=year)


def _corner(place: int) -> tuple[float, float]:
    """The upper left corner of the words of a label."""
    row, column = divmod(place, COLUMNS)
    return column * LABEL_WIDTH + ASIDE, SHEET.height - OVER - row * LABEL_HEIGHT - ABOVE


def _draw(label: ShelfLabel, drawing: Drawing, words: Form, x: float, top: float) -> None:
    mark = words["label.mark"] if label.marked else ""
    room = WIDTH - (drawing.measure(MARK, bold=True)[mark] + 2 * MM if mark else 0)
    head, size = _head(label.head, drawing, room)
    drawing.text(x, top - size * 0.9, head, size, bold=True)
    if mark:
        drawing.text(x + WIDTH, top - MARK * 0.9, mark, MARK, Side.RIGHT, bold=True)
    y = top - size * LEADING
    foot = top - HEIGHT
    most = int((y - foot - BARCODE - 0.5 * MM) / (SIZE * LEADING))
    for n, line in enumerate(_cut(label.lines, drawing, most)):
        drawing.text(x, y - SIZE * (0.9 + n * LEADING), line, SIZE)
    barcode.draw(drawing.canvas, x, foot, Code.parse(label.code), BARCODE)


def _head(head: str, drawing: Drawing, room: float) -> tuple[str, float]:
    for size in HEADS:
        if drawing.measure(size, bold=True)[head] <= room:
            return head, size
    return _shortened(head, drawing, room, size, bold=True), size


def _cut(texts: Sequence[str], drawing: Drawing, most: int) -> list[str]:
    """The lines that there is room for; the last says that there is more."""
    lines = [line for text in texts for line in drawing.measure(SIZE).lines(text, WIDTH)]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _shortened(f"{lines[most - 1]} {MORE}", drawing, WIDTH, SIZE)]


def _shortened(line: str, drawing: Drawing, room: float, size: float, *, bold: bool = False) -> str:
    """A line that ends in "…" where it is too long."""
    measure = drawing.measure(size, bold=bold)
    said = line
    while measure[said] > room:
        line = line.rstrip(MORE).rstrip()[:-1]
        said = f"{line.rstrip()}{MORE}"
    return said
