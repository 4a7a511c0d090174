"""What this program is, which law it knows, and whose fonts it carries."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dspdesk import __version__
from dspdesk.language.catalogue import _, current_language
from dspdesk.language.resources import resources
from dspdesk.law.edition import EDITIONS, IN_FORCE
from dspdesk.ui import theme
from dspdesk.ui.entrance import secrets_line
from dspdesk.ui.fitting import fit
from dspdesk.ui.widgets.basics import Caption, Heading, Panel, PlainButton, PlainLabel, Title

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH, _HEIGHT = 56, 50  # in ems


class About(QDialog):
    """The page an inspector asks for."""

    def __init__(self, desk: "Desk | None" = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About dspdesk"))
        inner = QWidget()
        self._panels = QVBoxLayout(inner)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.setSpacing(theme.em(self, 0.9))
        self._law()
        self._store(desk)
        self._fonts()
        self._panels.addStretch(1)
        self._lay_out(inner)

    def _law(self) -> None:
        language = current_language().value
        lines = []
        for edition in EDITIONS.values():
            title = edition.title[language]
            known = (
                _("New records are made under it.")
                if edition is IN_FORCE
                else _("Older records were made under it.")
            )
            lines.append(f"{title}. {known}")
        superseded = _(
            "In June 2022 decree No. 1196 was superseded by decree No. 429. "
            "Its text was not at hand when this version was made, so its demands are not checked here."
        )
        hidden = _(
            "Appendix 1 of the Rules (protection of the workstation) is not published, so this program cannot check it."
        )
        self._panel(_("Editions of the law in this version"), *lines, superseded, hidden)

    def _store(self, desk: "Desk | None") -> None:
        if desk is not None:
            person = desk.person.name(current_language().value)
            self._panel(_("This desk"), desk.organisation(current_language().value), person, str(desk.path))

    def _fonts(self) -> None:
        licences = sorted((resources() / "fonts").glob("*-OFL.txt"))
        names = ", ".join(_spaced(path.name.removesuffix("-OFL.txt")) for path in licences)
        text = _("{fonts}: SIL Open Font License 1.1. The licences lie beside the fonts.").format(fonts=names)
        self._panel(_("Fonts"), text)

    def _panel(self, title: str, *lines: str) -> None:
        panel = Panel()
        panel.body.addWidget(Heading(title))
        for line in lines:
            label = PlainLabel(line, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            panel.body.addWidget(label)
        self._panels.addWidget(panel)

    def _lay_out(self, inner: QWidget) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Title("dspdesk"))
        version = _(
            "Version {version}. Records of restricted official information on one isolated workstation."
        )
        column.addWidget(Caption(version.format(version=__version__), wrap=True))
        column.addWidget(area, 1)
        column.addWidget(secrets_line())
        column.addLayout(self._foot())
        fit(self, _WIDTH, _HEIGHT)

    def _foot(self) -> QHBoxLayout:
        close = PlainButton(_("Close"), "Esc")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        return row


def show(parent: QWidget, desk: "Desk | None" = None) -> None:
    """Show the page over a window."""
    about = About(desk, parent)
    about.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    about.open()


def _spaced(name: str) -> str:
    """The words of a file name: "Noto Sans" from "NotoSans"."""
    return "".join(
        f" {letter}" if letter.isupper() and place else letter for place, letter in enumerate(name)
    )
