"""Russian names and positions in their cases.

The cases after the dictionary's are five: genitive, dative, accusative, instrumental, prepositional. A surname is
declined as its ending and what is known of its bearer show; with initials alone one in a consonant is taken for a
man's. Of a position the first noun and the adjectives before it are declined, what follows stands in its case already.
"""

import re
from collections.abc import Callable
from typing import Final

_CASES: Final = 5
_VOWELS: Final = "аеёиоуыэюяәіөүұ"
_HISSING: Final = "жчшщц"
_NO_YERY: Final = "гкхжчшщқғһ"  # after these ы is written и

Endings = tuple[str, str, str, str, str]

_MAN_OF: Final[Endings] = ("а", "у", "а", "ым", "е")  # Ахметов
_WOMAN_OF: Final[Endings] = ("ой", "ой", "у", "ой", "ой")  # Ахметова
_MASCULINE: Final[Endings] = ("а", "у", "а", "ом", "е")
_MASCULINE_HISSING: Final[Endings] = ("а", "у", "а", "ем", "е")
_MASCULINE_SOFT: Final[Endings] = ("я", "ю", "я", "ем", "е")
_MASCULINE_IY: Final[Endings] = ("я", "ю", "я", "ем", "и")
_NEUTER: Final[Endings] = ("а", "у", "о", "ом", "е")
_IN_A: Final[Endings] = ("ы", "е", "у", "ой", "е")
_IN_YA: Final[Endings] = ("и", "е", "ю", "ей", "е")
_IN_IYA: Final[Endings] = ("и", "и", "ю", "ей", "и")
_SOFT_WOMAN: Final[Endings] = ("и", "и", "ь", "ью", "и")  # Любовь

_ADJECTIVES: Final[dict[str, Endings]] = {
    "ый": ("ого", "ому", "ого", "ым", "ом"),
    "ой": ("ого", "ому", "ого", "ым", "ом"),
    "ий": ("ого", "ому", "ого", "им", "ом"),  # after г, к, х
    "ий soft": ("его", "ему", "его", "им", "ем"),
    "ая": ("ой", "ой", "ую", "ой", "ой"),
    "ая hissing": ("ей", "ей", "ую", "ей", "ей"),
    "яя": ("ей", "ей", "юю", "ей", "ей"),
    "ое": ("ого", "ому", "ое", "ым", "ом"),
    "ое hushed": ("ого", "ому", "ое", "им", "ом"),
    "ее": ("его", "ему", "ее", "им", "ем"),
}

_POSSESSIVE: Final = ("ов", "ев", "ёв", "ин", "ын")
_OF_WOMEN: Final = tuple(f"{ending}а" for ending in _POSSESSIVE)
_INDECLINABLE: Final = ("ых", "их", "аго", "ово", "ұлы", "улы", "қызы", "кызы", "оглы")
_PATRONYMIC_HER: Final = ("вна", "чна", "қызы", "кызы", "шна")
_PATRONYMIC_HIS: Final = ("вич", "ьич", "мич", "кич", "ұлы", "улы", "оглы")
#: Adjectives that are nouns of themselves: what follows them stands in its case already.
_SUBSTANTIVE: Final = re.compile(
    r"(заведующ|управляющ|исполняющ|дежурн|уполномоченн|ответственн|рабоч|служащ|поверенн|учён|учен|присяжн)..",
    re.IGNORECASE,
)
_AGENT: Final = re.compile(
    r".*(тель|ник|ист|ор|[ёе]р|арь|лог|граф|чик|щик|ант|ент|ссар|вед|ач|лицо|работа)", re.IGNORECASE
)
#: The first part of a compound that is not declined: вице-министра, пресс-секретаря, генерал-майора.
_STIFF: Final = (
    "вице",
    "пресс",
    "премьер",
    "генерал",
    "экс",
    "штаб",
    "бизнес",
    "веб",
    "ит",
    "it",
    "контр",
    "обер",
)
_DASH: Final = re.compile(r"(\s[–—-]\s)")


def name(words: str) -> tuple[str, ...]:
    """A person's name in the five cases; initials stay."""
    parts = words.split(" ")
    at = next((i for i, part in enumerate(parts) if not _are_initials(part)), None)
    if not words or at is None:
        return (words,) * _CASES
    given = [part for part in parts[at + 1 :] if not _are_initials(part)]
    her = _is_her(parts[at], given)
    forms = [(part,) * _CASES if _are_initials(part) else _given(part, her=her) for part in parts]
    forms[at] = _compound(parts[at], lambda part: _surname(part, her=her))
    return tuple(" ".join(form) for form in zip(*forms, strict=True))


def position(words: str) -> tuple[str, ...]:
    """A position in the five cases, the parts on both sides of a dash each by itself."""
    pieces = [(piece,) * _CASES if _DASH.fullmatch(piece) else _phrase(piece) for piece in _DASH.split(words)]
    return tuple("".join(form) for form in zip(*pieces, strict=True))


def _phrase(words: str) -> tuple[str, ...]:
    """The noun a position begins with, together with the adjectives before it."""
    done: list[tuple[str, ...]] = []
    rest = words.split(" ")
    while rest and _is_adjective(rest[0]):
        done.append(_adjective(rest.pop(0)))
    named = done and _SUBSTANTIVE.fullmatch(words.split(" ")[len(done) - 1])
    if rest and (not named or _AGENT.fullmatch(rest[0])):
        done.append(_compound(rest.pop(0), _noun))
    done += [(word,) * _CASES for word in rest]
    return tuple(" ".join(form) for form in zip(*done, strict=True))


def _compound(word: str, decline: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    parts = word.split("-")
    stiff = len(parts) > 1 and parts[0].lower() in _STIFF
    forms = [(parts[0],) * _CASES if stiff else decline(parts[0]), *map(decline, parts[1:])]
    return tuple("-".join(form) for form in zip(*forms, strict=True))


# --- names ---


def _is_her(surname: str, given: list[str]) -> bool:
    """Whether the name shows that its bearer is a woman; nothing shown is taken for a man."""
    whose = [part.lower() for part in given]
    if any(part.endswith(_PATRONYMIC_HIS) for part in whose[1:]):
        return False
    if any(part.endswith(_PATRONYMIC_HER) for part in whose[1:]):
        return True
    last = surname.lower()
    if last.endswith((*_OF_WOMEN, "ская", "цкая", "ая")):
        return True
    return bool(whose) and whose[0][-1] in "ая" and not last.endswith((*_POSSESSIVE, "ский", "цкий"))


def _surname(word: str, *, her: bool) -> tuple[str, ...]:
    low = word.lower()
    if low.endswith(_INDECLINABLE) or low[-1:] in "оеэиуюыәіөүұё":
        return (word,) * _CASES
    if her:
        return _her_surname(word, low)
    if low.endswith(_POSSESSIVE) and _vowels(low) > 1:
        return _with(word, _MAN_OF)
    if low.endswith(("ый", "ий", "ой")) and _vowels(low) > 1 and not _is_noun_in_iy(low):
        return _adjective(word)
    return _noun(word)


def _her_surname(word: str, low: str) -> tuple[str, ...]:
    if low.endswith(_OF_WOMEN):
        return _with(word[:-1], _WOMAN_OF)
    if low.endswith(("ая", "яя")):
        return _adjective(word)
    return _noun(word) if low[-1:] in "ая" else (word,) * _CASES


def _given(word: str, *, her: bool) -> tuple[str, ...]:
    """A given name or patronymic: a woman's in a consonant stays as it is (Айгуль, Гульнар)."""
    low = word.lower()
    if low == "любовь":
        return _with(word[:-1], _SOFT_WOMAN)
    if low.endswith(_INDECLINABLE) or (her and low[-1:] not in "ая"):
        return (word,) * _CASES
    return _noun(word)


def _is_noun_in_iy(low: str) -> bool:
    """Юрий, Дмитрий: declined as nouns, while -ский, -ний, -щий are adjectives."""
    return low.endswith("ий") and low[-3] not in "кгхнщчжш"


# --- words ---


def _noun(word: str) -> tuple[str, ...]:
    low = word.lower()
    last = low[-1:]
    if not last.isalpha() or last in "еэиуюыәіөүұё" or word.isupper():
        return (word,) * _CASES
    if last == "о":
        return _with(word[:-1], _NEUTER)
    if last in "ая":
        return _noun_in_a(word, low)
    if last in "йь":
        return _with(word[:-1], _MASCULINE_IY if low.endswith("ий") else _MASCULINE_SOFT)
    if low.endswith("ец") and _vowels(low) > 1:
        return _with(_without_fleeting(word), _MASCULINE)
    hushed = last in _HISSING and not low.endswith("ач")  # врачом, but сторожем
    return _with(word, _MASCULINE_HISSING if hushed else _MASCULINE)


def _noun_in_a(word: str, low: str) -> tuple[str, ...]:
    stem = word[:-1]
    if low.endswith("ия"):
        return _with(stem, _IN_IYA)
    if low.endswith("ья"):
        return _with(stem, ("и", "е", "ю", "ёй", "е"))  # судьёй
    if low.endswith("я"):
        return _with(stem, _IN_YA)
    genitive, dative, accusative, instrumental, prepositional = _IN_A
    if low[-2:-1] in _NO_YERY:
        genitive = "и"
    if low[-2:-1] in _HISSING:
        instrumental = "ей"
    return _with(stem, (genitive, dative, accusative, instrumental, prepositional))


def _without_fleeting(word: str) -> str:
    """Кравец, Кравца; боец, бойца; стрелец, стрельца."""
    before = word[:-2]
    link = {"л": "ль"}.get(before[-1:].lower(), "й" if before[-1:].lower() in _VOWELS else before[-1:])
    return f"{before if link == 'й' else before[:-1]}{link}{word[-1]}"


def _is_adjective(word: str) -> bool:
    low = word.lower()
    if not low.isalpha() and "-" not in low:
        return False
    return (
        _vowels(low) > 1
        and low.endswith(("ый", "ий", "ой", "ая", "яя", "ое", "ее"))
        and not low.endswith("рий")
    )


def _adjective(word: str) -> tuple[str, ...]:
    ending, before = word[-2:].lower(), word[-3:-2].lower()
    if ending == "ий" and before not in "гкх":
        ending = "ий soft"
    elif ending == "ая" and before in "жчшщ":
        ending = "ая hissing"
    elif (ending == "ое" and before in _NO_YERY) or (ending == "ой" and before in "гкхжчшщ"):
        ending = "ое hushed" if ending == "ое" else "ий"
    return _with(word[:-2], _ADJECTIVES[ending])


def _with(stem: str, endings: Endings) -> tuple[str, ...]:
    return tuple(stem + ending for ending in endings)


def _vowels(low: str) -> int:
    return sum(letter in _VOWELS for letter in low)


def _are_initials(word: str) -> bool:
    return "." in word or len(word) == 1
