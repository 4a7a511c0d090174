"""Requirement D24: what may not stand on the cover of restricted papers (paragraph 24 of the Rules, part 2).

On it stand addresses and names, open or conditional, of recipient and sender, and the numbers of the papers; never
surnames and positions of heads and workers, nor names of structural units. The words here are in dictionary form;
how they are found in any case, and in which names they may stand all the same, is `procedures.cover_check`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


@dataclass(frozen=True, slots=True)
class CoverLine:
    """A line meant for a cover: whether paragraph 24 refuses it, and the words of it that may not stand there."""

    line: str
    refused: bool
    found: tuple[str, ...]


#: Positions, ranks and forms of address that name a person, by language.
POSITIONS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ru": _words("""
            министр вице-министр премьер-министр президент вице-президент спикер глава руководитель соруководитель
            начальник начальница директор директриса гендиректор замдиректор замминистр замначальник председатель
            зампредседатель заместитель заведующий заведующая завотделом управляющий командующий главнокомандующий
            специалист секретарь секретарша инспектор инспекторша советник советница помощник помощница референт
            консультант эксперт аким замаким судья прокурор депутат сенатор аудитор ревизор контролер следователь
            дознаватель оперуполномоченный исполнитель управделами ректор проректор декан профессор доцент
            методист куратор координатор администратор менеджер бухгалтер главбух экономист юрист юрисконсульт
            инженер делопроизводитель документовед архивариус архивист библиотекарь переводчик пресс-секретарь
            сотрудник сотрудница работник работница служащий дежурный главврач посол консул атташе
            командир комендант атаман генерал адмирал полковник подполковник майор капитан лейтенант прапорщик
            старшина сержант ефрейтор генерал-майор генерал-лейтенант генерал-полковник маршал
            господин госпожа гражданин гражданка товарищ
            """),
        "kk": _words("""
            министр вице-министр премьер-министр президент вице-президент спикер басшы бастық төраға орынбасар
            директор меңгеруші басқарушы жетекші маман хатшы инспектор кеңесші көмекші референт консультант
            сарапшы әкім судья төреші прокурор депутат сенатор аудитор бақылаушы тергеуші анықтаушы атқарушы орындаушы
            ректор проректор декан профессор доцент әдіскер үйлестіруші әкімші менеджер бухгалтер есепші
            экономист заңгер инженер мұрағатшы архивші кітапханашы аудармашы қызметкер жұмыскер кезекші елші консул
            командир қолбасшы комендант генерал адмирал полковник подполковник майор капитан лейтенант прапорщик
            старшина сержант ефрейтор мырза ханым жолдас
            """),
    }
)

#: Words that are a position only in some other form than the bare one: "жетекші орталық" is a leading centre,
#: "басқарушы компания" one that manages; and those that, bare and with a capital, are names.
NOT_BARE: Final = frozenset(
    _words("басқарушы жетекші атқарушы орындаушы бақылаушы үйлестіруші жолдас мырза ханым кезекші")
)

NAMES_TOO: Final = "мырза ханым жолдас"

#: Positions of several words, by language.
POSITION_PHRASES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ru": (
            "управляющий делами",
            "управляющая делами",
            "главный врач",
            "старший врач",
            "исполняющий обязанности",
            "исполняющая обязанности",
        ),
        "kk": (
            "міндетін атқарушы",
            "іс басқарушы",
            "бас дәрігер",
            "бөлім меңгерушісі",
            "атқарушы директор",
            "кезекші бөлім",
        ),
    }
)

#: How positions and forms of address are shortened: as they are, with a full stop, or only before a name.
SHORT: Final = "зам врио г-н г-на г-ну г-ном г-не г-жа г-жи г-же г-жу г-жой азаматқа азаматшаға"
SHORT_WITH_STOP: Final = "зам зав нач рук"
SHORT_BEFORE_NAME: Final = "гр тов"
SHORT_LETTERS: Final = frozenset({"и.о.", "м.а."})

#: Structural units by their usual head word, by language; управление, департамент, комитет are bodies as often.
UNITS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ru": _words("""
            отдел подотдел спецотдел сектор группа канцелярия спецканцелярия приемная бухгалтерия подразделение
            кафедра деканат спецчасть пресс-служба машбюро
            """),
        "kk": _words("бөлім сектор топ кеңсе бухгалтерия кафедра деканат"),
    }
)

#: Structural units of several words; those put together of two lists are what a body has inside, whatever it is.
UNIT_PHRASES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ru": (
            "документационная служба",
            "служба документационного обеспечения",
            "структурное подразделение",
            "режимно-секретный орган",
            "дежурная часть",
            "служба внутреннего контроля",
            "управление по защите государственных секретов",
            "служба по защите государственных секретов",
            *(
                f"{what} {head}"
                for what in ("юридический", "кадровый", "юридическое", "кадровое", "юридическая", "кадровая")
                for head in ("управление", "департамент", "служба", "бюро")
            ),
            *(
                f"{head} {what}"
                for head in ("управление", "департамент", "служба")
                for what in ("кадров", "персонала", "персоналом", "делопроизводства", "внутреннего аудита")
            ),
        ),
        "kk": (
            "қабылдау бөлмесі",
            "құжаттамалық қызмет",
            "құрылымдық бөлімше",
            "баспасөз қызметі",
            "мемлекеттік құпияларды қорғау басқармасы",
            "мемлекеттік құпияларды қорғау қызметі",
            *(
                f"{what} {head}"
                for what in (
                    "заң",
                    "кадр",
                    "кадрлар",
                    "персонал",
                    "персоналды басқару",
                    "іс жүргізу",
                    "ішкі аудит",
                )
                for head in ("басқармасы", "департаменті", "қызметі")
            ),
        ),
    }
)

#: What only a unit inside a body does: an "отдел кадров города" is no body of the city, an "отдел образования" is.
INSIDE: Final = _words("""
    кадров кадровый персонала делопроизводства бухгалтерия бухгалтерский документационный юридический анализа
    аналитический аудита контроля закупок режима хозяйственный мобилизационный учета канцелярия
    кадр құжаттамалық заң талдау аудит бақылау жүргізу жұмылдыру
    """)
