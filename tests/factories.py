"""Things to test with, each with valid defaults: a new mandatory field changes one line here."""

import datetime as dt
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

from dspdesk import desk as desks
from dspdesk.desk import Created, Desk, NewStore
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.law.registration import Entry
from dspdesk.law.values import SheetCount
from dspdesk.procedures import registration
from dspdesk.procedures.accounts import OneTime
from dspdesk.procedures.registration import Register, Registered
from dspdesk.store.keys import Cost

PASSWORD = "тихая пристань за рекой 17"
LOGIN = "zhunisova"
CHEAP = Cost(
    memory_mib=8, passes=1, lanes=1
)  # 11 ms a try; the floor is asked where a person creates a store
NOW = dt.datetime(2026, 11, 18, 11, 42, tzinfo=dt.timezone(dt.timedelta(hours=5)))
TODAY = NOW.date()


def clock() -> dt.datetime:
    """A fixed Wednesday in November."""
    return NOW


def new_store(folder: Path, **changes: Any) -> NewStore:
    """What a person says when creating a store in `folder`."""
    defaults = NewStore(
        organisation="Комитет по проверке",
        locality="г. Астана",
        person="Жүнісова Ә.Қ.",
        login=LOGIN,
        password=PASSWORD,
        position="делопроизводитель",
        key_file=folder / "carrier.key",
        cost=CHEAP,
    )
    return replace(defaults, **changes)


def created(folder: Path, at: desks.Clock = clock, **changes: Any) -> Created:
    """A new store `folder/office.dspdesk` with its desk open."""
    return desks.create(folder / "office.dspdesk", new_store(folder, **changes), at)


def opened(folder: Path, at: desks.Clock = clock, **how: Any) -> Desk:
    """The desk of the store in `folder`."""
    return desks.open_desk(folder / "office.dspdesk", LOGIN, PASSWORD, folder / "carrier.key", at=at, **how)


def entry(**changes: Any) -> Entry:
    """A complete incoming document of today."""
    defaults = Entry(
        date=TODAY,
        correspondent="Министерство финансов РК",
        their_number="05-12/884дсп",
        their_date=dt.date(2026, 11, 17),
        kind="Письмо",
        summary="о результатах внутреннего аудита",
        sheets=SheetCount(4, 11),
        copies=(1, 2),
    )
    return replace(defaults, **changes)


def registration_of(**changes: Any) -> Register:
    """The registration of a complete incoming document; fields of `Entry` may be given by name."""
    own = {
        name: changes.pop(name)
        for name in ("journal", "year", "late_after", "reason", "form_id")
        if name in changes
    }
    defaults = Register(
        journal=JournalKind.INCOMING, year=TODAY.year, entry=entry(**changes), form_id=uuid.uuid4().hex
    )
    return replace(defaults, **own)


def registered(desk: Desk, **changes: Any) -> Registered:
    """An incoming document registered at the desk."""
    return registration.register(desk, registration_of(**changes))


def employee(desk: Desk, name: str = "Сейтқали Г.М.", **changes: Any) -> int:
    """A person of the body, named alike in both languages; the id."""
    from dspdesk.procedures import people

    names = {"name_kk": name, "name_ru": name}
    return people.enter_employee(desk, people.EnterEmployee(**(names | changes)))


def appointed(desk: Desk, employee_id: int, **changes: Any) -> int:
    """An appointment of a person from the beginning of the year; the id."""
    from dspdesk.procedures import appointments

    defaults = {
        "position_kk": "басшы",
        "position_ru": "руководитель",
        "valid_from": dt.date(TODAY.year, 1, 1),
    }
    return appointments.appoint(desk, appointments.Appoint(employee_id=employee_id, **(defaults | changes)))


def account(desk: Desk, login: str, *roles: Role, name: str = "Сейтқали Г.М.", **changes: Any) -> OneTime:
    """An account of a new employee, with the one-time password that it was given."""
    from dspdesk.procedures import accounts

    command = accounts.AddAccount(
        employee_id=employee(desk, name, reason="однофамилец"), login=login, roles=roles, **changes
    )
    return accounts.add_account(desk, command)


def signed_in(path: Path, login: str, password: str, at: desks.Clock = clock, **how: Any) -> Desk:
    """The desk of somebody, with the key file beside the store."""
    return desks.open_desk(path, login, password, path.parent / "carrier.key", at=at, **how)


def colleague(desk: Desk, login: str, *roles: Role, **changes: Any) -> str:
    """Somebody with an account and a password of their own, which is returned."""
    from dspdesk.procedures import accounts

    given, password = account(desk, login, *roles, **changes), f"{PASSWORD} {len(login)}"
    own = signed_in(desk.path, login, given.password)
    accounts.change_password(own, accounts.ChangePassword(old=given.password, new=password))
    own.close()
    return password


SENDERS = (
    "Министерство финансов РК", "Акимат г. Астаны", "Генеральная прокуратура РК", "ҚР Әділет министрлігі",
    "Комитет государственных доходов", "Высшая аудиторская палата",
)  # fmt: skip
MATTERS = (
    ("Письмо", "о результатах внутреннего аудита"), ("Отчёт", "об исполнении бюджета"),
    ("Запрос", "о порядке доступа в серверное помещение"), ("Қаулы жобасы", "ақпараттық ресурстарды қорғау туралы"),
    ("Справка", "о проверке режима хранения"),
)  # fmt: skip


def fill(desk: Desk, count: int = 60) -> None:
    """Incoming documents of this year and the last, of several senders, some of them on control."""
    for place in range(count):
        day = TODAY - dt.timedelta(days=(count - place) * 7)
        kind, summary = MATTERS[place % len(MATTERS)]
        registered(
            desk, year=day.year, date=day, correspondent=SENDERS[place % len(SENDERS)], kind=kind, summary=summary,
            their_number=f"{place % 9 + 1:02}-{place % 5 + 1}/{100 + place}дсп", their_date=day - dt.timedelta(days=3),
            sheets=SheetCount(place % 20 + 1, place % 4 * 3), copies=tuple(range(1, place % 3 + 2)),
            executor=("Сейтқали Г.М.", "Ахметов Б.К.", "")[place % 3], control="К" if place % 4 == 0 else "",
            due_on=TODAY + dt.timedelta(days=place % 10 - 5) if place % 4 == 0 else None,
        )  # fmt: skip
