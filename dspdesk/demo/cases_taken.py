"""Of the sample's cases: a document taken out by permission, one moved to another volume, one seized."""

import random

from dspdesk.desk import Desk
from dspdesk.law.findings import Weight
from dspdesk.law.seizure_record import Seizing
from dspdesk.law.withdrawal import Permission
from dspdesk.procedures import seizure_record, withdrawal
from dspdesk.procedures.seizure_record import Certify, DrawUp, Execute
from dspdesk.procedures.withdrawal import Relocate, TakeOut
from dspdesk.queries import cases, filing
from dspdesk.queries import seizure_record as records
from dspdesk.queries import withdrawal as permitting
from dspdesk.queries.cases import FiledLine, VolumeRow

_LEAST = 3  # documents of a volume that one is taken from
_RECORD_SHEETS = 1
_REASON = "документ относится к другому вопросу"


def fill(desk: Desk, _chance: random.Random) -> None:
    """One of each; without a head of the service, or without cases to take from, there is none."""
    heads = permitting.heads(desk, desk.today())
    volumes = [row for row in filing.open_volumes(desk) if row.documents >= _LEAST]
    if not heads or not volumes:
        return
    head = heads[0].employee_id
    _take_out(desk, volumes[0], head)
    _relocate(desk, volumes, head)
    _seize(desk, volumes[-1], head)


def _line(desk: Desk, row: VolumeRow) -> FiledLine | None:
    """The last document of a volume that has an entry in a journal."""
    there = [line for line in cases.volume(desk, row.id).lines if line.there and line.copy_id is not None]
    return there[-1] if there else None


def _permission(desk: Desk, number: str, head: int) -> Permission:
    return Permission(number=number, on=desk.today(), by_id=head)


def _take_out(desk: Desk, row: VolumeRow, head: int) -> None:
    if (line := _line(desk, row)) is None:
        return
    command = TakeOut(
        volume_id=row.id,
        lines=(line.id,),
        permission=_permission(desk, "1", head),
        why="для подготовки ответа на повторный запрос",
        on=desk.today(),
        form_id=f"sample-taken-{line.id}",
        taken_by_id=head,
    )
    withdrawal.take_out(desk, command)


def _relocate(desk: Desk, volumes: list[VolumeRow], head: int) -> None:
    """Move one document into the first other volume that the rules of filing let it into."""
    for row in volumes:
        line = _line(desk, row)
        for other in filing.open_volumes(desk):
            if line is None or other.id == row.id:
                continue
            command = Relocate(
                volume_id=row.id,
                to_volume_id=other.id,
                lines=(line.id,),
                permission=_permission(desk, "2", head),
                why=_REASON,
                on=desk.today(),
                form_id=f"sample-moved-{line.id}",
                taken_by_id=head,
                reason=_REASON,
            )
            if all(one.weight is not Weight.REFUSE for one in withdrawal.consider_relocating(desk, command)):
                withdrawal.relocate(desk, command)
                return


def _seize(desk: Desk, row: VolumeRow, head: int) -> None:
    if (line := _line(desk, row)) is None:
        return
    seizing = Seizing(
        dated=desk.today(),
        authority="Департамент экономических расследований",
        official="старший следователь Серикбаев Д.О.",
        basis=f"постановление о производстве выемки от {desk.today():%d.%m.%Y} № 17-4/26",
        handed_over_by_id=head,
    )
    form_id = f"sample-seized-{line.id}"
    key = seizure_record.draw_up(
        desk, DrawUp(volume_id=row.id, lines=(line.id,), seizing=seizing, form_id=form_id)
    )
    originals = tuple(one.id for one in records.record(desk, key).lines)
    seizure_record.certify(
        desk, Certify(record_id=key, lines=originals, certified_by_id=head, certified_on=desk.today())
    )
    execute = Execute(
        record_id=key, on=desk.today(), record_sheets=_RECORD_SHEETS, reason="изъятие по закону"
    )
    seizure_record.execute(desk, execute)
