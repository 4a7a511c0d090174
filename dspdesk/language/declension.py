"""Names and positions in their cases, as papers need them: "и.о. руководителя", "Ахметовқа берілді".

These are proposals by the rules of spelling; a name can break them all, so a person corrects what is wrong, and what
was corrected is kept beside the name. (`inflection` lists every form a word may have, to recognise it in a text.)
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from dspdesk.language import declension_kk, declension_ru
from dspdesk.language.catalogue import Language


class NameCase(StrEnum):
    """A case other than that of the dictionary; each language has its own."""

    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    LOCATIVE = "locative"
    ABLATIVE = "ablative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


Forms = Mapping[NameCase, str]

#: The cases of each language, in the order in which its grammars list them.
CASES: Final[Mapping[Language, tuple[NameCase, ...]]] = {
    Language.KK: (
        *(NameCase.GENITIVE, NameCase.DATIVE, NameCase.ACCUSATIVE),
        *(NameCase.LOCATIVE, NameCase.ABLATIVE, NameCase.INSTRUMENTAL),
    ),
    Language.RU: (
        *(NameCase.GENITIVE, NameCase.DATIVE, NameCase.ACCUSATIVE),
        *(NameCase.INSTRUMENTAL, NameCase.PREPOSITIONAL),
    ),
}

#: Words with which a position says itself that it is acted for; it is left as it was written.
_ACTING: Final = ("и.о", "и. о", "врио", "вр.и.о", "исполняющий обязанности", "исполняющая обязанности")
_ACTING_KK: Final = "міндетін атқарушы"


def of_name(name: str, language: Language) -> dict[NameCase, str]:
    """The proposed forms of a person's name; initials stay: «Ахметова Б.К.», «Ахметовой Б.К.»."""
    decline = declension_kk.name if language is Language.KK else declension_ru.name
    return _by_case(language, decline(" ".join(name.split())))


def of_position(position: str, language: Language) -> dict[NameCase, str]:
    """The proposed forms of a position: «главный специалист отдела», «главного специалиста отдела»."""
    words = " ".join(position.split())
    if acted_already(words):
        return dict.fromkeys(CASES[language], words)
    decline = declension_kk.position if language is Language.KK else declension_ru.position
    return _by_case(language, decline(words))


def genitive(position: str, language: Language) -> str:
    """The proposed genitive of a position: what somebody acts for."""
    return of_position(position, language)[NameCase.GENITIVE]


def acting(position: str, of_position_: str, language: Language) -> str:
    """How the one who acts for a position signs: «И.о. руководителя», «Басшының міндетін атқарушы».

    `of_position_` is the genitive that a person corrected, '' where the proposed one is right.
    """
    if not position.strip() or acted_already(position):
        return position
    words = of_position_.strip() or genitive(position, language)
    if language is Language.KK:
        return f"{words[:1].upper()}{words[1:]} {_ACTING_KK}"
    return f"И.о. {_within_a_line(words)}"


def acted_already(position: str) -> bool:
    """Whether a position says itself that it is acted for."""
    plain = position.strip().casefold()
    return plain.startswith(_ACTING) or plain.endswith((_ACTING_KK, "м.а."))


def corrected(proposed: Forms, stored: str) -> dict[NameCase, str]:
    """The forms with those that a person corrected (JSON by case) in the place of the proposed ones."""
    own = json.loads(stored) if stored else {}
    return {case: own.get(case.value, form) for case, form in proposed.items()}


def corrections(proposed: Forms, wanted: Forms) -> str:
    """What is to be stored of the forms a person wants: those that differ from the proposed, as JSON, or ''."""
    own = {
        case.value: " ".join(form.split())
        for case, form in wanted.items()
        if case in proposed and form.strip() and " ".join(form.split()) != proposed[case]
    }
    return json.dumps(own, ensure_ascii=False, sort_keys=True) if own else ""


def _by_case(language: Language, forms: tuple[str, ...]) -> dict[NameCase, str]:
    return dict(zip(CASES[language], forms, strict=True))


def _within_a_line(words: str) -> str:
    """A position after other words begins small, unless its first word is an abbreviation: «ИТ-директора»."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
