"""Colours, font and style sheet: light and dark, as the system has it."""

import enum
from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from dspdesk.language.resources import resources

FAMILY = "Noto Sans"
_FACES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_LEAST_POINTS = 10


class Tone(enum.StrEnum):
    """What a coloured thing means. The colour only repeats what its words say."""

    PLAIN = "plain"
    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme; `…_soft` is the background that goes under words of that tone."""

    window: QColor
    side: QColor
    panel: QColor
    line: QColor
    field_line: QColor
    hover: QColor
    scroll: QColor
    text: QColor
    muted: QColor
    faded: QColor
    accent: QColor
    accent_text: QColor
    accent_soft: QColor
    selection: QColor
    good: QColor
    good_soft: QColor
    warning: QColor
    warning_soft: QColor
    bad: QColor
    bad_soft: QColor
    plain_soft: QColor

    def tone(self, tone: Tone) -> QColor:
        """The colour of words of a tone."""
        return self.text if tone is Tone.PLAIN else getattr(self, tone.value)

    def soft(self, tone: Tone) -> QColor:
        """The background under words of a tone."""
        return getattr(self, f"{tone.value}_soft")


def _tokens(**colours: str) -> Tokens:
    return Tokens(**{name: QColor(value) for name, value in colours.items()})


LIGHT = _tokens(
    window="#f6f7f9",
    side="#eceff4",
    panel="#ffffff",
    line="#dde1e7",
    field_line="#8b94a1",
    hover="#eef2f8",
    scroll="#b3bac4",
    text="#1b1f26",
    muted="#5c6573",
    faded="#5f6876",
    accent="#1d5bbf",
    accent_text="#ffffff",
    accent_soft="#e2ecfb",
    selection="#dbe7fa",
    good="#17692f",
    good_soft="#e0f2e5",
    warning="#855300",
    warning_soft="#fdefd8",
    bad="#b3261e",
    bad_soft="#fce4e1",
    plain_soft="#e8ebf0",
)
DARK = _tokens(
    window="#1b1e22",
    side="#202429",
    panel="#24282e",
    line="#363c45",
    field_line="#77808d",
    hover="#2c323a",
    scroll="#565e69",
    text="#e7eaee",
    muted="#a9b2bf",
    faded="#a5aebb",
    accent="#82b1ff",
    accent_text="#0d1626",
    accent_soft="#24364f",
    selection="#2b4263",
    good="#7fd197",
    good_soft="#1e3a28",
    warning="#ecb65f",
    warning_soft="#42321a",
    bad="#ff9c92",
    bad_soft="#4d2523",
    plain_soft="#333942",
)


class _Worn:
    """The scheme that the windows wear now."""

    tokens = LIGHT


def tokens() -> Tokens:
    """The colours of the present scheme."""
    return _Worn.tokens


def apply(app: QApplication) -> None:
    """Dress the program and keep it dressed when the system turns dark or light."""
    app.setStyle("Fusion")
    _use_font(app)
    follow = app.styleHints()
    wear(app, dark=follow.colorScheme() is Qt.ColorScheme.Dark)
    follow.colorSchemeChanged.connect(lambda scheme: wear(app, dark=scheme is Qt.ColorScheme.Dark))


def wear(app: QApplication, *, dark: bool) -> None:
    """Put one scheme on, whatever the system has."""
    _Worn.tokens = DARK if dark else LIGHT
    app.setPalette(palette(_Worn.tokens))
    app.setStyleSheet(style_sheet(_Worn.tokens))


def em(widget: QWidget, count: float = 1.0) -> int:
    """So many times the size of the widget's font, in pixels."""
    return round(QFontInfo(widget.font()).pixelSize() * count)


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """A copy of a font, larger or smaller."""
    copy = QFont(font)
    copy.setPointSizeF(font.pointSizeF() * factor)
    copy.setBold(bold)
    return copy


def _use_font(app: QApplication) -> None:
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / face))
    font = QFont(FAMILY)
    font.setPointSizeF(max(app.font().pointSizeF(), _LEAST_POINTS))
    app.setFont(font)


def palette(colours: Tokens) -> QPalette:
    """The palette for all that Fusion draws itself."""
    made = QPalette(colours.panel, colours.window)
    role = QPalette.ColorRole
    for one, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.panel,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.panel,
        role.ButtonText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.panel,
        role.ToolTipText: colours.text,
        role.BrightText: colours.bad,
    }.items():
        made.setColor(one, colour)
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, colours.muted)
    return made


def style_sheet(colours: Tokens) -> str:
    """The style sheet; lengths that go with text are in em (here the height of a line)."""
    named = {field.name: getattr(colours, field.name).name() for field in fields(colours)}
    return _SHEET.substitute(named) + "".join(
        _TONES.substitute(tone=tone, colour=colours.tone(tone).name(), soft=colours.soft(tone).name())
        for tone in Tone
    )


_TONES = Template("""
Chip[tone="$tone"], FilterChip[tone="$tone"] { color: $colour; background: $soft; }
Panel[tone="$tone"] { background: $soft; border-color: $soft; }
Note[tone="$tone"] { color: $colour; }
""")

_SHEET = Template("""
QToolTip { color: $text; background: $panel; border: 1px solid $line; padding: 0.25em 0.4em; }

Title { color: $text; }
Caption { color: $muted; }
FieldError { color: $bad; }

#rule { background: $line; border: none; }
Panel { background: $panel; border: 1px solid $line; border-radius: 7px; }
Chip { border-radius: 0.6em; padding: 0.1em 0.65em; }

QLineEdit, QPlainTextEdit, QTextEdit {
    color: $text; background: $panel;
    border: 1px solid $field_line; border-radius: 5px; padding: 0.28em 0.5em;
    selection-color: $accent_text; selection-background-color: $accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: $accent; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $bad; }
QLineEdit:disabled, QLineEdit:read-only, QPlainTextEdit:disabled, QPlainTextEdit:read-only {
    color: $muted; background: $window;
}

QPushButton {
    color: $text; background: $panel; border: 1px solid $line; border-radius: 5px; padding: 0.33em 0.8em;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:disabled { color: $muted; background: $window; }
PrimaryButton { color: $accent_text; background: $accent; border-color: $accent; font-weight: bold; }
PrimaryButton:hover, PrimaryButton:pressed { background: $accent; }
PrimaryButton:disabled { color: $muted; background: $plain_soft; border-color: $plain_soft; }

FilterChip { border: 1px solid transparent; border-radius: 0.6em; padding: 0.1em 0.65em; }
FilterChip:hover, FilterChip:focus { border-color: $accent; }

QMenu { background: $panel; border: 1px solid $line; padding: 0.2em; }
QMenu::item { padding: 0.3em 1.2em; border-radius: 4px; }
QMenu::item:selected { color: $text; background: $selection; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 0.2em 0.4em; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 0.75em; }
QScrollBar:horizontal { height: 0.75em; }
QScrollBar::handle { background: $scroll; border: none; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: 2.5em; }
QScrollBar::handle:horizontal { min-width: 2.5em; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: none; width: 0; height: 0;
}
QFrame#board { background: $panel; border: 1px solid $line; border-radius: 7px; }
QFrame#popup { background: $panel; border: 1px solid $field_line; border-radius: 7px; }
QTabWidget::pane { border: none; top: 0.5em; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    color: $muted; background: transparent; padding: 0.35em 0.9em; margin-right: 0.2em;
    border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:hover { background: $hover; }
RegisterGrid QHeaderView { background: $panel; }
RegisterGrid QHeaderView::section {
    color: $muted; background: $panel; padding: 0.3em 0.6em;
    border: none; border-right: 1px solid $line; border-bottom: 1px solid $line;
}
FilterField { padding: 0.1em 0.3em; border-color: $line; border-radius: 4px; }
FilterField[on="true"] { background: $accent_soft; border-color: $accent; }
QTreeView { background: $panel; border: none; show-decoration-selected: 1; }
QTreeView::item { padding: 0.3em 0.2em; border: 1px solid transparent; }
QTreeView::item:selected, QTreeView::branch:selected { color: $text; background: $selection; }
QTreeView::item:focus { border-color: $accent; }
QCheckBox::indicator:unchecked, QTreeView::indicator:unchecked, QListView::indicator:unchecked {
    background: $panel; border: 1px solid $field_line; border-radius: 2px;
}
TickTree { border: 1px solid $field_line; border-radius: 5px; padding: 2px; }
TickTree:focus { border: 2px solid $accent; padding: 1px; }
QListWidget#rows { background: $panel; border: 1px solid $field_line; border-radius: 5px; padding: 2px; }
QListWidget#rows:focus { border: 2px solid $accent; padding: 1px; }
QListWidget#rows[wrong="true"] { border-color: $bad; }
QListWidget#rows::item { padding: 0.15em 0.2em; border: none; }
QListWidget#rows::item:selected { color: $text; background: $selection; }
SideBar QListWidget { background: transparent; border: none; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QSplitter::handle { background: transparent; }

SideBar { background: $side; border: none; border-right: 1px solid $line; }
StatusLine { background: $side; border: none; border-top: 1px solid $line; }
StatusLine QLabel { color: $muted; }
""")
