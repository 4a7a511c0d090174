"""Opening a store by its recovery sheet: the key, a new password; then a new sheet, printed and typed back."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.ui.new_store_pages import Page
from dspdesk.ui.password_advice import NewPassword
from dspdesk.ui.recovery_key import KeyEntry
from dspdesk.ui.second_secret import SecondSecret
from dspdesk.ui.store_dialog import StoreDialog, Words
from dspdesk.ui.theme import Tone
from dspdesk.ui.widgets.basics import Caption, Choice, Note, Panel, labelled

if TYPE_CHECKING:
    from dspdesk.desk import Created

Recover = Callable[[Path, str, str, str, Path | None], "Created"]


class ReopeningDialog(StoreDialog):
    """The key of the sheet and whose password is to be new; the password; the new sheet; its key."""

    def __init__(
        self, store: Path, login: str = "", recover: Recover | None = None, parent: QWidget | None = None
    ) -> None:
        words = Words(
            title=_("Opening with the recovery sheet"),
            first=_("Recovery key"),
            second=_("Your password"),
            make=_("Set the new password"),
            busy=_("Opening…"),
            leave=_("Nothing was changed."),
            warning=_("The sheet you have used opens nothing any more. Destroy it."),
        )
        super().__init__(words, parent)
        self._store, self._recover = store, recover or _recover
        self.key = KeyPage(store, login)
        self.secrets = SecretsPage(store, lambda: [self.key.login.currentText()])
        self.key.key.line.entered.connect(self.go_on)
        self.begin(self.key, self.secrets)

    def touched(self) -> bool:
        return bool(self.key.key.text().strip())

    def first_complete(self) -> bool:
        if not self.key.complete():
            return False
        self.secrets.prefer(self.key.login.currentText())
        return True

    def second_complete(self) -> bool:
        return self.secrets.complete()

    def work(self) -> "Callable[[], Created]":
        login, typed = self.key.login.currentText(), self.key.key.text()
        password, key_file = self.secrets.password.password(), self.secrets.second.key_file()
        return partial(self._recover, self._store, login, typed, password, key_file)

    def complain(self, error: Told) -> bool:
        return self.secrets.second.complain(error)

    def forget(self) -> None:
        self.secrets.password.clear()
        self.key.key.line.clear()


class KeyPage(Page):
    """The key of the sheet, and the login that gets a new password."""

    def __init__(self, store: Path, login: str) -> None:
        from dspdesk import desk

        super().__init__(_("Recovery key"))
        text = _("Type the key from the printed sheet. Letters may be large or small, spaces do not matter.")
        self.login = Choice(_("Login"))
        self.login.addItems(desk.logins(store))
        self.login.setCurrentText(login)
        self.key = KeyEntry(partial(desk.recovery_opens, store))
        after = _("The ledger keeps that the sheet was used. The old password will open nothing any more.")
        for part in (
            Caption(text, wrap=True),
            labelled(_("Login"), self.login),
            self.key,
            Note(after, Tone.WARNING),
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.enter_goes_on(self.login)

    def complete(self) -> bool:
        """Whether the key opens the store; if not, that is said beside it."""
        return self.key.taken()

    def begin(self) -> None:
        self.key.setFocus()


class SecretsPage(Page):
    """The new password and the second secret."""

    def __init__(self, store: Path, known_words: Callable[[], Iterable[str]]) -> None:
        super().__init__(_("Your password"))
        self._store = store
        self._preferred = ""
        self.password = NewPassword(known_words)
        self.second = SecondSecret(lambda: store)
        panel = Panel()
        panel.body.addWidget(self.password)
        self.column.addWidget(panel)
        self.column.addWidget(self.second)
        self.column.addStretch(1)
        self.enter_goes_on(self.password.first, self.password.second, *self.second.fields)

    def prefer(self, login: str) -> None:
        """Offer the second secret that a login had, unless that was done already."""
        from dspdesk import desk

        if login != self._preferred:
            self._preferred = login
            by_file = desk.wants_key_file(self._store, login)
            (self.second.file if by_file else self.second.keyring).setChecked(True)

    def complete(self) -> bool:
        """Whether all that is needed is there; what is not is marked."""
        if self.password.complain():
            return False
        missing = self.second.missing()
        if missing is not None:
            missing.setFocus()
        return missing is None

    def begin(self) -> None:
        self.password.first.setFocus()


def _recover(path: Path, login: str, typed_key: str, password: str, key_file: Path | None) -> "Created":
    from dspdesk import desk

    return desk.recover(path, login, typed_key, password, key_file)
