"""Names left behind: papers of a day take the name of that day, so that a renaming keeps the old one."""

import datetime as dt

from sqlalchemy import func, select

from dspdesk.desk import Desk
from dspdesk.law import office as law
from dspdesk.law.findings import Finding
from dspdesk.models import FormerName
from dspdesk.store.unit_of_work import Step


def consider(
    desk: Desk,
    step: Step,
    subject: str,
    names: tuple[tuple[str, str], tuple[str, str]],
    day: dt.date | None,
) -> Finding | None:
    """What stands against bearing a new name from a day on; `names` are before and after, each (kk, ru)."""
    until = step.session.scalar(select(func.max(FormerName.until)).where(FormerName.subject == subject))
    last = until + dt.timedelta(days=1) if until else None
    before, after = names
    return law.renamed(day, name_differs=before != after, last=last, today=desk.today())


def keep(step: Step, subject: str, before: tuple[str, str], renamed_from: dt.date | None) -> None:
    """Keep the name borne until the day before `renamed_from`; without that day it was merely misspelt."""
    if renamed_from is not None:
        kk, ru = before
        until = renamed_from - dt.timedelta(days=1)
        step.session.add(FormerName(subject=subject, until=until, name_kk=kk, name_ru=ru))
