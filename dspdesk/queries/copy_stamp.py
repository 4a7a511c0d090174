"""What stands on the stickers of copies: mark and number, where the copies went, the executor, the notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law import copying_notes as notes
from dspdesk.law.copying_notes import ReproductionNote
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind, MovementKind
from dspdesk.law.roles import Action
from dspdesk.law.values import CopyNumbers, RegistrationNumber
from dspdesk.queries.copying import permits_of


@dataclass(frozen=True, slots=True)
class StampedCopy:
    """A copy of an entry; `note` is of what it was made by, `None` for those it was registered with.

    `filed` are the words of the case it lies in, `holder` in both languages whoever else it went to.
    """

    id: int
    number: int
    filed: str
    holder: tuple[str, str]
    note: ReproductionNote | None = None

    def went(self, language: str) -> str:
        """Where it went, '' while it is with the service."""
        if self.filed:
            return f"{_IN_THE_FILE[language]} {self.filed} ({_FILE_COPY[language]})"
        return self.holder[0 if language == "kk" else 1]


@dataclass(frozen=True, slots=True)
class StampFacts:
    """An entry as its stickers state it; `language` is its journal's, `copies` are without those struck out."""

    item_id: int
    number: str
    language: str
    journal: JournalKind
    addressee: str
    executor: str
    copies: tuple[StampedCopy, ...]
    made: tuple[ReproductionNote, ...]

    @property
    def printed(self) -> int:
        """How many copies were printed, those made in addition included (paragraph 18, kk)."""
        return len(self.copies)


_ITEM = """
    SELECT number.sequence, number.letter, number.written, journal.language, journal.kind, item.correspondent,
           item.executor FROM item JOIN number ON number.id = item.id
    JOIN journal ON journal.id = number.journal_id WHERE item.id = ?
"""
_COPIES = """
    SELECT copy.id, copy.number, movement.kind, movement.as_written, correspondent.name_kk, correspondent.name_ru,
           employee.name_kk, employee.name_ru, unit.name_kk, unit.name_ru
    FROM copy LEFT JOIN movement ON movement.id = copy.whereabouts_id
    LEFT JOIN correspondent ON correspondent.id = movement.correspondent_id
    LEFT JOIN employee ON employee.id = movement.employee_id LEFT JOIN unit ON unit.id = movement.unit_id
    WHERE copy.item_id = ? AND copy.struck_on IS NULL ORDER BY copy.number
"""
_IN_THE_FILE = {"ru": "в дело", "kk": "іске"}
_FILE_COPY = {"ru": "отпуск", "kk": "жіберілуі"}
_COPY = {"ru": "Экз. № {numbers} – {words}", "kk": "№ {numbers} дана – {words}"}
#: Movements after which a copy is with the service.
_WITH_SERVICE = frozenset(
    {MovementKind.RETURN, MovementKind.RESOLVED, MovementKind.STORING, MovementKind.WITHDRAWAL}
)
_EXECUTOR = {"ru": "Исп. {name}", "kk": "Орынд. {name}"}


def stamp_facts(desk: Desk, item_id: int) -> StampFacts:
    """What the registers know for the stickers of an entry."""
    desk.authorize(Action.READ_JOURNALS)
    made = tuple(note for row in permits_of(desk, item_id) for note in row.made)
    with desk.reading() as connection:
        row = connection.exec_driver_sql(_ITEM, (item_id,)).one()
        rows = connection.exec_driver_sql(_COPIES, (item_id,)).fetchall()
    language = row[3]
    return StampFacts(
        item_id=item_id,
        number=RegistrationNumber(row[0], row[1], row[2]).with_mark(language),
        language=language,
        journal=JournalKind(row[4]),
        addressee=row[5],
        executor=row[6],
        copies=tuple(_copy(one, made) for one in rows),
        made=tuple(sorted((note for note in made if note.first), key=lambda note: note.first or 0)),
    )


def item_of(connection: Connection, copy_id: int) -> int:
    """The entry that a copy is of."""
    found = connection.exec_driver_sql("SELECT item_id FROM copy WHERE id = ?", (copy_id,))
    return int(found.scalar_one())


def went(facts: StampFacts, language: str) -> str:
    """Where the copies went with their numbers, as far as the register knows: proposed for the backs (paragraph 18).

    Of a document of our own the copies that have not moved yet are bound for whom it is addressed to; the last of
    them stays as the file copy when there are several.
    """
    words = [copy.went(language) for copy in facts.copies]
    waiting = [at for at, one in enumerate(words) if not one]
    if facts.journal in OWN_DOCUMENTS and facts.addressee:
        for at in waiting:
            words[at] = facts.addressee
        if len(waiting) > 1 and not any(copy.filed for copy in facts.copies):
            words[waiting[-1]] = f"{_IN_THE_FILE[language]} ({_FILE_COPY[language]})"
    return "; ".join(_told(facts, words, language))


def executor(facts: StampFacts, language: str) -> str:
    """The executor's surname as it stands on the back, '' while nobody is named."""
    return _EXECUTOR[language].format(name=facts.executor) if facts.executor else ""


def note_of(facts: StampFacts, copy: StampedCopy, language: str) -> str:
    """The note on a copy made in addition, '' for the others (paragraph 17, part 2)."""
    return notes.on_further_copy(copy.note, facts.number, language) if copy.note else ""


def notes_on_original(facts: StampFacts, language: str) -> tuple[str, ...]:
    """The notes for what was reproduced: how many copies, under which numbers, by what permission."""
    return tuple(notes.reproduced(note, language) for note in facts.made)


def _told(facts: StampFacts, words: Sequence[str], language: str) -> Iterator[str]:
    pairs = [(copy.number, said) for copy, said in zip(facts.copies, words, strict=True) if said]
    for said, run in groupby(pairs, key=lambda pair: pair[1]):
        numbers = CopyNumbers(tuple(number for number, _said in run))
        yield _COPY[language].format(numbers=numbers, words=said)


def _copy(row: Sequence[Any], made: Sequence[ReproductionNote]) -> StampedCopy:
    note = next((one for one in made if one.first and one.last and one.first <= row[1] <= one.last), None)
    filed = row[3] if row[2] == MovementKind.FILING.value else ""
    return StampedCopy(row[0], row[1], filed, _holder(row), note)


def _holder(row: Sequence[Any]) -> tuple[str, str]:
    """Who has a copy, Kazakh and Russian; '' while it is with the service."""
    kind, written, names = row[2], row[3], row[4:]
    if kind is None or kind in _WITH_SERVICE:
        return "", ""
    kk, ru = next(
        ((names[n] or "", names[n + 1] or "") for n in (0, 2, 4) if names[n] or names[n + 1]), ("", "")
    )
    return kk or ru or written, ru or kk or written
