"""How one sits down at a desk: a store is made, opened by a password, by its sheet, or by the ticket of a parent."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dspdesk.desk.persons import Person
from dspdesk.desk.seat import Desk, engines_of, unlocked
from dspdesk.law.edition import IN_FORCE
from dspdesk.store import keys, passwords, recovery, replacing
from dspdesk.store.errors import StoreUnavailable, told_plainly
from dspdesk.store.new_store import Clock, NewStore

if TYPE_CHECKING:
    from dspdesk.store.machine_secret import Keyring


@dataclass(frozen=True, slots=True)
class Created:
    """A store just created or recovered: its desk, and its new recovery key in groups, which is shown this once."""

    desk: Desk
    recovery: tuple[str, ...]


def clock() -> dt.datetime:
    """The time of this machine, with its offset."""
    return dt.datetime.now().astimezone()


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
    return unlocked(path, typed) is not None


def create(path: Path, new: NewStore, at: Clock = clock) -> Created:
    """Create an encrypted store with one account that holds every role. Raises `StoreUnavailable`."""
    from dspdesk.store.founding import found

    data_key, recovery_key = found(path, new, at)
    desk = _seated(path, data_key, new.login, at)
    desk.key_file, desk._keyring = new.key_file, new.keyring  # noqa: SLF001 - our own
    return Created(desk, recovery.to_groups(recovery_key))


def open_desk(  # noqa: PLR0913 - what a person says, and how a window differs from the command line
    path: Path,
    login: str | None,
    password: str,
    key_file: Path | None = None,
    *,
    keyring: Keyring | None = None,
    at: Clock = clock,
    patience: float = 10,
    announce: bool = False,
) -> Desk:
    """Open a store as one of its people; a store with one account needs no login. Raises `StoreUnavailable`.

    `patience` is how many seconds a step waits while another process writes. `announce` enters the sign-in, and what
    was tried in vain before it, in the ledger: windows do. "too_many_tries" comes with `seconds` and `until`.
    """
    from dspdesk.store import signing

    header = _header(path)
    if login is None and len(header.logins) != 1:
        raise StoreUnavailable("login_needed")
    name = login or header.logins[0]
    machine = signing.machine_of(header.store_id, key_file, keyring)
    _header_now, data_key = signing.proved(path, header, name, password, machine, at())
    desk = _seated(path, data_key, name, at, patience)
    desk.key_file, desk._keyring = key_file, keyring  # noqa: SLF001 - our own
    if announce:
        _announce(desk)
    return desk


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
    desk = _seated(path, data_key, login, at)
    desk.key_file, desk._keyring = key_file, keyring  # noqa: SLF001 - our own
    return Created(desk, recovery.to_groups(recovery_key))


def enrol(path: Path, typed_key: str, *, keyring: Keyring | None = None, at: Clock = clock) -> None:
    """Put the machine's secret, which the store keeps, into the keyring of this account, by the recovery sheet.

    Afterwards every login signs in here with its own password; the used sheet is to be replaced. Raises
    `StoreUnavailable` for a mistyped key and for a store whose people sign in with a key file ("enrol_not_needed").
    """
    from dspdesk.store import reopening

    reopening.enrol(path, _header(path), typed_key, keyring, at)


def sit_down(ticket: bytes, at: Clock = clock) -> Desk:
    """The desk of a child process, from the ticket of its parent's."""
    path, data_key, person, epoch = pickle.loads(ticket)  # noqa: S301 - written by our own parent process
    desk = _desk(path, data_key, person, at)
    desk._epoch = epoch  # noqa: SLF001 - our own
    return desk


def _header(path: Path) -> keys.Header:
    replacing.settle(path)
    if not path.exists():
        raise StoreUnavailable("no_store", path=path)
    if not any(place.exists() for place in keys.paths(path)) and not _could_be_store(path):
        raise StoreUnavailable("not_a_store", path=path)
    return keys.read(path)


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
            found = connection.execute(
                "SELECT one_time FROM account WHERE login = ? AND closed_on IS NULL", (login,)
            ).fetchone()
        finally:
            connection.close()
        if found is None:  # a slot without an account
            raise StoreUnavailable("unknown_login", login=login)
        person = Person(*accounts.person(path, data_key, login, at().date()), one_time=bool(found[0]))
    desk = _desk(path, data_key, person, at, patience)
    desk._epoch = keys.read(path).epoch  # noqa: SLF001 - our own
    return desk


def _announce(desk: Desk) -> None:
    """Enter the sign-in; on a full or protected disk it stays unsaid, for reading must go on.

    While the clock is behind the ledger nothing is entered: the person is asked first, and accepting it says both.
    """
    try:
        if desk.clock_behind() is None:
            desk.announce()
    except StoreUnavailable as error:
        if error.code not in {"disk_full", "read_only", "store_busy"}:
            desk.close()
            raise


def _desk(path: Path, data_key: bytes, person: Person, at: Clock, patience: float = 10) -> Desk:
    return Desk(
        path, person, IN_FORCE, at, data_key, *engines_of(path, data_key, patience), _patience=patience
    )
