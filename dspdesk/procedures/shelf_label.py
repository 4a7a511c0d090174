"""Labels for shelves and cases, drawn of what the registers know.

What a sheet of labels is of is named "volume:3,4#first=5" or "place:7": before "#" the things, as the ledger keeps it,
behind it on which label it begins, which is no record.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from dspdesk.desk import Desk
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.findings import settle
from dspdesk.law.roles import Action
from dspdesk.law.shelf_label import ShelfLabel, ShelfLabelContent, check_sheet
from dspdesk.procedures.store_papers import ids
from dspdesk.queries import cases, names, storage
from dspdesk.reports import shelf_label as paper

STEM = "shelf_label"
#: Of what there are labels, by the word before the colon.
KINDS = {"volume": Kind.VOLUME, "place": Kind.PLACE}


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSheet:
    """Which labels, and on which free label of the sheet they begin."""

    kind: Kind
    ids: Sequence[int]
    first: int | None = 1

    @property
    def about(self) -> str:
        """What the paper is of, with its layout. Raises `Refused` when nothing can be laid out so."""
        settle(check_sheet(self.ids, self.first), "")
        word = next(word for word, kind in KINDS.items() if kind is self.kind)
        return f"{word}:{','.join(map(str, self.ids))}#first={self.first}"

    @classmethod
    def of(cls, about: str) -> "LabelSheet":
        """The sheet that a name says; without a layout it is a whole one."""
        layout = parse_qs(about.partition("#")[2])
        return cls(
            kind=KINDS[about.partition(":")[0]], ids=ids(about), first=int(layout.get("first", ["1"])[0])
        )


def draw_paper(desk: Desk, about: str, language: str, code: str) -> bytes:  # noqa: ARG001 - labels bear no code
    """The sheet of labels."""
    return paper.draw(content(desk, LabelSheet.of(about), language), language)


def content(desk: Desk, sheet: LabelSheet, language: str) -> ShelfLabelContent:
    """What stands on the labels. Raises `NotThere`."""
    of = _volumes if sheet.kind is Kind.VOLUME else _places
    return ShelfLabelContent(
        organisation=names.organisation(desk, language, desk.today()),
        labels=tuple(of(desk, sheet.ids, language)),
        first=sheet.first or 1,
    )


def _volumes(desk: Desk, keys: Sequence[int], language: str) -> Iterator[ShelfLabel]:
    desk.authorize(Action.READ_CASES)
    for key in keys:
        with desk.reading() as connection:
            row = cases.standing_of(connection, key).row
        yield ShelfLabel(
            head=row.case_index,
            lines=(paper.volume(row.number, row.year, language), row.heading(language)),
            code=str(Code(Kind.VOLUME, row.id)),
            marked=row.restricted,
        )


def _places(desk: Desk, keys: Sequence[int], _language: str) -> Iterator[ShelfLabel]:
    with desk.reading() as connection:
        places = {key: storage.storage_place(connection, key) for key in keys}
    for key, place in places.items():
        *above, name = (part.name for part in place.way)
        yield ShelfLabel(
            head=name, lines=(", ".join(above),) if above else (), code=str(Code(Kind.PLACE, key))
        )
