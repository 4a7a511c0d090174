"""Closing the year: one page of what still stands open, each line one step from done, ending in the printed bundle."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import _, current_language, ngettext
from dspdesk.law.findings import Refused
from dspdesk.law.roles import Action
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries import carry_over, journal_closing
from dspdesk.queries.carry_over import Candidate
from dspdesk.queries.journal_closing import ClosingRow, YearPage
from dspdesk.ui import theme, told, wording
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.place import Place, has_keys
from dspdesk.ui.progress import Bar
from dspdesk.ui.services import Services
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Choice,
    EmptyState,
    Note,
    Panel,
    PlainButton,
    set_tone,
)
from dspdesk.ui.year.carry_list import CarryList
from dspdesk.ui.year.carrying import Carrying
from dspdesk.ui.year.closing import ClosingDialog
from dspdesk.ui.year.journal_card import Filters, JournalCard
from dspdesk.ui.year.journal_cards import JournalCards
from dspdesk.ui.year.wording import book_name

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_LEFT, _RIGHT = 34, 66  # shares of the width


class YearPlace(Place):
    """One year on its way to its end: its journals at the left, what passes to the next year at the right."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__()
        self._desk, self._services = desk, services
        self.year = 0
        self._page: YearPage | None = None
        self._newest = Newest(self)
        self._carrying = Carrying(desk, self)
        self._busy = False
        self.journals, self.list = JournalCards(), CarryList()
        self._build()
        self._connect()

    # --- what the main window knows of a place ---

    def title(self) -> str:
        return _("Closing the year {year}").format(year=self.year) if self.year else _("Closing the year")

    def primary_text(self) -> str:
        """The next step of the year: carry over, close, print."""
        if self._page is None or self._busy:
            return ""
        if self._may_carry() and self.list.chosen:
            return _("Carry over to {year}: {n}").format(
                year=self._next_year(), n=wording.grouped(len(self.list.chosen))
            )
        if self._page.closed:
            return _("Print the bundle…") if self._desk.may(Action.PRINT_JOURNALS) else ""
        return _("Close the next journal…") if self.journals.open_card() is not None else ""

    def primary(self) -> None:
        if self._page is None or self._busy:
            return
        if self._may_carry() and self.list.chosen:
            self.carry_over()
        elif self._page.closed:
            self.print_paper()
        elif (card := self.journals.open_card()) is not None:
            self._close(card)

    def status(self) -> str:
        if self._page is None or not self._page.rows:
            return ""
        closed = sum(1 for row in self._page.rows if row.journal.closed)
        words = _("closed journals: {closed} of {total} · carried over: {carried}")
        return words.format(
            closed=closed, total=len(self._page.rows), carried=wording.grouped(self._page.carried)
        )

    def panes(self) -> list[QWidget]:
        if self._empty.isVisibleTo(self):
            return [self._years]
        panes = [self.journals.first()]
        return [*panes, self.list.grid] if self.list.isVisibleTo(self) else panes

    def refresh(self) -> None:
        self._list_years()
        year = self.year
        self._newest.ask(partial(_ask, self._desk, year), self._arrived, PATIENCE)

    def loaded(self) -> bool:
        return self._newest.idle() and not self._busy

    def filter_column(self) -> None:
        if self.list.isVisibleTo(self):
            self.list.filter.setFocus()
            self.list.filter.selectAll()

    def clear_filters(self) -> None:
        self.list.filter.clear()
        self.list.grid.setFocus()

    def print_paper(self) -> None:
        """Print the bundle: every closed journal of the year, one after the other."""
        if self._page is None or not any(row.journal.closed for row in self._page.rows):
            return
        if self._desk.may(Action.PRINT_JOURNALS):
            language = current_language().value
            request = PaperRequest(paper="registration_journal", language=language, year=self.year)
            self._services.preview(self.window(), self._desk, request)

    # --- what a person does ---

    def show_year(self, year: int) -> None:
        """Show another year."""
        if year != self.year:
            self.year = year
            self.list.forget()
            self._say("")
        self.refresh()
        self.title_changed.emit()

    def carry_over(self) -> None:
        """Register the ticked documents anew in the journals of the running year."""
        self._wait(_("The documents are registered anew…"))
        self._carrying.start(self.list.ids(), self._next_year())
        self._cancel.setVisible(self._carrying.can_be_cancelled)

    def _carried(self, done: Sequence[object]) -> None:
        text = ngettext(
            "{n} document is registered anew in {year}.",
            "{n} documents are registered anew in {year}.",
            len(done),
        )
        self._over(text.format(n=wording.grouped(len(done)), year=self._next_year()), Tone.GOOD)
        self.written.emit()

    def _not_carried(self, error: Exception) -> None:
        lines = told.in_words(error).split("\n") if isinstance(error, Refused) else [told.in_words(error)]
        more = [_("and {n} more").format(n=len(lines) - 3)] if len(lines) > 3 else []
        self._over("\n".join([*lines[:3], *more]), Tone.BAD)

    def _close(self, card: JournalCard) -> None:
        dialog = ClosingDialog(self._desk, card.rows, self.window())
        dialog.saved.connect(partial(self._closed, book_name(card.rows)))
        dialog.open()

    def _closed(self, name: str, _result: object) -> None:
        self._say(_("“{journal}” is closed.").format(journal=name), Tone.GOOD)
        self.refresh()
        self.written.emit()

    def _print(self, card: JournalCard) -> None:
        journal = card.rows[0].journal
        request = PaperRequest(
            paper="registration_journal",
            language=journal.language,
            journal_id=journal.id if journal.section_of is None else None,
            common_id=journal.section_of,
        )
        self._services.preview(self.window(), self._desk, request)

    def _open_journal(self, row: ClosingRow, filters: Filters) -> None:
        self.filter_asked.emit(row.journal.kind, row.journal.year, filters)

    def _show_numbers(self, row: ClosingRow) -> None:
        from dspdesk.ui import numbers

        numbers.show(self.window(), self._desk, self._services, row.journal, self._numbers_settled)

    def _numbers_settled(self) -> None:
        self.refresh()
        self.written.emit()

    # --- the page ---

    def _list_years(self) -> None:
        found = set(journal_closing.years(self._desk))
        self.year = self.year or journal_closing.proposed_year(self._desk)
        years = sorted(found | {self.year}, reverse=True)
        if years != [self._years.itemData(at) for at in range(self._years.count())]:
            self._years.clear()
            for year in years:
                self._years.addItem(_("Year {year}").format(year=year), year)
        self._years.setCurrentIndex(years.index(self.year))

    def _arrived(self, found: "tuple[YearPage, list[Candidate]]") -> None:
        self._page, rows = found
        had_keys = has_keys(self)
        self.journals.show_page(self._page, may_print=self._desk.may(Action.PRINT_JOURNALS))
        self._chain()
        self.list.show_candidates(rows, self._page.unfinished)
        self._show_parts(self._page, rows)
        self.status_changed.emit()
        if had_keys and not has_keys(self):
            self.take_focus()
        self.title_changed.emit()

    def _chain(self) -> None:
        """Tab goes from the year through its journals to the list."""
        for one, other in pairwise([self._years, *self.journals.buttons(), self.list.filter]):
            QWidget.setTabOrder(one, other)

    def _show_parts(self, page: YearPage, rows: Sequence[Candidate]) -> None:
        self._empty.title.setText(_("No journal in {year}").format(year=self.year))
        self._empty.setVisible(not page.rows)
        self._splitter.setVisible(bool(page.rows))
        self.list.setVisible(bool(rows))
        self._none_left.setVisible(not rows)
        self.list.heading.setText(_("Not finished in {year}").format(year=self.year))
        self._when.setText(self._say_when(rows))
        self._when.setVisible(bool(self._when.text()))

    def _say_when(self, rows: Sequence[Candidate]) -> str:
        """What passes to the next year, and from when on."""
        if not rows:
            return ""
        if not self._may_carry():
            day = _("1 January {year}").format(year=self.year + 1)
            return _(
                "Documents are carried over from {day} on. What is finished by then is filed in its case."
            ).format(day=day)
        return _(
            "Ticked documents are registered anew in {year} with all that is known of them, and both entries name "
            "each other. File the others in their cases."
        ).format(year=self._next_year())

    def _may_carry(self) -> bool:
        return self._desk.may(Action.CARRY_OVER) and self._desk.today().year > self.year

    def _next_year(self) -> int:
        """The year in whose journals documents are registered anew: that of the day on which it is done."""
        return self._desk.today().year

    # --- work under way ---

    def _wait(self, text: str) -> None:
        self._busy = True
        self._say(text)
        self._bar.begin()
        self._bar.show()
        for part in (self._splitter, self._years):
            part.setEnabled(False)
        self.status_changed.emit()

    def _over(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        self._busy = False
        self._bar.hide()
        self._cancel.hide()
        for part in (self._splitter, self._years):
            part.setEnabled(True)
        self._say(text, tone)
        self.refresh()
        self.status_changed.emit()

    def _say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        set_tone(self._note, tone)
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.setAccessibleDescription(text)

    # --- building ---

    def _build(self) -> None:
        self._years = Choice(_("Year"))
        self._years.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._note, self._bar = Note(), Bar(_("Work under way"))
        self._note.hide()
        self._bar.hide()
        self._bar.setMaximumWidth(theme.em(self, 14))
        self._cancel = PlainButton(_("Cancel"))
        self._cancel.hide()
        tools = QHBoxLayout()
        tools.addWidget(self._years, 0, Qt.AlignmentFlag.AlignTop)
        tools.addWidget(self._note, 1)
        tools.addStretch(0)
        for part in (self._bar, self._cancel):
            tools.addWidget(part)
        self._empty = EmptyState(
            "", _("Journals open by themselves with their first entry. Choose a year that has some.")
        )
        self._empty.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.em(self, 0.7))
        whole.addLayout(tools)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._panes(), 1)

    def _panes(self) -> QSplitter:
        splitter = self._splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.em(self, 0.8))
        splitter.addWidget(self.journals)
        splitter.addWidget(self._right())
        for at, share in enumerate((_LEFT, _RIGHT)):
            splitter.setStretchFactor(at, share)
        splitter.setSizes([theme.em(self, _LEFT), theme.em(self, _RIGHT)])
        return splitter

    def _right(self) -> Panel:
        panel = Panel()
        self._when = Note()
        self._none_left = EmptyState(
            _("Nothing is left to carry over"),
            _("Every document of this year is filed, destroyed or carried over."),
        )
        panel.body.addWidget(self.list, 1)
        panel.body.addWidget(self._none_left, 1)
        panel.body.addWidget(self._when)
        return panel

    def _connect(self) -> None:
        self._years.activated.connect(lambda _at: self.show_year(self._years.currentData()))
        self.journals.journal_asked.connect(self._open_journal)
        self.journals.numbers_asked.connect(self._show_numbers)
        self.journals.ground_asked.connect(self.list.narrow_to)
        self.journals.closing_asked.connect(self._close)
        self.journals.print_asked.connect(self._print)
        self.list.ticked.connect(self.status_changed)
        self._carrying.progress.connect(self._bar.show_progress)
        self._carrying.done.connect(self._carried)
        self._carrying.failed.connect(self._not_carried)
        self._carrying.cancelled.connect(lambda: self._over(_("Nothing was carried over.")))
        self._cancel.clicked.connect(self._carrying.cancel)


def _ask(desk: "Desk", year: int) -> tuple[YearPage, list[Candidate]]:
    """What the page states; asked in a thread."""
    page = journal_closing.year_page(desk, year)
    return page, carry_over.candidates(desk, year) if desk.may(Action.CARRY_OVER) else []


def make(desk: "Desk", services: Services) -> Place:
    """The place of the main window."""
    return YearPlace(desk, services)
