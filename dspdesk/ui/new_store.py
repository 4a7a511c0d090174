"""Creating a store: who, where and with what password; then the recovery sheet, printed and typed back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told
from dspdesk.ui.new_store_pages import StorePage, WhoPage
from dspdesk.ui.store_dialog import StoreDialog, Words

if TYPE_CHECKING:
    from dspdesk.desk import Created, NewStore

Create = Callable[[Path, "NewStore"], "Created"]


class NewStoreDialog(StoreDialog):
    """The body and its first worker; password and place; the sheet; the sheet's key."""

    def __init__(self, create: Create | None = None, parent: QWidget | None = None) -> None:
        words = Words(
            title=_("A new store"),
            first=_("The body and you"),
            second=_("Password and place"),
            make=_("Create the store"),
            busy=_("The store is being made…"),
            leave=_("No store has been made yet."),
        )
        super().__init__(words, parent)
        self._create = create or _create
        self.who, self.store = WhoPage(), StorePage(self._known_words)
        self.begin(self.who, self.store)

    def touched(self) -> bool:
        return self.who.touched()

    def first_complete(self) -> bool:
        if not self.who.complete():
            return False
        self.store.suggest_path(self.who.organisation.text())
        return True

    def second_complete(self) -> bool:
        return self.store.complete()

    def work(self) -> "Callable[[], Created]":
        create, new, path = self._create, self._new_store(), self.store.path()
        return lambda: create(path, new)

    def complain(self, error: Told) -> bool:
        return self.store.complain(error)

    def forget(self) -> None:
        self.store.password.clear()

    def _known_words(self) -> tuple[str, str]:
        return self.who.login.text(), self.who.organisation.text()

    def _new_store(self) -> "NewStore":
        from dspdesk.desk import NewStore

        said = self.who.values()
        return NewStore(
            organisation=said["organisation"],
            locality=said["locality"],
            person=said["person"],
            position=said["position"],
            login=said["login"],
            password=self.store.password.password(),
            key_file=self.store.second.key_file(),
        )


def _create(path: Path, new: "NewStore") -> "Created":
    from dspdesk import desk

    return desk.create(path, new)
