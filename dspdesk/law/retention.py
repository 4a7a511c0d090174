"""How long a case is kept: a period of the list of documents with periods of storage, as the filing plan states it.

Periods are stated as the lists of Kazakhstan state them: for ever, for years, for years since something happened, until
something happens. What is none of these is not read: a person is asked, nothing is guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.values import Impossible

#: What is kept longer is temporary, too, but is bound, inventoried and certified like the permanent (paragraph 32).
LONG = 10  # years


class RetentionKind(StrEnum):
    """What a period is stated by; the kinds that begin with `YEARS` say how many."""

    PERMANENT = "permanent"
    YEARS = "years"
    YEARS_LESS_AGE = "years_less_age"  # 75 лет – В: less the age of the person when the case was finished
    YEARS_AFTER_REPLACED = "years_after_replaced"
    YEARS_AFTER_EXPIRY = "years_after_expiry"
    YEARS_AFTER_DISMISSAL = "years_after_dismissal"
    YEARS_AFTER_INSPECTION = "years_after_inspection"
    YEARS_AFTER_EXECUTION = "years_after_execution"
    YEARS_AFTER_STRUCK_OFF = "years_after_struck_off"
    YEARS_AFTER_REPEAL = "years_after_repeal"
    YEARS_AFTER_LIQUIDATION = "years_after_liquidation"
    UNTIL_REPLACED = "until_replaced"  # до замены новыми
    UNTIL_NOT_NEEDED = "until_not_needed"  # до минования надобности
    UNTIL_LIQUIDATION = "until_liquidation"  # до ликвидации организации


#: Kinds that say a number of years.
IN_YEARS = frozenset(kind for kind in RetentionKind if kind.value.startswith("years"))
#: Kept at least as long as the body stands. Paragraph 32 asks whether a case is kept over 10 years, and of these nobody
#: can say that it is not: a case left loose and without an inventory could not be made up decades later, one made up in
#: vain harms nobody. So they are taken as over 10 years. "Until replaced" and "until not needed" are not: the lists
#: state them of working papers, which the body itself may do away with any day. Of "3 years after …" it is the 3 years
#: that are the period; like the first of January of other cases, what happens only says since when they are counted.
WITH_THE_BODY = frozenset({RetentionKind.UNTIL_LIQUIDATION, RetentionKind.YEARS_AFTER_LIQUIDATION})


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
        if (self.kind in IN_YEARS) != (self.years is not None):
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
        return Period.LONG if self.kind in WITH_THE_BODY or (self.years or 0) > LONG else Period.SHORT

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
        text = _plain(written)
        articles = list(_ARTICLE.finditer(text))
        said = _ARTICLE.sub(" ", text)
        said, experts = _EXPERT.subn(" ", said)
        if len(articles) > 1 or experts > 1:
            return None
        article = "".join(found[1] or found[2] for found in articles).replace(" ", "").replace(",", ", ")
        for kind, pattern in _READ.items():
            if (found := pattern.fullmatch(" ".join(said.split()).strip(" ,;.()"))) is not None:
                return _read(kind, found, article, expert=bool(experts))
        return None


def _read(kind: RetentionKind, found: re.Match[str], article: str, *, expert: bool) -> Retention | None:
    if kind not in IN_YEARS:
        return Retention(kind, None, expert, article)
    years = int(next(one for one in found.groups() if one is not None))
    return Retention(kind, years, expert, article) if 1 <= years <= 150 else None


def _years(count: int, language: str) -> str:
    if language == "kk":
        return f"{count} жыл"
    last, teens = count % 10, 11 <= count % 100 <= 14
    word = "год" if last == 1 and not teens else "года" if 2 <= last <= 4 and not teens else "лет"
    return f"{count} {word}"


# --- how periods are stated ---

#: What happened, in the words of the plan in both languages: "3 года после увольнения".
_EVENTS: Mapping[RetentionKind, tuple[str, str]] = {
    RetentionKind.YEARS_AFTER_REPLACED: ("замены новыми", "Жаңасымен ауыстырылғаннан"),
    RetentionKind.YEARS_AFTER_EXPIRY: ("истечения срока действия", "Қолданылу мерзімі өткеннен"),
    RetentionKind.YEARS_AFTER_DISMISSAL: ("увольнения", "Жұмыстан босатылғаннан"),
    RetentionKind.YEARS_AFTER_INSPECTION: ("завершения проверки", "Тексеру аяқталғаннан"),
    RetentionKind.YEARS_AFTER_EXECUTION: ("исполнения", "Орындалғаннан"),
    RetentionKind.YEARS_AFTER_STRUCK_OFF: ("снятия с учета", "Есептен шығарылғаннан"),
    RetentionKind.YEARS_AFTER_REPEAL: ("отмены", "Күші жойылғаннан"),
    RetentionKind.YEARS_AFTER_LIQUIDATION: ("ликвидации организации", "Ұйым таратылғаннан"),
}
_STATED: Mapping[RetentionKind, Mapping[str, str]] = {
    RetentionKind.PERMANENT: {"ru": "Постоянно", "kk": "Тұрақты"},
    RetentionKind.YEARS: {"ru": "{years}", "kk": "{years}"},
    RetentionKind.YEARS_LESS_AGE: {"ru": "{years} – В", "kk": "{years} – адамның жасы"},
    RetentionKind.UNTIL_REPLACED: {"ru": "До замены новыми", "kk": "Жаңасымен ауыстырылғанға дейін"},
    RetentionKind.UNTIL_NOT_NEEDED: {"ru": "До минования надобности", "kk": "Қажеттілігі өткенге дейін"},
    RetentionKind.UNTIL_LIQUIDATION: {"ru": "До ликвидации организации", "kk": "Ұйым таратылғанға дейін"},
} | {
    kind: {"ru": f"{{years}} после {ru}", "kk": f"{kk} кейін {{years}}"} for kind, (ru, kk) in _EVENTS.items()
}

# --- how periods are read: in small letters, with «ё» as «е» and every dash as «-», without quotation marks ---

_NUMBER = r"(\d{1,3})\s*(?:года|год|лет|жыл|л|г|ж)\.?"
_BODY_RU = r"(?:\s+(?:организации|орг\.?|органа|госоргана|государственного органа|учреждения|предприятия))?"
_BODY_KK = r"(?:(?:ұйым|мемлекеттік орган|орган|мекеме|кәсіпорын)\s+)?"
#: What happened, as plans write it: after "после", before "кейін".
_HAPPENED: Mapping[RetentionKind, tuple[str, str]] = {
    RetentionKind.YEARS_AFTER_REPLACED: (
        r"замены(?:\s+(?:на\s+)?новы(?:ми|м|е|й))?",
        r"жаңа(?:сы|лары)мен ауыстырылғаннан",
    ),
    RetentionKind.YEARS_AFTER_EXPIRY: (
        r"(?:истечения|окончания) срока(?: действия)?(?: (?:договора|контракта|соглашения|доверенности))?",
        r"(?:(?:шарттың|келісімшарттың|келісімнің|сенімхаттың) )?(?:қолданылу |қолданыс )?мерзімі "
        r"(?:өткеннен|біткеннен|аяқталғаннан)",
    ),
    RetentionKind.YEARS_AFTER_DISMISSAL: (
        r"увольнения(?: (?:работника|сотрудника|служащего))?",
        r"(?:қызметкер )?(?:жұмыстан|қызметтен) (?:босатылғаннан|шыққаннан|шығарылғаннан)",
    ),
    RetentionKind.YEARS_AFTER_INSPECTION: (
        r"(?:завершения|окончания|проведения) (?:проверки|ревизии|аудита)",
        r"(?:тексеру|аудит) (?:аяқталғаннан|өткізілгеннен|жүргізілгеннен)",
    ),
    RetentionKind.YEARS_AFTER_EXECUTION: (r"(?:исполнения|выполнения)", r"орындалғаннан"),
    RetentionKind.YEARS_AFTER_STRUCK_OFF: (r"снятия с учета", r"есептен (?:шығарылғаннан|алынғаннан)"),
    RetentionKind.YEARS_AFTER_REPEAL: (r"(?:отмены|утраты силы)", r"күші жойылғаннан"),
    RetentionKind.YEARS_AFTER_LIQUIDATION: (rf"ликвидации{_BODY_RU}", rf"{_BODY_KK}таратылғаннан"),
}
_READ: Mapping[RetentionKind, re.Pattern[str]] = {
    RetentionKind.PERMANENT: re.compile(
        r"пост\.?|постоянно|постоянное(?: хранение)?|тұрақты(?: сақтау| сақталады)?"
    ),
    RetentionKind.YEARS: re.compile(_NUMBER),
    RetentionKind.YEARS_LESS_AGE: re.compile(rf"{_NUMBER}(?:\s*-\s*|\s+)(?:в|b|(?:адамның )?жасы)"),
    RetentionKind.UNTIL_REPLACED: re.compile(
        r"до замены(?:\s+(?:на\s+)?новы(?:ми|м|е|й))?|дзн|(?:жаңа(?:сы|лары)мен )?ауыстырылған(?:ға дейін|ша)"
    ),
    RetentionKind.UNTIL_NOT_NEEDED: re.compile(
        r"(?:до|по) миновани[яию] надобности|дмн|қажетт(?:іл)?ігі өткен(?:ге дейін|ше)"
        r"|қажет(?:т(?:іл)?ігі)? болмаған(?:ға дейін|ша)"
    ),
    RetentionKind.UNTIL_LIQUIDATION: re.compile(
        rf"до ликв(?:идации|\.){_BODY_RU}|{_BODY_KK}таратылған(?:ға дейін|ша)"
    ),
} | {
    kind: re.compile(rf"{_NUMBER} (?:- )?после {ru}|{kk} (?:кейін|соң),? {_NUMBER}")
    for kind, (ru, kk) in _HAPPENED.items()
}
_EXPERT = re.compile(
    r"\(?(?:\b(?:с отметкой|отметка)\s+)?"
    r"\b(?:эпк|цэк|эк|стк|осбк|оск|орталық сараптама комиссиясы|сараптау-тексеру комиссиясы)\b\.?"
    r"(?:\s+белгісі(?:мен)?)?\)?"
)
_ONE = r"\d+(?:[.\-]\d+)*[а-яa-z]?"
_SEVERAL = rf"{_ONE}(?:\s*,\s*{_ONE})*"
_ARTICLE = re.compile(
    rf"[,;]?\s*\(?\b(?:статья|ст|пункт|п)\.?\s*№?\s*({_SEVERAL})(?!\w)\)?"
    rf"|[,;]?\s*\(?\b({_SEVERAL})\s*-?\s*(?:бап|тармақ)\w*\.?\)?"
)
_DASHES = re.compile(r"[‐‑‒–—−]")
_QUOTES = re.compile("[\"'«»„“”]")


def _plain(written: str) -> str:
    """As it is read: the letters, not how somebody types them; the letter of an article in small, too."""
    text = _QUOTES.sub("", _DASHES.sub("-", written))
    return " ".join(text.casefold().replace("ё", "е").split())
