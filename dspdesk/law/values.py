"""Values of the registers: a number with its letter, a count of sheets, the numbers of copies."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

#: Letters of late entries in their order: without those that are taken for figures or cannot begin a number.
LETTERS = "абвгдежиклмнпрстуфхцчшщэюя"
_LATIN_LOOKALIKES = str.maketrans("abcekmhoptxy", "авсекмнортху")
_NUMBER = re.compile(r"(?P<sequence>[0-9]{1,9})\s*[-–]?\s*(?P<letter>[^\W\d_]?)", re.UNICODE)
_COPY_RANGE = re.compile(r"([0-9]+)(?:\s*[-–—]\s*([0-9]+))?")
MOST_COPIES = 10_000  # a range longer than this is a slip of the pen, not a print run
HIGHEST_COPY = 1_000_000  # and so is a copy with a higher number


class Impossible(ValueError):
    """A written value that cannot be what it claims to be; `what` names the value as it was written."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, order=True, slots=True)
class RegistrationNumber:
    """The sequence number of an entry and, for a late entry, its letter (paragraph 16; "12а").

    `written` is the whole number where the journal's pattern makes more of it ("05-12/47"), else ''; it is what people
    see, while sequence and letter alone tell numbers apart and put them in order.
    Raises `Impossible` for a sequence below 1 or a letter that is not one small Cyrillic letter.
    """

    sequence: int
    letter: str = ""
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.sequence < 1 or (self.letter and not re.fullmatch("[а-яёәғқңөұүһі]", self.letter)):
            raise Impossible(f"{self.sequence}{self.letter}")

    def __str__(self) -> str:
        return self.written or self.plain

    @property
    def plain(self) -> str:
        """The sequence number with its letter, whatever the pattern adds."""
        return f"{self.sequence}{self.letter}"

    def with_mark(self, language: str) -> str:
        """The number as it stands on paper: the abbreviation of the mark is always added (paragraph 16)."""
        return f"{self}\N{NO-BREAK SPACE}{ABBREVIATION[language]}"

    @classmethod
    def parse(cls, written: str) -> "RegistrationNumber":
        """Read "12", "12а", "12-а" or "12A"; raises `Impossible` for anything else."""
        found = _NUMBER.fullmatch(written.strip())
        if not found:
            raise Impossible(written)
        letter = found["letter"].casefold().translate(_LATIN_LOOKALIKES)
        return cls(int(found["sequence"]), letter)


#: The dissemination marking in full and as the abbreviation that goes with each number (paragraphs 1 and 16).
MARK = {"ru": "Для служебного пользования", "kk": "Қызмет бабында пайдалану үшін"}
ABBREVIATION = {"ru": "ДСП", "kk": "ҚБПҮ"}


def next_letter(taken: Iterable[str]) -> str:
    """The letter of the next late entry after one number: the one after the last taken (a free one is not refilled).

    Raises `Impossible` when the alphabet is used up.
    """
    last = max((LETTERS.find(letter) for letter in taken), default=-1)
    if last + 1 >= len(LETTERS):
        raise Impossible(LETTERS[-1])
    return LETTERS[last + 1]


@dataclass(frozen=True, slots=True)
class CopyNumbers:
    """Numbers of the copies of one item, ascending and each once (column 7 of appendix 2)."""

    numbers: tuple[int, ...]

    def __post_init__(self) -> None:
        if not all(a < b for a, b in zip(self.numbers, self.numbers[1:], strict=False)):
            raise Impossible(", ".join(map(str, self.numbers)))
        if self.numbers and not 1 <= self.numbers[0] <= self.numbers[-1] <= HIGHEST_COPY:
            raise Impossible(", ".join(map(str, self.numbers)))

    def __iter__(self) -> Iterator[int]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)

    @classmethod
    def of(cls, numbers: Iterable[int]) -> "CopyNumbers":
        """Copies by their numbers in any order; a number met twice raises `Impossible`."""
        return cls(tuple(sorted(numbers)))

    @classmethod
    def parse(cls, written: str) -> "CopyNumbers":
        """Read "1", "1, 2", "5-7" or "1, 5–7"; raises `Impossible` for anything else."""
        numbers: list[int] = []
        for part in re.split(r"[,;]|\bи\b|\bжәне\b", written):
            numbers += _range(part.strip(), written)
        return cls.of(numbers)

    def __str__(self) -> str:
        """Runs of three and more as a range: "1, 2", "5–7", "1, 5–7"."""
        return ", ".join(_run(first, last) for first, last in _runs(self.numbers))


def _range(part: str, written: str) -> range:
    found = _COPY_RANGE.fullmatch(part)
    if not found:
        raise Impossible(written)
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first or last - first >= MOST_COPIES:
        raise Impossible(written)
    return range(first, last + 1)


def _runs(numbers: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    start = previous = None
    for number in numbers:
        if start is None or previous is None:
            start = number
        elif number != previous + 1:
            yield start, previous
            start = number
        previous = number
    if start is not None and previous is not None:
        yield start, previous


def _run(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return f"{first}, {last}" if last == first + 1 else f"{first}–{last}"


@dataclass(frozen=True, slots=True)
class SheetCount:
    """Sheets of the document and of its enclosures, counted apart (paragraph 14; columns 5 and 6).

    `None` is not known, which is not the same as none. Raises `Impossible` for a negative or absurd count.
    """

    document: int | None = None
    enclosures: int | None = None

    def __post_init__(self) -> None:
        for count in (self.document, self.enclosures):
            if count is not None and not 0 <= count <= MOST_SHEETS:
                raise Impossible(str(count))

    @property
    def total(self) -> int:
        """All sheets that are known of."""
        return (self.document or 0) + (self.enclosures or 0)


MOST_SHEETS = 100_000  # more than this in one item is a slip of the pen
