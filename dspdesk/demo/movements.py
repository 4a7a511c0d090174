"""Sample movements: copies handed over, taken back, put in their place, and a mistake put right."""

import datetime as dt
import random
import uuid

from dspdesk.desk import Desk
from dspdesk.law.execution_control import Part
from dspdesk.law.kinds import Headship, JournalKind, PlaceKind
from dspdesk.procedures import execution_control, movement_corrections, movements, office
from dspdesk.queries import journal_grid, people
from dspdesk.queries import office as office_queries
from dspdesk.queries.item import ItemDetails, item
from dspdesk.queries.journals import journal
from dspdesk.queries.whereabouts import copies_of

_HANDED, _LOOKED_AT = 9, 60
_PAPER = {"ru": "расписка в журнале", "kk": "журналдағы қолхат"}


def fill(desk: Desk, chance: random.Random) -> None:
    """A dozen documents of this year with their copies on the way; nothing without a head and two more people."""
    head = people.signatory(desk, Headship.BODY, desk.today())
    staff = [row.id for row in people.people(desk) if row.in_service(desk.today())]
    takers = [key for key in staff if head is None or key != head.employee_id]
    entries = _at_hand(desk)
    if head is None or len(takers) < 2 or len(entries) < _HANDED + 2:
        return
    chance.shuffle(takers)
    for at, entry in enumerate(entries[:_HANDED]):
        right, wrong = takers[at % len(takers)], takers[(at + 1) % len(takers)]
        _resolve(desk, entry, head.employee_id, (right, wrong))
        _hand_over(desk, entry, wrong if at == 0 else right)
        if at == 0:
            _correct(desk, entry, right)
        if at % 3 == 2:
            _take_back(desk, entry)
    _store(desk, entries[_HANDED : _HANDED + 2])


def _at_hand(desk: Desk) -> list[ItemDetails]:
    """The newest incoming documents that nothing has been done with yet."""
    incoming = journal(desk, JournalKind.INCOMING, desk.today().year)
    if incoming is None:
        return []
    newest = journal_grid.ids(desk, journal_grid.View(incoming.id))[:_LOOKED_AT]
    found = (item(desk, key) for key in newest)
    return [entry for entry in found if entry is not None and _untouched(entry)]


def _untouched(entry: ItemDetails) -> bool:
    plain = not entry.entry.control and not entry.held and not entry.missing
    paper = entry.entry.carrier.value == "paper"
    return plain and paper and bool(entry.copies) and all(copy.last is None for copy in entry.copies)


def _resolve(desk: Desk, entry: ItemDetails, head: int, named: tuple[int, ...]) -> None:
    execution_control.record_resolution(
        desk,
        execution_control.RecordResolution(
            item_id=entry.id,
            author_id=head,
            dated=_day(desk, entry),
            words="К сведению" if entry.journal.language == "ru" else "Мәлімет үшін",
            form_id=uuid.uuid5(uuid.NAMESPACE_OID, f"demo:movement:{entry.id}").hex,
            persons=tuple((key, Part.ADMITTED) for key in named),
            reason="образец",
        ),
    )


def _day(desk: Desk, entry: ItemDetails) -> dt.date:
    """The day after the registration, or today where that has not come."""
    return min((entry.entry.date or desk.today()) + dt.timedelta(1), desk.today())


def _copies(desk: Desk, entry: ItemDetails) -> tuple[int, ...]:
    return tuple(row.id for row in copies_of(desk, entry.id))


def _hand_over(desk: Desk, entry: ItemDetails, person: int) -> None:
    given = _copies(desk, entry)[:1]
    paper = _PAPER[entry.journal.language]
    command = movements.HandOver(copy_ids=given, employee_id=person, on=_day(desk, entry), paper=paper)
    movements.hand_over(desk, command)


def _correct(desk: Desk, entry: ItemDetails, person: int) -> None:
    command = movement_corrections.CorrectHolder(
        copy_ids=_copies(desk, entry)[:1],
        employee_id=person,
        on=_day(desk, entry),
        paper=_PAPER[entry.journal.language],
        mistake="перепутаны соседние строки",
    )
    movement_corrections.correct_holder(desk, command)


def _take_back(desk: Desk, entry: ItemDetails) -> None:
    command = movements.TakeBack(copy_ids=_copies(desk, entry)[:1], on=desk.today())
    movements.take_back(desk, command)


def _store(desk: Desk, entries: list[ItemDetails]) -> None:
    places = office_queries.places(desk)
    safe = next((row.id for row in places if row.kind is PlaceKind.SAFE), None)
    if safe is None:
        room = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="Каб. 214"))
        safe = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.SAFE, name="Сейф 2", within_id=room))
    copies = tuple(key for entry in entries for key in _copies(desk, entry))
    movements.store(desk, movements.Store(copy_ids=copies, place_id=safe, on=desk.today()))
