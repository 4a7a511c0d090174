"""Pairs of correspondents that may be one body; a person looks at each and joins it or leaves it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.likeness import Likeness
from dspdesk.queries.correspondents import Proposal, proposals
from dspdesk.ui import keys, theme, wording
from dspdesk.ui.fitting import fit
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.office.board import framed
from dspdesk.ui.registers.columns import RegisterColumn
from dspdesk.ui.registers.grid import RegisterGrid
from dspdesk.ui.registers.model import RegisterModel
from dspdesk.ui.widgets.basics import Caption, EmptyState, PlainButton, PrimaryButton, Title

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH, _HEIGHT = 72, 44  # in ems
WHY = {
    Likeness.SAME_WORDS: N_("the same words"),
    Likeness.ABBREVIATION: N_("initials"),
    Likeness.NEAR: N_("one word differs a little"),
}
COLUMNS: Sequence[RegisterColumn[Proposal]] = (
    RegisterColumn(
        key="why", title=N_("Alike in"), width=13, text=lambda pair: _(WHY[pair.why]),
        sort=lambda pair: list(Likeness).index(pair.why),
    ),
    RegisterColumn(
        key="duplicate", title=N_("Duplicate"), width=22,
        text=lambda pair: pair.duplicate.name(current_language()),
    ),
    RegisterColumn(
        key="keep", title=N_("Is kept"), width=22, text=lambda pair: pair.keep.name(current_language()), stretch=True
    ),
    RegisterColumn(
        key="letters", title=N_("Letters"), width=6, right=True,
        text=lambda pair: wording.grouped(pair.duplicate.incoming + pair.duplicate.outgoing),
        sort=lambda pair: pair.duplicate.incoming + pair.duplicate.outgoing,
    ),
)  # fmt: skip


class Duplicates(QDialog):
    """What is proposed; Enter shows both side by side."""

    joined = Signal(int)  # the id of the one kept

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Duplicates"))
        self._desk = desk
        self._newest = Newest(self)
        self.model: RegisterModel[Proposal] = RegisterModel(COLUMNS, _key, self)
        self.grid = RegisterGrid(self.model, _("Duplicates"))
        self.grid.opened.connect(self.compare)
        self.look = PrimaryButton(_("Compare…"), "Enter")
        self.nothing = EmptyState(
            _("No duplicates found"),
            _(
                "All names differ enough. A pair that you know of is joined from the details of a correspondent."
            ),
        )
        self._lay_out()
        self._load()

    def loaded(self) -> bool:
        """Whether what is proposed has come."""
        return self._newest.idle()

    def compare(self) -> None:
        """Show the pair that the keys are on side by side."""
        from dspdesk.ui.office.merging import MergeDialog

        index = self.grid.currentIndex()
        if index.isValid():
            pair = self.model.rows[index.row()]
            dialog = MergeDialog(self._desk, self, pair.duplicate, pair.keep)
            dialog.saved.connect(self._joined)
            dialog.open()

    def _joined(self, kept: int) -> None:
        self.joined.emit(kept)
        self._load()

    def _load(self) -> None:
        self._newest.ask(lambda: proposals(self._desk), self._show, patience=PATIENCE)

    def _show(self, found: list[Proposal]) -> None:
        self.model.fill(found)
        self._stack.setCurrentWidget(self.grid if found else self.nothing)
        self.look.setVisible(bool(found))
        self.grid.go_to_row(0)
        (self.grid if found else self.leave).setFocus()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.nothing)
        self.leave = PlainButton(_("Close"), keys.LEAVE.keys)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button, does in ((self.leave, self.reject), (self.look, self.compare)):
            button.setAutoDefault(False)
            button.clicked.connect(does)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(Title(_("Duplicates"), factor=1.3))
        words = _(
            "These names may mean one body. Nothing is joined until you have looked at both and said why."
        )
        column.addWidget(Caption(words, wrap=True))
        column.addWidget(framed(self._stack), 1)
        column.addLayout(foot)
        fit(self, _WIDTH, _HEIGHT)


def _key(pair: Proposal) -> int:
    return pair.keep.id << 32 | pair.duplicate.id
