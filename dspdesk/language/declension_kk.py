"""Kazakh names and positions in their cases.

The cases after the dictionary's are six: genitive, dative, accusative, locative, ablative, instrumental. Only
the last word takes an ending, and of a name with initials the surname. The ending goes by the last sound and by the
harmony of the word; what belongs to somebody (басшысы, Серікұлы) takes the endings of its own.
"""

from typing import Final

_HARD: Final = "аоұыяё"
_SOFT: Final = "әөүіеэ"
_EITHER: Final = "иую"  # go with the vowel before them: Мұқағалидың, Шәмшидің
_VOWELS: Final = _HARD + _SOFT
_VOICELESS: Final = "кқпстфхһцчшщбвгд"  # б, в, г, д close a word voicelessly: Әуезовтің
_NASAL: Final = "мнң"
_BUZZING: Final = "жз"

_AFTER_VOICELESS: Final = ("тың тің", "қа ке", "ты ті", "та те", "тан тен", "пен пен")
_AFTER_NASAL: Final = ("ның нің", "ға ге", "ды ді", "да де", "нан нен", "мен мен")
_AFTER_VOWEL: Final = ("ның нің", "ға ге", "ны ні", "да де", "дан ден", "мен мен")
_AFTER_BUZZING: Final = ("дың дің", "ға ге", "ды ді", "да де", "дан ден", "бен бен")
_AFTER_SONORANT: Final = ("дың дің", "ға ге", "ды ді", "да де", "дан ден", "мен мен")
_OF_OWNED: Final = ("ның нің", "на не", "н н", "нда нде", "нан нен", "мен мен")

_CHILD_OF: Final = ("ұлы", "улы", "қызы", "кызы")
_DOERS: Final = ("шы", "ші")  # басшы, меңгеруші: nobody's own
_NOT_OWNED: Final = ("кісі", "өкілетті", "жауапты")
_SURNAMES: Final = ("ов", "ев", "ёв")


def name(words: str) -> tuple[str, ...]:
    """A person's name in the six cases."""
    parts = words.split(" ")
    at = next((i for i in reversed(range(len(parts))) if not _are_initials(parts[i])), None)
    if not words or at is None:
        return (words,) * len(_OF_OWNED)
    owned = parts[at].lower().endswith(_CHILD_OF)
    return tuple(
        " ".join((*parts[:at], parts[at] + ending, *parts[at + 1 :]))
        for ending in _endings(parts[at], owned=owned)
    )


def position(words: str) -> tuple[str, ...]:
    """A position in the six cases: «бөлім басшысы», «бөлім басшысының»."""
    if not words or not words[-1].isalpha():
        return (words,) * len(_OF_OWNED)
    last = words.rsplit(" ", maxsplit=1)[-1].lower()
    return tuple(words + ending for ending in _endings(last, owned=_is_owned(last)))


def _is_owned(word: str) -> bool:
    """Whether a word of a position is somebody's own: басшысы, орынбасары, бастығы, but not басшы."""
    return word.endswith(("ы", "і")) and not word.endswith(_DOERS) and word not in _NOT_OWNED


def _endings(word: str, *, owned: bool) -> tuple[str, ...]:
    kind = _OF_OWNED if owned else _after(word[-1].lower())
    at = 0 if _is_hard(word.lower()) else 1
    return tuple(pair.split()[at] for pair in kind)


def _after(last: str) -> tuple[str, ...]:
    if last in _VOICELESS:
        return _AFTER_VOICELESS
    if last in _NASAL:
        return _AFTER_NASAL
    if last in _BUZZING:
        return _AFTER_BUZZING
    return _AFTER_VOWEL if last in _VOWELS else _AFTER_SONORANT


def _is_hard(word: str) -> bool:
    """Whether the word takes the endings of hard words; a Russian ending leaves that to the name before it."""
    if word.endswith(("ин", "ий")):
        return False  # Майлиннің, Ковальскийдің
    if word.endswith(_SURNAMES):
        word = word[:-2]  # Әуезовтің, Тоқаевтың
    vowels = [letter for letter in reversed(word) if letter in _VOWELS + _EITHER]
    telling = next((letter for letter in vowels if letter not in _EITHER), "")
    return telling in _HARD if telling else vowels[:1] == ["у"]


def _are_initials(word: str) -> bool:
    return "." in word or len(word) == 1
