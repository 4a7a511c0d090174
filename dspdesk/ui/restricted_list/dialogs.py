"""Two lists over a window: the documents that rest on an entry, and the proposals with their decisions."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.language.dates import short
from dspdesk.law.restricted_list import Decision
from dspdesk.law.roles import Action
from dspdesk.queries.designations import DocumentLine, documents
from dspdesk.queries.restricted_list import EntryRow, ProposalRow, proposals
from dspdesk.ui import keys, theme
from dspdesk.ui import wording as words_of
from dspdesk.ui.fitting import fit
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.office.board import framed
from dspdesk.ui.registers.columns import R, RegisterColumn
from dspdesk.ui.registers.grid import RegisterGrid
from dspdesk.ui.registers.model import RegisterModel
from dspdesk.ui.restricted_list import wording
from dspdesk.ui.widgets.basics import Caption, Note, PlainButton, PrimaryButton, Title, hide_unless

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH, _HEIGHT = 76, 40  # in ems


def _decided(row: ProposalRow) -> str:
    words = _(wording.DECISIONS[row.decision])
    on = short(row.decided_on) if row.decided_on else ""
    point = _("point {point}").format(point=row.point) if row.point else ""
    return ", ".join(part for part in (words, on, point) if part)


DOCUMENTS: Sequence[RegisterColumn[DocumentLine]] = (
    RegisterColumn(
        key="date", title=N_("Date"), width=7, text=lambda one: short(one.date) if one.date else "",
        sort=lambda one: one.date or dt.date.min,
    ),
    RegisterColumn(key="number", title=N_("Number"), width=7, text=lambda one: one.number, sort=lambda one: one.id),
    RegisterColumn(key="journal", title=N_("Journal"), width=10, text=lambda one: words_of.kind_name(one.kind)),
    RegisterColumn(key="correspondent", title=N_("Correspondent"), width=18, text=lambda one: one.correspondent),
    RegisterColumn(key="summary", title=N_("Summary"), width=20, stretch=True, text=lambda one: one.summary),
)  # fmt: skip
PROPOSALS: Sequence[RegisterColumn[ProposalRow]] = (
    RegisterColumn(
        key="proposed", title=N_("Proposed on"), width=8, text=lambda one: short(one.proposed_on),
        sort=lambda one: one.proposed_on,
    ),
    RegisterColumn(
        key="information", title=N_("Information"), width=22, stretch=True, text=lambda one: one.information
    ),
    RegisterColumn(
        key="executor", title=N_("Executor"), width=11, text=lambda one: one.executor(current_language())
    ),
    RegisterColumn(
        key="head", title=N_("Head of the unit"), width=11, text=lambda one: one.head(current_language())
    ),
    RegisterColumn(key="decision", title=N_("Decision"), width=14, text=_decided),
)  # fmt: skip


class _Listed(QDialog, Generic[R]):
    """A grid with its buttons; what it shows is asked for in a thread."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, title: str, columns: Sequence[RegisterColumn[R]]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._desk = desk
        self._newest = Newest(self)
        self.model: RegisterModel[R] = RegisterModel(columns, lambda one: one.id, self)  # type: ignore[attr-defined]
        self.model.descending = True
        self.grid = RegisterGrid(self.model, title)
        self.count, self.told = Caption(), Note()
        self.foot = QHBoxLayout()
        self._column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(theme.em(self, 0.8))
        self._column.addWidget(Title(title, factor=1.3, wrap=True))
        self._column.addWidget(framed(self.grid), 1)
        self._column.addWidget(self.told)
        self.foot.addWidget(self.count, 1)
        self._column.addLayout(self.foot)
        fit(self, _WIDTH, _HEIGHT)

    def loaded(self) -> bool:
        """Whether the rows have come."""
        return self._newest.idle()

    def current(self) -> R | None:
        """The row that the keys are on."""
        index = self.grid.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def ask(self, rows: Callable[[], Sequence[R]], keep: int = 0) -> None:
        """Show these rows, with the keys on one of them."""
        self._newest.ask(rows, lambda found: self._show(found, keep), patience=PATIENCE)

    def counted(self, total: int) -> str:
        """How many rows there are."""
        raise NotImplementedError

    def button(self, button: QPushButton, does: Callable[[], object]) -> QPushButton:
        """Put a button at the foot."""
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: does())
        self.foot.addWidget(button)
        return button

    def _show(self, rows: Sequence[R], keep: int) -> None:
        self.model.fill(rows)
        self.grid.go_to_row(max(self.model.row_of(keep), 0))
        self.count.setText(self.counted(len(rows)))
        self.grid.setFocus()


class Documents(_Listed[DocumentLine]):
    """The documents whose mark rests on an entry; Enter shows one in its journal."""

    landed = Signal(int, int, object)  # id, year and kind of journal

    def __init__(self, desk: "Desk", row: EntryRow, parent: QWidget | None = None) -> None:
        title = _("Documents that rest on the entry {point}").format(point=row.point)
        super().__init__(desk, parent, title, DOCUMENTS)
        self.told.setText(wording.entry(row))
        self.grid.opened.connect(self.land)
        self.button(PlainButton(_("Close"), keys.LEAVE.keys), self.reject)
        self.button(PrimaryButton(_("Show in the journal"), "Enter"), self.land)
        self.ask(lambda: documents(desk, row.id))

    def land(self) -> None:
        """Show the document in its journal."""
        if (one := self.current()) is not None:
            self.accept()
            self.landed.emit(one.id, one.year, one.kind)

    def counted(self, total: int) -> str:
        return ngettext("{n} document", "{n} documents", total).format(n=total)


class Proposals(_Listed[ProposalRow]):
    """The proposals of paragraph 9; Ins makes one, Enter decides one that waits."""

    changed = Signal(int)  # the id of an entry that came of a decision, else 0

    def __init__(self, desk: "Desk", parent: QWidget | None = None, keep: int = 0) -> None:
        super().__init__(desk, parent, _("Supplements proposed to the lists"), PROPOSALS)
        may = desk.may(Action.KEEP_LIST)
        self.button(PlainButton(_("Close"), keys.LEAVE.keys), self.reject)
        self.new = self.button(PlainButton(_("Propose…"), "Ins"), self.propose)
        self.decide_button = self.button(PrimaryButton(_("Enter the decision…"), "Enter"), self.decide)
        for button in (self.new, self.decide_button):
            hide_unless(button, allowed=may)
        if may:
            keys.bind(self, keys.NEW, self.propose)
        self.grid.opened.connect(self.decide)
        self.grid.chosen.connect(self._tell)
        self._load(keep)

    def propose(self) -> None:
        """A new proposal."""
        from dspdesk.ui.restricted_list.proposal_form import ProposalForm

        form = ProposalForm(self._desk, self)
        form.saved.connect(self._made)
        form.open()

    def decide(self) -> None:
        """The decision on the proposal that the keys are on, if it waits for one."""
        from dspdesk.ui.restricted_list.proposal_form import DecisionForm

        row = self.current()
        if row is not None and row.decision is Decision.PROPOSED and self._desk.may(Action.KEEP_LIST):
            form = DecisionForm(self._desk, self, row)
            form.saved.connect(lambda entry_id: self._decided(row.id, entry_id))
            form.open()

    def counted(self, total: int) -> str:
        return ngettext("{n} proposal", "{n} proposals", total).format(n=total)

    def _made(self, proposal_id: int) -> None:
        self._load(proposal_id)
        self.changed.emit(0)

    def _decided(self, proposal_id: int, entry_id: int) -> None:
        self._load(proposal_id)
        self.changed.emit(entry_id)

    def _load(self, keep: int) -> None:
        self.ask(lambda: proposals(self._desk), keep)

    def _show(self, rows: Sequence[ProposalRow], keep: int) -> None:
        super()._show(rows, keep)
        self._tell()

    def _tell(self) -> None:
        row = self.current()
        self.decide_button.setEnabled(row is not None and row.decision is Decision.PROPOSED)
        parts = [row.information, row.reasons, row.decision_words] if row is not None else []
        self.told.setText("\n".join(part for part in parts if part))
