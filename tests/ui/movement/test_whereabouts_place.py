"""The place "Where is it?": reached by a key from anywhere, answers while one types, leads to the entry."""

import pytest

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures import registration
from dspdesk.queries.where_is_it import find
from dspdesk.queries.whereabouts import copies_of
from dspdesk.ui.journals.place import JournalPlace
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.whereabouts import answer
from dspdesk.ui.whereabouts.place import WhereaboutsPlace
from tests import factories, hands
from tests.hands import press, type_text
from tests.procedures.test_movements import as_written
from tests.ui.conftest import settled


@pytest.fixture
def letter(desk: Desk) -> int:
    done = factories.registered(desk)
    factories.handed(desk, done.id, 2)
    return done.id


def place(window: MainWindow) -> WhereaboutsPlace:
    found = window.place()
    assert isinstance(found, WhereaboutsPlace)
    return found


def told(window: MainWindow) -> str:
    hands.wait_until(lambda: place(window).loaded(), "the answer")
    return place(window).answer.text().replace("\N{NO-BREAK SPACE}", " ")


def test_a_caller_is_answered_by_the_keys_alone(letter: int, window: MainWindow):
    press("Ctrl+Shift+K")
    type_text("46 экз. 2")
    settled(window)
    assert told(window) == "№ 46 ДСП, экз. 2 — у Ахметова Б.К. с 18.11.2026, расписка в журнале"
    press("Ctrl+A")
    type_text("ахмет")
    settled(window)
    assert told(window) == "У Ахметова Б.К.: 1 экземпляр"
    press("Enter", "Enter")  # to the list, and from its row to the entry
    settled(window)
    journal = window.place()
    assert isinstance(journal, JournalPlace)
    assert (journal.kind, journal.grid.current_id()) == (JournalKind.INCOMING, letter)


def test_the_next_caller_is_typed_over(letter: int, window: MainWindow):
    press("Ctrl+Shift+K")
    type_text("46")
    settled(window)
    assert told(window).splitlines() == [
        "№ 46 ДСП, экз. 1 — в документационной службе",
        "№ 46 ДСП, экз. 2 — у Ахметова Б.К. с 18.11.2026, расписка в журнале",
    ]
    assert len(place(window).model.rows) == 2
    press("Ctrl+Shift+K")
    type_text("ноль")
    settled(window)
    assert told(window).startswith("Нет ни такого номера")
    assert place(window).panes() == [place(window).field]
    press("Ctrl+Shift+F")
    settled(window)
    assert told(window) == ""


def test_the_place_follows_what_is_written_elsewhere(desk: Desk, letter: int, window: MainWindow):
    press("Ctrl+Shift+K")
    type_text("46")
    settled(window)
    registration.annul(desk, registration.Annul(item_id=letter, reason="внесено дважды"))
    place(window).refresh()
    settled(window)
    assert told(window).splitlines()[0] == "№ 46 ДСП: номер аннулирован."


def test_a_row_is_shown_by_its_copy(desk: Desk, letter: int, window: MainWindow):
    second = copies_of(desk, letter)[1].id
    window.go_to_row("whereabouts", second)
    settled(window)
    assert place(window).field.text() == str(Code(Kind.COPY, second))
    assert place(window).model.rows[place(window).grid.currentIndex().row()].copy.id == second
    assert told(window).startswith("№ 46 ДСП, экз. 2 — у Ахметова")


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_answer_is_said_in_both_languages(desk: Desk, letter: int, language: Language):
    as_written(desk, letter, "Оспанова")
    factories.employee(desk, "Никитин Н.Н.")
    use_language(language)
    for typed in ("46", "ахмет", "оспан", "никит", "аудита", "хххх", "7"):
        found = find(desk, typed)
        lines = answer.lines(found, typed)
        assert lines, typed
        assert all(lines), typed
        assert "{" not in " ".join([*lines, answer.also(found)])


def test_the_details_say_who_has_each_copy(letter: int, window: MainWindow):
    from tests.ui.looks import dump

    window.go_to_row("item", letter)
    settled(window)
    hands.pause(150)
    settled(window)
    assert "у Ахметова Б.К. с 18.11.2026" in dump(window.place().details)
    journal = window.place()
    assert isinstance(journal, JournalPlace)
    row = journal.grid.entries.entry(journal.grid.entries.row_of(letter))
    assert journal.grid.entries.state(row).text == "У Ахметова Б.К."


def test_a_label_scanned_here_is_answered_here(desk: Desk, letter: int, window: MainWindow):
    press("Ctrl+Shift+K")
    hands.scan(str(Code(Kind.COPY, copies_of(desk, letter)[1].id)))
    settled(window)
    assert told(window).startswith("№ 46 ДСП, экз. 2 — у Ахметова")
