"""The ledger: who did what and when, newest first; checking a paper from the shelf, verifying everything."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dspdesk.language.catalogue import _
from dspdesk.language.dates import day_and_time
from dspdesk.law.roles import Action
from dspdesk.queries import ledger as queries
from dspdesk.queries.ledger import LedgerLine, LedgerPage, Wanted
from dspdesk.queries.ledger_words import KINDS
from dspdesk.queries.paper_words import told
from dspdesk.ui import ask, wording, working
from dspdesk.ui.cards.fields import DateField
from dspdesk.ui.job import Job
from dspdesk.ui.place import Place
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import Choice, EmptyState, PlainButton, hide_unless

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_LEAST = 8  # letters of each choice above the grid
PAGE = 500  # entries shown at first, and more each time


class LedgerPlace(RegisterPlace[LedgerLine]):
    """Pages of the ledger; only what was asked for is in memory, however long the ledger is."""

    def __init__(self, desk: "Desk") -> None:
        def when(line: LedgerLine) -> str:
            return day_and_time(wording.local(line.at, desk))

        columns: list[RegisterColumn[LedgerLine]] = [
            RegisterColumn(
                key="id", title=_("№"), width=6, text=_number, sort=lambda line: -line.id, right=True
            ),
            RegisterColumn(key="at", title=_("When"), width=11, text=when, sort=lambda line: line.at),
            RegisterColumn(key="name", title=_("Who"), width=13, text=lambda line: line.name),
            RegisterColumn(key="step", title=_("Step"), width=18, text=lambda line: line.step, stretch=True),
            RegisterColumn(key="about", title=_("Of what"), width=11, text=lambda line: line.about),
            RegisterColumn(key="reason", title=_("Reason"), width=16, text=lambda line: line.reason),
        ]  # fmt: skip
        super().__init__(desk, columns, _("Ledger"))
        self._wanted_entries = Wanted()
        self._page: LedgerPage | None = None
        self._going_on = False
        self.kind, self.by = Choice(_("Kind of steps")), Choice(_("Person"))
        self.day = DateField(desk.today)
        self.older = PlainButton(_("Older ones…"))
        self._add_tools()

    def title(self) -> str:
        return _("Ledger")

    def primary_text(self) -> str:
        return _("Check a paper…") if self._desk.may(Action.VERIFY) else ""

    def primary(self) -> None:
        """Type the code in the margin of a paper and learn what the ledger says of it."""
        ask.name(self.window(), _("Check a paper"), _("Code in the bottom margin"), "", self._check_paper)

    # --- the register ---

    def ask_rows(self) -> LedgerPage:  # type: ignore[override]  # a page knows where to go on
        """What was entered meanwhile and all that is shown; or the page below it, when older ones are asked for."""
        before = self._page
        if before is None:
            return queries.page(self._desk, self._wanted_entries, PAGE)
        if not self._going_on:
            return queries.page(self._desk, self._wanted_entries, max(PAGE, len(before.lines)))
        older = queries.page(self._desk, self._wanted_entries, PAGE, before.rest)
        return LedgerPage(before.lines + older.lines, older.total, older.rest)

    def _arrived(self, rows: Any) -> None:
        self._page, self._going_on = rows, False
        super()._arrived(rows.lines)
        self.older.setVisible(bool(rows.rest))

    def key_of(self, row: LedgerLine) -> int:
        return row.id

    def facts(self, row: LedgerLine) -> list[tuple[str, str]]:
        found = queries.details(self._desk, row.id)
        facts = [
            (row.step, ""),
            (_("When"), day_and_time(wording.local(row.at, self._desk))),
            (_("Who"), f"{row.name} ({row.by})"),
            (_("With them"), row.second),
            (_("Of what"), row.about),
            (_("Reason"), row.reason),
            (_("Code"), row.code),
        ]
        if found is not None and found.hidden:
            facts.append((_("Rows written"), wording.grouped(found.hidden)))
            facts.append((_("What they say"), _("not shown to your role")))
        elif found is not None:
            facts += [(one.field, one.value) for one in found.fields]
        return [(name, value) for name, value in facts if value or name == row.step]

    def steps(self, row: LedgerLine) -> list[tuple[str, Callable[[], None]]]:
        kind, _colon, key = row.subject.partition(":")
        if kind != "item" or not self._desk.may(Action.READ_JOURNALS):
            return []
        return [(_("Show the entry"), lambda: self._land_on(int(key)))]

    def status(self) -> str:
        if self._page is None:
            return ""
        return _("{shown} of {total}").format(
            shown=wording.grouped(len(self.model.rows)), total=wording.grouped(self._page.total)
        )

    def beginning(self) -> EmptyState:
        return EmptyState(_("Nothing found"), _("No step of the ledger is of this kind, person and day."))

    def refresh(self) -> None:
        if not self.by.count():
            self._fill_people()
        super().refresh()

    # --- which entries ---

    def show_older(self) -> None:
        """Go on from the oldest entry looked at."""
        self._going_on = self._page is not None and bool(self._page.rest)
        super().refresh()

    def _narrowed(self) -> None:
        day: dt.date | None = self.day.value()
        wanted = Wanted(self.by.currentData() or "", self.kind.currentData() or "", day)
        if wanted != self._wanted_entries:
            self._wanted_entries, self._page = wanted, None
            super().refresh()

    def _fill_people(self) -> None:
        self.by.addItem(_("Everybody"), "")
        for login, name in queries.people(self._desk):
            self.by.addItem(f"{name} ({login})", login)

    def _add_tools(self) -> None:
        self.kind.addItem(_("All steps"), "")
        for key, words in KINDS.items():
            self.kind.addItem(_(words), key)
        self.day.setAccessibleName(_("Day"))
        self.day.setMaximumWidth(self.day.fontMetrics().horizontalAdvance("00.00.0000") * 2)
        verify = PlainButton(_("Verify everything…"))
        for choice in (self.kind, self.by):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_LEAST)  # names know no end, and a screen does
            choice.activated.connect(lambda _at: self._narrowed())
            self.add_tool(choice)
        self.day.left.connect(self._narrowed)
        self.day.returnPressed.connect(self._narrowed)
        self.older.clicked.connect(self.show_older)
        self.older.hide()
        verify.clicked.connect(self.verify)
        for tool in (self.day, self.older, verify):
            self.add_tool(tool)
        hide_unless(verify, allowed=self._desk.may(Action.VERIFY))

    # --- steps ---

    def verify(self) -> None:
        """Check the file, the chain, and every row against its last entry."""
        words = _("Verifying"), _("Every page, every link of the ledger and every row is compared.")
        working.run(self.window(), words, Job(self._desk.ticket(), "verify", None, self), self._verified)

    def _verified(self, wrong: list[str]) -> None:
        text = _("Everything is whole.") if not wrong else "\n".join(wrong)
        ask.tell(self.window(), _("Verified") if not wrong else _("Not everything agrees"), text)

    def _check_paper(self, code: str) -> None:
        words = _("Check a paper"), _("The ledger is read up to the printing of this paper.")
        job = Job(self._desk.ticket(), "check_paper", code, self)
        working.run(
            self.window(),
            words,
            job,
            lambda paper: ask.tell(self.window(), words[0], told(self._desk, paper)),
        )

    def _land_on(self, item_id: int) -> None:
        from dspdesk.queries.item import item

        if (found := item(self._desk, item_id)) is not None:
            self.landed.emit(item_id, found.journal.year, found.journal.kind)


def _number(line: LedgerLine) -> str:
    return wording.grouped(line.id)


def make(desk: "Desk", _services: Services) -> Place:
    """Build the place."""
    return LedgerPlace(desk)
