"""The structural units of the body."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import text

from dspdesk.desk import Desk
from dspdesk.language.sorting import sort_key
from dspdesk.law.kinds import Headship
from dspdesk.law.roles import Action
from dspdesk.queries.names import of_day
from dspdesk.queries.people import Signatory, signatory_within


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as of a day: `people` holds a position in it then, `head` is who leads it, acting or not."""

    id: int
    number_index: str
    name_kk: str
    name_ru: str
    closed_on: dt.date | None
    people: int
    head: Signatory | None

    def name(self, language: str) -> str:
        """The name in a language."""
        return self.name_kk if language == "kk" else self.name_ru


_UNITS = text(
    f"""
    SELECT unit.id, unit.number_index, {of_day("unit", "kk")}, {of_day("unit", "ru")}, unit.closed_on,
           (SELECT count(DISTINCT employee_id) FROM appointment AS held WHERE held.unit_id = unit.id
            AND NOT held.acting AND held.valid_from <= :day AND (held.valid_to IS NULL OR held.valid_to >= :day))
    FROM unit
    """
)


def units(desk: Desk, day: dt.date | None = None) -> list[UnitRow]:
    """All units as of a day (today), those closed among them, in the order of their names."""
    desk.authorize(Action.READ_OFFICE)
    when = day or desk.today()
    with desk.reading() as connection:
        rows = connection.execute(_UNITS, {"day": when.isoformat()}).fetchall()
        found = [
            UnitRow(
                id=row[0],
                number_index=row[1],
                name_kk=row[2],
                name_ru=row[3],
                closed_on=dt.date.fromisoformat(row[4]) if row[4] else None,
                people=row[5],
                head=signatory_within(connection, Headship.UNIT, when, row[0]),
            )
            for row in rows
        ]
    return sorted(found, key=lambda unit: sort_key(unit.name_ru))
