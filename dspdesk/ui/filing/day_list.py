"""What a day's worth of filing lists: each document under its volume, and what cannot be filed with its reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.law.findings import Finding, Weight
from dspdesk.procedures import filing as procedures
from dspdesk.procedures.filing import FileCopies, ToFile
from dspdesk.queries import filing
from dspdesk.queries.filing import FilableCopy
from dspdesk.ui import told
from dspdesk.ui.filing.volume_field import label
from dspdesk.ui.handover.ticks import TickGroup, TickRow

if TYPE_CHECKING:
    import datetime as dt

    from dspdesk.desk import Desk
    from dspdesk.queries.cases import VolumeRow

CANNOT = N_("Cannot be filed so")
NOWHERE = 0
#: What stands against one document but is mended where all of them are filed.
_MENDED_HERE = frozenset({"volume_full", "filed_before_opened"})


@dataclass(frozen=True, slots=True)
class DayList:
    """Documents by the keys of their copies, the open volumes, and what stands against each document by itself.

    `into` is the volume of a case in which all of it is filed, `None` where each goes into its own; `moved` are those
    for which a volume was full, with the next one that was opened; `more` is how many were left out as too many.
    """

    copies: Mapping[int, FilableCopy] = field(default_factory=dict)
    volumes: "Mapping[int, VolumeRow]" = field(default_factory=dict)
    against: Mapping[int, Sequence[Finding]] = field(default_factory=dict)
    into: int | None = None
    moved: Mapping[int, int] = field(default_factory=dict)
    more: int = 0

    def goes(self, copy: FilableCopy) -> int:
        """Where a document goes: into the case asked for, else where it is proposed."""
        if copy.copy_id in self.moved:
            return self.moved[copy.copy_id]
        return self.into if self.into is not None else copy.volume_id or NOWHERE

    def case(self) -> "VolumeRow | None":
        """The last volume of the case asked for, while it is open."""
        return self.volumes.get(self.into or NOWHERE)

    def fits(self, copy: FilableCopy) -> bool:
        """Whether a document is of the years of the case asked for."""
        case = self.case()
        return case is None or filing.fits(case, copy.year)

    def others(self) -> int:
        """How many are of other years than the case asked for."""
        return sum(not self.fits(copy) for copy in self.copies.values())

    def groups(self, ticked: Sequence[int] | None, *, all_years: bool) -> list[TickGroup]:
        """The documents by their volumes, those of other years if asked; what cannot be filed comes last."""
        groups: dict[str, list[TickRow]] = {}
        for copy in sorted(self.copies.values(), key=self._rank):
            if all_years or self.fits(copy):
                row = self._row(copy, ticked)
                groups.setdefault(self._group(copy, row.why_not), []).append(row)
        last = groups.pop(_(CANNOT), [])
        free = [TickGroup(name, tuple(rows)) for name, rows in groups.items()]
        return [*free, *([TickGroup(_(CANNOT), tuple(last))] if last else [])]

    def _row(self, copy: FilableCopy, ticked: Sequence[int] | None) -> TickRow:
        sheets = ngettext("{n} sheet", "{n} sheets", copy.sheets or 0).format(n=copy.sheets or "?")
        known = (f"№\N{NO-BREAK SPACE}{copy.number}", sheets, copy.correspondent, copy.what)
        words = " — ".join(part for part in known if part)
        why = self._why_not(copy) if self.goes(copy) else _no_case(copy)
        chosen = copy.copy_id in ticked if ticked is not None else self._proposed(copy)
        return TickRow(copy.copy_id, words, chosen, why)

    def _why_not(self, copy: FilableCopy) -> str:
        refused = (one for one in self.against.get(copy.copy_id, ()) if one.weight is Weight.REFUSE)
        return "\n".join(told.says(one) for one in refused if one.code not in _MENDED_HERE)

    def _proposed(self, copy: FilableCopy) -> bool:
        """Whether a document is ticked at first: its case was named."""
        return copy.volume_id is not None if self.into is None else self._same_case(copy.volume_id)

    def _same_case(self, volume_id: int | None) -> bool:
        one, other = self.volumes.get(volume_id or NOWHERE), self.case()
        return one is not None and other is not None and one.case_id == other.case_id

    def _group(self, copy: FilableCopy, why_not: str) -> str:
        if why_not:
            return _(CANNOT)
        if self.into is None or copy.copy_id in self.moved:
            row = self.volumes.get(self.goes(copy))
            return label(row) if row is not None else ""
        if self._same_case(copy.volume_id):
            return _("Named for this case when registered")
        named = self.volumes.get(copy.volume_id or NOWHERE)
        if named is None:
            return _("No case was named")
        return _("Named for another case: {case}").format(case=filing.volume_words(named))

    def _rank(self, copy: FilableCopy) -> tuple[bool, bool, str]:
        return (not self.goes(copy), not self._proposed(copy), copy.case_index)


def find(desk: "Desk", into: int | None, on: "dt.date") -> DayList:
    """What is to be filed; reads hundreds of documents and is asked in a thread."""
    volumes = filing.open_volumes(desk)
    of = {row.id: row for row in volumes}
    proposal = filing.to_file(desk, volumes, of.get(into or NOWHERE))
    copies = {one.copy_id: one for one in proposal.copies}
    found = DayList(copies, of, {}, into, {}, proposal.total - len(copies))
    return replace(found, against=against(desk, found, on))


def move_on(desk: "Desk", listed: DayList, moved: Mapping[int, int], on: "dt.date") -> DayList:
    """The same documents once some of them go into a volume just opened; asked in a thread, too."""
    volumes = {row.id: row for row in filing.open_volumes(desk)} | dict(listed.volumes)
    found = replace(listed, volumes=volumes, moved={**listed.moved, **moved})
    return replace(found, against=against(desk, found, on))


def of_day(desk: "Desk", listed: DayList, on: "dt.date") -> DayList:
    """The same documents as they can be filed on another day; asked in a thread."""
    return replace(listed, against=against(desk, listed, on))


def with_volumes_anew(desk: "Desk", listed: DayList, on: "dt.date") -> DayList:
    """The same documents once something was put right of a volume; asked in a thread."""
    volumes = {**listed.volumes, **{row.id: row for row in filing.open_volumes(desk)}}
    return of_day(desk, replace(listed, volumes=volumes), on)


def with_one(desk: "Desk", listed: DayList, copy: FilableCopy, on: "dt.date") -> DayList:
    """One document more, whose label was scanned."""
    found = replace(listed, copies={**listed.copies, copy.copy_id: copy})
    said = against(desk, found, on, only=lambda one: one.copy_id == copy.copy_id)
    return replace(found, against={**listed.against, **said})


def against(
    desk: "Desk", listed: DayList, on: "dt.date", only: Callable[[FilableCopy], bool] = lambda _copy: True
) -> Mapping[int, Sequence[Finding]]:
    """Why documents cannot be filed, each asked about as if it were the only one."""
    wanted = [copy for copy in listed.copies.values() if listed.goes(copy) and only(copy)]
    if not wanted:
        return {}
    documents = tuple(ToFile(copy_id=one.copy_id, volume_id=listed.goes(one)) for one in wanted)
    return procedures.consider_each(desk, FileCopies(documents=documents, on=on, form_id=""))


def _no_case(copy: FilableCopy) -> str:
    if copy.case_index:
        return _(
            "No case {index} of {year} is open. Open it in “Cases and volumes”, or use “To a case…” of the entry."
        ).format(index=copy.case_index, year=copy.year)
    return _(
        "No case was named when it was registered. Use “To a case…” of its entry, or file from the case."
    )
