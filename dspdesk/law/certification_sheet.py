"""The certification sheet of a volume (paragraph 32, appendix 4): what is written on it and what stands against it."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.sheet_numbers import Mark, Marks, Sheet, Sheets
from dspdesk.law.values import MOST_SHEETS, CopyNumbers, Impossible

#: Features with a line of their own on the form; further ones go on from there (note 4).
FEATURES = 17
#: The "feature" of a line that is an insert which cannot be numbered.
INSERT = 0


class Further(StrEnum):
    """Features that note 4 names and the form has no line for; what else there is stands in the clerk's own words."""

    LARGE = "large_formats"  # 6)
    DAMAGE = "damage"  # 7)
    GLUED_IN = "glued_in"  # 8)
    ENVELOPES = "envelopes"  # 9) with the number of things in them
    OWN_NUMBERS = "own_numbers"  # 10) with the number of their sheets


#: Those of which note 4 asks how many.
COUNTED = frozenset({Further.ENVELOPES, Further.OWN_NUMBERS})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet: feature 1 to 17, a further one (18 and on), or an insert that cannot be numbered (0).

    `words` name a further feature (a `Further` or own words) or the kind of an insert, `count` how many, `sheets`
    where, as a person writes it.
    """

    feature: int
    words: str = ""
    count: int | None = None
    sheets: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a certification sheet says. `numbered` counts the sheets of the volume, lettered ones among them."""

    dated: dt.date | None
    filled_by_id: int | None
    numbered: int | None
    inventory_sheets: int | None
    lettered: str = ""
    skipped: str = ""
    blank: str = ""
    lines: tuple[Line, ...] = ()
    act_number: str = ""
    act_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """The sheet that stands so far: of which day, whether it is on paper, whether it was by an act itself."""

    dated: dt.date
    printed: bool
    by_act: bool = False

    @property
    def asks_act(self) -> bool:
        """Whether what stands in its place names an act: one nobody has printed yet is only put right."""
        return self.printed or self.by_act


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeStands:
    """What the registers say of the volume.

    `last` is the number of the last sheet filed in it, `sheets` how many there are, `gone` are the numbers that left
    it, `inventory_sheets` the sheets of the inner inventory on paper (`None`: not known), `bound` whether paragraph 32
    asks for an inner inventory at all.
    """

    words: str
    last: int
    sheets: int
    gone: tuple[int, ...] = ()
    inventory_sheets: int | None = None
    bound: bool = False
    earlier: Earlier | None = None
    serving: frozenset[int] = frozenset()

    @property
    def skipped(self) -> str:
        """The numbers that are not there any more, as they are written."""
        return str(CopyNumbers.of(self.gone))

    def skipped_with(self, earlier: str) -> str:
        """The same with those that an earlier sheet names. Raises `Impossible`."""
        numbers = {sheet.number for sheet in Marks.parse(earlier).sheets()} | set(self.gone)
        return str(CopyNumbers.of(numbers))

    def numbered(self, lettered: str, skipped: str) -> int:
        """How many numbered sheets there are, if these are lettered and skipped. Raises `Impossible`."""
        letters = Marks.parse(lettered).sheets()
        without = {sheet.number for sheet in Marks.parse(skipped).sheets()} - set(self.gone)
        return max(0, self.sheets + len(letters) - len(without))

    def fits(self, said: Sheets) -> bool:
        """Whether the sheets end where what is filed ends, or are as many.

        A certified copy in the place of an original may have more or fewer sheets: then only one of both can be so.
        """
        return said.last == self.last or len(said) == self.sheets

    def names_gone(self, said: Sheets) -> bool:
        """Whether each number that left is among the skipped ones."""
        return said.skipped.issuperset(self.gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationSheetContent:
    """A certification sheet as its paper states it; '' and `None` leave lines to write on."""

    organisation: str = ""
    restricted: bool = True
    fonds: str = ""
    inventory: str = ""
    case: str = ""
    numbered: int | None = None
    lettered: str = ""
    skipped: str = ""
    blank: str = ""
    inventory_sheets: int | None = None
    lines: tuple[Line, ...] = ()
    position: str = ""
    name: str = ""
    dated: dt.date | None = None
    act_number: str = ""
    act_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """A statement with its lists of sheets read."""

    said: Statement
    sheets: Sheets
    marks: dict[str, Marks] = field(default_factory=dict)


def sheets_of(said: Statement) -> Sheets:
    """The sheets that a volume has by its statement. Raises `Impossible` for a list that cannot be read."""
    lettered = frozenset(Marks.parse(said.lettered).sheets())
    skipped = frozenset(sheet.number for sheet in Marks.parse(said.skipped).sheets())
    last = max(0, (said.numbered or 0) - len(lettered) + len(skipped))
    return Sheets(last, lettered, skipped)


def names(lines: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    """Lines with the names of their fields: "feature:3", "feature:18", "insert:1"."""
    inserts = 0
    for line in lines:
        inserts += line.feature == INSERT
        yield f"insert:{inserts}" if line.feature == INSERT else f"feature:{line.feature}", line


def check(said: Statement, volume: VolumeStands, today: dt.date) -> list[Finding]:
    """Everything that stands against a sheet."""
    found = [
        *_day(said, volume, today),
        who(said, volume),
        *by_act(said, volume, today),
        *counts(said, volume),
        *(line for name, one in names(said.lines) if (line := complete(name, one)) is not None),
    ]
    unreadable = list(_unreadable(said))
    if _countable(said) and not unreadable:
        read = _read(said)
        found += [finding for rule in _RULES for finding in rule(read, volume)]
    return [finding for finding in [*unreadable, *found] if finding is not None]


def counts(said: Statement, volume: VolumeStands) -> Iterator[Finding]:
    """Note 3: sheets and sheets of the inner inventory are both counted; paragraph 32 asks for an inventory."""
    if not _countable(said):
        yield _refused("certified_uncounted", "numbered")
    if said.inventory_sheets is None or not 0 <= said.inventory_sheets <= MOST_SHEETS:
        yield _refused("certified_inventory_uncounted", "inventory_sheets")
    elif said.inventory_sheets == 0 and volume.bound:
        facts = {"volume": volume.words}
        yield Finding("D32", Weight.WARN, "certified_without_inventory", facts, "inventory_sheets")
    elif volume.inventory_sheets not in (None, said.inventory_sheets):
        counts = {"sheets": said.inventory_sheets, "printed": volume.inventory_sheets or 0}
        yield Finding("OWN", Weight.WARN, "certified_other_inventory", counts, "inventory_sheets")


def who(said: Statement, volume: VolumeStands) -> Finding | None:
    """Appendix 4: whoever filled it in signs, by the position of that day."""
    if said.filled_by_id is None:
        return _refused("certified_by_whom", "filled_by_id")
    return None if said.filled_by_id in volume.serving else _refused("certified_not_serving", "filled_by_id")


def by_act(said: Statement, volume: VolumeStands, today: dt.date) -> Iterator[Finding]:
    """Note 8: what changes later is noted with reference to an act; the first sheet has none.

    The note speaks of changes after the sheet was drawn up, and a sheet is drawn up when it is signed on paper. One
    that nobody has printed, and that names no act itself, is filled in anew without an act: it is only put right.
    """
    named, earlier = said.act_number.strip(), volume.earlier
    if earlier is None:
        if named or said.act_on:
            yield _refused("certified_first_by_act", "act_number")
        return
    if earlier.asks_act and not named:
        yield _refused("certified_act_needed", "act_number", date=earlier.dated)
    if (earlier.asks_act or named) and said.act_on is None:
        yield _refused("certified_act_day_needed", "act_on")
    if said.act_on is not None and not named and not earlier.asks_act:
        yield _refused("certified_act_needed", "act_number", date=earlier.dated)
    if said.act_on is not None and said.act_on > (said.dated or today):
        yield _own("certified_act_ahead", "act_on", date=said.act_on, dated=said.dated or today)


def complete(name: str, line: Line) -> Finding | None:
    """Notes 4, 6 and 7: a feature stands with its sheets, a further one is named, an insert has its kind and number."""
    counted = 1 <= (line.count or 0) <= MOST_SHEETS
    if line.feature == INSERT:
        if not line.words.strip():
            return _refused("certified_insert_kind", name)
        return None if counted else _refused("certified_insert_count", name, kind=line.words)
    if line.feature > FEATURES and not line.words.strip():
        return _refused("certified_feature_unnamed", name)
    if not line.sheets.strip():
        return _refused("certified_feature_nowhere", name)
    if line.words in COUNTED and not counted:
        return _refused("certified_feature_count", name)
    return None


def lettered_follow(read: _Read, _volume: VolumeStands) -> Iterator[Finding]:
    """Appendix 4: a lettered sheet lies behind the sheet of its number."""
    for sheet in read.marks["lettered"].sheets():
        if not sheet.letter:
            yield _refused("certified_without_letter", "lettered", sheet=sheet)
        elif Sheet(sheet.number) not in read.sheets:
            yield _refused("certified_lettered_alone", "lettered", sheet=sheet, number=sheet.number)


def skipped_inside(read: _Read, _volume: VolumeStands) -> Iterator[Finding]:
    """Appendix 4: a skipped number lies before the last one, and has no letter."""
    for sheet in read.marks["skipped"].sheets():
        if sheet.letter or sheet.number >= read.sheets.last:
            yield _refused("certified_skipped_outside", "skipped", sheet=sheet, last=read.sheets.last)


def blank_there(read: _Read, volume: VolumeStands) -> Iterator[Finding]:
    """Appendix 4: a blank sheet is a numbered sheet of the volume."""
    for sheet in read.marks["blank"].sheets():
        if sheet not in read.sheets:
            yield _not_there("blank", sheet, read, volume)


def features_there(read: _Read, volume: VolumeStands) -> Iterator[Finding]:
    """Notes 5 to 7: each named sheet is in the volume, none is named twice against one feature."""
    for name, _line in names(read.said.lines):
        marks = read.marks[name]
        if (sheet := read.sheets.missing(marks)) is not None:
            yield _not_there(name, sheet, read, volume)
        elif (twice := _twice(marks, read.sheets)) is not None:
            yield _own("certified_named_twice", name, sheet=twice)
        elif (many := _counted_many(marks, read.sheets)) is not None:
            yield _refused("certified_count_of_many", name, mark=many)


def ends_where_filed(read: _Read, volume: VolumeStands) -> Iterator[Finding]:
    """D32: numbered sheets with the lettered and without the skipped end where what is filed in the volume ends."""
    if volume.fits(read.sheets):
        return
    facts = {"volume": volume.words, "last": read.sheets.last, "filed": volume.last, "sheets": volume.sheets}
    yield Finding("OWN", Weight.WARN, "certified_ends_elsewhere", facts, "numbered")


_RULES: tuple[Callable[[_Read, VolumeStands], Iterator[Finding]], ...] = (
    lettered_follow,
    skipped_inside,
    blank_there,
    features_there,
    ends_where_filed,
)


def _countable(said: Statement) -> bool:
    """Whether the number of sheets is one by which sheets can be looked for."""
    return 1 <= (said.numbered or 0) <= MOST_SHEETS


def _lists(said: Statement) -> Iterator[tuple[str, str, bool]]:
    """The lists of sheets: field, what was written, whether places between sheets may stand there."""
    yield from (
        ("lettered", said.lettered, False),
        ("skipped", said.skipped, False),
        ("blank", said.blank, False),
    )
    yield from ((name, line.sheets, True) for name, line in names(said.lines))


def _unreadable(said: Statement) -> Iterator[Finding]:
    for name, written, between in _lists(said):
        try:
            marks = Marks.parse(written)
            if not between:
                marks.sheets()
        except Impossible as wrong:
            yield _refused("certified_unreadable", name, what=wrong.what)


def _read(said: Statement) -> _Read:
    marks = {name: Marks.parse(written) for name, written, _between in _lists(said)}
    return _Read(said, sheets_of(said), marks)


def _twice(marks: Marks, sheets: Sheets) -> Sheet | None:
    """A sheet that several marks of one list mean; the place between two sheets means neither."""
    reached = Sheet(0)
    for mark in marks:
        if sheets.next_to_each_other(mark):
            continue
        if mark.first <= reached:
            return mark.first
        reached = max(reached, mark.last)
    return None


def _counted_many(marks: Marks, sheets: Sheets) -> Mark | None:
    """A mark that gives a number of things to several sheets at once: nobody could tell where they are."""
    many = (mark for mark in marks if not mark.single and not sheets.next_to_each_other(mark))
    return next((mark for mark in many if mark.count > 1), None)


def _day(said: Statement, volume: VolumeStands, today: dt.date) -> Iterator[Finding]:
    """W9: of a day, not one to come, not before the sheet in whose place it stands."""
    if said.dated is None:
        yield _own("day_needed", "dated")
    elif said.dated > today:
        yield Finding("W9", Weight.REFUSE, "moved_ahead", {"date": said.dated, "today": today}, "dated")
    elif volume.earlier is not None and said.dated < volume.earlier.dated:
        yield _own("certified_before_earlier", "dated", date=said.dated, since=volume.earlier.dated)


def _not_there(name: str, sheet: Sheet, read: _Read, volume: VolumeStands) -> Finding:
    return _refused("certified_not_there", name, sheet=sheet, volume=volume.words, last=read.sheets.last)


def _refused(code: str, name: str, **facts: object) -> Finding:
    return Finding("D32", Weight.REFUSE, code, facts, name)


def _own(code: str, name: str, **facts: object) -> Finding:
    return Finding("OWN", Weight.REFUSE, code, facts, name)
