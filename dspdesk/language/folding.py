"""Text folded for search: what a clerk types finds what another clerk wrote.

Words of both languages are typed on either layout, so Ё counts as Е and a Kazakh letter as the Russian
one that stands for it: «кала», «ҚАЛА» and «Қала» are one word. The same folding is applied to what is
stored and to what is asked.

Latin letters that look like Cyrillic ones (most often i for і) are read as Cyrillic where every letter
of the word can be, and at least one certainly is: «iс» is «іс», «COVIDтің» stays as it is, and so does
a wholly Latin word (so «i» alone finds Latin words only). In numbers, where a letter stands alone
(«12a»), they are always read as Cyrillic.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

from dspdesk.language.sorting import sort_key

__all__ = [
    "MOST_WORDS",
    "are_begun",
    "fold",
    "match_query",
    "number_key",
    "number_parts",
    "sort_key",
    "words",
]

_KAZAKH_TO_RUSSIAN: Final = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
# letters of other alphabets found in the place of Kazakh ones
_MISTAKEN: Final = str.maketrans("əƏɵƟҳҲҡҠӄӃӊӈӉӇ", "аАоОхХкКкКннНН")
_LOOK_ALIKES: Final = str.maketrans("ABCEHIKMOPTXYacehikmoptxy", "АВСЕНИКМОРТХУасехикмортху")
# a number has no case to tell B from b and H from h
_LOOK_ALIKES_IN_NUMBERS: Final = str.maketrans("abcehikmoptxy", "авсеникмортху")

_LATIN: Final = re.compile(r"[A-Za-z]")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_WORD: Final = re.compile(r"[^\W_]+")
_MARK: Final = re.compile(r"(?:д\.?с\.?п|кбпу)(?![^\W\d_])")

_DOUBLE_QUOTES: Final = "«»“”„‟‹›"
_APOSTROPHES: Final = "‘’‚‛ʼ`"
_MINUS: Final = "\N{MINUS SIGN}"

#: Words of a query beyond this many are not looked at: a page pasted into the search line.
MOST_WORDS: Final = 32


class _Plain(dict[int, str]):
    """A character to its plain form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = _plain_character(chr(code))
        return plain


def _plain_character(char: str) -> str:
    if char in _DOUBLE_QUOTES:
        return '"'
    if char in _APOSTROPHES:
        return "'"
    category = unicodedata.category(char)
    if category == "Pd" or char == _MINUS:
        return "-"
    if category[0] == "M" or category in {"Cf", "Cs"}:  # stress marks, soft hyphens, broken halves
        return ""
    if category[0] in "ZC":
        return " "
    return char.translate(_MISTAKEN).translate(_KAZAKH_TO_RUSSIAN)


_PLAIN: Final = _Plain()


def fold(text: str) -> str:
    """The text as it is searched: one case, one alphabet, plain quotes, dashes and spaces."""
    plain = _plain(text)
    if _LATIN.search(plain):
        plain = _LETTERS.sub(_cyrillic_if_mixed, plain)
    return " ".join(plain.casefold().split())


def words(text: str) -> list[str]:
    """The folded words of the text, cut where the `unicode61` tokenizer of FTS5 cuts them."""
    return _WORD.findall(fold(text))


def are_begun(wanted: Iterable[str], there: Collection[str]) -> bool:
    """Whether each of the wanted words begins one of those there, in any order; no words are begun by all.

    Both are folded words, as `words` gives them.
    """
    return all(any(word.startswith(part) for word in there) for part in wanted)


def match_query(text: str) -> str:
    """What FTS5 is asked to MATCH: every word by its beginning, in any order; '' where there is none.

    The column searched holds folded text, tokenized by `unicode61 remove_diacritics 0`.
    """
    asked = list(dict.fromkeys(words(text)))[:MOST_WORDS]
    # a word holds letters and figures only, so that there is no quote to escape
    return " ".join(f'"{word}"*' for word in asked)


def typed_query(text: str) -> str:
    """The same as `match_query` with every word but the last taken as whole, as it is while somebody types.

    A whole word is one look-up, the beginning of one a merge of all words that begin so.
    """
    *whole, last = list(dict.fromkeys(words(text)))[:MOST_WORDS] or [""]
    return " ".join([*(f'"{word}"' for word in whole), f'"{last}"*']) if last else ""


def number_key(text: str) -> str:
    """A number as it is searched, without mark and signs: «05-12/884 дсп» is "0512884"."""
    return "".join(_number_words(text))


def number_parts(text: str) -> str:
    """The parts of a number as they are searched: «05-12/884 дсп» is "05 12 884"."""
    return " ".join(_number_words(text))


def _number_words(text: str) -> list[str]:
    folded = _plain(text).casefold().translate(_LOOK_ALIKES_IN_NUMBERS)
    return _WORD.findall(_MARK.sub(" ", folded))


def _plain(text: str) -> str:
    # № would become the word "No"; й is a letter, not an и with a mark
    decomposed = unicodedata.normalize("NFKD", text.replace("№", " "))
    whole = decomposed.replace("и\u0306", "й").replace("И\u0306", "Й")
    return whole.translate(_PLAIN)


def _cyrillic_if_mixed(match: re.Match[str]) -> str:
    word = match[0]
    read = word.translate(_LOOK_ALIKES)
    if all("\u0400" <= letter <= "\u04ff" for letter in read) and not word.isascii():
        return read
    return word
