"""Papers and what they are of, in words: "Hand-over sheet" of "hand-over sheet № 5"."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

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


def subject_words(connection: Connection, subject: str) -> str:
    """What a paper is of, as people know it: "Incoming 2026", "№ 12 ДСП", "act № 5"."""
    kind, _colon, keys = subject.partition("#")[0].partition(":")  # "#" says how it is laid out
    several = keys.split(",")
    if kind == "year":
        return keys
    if kind == "common_journal":
        year = connection.exec_driver_sql("SELECT year FROM common_journal WHERE id = ?", (keys,)).scalar()
        return _("Common journal {year}").format(year=year or keys)
    named = [_one(connection, kind, key) for key in several[:_MOST_NAMED]]
    return ", ".join(named) + (" …" if len(several) > _MOST_NAMED else "")


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
            subject = subject_words(connection, paper.subject)
    sentence = _("{paper} ({subject}), printed on {at} by {by}.")
    # initials at the end of the sentence have their full stop already
    by = paper.printed_by.removesuffix(".") if sentence.endswith("{by}.") else paper.printed_by
    at = paper.printed_at.replace(tzinfo=dt.UTC).astimezone(desk.clock().tzinfo)
    printed = sentence.format(paper=paper_name(paper.paper), subject=subject, at=day_and_time(at), by=by)
    since = ngettext("{n} step on it since then.", "{n} steps on it since then.", paper.later)
    return f"{printed} {_(_WHOLE[paper.whole])} {since.format(n=paper.later)}"


_WHOLE = {
    True: N_("The ledger up to this printing is whole."),
    False: N_("The ledger up to this printing has been changed."),
}


def _one(connection: Connection, kind: str, key: str) -> str:
    """One thing in words; by its key where it has none, or is not there."""
    told = _TOLD.get(kind)
    return (told(connection, key) if told is not None else "") or about(f"{kind}:{key}")


def _journal(connection: Connection, key: str) -> str:
    row = connection.exec_driver_sql("SELECT kind, year FROM journal WHERE id = ?", (key,)).fetchone()
    return _("{journal} {year}").format(journal=_(_JOURNALS[row[0]]), year=row[1]) if row is not None else ""


def _item(connection: Connection, key: str) -> str:
    row = connection.exec_driver_sql(
        "SELECT sequence, letter, written, language FROM number "
        "JOIN journal ON journal.id = number.journal_id WHERE number.id = ?",
        (key,),
    ).fetchone()
    return f"№ {RegistrationNumber(*row[:3]).with_mark(row[3])}" if row is not None else ""


def _copy(connection: Connection, key: str) -> str:
    row = connection.exec_driver_sql("SELECT item_id, number FROM copy WHERE id = ?", (key,)).fetchone()
    if row is None:
        return ""
    return _("{entry}, copy {copy}").format(entry=_item(connection, row[0]), copy=row[1])


def _extraction(connection: Connection, key: str) -> str:
    """Cards taken out are known by their publication."""
    asked = "SELECT item_id FROM abstract_extraction WHERE id = ?"
    return _item(connection, connection.exec_driver_sql(asked, (key,)).scalar() or "")


def _package(connection: Connection, key: str) -> str:
    asked = "SELECT sender, cover_numbers FROM package WHERE id = ?"
    row = connection.exec_driver_sql(asked, (key,)).fetchone() or ()
    return ", ".join(part for part in row if part)


def _volume(connection: Connection, key: str) -> str:
    """A volume in short: "01-03, т. 2"."""
    row = connection.exec_driver_sql(
        "SELECT plan_entry.case_index, volume.number FROM volume JOIN case_file ON case_file.id = volume.case_file_id "
        "JOIN plan_entry ON plan_entry.id = case_file.plan_entry_id WHERE volume.id = ?",
        (key,),
    ).fetchone()
    return volume_words(*row) if row is not None else ""


def _place(connection: Connection, key: str) -> str:
    asked = "SELECT name FROM place WHERE id = ?"
    return connection.exec_driver_sql(asked, (key,)).scalar() or ""


def _named(connection: Connection, table: str, key: str) -> str:
    asked = f"SELECT name_{current_language()} FROM {table} WHERE id = ?"
    return connection.exec_driver_sql(asked, (key,)).scalar() or ""


def _numbered(connection: Connection, kind: str, key: str) -> str:
    """A thing with a number of its own, by which people know it."""
    number = connection.exec_driver_sql(f"SELECT number FROM {kind} WHERE id = ?", (key,)).scalar()
    return f"{_(SUBJECTS[kind])} № {number or key}"


_TOLD: Final[Mapping[str, Callable[[Connection, str], str]]] = {
    "journal": _journal,
    "item": _item,
    "copy": _copy,
    "abstract_extraction": _extraction,
    "package": _package,
    "volume": _volume,
    "employee": lambda connection, key: _named(connection, "employee", key),
    "body": lambda connection, key: _named(connection, "organisation", key),
    "organisation": lambda connection, key: _named(connection, "organisation", key),
    "act": lambda connection, key: _numbered(connection, "act", key),
    "handover_sheet": lambda connection, key: _numbered(connection, "handover_sheet", key),
    "inventory": lambda connection, key: _numbered(connection, "inventory", key),
    "place": _place,
}
