"""The inner inventory of a volume (appendix 3): its lines, what of them is on paper, how many sheets it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, _
from dspdesk.law import inner_inventory as law
from dspdesk.law.growing import Series
from dspdesk.law.inner_inventory import Entry
from dspdesk.law.roles import Action
from dspdesk.queries import growing as on_paper
from dspdesk.queries.cases import FiledLine, VolumeDetails, standing_of
from dspdesk.queries.filed import volume_words
from dspdesk.queries.growing import INVENTORY, Cells

_FILED = "SELECT id FROM filing WHERE volume_id = ? AND struck_on IS NULL"
_LAST_LANGUAGE = "SELECT language FROM printed_line WHERE paper = ? AND subject = ? ORDER BY id DESC LIMIT 1"
_WHOLE = """
    SELECT sheets FROM printout WHERE paper = ? AND subject = ? AND sheets IS NOT NULL AND set_aside_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM printed_line WHERE printed_line.printout_id = printout.id)
    ORDER BY language = ? DESC, id DESC LIMIT 1
"""


class GrowingInventory:
    """The inventory of one volume on paper; a person says when it is finished."""

    paper = INVENTORY
    finishes = True
    closes = False

    def __init__(self, volume: VolumeDetails, language: str) -> None:
        self.subject, self._volume, self._language = subject_of(volume.row.id), volume, language

    def entries(self, printed: Series) -> dict[int, Cells]:
        """Its lines; one struck out keeps its line where that is on paper."""
        return dict(law.lines(entries_of(self._volume), self._language, printed.covered()))

    def new(self, printed: Series, entries: Mapping[int, Cells]) -> list[tuple[str, Cells]]:
        """The lines of what was filed since, in the order of filing."""
        covered = printed.covered()
        return [(f"filing:{key}", cells) for key, cells in entries.items() if key not in covered]

    def heading(self) -> Cells:
        """The number of the case and the mark: a case becomes restricted while its inventory grows (paragraph 34)."""
        volume, language = self._volume, self._language
        return law.heading(number(volume, language), restricted=volume.row.restricted, language=language)

    def named(self, cells: Sequence[str]) -> str:
        """The number of a line in order, with the number and the day of its document, or with its heading."""
        place, *document = (" ".join(cell.split()) for cell in cells[:4])
        known = ", ".join(part for part in document[:2] if part) or document[2]
        return _("line {n} ({document})").format(n=place, document=known)


def growing(desk: Desk, subject: str, language: str) -> GrowingInventory:
    """The inventory of the volume that the ledger names so ("volume:3"). Raises `NotThere`."""
    desk.authorize(Action.KEEP_CASES)
    with desk.reading() as connection:
        return GrowingInventory(standing_of(connection, int(subject.partition(":")[2])), language)


@dataclass(frozen=True, slots=True)
class Kept:
    """Which volume, in words, and the language in which its inventory was last printed on, '' while in none."""

    volume: str
    language: str


def kept(desk: Desk, volume_id: int) -> Kept:
    """How the inventory of a volume is kept. Raises `NotThere`."""
    desk.authorize(Action.KEEP_CASES)
    with desk.reading() as connection:
        volume = standing_of(connection, volume_id)
        asked = (INVENTORY, subject_of(volume_id))
        language = connection.exec_driver_sql(_LAST_LANGUAGE, asked).scalar() or ""
        return Kept(number(volume, ""), language)


def subject_of(volume_id: int) -> str:
    """How the ledger names the volume that an inventory is of."""
    return f"volume:{volume_id}"


def number(volume: VolumeDetails, language: str) -> str:
    """The number in its title: that of the case with the volume, "01-03, т. 2"."""
    return volume_words(volume.row.case_index, volume.row.number, language)


def entries_of(volume: VolumeDetails) -> list[Entry]:
    """The documents of a volume in the order of their lines."""
    return [_entry(line) for line in volume.lines]


def _entry(line: FiledLine) -> Entry:
    return Entry(
        key=line.id,
        number=line.number,
        dated=line.dated,
        heading=line.heading,
        first_sheet=line.first_sheet,
        last_sheet=line.last_sheet,
        notes=line.notes,
        struck_on=line.struck_on,
        lies=line.there or line.certified_sheets is not None,
    )


def unprinted(connection: Connection, volume_id: int) -> int:
    """How many lines of a volume are not on its inventory yet, on that of the language in which it is kept."""
    filed = set(connection.exec_driver_sql(_FILED, (volume_id,)).scalars())
    return min(len(filed - series.covered()) for series in _series(connection, volume_id).values())


def finished(connection: Connection, volume_id: int) -> bool:
    """Whether an inventory, in some language, has all lines of a volume and ends with totals and signature."""
    filed = set(connection.exec_driver_sql(_FILED, (volume_id,)).scalars())
    found = _series(connection, volume_id).values()
    return any(series.closing is not None and filed <= series.covered() for series in found)


def sheets_of(connection: Connection, volume_id: int, language: str) -> int:
    """How many sheets the inventory takes ("N + M" of appendix 4), 0 while none is printed.

    That in `language` counts, else the one that there is; one printed as a whole where none grows.
    """
    found = _series(connection, volume_id)
    for series in (found[language], *found.values()):
        if series.last is not None:
            return series.last.sheet
    asked = (INVENTORY, subject_of(volume_id), language)
    return connection.exec_driver_sql(_WHOLE, asked).scalar() or 0


def _series(connection: Connection, volume_id: int) -> dict[str, Series]:
    subject = subject_of(volume_id)
    return {
        language.value: on_paper.series(connection, INVENTORY, subject, language) for language in Language
    }
