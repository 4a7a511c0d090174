"""Words that the windows of people and units share."""

from dspdesk.language.catalogue import N_, Language, _, current_language
from dspdesk.language.dates import short
from dspdesk.language.declension import NameCase
from dspdesk.law.kinds import Headship
from dspdesk.queries.entrustment import EntrustmentLine
from dspdesk.queries.people import AppointmentLine

#: Of what a position is the head.
HEADS = {
    None: N_("of nothing"),
    Headship.BODY: N_("of the body"),
    Headship.SERVICE: N_("of the documentation service"),
    Headship.UNIT: N_("of the unit"),
}

#: The cases by the names that the grammar of each language has for them, with the question they answer.
CASES = {
    Language.KK: {
        NameCase.GENITIVE: "Ілік (кімнің?)",
        NameCase.DATIVE: "Барыс (кімге?)",
        NameCase.ACCUSATIVE: "Табыс (кімді?)",
        NameCase.LOCATIVE: "Жатыс (кімде?)",
        NameCase.ABLATIVE: "Шығыс (кімнен?)",
        NameCase.INSTRUMENTAL: "Көмектес (кіммен?)",
    },
    Language.RU: {
        NameCase.GENITIVE: "Родительный (кого?)",
        NameCase.DATIVE: "Дательный (кому?)",
        NameCase.ACCUSATIVE: "Винительный (кого?)",
        NameCase.INSTRUMENTAL: "Творительный (кем?)",
        NameCase.PREPOSITIONAL: "Предложный (о ком?)",
    },
}


def heads() -> dict[Headship | None, str]:
    """Of what a position is the head, in words."""
    return {head: _(words) for head, words in HEADS.items()}


def period(line: AppointmentLine | EntrustmentLine) -> str:
    """From when to when: "since 01.03.2024", "01.03.2024 – 31.12.2025"."""
    if line.valid_to is None:
        return _("since {day}").format(day=short(line.valid_from))
    return f"{short(line.valid_from)}\N{NO-BREAK SPACE}– {short(line.valid_to)}"


def appointment(line: AppointmentLine) -> str:
    """An appointment in a line."""
    return " · ".join(parts(line))


def parts(line: AppointmentLine) -> list[str]:
    """What is known of an appointment: how it is signed, where, for whom, of what it is the head."""
    language = current_language()
    leads = "" if line.acting or line.heads is None else heads()[line.heads]
    said = (
        line.signs(language),
        line.unit(language),
        _for_whom(line, language),
        _("head {of_what}").format(of_what=leads) if leads else "",
    )
    return [part for part in said if part]


def _for_whom(line: AppointmentLine, language: Language) -> str:
    whom = line.acted_for(language)
    return _("for {name}").format(name=whom) if whom else ""
