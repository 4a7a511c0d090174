"""Saved views and the list of columns, by keys; how a journal was left comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dspdesk.language.catalogue import Language, _, use_language
from dspdesk.law.kinds import JournalKind
from dspdesk.queries.views import views
from dspdesk.ui import keys, work
from dspdesk.ui.journals import look as looks
from dspdesk.ui.journals.column_list import ColumnListDialog
from dspdesk.ui.journals.columns import COLUMNS
from dspdesk.ui.journals.look import BUILT_IN, Arrangement, Look
from tests import hands
from tests.hands import press
from tests.ui.conftest import settled

INCOMING = COLUMNS[JournalKind.INCOMING]
REGISTER = "journal:incoming"


def numbers(place):
    entries = place.grid.entries
    return [str(entries.entry(row).number) for row in range(entries.rowCount())]


def shown(place):
    """The keys of the columns seen, from left to right."""
    head, columns = place.grid.head, place.grid.entries.columns
    visual = [head.logicalIndex(at) for at in range(len(columns))]
    return [columns[at].key for at in visual if not place.grid.isColumnHidden(at)]


def choose(window, place, text):
    """F7, down to a view, Enter."""
    press("F7")
    menu = QApplication.activePopupWidget()
    actions = [action for action in menu.actions() if not action.isSeparator()]
    names = [action.text().partition("\t")[0] for action in actions if action.isEnabled()]
    press(*["Down"] * names.index(text), "Enter")
    settled(window)


def filter_by(window, place, key, text):
    place.grid.head.set_filters([*place.grid.head.filters(), (key, text)])
    settled(window)


def left(desk):
    hands.wait_until(lambda: views(desk, REGISTER).get(""), "the state to be kept")
    hands.wait_until(work.idle)
    return views(desk, REGISTER)[""]


# --- views that everybody has ---


@pytest.mark.parametrize("name", BUILT_IN)
def test_each_built_in_view_shows_what_it_says(window, incoming, name):
    press("F6")
    choose(window, incoming, _(name))
    rows = [incoming.grid.entries.entry(at) for at in range(len(numbers(incoming)))]
    today = incoming.grid.entries.today
    holds = {
        "All entries": lambda row: row.id,
        "On control": lambda row: row.control,
        "Overdue": lambda row: row.control and row.due_on < today,
        "To complete": lambda row: row.incomplete,
        "Without a case": lambda row: not row.filing,
        "Annulled": lambda row: row.state == "annulled",
    }[name]
    assert all(holds(row) for row in rows)
    if name in {"All entries", "On control", "Overdue", "Without a case"}:
        assert rows
    assert incoming.views.text() == _(name)


def test_overdue_are_those_the_grid_calls_so(window, incoming):
    words = _("Overdue").casefold()
    states = (incoming.grid.entries.cell(at, _state(incoming)) for at in range(len(numbers(incoming))))
    overdue = sum(1 for state in states if state.casefold().startswith(words))
    choose(window, incoming, _("Overdue"))
    assert len(numbers(incoming)) == overdue > 0


def _state(place):
    return next(at for at, column in enumerate(place.grid.entries.columns) if column.key == "state")


def test_a_view_that_was_changed_says_so(window, incoming):
    choose(window, incoming, _("On control"))
    filter_by(window, incoming, "correspondent", "мин")
    assert incoming.views.text() == _("{view}, changed").format(view=_("On control"))
    assert len(incoming.chips.chips()) == 2
    choose(window, incoming, _("All entries"))
    assert len(numbers(incoming)) == 45
    assert not incoming.chips.isVisible()


# --- one's own ---


def test_a_view_of_ones_own_is_saved_renamed_and_deleted_with_a_question(window, desk, incoming):
    filter_by(window, incoming, "correspondent", "акимат")
    with hands.answers() as planned:
        planned.plan("name", " Акимат ")
        choose(window, incoming, _("Save as…"))
        planned.plan("name", "Акимат Астаны")
        choose(window, incoming, _("Rename…"))
        assert [name for name in views(desk, REGISTER) if name] == ["Акимат Астаны"]
        assert incoming.views.text() == "Акимат Астаны"
        planned.plan("confirm", False)
        choose(window, incoming, _("Delete…"))
        assert "Акимат Астаны" in views(desk, REGISTER)
        planned.plan("confirm", True)
        choose(window, incoming, _("Delete…"))
    assert "Акимат Астаны" not in views(desk, REGISTER)
    assert len(numbers(incoming)) < 45  # the entries shown stay as they are


def test_what_is_saved_under_a_name_that_is_there_is_asked(window, desk, incoming):
    with hands.answers() as planned:
        for name in ("Один", "Два"):
            planned.plan("name", name)
            choose(window, incoming, _("Save as…"))
        filter_by(window, incoming, "correspondent", "акимат")
        planned.plan("name", "Один")
        planned.plan("confirm", True)
        choose(window, incoming, _("Save as…"))
        planned.plan("name", "Два")
        planned.plan("tell")
        choose(window, incoming, _("Rename…"))
    assert views(desk, REGISTER)["Один"]["filters"] == [["correspondent", "акимат"]]
    assert views(desk, REGISTER)["Два"]["filters"] == []


def test_a_view_survives_signing_out(window_over, desk):
    first = window_over(desk)
    first.go_to("incoming")
    settled(first)
    place = first.place()
    place.grid.setFocus()
    filter_by(first, place, "correspondent", "акимат")
    with hands.answers() as planned:
        planned.plan("name", "Акимат")
        choose(first, place, _("Save as…"))
    choose(first, place, _("On control"))
    kept = numbers(place)
    first.close()
    hands.wait_until(work.idle)
    again = window_over(desk)
    again.go_to("incoming")
    settled(again)
    place = again.place()
    assert place is not None
    assert numbers(place) == kept  # as it was left
    assert [text for _key, text in place.grid.head.filters()] == [_("On control")]
    place.grid.setFocus()
    choose(again, place, "Акимат")
    assert place.grid.head.filters() == (("correspondent", "акимат"),)


def test_how_it_was_left_is_kept_after_a_moment_and_not_before_anything_changed(window, desk, incoming):
    hands.pause(1500)
    hands.wait_until(work.idle)
    assert views(desk, REGISTER) == {}
    choose(window, incoming, _("On control"))
    assert left(desk)["filters"] == [["state", "@on_control"]]


def test_a_store_that_cannot_be_written_says_nothing(window, desk, incoming, monkeypatch):
    from dspdesk.language.sentences import Told

    def refused(*_given):
        raise Told("read_only")

    monkeypatch.setattr("dspdesk.procedures.views.keep", refused)
    choose(window, incoming, _("On control"))
    hands.pause(1500)
    hands.wait_until(work.idle)


# --- columns ---


def test_columns_are_moved_shown_and_hidden_by_keys_without_asking_for_rows(window, incoming, monkeypatch):
    asked = []
    monkeypatch.setattr("dspdesk.queries.journal_grid.ids", lambda *given: asked.append(given))
    before = incoming.grid.current_id()
    press("F8")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ColumnListDialog)
    assert dialog.list.hasFocus()
    press("Down", "Down", "Alt+Up", "Alt+Up")  # the correspondent first
    press("End", "Space")  # notes shown
    press("Home", "Down", "Down", "Space")  # the date hidden
    press("Ctrl+Enter")
    hands.back_to(window)
    assert shown(incoming)[:2] == ["correspondent", "number"]
    assert "notes" in shown(incoming)
    assert "date" not in shown(incoming)
    assert not asked
    assert incoming.grid.current_id() == before


def test_leaving_the_list_changes_nothing(window, incoming):
    before = shown(incoming)
    press("F8", "Alt+Down", "Space", "Esc")
    hands.back_to(window)
    assert shown(incoming) == before


def test_the_summary_is_always_there(incoming):
    press("F8")
    dialog = QApplication.activeModalWidget()
    press(*["Down"] * 5, "Space")
    assert dialog.list.currentItem().checkState() is Qt.CheckState.Checked
    press("Esc")


def test_columns_carry_the_number_of_appendix_2_and_its_order_comes_back(window, incoming):
    press("F8")
    dialog = QApplication.activeModalWidget()
    names = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    assert f"4 · {_('Kind and summary')}" in names
    assert _("State") in names
    dialog.law.setFocus()
    press("Space", "Ctrl+Enter")
    hands.back_to(window)
    assert shown(incoming)[:6] == ["number", "date", "their_number", "their_date", "correspondent", "summary"]
    assert shown(incoming)[-1] == "state"
    press("F8")
    dialog = QApplication.activeModalWidget()
    dialog.first.setFocus()
    press("Space", "Ctrl+Enter")
    hands.back_to(window)
    assert shown(incoming)[:3] == ["number", "date", "correspondent"]


def test_widths_and_order_come_back(window_over, desk):
    first = window_over(desk)
    first.go_to("incoming")
    settled(first)
    grid = first.place().grid
    grid.setColumnWidth(2, 333)
    grid.head.moveSection(2, 0)
    first.close()
    hands.wait_until(work.idle)
    again = window_over(desk)
    again.go_to("incoming")
    settled(again)
    grid = again.place().grid
    assert abs(grid.columnWidth(2) - 333) <= 1
    assert grid.head.logicalIndex(0) == 2


def test_the_menu_of_the_head_leads_to_the_list(window, incoming):
    menu = incoming.grid.column_menu()
    menu.actions()[-1].trigger()
    assert isinstance(QApplication.activeModalWidget(), ColumnListDialog)
    press("Esc")


def test_chips_go_one_after_another_by_keys(window, incoming):
    filter_by(window, incoming, "correspondent", "мин")
    filter_by(window, incoming, "summary", "проверке")
    incoming.chips.chips()[0].setFocus()
    press("Delete")
    settled(window)
    assert incoming.chips.chips()[0].hasFocus()
    press("Delete")
    settled(window)
    assert incoming.grid.hasFocus()
    assert len(numbers(incoming)) == 45


def test_the_keys_are_on_the_sheet_that_f1_shows():
    listed = [key for _title, group in keys.SHEET for key in group]
    assert {keys.VIEWS, keys.COLUMNS, keys.COLUMN_UP, keys.COLUMN_DOWN, keys.STEP_ON} <= set(listed)


# --- as plain data ---


def test_a_state_is_kept_by_its_code_and_read_in_the_other_language():
    said = looks.body(Look((("state", "!" + _("On control")), ("summary", _("On control")))))
    use_language(Language.KK)
    found = looks.read(said, INCOMING)
    assert found.filters[0] == ("state", "!" + _("On control"))
    use_language(Language.RU)
    assert found.filters[1] == ("summary", _("On control"))


KEYS = st.sampled_from([column.key for column in INCOMING])
LOOKS = st.builds(
    Look,
    st.lists(
        st.tuples(KEYS, st.text(min_size=1, max_size=9)), max_size=3, unique_by=lambda pair: pair[0]
    ).map(lambda pairs: tuple(pair for pair in pairs if pair[0] != "state")),
    st.sampled_from(["number", "date", "correspondent", "due_on"]),
    st.booleans(),
    st.none()
    | st.builds(
        Arrangement,
        st.permutations([column.key for column in INCOMING]).map(tuple),
        st.frozensets(KEYS),
        st.dictionaries(KEYS, st.floats(1, 100)),
    ),
)


@given(LOOKS)
def test_a_look_comes_back_out_of_plain_data(look):
    assert looks.read(looks.body(look), INCOMING) == look


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | KEYS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["filters", "order", "descending", "columns", "hidden", "widths"]), JSON, max_size=6
    )
)
def test_any_body_is_read(said):
    found = looks.read(said, INCOMING)
    assert looks.read(looks.body(found), INCOMING) == found
