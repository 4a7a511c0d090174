"""Sheets of stickers: what can be laid out."""

import pytest

from dspdesk.law.copy_stamp import LABELS, Side, check_sheet


@pytest.mark.parametrize("first", [1, LABELS])
def test_labels_of_a_sheet(first):
    assert check_sheet([Side.FRONT], [1], first) == []


@pytest.mark.parametrize(
    ("sides", "copies", "first", "code"),
    [
        ([], [1], 1, "which_side"),
        ([Side.BACK], [], 1, "no_copies"),
        ([Side.NOTE], [1], 0, "which_label"),
        ([Side.NOTE], [1], LABELS + 1, "which_label"),
        ([Side.NOTE], [1], None, "which_label"),
    ],
)
def test_what_cannot_be_laid_out(sides, copies, first, code):
    assert [finding.code for finding in check_sheet(sides, copies, first)] == [code]
