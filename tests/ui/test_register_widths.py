"""How the columns of a register share the width there is."""

from dspdesk.ui.registers.widths import Wanted, shared

FAIR, LEAST = 200, 130


def _widths(room: int, *columns: Wanted) -> list[int]:
    """The second column is the one of the main words."""
    return shared(room, columns, 1, FAIR, LEAST)


def test_the_main_words_get_what_others_do_not_need():
    assert _widths(600, Wanted(60, 50, 100, 40), Wanted(80, 500, 100, 40)) == [60, 540]


def test_a_column_goes_no_further_than_it_may_while_the_main_words_are_cut():
    assert _widths(600, Wanted(60, 300, 100, 40), Wanted(80, 900, 100, 40)) == [100, 500]


def test_a_column_cut_short_gets_what_the_main_words_can_spare():
    assert _widths(600, Wanted(60, 300, 100, 40), Wanted(80, 250, 100, 40)) == [300, 300]


def test_titles_give_way_to_words_where_there_is_no_room():
    assert _widths(300, Wanted(160, 90, 100, 70), Wanted(80, 500, 100, 40)) == [100, 200]


def test_the_main_column_never_falls_below_its_least():
    assert _widths(150, Wanted(80, 90, 100, 40), Wanted(80, 500, 100, 40)) == [LEAST // 2, LEAST]


def test_the_widest_gives_way_before_anything_lies_beyond_the_edge():
    wanted = [Wanted(60, 70, 70, 40), Wanted(80, 500, 100, 40), Wanted(60, 140, 140, 40)]
    assert _widths(300, *wanted) == [70, LEAST, 100]


def test_the_widest_give_way_together():
    wanted = [Wanted(60, 120, 120, 40), Wanted(80, 500, 100, 40), Wanted(60, 140, 140, 40)]
    widths = _widths(310, *wanted)
    assert sum(widths) == 310
    assert abs(widths[0] - widths[2]) <= 1
