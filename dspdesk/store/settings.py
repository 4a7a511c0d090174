"""Choices of the body and notes of the store itself, by name."""

import json
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from dspdesk.models import Setting

RECOVERY_SHEET = "recovery_sheet"  # "missing" → "printed" → "confirmed" (typed back)
LAST_BACKUP = "last_backup"  # ISO moment, UTC


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
