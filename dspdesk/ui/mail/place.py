"""The log of receipts: every cover with what it waits for, from the courier's list to its number."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from dspdesk.language.catalogue import N_, _, current_language
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Carrier, JournalKind
from dspdesk.law.mail import PackageState
from dspdesk.law.roles import Action
from dspdesk.queries import mail as queries
from dspdesk.queries.mail import PackageDetails, PackageRow
from dspdesk.queries.mail_register import READY, ToRegister, to_register
from dspdesk.ui import ask, history, told
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.mail import details, words
from dspdesk.ui.registers.details import Actions, Facts
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState, PlainButton, PrimaryButton, hide_unless

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.mail_intake import Logged

_OVER = {PackageState.STRUCK, PackageState.RETURNED}


def _columns(desk: "Desk") -> Sequence[RegisterColumn[PackageRow]]:
    return (
        RegisterColumn(
            key="received", title=N_("Received at"), width=9.5,
            text=lambda row: words.moment(row.delivery.received_at, desk), sort=lambda row: row.delivery.received_at,
        ),
        RegisterColumn(key="sender", title=N_("Sender"), width=22, text=lambda row: row.sender, stretch=True),
        RegisterColumn(key="numbers", title=N_("Numbers"), width=9, text=lambda row: row.cover_numbers),
        RegisterColumn(key="personal", title=N_("«Personal»"), width=8, text=lambda row: row.addressee),
        RegisterColumn(
            key="carrier", title=N_("Carrier"), width=9,
            text=lambda row: _("electronic") if row.carrier is Carrier.ELECTRONIC else "",
        ),
        RegisterColumn(key="state", title=N_("State"), width=17, text=words.state),
    )  # fmt: skip


class MailPlace(RegisterPlace[PackageRow]):
    """All covers that were brought; Enter takes the step that comes next."""

    def __init__(self, desk: "Desk", services: Services) -> None:
        super().__init__(desk, _columns(desk), _("Mail receipts"))
        self._services = services
        self.duty = PlainButton(_("Handed over by the duty officer…"))
        self.duty.clicked.connect(self.hand_over)
        self.add_tool(self.duty)
        hide_unless(self.duty, allowed=desk.may(Action.RECEIVE_MAIL))

    # --- what a register says ---

    def ask_rows(self) -> Sequence[PackageRow]:
        return queries.packages(self._desk)

    def key_of(self, row: PackageRow) -> int:
        return row.id

    def facts(self, row: PackageRow) -> Facts:
        return details.facts(self._desk, queries.package(self._desk, row.id))

    def steps(self, row: PackageRow) -> Actions:
        found = queries.package(self._desk, row.id)
        told_of = history.step_of(self, self._desk, f"package:{row.id}", words.name(row))
        return (*_offered(self._offers(found)), told_of)

    def open_row(self, row: PackageRow) -> None:
        """Enter: the step that comes next."""
        offered = _offered(self._offers(queries.package(self._desk, row.id)))
        if offered:
            offered[0][1]()

    def beginning(self) -> EmptyState:
        empty = EmptyState(
            _("No mail was logged yet"),
            _(
                "Here stands every cover that is brought: when, by whom, from whom. It is checked, its documents are "
                "registered, and what is missing gets its act."
            ),
        )
        button = PrimaryButton(_("Log mail"), "Ins")
        button.clicked.connect(self.primary)
        empty.add_button(button)
        return empty

    # --- a place ---

    def title(self) -> str:
        return _("Mail receipts")

    def primary_text(self) -> str:
        return _("Log mail")

    def primary(self) -> None:
        """A new delivery."""
        from dspdesk.ui.mail.delivery_dialog import DeliveryDialog

        dialog = DeliveryDialog(self._desk, self.window())
        dialog.saved.connect(self._logged)
        self._ask(dialog)

    # --- steps ---

    def check(self, package_id: int) -> None:
        """Check a cover; Ctrl+Enter goes on with the next of the same delivery."""
        from dspdesk.ui.mail.check_dialog import CheckDialog

        dialog = CheckDialog(self._desk, self.window(), package_id)
        dialog.saved.connect(self.saved)
        dialog.next_asked.connect(self._check_next)
        dialog.act_asked.connect(self.draw_up_act)
        self._ask(dialog)

    def register(self, package_id: int, delivery_id: int, kind: JournalKind = JournalKind.INCOMING) -> None:
        """The registration card filled in from the cover, and from the next one of the delivery after it."""
        from dspdesk.ui.cards import registration

        def source() -> ToRegister | None:
            return to_register(self._desk, delivery_id, kind, package_id=package_id)

        year = self._desk.today().year
        registration.show(self.window(), self._desk, kind, year, None, self._registered, source)

    def draw_up_act(self, package_id: int) -> None:
        """The act of what is missing."""
        from dspdesk.ui.mail.check_dialog import open_act

        open_act(self.window(), self._desk, self._services, package_id, lambda: self.saved(package_id))

    def hand_over(self) -> None:
        """What duty officers hold is handed over by list; the list is shown to be signed."""
        from dspdesk.ui.mail.small_forms import HandOverForm

        if not queries.waiting_for_hand_over(self._desk):
            ask.tell(self, _("Nothing to hand over"), _("The duty officers hold no mail."))
            return
        form = HandOverForm(self._desk, self.window())
        form.saved.connect(self._handed_over)
        self._ask(form)

    def _check_next(self, before: PackageDetails) -> None:
        """The next cover of the delivery that is not checked yet; after the last its documents are registered."""
        of_it = queries.packages_of(self._desk, before.delivery.id)
        waiting = [row.id for row in of_it if row.state is PackageState.TO_CHECK]
        if waiting:
            self.check(next((key for key in waiting if key > before.id), waiting[0]))
        elif ready := [row.id for row in of_it if row.state in READY]:
            self.register(ready[0], before.delivery.id)

    def _handed_over(self, deliveries: Sequence[int]) -> None:
        self.saved()
        self._paper("duty_handover", "delivery:" + ",".join(map(str, deliveries)))

    def _logged(self, done: "Logged") -> None:
        self.saved(done.package_ids[0])

    def _registered(self, _item_id: int) -> None:
        self.saved()

    def _paper(self, paper: str, about: str) -> None:
        from dspdesk.procedures.printing import PaperRequest

        request = PaperRequest(paper=paper, language=current_language().value, about=about)
        self._services.preview(self.window(), self._desk, request)

    def _offers(self, found: PackageDetails) -> Sequence[tuple[bool, str, Callable[[], Any]]]:
        """Every step with whether it applies, the one that comes next first."""
        over, state, row = found.state in _OVER, found.state, found.id
        form = partial(self._form, found)
        there = not over and state is not PackageState.WITH_DUTY_OFFICER
        opened = found.checked_at is not None
        register = partial(self.register, row, found.delivery.id)
        publication = partial(self.register, row, found.delivery.id, JournalKind.PUBLICATIONS)
        unopened = found.personal and not found.facts.completed
        return (
            (state is PackageState.WITH_DUTY_OFFICER, _("Handed over by the duty officer…"), self.hand_over),
            (state is PackageState.TO_CHECK, _("Check…"), partial(self.check, row)),
            (state is PackageState.CARRIER, _("Check the carrier…"), partial(self._carrier, row)),
            (state is PackageState.MISDIRECTED, _("Sent back…"), partial(form, "SendBackForm")),
            (state in READY, _("Register…"), register),
            (state in READY and not found.personal, _("Register as a publication…"), publication),
            (
                found.differs and not found.acts and not over,
                _("Act of shortage…"),
                partial(self.draw_up_act, row),
            ),
            (state is PackageState.PERSONAL, _("Complete what it held…"), partial(self._complete, found)),
            (bool(found.acts), _("Open the act…"), partial(self.draw_up_act, row)),
            (bool(found.numbers), _("Show the entry"), partial(self._show_entry, found)),
            (there and opened, _("Check again…"), partial(self.check, row)),
            (there and unopened and not opened, _("Look at the cover…"), partial(self.check, row)),
            (
                found.facts.electronic and opened and there and state is not PackageState.CARRIER,
                _("Check the carrier…"),
                partial(self._carrier, row),
            ),
            (found.misdirected_on is not None, _("Covering letter of return…"), partial(self._letter, row)),
            (there and not found.facts.misdirected, _("Came by mistake…"), partial(form, "MisdirectedForm")),
            (state is PackageState.MISDIRECTED, _("Ours after all…"), partial(self._ours, found)),
            (there and not found.cover_discarded_on, _("Keep the cover…"), partial(form, "KeepCoverForm")),
            (
                found.cover_kept is not None and not found.cover_discarded_on,
                _("The kept cover was destroyed…"),
                partial(form, "DiscardCoverForm"),
            ),
            (
                found.delivery.duty_officer_id is not None and found.delivery.handed_over_at is not None,
                _("List of the duty officer…"),
                partial(self._paper, "duty_handover", f"delivery:{found.delivery.id}"),
            ),
            (
                not over and not opened and not found.numbers,
                _("Correct the log…"),
                partial(form, "CorrectPackageForm"),
            ),
            (not over and not opened and not found.numbers, _("Strike out…"), partial(self._strike, found)),
        )

    def _carrier(self, package_id: int) -> None:
        from dspdesk.ui.mail.carrier_dialog import CarrierDialog

        dialog = CarrierDialog(self._desk, self.window(), package_id=package_id)
        dialog.saved.connect(lambda _found: self.saved(package_id))
        self._ask(dialog)

    def _complete(self, found: PackageDetails) -> None:
        from dspdesk.ui.mail.personal_dialog import PersonalDialog

        dialog = PersonalDialog(self._desk, self.window(), found)
        dialog.saved.connect(self.saved)
        dialog.given.connect(lambda: self.saved(found.id))
        self._ask(dialog)

    def _show_entry(self, found: PackageDetails) -> None:
        self.row_asked.emit("item", found.entry_id)

    def _letter(self, package_id: int) -> None:
        self._paper("covering_letter", f"package:{package_id}")

    def _form(self, found: PackageDetails, kind: str) -> None:
        from dspdesk.ui.mail import small_forms

        form: FormDialog = getattr(small_forms, kind)(self._desk, self.window(), found)
        form.saved.connect(self.saved)
        self._ask(form)

    def _strike(self, found: PackageDetails) -> None:
        text = _("There was no such cover: its line stays in the log, struck out.")
        ask.reason(self, words.name(found), text, partial(self._struck, found.id))

    def _struck(self, package_id: int, reason: str) -> None:
        from dspdesk.procedures.mail_covers import StrikePackage, strike

        command = StrikePackage(package_id=package_id, reason=reason)
        self._done(package_id, partial(strike, self._desk, command))

    def _ours(self, found: PackageDetails) -> None:
        text = _("It did not come by mistake: it is checked and registered as all mail is.")
        ask.reason(self, words.name(found), text, partial(self._kept_here, found.id))

    def _kept_here(self, package_id: int, reason: str) -> None:
        from dspdesk.procedures.mail_covers import OursAfterAll, ours_after_all

        command = OursAfterAll(package_id=package_id, reason=reason)
        self._done(package_id, partial(ours_after_all, self._desk, command))

    def _done(self, package_id: int, does: Callable[[], None]) -> None:
        try:
            does()
        except Refused as refused:
            ask.tell(self, _("Nothing was changed"), told.in_words(refused))
        else:
            self.saved(package_id)
        self.take_focus()

    def _ask(self, form: FormDialog) -> None:
        form.finished.connect(lambda _how: self.take_focus())  # the button pressed is gone with its row
        form.open()


def _offered(offers: Sequence[tuple[bool, str, Callable[[], Any]]]) -> list[tuple[str, Callable[[], Any]]]:
    return [(said, does) for applies, said, does in offers if applies]


def make(desk: "Desk", services: Services) -> MailPlace:
    """The place of mail."""
    return MailPlace(desk, services)
