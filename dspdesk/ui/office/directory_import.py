"""Bringing a directory in from a clerk's sheet: a dry run first, what would come in, what is held back and why."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import DirectoryKind
from dspdesk.ui import ask, keys, theme, told, wording
from dspdesk.ui.fitting import KeysInView, fit
from dspdesk.ui.job import Job
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Caption,
    EmptyState,
    Heading,
    Note,
    Panel,
    PlainButton,
    PrimaryButton,
    Title,
    hide_unless,
    set_tone,
)
from dspdesk.ui.wizards.running import Running

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.directory_import import ImportedDirectory

SHEETS = "*.xlsx *.xls *.ods"
_WIDTH, _HEIGHT = 66, 50  # in ems
_LEAST_TABLE = 9  # ems of a table that stay in view where there is little room

TITLES = {
    DirectoryKind.CORRESPONDENTS: N_("Import correspondents"),
    DirectoryKind.PEOPLE: N_("Import people"),
    DirectoryKind.UNITS: N_("Import units"),
    DirectoryKind.PLACES: N_("Import rooms, safes and shelves"),
    DirectoryKind.FILING_PLAN: N_("Import a filing plan"),
}
#: Which columns the sheet may have, in the words that clerks head them with.
COLUMNS = {
    DirectoryKind.CORRESPONDENTS: N_(
        "One row for each correspondent. Columns: name, in one language or in both; and, if you like, address, "
        "conditional name, index, foreign."
    ),
    DirectoryKind.PEOPLE: N_(
        "One row for each person. Columns: name, position, unit, index, day of appointment; where no day is given, "
        "the position is held from today on. Enter the units first."
    ),
    DirectoryKind.UNITS: N_("One row for each unit. Columns: name, in one language or in both, and index."),
    DirectoryKind.PLACES: N_("One row for each place. Columns: room, safe, shelf; each safe names its room."),
    DirectoryKind.FILING_PLAN: N_(
        "The plan as it is kept in a spreadsheet: five columns (index, heading, cases, period with article, notes), "
        "each unit in a row of its own. The sheets of both languages can be brought in one after the other: "
        "they meet at their indexes."
    ),
}


class DirectoryImport(QDialog):
    """Choose → dry run → what would come in → bring in. Both runs are one job in a child process."""

    imported = Signal()

    def __init__(self, desk: "Desk", kind: DirectoryKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._kind = desk, kind
        self._path: Path | None = None
        self._job: Job | None = None
        self.choose = PrimaryButton(_("Choose a file…"), "Enter")
        self.start = EmptyState(_(TITLES[kind]), _(COLUMNS[kind]), self.choose)
        self.running = Running()
        self.found = DirectoryResult()
        self.refusal = EmptyState("", "")
        self.leave = PlainButton(_("Close"), keys.LEAVE.keys)
        self.other = PlainButton(_("Another file…"))
        self.go = PrimaryButton("", keys.SAVE_AND_NEXT.keys)
        self._lay_out()
        self._connect()
        self._show(self.start)

    # --- the steps ---

    def choose_file(self) -> None:
        """Ask which sheet, and look at it without writing."""
        ask.open_path(
            self, _("Which sheet?"), _("Spreadsheets ({endings})").format(endings=SHEETS), self._chosen
        )

    def bring_in(self) -> None:
        """Write the good rows."""
        if self.go.isVisible():
            self._run(dry_run=False)

    def reject(self) -> None:
        """Esc ends a run, and leaves where none is under way."""
        if self._job is not None and not self._job.over:
            self._job.cancel()
            self._show(self.start)
        else:
            super().reject()

    def _chosen(self, path: Path) -> None:
        self._path = path
        self._run(dry_run=True)

    def work(self, path: Path, *, dry_run: bool) -> tuple[str, object]:
        """The job of a run: its name and its command."""
        from dspdesk.procedures.directory_import import ImportDirectory

        return "import_directory", ImportDirectory(path=path, kind=self._kind, dry_run=dry_run)

    def _run(self, *, dry_run: bool) -> None:
        assert self._path is not None  # noqa: S101 - a run follows the choice of a file
        words = _("Reading {file}…") if dry_run else _("Bringing {file} in…")
        self.running.begin(words.format(file=self._path.name))
        self._show(self.running)
        self._job = Job(self._desk.ticket(), *self.work(self._path, dry_run=dry_run), self)
        self._job.progress.connect(self.running.show_progress)
        self._job.done.connect(self._checked if dry_run else self._done)
        self._job.failed.connect(self._failed)
        self._job.start()

    def _checked(self, found: "ImportedDirectory") -> None:
        self.found.show_found(found, done=False)
        count = len(found.entered)
        words = ngettext("Bring in {n} row", "Bring in {n} rows", count).format(n=wording.grouped(count))
        self.go.set_text(words, keys.SAVE_AND_NEXT.keys)
        self._show(self.found, may_go=bool(count))

    def _done(self, done: "ImportedDirectory") -> None:
        self.found.show_found(done, done=True)
        self._show(self.found)
        self.imported.emit()

    def _failed(self, error: Exception) -> None:
        title = (
            _("This may not be brought in") if isinstance(error, Refused) else _("The file cannot be read")
        )
        self.refusal.title.setText(title)
        self.refusal.text.setText(told.in_words(error))
        self._show(self.refusal)

    # --- how it stands ---

    def _show(self, page: QWidget, *, may_go: bool = False) -> None:
        self._stack.setCurrentWidget(page)
        self.go.setVisible(may_go)
        self.other.setVisible(page in (self.found, self.refusal))
        self.leave.setVisible(page is not self.running)
        first = {self.start: self.choose, self.running: self.running.cancel, self.refusal: self.other}
        (self.go if may_go else first.get(page, self.leave)).setFocus()

    def _connect(self) -> None:
        for button, does in (
            (self.choose, self.choose_file),
            (self.other, self.choose_file),
            (self.leave, self.reject),
            (self.running.cancel, self.reject),
            (self.go, self.bring_in),
        ):
            button.setAutoDefault(True)
            button.clicked.connect(does)
        keys.bind(self, keys.SAVE_AND_NEXT, self.bring_in)

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_(TITLES[self._kind]))
        self._stack = QStackedWidget()
        for page in (self.start, self.running, self.found, self.refusal):
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.leave, self.other, self.go):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        fit(self, _WIDTH, _HEIGHT)


class DirectoryResult(QScrollArea):
    """The counts; the rows that come in; the rows held back with their reasons. On a small screen it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.headline, self.unread = Note(), Caption(wrap=True)
        self.counts = {name: Title("", factor=1.3) for name in ("entered", "known", "held")}
        self.rows = Listed([_("Row"), _("Read as"), _("More")], _("Rows that come in"))
        self.held = Listed([_("Row"), _("Why")], _("Rows held back"))
        self._panels = [Panel(), Panel()]
        self._lay_out()

    def put_below_counts(self, part: QWidget) -> None:
        """Ask something before the rows are brought in."""
        self._column.insertWidget(1, part)

    def show_found(self, found: "ImportedDirectory", *, done: bool) -> None:
        """Show what would come in, or what came in."""
        set_tone(self.headline, Tone.GOOD if done else Tone.PLAIN)
        self.headline.setText(_headline(len(found.entered), done=done))
        unread = _("Not read: {columns}").format(columns=", ".join(found.unread_columns))
        self.unread.setText(unread if found.unread_columns else "")
        self.unread.setVisible(bool(found.unread_columns))
        values = {"entered": len(found.entered), "known": found.known, "held": len(found.held_back)}
        for name, value in values.items():
            self.counts[name].setText(wording.grouped(value))
        self.rows.fill([(str(row.row), row.name, row.more) for row in found.entered])
        self.held.fill([(str(row.row), row.reason) for row in found.held_back])
        self._panels[0].setVisible(bool(found.entered))
        self._panels[1].setVisible(bool(found.held_back))

    def _lay_out(self) -> None:
        words = {"entered": _("come in"), "known": _("stand here already"), "held": _("held back")}
        counts = QHBoxLayout()
        for name, title in self.counts.items():
            title.setAccessibleDescription(words[name])
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(title)
            pair.addWidget(Caption(words[name], wrap=True))
            counts.addLayout(pair, 1)
        top = Panel()
        top.body.addWidget(self.headline)
        top.body.addLayout(counts)
        top.body.addWidget(self.unread)
        contents = QWidget()
        self._column = column = QVBoxLayout(contents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.9))
        column.addWidget(top)
        for panel, table in zip(self._panels, (self.rows, self.held), strict=True):
            table.setMinimumHeight(theme.em(self, _LEAST_TABLE))
            panel.body.addWidget(Heading(table.accessibleName()))
            panel.body.addWidget(table, 1)
            column.addWidget(panel, 1)
        self._scroll(contents)

    def _scroll(self, contents: QWidget) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(contents)
        contents.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        KeysInView(self)


class Listed(QTableWidget):
    """Rows of a sheet as text; Ctrl+C copies all of them."""

    def __init__(self, headings: Sequence[str], name: str) -> None:
        super().__init__(0, len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)

    def fill(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows."""
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                self.setItem(at, column, QTableWidgetItem(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._text())
        else:
            super().keyPressEvent(event)

    def _text(self) -> str:
        columns = range(self.columnCount())
        model = self.model()
        rows = ([str(model.index(at, column).data()) for column in columns] for at in range(self.rowCount()))
        return "\n".join("\t".join(row) for row in rows)


def _headline(count: int, *, done: bool) -> str:
    if done:
        words = ngettext("{n} row came in.", "{n} rows came in.", count)
    elif count:
        words = ngettext(
            "{n} row can come in. Nothing is written yet.",
            "{n} rows can come in. Nothing is written yet.",
            count,
        )
    else:
        words = _("There is nothing new to bring in.")
    return words.format(n=wording.grouped(count))


def show(parent: QWidget, desk: "Desk", kind: DirectoryKind, on_done: Callable[[], None]) -> None:
    """Open the import over a window; `on_done` is called when something came in."""
    dialog = DirectoryImport(desk, kind, parent)
    dialog.imported.connect(on_done)
    dialog.open()


def tool(parent: QWidget, desk: "Desk", kind: DirectoryKind, on_done: Callable[[], None]) -> QWidget:
    """The button beside the filter of a register that opens the import; hidden from whoever may not use it."""
    from dspdesk.procedures.directory_import import NEEDS

    button = PlainButton(_("Import…"))
    button.clicked.connect(lambda: show(parent.window(), desk, kind, on_done))
    hide_unless(button, allowed=desk.may(NEEDS[kind]))
    return button
