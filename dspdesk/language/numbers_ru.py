"""Numbers in Russian words, agreeing with their noun: «двадцать одна страница», «двух листов».

Written by hand because the known library spells 1 000 001 as «одна миллион одна».
"""

from typing import Literal

Gender = Literal["m", "f", "n"]
Case = Literal["nominative", "genitive"]

LARGEST = 999_999_999

_ONE: dict[Case, dict[Gender, str]] = {
    "nominative": {"m": "один", "f": "одна", "n": "одно"},
    "genitive": {"m": "одного", "f": "одной", "n": "одного"},
}
_TWO: dict[Case, dict[Gender, str]] = {
    "nominative": {"m": "два", "f": "две", "n": "два"},
    "genitive": {"m": "двух", "f": "двух", "n": "двух"},
}
_FROM_THREE: dict[Case, tuple[str, ...]] = {
    "nominative": (
        *("три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать"),
        *("двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать"),
        *("восемнадцать", "девятнадцать"),
    ),
    "genitive": (
        *("трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти", "десяти", "одиннадцати"),
        *("двенадцати", "тринадцати", "четырнадцати", "пятнадцати", "шестнадцати", "семнадцати"),
        *("восемнадцати", "девятнадцати"),
    ),
}
_FROM_TWENTY: dict[Case, tuple[str, ...]] = {
    "nominative": (
        *("двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят"),
        *("восемьдесят", "девяносто"),
    ),
    "genitive": (
        *("двадцати", "тридцати", "сорока", "пятидесяти", "шестидесяти", "семидесяти"),
        *("восьмидесяти", "девяноста"),
    ),
}
_HUNDREDS: dict[Case, tuple[str, ...]] = {
    "nominative": (
        *("сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот"),
        "девятьсот",
    ),
    "genitive": (
        *("ста", "двухсот", "трёхсот", "четырёхсот", "пятисот", "шестисот", "семисот", "восьмисот"),
        "девятисот",
    ),
}
_ZERO: dict[Case, str] = {"nominative": "ноль", "genitive": "нуля"}
_SCALES: tuple[tuple[int, Gender, dict[Case, tuple[str, str, str]]], ...] = (
    (
        1_000_000,
        "m",
        {
            "nominative": ("миллион", "миллиона", "миллионов"),
            "genitive": ("миллиона", "миллионов", "миллионов"),
        },
    ),
    (
        1_000,
        "f",
        {"nominative": ("тысяча", "тысячи", "тысяч"), "genitive": ("тысячи", "тысяч", "тысяч")},
    ),
)


def in_words_ru(n: int, gender: Gender = "m", case: Case = "nominative") -> str:
    """The number in words; `gender` is that of the noun counted, thousands and millions keep their own."""
    if not 0 <= n <= LARGEST:
        raise ValueError(n)
    if n == 0:
        return _ZERO[case]
    words: list[str] = []
    for scale, scale_gender, forms in _SCALES:
        group, n = divmod(n, scale)
        if group:
            words += [*_below_thousand(group, scale_gender, case), noun_ru(group, *forms[case])]
    return " ".join([*words, *_below_thousand(n, gender, case)])


def noun_ru(n: int, one: str, few: str, many: str) -> str:
    """The form of the noun after a number in the nominative: 21 «лист», 22 «листа», 25 «листов»."""
    tens, ones = divmod(n % 100, 10)
    if tens == 1 or ones == 0 or ones > 4:
        return many
    return one if ones == 1 else few


def _below_thousand(n: int, gender: Gender, case: Case) -> list[str]:
    words = []
    hundreds, n = divmod(n, 100)
    if hundreds:
        words.append(_HUNDREDS[case][hundreds - 1])
    if n >= 20:
        tens, n = divmod(n, 10)
        words.append(_FROM_TWENTY[case][tens - 2])
    if n:
        words.append(_below_twenty(n, gender, case))
    return words


def _below_twenty(n: int, gender: Gender, case: Case) -> str:
    if n == 1:
        return _ONE[case][gender]
    return _TWO[case][gender] if n == 2 else _FROM_THREE[case][n - 3]
