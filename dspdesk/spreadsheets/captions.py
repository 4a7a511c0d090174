"""What the columns of appendix 2 are called: the law's captions and what clerks make of them.

Captions are compared folded, without spaces and signs, so that line breaks, hyphenation, quotes, "ё" and Russian
letters in the place of Kazakh ones do not matter; abbreviated words and small misspellings are let through.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from dspdesk.language.folding import fold

#: Keys beside the column numbers 1 to 14: the head over columns 5 and 6 and over 10 and 11, parts of column 1
#: or 2 (date, index), and the line number that clerks put in front.
OVER_SHEETS: Final = 105
OVER_RECEIPTS: Final = 110
PART_DATE: Final = 201
PART_INDEX: Final = 202
LINE_NUMBER: Final = 200


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption recognised: its column (or one of the keys above) and the language it is in."""

    column: int
    language: str


#: By language: the law's caption of each column first, then the ways in which it is met.
_CAPTIONS: Final[dict[str, dict[int, str]]] = {
    "ru": {
        1: "Дата поступления и индекс документа|Дата поступления и индекс|Дата и индекс поступления"
        "|Дата регистрации и индекс документа|Дата поступления и номер документа|Дата поступления"
        "|Дата регистрации|Дата и регистрационный номер|Входящий номер и дата|Дата и входящий номер"
        "|Входящий номер|Вх номер|Регистрационный номер|Рег номер",
        2: "Дата и индекс документа|Дата и индекс|Дата и номер документа|Номер и дата документа|Дата документа"
        "|Исходящий номер и дата|Дата и исходящий номер|Исходящий номер|Исх номер|Номер документа"
        "|Дата и номер отправителя",
        3: "Откуда поступил или куда направлен|Откуда поступил|Куда направлен|Откуда поступил куда направлен"
        "|Корреспондент|Отправитель|Адресат|От кого поступил",
        4: "Вид документа и краткое содержание|Вид и краткое содержание документа|Краткое содержание"
        "|Краткое содержание документа|Вид документа|Содержание|Наименование документа",
        5: "документа|Количество листов документа|Листов документа|Количество листов основного документа",
        6: "приложений|приложения|Количество листов приложений|Листов приложений|Количество листов приложения",
        OVER_SHEETS: "Количество листов|Кол листов|Число листов|Листов",
        7: "Количество и номера экземпляров|Количество и номер экземпляров|Количество экземпляров"
        "|Номера экземпляров|Номер экземпляра|Количество экземпляров и их номера|Экземпляры",
        8: "Резолюция или кому направлен|Резолюция|Кому направлен|Резолюция или кому направлен документ"
        "|Резолюция кому направлен|Исполнитель",
        9: "Отметка о взятии на контроль|Контроль|Взятие на контроль"
        "|Отметка о контроле|Отметка о постановке на контроль",
        10: "О получении|Дата и расписка о получении|Расписка о получении|Отметка о получении|Расписка в получении"
        "|В получении|Дата и расписка в получении",
        11: "О возврате|Дата и расписка о возврате|Расписка о возврате|Отметка о возврате|Расписка в возврате|Возврат",
        OVER_RECEIPTS: "Дата и расписка|Расписка|Расписка и дата",
        12: "Индекс (номер) дела, куда направлен документ|Индекс (номер) дела|Индекс дела|Номер дела"
        "|Индекс дела куда направлен документ|Номер дела куда подшит документ|Куда подшит документ",
        13: "Отметка об уничтожении|Отметка об уничтожении документа|Уничтожение|Уничтожено",
        14: "Примечания|Примечание|Прим",
        PART_DATE: "Дата",
        PART_INDEX: "Индекс|Номер|Индекс документа|Вх|Исх",
        LINE_NUMBER: "номер п п|п п|номер пп|номер по порядку|порядковый номер",
    },
    "kk": {
        1: "Құжаттың келіп түскен күні мен индексі|Келіп түскен күні мен индексі|Келіп түскен күні және индексі"
        "|Құжаттың келіп түскен күні және индексі|Келіп түскен күні|Құжаттың түскен күні мен индексі|Кіріс нөмірі"
        "|Тіркелген күні мен нөмірі|Тіркеу нөмірі|Құжаттың келіп түскен күні мен нөмірі",
        2: "Құжаттың күні мен индексі|Құжаттың күні және индексі|Құжаттың күні мен нөмірі|Құжаттың күні"
        "|Құжаттың нөмірі|Шығыс нөмірі",
        3: "Қайдан қабылданды және қайда жіберілді|Қайдан қабылданды|Қайда жіберілді|Қайдан келді|Корреспондент"
        "|Қайдан қабылданды немесе қайда жіберілді|Адресат",
        4: "Құжат түрі мен қысқаша мазмұны|Құжаттың түрі мен қысқаша мазмұны|Құжат түрі және қысқаша мазмұны"
        "|Қысқаша мазмұны|Құжат түрі|Мазмұны|Құжаттың атауы",
        5: "құжаттың|Парақтар саны құжаттың|Құжат парақтарының саны|Құжаттың парақтар саны",
        6: "қосымшаның|қосымшалардың|Парақтар саны қосымшаның|Қосымша парақтарының саны|Қосымшаның парақтар саны",
        OVER_SHEETS: "Парақтар саны|Парақ саны|Парақтардың саны",
        7: "Даналар саны мен нөмірлері|Дана саны мен нөмірлері|Даналар саны мен нөмірі|Даналар саны|Дана саны"
        "|Дана нөмірі|Даналар саны және нөмірлері",
        8: "Кімге жіберілген немесе қарар|Қарар|Кімге жіберілген|Кімге жіберілді немесе қарар"
        "|Қарар немесе кімге жіберілген"
        "|Бұрыштама|Орындаушы",
        9: "Бақылауға алынғаны туралы белгі|Бақылау|Бақылауға алу туралы белгі|Бақылау туралы белгі|Бақылауға алынғаны",
        10: "Алу туралы|Күні және қолхат алу туралы|Алғаны туралы|Алғаны туралы қолхат|Алу туралы қолхат",
        11: "Қайтару туралы|Күні және қолхат қайтару туралы|Қайтарғаны туралы|Қайтару туралы қолхат",
        OVER_RECEIPTS: "Күні және қолхат|Қолхат|Күні мен қолхат",
        12: "Істің индексі (нөмірі), құжаттың жіберілген жері|Істің индексі|Істің нөмірі|Істің индексі (нөмірі)"
        "|Іс индексі|Іс нөмірі",
        13: "Жою туралы белгі|Жойылғаны туралы белгі|Жою белгісі|Жойылған",
        14: "Ескертпе|Ескертпелер|Ескерту",
        PART_DATE: "Күні",
        PART_INDEX: "Индексі|Нөмірі|Нөмір",
        LINE_NUMBER: "р с|р с номер|рс|рет номер|реттік нөмірі|рет саны",
    },
}

_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\s+(?=[^\W\d_])|\u00ad\s*")
_SHORTENED = (
    (re.compile(r"\bкол-?\s?во\b|\bк-во\b|\bкол\."), "количество "),
    (re.compile(r"\bдок-?(?:та|т)\b|\bдок\."), "документа "),
    (re.compile(r"\bэкз\b\.?"), "экземпляров "),
    (re.compile(r"№+|\bn\b"), " номер "),
)
_WORD = re.compile(r"[^\W\d_]+")
_SIMILAR = 0.86  # share of letters that must be the same; the captions of columns 1 and 2 share 0.78
_FEWEST_LETTERS = 7  # a caption shorter than this is another word when a letter differs
_MOST_SLIPS = 4  # letters lost or added
_LONGEST_CAPTION = 120


def is_of_the_law(text: str, column: int) -> bool:
    """Whether the heading is the law's own caption of the column, in either language."""
    return any(_words(text) == _words(columns[column].split("|")[0]) for columns in _CAPTIONS.values())


def _words(text: str) -> tuple[str, ...]:
    plain = _HYPHENATED.sub("", text).replace("№", " nномер ")
    plain = fold(plain).replace("nномер", "№")
    for pattern, full in _SHORTENED:
        plain = pattern.sub(full, plain)
    return tuple(_WORD.findall(plain))


def _known() -> Iterator[tuple[tuple[str, ...], Caption]]:
    for language, columns in _CAPTIONS.items():
        for column, captions in columns.items():
            for caption in captions.split("|"):
                yield _words(caption), Caption(column, language)


_KNOWN: Final = tuple(_known())
_EXACT: Final = {"".join(words): about for words, about in reversed(_KNOWN)}


@lru_cache(maxsize=4096)
def caption(text: str, *, exactly: bool = False) -> Caption | None:
    """The column that a heading names, None if it names none; `exactly` lets no misspelling through."""
    if len(text) > _LONGEST_CAPTION:
        return None
    words = _words(text)
    joined = "".join(words)
    if not joined:
        return None
    return _EXACT.get(joined) or (None if exactly else _abbreviated(words) or _misspelt(joined))


def _abbreviated(words: tuple[str, ...]) -> Caption | None:
    """Where every word begins the word of the caption: "Отм. о взятии на контр."."""
    for known, about in _KNOWN:
        if (
            len(known) == len(words) > 1
            and all(map(str.startswith, known, words))
            and len("".join(words)) > 4
        ):
            return about
    return None


def _misspelt(joined: str) -> Caption | None:
    best, found = _SIMILAR, None
    matcher = SequenceMatcher(None, "", joined, autojunk=False)
    for known, about in _EXACT.items():
        # a slip hardly ever hits the first letter, and comparing with all would make large sheets slow
        if (
            known[0] != joined[0]
            or len(known) < _FEWEST_LETTERS
            or abs(len(known) - len(joined)) > _MOST_SLIPS
        ):
            continue
        matcher.set_seq1(known)
        if matcher.quick_ratio() > best and matcher.ratio() > best:
            best, found = matcher.ratio(), about
    return found
