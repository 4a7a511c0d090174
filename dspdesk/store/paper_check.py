"""A paper from the shelf against the ledger: by the code in its bottom margin."""

import datetime as dt
import re
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.store import ledger
from dspdesk.store.errors import StoreUnavailable
from dspdesk.store.verification import whole_up_to

_CODE = re.compile(r"\s*(?:dspdesk\s+)?([0-9]{1,18})\s*-\s*([0-9A-Fa-f]{8})\s*")


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """What is known of a printing: `whole` is the ledger up to it, `later` counts the steps on its subject since."""

    code: str
    paper: str
    subject: str
    language: str
    printed_at: dt.datetime
    printed_by: str
    sheets: int | None
    pdf_hash: str | None
    whole: bool
    later: int

    def as_json(self) -> dict[str, Any]:
        """The same for a program."""
        return asdict(self)


def check(connection: Connection, code: str) -> PaperCheck:
    """Find the printing of a code. Raises `StoreUnavailable` "ledger_code_unknown"."""
    written = _CODE.fullmatch(code)
    found = connection.exec_driver_sql(
        "SELECT ledger.id, ledger.hash, printout.paper, printout.subject, printout.language, printout.made_at, "
        "employee.name_ru, printout.sheets, printout.pdf_hash FROM ledger "
        "JOIN printout ON ledger.subject = 'printout:' || printout.id "
        "JOIN account ON account.id = printout.made_by JOIN employee ON employee.id = account.employee_id "
        "WHERE ledger.id = ? AND ledger.tag = 'printout:paper:printed'",
        (int(written[1]) if written else 0,),
    ).fetchone()
    if (
        written is None
        or found is None
        or ledger.code(found[0], found[1]) != f"{written[1]}-{written[2].upper()}"
    ):
        raise StoreUnavailable("ledger_code_unknown", code=code)
    return PaperCheck(
        code=ledger.code(found[0], found[1]),
        paper=found[2],
        subject=found[3],
        language=found[4],
        printed_at=dt.datetime.fromisoformat(found[5]),
        printed_by=found[6],
        sheets=found[7],
        pdf_hash=found[8],
        whole=whole_up_to(connection, found[0]),
        later=_later(connection, found[3], found[0]),
    )


def _later(connection: Connection, subject: str, sequence: int) -> int:
    """Steps since on what was printed; of a journal also those on its entries, of a year those on all of them."""
    kind, _colon, key = subject.partition(":")
    if kind == "year":
        found = connection.exec_driver_sql(
            "SELECT count(*) FROM ledger WHERE id > ? AND subject LIKE 'item:%' AND "
            "CAST(substr(subject, 6) AS INTEGER) IN (SELECT number.id FROM journal "
            "JOIN number ON number.journal_id = journal.id WHERE journal.year = ?)",
            (sequence, int(key)),
        )
    elif kind != "journal":
        found = connection.exec_driver_sql(
            "SELECT count(*) FROM ledger WHERE subject = ? AND id > ?", (subject, sequence)
        )
    else:
        found = connection.exec_driver_sql(
            "SELECT count(*) FROM ledger WHERE id > ? AND (subject = ? OR subject LIKE 'item:%' AND "
            "CAST(substr(subject, 6) AS INTEGER) IN (SELECT id FROM number WHERE journal_id = ?))",
            (sequence, subject, int(key)),
        )
    return int(found.scalar_one())
