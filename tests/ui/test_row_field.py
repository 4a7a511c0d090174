"""A row is named by its words, by its whole label or by a name that no other has."""

from dataclasses import dataclass

import pytest

from dspdesk.ui.cards.row_field import RowField
from tests import hands
from tests.hands import press, type_text

pytestmark = pytest.mark.usefixtures("dressed")


@dataclass(frozen=True)
class Shelf:
    id: int
    index: str
    words: str


LETTERS = Shelf(1, "01-03", "Переписка с министерствами")
ORDERS = Shelf(2, "01-04", "Приказы")
OTHER_LETTERS = Shelf(3, "02-03", "Переписка с акиматами")


def field(*rows: Shelf) -> RowField[Shelf]:
    made = RowField[Shelf](lambda row: f"{row.index} — {row.words}", lambda row: (row.index,))
    made.show_rows(rows or (LETTERS, ORDERS, OTHER_LETTERS))
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("01-03", LETTERS),
        ("01-03 — переписка с министерствами", LETTERS),
        ("01", None),  # begins two
        ("Приказы", None),  # its words alone are no name of it
        ("", None),
        ("05-01", None),
    ],
)
def test_what_names_a_row(typed: str, found: Shelf | None) -> None:
    made = field()
    made.setText(typed)
    assert made.row() == found
    assert made.value() == (found.id if found else None)


@pytest.mark.parametrize(
    ("typed", "ids"), [("пере", [1, 3]), ("акимат пере", [3]), ("01-0", [1, 2]), ("счета", [])]
)
def test_what_is_typed_offers_the_rows_its_words_begin(typed: str, ids: list[int]) -> None:
    made = field()
    offered = made.offers(typed)
    assert [row.id for row in made.rows() if f"{row.index} — {row.words}" in offered] == ids


def test_a_name_of_two_rows_means_neither_and_labels_alike_are_told_apart() -> None:
    made = field(LETTERS, Shelf(7, LETTERS.index, LETTERS.words))
    made.setText("01-03")
    assert made.value() is None
    assert made.offers("01-03") == [
        "01-03 — Переписка с министерствами",
        "01-03 — Переписка с министерствами, 7",
    ]
    made.show_value(7)
    assert made.value() == 7


def test_a_row_that_is_not_there_is_not_shown() -> None:
    made = field()
    made.show_value(2)
    made.show_value(9)
    assert made.text() == ""


def test_left_with_a_name_it_shows_the_row_in_full() -> None:
    with hands.shown(field()) as made:
        type_text("01-04")
        made.hints.hide()
        made.clearFocus()
        assert made.text() == "01-04 — Приказы"


def test_the_first_hint_is_taken_by_tab() -> None:
    with hands.shown(field()) as made:
        type_text("приказ")
        press("Tab")
        assert made.value() == 2
