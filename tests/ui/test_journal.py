"""The journal's place, driven by keys as a clerk would."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QTableView

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import ItemState, JournalKind
from dspdesk.law.values import RegistrationNumber
from dspdesk.procedures import registration
from dspdesk.procedures.printing import PaperRequest
from dspdesk.procedures.registration import Annul
from dspdesk.queries.item import item
from dspdesk.queries.journal_grid import GridRow
from dspdesk.ui import wording
from dspdesk.ui.journals.place import JournalPlace
from dspdesk.ui.journals.printing_on import JournalPrinting
from tests import factories, hands
from tests.ui.conftest import settled


def numbers(place: JournalPlace) -> list[str]:
    """The numbers of all rows shown, from the top."""
    entries = place.grid.entries
    return [str(entries.entry(row).number) for row in range(entries.rowCount())]


def current(place: JournalPlace) -> GridRow:
    """What the keys are on."""
    return place.grid.entries.entry(place.grid.currentIndex().row())


def column(place: JournalPlace, key: str) -> int:
    return next(i for i, c in enumerate(place.grid.entries.columns) if c.key == key)


def go_to_column(place: JournalPlace, key: str) -> None:
    while place.grid.currentIndex().column() != column(place, key):
        hands.press("Right")


def filter_by(window, place: JournalPlace, key: str, text: str) -> None:
    """Ctrl+F in a column, type, Enter."""
    go_to_column(place, key)
    hands.press("Ctrl+F")
    hands.type_text(text)
    hands.press("Enter")
    settled(window)


def test_it_opens_filled_with_the_last_number_first(incoming):
    assert numbers(incoming)[:3] == ["45", "44", "43"]
    assert numbers(incoming)[-1] == "1"
    assert incoming.grid.hasFocus()
    assert str(current(incoming).number) == "45"


def test_the_summary_has_the_most_room(incoming):
    grid = incoming.grid
    widths = {
        c.key: grid.columnWidth(i) for i, c in enumerate(grid.entries.columns) if not grid.isColumnHidden(i)
    }
    assert max(widths, key=widths.get) == "summary"
    assert not grid.horizontalScrollBar().isVisible()


def test_in_a_narrow_window_lesser_columns_step_back(window, incoming):
    grid = incoming.grid
    wide = {c.key for i, c in enumerate(grid.entries.columns) if not grid.isColumnHidden(i)}
    window.resize(1150, 700)
    hands.pause()
    narrow = {c.key for i, c in enumerate(grid.entries.columns) if not grid.isColumnHidden(i)}
    assert narrow < wide
    assert "their_date" not in narrow
    assert narrow >= {"number", "date", "correspondent", "summary", "state"}


def test_a_filter_hides_the_rest_and_says_so(window, incoming):
    filter_by(window, incoming, "correspondent", "акимат")
    assert 0 < len(numbers(incoming)) < 45
    assert {incoming.grid.entries.entry(r).correspondent for r in range(len(numbers(incoming)))} == {
        "Акимат г. Астаны"
    }
    shown, total = str(len(numbers(incoming))), "45"
    assert shown in window.status.shown.text()
    assert total in window.status.shown.text()
    assert "акимат" in window.status.shown.text()
    assert incoming.grid.hasFocus()


def test_kazakh_is_found_from_a_russian_keyboard(window, incoming):
    filter_by(window, incoming, "correspondent", "адилет")
    assert {incoming.grid.entries.entry(r).correspondent for r in range(len(numbers(incoming)))} == {
        "ҚР Әділет министрлігі"
    }


def test_letters_ask_only_after_a_moment(window, incoming):
    go_to_column(incoming, "summary")
    hands.press("Ctrl+F")
    hands.type_text("бюджет")
    assert len(numbers(incoming)) == 45
    hands.wait_until(lambda: len(numbers(incoming)) < 45, "the filter")
    assert hands.focused() is incoming.grid.head._fields[column(incoming, "summary")]


def test_the_current_columns_filter_is_the_one_that_opens(incoming):
    go_to_column(incoming, "their_number")
    hands.press("Ctrl+F")
    assert hands.focused().key == "their_number"
    assert _("Their number") in hands.focused().accessibleName()


def test_escape_empties_the_filter_then_goes_back(window, incoming):
    filter_by(window, incoming, "correspondent", "акимат")
    hands.press("Ctrl+F", "Escape")
    settled(window)
    hands.wait_until(lambda: len(numbers(incoming)) == 45)
    assert not incoming.grid.hasFocus()
    hands.press("Escape")
    assert incoming.grid.hasFocus()


def test_all_filters_go_off_at_once(window, incoming):
    filter_by(window, incoming, "correspondent", "акимат")
    filter_by(window, incoming, "summary", "проверке")
    assert len(incoming.chips.chips()) == 2
    hands.press("Ctrl+Shift+F")
    settled(window)
    assert len(numbers(incoming)) == 45
    assert not incoming.chips.chips()
    assert incoming.grid.hasFocus()


def test_a_chip_takes_its_filter_off(window, incoming):
    filter_by(window, incoming, "correspondent", "акимат")
    chip = incoming.chips.chips()[0]
    assert "акимат" in chip.text()
    chip.setFocus()
    hands.press("Enter")
    settled(window)
    assert len(numbers(incoming)) == 45


def test_what_finds_nothing_says_how_much_is_hidden(window, incoming):
    filter_by(window, incoming, "correspondent", "такого нет")
    assert incoming._nothing.isVisible()
    assert "45" in incoming._nothing.text.text()
    incoming._clear_button.setFocus()
    hands.press("Space")
    settled(window)
    assert len(numbers(incoming)) == 45
    assert not incoming._nothing.isVisible()


def test_a_filter_keeps_the_entry_the_keys_are_on(window, incoming):
    while current(incoming).correspondent != "Акимат г. Астаны":
        hands.press("Down")
    hands.press("Down", "Down", "Down", "Down", "Down", "Down")
    wanted = current(incoming).id
    filter_by(window, incoming, "correspondent", "акимат")
    assert current(incoming).id == wanted


def test_states_are_offered_by_their_names(window, incoming):
    go_to_column(incoming, "state")
    hands.press("Ctrl+F")
    menu = hands.focused().state_menu()
    offered = {action.text(): action for action in menu.actions()}
    assert {_("On control"), _("To complete"), _("In a case"), _("Destroyed")} <= set(offered)
    offered[_("On control")].trigger()
    hands.press("Enter")
    settled(window)
    assert 0 < len(numbers(incoming)) < 45


def test_a_state_is_completed_as_one_types(window, incoming):
    filter_by(window, incoming, "state", _("On control")[:5])
    assert _("On control") in incoming.chips.chips()[0].text()


def test_a_state_is_filtered_by_the_word_the_grid_shows(window, incoming):
    filter_by(window, incoming, "state", _("On control"))
    rows = [incoming.grid.entries.entry(r) for r in range(len(numbers(incoming)))]
    assert rows
    assert all(row.control for row in rows)


@pytest.mark.parametrize(
    ("key", "of"), [("number", "number"), ("date", "date"), ("correspondent", "correspondent")]
)
def test_a_head_sorts_both_ways_by_its_key(window, incoming, key, of):
    go_to_column(incoming, key)
    for _press in range(2):
        hands.press("F4")
        settled(window)
        rows = [getattr(incoming.grid.entries.entry(r), of) for r in range(len(numbers(incoming)))]
        pairs = list(itertools.pairwise(rows))
        rising = incoming.grid.head.sortIndicatorOrder().name == "AscendingOrder"
        if key != "correspondent":  # its order is of the Kazakh alphabet
            assert all(a <= b if rising else a >= b for a, b in pairs)
        assert incoming.grid.head.sortIndicatorSection() == column(incoming, key)


def test_due_dates_sort_by_the_head_of_the_state(window, incoming):
    go_to_column(incoming, "state")
    hands.press("F4")
    settled(window)
    days = [incoming.grid.entries.entry(r).due_on for r in range(len(numbers(incoming)))]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days[: len(known)] == known
    assert incoming.grid.head.sortIndicatorSection() == column(incoming, "state")


def test_a_column_without_order_does_not_sort(window, incoming):
    before = numbers(incoming)
    go_to_column(incoming, "summary")
    hands.press("F4")
    settled(window)
    assert numbers(incoming) == before


def test_sorting_keeps_the_entry_the_keys_are_on(window, incoming):
    hands.press("Down", "Down", "Down")
    wanted = current(incoming).id
    hands.press("F4")
    settled(window)
    assert current(incoming).id == wanted
    assert incoming.grid.currentIndex().row() != 3


def test_enter_opens_the_card(incoming, asked):
    hands.press("Down", "Enter")
    _parent, _desk, kind, year, item_id, _saved = asked.only("open_card")
    assert (kind, year, item_id) == (JournalKind.INCOMING, 2026, current(incoming).id)


def test_insert_registers_in_the_year_shown(incoming, asked):
    hands.press("Ins")
    _parent, _desk, kind, year, item_id, _saved = asked.only("open_card")
    assert (kind, year, item_id) == (JournalKind.INCOMING, 2026, None)


def test_what_was_registered_is_where_the_keys_are(window, desk, incoming, asked):
    hands.press("Down", "Down", "Ins")
    saved = asked.only("open_card")[-1]
    new = factories.registered(desk)
    saved(new.id)
    settled(window)
    assert numbers(incoming)[0] == "46"
    assert current(incoming).id == new.id


def test_what_was_registered_shows_although_a_filter_is_on(window, desk, incoming, asked):
    """It is hidden by the filter, and the line below says so: a filter is never taken off unasked."""
    filter_by(window, incoming, "correspondent", "акимат")
    hands.press("Ins")
    asked.only("open_card")[-1](factories.registered(desk, correspondent="Министерство финансов РК").id)
    settled(window)
    assert "46" in window.status.shown.text()
    assert incoming.chips.chips()


def test_delete_deletes_nothing(incoming, asked):
    before = numbers(incoming)
    hands.press("Delete", "Backspace", "Ctrl+Delete")
    assert numbers(incoming) == before
    assert not asked.calls


def test_letters_in_the_grid_do_nothing(incoming):
    before = current(incoming).id
    hands.type_text("минис")
    assert current(incoming).id == before


def test_home_and_end_go_to_the_first_and_last_row(incoming):
    hands.press("End")
    assert str(current(incoming).number) == "1"
    hands.press("Home")
    assert str(current(incoming).number) == "45"


def test_the_rows_grow_and_shrink(incoming):
    grid: QTableView = incoming.grid
    before = grid.rowHeight(0), grid.font().pointSizeF()
    hands.press("Ctrl++", "Ctrl++", "Ctrl++")
    assert grid.rowHeight(0) > before[0]
    assert grid.font().pointSizeF() == before[1] + 3
    hands.press("Ctrl+-", "Ctrl+-", "Ctrl+-")
    assert (grid.rowHeight(0), grid.font().pointSizeF()) == before


def test_a_column_can_be_asked_for(incoming):
    executor = column(incoming, "executor")
    assert incoming.grid.isColumnHidden(executor)
    menu = incoming.grid.column_menu()
    next(action for action in menu.actions() if action.text() == _("Executor")).trigger()
    assert not incoming.grid.isColumnHidden(executor)


def test_another_year_is_a_choice_away(window, incoming):
    incoming._years.setFocus()
    hands.press("Down", "Enter") if incoming._years.view().isVisible() else hands.press("Down")
    settled(window)
    assert incoming.year == 2025
    assert len(numbers(incoming)) == 15


def test_the_journal_is_printed_in_its_own_language(incoming, asked):
    hands.press("Ctrl+P")
    question = incoming.window().findChild(JournalPrinting)
    hands.wait_until(question.loaded, "what has been printed")
    hands.back_to(question)
    hands.press("Down", "Ctrl+S")
    request = asked.only("preview")[-1]
    assert request == PaperRequest(
        paper="registration_journal", language="ru", journal_id=incoming._journal.id
    )


def test_details_follow_the_keys(desk, incoming):
    hands.press("Down")
    wanted = item(desk, current(incoming).id)
    hands.wait_until(lambda: str(wanted.number) in texts(incoming.details), "the details")
    shown = texts(incoming.details)
    assert wanted.entry.correspondent in shown
    assert wanted.entry.their_number in shown
    assert wanted.entry.summary in shown


def test_details_of_an_annulled_entry_say_why_and_offer_less(window, desk, incoming):
    registration.annul(desk, Annul(item_id=current(incoming).id, reason="Зарегистрирован дважды"))
    incoming.refresh()
    settled(window)
    assert current(incoming).state is ItemState.ANNULLED
    hands.wait_until(lambda: "Зарегистрирован дважды" in texts(incoming.details))
    assert not incoming.details.annul_button.isEnabled()
    assert incoming.details.open_button.isEnabled()


def test_the_steps_of_the_details_are_reached_by_keys(incoming, asked):
    hands.wait_until(incoming.details.print_button.isEnabled)
    incoming.details.print_button.setFocus()
    hands.press("Space")
    assert asked.only("preview")[-1].item_ids == (current(incoming).id,)


def test_annulling_asks_and_then_shows_it(window, desk, incoming, asked):
    hands.wait_until(incoming.details.annul_button.isEnabled)
    incoming.details.annul_button.setFocus()
    hands.press("Space")
    _parent, _desk, item_id, done = asked.only("annul")
    registration.annul(desk, Annul(item_id=item_id, reason="Ошибка"))
    done()
    settled(window)
    assert current(incoming).state is ItemState.ANNULLED


def test_details_can_be_hidden(incoming):
    hands.press("Ctrl+I")
    assert not incoming.details.isVisible()
    hands.press("Ctrl+I")
    assert incoming.details.isVisible()


def test_a_journal_not_begun_offers_the_first_steps(window, incoming, asked):
    window.go_to("outgoing")
    settled(window)
    place = window.place()
    assert "2026" in place._empty.title.text()
    assert not place.grid.isVisible()
    place.take_focus()
    hands.press("Space")
    assert asked.only("open_card")[2:5] == (JournalKind.OUTGOING, 2026, None)


def test_import_is_asked_for_the_journal_shown(window, incoming, asked):
    incoming._import.setFocus()
    hands.press("Space")
    _parent, _desk, kind, year, done = asked.only("import_sheet")
    assert (kind, year) == (JournalKind.INCOMING, 2026)
    done()
    settled(window)
    assert len(numbers(incoming)) == 45


def test_a_long_text_is_cut_and_its_whole_is_a_tooltip_away(incoming):
    grid = incoming.grid
    delegate = grid.itemDelegate()
    cut = delegate._laid_out(column(incoming, "summary"), "о" * 500, 200).text()
    assert cut.endswith("…")
    assert len(cut) < 60


def row(**changes) -> GridRow:
    return replace(GridRow(1, RegistrationNumber(1), ItemState.REGISTERED), **changes)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, lambda: _("Registered")),
        ({"state": ItemState.ANNULLED}, lambda: _("Annulled")),
        ({"state": ItemState.DESTROYED}, lambda: _("Destroyed")),
        ({"state": ItemState.RESERVED}, lambda: _("Reserved")),
        ({"state": ItemState.IN_CASE, "filing": "01-12"}, lambda: _("In case {case}").format(case="01-12")),
        ({"incomplete": True}, lambda: _("To complete")),
        ({"control": "К"}, lambda: _("On control")),
        ({"holder": "Ким А.В."}, lambda: _("Issued: {words}").format(words="Ким А.В.")),
    ],
)
def test_a_state_is_said_in_words(changes, text):
    assert wording.state(row(**changes), factories.TODAY).text == text()


@pytest.mark.parametrize(("days", "word"), [(-1, "1"), (0, "18.11"), (3, "21.11"), (60, "17.01.2027")])
def test_a_due_date_is_said_by_the_day(days, word):
    due = factories.TODAY + dt.timedelta(days=days)
    found = wording.state(row(control="К", due_on=due), factories.TODAY)
    assert word in found.text


def test_what_is_filed_is_not_overdue():
    found = wording.state(
        row(control="К", due_on=dt.date(2026, 1, 1), state=ItemState.IN_CASE, filing="01-2"),
        factories.TODAY,
    )
    assert "01-2" in found.text


def texts(pane) -> str:
    """All the words of the details."""
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())
