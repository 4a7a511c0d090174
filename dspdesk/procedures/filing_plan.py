"""The filing plan (paragraph 28): headings entered, corrected, struck out; own registers added; copied to a year."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, current_language
from dspdesk.language.sentences import Told
from dspdesk.law import filing_plan as law
from dspdesk.law import people as people_law
from dspdesk.law.case_file import still_ours
from dspdesk.law.filing_plan import HEADINGS, FilingPlanContent, Heading, RegisterForm
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.kinds import Headship
from dspdesk.law.listed_volume import plan_stays
from dspdesk.law.retention import Retention
from dspdesk.law.roles import Action
from dspdesk.models import CaseFile, PlanEntry, Unit
from dspdesk.procedures.store_papers import Awaited, ids
from dspdesk.queries import filing_plan as queries
from dspdesk.queries import listed as queries_listed
from dspdesk.queries.people import signatory
from dspdesk.reports import filing_plan as report
from dspdesk.store.unit_of_work import Step, part

PREPARES, APPROVES = N_("head of the documentation service"), N_("approves the plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterHeading:
    """A heading of the plan of a year and unit."""

    year: int
    unit_id: int
    heading: Heading
    form_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectHeading:
    """What a heading says now; `reason` is asked once cases stand under it."""

    plan_entry_id: int
    unit_id: int
    heading: Heading
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeHeading:
    """A heading is taken out of the plan; it stays to be seen, and its index is free again."""

    plan_entry_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRegisters:
    """The program's own registers that are missing become headings of a unit, all kept for one period."""

    year: int
    unit_id: int
    retention: str
    form_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPlan:
    """The headings of a year are those of another one, too."""

    from_year: int
    to_year: int


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied; `there` had been copied or entered before, `closed` are of units that are no more."""

    made: tuple[int, ...]
    there: int
    closed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPlan:
    """Write the plan of a year to a spreadsheet file."""

    year: int
    language: str
    path: Path


def enter(desk: Desk, command: EnterHeading) -> int:
    """Enter a heading; one saved twice is entered once. Returns its id. Raises `Refused`."""
    desk.authorize(Action.KEEP_PLAN)
    with desk.transaction("plan:entry:entered") as step:
        if (earlier := _entered_before(step, command.form_id)) is not None:
            return earlier
        settle(
            [
                law.year_within(command.year, desk.today().year),
                *_against(step, command.year, command.unit_id, command.heading),
            ],
            "",
        )
        entry = add(step, command.year, command.unit_id, command.heading, command.form_id)
        step.subject = f"plan_entry:{entry.id}"
        return entry.id


def correct(desk: Desk, command: CorrectHeading) -> None:
    """Correct a heading. Raises `Refused`, `NeedsReason` once cases stand under it.

    A heading that becomes restricted makes its cases restricted (paragraph 34).
    """
    desk.authorize(Action.KEEP_PLAN)
    with desk.transaction("plan:entry:corrected") as step:
        entry = step.session.get_one(PlanEntry, command.plan_entry_id)
        cases, index = _cases(step, entry.id), law.index_of(command.heading.case_index)
        settle(
            [
                law.standing(entry.case_index, struck=entry.struck_on is not None),
                law.index_kept(entry.case_index, cases) if index != entry.case_index else None,
                *_against(step, entry.year, command.unit_id, command.heading, entry),
            ],
            "",
        )
        fields = _columns(command.heading, command.unit_id)
        changed = {name for name, value in fields.items() if getattr(entry, name) != value}
        listed = queries_listed.of_plan_entry(step.connection, entry.id) if changed & _ON_PAPERS else []
        settle(
            [
                law.changed_with_cases(entry.case_index, cases) if changed & _OF_CASES else None,
                still_ours(entry.case_index, transferred=any(one.transferred for one in listed)),
                plan_stays(listed),
                None if changed else Finding("OWN", Weight.REFUSE, "nothing_changed"),
            ],
            command.reason,
        )
        becomes = command.heading.restricted and not entry.restricted
        for name, value in fields.items():
            setattr(entry, name, value)
        step.subject, step.reason = f"plan_entry:{entry.id}", command.reason.strip()
        if becomes and cases:
            _restrict(desk, step, entry)


def strike(desk: Desk, command: StrikeHeading) -> None:
    """Take a heading out of the plan, with a reason. Raises `Refused` where a case stands under it."""
    desk.authorize(Action.KEEP_PLAN)
    with desk.transaction("plan:entry:struck") as step:
        entry = step.session.get_one(PlanEntry, command.plan_entry_id)
        settle(
            [
                law.standing(entry.case_index, struck=entry.struck_on is not None),
                law.without_cases(entry.case_index, _cases(step, entry.id)),
                None
                if command.reason.strip()
                else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason"),
            ],
            command.reason,
        )
        entry.struck_on = desk.today()
        step.subject, step.reason = f"plan_entry:{entry.id}", command.reason.strip()


def add_registers(desk: Desk, command: AddRegisters) -> tuple[int, ...]:
    """Enter the program's own registers that are no heading of the year yet; returns their ids. Raises `Refused`.

    A form saved twice enters them once.
    """
    desk.authorize(Action.KEEP_PLAN)
    with desk.transaction("plan:registers:added") as step:
        if earlier := _added_before(step, command.form_id):
            return earlier
        unit = step.session.get_one(Unit, command.unit_id)
        settle(
            [
                law.year_within(command.year, desk.today().year),
                people_law.not_closed(unit.name_ru, unit.closed_on),
                law.retention_readable(command.retention),
            ],
            "",
        )
        made = []
        for form in queries.registers_missing(step.connection, command.year):
            heading = Heading(
                case_index=_next_index(step, command.year, unit),
                heading_kk=HEADINGS[form][0],
                heading_ru=HEADINGS[form][1],
                retention=command.retention,
                register=form,
            )
            entry = add(step, command.year, unit.id, heading, f"{command.form_id}:{form}")
            made.append(entry.id)
            part(step, f"plan_entry:{entry.id}", "plan:entry:entered")
        if made:
            step.subject = f"year:{command.year}"
        return tuple(made)


def copy_plan(desk: Desk, command: CopyPlan) -> Copied:
    """Copy the standing headings of a year to another one; done again it adds what is new. Raises `Refused`."""
    desk.authorize(Action.KEEP_PLAN)
    with desk.transaction("plan:year:copied") as step:
        settle([law.year_within(command.to_year, desk.today().year)], "")
        there = _of_year(step, command.to_year)
        copied = {entry.copied_from_id for entry in there}
        taken = {entry.case_index for entry in there if entry.struck_on is None}
        registers = {entry.register for entry in there if entry.struck_on is None}
        made: list[int] = []
        closed: dict[str, None] = {}
        count = 0
        for entry in _of_year(step, command.from_year):
            unit = step.session.get_one(Unit, entry.unit_id)
            if entry.struck_on is not None:
                continue
            if unit.closed_on is not None:
                closed[unit.name_kk if current_language() == "kk" else unit.name_ru] = None
            elif (
                entry.id in copied
                or entry.case_index in taken
                or (entry.register and entry.register in registers)
            ):
                count += 1
            else:
                made.append(_copy(step, entry, command.to_year))
        if made:
            step.subject = f"year:{command.to_year}"
        return Copied(tuple(made), count, tuple(closed))


def export(desk: Desk, command: ExportPlan, made: Callable[[FilingPlanContent, str], bytes]) -> int:
    """Write the plan to a file; that it left the store stands in the ledger. Returns how many headings.

    `made` turns the plan into the bytes of the file. Raises `Refused` for a year without headings, `Told` when the file
    cannot be written; then nothing is recorded.
    """
    desk.authorize(Action.KEEP_PLAN)
    content = _content(desk, command.year, command.language)
    with desk.transaction("plan:file:exported") as step:
        step.subject = f"year:{command.year}"
        try:
            command.path.write_bytes(made(content, command.language))
        except OSError as error:
            raise Told("file_not_written", path=str(command.path)) from error
    return content.headings


def next_index(desk: Desk, year: int, unit_id: int) -> str:
    """The index proposed for one more heading of a unit."""
    rows = [row for row in queries.plan(desk, year) if row.struck_on is None]
    with desk.reading() as connection:
        index = (
            connection.exec_driver_sql("SELECT number_index FROM unit WHERE id = ?", (unit_id,)).scalar()
            or ""
        )
    of_unit = [row.case_index for row in rows if row.unit_id == unit_id]
    return law.next_index(of_unit, {row.case_index for row in rows}, index)


def draw_paper(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The plan of a year ("year:2026"). Raises `Refused` for a year without headings."""
    (year,) = ids(about)
    return report.draw(_content(desk, year, language), language, code)


def awaited(desk: Desk, about: str) -> tuple[Awaited, ...]:
    """Who signs the plan and who approves it."""
    (_year,) = ids(about)
    signs, approves = (signatory(desk, head, desk.today()) for head in (Headship.SERVICE, Headship.BODY))
    return (
        Awaited(signs.employee_id if signs else None, PREPARES),
        Awaited(approves.employee_id if approves else None, APPROVES),
    )


def _content(desk: Desk, year: int, language: str) -> FilingPlanContent:
    content = queries.content(desk, year, language)
    settle([law.has_headings(year, content.headings)], "")
    return content


def add(step: Step, year: int, unit_id: int, heading: Heading, form_id: str) -> PlanEntry:
    """One more heading, within a step."""
    entry = PlanEntry(
        form_id=form_id, year=year, struck_on=None, copied_from_id=None, **_columns(heading, unit_id)
    )
    step.session.add(entry)
    step.session.flush()
    return entry


#: What changes for the cases under a heading when it changes; how many are expected and notes do not.
_OF_CASES = frozenset(
    {"unit_id", "heading_kk", "heading_ru", "retention", "years", "expert", "restricted", "documents"}
)

#: Those that approved inventories and the covers of what is in the archive state; a mark of restriction comes to all.
_ON_PAPERS = _OF_CASES - {"restricted"} | {"article"}


def _columns(heading: Heading, unit_id: int) -> dict[str, Any]:
    retention = Retention.parse(heading.retention)
    assert retention is not None  # noqa: S101 - the rules have read it
    return {
        "unit_id": unit_id,
        "case_index": law.index_of(heading.case_index),
        "heading_kk": " ".join(heading.heading_kk.split()),
        "heading_ru": " ".join(heading.heading_ru.split()),
        "retention": retention.kind.value,
        "years": retention.years,
        "expert": retention.expert,
        "article": retention.article,
        "restricted": heading.restricted,
        "carry_over": heading.carry_over,
        "documents": heading.kind.value,
        "register": heading.register.value if heading.register else "",
        "expected": heading.expected,
        "notes": " ".join(heading.notes.split()),
    }


def _against(
    step: Step, year: int, unit_id: int, heading: Heading, itself: PlanEntry | None = None
) -> Sequence[Finding | None]:
    unit = step.session.get_one(Unit, unit_id)
    others = [one for one in _of_year(step, year) if one is not itself and one.struck_on is None]
    index = law.index_of(heading.case_index)
    same = next((one for one in others if one.case_index == index), None)
    register = heading.register.value if heading.register else None
    holds = next((one.case_index for one in others if one.register == register), "")
    stays = itself is not None and itself.unit_id == unit_id
    return [
        None if stays else people_law.not_closed(unit.name_ru, unit.closed_on),
        *law.check(heading, index_taken_by=_words(same), register_taken_by=holds),
    ]


def _words(entry: PlanEntry | None) -> str:
    if entry is None:
        return ""
    kk = current_language() == "kk"
    return (entry.heading_kk or entry.heading_ru) if kk else (entry.heading_ru or entry.heading_kk)


def _of_year(step: Step, year: int) -> list[PlanEntry]:
    return list(step.session.scalars(select(PlanEntry).where(PlanEntry.year == year).order_by(PlanEntry.id)))


def _cases(step: Step, entry_id: int) -> int:
    return step.session.scalar(select(func.count()).where(CaseFile.plan_entry_id == entry_id)) or 0


def _restrict(desk: Desk, step: Step, entry: PlanEntry) -> None:
    """The cases of a heading that has become restricted: each has it in its history."""
    part(step, f"plan_entry:{entry.id}")
    wanted = select(CaseFile).where(CaseFile.plan_entry_id == entry.id, CaseFile.restricted_on.is_(None))
    for case in step.session.scalars(wanted):
        case.restricted_on = desk.today()
        part(step, f"case_file:{case.id}")
    step.subject = ""


def _next_index(step: Step, year: int, unit: Unit) -> str:
    standing = [entry for entry in _of_year(step, year) if entry.struck_on is None]
    of_unit = [entry.case_index for entry in standing if entry.unit_id == unit.id]
    return law.next_index(of_unit, {entry.case_index for entry in standing}, unit.number_index)


def _copy(step: Step, entry: PlanEntry, year: int) -> int:
    fields = {name: getattr(entry, name) for name in _COPIED}
    made = PlanEntry(
        form_id=f"copy:{entry.id}:{year}",
        year=year,
        copied_from_id=entry.id,
        expected=None,
        struck_on=None,
        **fields,
    )
    step.session.add(made)
    step.session.flush()
    part(step, f"plan_entry:{made.id}", "plan:entry:entered")
    return made.id


_COPIED = (
    "unit_id", "case_index", "heading_kk", "heading_ru", "retention", "years", "expert", "article", "restricted",
    "carry_over", "documents", "register", "notes",
)  # fmt: skip


def _added_before(step: Step, form_id: str) -> tuple[int, ...]:
    forms = [f"{form_id}:{form}" for form in RegisterForm]
    wanted = select(PlanEntry.id).where(PlanEntry.form_id.in_(forms)).order_by(PlanEntry.id)
    return tuple(step.session.scalars(wanted))


def _entered_before(step: Step, form_id: str) -> int | None:
    return step.session.scalar(select(PlanEntry.id).where(PlanEntry.form_id == form_id))
