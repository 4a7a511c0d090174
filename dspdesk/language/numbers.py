"""Numbers as the papers write them, in figures and words: «21 (двадцать один) лист».

The forms of decree 1196 (paragraph 15, appendices 4, 6, 7, 8) ask for figures and words: «цифрами и
прописью», «цифрмен және жазбаша», «санмен және жазумен».
"""

from dataclasses import dataclass

from dspdesk.language.catalogue import Language
from dspdesk.language.numbers_kk import in_words_kk, ordinal_kk, ordinal_suffix_kk
from dspdesk.language.numbers_ru import LARGEST, Case, Gender, in_words_ru, noun_ru

__all__ = [
    "CASE_FILE",
    "COPY",
    "DOCUMENT",
    "LARGEST",
    "PAGE",
    "PUBLICATION",
    "SHEET",
    "VOLUME",
    "Case",
    "Gender",
    "Noun",
    "counted",
    "figures",
    "figures_and_words",
    "in_words_kk",
    "in_words_ru",
    "noun_ru",
    "ordinal_kk",
    "ordinal_suffix_kk",
    "sheet_of",
]

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: its three Russian forms (1, 2, 5), its Russian gender, its one Kazakh form."""

    ru: tuple[str, str, str]
    gender: Gender
    kk: str


SHEET = Noun(("лист", "листа", "листов"), "m", "парақ")
PAGE = Noun(("страница", "страницы", "страниц"), "f", "бет")
COPY = Noun(("экземпляр", "экземпляра", "экземпляров"), "m", "дана")
DOCUMENT = Noun(("документ", "документа", "документов"), "m", "құжат")
CASE_FILE = Noun(("дело", "дела", "дел"), "n", "іс")
VOLUME = Noun(("том", "тома", "томов"), "m", "том")
PUBLICATION = Noun(("издание", "издания", "изданий"), "n", "басылым")


def figures(n: int) -> str:
    """The number in figures, thousands apart: «1 241», with spaces that do not break."""
    return f"{n:,}".replace(",", _NO_BREAK_SPACE)


def figures_and_words(n: int, language: Language, *, gender: Gender = "m") -> str:
    """The number as the forms ask for it: «5 (пять)», «5 (бес)»; `gender` matters in Russian only."""
    words = in_words_kk(n) if language is Language.KK else in_words_ru(n, gender)
    return f"{figures(n)} ({words})"


def counted(n: int, noun: Noun, language: Language) -> str:
    """A number of things: «21 (двадцать один) лист», «21 (жиырма бір) парақ»."""
    name = noun.kk if language is Language.KK else noun_ru(n, *noun.ru)
    return f"{figures_and_words(n, language, gender=noun.gender)} {name}"


def sheet_of(language: Language, number: int, total: int) -> str:
    """The foot of a sheet: «лист 2 из 5», «5 парақтың 2-парағы».

    In Kazakh the noun carries both endings, so they are the same after every number.
    """
    if language is Language.KK:
        return f"{total} парақтың {number}-парағы"
    return f"лист {number} из {total}"
