"""Papers and what they are of, in words: "Hand-over sheet" of "hand-over sheet № 5"."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.language.dates import day_and_time
from dspdesk.language.folding import fold
from dspdesk.language.papers import paper_name
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.filed import volume_words
from dspdesk.queries.ledger import about
from dspdesk.queries.ledger_words import SUBJECTS
from dspdesk.store.paper_check import PaperCheck

_JOURNALS: Final[Mapping[str, str]] = {
    JournalKind.INCOMING: N_("Incoming"),
    JournalKind.OUTGOING: N_("Outgoing"),
    JournalKind.INTERNAL: N_("Internal"),
    JournalKind.PUBLICATIONS: N_("Publications"),
}
#: The tables of the things that papers are of, where that is not the name of the thing itself.
_TABLES: Final[Mapping[str, str]] = {"body": "organisation"}
_MOST_NAMED = 3


def subject_words(connection: Connection, subject: str, zone: dt.tzinfo | None) -> str:
    """What a paper is of, as people know it: "Incoming 2026", "№ 12 ДСП", "act № 5"; `zone` is that of the desk."""
    return subjects_words(connection, [subject], zone)[subject]


def subjects_words(connection: Connection, subjects: Iterable[str], zone: dt.tzinfo | None) -> dict[str, str]:
    """The same of many papers: things of a kind are asked for together."""
    parted = {subject: _parted(subject) for subject in subjects}
    wanted: dict[str, set[str]] = {}
    for kind, keys in parted.values():
        wanted.setdefault(kind, set()).update(keys[:_MOST_NAMED])
    words = {kind: _words(connection, kind, keys, zone) for kind, keys in wanted.items()}
    return {subject: _together(words[kind], kind, keys) for subject, (kind, keys) in parted.items()}


def _parted(subject: str) -> tuple[str, list[str]]:
    kind, _colon, keys = subject.partition("#")[0].partition(":")  # "#" says how it is laid out
    return kind, keys.split(",")


def _together(words: Mapping[str, str], kind: str, keys: Sequence[str]) -> str:
    """Several things: the first of them; one by its key where it has no words, or is not there."""
    named = [words.get(key) or about(f"{kind}:{key}") for key in keys[:_MOST_NAMED]]
    return ", ".join(named) + (" …" if len(keys) > _MOST_NAMED else "")


def _words(
    connection: Connection, kind: str, keys: Collection[str], zone: dt.tzinfo | None
) -> dict[str, str]:
    if kind == "year":
        return {key: key for key in keys}
    if kind == "delivery":
        return _deliveries(connection, keys, zone)
    told = _TOLD.get(kind)
    return told(connection, keys) if told is not None else {}


def titled(paper: str, about: str) -> str:
    """A paper with what it is of: "Reminder slip, Юнусов Р.А."; nothing is named twice: "Hand-over sheet № 5"."""
    name = paper_name(paper)
    return about[:1].upper() + about[1:] if fold(about).startswith(fold(name)) else f"{name}, {about}"


def is_there(connection: Connection, kind: str, key: int) -> bool:
    """Whether there is such a thing as a paper is to be printed of."""
    table = _TABLES.get(kind, kind)
    known = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).scalar()
    if not known:
        return True  # of no table: the paper itself says what it does not find
    return bool(connection.exec_driver_sql(f"SELECT 1 FROM {table} WHERE id = ?", (key,)).scalar())


def told(desk: Desk, paper: PaperCheck) -> str:
    """What the ledger says of a printed paper, in sentences; of what it is, only to those who may know."""
    desk.authorize(Action.VERIFY)
    subject = about(paper.subject)
    if desk.may(Action.READ_JOURNALS):
        with desk.reading() as connection:
            subject = subject_words(connection, paper.subject, desk.clock().tzinfo)
    sentence = _("{paper} ({subject}), printed on {at} by {by}.")
    # initials at the end of the sentence have their full stop already
    by = paper.printed_by.removesuffix(".") if sentence.endswith("{by}.") else paper.printed_by
    at = _here(paper.printed_at, desk.clock().tzinfo)
    printed = sentence.format(paper=paper_name(paper.paper), subject=subject, at=at, by=by)
    since = ngettext("{n} step on it since then.", "{n} steps on it since then.", paper.later)
    return f"{printed} {_(_WHOLE[paper.whole])} {since.format(n=paper.later)}"


_WHOLE = {
    True: N_("The ledger up to this printing is whole."),
    False: N_("The ledger up to this printing has been changed."),
}


def _here(moment: dt.datetime, zone: dt.tzinfo | None) -> str:
    """A moment that is kept in UTC as the clock of this desk has it."""
    return day_and_time(moment.replace(tzinfo=dt.UTC).astimezone(zone))


#: So many keys at a time: SQLite takes no more in one statement on every machine.
_CHUNK = 5_000


def _found(connection: Connection, question: str, keys: Collection[str]) -> Iterator[Sequence[Any]]:
    """The rows of a question about things of a kind; their keys come first."""
    wanted = sorted(keys)
    for start in range(0, len(wanted), _CHUNK):
        some = tuple(wanted[start : start + _CHUNK])
        yield from connection.exec_driver_sql(question.format(keys=", ".join("?" * len(some))), some)


def _deliveries(connection: Connection, keys: Collection[str], zone: dt.tzinfo | None) -> dict[str, str]:
    """Mail that was brought at one time is known by that time."""
    asked = "SELECT id, received_at FROM delivery WHERE id IN ({keys})"
    return {
        str(key): _("mail of {at}").format(at=_here(dt.datetime.fromisoformat(received), zone))
        for key, received in _found(connection, asked, keys)
    }


def _journals(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    asked = "SELECT id, kind, year FROM journal WHERE id IN ({keys})"
    words = _("{journal} {year}")
    return {
        str(key): words.format(journal=_(_JOURNALS[kind]), year=year)
        for key, kind, year in _found(connection, asked, keys)
    }


def _common_journals(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    asked = "SELECT id, year FROM common_journal WHERE id IN ({keys})"
    words = _("Common journal {year}")
    return {str(key): words.format(year=year) for key, year in _found(connection, asked, keys)}


#: The number of an entry.
_NUMBER = "number.sequence, number.letter, number.written, journal.language"
_REGISTERS = "JOIN number ON number.id = {item} JOIN journal ON journal.id = number.journal_id"


def _numbered_entry(row: Sequence[Any]) -> str:
    return f"№ {RegistrationNumber(*row[:3]).with_mark(row[3])}"


def _items(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    asked = (
        f"SELECT number.id, {_NUMBER} FROM number JOIN journal ON journal.id = number.journal_id "
        "WHERE number.id IN ({keys})"
    )
    return {str(row[0]): _numbered_entry(row[1:]) for row in _found(connection, asked, keys)}


def _copies(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    registers = _REGISTERS.format(item="copy.item_id")
    asked = f"SELECT copy.id, copy.number, {_NUMBER} FROM copy {registers} WHERE copy.id IN ({{keys}})"
    words = _("{entry}, copy {copy}")
    return {
        str(row[0]): words.format(entry=_numbered_entry(row[2:]), copy=row[1])
        for row in _found(connection, asked, keys)
    }


def _extractions(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    """Cards taken out are known by their publication."""
    registers = _REGISTERS.format(item="taken.item_id")
    asked = f"SELECT taken.id, {_NUMBER} FROM abstract_extraction AS taken {registers} WHERE taken.id IN ({{keys}})"
    return {str(row[0]): _numbered_entry(row[1:]) for row in _found(connection, asked, keys)}


def _packages(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    asked = "SELECT id, sender, cover_numbers FROM package WHERE id IN ({keys})"
    return {str(row[0]): ", ".join(filter(None, row[1:])) for row in _found(connection, asked, keys)}


def _volumes(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    """A volume in short: "01-03, т. 2"."""
    asked = (
        "SELECT volume.id, plan_entry.case_index, volume.number FROM volume "
        "JOIN case_file ON case_file.id = volume.case_file_id "
        "JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id WHERE volume.id IN ({keys})"
    )
    return {str(row[0]): volume_words(*row[1:]) for row in _found(connection, asked, keys)}


def _named(table: str, column: str = "") -> "_Told":
    """Things that have a name, in the person's language where there are two."""

    def told(connection: Connection, keys: Collection[str]) -> dict[str, str]:
        name = column or f"name_{current_language()}"
        asked = f"SELECT id, {name} FROM {table} WHERE id IN ({{keys}})"
        return {str(key): words for key, words in _found(connection, asked, keys)}

    return told


def _numbered(kind: str) -> "_Told":
    """Things with a number of their own, by which people know them."""

    def told(connection: Connection, keys: Collection[str]) -> dict[str, str]:
        asked = f"SELECT id, number FROM {kind} WHERE id IN ({{keys}})"
        numbers = {str(key): number for key, number in _found(connection, asked, keys)}
        return {key: f"{_(SUBJECTS[kind])} № {numbers.get(key) or key}" for key in keys}

    return told


_Told = Callable[[Connection, Collection[str]], dict[str, str]]
_TOLD: Final[Mapping[str, _Told]] = {
    "journal": _journals,
    "common_journal": _common_journals,
    "item": _items,
    "copy": _copies,
    "abstract_extraction": _extractions,
    "package": _packages,
    "volume": _volumes,
    "employee": _named("employee"),
    "body": _named("organisation"),
    "organisation": _named("organisation"),
    "act": _numbered("act"),
    "handover_sheet": _numbered("handover_sheet"),
    "inventory": _numbered("inventory"),
    "place": _named("place", "name"),
}
