"""The restoring of a store: first the copy proves itself beside the store, then a person decides, then they change.

Who is signed in at the present store restores it by right, with a second officer where there are two. Where there is
no store, or one that cannot be read, nothing that can be read is replaced: then whoever the copy itself names as its
security officer restores it alone, or whoever holds the sheet from the safe.
"""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from dspdesk import desk as desks
from dspdesk.desk import Approval, Clock, Desk
from dspdesk.language.sentences import Told
from dspdesk.law import backups as law
from dspdesk.law.findings import Refused, settle
from dspdesk.law.kinds import Role
from dspdesk.law.roles import Action, entrusted
from dspdesk.store import keys, ledger, recovery, replacing, restoring, signing
from dspdesk.store.errors import StoreUnavailable
from dspdesk.store.machine_secret import Keyring
from dspdesk.store.proof import Proof, prove, sealed
from dspdesk.store.restoring import Comparison
from dspdesk.store.unit_of_work import head

__all__ = ["Comparison", "Opener", "PrepareRestore", "Prepared", "Proof", "Restore"]

Progress = Callable[[int, int], None]
#: What says that a store cannot be read, whoever comes with whatever key.
UNREADABLE = frozenset({"keys_missing", "keys_damaged", "not_a_store", "store_damaged", "copy_damaged"})
_ROLES = """
    SELECT account_role.role FROM account JOIN account_role ON account_role.account_id = account.id
    WHERE account.login = ? AND account.closed_on IS NULL AND account_role.withdrawn_on IS NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """What opens a copy: a login with its password and key file, or the login and the key of the recovery sheet."""

    login: str
    password: str = field(default="", repr=False)
    key_file: Path | None = None
    recovery: str = field(default="", repr=False)
    keyring: Keyring | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCopy:
    """Read a copy whole, with its own keys."""

    copy: Path
    opener: Opener


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareRestore:
    """Have a copy prove itself, and prepare it beside the store that it is to replace."""

    copy: Path
    store: Path
    opener: Opener


@dataclass(frozen=True, slots=True)
class Prepared:
    """A copy that lies ready beside the store.

    `present` compares it with the store, `None` where there is none that can be read. `logins_back` have a password
    in the copy and none in the store any more: they would sign in again.
    """

    copy: Path
    store: Path
    proof: Proof
    present: Comparison | None
    logins_back: tuple[str, ...]
    login: str
    data_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """Put a prepared copy in the place of the store."""

    prepared: Prepared
    reason: str
    approval: Approval | None = None


def check_copy(desk: Desk, command: CheckCopy, progress: Progress) -> Proof:
    """What a copy proves of itself. Raises `StoreUnavailable`."""
    desk.authorize(Action.BACK_UP)
    header, data_key = _opened(command.copy, command.opener)
    return prove(command.copy, data_key, header.store_id, header.logins, progress)


def prepare(desk: Desk | None, command: PrepareRestore, progress: Progress) -> Prepared:
    """Prepare a restore; the present store is not touched. Raises `Refused`, `StoreUnavailable`."""
    store = desk.path if desk else command.store
    if desk is not None:
        desk.authorize(Action.RESTORE)
    replacing.settle(store)
    if _same_file(command.copy, store):
        raise Told("restore_from_itself")
    header, data_key = _opened(command.copy, command.opener)
    _check_place(desk, store, header, command.opener)
    proof = restoring.prepare(command.copy, store, data_key, header, progress)
    if desk is None and not command.opener.recovery:
        _check_right(store, proof, data_key, command.opener.login)
    present = None
    if desk is not None:
        with desk.reading() as connection:
            present = restoring.compare(proof, data_key, connection)
    back = _logins_back(store, header)
    return Prepared(command.copy, store, proof, present, back, command.opener.login, data_key)


def restore(desk: Desk | None, command: Restore, at: Clock = desks.clock) -> Path | None:
    """Replace the store; returns where it was put aside. The desk is closed: its store is another one now.

    Raises `Refused`, `StoreUnavailable`; then the present store is as it was.
    """
    made = command.prepared
    second = desk.authorize_two(Action.RESTORE, command.approval) if desk else ""
    settle([law.reason_given(command.reason)], command.reason)
    replaced = _last_of(desk, made) if desk else ""
    now = desk.clock() if desk else at()
    said = restoring.Entering(
        at=now.astimezone(dt.UTC).replace(tzinfo=None),
        by=desk.person.login if desk else made.login,
        second=second,
        reason=command.reason.strip(),
        replaced=replaced,
        copy=made.copy.name,
    )
    restoring.enter(made.store, made.data_key, made.proof, said)
    moment = f"{now:%Y-%m-%d}"
    return desk.step_aside(moment) if desk else restoring.take_place(made.store, None, moment)


def give_up(store: Path) -> None:
    """Remove what was prepared: the restore is not to be."""
    with suppress(OSError):
        replacing.clear(store)


def _opened(copy: Path, opener: Opener) -> tuple[keys.Header, bytes]:
    """The slot file beside a copy and its data key."""
    if not copy.is_file():
        raise StoreUnavailable("no_store", path=copy)
    header = keys.read(copy)
    if opener.recovery:
        header.person(opener.login)
        return header, keys.unlock_by_recovery(header, recovery.from_groups(opener.recovery))
    machine = signing.machine_of(header.store_id, opener.key_file, opener.keyring)
    return header, keys.unlock(header, opener.login, opener.password, machine)


def _check_place(desk: Desk | None, store: Path, copy: keys.Header, opener: Opener) -> None:
    """Refuse to replace another store, and one that can be read by somebody who has not signed in to it."""
    if not store.exists() and not any(path.exists() for path in keys.paths(store)):
        return
    try:
        present = keys.read(store)
    except StoreUnavailable:
        return
    settle([law.same_store(copy.store_id, present.store_id)], "")
    if desk is None and _can_be_read(store, opener):
        raise Told("restore_sign_in", path=store)


def _can_be_read(store: Path, opener: Opener) -> bool:
    """Whether the present store opens; of one whose keys are others now, nobody can say that it does not."""
    try:
        _header, data_key = _opened(store, opener)
        with sealed(store, data_key) as connection:
            return head(connection)[0] >= 0
    except StoreUnavailable as error:
        return error.code not in UNREADABLE | {"no_store"}


def _check_right(store: Path, proof: Proof, data_key: bytes, login: str) -> None:
    """Without a store to sign in to, the copy says who may: its security officer (or the sheet from the safe)."""
    with sealed(proof.path, data_key) as connection:
        held = connection.exec_driver_sql(_ROLES, (login,)).scalars().all()
    if (finding := entrusted([Role(role) for role in held], Action.RESTORE)) is not None:
        give_up(store)
        raise Refused([finding])


def _logins_back(store: Path, copy: keys.Header) -> tuple[str, ...]:
    try:
        present = keys.read(store).logins
    except StoreUnavailable:
        return ()
    return tuple(login for login in copy.logins if login not in present)


def _last_of(desk: Desk, made: Prepared) -> str:
    """The code of the last entry of the present store, if it is still the one that was compared."""
    with desk.reading() as connection:
        last, digest = head(connection)
    if made.present is None or made.present.entries != last or desk.path != made.store:
        raise Told("restore_meanwhile")
    return ledger.code(last, digest)


def _same_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)
