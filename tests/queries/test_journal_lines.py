"""A whole journal as appendix 2, the cards and its closing inscription state it."""

import datetime as dt

from dspdesk.desk import Desk
from dspdesk.law.kinds import ItemState, JournalKind
from dspdesk.law.values import SheetCount
from dspdesk.queries import journal_lines
from dspdesk.queries.journals import journal


def of(desk: Desk, kind: JournalKind, year: int) -> int:
    found = journal(desk, kind, year)
    assert found is not None
    return found.id


def test_the_lines_follow_the_numbers(asked: Desk) -> None:
    lines = journal_lines.items(asked, of(asked, JournalKind.INCOMING, 2026))
    assert [str(line.number) for _, line in lines] == ["1", "2", "3", "4", "4а", "5", "6"]
    assert journal_lines.items(asked, 987_654) == []


def test_a_line_says_all_that_appendix_2_asks(asked: Desk) -> None:
    (_, first), *_others = journal_lines.items(asked, of(asked, JournalKind.INCOMING, 2026))
    assert (first.correspondent, first.their_number, first.their_date) == (
        "Министерство финансов РК", "05-12/884дсп", dt.date(2026, 1, 5),
    )  # fmt: skip
    assert (first.sheets, first.copies, first.executor, first.due_on, first.control) == (
        SheetCount(4, 11), (1, 3), "Ким А.В.", dt.date(2026, 11, 10), "К",
    )  # fmt: skip


def test_movements_of_all_copies_are_said_once(asked: Desk) -> None:
    lines = {
        str(line.number): line
        for _, line in journal_lines.items(asked, of(asked, JournalKind.INCOMING, 2025))
    }
    assert (lines["12"].receipts, lines["12"].returns) == (("Ким А.В. 10.01.2025",), ("11.01.2025",))
    assert (lines["12"].destructions, lines["12"].state) == (("Уничтожено. Акт № 3",), ItemState.DESTROYED)
    assert (lines["14"].receipts, lines["14"].state) == (("Ким А.В. 10.01.2025",), ItemState.REGISTERED)


def test_chosen_entries_come_with_their_journals(asked: Desk) -> None:
    incoming = journal_lines.items(asked, of(asked, JournalKind.INCOMING, 2026))
    earlier = journal_lines.items(asked, of(asked, JournalKind.INCOMING, 2025))
    wanted = [earlier[1][0], incoming[0][0], 987_654]
    found = journal_lines.items_of(asked, wanted)
    assert [(info.year, str(line.number)) for info, line in found] == [(2026, "1"), (2025, "14")]
    assert journal_lines.items_of(asked, []) == []
