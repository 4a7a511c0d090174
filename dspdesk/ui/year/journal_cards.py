"""The journals of a year on the page on which it closes: a card for each, one below the other."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from dspdesk.language.catalogue import _
from dspdesk.queries.journal_closing import YearPage
from dspdesk.ui import theme, wording
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Heading, Note, Panel
from dspdesk.ui.widgets.flow import clear
from dspdesk.ui.widgets.links import LinkButton
from dspdesk.ui.year.journal_card import JournalCard


class JournalCards(QScrollArea):
    """The cards of the journals; above them, calmly, that the year is closed."""

    journal_asked = Signal(object, object)  # ClosingRow, filters
    numbers_asked = Signal(object)  # ClosingRow: its numbers that go their own way
    ground_asked = Signal(object)  # Ground: the documents of the list at the right
    closing_asked = Signal(object)  # JournalCard
    print_asked = Signal(object)  # JournalCard

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[JournalCard] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Journals of the year"))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, theme.em(self, 0.4), 0)
        self._column.setSpacing(theme.em(self, 0.8))
        self.setWidget(inside)

    def show_page(self, page: YearPage, *, may_print: bool) -> None:
        """Show the journals of a year."""
        clear(self._column)
        self.cards = []
        if page.closed:
            self._column.addWidget(_done(page))
        for rows in page.books():
            card = JournalCard(rows, may_print=may_print)
            card.journal_asked.connect(self.journal_asked)
            card.numbers_asked.connect(self.numbers_asked)
            card.ground_asked.connect(self.ground_asked)
            card.closing_asked.connect(partial(self.closing_asked.emit, card))
            card.print_asked.connect(partial(self.print_asked.emit, card))
            self.cards.append(card)
            self._column.addWidget(card)
        self._column.addStretch(1)

    def buttons(self) -> Sequence[QPushButton]:
        """What can be pressed, in the order of Tab."""
        return [button for card in self.cards for button in card.findChildren(QPushButton)]

    def first(self) -> QWidget:
        """What takes the keys: the first line that leads further, else the cards themselves."""
        return next((one for one in self.findChildren(LinkButton) if one.isVisibleTo(self)), self)

    def open_card(self) -> JournalCard | None:
        """The first journal that is not closed."""
        return next((card for card in self.cards if not card.closed), None)


def _done(page: YearPage) -> Panel:
    """The year is closed: calmly, with its numbers."""
    panel = Panel(Tone.GOOD)
    registered = sum(row.counted.registered for row in page.rows)
    panel.body.addWidget(Heading(_("The year {year} is closed").format(year=page.year)))
    words = _("Journals: {journals}. Documents registered: {n}. Carried over: {carried}.")
    said = words.format(
        journals=len(page.rows), n=wording.grouped(registered), carried=wording.grouped(page.carried)
    )
    panel.body.addWidget(Note(said))
    return panel
