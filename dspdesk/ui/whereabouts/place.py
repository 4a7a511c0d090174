"""The place "Where is it?": one field, a plain answer, and every copy below it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import short
from dspdesk.queries.where_is_it import NOTHING, Answer, FoundCopy, find
from dspdesk.ui import theme, wording
from dspdesk.ui.movement import words
from dspdesk.ui.newest import Newest
from dspdesk.ui.place import Place
from dspdesk.ui.registers.columns import RegisterColumn
from dspdesk.ui.registers.grid import RegisterGrid
from dspdesk.ui.registers.model import RegisterModel
from dspdesk.ui.whereabouts import answer as answers
from dspdesk.ui.widgets.basics import Caption, PlainLabel, Title

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.law.barcode import Code
    from dspdesk.ui.services import Services

_LARGE = 1.7  # against the ordinary text: a caller waits
_SPOKEN = 1.35

COLUMNS: tuple[RegisterColumn[FoundCopy], ...] = (
    RegisterColumn(
        key="number",
        title=N_("№"),
        width=7,
        text=lambda row: row.number,
        sort=lambda row: (-row.item_id, row.copy.number),
    ),
    RegisterColumn(
        key="copy", title=N_("Copy"), width=4, text=lambda row: str(row.copy.number), sort=lambda row: row.copy.number
    ),
    RegisterColumn(key="place", title=N_("Where"), width=27, text=lambda row: words.place(row.copy)),
    RegisterColumn(
        key="since", title=N_("Since"), width=6.4, text=lambda row: short(row.copy.since) if row.copy.since else "",
        sort=lambda row: str(row.copy.since or ""),
    ),
    RegisterColumn(key="receipt", title=N_("Receipt"), width=11, text=lambda row: row.receipt),
    RegisterColumn(
        key="journal", title=N_("Journal"), width=9, text=lambda row: wording.journal_name(row.kind, row.year)
    ),
    RegisterColumn(key="document", title=N_("Document"), width=16, text=lambda row: row.document, stretch=True),
)  # fmt: skip


def make(desk: "Desk", services: "Services") -> "WhereaboutsPlace":
    """The place, for the main window."""
    return WhereaboutsPlace(desk, services)


class AskField(QLineEdit):
    """The field: what was typed is selected when a person comes back to it, so that the next caller is typed over."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


class WhereaboutsPlace(Place):
    """Number, label or surname in, the answer out. Enter leads to the list and from a row to its entry."""

    def __init__(self, desk: "Desk", _services: "Services") -> None:
        super().__init__()
        self._desk = desk
        self._answer: Answer | None = None
        self._newest = Newest(self)
        self.field = AskField()
        self.answer = Title(factor=_SPOKEN, wrap=True)
        self.also = Caption(wrap=True)
        self.model = RegisterModel(COLUMNS, lambda row: row.copy.id, self)
        self.grid = RegisterGrid(self.model, _("Copies"))
        self._build()
        self._show(None)

    # --- a place ---

    def title(self) -> str:
        return _("Where is it?")

    def status(self) -> str:
        if self._answer is None or not self._answer.total:
            return ""
        if self._answer.total == len(self.model.rows):
            return wording.rows(self._answer.total)
        return _("{shown} of {total}").format(
            shown=wording.grouped(len(self.model.rows)), total=wording.grouped(self._answer.total)
        )

    def panes(self) -> list[QWidget]:
        return [self.field, self.grid] if self.model.rows else [self.field]

    def refresh(self) -> None:
        self._ask(self.field.text())

    def loaded(self) -> bool:
        return self._newest.idle()

    def show_row(self, row: int) -> None:
        from dspdesk.law.barcode import Code, Kind

        self.field.setText(str(Code(Kind.COPY, row)))

    def take_scan(self, code: "Code") -> bool:
        """Whatever is scanned here is asked for here."""
        self.field.setText(str(code))
        self.take_focus()
        return True

    def take_focus(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def filter_column(self) -> None:
        self.take_focus()

    def clear_filters(self) -> None:
        self.field.clear()
        self.field.setFocus()

    # --- asking ---

    def _ask(self, typed: str) -> None:
        if typed.strip():
            self._newest.ask(partial(find, self._desk, typed), self._show)
        else:
            self._newest.forget()
            self._show(None)

    def _show(self, found: Answer | None) -> None:
        self._answer = found
        answer = found or NOTHING
        self.answer.setText("\n".join(answers.lines(answer, self.field.text())) if found else "")
        self.also.setText(answers.also(answer))
        self.also.setVisible(bool(self.also.text()))
        self._hint.setVisible(found is None)
        self.model.fill(answer.copies)
        self.grid.go_to_row(max(self.model.row_of(answer.asked or 0), 0))
        self._board.setVisible(bool(answer.copies))
        self.status_changed.emit()

    def _to_the_list(self) -> None:
        if self.model.rows:
            self.grid.setFocus()

    def _open(self) -> None:
        index = self.grid.currentIndex()
        if index.isValid():
            row = self.model.rows[index.row()]
            self.landed.emit(row.item_id, row.year, row.kind)

    # --- building ---

    def _build(self) -> None:
        self.field.setAccessibleName(_("Number, label or surname"))
        self.field.setPlaceholderText(_("Number, label or surname"))
        self.field.setClearButtonEnabled(True)
        self.field.setFont(theme.scaled(self.font(), _LARGE))
        self.field.textChanged.connect(self._ask)
        self.field.returnPressed.connect(self._to_the_list)
        self.grid.opened.connect(self._open)
        self._hint = PlainLabel(_(_HINT), wrap=True)
        self._board = QFrame()
        self._board.setObjectName("board")
        inside = QVBoxLayout(self._board)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.9))
        for part in (self.field, self._hint, self.answer, self.also):
            column.addWidget(part)
        column.addWidget(self._board, 1)
        column.addStretch(0)


_HINT = N_(
    "Type the number of a document (“214”, “214 copy 2”), scan its label, or type a surname: "
    "where each copy is, with whom and since when stands here at once."
)
