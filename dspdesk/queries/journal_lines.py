"""A whole journal in the order of its numbers, as appendix 2, the cards and the command line state it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.kinds import NumberState
from dspdesk.law.registration import item_state
from dspdesk.law.registration_journal import JournalItem, Moved, PassedOver
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.queries import carry_over, journal_movements
from dspdesk.queries.carry_over import LinkedEntry, Links
from dspdesk.queries.item import day, entered_later
from dspdesk.queries.journal_movements import Said
from dspdesk.queries.journals import JournalInfo, info

_FEW = 500  # entries that are asked for by their keys; of a whole journal all are asked for

_ITEMS = """
    SELECT number.id, number.sequence, number.letter, number.written, number.state, item.registered_on,
           item.correspondent, item.their_number, item.their_date, item.kind, item.summary, item.sheets,
           item.enclosure_sheets, item.resolution, item.executor, item.due_on, item.control, item.signed_on,
           item.notes, item.entered_at, item.form_id, journal.language
    FROM number JOIN item ON item.id = number.id JOIN journal ON journal.id = number.journal_id
    WHERE {which} ORDER BY number.sequence, number.letter
"""


def items(desk: Desk, journal_id: int) -> list[tuple[int, JournalItem]]:
    """All entries of a journal with their ids, the lowest number first."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return _items(desk, connection, "number.journal_id = ?", (journal_id,))


def items_of(desk: Desk, wanted: Sequence[int]) -> list[tuple[JournalInfo, JournalItem]]:
    """These entries with their journals, the lowest number first."""
    desk.authorize(Action.READ_JOURNALS)
    marks = ", ".join("?" * len(wanted))
    with desk.reading() as connection:
        found = _items(desk, connection, f"number.id IN ({marks})", tuple(wanted))
        journals = connection.exec_driver_sql(
            f"SELECT number.id, journal.id, kind, year, language, closed_on, pattern, section_of_id FROM number "
            f"JOIN journal ON journal.id = number.journal_id WHERE number.id IN ({marks})",
            tuple(wanted),
        )
        journal_of = {row[0]: info(row[1:]) for row in journals}
    return [(journal_of[key], item) for key, item in found]


def passed_over(desk: Desk, journal_id: int) -> list[PassedOver]:
    """The numbers of a journal that were skipped with a reason, those next to each other as one."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT sequence, annulled_reason FROM number "
            "WHERE journal_id = ? AND state <> 'issued' AND state = 'skipped' ORDER BY sequence",
            (journal_id,),
        ).fetchall()
    runs: list[PassedOver] = []
    for sequence, reason in rows:
        if runs and (runs[-1].last, runs[-1].reason) == (sequence - 1, reason):
            runs[-1] = PassedOver(runs[-1].first, sequence, reason)
        else:
            runs.append(PassedOver(sequence, sequence, reason))
    return runs


def _items(
    desk: Desk, connection: Connection, which: str, values: tuple[Any, ...]
) -> list[tuple[int, JournalItem]]:
    said = journal_movements.said(connection, which, values)
    rows: Any = connection.exec_driver_sql(
        _ITEMS.format(which=which), values
    ).cursor  # iterable in this library
    found = {row[0]: _item(desk, row, said.get(row[0], Said())) for row in rows}
    for key, notes in _notes(desk, connection, which, values, said, found).items():
        found[key] = replace(found[key], **notes)
    return list(found.items())


def _notes(
    desk: Desk,
    connection: Connection,
    which: str,
    values: tuple[Any, ...],
    said: dict[int, Said],
    found: dict[int, JournalItem],
) -> dict[int, dict[str, Any]]:
    """What few entries have: links to other entries, notes of copies, acts and corrections."""
    notes: dict[int, dict[str, Any]] = {}
    for key, links in carry_over.links(connection, which, values).items():
        notes[key] = _linked(links)
    for name, told in (
        ("corrections", journal_movements.corrections(connection, desk, which, values, said)),
        ("further_copies", journal_movements.further_copies(connection, found)),
        ("acts", journal_movements.acts(connection, found if len(found) <= _FEW else None)),
        ("cases", journal_movements.cases(connection, found)),
    ):
        for key, words in told.items():
            if key in found:
                notes.setdefault(key, {})[name] = tuple(words)
    return notes


def _linked(links: Links) -> dict[str, Any]:
    return {
        "carried_to": links.carried_to.as_written() if links.carried_to else None,
        "carried_from": links.carried_from.as_written() if links.carried_from else None,
        "moved_to": _moved(links.moved_to),
        "moved_from": _moved(links.moved_from),
    }


def _moved(other: LinkedEntry | None) -> Moved | None:
    return Moved(other.journal.kind, other.as_written()) if other else None


def _item(desk: Desk, row: Sequence[Any], said: Said) -> JournalItem:
    language = row[21]
    return JournalItem(
        number=RegistrationNumber(*row[1:4]),
        state=item_state(NumberState(row[4]), list(said.last.values())),
        date=day(row[5]),
        correspondent=row[6],
        their_number=row[7],
        their_date=day(row[8]),
        kind=row[9],
        summary=row[10],
        sheets=SheetCount(row[11], row[12]),
        copies=tuple(said.last),
        resolution=row[13],
        executor=row[14],
        due_on=day(row[15]),
        control=row[16],
        signed_on=day(row[17]),
        notes=row[18],
        entered_on=entered_later(desk, row[19], day(row[5]), row[20]),
        receipts=said.words(10, language),
        returns=said.words(11, language),
        filings=said.words(12, language),
        destructions=said.words(13, language),
    )
