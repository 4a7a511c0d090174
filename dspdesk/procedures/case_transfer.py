"""Transfer of cases to the departmental archive (paragraphs 51, 52): volumes that an approved inventory lists."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.law import case_transfer as law
from dspdesk.law import storage as storage_law
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.guard import Intent
from dspdesk.law.roles import Action
from dspdesk.law.storage import Kept
from dspdesk.models import Employee, Transfer, TransferLine, Volume
from dspdesk.procedures import guard
from dspdesk.procedures.volume_storing import put
from dspdesk.queries import cases, inventories, storage
from dspdesk.queries.filed import volume_words
from dspdesk.queries.inventories import InventoryDetails, ListedVolume
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverCases:
    """Hand over lines of an inventory; `place_id` is where the archive keeps them, `None` while nobody has said.

    `form_id` is the form's own: sent twice, they are handed over once.
    """

    inventory_id: int
    line_ids: tuple[int, ...]
    on: dt.date
    given_by_id: int
    accepted_by_id: int
    form_id: str
    place_id: int | None = None
    notes: str = ""
    reason: str = ""


def hand_over(desk: Desk, command: HandOverCases) -> int:
    """Write the transfer; returns its id. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.KEEP_INVENTORIES)
    with desk.transaction("inventory:volume:transferred") as step:
        earlier = step.session.scalar(select(Transfer.id).where(Transfer.form_id == command.form_id))
        if earlier is not None:
            return earlier
        found = inventories.details_of(step.connection, command.inventory_id)
        lines = _chosen(found, command.line_ids)
        row = found.row
        settle(
            [
                law.of_approved(row.kind, row.number, row.approved_on),
                law.something_handed(lines),
                law.in_time(row.number, row.approved_on, command.on, desk.today()),
                law.two_people(command.given_by_id, command.accepted_by_id),
                *(one for line in lines for one in _against(desk, step, line, command.on)),
                *_against_place(step, lines, command.place_id),
            ],
            command.reason,
        )
        transfer = _transfer(desk, step, command)
        step.session.add_all(TransferLine(transfer_id=transfer.id, line_id=line.id) for line in lines)
        step.reason = command.reason.strip()
        part(step, f"inventory:{row.id}", "inventory:inventory:handed_over")
        for line in lines:
            step.session.get_one(Volume, line.volume.id).transferred_on = command.on
            put(step, line.volume.id, command.place_id, command.on)
            part(step, f"volume:{line.volume.id}")
    return transfer.id


def _chosen(found: InventoryDetails, line_ids: Sequence[int]) -> list[ListedVolume]:
    """The lines that were chosen; a line of another inventory is none of them."""
    if set(line_ids) - {line.id for line in found.lines}:
        raise Refused([Finding("D51", Weight.REFUSE, "no_such_line", {}, "lines")])
    return [line for line in found.lines if line.id in line_ids]


def _against(desk: Desk, step: Step, line: ListedVolume, on: dt.date) -> list[Finding]:
    """What stands against handing a volume over: its own state, and documents of it that are elsewhere."""
    row = line.volume
    volume = law.ToTransfer(
        words=volume_words(row.case_index, row.number),
        period=row.retention.period,
        closed_on=row.closed_on,
        certified=line.certified,
        transferred_on=line.transferred_on,
        struck=not line.stands,
    )
    details = cases.details_of(step.connection, row.id)
    copies = [one.copy_id for one in details.lines if one.there and one.copy_id is not None]
    if not copies:
        return law.may_go(volume, on)
    _facts, out = guard.ask(desk, step.connection, Intent.TRANSFER, copies)
    return [*law.may_go(volume, on), *out]


def _against_place(step: Step, lines: Sequence[ListedVolume], place_id: int | None) -> list[Finding | None]:
    """What paragraph 57 has against the place in the archive."""
    if place_id is None:
        return []
    place = storage.storage_place(step.connection, place_id)
    found: list[Finding | None] = [storage_law.still_open(place)]
    for line in lines:
        if line.volume.restricted:
            words = volume_words(line.volume.case_index, line.volume.number)
            found += storage_law.suits(Kept.TRANSFERRED_CASE, place, what=words)
    return [finding for at, finding in enumerate(found) if finding not in found[:at]]


def _transfer(desk: Desk, step: Step, command: HandOverCases) -> Transfer:
    transfer = Transfer(
        form_id=command.form_id,
        edition=desk.edition.id,
        inventory_id=command.inventory_id,
        handed_over_on=command.on,
        given_by_id=step.session.get_one(Employee, command.given_by_id).id,
        accepted_by_id=step.session.get_one(Employee, command.accepted_by_id).id,
        place_id=command.place_id,
        notes=" ".join(command.notes.split()),
        recorded_at=step.at,
        recorded_by=desk.person.account_id,
    )
    step.session.add(transfer)
    step.session.flush()
    return transfer
