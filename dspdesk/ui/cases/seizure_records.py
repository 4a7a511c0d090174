"""The records of seizures from a volume: what each states, and the next step with it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import short
from dspdesk.law.findings import Refused
from dspdesk.law.roles import Action
from dspdesk.law.seizure_record import RecordState
from dspdesk.queries import cases
from dspdesk.queries import seizure_record as queries
from dspdesk.ui import ask, theme, told
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cases import seizing
from dspdesk.ui.cases.coming_back import ComingBackForm
from dspdesk.ui.fitting import SnugDialog
from dspdesk.ui.office.fields import LongChoice
from dspdesk.ui.registers.details import fact
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Chip, Heading, Note, PlainButton, PrimaryButton, Title, set_tone
from dspdesk.ui.widgets.flow import clear

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.law.seizure_record import BackOnPaper
    from dspdesk.queries.seizure_record import RecordDetails
    from dspdesk.ui.services import Services

_WIDTH = 60  # ems
STATES = {
    RecordState.DRAFT: (N_("drawn up"), Tone.ACCENT),
    RecordState.EXECUTED: (N_("originals handed over"), Tone.WARNING),
    RecordState.RETURNED: (N_("originals came back"), Tone.GOOD),
    RecordState.WITHDRAWN: (N_("withdrawn"), Tone.PLAIN),
}
#: The steps with which a record goes on.
_NEXT = frozenset({"certify", "execute", "come_back"})
_LANGUAGES = {"ru": N_("Print in Russian"), "kk": N_("Print in Kazakh")}


class RecordsWindow(SnugDialog):
    """One record in full, chosen among those of the volume; it stays open while steps are taken."""

    def __init__(
        self,
        desk: "Desk",
        parent: QWidget | None,
        services: "Services",
        volume_id: int,
        on_done: Callable[[], None],
    ) -> None:
        super().__init__(parent, _WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._services, self._volume_id, self._on_done = desk, services, volume_id, on_done
        self._records: list[RecordDetails] = []
        self.choice = LongChoice(_("Record"), {0: ""})
        self.choice.activated.connect(lambda _at: self._refresh())
        self.status = Note()
        self._facts, self._buttons = QVBoxLayout(), QHBoxLayout()
        self.buttons: dict[str, PlainButton | PrimaryButton] = {}
        self._lay_out()
        self.show_record(None)

    def show_record(self, record_id: int | None) -> None:
        """Show a record, the latest where none is named."""
        self._records = queries.records_of(self._desk, self._volume_id)
        self.choice.set_words({record.id: _named(record) for record in self._records})
        if record_id is not None:
            self.choice.show_value(record_id)
        self.choice.setVisible(len(self._records) > 1)
        self._refresh()

    def record(self) -> "RecordDetails":
        """The record shown."""
        return next(one for one in self._records if one.id == self.choice.value())

    # --- building ---

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        pad = theme.em(self, 1.3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.em(self, 0.6))
        volume = queries.records_of(self._desk, self._volume_id)[0].volume
        title = _("Seizures from {volume}").format(volume=volume)
        self.setWindowTitle(title)
        column.addWidget(Title(title, factor=1.3, wrap=True))
        column.addWidget(self.choice)
        column.addLayout(self._facts)
        column.addWidget(self.status)
        column.addLayout(self._buttons)
        foot = QHBoxLayout()
        self.another = PlainButton(_("Draw up another record…"))
        self.leave = PlainButton(_("Close"), "Esc")
        for button, does in ((self.another, self.draw_up), (self.leave, self.reject)):
            button.setAutoDefault(False)
            button.clicked.connect(does)
        foot.addWidget(self.another)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column.addLayout(foot)
        something = cases.volume(self._desk, self._volume_id).row.documents > 0
        self.another.setVisible(something and self._desk.may(Action.TAKE_OUT_OF_CASES))

    def _refresh(self) -> None:
        clear(self._facts)
        clear(self._buttons)
        self.status.setText("")
        record = self.record()
        words, tone = STATES[record.state]
        head = QHBoxLayout()
        head.addWidget(Heading(_named(record), wrap=True), 1)
        head.addWidget(Chip(_(words), tone))
        self._facts.addLayout(head)
        for caption, value in _facts(record):
            if value:
                self._facts.addWidget(fact(caption, value))
        self._facts.addWidget(Heading(_("Originals")))
        for line in record.lines:
            self._facts.addWidget(Note(seizing.original(line)))
        self._offer(record)

    def _offer(self, record: "RecordDetails") -> None:
        """The steps that the record waits for; the next one is the first."""
        self.buttons = {}
        offered: list[tuple[str, str, Callable[[], None]]] = []
        if self._desk.may(Action.TAKE_OUT_OF_CASES):
            if record.state is RecordState.DRAFT:
                offered.append(("certify", _("Certified copies…"), self.certify))
                offered.append(("execute", _("Originals handed over…"), self.execute))
            if record.state is RecordState.EXECUTED:
                offered.append(("come_back", _("The originals came back…"), self.come_back))
            for language, words in _LANGUAGES.items():
                offered.append((f"print_{language}", _(words), partial(self.print_it, language)))
            if record.returns:
                offered.append(("strike_return", _("Return entered by mistake…"), self.strike_return))
            if record.state is RecordState.DRAFT:
                offered.append(("withdraw", _("Withdraw…"), self.withdraw))
        if record.state is RecordState.DRAFT and all(line.certified for line in record.lines):
            offered.sort(key=lambda one: one[0] != "execute")
        for place, (name, words, does) in enumerate(offered):
            first = not place and name in _NEXT
            button: PlainButton | PrimaryButton = PrimaryButton(words) if first else PlainButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(does)
            self.buttons[name] = button
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        if self.buttons:
            next(iter(self.buttons.values())).setFocus()

    # --- steps ---

    def come_back(self) -> None:
        """Originals came back."""
        self._ask(ComingBackForm(self._desk, self, self.record().id))

    def certify(self) -> None:
        """Record certified copies."""
        self._ask(seizing.CertifyForm(self._desk, self, self.record().id))

    def execute(self) -> None:
        """The originals were handed over."""
        self._ask(seizing.ExecuteForm(self._desk, self, self.record().id))

    def draw_up(self) -> None:
        """Draw up one more record."""
        self._ask(seizing.DrawUpForm(self._desk, self, self._volume_id))

    def print_it(self, language: str) -> None:
        """Show the record as it is printed."""
        from dspdesk.procedures.printing import PaperRequest

        about = f"seizure_record:{self.record().id}"
        request = PaperRequest(paper="seizure_record", language=language, about=about)
        self._services.preview(self, self._desk, request)

    def withdraw(self) -> None:
        """Ask why the record is withdrawn."""
        text = _(
            "The record keeps its number, the ledger keeps the reason. The originals stay where they are. Why?"
        )
        ask.reason(self, _("Withdraw the record?"), text, self._withdraw)

    def _withdraw(self, reason: str) -> None:
        from dspdesk.procedures import seizure_record

        command = seizure_record.WithdrawRecord(record_id=self.record().id, reason=reason)
        self._try(lambda: seizure_record.withdraw(self._desk, command))

    def strike_return(self) -> None:
        """Ask how the last return came to be entered by mistake."""
        latest = self.record().returns[-1]
        text = _(
            "The return of {day} ({paper}) is struck out and stays to be seen in the ledger. The originals count as "
            "handed over again, and their certified copies lie in their places. How did the mistake come about?"
        ).format(day=short(latest.on), paper=latest.paper)
        ask.reason(self, _("Strike the return out?"), text, self._strike_return)

    def _strike_return(self, mistake: str) -> None:
        from dspdesk.procedures import seizure_return_correction as procedures

        latest = max(line.return_id for line in self.record().lines if line.return_id is not None)
        command = procedures.StrikeReturn(return_id=latest, mistake=mistake)
        self._try(lambda: procedures.strike(self._desk, command))

    def _try(self, step: Callable[[], object]) -> None:
        """Take a step; what stands against it is said under the facts."""
        record_id = self.record().id
        try:
            step()
        except Refused as refused:
            set_tone(self.status, Tone.BAD)
            self.status.setText(told.in_words(refused))
        else:
            self._went_on(record_id)

    def _ask(self, form: FormDialog) -> None:
        form.saved.connect(self._went_on)
        form.open()

    def _went_on(self, record_id: object) -> None:
        self._on_done()
        self.show_record(record_id if isinstance(record_id, int) else None)


def _named(record: "RecordDetails") -> str:
    said = _("Record of seizure № {number} of {day}: {authority}")
    return said.format(number=record.number, day=short(record.dated), authority=record.authority)


def _facts(record: "RecordDetails") -> list[tuple[str, str]]:
    return [
        (_("Official"), record.official),
        (_("Basis"), record.basis),
        (_("Handed over by"), record.handed_over_by),
        (_("Present"), ", ".join(line.strip() for line in record.present.splitlines() if line.strip())),
        (_("Handed over on"), short(record.executed_on) if record.executed_on else ""),
        (_("Sheets of the record"), str(record.record_sheets or "")),
        *((_("Came back on {day}").format(day=short(one.on)), _brought(one)) for one in record.returns),
        (_("Withdrawn"), record.withdrawn_reason),
    ]


def _brought(one: "BackOnPaper") -> str:
    """With what paper originals came back, and who brought them."""
    return _("{paper}, brought by {who}").format(paper=one.paper, who=one.brought_by)
