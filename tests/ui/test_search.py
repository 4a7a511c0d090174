import pytest

from dspdesk.law.kinds import JournalKind
from dspdesk.ui.journals.place import JournalPlace
from tests import factories, hands
from tests.ui.conftest import settled


def hits(window) -> list[str]:
    model = window.search.popup().hits
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def search(window, text: str) -> None:
    """Ctrl+K, type, and wait for what is found."""
    hands.press("Ctrl+K")
    hands.type_text(text)
    hands.wait_until(window.search.popup().isVisible, "what is found")


def test_it_finds_as_one_types(window):
    search(window, "аудит")
    assert hits(window)
    assert window.search.hasFocus()


def test_a_hit_says_what_it_is(window):
    search(window, "44")
    first = hits(window)[0]
    assert "44" in first
    assert "2026" in first
    assert "04.11.2026" in first


def test_enter_lands_on_the_entry_in_its_journal(window):
    search(window, "44")
    hands.press("Enter")
    settled(window)
    place = window.place()
    assert isinstance(place, JournalPlace)
    assert (place.kind, place.year) == (JournalKind.INCOMING, 2026)
    assert str(place.grid.entries.entry(place.grid.currentIndex().row()).number) == "44"
    assert place.grid.hasFocus()
    assert not window.search.popup().isVisible()


def test_enter_before_the_answer_waits_for_it(window):
    hands.press("Ctrl+K")
    hands.type_text("44")
    hands.press("Enter")
    hands.wait_until(lambda: isinstance(window.place(), JournalPlace), "the landing")
    settled(window)
    assert str(window.place().grid.entries.entry(window.place().grid.currentIndex().row()).number) == "44"


def test_the_arrows_choose_another_year(window):
    search(window, "2")
    years = [("2025" in hit, row) for row, hit in enumerate(hits(window))]
    wanted = next(row for last_year, row in years if last_year)
    hands.press(*["Down"] * wanted, "Enter")
    settled(window)
    place = window.place()
    assert place.year == 2025
    assert str(place.grid.entries.entry(place.grid.currentIndex().row()).number) == "2"


def test_landing_takes_off_the_filter_that_would_hide_it(window, incoming):
    hands.press("Right", "Right", "Ctrl+F")
    hands.type_text("акимат")
    hands.press("Enter")
    settled(window)
    search(window, "44")
    hands.press("Enter")
    settled(window)
    assert not incoming.chips.chips()
    assert str(incoming.grid.entries.entry(incoming.grid.currentIndex().row()).number) == "44"


def test_landing_brings_the_row_into_view(window, incoming):
    window.resize(1300, 500)
    hands.pause()
    search(window, "3")
    hands.press("Enter")
    settled(window)
    index = incoming.grid.currentIndex()
    assert incoming.grid.viewport().rect().contains(incoming.grid.visualRect(index).center())


def test_landing_in_another_journal(window, desk):
    letter = factories.registered(
        desk,
        journal=JournalKind.OUTGOING,
        signatory="Ахметов Б.К.",
        signed_on=factories.TODAY,
        summary="о квоте",
    )
    search(window, "квоте")
    hands.press("Enter")
    settled(window)
    assert window.place().kind is JournalKind.OUTGOING
    assert window.place().grid.current_id() == letter.id
    assert window.side.list.currentItem().text() == window.title.text()


def test_escape_clears_and_goes_back_to_work(window, incoming):
    search(window, "аудит")
    hands.press("Escape")
    assert window.search.text() == ""
    assert not window.search.popup().isVisible()
    assert incoming.grid.hasFocus()


def test_nothing_found_is_said(window):
    search(window, "такого слова нет")
    assert hits(window) == []
    assert window.search.popup().count.text()
    hands.press("Enter")
    assert not isinstance(window.place(), JournalPlace)


def test_the_keyboard_layout_does_not_matter(window):
    search(window, "адилет")
    assert any("Әділет" in hit for hit in hits(window))


def test_what_is_found_goes_when_the_keys_go(window):
    search(window, "аудит")
    hands.press("Tab")
    assert not window.search.popup().isVisible()


@pytest.mark.parametrize("text", ["   ", "№"])
def test_nothing_is_asked_for_nothing(window, text):
    hands.press("Ctrl+K")
    hands.type_text(text)
    hands.pause(250)
    assert not window.search.popup().isVisible() or not hits(window)
