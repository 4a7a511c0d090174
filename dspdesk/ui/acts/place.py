"""The register of acts: each with its stage and what it waits for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.language.dates import short
from dspdesk.language.sentences import Told
from dspdesk.law.act import ActStage, CopyOfAct
from dspdesk.law.findings import Refused
from dspdesk.law.roles import Action
from dspdesk.queries.acts import NAMES, ActRow, acts
from dspdesk.ui import ask, history
from dspdesk.ui.acts import words
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.told import in_words
from dspdesk.ui.widgets.basics import EmptyState, PrimaryButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk

COLUMNS: Sequence[RegisterColumn[ActRow]] = (
    RegisterColumn(
        key="number", title=N_("No."), width=6, text=lambda row: f"{row.number}/{row.year}",
        sort=lambda row: (row.year, row.number),
    ),
    RegisterColumn(
        key="dated", title=N_("Date"), width=7, text=lambda row: short(row.dated), sort=lambda row: row.dated
    ),
    RegisterColumn(key="kind", title=N_("Act"), width=9, text=lambda row: _(NAMES[row.kind])),
    RegisterColumn(key="sender", title=N_("Sender"), width=18, text=lambda row: row.sender, stretch=True),
    RegisterColumn(key="documents", title=N_("Entries"), width=10, text=lambda row: ", ".join(row.documents)),
    RegisterColumn(
        key="stage", title=N_("Stage"), width=10, text=lambda row: words.stage(row.stage),
        sort=lambda row: list(ActStage).index(row.stage),
    ),
    RegisterColumn(key="waits", title=N_("Next step"), width=13, text=words.waits_for),
)  # fmt: skip


class ActsPlace(RegisterPlace[ActRow]):
    """All acts, the latest first; withdrawn ones stay with their reason."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__(desk, COLUMNS, _("Acts"))
        self.model.sort_by(0, descending=True)
        self._services = services
        self._may = desk.may(Action.KEEP_ACTS)

    # --- what a register says ---

    def ask_rows(self) -> Sequence[ActRow]:
        return acts(self._desk)

    def key_of(self, row: ActRow) -> int:
        return row.id

    def facts(self, row: ActRow) -> Facts:
        known = [
            (_("Date"), short(row.dated)),
            (_("Stage"), words.stage(row.stage)),
            (_("Next step"), words.waits_for(row)),
            (_("Reason"), row.withdrawn_reason),
            (_("Sender"), row.sender),
            (_("Numbers on the cover"), row.cover),
            (_("Entries"), ", ".join(row.documents)),
            (_("Signed on"), short(row.signed_on) if row.signed_on else ""),
        ]
        return [
            (words.named(row.kind, row.number), ""),
            *(fact for fact in known if fact[1]),
            (_("The copies"), ""),
            *(("", f"{words.copy(one.number, one.addressee)} — {_gone(one)}") for one in row.copies),
        ]

    def steps(self, row: ActRow) -> Actions:
        name = words.named(row.kind, row.number)
        past = history.step_of(self, self._desk, f"act:{row.id}", name)
        if not self._may:
            return (past,)
        withdrawable = row.stage not in {ActStage.EXECUTED, ActStage.WITHDRAWN}
        return (
            (_("Open the act…"), lambda: self.open_row(row)),
            *(((_("Print…"), lambda: self._print(row)),) if row.stage is not ActStage.WITHDRAWN else ()),
            *(((_("Withdraw the act…"), lambda: self._ask_why(row)),) if withdrawable else ()),
            past,
        )

    def open_row(self, row: ActRow) -> None:
        from dspdesk.ui.acts.shortage_act import open_act

        if self._may:
            open_act(self.window(), self._desk, self._services, row.id, lambda: self.saved(row.id))

    def beginning(self) -> EmptyState:
        empty = EmptyState(
            _("No acts yet"),
            _(
                "An act is drawn up when a cover lacks something, from its check. It is printed in three copies, "
                "signed by those who were present, and executed when its copies have gone."
            ),
        )
        if self._may:
            button = PrimaryButton(_("Draw up a shortage act"), "Ins")
            button.clicked.connect(self.primary)
            empty.add_button(button)
        return empty

    # --- a place ---

    def title(self) -> str:
        return _("Acts")

    def primary_text(self) -> str:
        return _("Draw up a shortage act") if self._may else ""

    def primary(self) -> None:
        """Choose the cover that the act is about."""
        from dspdesk.ui.acts.package_choice import PackageChoice, choices

        if not self._may:
            return
        if not (offered := choices(self._desk)):
            text = _(
                "An act is drawn up about a cover that was checked and has none yet, and there is no such cover. "
                "Record the receipt of the mail and its check first."
            )
            ask.tell(self, _("No cover to draw up an act about"), text)
            return
        dialog = PackageChoice(self._desk, offered, self.window())
        dialog.saved.connect(self._chosen)
        dialog.open()

    def print_paper(self) -> None:
        """Print the act of the row."""
        if self._may and (row := self.current()) is not None and row.stage is not ActStage.WITHDRAWN:
            self._print(row)

    # --- steps ---

    def _chosen(self, package_id: object) -> None:
        from dspdesk.ui.acts.shortage_act import open_wizard

        if isinstance(package_id, int):
            open_wizard(self.window(), self._desk, self._services, package_id, self.saved)

    def _print(self, row: ActRow) -> None:
        from dspdesk.procedures.printing import PaperRequest

        request = PaperRequest(paper="shortage_act", language=str(current_language()), about=f"act:{row.id}")
        self._services.preview(self.window(), self._desk, request)

    def _ask_why(self, row: ActRow) -> None:
        text = _("It stays in the register with its number and the reason. Another act may be drawn up then.")
        ask.reason(self, _("Withdraw the act?"), text, lambda reason: self._withdraw(row, reason))

    def _withdraw(self, row: ActRow, reason: str) -> None:
        from dspdesk.procedures import act

        try:
            act.withdraw(self._desk, act.WithdrawAct(act_id=row.id, reason=reason))
        except (Refused, Told) as error:
            ask.tell(self, _("The act was not withdrawn"), in_words(error))
        else:
            self.saved(row.id)


def make(desk: "Desk", services: Services) -> ActsPlace:
    """The place of acts."""
    return ActsPlace(desk, services)


def _gone(copy: CopyOfAct) -> str:
    """When and by what a copy went."""
    if copy.given_on is None:
        return _("not given yet")
    return ", ".join(part for part in (short(copy.given_on), copy.receipt) if part)
