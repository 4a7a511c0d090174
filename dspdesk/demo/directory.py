"""The directory of the sample: units, people with their positions, rooms and safes."""

import datetime as dt

from dspdesk.desk import Desk
from dspdesk.law.kinds import Headship, PlaceKind
from dspdesk.law.storage import Purpose
from dspdesk.procedures.appointments import Appoint, appoint
from dspdesk.procedures.office import EnterPlace, enter_place
from dspdesk.procedures.people import EnterEmployee, enter_employee
from dspdesk.procedures.units import EnterUnit, enter_unit

#: Index in numbers, name in Kazakh and in Russian; the internal journal is kept in Kazakh and names them so.
_UNITS = (
    ("01", "Құжаттамалық қызмет", "Документационная служба"),
    ("02", "Талдау бөлімі", "Отдел анализа"),
    ("03", "Заң басқармасы", "Юридическое управление"),
    ("04", "Қаржы бөлімі", "Финансовый отдел"),
    ("05", "Ақпаратты қорғау бөлімі", "Отдел защиты информации"),
    ("06", "Кадр қызметі", "Кадровая служба"),
    ("07", "Ішкі аудит қызметі", "Служба внутреннего аудита"),
)
#: Name, index in numbers, place of the unit in the list above, position in Kazakh and in Russian, of what it is head.
_PEOPLE = (
    ("Абдрахманов Е.С.", "1", None, "комитет төрағасы", "председатель комитета", Headship.BODY),
    ("Ахметов Б.К.", "2", 0, "құжаттамалық қызмет басшысы", "руководитель документационной службы", Headship.SERVICE),
    ("Сейтқали Г.М.", "3", 1, "бөлім басшысы", "руководитель отдела", Headship.UNIT),
    ("Ким А.В.", "4", 1, "бас сарапшы", "главный эксперт", None),
    ("Иванова Т.П.", "5", 2, "жетекші заңгер", "ведущий юрист", None),
    ("Өтегенова Ү.Т.", "6", 3, "бөлім басшысы", "руководитель отдела", Headship.UNIT),
    ("Петренко О.И.", "7", 4, "бас маман", "главный специалист", None),
    ("Омарова Д.С.", "9", 0, "мұрағатшы", "архивист", None),
    ("Жұмабаев Е.С.", "8", 6, "бас аудитор", "главный аудитор", None),
)  # fmt: skip
_AWAY, _ACTS = "Сейтқали Г.М.", "Ким А.В."  # on leave, and who acts for them
_LEAVE = dt.timedelta(days=14)


def fill(desk: Desk) -> None:
    """Enter the directory by the procedures a person uses."""
    since = dt.date(desk.today().year - 1, 1, 5)
    units = [
        enter_unit(desk, EnterUnit(number_index=index, name_kk=kk, name_ru=ru)) for index, kk, ru in _UNITS
    ]
    people = {}
    for name, index, unit, kk, ru, heads in _PEOPLE:
        people[name] = person = enter_employee(
            desk, EnterEmployee(name_kk=name, name_ru=name, number_index=index)
        )
        held = Appoint(
            employee_id=person,
            position_kk=kk,
            position_ru=ru,
            valid_from=since,
            unit_id=None if unit is None else units[unit],
            heads=heads,
        )
        appoint(desk, held)
    _away(desk, people, units[1])
    _places(desk)


def _away(desk: Desk, people: dict[str, int], unit: int) -> None:
    """The head of a unit is on leave, and somebody of the unit acts for them."""
    acts = Appoint(
        employee_id=people[_ACTS],
        position_kk="бөлім басшысы",
        position_ru="руководитель отдела",
        valid_from=desk.today() - dt.timedelta(days=3),
        valid_to=desk.today() + _LEAVE,
        unit_id=unit,
        acting=True,
        acting_for_id=people[_AWAY],
        reason="отпуск",
    )
    appoint(desk, acts)


def _places(desk: Desk) -> None:
    for room, purpose, safes in (
        ("Кабинет 214", Purpose.UNITS, ("Сейф № 1", "Сейф № 2")),
        ("Библиотека", Purpose.LIBRARY, ("Шкаф № 1",)),
    ):
        room_id = enter_place(desk, EnterPlace(kind=PlaceKind.ROOM, name=room, purpose=purpose))
        for safe in safes:
            safe_id = enter_place(
                desk,
                EnterPlace(kind=PlaceKind.SAFE, name=safe, within_id=room_id, lockable=True, sealable=True),
            )
            for shelf in (1, 2, 3):
                enter_place(desk, EnterPlace(kind=PlaceKind.SHELF, name=f"Полка {shelf}", within_id=safe_id))
