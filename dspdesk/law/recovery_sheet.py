"""The recovery sheet: the one way into a store when passwords or the machine are lost. The program's own paper."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RecoverySheetContent:
    """What lies sealed in the safe: `key` in groups with checksums, and which store it opens."""

    organisation: str
    store_id: str
    key: tuple[str, ...]
    made_on: date
    made_by: str
