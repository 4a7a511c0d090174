"""People who are killed at their work: each function is one process, which says on a pipe what it is about."""

import os
import signal
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
