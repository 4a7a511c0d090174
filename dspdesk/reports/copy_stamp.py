"""Stickers for copies (paragraph 18) on sheets of A4 with 3 × 8 labels of 70 × 37 mm.

Labels reach the edges of the sheet, which no printer does, and feeding is never exact: words keep 5 mm from the edges
of a label aside, 4.5 mm above and below. What is longer than a label goes on in smaller type, then on the next label.
A number too long to stand beside the barcode stands among the words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dspdesk.language.catalogue import Language
from dspdesk.law.barcode import Code
from dspdesk.law.copy_stamp import COLUMNS, LABELS, ROWS, CopyStampContent, Side, Sticker
from dspdesk.reports import samples
from dspdesk.reports.kit import barcode
from dspdesk.reports.kit.blocks import LEADING
from dspdesk.reports.kit.drawing import About, Drawing
from dspdesk.reports.kit.drawing import Side as Aligned
from dspdesk.reports.kit.frame import MM, Frame
from dspdesk.reports.wording import Form, form

STEM = "copy_stamp"

#: The whole sheet: labels have no margins.
SHEET = Frame(210 * MM, 297 * MM, 0, 210 * MM, 297 * MM, 0)
LABEL_WIDTH, LABEL_HEIGHT = 70 * MM, 37 * MM
#: Clear paper inside a label.
ASIDE, ABOVE = 5 * MM, 4.5 * MM
#: What is left of the sheet above and below the labels.
OVER = (297 * MM - ROWS * LABEL_HEIGHT) / 2
WIDTH, HEIGHT = LABEL_WIDTH - 2 * ASIDE, LABEL_HEIGHT - 2 * ABOVE
MARK, COPY_NUMBER, FURTHER, HEAD = 10.0, 11.0, 8.5, 8.0
#: Sizes of the words of a label, the largest that fits is taken.
SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
BARCODE = 8 * MM
#: Of the number beside the barcode, at most.
NUMBER_LINES = 2


@dataclass(frozen=True, slots=True)
class Label:
    """One label as it will be drawn: its sticker, and the lines of it that stand here in their size."""

    sticker: Sticker
    lines: tuple[str, ...]
    size: float
    begins: bool = True


def draw(content: CopyStampContent, language: str, code: str = "") -> bytes:  # noqa: ARG001 - stickers bear no code
    """The sheets of stickers as PDF; on the first of them they begin at the first free label."""
    words = form(STEM, Language(language))
    drawing = Drawing(SHEET, About(words["heading.title"], content.organisation, words.language))
    place = content.first - 1
    for label in _labels(content, drawing, words):
        if place == LABELS:
            drawing.canvas.showPage()
            place = 0
        _draw_label(label, content, drawing, words, *_corner(place))
        place += 1
    drawing.canvas.showPage()
    return drawing.finish()


def sample(language: str) -> CopyStampContent:
    """Stickers of a letter in two copies, of copies made in addition, of what was reproduced."""
    return samples.stickers(Language(language))


def _corner(place: int) -> tuple[float, float]:
    """The upper left corner of the words of a label."""
    row, column = divmod(place, COLUMNS)
    return column * LABEL_WIDTH + ASIDE, SHEET.height - OVER - row * LABEL_HEIGHT - ABOVE


def _labels(content: CopyStampContent, drawing: Drawing, words: Form) -> Iterator[Label]:
    for sticker in content.stickers:
        room = HEIGHT - _head_height(sticker, drawing, words)
        if sticker.side is Side.FRONT:
            room = min(room, _front_room(sticker, content, drawing, words))
            if sticker.code and not _beside(sticker, drawing, words):
                number = words["front.number"].format(number=sticker.number)
                sticker = replace(sticker, lines=(number, *sticker.lines))  # noqa: PLW2901 - as it is drawn
        yield from _fitted(sticker, drawing, room)


def _fitted(sticker: Sticker, drawing: Drawing, room: float) -> Iterator[Label]:
    """The words of a sticker in the largest size in which they fit, else on several labels in the smallest."""
    for size in SIZES:
        lines = _broken(sticker.lines, drawing, size)
        if len(lines) <= _most(room, size):
            yield Label(sticker, tuple(lines), size)
            return
    most = max(1, _most(room, size))
    for at in range(0, len(lines), most):
        yield Label(sticker, tuple(lines[at : at + most]), size, begins=at == 0)


def _broken(lines: Sequence[str], drawing: Drawing, size: float) -> list[str]:
    return [line for words in lines for line in drawing.measure(size).lines(words, WIDTH)]


def _most(room: float, size: float) -> int:
    return int((room + 0.1) / (size * LEADING))


def _head(sticker: Sticker, drawing: Drawing, words: Form, *, begins: bool) -> tuple[list[str], float]:
    """The number and the copy above a back, on one line in the largest size that fits, else on several lines."""
    key = "back.head" if begins else "back.continued"
    head = words[key].format(number=sticker.number, copy=sticker.copy)
    for size in SIZES[SIZES.index(HEAD) :]:
        if len(lines := drawing.measure(size, bold=True).lines(head, WIDTH)) == 1:
            break
    return lines, size


def _head_height(sticker: Sticker, drawing: Drawing, words: Form) -> float:
    """Of the higher one: that of a label on which the words go on."""
    lines, _size = _head(sticker, drawing, words, begins=False)
    return (HEAD if len(lines) == 1 else len(lines) * SIZES[-1]) * LEADING + 1 * MM


def _front_room(sticker: Sticker, content: CopyStampContent, drawing: Drawing, words: Form) -> float:
    above = sum(size * LEADING for _line, size in _front(sticker, content, drawing, words))
    return HEIGHT - above - BARCODE - 0.5 * MM


def _front(
    sticker: Sticker, content: CopyStampContent, drawing: Drawing, words: Form
) -> Iterator[tuple[str, float]]:
    """The mark, the number of the copy, and what else the law's text in this language asks for."""
    for line in drawing.measure(MARK, bold=True).lines(
        words["front.mark" if content.in_full else "front.abbreviation"], WIDTH
    ):
        yield line, MARK
    for n, line in enumerate(words.many("front.lines")):
        yield line.format(copy=sticker.copy, printed=sticker.printed), FURTHER if n else COPY_NUMBER


def _draw_label(
    label: Label, content: CopyStampContent, drawing: Drawing, words: Form, x: float, top: float
) -> None:
    if label.sticker.side is Side.FRONT and label.begins:
        top = _draw_front(label.sticker, content, drawing, words, x, top)
    else:
        head, size = _head(label.sticker, drawing, words, begins=label.begins)
        for n, line in enumerate(head):
            drawing.text(x, top - size * (0.9 + n * LEADING), line, size, bold=True)
        top -= _head_height(label.sticker, drawing, words)
    for n, line in enumerate(label.lines):
        drawing.text(x, top - label.size * (0.9 + n * LEADING), line, label.size)


def _draw_front(
    sticker: Sticker, content: CopyStampContent, drawing: Drawing, words: Form, x: float, top: float
) -> float:
    """Mark and number stand at the right, as in the corner of a sheet; the barcode at the foot."""
    for line, size in _front(sticker, content, drawing, words):
        drawing.text(x + WIDTH, top - size * 0.9, line, size, Aligned.RIGHT, bold=size == MARK)
        top -= size * LEADING
    if sticker.code:
        foot = top - _front_room(sticker, content, drawing, words) - BARCODE
        barcode.draw(drawing.canvas, x, foot, Code.parse(sticker.code), BARCODE)
        for n, (line, size) in enumerate(reversed(_beside(sticker, drawing, words))):
            drawing.text(x + WIDTH, foot + 1 + n * size * LEADING, line, size, Aligned.RIGHT)
    return top


def _beside(sticker: Sticker, drawing: Drawing, words: Form) -> list[tuple[str, float]]:
    """The number of the document beside the barcode, each line with its size; none where it is too long for that."""
    number = words["front.number"].format(number=sticker.number)
    room = WIDTH - barcode.width(Code.parse(sticker.code)) - 1 * MM
    for size in SIZES[SIZES.index(HEAD) :]:
        if len(lines := drawing.measure(size).lines(number, room)) <= NUMBER_LINES:
            return [(line, size) for line in lines]
    return []
