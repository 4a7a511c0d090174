"""The guard at work: the rules of `law.guard` asked inside the transaction of a step."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law import guard as law
from dspdesk.law.findings import Finding, Refused, Weight
from dspdesk.law.guard import CopyFacts, Intent, Wanted
from dspdesk.queries.whereabouts import copy_facts


def ask(
    desk: Desk,
    connection: Connection,
    intent: Intent,
    copy_ids: Sequence[int],
    *,
    on: dt.date | None = None,
    employee_id: int | None = None,
    sheet_id: int | None = None,
) -> tuple[list[CopyFacts], list[Finding]]:
    """What the registers say of these copies, and what stands against a step with them; writes nothing.

    Raises `Refused` when there are no copies or one is unknown. The findings are for `settle` in the same transaction.
    """
    day = on or desk.today()
    facts = copy_facts(connection, copy_ids, day)
    if not facts or len(facts) != len(set(copy_ids)):
        raise Refused([Finding("OWN", Weight.REFUSE, "no_copies", {}, "copies")])
    wanted = Wanted(day, desk.today(), employee_id, _name(connection, employee_id), sheet_id)
    return facts, law.guard(intent, facts, wanted)


def _name(connection: Connection, employee_id: int | None) -> str:
    if employee_id is None:
        return ""
    names = connection.exec_driver_sql(
        "SELECT name_kk, name_ru FROM employee WHERE id = ?", (employee_id,)
    ).one()
    return str(names[0] if current_language() == "kk" else names[1])
