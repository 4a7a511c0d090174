"""Waiting for signature: every printout that somebody has still to sign, the oldest first (W3)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import short
from dspdesk.language.papers import paper_name
from dspdesk.language.sentences import Told
from dspdesk.law.findings import Refused
from dspdesk.queries import signatures as queries
from dspdesk.queries.signatures import PrintoutRow, Shown
from dspdesk.ui import ask, wording
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.place import Place
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.signatures.subjects import opens
from dspdesk.ui.told import in_words
from dspdesk.ui.widgets.basics import Choice, EmptyState

if TYPE_CHECKING:
    from dspdesk.desk import Desk

COLUMNS: Sequence[RegisterColumn[PrintoutRow]] = (
    RegisterColumn(
        key="days", title=N_("Days"), width=5, text=lambda row: wording.grouped(row.days), sort=lambda row: -row.days,
        right=True,
    ),
    RegisterColumn(key="paper", title=N_("Paper"), width=15, text=lambda row: paper_name(row.paper)),
    RegisterColumn(key="about", title=N_("Of what"), width=13, text=lambda row: row.about),
    RegisterColumn(
        key="who", title=N_("Who has to sign"), width=22, stretch=True,
        text=lambda row: queries.persons(row.missing if row.waits else row.signers),
    ),
    RegisterColumn(
        key="printed", title=N_("Printed on"), width=8, text=lambda row: short(row.printed_on),
        sort=lambda row: row.printed_on,
    ),
    RegisterColumn(key="code", title=N_("Code"), width=10, text=lambda row: row.code),
)  # fmt: skip
_SHOWN = {
    Shown.WAITING: N_("Those that wait"),
    Shown.SIGNED: N_("Signed by all"),
    Shown.SET_ASIDE: N_("Set aside"),
}


class SignaturesPlace(RegisterPlace[PrintoutRow]):
    """All printouts that wait; those that were signed or set aside are a choice away."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__(desk, COLUMNS, _("Waiting for signature"))
        self._services = services
        self._kind = Shown.WAITING
        self.shown = Choice(_("Which printouts"))
        for shown, words in _SHOWN.items():
            self.shown.addItem(_(words), shown.value)
        self.shown.activated.connect(lambda _at: self._choose())
        self.add_tool(self.shown)

    # --- what a register says ---

    def ask_rows(self) -> Sequence[PrintoutRow]:
        return queries.printouts(self._desk, self._kind)

    def key_of(self, row: PrintoutRow) -> int:
        return row.id

    def facts(self, row: PrintoutRow) -> Facts:
        known = [
            (_("Of what"), row.about),
            (_("Printed on"), short(row.printed_on)),
            (_("Printed by"), row.printed_by),
            (_("Code"), row.code),
            (_("Sheets"), wording.grouped(row.sheets)),
            (_("Copies"), wording.grouped(row.copies) if row.copies > 1 else ""),
            (_("Spoiled sheets"), wording.grouped(row.spoiled) if row.spoiled else ""),
            (_("Waiting"), queries.days(row.days) if row.waits else ""),
            (_("Signed by all on"), short(row.signed_on) if row.signed_on else ""),
            (_("Set aside on"), short(row.set_aside_on) if row.set_aside_on else ""),
            (_("Reason"), row.set_aside_reason),
            (_("In its place"), row.replaced_by),
        ]
        return [
            (paper_name(row.paper), ""),
            *(fact for fact in known if fact[1]),
            (_("Signatures"), ""),
            *(
                (short(signer.signed_on) if signer.signed_on else _("not yet"), signer.words())
                for signer in row.signers
            ),
        ]

    def steps(self, row: PrintoutRow) -> Actions:
        found: list[tuple[str, Callable[[], None]]] = []
        if row.waits:
            found += [
                (_("Signed…"), lambda: self.sign(row)),
                (_("Print once more…"), lambda: self.print_once_more(row)),
                (_("Spoiled sheets…"), lambda: self.count_spoiled(row)),
                (_("Set aside…"), lambda: self.set_aside(row)),
            ]
        if (target := opens(self._desk, row.subject)) is not None:
            words = _("Go to: {what}").format(what=row.about)
            found.append((words, lambda: self.row_asked.emit(*target)))
        return found

    def open_row(self, row: PrintoutRow) -> None:
        if row.waits:
            self.sign(row)

    def beginning(self) -> EmptyState:
        if self._kind is not Shown.WAITING:
            return EmptyState(_("Nothing here"), _("There is no such printout."))
        return EmptyState(
            _("Nothing waits for a signature"),
            _(
                "Papers that somebody signs come here by themselves when they are printed, and stay until all have "
                "signed."
            ),
        )

    # --- a place ---

    def title(self) -> str:
        return _("Waiting for signature")

    def primary_text(self) -> str:
        row = self.current()
        return _("Signed…") if row is not None and row.waits else ""

    def primary(self) -> None:
        """Record the signatures of the row that the keys are on."""
        if (row := self.current()) is not None:
            self.open_row(row)

    def print_paper(self) -> None:
        if (row := self.current()) is not None and row.waits:
            self.print_once_more(row)

    def show_row(self, row: int) -> None:
        self.shown.setCurrentIndex(0)
        self._kind = Shown.WAITING
        super().show_row(row)

    # --- steps ---

    def _choose(self) -> None:
        self._kind = Shown(self.shown.currentData())
        self.refresh()

    def sign(self, row: PrintoutRow) -> None:
        """Who has signed, and when."""
        from dspdesk.ui.signatures.forms import SignForm

        self._ask_for(SignForm(self._desk, self.window(), row))

    def count_spoiled(self, row: PrintoutRow) -> None:
        """How many sheets were thrown away."""
        from dspdesk.ui.signatures.forms import SpoiledForm

        self._ask_for(SpoiledForm(self._desk, self.window(), row))

    def print_once_more(self, row: PrintoutRow) -> None:
        """Show the paper again; once it is printed it stands in the place of this one."""
        from dspdesk.procedures.signatures import once_more

        try:
            request = once_more(self._desk, row.id)
        except (Refused, Told) as error:
            ask.tell(self.window(), _("Print once more"), in_words(error))
        else:
            self._services.preview(self.window(), self._desk, request)

    def set_aside(self, row: PrintoutRow) -> None:
        """Nobody signs it any more."""
        text = _("{paper}: nobody will sign it any more. Why?").format(paper=row.title)
        ask.reason(self.window(), _("Set the printout aside"), text, lambda reason: self._aside(row, reason))

    def _aside(self, row: PrintoutRow, reason: str) -> None:
        from dspdesk.procedures.signatures import SetAside, set_aside

        try:
            set_aside(self._desk, SetAside(printout_id=row.id, reason=reason))
        except (Refused, Told) as error:
            ask.tell(self.window(), _("Set the printout aside"), in_words(error))
        self.saved()

    def _ask_for(self, form: FormDialog) -> None:
        form.saved.connect(lambda _done: self.saved())
        form.open()


def make(desk: "Desk", services: Services) -> Place:
    """Build the place."""
    return SignaturesPlace(desk, services)
