"""Bringing in the filing plan from a clerk's sheet: units met by name or made, both languages meeting at indexes."""

import re
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _, current_language
from dspdesk.language.folding import fold
from dspdesk.law import filing_plan as law
from dspdesk.law import people as people_law
from dspdesk.law.filing_plan import Heading
from dspdesk.law.findings import settle
from dspdesk.law.retention import Retention
from dspdesk.law.roles import Action
from dspdesk.models import PlanEntry, Unit
from dspdesk.procedures.directory_import import EnteredRow, ListedRow
from dspdesk.procedures.directory_rows import Fields, HeldBack, held_to, short_enough
from dspdesk.procedures.filing_plan import add
from dspdesk.procedures.importing import HeldBackRow
from dspdesk.queries.filed import retention_of
from dspdesk.store.unit_of_work import Step, part

#: What a person says of a section of the sheet instead of a unit: make one of its name, or leave it out.
MAKE, LEAVE_OUT = 0, -1


class Met(StrEnum):
    """How the unit of a section was found."""

    NAME = "name"
    INDEX = "index"  # its indexes stand in the plan under a unit already: the same plan in the other language
    CHOSEN = "chosen"
    MADE = "made"
    NOT = "not"  # it is left out


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """Bring in the plan of a year; the year that the sheet itself names comes first.

    `units` says which unit the sections are of whose words are no name of one: its id, `MAKE` or `LEAVE_OUT`. A dry
    run tells the same and writes nothing.
    """

    path: Path
    year: int
    units: Mapping[str, int] = field(default_factory=dict)
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the sheet that has new headings, and how many.

    `unit_id` is `None` for a unit that is made and for a section that is left out.
    """

    words: str
    name: str
    headings: int
    met: Met
    unit_id: int | None


@dataclass(frozen=True, slots=True)
class ImportedPlan:
    """What an import did or, as a dry run, would do; `known` counts the headings that stand in the plan already."""

    year: int
    entered: tuple[EnteredRow, ...]
    known: int
    held_back: tuple[HeldBackRow, ...]
    sections: tuple[Section, ...]
    unread_columns: tuple[str, ...] = ()


class _DryRun(Exception):
    """Leaves the transaction of a dry run without keeping it."""


def enter(
    desk: Desk, command: ImportPlan, rows: Sequence[ListedRow], above: Sequence[str] = ()
) -> ImportedPlan:
    """Enter the good headings in one transaction, held-back rows with their reasons. Raises `Refused`.

    Units are made only by somebody who keeps the directory of the body.
    """
    desk.authorize(Action.KEEP_PLAN)
    if MAKE in command.units.values():
        desk.authorize(Action.KEEP_OFFICE)
    year = year_of(above) or command.year
    settle([law.year_within(year, desk.today().year)], "")
    done = ImportedPlan(year, (), 0, (), ())
    try:
        with desk.transaction("plan:file:imported") as step:
            done = _Import(desk, step, year, command.units).take(rows)
            if command.dry_run:
                raise _DryRun
            if done.entered:
                step.subject = f"year:{year}"
    except _DryRun:
        pass
    return done


def year_of(above: Sequence[str]) -> int | None:
    """The year in the title of a plan, `None` where there is no title or it names none."""
    titles = [text for text in above if "номенклатур" in text.casefold()]
    found = next((year for text in titles for year in _YEAR.findall(text)), None)
    return int(found) if found else None


def is_total(fields: Fields) -> bool:
    """Whether a row states how many headings there are."""
    return fold(fields.get("case_index") or _heading_words(fields)).startswith(_TOTALS)


def unit_words(fields: Fields) -> str:
    """The words of a row that names a unit, '' for any other: one text, which is no index."""
    if len(fields) != 1:
        return ""
    name, text = next(iter(fields.items()))
    stands = name in {"case_index", "heading_kk", "heading_ru"} and not re.fullmatch(r"[\d\s./\-–—]+", text)
    return text if stands else ""


@dataclass(slots=True)
class _Part:
    """A section as it is read: its words and its rows."""

    words: str
    rows: list[ListedRow]


class _Import:
    """One sheet on its way into the plan of a year."""

    def __init__(self, desk: Desk, step: Step, year: int, chosen: Mapping[str, int]) -> None:
        self._desk, self._step, self._year, self._chosen = desk, step, year, chosen
        self._units = {
            unit.id: unit for unit in step.session.scalars(select(Unit).where(Unit.closed_on.is_(None)))
        }
        wanted = select(PlanEntry).where(PlanEntry.year == year, PlanEntry.struck_on.is_(None))
        self._standing = {entry.case_index: entry for entry in step.session.scalars(wanted)}
        self._rows: dict[str, int] = {}
        self._entered: list[EnteredRow] = []
        self._held: list[HeldBackRow] = []
        self._known = 0

    def take(self, rows: Sequence[ListedRow]) -> ImportedPlan:
        """Section by section."""
        sections = [self._section(one) for one in _parts(rows) if one.rows]
        return ImportedPlan(
            self._year, tuple(self._entered), self._known, tuple(self._held), tuple(filter(None, sections))
        )

    def _section(self, read: _Part) -> Section | None:
        unit, met = self._unit(read)
        concerned = 0
        for row in read.rows:
            try:
                short_enough(row.fields)
                heading = self._read(row)
                if (standing := self._standing.get(heading.case_index)) is not None:
                    self._meets(row, heading, standing)
                    continue
                concerned += 1
                if met is Met.MADE and unit is None:
                    unit = self._made(read)
                if unit is None:
                    raise HeldBack(
                        "plan_unit_left_out" if read.words else "plan_unit_needed", unit=read.words
                    )
                self._enters(row, heading, unit)
            except HeldBack as why:
                self._held.append(HeldBackRow(row.row, str(why), row.sheet))
        if not read.words or not concerned:
            return None
        name = _name(unit) if unit else law.section_of(read.words)[1]
        return Section(read.words, name, concerned, met, unit.id if unit and met is not Met.MADE else None)

    # --- units ---

    def _unit(self, read: _Part) -> tuple[Unit | None, Met]:
        """The unit of a section; one that is made is made with its first heading that comes in."""
        if not read.words:
            return None, Met.NOT
        if (chosen := self._chosen.get(read.words)) is not None:
            return self._of_choice(chosen)
        name = fold(law.section_of(read.words)[1])
        for unit in self._units.values():
            if name in {fold(unit.name_kk), fold(unit.name_ru)}:
                return unit, Met.NAME
        if (met := self._of_indexes(read)) is not None:
            return met, Met.INDEX
        return None, Met.MADE if self._desk.may(Action.KEEP_OFFICE) else Met.NOT

    def _of_choice(self, chosen: int) -> tuple[Unit | None, Met]:
        if chosen in _NO_UNIT:
            return None, _NO_UNIT[chosen]
        unit = self._step.session.get_one(Unit, chosen)
        settle([people_law.not_closed(_name(unit), unit.closed_on)], "")
        return unit, Met.CHOSEN

    def _of_indexes(self, read: _Part) -> Unit | None:
        """The unit whose headings these are in the other language; its name in this language is learnt from here."""
        said = [read_heading(row.fields) for row in read.rows]
        pairs = [(heading, self._standing.get(heading.case_index)) for heading in said]
        found = Counter(entry.unit_id for heading, entry in pairs if entry and _completes(heading, entry))
        if not found:
            return None
        unit = self._step.session.get_one(Unit, found.most_common(1)[0][0])
        language = _language(read.rows)
        if unit.name_kk == unit.name_ru and language and self._desk.may(Action.KEEP_OFFICE):
            setattr(unit, f"name_{language}", law.section_of(read.words)[1])
            part(self._step, f"unit:{unit.id}", "people:unit:changed")
        return unit

    def _made(self, read: _Part) -> Unit:
        """A unit of this name in both languages until the other is known, with its number where that is free."""
        number, name = law.section_of(read.words)
        taken = {fold(unit.number_index) for unit in self._units.values()}
        unit = Unit(
            name_kk=name, name_ru=name, number_index="" if fold(number) in taken else number, closed_on=None
        )
        self._step.session.add(unit)
        self._step.session.flush()
        part(self._step, f"unit:{unit.id}", "people:unit:entered")
        self._units[unit.id] = unit
        return unit

    # --- headings ---

    def _read(self, row: ListedRow) -> Heading:
        """What a row says; an index stands in a sheet once."""
        heading = read_heading(row.fields)
        held_to([law.index_given(heading.case_index), law.heading_given(heading)])
        if heading.case_index in self._rows:
            raise HeldBack("plan_index_in_row", index=heading.case_index, row=self._rows[heading.case_index])
        held_to([law.retention_readable(heading.retention)])
        self._rows[heading.case_index] = row.row
        return heading

    def _enters(self, row: ListedRow, heading: Heading, unit: Unit) -> None:
        if heading.register and any(entry.register == heading.register for entry in self._standing.values()):
            heading = replace(heading, register=None)
        entry = add(self._step, self._year, unit.id, heading, uuid.uuid4().hex)
        part(self._step, f"plan_entry:{entry.id}", "plan:entry:entered")
        self._standing[entry.case_index] = entry
        self._tell(row, heading, _name(unit))

    def _meets(self, row: ListedRow, heading: Heading, entry: PlanEntry) -> None:
        """The index stands in the plan: the same heading, or the same in the other language, or another one."""
        new = _new(heading, entry)
        for name in ("heading_kk", "heading_ru"):
            said, stands = getattr(heading, name), getattr(entry, name)
            if said and stands and fold(said) != fold(stands):
                raise HeldBack("plan_index_taken", index=entry.case_index, heading=stands)
        if not new:
            self._known += 1
            return
        if not _completes(heading, entry):
            raise HeldBack(
                "plan_meets_another",
                index=entry.case_index,
                heading=entry.heading_ru or entry.heading_kk,
                retention=_retention(entry).words(str(current_language())),
            )
        for name, said in new.items():
            setattr(entry, name, said)
        part(self._step, f"plan_entry:{entry.id}", "plan:entry:completed")
        same = entry.heading_ru if "heading_kk" in new else entry.heading_kk
        self._tell(row, heading, _("the same as “{heading}”").format(heading=same))

    def _tell(self, row: ListedRow, heading: Heading, more: str) -> None:
        name = f"{heading.case_index} {heading.heading_ru or heading.heading_kk}"
        self._entered.append(EnteredRow(row.row, name, more))


def read_heading(fields: Fields) -> Heading:
    """What a row says of a heading."""
    kk, in_kk = law.without_mark(fields.get("heading_kk", ""))
    ru, in_ru = law.without_mark(fields.get("heading_ru", ""))
    notes, carried = law.without_carried(fields.get("notes", ""))
    retention, article = fields.get("retention", ""), fields.get("article", "")
    if article and (read := Retention.parse(retention)) is not None and not read.article:
        whole = (f"{retention}, {article}", f"{retention}, ст. {article}")
        known = next(filter(None, map(Retention.parse, whole)), None)
        retention = known.words("ru") if known else whole[0]  # is refused as it stands there
    expected = fields.get("expected", "")
    return Heading(
        case_index=law.index_of(fields.get("case_index", "")),
        heading_kk=kk,
        heading_ru=ru,
        retention=retention,
        restricted=in_kk or in_ru,
        carry_over=carried,
        register=law.register_of(ru or kk),
        expected=int(expected) if expected.isascii() and expected.isdecimal() else None,
        notes=notes,
    )


def _parts(rows: Sequence[ListedRow]) -> list[_Part]:
    """The sections of a sheet; rows before the first belong to none, totals to nothing."""
    parts = [_Part("", [])]
    for row in rows:
        if is_total(row.fields):
            continue
        if words := unit_words(row.fields):
            parts.append(_Part(words, []))
        else:
            parts[-1].rows.append(row)
    return parts


def _new(heading: Heading, entry: PlanEntry) -> dict[str, str]:
    """The headings of a row in a language in which the plan has none; the same words in both are no second one."""
    there = {fold(entry.heading_kk), fold(entry.heading_ru)}
    said = {name: getattr(heading, name) for name in ("heading_kk", "heading_ru")}
    return {
        name: text
        for name, text in said.items()
        if text and not getattr(entry, name) and fold(text) not in there
    }


def _completes(heading: Heading, entry: PlanEntry) -> bool:
    """Whether a heading can be, in the other language, the one that stands under its index."""
    said, stands = Retention.parse(heading.retention), _retention(entry)
    if said is None or (said.kind, said.years, said.expert) != (stands.kind, stands.years, stands.expert):
        return False
    if said.article and stands.article and said.article != stands.article:
        return False
    register = heading.register.value if heading.register else ""
    return bool(_new(heading, entry)) and (heading.restricted, register) == (entry.restricted, entry.register)


def _retention(entry: PlanEntry) -> Retention:
    return retention_of(entry.retention, entry.years, entry.expert, entry.article)


def _language(rows: Sequence[ListedRow]) -> str:
    """The one language of these headings, '' when there are both."""
    found = {name[-2:] for row in rows for name in ("heading_kk", "heading_ru") if row.fields.get(name)}
    return found.pop() if len(found) == 1 else ""


def _heading_words(fields: Fields) -> str:
    return fields.get("heading_ru") or fields.get("heading_kk", "")


def _name(unit: Unit) -> str:
    return unit.name_kk if current_language() == "kk" else unit.name_ru


_NO_UNIT: Final = {MAKE: Met.MADE, LEAVE_OUT: Met.NOT}
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_TOTALS: Final = tuple(map(fold, ("итого", "всего", "барлығы", "барлық", "жиыны", "жалпы")))
