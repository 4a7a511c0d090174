"""Execution control of the sample: documents with the head, on control with and without extensions, off control."""

import datetime as dt
import random
import uuid

from dspdesk.desk import Desk
from dspdesk.law.execution_control import Part
from dspdesk.law.kinds import Headship, ItemState, JournalKind
from dspdesk.law.whereabouts import AT_HAND
from dspdesk.procedures import execution_control
from dspdesk.procedures.execution_control import Extend, RecordResolution, Submit, TakeOff
from dspdesk.queries.item import ItemDetails, item
from dspdesk.queries.journal_grid import View, ids
from dspdesk.queries.journals import journal
from dspdesk.queries.people import people, signatory
from dspdesk.queries.whereabouts import copies_of

_WORDS = {
    "ru": (
        "Подготовить ответ",
        "Рассмотреть и доложить",
        "Изучить, внести предложения",
        "Принять меры, об исполнении доложить",
    ),
    "kk": (
        "Жауап дайындау",
        "Қарап, баяндау",
        "Зерделеп, ұсыныс енгізу",
        "Шара қабылдап, орындалғанын баяндау",
    ),
}
_WHY = {"ru": "ожидается ответ соисполнителя", "kk": "бірлесіп орындаушының жауабы күтілуде"}
_OUTCOME = {"ru": "Исполнено, ответ дан", "kk": "Орындалды, жауап берілді"}
#: Days until the deadlines: some over, one today, some within three days, the others later.
_DUE = (-6, -2, 0, 1, 3, 5, 9, 14)
#: Days since letters were submitted that are with the head still.
_SUBMITTED = (0, 1, 2)
_OFF, _LATEST, _LEAST_PEOPLE = 2, 120, 3


def fill(desk: Desk, chance: random.Random) -> None:
    """Some letters go to the head and wait there; documents in work are put on control by resolutions."""
    head = signatory(desk, Headship.BODY, desk.today())
    named = [
        row.id for row in people(desk) if row.position_ru and (head is None or row.id != head.employee_id)
    ]
    if head is None or len(named) < _LEAST_PEOPLE:
        return
    in_work = _in_work(desk)
    for days in _SUBMITTED:
        _submit(desk, days, in_work)
    resolved = list(zip(_DUE, in_work, strict=False))
    for days, details in resolved:
        _resolve(desk, details, head.employee_id, (days, *chance.sample(named, 3)), chance)
    if len(resolved) == len(_DUE):
        _extend(desk, resolved[3][1], head.employee_id)
        for _days, details in resolved[-_OFF:]:
            outcome = _OUTCOME[details.journal.language]
            execution_control.take_off(desk, TakeOff(item_id=details.id, on=desk.today(), outcome=outcome))


def _in_work(desk: Desk) -> list[ItemDetails]:
    """The latest incoming documents that are not executed yet and not on control."""
    found = journal(desk, JournalKind.INCOMING, desk.today().year)
    if found is None:
        return []
    latest = [item(desk, key) for key in ids(desk, View(found.id))[:_LATEST]]
    return [
        details
        for details in latest
        if details is not None
        and details.state is ItemState.REGISTERED
        and not details.entry.control
        and not details.held
    ]


def _submit(desk: Desk, days: int, in_work: list[ItemDetails]) -> None:
    """The latest letter at hand that had come so many days ago went to the head on that day."""
    on = desk.today() - dt.timedelta(days=days)
    for letter in in_work:
        copies = copies_of(desk, letter.id)
        if letter.entry.date and letter.entry.date <= on and all(copy.where in AT_HAND for copy in copies):
            in_work.remove(letter)
            submitted = Submit(item_id=letter.id, copy_ids=tuple(copy.id for copy in copies), on=on)
            execution_control.submit(desk, submitted)
            return


def _resolve(
    desk: Desk,
    details: ItemDetails,
    author: int,
    whom: tuple[int, ...],
    chance: random.Random,
) -> None:
    """A resolution of the day of registration or some days later; `whom`: days until the deadline, three people."""
    days, executor, helper, reader = whom
    due_on = desk.today() + dt.timedelta(days=days)
    dated = min(details.entry.date or desk.today(), due_on)
    command = RecordResolution(
        item_id=details.id,
        author_id=author,
        dated=dated,
        words=chance.choice(_WORDS[details.journal.language]),
        persons=((executor, Part.EXECUTOR), (helper, Part.CO_EXECUTOR), (reader, Part.ADMITTED)),
        due_on=due_on,
        form_id=str(uuid.UUID(int=chance.getrandbits(128))),
        reason="внесено по листу резолюции",
    )
    execution_control.record_resolution(desk, command)


def _extend(desk: Desk, details: ItemDetails, head: int) -> None:
    execution_control.extend(
        desk,
        Extend(
            item_id=details.id,
            due_after=desk.today() + dt.timedelta(days=7),
            why=_WHY[details.journal.language],
            allowed_by_id=head,
            allowed_on=desk.today(),
        ),
    )
