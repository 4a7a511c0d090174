"""Choices of the body and notes of the store itself, by name."""

import json
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from dspdesk.models import Setting

RECOVERY_SHEET = "recovery_sheet"  # "missing" → "printed" → "confirmed" (typed back)
RECOVERY_PUBLIC = "recovery_public"  # the public key of the recovery slot
KEY_EPOCH = "key_epoch"  # how many data keys there have been, once there was a second
MACHINE_COPY = "machine_copy"  # what the keyrings of its people's machines hold, wrapped under the data key
LAST_BACKUP = "last_backup"  # ISO moment, UTC
BACKUPS = (
    "backups"  # the last backups, the newest first: file, moment, size, last entry, whether it was whole
)
BACKUP_FOLDER = "backup_folder"  # the folder on a carrier where backups go
LAST_RESTORE = "last_restore"  # from which copy, when, how the ledger ended that it replaced
RESTORE_CHECKED = "restore_checked"  # the moment of the restore whose numbers were compared with paper


def put(session: Session, key: str, value: Any) -> None:
    """Set a setting."""
    found = session.scalar(select(Setting).where(Setting.key == key))
    if found is None:
        session.add(Setting(key=key, value=json.dumps(value, ensure_ascii=False)))
    else:
        found.value = json.dumps(value, ensure_ascii=False)


def get(connection: Connection, key: str) -> Any:
    """The value of a setting, `None` when it was never set."""
    found = connection.exec_driver_sql("SELECT value FROM setting WHERE key = ?", (key,)).scalar()
    return None if found is None else json.loads(found)
