"""Printouts that wait for signatures (W3): who has to sign, for how many days, what became of them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, text

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.law.act import ActStage
from dspdesk.law.growing import CLOSING
from dspdesk.law.roles import Action
from dspdesk.queries.handover import RECEIVES, receivers_of_nothing
from dspdesk.queries.item import day
from dspdesk.queries.paper_words import subjects_words, titled
from dspdesk.queries.waiting_lists import WaitingLine, WaitingList
from dspdesk.store import ledger

PLACE = "signatures"


class Shown(StrEnum):
    """Which printouts: those that wait, those that were signed by all, those set aside."""

    WAITING = "waiting"
    SIGNED = "signed"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who has to sign, and what as (a text of the catalogues); `name` is '' for somebody outside the body."""

    ordinal: int
    employee_id: int | None
    name: str
    part: str
    signed_on: dt.date | None

    def words(self) -> str:
        """Name and part: "Ахметов Б.К. (executor)", or what is known of them."""
        part = _(self.part) if self.part else ""
        return f"{self.name} ({part})" if self.name and part else self.name or part


@dataclass(frozen=True, slots=True)
class PrintoutRow:
    """A printout with the signatures it waits for; `about` is what it is of in words, `days` since it was printed.

    `sheet` is the one that is printed once more where it is a sheet of a growing paper, 0 otherwise.
    """

    id: int
    paper: str
    subject: str
    about: str
    language: str
    code: str
    printed_on: dt.date
    printed_by: str
    days: int
    sheets: int
    copies: int
    spoiled: int
    signers: tuple[Signer, ...]
    signed_on: dt.date | None
    set_aside_on: dt.date | None
    set_aside_reason: str
    replaced_by: str
    sheet: int

    @property
    def title(self) -> str:
        """Which paper it is, and of what."""
        return titled(self.paper, self.about)

    @property
    def missing(self) -> tuple[Signer, ...]:
        """Who has still to sign."""
        return tuple(signer for signer in self.signers if signer.signed_on is None)

    @property
    def waits(self) -> bool:
        """Whether it still waits."""
        return self.signed_on is None and self.set_aside_on is None


#: What is waiting was finished: a printing that broke off before its paper was drawn is no paper.
_WHICH: Mapping[Shown, str] = {
    Shown.WAITING: "awaits AND signed_on IS NULL AND set_aside_on IS NULL",
    Shown.SIGNED: "awaits AND signed_on IS NOT NULL AND set_aside_on IS NULL",
    Shown.SET_ASIDE: "awaits AND set_aside_on IS NOT NULL",
}
#: Papers of what stands on Today in a list of its own, which says more: sheets not signed in full, acts to be signed.
_LISTED_THERE = f"""
    printout.subject LIKE 'handover_sheet:%' AND EXISTS (
        SELECT 1 FROM handover_line AS line WHERE line.received_on IS NULL AND line.struck_on IS NULL
        AND ',' || substr(printout.subject, 16) || ',' LIKE '%,' || line.sheet_id || ',%')
    OR printout.subject LIKE 'act:%' AND EXISTS (
        SELECT 1 FROM act WHERE act.id = CAST(substr(printout.subject, 5) AS INTEGER)
        AND act.stage = '{ActStage.PRINTED.value}')
"""
_PRINTOUTS = """
    SELECT printout.id, paper, printout.subject, printout.language, made_at, employee.id, sheets, copies,
           spoiled_sheets, signed_on, set_aside_on, set_aside_reason, made.id, made.hash, other.id, other.hash,
           coalesce((SELECT max(sheet) FROM printed_line WHERE printout_id = printout.id AND key = :closing), 0)
    FROM printout JOIN account ON account.id = made_by JOIN employee ON employee.id = account.employee_id
    LEFT JOIN ledger AS made ON made.subject = 'printout:' || printout.id AND made.tag = 'printout:paper:printed'
    LEFT JOIN ledger AS other ON replaced_by_id IS NOT NULL AND other.subject = 'printout:' || replaced_by_id
         AND other.tag = 'printout:paper:printed'
    WHERE {which} AND pdf_hash IS NOT NULL ORDER BY printout.id LIMIT :most
"""
_EVERY = -1


def printouts(desk: Desk, shown: Shown = Shown.WAITING) -> list[PrintoutRow]:
    """The printouts of a kind, the oldest first."""
    desk.authorize(Action.KEEP_SIGNATURES)
    with desk.reading() as connection:
        return _rows(desk, connection, _WHICH[shown])


def printout(desk: Desk, printout_id: int) -> PrintoutRow | None:
    """One printout that waits, or waited, for signatures."""
    desk.authorize(Action.KEEP_SIGNATURES)
    with desk.reading() as connection:
        return next(iter(_rows(desk, connection, f"awaits AND printout.id = {int(printout_id)}")), None)


def waiting_for_signature(
    desk: Desk, connection: Connection, _today: dt.date, lines: int
) -> WaitingList | None:
    """The list of Today: the oldest first, without what stands there in another list."""
    which = f"{_WHICH[Shown.WAITING]} AND NOT ({_LISTED_THERE})"
    total = connection.exec_driver_sql(
        f"SELECT count(*) FROM printout WHERE {which} AND pdf_hash IS NOT NULL"
    ).scalar_one()
    rows = _rows(desk, connection, which, lines) if total else []
    return WaitingList(N_("Waiting for signature"), tuple(_line(row) for row in rows), total)


def _line(row: PrintoutRow) -> WaitingLine:
    words = " · ".join(part for part in (row.title, persons(row.missing)) if part)
    return WaitingLine(words, days(row.days), PLACE, row.id)


def days(count: int) -> str:
    """How long something has been waiting."""
    return ngettext("{n} day", "{n} days", count).format(n=count) if count else _("today")


def persons(signers: Sequence[Signer]) -> str:
    """Who they are, each once."""
    return ", ".join(dict.fromkeys(signer.name or signer.words() for signer in signers))


def _rows(desk: Desk, connection: Connection, which: str, most: int = _EVERY) -> list[PrintoutRow]:
    """Printouts with what is said of them; what many have in common is asked for once."""
    asked = {"most": most, "closing": CLOSING}
    rows = connection.execute(text(_PRINTOUTS.format(which=which)), asked).fetchall()
    zone = desk.clock().tzinfo
    abouts = subjects_words(connection, {row[2] for row in rows}, zone)
    names = _Names(connection)
    printed_on = {
        row[0]: dt.datetime.fromisoformat(row[4]).replace(tzinfo=dt.UTC).astimezone(zone).date()
        for row in rows
    }
    signers = _signers(connection, rows, printed_on, names)
    return [
        _row(row, abouts[row[2]], printed_on[row[0]], desk.today(), names, signers.get(row[0], ()))
        for row in rows
    ]


class _Names:
    """What people were called on a day, in the person's language."""

    def __init__(self, connection: Connection) -> None:
        at = f"name_{current_language()}"
        people = connection.exec_driver_sql(f"SELECT id, {at} FROM employee").fetchall()
        self._now: dict[int, str] = {row[0]: row[1] for row in people}
        self._former: dict[str, list[tuple[str, str]]] = {}
        asked = f"SELECT subject, until, {at} FROM former_name WHERE subject LIKE 'employee:%' ORDER BY until"
        for subject, until, name in connection.exec_driver_sql(asked).fetchall():
            self._former.setdefault(subject, []).append((until, name))

    def on(self, employee_id: int, on: dt.date) -> str:
        """The name of a person on a day."""
        written = on.isoformat()
        former = self._former.get(f"employee:{employee_id}", ())
        return next((name for until, name in former if until >= written), self._now[employee_id])


def _row(
    row: Sequence[Any],
    about: str,
    printed_on: dt.date,
    today: dt.date,
    names: _Names,
    signers: tuple[Signer, ...],
) -> PrintoutRow:
    return PrintoutRow(
        id=row[0],
        paper=row[1],
        subject=row[2],
        about=about,
        language=row[3],
        code=_code(row[12], row[13]),
        printed_on=printed_on,
        printed_by=names.on(row[5], printed_on),
        days=max(0, (today - printed_on).days),
        sheets=row[6] or 0,
        copies=row[7],
        spoiled=row[8],
        signers=signers,
        signed_on=day(row[9]),
        set_aside_on=day(row[10]),
        set_aside_reason=row[11],
        replaced_by=_code(row[14], row[15]),
        sheet=row[16],
    )


_SIGNERS = """
    SELECT printout_id, ordinal, employee_id, part, signed_on FROM printout_signature
    WHERE printout_id IN ({marks}) ORDER BY printout_id, ordinal
"""
#: So many keys at a time: SQLite takes no more in one statement on every machine.
_CHUNK = 5_000


def _signers(
    connection: Connection, rows: Sequence[Sequence[Any]], printed_on: Mapping[int, dt.date], names: _Names
) -> dict[int, tuple[Signer, ...]]:
    """Who signs each printout; a receiver all of whose lines were struck out since does not."""
    subjects = {row[0]: row[2] for row in rows}
    nothing = receivers_of_nothing(connection, set(subjects.values()))
    found: dict[int, tuple[Signer, ...]] = {}
    keys = list(subjects)
    for start in range(0, len(keys), _CHUNK):
        some = tuple(keys[start : start + _CHUNK])
        question = _SIGNERS.format(marks=", ".join("?" * len(some)))
        for key, ordinal, employee, part, signed in connection.exec_driver_sql(question, some).fetchall():
            if part == RECEIVES and employee in nothing.get(subjects[key], ()):
                continue
            name = names.on(employee, printed_on[key]) if employee else ""
            found[key] = (*found.get(key, ()), Signer(ordinal, employee, name, part, day(signed)))
    return found


def _code(ledger_id: int | None, hash_: bytes | None) -> str:
    return ledger.code(ledger_id, hash_) if ledger_id is not None and hash_ is not None else ""
