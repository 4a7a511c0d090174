"""Words of the interface, and of papers and the command line in a language of their own.

Texts in the code are English; the gettext catalogues `resources/catalogues/*/LC_MESSAGES/dspdesk.mo`
hold the Kazakh and the Russian. A text without a translation comes out in English: a missing catalogue
must never keep a clerk from the register.

For extraction the keywords are `_`, `N_`, `ngettext:1,2`, `pgettext:1c,2`, `translate_in:2` and
`ntranslate_in:2,3`.
"""

import gettext
import struct
from enum import StrEnum
from functools import cache

from dspdesk.language.resources import resources

DOMAIN = "dspdesk"


class Language(StrEnum):
    """A language of the interface or of a paper; the value is its ISO 639-1 code."""

    KK = "kk"
    RU = "ru"


class _Interface:
    """The language of the interface. One attribute: reading and writing it is atomic in every thread."""

    language = Language.RU


def use_language(language: Language) -> None:
    """Set the language of the interface for the whole process."""
    _Interface.language = Language(language)


def current_language() -> Language:
    """The language of the interface."""
    return _Interface.language


def _(msgid: str) -> str:
    """The text in the language of the interface."""
    return translate_in(_Interface.language, msgid)


def N_(msgid: str) -> str:  # noqa: N802 - the name gettext's tools and readers know
    """Mark a text for translation where it is written down; `_` translates it where it is shown."""
    return msgid


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of the text that goes with `n`, in the language of the interface."""
    return ntranslate_in(_Interface.language, singular, plural, n)


def pgettext(context: str, msgid: str) -> str:
    """The text in the language of the interface, where one English word serves for two of ours."""
    return _catalogue(_Interface.language).pgettext(context, msgid)


def translate_in(language: Language, msgid: str) -> str:
    """The text in a language other than the interface's: for papers and for the command line."""
    # gettext answers the empty text with the catalogue's own header
    return _catalogue(language).gettext(msgid) if msgid else ""


def ntranslate_in(language: Language, singular: str, plural: str, n: int) -> str:
    """The form of the text that goes with `n`, in a language other than the interface's."""
    return _catalogue(language).ngettext(singular, plural, n)


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    path = resources() / "catalogues" / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    try:
        with path.open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, struct.error, UnicodeError):  # absent, of another format, cut short
        return gettext.NullTranslations()
