"""Word forms of both languages, and when two spellings are one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.language import inflection_kk, inflection_ru
from dspdesk.language.inflection import NAMING, Case, joined, keys, loosely

SURNAMES = {
    "Тлеуов": "тлеуов тлеуова тлеуову тлеуовым тлеуове тлеуовой тлеуовы тлеуовых тлеуовыми",
    "Соколова": "соколов соколова соколову соколовым соколове соколовой соколовы",
    "Лисицын": "лисицына лисицыну лисицыным лисицыне лисицыной",
    "Зорин": "зорина зорину зориным зорине зориной зорином",
    "Калина": "калины калине калину калиной калин калиным",
    "Лещёв": "лещёва лещёву лещёвым лещёве лещёвой",
    "Пак": "пак пака паку паком паке паки паков",
    "Мельник": "мельника мельнику мельником мельнике мельники",
    "Хан": "хана хану ханом хане",
    "Югай": "югая югаю югаем югае",
    "Цой": "цоя цою цоем цое",
    "Рябой": "рябого рябому рябым рябом рябая рябой рябую",
    "Заречный": "заречного заречному заречным заречном заречная заречной заречную заречные",
    "Заречная": "заречный заречного заречному заречной заречную",
    "Верхний": "верхнего верхнему верхним верхнем верхняя верхней верхнюю",
    "Вишневский": "вишневского вишневскому вишневским вишневском вишневская вишневской вишневскую",
    "Гриценко": "гриценко гриценка гриценку гриценком гриценке",
    "Коваль": "коваля ковалю ковалем ковале",
    "Соболь": "соболя соболю соболи соболью",
    "Воробей": "воробья воробью воробьем воробье воробея",
    "Кравец": "кравца кравцу кравцом кравце",
    "Стрелец": "стрельца стрельцу",
    "Заяц": "зайца зайцу зайцем",
    "Волчок": "волчка волчку волчком",
    "Лев": "льва льву львом льве",
    "Муса": "мусы мусе мусу мусой",
    "Заря": "зари заре зарю зарей",
    "Берия": "берии берию берией",
    "Нургали": "нургали нургалия нургалию",
    "Черных": "черных",
    "Ким": "кима киму кимом киме",
}


@pytest.mark.parametrize(("surname", "expected"), SURNAMES.items())
def test_russian_surnames_in_all_cases(surname, expected):
    assert set(expected.split()) <= set(inflection_ru.surname_forms(surname))


@pytest.mark.parametrize(
    ("surname", "others"),
    [
        ("Ким", "кимаров кимов-ата кимка кимовский"),
        ("Пак", "пакет пакистан пакта"),
        ("Черных", "черныха черный"),
        ("Сейдуалы", "сейдуала"),
        ("Тлеуов", "тлеу тлеуовка тлеуовский"),
        ("Югай", "юга югайский"),
    ],
)
def test_other_words_are_no_forms_of_a_surname(surname, others):
    assert set(inflection_ru.surname_forms(surname)).isdisjoint(others.split())


@pytest.mark.parametrize(
    ("surname", "borne"),
    [
        ("Тлеуов", {"тлеуов", "тлеуова"}),
        ("Тлеуова", {"тлеуов", "тлеуова"}),
        ("Вишневская", {"вишневский", "вишневская"}),
        ("Пак", {"пак"}),
        ("Гриценко", {"гриценко"}),
    ],
)
def test_husband_and_wife(surname, borne):
    assert borne <= set(inflection_ru.nominatives(surname))


def test_cases_of_a_surname():
    forms = inflection_ru.surname_forms("Тлеуов")
    assert forms["тлеуов"] == Case.NOMINATIVE
    assert forms["тлеуова"] == Case.NOMINATIVE | Case.GENITIVE
    assert forms["тлеуовой"] == Case.GENITIVE | Case.OTHER
    assert forms["тлеуову"] == Case.OTHER
    assert not forms["тлеуову"] & NAMING


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("отдел", "отдела отделу отделом отделе отделы отделов отделам"),
        ("управление", "управления управлению управлением управлении"),
        ("канцелярия", "канцелярии канцелярию канцелярией"),
        ("группа", "группы группе группу группой групп"),
        ("часть", "части частью"),
        ("секретарь", "секретаря секретарю секретарем секретаре"),
        ("судья", "судьи судье судью судьей судей судьям"),
        ("заведующий", "заведующего заведующему заведующим заведующем заведующей заведующую"),
        ("юридическое", "юридического юридическому юридическим юридическая юридической"),
        ("бюро", "бюро"),
    ],
)
def test_russian_nouns_and_adjectives(noun, expected):
    assert set(expected.split()) <= set(inflection_ru.noun_forms(noun))


NAMES = {
    "Тлеуов": "тлеуовтың тлеуовтің тлеуовқа тлеуовке тлеуовты тлеуовта тлеуовтан тлеуовтен тлеуовпен тлеуовтар",
    "Соколова": "соколованың соколоваға соколованы соколовада соколовадан соколовамен соколовалар",
    "Сейдуәли": "сейдуәлиға сейдуәлиге сейдуәлидің сейдуәлидың сейдуәлиді сейдуәлиден сейдуәлимен",
    "Бектұр": "бектұрдың бектұрға бектұрды бектұрда бектұрдан бектұрмен бектұрлар",
    "Үсен": "үсеннің үсенге үсенді үсенде үсеннен үсенмен үсендер",
    "Жұмабек": "жұмабектің жұмабекке жұмабекті жұмабектен жұмабекпен",
    "Ораз": "ораздың оразға оразды ораздан оразбен",
    "Ким": "кимнің кимге кимді кимнен киммен",
    "Гриценко": "гриценконың гриценкоға гриценконы",
}


@pytest.mark.parametrize(("name", "expected"), NAMES.items())
def test_kazakh_cases_of_names(name, expected):
    assert set(expected.split()) <= set(inflection_kk.case_forms(name))


@pytest.mark.parametrize(
    ("name", "others"), [("Ли", "лидер лифт лига-чемпионов"), ("Үсен", "үсенға үсентің"), ("Ораз", "оразпен")]
)
def test_what_kazakh_does_not_say(name, others):
    assert set(inflection_kk.case_forms(name)).isdisjoint(others.split())


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        (
            "бөлім",
            "бөлімнің бөлімге бөлімі бөлімінің бөліміне бөлімін бөлімінде бөлімінен бөлімімен бөлімдері",
        ),
        ("бөлімі", "бөлім бөлімге бөлімінің бөліміне"),
        ("бастық", "бастыққа бастығы бастығына бастығының бастықтар"),
        ("басшы", "басшыға басшысы басшысына басшысының басшыларға"),
        ("басқармасы", "басқарма басқармаға басқармасына"),
        ("мектебі", "мектеп мектепке мектебіне"),
        ("орталық", "орталығы орталығына"),
        ("министр", "министрге министрі министріне министрлер"),
        ("кеңсе", "кеңсеге кеңсесі кеңсесінің"),
        ("бақылау", "бақылауы бақылауға"),
    ],
)
def test_kazakh_nouns_also_as_what_belongs_to_someone(noun, expected):
    assert set(expected.split()) <= set(inflection_kk.noun_forms(noun))


def test_many_are_told_from_one():
    assert inflection_ru.noun_forms("судья")["судей"] == Case.MANY
    assert inflection_kk.noun_forms("судья")["судьялар"] == Case.MANY
    assert inflection_kk.noun_forms("судья")["судьялардың"] == Case.MANY
    assert inflection_kk.noun_forms("судья")["судьясының"] == Case.GENITIVE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Сейтқали", "СЕЙТКАЛИ"),
        ("Лещёв", "Лещев"),
        ("Тлеуов", "Tлeуoв"),  # half of it on the Latin layout
        ("Мектеп", "Meктeп"),
        ("Өсербаев", "Осербаев"),
        ("Өсербаев", "Усербаев"),
        ("Омар", "Oмap"),
        ("Кан", "KAH"),  # the whole of it
        ("Лещев", "Леще\u0308в"),
        ("Тлеуов", "Тле\N{SOFT HYPHEN}уов"),
        ("О’Хара", "О'Хара"),
    ],
)
def test_two_spellings_of_one_word(one, other):
    assert keys(one) & keys(other)


def test_a_latin_word_stays_one():
    assert keys("Kazgidromet") == {"kazgidromet"}


def test_signs_that_one_language_leaves_out():
    assert {loosely(key) for key in keys("Ауельбек")} == {loosely(key) for key in keys("Әуелбек")}


def test_forms_are_joined_with_the_cases_of_all():
    together = joined({"қас": Case.NOMINATIVE}, {"кас": Case.OTHER}, {"өс": Case.MANY})
    assert together == {"кас": Case.NOMINATIVE | Case.OTHER, "ос": Case.MANY, "ус": Case.MANY}


WORDS = st.text(alphabet="абвгеёийклмнорстуцьыюяәғқңөұүһі-", max_size=12)


@given(WORDS)
def test_any_word_has_forms_and_is_one_of_them(word):
    for forms in (
        inflection_ru.surname_forms,
        inflection_ru.noun_forms,
        inflection_kk.case_forms,
        inflection_kk.noun_forms,
    ):
        assert word in forms(word)
        assert all(case for case in forms(word).values())
    assert inflection_ru.nominatives(word)
