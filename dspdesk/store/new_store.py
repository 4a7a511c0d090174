"""What is said when a store is created. Light to import: the first window needs it before there is a store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dspdesk.store import keys

if TYPE_CHECKING:
    from dspdesk.store.machine_secret import Keyring

Clock = Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStore:
    """What a person says when a store is created; the machine's secret lies in `key_file` or in the keyring.

    `cost` is the price of one guess at the password; whoever lowers it below `keys.FLOOR` does so in a test.
    """

    organisation: str
    locality: str
    person: str
    login: str
    password: str
    position: str = ""
    key_file: Path | None = None
    keyring: Keyring | None = None
    cost: keys.Cost = keys.Cost()
    reason: str = ""
