"""Key slots: the file beside the store that wraps its data key once for each person and once for the safe.

A slot is AES-256-GCM of the data key under HKDF(Argon2id(password), machine secret); its description is
authenticated with it, so that an altered cost or login fails. The file stands there twice, each written whole and
with its own digest, so that damage to one is not taken for a wrong password.
"""

import base64
import hashlib
import json
import os
import secrets
import unicodedata
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dspdesk.store.errors import StoreUnavailable

FORMAT = 1
_PERSON, _RECOVERY = "person", "recovery"
#: Where the machine's secret of a slot lies.
IN_KEYRING, IN_FILE = "keyring", "file"


@dataclass(frozen=True, slots=True)
class Cost:
    """The price of one guess at a password: Argon2id memory in MiB, passes, lanes. The floor is 256 MiB, 3 passes."""

    memory_mib: int = 256
    passes: int = 4
    lanes: int = 2


FLOOR = Cost(256, 3, 2)
#: More than this in a slot is damage: nobody waits for such a guess, and no workstation has the memory.
_MOST = Cost(4096, 100, 64)
_NONCE, _SALT = 12, 16  # bytes


@dataclass(frozen=True, slots=True)
class Header:
    """The slot file of one store."""

    store_id: str
    slots: tuple[Mapping[str, Any], ...]

    def person(self, login: str) -> Mapping[str, Any]:
        """The slot of a login. Raises `StoreUnavailable` when there is none."""
        for slot in self.slots:
            if slot["kind"] == _PERSON and slot["login"] == login:
                return slot
        raise StoreUnavailable("unknown_login", login=login)

    @property
    def logins(self) -> list[str]:
        """The logins that have a slot, in the order in which they were given one."""
        return [slot["login"] for slot in self.slots if slot["kind"] == _PERSON]


def new_header() -> Header:
    """The header of a store that is being made."""
    return Header(uuid.uuid4().hex, ())


def with_person(
    header: Header, data_key: bytes, login: str, password: str, machine: bytes, *, secret: str, cost: Cost
) -> Header:
    """The header with a slot for a login, which takes the place of one that the login has already.

    `secret` says where the machine's secret lies (keyring, file).
    """
    kdf: dict[str, Any] = {
        "memory_mib": cost.memory_mib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": _text(secrets.token_bytes(_SALT)),
    }
    slot_id = uuid.uuid4().hex
    slot = {"id": slot_id, "kind": _PERSON, "login": login, "secret": secret, "kdf": kdf}
    return _with(header, slot, _person_key(password, kdf, machine, header.store_id, slot_id), data_key)


def with_recovery(header: Header, data_key: bytes, recovery_key: bytes) -> Header:
    """The header with the slot that the sheet in the safe opens; a sheet made before opens it no more."""
    slot = {"id": uuid.uuid4().hex, "kind": _RECOVERY}
    return _with(header, slot, _derived(recovery_key, b"", header.store_id, slot["id"]), data_key)


def unlock(header: Header, login: str, password: str, machine: Callable[[str], bytes]) -> bytes:
    """The data key by password and machine secret; `machine` is asked with where the secret lies.

    Raises `StoreUnavailable` for an unknown login or a wrong password.
    """
    slot = header.person(login)
    key = _person_key(password, slot["kdf"], machine(slot["secret"]), header.store_id, slot["id"])
    return _unwrapped(header, slot, key, "wrong_password")


def unlock_by_recovery(header: Header, recovery_key: bytes) -> bytes:
    """The data key by the key of the recovery sheet. Raises `StoreUnavailable` when it is of another one."""
    for slot in header.slots:
        if slot["kind"] == _RECOVERY:
            key = _derived(recovery_key, b"", header.store_id, slot["id"])
            return _unwrapped(header, slot, key, "recovery_not_this_store")
    raise StoreUnavailable("recovery_not_this_store")


def paths(store: Path) -> tuple[Path, Path]:
    """The two places of the slot file of a store."""
    return store.with_name(store.name + ".keys"), store.with_name(store.name + ".keys2")


def write(store: Path, header: Header) -> None:
    """Write the slot file whole, twice: temporary files, sync, rename, sync of the folder.

    Both lie whole on the disk before the first is renamed, so that a full disk changes neither. Ended between the
    two renames, the first copy is the new one and the second the old one, each whole; `read` takes the first.
    """
    said = {"format": FORMAT, "store": header.store_id, "slots": list(header.slots)}
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
        if content.pop("digest") != _digest(content) or not all(map(_is_whole, content["slots"])):
            return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Header(content["store"], tuple(content["slots"]))


def _digest(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _is_whole(slot: Mapping[str, Any]) -> bool:
    """Whether a slot has all that unlocking asks of it; an error of a missing field says no as well."""
    if len(_bytes(slot["nonce"])) != _NONCE or not _bytes(slot["wrapped"]) or not slot["id"]:
        return False
    if slot["kind"] != _PERSON:
        return bool(slot["kind"] == _RECOVERY)
    kdf = slot["kdf"]
    bounds = (
        (kdf["memory_mib"], _MOST.memory_mib),
        (kdf["passes"], _MOST.passes),
        (kdf["lanes"], _MOST.lanes),
    )
    return (
        isinstance(slot["login"], str)
        and slot["secret"] in {"keyring", "file"}
        and len(_bytes(kdf["salt"])) == _SALT
        and all(1 <= value <= most for value, most in bounds)
    )


def _write_synced(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder last through a power cut (Windows does so by itself)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _person_key(password: str, kdf: Mapping[str, Any], machine: bytes, store_id: str, slot_id: str) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    stretched = hash_secret_raw(
        unicodedata.normalize("NFC", password).encode(),
        _bytes(kdf["salt"]),
        time_cost=kdf["passes"],
        memory_cost=kdf["memory_mib"] * 1024,
        parallelism=kdf["lanes"],
        hash_len=32,
        type=Type.ID,
    )
    return _derived(stretched, machine, store_id, slot_id)


def _derived(secret: bytes, salt: bytes, store_id: str, slot_id: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt or None, f"dspdesk {store_id} {slot_id}".encode()).derive(secret)


def _with(header: Header, slot: dict[str, Any], key: bytes, data_key: bytes) -> Header:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE)
    wrapped = AESGCM(key).encrypt(nonce, data_key, _described(header, slot))
    whole = {**slot, "nonce": _text(nonce), "wrapped": _text(wrapped)}
    places = [place for place, old in enumerate(header.slots) if _opener(old) == _opener(slot)]
    slots = [old for place, old in enumerate(header.slots) if place not in places]
    slots.insert(places[0] if places else len(slots), whole)
    return Header(header.store_id, tuple(slots))


def _opener(slot: Mapping[str, Any]) -> tuple[str, str]:
    """Whom a slot is for; nobody has two, or the old one would go on opening."""
    return slot["kind"], slot.get("login", "")


def _unwrapped(header: Header, slot: Mapping[str, Any], key: bytes, otherwise: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(_bytes(slot["nonce"]), _bytes(slot["wrapped"]), _described(header, slot))
    except InvalidTag as error:
        raise StoreUnavailable(otherwise) from error


def _described(header: Header, slot: Mapping[str, Any]) -> bytes:
    plain = {name: value for name, value in slot.items() if name not in {"nonce", "wrapped"}}
    return json.dumps([FORMAT, header.store_id, plain], sort_keys=True).encode()


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
