"""Where on a cover a surname or a position may stand: inside the name of an organisation, a street or a place.

Paragraph 24 of the Rules wants addresses and names of recipient and sender there, and many of them are named after
people (ул. Абая, Больница имени Калмыкова), or like a post (ТОО «Начальник связи», Архив Президента). Each word of a
line gets the cases in which it may stand: a street is named after someone in the genitive, nobody's address is.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from dspdesk.language.inflection import NAMING, Case, loosely
from dspdesk.procedures import cover_words as words
from dspdesk.procedures.cover_text import CLOSING, OPENING, Token, initials_at, initials_before, is_sign

NONE: Final = Case(0)
ANY: Final = NAMING | Case.OTHER
OF: Final = Case.GENITIVE | Case.MANY

_BOUNDS: Final = frozenset(",;:()[]\t|/—")
_LONGEST_NAME: Final = 5
_LONGEST_GAP: Final = 4
_SURNAME_LIKE: Final = re.compile(
    r".{2,}(?:[оеи]в|ин|ын|[сц]к(?:ий|ой)|[оеи]ва|ина|ына|[сц]кая|енко|ук|юк)"
    r"(?:[аыу]|ым|о[мйю]|е|о?го|о?му|им|ую|[тд]ы[нг]|[кг][ае]|[тд][аие]|[тд][ае]н|[пб]ен|нын|га|ны|мен)?"
)
_GENITIVE_LIKE: Final = re.compile(r".+(?:[аяыи]|ой|ого|его)")


@dataclass(slots=True)
class Shelter:
    """The cases in which each word may stand: as a known name (of a person, a unit), and as a post or unit at all."""

    tokens: Sequence[Token]
    known: list[Case] = field(init=False)
    general: list[Case] = field(init=False)

    def __post_init__(self) -> None:
        self.known = [NONE] * len(self.tokens)
        self.general = [NONE] * len(self.tokens)

    def open(self, at: int, known: Case, general: Case) -> None:
        """Let a word stand in these cases, besides those in which it may already."""
        self.known[at] |= known
        self.general[at] |= general

    def open_all(self, start: int, end: int, known: Case = ANY, general: Case = ANY) -> None:
        """Let words stand so."""
        for at in range(start, end):
            self.open(at, known, general)

    def close(self, at: int) -> None:
        """Let a word not stand after all."""
        self.known[at] = self.general[at] = NONE

    def is_open(self, at: int) -> bool:
        """Whether the word is part of a name."""
        return bool(self.known[at])


def shelter_of(tokens: Sequence[Token]) -> Shelter:
    """What of the line is inside names of organisations, streets and places."""
    shelter = Shelter(tokens)
    shouting = not any(token.text != token.text.upper() for token in tokens if token.is_word)
    for at, token in enumerate(tokens):
        if token.is_word:
            _streets(shelter, at)
            _places(shelter, at, shouting=shouting)
            _named_after(shelter, at)
            _institutions(shelter, at)
            _bodies_of_posts(shelter, at)
    _quoted(shelter)
    return shelter


def is_surname_like(token: Token) -> bool:
    """Whether the word ends as Russian surnames and those made like them do, in any case."""
    return any(_SURNAME_LIKE.fullmatch(loosely(key)) for key in token.keys)


def is_bound(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name that stands before a place ends there."""
    return not 0 <= at < len(tokens) or tokens[at].text in _BOUNDS


def _after_stop(tokens: Sequence[Token], at: int) -> int:
    """The place after a word and the full stop by which it is shortened."""
    return at + 2 if is_sign(tokens, at + 1, ".") else at + 1


# Streets and places


def _streets(shelter: Shelter, at: int) -> None:
    tokens, token = shelter.tokens, shelter.tokens[at]
    if token.is_one_of(words.as_written(words.STREETS_SHORT)) or token.is_one_of(
        words.russian(words.STREETS)
    ):
        numbered = token.is_one_of(words.both(words.NUMBERED))
        _name_after(shelter, _after_stop(tokens, at), numbered=numbered)
        if _stands_last(tokens, at):
            _name_before(shelter, at)
    elif token.is_one_of(words.as_written(words.STREETS_AFTER_SHORT)) or token.is_one_of(
        words.kazakh(words.STREETS_AFTER)
    ):
        _name_before(shelter, at)


def _stands_last(tokens: Sequence[Token], at: int) -> bool:
    """Whether a designator stands after its name, as in «Абая пр., 14»."""
    after = _after_stop(tokens, at)
    return is_bound(tokens, after) or tokens[after].kind == "number"


def _places(shelter: Shelter, at: int, *, shouting: bool) -> None:
    tokens, token = shelter.tokens, shelter.tokens[at]
    after = _after_stop(tokens, at)
    if token.is_letter:
        if _is_place_letter(tokens, at, after, words.PLACE_LETTERS, shouting=shouting):
            _place_after(shelter, after, NAMING)
        if _is_place_letter(tokens, at, at - 1, words.PLACE_LETTERS_AFTER, shouting=shouting):
            _name_before(shelter, at)
    elif token.is_one_of(words.russian(words.PLACES)):
        _place_after(shelter, after, ANY)
    elif token.is_one_of(words.as_written(words.PLACES_SHORT)):
        _place_after(shelter, after, NAMING)
    if token.is_one_of(words.kazakh(words.PLACES_AFTER)) or token.is_one_of(
        words.as_written(words.PLACES_AFTER_SHORT)
    ):
        _name_before(shelter, at)


def _is_place_letter(
    tokens: Sequence[Token], at: int, name: int, letters: frozenset[str], *, shouting: bool
) -> bool:
    """Whether a letter is "город", "қала" and the like: a capital is an initial, unless beside a town's name."""
    if tokens[at].text.lower() not in letters or is_bound(tokens, name) or not tokens[name].is_word:
        return False
    if at > 0 and tokens[at - 1].kind == "number":  # 2026 г.
        return False
    if not tokens[at].is_capital:
        return tokens[name].is_capital
    if tokens[name].is_one_of(words.both(words.TOWNS)):
        return True
    return shouting and not is_surname_like(tokens[name])


def _place_after(shelter: Shelter, at: int, cases: Case) -> None:
    """The name of a place is one word, and no initials follow it."""
    tokens = shelter.tokens
    if is_bound(tokens, at) or not tokens[at].is_word:
        return
    after_initials = initials_at(tokens, at + 1)
    if after_initials == at + 1 or not is_bound(tokens, after_initials):
        shelter.open(at, cases, NAMING)


def _named_after(shelter: Shelter, at: int) -> None:
    """«Имени …», «им. …», «… атындағы»."""
    tokens, token = shelter.tokens, shelter.tokens[at]
    if "имени" in token.keys or ("им" in token.keys and is_sign(tokens, at + 1, ".")):
        _name_after(shelter, _after_stop(tokens, at))
    elif "атындагы" in token.keys or ("ат" in token.keys and is_sign(tokens, at + 1, ".")):
        _name_before(shelter, at)


def _name_after(shelter: Shelter, start: int, *, numbered: bool = False) -> None:
    """Open the name that begins at a place: «Абая», «Д. Кунаева», «академика Е. А. Букетова», «8 Марта»."""
    tokens = shelter.tokens
    first = _before_name(shelter, start, numbered=numbered)
    if (
        is_bound(tokens, first)
        or not tokens[first].is_word
        or (first > start and tokens[first].follows_break)
    ):
        return
    shelter.open(first, ANY, NAMING)
    last = first
    while last - first < _LONGEST_NAME and _goes_on(tokens, last + 1):
        last += 1
        shelter.open(last, _further(tokens, first, last), OF)
    end = initials_at(tokens, last + 1)
    if end > last + 1 and last == first and (is_bound(tokens, end) or tokens[end].kind == "number"):
        shelter.open_all(last + 1, end)  # ул. Сатпаева К.И., 5
    elif end > last + 1 and last > first:
        shelter.close(last)  # ул. Абая Иванов И.И.


def _before_name(shelter: Shelter, at: int, *, numbered: bool) -> int:
    """Open what comes before the name proper, titles and initials, and say where that begins."""
    tokens = shelter.tokens
    while not is_bound(tokens, at):
        after_initials = initials_at(tokens, at)
        if after_initials > at:
            shelter.open_all(at, after_initials)
            at = after_initials
        elif _is_title(tokens, at):
            shelter.open(at, ANY, NAMING)
            at = _after_stop(tokens, at)
        elif tokens[at].kind == "number" and not numbered:
            at += 1
        else:
            break
    return at


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word only goes before a name; a title alone (ул. Генерала) is one too."""
    token = tokens[at]
    if not token.is_word:
        return False
    if is_sign(tokens, at + 1, "."):
        return token.is_one_of(words.as_written(words.TITLES_SHORT))
    return "имени" in token.keys or token.is_one_of(words.both(words.TITLES))


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name of a street goes on with this word."""
    if is_bound(tokens, at) or not tokens[at].is_word or tokens[at].is_letter or tokens[at].follows_break:
        return False
    if _is_designator(tokens[at]):
        return False
    return tokens[at].is_capital or tokens[at].is_one_of(words.both(words.INSIDE_NAMES))


def _is_designator(token: Token) -> bool:
    shorts = (words.STREETS_SHORT, words.PLACES_SHORT, words.STREETS_AFTER_SHORT, words.BUILDINGS)
    return any(token.is_one_of(words.as_written(short)) for short in shorts)


def _further(tokens: Sequence[Token], first: int, at: int) -> Case:
    """The cases of a name's further words: after «Абая» comes «Кунанбаева», and no «Кунанбаев»."""
    genitive = any(_GENITIVE_LIKE.fullmatch(key) for key in tokens[first].keys)
    return OF if genitive and not tokens[at].text.isupper() else NAMING


def _name_before(shelter: Shelter, designator: int) -> None:
    """Open the name that ends before its designator: «Қ. И. Сәтбаев», «Мәңгілік Ел», «Қабанбай батыр»."""
    tokens = shelter.tokens
    at, apart = designator - 1, False
    for _ in range(_LONGEST_NAME):
        if is_bound(tokens, at) or not _is_part_of_name(tokens, at, last=at == designator - 1):
            break
        person = apart and is_surname_like(tokens[at])
        shelter.open(at, NONE if person else NAMING, NAMING)
        apart = apart or not tokens[at].is_one_of(words.both(words.INSIDE_NAMES))
        initials = initials_before(tokens, at)
        shelter.open_all(initials, at)
        at = initials - 1
        if initials < at + 1 and not (at >= 0 and _is_title(tokens, at)):
            break


def _is_part_of_name(tokens: Sequence[Token], at: int, *, last: bool) -> bool:
    token = tokens[at]
    if not token.is_word or token.is_letter or _is_designator(token):
        return False
    return (
        last or token.is_capital or token.is_one_of(words.both(words.INSIDE_NAMES)) or _is_title(tokens, at)
    )


# Organisations


def _institutions(shelter: Shelter, at: int) -> None:
    """Names beside the word for an institution or a legal form, without quotation marks."""
    token = shelter.tokens[at]
    if token.is_one_of(words.as_written(words.ONE_PERSON)):
        _one_person(shelter, at)
    elif token.is_one_of(words.as_written(words.LEGAL_FORMS["ru"])):
        _unquoted_after(shelter, at)
    elif token.is_one_of(words.as_written(words.LEGAL_FORMS["kk"])):
        _unquoted_before(shelter, at)
    elif token.is_one_of(words.institutions()):
        _institution_after_name(shelter, at)
        _institution_before_name(shelter, at)


def _one_person(shelter: Shelter, at: int) -> None:
    """The name of one person's business is his own: «ИП Ахметов Б.К.», «Ахметов Б.К. ЖК»."""
    tokens = shelter.tokens
    if _goes_on(tokens, at + 1):
        shelter.open(at + 1, NAMING, NAMING)
        shelter.open_all(at + 2, initials_at(tokens, at + 2))
    start = initials_before(tokens, at)
    if start > 0 and _goes_on(tokens, start - 1) and is_bound(tokens, start - 2):
        shelter.open(start - 1, NAMING, NAMING)
        shelter.open_all(start, at)


def _unquoted_after(shelter: Shelter, at: int) -> None:
    """«ТОО Отдел-Сервис»: the word after the legal form."""
    if _goes_on(shelter.tokens, at + 1) and initials_at(shelter.tokens, at + 2) == at + 2:
        shelter.open(at + 1, NAMING, NAMING)


def _unquoted_before(shelter: Shelter, at: int) -> None:
    """«Бас маман ЖШС»: all that stands before the legal form."""
    tokens, start = shelter.tokens, at
    while at - start < _LONGEST_GAP and not is_bound(tokens, start - 1) and tokens[start - 1].is_word:
        start -= 1
    if is_bound(tokens, start - 1) and not is_sign(tokens, at + 1, OPENING):
        shelter.open_all(start, at, NAMING, Case.NOMINATIVE)


def _institution_after_name(shelter: Shelter, at: int) -> None:
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


def _institution_before_name(shelter: Shelter, at: int) -> None:
    """«Музей М. Ауэзова»: the name in the genitive, no initials after it, lest it be a person's of the institution."""
    tokens = shelter.tokens
    name = initials_at(tokens, at + 1)
    if not _goes_on(tokens, name) or initials_at(tokens, name + 1) > name + 1:
        return
    shelter.open(name, OF, NONE)
    if name > at + 1:
        shelter.open_all(at + 1, name)


def _bodies_of_posts(shelter: Shelter, at: int) -> None:
    """Bodies of the President, the Prime Minister and akims: «Архив Президента», «әкімінің аппараты»."""
    tokens, token = shelter.tokens, shelter.tokens[at]
    if token.is_one_of(words.russian(words.POSTS_WITH_BODIES["ru"])):
        head = at - 1
        while head > 0 and tokens[head].is_word and _is_title(tokens, head):
            head -= 1
        if head >= 0 and tokens[head].is_one_of(_russian_bodies_of_posts()):
            shelter.open_all(head, at + 1)
    if token.is_one_of(words.kazakh(words.POSTS_WITH_BODIES["kk"])):
        _kazakh_body_of_post(shelter, at)


def _russian_bodies_of_posts() -> dict[str, Case]:
    return words.russian(words.BODIES_OF_POSTS["ru"]) | {"при": ANY}


def _kazakh_body_of_post(shelter: Shelter, at: int) -> None:
    tokens = shelter.tokens
    own = bool(tokens[at].case_among(words.kazakh(words.POSTS_WITH_BODIES["kk"])) & Case.GENITIVE)
    beside = at + 1 < len(tokens) and "жанындагы" in tokens[at + 1].keys
    for head in _word_places(tokens, at + 1, +1) if own or beside else ():
        if tokens[head].is_one_of(words.kazakh(words.BODIES_OF_POSTS["kk"])):
            shelter.open_all(at, head + 1)
            return


def _word_places(tokens: Sequence[Token], at: int, step: int) -> Iterator[int]:
    """The places of the words on one side, as far as the name they are in may reach."""
    for _ in range(_LONGEST_NAME + 2):
        if is_bound(tokens, at) or tokens[at].text in OPENING | CLOSING:
            return
        if tokens[at].is_word:
            yield at
        at += step


# Quotation marks


def _quoted(shelter: Shelter) -> None:
    """Names in quotation marks: of an organisation anything; of nothing said a name that only looks like a post."""
    for start, end in _quotations(shelter.tokens):
        if _names_organisation(shelter.tokens, start, end):
            shelter.open_all(start, end)
        else:
            shelter.open_all(start, end, NONE, NAMING)


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
    if sign in OPENING - CLOSING or sign in CLOSING - OPENING:
        return sign in OPENING
    touches_before = at > 0 and tokens[at - 1].end == tokens[at].start
    return not touches_before or tokens[at - 1].text in OPENING | frozenset("([")


def _closes_later(tokens: Sequence[Token], start: int) -> bool:
    """Whether the next quotation mark closes."""
    later = (at for at in range(start, len(tokens)) if tokens[at].text in OPENING | CLOSING)
    return not _opens(tokens, at) if (at := next(later, -1)) >= 0 else False


def _names_organisation(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the word for an organisation, or a designator, stands beside the quotation on one of its sides."""
    return _marker(tokens, start - 1, -1) or _marker(tokens, end, +1)


def _marker(tokens: Sequence[Token], at: int, step: int) -> bool:
    for _ in range(_LONGEST_GAP):
        if is_bound(tokens, at):
            return False
        token = tokens[at]
        if token.is_word and any(token.is_one_of(listed()) for listed in _MARKERS):
            return True
        if not (token.text.islower() or token.text.isupper() or token.text in OPENING | CLOSING | {"."}):
            return False
        at += step
    return False


_MARKERS: Final[tuple[Callable[[], frozenset[str] | dict[str, Case]], ...]] = (
    words.legal_forms,
    words.institutions,
    lambda: words.as_written(words.STREETS_SHORT),
    lambda: words.russian(words.STREETS),
    lambda: words.kazakh(words.STREETS_AFTER),
)


# Territories


def serves_territory(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether what looks like a unit is a body of its own: its territory or its rank is part of the name.

    «Управление финансов Карагандинской области», «Қарағанды облысының қаржы басқармасы», «Национальная библиотека»;
    a body named between the two has the unit inside it.
    """
    before = list(_word_places(tokens, start - 1, -1))
    if any(tokens[at].is_one_of(words.ranks()) for at in before[:2]):
        return True
    return _meets(tokens, _word_places(tokens, end, +1), _is_territory_ru) or _meets(
        tokens, before, _is_territory_kk
    )


def _meets(tokens: Sequence[Token], places: Iterable[int], is_territory: Callable[[Token], bool]) -> bool:
    """Whether a territory comes before any body, which may be an abbreviation (МВД)."""
    for at in places:
        if is_territory(tokens[at]):
            return True
        if tokens[at].is_one_of(words.bodies()) or (tokens[at].text.isupper() and not tokens[at].is_letter):
            return False
    return False


def _is_territory_ru(token: Token) -> bool:
    """«Города», «по городу», «Астаны»; but not «город», which begins an address."""
    if token.is_one_of(words.as_written(words.TERRITORIES_SHORT)):
        return True
    listed = (words.russian(words.TERRITORIES["ru"]), words.russian(words.TOWNS))
    return any(token.case_among(words_) not in {NONE, Case.NOMINATIVE} for words_ in listed)


def _is_territory_kk(token: Token) -> bool:
    """«Облысының», «облысы бойынша»; but not «облысы», which begins an address."""
    return "бойынша" in token.keys or bool(
        token.case_among(words.kazakh(words.TERRITORIES["kk"])) & Case.GENITIVE
    )
