"""The reminder slip (W7) and the digest for the head (W12), as they are drawn from the store.

Both are signed when they are made and stay with whoever they are for: nothing waits for their signatures.
"""

import datetime as dt

from dspdesk.desk import Desk
from dspdesk.language import declension
from dspdesk.language.catalogue import Language
from dspdesk.language.declension import NameCase
from dspdesk.law.digest import DigestContent
from dspdesk.law.execution_control import Due
from dspdesk.law.findings import Finding, Refused, Weight
from dspdesk.law.registration_journal import short
from dspdesk.law.reminder_slip import ReminderSlipContent, SlipLine
from dspdesk.procedures.store_papers import ids
from dspdesk.queries import digest as digests
from dspdesk.queries import names, people
from dspdesk.queries.execution_control import ControlRow, controlled
from dspdesk.queries.units import units
from dspdesk.reports import digest, reminder_slip


def draw_slip(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The reminder slip to an executor ("employee:5"): overdue, due today and within three days. Raises `Refused`."""
    (employee_id,) = ids(about)
    rows = [row for row in controlled(desk, language=language) if _reminded(row, employee_id)]
    if not rows:
        raise Refused([Finding("W7", Weight.REFUSE, "nothing_to_remind", {})])
    today, spoken = desk.today(), Language(language)
    addressee, unit = people.position_of(desk, employee_id, today), rows[0].unit
    card = people.person_card(desk, employee_id)
    cases = card.cases_kk if spoken is Language.KK else card.cases_ru
    signs = people.at_desk(desk)
    content = ReminderSlipContent(
        organisation=names.organisation(desk, language, today),
        on=today,
        name=cases[NameCase.DATIVE],
        position=declension.of_position(addressee.position(language), spoken)[NameCase.DATIVE]
        if addressee.position(language)
        else "",
        unit=unit,
        lines=tuple(map(_slip_line, rows)),
        signs_position=signs.position(language),
        signs_name=signs.name(language),
    )
    return reminder_slip.draw(content, language, code)


def draw_digest(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The digest of the body ("body:1") or of a unit ("unit:3")."""
    kind, (key,) = about.partition(":")[0], ids(about)
    unit_id = key if kind == "unit" else None
    signs = people.at_desk(desk)
    content = DigestContent(
        organisation=names.organisation(desk, language, desk.today()),
        unit=next((unit.name(language) for unit in units(desk) if unit.id == unit_id), ""),
        made_at=desk.clock(),
        groups=digests.digest_groups(desk, language, unit_id),
        signs_position=signs.position(language),
        signs_name=signs.name(language),
    )
    return digest.draw(content, language, code)


def _reminded(row: ControlRow, employee_id: int) -> bool:
    return row.executor_id == employee_id and row.due in {Due.OVERDUE, Due.TODAY, Due.SOON}


def _slip_line(row: ControlRow) -> SlipLine:
    by = " ".join(part for part in (row.resolution_by, short(row.resolution_on)) if part)
    matter = " ".join(part for part in (row.kind, row.summary) if part)
    return SlipLine(row.number, matter, row.due_on or dt.date.max, row.days or 0, by)
