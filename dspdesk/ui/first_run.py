"""The first window of all: create a store, open one, or look at the sample."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui import ask, theme
from dspdesk.ui.entrance import Entrance
from dspdesk.ui.job import Job
from dspdesk.ui.progress import Bar
from dspdesk.ui.told import in_words
from dspdesk.ui.widgets.basics import Caption, Heading, Panel, PlainButton, PrimaryButton

SUFFIX = ".dspdesk"


class FirstRun(Entrance):
    """Three calm choices."""

    creating = Signal()  # a store is to be created
    chosen = Signal(Path)  # an existing store is to be opened
    restoring = Signal()  # a store is to come back from a backup
    sample = Signal(object)  # demo.Demo: the sample store is there and can be opened

    def __init__(self, folder: Path | None = None, items: int = 1500) -> None:
        super().__init__(_("Welcome"), _("Where are the records?"))
        self._folder, self._items = folder or sample_folder(), items
        self._job: Job | None = None
        self.create_button = PrimaryButton(_("Create…"))
        self.open_button = PlainButton(_("Open…"))
        self.sample_button = PlainButton(_("Look at the sample"))
        self.restore_button = PlainButton(_("Restore from a backup…"))
        self.restore_button.setAutoDefault(True)
        self.progress = SampleProgress()
        self.progress.cancel.clicked.connect(self._cancel)
        self._lay_out()

    def width_of_body(self) -> int:
        return 62

    # --- the three choices ---

    def open_existing(self) -> None:
        """Choose an existing store."""
        stores = _("Stores ({pattern})").format(pattern=f"*{SUFFIX}")
        ask.open_path(self, _("Open a store"), ";;".join((stores, _("All files") + " (*)")), self.chosen.emit)

    def open_sample(self) -> None:
        """Open the sample store, building it when it is not there yet."""
        from dspdesk.demo import Demo

        self._folder.mkdir(parents=True, exist_ok=True)
        demo = Demo(self._folder / f"sample{SUFFIX}", items=self._items, key_file=self._folder / "sample.key")
        if demo.path.exists():
            self.sample.emit(demo)
            return
        self._busy(True)
        self._job = Job(b"", "demo", demo, self)
        self._job.progress.connect(self.progress.show_progress)
        self._job.done.connect(lambda _result: self._built(demo))
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(lambda: self._broken_off(demo.path))
        self._job.start()

    def _built(self, demo: object) -> None:
        self._busy(False)
        self.sample.emit(demo)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        ask.tell(self, _("The sample was not made"), in_words(error))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _broken_off(self, path: Path) -> None:
        """Half a sample is of no use: it holds nothing but invented records."""
        self._busy(False)
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink(missing_ok=True)

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        buttons = self.create_button, self.open_button, self.sample_button, self.restore_button
        for button in (*buttons, self.languages):
            button.setEnabled(not busy)
        (self.progress.cancel if busy else self.sample_button).setFocus()

    # --- what it looks like ---

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.em(self, 1.0))
        for title, text, button in (
            (
                _("A new store"),
                _(
                    "Everything lives in one encrypted file on this workstation. You will be its first worker."
                ),
                self.create_button,
            ),
            (
                _("An existing store"),
                _("Open the file that your office keeps its records in."),
                self.open_button,
            ),
            (
                _("The sample"),
                _("Invented records of a year to look at and to try everything on. Nothing in it is real."),
                self.sample_button,
            ),
        ):
            row.addWidget(_choice(title, text, button), 1)
        self.body.addLayout(row)
        self.body.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.progress)
        self.create_button.clicked.connect(self.creating)
        self.open_button.clicked.connect(self.open_existing)
        self.sample_button.clicked.connect(self.open_sample)
        self.restore_button.clicked.connect(self.restoring)
        self.create_button.setFocus()


class SampleProgress(QWidget):
    """How far the sample has been built, and the way out of it."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = Bar(_("Making the sample"))
        self.show_progress = self._bar.show_progress
        self.cancel = PlainButton(_("Cancel"))
        self.cancel.setAutoDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Caption(_("Making the sample")))
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        self.hide()


def _choice(title: str, text: str, button: QPushButton) -> Panel:
    panel = Panel()
    panel.body.addWidget(Heading(title))
    words = Caption(text, wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    panel.body.addWidget(words, 1)
    panel.body.addWidget(button)
    button.setAutoDefault(True)
    button.setAccessibleDescription(text)
    return panel


def sample_folder() -> Path:
    """Where the sample store lies: among this account's own data."""
    return (
        Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)) / "dspdesk"
    )
