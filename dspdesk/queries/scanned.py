"""What a label stands on: where its row is shown, and what to call it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _, current_language
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.filed import volume_words


@dataclass(frozen=True, slots=True)
class Scanned:
    """A thing that was found by its label: the key of its place ("item" for an entry), its row there, its name."""

    place: str
    row: int
    words: str


def found(desk: Desk, code: Code) -> Scanned | None:
    """What a code stands for, `None` when nothing in this store has it."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(_ASKED[code.kind], (code.id,)).fetchone()
        return None if row is None else _SAID[code.kind](connection, code.id, row)


_NUMBER = """
    SELECT number.id, number.sequence, number.letter, number.written, journal.language {more}
    FROM number JOIN item ON item.id = number.id JOIN journal ON journal.id = number.journal_id {where}
"""
_ASKED: Mapping[Kind, str] = {
    Kind.ITEM: _NUMBER.format(more="", where="WHERE item.id = ?"),
    Kind.COPY: _NUMBER.format(
        more=", copy.number, copy.struck_on", where="JOIN copy ON copy.item_id = item.id WHERE copy.id = ?"
    ),
    Kind.PACKAGE: "SELECT sender, cover_numbers FROM package WHERE id = ?",
    Kind.SHEET: (
        "SELECT sheet.number, employee.name_kk, employee.name_ru FROM handover_sheet AS sheet "
        "JOIN employee ON employee.id = sheet.employee_id WHERE sheet.id = ?"
    ),
    Kind.ACT: "SELECT number, year FROM act WHERE id = ?",
    Kind.PLACE: "SELECT name FROM place WHERE id = ?",
    Kind.VOLUME: (
        "SELECT plan_entry.case_index, volume.number FROM volume "
        "JOIN case_file ON case_file.id = volume.case_file_id "
        "JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id WHERE volume.id = ?"
    ),
}


def _item(_connection: Connection, _key: int, row: Sequence[Any]) -> Scanned:
    return Scanned("item", row[0], _numbered(row))


def _copy(_connection: Connection, _key: int, row: Sequence[Any]) -> Scanned:
    words = _("{number}, copy {copy}, struck out") if row[6] else _("{number}, copy {copy}")
    return Scanned("item", row[0], words.format(number=_numbered(row), copy=row[5]))


def _package(_connection: Connection, key: int, row: Sequence[Any]) -> Scanned:
    return Scanned("mail", key, " — ".join(part for part in row if part))


def _sheet(_connection: Connection, key: int, row: Sequence[Any]) -> Scanned:
    name = row[1] if current_language() == "kk" else row[2]
    return Scanned(
        "handover", key, _("hand-over sheet № {number}, {person}").format(number=row[0], person=name)
    )


def _act(_connection: Connection, key: int, row: Sequence[Any]) -> Scanned:
    return Scanned("acts", key, _("act № {number} of {year}").format(number=row[0], year=row[1]))


def _place(connection: Connection, key: int, _row: Sequence[Any]) -> Scanned:
    """A place with all it stands in."""
    names, at = [], key
    while at:
        name, at = connection.exec_driver_sql("SELECT name, within_id FROM place WHERE id = ?", (at,)).one()
        names.append(name)
    return Scanned("storage", key, " › ".join(reversed(names)))


def _volume(_connection: Connection, key: int, row: Sequence[Any]) -> Scanned:
    return Scanned("cases", key, _("case {volume}").format(volume=volume_words(row[0], row[1])))


def _numbered(row: Sequence[Any]) -> str:
    return f"№\N{NO-BREAK SPACE}{RegistrationNumber(*row[1:4]).with_mark(row[4])}"


_SAID: Mapping[Kind, Callable[[Connection, int, Sequence[Any]], Scanned]] = {
    Kind.ITEM: _item,
    Kind.COPY: _copy,
    Kind.PACKAGE: _package,
    Kind.SHEET: _sheet,
    Kind.ACT: _act,
    Kind.PLACE: _place,
    Kind.VOLUME: _volume,
}
