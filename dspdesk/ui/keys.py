"""All keys in one table: the windows take their shortcuts from it, and F1 shows it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _
from dspdesk.ui import theme
from dspdesk.ui.fitting import fit
from dspdesk.ui.widgets.basics import Caption, Chip, Heading, PlainButton, PlainLabel, Title

_ARROWS = {"Down": "↓", "Up": "↑", "Left": "←", "Right": "→"}


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is pressed and shown, and what it does."""

    keys: str
    does: str

    @property
    def shown(self) -> str:
        """The key as the sheet shows it."""
        shown = self.keys.replace("++", "+ +")
        for name, arrow in _ARROWS.items():
            shown = shown.replace(f"+{name}", f"+{arrow}")
        return shown

    def sequences(self) -> list[QKeySequence]:
        """What Qt calls it; Enter counts on the main keys and on the number pad."""
        main = self.keys.replace("Enter", "Return")
        return [QKeySequence(one) for one in dict.fromkeys((main, self.keys))]


EVERYWHERE = (
    FIND := Key("Ctrl+K", N_("Search everywhere")),
    WHERE_IS_IT := Key("Ctrl+Shift+K", N_("Where is it?")),
    NEXT_PERSON := Key("Ctrl+L", N_("Next person")),
    PRINT := Key("Ctrl+P", N_("Print")),
    NEXT_PANE := Key("F6", N_("Next pane")),
    HELP := Key("F1", N_("These keys")),
)
JOURNAL = (
    NEW := Key("Ins", N_("Register a new entry")),
    OPEN := Key("Enter", N_("Open the card of the row")),
    FILTER := Key("Ctrl+F", N_("Filter of this column")),
    NO_FILTERS := Key("Ctrl+Shift+F", N_("All filters off")),
    DETAILS := Key("Ctrl+I", N_("Show or hide the details")),
    VIEWS := Key("F7", N_("Saved views")),
    STEPS_MENU := Key("F9", N_("Further steps with the entry: hand over, resolution, copies…")),
    COLUMNS := Key("F8", N_("Columns: which and in what order")),
)
CARD = (
    NEXT_FIELD := Key("Enter", N_("Next field")),
    SAVE := Key("Ctrl+S", N_("Save")),
    SAVE_AND_NEXT := Key("Ctrl+Enter", N_("Save and register the next")),
    COPY_FIELD := Key("Ctrl+D", N_("Copy this field of the previous entry")),
    COPY_ENTRY := Key("Ctrl+Shift+D", N_("Copy the previous entry without numbers, dates and copies")),
    TODAY := Key("Ctrl+;", N_("Today’s date")),
    LIST := Key("Alt+Down", N_("List of the field")),
    TAKE_HINT := Key("Tab", N_("Take the first hint and go on")),
    WHY := Key("Alt+W", N_("The law’s own words")),
    REPAIR := Key("Alt+R", N_("Put right what the law objects to")),
    DRAW_UP_ACT := Key("F4", N_("Draw up the act of what is missing in a cover")),
    NO_DRAFT := Key("Alt+D", N_("Throw the draft away")),
    LEAVE := Key("Esc", N_("Leave")),
)
PAPER = (
    LARGER := Key("Ctrl++", N_("Larger")),
    SMALLER := Key("Ctrl+-", N_("Smaller")),
    WHOLE_PAGE := Key("Ctrl+0", N_("Whole page")),
    NEXT_PAGE := Key("PgDown", N_("Next page")),
    PAGE_BEFORE := Key("PgUp", N_("Page before")),
    SAVE_PDF := Key("Ctrl+S", N_("Save as PDF")),
)
STEPS = (
    STEP_ON := Key("Alt+Right", N_("Next step")),
    STEP_BACK := Key("Alt+Left", N_("Step back")),
    BEGIN_HERE := Key("Space", N_("The entries begin with this row")),
)
COLUMN_LIST = (
    SHOW_COLUMN := Key("Space", N_("Show the column or hide it")),
    COLUMN_UP := Key("Alt+Up", N_("Column further to the left")),
    COLUMN_DOWN := Key("Alt+Down", N_("Column further to the right")),
)
SHEET = (
    (N_("Everywhere"), EVERYWHERE),
    (N_("In a journal"), JOURNAL),
    (N_("In a card"), CARD),
    (N_("In the list of columns"), COLUMN_LIST),
    (N_("In an import"), STEPS),
    (N_("In a paper before printing"), PAPER),
)


def bind(window: QWidget, key: Key, does: Callable[[], object]) -> QShortcut:
    """Let a key do something in a window."""
    shortcut = QShortcut(window)
    shortcut.setKeys(key.sequences())
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.activated.connect(does)
    return shortcut


class KeySheet(QDialog):
    """The sheet that F1 shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.addWidget(Title(_("Keys")))
        column.addWidget(Caption(_("Everything can be done without the mouse. Del never deletes a record.")))
        column.addWidget(self._sheet(), 1)
        close = PlainButton(_("Close"), "Esc")
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column.addLayout(buttons)
        fit(self, 66, 58)

    def _sheet(self) -> QScrollArea:
        inner = QWidget()
        sides = QHBoxLayout(inner)
        sides.setContentsMargins(0, 0, 0, 0)
        for groups in (SHEET[:2] + SHEET[3:], SHEET[2:3]):
            side = QVBoxLayout()
            for title, listed in groups:
                side.addWidget(Heading(_(title)))
                side.addLayout(_rows(listed, theme.em(self, 8.5)))
                side.addSpacing(theme.em(self, 0.8))
            side.addStretch(1)
            sides.addLayout(side, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setAccessibleName(_("Keys"))
        return area


def _rows(listed: tuple[Key, ...], width: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, width)
    for row, key in enumerate(listed):
        grid.addWidget(Chip(key.shown), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(_(key.does), wrap=True), row, 1)
    return grid


def show(parent: QWidget) -> None:
    """Show the sheet over a window."""
    KeySheet(parent).open()
