"""A wrong day of opening of a volume is put right (W9): with the first volume that of its case."""

import datetime as dt

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law import volume_days as law
from dspdesk.law.findings import Finding
from dspdesk.models import CaseFile, PlanEntry, Volume
from dspdesk.queries import volume_days as queries
from dspdesk.store.unit_of_work import Step


def against(desk: Desk, connection: Connection, volume_id: int, on: dt.date) -> list[Finding]:
    """What stands against a volume having been opened on a day."""
    return law.opening_put_right(on, queries.opening(connection, volume_id), desk.today())


def put_right(step: Step, volume: Volume, on: dt.date) -> None:
    """Write the day within a step; a case that was restricted from its first day on was so from this one on."""
    case = step.session.get_one(CaseFile, volume.case_file_id)
    if volume.opened_on == case.opened_on and queries.opening(step.connection, volume.id).first:
        from_the_first_day = step.session.get_one(PlanEntry, case.plan_entry_id).restricted
        if from_the_first_day and case.restricted_on == case.opened_on:
            case.restricted_on = on
        case.opened_on = on
    volume.opened_on = on
