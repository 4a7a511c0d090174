"""The desk: an open store, the person signed in, the clock and the edition. All that windows know of the store.

Heavy imports stand inside the functions that need them: the sign-in window must appear at once.
"""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dspdesk.law.edition import IN_FORCE, Edition
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Role
from dspdesk.law.roles import Action, entrusted, may
from dspdesk.store import keys, passwords, recovery
from dspdesk.store.errors import StoreUnavailable, told_plainly
from dspdesk.store.new_store import Clock, NewStore

__all__ = [
    "Clock",
    "Created",
    "Desk",
    "NewStore",
    "Person",
    "clock",
    "create",
    "logins",
    "open_desk",
    "recover",
    "recovery_opens",
    "sit_down",
    "strong_enough",
    "wants_key_file",
]

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from dspdesk.store.machine_secret import Keyring
    from dspdesk.store.paper_check import PaperCheck
    from dspdesk.store.unit_of_work import Step


def clock() -> dt.datetime:
    """The time of this machine, with its offset."""
    return dt.datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in; names as papers and the window show them, by language."""

    account_id: int
    login: str
    name_kk: str
    name_ru: str
    position_kk: str
    position_ru: str
    roles: frozenset[Role]

    def name(self, language: str) -> str:
        """The name in a language."""
        return self.name_kk if language == "kk" else self.name_ru

    def position(self, language: str) -> str:
        """The position held today in a language, '' when none was entered."""
        return self.position_kk if language == "kk" else self.position_ru


@dataclass(frozen=True, slots=True)
class Created:
    """A store just created or recovered: its desk, and its new recovery key in groups, which is shown this once."""

    desk: Desk
    recovery: tuple[str, ...]


@dataclass(slots=True)
class Desk:
    """An open store with the person who works at it; every procedure and query takes it first."""

    path: Path
    person: Person
    edition: Edition
    clock: Clock
    _data_key: bytes = field(repr=False)
    _reading: Engine = field(repr=False)
    _writing: Engine = field(repr=False)

    def now(self) -> dt.datetime:
        """The present moment, in UTC without an offset, as records keep it."""
        return self.clock().astimezone(dt.UTC).replace(tzinfo=None)

    def today(self) -> dt.date:
        """The present day at this desk."""
        return self.clock().date()

    def may(self, action: Action) -> bool:
        """Whether the person signed in may take an action."""
        return may(self.person.roles, action)

    def authorize(self, action: Action) -> None:
        """Refuse an action that the person's roles do not allow."""
        if (finding := entrusted(self.person.roles, action)) is not None:
            raise Refused([finding])

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A short transaction that sees one state of the store."""
        with told_plainly(self.path), self._reading.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def transaction(self, tag: str) -> Iterator[Step]:
        """One step of the person: all of it with its ledger entry, or nothing."""
        from dspdesk.store.unit_of_work import step

        with (
            told_plainly(self.path),
            step(self._writing, at=self.now(), by=self.person.login, tag=tag) as taken,
        ):
            yield taken

    def close(self) -> None:
        """Close the store; whatever was read stays on the screen, nothing more is written."""
        self._reading.dispose()
        self._writing.dispose()

    def ticket(self) -> bytes:
        """What a child process needs to sit at the same desk; given to it over a pipe, never by argument."""
        return pickle.dumps((self.path, self._data_key, self.person))

    def recovery_matches(self, typed: str) -> bool:
        """Whether a typed recovery key opens this store. Raises `StoreUnavailable` naming a wrong group."""
        return _unlocked(self.path, typed) == self._data_key

    def confirm_recovery(self, typed: str) -> bool:
        """Note that the sheet was typed back and opens the store; `False` when it does not."""
        from dspdesk.store.settings import RECOVERY_SHEET, put

        if not self.recovery_matches(typed):
            return False
        with self.transaction("keys:recovery_sheet:confirmed") as step:
            put(step.session, RECOVERY_SHEET, "confirmed")
        return True

    def backup(self, destination: Path) -> None:
        """Copy the store and its keys to a carrier, read the copy back, and note the day."""
        from dspdesk.store import backup
        from dspdesk.store.settings import LAST_BACKUP, put

        self.authorize(Action.BACK_UP)
        with told_plainly(self.path):
            backup.make(self.path, destination, self._data_key)
        with self.transaction("store:backup:made") as step:
            put(step.session, LAST_BACKUP, self.now().isoformat(timespec="seconds"))

    def verify(self, progress: Callable[[int, int], None] | None = None) -> list[str]:
        """Check the chain, every row against its last ledger entry, and the file; returns what is wrong."""
        from dspdesk.store import integrity
        from dspdesk.store.verification import verify

        self.authorize(Action.VERIFY)
        with told_plainly(self.path):
            damage = integrity.damage(self.path, self._data_key)
        if damage:
            return damage
        with self.reading() as connection:
            return verify(connection, progress)

    def check_paper(self, code: str) -> PaperCheck:
        """What the ledger says of a paper by the code in its margin. Raises `StoreUnavailable` for an unknown one."""
        from dspdesk.store.paper_check import check

        self.authorize(Action.VERIFY)
        with self.reading() as connection:
            return check(connection, code)

    @property
    def store_id(self) -> str:
        """The store's own id, as its recovery sheet names it."""
        return keys.read(self.path).store_id

    def organisation(self, language: str) -> str:
        """The name of the body in a language."""
        with self.reading() as connection:
            names = connection.exec_driver_sql("SELECT name_kk, name_ru FROM organisation").one()
        return str(names[0] if language == "kk" else names[1])


def logins(path: Path) -> list[str]:
    """The logins of a store, without opening it. Raises `StoreUnavailable`."""
    return _header(path).logins


def wants_key_file(path: Path, login: str | None = None) -> bool:
    """Whether a login of a store (the first one) signs in with a key file rather than with the keyring."""
    header = _header(path)
    return bool(header.person(login or header.logins[0])["secret"] == keys.IN_FILE)


def strong_enough(password: str, forbidden: Iterable[str] = ()) -> str:
    """The code of the sentence that says why a new password is too weak, '' when it is not."""
    return passwords.weakness(password, forbidden)


def recovery_opens(path: Path, typed: str) -> bool:
    """Whether a typed recovery key opens a store. Raises `StoreUnavailable` naming a wrong group."""
    return _unlocked(path, typed) is not None


def create(path: Path, new: NewStore, at: Clock = clock) -> Created:
    """Create an encrypted store with one account that holds every role. Raises `StoreUnavailable`."""
    from dspdesk.store.founding import found

    data_key, recovery_key = found(path, new, at)
    return Created(_seated(path, data_key, new.login, at), recovery.to_groups(recovery_key))


def open_desk(
    path: Path,
    login: str | None,
    password: str,
    key_file: Path | None = None,
    *,
    keyring: Keyring | None = None,
    at: Clock = clock,
    patience: float = 10,
) -> Desk:
    """Open a store as one of its people; a store with one account needs no login. Raises `StoreUnavailable`.

    `patience` is how many seconds a step waits while another process writes.
    """
    from dspdesk.store import machine_secret

    header = _header(path)
    if login is None and len(header.logins) != 1:
        raise StoreUnavailable("login_needed")
    name = login or header.logins[0]

    def machine(secret: str) -> bytes:
        if secret == keys.IN_KEYRING:
            return machine_secret.from_keyring(header.store_id, keyring)
        if key_file is None:
            raise StoreUnavailable("key_file_needed")
        return machine_secret.from_key_file(key_file)

    return _seated(path, keys.unlock(header, name, password, machine), name, at, patience)


def recover(  # noqa: PLR0913 - what a person says, and what tests put in the place of the machine
    path: Path,
    login: str,
    typed_key: str,
    password: str,
    key_file: Path | None = None,
    *,
    keyring: Keyring | None = None,
    cost: keys.Cost = keys.Cost(),
    at: Clock = clock,
) -> Created:
    """Open a store by its recovery sheet: a new password for a login, a new sheet in the place of the used one.

    The login's old password and the used sheet open nothing any more; other logins stay as they are. The machine's
    secret lies in `key_file` or, without one, in the keyring. Raises `StoreUnavailable`.
    """
    from dspdesk.store import reopening

    new = reopening.NewSecrets(login, password, key_file, keyring, cost)
    data_key, recovery_key = reopening.reopen(path, _header(path), typed_key, new, at)
    return Created(_seated(path, data_key, login, at), recovery.to_groups(recovery_key))


def sit_down(ticket: bytes, at: Clock = clock) -> Desk:
    """The desk of a child process, from the ticket of its parent's."""
    path, data_key, person = pickle.loads(ticket)  # noqa: S301 - written by our own parent process
    return _desk(path, data_key, person, at)


def _header(path: Path) -> keys.Header:
    if not path.exists():
        raise StoreUnavailable("no_store", path=path)
    if not any(place.exists() for place in keys.paths(path)) and not _could_be_store(path):
        raise StoreUnavailable("not_a_store", path=path)
    return keys.read(path)


def _unlocked(path: Path, typed: str) -> bytes | None:
    """The data key by a typed recovery key, `None` when it is of another sheet; asked with every letter typed."""
    key = recovery.from_groups(typed)
    try:
        return keys.unlock_by_recovery(keys.read(path), key)
    except StoreUnavailable as error:
        if error.code == "recovery_not_this_store":
            return None
        raise


def _could_be_store(path: Path) -> bool:
    """A store is whole pages of noise: anything with a readable head is a foreign file."""
    if not path.is_file() or path.stat().st_size % 4096 or not path.stat().st_size:
        return False
    with path.open("rb") as file:
        return not file.read(16).isascii()


def _seated(path: Path, data_key: bytes, login: str, at: Clock, patience: float = 10) -> Desk:
    from dspdesk.store import accounts, engines, schema

    with told_plainly(path):
        connection = engines.connect(path, data_key)
        try:
            schema.bring_up(connection)
        finally:
            connection.close()
        person = Person(*accounts.person(path, data_key, login, at().date()))
    return _desk(path, data_key, person, at, patience)


def _desk(path: Path, data_key: bytes, person: Person, at: Clock, patience: float = 10) -> Desk:
    from dspdesk.store import engines

    reading, writing = (
        engines.reading_engine(path, data_key),
        engines.writing_engine(path, data_key, patience),
    )
    return Desk(path, person, IN_FORCE, at, data_key, reading, writing)
