"""Key slots: the file beside the store that wraps its data key once for each person and once for the safe.

A person's password, stretched by Argon2id and mixed with the machine's secret, opens the private key of their slot;
the recovery key opens that of the safe's slot; the private key opens the data key (`sealing`). The description of a
slot is authenticated with both, so that an altered cost or login fails. The file stands there twice, each written
whole and with its own digest, so that damage to one is not taken for a wrong password.
"""

import hashlib
import json
import os
import secrets
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dspdesk.store import sealing
from dspdesk.store.errors import StoreUnavailable
from dspdesk.store.sealing import Cost

__all__ = ["FLOOR", "IN_FILE", "IN_KEYRING", "Cost", "Header", "Slot"]

FORMAT = 2
PERSON, RECOVERY = "person", "recovery"
#: Where the machine's secret of a slot lies.
IN_KEYRING, IN_FILE = "keyring", "file"

Slot = Mapping[str, Any]

FLOOR = Cost(256, 3, 2)
#: More than this in a slot is damage: nobody waits for such a guess, and no workstation has the memory.
_MOST = Cost(4096, 100, 64)
#: What of a slot is no description of it.
_CLOSED = frozenset({"private", "key"})


@dataclass(frozen=True, slots=True)
class Header:
    """The slot file of one store; `epoch` counts its data keys.

    While a data key is being renewed, `coming` are the slots of the next epoch, and `file` is how the store that
    they open begins (`renewal`).
    """

    store_id: str
    slots: tuple[Slot, ...]
    epoch: int = 1
    coming: tuple[Slot, ...] = ()
    file: str = ""

    def person(self, login: str) -> Slot:
        """The slot of a login. Raises `StoreUnavailable` when there is none."""
        for slot in self.slots:
            if slot["kind"] == PERSON and slot["login"] == login:
                return slot
        raise StoreUnavailable("unknown_login", login=login)

    def recovery(self) -> Slot:
        """The slot of the sheet in the safe. Raises `StoreUnavailable` when there is none."""
        for slot in self.slots:
            if slot["kind"] == RECOVERY:
                return slot
        raise StoreUnavailable("recovery_not_this_store")

    @property
    def logins(self) -> list[str]:
        """The logins that have a slot, in the order in which they were given one."""
        return [slot["login"] for slot in self.slots if slot["kind"] == PERSON]


def new_header() -> Header:
    """The header of a store that is being made."""
    return Header(uuid.uuid4().hex, ())


def with_person(
    header: Header, data_key: bytes, login: str, password: str, machine: bytes, *, secret: str, cost: Cost
) -> Header:
    """The header with a slot for a login, which takes the place of one that the login has already.

    `secret` says where the machine's secret lies (keyring, file). The slot has a key pair of its own.
    """
    kdf: dict[str, Any] = {
        "memory_mib": cost.memory_mib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": sealing.to_text(secrets.token_bytes(sealing.SALT)),
    }
    check = sealing.check_of(machine, header.store_id)
    slot = {
        "id": uuid.uuid4().hex,
        "kind": PERSON,
        "login": login,
        "secret": secret,
        "check": check,
        "kdf": kdf,
    }
    return _with(header, slot, _person_key(password, machine, header, slot), data_key)


def with_recovery(header: Header, data_key: bytes, recovery_key: bytes) -> Header:
    """The header with the slot that the sheet in the safe opens; a sheet made before opens it no more."""
    slot = {"id": uuid.uuid4().hex, "kind": RECOVERY}
    return _with(header, slot, _recovery_key(recovery_key, header, slot), data_key)


def rewrapped(header: Header, data_key: bytes, slots: tuple[Slot, ...]) -> Header:
    """The header of the next epoch: some of its slots, with a new data key wrapped for each of them."""
    following = Header(header.store_id, (), header.epoch + 1)
    return replace(following, slots=tuple(_keyed(following, slot, data_key) for slot in slots))


def private_key(header: Header, login: str, password: str, machine: Callable[[str], bytes]) -> bytes:
    """The private key of a login's slot; `machine` is asked with where the machine's secret lies.

    Raises `StoreUnavailable` for an unknown login, a machine's secret of another store and a wrong password.
    """
    slot = header.person(login)
    secret = fitting(header, slot, machine)
    key = _person_key(password, secret, header, slot)
    return sealing.opened(key, slot["private"], _described(header, slot), "wrong_password")


def fitting(header: Header, slot: Slot, machine: Callable[[str], bytes]) -> bytes:
    """The machine's secret of a slot. Raises `StoreUnavailable` when what there is belongs to another store."""
    secret = machine(slot["secret"])
    if sealing.check_of(secret, header.store_id) != slot["check"]:
        raise StoreUnavailable("key_file_other" if slot["secret"] == IN_FILE else "keyring_other")
    return secret


def private_by_recovery(header: Header, recovery_key: bytes) -> bytes:
    """The private key of the safe's slot. Raises `StoreUnavailable` when the recovery key is of another sheet."""
    slot = header.recovery()
    key = _recovery_key(recovery_key, header, slot)
    return sealing.opened(key, slot["private"], _described(header, slot), "recovery_not_this_store")


def data_key(header: Header, slot: Slot, private: bytes) -> bytes:
    """The data key of the header's epoch. Raises `StoreUnavailable` when the private key is not of this slot."""
    otherwise = "wrong_password" if slot["kind"] == PERSON else "recovery_not_this_store"
    return sealing.opened_with(private, slot["key"], _described(header, slot, header.epoch), otherwise)


def unlock(header: Header, login: str, password: str, machine: Callable[[str], bytes]) -> bytes:
    """The data key by password and machine's secret, with the refusals of `private_key`."""
    private = private_key(header, login, password, machine)
    return data_key(header, header.person(login), private)


def unlock_by_recovery(header: Header, recovery_key: bytes) -> bytes:
    """The data key by the key of the recovery sheet. Raises `StoreUnavailable` when it is of another one."""
    return data_key(header, header.recovery(), private_by_recovery(header, recovery_key))


def cost_of(slot: Slot) -> Cost:
    """The price of one guess at the password of a slot."""
    kdf = slot["kdf"]
    return Cost(kdf["memory_mib"], kdf["passes"], kdf["lanes"])


def paths(store: Path) -> tuple[Path, Path]:
    """The two places of the slot file of a store."""
    return store.with_name(store.name + ".keys"), store.with_name(store.name + ".keys2")


def write(store: Path, header: Header) -> None:
    """Write the slot file whole, twice: temporary files, sync, rename, sync of the folder.

    Both lie whole on the disk before the first is renamed, so that a full disk changes neither. Ended between the
    two renames, the first copy is the new one and the second the old one, each whole; `read` takes the first.
    """
    said = {"format": FORMAT, "store": header.store_id, "epoch": header.epoch, "slots": list(header.slots)}
    if header.coming:
        said |= {"coming": list(header.coming), "file": header.file}
    content = json.dumps({**said, "digest": _digest(said)}, indent=1).encode()
    temporaries = [path.with_name(path.name + ".new") for path in paths(store)]
    try:
        for temporary in temporaries:
            _write_synced(temporary, content)
        for temporary, path in zip(temporaries, paths(store), strict=True):
            temporary.replace(path)
    except BaseException:
        for temporary in temporaries:
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(store.parent)


def read(store: Path) -> Header:
    """The slot file of a store, or its second copy. Raises `StoreUnavailable` when neither is whole."""
    first, second = paths(store)
    if not first.exists() and not second.exists():
        raise StoreUnavailable("keys_missing", path=first)
    for path in (first, second):
        if (header := _read(path)) is not None:
            return header
    raise StoreUnavailable("keys_damaged", path=first)


def _read(path: Path) -> Header | None:
    try:
        content = json.loads(path.read_bytes())
        if content["format"] != FORMAT:
            raise StoreUnavailable("store_newer", version=content.get("program", "?"))
        coming = content.get("coming", [])
        if content.pop("digest") != _digest(content) or not all(map(_is_whole, [*content["slots"], *coming])):
            return None
        return Header(
            content["store"],
            tuple(content["slots"]),
            int(content["epoch"]),
            tuple(coming),
            content.get("file", ""),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _digest(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _is_whole(slot: Slot) -> bool:
    """Whether a slot has all that unlocking asks of it; an error of a missing field says no as well."""
    closed = sealing.is_wrapped(slot["private"], sender=False) and sealing.is_wrapped(
        slot["key"], sender=True
    )
    if not closed or len(sealing.from_text(slot["public"])) != sealing.KEY or not slot["id"]:
        return False
    if slot["kind"] != PERSON:
        return bool(slot["kind"] == RECOVERY)
    kdf = slot["kdf"]
    bounds = (
        (kdf["memory_mib"], _MOST.memory_mib),
        (kdf["passes"], _MOST.passes),
        (kdf["lanes"], _MOST.lanes),
    )
    return (
        isinstance(slot["login"], str)
        and slot["secret"] in {IN_KEYRING, IN_FILE}
        and isinstance(slot["check"], str)
        and len(sealing.from_text(kdf["salt"])) == sealing.SALT
        and all(1 <= value <= most for value, most in bounds)
    )


def _write_synced(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_file(path: Path) -> None:
    """Make what was written to a file last through a power cut."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder last through a power cut (Windows does so by itself)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _person_key(password: str, machine: bytes, header: Header, slot: Slot) -> bytes:
    stretched = sealing.stretched(password, slot["kdf"])
    return sealing.derived(stretched, machine, f"{header.store_id} {slot['id']}")


def _recovery_key(recovery_key: bytes, header: Header, slot: Slot) -> bytes:
    return sealing.derived(recovery_key, b"", f"{header.store_id} {slot['id']}")


def _with(header: Header, slot: Slot, key: bytes, data_key: bytes) -> Header:
    private, public = sealing.new_pair()
    described = {**slot, "public": sealing.to_text(public)}
    closed = {**described, "private": sealing.closed(key, private, _described(header, described))}
    whole = _keyed(header, closed, data_key)
    places = [place for place, old in enumerate(header.slots) if _opener(old) == _opener(slot)]
    slots = [old for place, old in enumerate(header.slots) if place not in places]
    slots.insert(places[0] if places else len(slots), whole)
    return replace(header, slots=tuple(slots))


def _keyed(header: Header, slot: Slot, data_key: bytes) -> Slot:
    """A slot with a data key of the header's epoch wrapped for it."""
    public = sealing.from_text(slot["public"])
    return {**slot, "key": sealing.closed_for(public, data_key, _described(header, slot, header.epoch))}


def _opener(slot: Slot) -> tuple[str, str]:
    """Whom a slot is for; nobody has two, or the old one would go on opening."""
    return slot["kind"], slot.get("login", "")


def _described(header: Header, slot: Slot, epoch: int = 0) -> bytes:
    """What is authenticated with a wrapping: the slot without its wrappings, and the epoch of a data key."""
    plain = {name: value for name, value in slot.items() if name not in _CLOSED}
    return json.dumps([FORMAT, header.store_id, epoch, plain], sort_keys=True).encode()
