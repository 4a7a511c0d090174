"""A dialog over long work in a child process: what is being done, how far it has come, and the way out of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.ui import ask, theme
from dspdesk.ui.fitting import SnugDialog
from dspdesk.ui.job import Job
from dspdesk.ui.progress import Bar
from dspdesk.ui.told import in_words
from dspdesk.ui.widgets.basics import Caption, PlainButton, Title

_WIDTH = 34  # ems
Done = Callable[[Any], None]


class Working(SnugDialog):
    """Closes itself when the work is over; Esc and Cancel end it. The job is its parent's: it ends a little later."""

    def __init__(self, parent: QWidget, title: str, text: str, job: Job) -> None:
        super().__init__(parent, _WIDTH)
        self._job = job
        self.setWindowTitle(title)
        self.bar = Bar(title)
        self.cancel = PlainButton(_("Cancel"), "Esc")
        self.cancel.setAutoDefault(False)  # the very Enter that opened this window would press it
        self.cancel.clicked.connect(self.reject)
        job.progress.connect(self.bar.show_progress)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        for part in (Title(title, factor=1.3, wrap=True), Caption(text, wrap=True), self.bar):
            column.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        column.addLayout(foot)
        self.cancel.setFocus()

    def reject(self) -> None:
        """End the work."""
        self._job.cancel()


def run(
    parent: QWidget,
    words: tuple[str, str],
    job: Job,
    on_done: Done,
    on_failed: Callable[[Exception], None] | None = None,
    on_cancelled: Callable[[], None] | None = None,
) -> Working:
    """Do the work of a job over a window; `words` are its title and what is said of it.

    What goes wrong is told under the title, unless `on_failed` sees to it.
    """
    dialog = Working(parent, *words, job)

    def over(then: Callable[..., None] | None, *what: Any) -> None:
        dialog.hide()
        dialog.deleteLater()
        if then is not None:
            then(*what)

    def failed(error: Exception) -> None:
        ask.tell(parent, words[0], in_words(error))

    job.done.connect(lambda result: over(on_done, result))
    job.failed.connect(lambda error: over(on_failed or failed, error))
    job.cancelled.connect(lambda: over(on_cancelled))
    dialog.open()
    job.start()
    return dialog
