"""Cards taken out of abstract publications: what the rules and the attestation need to know."""

import datetime as dt

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law.abstract_extraction import AbstractExtractionContent, Attesting, Publication
from dspdesk.law.kinds import JournalKind, NumberState
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.names import name_in
from dspdesk.queries.people import position_within
from dspdesk.queries.service_workers import workers_within

_ITEM = """
    SELECT number.sequence, number.letter, number.written, journal.language, journal.kind, number.state,
           item.registered_on FROM item JOIN number ON number.id = item.id
    JOIN journal ON journal.id = number.journal_id WHERE item.id = ?
"""
_EXTRACTION = """
    SELECT item_id, made_on, cards, count, finding, first_worker_id, second_worker_id,
           (SELECT trim(item.kind || ' ' || item.summary) FROM item WHERE item.id = item_id)
    FROM abstract_extraction WHERE id = ?
"""


def publication(connection: Connection, item_id: int, day: dt.date) -> Publication:
    """What the registers say of a publication and of the documentation service on a day."""
    row = connection.exec_driver_sql(_ITEM, (item_id,)).one()
    language = current_language()
    people = connection.exec_driver_sql("SELECT id, name_kk, name_ru FROM employee").fetchall()
    return Publication(
        number=RegistrationNumber(row[0], row[1], row[2]).with_mark(row[3]),
        journal=JournalKind(row[4]),
        state=NumberState(row[5]),
        registered_on=dt.date.fromisoformat(row[6]) if row[6] else None,
        workers=frozenset(worker.id for worker in workers_within(connection, day)),
        names=tuple((key, kk if language == "kk" else ru) for key, kk, ru in people),
    )


def attestation(desk: Desk, extraction_id: int, language: str) -> AbstractExtractionContent:
    """The attestation for the cover, with the names and positions of its day."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(_EXTRACTION, (extraction_id,)).one()
        number = connection.exec_driver_sql(_ITEM, (row[0],)).one()
        day = dt.date.fromisoformat(row[1])
        workers = [position_within(connection, key, day) for key in row[5:7]]
        body = name_in(connection, "organisation:1", day, language)
    return AbstractExtractionContent(
        organisation=body,
        number=RegistrationNumber(*number[:3]).with_mark(number[3]),
        title=row[7],
        made_on=day,
        cards=row[2],
        count=row[3],
        finding=row[4],
        workers=[Attesting(one.position(language), one.name(language)) for one in workers],
    )
