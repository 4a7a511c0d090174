"""Papers read back from their PDF: words with place and face, rules with their width. Millimetres from the top left."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

MM = 72 / 25.4
_GOES_ON = "\ufffe"  # what the reader makes of a hyphen at the end of a line


class Piece(NamedTuple):
    """A piece of text: its box, where its first letter stands, and how it is set."""

    left: float
    top: float
    right: float
    bottom: float
    x: float
    y: float
    size: float
    face: str
    text: str


class Rule(NamedTuple):
    """A stroke from here to there."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float


class Sheet(NamedTuple):
    """One page."""

    width: float
    height: float
    pieces: list[Piece]
    rules: list[Rule]

    @property
    def text(self) -> str:
        """All words in the order they were drawn in."""
        return flat(" ".join(piece.text for piece in self.pieces))


def flat(text: str) -> str:
    """Words with one space between each."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def pages(pdf: bytes) -> list[str]:
    """The words of each page as a reader of the file finds them, a hyphen where a word goes on in the next line."""
    found = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    return [flat(text.replace(_GOES_ON, "-")) for text in found]


def sheets(pdf: bytes) -> list[Sheet]:
    """Each page with what stands on it."""
    document = pypdfium2.PdfDocument(pdf)
    return [_sheet(page) for page in document]


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    width, height = page.get_size()
    words = page.get_textpage()
    found = list(page.get_objects(textpage=words))
    pieces = [_piece(one, height) for one in found if one.type == raw.FPDF_PAGEOBJ_TEXT]
    rules = [rule for one in found if one.type == raw.FPDF_PAGEOBJ_PATH for rule in _rules(one, height)]
    return Sheet(width / MM, height / MM, pieces, rules)


def _piece(one: pypdfium2.PdfTextObj, height: float) -> Piece:
    left, bottom, right, top = one.get_bounds()
    matrix = one.get_matrix()
    return Piece(
        left=left / MM,
        top=(height - top) / MM,
        right=right / MM,
        bottom=(height - bottom) / MM,
        x=matrix.e / MM,
        y=(height - matrix.f) / MM,
        size=round(one.get_font_size(), 1),
        face="Bold" if "Bold" in one.get_font().get_base_name() else "Regular",
        text=one.extract().strip(),
    )


def _rules(one: pypdfium2.PdfObject, height: float) -> Iterator[Rule]:
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(one, width)
    before: tuple[float, float] = (0, 0)
    for n in range(raw.FPDFPath_CountSegments(one)):
        segment = raw.FPDFPath_GetPathSegment(one, n)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = x.value / MM, (height - y.value) / MM
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            yield Rule(*before, *here, width.value / MM)
        before = here


def dump(pdf: bytes) -> str:
    """How a paper looks, in words: each piece of text with its place to the millimetre, its size and face."""
    lines = []
    for number, sheet in enumerate(sheets(pdf), 1):
        lines.append(f"sheet {number}: {sheet.width:.0f} x {sheet.height:.0f} mm, {len(sheet.rules)} rules")
        lines += [f"{p.x:4.0f} {p.y:4.0f}  {p.size:4.1f} {p.face:<7}  {p.text}" for p in sheet.pieces]
    return "\n".join(lines) + "\n"
