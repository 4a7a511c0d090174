"""Kazakh and Russian names in plain Latin letters, as logins have them."""

_LATIN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip


def latin(text: str) -> str:
    """A text in small Latin letters; what is neither letter nor digit falls away."""
    letters = (_LATIN.get(letter, letter) for letter in text.casefold())
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())


def login_of(name: str, taken: frozenset[str] = frozenset()) -> str:
    """A login for "Surname I.O.": the surname, with the initials or a number when it is taken; '' for no name."""
    surname, _space, rest = name.strip().partition(" ")
    short = latin(surname)
    full = f"{short}.{latin(rest)}" if latin(rest) else short
    numbered = (f"{short}{number}" for number in range(2, len(taken) + 3))
    return next(login for login in (short, full, *numbered) if login not in taken) if short else ""
