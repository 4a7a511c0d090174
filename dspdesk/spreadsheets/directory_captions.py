"""What the columns of a directory are called in clerks' sheets, in both languages.

Captions are compared by their folded letters: line breaks, signs and Russian letters for Kazakh ones do not matter.
"""

from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from dspdesk.language.folding import words
from dspdesk.law.kinds import DirectoryKind

#: By kind and field; a field that ends in _kk or _ru is in that language.
_CAPTIONS: Final[Mapping[DirectoryKind, Mapping[str, str]]] = {
    DirectoryKind.CORRESPONDENTS: {
        "name_ru": "Наименование|Наименование на русском языке|Наименование на русском|Наименование рус"
        "|Наименование организации|Наименование корреспондента|Полное наименование|Название|Название организации"
        "|Корреспондент|Организация|Государственный орган|Наименование государственного органа|Атауы орыс тілінде"
        "|Атауы орысша|Адресат",
        "name_kk": "Атауы|Атауы қазақ тілінде|Атауы қазақша|Толық атауы|Ұйымның атауы|Ұйым атауы|Мекеменің атауы"
        "|Корреспонденттің атауы|Мемлекеттік органның атауы|Мемлекеттік орган|Ұйым"
        "|Наименование на казахском языке|Наименование на казахском|Наименование на государственном языке"
        "|Наименование каз",
        "conditional_name": "Условное наименование|Условное название|Шартты атауы|Шартты атау",
        "address_ru": "Адрес|Почтовый адрес|Адрес на русском языке|Адрес на русском|Юридический адрес|Местонахождение"
        "|Мекенжайы орыс тілінде",
        "address_kk": "Мекенжайы|Мекенжай|Пошталық мекенжайы|Мекенжайы қазақ тілінде|Орналасқан жері"
        "|Адрес на казахском языке|Адрес на казахском",
        "number_index": "Индекс|Индексі|Индекс в номере|Индекс корреспондента|Нөмірдегі индексі",
        "postal_code": "Почтовый индекс|Пошталық индексі|Пошта индексі",
        "foreign": "Иностранный|Иностранная организация|Зарубежный|Шетелдік|Шетелдік ұйым",
    },
    DirectoryKind.PEOPLE: {
        "name_ru": "ФИО|Фамилия имя отчество|Фамилия И О|Фамилия и инициалы|ФИО на русском языке|ФИО на русском"
        "|Сотрудник|Работник|ТАӘ орыс тілінде",
        "name_kk": "ТАӘ|Тегі аты әкесінің аты|Тегі аты әкесінің аты болған жағдайда|Аты жөні|Қызметкер"
        "|ФИО на казахском языке|ФИО на казахском|ФИО на государственном языке|ТАӘ қазақ тілінде",
        "position_ru": "Должность|Должность на русском языке|Должность на русском|Наименование должности"
        "|Лауазымы орыс тілінде",
        "position_kk": "Лауазымы|Лауазым|Лауазымының атауы|Лауазымы қазақ тілінде|Должность на казахском языке"
        "|Должность на казахском|Қызметі",
        "unit": "Подразделение|Структурное подразделение|Отдел|Управление|Департамент"
        "|Бөлімше|Бөлімшесі|Құрылымдық бөлімше|Құрылымдық бөлімшесі|Бөлім|Басқарма",
        "number_index": "Индекс|Индексі|Индекс исполнителя|Индекс в номере|Нөмірдегі индексі",
        "valid_from": "Дата назначения|Назначен с|В должности с|Работает с|Тағайындалған күні|Лауазымда",
    },
    DirectoryKind.UNITS: {
        "name_ru": "Наименование|Наименование подразделения|Подразделение|Структурное подразделение|Название"
        "|Наименование на русском языке|Наименование на русском|Наименование структурного подразделения"
        "|Атауы орыс тілінде|Отдел",
        "name_kk": "Атауы|Бөлімшенің атауы|Құрылымдық бөлімше|Құрылымдық бөлімшенің атауы|Атауы қазақ тілінде"
        "|Наименование на казахском языке|Наименование на казахском|Наименование на государственном языке|Бөлім",
        "number_index": "Индекс|Индексі|Индекс подразделения|Бөлімшенің индексі|Индекс в номере",
    },
    DirectoryKind.FILING_PLAN: {
        "case_index": "Индекс дела|Индекс|Индексы дел|Істің индексі|Істің индекстері|Індекс",
        "heading_ru": "Заголовок дела тома части|Заголовок дела|Заголовок|Заголовки дел|Заголовки дел томов частей"
        "|Наименование дел|Заголовок дела на русском языке",
        "heading_kk": "Істің томның бөлімнің тақырыбы|Істің тақырыбы|Іс тақырыбы|Тақырыбы|Істердің тақырыптары"
        "|Істің тақырыбы қазақ тілінде|Заголовок дела на казахском языке",
        "expected": "Количество дел томов частей|Количество дел|Кол во дел томов частей|Кол во дел|Кол во ед хр"
        "|Істердің томдардың бөлімдердің саны|Істердің саны|Істер саны",
        "retention": "Срок хранения дела тома части и номер пункта по перечню"
        "|Срок хранения дела и номер статьи по перечню|Срок хранения дела тома части и номер статьи по перечню"
        "|Срок хранения и номера статей по перечню"
        "|Сроки хранения дел томов частей и номера пунктов по перечню|Срок хранения|Срок хранения дела"
        "|Істі сақтау мерзімі және тізбе бойынша тармақ нөмірі|Сақтау мерзімі|Істің сақтау мерзімі|Істі сақтау мерзімі"
        "|Істі томды бөлімді сақтау мерзімі және тізбе бойынша тармақ нөмірі"
        "|Істің томның бөлімнің сақтау мерзімі және тізбе бойынша баптың нөмірі|Сақталу мерзімі",
        "article": "Номер статьи|Статья|Номер пункта по перечню|Номер статьи по перечню|Статья перечня"
        "|Тармақ нөмірі|Бап нөмірі|Тізбе бойынша тармақ нөмірі|Тізбе бойынша бап нөмірі",
        "notes": "Примечание|Примечания|Ескерту|Ескертпе|Ескертулер",
    },
    DirectoryKind.PLACES: {
        "room": "Помещение|Кабинет|Комната|Номер кабинета|Номер помещения|Бөлме|Кабинет нөмірі|Үй-жай|Бөлме нөмірі",
        "safe": "Сейф|Шкаф|Номер сейфа|Хранилище|Сейф нөмірі|Сөре шкафы",
        "shelf": "Полка|Стеллаж|Номер полки|Сөре|Сөре нөмірі",
    },
}
#: The fields of which one names what a row is of.
NAMING: Final[Mapping[DirectoryKind, frozenset[str]]] = {
    DirectoryKind.CORRESPONDENTS: frozenset({"name_kk", "name_ru"}),
    DirectoryKind.PEOPLE: frozenset({"name_kk", "name_ru"}),
    DirectoryKind.UNITS: frozenset({"name_kk", "name_ru"}),
    DirectoryKind.PLACES: frozenset({"room"}),
    DirectoryKind.FILING_PLAN: frozenset({"heading_kk", "heading_ru"}),
}
#: What stands under one caption over two columns: «Наименование» — «на казахском», «на русском».
_LANGUAGES: Final[Mapping[str, str]] = {
    "kk": "на казахском языке|на казахском|на государственном языке|казахский|каз"
    "|қазақ тілінде|қазақша|мемлекеттік тілде|қаз",
    "ru": "на русском языке|на русском|русский|рус|орыс тілінде|орысша|орыс",
}
_SIMILAR = 0.87
_FEWEST_LETTERS = 7


def field_of(kind: DirectoryKind, text: str, *, exactly: bool = False) -> str:
    """The field that a caption names, '' for none; small slips are let through unless `exactly` is asked."""
    return _field(kind, _letters(text), exactly)


def language_of(text: str) -> str:
    """The language that a caption under another names, '' for none."""
    return _BY_LANGUAGE.get(_letters(text), "")


@lru_cache(maxsize=4096)
def _field(kind: DirectoryKind, letters: str, exactly: bool) -> str:  # noqa: FBT001 - behind the cache
    known = _BY_CAPTION[kind]
    if letters in known or exactly or len(letters) < _FEWEST_LETTERS:
        return known.get(letters, "")
    best = max(known, key=lambda caption: SequenceMatcher(None, letters, caption).ratio())
    return known[best] if SequenceMatcher(None, letters, best).ratio() >= _SIMILAR else ""


def _letters(text: str) -> str:
    return "".join(letter for word in words(text) for letter in word if letter.isalpha())


_BY_CAPTION: Final = {
    kind: {_letters(caption): field for field, said in fields.items() for caption in said.split("|")}
    for kind, fields in _CAPTIONS.items()
}
_BY_LANGUAGE: Final = {
    _letters(caption): language for language, said in _LANGUAGES.items() for caption in said.split("|")
}
