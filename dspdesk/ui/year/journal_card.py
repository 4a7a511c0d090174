"""One journal of a year: what it holds, what still stands open in it, and how it is closed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.dates import short
from dspdesk.law.carry_over import Ground
from dspdesk.queries.filters import STATE_NAMES
from dspdesk.queries.journal_closing import ClosingRow
from dspdesk.ui import theme, wording
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Chip, Heading, Note, Panel, PlainButton
from dspdesk.ui.widgets.links import LinkButton, indented
from dspdesk.ui.year.wording import book_name, counted, runs

Filters = tuple[tuple[str, str], ...]


class JournalCard(Panel):
    """A journal, or the sections of a common one, which are closed in one step."""

    journal_asked = Signal(object, object)  # ClosingRow, filters
    numbers_asked = Signal(object)  # ClosingRow: its numbers that go their own way
    ground_asked = Signal(object)  # Ground: the documents of the list at the right
    closing_asked = Signal()
    print_asked = Signal()

    def __init__(self, rows: Sequence[ClosingRow], *, may_print: bool) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self.closed = all(row.journal.closed for row in rows)
        side = theme.em(self, 0.5)
        self.body.setContentsMargins(side, theme.em(self, 0.8), side, theme.em(self, 0.7))
        self.body.setSpacing(theme.em(self, 0.15))
        self.body.addLayout(self._head())
        for row in rows:
            self._tell(row)
        if self.closed:
            self._say_closed(may_print)
        else:
            self._offer_closing()

    def _head(self) -> QHBoxLayout:
        line, heading = QHBoxLayout(), indented(Heading(book_name(self.rows)))
        line.addWidget(heading, 1)
        line.addWidget(Chip(_("Closed"), Tone.GOOD) if self.closed else Chip(_("Open"), Tone.ACCENT))
        line.addSpacing(theme.em(heading, 0.5))
        return line

    def _tell(self, row: ClosingRow) -> None:
        said = counted(row.counted)
        if len(self.rows) > 1:
            said = f"{wording.kind_name(row.journal.kind)}: {said}"
        self.body.addWidget(indented(Caption(said, wrap=True)))
        if self.closed:
            return
        for button in self._open_lines(row):
            self.body.addWidget(button)
        if row.standing.nothing:
            self.body.addWidget(indented(Note(_("Nothing stands open."), Tone.GOOD)))

    def _open_lines(self, row: ClosingRow) -> Iterator[QWidget]:
        """What stands open, each line one key from where it is put right."""
        standing = row.standing
        for number, words, way_out, state in (
            (len(standing.reserved), _("Reserved numbers: {n}"), _("confirm or annul"), "reserved"),
            (standing.incomplete, _("Entries to complete: {n}"), _("complete"), "incomplete"),
        ):
            if number:
                yield self._link(words.format(n=wording.grouped(number)), way_out, row, state)
        for number, words, way_out, ground in (
            (standing.on_control, _("On control, not executed: {n}"), _("carry over"), Ground.ON_CONTROL),
            (standing.unfiled, _("Not on control, in no case: {n}"), _("file"), Ground.UNFILED),
        ):
            if number:
                yield self._to_the_list(words.format(n=wording.grouped(number)), way_out, ground)
        if standing.gaps:
            button = LinkButton(
                _("Numbers passed over: {numbers}").format(numbers=runs(standing.gaps)), _("note why")
            )
            button.clicked.connect(lambda _checked=False: self.numbers_asked.emit(row))
            yield button

    def _link(self, words: str, way_out: str, row: ClosingRow, state: str) -> LinkButton:
        button = LinkButton(words, way_out)
        filters: Filters = (("state", _(STATE_NAMES[state])),)
        button.clicked.connect(lambda _checked=False: self.journal_asked.emit(row, filters))
        return button

    def _to_the_list(self, words: str, way_out: str, ground: Ground) -> LinkButton:
        button = LinkButton(words, way_out)
        button.clicked.connect(lambda _checked=False: self.ground_asked.emit(ground))
        return button

    def _offer_closing(self) -> None:
        self.close_button = PlainButton(_("Close the journal…"))
        self.close_button.clicked.connect(lambda _checked=False: self.closing_asked.emit())
        self._below(self.close_button)

    def _say_closed(self, may_print: bool) -> None:
        kept = self.rows[0].kept
        if kept is not None:
            language = self.rows[0].journal.language
            words = _("Closed on {date} by {name}: {first} to {last}")
            said = words.format(
                date=short(kept.closed_on),
                name=kept.name(language),
                first=kept.first or "–",
                last=kept.last or "–",
            )
            self.body.addWidget(indented(Caption(said, wrap=True)))
        if may_print:
            button = PlainButton(_("Print…"))
            button.setAccessibleName(_("Print “{journal}”").format(journal=book_name(self.rows)))
            button.clicked.connect(lambda _checked=False: self.print_asked.emit())
            self._below(button)

    def _below(self, button: QWidget) -> None:
        line = QHBoxLayout()
        line.addSpacing(theme.em(self, 0.6))
        line.addWidget(button)
        line.addStretch(1)
        self.body.addSpacing(theme.em(self, 0.35))
        self.body.addLayout(line)
