"""People who are killed at their work: each function is one process, which says on a pipe what it is about."""

import os
import signal
import time
from collections.abc import Sequence
from itertools import chain, count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sqlalchemy import event

from dspdesk.desk import Desk
from tests import factories


def registers(
    folder: Path,
    name: str,
    pending: Sequence[str],
    said: Connection,
    *,
    hasty: bool = False,
    silent: bool = False,
) -> None:
    """Register form after form without end, the pending ones first.

    Says ("writing", form) as the first row of a form is on its way into the store, and ("kept", form, number,
    repeated) once it is in it; a hasty one says that before the transaction has ended, a silent one ends before it
    can say it.
    """
    desk = factories.opened(folder)
    for form in chain(pending, (f"{name}:{place}" for place in count())):
        announce_writing(desk, form, said)
        if hasty:
            event.listen(
                desk._writing, "commit", lambda _, form=form: said.send(("kept", form, "?", False)), once=True
            )
        done = factories.registered(desk, form_id=form)
        if silent:
            os.kill(os.getpid(), signal.SIGKILL)
        if not hasty:
            said.send(("kept", form, str(done.number), done.repeated))


def announce_writing(desk: Desk, form: str, said: Connection) -> None:
    """Say when the first row of the next transaction is written."""
    told: list[str] = []

    def executing(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if not told and statement.startswith(("INSERT", "UPDATE")):
            told.append(statement)
            said.send(("writing", form))

    for old in getattr(desk._writing, "announced", ()):
        event.remove(desk._writing, "before_cursor_execute", old)
    event.listen(desk._writing, "before_cursor_execute", executing)
    desk._writing.announced = (executing,)  # type: ignore[attr-defined]


def founds(folder: Path, said: Connection) -> None:
    """Create a store."""
    said.send("begun")
    factories.created(folder).desk.close()
    said.send("done")


def backs_up(folder: Path, destination: Path, said: Connection) -> None:
    """Copy the store to a carrier."""
    desk = factories.opened(folder)
    said.send("begun")
    desk.backup(destination)
    said.send("done")


def imports(folder: Path, sheet: Path, said: Connection) -> None:
    """Bring a journal in, reporting progress as it goes."""
    from dspdesk.law.kinds import JournalKind
    from dspdesk.procedures import importing
    from dspdesk.procedures.importing import ImportJournal
    from dspdesk.spreadsheets.importing import _read
    from dspdesk.spreadsheets.journal import read_journal

    desk = factories.opened(folder)
    read = _read(read_journal(sheet, JournalKind.INCOMING, 2025))
    said.send("begun")
    importing.enter(desk, ImportJournal(path=sheet, journal=JournalKind.INCOMING, year=2025), read)
    said.send("done")


def types(folder: Path, said: Connection) -> None:
    """Type into an empty card and into one of an entry, and say when the drafts are kept."""
    from PySide6.QtWidgets import QApplication

    import dspdesk.ui  # noqa: F401 - before PySide6's windows
    from dspdesk.law.kinds import JournalKind
    from dspdesk.queries.drafts import drafts
    from dspdesk.ui.cards.registration import RegistrationCard
    from tests import hands

    desk = factories.opened(folder)
    application = QApplication([])
    cards = [RegistrationCard(desk, JournalKind.INCOMING, factories.TODAY.year, one) for one in (None, 60)]
    said.send("begun")
    for card in cards:
        card.show()
        hands.back_to(card)
        card.form.focus("summary")
        hands.clear()
        hands.type_text("о музеях и замках")
    while len(drafts(desk)) < len(cards):
        application.processEvents()
    said.send("kept")
    cards[0].form.put("notes", "этого уже никто не увидит")
    application.exec()


def closes_account(
    folder: Path, account_id: int, moment: str, said: Connection, *, unmarked: bool = False
) -> None:
    """Close the account of somebody who leaves; ends at a moment of the renewal, '' to go on to its end.

    Says "begun" and, when it has ended, "done". An unmarked one does not tell others that the old file is no longer
    the store, and gives them the time to write.
    """
    from dspdesk.procedures import accounts
    from dspdesk.store import keys, renewal

    desk = factories.opened(folder)
    if unmarked:
        renewal._supersede = _only_let_go
    if moment:
        holder, name = (keys, moment[5:]) if moment.startswith("keys.") else (renewal, moment)
        setattr(holder, name, _ending(getattr(holder, name)))
    said.send("begun")
    accounts.close_account(desk, accounts.CloseAccount(account_id=account_id, reason="уволена"))
    said.send("done")


def _only_let_go(old: Any) -> None:
    old.execute("ROLLBACK")
    time.sleep(0.3)


def _ending(real: Any) -> Any:
    def ended(*given: Any, **more: Any) -> None:
        real(*given, **more)
        os.kill(os.getpid(), signal.SIGKILL)

    return ended


def registers_until_told(folder: Path, login: str, password: str, said: Connection) -> None:
    """Register until the store says that its key was renewed; says ("kept", form) and at last ("told", code)."""
    from dspdesk.store.errors import StoreUnavailable

    desk = factories.signed_in(folder / "office.dspdesk", login, password)
    said.send("begun")
    for place in count():
        try:
            factories.registered(desk, form_id=f"{login}:{place}")
        except StoreUnavailable as refused:
            said.send(("told", refused.code))
            if refused.code != "store_busy":
                return
        else:
            said.send(("kept", f"{login}:{place}"))
        time.sleep(0.01)  # or nobody else gets the write lock


def restores(folder: Path, copy: Path, said: Connection) -> None:
    """Put a copy in the place of the store."""
    from dspdesk.procedures.restore import Opener, PrepareRestore, Restore, prepare, restore

    desk = factories.opened(folder)
    opener = Opener(login=factories.LOGIN, password=factories.PASSWORD, key_file=folder / "carrier.key")
    said.send("begun")
    ready = prepare(desk, PrepareRestore(copy=copy, store=desk.path, opener=opener), lambda _done, _all: None)
    restore(desk, Restore(prepared=ready, reason="учение"))
    said.send("done")


def prints_on(folder: Path, said: Connection) -> None:
    """Register and print the journal on without end; says ("printing",) and ("printed", code)."""
    from dspdesk.law.growing import Grow
    from dspdesk.procedures.printing import PaperRequest, print_paper

    desk = factories.opened(folder)
    for _place in count():
        factories.registered(desk)
        said.send(("printing",))
        request = PaperRequest(paper="registration_journal", language="ru", journal_id=1, grow=Grow.ON)
        said.send(("printed", print_paper(desk, request).code))
