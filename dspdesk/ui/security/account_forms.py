"""The small forms of access: a new account, its roles, a new one-time password, one's own password."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _, current_language
from dspdesk.language.transliteration import login_of
from dspdesk.ui import ask
from dspdesk.ui.cards.fields import ChoiceField, LongField, TextField
from dspdesk.ui.password_advice import NewPassword
from dspdesk.ui.path_field import PathField
from dspdesk.ui.security.role_boxes import RoleBoxes
from dspdesk.ui.security.slow_form import SlowForm
from dspdesk.ui.sign_in import PasswordField

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.accounts import SetRoles
    from dspdesk.queries.accounts import AccountRow
    from dspdesk.queries.people import PersonRow


_UNCHANGED = "roles_unchanged"  # not worth saying while boxes are being ticked


class KeyFileField(PathField):
    """The key file of a person, as a field of a form."""

    def __init__(self, *, new: bool) -> None:
        super().__init__(_("Key file"), self._choose_new if new else self._choose)

    def problem(self) -> str:
        """A path may be left out."""
        return ""

    def _choose(self, found: Callable) -> None:
        ask.open_path(self.window(), _("Key file"), "", found)

    def _choose_new(self, found: Callable) -> None:
        ask.save_path(self.window(), _("Key file"), "dspdesk.key", found)


class LeavingForm(SlowForm):
    """A person leaves: their key slot goes, and the data key is renewed so that no old copy of it opens the store."""

    def __init__(self, desk: "Desk", account: "AccountRow", parent: QWidget | None = None) -> None:
        title = _("End the access of {name}").format(name=account.name(current_language()))
        super().__init__(desk, parent, title, width=50)
        self._account, self.why = account, LongField()
        self.add_note(
            _(
                "The login “{login}” opens the store no more. An old copy of the keys with the old password would, "
                "so the key of the store is renewed: the store is written anew and checked. Everybody else and the "
                "recovery sheet open it as before. The entries of this person stay."
            ).format(login=account.login)
        )
        self.add("reason", _("Reason, kept in the ledger"), self.why)
        self.save_button.set_text(_("End the access"), "Ctrl+S")
        self._consider()

    def work(self, reason: str) -> Callable[[], object]:
        from dspdesk.procedures.accounts import CloseAccount, close_account

        command = CloseAccount(account_id=self._account.id, reason=reason or self.why.value())
        return lambda: close_account(self._desk, command)

    def _consider(self) -> None:
        """Say at once what stands against it, before a reason is written."""
        from dspdesk.procedures.accounts import CloseAccount, consider

        asked = CloseAccount(account_id=self._account.id, reason=self.windowTitle())
        self.findings.show_findings(consider(self._desk, asked), {})

    def busy_words(self) -> str:
        return _("The key is being renewed…")


class RenewForm(SlowForm):
    """The data key is renewed: old copies of the slot file open nothing any more."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _("Renew the key"), width=50)
        self.agreed = _("The key of the store is renewed.")
        self.why = LongField()
        self.add_note(
            _(
                "The store is written anew under a new key and checked. Do this when a copy of the store or of its "
                "keys may be in strange hands: that copy goes stale, and old backups open only with their own sheet. "
                "Everybody and the recovery sheet open the store as before."
            )
        )
        self.add("reason", _("Reason, kept in the ledger"), self.why)
        self.save_button.set_text(_("Renew the key"), "Ctrl+S")

    def work(self, reason: str) -> Callable[[], object]:
        from dspdesk.procedures.accounts import renew_key

        why, approval = reason or self.why.value(), self.approval
        return lambda: renew_key(self._desk, why, approval)

    def busy_words(self) -> str:
        return _("The key is being renewed…")


class NewSheetForm(SlowForm):
    """A new recovery sheet in the place of the one in the safe; saving gives its PDF."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _("A new recovery sheet"), width=50)
        self.agreed = _("A new recovery sheet is made.")
        self.add_note(
            _(
                "The sheet in the safe opens nothing any more as soon as the new one is made, and the key of the "
                "store is renewed. Have the printer ready: the new sheet is shown this once, printed, and typed back."
            )
        )
        self.save_button.set_text(_("Make the new sheet"), "Ctrl+S")
        self.save_button.setFocus()

    def work(self, reason: str) -> Callable[[], object]:
        from dspdesk.procedures import printing
        from dspdesk.procedures.accounts import new_recovery_sheet

        approval, language = self.approval, current_language().value
        return lambda: printing.recovery_sheet(self._desk, new_recovery_sheet(self._desk, approval), language)

    def busy_words(self) -> str:
        return _("The key is being renewed…")


class NewAccountForm(SlowForm):
    """An employee gets a login, roles and a one-time password."""

    def __init__(
        self, desk: "Desk", people: Sequence["PersonRow"], taken: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent, _("New account"), width=56)
        self.agreed = _("Somebody becomes a security officer.")
        language = current_language()
        names = {row.id: row.name_kk if language == "kk" else row.name_ru for row in people}
        self._taken = frozenset(taken)
        self.employee = ChoiceField(_("Employee"), names)
        self.login, self.roles = TextField(), RoleBoxes()
        self.add("employee_id", _("Employee"), self.employee)
        self.add("login", _("Login, a short word to sign in with"), self.login)
        self.add("roles", _("Roles"), self.roles)
        self.key_file = _key_file(self, _("Key file of this person; left out: the same as yours"), new=True)
        self.save_button.set_text(_("Give access"), "Ctrl+S")
        self.employee.activated.connect(lambda _index: self._propose())
        self._names = names
        self._propose()

    def work(self, reason: str) -> Callable[[], object]:
        from dspdesk.procedures.accounts import AddAccount, add_account

        command = AddAccount(
            employee_id=self.employee.value(),
            login=self.login.value(),
            roles=self.roles.value(),
            key_file=self.key_file.path() if self.key_file else None,
            reason=reason,
            approval=self.approval,
        )
        return lambda: add_account(self._desk, command)

    def _propose(self) -> None:
        self.login.show_value(login_of(self._names[self.employee.value()], self._taken))


class RolesForm(SlowForm):
    """Other roles for an account; they count from its next sign-in."""

    def __init__(self, desk: "Desk", account: "AccountRow", parent: QWidget | None = None) -> None:
        title = _("Roles of {name}").format(name=account.name(current_language()))
        super().__init__(desk, parent, title, width=56)
        self.agreed = _("Somebody becomes a security officer.")
        self._account = account
        self.roles, self.why = RoleBoxes(), LongField()
        self.roles.show_value(account.roles)
        self.add("roles", _("Roles"), self.roles)
        self.add("reason", _("Reason, kept in the ledger"), self.why)
        self.add_note(_("The change counts from the next sign-in of this person."))

    def work(self, reason: str) -> Callable[[], object]:
        from dspdesk.procedures.accounts import set_roles

        command = self._command(reason or self.why.value())
        return lambda: set_roles(self._desk, command)

    def touched(self, name: str = "") -> None:
        super().touched(name)
        if name == "roles":
            from dspdesk.procedures.accounts import consider

            found = consider(self._desk, self._command(self.why.value()))
            self.findings.show_findings([finding for finding in found if finding.code != _UNCHANGED], {})

    def _command(self, reason: str) -> "SetRoles":
        from dspdesk.procedures.accounts import SetRoles

        return SetRoles(
            account_id=self._account.id, roles=self.roles.value(), reason=reason, approval=self.approval
        )


class ResetForm(SlowForm):
    """A one-time password in the place of a forgotten one."""

    def __init__(self, desk: "Desk", account: "AccountRow", parent: QWidget | None = None) -> None:
        title = _("A new password for {name}").format(name=account.name(current_language()))
        super().__init__(desk, parent, title)
        self.agreed = _("A security officer gets a new password.")
        self._account = account
        self.why = LongField()
        self.add_note(
            _("The program makes a one-time password. The old one opens the store no more, from now on.")
        )
        self.add("reason", _("Reason, kept in the ledger"), self.why)
        self.key_file = (
            _key_file(self, _("Key file of this person; left out: the same as yours"), new=True)
            if account.secret == "file"  # noqa: S105 - where it lies
            else None
        )
        self.save_button.set_text(_("Issue the password"), "Ctrl+S")

    def work(self, reason: str) -> Callable[[], object]:
        from dspdesk.procedures.accounts import ResetPassword, reset_password

        command = ResetPassword(
            account_id=self._account.id,
            key_file=self.key_file.path() if self.key_file else None,
            reason=reason or self.why.value(),
            approval=self.approval,
        )
        return lambda: reset_password(self._desk, command)


class OwnPasswordForm(SlowForm):
    """The password of the person at the desk."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        from dspdesk.queries.accounts import guessable

        super().__init__(desk, parent, _("My password"))
        words = guessable(desk)
        self.old, self.new = PasswordField(), NewPassword(lambda: words)
        self.add("old", _("The password until now"), self.old)
        self.key_file = _key_file(self, _("Key file"), new=False)
        self.add_heading(_("The new password"))
        self.body.addWidget(self.new)
        self._boxes["new"] = self.new.first_box
        for field in (self.new.first, self.new.second):
            field.installEventFilter(self._goes_on)
        self.save_button.set_text(_("Change the password"), "Ctrl+S")

    def work(self, reason: str) -> Callable[[], object]:
        from dspdesk.procedures.accounts import ChangePassword, change_password

        key_file = self.key_file.path() if self.key_file else None
        command = ChangePassword(old=self.old.text(), new=self.new.password(), key_file=key_file)
        return lambda: change_password(self._desk, command)

    def busy_words(self) -> str:
        return _("Changing…")

    def _readable(self) -> bool:
        return super()._readable() and not self.new.complain()

    def _busy(self, busy: bool) -> None:
        super()._busy(busy)
        self.new.setEnabled(not busy)

    def _not_kept(self, error: Exception) -> None:
        super()._not_kept(error)
        if getattr(error, "code", "") in {"wrong_password", "too_many_tries"}:
            self._say("")
            self.complain("old", str(error))
            self.old.selectAll()


def _key_file(form: SlowForm, label: str, *, new: bool) -> KeyFileField | None:
    """A field for a key file, where the person at the desk has one, too."""
    from dspdesk import desk as desks

    if not desks.wants_key_file(form._desk.path, form._desk.person.login):  # noqa: SLF001 - of our own forms
        return None
    field = KeyFileField(new=new)
    field.button.setAutoDefault(False)  # or Enter in any field would press it
    form.add("key_file", label, field)
    return field


def own_password(parent: QWidget, desk: "Desk") -> None:
    """Change one's own password over a window."""
    OwnPasswordForm(desk, parent).open()
