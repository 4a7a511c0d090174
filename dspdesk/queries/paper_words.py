"""Papers and what they are of, in words: "Hand-over sheet" of "hand-over sheet № 5"."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.language.dates import day_and_time
from dspdesk.language.papers import paper_name
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.queries.ledger import about
from dspdesk.queries.ledger_words import SUBJECTS
from dspdesk.store.paper_check import PaperCheck

_JOURNALS: Final[Mapping[str, str]] = {
    JournalKind.INCOMING: N_("Incoming"),
    JournalKind.OUTGOING: N_("Outgoing"),
    JournalKind.INTERNAL: N_("Internal"),
    JournalKind.PUBLICATIONS: N_("Publications"),
}
#: Where things have numbers of their own, by which people know them; others are named by their key.
_NUMBERED: Final[Mapping[str, str]] = {
    "act": "SELECT number FROM act WHERE id = ?",
    "handover_sheet": "SELECT number FROM handover_sheet WHERE id = ?",
    "permit": "SELECT number FROM permit WHERE id = ?",
}
#: The tables of the things that papers are of, where that is not the name of the thing itself.
_TABLES: Final[Mapping[str, str]] = {"body": "organisation", "extraction": "abstract_extraction"}
#: Those that have names.
_NAMED: Final[Mapping[str, str]] = {
    "employee": "employee",
    "body": "organisation",
    "organisation": "organisation",
}
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
    if kind == "journal":
        row = connection.exec_driver_sql("SELECT kind, year FROM journal WHERE id = ?", (key,)).fetchone()
        if row is not None:
            return _("{journal} {year}").format(journal=_(_JOURNALS[row[0]]), year=row[1])
    if kind == "item":
        row = connection.exec_driver_sql(
            "SELECT sequence, letter, written, language FROM number "
            "JOIN journal ON journal.id = number.journal_id WHERE number.id = ?",
            (key,),
        ).fetchone()
        if row is not None:
            return f"№ {RegistrationNumber(*row[:3]).with_mark(row[3])}"
    if kind == "copy":
        row = connection.exec_driver_sql("SELECT item_id, number FROM copy WHERE id = ?", (key,)).fetchone()
        if row is not None:
            return _("{entry}, copy {copy}").format(entry=_one(connection, "item", row[0]), copy=row[1])
    if kind in _NAMED:
        column = f"name_{current_language()}"
        name = connection.exec_driver_sql(
            f"SELECT {column} FROM {_NAMED[kind]} WHERE id = ?", (key,)
        ).scalar()
        return name or about(f"{kind}:{key}")
    if kind in _NUMBERED:
        number = connection.exec_driver_sql(_NUMBERED[kind], (key,)).scalar()
        name = _(SUBJECTS[kind]) if kind in SUBJECTS else kind
        return f"{name} № {number or key}"
    return about(f"{kind}:{key}")
