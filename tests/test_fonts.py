"""The fonts we ship draw every letter of both languages and come with their licences."""

import string
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont

FONTS = Path(__file__).parents[1] / "resources" / "fonts"
FACES = {
    "LiberationSerif": {"Regular", "Bold", "Italic", "BoldItalic"},  # papers
    "NotoSans": {"Regular", "Bold"},  # the interface
}
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH = "әғқңөұүһі"
SIGNS = "№«»–—§…" + string.digits + string.punctuation
NEEDED = RUSSIAN + RUSSIAN.upper() + KAZAKH + KAZAKH.upper() + SIGNS + string.ascii_letters


def not_drawn(path: Path, text: str) -> list[str]:
    """The characters that a face lacks, or has without an outline."""
    font = QRawFont(str(path), 20)
    assert font.isValid()
    missing = []
    for character in text:
        glyphs = font.glyphIndexesForString(character)
        if not glyphs or glyphs[0] == 0 or font.pathForGlyph(glyphs[0]).isEmpty():
            missing.append(character)
    return missing


@pytest.fixture(params=sorted(f"{family}-{face}.ttf" for family, faces in FACES.items() for face in faces))
def face(request, qapp):
    return FONTS / request.param


def test_every_letter_is_drawn(face):
    assert not_drawn(face, NEEDED) == []


def test_no_break_space_and_hyphen_have_a_width(face):
    font = QRawFont(str(face), 20)
    for character in " \N{NO-BREAK SPACE}-":
        (glyph,) = font.glyphIndexesForString(character)
        assert glyph
        assert font.advancesForGlyphIndexes([glyph])[0].x() > 0


def test_a_missing_letter_is_seen(qapp):
    # Liberation Serif has no sign of the tenge and no letters of Georgian.
    assert not_drawn(FONTS / "LiberationSerif-Regular.ttf", "А₸გ") == ["₸", "გ"]


def test_an_empty_outline_is_seen(qapp):
    assert not_drawn(FONTS / "NotoSans-Regular.ttf", "А ") == [" "]


def test_each_family_has_its_licence_beside_it():
    shipped = {path.name for path in FONTS.iterdir()}
    for family, faces in FACES.items():
        licence = FONTS / f"{family}-OFL.txt"
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")
        shipped -= {licence.name, *(f"{family}-{face}.ttf" for face in faces)}
    assert not shipped, "a font without a licence, or a licence without a font"
