from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, _, use_language
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.queries.today import status
from dspdesk.ui import wording
from dspdesk.ui.journals.place import JournalPlace
from dspdesk.ui.main_window import GEOMETRY
from dspdesk.ui.today import TodayPlace
from tests import factories, hands
from tests.ui.conftest import settled


def places(window) -> list[str]:
    return [window.side.list.item(row).text() for row in range(window.side.list.count())]


def test_it_opens_on_today(window):
    assert isinstance(window.place(), TodayPlace)
    assert "Комитет по проверке" in window.windowTitle()


def test_the_places_are_walked_with_the_arrows(window):
    hands.press("Down", "Down")
    settled(window)
    assert window.place().kind is JournalKind.OUTGOING
    assert window.title.text() == wording.kind_name(JournalKind.OUTGOING)
    hands.press("Up", "Up")
    assert isinstance(window.place(), TodayPlace)


def test_f6_walks_the_panes_and_comes_round(window, incoming):
    assert incoming.grid.hasFocus()
    hands.press("F6")
    assert incoming.details.focus_pane().hasFocus()
    hands.press("F6")
    assert window.side.list.hasFocus()
    hands.press("Shift+F6")
    assert incoming.details.focus_pane().hasFocus()


def test_hidden_details_are_passed_by(window, incoming):
    hands.press("Ctrl+I", "F6")
    assert window.side.list.hasFocus()


@pytest.mark.parametrize(("key", "name"), [("Ctrl+L", "next_person"), ("F1", "keys")])
def test_keys_reach_the_other_windows(window, asked, key, name):
    hands.press(key)
    assert asked.only(name) is not None


def test_ctrl_k_works_from_a_filter_too(window, incoming):
    hands.press("Ctrl+F", "Ctrl+K")
    assert window.search.hasFocus()


def test_the_status_line_tells_the_ledger_and_the_backup(window, desk):
    assert status(desk).ledger_code in window.status.ledger.text()
    assert _("not made yet") in window.status.backup.text()


def test_the_status_line_follows_what_is_entered(window, desk, incoming, asked):
    hands.press("Ins")
    asked.only("open_card")[-1](factories.registered(desk).id)
    settled(window)
    assert status(desk).ledger_code in window.status.ledger.text()


def test_what_is_entered_in_one_place_is_seen_in_the_others(window, desk, incoming, asked):
    hands.press("Ins")
    asked.only("open_card")[-1](factories.registered(desk, their_number="", summary="о новом").id)
    settled(window)
    window.go_to("today")
    settled(window)
    assert any("о новом" in button.text() for button in window.place().findChildren(QAbstractButton))


def test_what_another_program_wrote_shows_when_the_window_comes_back(window, desk, incoming):
    other = factories.opened(desk.path.parent)
    factories.registered(other)
    other.close()
    assert incoming.grid.entries.rowCount() == 45
    window._look_again()
    hands.wait_until(lambda: incoming.grid.entries.rowCount() == 46, "the new entry")


def test_the_person_and_the_position_stand_below(window):
    told = [label.text() for label in window.side.findChildren(QLabel)]
    assert "Жүнісова Ә.Қ." in told
    assert "делопроизводитель" in told


def test_the_other_language_is_asked_for(window, asked):
    window.side.languages[Language.KK].setFocus()
    hands.press("Enter")
    assert asked.only("switch_language") == ("kk",)


def test_the_present_language_is_not_asked_for_again(window, asked):
    window.side.languages[Language.RU].setFocus()
    hands.press("Enter")
    assert not asked.calls
    assert window.side.languages[Language.RU].isChecked()


def test_it_speaks_kazakh(window_over, desk):
    use_language(Language.KK)
    window = window_over(desk)
    assert "қараша" in window.title.text()
    assert places(window)[0] == _("Today")


def as_role(desk: Desk, *roles: Role) -> Desk:
    desk.person = replace(desk.person, roles=frozenset(roles))
    return desk


def test_an_inspector_sees_no_journals(window_over, desk):
    window = window_over(as_role(desk, Role.INSPECTOR))
    assert places(window) == [_("Today"), _("Access and safety"), _("Ledger")]
    assert not window.search.isVisible()
    assert not window.primary.isVisible()


def test_a_librarian_reads_but_does_not_register(window_over, desk, asked):
    window = window_over(as_role(desk, Role.LIBRARIAN))
    hands.press("Down")
    settled(window)
    place = window.place()
    assert isinstance(place, JournalPlace)
    assert place.grid.entries.rowCount() == 45
    hands.press("Ins")
    assert not asked.calls
    for button in (window.primary, place._import, place._print_button, place.details.annul_button):
        assert not button.isVisible()


def test_the_window_comes_back_where_it_was(window_over, desk):
    """Off screen there is no room for the window itself to tell: the screen is smaller than a desk's."""
    first = window_over(desk)
    first.resize(1111, 777)
    first.close()
    assert QSettings().value(GEOMETRY) == first.saveGeometry()


def test_everything_that_takes_keys_has_a_name(window, incoming):
    for place in ("today", "incoming", "outgoing"):
        window.go_to(place)
        settled(window)
        for control in window.findChildren(hands.QWidget):
            if not isinstance(
                control, QAbstractButton | QLineEdit | QComboBox
            ) or control.objectName().startswith("qt_"):
                continue
            interface = QAccessible.queryAccessibleInterface(control)
            name = interface.text(QAccessible.Text.Name) if interface else control.accessibleName()
            assert name, f"{control} has no name"


def test_a_screen_reader_reads_the_rows(incoming):
    table = QAccessible.queryAccessibleInterface(incoming.grid)
    heard = [
        table.child(at).text(QAccessible.Text.Name) for at in range(3 * len(incoming.grid.entries.columns))
    ]
    assert _("Kind and summary") in heard
    assert {"45", "44"} <= set(heard)
    assert incoming.grid.entries.entry(0).correspondent in heard


def test_no_text_is_taken_for_markup(window, incoming):
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
