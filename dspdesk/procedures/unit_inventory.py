"""Inventories of cases (paragraphs 51, 52): drawn up from closed volumes, changed while drafts, approved, printed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_
from dspdesk.law import unit_inventory as law
from dspdesk.law.findings import Finding, settle
from dspdesk.law.kinds import Headship
from dspdesk.law.listed_volume import certified_before_approval
from dspdesk.law.roles import Action
from dspdesk.law.settings import FONDS_NAME, FONDS_NUMBER
from dspdesk.law.unit_inventory import HandedOver, InventoryKind, Period, UnitInventoryContent
from dspdesk.models import Employee, Inventory, InventoryLine, TransferLine, Unit
from dspdesk.procedures.store_papers import Awaited, ids
from dspdesk.queries import cases, certification_sheet, inventories, names, people
from dspdesk.queries.filed import volume_words
from dspdesk.queries.inventories import InventoryDetails, ListedVolume, TransferRow
from dspdesk.queries.settings import setting
from dspdesk.store.unit_of_work import Step

STEM = "unit_inventory"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawUpInventory:
    """Draw up an inventory of these volumes. `form_id` is the form's own: sent twice, it is drawn up once."""

    kind: InventoryKind
    period: Period
    year: int
    number: str
    dated: dt.date
    volume_ids: tuple[int, ...]
    form_id: str
    unit_id: int | None = None
    made_by_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddVolumes:
    """Put further volumes on a draft."""

    inventory_id: int
    volume_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeLine:
    """Take a volume off an inventory: a draft is numbered anew, of an approved one the number is left unused."""

    inventory_id: int
    line_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveInventory:
    """Enter the approval of an inventory: its day, and by whom or by which minutes, in words."""

    inventory_id: int
    on: dt.date
    approval: str


def draw_up(desk: Desk, command: DrawUpInventory) -> int:
    """Draw up an inventory; returns its id. Raises `Refused`."""
    desk.authorize(Action.KEEP_INVENTORIES)
    with desk.transaction("inventory:inventory:drawn_up") as step:
        earlier = step.session.scalar(select(Inventory.id).where(Inventory.form_id == command.form_id))
        if earlier is not None:
            return earlier
        wanted = law.Wanted(
            kind=command.kind, period=command.period, year=command.year, unit_id=command.unit_id
        )
        settle(
            [
                law.of_a_unit(command.kind, command.unit_id),
                law.drawn_in_time(command.dated, desk.today()),
                *_numbered(step, command),
                *_against(step, wanted, command.volume_ids),
            ],
            "",
        )
        inventory = _inventory(desk, step, command)
        _list(step, inventory, command.volume_ids)
        step.subject = f"inventory:{inventory.id}"
    return inventory.id


def add_volumes(desk: Desk, command: AddVolumes) -> int:
    """Put volumes on a draft; returns the id of the inventory. Raises `Refused`."""
    desk.authorize(Action.KEEP_INVENTORIES)
    with desk.transaction("inventory:inventory:lines_added") as step:
        inventory = step.session.get_one(Inventory, command.inventory_id)
        settle(
            [
                law.still_draft(inventory.number, inventory.approved_on),
                *_against(step, _wanted(inventory), command.volume_ids),
            ],
            "",
        )
        _list(step, inventory, command.volume_ids)
        step.subject = f"inventory:{inventory.id}"
    return inventory.id


def strike_line(desk: Desk, command: StrikeLine) -> int:
    """Take a volume off; returns the id of the inventory. Raises `Refused`."""
    desk.authorize(Action.KEEP_INVENTORIES)
    with desk.transaction("inventory:inventory:line_struck") as step:
        inventory = step.session.get_one(Inventory, command.inventory_id)
        line = step.session.scalars(
            select(InventoryLine).where(
                InventoryLine.id == command.line_id, InventoryLine.inventory_id == inventory.id
            )
        ).one()
        settle(_against_striking(step, inventory, line, command.reason), command.reason)
        line.struck_on, line.notes = desk.today(), command.reason.strip()
        if inventory.approved_on is None:
            _number_anew(step, inventory)
        step.subject, step.reason = f"inventory:{inventory.id}", command.reason.strip()
    return inventory.id


def approve(desk: Desk, command: ApproveInventory) -> int:
    """Enter the approval; returns the id of the inventory. Raises `Refused`."""
    desk.authorize(Action.KEEP_INVENTORIES)
    with desk.transaction("inventory:inventory:approved") as step:
        inventory = step.session.get_one(Inventory, command.inventory_id)
        found = inventories.details_of(step.connection, inventory.id)
        settle(
            [
                law.still_draft(inventory.number, inventory.approved_on),
                law.something_listed(found.standing),
                law.approval_stated(command.approval),
                law.approved_in_time(inventory.number, inventory.dated, command.on, desk.today()),
                *(one for line in found.standing for one in _still_fit(line, inventory)),
                *(_certified_as_it_is(step, line) for line in found.standing),
            ],
            "",
        )
        inventory.approved_on, inventory.approval = command.on, " ".join(command.approval.split())
        for line in found.standing:
            _keep(step, line)
        step.subject = f"inventory:{inventory.id}"
    return inventory.id


# --- inside a step ---


def _wanted(inventory: Inventory) -> law.Wanted:
    return law.Wanted(
        kind=InventoryKind(inventory.kind),
        period=Period(inventory.period),
        year=inventory.year,
        unit_id=inventory.unit_id,
    )


def _numbered(step: Step, command: DrawUpInventory) -> list[Finding | None]:
    """Whether the number is there and free; of a consolidated inventory every year has a section of one number."""
    number = " ".join(command.number.split())
    same = select(Inventory).where(Inventory.number == number, Inventory.kind == command.kind.value)
    others = step.session.scalars(same.order_by(Inventory.year)).all()
    found = [law.numbered(number, taken=any(other.year == command.year for other in others))]
    if command.kind is InventoryKind.CONSOLIDATED:
        drafts = [one.year for one in others if one.year < command.year and one.approved_on is None]
        later = [one.year for one in others if one.year > command.year]
        found.append(law.earlier_sections_done(number, drafts, later))
    return found


def _against(step: Step, wanted: law.Wanted, volume_ids: Sequence[int]) -> list[Finding | None]:
    """What stands against listing these volumes."""
    found: list[Finding | None] = [law.something_listed(volume_ids)]
    approved = {row.id for row in inventories.listable_of(step.connection, wanted)}
    for row in cases.rows_by_id(step.connection, volume_ids):
        other = inventories.listed_on(step.connection, row.id, wanted.kind)
        found += law.may_list(inventories.to_list(row, other), wanted)
        words = volume_words(row.case_index, row.number)
        found.append(law.listed_by_unit(wanted.kind, words, listed=row.id in approved or bool(other)))
    return found


def _still_fit(line: ListedVolume, inventory: Inventory) -> list[Finding]:
    """What has changed since a volume was listed."""
    return law.may_list(inventories.to_list(line.volume), _wanted(inventory))


def _certified_as_it_is(step: Step, line: ListedVolume) -> Finding | None:
    """Whether the sheets that the inventory states are those that were certified last."""
    agrees = certification_sheet.agrees(step.connection, line.volume.id)
    words = volume_words(line.volume.case_index, line.volume.number)
    return certified_before_approval(words, changed=agrees is not None and agrees.changed)


def _keep(step: Step, line: ListedVolume) -> None:
    """What a line states stays as it was approved, whatever becomes of the volume (paragraph 52)."""
    row, states = step.session.get_one(InventoryLine, line.id), line.now
    row.stated_heading_kk, row.stated_heading_ru = states.heading_kk, states.heading_ru
    row.stated_retention, row.stated_volume = states.retention.words("ru"), states.volume
    row.stated_restricted = states.restricted
    row.stated_first_day, row.stated_last_day = states.first_day, states.last_day
    row.stated_sheets, row.stated_inventory_sheets = states.sheets, states.inventory_sheets


def _against_striking(step: Step, inventory: Inventory, line: InventoryLine, reason: str) -> list[Finding]:
    (row,) = cases.rows_by_id(step.connection, [line.volume_id])
    transferred = step.session.scalar(
        select(TransferLine.id).where(TransferLine.line_id == line.id, TransferLine.struck_on.is_(None))
    )
    consolidated = ""
    if inventory.kind == InventoryKind.UNIT.value:
        consolidated = inventories.listed_on(step.connection, line.volume_id, InventoryKind.CONSOLIDATED)
    return law.may_strike(
        volume_words(row.case_index, row.number),
        struck=line.struck_on is not None,
        transferred=transferred is not None,
        consolidated=consolidated,
        reason=reason,
    )


def _inventory(desk: Desk, step: Step, command: DrawUpInventory) -> Inventory:
    if command.unit_id is not None:
        step.session.get_one(Unit, command.unit_id)
    made_by = command.made_by_id or people.at_desk(desk).employee_id
    inventory = Inventory(
        form_id=command.form_id,
        edition=desk.edition.id,
        kind=command.kind.value,
        period=command.period.value,
        unit_id=command.unit_id,
        year=command.year,
        number=" ".join(command.number.split()),
        dated=command.dated,
        made_by_id=step.session.get_one(Employee, made_by).id,
        approved_on=None,
        approval="",
        recorded_at=step.at,
        recorded_by=desk.person.account_id,
    )
    step.session.add(inventory)
    step.session.flush()
    return inventory


def _list(step: Step, inventory: Inventory, volume_ids: Sequence[int]) -> None:
    numbers = step.session.scalars(
        select(InventoryLine.ordinal).where(InventoryLine.inventory_id == inventory.id)
    ).all()
    last = max([_numbers_before(step, inventory), *numbers])
    listed = cases.rows_by_id(step.connection, volume_ids)
    in_order = inventories.in_order(step.connection, _wanted(inventory), listed)
    step.session.add_all(
        InventoryLine(inventory_id=inventory.id, ordinal=at, volume_id=row.id, notes="", struck_on=None)
        for at, row in enumerate(in_order, last + 1)
    )
    step.session.flush()
    _number_anew(step, inventory)


def _number_anew(step: Step, inventory: Inventory) -> None:
    """Number the lines of a draft in the order of an inventory; one struck out has no number, which is one below 0.

    Numbers are unique: whatever changes leaves its number before it gets the new one.
    """
    lines = step.session.scalars(
        select(InventoryLine).where(InventoryLine.inventory_id == inventory.id)
    ).all()
    standing = {line.volume_id: line for line in lines if line.struck_on is None}
    rows = cases.rows_by_id(step.connection, standing)
    in_order = inventories.in_order(step.connection, _wanted(inventory), rows)
    first = _numbers_before(step, inventory) + 1
    wanted = {standing[row.id].id: at for at, row in enumerate(in_order, first)}
    changed = [line for line in lines if line.ordinal != wanted.get(line.id, -line.id)]
    for line in changed:
        line.ordinal = -line.id
    step.session.flush()
    for line in changed:
        line.ordinal = wanted.get(line.id, -line.id)
    step.session.flush()


def _numbers_before(step: Step, inventory: Inventory) -> int:
    """The last number of the earlier years of a consolidated inventory."""
    if inventory.kind != InventoryKind.CONSOLIDATED.value:
        return 0
    numbers = step.session.scalars(
        select(InventoryLine.ordinal)
        .join(Inventory, Inventory.id == InventoryLine.inventory_id)
        .where(
            Inventory.kind == inventory.kind,
            Inventory.number == inventory.number,
            Inventory.year < inventory.year,
        )
    ).all()
    return max([0, *numbers])


# --- the paper ---


def draw_paper(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The inventory that `about` names, with what was handed over of it."""
    from dspdesk.reports import unit_inventory as report

    return report.draw(content(desk, ids(about)[0], language), language, code)


def awaited(desk: Desk, about: str) -> tuple[Awaited, ...]:
    """Who signs the inventory: whoever drew it up, and both sides of each transfer."""
    found = inventories.inventory(desk, ids(about)[0])
    drew_up = [Awaited(found.row.made_by_id, N_("who drew up the inventory"))] if found.row.made_by_id else []
    both = [
        signs
        for one in found.transfers
        if one.lines
        for signs in (
            Awaited(one.given_by_id, N_("who handed the cases over")),
            Awaited(one.accepted_by_id, N_("who accepted the cases")),
        )
    ]
    return tuple(dict.fromkeys([*drew_up, *both]))


def content(desk: Desk, inventory_id: int, language: str) -> UnitInventoryContent:
    """What stands on the paper; names and positions are those of its days."""
    found = inventories.inventory(desk, inventory_id)
    row, head = found.row, _head(desk, found)
    made = people.position_of(desk, row.made_by_id, row.dated) if row.made_by_id else None
    return UnitInventoryContent(
        kind=row.kind,
        period=row.period,
        organisation=names.organisation(desk, language, row.dated),
        unit=row.unit(language),
        year=row.year,
        number=row.number,
        lines=[_line(line, language) for line in found.lines if line.ordinal],
        fonds=str(setting(desk, FONDS_NUMBER)),
        fonds_name=str(setting(desk, FONDS_NAME[language])),
        made_position=made.position(language) if made else "",
        made_by=made.name(language) if made else "",
        dated=row.dated,
        approving_position=head.position(language) if head else "",
        approving=head.name(language) if head else "",
        approved_on=row.approved_on,
        approval=row.approval,
        transfers=[_handed_over(desk, one, language) for one in found.transfers if one.lines],
    )


def _head(desk: Desk, found: InventoryDetails) -> people.Signatory | None:
    """Who approves: the head of the unit, of a consolidated inventory that of the body."""
    day = found.row.approved_on or desk.today()
    if found.row.unit_id is None:
        return people.signatory(desk, Headship.BODY, day)
    return people.signatory(desk, Headship.UNIT, day, found.row.unit_id)


def _line(line: ListedVolume, language: str) -> law.InventoryLine:
    """A line as it is stated, with what it would state now where that is something else."""
    stated = _as_stated(line, line.states, language)
    now = _as_stated(line, line.now, language)
    return replace(stated, now=now) if line.stands and now != stated else stated


def _as_stated(line: ListedVolume, states: law.Stated, language: str) -> law.InventoryLine:
    return law.InventoryLine(
        number=line.ordinal,
        case_index=line.volume.case_index,
        heading=states.heading(language),
        volume=states.volume,
        restricted=states.restricted,
        first_day=states.first_day,
        last_day=states.last_day,
        sheets=states.sheets,
        inventory_sheets=states.inventory_sheets,
        retention=states.retention.words(language),
        note="" if line.stands else line.notes,
        struck_on=line.struck_on,
    )


def _handed_over(desk: Desk, one: TransferRow, language: str) -> HandedOver:
    given = people.position_of(desk, one.given_by_id, one.on)
    accepted = people.position_of(desk, one.accepted_by_id, one.on)
    return HandedOver(
        cases=len(one.lines),
        on=one.on,
        given_position=given.position(language),
        given_by=given.name(language),
        accepted_position=accepted.position(language),
        accepted_by=accepted.name(language),
    )
