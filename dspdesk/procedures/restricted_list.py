"""Lists of restricted information: approved and amended by orders of the head (paragraphs 7 and 8 of the Rules).

What an order ends stays with the day it ended on: what was in force on a day is known.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import restricted_list as law
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.restricted_list import EntryTerm, EntryWords, Order, OrderKind
from dspdesk.law.roles import Action
from dspdesk.models import ListEntry, ListOrder, RestrictedList
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveList:
    """A list of the body, or a departmental one that stays valid beside it (paragraph 8), by the order approving it.

    `entries` are those it begins with; what was left out is entered later by `CompleteOrder`.
    """

    name_kk: str = ""
    name_ru: str = ""
    departmental: bool = False
    order: Order
    notes: str = ""
    entries: tuple[EntryWords, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """An entry that stands otherwise from an order on."""

    entry_id: int
    to: EntryWords


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendList:
    """One order that adds, changes and ends entries of a list, or repeals the list as a whole."""

    list_id: int
    order: Order
    notes: str = ""
    added: tuple[EntryWords, ...] = ()
    changed: tuple[Changed, ...] = ()
    ended: tuple[int, ...] = ()
    repeals: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteOrder:
    """Entries of an order that were left out when it was entered; they are in force as all that it brought."""

    order_id: int
    entries: tuple[EntryWords, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectEntry:
    """A slip in the words of an entry is put right; what an order changed is entered by `AmendList`."""

    entry_id: int
    to: EntryWords
    reason: str


def approve(desk: Desk, command: ApproveList) -> int:
    """Enter a list with its order and its first entries; returns its id. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.KEEP_LIST)
    order = command.order
    with desk.transaction("restricted_list:list:approved") as step:
        names = command.name_kk.strip(), command.name_ru.strip()
        settle(
            [
                law.list_named(*names),
                *law.check_order(order, desk.today()),
                law.list_once(order, names, _lists_entered(step.connection)),
                *_words(command.entries),
                law.points_once(entry.point for entry in command.entries),
            ],
            command.reason,
        )
        first = first_day_of(order)
        made = RestrictedList(
            name_kk=names[0],
            name_ru=names[1],
            departmental=command.departmental,
            valid_from=first,
            valid_to=None,
        )
        step.session.add(made)
        step.session.flush()
        by = enter_order(step, made.id, OrderKind.APPROVAL, order, command.notes)
        enter_entries(step, by, command.entries, first)
        step.subject, step.reason = f"restricted_list:{made.id}", command.reason.strip()
    return made.id


def amend(desk: Desk, command: AmendList) -> int:
    """Enter an order that changes a list, with all that it does; returns its id. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.KEEP_LIST)
    with desk.transaction("restricted_list:list:amended") as step:
        standing = entries_of(step, command.list_id)
        settle(against_order(desk, step, command, standing), command.reason)
        first, adds = first_day_of(command.order), len(command.added)
        ended = [*(one.entry_id for one in command.changed), *command.ended]
        kind = OrderKind.REPEAL if command.repeals else law.kind_of_order(adds=adds, ends=len(ended))
        made = enter_order(step, command.list_id, kind, command.order, command.notes)
        if command.repeals:
            ended = [entry.id for entry in standing if entry.valid_to is None]
            step.session.get_one(RestrictedList, command.list_id).valid_to = _day_before(first)
        _end(step, ended, made, _day_before(first))
        enter_entries(step, made, [*command.added, *(one.to for one in command.changed)], first)
        step.subject, step.reason = f"restricted_list:{command.list_id}", command.reason.strip()
    return made.id


def complete(desk: Desk, command: CompleteOrder) -> None:
    """Enter entries that an order brought and that were left out. Raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.KEEP_LIST)
    with desk.transaction("restricted_list:order:completed") as step:
        order = step.session.get_one(ListOrder, command.order_id)
        standing = entries_of(step, order.list_id)
        first = _first_brought(step, order)
        points = [entry.point for entry in standing if entry.valid_to is None or entry.valid_to >= first]
        last = step.session.get_one(RestrictedList, order.list_id).valid_to
        settle(
            [
                law.list_stands(last, desk.today()),
                law.does_something(len(command.entries)),
                *_words(command.entries),
                law.points_once([*points, *(entry.point for entry in command.entries)]),
            ],
            command.reason,
        )
        enter_entries(step, order, command.entries, first)
        step.subject, step.reason = f"restricted_list:{order.list_id}", command.reason.strip()


def correct_entry(desk: Desk, command: CorrectEntry) -> None:
    """Put right a slip in the words of an entry; the ledger keeps what stood there. Raises `Refused`."""
    desk.authorize(Action.KEEP_LIST)
    with desk.transaction("restricted_list:entry:corrected") as step:
        entry = step.session.get_one(ListEntry, command.entry_id)
        fields = _fields(command.to)
        same = all(getattr(entry, name) == value for name, value in fields.items())
        others = {
            other.point
            for other in entries_of(step, entry.list_id)
            if other.id != entry.id and _overlap(other, entry)
        }
        settle(
            [
                None
                if command.reason.strip()
                else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason"),
                Finding("OWN", Weight.REFUSE, "nothing_changed") if same else None,
                *_words((command.to,)),
                law.points_once([*others, command.to.point]),
            ],
            command.reason,
        )
        for name, value in fields.items():
            setattr(entry, name, value)
        step.subject, step.reason = f"restricted_list:{entry.list_id}", command.reason.strip()


def against_order(
    desk: Desk, step: Step, command: AmendList, standing: Sequence[ListEntry]
) -> list[Finding | None]:
    """What stands against an order that changes a list."""
    amended = step.session.get_one(RestrictedList, command.list_id)
    orders = step.session.scalars(select(ListOrder).where(ListOrder.list_id == command.list_id)).all()
    approved = min(order.dated for order in orders)
    lines = len(command.added) + len(command.changed) + len(command.ended)
    brought = [*command.added, *(one.to for one in command.changed)]
    return [
        *law.check_order(command.order, desk.today()),
        law.order_of_its_own(command.order, [(order.number, order.dated) for order in orders]),
        law.order_follows(command.order, approved),
        law.list_stands(amended.valid_to, None),
        None if command.repeals and not lines else law.does_something(lines),
        *_words(brought),
        *_endings(command, standing),
        law.points_once([*_left_standing(command, standing), *(entry.point for entry in brought)]),
    ]


def _endings(command: AmendList, standing: Sequence[ListEntry]) -> list[Finding | None]:
    """What stands against ending the entries that an order changes or ends."""
    first, known = command.order.effective, {entry.id: entry for entry in standing}
    asked = [*(one.entry_id for one in command.changed), *command.ended]
    if len(set(asked)) != len(asked) or not set(asked) <= set(known):
        raise Refused([Finding("OWN", Weight.REFUSE, "entry_named_wrongly", {}, "lines")])
    ends = [entry.id for entry in standing if entry.valid_to is None] if command.repeals else asked
    found: list[Finding | None] = []
    for term in (_term(known[key]) for key in ends):
        found.append(law.ends_once(term))
        if first is not None and term.last is None:
            found.append(law.ends_after_beginning(term, _day_before(first)))
    return found


def _left_standing(command: AmendList, standing: Sequence[ListEntry]) -> list[str]:
    """The points of the entries that an order leaves as they are."""
    ended, first = {one.entry_id for one in command.changed} | set(command.ended), command.order.effective
    return [
        entry.point
        for entry in standing
        if entry.id not in ended
        and (entry.valid_to is None or (first is not None and entry.valid_to >= first))
    ]


def _words(wanted: Sequence[EntryWords]) -> list[Finding]:
    return [finding for entry in wanted for finding in law.check_words(entry)]


def _lists_entered(connection: Connection) -> set[tuple[str, str, dt.date]]:
    rows = connection.exec_driver_sql(
        "SELECT list.name_kk, list.name_ru, made.number, made.dated FROM restricted_list AS list "
        "JOIN list_order AS made ON made.list_id = list.id AND made.kind = 'approval'"
    )
    return {
        (name, row[2], dt.date.fromisoformat(row[3])) for row in rows for name in (row[0], row[1]) if name
    }


def entries_of(step: Step, list_id: int) -> Sequence[ListEntry]:
    """Every entry a list has or had."""
    return step.session.scalars(select(ListEntry).where(ListEntry.list_id == list_id)).all()


def enter_order(step: Step, list_id: int, kind: OrderKind, order: Order, notes: str) -> ListOrder:
    """Write an order of a list."""
    made = ListOrder(
        list_id=list_id,
        kind=kind.value,
        number=order.number.strip(),
        dated=cast("dt.date", order.dated),
        notes=notes.strip(),
    )
    step.session.add(made)
    step.session.flush()
    return made


def enter_entries(
    step: Step, order: ListOrder, wanted: Sequence[EntryWords], first: dt.date
) -> list[ListEntry]:
    """Write the entries that an order brings in, in force from a day on."""
    brought = {"list_id": order.list_id, "order_id": order.id, "valid_from": first}
    made = [ListEntry(**brought, **_fields(entry), valid_to=None, ended_by_id=None) for entry in wanted]
    step.session.add_all(made)
    step.session.flush()
    return made


def _end(step: Step, entry_ids: Sequence[int], order: ListOrder, last: dt.date) -> None:
    for key in entry_ids:
        entry = step.session.get_one(ListEntry, key)
        entry.valid_to, entry.ended_by_id = last, order.id


def _fields(entry: EntryWords) -> dict[str, str | int | None]:
    return {
        "point": entry.point.strip(),
        "text_kk": entry.text_kk.strip(),
        "text_ru": entry.text_ru.strip(),
        "criterion": entry.criterion.value if entry.criterion else None,
    }


def _first_brought(step: Step, order: ListOrder) -> dt.date:
    """The first day of what an order brought."""
    first = step.session.scalars(
        select(ListEntry.valid_from).where(ListEntry.order_id == order.id).limit(1)
    ).first()
    if first is not None:
        return first
    ended = step.session.scalars(
        select(ListEntry.valid_to).where(ListEntry.ended_by_id == order.id).limit(1)
    ).first()
    if ended is not None:
        return ended + dt.timedelta(days=1)
    made = step.session.get_one(RestrictedList, order.list_id)
    return made.valid_from if order.kind == OrderKind.APPROVAL.value else order.dated


def _overlap(one: ListEntry, other: ListEntry) -> bool:
    """Whether two entries are in force on the same day at any time."""
    return (one.valid_to is None or one.valid_to >= other.valid_from) and (
        other.valid_to is None or other.valid_to >= one.valid_from
    )


def _term(entry: ListEntry) -> EntryTerm:
    return EntryTerm(entry.id, entry.point, entry.valid_from, entry.valid_to)


def first_day_of(order: Order) -> dt.date:
    """The first day of what an order says; whether it has one the law was asked."""
    return cast("dt.date", order.effective)


def _day_before(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=1)
