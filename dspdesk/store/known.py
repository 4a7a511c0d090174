"""What the store itself knows of the slot file beside it: whose key pairs stand there, and the machine's secret.

A new data key is wrapped only for public keys that the store knows: a slot that was put into the file past the
program gets none. The copy of the machine's secret is wrapped under the data key, for the ledger states settings.
"""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from dspdesk.models import Account
from dspdesk.store import keys, sealing
from dspdesk.store.errors import StoreUnavailable
from dspdesk.store.settings import MACHINE_COPY, RECOVERY_PUBLIC, RECOVERY_SHEET, get, put
from dspdesk.store.unit_of_work import Step

_OPEN = "SELECT login, public_key FROM account WHERE closed_on IS NULL"


def enter_person(step: Step, header: keys.Header, login: str) -> None:
    """Enter the public key of a login's new slot; those of others stay as the store knows them."""
    account = step.session.scalars(select(Account).where(Account.login == login)).one()
    account.public_key = header.person(login)["public"]


def enter_recovery(step: Step, header: keys.Header) -> None:
    """Enter the public key of a new recovery slot, whose sheet nobody has typed back yet."""
    put(step.session, RECOVERY_PUBLIC, header.recovery()["public"])
    put(step.session, RECOVERY_SHEET, "missing")


def keep_machine_secret(step: Step, header: keys.Header, data_key: bytes, machine: bytes) -> None:
    """Keep a copy of the machine's secret."""
    key = sealing.derived(data_key, b"", "machine secret")
    put(step.session, MACHINE_COPY, dict(sealing.closed(key, machine, header.store_id.encode())))


def machine_secret(connection: Connection, header: keys.Header, data_key: bytes) -> bytes | None:
    """The machine's secret as the store keeps it, `None` when nobody's key lies in a keyring."""
    wrapped: Mapping[str, str] | None = get(connection, MACHINE_COPY)
    if wrapped is None:
        return None
    key = sealing.derived(data_key, b"", "machine secret")
    return sealing.opened(key, wrapped, header.store_id.encode(), "store_damaged")


def staying(connection: Connection, header: keys.Header) -> tuple[keys.Slot, ...]:
    """The slots that a new data key is wrapped for: those of open accounts, and that of the sheet.

    Raises `StoreUnavailable` "keys_not_agreed" for a slot whose key pair is not the one that the store knows.
    """
    known: dict[str, str] = dict(connection.exec_driver_sql(_OPEN).all())
    recovery = get(connection, RECOVERY_PUBLIC)
    slots = [slot for slot in header.slots if slot["kind"] == keys.RECOVERY or slot["login"] in known]
    for slot in slots:
        if slot["kind"] == keys.RECOVERY and slot["public"] != recovery:
            raise StoreUnavailable("sheet_not_agreed")
        if slot["kind"] == keys.PERSON and slot["public"] != known[slot["login"]]:
            raise StoreUnavailable("keys_not_agreed", login=slot["login"])
    return tuple(slots)
