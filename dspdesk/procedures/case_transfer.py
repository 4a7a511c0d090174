"""Transfer of cases to the departmental archive (paragraphs 51, 52): written, and struck out when it was a mistake."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _, current_language
from dspdesk.law import case_transfer as law
from dspdesk.law import storage as storage_law
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.guard import Intent
from dspdesk.law.roles import Action
from dspdesk.law.storage import Kept
from dspdesk.models import Employee, Transfer, TransferLine, Volume
from dspdesk.procedures import guard, waiting_printouts
from dspdesk.procedures.volume_storing import put
from dspdesk.queries import cases, certification_sheet, inventories, storage
from dspdesk.queries.archive_workers import works_in_archive
from dspdesk.queries.filed import volume_words
from dspdesk.queries.inventories import InventoryDetails, ListedVolume
from dspdesk.queries.names import name_in
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


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeTransfer:
    """Lines of an inventory were entered as handed over by mistake; `mistake` says how that came about."""

    inventory_id: int
    line_ids: tuple[int, ...]
    mistake: str


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
                _accepted(step, command),
                *(one for line in lines for one in _against(desk, step, line, command.on)),
                *_against_place(step, lines, command),
            ],
            command.reason,
        )
        transfer = _transfer(desk, step, command)
        step.session.add_all(_line(step, transfer, line) for line in lines)
        step.session.flush()
        step.reason = command.reason.strip()
        part(step, f"inventory:{row.id}", "inventory:inventory:handed_over")
        for line in lines:
            step.session.get_one(Volume, line.volume.id).transferred_on = command.on
            _put(step, line, command)
            part(step, f"volume:{line.volume.id}")
    return transfer.id


def strike(desk: Desk, command: StrikeTransfer) -> int:
    """Strike transfers out that did not take place; returns the id of the inventory. Raises `Refused`.

    Both traces stay: the line of the transfer with the day on which it was struck out, and this step with its reason.
    The volumes are those of their unit again, and lie where they lay before, unless they were put elsewhere since.
    They can then be handed over anew.
    """
    desk.authorize(Action.KEEP_INVENTORIES)
    with desk.transaction("inventory:volume:transfer_struck") as step:
        found = inventories.details_of(step.connection, command.inventory_id)
        lines = _chosen(found, command.line_ids)
        settle(law.never_handed([_back(line) for line in lines], command.mistake), "")
        step.reason = command.mistake.strip()
        part(step, f"inventory:{command.inventory_id}", "inventory:inventory:transfer_struck")
        for line in lines:
            _strike(desk, step, line)
            part(step, f"volume:{line.volume.id}")
    return command.inventory_id


def _back(line: ListedVolume) -> law.HandedBack:
    words = volume_words(line.volume.case_index, line.volume.number)
    return law.HandedBack(words=words, standing=line.transferred_on is not None)


def _strike(desk: Desk, step: Step, line: ListedVolume) -> None:
    """The last transfer of a volume struck out: only one stands at a time."""
    standing = select(TransferLine).where(TransferLine.line_id == line.id, TransferLine.struck_on.is_(None))
    handed = step.session.scalars(standing).one()
    transfer = step.session.get_one(Transfer, handed.transfer_id)
    volume = step.session.get_one(Volume, line.volume.id)
    lies_there = volume.place_id == transfer.place_id and volume.placed_on in {None, transfer.handed_over_on}
    handed.struck_on, volume.transferred_on = desk.today(), None
    stating = f"inventory:{transfer.inventory_id}"
    why = _("A transfer that it states was struck out")
    waiting_printouts.set_aside(desk, step, stating, why, since=transfer.recorded_at)
    if lies_there:
        _back_to(step, volume, handed)


def _back_to(step: Step, volume: Volume, handed: TransferLine) -> None:
    """Where it lay before, unless nothing is kept there any more: then somebody says where it lies."""
    before = handed.from_place_id
    kept = before is not None and storage.storage_place(step.connection, before).is_open
    volume.place_id, volume.placed_on = (before, handed.from_placed_on) if kept else (None, None)


def _put(step: Step, line: ListedVolume, command: HandOverCases) -> None:
    """Where the archive keeps the volume.

    With no word of a place one that was put somewhere after that day lies there.
    """
    placed_on = step.session.get_one(Volume, line.volume.id).placed_on
    if command.place_id is not None or placed_on is None or placed_on <= command.on:
        put(step, line.volume.id, command.place_id, command.on)


def _line(step: Step, transfer: Transfer, line: ListedVolume) -> TransferLine:
    """A line that is handed over, with where its volume lies so far."""
    volume = step.session.get_one(Volume, line.volume.id)
    return TransferLine(
        transfer_id=transfer.id,
        line_id=line.id,
        from_place_id=volume.place_id,
        from_placed_on=volume.placed_on,
        struck_on=None,
    )


def _accepted(step: Step, command: HandOverCases) -> Finding | None:
    """Whether whoever accepts works in the archive on that day."""
    person = step.session.get_one(Employee, command.accepted_by_id).id
    name = name_in(step.connection, f"employee:{person}", command.on, str(current_language()))
    works_there = works_in_archive(step.connection, person, command.on)
    return law.archive_accepts(name, command.on, works_there=works_there)


def _chosen(found: InventoryDetails, line_ids: Sequence[int]) -> list[ListedVolume]:
    """The lines that were chosen; a line of another inventory is none of them."""
    if set(line_ids) - {line.id for line in found.lines}:
        raise Refused([Finding("D51", Weight.REFUSE, "no_such_line", {}, "lines")])
    return [line for line in found.lines if line.id in line_ids]


def _against(desk: Desk, step: Step, line: ListedVolume, on: dt.date) -> list[Finding]:
    """What stands against handing a volume over: its own state, and documents of it that are elsewhere."""
    row = line.volume
    agrees = certification_sheet.agrees(step.connection, row.id)
    volume = law.ToTransfer(
        words=volume_words(row.case_index, row.number),
        period=row.retention.period,
        closed_on=row.closed_on,
        certified=agrees is not None,
        printed=agrees is not None and agrees.printed,
        changed=agrees is not None and agrees.changed,
        fits=agrees is None or agrees.fits,
        transferred_on=line.transferred_on,
        struck=not line.stands,
    )
    details = cases.details_of(step.connection, row.id)
    copies = [one.copy_id for one in details.lines if one.there and one.copy_id is not None]
    if not copies:
        return law.may_go(volume, on)
    _facts, out = guard.ask(desk, step.connection, Intent.TRANSFER, copies)
    return [*law.may_go(volume, on), *out]


def _against_place(step: Step, lines: Sequence[ListedVolume], command: HandOverCases) -> list[Finding | None]:
    """What paragraph 57 has against the place in the archive, and whether a volume lies elsewhere since a later day."""
    if command.place_id is None:
        return []
    place = storage.storage_place(step.connection, command.place_id)
    found: list[Finding | None] = [storage_law.still_open(place)]
    for line in lines:
        placed_on = step.session.get_one(Volume, line.volume.id).placed_on
        words = volume_words(line.volume.case_index, line.volume.number)
        found.append(law.not_put_since(words, line.volume.place, placed_on, command.on))
        if line.volume.restricted:
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
