"""What will be printed, before it is printed: the same PDF from memory, then to a printer or a file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.language.papers import paper_name
from dspdesk.ui import ask, keys, printing, theme, wording, work
from dspdesk.ui.cards.fields import CountField
from dspdesk.ui.entrance import NAMES
from dspdesk.ui.fitting import fit
from dspdesk.ui.job import Job
from dspdesk.ui.paper_view import PaperView
from dspdesk.ui.progress import Bar
from dspdesk.ui.theme import Tone
from dspdesk.ui.told import in_words
from dspdesk.ui.widgets.basics import Caption, Choice, Note, PlainButton, PrimaryButton, Title, set_tone

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.printing import PaperRequest, Printed

_WIDTH, _HEIGHT = 92, 62  # in ems
MOST_COPIES = 99


class Preview(QDialog):
    """One paper before printing. The language of the paper is chosen here, apart from that of the windows.

    The paper is drawn in a child process; printing enters the ledger first and draws it anew with its code.
    """

    printed = Signal(object)  # Printed

    def __init__(self, desk: "Desk", request: "PaperRequest", parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setModal(True)
        self._desk, self._request = desk, request
        self._job: Job | None = None
        self._unsent: Printed | None = None  # entered in the ledger, not yet taken by a printer
        self._printer = ""
        self.paper = PaperView()
        self.language = Choice(_("Language of the paper"))
        self.copies = CountField()
        self.summary, self.status = Caption(), Note()
        self.busy = Bar(_("Work under way"))
        self.print_button = PrimaryButton(_("Print…"), keys.PRINT.keys)
        self.save_button = PlainButton(_("Save as PDF…"), keys.SAVE_PDF.keys)
        self.close_button = PlainButton(_("Close"), keys.LEAVE.keys)
        self._lay_out()
        self._connect()
        self._draw()

    # --- drawing ---

    def _draw(self) -> None:
        self._start("preview", _("The paper is being drawn…"), self._drawn)

    def _drawn(self, pdf: bytes) -> None:
        self.paper.show_pdf(pdf)
        self.summary.setText(" · ".join(part for part in (self._subject(), self.paper.summary()) if part))
        self._say("")
        self._stack.setCurrentWidget(self.paper)
        self.paper.view.setFocus()

    def _subject(self) -> str:
        """Of what the paper is: the journal's name, or nothing for single cards."""
        from dspdesk.queries.journals import journals

        if self._request.year is not None:
            return _("Closed journals of {year}").format(year=self._request.year)
        named = [j for j in journals(self._desk) if j.id == self._request.journal_id]
        return wording.journal_name(named[0].kind, named[0].year) if named else ""

    def _how_many(self) -> int | None:
        """How many copies are asked for; `None`, and said so, where that is no number to print."""
        count = self.copies.value()
        if count is not None and 1 <= count <= MOST_COPIES:
            return int(count)
        self._say(_("Choose from 1 to {most} copies.").format(most=MOST_COPIES), tone=Tone.BAD)
        self.copies.setFocus()
        return None

    def _other_language(self) -> None:
        self._request = replace(self._request, language=self.language.currentData())
        self._unsent = None
        self._draw()

    # --- printing and saving ---

    def print_paper(self) -> None:
        """Choose a printer and print; each printing is entered in the ledger."""
        if self.busy.isVisible() or not self.paper.pages() or self._how_many() is None:
            return
        if not printing.printers():
            text = _("This workstation has no printer that answers. Switch it on, or save the paper as PDF.")
            ask.tell(self, _("No printer"), text)
            return
        ask.printer(self, self._chosen)

    def save_pdf(self) -> None:
        """Save the paper with its code to a file, which is entered in the ledger as a printing."""
        if not self.busy.isVisible() and self.paper.pages():
            ask.save_path(self, _("Save as PDF"), f"{self._request.paper}.pdf", self._save_to)

    def _chosen(self, name: str) -> None:
        copies = self._how_many() or 1
        self._with_code(lambda paper: self._send(paper, name, copies), copies)

    def _save_to(self, path: Path) -> None:
        self._with_code(lambda paper: self._write(paper, path), 1)

    def _with_code(self, go_on: "Callable[[Printed], None]", copies: int) -> None:
        """Enter the printing, unless one of so many copies is entered already that no printer has taken yet."""
        if self._unsent is not None and self._request.copies == copies:
            go_on(self._unsent)
            return
        self._request = replace(self._request, copies=copies)

        def entered(paper: "Printed") -> None:
            self._unsent = paper
            self.printed.emit(paper)
            go_on(paper)

        self._start("print", _("The printing is entered in the ledger…"), entered)

    def _send(self, paper: "Printed", name: str, copies: int) -> None:
        from dspdesk.queries.office import offsets

        self._say(_("Sending to {printer}…").format(printer=name), busy=True)
        self._printer = name
        shift, make = offsets(self._desk, name), lambda: printing.printer(name)
        each, times = (paper.pdf, *paper.further), 1 if paper.further else copies
        work.run(
            lambda: sum(printing.send(pdf, make, shift, times) for pdf in each), self._sent, self._failed
        )

    def _sent(self, count: int) -> None:
        paper, self._unsent = self._unsent, None
        text = ngettext(
            "{n} sheet sent to {printer}, code {code}. Look whether it came out.",
            "{n} sheets sent to {printer}, code {code}. Count what came out.",
            count,
        )
        code = paper.code if paper else ""
        self._say(text.format(n=count, printer=self._printer, code=code), tone=Tone.GOOD)

    def _write(self, paper: "Printed", path: Path) -> None:
        try:
            path.write_bytes(paper.pdf)
        except OSError:
            self._say(_("{path} cannot be written. Choose another place.").format(path=path), tone=Tone.BAD)
            return
        self._unsent = None
        self._say(_("Saved to {path}, code {code}.").format(path=path, code=paper.code), tone=Tone.GOOD)

    # --- work in a child process ---

    def _start(self, name: str, words: str, done: "Callable[[Any], None]") -> None:
        self._cancel()
        self._say(words, busy=True)
        self._job = Job(self._desk.ticket(), name, self._request, self)
        self._job.done.connect(done)
        self._job.failed.connect(self._failed)
        self._job.start()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, printing.NotTaken) and self._unsent is not None:
            text = _(
                "{printer} did not take the paper. It is entered with the code {code}: print again when it is ready."
            )
            self._say(text.format(printer=error.printer, code=self._unsent.code), tone=Tone.BAD)
        else:
            self._say(in_words(error), tone=Tone.BAD)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _say(self, text: str, *, tone: Tone = Tone.PLAIN, busy: bool = False) -> None:
        set_tone(self.status, tone)
        self.status.setText(text)
        self.setAccessibleDescription(text)
        self.busy.setVisible(busy)
        for button in (self.print_button, self.save_button, self.language, self.copies):
            button.setEnabled(not busy)

    def done(self, result: int) -> None:
        """Leave; what is still being drawn is given up."""
        self._cancel()
        super().done(result)

    # --- how it stands ---

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Before printing"))
        for language, name in NAMES.items():
            self.language.addItem(name, language.value)
        self.language.setCurrentIndex(self.language.findData(self._request.language))
        self.copies.show_value(self._request.copies)
        self.copies.setAccessibleName(_("Copies"))
        self.copies.setFixedWidth(theme.em(self, 3.4))
        self.busy.setMaximumWidth(theme.em(self, 10))
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self.paper)
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.2)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.8))
        column.addLayout(self._head())
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())
        fit(self, _WIDTH, _HEIGHT)

    def _head(self) -> QHBoxLayout:
        row, names = QHBoxLayout(), QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Title(paper_name(self._request.paper)))
        names.addWidget(self.summary)
        row.addLayout(names, 1)
        grows = self._request.grow is not None  # onto given sheets: one copy, in their language
        for words, field in ((_("Language of the paper"), self.language), (_("Copies"), self.copies)):
            caption = Caption(words)
            row.addWidget(caption)
            row.addWidget(field)
            if grows:
                caption.hide()
                field.hide()
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.busy)
        row.addWidget(self.status, 1)
        for button in (self.close_button, self.save_button, self.print_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.language.activated.connect(lambda _index: self._other_language())
        self.print_button.clicked.connect(self.print_paper)
        self.save_button.clicked.connect(self.save_pdf)
        self.close_button.clicked.connect(self.reject)
        keys.bind(self, keys.PRINT, self.print_paper)
        keys.bind(self, keys.SAVE_PDF, self.save_pdf)
        keys.bind(self, keys.HELP, lambda: keys.show(self))


def show(parent: QWidget, desk: "Desk", request: "PaperRequest") -> None:
    """Show a paper over a window."""
    preview = Preview(desk, request, parent)
    preview.finished.connect(preview.deleteLater)
    preview.open()
