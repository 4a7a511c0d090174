"""Numbers in words: checked by hand, and read back by a small reader of their own."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.language import Language
from dspdesk.language.numbers import (
    CASE_FILE,
    COPY,
    DOCUMENT,
    LARGEST,
    PAGE,
    PUBLICATION,
    SHEET,
    VOLUME,
    counted,
    figures,
    figures_and_words,
    in_words_kk,
    in_words_ru,
    noun_ru,
    ordinal_kk,
    ordinal_suffix_kk,
    sheet_of,
)

NUMBERS = st.one_of(st.integers(0, 9_999), st.integers(0, LARGEST))
GENDERS = st.sampled_from("mfn")
CASES = st.sampled_from(["nominative", "genitive"])

RUSSIAN = {
    0: "ноль",
    1: "один",
    2: "два",
    3: "три",
    10: "десять",
    11: "одиннадцать",
    14: "четырнадцать",
    19: "девятнадцать",
    20: "двадцать",
    21: "двадцать один",
    40: "сорок",
    58: "пятьдесят восемь",
    90: "девяносто",
    100: "сто",
    101: "сто один",
    112: "сто двенадцать",
    180: "сто восемьдесят",
    200: "двести",
    342: "триста сорок два",
    400: "четыреста",
    999: "девятьсот девяносто девять",
    1000: "одна тысяча",
    1001: "одна тысяча один",
    2021: "две тысячи двадцать один",
    5000: "пять тысяч",
    11000: "одиннадцать тысяч",
    21000: "двадцать одна тысяча",
    22022: "двадцать две тысячи двадцать два",
    100000: "сто тысяч",
    1000000: "один миллион",
    1000001: "один миллион один",
    2002002: "два миллиона две тысячи два",
    111000000: "сто одиннадцать миллионов",
    999999999: "девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч "
    "девятьсот девяносто девять",
}
RUSSIAN_OTHERWISE = {
    (1, "f", "nominative"): "одна",
    (1, "n", "nominative"): "одно",
    (2, "f", "nominative"): "две",
    (2, "n", "nominative"): "два",
    (21, "f", "nominative"): "двадцать одна",
    (102, "f", "nominative"): "сто две",
    (1000, "n", "nominative"): "одна тысяча",
    (2001, "f", "nominative"): "две тысячи одна",
    (1_000_001, "f", "nominative"): "один миллион одна",
    (1_000_001, "n", "nominative"): "один миллион одно",
    (0, "m", "genitive"): "нуля",
    (1, "m", "genitive"): "одного",
    (1, "f", "genitive"): "одной",
    (1, "n", "genitive"): "одного",
    (2, "f", "genitive"): "двух",
    (4, "m", "genitive"): "четырёх",
    (11, "m", "genitive"): "одиннадцати",
    (40, "m", "genitive"): "сорока",
    (58, "m", "genitive"): "пятидесяти восьми",
    (90, "m", "genitive"): "девяноста",
    (180, "m", "genitive"): "ста восьмидесяти",
    (243, "m", "genitive"): "двухсот сорока трёх",
    (500, "m", "genitive"): "пятисот",
    (1001, "m", "genitive"): "одной тысячи одного",
    (2021, "f", "genitive"): "двух тысяч двадцати одной",
    (21000, "m", "genitive"): "двадцати одной тысячи",
    (1_000_001, "f", "genitive"): "одного миллиона одной",
    (2_000_000, "m", "genitive"): "двух миллионов",
}
KAZAKH = {
    0: "нөл",
    1: "бір",
    2: "екі",
    3: "үш",
    4: "төрт",
    5: "бес",
    6: "алты",
    9: "тоғыз",
    10: "он",
    11: "он бір",
    20: "жиырма",
    27: "жиырма жеті",
    38: "отыз сегіз",
    40: "қырық",
    50: "елу",
    66: "алпыс алты",
    74: "жетпіс төрт",
    85: "сексен бес",
    99: "тоқсан тоғыз",
    100: "жүз",
    101: "жүз бір",
    180: "жүз сексен",
    200: "екі жүз",
    345: "үш жүз қырық бес",
    1000: "бір мың",
    1100: "бір мың жүз",
    2021: "екі мың жиырма бір",
    21000: "жиырма бір мың",
    100000: "жүз мың",
    101000: "жүз бір мың",
    1000000: "бір миллион",
    1000001: "бір миллион бір",
    999999999: "тоғыз жүз тоқсан тоғыз миллион тоғыз жүз тоқсан тоғыз мың тоғыз жүз тоқсан тоғыз",
}
KAZAKH_ORDINALS = {
    0: "нөлінші",
    1: "бірінші",
    2: "екінші",
    3: "үшінші",
    4: "төртінші",
    5: "бесінші",
    6: "алтыншы",
    7: "жетінші",
    8: "сегізінші",
    9: "тоғызыншы",
    10: "оныншы",
    20: "жиырмасыншы",
    26: "жиырма алтыншы",
    30: "отызыншы",
    40: "қырқыншы",
    50: "елуінші",
    60: "алпысыншы",
    70: "жетпісінші",
    80: "сексенінші",
    90: "тоқсаныншы",
    100: "жүзінші",
    141: "жүз қырық бірінші",
    1000: "бір мыңыншы",
    2000000: "екі миллионыншы",
}

# The reader knows words by their stems and cases by nothing at all.
STEMS_RU = (
    ("ноль нуля", 0),
    ("один одна одно одного одной", 1),
    ("два две двух", 2),
    ("три трёх", 3),
    ("четыре четырёх", 4),
    ("пять пяти", 5),
    ("шесть шести", 6),
    ("семь семи", 7),
    ("восемь восьми", 8),
    ("девять девяти", 9),
    ("десять десяти", 10),
    ("сорок сорока", 40),
    ("девяносто девяноста", 90),
    ("сто ста", 100),
    ("двести двухсот", 200),
    ("триста трёхсот", 300),
    ("четыреста четырёхсот", 400),
)
READ_RU = {word: value for forms, value in STEMS_RU for word in forms.split()}
TEEN_STEMS = ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят")
READ_RU |= {f"{stem}надцат{end}": 11 + at for at, stem in enumerate(TEEN_STEMS) for end in "ьи"}
READ_RU |= {f"{stem}дцат{end}": value for stem, value in (("два", 20), ("три", 30)) for end in "ьи"}
TENS = (("пять", "пяти", 5), ("шесть", "шести", 6), ("семь", "семи", 7), ("восемь", "восьми", 8))
READ_RU |= {f"{first}десят": tens * 10 for first, _second, tens in TENS}
READ_RU |= {f"{second}десяти": tens * 10 for _first, second, tens in TENS}
READ_RU |= {f"{first}сот": n * 100 for first, _second, n in (*TENS, ("девять", "девяти", 9))}
READ_RU |= {f"{second}сот": n * 100 for _first, second, n in (*TENS, ("девять", "девяти", 9))}

ONES_KK = ["нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"]
TENS_KK = ["он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"]
READ_KK = {word: at for at, word in enumerate(ONES_KK)}
READ_KK |= {word: at * 10 for at, word in enumerate(TENS_KK, 1)}


def read_ru(text):
    total = group = 0
    for word in text.split():
        if word.startswith(("тысяч", "миллион")):
            total, group = total + group * (1_000 if word[0] == "т" else 1_000_000), 0
        else:
            group += READ_RU[word]
    return total + group


def read_kk(text):
    total = group = 0
    for word in text.split():
        if word in {"мың", "миллион"}:
            total, group = total + group * (1_000 if word == "мың" else 1_000_000), 0
        elif word == "жүз":
            group = (group or 1) * 100
        else:
            group += READ_KK[word]
    return total + group


@pytest.mark.parametrize(("n", "words"), RUSSIAN.items())
def test_russian_by_hand(n, words):
    assert in_words_ru(n) == words


@pytest.mark.parametrize(("asked", "words"), RUSSIAN_OTHERWISE.items())
def test_russian_in_gender_and_case_by_hand(asked, words):
    assert in_words_ru(*asked) == words


@pytest.mark.parametrize(("n", "words"), KAZAKH.items())
def test_kazakh_by_hand(n, words):
    assert in_words_kk(n) == words


@pytest.mark.parametrize(("n", "words"), KAZAKH_ORDINALS.items())
def test_kazakh_ordinals_by_hand(n, words):
    assert ordinal_kk(n) == words


@given(NUMBERS, GENDERS, CASES)
def test_russian_reads_back(n, gender, case):
    assert read_ru(in_words_ru(n, gender, case)) == n


@given(NUMBERS)
def test_kazakh_reads_back(n):
    assert read_kk(in_words_kk(n)) == n


def test_the_first_ten_thousand_all_read_back():
    for n in range(10_000):
        assert (
            read_ru(in_words_ru(n))
            == read_ru(in_words_ru(n, "f", "genitive"))
            == read_kk(in_words_kk(n))
            == n
        )


def test_the_readers_would_notice():
    assert read_ru("двадцать два") != 21
    assert read_kk("жиырма екі") != 21
    with pytest.raises(KeyError):
        read_ru("одиннацать")


@given(NUMBERS, GENDERS, CASES)
def test_words_are_single_spaced_and_whole(n, gender, case):
    for words in (in_words_ru(n, gender, case), in_words_kk(n), ordinal_kk(n)):
        assert words == " ".join(words.split()) != ""


@given(NUMBERS, GENDERS)
def test_gender_touches_the_last_word_only(n, gender):
    *masculine, _ = in_words_ru(n).split()
    *other, last = in_words_ru(n, gender).split()
    assert other == masculine
    if gender != "m" and n % 100 != 11 and n % 10 == 1:
        assert last == {"f": "одна", "n": "одно"}[gender]


@pytest.mark.parametrize("n", [-1, LARGEST + 1])
@pytest.mark.parametrize("words", [in_words_ru, in_words_kk, ordinal_kk])
def test_what_cannot_be_said_is_refused(words, n):
    with pytest.raises(ValueError, match=str(n)):
        words(n)


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("лист", (1, 21, 31, 101, 121, 1001)),
        ("листа", (2, 3, 4, 22, 34, 102, 1_000_003)),
        ("листов", (0, 5, 10, 11, 12, 13, 14, 19, 20, 25, 100, 111, 112, 114, 211, 1000)),
    ],
)
def test_the_russian_noun_agrees(form, numbers):
    assert {noun_ru(n, *SHEET.ru) for n in numbers} == {form}


@pytest.mark.parametrize(
    ("n", "suffix"),
    [
        *((1, "-ші"), (2, "-ші"), (5, "-ші"), (6, "-шы"), (9, "-шы"), (10, "-шы"), (20, "-шы"), (26, "-шы")),
        *((27, "-ші"), (40, "-шы"), (50, "-ші"), (60, "-шы"), (70, "-ші"), (80, "-ші"), (90, "-шы")),
        *((100, "-ші"), (1000, "-шы")),
    ],
)
def test_the_kazakh_ending_follows_the_last_word(n, suffix):
    assert ordinal_suffix_kk(n) == suffix


@given(NUMBERS)
def test_the_kazakh_ordinal_keeps_vowel_harmony(n):
    *before, last = ordinal_kk(n).split()
    assert before == in_words_kk(n).split()[:-1]
    assert last.endswith(("нші", "ншы"))
    vowels = [letter for letter in last if letter in "аоұыүөіе"]
    if "миллион" not in last:
        assert (vowels[-1] == "ы") == (vowels[-2] in "аоұы")


def test_figures_stand_in_threes_that_do_not_break():
    assert [figures(n) for n in (0, 999, 1241, 1_000_001)] == [
        "0",
        "999",
        "1\N{NO-BREAK SPACE}241",
        "1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}001",
    ]


@pytest.mark.parametrize(
    ("noun", "n", "russian", "kazakh"),
    [
        (SHEET, 5, "5 (пять) листов", "5 (бес) парақ"),
        (SHEET, 21, "21 (двадцать один) лист", "21 (жиырма бір) парақ"),
        (PAGE, 22, "22 (двадцать две) страницы", "22 (жиырма екі) бет"),
        (COPY, 3, "3 (три) экземпляра", "3 (үш) дана"),
        (DOCUMENT, 0, "0 (ноль) документов", "0 (нөл) құжат"),
        (CASE_FILE, 1, "1 (одно) дело", "1 (бір) іс"),
        (VOLUME, 12, "12 (двенадцать) томов", "12 (он екі) том"),
        (PUBLICATION, 101, "101 (сто одно) издание", "101 (жүз бір) басылым"),
        (
            PAGE,
            1001,
            "1\N{NO-BREAK SPACE}001 (одна тысяча одна) страница",
            "1\N{NO-BREAK SPACE}001 (бір мың бір) бет",
        ),
    ],
)
def test_figures_words_and_noun_agree(noun, n, russian, kazakh):
    assert counted(n, noun, Language.RU) == russian
    assert counted(n, noun, Language.KK) == kazakh


def test_figures_and_words_without_a_noun():
    assert figures_and_words(5, Language.RU) == "5 (пять)"
    assert figures_and_words(1, Language.RU, gender="f") == "1 (одна)"
    assert figures_and_words(1, Language.KK, gender="f") == "1 (бір)"


def test_the_foot_of_a_sheet():
    assert sheet_of(Language.RU, 2, 5) == "лист 2 из 5"
    assert sheet_of(Language.KK, 2, 5) == "5 парақтың 2-парағы"
    feet = [sheet_of(Language.KK, n, 180).partition("-")[2] for n in range(1, 181)]
    assert all(one == other == "парағы" for one, other in pairwise(feet))
