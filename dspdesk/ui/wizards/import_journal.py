"""Bringing a clerk's spreadsheet in: file, columns, a dry run, the import, its result.

It can be left at any time: nothing is written before the fourth step, and Cancel there rolls everything back.
"""

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.language.sentences import Told
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import JournalKind
from dspdesk.ui import ask, keys, theme, told, wording, work
from dspdesk.ui.fitting import fit
from dspdesk.ui.job import Job
from dspdesk.ui.steps import Steps
from dspdesk.ui.widgets.basics import EmptyState, PlainButton, PrimaryButton, Title
from dspdesk.ui.wizards.import_columns import ColumnsPage
from dspdesk.ui.wizards.import_file import FilePage
from dspdesk.ui.wizards.import_result import ImportResult
from dspdesk.ui.wizards.running import Running

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.importing import Imported
    from dspdesk.spreadsheets.choice import ImportChoice
    from dspdesk.spreadsheets.outline import Outline

_WIDTH, _HEIGHT = 92, 54  # in ems
_STEPS_WIDTH = 16
_MOST_ROWS_SHOWN = 2000
SHEETS = "*.xlsx *.xls *.ods"


class Step(IntEnum):
    """Where one is."""

    FILE = 0
    COLUMNS = 1
    CHECK = 2
    IMPORT = 3
    RESULT = 4


class ImportWizard(QDialog):
    """One file into one journal. Dry run and import are jobs in a child process; Cancel ends them."""

    imported = Signal()

    def __init__(self, desk: "Desk", kind: JournalKind, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._path = Path()
        self._choice: ImportChoice | None = None
        self._job: Job | None = None
        self._reason = ""
        self._step = Step.FILE
        self.file = FilePage(kind, year, desk.today().year)
        self.columns = ColumnsPage()
        self.running = Running()
        self.found = ImportResult()
        self.refusal = EmptyState("", "")
        self.leave = PlainButton(_("Close"), keys.LEAVE.keys)
        self.back = PlainButton(_("Back"), keys.STEP_BACK.shown)
        self.go = PrimaryButton("", keys.STEP_ON.shown)
        self._lay_out()
        self._show(Step.FILE, self.file)

    # --- the steps ---

    def choose_file(self) -> None:
        """Choose the spreadsheet; what it looks like is read at once."""
        sheets = _("Spreadsheets ({pattern})").format(pattern=SHEETS)
        filters = ";;".join((sheets, _("All files") + " (*)"))
        ask.open_path(self, _("Import a spreadsheet"), filters, self._chosen)

    def go_on(self) -> None:
        """The next step, where nothing stands against it."""
        if not (self.go.isVisible() and self.go.isEnabled()):
            return
        if self._step is Step.FILE and self._choice is not None:
            self.columns.show_choice(self._choice)
            self._show(Step.COLUMNS, self.columns)
        elif self._step is Step.COLUMNS:
            self._run(dry_run=True)
        elif self._step is Step.CHECK:
            self._run(dry_run=False)

    def go_back(self) -> None:
        """The step before; what was said there is still there."""
        if not (self.back.isVisible() and self.back.isEnabled()):
            return
        if self._step is Step.COLUMNS or self._choice is None:
            self._show(Step.FILE, self.file)
        else:
            self._show(Step.COLUMNS, self.columns)

    # --- the file ---

    def _chosen(self, path: Path) -> None:
        from dspdesk.spreadsheets.reading import outline_in_child

        self._path, self._reason, self._choice = path, "", None
        self.running.begin(_("{file} is being read; nothing is written yet").format(file=path.name))
        self._show(Step.FILE, self.running)
        self._reading = work.run(lambda: outline_in_child(path), self._looked_at, self._failed)

    def _looked_at(self, outline: "Outline") -> None:
        from dspdesk.spreadsheets.choice import ImportChoice
        from dspdesk.spreadsheets.memory import recall

        self._choice = ImportChoice(
            outline, self.file.chosen_kind(), lambda kind, sheet: recall(self._desk, kind, sheet)
        )
        self.file.show_file(self._choice)
        self._show(Step.FILE, self.file)
        self.go.setFocus()

    # --- the two runs ---

    def _run(self, *, dry_run: bool) -> None:
        from dspdesk.procedures.importing import ImportJournal

        if self._choice is None:
            return
        command = ImportJournal(
            path=self._path,
            journal=self.file.chosen_kind(),
            year=self.file.year.currentData(),
            dry_run=dry_run,
            reason=self._reason,
            mapping=self._choice.mapping(),
        )
        self._job = Job(self._desk.ticket(), "import", command, self)
        self._job.progress.connect(self.running.show_progress)
        self._job.done.connect(self._checked if dry_run else self._done)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._cancelled)
        words = (
            _("{file} is being read; nothing is written yet") if dry_run else _("{file} is being imported")
        )
        self.running.begin(words.format(file=self._path.name))
        self._show(Step.CHECK if dry_run else Step.IMPORT, self.running)
        self._job.start()

    def _checked(self, found: "Imported") -> None:
        self._dry = found
        self.found.show_found(self._path.name, found, done=False)
        self._show(Step.CHECK, self.found)
        (self.go if found.imported else self.back).setFocus()
        self._ask_rows(found)

    def _done(self, done: "Imported") -> None:
        self._remember()
        self.found.show_found(self._path.name, done, done=True)
        self._show(Step.RESULT, self.found)
        self.leave.setFocus()
        self._ask_rows(done)
        self.imported.emit()

    def _cancelled(self) -> None:
        """What had begun is rolled back; one is where one was."""
        if self._step is Step.IMPORT:
            self._show(Step.CHECK, self.found)
            self.found.say(_("The import was cancelled. Nothing was written."))
            self.go.setFocus()
        else:
            self._show(Step.COLUMNS, self.columns)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NeedsReason):
            self._show(Step.CHECK, self.found)
            ask.reason(self, _("Import all the same?"), told.in_words(error), self._with_reason)
            return
        words = told.in_words(error)
        self.refusal.title.setText(
            _("This file cannot be imported")
            if isinstance(error, Refused)
            else _("The file was not imported")
        )
        self.refusal.text.setText(words)
        self._show(self._step, self.refusal)
        (self.other if self._choice is None else self.back).setFocus()

    def _with_reason(self, reason: str) -> None:
        self._reason = reason
        self._run(dry_run=False)

    def _ask_rows(self, found: "Imported") -> None:
        """Fetch the rows held back as they stand in the sheet, to be looked at beside the reasons."""
        from dspdesk.spreadsheets.reading import rows_in_child

        choice, path = self._choice, self._path
        wanted = [(held.sheet, held.row) for held in found.held_back[:_MOST_ROWS_SHOWN]]
        if choice is None or not wanted:
            return
        headings = choice.headings()
        work.run(
            lambda: rows_in_child(path, wanted),
            lambda rows: self.found.show_rows(dict(zip(wanted, rows, strict=True)), headings),
            lambda _error: None,  # the reasons are there all the same
        )

    def _remember(self) -> None:
        """Next year's sheet of the same headings maps itself as this one did."""
        from dspdesk.spreadsheets import memory

        choice = self._choice
        if choice is None:
            return
        what = self._desk, choice.kind, choice.sheet
        try:
            if choice.by_hand():
                memory.remember(*what, choice.start, choice.fields)
            elif choice.remembered is not None:
                memory.forget(*what, choice.start)
        except (Told, Refused):
            pass  # the journal is in; a mapping that is not kept is only said again

    # --- what is shown ---

    def _show(self, step: Step, page: QWidget) -> None:
        self._step = step
        self.steps.show_step(step)
        self._stack.setCurrentWidget(page)
        self.title.setText(self._names()[step])
        running, refused = page is self.running, page is self.refusal
        self.leave.setEnabled(not running)
        self.back.setVisible(step in {Step.COLUMNS, Step.CHECK, Step.IMPORT})
        self.back.setEnabled(not running)
        self.other.setVisible(refused and self._choice is None)
        self.go.setVisible(not refused and step in {Step.FILE, Step.COLUMNS, Step.CHECK})
        self._may_go()
        if running:
            self.running.cancel.setFocus()
        elif page in {self.file, self.columns}:
            page.take_focus()

    def _may_go(self) -> None:
        words, may = _("Next"), self._stack.currentWidget() is not self.running
        if self._step is Step.FILE:
            may = may and self._choice is not None
        elif self._step is Step.COLUMNS:
            may = may and self.columns.passable()
        elif self._step is Step.CHECK and self._stack.currentWidget() is self.found:
            text = ngettext("Import {n} row", "Import {n} rows", self._dry.imported)
            words, may = text.format(n=wording.grouped(self._dry.imported)), bool(self._dry.imported)
        self.go.set_text(words, keys.STEP_ON.shown)
        self.go.setEnabled(may)

    def reject(self) -> None:
        """Leave; a run under way is ended first."""
        if self._job is not None and not self._job.over:
            self._job.cancel()
            return
        if self._stack.currentWidget() is self.running:
            self._reading.forget()
            self.file.show_start()
            self._show(Step.FILE, self.file)
            return
        super().reject()

    # --- how it stands ---

    def _names(self) -> list[str]:
        return [_("File and journal"), _("Columns"), _("Check"), _("Import"), _("Result")]

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Import a spreadsheet"))
        self.title = Title()
        self.steps = Steps(_("Import a spreadsheet"), self._names())
        self.steps.setFixedWidth(theme.em(self, _STEPS_WIDTH))
        self.other = PlainButton(_("Another file…"))
        self._stack = QStackedWidget()
        for page in (self.file, self.columns, self.running, self.found, self.refusal):
            self._stack.addWidget(page)
        right = QVBoxLayout()
        right.setSpacing(theme.em(self, 0.9))
        right.addWidget(self.title)
        right.addWidget(self._stack, 1)
        right.addLayout(self._foot())
        whole = QHBoxLayout(self)
        pad = theme.em(self, 1.3)
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(pad)
        whole.addWidget(self.steps)
        whole.addLayout(right, 1)
        self._bind()
        fit(self, _WIDTH, _HEIGHT)

    def _bind(self) -> None:
        for asking in (self.file.file_asked, self.other.clicked):
            asking.connect(self.choose_file)
        self.columns.changed.connect(self._may_go)
        self.go.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.leave.clicked.connect(self.reject)
        self.running.cancel.clicked.connect(self.reject)
        for key in (keys.STEP_ON, keys.SAVE_AND_NEXT):
            keys.bind(self, key, self.go_on)
        keys.bind(self, keys.STEP_BACK, self.go_back)
        keys.bind(self, keys.HELP, lambda: keys.show(self))

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        for button in (self.leave, self.other, self.go):
            row.addWidget(button)
        for button in (self.leave, self.other, self.go, self.back):
            button.setAutoDefault(True)
        return row


def show(parent: QWidget, desk: "Desk", kind: JournalKind, year: int, on_done: Callable[[], None]) -> None:
    """Open the import over a window."""
    dialog = ImportWizard(desk, kind, year, parent)
    dialog.imported.connect(on_done)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
