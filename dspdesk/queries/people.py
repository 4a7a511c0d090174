"""The people of the body: who they are, what they hold, who signs for what on a day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from dspdesk.desk import Desk
from dspdesk.language import declension
from dspdesk.language.catalogue import Language
from dspdesk.language.declension import Forms
from dspdesk.language.sorting import sort_key
from dspdesk.law import appointments as law
from dspdesk.law.appointments import Held
from dspdesk.law.kinds import Headship
from dspdesk.law.roles import Action
from dspdesk.queries.names import name_on, of_day
from dspdesk.queries.office import FormerNameLine, former_names
from dspdesk.store import positions


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as of a day; the position says itself that it is acted for. `left_on` is the last day in service."""

    id: int
    name_kk: str
    name_ru: str
    number_index: str
    left_on: dt.date | None
    position_kk: str
    position_ru: str
    unit_kk: str
    unit_ru: str
    acting: bool
    login: str
    since: dt.date | None

    def name(self, language: str) -> str:
        """The name in a language."""
        return self.name_kk if language == "kk" else self.name_ru

    def position(self, language: str) -> str:
        """The position in a language, '' when there is none."""
        return self.position_kk if language == "kk" else self.position_ru

    def unit(self, language: str) -> str:
        """The unit in a language, '' when there is none."""
        return self.unit_kk if language == "kk" else self.unit_ru

    def in_service(self, day: dt.date) -> bool:
        """Whether the person has not left before a day."""
        return self.left_on is None or self.left_on >= day


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    """One appointment; `signs_*` are the words of the signature block, `for_*` is who is acted for."""

    id: int
    employee_id: int
    position_kk: str
    position_ru: str
    signs_kk: str
    signs_ru: str
    valid_from: dt.date
    valid_to: dt.date | None
    unit_id: int | None
    unit_kk: str
    unit_ru: str
    heads: Headship | None
    acting: bool
    acting_for_id: int | None
    for_kk: str
    for_ru: str
    of_position_kk: str
    of_position_ru: str

    def on(self, day: dt.date) -> bool:
        """Whether it is in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def signs(self, language: str) -> str:
        """The words under which the person signs."""
        return self.signs_kk if language == "kk" else self.signs_ru

    def unit(self, language: str) -> str:
        """The unit in a language, '' when there is none."""
        return self.unit_kk if language == "kk" else self.unit_ru

    def acted_for(self, language: str) -> str:
        """Who is acted for, '' when nobody is."""
        return self.for_kk if language == "kk" else self.for_ru


@dataclass(frozen=True, slots=True)
class PersonCard:
    """All that is known of a person; `cases_*` are the forms of the name, corrected where a person did so."""

    id: int
    name_kk: str
    name_ru: str
    number_index: str
    left_on: dt.date | None
    login: str
    cases_kk: Forms
    cases_ru: Forms
    appointments: tuple[AppointmentLine, ...]
    former_names: tuple[FormerNameLine, ...]

    def name(self, language: str) -> str:
        """The name in a language."""
        return self.name_kk if language == "kk" else self.name_ru

    def holds(self, day: dt.date) -> AppointmentLine | None:
        """The position held on a day, not as one acting; `None` when there is none."""
        return next((line for line in self.appointments if not line.acting and line.on(day)), None)


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, as the signature block has it: «И.о. руководителя», «Басшының міндетін атқарушы»."""

    employee_id: int
    name_kk: str
    name_ru: str
    position_kk: str
    position_ru: str

    def name(self, language: str) -> str:
        """The name in a language."""
        return self.name_kk if language == "kk" else self.name_ru

    def position(self, language: str) -> str:
        """The position in a language."""
        return self.position_kk if language == "kk" else self.position_ru


#: The one open account of a person, if any.
_LOGIN = (
    "coalesce((SELECT min(login) FROM account WHERE account.employee_id = employee.id "
    "AND account.closed_on IS NULL), '')"
)
_PEOPLE = text(
    f"""
    SELECT employee.id, {of_day("employee", "kk")}, {of_day("employee", "ru")}, employee.number_index,
           employee.left_on, held.position_kk, held.position_ru, held.of_position_kk, held.of_position_ru,
           held.acting, CASE WHEN unit.id IS NULL THEN '' ELSE {of_day("unit", "kk")} END,
           CASE WHEN unit.id IS NULL THEN '' ELSE {of_day("unit", "ru")} END, {_LOGIN}, held.valid_from
    FROM employee
    LEFT JOIN appointment AS held ON held.id = (
        SELECT one.id FROM appointment AS one WHERE one.employee_id = employee.id
        AND one.valid_from <= :day AND (one.valid_to IS NULL OR one.valid_to >= :day)
        ORDER BY one.acting DESC, one.valid_from DESC, one.id DESC LIMIT 1)
    LEFT JOIN unit ON unit.id = held.unit_id
    """
)
_APPOINTMENTS = """
    SELECT held.id, held.employee_id, held.position_kk, held.position_ru, held.of_position_kk,
           held.of_position_ru, held.acting, held.valid_from, held.valid_to, held.unit_id,
           coalesce(unit.name_kk, ''), coalesce(unit.name_ru, ''), held.heads, held.acting_for_id,
           coalesce(other.name_kk, ''), coalesce(other.name_ru, '')
    FROM appointment AS held
    LEFT JOIN unit ON unit.id = held.unit_id
    LEFT JOIN employee AS other ON other.id = held.acting_for_id
"""
_SIGNATORY = """
    SELECT employee_id, position_kk, position_ru, of_position_kk, of_position_ru, acting FROM appointment
    WHERE heads = :heads AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
          AND (:unit IS NULL OR unit_id = :unit)
    ORDER BY acting DESC, valid_from DESC, id DESC LIMIT 1
"""


def people(desk: Desk, day: dt.date | None = None) -> list[PersonRow]:
    """Everybody there is or was, as of a day (today), in the order of their names."""
    desk.authorize(Action.READ_OFFICE)
    with desk.reading() as connection:
        rows = connection.execute(_PEOPLE, {"day": (day or desk.today()).isoformat()}).fetchall()
    return sorted(map(_person, rows), key=lambda row: sort_key(row.name_ru))


def person_card(desk: Desk, employee_id: int) -> PersonCard:
    """All that is known of a person."""
    desk.authorize(Action.READ_OFFICE)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(
            f"SELECT name_kk, name_ru, number_index, left_on, {_LOGIN}, cases_kk, cases_ru "
            "FROM employee WHERE id = ?",
            (employee_id,),
        ).one()
        lines = connection.exec_driver_sql(
            f"{_APPOINTMENTS} WHERE held.employee_id = ? ORDER BY held.valid_from DESC, held.id DESC",
            (employee_id,),
        ).fetchall()
    kk, ru, number_index, left_on, login, cases_kk, cases_ru = row
    return PersonCard(
        id=employee_id, name_kk=kk, name_ru=ru, number_index=number_index, left_on=_day(left_on), login=login,
        cases_kk=declension.corrected(declension.of_name(kk, Language.KK), cases_kk),
        cases_ru=declension.corrected(declension.of_name(ru, Language.RU), cases_ru),
        appointments=tuple(map(_line, lines)), former_names=tuple(former_names(desk, f"employee:{employee_id}")),
    )  # fmt: skip


def signatory(desk: Desk, head: Headship, day: dt.date, unit_id: int | None = None) -> Signatory | None:
    """Who signs as a head on a day: who acts, else who holds the position; `None` when there is nobody."""
    desk.authorize(Action.READ_OFFICE)
    with desk.reading() as connection:
        return signatory_within(connection, head, day, unit_id)


def signatory_within(
    connection: Connection, head: Headship, day: dt.date, unit_id: int | None = None
) -> Signatory | None:
    """The same within a transaction."""
    asked = {"heads": head.value, "day": day.isoformat(), "unit": unit_id}
    row = connection.execute(text(_SIGNATORY), asked).fetchone()
    if row is None:
        return None
    return Signatory(row[0], *name_on(connection, f"employee:{row[0]}", day), *positions.words(row[1:]))


def heads_on(connection: Connection, head: Headship, day: dt.date) -> frozenset[int]:
    """Whoever heads the body or the service on a day, the acting head included."""
    rows = connection.exec_driver_sql(
        "SELECT employee_id FROM appointment WHERE heads = ? AND valid_from <= ? "
        "AND (valid_to IS NULL OR valid_to >= ?)",
        (head.value, day.isoformat(), day.isoformat()),
    )
    return frozenset(row[0] for row in rows)


def position_of(desk: Desk, employee_id: int, day: dt.date) -> Signatory:
    """A person as they sign on a day: name and position of that day, the position '' when there is none."""
    desk.authorize(Action.READ_OFFICE)
    with desk.reading() as connection:
        return position_within(connection, employee_id, day)


def at_desk(desk: Desk) -> Signatory:
    """The person signed in as they sign today: an appointment made since they signed in counts, too."""
    with desk.reading() as connection:
        employee_id = connection.exec_driver_sql(
            "SELECT employee_id FROM account WHERE id = ?", (desk.person.account_id,)
        ).scalar_one()
        return position_within(connection, employee_id, desk.today())


def position_within(connection: Connection, employee_id: int, day: dt.date) -> Signatory:
    """The same within a transaction."""
    row = connection.exec_driver_sql(positions.OF_A_DAY, positions.asked(employee_id, day)).fetchone()
    name = name_on(connection, f"employee:{employee_id}", day)
    return Signatory(employee_id, *name, *positions.words(row))


def positions_met(desk: Desk) -> list[tuple[str, str]]:
    """The positions there are or were, Kazakh and Russian, those held most often first."""
    desk.authorize(Action.READ_OFFICE)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT position_kk, position_ru FROM appointment GROUP BY 1, 2 ORDER BY count(*) DESC, max(id) DESC"
        ).fetchall()
    return [(kk, ru) for kk, ru in rows]


def in_the_way(desk: Desk, wanted: Held, language: str) -> list[Held]:
    """The appointments that would have to end on the day before one that is wanted, for a form being filled in."""
    desk.authorize(Action.KEEP_PEOPLE)
    with desk.reading() as connection:
        return law.in_the_way(wanted, held(connection, language))


def held(connection: Connection, language: str) -> list[Held]:
    """All appointments as the rules of `law.appointments` see them, their words in a language."""
    rows = connection.exec_driver_sql(
        f"SELECT held.id, held.employee_id, valid_from, valid_to, heads, unit_id, acting, acting_for_id, "
        f"employee.name_{language}, position_{language} "
        "FROM appointment AS held JOIN employee ON employee.id = held.employee_id"
    ).fetchall()
    return [
        Held(
            id=row[0], person=row[1], first=dt.date.fromisoformat(row[2]), last=_day(row[3]),
            heads=_head(row[4]), unit=row[5], acting=bool(row[6]), acting_for=row[7], name=row[8], position=row[9],
        )
        for row in rows
    ]  # fmt: skip


def _person(row: Sequence[Any]) -> PersonRow:
    position_kk, position_ru = positions.words(row[5:10] if row[5] is not None else None)
    return PersonRow(
        id=row[0], name_kk=row[1], name_ru=row[2], number_index=row[3], left_on=_day(row[4]),
        position_kk=position_kk, position_ru=position_ru, unit_kk=row[10], unit_ru=row[11], acting=bool(row[9]),
        login=row[12], since=_day(row[13]),
    )  # fmt: skip


def _line(row: Sequence[Any]) -> AppointmentLine:
    signs_kk, signs_ru = positions.words(row[2:7])
    return AppointmentLine(
        id=row[0], employee_id=row[1], position_kk=row[2], position_ru=row[3], signs_kk=signs_kk, signs_ru=signs_ru,
        valid_from=dt.date.fromisoformat(row[7]), valid_to=_day(row[8]), unit_id=row[9], unit_kk=row[10],
        unit_ru=row[11], heads=_head(row[12]), acting=bool(row[6]), acting_for_id=row[13], for_kk=row[14],
        for_ru=row[15], of_position_kk=row[4], of_position_ru=row[5],
    )  # fmt: skip


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _head(value: str) -> Headship | None:
    return Headship(value) if value else None
