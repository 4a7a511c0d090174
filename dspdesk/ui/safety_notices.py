"""What Today says of the safety of the store: a backup that is due, numbers to be compared after a restore."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.law.backups import Lateness
from dspdesk.law.findings import Refused
from dspdesk.queries.backups import HighestNumber, Restored, Standing
from dspdesk.ui import ask, told, wording
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Heading, Note, Panel, PlainButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk


Step = Callable[[], None]


class BackupNotice(Panel):
    """A backup is due; nothing is blocked by it."""

    def __init__(self, standing: Standing, desk: "Desk", go_there: Step) -> None:
        tone = Tone.BAD if standing.lateness is Lateness.RED else Tone.WARNING
        super().__init__(tone)
        text = _("No backup has been made yet. All that has been entered would be lost with this disk.")
        if standing.last:
            text = _(
                "The last backup: {when}. All that was entered since then would be lost with this disk."
            ).format(when=wording.ago(standing.last, desk))
        self.body.addWidget(Heading(_("A backup is due")))
        self.body.addWidget(Note(text, tone))
        self.body.addLayout(_buttons([(_("To the backups"), go_there)]))


class RestoredNotice(Panel):
    """After a restore the numbers are compared with those given on paper, which nobody may give again."""

    def __init__(self, restored: Restored, desk: "Desk", done: Step) -> None:
        super().__init__(Tone.WARNING)
        self._desk, self._done = desk, done
        when = wording.ago(restored.at, desk)
        text = _(
            "It stands as it was when the copy was made. Compare these highest numbers with the papers: "
            "what was given on paper after the copy is skipped here, so that no number is given twice."
        )
        self.body.addWidget(Heading(_("The store was restored from a backup: {when}").format(when=when)))
        self.body.addWidget(Note(text, Tone.WARNING))
        for one in restored.highest:
            self.body.addLayout(self._journal(one))
        self.body.addLayout(_buttons([(_("The numbers are right"), self._checked)]))

    def _journal(self, one: HighestNumber) -> QHBoxLayout:
        name = wording.journal_name(one.kind, one.year)
        words = f"{name} — №\N{NO-BREAK SPACE}{one.sequence}"
        row = _buttons([(_("Skip numbers…"), lambda: self._skip(one))])
        row.insertWidget(0, Note(words))
        return row

    def _skip(self, one: HighestNumber) -> None:
        from dspdesk.queries.journals import journal_by_id
        from dspdesk.ui.number_forms import SkipForm

        form = SkipForm(
            self._desk, journal_by_id(self._desk, one.journal_id), one.sequence + 1, self.window()
        )
        form.saved.connect(lambda _saved: self._done())
        form.open()

    def _checked(self) -> None:
        from dspdesk.procedures.backups import numbers_checked

        try:
            numbers_checked(self._desk)
        except (Refused, Told) as error:
            ask.tell(self.window(), _("Nothing was written"), told.in_words(error))
        else:
            self._done()


def _buttons(steps: list[tuple[str, Step]]) -> QHBoxLayout:
    row = QHBoxLayout()
    for words, does in steps:
        button = PlainButton(words)
        button.clicked.connect(lambda _checked=False, does=does: does())
        row.addWidget(button)
    row.addStretch(1)
    return row
