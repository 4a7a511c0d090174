"""What a new password must be: long, and not one that everybody would guess."""

import re
import secrets
from collections.abc import Iterable

LEAST = 15
_COMMON = (
    "пароль",
    "password",
    "qwerty",
    "йцукен",
    "123456",
    "111111",
    "admin",
    "админ",
    "құпиясөз",
    "кадр",
    "dspdesk",
    "дсп",
    "қбпү",
    "журнал",
    "документ",
)
_CLEAR = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is taken for something else when read from paper
_GROUPS, _GROUP = 4, 4


def weakness(password: str, forbidden: Iterable[str] = ()) -> str:
    """The code of the sentence that says why a password is too weak, '' when it is not.

    `forbidden` are words that somebody who knows the body would try: logins, its name.
    """
    if len(password) < LEAST:
        return "password_short"
    plain = password.casefold()
    left = plain
    for word in (*_COMMON, *_words(forbidden)):
        left = left.replace(word, "")
    if len(set(left)) < 5 or (len(left) < LEAST // 2):
        return "password_common"
    return ""


def one_time() -> str:
    """A password to be told to somebody and changed at once: groups that are easily read out, 79 bits."""
    return "-".join("".join(secrets.choice(_CLEAR) for _ in range(_GROUP)) for _ in range(_GROUPS))


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in re.findall(r"\w{3,}", text.casefold())]
