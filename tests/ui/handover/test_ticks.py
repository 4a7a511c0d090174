"""The field of ticks: however many rows are ticked at once, whoever listens is told once."""

import pytest
from PySide6.QtCore import Qt

from dspdesk.ui.handover.ticks import TickGroup, TickRow, TickTree
from tests import hands
from tests.hands import press

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def tree() -> TickTree:
    """Three rows, of which the second cannot be ticked."""
    rows = [TickRow(1, "первый", ticked=False), TickRow(2, "второй", ticked=False, why_not="нельзя")]
    return TickTree("Документы", [TickGroup("", [*rows, TickRow(3, "третий", ticked=False)])])


def test_all_are_ticked_and_unticked_by_one_key_and_told_once(tree: TickTree) -> None:
    told: list[tuple[int, ...]] = []
    with hands.shown(tree), hands.keyboard_only():
        tree.textEdited.connect(lambda _text: told.append(tree.value()))
        press("Ctrl+A")
        assert told == [(1, 3)]
        press("Ctrl+A")
        assert told == [(1, 3), ()]
        press("Space")
        assert told == [(1, 3), (), (1,)]


def test_what_changes_nothing_is_not_told(tree: TickTree) -> None:
    told: list[str] = []
    tree.textEdited.connect(told.append)
    tree.show_value((2, 9))  # the one cannot be ticked, the other is not there
    assert (tree.value(), told) == ((), [])
    tree.show_value((3,))
    assert (tree.value(), len(told)) == ((3,), 1)
    assert tree.topLevelItem(2).checkState(0) is Qt.CheckState.Checked
