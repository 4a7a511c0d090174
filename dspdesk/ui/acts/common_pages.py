"""The pages that all acts share: printing, signatures, copies."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from dspdesk.language.catalogue import _, current_language
from dspdesk.language.dates import short
from dspdesk.law.act import ActStage, Addressee
from dspdesk.ui import theme
from dspdesk.ui.acts import words
from dspdesk.ui.acts.page import ActPage
from dspdesk.ui.cards.fields import ChoiceField, DateField, TextField
from dspdesk.ui.cards.person_field import PersonField
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Heading, Note, PlainButton, PlainLabel
from dspdesk.ui.widgets.flow import clear

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.acts import ActCopyRow, ActDetails

_BEFORE_SIGNING = frozenset({ActStage.DRAFT, ActStage.PRINTED})


class PrintPage(ActPage):
    """The act goes onto paper, all copies of it at once."""

    print_asked = Signal()

    def __init__(self) -> None:
        text = _(
            "All copies come out in one printing, each with its addressee. Until everybody has signed, the act can be "
            "changed and printed again."
        )
        super().__init__(_("Printing"), text)
        self.note = Note()
        self.again = PlainButton(_("Print again…"))
        self.again.clicked.connect(self.print_asked)
        self.column.addWidget(self.note)
        self.column.addWidget(self.again)
        self.column.addStretch(1)

    def missing(self, act: "ActDetails | None") -> str:
        return _("not printed yet") if act is None or act.life.stage is ActStage.DRAFT else ""

    def action(self, act: "ActDetails | None") -> str:
        if act is None:
            return ""
        return _("Print…") if act.life.stage is ActStage.DRAFT else _("Next")

    def show_act(self, act: "ActDetails | None") -> None:
        printed = act is not None and act.life.stage is not ActStage.DRAFT
        self.note.setText(_("The act is printed.") if printed else _("The act is not printed yet."))
        self.again.setVisible(printed and act is not None and act.life.stage is not ActStage.WITHDRAWN)

    def take_focus(self) -> None:
        """The work is done by the button below."""


class SignPage(ActPage):
    """Everybody signs on paper; the day is entered here."""

    def __init__(self, desk: "Desk") -> None:
        text = _(
            "When everybody has signed all copies, enter the day. After that the act is not changed any more."
        )
        super().__init__(_("Signatures"), text)
        self._desk = desk
        self.on = DateField(desk.today)
        self.add("on", _("Signed by all on"), self.on)
        self.column.addWidget(Heading(_("Who signs")))
        self._names = QVBoxLayout()
        self.column.addLayout(self._names)
        self.column.addStretch(1)

    def missing(self, act: "ActDetails | None") -> str:
        signed = act is not None and act.life.signed_on is not None
        return "" if signed else _("not signed by everybody yet")

    def action(self, act: "ActDetails | None") -> str:
        if act is None or act.life.stage is ActStage.WITHDRAWN:
            return ""
        return _("Everybody has signed") if act.life.stage in _BEFORE_SIGNING else _("Next")

    def show_act(self, act: "ActDetails | None") -> None:
        from dspdesk.queries.people import position_of

        signed = act.life.signed_on if act else None
        self.on.show_value(signed or self.on.value() or self._desk.today())
        self.on.setReadOnly(signed is not None)
        clear(self._names)
        for signer in act.signers if act else ():
            who = position_of(self._desk, signer.employee_id, signed or self._desk.today())
            language = current_language()
            said = ", ".join(part for part in (who.name(language), who.position(language)) if part)
            self._names.addWidget(PlainLabel(said, wrap=True))


class CopiesPage(ActPage):
    """Each copy goes to its addressee: the day, and by what it went; with the last one the act is executed."""

    def __init__(self, desk: "Desk") -> None:
        text = _(
            "One copy stays in the documentation service by itself. Enter the others as they go; with the last one the "
            "act is executed."
        )
        super().__init__(_("The copies"), text)
        self._desk = desk
        self._told = QVBoxLayout()
        self._told.setSpacing(theme.em(self, 0.3))
        self.column.addLayout(self._told)
        self._waiting: tuple[ActCopyRow, ...] = ()
        self.which = ChoiceField(_("Which copy"), {0: ""})
        self.on = DateField(desk.today)
        self.receipt = TextField()
        self.person = PersonField(desk)
        self.add("number", _("Which copy"), self.which)
        self.add("on", _("Day on which it went"), self.on)
        self.add("employee_id", _("Executor of the document"), self.person)
        self.add("receipt", _("By what it went: letter, register, signature"), self.receipt)
        self.column.addStretch(1)
        self.which.textEdited.connect(lambda _text: self._show_copy())

    def missing(self, act: "ActDetails | None") -> str:
        if act is None or act.life.stage is ActStage.WITHDRAWN:
            return _("the copies have not gone yet")
        numbers = [str(copy.number) for copy in act.life.copies if copy.given_on is None]
        return (
            _("copies No. {numbers} have not gone yet").format(numbers=", ".join(numbers)) if numbers else ""
        )

    def action(self, act: "ActDetails | None") -> str:
        holds = act is not None and act.life.row.holds(act.life.stage)
        return _("The copy has gone") if holds and self._waiting else ""

    def show_act(self, act: "ActDetails | None") -> None:
        copies = act.copies if act else ()
        holds = act is not None and act.life.row.holds(act.life.stage)
        self._waiting = tuple(one for one in copies if one.copy.given_on is None)
        clear(self._told)
        for one in copies:
            self._told.addWidget(self._line(one))
        for box in self._boxes.values():
            box.setVisible(holds and bool(self._waiting))
        if self._waiting:
            self.which.set_words(
                {one.copy.number: words.copy(one.copy.number, one.copy.addressee) for one in self._waiting}
            )
            self.on.show_value(self._desk.today())
            self.receipt.show_value("")
            self._show_copy()

    def chosen(self) -> int:
        """The number of the copy that is being given."""
        return int(self.which.value())

    def executor(self) -> int | None:
        """Who the executor is, for the copy that goes to them."""
        return self.person.value() if self._boxes["employee_id"].isVisibleTo(self) else None

    def day(self) -> dt.date | None:
        """The day on which it went."""
        return self.on.value()

    def _show_copy(self) -> None:
        one = next((row for row in self._waiting if row.copy.number == self.which.value()), None)
        to_executor = one is not None and one.copy.addressee is Addressee.EXECUTOR
        self._boxes["employee_id"].setVisible(to_executor)
        if one is not None and to_executor:
            self.person.show_value(one.employee_id)

    def _line(self, row: "ActCopyRow") -> Note:
        copy = row.copy
        said = words.copy(copy.number, copy.addressee)
        if copy.given_on is None:
            return Note(_("{copy}: not given yet").format(copy=said))
        given = ", ".join(part for part in (short(copy.given_on), copy.receipt) if part)
        return Note(_("{copy}: {given}").format(copy=said, given=given), Tone.GOOD)
