"""One entry of a list: its point, its words in both languages, its criterion."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.law import restricted_list as law
from dspdesk.law.findings import settle
from dspdesk.law.restricted_list import Criterion, EntryWords
from dspdesk.ui.cards.fields import LongField, TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.office.fields import LongChoice
from dspdesk.ui.restricted_list import wording
from dspdesk.ui.widgets.basics import Caption

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.queries.restricted_list import EntryRow

_WIDTH = 56  # in ems


class WordsFields:
    """The fields of an entry, in whichever form they stand."""

    def __init__(self, form: FormDialog) -> None:
        self.point = TextField()
        self.text_kk, self.text_ru = LongField(), LongField()
        self.criterion = LongChoice(_("Criterion"), _criteria())
        self.own_words = Caption(wrap=True)
        form.add("point", _("Point of the list"), self.point)
        form.add_pair(
            ("text_kk", _("Words in Kazakh"), self.text_kk), ("text_ru", _("Words in Russian"), self.text_ru)
        )
        form.add("criterion", _("Criterion (paragraph 7)"), self.criterion)
        form.body.addWidget(self.own_words)
        self.criterion.currentIndexChanged.connect(lambda _at: self._show_criterion())
        self._show_criterion()

    def words(self) -> EntryWords:
        """What was typed."""
        return EntryWords(
            self.point.value(), self.text_kk.value(), self.text_ru.value(), self.criterion.value()
        )

    def show(self, words: EntryWords) -> None:
        """Show the words of an entry."""
        self.point.show_value(words.point)
        self.text_kk.show_value(words.text_kk)
        self.text_ru.show_value(words.text_ru)
        self.criterion.show_value(words.criterion)

    def _show_criterion(self) -> None:
        """The law's own words in full: the choice shows only their beginning."""
        self.own_words.setText(wording.criterion(self.criterion.value()))
        self.own_words.setVisible(bool(self.own_words.text()) and self.own_words.parent() is not None)


class EntryForm(FormDialog):
    """An entry that an order brings in, or another one in the place of `before`; `saved` gives its `EntryWords`."""

    def __init__(
        self, desk: "Desk", parent: QWidget | None, title: str, words: EntryWords | None = None
    ) -> None:
        super().__init__(desk, parent, title, _WIDTH)
        self.fields = WordsFields(self)
        if words is not None:
            self.fields.show(words)
        self.save_button.set_text(_("Take over"), "Ctrl+S")
        self.fields.point.setFocus()

    def save(self, reason: str) -> object:
        """Hand the words over; the order that brings them is saved with all it does."""
        words = self.fields.words()
        settle(law.check_words(words), reason)
        return words


class CorrectionForm(FormDialog):
    """A slip in the words of an entry; why is always asked."""

    def __init__(self, desk: "Desk", parent: QWidget | None, row: "EntryRow") -> None:
        super().__init__(
            desk, parent, _("Correct a slip in the entry {point}").format(point=row.point), _WIDTH
        )
        self._row = row
        self.fields = WordsFields(self)
        self.fields.show(words_of(row))
        self.why = LongField()
        self.add("reason", _("Reason, kept in the ledger"), self.why)
        self.add_note(
            _(
                "What an order of the head changed is entered by “Order…”: the former words stay in force until then."
            )
        )
        self.fields.point.setFocus()

    def save(self, reason: str) -> object:
        """Correct the entry; returns its id."""
        from dspdesk.procedures import restricted_list as procedures

        command = procedures.CorrectEntry(
            entry_id=self._row.id, to=self.fields.words(), reason=self.why.value() or reason
        )
        procedures.correct_entry(self._desk, command)
        return self._row.id


def words_of(row: "EntryRow") -> EntryWords:
    """The words of an entry as they stand."""
    return EntryWords(row.point, row.text_kk, row.text_ru, row.criterion)


def _criteria() -> dict[Criterion | None, str]:
    from dspdesk.queries.restricted_list import criterion_words

    language = current_language()
    return {None: _("none is named"), **{one: criterion_words(one, language) for one in Criterion}}
