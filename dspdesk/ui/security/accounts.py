"""Access and keys: who signs in with which roles, and how access is given and taken."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.language.dates import short
from dspdesk.law.kinds import Role
from dspdesk.queries.accounts import AccountRow, accounts
from dspdesk.ui import ask, wording, work
from dspdesk.ui.registers.place import RegisterColumn, RegisterPlace
from dspdesk.ui.security import access_words, account_forms, new_sheet, one_time, who_may_what
from dspdesk.ui.services import Services
from dspdesk.ui.widgets.basics import EmptyState, PlainButton

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.accounts import OneTime
    from dspdesk.queries.people import PersonRow

Step = tuple[str, Callable[[], None]]


class AccountsPlace(RegisterPlace[AccountRow]):
    """The register of accounts; Enter changes the roles of one."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, _columns(desk), _("Access and keys"))
        table = PlainButton(_("Who may do what"))
        table.clicked.connect(lambda: who_may_what.show(self.window()))
        self.keys = PlainButton(_("Keys of the store"))
        self.keys.setMenu(self._key_menu())
        for button in (table, self.keys):
            button.setAutoDefault(True)
            self.add_tool(button)

    # --- a place ---

    def title(self) -> str:
        return _("Access and keys")

    def primary_text(self) -> str:
        return _("New account…")

    def primary(self) -> None:
        """Give somebody access; who could get it is asked first."""
        work.run(self._without_access, self._open_new)

    # --- the rows ---

    def ask_rows(self) -> Sequence[AccountRow]:
        return accounts(self._desk)

    def key_of(self, row: AccountRow) -> int:
        return row.id

    def facts(self, row: AccountRow) -> Sequence[tuple[str, str]]:
        language = current_language()
        told = [
            (row.name(language), ""),
            (_("Position"), row.position(language)),
            (_("Login"), row.login),
            (_("State"), _state(row)),
            (_("Key"), _SECRETS.get(row.secret, "") and _(_SECRETS[row.secret])),
            (_("Last sign-in"), _last(row, self._desk)),
            (_("Roles"), ""),
        ]
        roles = [
            ("", f"{access_words.role(role)}. {access_words.may_do(role)}")
            for role in Role
            if role in row.roles
        ]
        return [fact for fact in told if fact[1] or fact is told[0] or fact is told[-1]] + roles

    def steps(self, row: AccountRow) -> Sequence[Step]:
        if row.closed_on is not None:
            return ()
        if row.login == self._desk.person.login:
            return (
                (_("Roles…"), lambda: self.open_row(row)),
                (_("My password…"), lambda: account_forms.own_password(self.window(), self._desk)),
            )
        return (
            (_("Roles…"), lambda: self.open_row(row)),
            (_("Reset the password…"), lambda: self.reset(row)),
            (_("The person leaves…"), lambda: self.leave(row)),
        )

    def open_row(self, row: AccountRow) -> None:
        """Change the roles."""
        if row.closed_on is None:
            form = account_forms.RolesForm(self._desk, row, self.window())
            form.saved.connect(lambda _done: self.saved(row.id))
            form.open()

    def beginning(self) -> EmptyState:
        return EmptyState(_("Nobody has access yet"), _("Give the first person a login and roles."))

    # --- steps ---

    def reset(self, row: AccountRow) -> None:
        """Issue a one-time password in the place of a forgotten one."""
        form = account_forms.ResetForm(self._desk, row, self.window())
        form.saved.connect(self._issued)
        form.open()

    def leave(self, row: AccountRow) -> None:
        """Close an account for good."""
        form = account_forms.LeavingForm(self._desk, row, self.window())
        form.saved.connect(lambda _done: self._renewed(row.id))
        form.open()

    def renew(self) -> None:
        """Renew the key of the store."""
        form = account_forms.RenewForm(self._desk, self.window())
        form.saved.connect(lambda _done: self._renewed())
        form.open()

    def make_sheet(self) -> None:
        """Make a new recovery sheet."""
        form = account_forms.NewSheetForm(self._desk, self.window())
        form.saved.connect(lambda pdf: new_sheet.show(self.window(), self._desk, pdf, self.saved))
        form.open()

    def _without_access(self) -> "tuple[list[PersonRow], list[str]]":
        """Who is in service and has no login, and the logins there are; asked in a thread."""
        from dspdesk.queries.people import people

        day, taken = self._desk.today(), [row.login for row in accounts(self._desk)]
        return [row for row in people(self._desk) if not row.login and row.in_service(day)], taken

    def _open_new(self, found: "tuple[list[PersonRow], list[str]]") -> None:
        people, taken = found
        if not people:
            text = _(
                "Everybody in service has a login already. Enter the new employee among the people first."
            )
            ask.tell(self.window(), _("Nobody is without access"), text)
            return
        form = account_forms.NewAccountForm(self._desk, people, taken, self.window())
        form.saved.connect(self._issued)
        form.open()

    def _issued(self, issued: "OneTime") -> None:
        self.saved(issued.account_id)
        one_time.show(self.window(), issued)

    def _renewed(self, account_id: int = 0) -> None:
        self.saved(account_id)
        work.run(lambda: sum(bool(row.secret) for row in accounts(self._desk)), self._tell_renewed)

    def _tell_renewed(self, count: int) -> None:
        text = ngettext(
            "{n} person and the recovery sheet open the store as before.",
            "{n} people and the recovery sheet open the store as before.",
            count,
        )
        ask.tell(self.window(), _("The key is renewed"), text.format(n=count))

    def _key_menu(self) -> QMenu:
        menu = QMenu(self)
        for words, does in (
            (_("New recovery sheet…"), self.make_sheet),
            (_("Renew the key…"), self.renew),
        ):
            menu.addAction(words).triggered.connect(lambda _checked=False, does=does: does())
        return menu


_SECRETS = {"keyring": N_("in the keyring of this account"), "file": N_("in a key file")}


def _columns(desk: "Desk") -> list[RegisterColumn[AccountRow]]:
    language = current_language()
    return [
        RegisterColumn(key="login", title=N_("Login"), width=11, text=lambda row: row.login),
        RegisterColumn(key="person", title=N_("Person"), width=16, text=lambda row: row.name(language)),
        RegisterColumn(
            key="roles",
            title=N_("Roles"),
            width=20,
            text=lambda row: access_words.roles(row.roles),
            stretch=True,
        ),
        RegisterColumn(key="state", title=N_("State"), width=13, text=_state),
        RegisterColumn(
            key="last",
            title=N_("Last sign-in"),
            width=11,
            text=lambda row: _last(row, desk),
            sort=lambda row: row.last_sign_in.timestamp() if row.last_sign_in else 0,
        ),
    ]


def _state(row: AccountRow) -> str:
    if row.closed_on is not None:
        return _("closed on {date}").format(date=short(row.closed_on))
    if not row.secret:
        return _("without a key: issue a password")
    return _("one-time password") if row.one_time else _("open")


def _last(row: AccountRow, desk: "Desk") -> str:
    return wording.ago(row.last_sign_in, desk) if row.last_sign_in else _("never yet")


def make(desk: "Desk", _services: Services) -> AccountsPlace:
    """The place, as the main window asks for it."""
    return AccountsPlace(desk)
