"""Small forms of the numbers of a journal: reserving, skipping, the reason of a gap, blank sheets to write on."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.law.numbering import parts_of
from dspdesk.law.registration import MOST_RESERVED, Entry
from dspdesk.ui.cards.fields import CountField, LongField, TextField
from dspdesk.ui.cards.form import FormDialog

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.journals import JournalInfo
    from dspdesk.queries.numbers import SpecialNumber

MOST_SHEETS = 200  # blank sheets printed at a time
_WIDTH = 40  # ems


class ReserveForm(FormDialog):
    """Numbers for documents that are not signed yet; asks only for the parts that the journal's numbers are made of."""

    def __init__(self, desk: "Desk", journal: "JournalInfo", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _("Reserve numbers"), _WIDTH)
        self._journal = journal
        self.add_note(
            _(
                "The number is printed on the fair copy. When the document is signed it is confirmed, or else annulled."
            )
        )
        self.purpose, self.count = LongField(), CountField()
        self.correspondent = TextField(self._offers("correspondent"))
        self.executor, self.case = TextField(self._offers("executor")), TextField()
        self.add("purpose", _("What it is for"), self.purpose)
        self.add("correspondent", _("To"), self.correspondent)
        asked = parts_of(journal.pattern)
        if {"executor", "unit"} & set(asked):
            self.add("executor", _("Executor"), self.executor)
        if "case" in asked:
            self.add("case_index", _("Index of the case in the filing plan"), self.case)
        self.count.show_value(1)
        self.add("count", _("How many numbers, at most {most}").format(most=MOST_RESERVED), self.count)
        self.save_button.set_text(_("Reserve"), "Ctrl+S")
        self.purpose.setFocus()

    def save(self, reason: str) -> object:
        from dspdesk.procedures.numbers import ReserveNumbers, reserve

        entry = Entry(
            correspondent=self.correspondent.value(),
            executor=self.executor.value(),
            case_index=self.case.value(),
        )
        return reserve(
            self._desk,
            ReserveNumbers(
                journal=self._journal.kind,
                year=self._journal.year,
                form_id=self.form_id,
                purpose=self.purpose.value(),
                count=self.count.value() or 0,
                entry=entry,
                language=current_language().value,
            ),
        )

    def _offers(self, key: str) -> Any:
        def offers(typed: str) -> list[str]:
            from dspdesk.queries.completion import completions

            return completions(self._desk, key, typed)

        return offers


class SkipForm(FormDialog):
    """Passing over the next numbers."""

    def __init__(
        self, desk: "Desk", journal: "JournalInfo", first: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent, _("Skip numbers"), _WIDTH)
        self._journal, self._first = journal, first
        self.add_note(
            _(
                "Skipped numbers are never given. They stand in the journal with their reason, "
                "and are counted when it is closed."
            )
        )
        self.last, self.why = CountField(), LongField()
        self.last.show_value(first)
        self.add("last", _("From {first} to number").format(first=first), self.last)
        self.add("reason", _("Reason, printed in the journal"), self.why)
        self.save_button.set_text(_("Skip"), "Ctrl+S")
        self.last.setFocus()

    def save(self, reason: str) -> object:
        from dspdesk.procedures.numbers import SkipNumbers, skip

        last = self.last.value() or 0
        command = SkipNumbers(
            journal_id=self._journal.id, first=self._first, last=last, reason=self.why.value()
        )
        skip(self._desk, command)
        return None


class ExplainForm(FormDialog):
    """Why numbers were never given, as a journal brought in left them."""

    def __init__(
        self, desk: "Desk", journal: "JournalInfo", gap: "SpecialNumber", parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent, _("Why were these numbers never given?"), _WIDTH)
        self._journal, self._first, self._last = journal, gap.number.sequence, gap.last
        run = f"{self._first}–{self._last}" if self._last > self._first else str(self._first)
        self.add_note(_("Numbers without an entry: {numbers}").format(numbers=run))
        self.why = LongField()
        self.add("reason", _("Reason, printed in the journal"), self.why)
        self.why.setFocus()

    def save(self, reason: str) -> object:
        from dspdesk.procedures.numbers import ExplainGap, explain

        command = ExplainGap(
            journal_id=self._journal.id, first=self._first, last=self._last, reason=self.why.value()
        )
        explain(self._desk, command)
        return None


class BlankSheets(FormDialog):
    """How many sheets of the journal are to be printed for a day without the computer (W11)."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _("Print blank sheets of the journal"), _WIDTH)
        self.add_note(
            _("For a day without the computer. What is written on them is entered later with its true date.")
        )
        self.count = CountField()
        self.count.show_value(2)
        self.add("count", _("How many sheets"), self.count)
        self.save_button.set_text(_("Show"), "Ctrl+S")
        self.count.setFocus()
        self.count.selectAll()

    def save(self, reason: str) -> object:
        """How many were asked for; nothing is written yet."""
        return self.count.value()

    def go_on(self) -> None:
        """Show them, if so many can be printed."""
        if not 1 <= (self.count.value() or 0) <= MOST_SHEETS:
            self.complain("count", _("Choose from 1 to {most} sheets.").format(most=MOST_SHEETS))
        else:
            super().go_on()
