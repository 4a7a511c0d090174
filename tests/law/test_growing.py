"""What stands on the sheets of a growing paper, and what has changed since."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.law import growing as law
from dspdesk.law.growing import CLOSING, PlacedLine, Series


def line(key: str, sheet: int = 1, *cells: str, noted: tuple[str, ...] = ()) -> PlacedLine:
    return PlacedLine(key, sheet, 9000, 8000, cells, noted)


@pytest.mark.parametrize(
    ("key", "numbers"),
    [
        ("item:12", [12]),
        ("item:12/2", [12]),
        ("skipped:15-17", [15, 16, 17]),
        ("skipped:15-15", [15]),
        (CLOSING, []),
        (law.trace(5), []),
    ],
)
def test_the_numbers_a_line_stands_for(key: str, numbers: list[int]) -> None:
    assert list(law.numbers_of(key)) == numbers


def test_the_entry_of_a_line() -> None:
    assert [law.entry_of(key) for key in ("item:12", "item:12/3", "skipped:1-2", CLOSING)] == [
        12,
        12,
        None,
        None,
    ]


def test_a_sheet_printed_once_more_leaves_the_last_line_where_it_was() -> None:
    series = Series(1, (line("item:1"), line("item:2", 2), line(law.trace(9), 1)))
    assert series.last is not None
    assert series.last.key == "item:2"
    assert [one.key for one in series.on_sheet(1)] == ["item:1"]
    assert series.covered() == {1, 2}


def test_nothing_printed_has_no_last_line() -> None:
    assert Series().last is None
    assert Series().closing is None
    assert Series().covered() == frozenset()


def test_the_closing_is_found() -> None:
    closing = line(CLOSING, 3, "3", "специалист", "Ким А.В.")
    assert Series(1, (line("item:1"), closing)).closing == closing


def test_a_divided_line_is_put_together() -> None:
    found = law.whole([line("item:1", 1, "о проверке", "4"), line("item:1/2", 2, "режима", "")])
    assert found == {"item:1": PlacedLine("item:1", 1, 9000, 8000, ("о проверке\nрежима", "4"))}


@pytest.mark.parametrize(
    ("text", "printed", "same"),
    [
        ("о проверке режима", "о проверке\nрежима", True),
        ("о предоставлении", "о предостав-\nлении", True),
        ("05-12/884", "05-\n12/884", True),
        ("0512/884", "05-12/884", False),
        ("о проверке", "о проверке режима", False),
        ("", "", True),
        (" ", "", True),
        ("", "К", False),
        ("К", "", False),
        ("№\N{NO-BREAK SPACE}5", "№ 5", True),
    ],
)
def test_a_text_is_known_again_in_its_lines(text: str, printed: str, same: bool) -> None:
    assert law.is_printed_as(text, printed) is same


@given(st.lists(st.text("абв-/5", min_size=1, max_size=6), min_size=1, max_size=5))
def test_however_a_text_is_broken_it_is_the_same(words: list[str]) -> None:
    assert law.is_printed_as(" ".join(words), "\n".join(words))


def test_what_has_changed_is_told_by_columns() -> None:
    printed = line("item:1", 1, "05.03 № 1", "", "о проверке\nрежима")
    assert law.changed(printed, ("05.03 № 1", "", "о проверке режима")) == ()
    assert law.changed(printed, ("05.03 № 1", "Ким А.В.", "о проверке")) == (2, 3)


def test_what_was_added_by_hand_is_not_told_again() -> None:
    noted = line("item:1", 1, "№ 1", "", noted=("№ 1", "Ким А.В."))
    assert law.changed(noted, ("№ 1", "Ким А.В.")) == ()
    assert law.changed(noted, ("№ 1", "Ким А.В., 12.03.2026")) == (2,)


def test_nothing_new_is_refused() -> None:
    finding = law.something_new(0, closes=False)
    assert finding is not None
    assert (finding.requirement, finding.code) == ("W2", "nothing_new_to_print")
    assert law.something_new(1, closes=False) is None
    assert law.something_new(0, closes=True) is None


def test_only_a_printed_sheet_is_printed_once_more() -> None:
    series = Series(1, (line("item:1"), line("item:2", 2)))
    assert law.sheet_printed(2, series) is None
    for sheet in (0, 3):
        finding = law.sheet_printed(sheet, series)
        assert finding is not None
        assert (finding.code, finding.facts["last"]) == ("no_such_sheet", 2)
    assert law.sheet_printed(1, Series()) is not None


def test_lines_of_a_volume_are_known_by_their_keys() -> None:
    assert list(law.numbers_of("filing:7/2")) == [7]
    assert law.entry_of("filing:7") == 7


def test_the_heading_is_kept_beside_the_lines_and_is_none_of_them() -> None:
    heading = PlacedLine(law.HEADING, 1, 9000, 9000, ("01-03, т. 1", ""))
    series = Series(1, (heading, line("filing:1")))
    assert series.heading == heading
    assert [one.key for one in series.on_sheet(1)] == ["filing:1"]
    assert Series(1, (heading,)).last is None
    assert Series().heading is None


def test_below_the_end_nothing_is_printed() -> None:
    finding = law.goes_on(Series(1, (line("filing:1"), line(CLOSING))))
    assert finding is not None
    assert (finding.requirement, finding.code) == ("W2", "paper_finished")
    assert law.goes_on(Series(1, (line("filing:1"),))) is None
