"""Periods of storage: as plans of both languages write them, and what they mean for a case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.law.retention import IN_YEARS, LONG, Period, Retention, RetentionKind
from dspdesk.law.values import Impossible

PERMANENT, YEARS = RetentionKind.PERMANENT, RetentionKind.YEARS
REPLACED, NEEDED = RetentionKind.UNTIL_REPLACED, RetentionKind.UNTIL_NOT_NEEDED
DISSOLVED, LESS_AGE = RetentionKind.UNTIL_LIQUIDATION, RetentionKind.YEARS_LESS_AGE

#: What the fourth column of the sample plans says, and a plan of another hand: what is written, and what is meant.
WRITTEN = [
    ("Постоянно, ст. 12", Retention(PERMANENT, article="12")),
    ("5 лет, ст. 47", Retention(YEARS, 5, article="47")),
    ("3 года, ст. 140", Retention(YEARS, 3, article="140")),
    ("1 год, ст. 350", Retention(YEARS, 1, article="350")),
    ("15 лет ЭПК, ст. 88", Retention(YEARS, 15, expert=True, article="88")),
    ("75 лет, ст. 337", Retention(YEARS, 75, article="337")),
    ("До замены новыми", Retention(REPLACED)),
    ("До минования надобности", Retention(NEEDED)),
    ("Тұрақты, 18-бап", Retention(PERMANENT, article="18")),
    ("5 жыл, 132-бап", Retention(YEARS, 5, article="132")),
    ("15 жыл СТК, 88-бап", Retention(YEARS, 15, expert=True, article="88")),
    ("Жаңасымен ауыстырылғанға дейін", Retention(REPLACED)),
    ("Қажеттілігі өткенге дейін", Retention(NEEDED)),
    ("  пост. ", Retention(PERMANENT)),
    ("ПОСТОЯННО", Retention(PERMANENT)),
    ("ДМН", Retention(NEEDED)),
    ("5 л.", Retention(YEARS, 5)),
    ("10 лет (ЭПК), п. 21", Retention(YEARS, 10, expert=True, article="21")),
    ("3 года ЦЭК ст. 140а", Retention(YEARS, 3, expert=True, article="140а")),
    # as clerks type them: no-break spaces, full stops, brackets, abbreviations
    ("5\N{NO-BREAK SPACE}лет\N{NO-BREAK SPACE}ЭПК", Retention(YEARS, 5, expert=True)),
    ("5 л. ЭПК", Retention(YEARS, 5, expert=True)),
    ("10 л.", Retention(YEARS, 10)),
    ("1 г.", Retention(YEARS, 1)),
    ("15 ЛЕТ ЭПК.", Retention(YEARS, 15, expert=True)),
    ("5 лет (ЭПК)", Retention(YEARS, 5, expert=True)),
    ("5 лет с отметкой ЭПК, п. 12", Retention(YEARS, 5, expert=True, article="12")),
    ("5 жыл СТК белгісі", Retention(YEARS, 5, expert=True)),
    ("5 ж. СТК", Retention(YEARS, 5, expert=True)),
    ("5 жыл (СТК), 47 бап", Retention(YEARS, 5, expert=True, article="47")),
    ("5 жыл, 21-тармақ.", Retention(YEARS, 5, article="21")),
    ("Постоянно, ст. 12.", Retention(PERMANENT, article="12")),
    ("Постоянное хранение", Retention(PERMANENT)),
    ("Пост., п.12-1", Retention(PERMANENT, article="12-1")),
    ("Постоянно (п. 12)", Retention(PERMANENT, article="12")),
    ("5 лет, ст. 12,13", Retention(YEARS, 5, article="12, 13")),
    ("тұрақты.", Retention(PERMANENT)),
    ("Тұрақты сақтау", Retention(PERMANENT)),
    ("До ликвидации организации", Retention(DISSOLVED)),
    ("до ликвидации орг., п. 8", Retention(DISSOLVED, article="8")),
    ("ДО ЛИКВ. ОРГАНИЗАЦИИ", Retention(DISSOLVED)),
    ("До ликвидации государственного органа", Retention(DISSOLVED)),
    ("До ликвидации", Retention(DISSOLVED)),
    ("Ұйым таратылғанға дейін", Retention(DISSOLVED)),
    ("Ұйым таратылғанға дейін, 8-бап", Retention(DISSOLVED, article="8")),
    ("мемлекеттік орган таратылғанша", Retention(DISSOLVED)),
    ("По минованию надобности", Retention(NEEDED)),
    ("до минования надобности.", Retention(NEEDED)),
    ("Қажеттілігі өткенше", Retention(NEEDED)),
    ("Қажет болмағанға дейін", Retention(NEEDED)),
    ("До замены", Retention(REPLACED)),
    ("До замены на новые", Retention(REPLACED)),
    ("Жаңасымен ауыстырылғанша", Retention(REPLACED)),
    ("Жаңаларымен ауыстырылғанға дейін", Retention(REPLACED)),
    ("75 лет – В", Retention(LESS_AGE, 75)),
    ("75 лет-«В», ст. 337", Retention(LESS_AGE, 75, article="337")),
    ('75 л. — "В" ЭПК', Retention(LESS_AGE, 75, expert=True)),
    ("75 лет ЭПК – В", Retention(LESS_AGE, 75, expert=True)),
    ("75 жыл – В", Retention(LESS_AGE, 75)),
    ("75 жыл – адамның жасы", Retention(LESS_AGE, 75)),
    ("3 года после увольнения", Retention(RetentionKind.YEARS_AFTER_DISMISSAL, 3)),
    ("3 г. после увольнения работника", Retention(RetentionKind.YEARS_AFTER_DISMISSAL, 3)),
    ("Жұмыстан босатылғаннан кейін 3 жыл", Retention(RetentionKind.YEARS_AFTER_DISMISSAL, 3)),
    ("3 года после замены новыми, ст. 5", Retention(RetentionKind.YEARS_AFTER_REPLACED, 3, article="5")),
    ("жаңасымен ауыстырылғаннан кейін 3 жыл", Retention(RetentionKind.YEARS_AFTER_REPLACED, 3)),
    (
        "5 лет ЭПК после истечения срока действия договора",
        Retention(RetentionKind.YEARS_AFTER_EXPIRY, 5, True),
    ),
    ("Шарттың қолданылу мерзімі өткеннен кейін 5 жыл", Retention(RetentionKind.YEARS_AFTER_EXPIRY, 5)),
    ("5 лет после завершения проверки", Retention(RetentionKind.YEARS_AFTER_INSPECTION, 5)),
    ("тексеру аяқталғаннан кейін 5 жыл", Retention(RetentionKind.YEARS_AFTER_INSPECTION, 5)),
    ("1 год после исполнения", Retention(RetentionKind.YEARS_AFTER_EXECUTION, 1)),
    ("3 года после снятия с учёта", Retention(RetentionKind.YEARS_AFTER_STRUCK_OFF, 3)),
    ("3 года после отмены", Retention(RetentionKind.YEARS_AFTER_REPEAL, 3)),
    ("5 лет после ликвидации организации", Retention(RetentionKind.YEARS_AFTER_LIQUIDATION, 5)),
    ("Ұйым таратылғаннан кейін 5 жыл", Retention(RetentionKind.YEARS_AFTER_LIQUIDATION, 5)),
]


@pytest.mark.parametrize(("written", "meant"), WRITTEN)
def test_what_a_plan_writes_is_read(written: str, meant: Retention):
    assert Retention.parse(written) == meant


#: What is no period, and what says more than can be kept: read wrongly, a case would be made up wrongly.
UNREADABLE = [
    "", "см. примечание", "0 лет", "151 год", "лет", "пять лет", "5", "долго", "посторонние документы", "5 лет*",
    "5-10 лет", "не менее 5 лет", "5 лет и более", "Постоянно или 5 лет", "5 лет ЭПК ЦЭК", "5 лет, ст. 47 п. 3",
    "5 лет (2)", "3 года после пожара", "3 года после", "после увольнения", "до пенсии", "до замены руководителя",
    "до ликвидации последствий", "до минования", "75 лет – Г", "Тұрақты емес", "кейін 3 жыл", "0 лет после увольнения",
    "таратылған", "5 лет после ликвидации аварии", "Постоянно, до 2030 года", "қажеттілігі", "ауыстырылған", "пост ГАИ",
]  # fmt: skip


@pytest.mark.parametrize("written", UNREADABLE)
def test_what_is_no_period_is_not_read(written: str):
    assert Retention.parse(written) is None


def all_periods() -> list[Retention]:
    kinds = [(kind, 3 if kind in IN_YEARS else None) for kind in RetentionKind if kind is not YEARS]
    years: list[tuple[RetentionKind, int | None]] = [
        (YEARS, count) for count in (1, 2, 4, 5, 10, 11, 14, 15, 21, 22, 75, 100, 101, 111, 150)
    ]
    return [
        Retention(kind, count, expert, article)
        for kind, count in (*kinds, *years)
        for expert in (False, True)
        for article in ("", "88")
    ]


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("period", all_periods(), ids=lambda one: one.words("ru"))
def test_every_period_is_read_as_it_is_said(period: Retention, language: str):
    assert Retention.parse(period.words(language)) == period


COUNTS = st.integers(min_value=1, max_value=150)
ARTICLES = st.from_regex(r"|[1-9]\d{0,3}(?:[.-][1-9]\d?)?[абв]?(?:, [1-9]\d{0,2})?", fullmatch=True)


@st.composite
def periods(draw: st.DrawFn) -> Retention:
    kind = draw(st.sampled_from(RetentionKind))
    years = draw(COUNTS) if kind in IN_YEARS else None
    return Retention(kind, years, draw(st.booleans()), draw(ARTICLES))


@given(
    period=periods(), language=st.sampled_from(["kk", "ru"]), change=st.sampled_from([str, str.upper, str.lower]),
    space=st.sampled_from([" ", "  ", "\N{NO-BREAK SPACE}", " \n"]), tail=st.sampled_from(["", ".", " ", ";"]),
)  # fmt: skip
def test_every_period_is_read_however_it_is_typed(period, language, change, space, tail) -> None:
    assert Retention.parse(change(period.words(language)).replace(" ", space) + tail) == period


@given(st.text(alphabet="0123456789 летжылпостдвзаекнтрқығұ.,-–()ЭПК", max_size=30))
def test_what_is_read_is_said_again_as_it_was_read(written: str) -> None:
    read = Retention.parse(written)
    assert read is None or [Retention.parse(read.words(language)) for language in ("kk", "ru")] == [read] * 2


@pytest.mark.parametrize(
    ("count", "written"),
    [
        (1, "1 год"),
        (3, "3 года"),
        (5, "5 лет"),
        (11, "11 лет"),
        (12, "12 лет"),
        (21, "21 год"),
        (111, "111 лет"),
    ],
)
def test_years_in_russian_follow_their_number(count: int, written: str):
    assert Retention(YEARS, count).words("ru") == written


@pytest.mark.parametrize("kind", RetentionKind)
def test_every_kind_has_its_words_in_both_languages(kind: RetentionKind) -> None:
    period = Retention(kind, 3 if kind in IN_YEARS else None)
    ru, kk = period.words("ru"), period.words("kk")
    assert ru != kk
    assert (ru[0].isdigit() or ru[0].isupper(), kk[0].isdigit() or kk[0].isupper()) == (True, True)
    assert ("3 года" in ru, "3 жыл" in kk) == (kind in IN_YEARS,) * 2


def test_the_order_of_words():
    period = Retention(YEARS, 15, expert=True, article="88")
    assert (period.words("ru"), period.words("kk")) == ("15 лет ЭПК, ст. 88", "15 жыл СТК, 88-бап")


@pytest.mark.parametrize(
    ("kind", "years"),
    [
        (LESS_AGE, None),
        (DISSOLVED, 5),
        (YEARS, None),
        (PERMANENT, 5),
        (REPLACED, 1),
        (YEARS, 0),
        (YEARS, -1),
        (YEARS, 151),
    ],
)
def test_a_period_that_cannot_be(kind: RetentionKind, years: int | None):
    with pytest.raises(Impossible):
        Retention(kind, years)


@pytest.mark.parametrize(
    ("period", "meant"),
    [
        (Retention(PERMANENT), Period.PERMANENT),
        (Retention(YEARS, LONG + 1), Period.LONG),
        (Retention(YEARS, LONG), Period.SHORT),  # "over 10 years" (paragraph 32)
        (Retention(YEARS, 1), Period.SHORT),
        (Retention(REPLACED), Period.SHORT),
        (Retention(NEEDED), Period.SHORT),
        (Retention(DISSOLVED), Period.LONG),  # nobody can say that it is not over 10 years
        (Retention(RetentionKind.YEARS_AFTER_LIQUIDATION, 1), Period.LONG),
        (Retention(LESS_AGE, 75), Period.LONG),
        (Retention(RetentionKind.YEARS_AFTER_DISMISSAL, 3), Period.SHORT),  # the 3 years are the period
        (Retention(RetentionKind.YEARS_AFTER_DISMISSAL, LONG + 1), Period.LONG),
    ],
)
def test_what_a_period_means_for_its_case(period: Retention, meant: Period):
    assert period.period is meant
    assert period.permanent is (meant is Period.PERMANENT)
