"""Details of the selected entry, at the right of the grid."""

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.language.dates import day_and_time, short
from dspdesk.law.kinds import OWN_DOCUMENTS, Carrier, ItemState, JournalKind, MovementKind
from dspdesk.law.roles import Action
from dspdesk.law.values import CopyNumbers
from dspdesk.law.whereabouts import Where
from dspdesk.queries import item as item_queries
from dspdesk.queries.carry_over import LinkedEntry, Links
from dspdesk.queries.item import CopyLine, HistoryLine, ItemDetails, MovementLine
from dspdesk.queries.journal_grid import GridRow
from dspdesk.queries.relations import RelatedRow
from dspdesk.queries.whereabouts import among
from dspdesk.ui import keys, theme, wording
from dspdesk.ui.acts import words as act_words
from dspdesk.ui.cards.history import step
from dspdesk.ui.cards.registration_fields import caption
from dspdesk.ui.journals import item_steps
from dspdesk.ui.movement import words as copy_words
from dspdesk.ui.newest import Newest
from dspdesk.ui.relations import words as related_words
from dspdesk.ui.restricted_list import wording as basis_words
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Caption,
    Chip,
    Heading,
    Panel,
    PlainButton,
    PlainLabel,
    Title,
    hide_unless,
)
from dspdesk.ui.widgets.flow import Flow, clear
from dspdesk.ui.widgets.links import LinkButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_NOT_TO_ANNUL = {
    *(ItemState.ANNULLED, ItemState.DESTROYED, ItemState.CARRIED_OVER),
    *(ItemState.SENT_BACK, ItemState.SEIZED),
}
_BELOW_THE_CHIPS = 2  # the place of links to other years: a number and its state stand above
_OF_YEAR, _OF_JOURNAL = N_("№ {number}, year {year}"), N_("№ {number}, {journal}")
#: Where a copy is that the line of its last movement says already.
_SAID_BY_THE_LINE = {
    *(Where.AS_WRITTEN, Where.CASE, Where.DESTROYED),
    *(Where.CARRIED_OVER, Where.CORRESPONDENT, Where.SEIZED),
}
DEBOUNCE = 60  # milliseconds; walking down the rows must not ask for each
MOVEMENTS = {
    MovementKind.RECEIPT: N_("Issued: {words}"),
    MovementKind.RETURN: N_("Returned: {words}"),
    MovementKind.FILING: N_("Filed: {words}"),
    MovementKind.DESTRUCTION: N_("Destroyed: {words}"),
    MovementKind.CARRIED_OVER: "{words}",
    MovementKind.SUBMISSION: N_("To the head: {words}"),
    MovementKind.RESOLVED: N_("From the head: {words}"),
    MovementKind.STORING: N_("Put in its place: {words}"),
    MovementKind.SENDING: N_("Sent: {words}"),
    MovementKind.SENDING_BACK: N_("Sent back: {words}"),
    MovementKind.WITHDRAWAL: N_("Taken out of the case: {words}"),
    MovementKind.SEIZURE: N_("Seized: {words}"),
}


class DetailsPane(Panel):
    """One entry in full. What it is, where its copies are, what was done to it; below, the steps to take."""

    open_asked = Signal(int)
    annul_asked = Signal(int)
    print_asked = Signal(int)
    steps_asked = Signal(object, object)  # the entry (`ItemDetails`), and the button its menu opens under
    landed = Signal(int, int, object)  # id, year and kind of the journal of another entry
    volume_asked = Signal(int)

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.setAccessibleName(_("Details"))
        self._desk = desk
        self._item_id = 0
        self._shown: ItemDetails | None = None
        self._newest = Newest(self)
        self._debounce = QTimer(self, interval=DEBOUNCE, singleShot=True)
        self._debounce.timeout.connect(self._ask)
        self._scroll = _Scroll()
        self._scroll.landed.connect(self.landed)
        self._scroll.volume_asked.connect(self.volume_asked)
        self._contents = self._scroll.contents
        self.body.addWidget(self._scroll, 1)
        self.body.addLayout(self._buttons())
        self.show_entry(0)

    def show_entry(self, item_id: int) -> None:
        """Show an entry a moment later, unless another is asked for meanwhile; 0 for none."""
        self._item_id = item_id
        if item_id:
            self._debounce.start()
        else:
            self._debounce.stop()
            self._newest.forget()
            self._show_nothing()

    def sizeHint(self) -> QSize:
        return QSize(theme.em(self, 24), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(self, 18), super().minimumSizeHint().height())

    def focus_pane(self) -> QWidget:
        """What takes the keys when a person comes here."""
        return self._scroll

    def _buttons(self) -> QVBoxLayout:
        self.open_button = PlainButton(_("Open card"), "Enter")
        self.steps_button = PlainButton(_("Further steps…"), keys.STEPS_MENU.keys)
        self.steps_button.clicked.connect(self.ask_steps)
        self.annul_button = PlainButton(_("Annul…"))
        self.print_button = PlainButton(_("Print card"))
        self.open_button.clicked.connect(lambda: self.open_asked.emit(self._item_id))
        self.annul_button.clicked.connect(lambda: self.annul_asked.emit(self._item_id))
        self.print_button.clicked.connect(lambda: self.print_asked.emit(self._item_id))
        column = QVBoxLayout()
        for button in (self.open_button, self.steps_button, self.print_button, self.annul_button):
            column.addWidget(button)
        hide_unless(self.annul_button, allowed=self._desk.may(Action.ANNUL))
        hide_unless(self.print_button, allowed=self._desk.may(Action.PRINT_JOURNALS))
        return column

    def _ask(self) -> None:
        wanted = self._item_id
        self._newest.ask(lambda: item_queries.item(self._desk, wanted), self._show)

    def _show(self, details: object) -> None:
        if isinstance(details, ItemDetails) and details.id == self._item_id:
            self._shown = details
            self._scroll.fill(details, self._desk)
            self.steps_button.setEnabled(bool(item_steps.steps(self._desk, details)))
            self.open_button.setEnabled(True)
            self.print_button.setEnabled(True)
            self.annul_button.setEnabled(details.state not in _NOT_TO_ANNUL)

    def ask_steps(self) -> None:
        """Offer what can be done with the entry shown."""
        if self._shown is not None and self._shown.id == self._item_id and self.steps_button.isEnabled():
            self.steps_asked.emit(self._shown, self.steps_button)

    def _show_nothing(self) -> None:
        self._shown = None
        self._scroll.empty(_("Choose an entry to see it here."))
        for button in (self.open_button, self.steps_button, self.print_button, self.annul_button):
            button.setEnabled(False)


class _Scroll(QScrollArea):
    """The contents, scrolled by the arrow keys when they are longer than the pane."""

    landed = Signal(int, int, object)
    volume_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Details"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.contents = QWidget()
        self._column = QVBoxLayout(self.contents)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(self, 0.5))
        self.setWidget(self.contents)
        self.contents.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.em(self, 8))

    def empty(self, text: str) -> None:
        """Say why there is nothing here."""
        clear(self._column)
        self._column.addWidget(Caption(text, wrap=True))
        self._column.addStretch(1)

    def fill(self, details: ItemDetails, desk: "Desk") -> None:
        """Show an entry."""
        self.setUpdatesEnabled(False)
        clear(self._column)
        for part in _parts(details, desk):
            self._column.addWidget(part)
            if isinstance(part, _VolumeLink):
                part.asked.connect(self.volume_asked)
                part.setVisible(desk.may(Action.READ_CASES))
        for at, link in enumerate([*_links(details.links), *map(_related, details.related)]):
            link.landed.connect(self.landed)
            self._column.insertWidget(_BELOW_THE_CHIPS + at, link)
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)


def _parts(details: ItemDetails, desk: "Desk") -> list[QWidget]:
    parts: list[QWidget] = [
        Title(_("№ {number}").format(number=details.number.with_mark(details.journal.language)), factor=1.45),
        _chips(details, desk),
    ]
    words = " ".join(part for part in (details.entry.kind, details.entry.summary) if part)
    if words:
        parts.append(PlainLabel(words, wrap=True))
    if details.annulled_reason:
        parts.append(_field(_("Annulled because"), details.annulled_reason))
    if details.missing:
        names = ", ".join(caption(details.journal.kind, name) for name in details.missing)
        parts.append(_field(_("To complete"), names))
    parts += [_field(caption, value) for caption, value in _facts(details) if value]
    for _key, copies in groupby(details.copies, key=_way):
        parts += _moved(list(copies))
    return parts + _history(details.history, desk)


class _Link(LinkButton):
    """Another entry: for the same document, or for one that is linked with it; pressed, it is shown."""

    landed = Signal(int, int, object)

    def __init__(self, said: str, words: str, where: tuple[int, int, JournalKind]) -> None:
        super().__init__(said, words)
        self.clicked.connect(lambda _checked=False: self.landed.emit(*where))


def _of_document(words: str, other: LinkedEntry, number: str) -> _Link:
    """The entry of another year or journal for the same document."""
    journal = wording.journal_name(other.journal.kind, other.journal.year)
    said = _(number).format(number=other.as_written().number, year=other.journal.year, journal=journal)
    return _Link(said, words, (other.id, other.journal.year, other.journal.kind))


def _related(row: RelatedRow) -> _Link:
    """A linked document."""
    other = row.other
    return _Link(related_words.entry(other), related_words.side(row.side), (other.id, other.year, other.kind))


class _VolumeLink(LinkButton):
    """The volume that a copy lies in; pressed, it is shown among the cases."""

    asked = Signal(int)

    def __init__(self, volume_id: int) -> None:
        super().__init__(_("To the volume"), "")
        self.clicked.connect(lambda _checked=False: self.asked.emit(volume_id))


def _links(links: Links) -> list[_Link]:
    return [
        _of_document(_(words), other, number)
        for words, other, number in (
            (N_("new number"), links.carried_to, _OF_YEAR),
            (N_("number before"), links.carried_from, _OF_YEAR),
            (N_("right number"), links.moved_to, _OF_JOURNAL),
            (N_("wrong number before"), links.moved_from, _OF_JOURNAL),
        )
        if other is not None
    ]


def _chips(details: ItemDetails, desk: "Desk") -> QWidget:
    row = GridRow(
        details.id,
        details.number,
        details.state,
        control=details.entry.control,
        off_control=details.off_control,
        due_on=details.entry.due_on,
        incomplete=bool(details.missing),
        filing=_last(details, MovementKind.FILING),
        holder=_last(details, MovementKind.RECEIPT),
        person=among(
            list(dict.fromkeys(copy.now.held_by for copy in details.copies if copy.now and copy.now.held_by))
        ),
    )
    state = wording.state(row, desk.today())
    line = Flow()
    line.add(Chip(state.text, state.tone))
    copies = len(details.entry.copies)
    line.add(Chip(ngettext("{n} copy", "{n} copies", copies).format(n=copies), Tone.ACCENT))
    if details.entry.carrier is Carrier.ELECTRONIC:
        line.add(Chip(_("Electronic carrier")))
    return line


def _last(details: ItemDetails, kind: MovementKind) -> str:
    """The words of the last movement of a copy, if it is of this kind."""
    latest = [copy.now.words for copy in details.copies if copy.now and copy.last is kind]
    return latest[-1] if latest else ""


def _facts(details: ItemDetails) -> list[tuple[str, str]]:
    entry, kind = details.entry, details.journal.kind
    received = kind not in OWN_DOCUMENTS
    return [
        (_("Received") if received else _("Date"), short(entry.date) if entry.date else ""),
        (_("Entered on"), short(details.entered_on) if details.entered_on else ""),
        (
            _("From") if received else _("Unit") if kind is JournalKind.INTERNAL else _("To"),
            entry.correspondent,
        ),
        (_("Their number"), entry.their_number),
        (_("dated"), short(entry.their_date) if entry.their_date else ""),
        (_("Sheets"), _sheets(details)),
        (_("Copies"), str(CopyNumbers(entry.copies))),
        (_("Resolution"), entry.resolution),
        (_("Executor"), entry.executor),
        (_("Due"), short(entry.due_on) if entry.due_on else ""),
        (_("Control"), entry.control),
        (_("Signed by"), entry.signatory),
        (_("Signed on"), short(entry.signed_on) if entry.signed_on else ""),
        (_("Basis of the mark"), basis_words.basis(details.basis) if details.basis else ""),
        (_("Index of the case"), entry.case_index),
        *((_("Act"), act_words.of_entry(act)) for act in details.acts),
        *((_("Reproduction"), note) for note in details.reproduced),
        *((_("Taken from a case"), note) for note in details.taken_out),
        (_("Notes"), entry.notes),
    ]


def _sheets(details: ItemDetails) -> str:
    count = details.entry.sheets
    if count.document is None and count.enclosures is None:
        return ""
    known = "?" if count.document is None else str(count.document)
    if not count.enclosures:
        return known
    return _("{sheets} + {enclosures} of enclosures").format(sheets=known, enclosures=count.enclosures)


def _field(caption: str, value: str) -> QWidget:
    pair = QWidget()
    grid = QGridLayout(pair)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnMinimumWidth(0, theme.em(pair, 7))
    grid.setHorizontalSpacing(theme.em(pair, 0.8))
    grid.setColumnStretch(1, 1)
    label = Caption(caption, wrap=True)
    label.setFixedWidth(theme.em(pair, 7))
    grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(PlainLabel(value, wrap=True), 0, 1, Qt.AlignmentFlag.AlignTop)
    return pair


def _way(copy: CopyLine) -> tuple[object, ...]:
    """Which way a copy went, and who has it: those that went the same way are told of once."""
    now = copy.now
    return copy.movements, copy.last, now and now.held_by, now and now.volume_id, now and now.nature


def _moved(copies: list[CopyLine]) -> list[QWidget]:
    """Where copies are, and where they have been."""
    first = copies[0]
    lines = [_field(short(move.on) if move.on else "", _movement(move)) for move in first.movements]
    if first.now is not None and (nature := copy_words.nature(first.now)):
        lines.append(_field(_("Not filed"), nature))
    if not lines:
        return []
    title = ngettext("Copy № {numbers}", "Copies № {numbers}", len(copies))
    numbers = CopyNumbers(tuple(copy.number for copy in copies))
    if first.now is not None and first.now.where not in _SAID_BY_THE_LINE:
        lines.append(_field(_("Now"), copy_words.place_since(first.now)))
    if first.now is not None and first.now.volume_id is not None:
        lines.append(_VolumeLink(first.now.volume_id))
    return [Heading(title.format(numbers=numbers)), *lines]


def _movement(move: MovementLine) -> str:
    """A movement in words; what was entered by mistake says so."""
    said = _(MOVEMENTS[move.kind]).format(words=move.as_written)
    return _("Entered by mistake: {words}").format(words=said) if move.mistaken else said


def _history(lines: tuple[HistoryLine, ...], desk: "Desk") -> list[QWidget]:
    """Each step as the card tells it: the words have the whole width."""
    told = [
        label
        for line in lines
        for label in (
            Caption(f"{day_and_time(wording.local(line.at, desk))} · {line.by}", wrap=True),
            PlainLabel(step(line), wrap=True),
        )
    ]
    return [Heading(_("History")), *told] if told else []
