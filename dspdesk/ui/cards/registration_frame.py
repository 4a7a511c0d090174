"""What stands around the fields of the registration card: its head, what the law says, the buttons."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.law.kinds import OWN_DOCUMENTS, ItemState, JournalKind
from dspdesk.law.registration import Entry, missing, ready_for_number
from dspdesk.ui import keys, theme, wording
from dspdesk.ui.cards import registration_fields as layout
from dspdesk.ui.cards.draft_notice import DraftNotice
from dspdesk.ui.cards.fields import EnterGoesOn
from dspdesk.ui.cards.findings import Findings, ReasonPanel
from dspdesk.ui.cards.history import HistoryPanel
from dspdesk.ui.cards.registration_form import Form
from dspdesk.ui.fitting import fit
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import (
    Caption,
    Chip,
    Heading,
    Note,
    Panel,
    PlainButton,
    PlainLabel,
    PrimaryButton,
    Title,
    set_tone,
)

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.registration import Registered
    from dspdesk.queries.carry_over import Links
    from dspdesk.queries.item import ItemDetails
    from dspdesk.queries.mail_register import ToRegister

STATES = {
    ItemState.REGISTERED: (N_("Registered"), Tone.GOOD),
    ItemState.RESERVED: (N_("Reserved"), Tone.WARNING),
    ItemState.IN_CASE: (N_("In a case"), Tone.GOOD),
    ItemState.CARRIED_OVER: (N_("Carried over"), Tone.PLAIN),
    ItemState.SENT_BACK: (N_("Sent back"), Tone.PLAIN),
    ItemState.SEIZED: (N_("Seized"), Tone.WARNING),
    ItemState.DESTROYED: (N_("Destroyed"), Tone.PLAIN),
    ItemState.ANNULLED: (N_("Annulled"), Tone.BAD),
}
RESERVED_WORDS = N_(
    "When the document is signed, write who signed it and when, and confirm. "
    "If it is not going to be signed, annul the number in the journal."
)
HELD_WORDS = N_(
    "The instruction, the executor, the deadline and the control mark are what the resolution and control say. "
    "They are changed there: Further steps (F9) of the entry, or here."
)
_WIDTH, _HEIGHT, _SIDE = 84, 59, 24  # in ems


class Frame:
    """The parts of the card's window; the card itself decides what they say."""

    def __init__(self, window: QDialog, desk: "Desk", kind: JournalKind, journal_language: str) -> None:
        self._window, self._desk, self._kind = window, desk, kind
        self.form = Form(desk, kind, journal_language)
        self.title, self.journal, self.chip = Title(), Caption(), Chip("")
        self.findings, self.reason, self.history = Findings(), ReasonPanel(), HistoryPanel()
        self.draft = DraftNotice()
        self._other_years = Caption()
        self._other_years.hide()
        self.status = Note()
        self.leave = PlainButton(_("Leave"), keys.LEAVE.keys)
        self.print = PlainButton(_("Print…"), keys.PRINT.keys)
        self.save = PlainButton(_("Save"), keys.SAVE.keys)
        self.next = PrimaryButton(_("Save and next"), keys.SAVE_AND_NEXT.keys)
        self._annulled, self._reserved, self._missing = Panel(Tone.BAD), Panel(Tone.WARNING), Panel()
        self.held, self.resolution = Panel(), PlainButton(_("Resolution…"))
        self._annulled_why, self._missing_what = PlainLabel(wrap=True), PlainLabel(wrap=True)
        self._lay_out()

    # --- what it says ---

    def show_empty(self, year: int) -> None:
        """The head of a card not saved yet."""
        self._head(_(layout.TITLES[self._kind]), year)
        self._chip(_("The number is given on saving"), Tone.ACCENT)
        self._annulled.hide()
        self._reserved.hide()
        self.history.hide()
        self.held.hide()
        self._other_years.hide()
        self._buttons(next_text=_("Save and next"), saved=False, fixed=False)

    def show_given(self, given: "ToRegister") -> None:
        """Say out of which cover the card was filled, and how many more of its delivery wait."""
        said = [_("Filled in from the cover that was checked.")]
        if given.personal:
            said = [_("The cover is registered unopened; what it holds is completed later.")]
        if given.left:
            more = ngettext("{n} more of this delivery waits", "{n} more of this delivery wait", given.left)
            said.append(more.format(n=given.left))
        self._other_years.setText(" · ".join(said))
        self._other_years.show()

    def show_item(self, item: "ItemDetails", *, fixed: bool) -> None:
        """The head of a card that has its number."""
        self._head(number_of(item.number.with_mark(item.journal.language)), item.journal.year)
        words, tone = STATES[item.state]
        self._chip(_(words), tone)
        self._annulled_why.setText(item.annulled_reason)
        self._annulled.setVisible(item.state is ItemState.ANNULLED)
        self._other_years.setText(_linked(item.links))
        self._other_years.setVisible(bool(self._other_years.text()))
        self._reserved.setVisible(item.state is ItemState.RESERVED and not fixed)
        self.history.show_history(item.history, self._kind, self._desk)
        self.form.fix(fixed)
        self._hold(item)
        self._buttons(next_text=_("Register the next"), saved=True, fixed=fixed)

    def _hold(self, item: "ItemDetails") -> None:
        """Fields that a resolution or control holds are read here and changed there."""
        why = _("Held by the resolution and control: changed by the steps of execution, not in this card.")
        self.form.hold(item.held, why)
        self.held.setVisible(bool(item.held) and item.state in {ItemState.REGISTERED, ItemState.IN_CASE})

    def celebrate(self, done: "Registered", journal_language: str, *, confirmed: bool) -> None:
        """Say which number was given."""
        number = number_of(done.number.with_mark(journal_language))
        if confirmed:
            words = _("{number} is confirmed: the document is registered")
        elif done.state is ItemState.RESERVED:
            words = _("{number} is reserved until the document is signed")
        elif done.repeated:
            words = _("This card was saved before: {number}")
        else:
            words = _("{number} is registered")
        self._chip(words.format(number=number), Tone.GOOD)
        self.say(words.format(number=number))

    def offer_next(self) -> None:
        """Let Enter go on to the next card."""
        self.next.setFocus()

    def say(self, text: str, *, wrong: bool = False) -> None:
        """The line at the foot; a screen reader is told as well."""
        set_tone(self.status, Tone.BAD if wrong else Tone.PLAIN)
        self.status.setText(text)
        self._window.setAccessibleDescription(text)

    def name_steps(self, entry: Entry | None, *, reserved: bool, new: bool) -> None:
        """Say on the buttons what saving does to an own document: reserve its number, register or confirm it."""
        if self._kind not in OWN_DOCUMENTS or entry is None:
            return
        ready = ready_for_number(self._kind, entry)
        if reserved:
            self.save.set_text(_("Confirm") if ready else _("Save"), keys.SAVE.keys)
        elif new:
            self.save.set_text(_("Register") if ready else _("Reserve"), keys.SAVE.keys)
            self.next.set_text(
                _("Register and next") if ready else _("Reserve and next"), keys.SAVE_AND_NEXT.keys
            )

    def show_missing(self, entry: Entry | None) -> None:
        """Name what is still to complete, and say when the number will only be reserved; `None`: nothing yet."""
        names = [layout.caption(self._kind, key) for key in missing(self._kind, entry)] if entry else []
        lines = [", ".join(names)] if names else []
        if entry and not ready_for_number(self._kind, entry):
            lines.append(_("Until it is signed the number is only reserved (paragraph 19)."))
        self._missing_what.setText("\n".join(lines))
        self._missing.setVisible(bool(lines))

    # --- how it stands ---

    def _head(self, title: str, year: int) -> None:
        journal = wording.journal_name(self._kind, year)
        self.title.setText(title)
        self.journal.setText(journal)
        self._window.setWindowTitle(f"{title} · {journal}")

    def _chip(self, text: str, tone: Tone) -> None:
        self.chip.setText(text)
        set_tone(self.chip, tone)

    def _buttons(self, *, next_text: str, saved: bool, fixed: bool) -> None:
        self.next.set_text(next_text, keys.SAVE_AND_NEXT.keys)
        self.save.set_text(_("Save"), keys.SAVE.keys)
        self.form.boxes[layout.LATE_AFTER].setVisible(not saved)
        self.save.setVisible(not fixed)
        self.print.setVisible(saved)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._window)
        pad = theme.em(self._window, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self._window, 0.9))
        column.addLayout(self._head_row())
        middle = QHBoxLayout()
        middle.setSpacing(theme.em(self._window, 0.9))
        middle.addWidget(self._fields(), 1)
        middle.addWidget(self._side())
        column.addLayout(middle, 1)
        column.addLayout(self._foot())
        self._chain()
        fit(self._window, _WIDTH, _HEIGHT)

    def _head_row(self) -> QHBoxLayout:
        row, names = QHBoxLayout(), QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.journal)
        names.addWidget(self._other_years)
        row.addLayout(names, 1)
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fields(self) -> QWidget:
        area = _scrolled(self.form)
        self.form.entered.connect(
            lambda field: area.ensureWidgetVisible(field.parentWidget(), 0, theme.em(area, 1))
        )
        return area

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(side, 0.9))
        self._annulled.body.addWidget(Heading(_("Annulled")))
        self._annulled.body.addWidget(self._annulled_why)
        self._reserved.body.addWidget(Heading(_("The number is reserved")))
        self._reserved.body.addWidget(PlainLabel(_(RESERVED_WORDS), wrap=True))
        self._missing.body.addWidget(Heading(_("Still to complete")))
        self._missing.body.addWidget(self._missing_what)
        self.held.body.addWidget(Heading(_("Execution")))
        self.held.body.addWidget(PlainLabel(_(HELD_WORDS), wrap=True))
        self.held.body.addWidget(self.resolution)
        above = (self._annulled, self._reserved, self.held, self.draft)
        for part in (*above, self.findings, self.reason, self._missing, self.history):
            column.addWidget(part)
        column.addStretch(1)
        area = _scrolled(side)
        going = EnterGoesOn(area)
        self.reason.line.installEventFilter(going)
        going.entered.connect(lambda _line: area.ensureWidgetVisible(self.reason))
        area.setFixedWidth(theme.em(side, _SIDE))
        return area

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.status, 1)
        for button in (self.leave, self.print, self.save, self.next):
            button.setAutoDefault(True)
            row.addWidget(button)
        self.next.setDefault(True)
        return row

    def _chain(self) -> None:
        """Enter leads from the last field to the reason and on to the button that saves."""
        order: list[QWidget] = [
            self.form.last(),
            self.reason.line,
            self.next,
            self.save,
            self.print,
            self.leave,
        ]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)


def _linked(links: "Links") -> str:
    """The entries of the same document in other years."""
    said = (
        (_("Carried over from № {number} of {year}"), links.carried_from),
        (_("Registered anew as № {number} in {year}"), links.carried_to),
        (_("Belongs to {journal}: № {number}"), links.moved_to),
        (_("Before in {journal} by mistake: № {number}"), links.moved_from),
    )
    return " · ".join(
        words.format(
            number=other.as_written().number,
            year=other.journal.year,
            journal=wording.journal_name(other.journal.kind, other.journal.year),
        )
        for words, other in said
        if other
    )


def number_of(number: str) -> str:
    """The number with its mark after the sign: "№ 12 ДСП"."""
    return f"№\N{NO-BREAK SPACE}{number}"


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
