"""Names of organisations that a surname or a post is part of: «Больница Калмыкова», ТОО «Начальник связи»."""

from collections.abc import Container, Iterator, Sequence
from typing import Final

from dspdesk.language.inflection import NAMING, Case
from dspdesk.procedures.cover_check import words
from dspdesk.procedures.cover_check.places import goes_on, is_title
from dspdesk.procedures.cover_check.shelter import (
    ANY,
    NONE,
    OF,
    Shelter,
    is_bound,
    is_surname_like,
    words_from,
)
from dspdesk.procedures.cover_check.text import CLOSING, OPENING, Token, initials_at, initials_before, is_sign

_LONGEST_GAP: Final = 4


def open_names(shelter: Shelter) -> None:
    """Open all names of organisations of the line."""
    for at, token in enumerate(shelter.tokens):
        if token.is_word:
            _beside_word(shelter, at)
            _bodies_of_posts(shelter, at)
    for start, end in _quotations(shelter.tokens):
        if _names_organisation(shelter.tokens, start, end):
            shelter.open_all(start, end)
        else:  # nobody says of what it is the name, so it may only look like a post
            shelter.open_all(start, end, NONE, NAMING)


# Beside the word for an institution or the legal form, without quotation marks


def _beside_word(shelter: Shelter, at: int) -> None:
    token = shelter.tokens[at]
    if token.is_one_of(words.as_written(words.ONE_PERSON)):
        _one_person(shelter, at)
    elif token.is_one_of(words.as_written(words.LEGAL_FORMS["ru"])):
        _after_legal_form(shelter, at)
    elif token.is_one_of(words.as_written(words.LEGAL_FORMS["kk"])):
        _before_legal_form(shelter, at)
    elif _is_institution(token):
        _before_institution(shelter, at)
        _after_institution(shelter, at)


def _is_institution(token: Token) -> bool:
    """Whether the word is for an institution, as «музей» or «дом-музей»."""
    return token.is_one_of(words.institutions()) or any(
        key in words.institutions() for part in token.parts for key in part
    )


def _one_person(shelter: Shelter, at: int) -> None:
    """The name of one person's business is his own: «ИП Ахметов Б.К.», «Ахметов Б.К. ЖК»."""
    tokens = shelter.tokens
    if goes_on(tokens, at + 1):
        shelter.open(at + 1, NAMING, NAMING)
        shelter.open_all(at + 2, initials_at(tokens, at + 2))
    start = initials_before(tokens, at)
    if start > 0 and goes_on(tokens, start - 1) and is_bound(tokens, start - 2):
        shelter.open(start - 1, NAMING, NAMING)
        shelter.open_all(start, at)


def _after_legal_form(shelter: Shelter, at: int) -> None:
    """«ТОО Отдел-Сервис»: the one word after it."""
    if goes_on(shelter.tokens, at + 1) and initials_at(shelter.tokens, at + 2) == at + 2:
        shelter.open(at + 1, NAMING, NAMING)


def _before_legal_form(shelter: Shelter, at: int) -> None:
    """«Бас маман ЖШС»: all that stands before it."""
    tokens, start = shelter.tokens, at
    while at - start < _LONGEST_GAP and not is_bound(tokens, start - 1) and tokens[start - 1].is_word:
        start -= 1
    if is_bound(tokens, start - 1) and not is_sign(tokens, at + 1, OPENING):
        shelter.open_all(start, at, NAMING, Case.NOMINATIVE)


def _before_institution(shelter: Shelter, at: int) -> None:
    """«Торайгыров университет», «Назарбаев Зияткерлік мектебі»: the bare name, at most one adjective between."""
    tokens = shelter.tokens
    name = at - 2 if at > 1 and tokens[at - 1].is_word and _is_adjective(tokens[at - 1]) else at - 1
    if is_bound(tokens, name) or not tokens[name].is_word or tokens[name].is_letter:
        return
    if initials_before(tokens, name) == name:
        shelter.open(name, Case.NOMINATIVE, NONE)


def _is_adjective(token: Token) -> bool:
    endings = ("ый", "ий", "ая", "ое", "ые", "ие", "лык", "лик", "дык", "дик", "тык", "тик")
    return any(key.endswith(endings) for key in token.keys) and not is_surname_like(token)


def _after_institution(shelter: Shelter, at: int) -> None:
    """«Музей М. Ауэзова»: in the genitive, and no initials after it, lest it be someone of the institution."""
    tokens = shelter.tokens
    name = initials_at(tokens, at + 1)
    if not goes_on(tokens, name) or initials_at(tokens, name + 1) > name + 1:
        return
    shelter.open(name, OF, NONE)
    shelter.open_all(at + 1, name)


# Bodies of those who hold a post


def _bodies_of_posts(shelter: Shelter, at: int) -> None:
    """Bodies of the President, the Prime Minister and akims: «Архив Президента», «әкімінің аппараты»."""
    token = shelter.tokens[at]
    if token.is_one_of(words.russian(words.POSTS_WITH_BODIES["ru"])):
        _russian_body_of_post(shelter, at)
    if token.is_one_of(words.kazakh(words.POSTS_WITH_BODIES["kk"])):
        _kazakh_body_of_post(shelter, at)


def _russian_body_of_post(shelter: Shelter, at: int) -> None:
    tokens, head = shelter.tokens, at - 1
    while head > 0 and is_title(tokens, head):  # Первого
        head -= 1
    if head < 0:
        return
    if "при" in tokens[head].keys or tokens[head].is_one_of(words.russian(words.BODIES_OF_POSTS["ru"])):
        shelter.open_all(head, at + 1)


def _kazakh_body_of_post(shelter: Shelter, at: int) -> None:
    """«Президентінің … Архиві», «Президенттің жанындағы … академиясы», «Президенті Әкімшілігі»."""
    tokens = shelter.tokens
    own = tokens[at].case_among(words.kazakh(words.POSTS_WITH_BODIES["kk"])) & Case.GENITIVE
    beside = at + 1 < len(tokens) and "жанындагы" in tokens[at + 1].keys
    for head in words_from(tokens, at + 1, +1):
        if tokens[head].is_one_of(words.kazakh(words.BODIES_OF_POSTS["kk"])):
            shelter.open(at, ANY, ANY)
            shelter.open(head, ANY, ANY)
            return
        if not (own or beside):
            return


# Quotation marks


def _quotations(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where quotations begin and end; one opened twice and closed once («НК «Темір жолы») is closed."""
    start, depth = 0, 0
    for at, token in enumerate(tokens):
        if token.text not in OPENING | CLOSING:
            continue
        if _opens(tokens, at):
            start, depth = (at if depth == 0 else start), depth + 1
        elif depth > 0:
            depth = depth - 1 if _closes_later(tokens, at + 1) else 0
            if depth == 0:
                yield start, at + 1


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign opens a quotation; those that do both ways open before a word and close after it."""
    sign = tokens[at].text
    if sign not in OPENING & CLOSING:
        return sign in OPENING
    touches = at > 0 and tokens[at - 1].end == tokens[at].start
    return not touches or tokens[at - 1].text in OPENING | frozenset("([\t")


def _closes_later(tokens: Sequence[Token], start: int) -> bool:
    """Whether the next quotation mark closes."""
    later = [at for at in range(start, len(tokens)) if tokens[at].text in OPENING | CLOSING]
    return bool(later) and not _opens(tokens, later[0])


def _names_organisation(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the word for an organisation, or a designator, stands beside the quotation on one of its sides."""
    return _has_marker(tokens, start - 1, -1) or _has_marker(tokens, end, +1)


def _has_marker(tokens: Sequence[Token], at: int, step: int) -> bool:
    for _ in range(_LONGEST_GAP):
        if is_bound(tokens, at):
            return False
        token = tokens[at]
        if token.is_word and (
            _is_institution(token) or any(token.is_one_of(listed) for listed in _markers())
        ):
            return True
        if not (token.text.islower() or token.text.isupper() or token.text in OPENING | CLOSING | {"."}):
            return False
        at += step
    return False


def _markers() -> tuple[Container[str], ...]:
    return (
        words.legal_forms(),
        words.as_written(words.STREETS_SHORT),
        words.russian(words.STREETS),
        words.kazakh(words.STREETS_AFTER),
    )
