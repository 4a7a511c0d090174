"""How a key slot is closed: a password or a sheet opens a private key, and the private key opens the data key.

The data key is wrapped for the public half, so that a new one reaches everybody who stays without their passwords.
Each wrapping is AES-256-GCM under a key of its own and bound to the description of its slot. What this cannot tell:
whoever writes both the store and the slot file anew, with a data key of their own, can wrap that for everybody.
"""

import base64
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dspdesk.store.errors import StoreUnavailable

NONCE, SALT, KEY, CHECK = 12, 16, 32, 4  # bytes
#: What one wrapping consists of, as the slot file names it.
Wrapped = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cost:
    """The price of one guess at a password: Argon2id memory in MiB, passes, lanes. The floor is 256 MiB, 3 passes."""

    memory_mib: int = 256
    passes: int = 4
    lanes: int = 2


def stretched(password: str, kdf: Mapping[str, Any]) -> bytes:
    """A password made dear to guess, by the cost and the salt of its slot; the same in either Unicode form."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        unicodedata.normalize("NFC", password).encode(),
        from_text(kdf["salt"]),
        time_cost=kdf["passes"],
        memory_cost=kdf["memory_mib"] * 1024,
        parallelism=kdf["lanes"],
        hash_len=KEY,
        type=Type.ID,
    )


def derived(secret: bytes, salt: bytes, purpose: str, length: int = KEY) -> bytes:
    """A key for one purpose from a secret (HKDF-SHA256)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length, salt or None, f"dspdesk {purpose}".encode()).derive(secret)


def check_of(machine: bytes, store_id: str) -> str:
    """A few bits by which a machine's secret of another store is known before the password is tried."""
    return to_text(derived(machine, b"", f"check {store_id}", CHECK))


def new_pair() -> tuple[bytes, bytes]:
    """A new private key and its public one."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def closed(key: bytes, content: bytes, described: bytes) -> Wrapped:
    """Content wrapped under a key and bound to a description."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE)
    return {"nonce": to_text(nonce), "wrapped": to_text(AESGCM(key).encrypt(nonce, content, described))}


def opened(key: bytes, wrapped: Wrapped, described: bytes, otherwise: str) -> bytes:
    """What was wrapped. Raises `StoreUnavailable` with the code given when key or description is another one."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(from_text(wrapped["nonce"]), from_text(wrapped["wrapped"]), described)
    except InvalidTag as error:
        raise StoreUnavailable(otherwise) from error


def closed_for(public: bytes, content: bytes, described: bytes) -> Wrapped:
    """Content wrapped for whoever holds the private key of a public one."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    once = X25519PrivateKey.generate()
    sender = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    key = derived(shared, sender + public, "data key")
    return {"sender": to_text(sender), **closed(key, content, described)}


def opened_with(private: bytes, wrapped: Wrapped, described: bytes, otherwise: str) -> bytes:
    """What was wrapped for the public key of a private one. Raises `StoreUnavailable` with the code given."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    own = X25519PrivateKey.from_private_bytes(private)
    sender = from_text(wrapped["sender"])
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(sender))
    except ValueError as error:  # a sender that makes every shared secret the same
        raise StoreUnavailable(otherwise) from error
    key = derived(shared, sender + own.public_key().public_bytes_raw(), "data key")
    return opened(key, wrapped, described, otherwise)


def is_wrapped(found: Any, *, sender: bool) -> bool:
    """Whether something read has the form of a wrapping; an error of a missing field says no as well."""
    whole = len(from_text(found["nonce"])) == NONCE and bool(from_text(found["wrapped"]))
    return whole and (not sender or len(from_text(found["sender"])) == KEY)


def to_text(content: bytes) -> str:
    """Bytes as the slot file writes them."""
    return base64.b64encode(content).decode()


def from_text(text: str) -> bytes:
    """Bytes from the slot file. Raises `ValueError` for what are none."""
    return base64.b64decode(text, validate=True)
