"""The machine's secret, the second half of every person's key: in the keyring, or in a key file on a carrier.

Both are fixed when the slot is made; neither ever falls back to the other by itself. Of what the keyring holds the
store keeps a copy, by which a new machine or another account of the system is enrolled.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from dspdesk.store import keys
from dspdesk.store.errors import StoreUnavailable

_T = TypeVar("_T")
_SERVICE = "dspdesk"
LEAST_BYTES = 32
#: Backends that really keep a secret; "picked" by keyring proves nothing, so others are not used.
_TRUSTED = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.kwallet",
)


class Keyring(Protocol):
    """The part of a keyring backend that is used."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret kept under a name, if any."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret under a name."""


def for_new_slot(
    store_id: str, key_file: Path | None, keyring: Keyring | None, kept: bytes | None = None
) -> tuple[bytes, str]:
    """The secret of a slot to be made, and where it lies: in a key file when one is named, else in the keyring.

    Made when there is none. `kept` is the store's own copy of what its people's keyrings hold: slots stand on it, so
    a keyring that has nothing or something else is given it.
    """
    if key_file is not None:
        make_key_file(key_file)
        return from_key_file(key_file), keys.IN_FILE
    try:
        held = from_keyring(store_id, keyring)
    except StoreUnavailable as error:
        if error.code != "keyring_empty":
            raise
        return put_in_keyring(store_id, kept or secrets.token_bytes(LEAST_BYTES), keyring), keys.IN_KEYRING
    if kept is not None and held != kept:
        held = put_in_keyring(store_id, kept, keyring)
    return held, keys.IN_KEYRING


def from_key_file(path: Path) -> bytes:
    """The secret of a key file: any file of 32 bytes or more. Raises `StoreUnavailable`."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise StoreUnavailable("key_file_unreadable", path=path) from error
    if len(content) < LEAST_BYTES:
        raise StoreUnavailable("key_file_short", path=path)
    return hashlib.sha256(b"dspdesk key file\x00" + content).digest()


def make_key_file(path: Path) -> None:
    """Make a key file of random bytes for its owner only; an existing one is left as it is."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    except OSError as error:
        raise StoreUnavailable("key_file_unreadable", path=path) from error
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(64))
        file.flush()
        os.fsync(file.fileno())


def from_keyring(store_id: str, keyring: Keyring | None = None) -> bytes:
    """The secret of a store as this account's keyring holds it. Raises `StoreUnavailable`."""
    held = _asking(lambda: (keyring or trusted_keyring()).get_password(_SERVICE, store_id))
    if not re.fullmatch(f"[0-9a-f]{{{2 * LEAST_BYTES}}}", held or ""):
        raise StoreUnavailable("keyring_empty")
    return bytes.fromhex(held or "")


def put_in_keyring(store_id: str, secret: bytes, keyring: Keyring | None = None) -> bytes:
    """Put a secret into the keyring and read it back: only what comes back was kept."""
    ring = keyring or trusted_keyring()
    _asking(lambda: ring.set_password(_SERVICE, store_id, secret.hex()))
    if _asking(lambda: ring.get_password(_SERVICE, store_id)) != secret.hex():
        raise StoreUnavailable("keyring_absent")
    return secret


def trusted_keyring() -> Keyring:
    """The keyring of this account, if it is one of the kinds that keep what they are given."""
    import keyring  # slow to import, and not wanted before somebody signs in

    backend = keyring.get_keyring()
    parts = getattr(backend, "backends", [backend])
    for part in parts:
        if type(part).__module__.startswith(_TRUSTED):
            return part  # type: ignore[no-any-return]
    raise StoreUnavailable("keyring_absent")


def _asking(ask: Callable[[], _T]) -> _T:
    from keyring.errors import KeyringError, KeyringLocked, NoKeyringError

    try:
        return ask()
    except NoKeyringError as error:
        raise StoreUnavailable("keyring_absent") from error
    except (KeyringLocked, KeyringError) as error:
        raise StoreUnavailable("keyring_locked") from error
