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
    facts = facts_of(connection, copy_ids, day)
    wanted = wanted_on(desk, connection, day, employee_id, sheet_id)
    return facts, against(intent, facts, wanted)


def wanted_on(
    desk: Desk,
    connection: Connection,
    on: dt.date,
    employee_id: int | None = None,
    sheet_id: int | None = None,
) -> Wanted:
    """A step as the rules see it."""
    name, left_on = _person(connection, employee_id)
    return Wanted(on, desk.today(), employee_id, name, sheet_id, left_on)


def against(intent: Intent, facts: Sequence[CopyFacts], wanted: Wanted) -> list[Finding]:
    """What stands against a step; what is said of a person, a document or a day is said once."""
    return _once(law.guard(intent, facts, wanted))


def facts_of(connection: Connection, copy_ids: Sequence[int], on: dt.date) -> list[CopyFacts]:
    """What the registers say of these copies; raises `Refused` when there are none or one is unknown."""
    facts = copy_facts(connection, copy_ids, on)
    if not facts or len(facts) != len(set(copy_ids)):
        raise Refused([Finding("OWN", Weight.REFUSE, "no_copies", {}, "copies")])
    return facts


def _once(findings: list[Finding]) -> list[Finding]:
    once: list[Finding] = []
    for finding in findings:
        if finding not in once:
            once.append(finding)
    return once


def _person(connection: Connection, employee_id: int | None) -> tuple[str, dt.date | None]:
    """The name of a person in the person's language, and the last day in service of whoever has left."""
    if employee_id is None:
        return "", None
    kk, ru, left_on = connection.exec_driver_sql(
        "SELECT name_kk, name_ru, left_on FROM employee WHERE id = ?", (employee_id,)
    ).one()
    return str(kk if current_language() == "kk" else ru), dt.date.fromisoformat(left_on) if left_on else None
