"""A realistic sample store: the office of an invented committee with years of its journals."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dspdesk import desk as desks
from dspdesk.demo import daily, directory, ended_years
from dspdesk.desk import Desk, NewStore
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind, MovementKind
from dspdesk.law.registration import Entry
from dspdesk.law.registration_journal import entrusted, short
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.law.wording import NOTES
from dspdesk.procedures import correspondents, journals
from dspdesk.procedures.importing import RowWriter
from dspdesk.store.bulk import Bulk
from dspdesk.store.keys import Cost

SAMPLE_LOGIN = "sample"
SAMPLE_PASSWORD = "образец для знакомства"  # noqa: S105 - the sample store holds invented records only
_CARRIED, _ENOUGH = 3, 300  # documents carried over to this year, in a sample that has room for them
_LATELY = 14  # days whose documents are left to the day of the sample
_PER_YEAR = 50_000  # entries of one journal: more are spread over earlier years
_SHARES = {
    JournalKind.INCOMING: 60,
    JournalKind.OUTGOING: 25,
    JournalKind.INTERNAL: 11,
    JournalKind.PUBLICATIONS: 4,
}


@dataclass(frozen=True, slots=True)
class Demo:
    """Which sample store to build: where, how many items, whose password and key file."""

    path: Path
    items: int = 1500
    login: str = SAMPLE_LOGIN
    password: str = SAMPLE_PASSWORD
    key_file: Path | None = None
    cost: Cost = Cost()


@dataclass(frozen=True, slots=True)
class _Movement:
    kind: MovementKind
    on: dt.date | None
    as_written: str


def build(demo: Demo, progress: Callable[[int, int], None], at: desks.Clock = desks.clock) -> None:
    """Create the sample store; every record in it goes through the procedures a person uses. Raises `Told`."""
    new = NewStore(
        organisation="Комитет по проверке",
        locality="г. Астана",
        person="Жүнісова Ә.Қ.",
        position="главный специалист документационной службы",
        login=demo.login,
        password=demo.password,
        key_file=demo.key_file,
        cost=demo.cost,
    )
    created = desks.create(demo.path, new, at)
    desk = created.desk
    try:
        desk.confirm_recovery(" ".join(created.recovery))  # nobody keeps a sheet of a sample in a safe
        directory.fill(desk)
        _fill(desk, demo.items, progress)
    finally:
        desk.close()


def _fill(desk: Desk, items: int, progress: Callable[[int, int], None]) -> None:
    chance = random.Random(1196)  # noqa: S311 - the same sample each time
    done, present = 0, desk.today().year
    lived = items >= _ENOUGH
    carried = _CARRIED if lived else 0
    later = carried + daily.REGISTERED if lived else 0
    for kind, year, planned in _plan(items, present):
        # those that are carried over from last year or come with today's mail stand after the others of this one
        count = planned - later if (kind, year) == (JournalKind.INCOMING, present) else planned
        _journal(desk, kind, year, count, chance)
        done += count
        progress(done, items)
    ended_years.end(desk, carried)
    if lived:
        daily.live(desk, chance)
    progress(items, items)


def _plan(items: int, year: int) -> Iterator[tuple[JournalKind, int, int]]:
    """Which journals with how many entries: the present year first, what is too many for it in the years before."""
    for kind, share in _SHARES.items():
        left, back = max(1, items * share // 100), 0
        if kind is JournalKind.INCOMING:
            left += items - sum(max(1, items * part // 100) for part in _SHARES.values())
        this_year = min(_PER_YEAR, left if items > 2 * _PER_YEAR else (left + 1) // 2)
        while left > 0:
            count = min(left, this_year if back == 0 else _PER_YEAR)
            yield kind, year - back, count
            left, back = left - count, back + 1


def _journal(desk: Desk, kind: JournalKind, year: int, count: int, chance: random.Random) -> None:
    language = "kk" if kind is JournalKind.INTERNAL else "ru"
    with desk.transaction("demo:journal:filled") as step:
        journal = journals.opened(desk, step, kind, year, language)
        bulk = Bulk(step.connection, at=step.at, by=step.by, tag="registration:item:registered", reason="")
        writer = RowWriter(desk, step, journal, bulk, correspondents.by_names(step.connection))
        last = min(desk.today(), dt.date(year, 12, 31))
        days = (last - dt.date(year, 1, 1)).days
        for place in range(count):
            day = dt.date(year, 1, 1) + dt.timedelta(
                days=place * days // max(1, count - 1) if count > 1 else 0
            )
            entry = _entry(kind, day, chance, language)
            writer.write(
                RegistrationNumber(place + 1),
                entry,
                _movements(kind, entry, chance, language, desk.today()),
                f"demo:{kind}:{year}:{place}",
            )
        bulk.finish()


_SENDERS = (
    "Министерство финансов РК", "Министерство юстиции РК", "Министерство национальной экономики РК",
    "Генеральная прокуратура РК", "Высшая аудиторская палата", "Комитет государственных доходов",
    "Акимат г. Астаны", "Акимат Карагандинской области", "Агентство РК по финансовому мониторингу",
    "АО «Казахтелеком»", "РГП «Казгидромет»", "Управление финансов Карагандинской области",
    "Департамент полиции г. Алматы", "Служба государственной охраны РК", "Национальный Банк РК",
)  # fmt: skip
_UNITS = (
    "Талдау бөлімі", "Заң басқармасы", "Қаржы бөлімі", "Ақпаратты қорғау бөлімі", "Кадр қызметі",
    "Ішкі аудит қызметі",
)  # fmt: skip
_PUBLISHERS = ("Центр правовой информации", "Ведомственная типография", "Институт экономических исследований")
_PEOPLE = (
    "Ахметов Б.К.",
    "Сейтқали Г.М.",
    "Ким А.В.",
    "Иванова Т.П.",
    "Өтегенова Ү.Т.",
    "Петренко О.И.",
    "Жұмабаев Е.С.",
)
_KINDS_RU = (
    "Письмо",
    "Запрос",
    "Отчёт",
    "Справка",
    "Докладная записка",
    "План мероприятий",
    "Протокол",
    "Приказ",
)
_MATTERS_RU = (
    "о результатах внутреннего аудита", "об исполнении бюджета за отчётный период",
    "о порядке доступа в серверное помещение", "о передаче баз данных ведомства",
    "о проверке режима хранения документов", "о согласовании проекта постановления",
    "о предоставлении сведений по кадровому резерву", "о состоянии защиты информационных ресурсов",
    "о смете на охрану объектов", "об итогах совещания по вопросам взаимодействия",
)  # fmt: skip
_KINDS_KK = ("Қызметтік хат", "Анықтама", "Есеп", "Баяндау хаты", "Бұйрық", "Хаттама")
_MATTERS_KK = (
    "ішкі аудит нәтижелері туралы", "бюджеттің атқарылуы туралы", "серверлік үй-жайға кіру тәртібі туралы",
    "ақпараттық ресурстарды қорғау жай-күйі туралы", "құжаттарды сақтау режимін тексеру туралы",
    "кадр резерві бойынша мәліметтер беру туралы",
)  # fmt: skip
_TITLES = (
    "Бюллетень ведомственной статистики", "Сборник нормативных актов", "Справочник должностных телефонов",
    "Вестник внутреннего аудита", "Методические указания по учёту",
)  # fmt: skip


def _entry(kind: JournalKind, day: dt.date, chance: random.Random, language: str) -> Entry:
    copies = _copies(kind, chance)
    sheets = (
        SheetCount()
        if kind is JournalKind.PUBLICATIONS
        else SheetCount(chance.randint(1, 24), chance.choice((0, 0, 2, 5, 11)))
    )
    own = kind in OWN_DOCUMENTS
    on_control = kind is JournalKind.INCOMING and chance.random() < 0.18
    due = day + dt.timedelta(days=15) if on_control else None
    executor = chance.choice(_PEOPLE)
    return Entry(
        date=day,
        correspondent=chance.choice(_from(kind)),
        their_number="" if own else _their_number(chance, language),
        their_date=None if own else day - dt.timedelta(days=chance.randint(1, 9)),
        kind=_kind(kind, chance),
        summary=_summary(kind, chance),
        sheets=sheets,
        copies=copies,
        executor=executor if kind is not JournalKind.PUBLICATIONS else "",
        due_on=due,
        control=NOTES[language].on_control if on_control else "",
        resolution=entrusted(executor, due, language) if kind is JournalKind.INCOMING else "",
        signatory=chance.choice(_PEOPLE) if own else "",
        signed_on=day if own else None,
    )


def _copies(kind: JournalKind, chance: random.Random) -> tuple[int, ...]:
    if kind is JournalKind.INCOMING:
        first = chance.randint(1, 30)
        return tuple(range(first, first + chance.choice((1, 1, 1, 2, 3))))
    return tuple(range(1, chance.choice((1, 2, 2, 3, 5)) + 1))


def _their_number(chance: random.Random, language: str) -> str:
    if chance.random() < 0.03:
        return {"ru": "б/н", "kk": "н/ж"}[language]
    return f"{chance.randint(1, 40):02}-{chance.randint(1, 30)}/{chance.randint(10, 9999)}дсп"


def _from(kind: JournalKind) -> tuple[str, ...]:
    return {JournalKind.INTERNAL: _UNITS, JournalKind.PUBLICATIONS: _PUBLISHERS}.get(kind, _SENDERS)


def _kind(kind: JournalKind, chance: random.Random) -> str:
    if kind is JournalKind.PUBLICATIONS:
        return "Издание"
    return chance.choice(_KINDS_KK if kind is JournalKind.INTERNAL else _KINDS_RU)


def _summary(kind: JournalKind, chance: random.Random) -> str:
    if kind is JournalKind.PUBLICATIONS:
        return f"{chance.choice(_TITLES)}, выпуск {chance.randint(1, 40)}"
    return chance.choice(_MATTERS_KK if kind is JournalKind.INTERNAL else _MATTERS_RU)


def _movements(
    kind: JournalKind, entry: Entry, chance: random.Random, language: str, today: dt.date
) -> list[_Movement]:
    """What happened to the copies by now: received, returned, filed, some destroyed in the year after."""
    if entry.date is None or (today - entry.date).days < _LATELY:
        return []
    said = [
        _Movement(
            MovementKind.RECEIPT,
            entry.date,
            f"{entry.executor or chance.choice(_PEOPLE)} {short(entry.date)}",
        )
    ]
    back = entry.date + dt.timedelta(days=9)
    if kind is JournalKind.INCOMING and entry.control and (today - entry.date).days < 20:
        return said
    # what was on control has been executed, nearly all of it in time
    done = chance.random() < (0.97 if entry.control else 0.6)
    if done and back <= today:
        said.append(_Movement(MovementKind.RETURN, back, short(back)))
        said.append(_Movement(MovementKind.FILING, back, _case(entry.sheets.total, chance, language)))
        if today >= dt.date(entry.date.year + 1, 2, 1) and chance.random() < 0.1:
            said.append(_destroyed(entry.date, chance, language))
    return said


def _case(sheets: int, chance: random.Random, language: str) -> str:
    """Index of the case and the sheets in it, as a clerk writes them in column 12."""
    index, first = f"{chance.randint(1, 9):02}-{chance.randint(1, 20)}", chance.randint(1, 120)
    span = f"{first}–{first + sheets}"
    return {"ru": f"{index}, л. {span}", "kk": f"{index}, {span}-парақтар"}[language]


def _destroyed(day: dt.date, chance: random.Random, language: str) -> _Movement:
    on, act = dt.date(day.year + 1, 1, chance.randint(12, 30)), chance.randint(1, 9)
    written = {"ru": f"Уничтожено. Акт от {short(on)} № {act}", "kk": f"Жойылған. № {act} акті.({short(on)})"}
    return _Movement(MovementKind.DESTRUCTION, on, written[language])
