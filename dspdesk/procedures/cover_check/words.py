"""Words by which names of organisations, streets and places are known, in which a surname or a position may stand.

They are in dictionary form here and are met in all cases; what is shortened is listed as it is written.
"""

from functools import cache
from typing import Final

from dspdesk.language import inflection_kk, inflection_ru
from dspdesk.language.inflection import Case, joined, keys
from dspdesk.law import cover

#: A street and what is like it, named before its name (ул. Абая).
STREETS: Final = """
    улица проспект площадь переулок бульвар шоссе проезд набережная тупик тракт аллея квартал микрорайон массив
    трасса парк сквер аэропорт разъезд проезд городок жилмассив
"""
STREETS_SHORT: Final = "ул пр просп пр-т пр-кт прт пл пер бул б-р наб туп мкр мкрн мкр-н м-н кв-л пр-д"
#: In these the name may be a number, after which no other name follows.
NUMBERED: Final = "мкр мкрн мкр-н м-н микрорайон квартал кв-л"
#: A place, named before its name (город Абай); the letters alone need their full stop.
PLACES: Final = "город село аул поселок деревня станица станция область район округ порт"
PLACES_SHORT: Final = "обл р-н пос гор"
PLACE_LETTERS: Final = frozenset("гспа")

#: The same, named after the name (Абай көшесі, Абай қаласы).
STREETS_AFTER: Final = """
    көше даңғыл алаң бульвар тұйық өткел жағалау жол мөлтекаудан орам саябақ әуежай тасжол аллея
"""
STREETS_AFTER_SHORT: Final = "көш к-сі дң даң даңғ мөлт"
PLACES_AFTER: Final = "қала ауыл аудан облыс кент округ станция бекет"
PLACES_AFTER_SHORT: Final = "обл ауд"
CONJUNCTIONS: Final = "и мен және"
PLACE_LETTERS_AFTER: Final = frozenset("қакг")

#: Who a street may be named as, before the name, and what may stand inside a name without a capital.
TITLES: Final = """
    академик маршал генерал адмирал полковник подполковник майор капитан лейтенант сержант герой летчик космонавт
    профессор доктор врач поэт писатель певец композитор братья сестры святой князь командир комбриг комиссар
    президент первый инженер учитель батыр хан ақын жазушы халық қаһарман ғалым партизан
"""
TITLES_SHORT: Final = "акад ак ген марш проф св адм кап"
INSIDE_NAMES: Final = """
    батыр хан би сал сері қажы ата ана жырау датқа аль әл ұлы тархан баба шейх лет победы и және мен де союза народный
    советского победа революция война труд
"""

#: Forms of organisations as they are written, before the name in Russian and after it in Kazakh; those of one
#: person bear his name.
LEGAL_FORMS: Final[dict[str, str]] = {
    "ru": """
    тоо оао зао ао ооо пао нао ргп ргкп кгп кгкп гкп гккп гу ргу кгу гкп нии нпо нпп нк оюл оф оо роо чу пк спк
    кск оси пхв бц тц трц рц тд дк цон снт
    """,
    "kk": """
    жшс ақ жақ аақ кеақ ұк ұақ рмк рмкк рмқк кмк кмкк мкк мкқк шжқ кмм рмм мм мк ққ қб рқб жм бқ өк пик миб
    """,
}
ONE_PERSON: Final = "ип чп кх фх жк шқ"

#: Institutions that bear a name, in quotation marks, before or after it (Больница Ахметова, Назарбаев Университеті).
INSTITUTIONS: Final[dict[str, str]] = {
    "ru": """
    товарищество общество компания фирма корпорация холдинг банк фонд завод фабрика комбинат предприятие учреждение
    филиал школа лицей гимназия колледж училище университет институт академия больница поликлиника клиника
    госпиталь санаторий музей дом-музей театр библиотека центр агентство союз ассоциация палата партия газета журнал
    издательство редакция типография гостиница отель магазин рынок хозяйство кооператив рудник шахта трест концерн
    объединение организация клуб стадион лагерь детсад сад медресе мечеть собор консерватория филармония
    ресторан кафе салон база бизнес-центр комплекс
    """,
    "kk": """
    серіктестік қоғам компания фирма корпорация холдинг банк қор зауыт фабрика комбинат кәсіпорын мекеме филиал
    мектеп лицей гимназия колледж училище университет институт академия аурухана емхана клиника госпиталь шипажай
    мұражай музей театр кітапхана орталық агенттік одақ қауымдастық палата партия газет журнал баспа қонақүй шаруашылық
    кооператив кеніш шахта трест концерн бірлестік ұйым клуб стадион лагерь бақша мешіт консерватория филармония
    мейрамхана дәмхана кешен
    """,
}

#: Bodies: what follows a unit's name when the unit is inside one.
BODIES: Final[dict[str, str]] = {
    "ru": """
    министерство комитет агентство департамент управление акимат прокуратура суд служба инспекция маслихат парламент
    мажилис сенат правительство аппарат администрация комиссия палата центр предприятие общество банк университет
    институт академия фонд корпорация компания товарищество рмк ргп ао тоо ргу кгу гу
    """,
    "kk": """
    министрлік комитет агенттік департамент басқарма әкімдік прокуратура сот қызмет инспекция мәслихат парламент
    мәжіліс сенат үкімет аппарат әкімшілік комиссия палата орталық кәсіпорын қоғам банк университет
    институт академия қор корпорация компания серіктестік
    """,
}

#: Posts whose holder has bodies of his own, and those bodies (Аппарат акима, Президенттің Архиві).
POSTS_WITH_BODIES: Final[dict[str, str]] = {
    "ru": "президент премьер-министр аким",
    "kk": "президент премьер-министр әкім",
}
BODIES_OF_POSTS: Final[dict[str, str]] = {
    "ru": """
    аппарат администрация архив библиотека канцелярия резиденция делами офис центр фонд музей академия институт
    совет комиссия госпиталь больница представительство
    """,
    "kk": """
    аппарат әкімшілік архив мұрағат кітапхана кеңсе резиденция басқарма орталық қор музей мұражай академия институт
    кеңес комиссия аурухана госпиталь
    """,
}

#: What makes a unit's name that of a body: the territory it serves, or the rank of the body.
TERRITORIES: Final[dict[str, str]] = {
    "ru": "город область район округ регион село",
    "kk": "қала облыс аудан округ өңір ауыл",
}
TERRITORIES_SHORT: Final = "обл р-на"
RANKS: Final[dict[str, str]] = {
    "ru": """
    национальный государственный республиканский центральный областной городской районный казахский казахстанский
    евразийский международный высший верховный
    """,
    "kk": "мемлекеттік ұлттық республикалық орталық облыстық қалалық аудандық қазақ қазақстандық халықаралық жоғарғы",
}

#: What stands beside initials and is no surname.
BUILDINGS: Final = """
    дом здание корпус блок литер строение квартира офис кабинет этаж подъезд секция бокс помещение индекс
    үй ғимарат пәтер кеңсе бөлме қабат кіреберіс
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    казахстан республика қазақстан том часть тіл
"""
#: Towns and regions: where a capital alone after or before them is "город" or "қала".
TOWNS: Final = """
    Астана Алматы Шымкент Актобе Ақтөбе Атырау Актау Ақтау Караганда Қарағанды Кокшетау Көкшетау Костанай
    Қостанай Кызылорда Қызылорда Павлодар Петропавловск Петропавл Семей Талдыкорган Талдықорған Тараз Туркестан
    Түркістан Уральск Орал Усть-Каменогорск Өскемен Жезказган Жезқазған Экибастуз Екібастұз Темиртау Теміртау
    Рудный Балхаш Балқаш Жанаозен Жаңаөзен Риддер Степногорск Щучинск Аркалык Арқалық Аральск Арал Байконур
    Байқоңыр Кентау Кульсары Құлсары Лисаковск Саран Сарань Шахтинск Приозерск Аягоз Аягөз Отар Капчагай
    Қапшағай Нур-Султан Нұр-Сұлтан Казахстан Қазақстан Москва Ташкент Бишкек Новгород Петербург
"""
TOWNS_LIKE_SURNAMES: Final = "Конаев Қонаев Сатпаев Сәтбаев"


@cache
def russian(listed: str) -> dict[str, Case]:
    """The words of a list in all cases of Russian."""
    return joined(*(inflection_ru.noun_forms(word) for word in listed.split()))


@cache
def kazakh(listed: str) -> dict[str, Case]:
    """The words of a list in all cases of Kazakh, also as what belongs to someone."""
    return joined(*(inflection_kk.noun_forms(word) for word in listed.split()))


@cache
def both(listed: str) -> dict[str, Case]:
    """The words of a list in all cases of both languages."""
    return joined(russian(listed), kazakh(listed))


@cache
def as_written(listed: str) -> frozenset[str]:
    """The words of a list as they are."""
    return frozenset(key for word in listed.split() for key in keys(word))


@cache
def legal_forms() -> frozenset[str]:
    """Forms of organisations, in both languages."""
    return as_written(" ".join((*LEGAL_FORMS.values(), ONE_PERSON)))


@cache
def institutions() -> dict[str, Case]:
    """Words for institutions in all cases of both languages."""
    return joined(russian(INSTITUTIONS["ru"]), kazakh(INSTITUTIONS["kk"]))


@cache
def bodies() -> dict[str, Case]:
    """Words for bodies in all cases of both languages."""
    return joined(russian(BODIES["ru"]), kazakh(BODIES["kk"]))


@cache
def ranks() -> dict[str, Case]:
    """Words for the rank of a body in all cases of both languages."""
    return joined(russian(RANKS["ru"]), kazakh(RANKS["kk"]))


@cache
def inside() -> dict[str, Case]:
    """What only a unit inside a body does, in all cases."""
    return both(" ".join(cover.INSIDE))
