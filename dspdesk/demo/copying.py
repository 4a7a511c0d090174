"""Permissions of the sample, what was made by them, cards taken out of a publication."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from dspdesk.desk import Desk
from dspdesk.law.abstract_extraction import TakenOut
from dspdesk.law.copying import FOR_OWN, Permission, PermitKind
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Headship, JournalKind
from dspdesk.procedures import abstract_extraction, copying
from dspdesk.queries.people import people, signatory
from dspdesk.queries.service_workers import service_workers

_ORGANISATIONS = ("Акимат г. Астаны", "Генеральная прокуратура РК", "Высшая аудиторская палата")
_PURPOSES = ("для работы комиссии", "для подготовки ответа", "")
#: Entries of this year of one kind: first those that have a copy with the service, the latest first.
_LATEST = """
    SELECT item.id, min(copy.id), item.registered_on FROM journal
    JOIN number ON number.journal_id = journal.id JOIN item ON item.id = number.id
    JOIN copy ON copy.item_id = item.id
    WHERE journal.kind = ? AND journal.year = ? AND number.state = 'issued' AND copy.struck_on IS NULL
      AND item.registered_on IS NOT NULL AND item.carrier = 'paper'
    GROUP BY item.id ORDER BY max(copy.whereabouts_id IS NULL) DESC, item.registered_on DESC, item.id DESC LIMIT ?
"""
_PERMITS, _PUBLICATIONS = 8, 2


def fill(desk: Desk, chance: random.Random) -> None:
    """Record permissions about the latest documents, make copies by some of them, take cards out of publications.

    Nothing comes about where the sample is too small to have whom and what it takes.
    """
    if signatory(desk, Headship.SERVICE, desk.today()) is None:
        return
    for at, (item_id, copy_id, day) in enumerate(_latest(desk, JournalKind.INCOMING, _PERMITS)):
        _reproduced(desk, chance, at, (item_id, copy_id, max(day, desk.today() - dt.timedelta(days=9))))
    for item_id, _copy, day in _latest(desk, JournalKind.PUBLICATIONS, _PUBLICATIONS):
        _cards(desk, chance, item_id, day)


def _latest(desk: Desk, kind: JournalKind, most: int) -> Iterator[tuple[int, int, dt.date]]:
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(_LATEST, (kind.value, desk.today().year, most)).fetchall()
    for item_id, copy_id, day in rows:
        yield item_id, copy_id, dt.date.fromisoformat(day)


def _reproduced(desk: Desk, chance: random.Random, at: int, what: tuple[int, int, dt.date]) -> None:
    """A permission about a document; by every second one copies were made the same day."""
    item_id, copy_id, day = what
    permission = _permission(desk, chance, at, day)
    if permission is None:
        return
    form = f"demo:permit:{item_id}"
    command = copying.GrantPermit(item_id=item_id, permission=permission, form_id=form)
    permit_id = _unless_refused(lambda: copying.grant(desk, command))
    if permit_id and permission.kind is not PermitKind.OWN_EXTRACT and at % 2 == 0:
        made = copying.MakeCopies(
            item_id=item_id, permit_id=permit_id, copy_id=copy_id, count=chance.randint(1, permission.copies or 1),
            made_on=day, made_by_id=permission.granted_by_id or _worker(desk, chance, day), form_id=f"{form}:copies",
            give=permission.kind is PermitKind.OUTSIDE_COPY,
        )  # fmt: skip
        _unless_refused(lambda: copying.make_copies(desk, made))


def _permission(desk: Desk, chance: random.Random, at: int, day: dt.date) -> Permission | None:
    head = signatory(desk, Headship.SERVICE, day)
    if head is None:
        return None
    kind = (PermitKind.OWN_COPY, PermitKind.OWN_EXTRACT, PermitKind.OUTSIDE_COPY)[at % 3]
    until = day + dt.timedelta(days=chance.choice((5, 30, 90)))
    base = Permission(
        kind=kind, number=str(at + 1), granted_on=day, copies=1 if kind is PermitKind.OWN_EXTRACT else 2 + at,
        valid_to=until if at % 2 else None, purpose=chance.choice(_PURPOSES),
    )  # fmt: skip
    if kind in FOR_OWN:
        return replace(base, granted_by_id=head.employee_id, for_employee_id=_worker(desk, chance, day))
    return replace(
        base, granted_by="Ибраев Т.С., руководитель аппарата", for_organisation=chance.choice(_ORGANISATIONS),
        request=f"7-1/{chance.randint(10, 99)}", request_on=day - dt.timedelta(days=4),
        consent=f"05-12/{chance.randint(100, 999)}", consent_on=day,
    )  # fmt: skip


def _worker(desk: Desk, chance: random.Random, day: dt.date) -> int:
    return chance.choice([row.id for row in people(desk, day) if row.in_service(day)])


def _cards(desk: Desk, chance: random.Random, item_id: int, day: dt.date) -> None:
    workers = [worker.id for worker in service_workers(desk, day)]
    if len(workers) < 2:  # two sign (paragraph 20)
        return
    first, second = chance.sample(workers, 2)
    start, count = chance.randint(5, 40), chance.randint(2, 5)
    taken = TakenOut(
        made_on=day, cards=f"№ {start}–{start + count - 1}", count=count,
        finding="служебной информации ограниченного распространения не содержат", first_worker_id=first,
        second_worker_id=second,
    )  # fmt: skip
    command = abstract_extraction.TakeOut(item_id=item_id, taken=taken, form_id=f"demo:cards:{item_id}")
    _unless_refused(lambda: abstract_extraction.take_out(desk, command))


def _unless_refused(step: Callable[[], int | copying.Made]) -> int:
    """What a step has entered; 0 where the law objects to it for a document drawn by lot."""
    try:
        done = step()
    except Refused:
        return 0
    return done if isinstance(done, int) else done.id
