"""Stickers for numbered copies (paragraph 18), drawn of what the registers know and of what is said in the window.

What a sheet of stickers is of is named "copy:3,4#sides=front,back&first=5&full=1&went=…": before "#" the copies, as
the ledger keeps it, behind it how the sheet is laid out, which is no record.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from dspdesk.desk import Desk
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.copy_stamp import CopyStampContent, Side, Sticker, check_sheet
from dspdesk.law.findings import settle
from dspdesk.procedures.store_papers import ids
from dspdesk.queries import copy_stamp as queries
from dspdesk.queries import names
from dspdesk.queries.copy_stamp import StampedCopy, StampFacts
from dspdesk.reports import copy_stamp as paper


@dataclass(frozen=True, slots=True, kw_only=True)
class StickerSheet:
    """Which stickers of which copies, on which free label they begin.

    `went` are the words for the backs, `None` for what the register knows.
    """

    copy_ids: Sequence[int]
    sides: Sequence[Side] = (Side.FRONT, Side.BACK)
    first: int | None = 1
    in_full: bool = True
    went: str | None = None

    @property
    def about(self) -> str:
        """What the paper is of, with its layout. Raises `Refused` when nothing can be laid out so."""
        settle(check_sheet(self.sides, self.copy_ids, self.first), "")
        layout = {
            "sides": ",".join(side.value for side in self.sides),
            "first": self.first,
            "full": int(self.in_full),
        }
        words = {} if self.went is None else {"went": self.went}
        return f"copy:{','.join(map(str, self.copy_ids))}#{urlencode(layout | words)}"

    @classmethod
    def of(cls, about: str) -> "StickerSheet":
        """The sheet that a name says; what it leaves out is as usual."""
        layout = parse_qs(about.partition("#")[2], keep_blank_values=True)
        said = {name: values[0] for name, values in layout.items()}
        return cls(
            copy_ids=ids(about),
            sides=tuple(Side(side) for side in said.get("sides", "front,back").split(",")),
            first=int(said.get("first", 1)),
            in_full=said.get("full", "1") == "1",
            went=said.get("went"),
        )


def draw_paper(desk: Desk, about: str, language: str, code: str) -> bytes:  # noqa: ARG001 - stickers bear no code
    """The sheet of stickers: all of one copy stand beside each other."""
    return paper.draw(content(desk, StickerSheet.of(about), language), language)


def content(desk: Desk, sheet: StickerSheet, language: str) -> CopyStampContent:
    """What stands on the stickers."""
    wanted = set(sheet.copy_ids)
    with desk.reading() as connection:
        items = dict.fromkeys(queries.item_of(connection, copy) for copy in sheet.copy_ids)
    stickers = [
        sticker
        for facts in (queries.stamp_facts(desk, item) for item in items)
        for copy in facts.copies
        if copy.id in wanted
        for sticker in _of_copy(facts, copy, sheet, language)
    ]
    return CopyStampContent(
        organisation=names.organisation(desk, language, desk.today()),
        stickers=stickers,
        first=sheet.first or 1,
        in_full=sheet.in_full,
    )


def _of_copy(facts: StampFacts, copy: StampedCopy, sheet: StickerSheet, language: str) -> Iterator[Sticker]:
    went = queries.went(facts, language) if sheet.went is None else sheet.went
    lines: dict[Side, tuple[str, ...]] = {
        Side.FRONT: _said(queries.note_of(facts, copy, language)),
        Side.BACK: _said(*went.split("; "), queries.executor(facts, language)),
        Side.NOTE: queries.notes_on_original(facts, language),
    }
    for side in sheet.sides:
        if side is Side.NOTE and (copy.note is not None or not lines[side]):
            continue  # it stands on what was reproduced, not on what came of it
        code = str(Code(Kind.COPY, copy.id)) if side is Side.FRONT else ""
        yield Sticker(side, facts.number, copy.number, facts.printed, code, lines[side])


def _said(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line.strip())
