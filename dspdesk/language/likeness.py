"""Names that may be two spellings of one body: quotes, abbreviations, word order, spaces, a slip of the pen.

Nothing is decided here: a person looks at what is proposed. Names are put into buckets by what they share, so that
the work grows with their number and not with its square.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from typing import Final

from dspdesk.language.folding import words


class Likeness(StrEnum):
    """In what two names are alike."""

    SAME_WORDS = "same_words"  # but for quotes, endings, order, spaces, legal form, the country
    ABBREVIATION = "abbreviation"  # one is the initials of the other
    NEAR = "near"  # one word is spelt a little otherwise


#: Written short (folded) and in full; `fold` has made Қ to К, ҚР is "кр".
_IN_FULL: Final[Mapping[str, str]] = {
    "рк": "республика казахстан", "кр": "казакстан республикасы",
    "минфин": "министерство финансов", "минюст": "министерство юстиции", "минздрав": "министерство здравоохранения",
    "минобороны": "министерство обороны", "мвд": "министерство внутренних дел", "мид": "министерство иностранных дел",
    "мнэ": "министерство национальной экономики", "кнб": "комитет национальной безопасности",
    "кгд": "комитет государственных доходов", "генпрокуратура": "генеральная прокуратура",
    "г": "город", "гор": "город", "обл": "область", "упр": "управление", "деп": "департамент", "мин": "министерство",
    "ком": "комитет", "к": "кала", "кал": "кала",
}  # fmt: skip
#: The country and the legal form say nothing of which body it is.
_COUNTRY = ("республика", "казахстан", "казакстан", "республикасы", "республикасынын")
_FORMS = (
    *("гу", "ргу", "кгу", "ргп", "гкп", "ао", "нао", "тоо"),
    *("мм", "рмм", "кмм", "ркмк", "мкк", "ак", "кеак", "жшс"),
)
_IDLE: Final = frozenset((*_COUNTRY, *_FORMS))
_ENDINGS: Final = re.compile(
    r"(?:ыми|ими|ого|его|ому|ему|ами|ями|ах|ях|ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ую|юю|ам|ям|ом|ем|ов|ев|ей|ью"
    r"|нын|нин|дын|дин|тын|тин|а|я|о|е|и|ы|у|ю|ь|й)$"
)
_SHORTEST_STEM = 4
_SHORTEST_SLIP = 5  # letters of a word in which a slip of the pen can still be told from another word
_ALIKE = 0.8
_FEWEST_INITIALS = 3
_CROWD = 24  # names of one bucket up to which each is compared with each
_NEIGHBOURS = 4


def alike(names: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int, Likeness]]:
    """Pairs of keys whose names may mean one body, the surest first; each pair once, the smaller key first."""
    known = [(key, name, stems(name)) for key, name in names]
    met: set[tuple[int, int]] = set()
    for one, other, why in (*_same(known), *_initials(known), *_near(known)):
        pair = (min(one, other), max(one, other))
        if one != other and pair not in met:
            met.add(pair)
            yield *pair, why


@lru_cache(maxsize=1 << 16)
def stems(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, without endings, abbreviations written out."""
    full = [word for short in words(name) for word in _IN_FULL.get(short, short).split()]
    return tuple(_stem(word) for word in full if word not in _IDLE and _stem(word) not in _IDLE_STEMS)


def _stem(word: str) -> str:
    stem = _ENDINGS.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word


_IDLE_STEMS: Final = frozenset(map(_stem, _IDLE))

_Known = tuple[int, str, tuple[str, ...]]


def _same(known: Sequence[_Known]) -> Iterator[tuple[int, int, Likeness]]:
    first: dict[str, int] = {}
    for key, _name, there in known:
        # the same words in any order, or the same letters with other spaces
        for bucket in (" ".join(sorted(there)), "".join(there)):
            if bucket and (met := first.setdefault(bucket, key)) != key:
                yield met, key, Likeness.SAME_WORDS


def _initials(known: Sequence[_Known]) -> Iterator[tuple[int, int, Likeness]]:
    by_initials: dict[str, list[int]] = {}
    for key, _name, there in known:
        if len(there) >= _FEWEST_INITIALS:
            by_initials.setdefault("".join(stem[0] for stem in there), []).append(key)
    for key, _name, there in known:
        if len(there) == 1 and len(there[0]) >= _FEWEST_INITIALS:
            yield from ((met, key, Likeness.ABBREVIATION) for met in by_initials.get(there[0], ()))


def _near(known: Sequence[_Known]) -> Iterator[tuple[int, int, Likeness]]:
    buckets: dict[tuple[int, str], list[tuple[str, int]]] = {}
    for key, _name, there in known:
        ordered = sorted(there)
        for at, word in enumerate(ordered):
            rest = " ".join(ordered[:at] + ordered[at + 1 :])
            buckets.setdefault((len(ordered), rest), []).append((word, key))
    for bucket in buckets.values():
        for (word, key), (other, met) in _compared(bucket):
            if _slip(word, other):
                yield key, met, Likeness.NEAR


def _compared(bucket: list[tuple[str, int]]) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """What of a bucket is compared: all with all, in a crowd only what stands side by side in the alphabet."""
    if len(bucket) <= _CROWD:
        yield from combinations(bucket, 2)
        return
    ordered = sorted(bucket)
    for at, one in enumerate(ordered):
        yield from ((one, other) for other in ordered[at + 1 : at + 1 + _NEIGHBOURS])


def _slip(word: str, other: str) -> bool:
    """Whether two words are one with a slip of the pen; figures differ on purpose."""
    if min(len(word), len(other)) < _SHORTEST_SLIP or any(map(str.isdigit, word + other)):
        return False
    matcher = SequenceMatcher(None, word, other, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
