"""Columns 3 to 14, each cell read by itself. What a column does not allow raises `Unclear` with the reason."""

import datetime as dt
import re
from functools import lru_cache
from typing import Final

from dspdesk.law.values import MOST_COPIES, CopyNumbers, Impossible, SheetCount
from dspdesk.spreadsheets.records import Unclear
from dspdesk.spreadsheets.text import DASHES, LONGEST, date_cell, dates_in, line, only_date, serial
from dspdesk.spreadsheets.workbook import Cell

_MANY = 1 << 14

_LEAVES = r"(?:\s*\([^()\d]*\))?\s*(?:л|лист[а-я]*|п|пара[қк][^\W\d_]*)?\s*\.?"
_SHEETS = re.compile(rf"(?:на\s+)?(\d{{1,6}}){_LEAVES}", re.IGNORECASE)
_SHEETS_AND_MORE = re.compile(
    rf"(\d{{1,6}}){_LEAVES}\s*\+\s*(?:(?:прил|қос)[^\W\d_]*\.?\s*)?(\d{{1,6}}){_LEAVES}", re.IGNORECASE
)
_NONE: Final = frozenset(
    {"нет", "отсутствует", "отсутствуют", "без приложений", "б/п", "жоқ", "қосымшасыз", "қ/ж"}
)


@lru_cache(maxsize=_MANY, typed=True)
def sheets(document: Cell, enclosures: Cell) -> SheetCount:
    """Columns 5 and 6: "12", 12.0, "12 л.", a dash for none, '' for not known; "3+5" counts both in column 5.

    Raises `Unclear` ("sheets_impossible") for what is no count.
    """
    text = line(document)
    both = None if line(enclosures) else _SHEETS_AND_MORE.fullmatch(text)
    try:
        if both:
            return SheetCount(int(both[1]), int(both[2]))
        return SheetCount(_count(document), _count(enclosures))
    except Impossible as error:
        raise Unclear("sheets_impossible", text=error.what) from error


def _count(cell: Cell) -> int | None:
    if isinstance(cell, bool | dt.date):
        raise Impossible(line(cell))
    text = line(cell)
    if not text:
        return None
    if text in DASHES or text.casefold() in _NONE:
        return 0
    found = _SHEETS.fullmatch(text)
    if not found:
        raise Impossible(text)
    return int(found[1])


_UNIT = r"(?:экз|дана|шт)[^\W\d_]*\.?"
_COUNTED = re.compile(rf"(?P<count>\d+)\s*(?:\([^()\d]*\)\s*)?{_UNIT}(?P<rest>.*)", re.IGNORECASE)
_ORDINAL = re.compile(rf"(?:№\s*)?(\d{{1,9}})\s*-\s*(?:(?:й|ый|ой|ші|шы)\s+)?{_UNIT}", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"№|номер[^\W\d_]*|нөмір[^\W\d_]*|(?<![^\W_])(?:n[oо]?\.?(?=\s*\d)|{_UNIT})|[()]", re.IGNORECASE
)
_UNNUMBERED = re.compile(r"(?:б/н|н/ж)?", re.IGNORECASE)


@lru_cache(maxsize=_MANY, typed=True)
def copies(cell: Cell, counted: bool = False) -> tuple[int, ...]:  # noqa: FBT001, FBT002 - a column is one or the other
    """Column 7: the numbers of the copies; a count alone numbers them from 1, a blank cell is the one copy.

    `counted` is for publications, whose bare number is a count; of a document a bare number above 1 may be either.
    Raises `Unclear` for what is no copy ("copies_impossible"), for a count that is not that of the numbers
    ("copies_disagree") and for a bare number ("copies_ambiguous").
    """
    text = line(cell)
    if isinstance(cell, bool | dt.date) or len(text) > LONGEST:
        raise Unclear("copies_impossible", text=text)
    if not text or text in DASHES:
        return (1,)
    if text.isdigit() and text != "1" and not counted:
        raise Unclear("copies_ambiguous", text=text)
    try:
        return _ordinal(text) or _counted(text) or CopyNumbers.parse(_bare_numbers(text)).numbers
    except ValueError as error:  # `Impossible`, or more figures than a number may have
        raise Unclear("copies_impossible", text=text) from error


def _ordinal(text: str) -> tuple[int, ...]:
    found = _ORDINAL.fullmatch(text)
    return CopyNumbers((int(found[1]),)).numbers if found else ()


def _counted(text: str) -> tuple[int, ...]:
    found = _COUNTED.fullmatch(f"{text} экз." if text.isdigit() else text)
    if not found:
        return ()
    count, rest = int(found["count"][:9]), _bare_numbers(found["rest"])
    if not 1 <= count <= MOST_COPIES:
        raise Impossible(text)
    if _UNNUMBERED.fullmatch(rest):
        return tuple(range(1, count + 1))
    numbers = CopyNumbers.parse(rest).numbers
    if len(numbers) != count:
        raise Unclear("copies_disagree", text=text, count=count, numbers=len(numbers))
    return numbers


def _bare_numbers(text: str) -> str:
    return _NUMBERED.sub(" ", text).strip(" ,;:.")


_NAME = r"[А-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]+(?:-[А-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]+)?"
_INITIALS = r"[А-ЯЁӘҒҚҢӨҰҮҺІ]\.(?:\s?[А-ЯЁӘҒҚҢӨҰҮҺІ]\.)?"
_PERSON = re.compile(rf"{_NAME}\s+{_INITIALS}|{_INITIALS}\s?{_NAME}")
_UNTIL = re.compile(r"[\s-]*дей[іи]н", re.IGNORECASE)
_DUE = re.compile(
    r"[\s,;(–—-]*(?:срок(?:\s+исполнения)?(?:\s+до)?|мерзімі?|\bдо)\s*[:–—-]?\s*$", re.IGNORECASE
)


@lru_cache(maxsize=_MANY, typed=True)
def resolution(cell: Cell) -> tuple[str, str, dt.date | None]:
    """Column 8: the text as written, the executor where one name is all it says, the date to execute by.

    Raises `Unclear` for an impossible date.
    """
    text = line(cell)
    if not text or text in DASHES:
        return "", "", None
    if len(text) > LONGEST:
        return text, "", None
    only_date(text)
    for date in dates_in(text):
        before, after = text[: date.start], text[date.end :]
        term = _DUE.search(before)
        if date.day and (term or _UNTIL.match(after)):
            return text, _executor(before[: term.start()] if term else before), date.day
    return text, _executor(text), None


def _executor(text: str) -> str:
    name = text.strip(" ,;")
    return name if _PERSON.fullmatch(name) else ""


@lru_cache(maxsize=_MANY, typed=True)
def control(cell: Cell) -> str:
    """Column 9: the mark as written; a dash is none."""
    text = line(cell)
    return "" if text in DASHES or text.casefold() in _NONE else text


@lru_cache(maxsize=_MANY, typed=True)
def receipt(cell: Cell) -> tuple[dt.date | None, str] | None:
    """Columns 10 and 11: the date and the words; None where nothing stands. Raises `Unclear` for an impossible date."""
    day = date_cell(cell) or serial(cell)
    text = line(day or cell)
    if not text or text in DASHES:
        return None
    return day or only_date(text), text


@lru_cache(maxsize=_MANY, typed=True)
def case(cell: Cell) -> tuple[None, str] | None:
    """Column 12: index of the case and sheets in it, as written, which says no date; None where nothing stands."""
    text = line(cell)
    return (None, text) if text and text not in DASHES else None


_DESTROYED = re.compile(r"уничтож|сожж|измельч|жойыл|ұсақта|өртел|\bакт", re.IGNORECASE)
_NOT_DESTROYED = re.compile(
    r"\bне\b|подлеж|\bк уничтож|для уничтож|жойылма|жойылу[ғы]|\bпроект|\bжоба", re.IGNORECASE
)


@lru_cache(maxsize=_MANY, typed=True)
def destruction(cell: Cell) -> tuple[dt.date | None, str] | None:
    """Column 13: date of the act and the words; None where nothing says that the item is destroyed.

    Raises `Unclear` for an impossible date and for words that do not say it is ("destruction_unclear").
    """
    day = date_cell(cell) or serial(cell)
    text = line(day or cell)
    if not text or text in DASHES or text.casefold() in _NONE:
        return None
    day = day or only_date(text)
    if _NOT_DESTROYED.search(text) or not (day or _DESTROYED.search(text)):
        raise Unclear("destruction_unclear", text=text)
    return day, text


@lru_cache(maxsize=_MANY, typed=True)
def correspondent(cell: Cell) -> str:
    """Column 3: from where or to where."""
    text = line(cell)
    return "" if text in DASHES else text


_KINDS: Final = """
Письмо|Сопроводительное письмо|Информационное письмо|Гарантийное письмо|Письмо-запрос|Справка|Справка-доклад
Приказ|Приказание|Докладная записка|Служебная записка|Пояснительная записка|Объяснительная записка
Аналитическая записка|Записка|Рапорт|План мероприятий|План работы|План|Запрос|Ответ|Отчёт|Протокол|Смета
Акт|Акт проверки|Распоряжение|Телеграмма|Телефонограмма|Факсограмма|Заключение|Договор|Соглашение|Контракт
Меморандум|Постановление|Решение|Указание|Поручение|Предписание|Представление|Предложение|Уведомление|Извещение
Обращение|Заявление|Заявка|Жалоба|Ходатайство|Доверенность|Инструкция|Положение|Правила|Методические рекомендации
Регламент|Программа|Перечень|Список|Реестр|Ведомость|График|Сводка|Обзор|Бюллетень|Доклад|Информация
Техническое задание|Паспорт|Опись|Номенклатура дел|Удостоверение|Выписка|Проект приказа|Проект постановления
Хат|Ілеспе хат|Ақпараттық хат|Анықтама|Анықтама-баяндама|Бұйрық|Баяндау хаты|Қызметтік хат|Түсіндірме хат
Түсініктеме хат|Қызметтік жазба|Баянат|Іс-шаралар жоспары|Жұмыс жоспары|Жоспар|Сұрау салу|Сұрау|Жауап|Есеп|Хаттама
Акті|Ұсыну|Бұйрық жобасы|Қаулы жобасы
Өкім|Жеделхат|Телефонхат|Қорытынды|Шарт|Келісім|Келісімшарт|Қаулы|Шешім|Нұсқау|Тапсырма|Ұйғарым|Ұсыныс|Ұсыным
Хабарлама|Өтініш|Өтінім|Өтінішхат|Шағым|Сенімхат|Нұсқаулық|Ереже|Қағидалар|Бағдарлама|Тізбе|Тізім|Тізілім
Тізімдеме|Кесте|Мәліметтер|Мәлімет|Шолу|Баяндама|Ақпарат|Техникалық тапсырма|Көшірме|Үзінді көшірме|Куәлік
"""


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е")


_KIND_BY_PLAIN: Final = {_plain(kind): kind for kind in re.split(r"[|\n]", _KINDS.strip())}


def _pattern(first_word: str) -> re.Pattern[str]:
    kinds = sorted(
        (kind for kind in _KIND_BY_PLAIN if _first_word(kind) == first_word), key=len, reverse=True
    )
    return re.compile(rf"({'|'.join(map(re.escape, kinds))})(?![\w-])[\s:;,.–—-]*")


def _first_word(plain: str) -> str:
    return plain.partition(" ")[0].rstrip(":;,.")


#: By the first word: trying over a hundred kinds on each cell would take half the time of the import.
_KIND_PATTERNS: Final = {word: _pattern(word) for word in {_first_word(kind) for kind in _KIND_BY_PLAIN}}


@lru_cache(maxsize=_MANY, typed=True)
def kind_and_summary(cell: Cell) -> tuple[str, str]:
    """Column 4: the kind of document if it begins with one we know, and the rest; ('', all of it) otherwise."""
    text = line(cell)
    plain = _plain(text)
    pattern = _KIND_PATTERNS.get(_first_word(plain))
    found = pattern.match(plain) if pattern else None
    if not found or len(plain) != len(text):
        return "", "" if text in DASHES else text
    return _KIND_BY_PLAIN[found[1]], text[found.end() :]
