"""Printouts that wait for signatures (W3): who has to sign, for how many days, what became of them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, _, current_language, ngettext
from dspdesk.law.act import ActStage
from dspdesk.law.growing import CLOSING
from dspdesk.law.roles import Action
from dspdesk.queries.item import day
from dspdesk.queries.names import name_on
from dspdesk.queries.paper_words import subject_words, titled
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
    SELECT printout.id, paper, subject, printout.language, made_at, employee.id, sheets, copies, spoiled_sheets,
           signed_on, set_aside_on, set_aside_reason, replaced_by_id,
           coalesce((SELECT max(sheet) FROM printed_line WHERE printout_id = printout.id AND key = :closing), 0)
    FROM printout JOIN account ON account.id = made_by JOIN employee ON employee.id = account.employee_id
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
    from sqlalchemy import text

    asked = {"most": most, "closing": CLOSING}
    found = connection.execute(text(_PRINTOUTS.format(which=which)), asked).fetchall()
    return [_row(desk, connection, row) for row in found]


def _row(desk: Desk, connection: Connection, row: Sequence[Any]) -> PrintoutRow:
    made = dt.datetime.fromisoformat(row[4]).replace(tzinfo=dt.UTC)
    printed_on = made.astimezone(desk.clock().tzinfo).date()
    return PrintoutRow(
        id=row[0],
        paper=row[1],
        subject=row[2],
        about=subject_words(connection, row[2]),
        language=row[3],
        code=_code(connection, row[0]),
        printed_on=printed_on,
        printed_by=_name(connection, row[5], printed_on),
        days=max(0, (desk.today() - printed_on).days),
        sheets=row[6] or 0,
        copies=row[7],
        spoiled=row[8],
        signers=_signers(connection, row[0], printed_on),
        signed_on=day(row[9]),
        set_aside_on=day(row[10]),
        set_aside_reason=row[11],
        replaced_by=_code(connection, row[12]) if row[12] else "",
        sheet=row[13],
    )


def _signers(connection: Connection, printout_id: int, on: dt.date) -> tuple[Signer, ...]:
    rows = connection.exec_driver_sql(
        "SELECT ordinal, employee_id, part, signed_on FROM printout_signature "
        "WHERE printout_id = ? ORDER BY ordinal",
        (printout_id,),
    )
    return tuple(
        Signer(ordinal, employee, _name(connection, employee, on) if employee else "", part, day(signed))
        for ordinal, employee, part, signed in rows.fetchall()
    )


def _name(connection: Connection, employee_id: int, on: dt.date) -> str:
    kk, ru = name_on(connection, f"employee:{employee_id}", on)
    return kk if current_language() == "kk" else ru


def _code(connection: Connection, printout_id: int) -> str:
    row = connection.exec_driver_sql(
        "SELECT id, hash FROM ledger WHERE subject = ? AND tag = 'printout:paper:printed'",
        (f"printout:{printout_id}",),
    ).fetchone()
    return ledger.code(row[0], row[1]) if row else ""
