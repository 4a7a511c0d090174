"""How a growing paper is printed: what is new onto the sheet in use, all anew, a spoiled sheet once more (W2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.law.growing import Grow
from dspdesk.queries.growing import ChangedLine, Standing, standing
from dspdesk.ui import theme, wording
from dspdesk.ui.cards.fields import ChoiceField, CountField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.entrance import NAMES
from dspdesk.ui.newest import PATIENCE, Newest
from dspdesk.ui.widgets.basics import Caption, Heading, Note, PlainButton, PlainLabel
from dspdesk.ui.widgets.flow import clear

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.printing import PaperRequest

_WIDTH = 48  # ems
_MOST_CHANGED = 40  # lines told one by one


@dataclass(frozen=True, slots=True)
class Growing:
    """Which growing paper: its stem and what it is of as the ledger names it, in which language to begin with."""

    paper: str
    subject: str
    language: str


class GrowingPrinting(FormDialog):
    """Asks which sheet lies in the printer, and says what has to be added by hand to those printed before.

    A paper of its own says which ways there are to print it (`ways`), which of them go on below the last line
    (`going_on`), how each is told (`told_of`), and what is handed on (`save`).
    """

    noted = Signal()  # what had changed in printed lines was added by hand

    def __init__(self, desk: "Desk", of: Growing, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, title, _WIDTH)
        self._of = of
        self._standing: Standing | None = None
        self._first: Mapping[object, int] = {}
        self._newest = Newest(self)
        self.language = ChoiceField(
            _("Language of the paper"), {language.value: words for language, words in NAMES.items()}
        )
        self.language.show_value(of.language)
        self.how, self.sheet = ChoiceField(_("What is printed"), {"": ""}), CountField()
        self.instruction = Note("")
        self.by_hand = PlainButton(_("Added by hand"))
        self._changed = QVBoxLayout()
        self._build()
        self._ask()

    def ways(self, found: Standing) -> dict[object, str]:
        """What can be printed now, the likeliest first."""
        raise NotImplementedError

    def going_on(self, found: Standing, language: str) -> "Mapping[object, PaperRequest]":
        """The requests of the ways that go on on the sheet in use."""
        raise NotImplementedError

    def told_of(self, how: object, found: Standing, sheet: int) -> str:
        """Which sheet lies in the printer for one of the ways."""
        raise NotImplementedError

    def loaded(self) -> bool:
        """Whether it is known what has been printed."""
        return self._newest.idle() and self._standing is not None

    def sheet_again(self) -> int:
        """The sheet that is printed once more, 0 where none is."""
        return (self.sheet.value() or 0) if self.how.value() is Grow.SHEET else 0

    def first_sheet(self, how: object) -> int:
        """The sheet on which a way to go on begins: the one in use, or the next where it is full."""
        return self._first.get(how, 1)

    def go_on(self) -> None:
        """Show the paper, if it is known what has been printed and such a sheet has been."""
        if self._standing is None:
            return
        most = self._standing.sheets
        if self.how.value() is Grow.SHEET and not 1 <= (self.sheet.value() or 0) <= most:
            self.complain("sheet", _("Choose a sheet from 1 to {most}.").format(most=most))
        else:
            super().go_on()

    def added_by_hand(self) -> None:
        """Keep that the printed lines were brought up to date by hand, and show what remains."""
        from dspdesk.procedures.growing import NoteByHand, note

        of = self._of
        note(self._desk, NoteByHand(paper=of.paper, subject=of.subject, language=self.language.value()))
        self.noted.emit()
        self._ask()
        self.save_button.setFocus()

    # --- what has been printed ---

    def _ask(self) -> None:
        language = self.language.value()
        self.save_button.setEnabled(False)
        self._newest.ask(lambda: self._look(language), self._arrived, PATIENCE)

    def _look(self, language: str) -> tuple[Standing, Mapping[object, int]]:
        """How the paper stands, and on which sheets the ways to go on begin: a full sheet takes no line any more."""
        from dspdesk.procedures.printing import first_sheet

        found = standing(self._desk, self._of.paper, self._of.subject, language)
        going_on = self.going_on(found, language).items()
        return found, {how: first_sheet(self._desk, request) for how, request in going_on}

    def _arrived(self, answer: tuple[Standing, Mapping[object, int]]) -> None:
        found, self._first = answer
        self._standing = found
        ways = self.ways(found)
        self.how.set_words(ways or {"": _("Nothing to print yet")})
        self.sheet.show_value(found.sheets or None)
        self.save_button.setEnabled(bool(ways))
        self._chosen()
        self._show_changed(found.changed)

    def _chosen(self) -> None:
        """Say what to put into the printer."""
        found, how = self._standing, self.how.value()
        if found is None:
            return
        self._boxes["sheet"].setVisible(how is Grow.SHEET)
        self.instruction.setText(self.told_of(how, found, self.sheet.value() or 0) if how else "")

    def _show_changed(self, changed: tuple[ChangedLine, ...]) -> None:
        clear(self._changed)
        self._heading.setVisible(bool(changed))
        self.by_hand.setVisible(bool(changed))
        for one in changed[:_MOST_CHANGED]:
            self._changed.addWidget(PlainLabel(_told(one), wrap=True))
        if (rest := len(changed) - _MOST_CHANGED) > 0:
            self._changed.addWidget(
                Caption(ngettext("and {n} more line", "and {n} more lines", rest).format(n=rest))
            )

    # --- how it stands ---

    def _build(self) -> None:
        self.add_pair(
            ("how", _("What is printed"), self.how), ("language", _("Language of the paper"), self.language)
        )
        self.add("sheet", _("Number of the sheet"), self.sheet)
        self._boxes["sheet"].hide()
        self.body.addWidget(self.instruction)
        self._heading = Heading(_("Changed since it was printed: add it by hand"))
        self.body.addWidget(self._heading)
        self._changed.setSpacing(theme.em(self, 0.3))
        self.body.addLayout(self._changed)
        self.body.addWidget(self.by_hand)
        self._heading.hide()
        self.by_hand.hide()
        self.by_hand.setAutoDefault(False)
        self.by_hand.clicked.connect(self.added_by_hand)
        self.how.activated.connect(lambda _at: self._chosen())
        self.sheet.textEdited.connect(lambda _typed: self._chosen())
        self.language.activated.connect(lambda _at: self._ask())
        self.save_button.set_text(_("Show"), "Ctrl+S")
        self.how.setFocus()


def on_words(found: Standing, sheet: int) -> str:
    """New lines onto the sheet on which they begin."""
    words = ngettext("{n} new line onto sheet {sheet}", "{n} new lines onto sheet {sheet}", found.new)
    return words.format(n=wording.grouped(found.new), sheet=sheet)


def sheet_in_use(found: Standing, sheet: int) -> str:
    """Which sheet lies in the printer: the one in use, known by its last line, unless that is full."""
    if not found.series:
        return _("Put empty sheets into the printer. Later printings go on below the last line.")
    if sheet > found.sheets:
        return _(
            "There is no room left on sheet {sheet}: leave it where it is and put empty sheets into the printer. "
            "What is new begins on sheet {next}."
        ).format(sheet=found.sheets, next=sheet)
    return _(
        "Put sheet {sheet} into the printer as it came out of it. Its last line is: {line}. "
        "What is new is printed below it, and goes on on empty sheets."
    ).format(sheet=found.sheets, line=found.last)


def _told(one: ChangedLine) -> str:
    """One line in words: "Sheet 2, 06.01.2026 № 12 ДСП: column 10 – Ахметов Б.К., 18.11.2026"."""
    if not one.number:
        heading = ", ".join(text for _n, text in one.columns)
        return _("Sheet {sheet}, heading: {words}").format(sheet=one.sheet, words=heading or _("(empty)"))
    columns = "; ".join(
        _("column {n} – {text}").format(n=n, text=text or _("(empty)")) for n, text in one.columns
    )
    return _("Sheet {sheet}, {number}: {columns}").format(sheet=one.sheet, number=one.number, columns=columns)
