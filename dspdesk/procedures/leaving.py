"""Lines that are about to leave a volume, with what the registers say of them: of withdrawals and seizures alike."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law.case_file import VolumeFacts
from dspdesk.law.findings import Finding
from dspdesk.law.guard import CopyFacts, Intent
from dspdesk.law.withdrawal import OutKind
from dspdesk.models import Filing
from dspdesk.procedures import guard
from dspdesk.queries import cases, filed
from dspdesk.queries.cases import FiledLine
from dspdesk.store.errors import NotThere
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True)
class LeavingLine:
    """A line of a volume and the copy that lies there, `None` of a document that no journal has.

    `language` is that of its journal, in which it is noted; without a journal that of the person at the desk.
    """

    row: FiledLine
    copy: CopyFacts | None
    language: str

    @property
    def words(self) -> str:
        """What it is called in a finding."""
        return words(self.row)


@dataclass(frozen=True, slots=True)
class Stock:
    """What a step is about: the volume, its lines that leave, and what the guard says of their copies."""

    volume: VolumeFacts
    lines: tuple[LeavingLine, ...]
    findings: tuple[Finding, ...]

    @property
    def copies(self) -> list[CopyFacts]:
        """The copies among the lines."""
        return [line.copy for line in self.lines if line.copy is not None]

    def of(self, copy: CopyFacts) -> LeavingLine:
        """The line on which a copy lies."""
        return next(line for line in self.lines if line.copy is copy)


def stock(
    desk: Desk, connection: Connection, volume_id: int, lines: Iterable[int], intent: Intent, on: dt.date
) -> Stock:
    """The lines of a volume that are to leave it, asked of the guard in this transaction. Raises `NotThere`."""
    wanted = set(lines)
    rows = [row for row in cases.details_of(connection, volume_id).lines if row.id in wanted]
    if len(rows) != len(wanted):
        raise NotThere
    copy_ids = [row.copy_id for row in rows if row.copy_id is not None and row.there]
    facts: Sequence[CopyFacts] = []
    findings: Sequence[Finding] = []
    if copy_ids:
        facts, findings = guard.ask(desk, connection, intent, copy_ids, on=on)
    known = {copy.copy_id: copy for copy in facts}
    leaving = tuple(_line(row, known.get(row.copy_id or 0)) for row in rows)
    return Stock(filed.volume_facts(connection, volume_id), leaving, tuple(findings))


def _line(row: FiledLine, copy: CopyFacts | None) -> LeavingLine:
    return LeavingLine(row, copy, copy.language if copy else str(current_language()))


def words(row: FiledLine) -> str:
    """A line as findings name it: its number, else its heading."""
    return f"№ {row.number}" if row.number else row.heading


def leave(step: Step, line: LeavingLine, on: dt.date, kind: OutKind, said: str) -> None:
    """Write that a line left its volume, with the note that its inner inventory gets."""
    filing = step.session.get_one(Filing, line.row.id)
    filing.out_on, filing.out_kind = on, kind.value
    filing.notes = "; ".join(part for part in (filing.notes, said) if part)
