"""Periods of storage: as plans of both languages write them, and what they mean for a case."""

import pytest

from dspdesk.law.retention import LONG, Period, Retention, RetentionKind
from dspdesk.law.values import Impossible

PERMANENT, YEARS = RetentionKind.PERMANENT, RetentionKind.YEARS
REPLACED, NEEDED = RetentionKind.UNTIL_REPLACED, RetentionKind.UNTIL_NOT_NEEDED

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
]


@pytest.mark.parametrize(("written", "meant"), WRITTEN)
def test_what_a_plan_writes_is_read(written: str, meant: Retention):
    assert Retention.parse(written) == meant


@pytest.mark.parametrize("written", ["", "см. примечание", "0 лет", "151 год", "лет", "пять лет", "5"])
def test_what_is_no_period_is_not_read(written: str):
    assert Retention.parse(written) is None


def all_periods() -> list[Retention]:
    kinds = [(kind, None) for kind in RetentionKind if kind is not YEARS]
    years = [(YEARS, count) for count in (1, 2, 4, 5, 10, 11, 14, 15, 21, 22, 75, 100, 101, 111, 150)]
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


def test_the_order_of_words():
    period = Retention(YEARS, 15, expert=True, article="88")
    assert (period.words("ru"), period.words("kk")) == ("15 лет ЭПК, ст. 88", "15 жыл СТК, 88-бап")


@pytest.mark.parametrize(
    ("kind", "years"), [(YEARS, None), (PERMANENT, 5), (REPLACED, 1), (YEARS, 0), (YEARS, -1), (YEARS, 151)]
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
    ],
)
def test_what_a_period_means_for_its_case(period: Retention, meant: Period):
    assert period.period is meant
    assert period.permanent is (meant is Period.PERMANENT)
