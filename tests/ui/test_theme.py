import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from dspdesk.ui import theme
from dspdesk.ui.theme import DARK, LIGHT, Tokens, Tone

READABLE = 4.5  # WCAG 2.1, 1.4.3
SEEN = 3.0  # WCAG 2.1, 1.4.11: the edge of a field


def luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_are_readable_on_what_they_stand_on(colours: Tokens):
    grounds = {name: getattr(colours, name) for name in ("window", "side", "panel", "hover", "selection")}
    for ground, behind in grounds.items():
        for words in ("text", "muted", "accent", "faded"):
            found = contrast(getattr(colours, words), behind)
            assert found >= READABLE, f"{words} on {ground}: {found:.2f}"
    assert contrast(colours.accent_text, colours.accent) >= READABLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", Tone)
def test_words_of_a_tone_are_readable(colours: Tokens, tone: Tone):
    for behind in (colours.panel, colours.soft(tone), colours.selection):
        assert contrast(colours.tone(tone), behind) >= READABLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_a_field_is_seen(colours: Tokens):
    assert contrast(colours.field_line, colours.panel) >= SEEN


@pytest.mark.parametrize("dark", [False, True])
def test_the_edge_of_a_box_without_a_tick_is_seen(dressed: QApplication, dark: bool):
    theme.wear(dressed, dark=dark)
    try:
        edge = theme.tokens().field_line.rgb()
        drawn = []
        for ticked in (False, True):
            box = QCheckBox()
            box.setChecked(ticked)
            image = box.grab().toImage()
            drawn.append({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})
        assert edge in drawn[0]
        assert drawn[0] != drawn[1]
    finally:
        theme.wear(dressed, dark=False)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_names_every_colour(colours: Tokens):
    assert "$" not in theme.style_sheet(colours)


def test_turning_dark_changes_palette_and_own_painting(dressed: QApplication):
    theme.wear(dressed, dark=True)
    try:
        assert theme.tokens() is DARK
        assert dressed.palette().color(QPalette.ColorRole.Window) == DARK.window
    finally:
        theme.wear(dressed, dark=False)
    assert theme.tokens() is LIGHT


def test_lengths_grow_with_the_font(dressed: QApplication):
    label = QLabel("x")
    before = theme.em(label, 10)
    label.setFont(theme.scaled(label.font(), 2))
    assert theme.em(label, 10) == pytest.approx(2 * before, abs=10)


def test_the_interface_font_is_the_shipped_one(dressed: QApplication):
    assert dressed.font().family() == theme.FAMILY
