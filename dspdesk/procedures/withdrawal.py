"""Documents leave a volume by permission (paragraph 59): they are taken out, or moved to another volume."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import case_file as filing_law
from dspdesk.law import withdrawal as law
from dspdesk.law.case_file import Document, VolumeFacts, VolumeHolds
from dspdesk.law.findings import Finding, settle
from dspdesk.law.guard import CopyFacts, Intent
from dspdesk.law.kinds import Headship, MovementKind
from dspdesk.law.listed_volume import noted_on_inventory, stays_as_listed
from dspdesk.law.roles import Action
from dspdesk.law.volume_days import put_in_after_opening
from dspdesk.law.whereabouts import Destination
from dspdesk.law.withdrawal import Asked, Leaving, OutKind, Permission
from dspdesk.models import Filing, Volume, Withdrawal, WithdrawalLine
from dspdesk.procedures import case_file, filing, leaving, movements
from dspdesk.procedures.filing import NewLine
from dspdesk.procedures.leaving import LeavingLine, Stock
from dspdesk.procedures.movements import Move
from dspdesk.queries import filed
from dspdesk.queries import withdrawal as queries
from dspdesk.queries.filed import Filed
from dspdesk.queries.listed import listed as queries_listed
from dspdesk.queries.people import heads_on
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOut:
    """Take lines out of a volume: copies come back to the documentation service. `taken_by_id` is who took them out."""

    volume_id: int
    lines: tuple[int, ...]
    permission: Permission
    why: str
    on: dt.date
    form_id: str
    taken_by_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relocate(TakeOut):
    """Move lines to another volume, onto its next sheets; `apart` puts each into a new volume of that case.

    That is for a document of more than 180 sheets, which is a volume by itself wherever it lies.
    """

    to_volume_id: int
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """What came of it: the withdrawal, and the lines that were made in other volumes, enclosures among them."""

    id: int
    arrived: tuple[int, ...] = ()


def consider_taking_out(desk: Desk, command: TakeOut) -> list[Finding]:
    """What stands against taking these lines out, and what is to be known of it; writes nothing."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.reading() as connection:
        return _against(desk, connection, command, _stock(desk, connection, command))


def take_out(desk: Desk, command: TakeOut) -> Left:
    """Take the lines out; a form saved twice does so once. Raises `Refused`, and then nothing left."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.transaction("case:lines:withdrawn") as step:
        if (earlier := _left_before(step, command.form_id)) is not None:
            return earlier
        stock = _stock(desk, step.connection, command)
        settle(_against(desk, step.connection, command, stock), command.reason)
        made = _begin(desk, step, command, OutKind.WITHDRAWN, None)
        for line in stock.lines:
            said = law.on_line(OutKind.WITHDRAWN, command.on, _permit(command, line.language), line.language)
            leaving.leave(step, line, command.on, OutKind.WITHDRAWN, said)
            for key in queries.enclosed(step.connection, line.row.id):
                _enclosure_out(step, made, key, OutKind.WITHDRAWN, said)

        def move(copy: CopyFacts) -> Move:
            words = f"{_place(step, stock.of(copy))}, {_permit(command, copy.language)}"
            return Move(
                kind=MovementKind.WITHDRAWAL, on=command.on, words=words, paper=f"withdrawal:{made.id}"
            )

        movements.write_each(desk, step, stock.copies, move)
        step.subject = f"volume:{command.volume_id}"
        return Left(made.id)


def consider_relocating(desk: Desk, command: Relocate) -> list[Finding]:
    """What stands against moving these lines, and what is to be known of it; writes nothing."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.reading() as connection:
        stock = _stock(desk, connection, command)
        return [
            *_against(desk, connection, command, stock),
            *_against_target(desk, connection, command, stock),
        ]


def relocate(desk: Desk, command: Relocate) -> Left:
    """Move the lines; a form saved twice does so once. Raises `Refused`, and then nothing was moved."""
    desk.authorize(Action.TAKE_OUT_OF_CASES)
    with desk.transaction("case:lines:relocated") as step:
        if (earlier := _left_before(step, command.form_id)) is not None:
            return earlier
        stock = _stock(desk, step.connection, command)
        against = _against(desk, step.connection, command, stock)
        settle([*against, *_against_target(desk, step.connection, command, stock)], command.reason)
        made = _begin(desk, step, command, OutKind.RELOCATED, command.to_volume_id)
        arrived, enclosed = {}, []
        for line in stock.lines:
            arrived[line.row.id] = _arrive(desk, step, command, line)
            enclosed += _enclosures_follow(desk, step, command, made, line, arrived[line.row.id])
        for volume_id in sorted({line.volume_id for line in (*arrived.values(), *enclosed)}):
            part(step, f"volume:{volume_id}")

        def move(copy: CopyFacts) -> Move:
            line = arrived[stock.of(copy).row.id]
            return Move(
                kind=MovementKind.FILING,
                on=command.on,
                words=filing.column_12(step, line, copy.language),
                to=Destination(volume_id=line.volume_id),
                paper=f"withdrawal:{made.id}",
            )

        movements.write_each(desk, step, stock.copies, move)
        step.subject = f"volume:{command.volume_id}"
        return Left(made.id, tuple(sorted(line.id for line in (*arrived.values(), *enclosed))))


# --- what is asked ---


def _stock(desk: Desk, connection: Connection, command: TakeOut) -> Stock:
    return leaving.stock(desk, connection, command.volume_id, command.lines, Intent.TAKE_OUT, command.on)


def _against(desk: Desk, connection: Connection, command: TakeOut, stock: Stock) -> list[Finding]:
    permitted_on = command.permission.on
    asked = Asked(
        permission=command.permission,
        why=command.why,
        on=command.on,
        today=desk.today(),
        heads=heads_on(connection, Headship.SERVICE, permitted_on) if permitted_on else frozenset(),
    )
    apart = queries.enclosures(connection, command.volume_id)
    chosen = set(command.lines)
    beside = (key for line, (key, _number) in apart.items() if line in chosen)
    anew = [law.certified_anew(filed.volume_facts(connection, key)) for key in beside]
    anew += _on_inventories(connection, command, [apart[line][0] for line in apart if line in chosen])
    stays = isinstance(command, Relocate) and _same_case(connection, command)
    kept = frozenset() if stays else queries.papers_of_seizures(connection, command.volume_id)
    lines = [
        Leaving(
            words=line.words,
            filed_on=line.row.filed_on,
            there=line.row.there,
            enclosure=str(apart[line.row.id][1]) if line.row.id in apart else "",
            of_seizure=line.row.id in kept,
        )
        for line in stock.lines
    ]
    told = (one for one in anew if one is not None)
    found = [*stock.findings, *law.check(lines, stock.volume, asked), *told]
    return list({(one.code, one.field, str(one.facts)): one for one in found}.values())


def _on_inventories(
    connection: Connection, command: TakeOut, enclosures: list[int]
) -> Iterator[Finding | None]:
    """What approved inventories say of the volumes that change: an enclosure stays where its document does."""
    stays = isinstance(command, Relocate) and _same_case(connection, command)
    for key in [command.volume_id, *([] if stays else enclosures)]:
        listed = queries_listed(connection, key)
        yield stays_as_listed(listed, "lines")
        if listed.transferred:
            yield noted_on_inventory(listed, "lines")


def _same_case(connection: Connection, command: Relocate) -> bool:
    one, other = (filed.volume_facts(connection, key) for key in (command.volume_id, command.to_volume_id))
    return one.case_id == other.case_id


def _against_target(desk: Desk, connection: Connection, command: Relocate, stock: Stock) -> list[Finding]:
    """What the rules of filing say of each line in the other volume, those before it counted."""
    target = filed.volume_facts(connection, command.to_volume_id)
    found = [law.elsewhere(stock.volume, target), law.kept_otherwise(stock.volume, target)]
    found.append(law.with_its_document(stock.volume))
    found.append(put_in_after_opening(command.on, target, apart=command.apart))
    if command.apart and filed.case_closed(connection, target.case_id):
        found.append(filing_law.no_volume_in_closed(target))
    for line in stock.lines:
        if not line.row.there:
            continue
        document = _document(connection, line, target)
        found += _filed_there(desk, document, target, apart=command.apart)
        if not command.apart:
            target = replace(target, sheets=target.sheets + line.row.sheets)
    return [finding for finding in found if finding is not None]


def _filed_there(
    desk: Desk, document: Document, target: VolumeFacts, *, apart: bool
) -> Iterator[Finding | None]:
    if not apart:
        yield from filing_law.check(document, target, desk.edition)
        return
    alone = replace(target, sheets=0, holds=VolumeHolds.DOCUMENTS, closed=False)
    for finding in filing_law.check(document, alone, desk.edition):
        if finding.code != "document_oversize":
            yield finding
    yield filing_law.document_apart(document, desk.edition)
    yield filing_law.oversize(document, desk.edition)


def _document(connection: Connection, line: LeavingLine, target: VolumeFacts) -> Document:
    """A line as a document to be filed again, with its own sheets and the year it counts as."""
    row = line.row
    if line.copy is None:
        return Document(words=line.words, year=row.for_year, sheets=row.sheets)
    document, _words = filed.document_facts(connection, line.copy, target)
    for_year = row.for_year if row.for_year != document.year else None
    return replace(document, sheets=row.sheets, for_year=for_year)


# --- what is written ---


def _begin(desk: Desk, step: Step, command: TakeOut, kind: OutKind, to_volume_id: int | None) -> Withdrawal:
    """The permission and the lines that leave by it."""
    step.reason = "; ".join(part for part in (command.why.strip(), command.reason.strip()) if part)
    permission = command.permission
    made = Withdrawal(
        form_id=command.form_id,
        edition=desk.edition.id,
        kind=kind.value,
        permit_number=law.plain_number(permission.number),
        permitted_on=permission.on,
        permitted_by_id=permission.by_id,
        why=command.why.strip(),
        taken_on=command.on,
        taken_by_id=command.taken_by_id,
        to_volume_id=to_volume_id,
        recorded_at=step.at,
        recorded_by=desk.person.account_id,
    )
    step.session.add(made)
    step.session.flush()
    once = dict.fromkeys(command.lines)
    step.session.add_all(WithdrawalLine(withdrawal_id=made.id, filing_id=line) for line in once)
    step.session.flush()
    return made


def _arrive(desk: Desk, step: Step, command: Relocate, line: LeavingLine) -> Filing:
    """One line out of its volume and onto the next sheets of the other, noted at both ends."""
    leaving.leave(step, line, command.on, OutKind.RELOCATED, "")
    step.session.flush()  # a copy lies in one volume at a time
    row, permit = line.row, _permit(command, line.language)
    new = NewLine(
        words=Filed(row.number, row.dated, row.heading, 0),
        document=_as_it_was(line),
        on=command.on,
        form_id=f"{command.form_id}:{row.id}",
        copy_id=row.copy_id,
        printout=row.printout,
        notes=law.on_arrival(command.on, _place(step, line), permit, line.language),
        came_from_id=row.id,
    )
    made = filing.add_line(desk, step, _volume_for(desk, step, command), new)
    left = step.session.get_one(Filing, row.id)
    to = filing.column_12(step, made, line.language)
    said = law.on_line(OutKind.RELOCATED, command.on, permit, line.language, to)
    left.notes = "; ".join(part for part in (left.notes, said) if part)
    return made


def _enclosure_out(step: Step, made: Withdrawal, key: int, kind: OutKind, said: str) -> Filing:
    """An enclosure that is a volume of its own leaves it with its document (paragraph 30, 9)."""
    left = step.session.get_one(Filing, key)
    left.out_on, left.out_kind = made.taken_on, kind.value
    left.notes = "; ".join(part for part in (left.notes, said) if part)
    step.session.add(WithdrawalLine(withdrawal_id=made.id, filing_id=key))
    part(step, f"volume:{left.volume_id}")
    return left


def _enclosures_follow(
    desk: Desk, step: Step, command: Relocate, made: Withdrawal, line: LeavingLine, arrived: Filing
) -> list[Filing]:
    """Enclosures that are volumes of their own: noted on the new line; in another case they become volumes there."""
    case_id = step.session.get_one(Volume, arrived.volume_id).case_file_id
    lines = []
    for key in queries.enclosed(step.connection, line.row.id):
        volume = step.session.get_one(Volume, step.session.get_one(Filing, key).volume_id)
        if volume.case_file_id != case_id:
            left = _enclosure_out(step, made, key, OutKind.RELOCATED, "")
            lines.append(_enclosure_arrives(desk, step, command, line, left, case_id))
            volume = step.session.get_one(Volume, lines[-1].volume_id)
        volume.of_filing_id = arrived.id
        note = filing_law.enclosure_note(volume.number, line.language)
        arrived.notes = "; ".join(part for part in (arrived.notes, note) if part)
    step.session.flush()
    return lines


def _enclosure_arrives(
    desk: Desk, step: Step, command: Relocate, line: LeavingLine, left: Filing, case_id: int
) -> Filing:
    """An enclosure as a volume of its own of another case, noted at both ends."""
    permit, language = _permit(command, line.language), line.language
    volume = case_file.add_volume(desk, step, case_id, holds=VolumeHolds.ENCLOSURE, on=command.on)
    new = NewLine(
        words=Filed(left.number, left.dated, left.heading, 0),
        document=Document(words=left.heading, year=left.for_year, sheets=left.sheets),
        on=command.on,
        form_id=f"{command.form_id}:{left.id}",
        notes=law.on_arrival(command.on, filing.column_12(step, left, language), permit, language),
        came_from_id=left.id,
    )
    made = filing.add_line(desk, step, volume.id, new)
    to = filing.column_12(step, made, language)
    said = law.on_line(OutKind.RELOCATED, command.on, permit, language, to)
    left.notes = "; ".join(part for part in (left.notes, said) if part)
    return made


def _as_it_was(line: LeavingLine) -> Document:
    """Its sheets and its year stay what they were."""
    return Document(words=line.words, year=line.row.for_year, sheets=line.row.sheets)


def _volume_for(desk: Desk, step: Step, command: Relocate) -> int:
    if not command.apart:
        return command.to_volume_id
    case_id = step.session.get_one(Volume, command.to_volume_id).case_file_id
    return case_file.add_volume(desk, step, case_id, holds=VolumeHolds.ONE_DOCUMENT, on=command.on).id


def _place(step: Step, line: LeavingLine) -> str:
    """Where a line lies, as column 12 has it."""
    return filing.column_12(step, step.session.get_one(Filing, line.row.id), line.language)


def _permit(command: TakeOut, language: str) -> str:
    """The permission in words; it was asked before whether its day is known."""
    permission = command.permission
    return law.permit_words(permission.number, permission.on or command.on, language)


def _left_before(step: Step, form_id: str) -> Left | None:
    made = step.session.scalar(select(Withdrawal.id).where(Withdrawal.form_id == form_id))
    if made is None:
        return None
    lines = select(Filing.id).join(WithdrawalLine, WithdrawalLine.filing_id == Filing.came_from_id)
    arrived = step.session.scalars(lines.where(WithdrawalLine.withdrawal_id == made).order_by(Filing.id))
    return Left(made, tuple(arrived))
