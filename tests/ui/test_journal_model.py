from array import array

import pytest
from PySide6.QtCore import Qt

from dspdesk.law.kinds import JournalKind
from dspdesk.queries import journal_grid
from dspdesk.queries.journal_grid import View
from dspdesk.queries.journals import journal
from dspdesk.ui.journals.columns import COLUMNS
from dspdesk.ui.journals.model import PAGE, PAGES_KEPT, JournalModel
from tests import hands

ROWS = 100_000


@pytest.fixture
def ids(desk):
    found = journal(desk, JournalKind.INCOMING, 2026)
    return journal_grid.ids(desk, View(found.id))


@pytest.fixture
def model(desk, qapp):
    return JournalModel(desk, COLUMNS[JournalKind.INCOMING])


@pytest.fixture
def long_model(model, ids):
    """A hundred thousand rows; the same entries come round again and again."""
    model.show(array("q", (list(ids) * (ROWS // len(ids) + 1))[:ROWS]))
    return model


def test_the_model_is_sound(qtmodeltester, model, ids):
    model.show(array("q", (list(ids) * 10)[: 3 * PAGE + 5]))
    qtmodeltester.check(model)


def test_a_long_model_is_sound(qtmodeltester, desk, ids):
    """One column: the tester looks at every cell in all its roles, a dozen columns would take a minute."""
    narrow = JournalModel(desk, COLUMNS[JournalKind.INCOMING][:1])
    narrow.show(array("q", (list(ids) * (ROWS // len(ids) + 1))[:ROWS]))
    qtmodeltester.check(narrow)
    assert narrow.rowCount() == ROWS


def test_an_empty_model_is_sound(qtmodeltester, model):
    qtmodeltester.check(model)
    assert model.rowCount() == 0


def test_rows_come_by_pages_and_few_are_kept(long_model):
    for row in range(0, ROWS, 9 * PAGE):
        assert long_model.entry(row).id == long_model.ids[row]
    assert len(long_model._pages) <= PAGES_KEPT


def test_neighbours_are_read_ahead_when_idle(long_model):
    long_model.entry(5 * PAGE)
    assert set(long_model._pages) == {5}
    hands.wait_until(lambda: set(long_model._pages) == {4, 5, 6})


def test_cells_are_words(desk, model, ids):
    model.show(ids)
    row = model.entry(0)
    cells = {column.key: model.index(0, at).data() for at, column in enumerate(model.columns)}
    assert cells["number"] == str(row.number)
    assert cells["correspondent"] == row.correspondent
    assert cells["summary"] == f"{row.kind} {row.summary}"
    assert cells["state"] == model.state(row).text


def test_unused_roles_cost_nothing(long_model):
    for role in (Qt.ItemDataRole.FontRole, Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.CheckStateRole):
        assert long_model.index(70_000, 3).data(role) is None
    assert not long_model._pages


def test_a_cell_is_heard_as_it_is_seen(model, ids):
    model.show(ids)
    index = model.index(0, 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == index.data()


@pytest.mark.parametrize("at", [0, 1, 17, -1])
def test_an_entry_is_found_by_its_id(model, ids, at):
    model.show(ids)
    assert model.row_of(ids[at]) == range(len(ids))[at]


def test_an_id_is_not_taken_for_the_middle_of_two_others(model):
    model.show(array("q", [1 << 32, 1 << 32, 5]))
    assert model.row_of(1) == -1
    assert model.row_of(5) == 2


@pytest.mark.parametrize("kind", JournalKind)
def test_columns_are_those_that_can_be_filtered_and_sorted_by(desk, kind):
    columns = COLUMNS[kind]
    assert len({column.key for column in columns}) == len(columns)
    assert sum(column.stretch for column in columns) == sum(column.grows for column in columns) == 1
    for column in columns:
        assert journal_grid.ids(desk, View(1, ((column.key, "2026"),))) is not None
        if column.sort:
            assert journal_grid.ids(desk, View(1, (), column.sort)) is not None
