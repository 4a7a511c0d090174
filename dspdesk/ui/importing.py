"""Bringing a clerk's spreadsheet in: a dry run first, what is held back and why, then all of it or nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import JournalKind
from dspdesk.ui import ask, keys, theme, told, wording
from dspdesk.ui.fitting import fit
from dspdesk.ui.import_result import ImportResult
from dspdesk.ui.job import Job
from dspdesk.ui.progress import Bar
from dspdesk.ui.widgets.basics import (
    Caption,
    Choice,
    EmptyState,
    Note,
    PlainButton,
    PrimaryButton,
    Title,
    labelled,
)

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.importing import Imported

_WIDTH, _HEIGHT = 70, 50  # in ems
_YEARS_BACK = 15
SHEETS = "*.xlsx *.xls *.ods"


class ImportDialog(QDialog):
    """Choose → dry run → what would come in → import → what came in.

    Both runs are one job in a child process; Cancel ends it, and nothing is half done.
    """

    imported = Signal()

    def __init__(self, desk: "Desk", kind: JournalKind, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._path: Path | None = None
        self._job: Job | None = None
        self._reason = ""
        self.kind, self.year = self._choices(kind, year)
        self.choose = PrimaryButton(_("Choose a file…"), "Enter")
        self.progress = Progress()
        self.found = ImportResult()
        self.refusal = EmptyState("", "")
        self.status = Note()
        self.leave = PlainButton(_("Close"), keys.LEAVE.keys)
        self.other = PlainButton(_("Another file…"))
        self.go = PrimaryButton("", keys.SAVE_AND_NEXT.keys)
        self._lay_out()
        self._show_start()

    # --- the file ---

    def choose_file(self) -> None:
        """Choose the spreadsheet; the dry run begins at once."""
        sheets = _("Spreadsheets ({pattern})").format(pattern=SHEETS)
        ask.open_path(
            self, _("Import a spreadsheet"), ";;".join((sheets, _("All files") + " (*)")), self._chosen
        )

    def _chosen(self, path: Path) -> None:
        self._path, self._reason = path, ""
        self._run(dry_run=True)

    # --- the two runs ---

    def run_import(self) -> None:
        """Import the rows that the dry run found good."""
        if self._stack.currentWidget() is self.found and self.go.isVisible():
            self._run(dry_run=False)

    def _run(self, *, dry_run: bool) -> None:
        from dspdesk.procedures.importing import ImportJournal

        command = ImportJournal(
            path=self._path or Path(),
            journal=JournalKind(self.kind.currentData()),  # Qt keeps it as text
            year=self.year.currentData(),
            dry_run=dry_run,
            reason=self._reason,
        )
        self._job = Job(self._desk.ticket(), "import", command, self)
        self._job.progress.connect(self.progress.show_progress)
        self._job.done.connect(self._found if dry_run else self._done)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._show_start)
        self._show_progress(dry_run=dry_run)
        self._job.start()

    def _found(self, found: "Imported") -> None:
        self.found.show_found(self._name(), found, done=False)
        words = ngettext("Import {n} row", "Import {n} rows", found.imported)
        self.go.set_text(words.format(n=wording.grouped(found.imported)), keys.SAVE_AND_NEXT.keys)
        self._show(self.found, go=found.imported > 0, other=True)
        (self.go if found.imported else self.other).setFocus()

    def _done(self, done: "Imported") -> None:
        self.found.show_found(self._name(), done, done=True)
        self._show(self.found, go=False, other=False)
        self.leave.setFocus()
        self.imported.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NeedsReason):
            ask.reason(self, _("Import all the same?"), told.in_words(error), self._with_reason)
            self._show(self.found, go=True, other=True)
            return
        title = (
            _("This file cannot be imported")
            if isinstance(error, Refused)
            else _("The file was not imported")
        )
        self.refusal.title.setText(title)
        self.refusal.text.setText(told.in_words(error))
        self._show(self.refusal, go=False, other=True)
        self.other.setFocus()

    def _with_reason(self, reason: str) -> None:
        self._reason = reason
        self._run(dry_run=False)

    def _name(self) -> str:
        return self._path.name if self._path else ""

    # --- what is shown ---

    def _show_start(self) -> None:
        self._show(self._start, go=False, other=False)
        self.choose.setFocus()

    def _show_progress(self, *, dry_run: bool) -> None:
        words = (
            _("{file} is being read; nothing is written yet") if dry_run else _("{file} is being imported")
        )
        self.progress.begin(words.format(file=self._name()))
        self._show(self.progress, go=False, other=False)
        self.progress.cancel.setFocus()

    def _show(self, page: QWidget, *, go: bool, other: bool) -> None:
        self._stack.setCurrentWidget(page)
        self.go.setVisible(go)
        self.other.setVisible(other)
        running = page is self.progress
        self.leave.setEnabled(not running)
        for choice in (self.kind, self.year):
            choice.setEnabled(page is self._start)

    def reject(self) -> None:
        """Leave; a run under way is ended first."""
        if self._job is not None and not self._job.over:
            self._job.cancel()
            return
        super().reject()

    # --- how it stands ---

    def _choices(self, kind: JournalKind, year: int) -> tuple[Choice, Choice]:
        kinds, years = Choice(_("Journal")), Choice(_("Year"))
        for one in JournalKind:
            kinds.addItem(wording.kind_name(one), one.value)
        kinds.setCurrentIndex(kinds.findData(kind.value))
        this_year = self._desk.today().year
        for past in range(_YEARS_BACK):
            years.addItem(str(this_year - past), this_year - past)
        years.setCurrentIndex(max(years.findData(year), 0))
        return kinds, years

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Import a spreadsheet"))
        text = _(
            "The headings of the journal are found by themselves, in either language. "
            "You see what would come in before anything is written."
        )
        self._start = EmptyState(_("Choose the spreadsheet of the journal"), text)
        self._start.add_button(self.choose)
        self._stack = QStackedWidget()
        for page in (self._start, self.progress, self.found, self.refusal):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.9))
        column.addLayout(self._head())
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())
        self.choose.clicked.connect(self.choose_file)
        self.other.clicked.connect(self.choose_file)
        self.go.clicked.connect(self.run_import)
        self.leave.clicked.connect(self.reject)
        self.progress.cancel.clicked.connect(self.reject)
        keys.bind(self, keys.SAVE_AND_NEXT, self.run_import)
        keys.bind(self, keys.HELP, lambda: keys.show(self))
        fit(self, _WIDTH, _HEIGHT)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Title(_("Import a spreadsheet")), 1)
        row.addWidget(labelled(_("Journal"), self.kind))
        row.addWidget(labelled(_("Year"), self.year))
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.status, 1)
        for button in (self.leave, self.other, self.go):
            button.setAutoDefault(True)
            row.addWidget(button)
        return row


class Progress(QWidget):
    """How far a run has come, and the way out of it."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._count = Note(), Caption()
        self._bar = Bar(_("Progress"))
        self.cancel = PlainButton(_("Cancel"), keys.LEAVE.keys)
        self.cancel.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for part in (self._words, self._bar, self._count):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        column.addStretch(2)

    def begin(self, words: str) -> None:
        """Nothing done yet."""
        self._words.setText(words)
        self._count.setText("")
        self._bar.begin()

    def show_progress(self, done: int, total: int) -> None:
        """So many rows of so many."""
        self._bar.show_progress(done, total)
        text = _("{done} of {total} rows")
        self._count.setText(text.format(done=wording.grouped(done), total=wording.grouped(total)))


def show(parent: QWidget, desk: "Desk", kind: JournalKind, year: int, on_done: Callable[[], None]) -> None:
    """Open the import over a window."""
    dialog = ImportDialog(desk, kind, year, parent)
    dialog.imported.connect(on_done)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
