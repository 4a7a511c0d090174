"""How long a case is kept: a period of the list of documents with periods of storage, as the filing plan states it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.values import Impossible

#: What is kept longer is temporary, too, but is bound, inventoried and certified like the permanent (paragraph 32).
LONG = 10  # years


class RetentionKind(StrEnum):
    """What a period is stated by."""

    PERMANENT = "permanent"
    YEARS = "years"
    UNTIL_REPLACED = "until_replaced"  # до замены новыми
    UNTIL_NOT_NEEDED = "until_not_needed"  # до минования надобности


class Period(StrEnum):
    """What a period means for the making up of a case: what stands on its cover, on which inventory it stands."""

    PERMANENT = "permanent"
    LONG = "long"  # temporary, over 10 years
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Retention:
    """A period: `years` of those stated in years, `expert` that the expert commission looks first (ЭПК, СТК).

    `article` is that of the list of periods, as the plan writes it. Raises `Impossible` for years that are none.
    """

    kind: RetentionKind
    years: int | None = None
    expert: bool = False
    article: str = ""

    def __post_init__(self) -> None:
        if (self.kind is RetentionKind.YEARS) != (self.years is not None):
            raise Impossible(str(self.years))
        if self.years is not None and not 1 <= self.years <= 150:
            raise Impossible(str(self.years))

    @property
    def permanent(self) -> bool:
        """Whether cases are kept for ever: these never share a case with others (paragraph 30, 4)."""
        return self.kind is RetentionKind.PERMANENT

    @property
    def period(self) -> Period:
        """What the period means for the making up of a case."""
        if self.permanent:
            return Period.PERMANENT
        return Period.LONG if (self.years or 0) > LONG else Period.SHORT

    def words(self, language: str) -> str:
        """The period as the filing plan and the cover state it: "15 лет ЭПК, ст. 88", "15 жыл СТК, 88-бап"."""
        said = _STATED[self.kind][language].format(years=_years(self.years or 0, language))
        expert = {"ru": " ЭПК", "kk": " СТК"}[language] if self.expert else ""
        article = (
            {"ru": ", ст. {0}", "kk": ", {0}-бап"}[language].format(self.article) if self.article else ""
        )
        return said + expert + article

    @classmethod
    def parse(cls, written: str) -> "Retention | None":
        """Read what the fourth column of a filing plan says in either language; `None` when it cannot be read."""
        text = " ".join(written.split())
        article = next((found[1] or found[2] for found in _ARTICLE.finditer(text)), "")
        said = _ARTICLE.sub("", text).strip(" ,;.").casefold()
        expert = bool(_EXPERT.search(said))
        said = _EXPERT.sub("", said).strip(" ,;.()")
        if found := _YEARS.fullmatch(said):
            years = int(found[1])
            return cls(RetentionKind.YEARS, years, expert, article) if 1 <= years <= 150 else None
        for kind, beginnings in _READ.items():
            if said.startswith(beginnings):
                return cls(kind, None, expert, article)
        return None


_STATED = {
    RetentionKind.PERMANENT: {"ru": "Постоянно", "kk": "Тұрақты"},
    RetentionKind.YEARS: {"ru": "{years}", "kk": "{years}"},
    RetentionKind.UNTIL_REPLACED: {"ru": "До замены новыми", "kk": "Жаңасымен ауыстырылғанға дейін"},
    RetentionKind.UNTIL_NOT_NEEDED: {"ru": "До минования надобности", "kk": "Қажеттілігі өткенге дейін"},
}
_READ = {
    RetentionKind.PERMANENT: ("постоянн", "пост", "тұрақты"),
    RetentionKind.UNTIL_REPLACED: ("до замены", "жаңасымен ауыстыр", "ауыстырылғанға дейін"),
    RetentionKind.UNTIL_NOT_NEEDED: ("до минования надобности", "дмн", "қажеттілігі", "қажет болмағанға"),
}
_YEARS = re.compile(r"(\d{1,3})\s*(?:год|года|лет|жыл|л\.?|г\.?|ж\.?)")
_EXPERT = re.compile(r"\b(?:эпк|цэк|стк|осбк|орталық сараптама комиссиясы)\b\.?", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?:\b(?:ст\.?|статья|п\.|пункт)\s*№?\s*([\d.]+[а-я]?)|([\d.]+[а-я]?)\s*-?\s*(?:бап|тармақ)\w*)",
    re.IGNORECASE,
)


def _years(count: int, language: str) -> str:
    if language == "kk":
        return f"{count} жыл"
    last, teens = count % 10, 11 <= count % 100 <= 14
    word = "год" if last == 1 and not teens else "года" if 2 <= last <= 4 and not teens else "лет"
    return f"{count} {word}"
