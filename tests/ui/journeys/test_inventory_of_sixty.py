"""An inner inventory of 60 documents printed in three goes: onto the same sheets, no line twice, none moved."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dspdesk import desk as desks
from dspdesk.law.growing import CLOSING
from dspdesk.procedures.filing import FileUnregistered, file_unregistered
from dspdesk.procedures.printing import PaperRequest, preview
from dspdesk.queries import growing, inner_inventory
from dspdesk.queries.growing import INVENTORY
from dspdesk.queries.signatures import printouts
from dspdesk.ui.cases.inventory_printing import FINISH, InventoryPrinting
from tests import factories, hands
from tests.hands import press
from tests.reports.reading import sheets
from tests.ui.journeys.walk import Walk

GOES = (26, 19, 15)
STEP = "Напечатать внутреннюю опись…"
HEADINGS = ("Письмо о сроках представления отчета", "Справка о состоянии режима хранения документов " * 2)
#: How far a row may stand from where it would stand had all been printed at once, in millimetres.
NEAR = 0.3

Places = dict[str, tuple[float, float]]


@pytest.fixture
def office(office: Path) -> Path:
    """A case with its first volume, in which one registered document lies."""
    desk = factories.opened(office.parent, at=desks.clock)
    volume = factories.case_opened(desk)
    entered = factories.registered(desk, date=desk.today(), their_date=None)
    factories.filed(desk, volume, entered.id, sheets=2)
    desk.close()
    return office


def filed(desk: desks.Desk, first: int, count: int) -> None:
    """So many unclassified documents of the same question, of two sheets each."""
    for n in range(first, first + count):
        line = FileUnregistered(
            volume_id=1,
            number=f"03-11/{n}",
            dated=desk.today(),
            heading=HEADINGS[n % 2].strip(),
            sheets=2,
            on=desk.today(),
            form_id=f"line-{n}",
        )
        file_unregistered(desk, line)


def rows(pdf: bytes) -> Iterator[Places]:
    """Where the number in order of each line stands, sheet by sheet; not those of the columns under the heads."""
    for sheet in sheets(pdf):
        heads = {round(piece.y, 1) for piece in sheet.pieces if piece.text == "6" and piece.x > 150}
        yield {
            piece.text: (piece.x, piece.y)
            for piece in sheet.pieces
            if piece.x < 40 and re.fullmatch(r"\d+", piece.text) and round(piece.y, 1) not in heads
        }


def printed_on(one: Walk, planned: hands.Answers, path: Path, *, finish: bool = False) -> bytes:
    """One go through the windows: which sheet lies in the printer, what it looks like, the paper itself."""
    one.place().take_focus()
    one.further(STEP)
    form = one.dialog(InventoryPrinting)
    hands.wait_until(form.loaded, "what has been printed")
    assert (form.how.value() == FINISH) is finish  # the likeliest comes first
    one.picture("which-sheet")
    press("Ctrl+S")
    one.saved(path, planned)
    one.back()
    return path.read_bytes()


@pytest.mark.journey
def test_sixty_documents_in_three_goes(walk, planned, tmp_path):
    with walk() as one:
        one.go("cases")
        one.go_to_row(lambda row: row.case_index == "01-03")
        goes: list[tuple[int, bytes]] = []
        first, last_sheet = 1, 1
        for go, count in enumerate(GOES, 1):
            filed(one.desk, first, count if go > 1 else count - 1)
            first += count if go > 1 else count - 1
            goes.append((last_sheet, printed_on(one, planned, tmp_path / f"go-{go}.pdf")))
            last_sheet = standing(one).sheets
            assert standing(one).new == 0
        assert goes[1][0] == goes[2][0] - 1 or goes[1][0] == goes[2][0]
        end = printed_on(one, planned, tmp_path / "end.pdf", finish=True)
        one.picture("finished")
        compared(one, goes)
        ended(one, end)
        assert one.desk.verify() == []


def standing(one: Walk) -> growing.Standing:
    return growing.standing(one.desk, INVENTORY, "volume:1", "ru")


def compared(one: Walk, goes: list[tuple[int, bytes]]) -> None:
    """What came out in three goes is, line by line, what comes out in one."""
    asked = PaperRequest(paper=INVENTORY, language="ru", about="volume:1")
    at_once = list(rows(preview(one.desk, asked)))
    together: list[Places] = [{} for _sheet in at_once]
    for start, pdf in goes:
        for place, found in enumerate(rows(pdf), start - 1):
            assert not set(found) & set(together[place]), "a line is printed twice"
            together[place] |= found
    assert sum(map(len, together)) == sum(GOES) == 60
    for ours, theirs in zip(together, at_once, strict=True):
        for number, (x, y) in ours.items():
            if number in theirs:  # the last line may go over with the totals of one that is printed at once
                assert abs(theirs[number][0] - x) < NEAR
                assert abs(theirs[number][1] - y) < NEAR


def ended(one: Walk, pdf: bytes) -> None:
    """Totals and signature below the last line, which was not printed again; whoever filled it in has to sign."""
    (sheet,) = sheets(pdf)
    assert "60 (шестьдесят)" in sheet.text
    assert not any(list(rows(pdf)))
    with one.desk.reading() as connection:
        printed = growing.series(connection, INVENTORY, "volume:1", "ru")
        assert inner_inventory.finished(connection, 1)
        assert inner_inventory.sheets_of(connection, 1, "ru") == printed.lines[-1].sheet
    assert printed.lines[-1].key == CLOSING
    assert [(row.paper, row.subject) for row in printouts(one.desk)] == [(INVENTORY, "volume:1")]
