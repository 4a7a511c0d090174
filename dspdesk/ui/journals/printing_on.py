"""How a journal is printed: what is new onto the sheet in use, all anew, a spoiled sheet once more (W2)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dspdesk.language.catalogue import _, ngettext
from dspdesk.law.growing import Grow
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries.growing import ChangedLine, Standing, standing
from dspdesk.queries.journals import JournalInfo
from dspdesk.ui import theme, wording
from dspdesk.ui.cards.fields import ChoiceField, CountField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.entrance import NAMES
from dspdesk.ui.newest import Newest
from dspdesk.ui.widgets.basics import Caption, Heading, Note, PlainButton, PlainLabel
from dspdesk.ui.widgets.flow import clear

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_WIDTH = 48  # ems
_PAPER = "registration_journal"
_MOST_CHANGED = 40  # lines told one by one
_PATIENCE = 0.08  # seconds the standing is waited for, so that the form comes up filled
#: What is neither of the three ways to grow.
WHOLE, BLANK = "whole", "blank"


class JournalPrinting(FormDialog):
    """Asks which sheet lies in the printer, and says what has to be added by hand to those printed before."""

    def __init__(self, desk: "Desk", journal: JournalInfo, parent: QWidget | None = None) -> None:
        name = wording.journal_name(journal.kind, journal.year)
        super().__init__(desk, parent, _("Print “{journal}”").format(journal=name), _WIDTH)
        self._journal = journal
        self._standing: Standing | None = None
        self._newest = Newest(self)
        self.language = ChoiceField(
            _("Language of the paper"), {language.value: words for language, words in NAMES.items()}
        )
        self.language.show_value(journal.language)
        self.how, self.sheet = ChoiceField(_("What is printed"), {"": ""}), CountField()
        self.instruction = Note("")
        self.by_hand = PlainButton(_("Added by hand"))
        self._changed = QVBoxLayout()
        self._build()
        self._ask()

    def loaded(self) -> bool:
        """Whether it is known what has been printed."""
        return self._newest.idle() and self._standing is not None

    def save(self, reason: str) -> object:
        """The request of the paper that is shown next; nothing is written yet."""
        how = self.how.value()
        if how in (WHOLE, BLANK):
            request = PaperRequest(paper=_PAPER, language=self.language.value(), journal_id=self._journal.id)
            return request, how == BLANK
        sheet = (self.sheet.value() or 0) if how is Grow.SHEET else 0
        request = PaperRequest(
            paper=_PAPER, language=self.language.value(), journal_id=self._journal.id, grow=how, sheet=sheet
        )
        return request, False

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

        note(self._desk, NoteByHand(journal_id=self._journal.id, language=self.language.value()))
        self._ask()
        self.save_button.setFocus()

    # --- what has been printed ---

    def _ask(self) -> None:
        journal, language = self._journal.id, self.language.value()
        self.save_button.setEnabled(False)
        self._newest.ask(lambda: standing(self._desk, journal, language), self._arrived, _PATIENCE)

    def _arrived(self, found: Standing) -> None:
        self._standing = found
        ways = _ways(found)
        self.how.set_words(ways)
        self.sheet.show_value(found.sheets or None)
        self.save_button.setEnabled(True)
        self._chosen()
        self._show_changed(found.changed)

    def _chosen(self) -> None:
        """Say what to put into the printer."""
        found, how = self._standing, self.how.value()
        if found is None:
            return
        self._boxes["sheet"].setVisible(how is Grow.SHEET)
        self.instruction.setText(_instruction(found, how, self.sheet.value() or 0))

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


def _ways(found: Standing) -> dict[object, str]:
    """What can be printed now, the likeliest first."""
    ways: dict[object, str] = {}
    if found.something_new and not found.series:
        words = ngettext("Begin the journal: {n} line", "Begin the journal: {n} lines", found.new)
        ways[Grow.ON] = words.format(n=wording.grouped(found.new))
    elif found.something_new:
        ways[Grow.ON] = _on(found)
    whole = {WHOLE: _("The whole journal at once")}
    if found.journal.closed and not found.series:
        ways = whole | ways
    if found.series:
        ways |= {Grow.SHEET: _("A spoiled sheet once more"), Grow.ANEW: _("All sheets anew")}
    return ways | whole | {BLANK: _("Blank sheets to write on")}


def _on(found: Standing) -> str:
    if not found.new:
        return _("The inscriptions onto the last sheet")
    words = ngettext("{n} new line onto sheet {sheet}", "{n} new lines onto sheet {sheet}", found.new)
    return words.format(n=wording.grouped(found.new), sheet=found.sheets)


def _instruction(found: Standing, how: object, sheet: int) -> str:
    """Which sheet lies in the printer."""
    last = found.sheets
    if how is Grow.ON and found.series:
        return _(
            "Put sheet {sheet} into the printer as it came out of it. Its last line is: {line}. "
            "What is new is printed below it, and goes on on empty sheets."
        ).format(sheet=last, line=found.last)
    if how is Grow.SHEET:
        return _(
            "Put an empty sheet into the printer. Sheet {sheet} is printed as it stood; "
            "what was written on it by hand is written anew, the spoiled sheet is not kept in the journal."
        ).format(sheet=sheet or last)
    if how is Grow.ANEW:
        words = ngettext(
            "The {n} sheet printed before is replaced: take it out of the journal.",
            "The {n} sheets printed before are replaced: take them out of the journal.",
            last,
        )
        return words.format(n=last)
    if how is Grow.ON:
        return _("Put empty sheets into the printer. Later printings go on below the last line.")
    if how == BLANK:
        return _(
            "For a day without the computer. What is written on them is entered later with its true date."
        )
    return _("A copy of the whole journal on empty sheets; the sheets in use stay as they are.")


def _told(one: ChangedLine) -> str:
    """One line in words: "Sheet 2, 06.01.2026 № 12 ДСП: column 10 – Ахметов Б.К., 18.11.2026"."""
    columns = "; ".join(
        _("column {n} – {text}").format(n=n, text=text or _("(empty)")) for n, text in one.columns
    )
    return _("Sheet {sheet}, {number}: {columns}").format(sheet=one.sheet, number=one.number, columns=columns)
