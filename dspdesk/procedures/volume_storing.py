"""Volumes are put into storage places (paragraph 57): in metal cabinets or safes, where cases of their kind lie."""

import datetime as dt
from dataclasses import dataclass

from dspdesk.desk import Desk
from dspdesk.law import storage as law
from dspdesk.law.findings import Finding, settle
from dspdesk.law.roles import Action
from dspdesk.law.storage import StoragePlace
from dspdesk.models import Volume
from dspdesk.queries import cases, storage
from dspdesk.queries.cases import VolumeRow
from dspdesk.queries.filed import volume_words
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class PutVolumes:
    """Put volumes into a place on a day; `reason` is asked where paragraph 57 has something against it."""

    volume_ids: tuple[int, ...]
    place_id: int
    on: dt.date
    reason: str = ""


def put_volumes(desk: Desk, command: PutVolumes) -> int:
    """Write where volumes lie; returns the id of the place. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.KEEP_STORAGE)
    with desk.transaction("case:volume:put_in_place") as step:
        place = storage.storage_place(step.connection, command.place_id)
        rows = [cases.standing_of(step.connection, key).row for key in dict.fromkeys(command.volume_ids)]
        settle(
            [law.something_to_put(command.volume_ids), *against(desk, step, rows, place, command.on)],
            command.reason,
        )
        step.reason = command.reason.strip()
        for row in rows:
            put(step, row.id, command.place_id, command.on)
            part(step, f"volume:{row.id}")
    return command.place_id


def against(
    desk: Desk, step: Step, rows: list[VolumeRow], place: StoragePlace, on: dt.date
) -> list[Finding | None]:
    """What stands against putting volumes into a place on a day; what is said of the place is said once."""
    found: list[Finding | None] = [law.still_open(place)]
    for row in rows:
        words = volume_words(row.case_index, row.number)
        placed_on = step.session.get_one(Volume, row.id).placed_on
        since = max(day for day in (row.opened_on, placed_on) if day is not None)
        found += [
            law.put_in_order(words, on, desk.today(), since),
            law.put_after_transfer(words, on, row.transferred_on),
            *storage.against_volume(row, place),
        ]
    return [finding for at, finding in enumerate(found) if finding not in found[:at]]


def put(step: Step, volume_id: int, place_id: int | None, on: dt.date) -> None:
    """Write where a volume lies, within a step."""
    volume = step.session.get_one(Volume, volume_id)
    volume.place_id, volume.placed_on = place_id, on if place_id is not None else None
