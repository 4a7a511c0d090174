"""Numbers of the sheets of a volume as a person writes them on its certification sheet: "12а, 40б", "12 (3)", "14–15".

Two sheets with a dash are all from the one to the other, or, where they lie next to each other, the place between them
(note 7 of appendix 4): only the sheets of the volume tell which.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dspdesk.law.values import LETTERS, MOST_SHEETS, Impossible, RegistrationNumber

_ONE = r"[0-9]{1,6}(?:\s*-?\s*[^\W\d_])?"
_MARK = re.compile(rf"({_ONE})(?:\s*[-–—]\s*({_ONE}))?(?:\s*\(\s*([0-9]{{1,5}})\s*\))?")
_BETWEEN = re.compile(r"[,;\n]|(?<!\S)(?:и|және)(?!\S)")


@dataclass(frozen=True, order=True, slots=True)
class Sheet:
    """A sheet by its number and, for a lettered one, its letter: 12, 12а."""

    number: int
    letter: str = ""

    def __str__(self) -> str:
        return f"{self.number}{self.letter}"

    @classmethod
    def parse(cls, written: str) -> "Sheet":
        """Read "12", "12а", "12-а" or "12A"; raises `Impossible` for anything else."""
        number = RegistrationNumber.parse(written)
        if number.sequence > MOST_SHEETS:
            raise Impossible(written)
        return cls(number.sequence, number.letter)


@dataclass(frozen=True, order=True, slots=True)
class Mark:
    """One place of a list: a sheet, or two with a dash; `count` is how many things are there (note 6 of appendix 4)."""

    first: Sheet
    last: Sheet
    count: int = 1

    def __str__(self) -> str:
        place = str(self.first) if self.single else f"{self.first}–{self.last}"
        return place if self.count == 1 else f"{place}\N{NO-BREAK SPACE}({self.count})"

    @property
    def single(self) -> bool:
        """Whether it is of one sheet."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Marks:
    """A list of sheets in order, no place of it twice."""

    marks: tuple[Mark, ...] = ()

    def __iter__(self) -> Iterator[Mark]:
        return iter(self.marks)

    def __bool__(self) -> bool:
        return bool(self.marks)

    def __str__(self) -> str:
        return ", ".join(map(str, self.marks))

    @classmethod
    def parse(cls, written: str) -> "Marks":
        """Read a list in any order; raises `Impossible` naming what cannot be read, or is there twice."""
        parts = [part.strip() for part in _BETWEEN.split(written.strip(" \n,;."))]
        if parts == [""]:
            return cls()
        marks = sorted(map(_mark, parts))
        for one, following in pairwise(marks):
            if (one.first, one.last) == (following.first, following.last):
                raise Impossible(str(following))
        return cls(tuple(marks))

    def sheets(self) -> tuple[Sheet, ...]:
        """Each sheet by itself, ascending: "3–5" is 3, 4, 5, "12а–12в" is 12а, 12б, 12в.

        For lists in which no place between sheets is meant. Raises `Impossible` where a dash or a number of things
        cannot stand, and for a sheet named twice.
        """
        found = sorted(sheet for mark in self.marks for sheet in _each(mark))
        for one, following in pairwise(found):
            if one == following:
                raise Impossible(str(following))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a volume: numbered from 1 to `last`, with lettered ones between and without the skipped."""

    last: int
    lettered: frozenset[Sheet] = frozenset()
    skipped: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return self.last + len(self.lettered) - len(self.skipped)

    def __contains__(self, sheet: object) -> bool:
        if not isinstance(sheet, Sheet):
            return False
        if sheet.letter:
            return sheet in self.lettered
        return 1 <= sheet.number <= self.last and sheet.number not in self.skipped

    def after(self, sheet: Sheet) -> Sheet | None:
        """The sheet that lies next behind a place."""
        number = sheet.number + 1
        while number in self.skipped:
            number += 1
        plain = [Sheet(number)] if number <= self.last else []
        return min((*plain, *(one for one in self.lettered if one > sheet)), default=None)

    def next_to_each_other(self, mark: Mark) -> bool:
        """Whether a mark means the place between two sheets."""
        return not mark.single and self.after(mark.first) == mark.last

    def missing(self, marks: Marks) -> Sheet | None:
        """The first sheet of a list that is not in the volume."""
        ends = (end for mark in marks for end in (mark.first, mark.last))
        return next((end for end in ends if end not in self), None)


def tidy(written: str) -> str:
    """A list as it is kept and printed; raises `Impossible`."""
    return str(Marks.parse(written))


def _mark(part: str) -> Mark:
    found = _MARK.fullmatch(part)
    if not found:
        raise Impossible(part)
    first = _sheet(found[1], part)
    last = _sheet(found[2], part) if found[2] else first
    count = int(found[3] or 1)
    if count < 1 or last < first or (found[2] and last == first):
        raise Impossible(part)
    return Mark(first, last, count)


def _sheet(written: str, part: str) -> Sheet:
    try:
        return Sheet.parse(written)
    except Impossible:
        raise Impossible(part) from None


def _each(mark: Mark) -> Iterator[Sheet]:
    first, last = mark.first, mark.last
    if mark.count > 1:
        raise Impossible(str(mark))
    if mark.single:
        yield first
    elif not first.letter and not last.letter:
        yield from map(Sheet, range(first.number, last.number + 1))
    elif first.number == last.number and {first.letter, last.letter} <= set(LETTERS):
        begin, end = LETTERS.index(first.letter), LETTERS.index(last.letter)
        yield from (Sheet(first.number, letter) for letter in LETTERS[begin : end + 1])
    else:
        raise Impossible(str(mark))
