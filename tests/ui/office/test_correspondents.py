"""The directory of correspondents through its windows, by keys."""

from dataclasses import replace

import pytest

from dspdesk.law.kinds import Role
from dspdesk.procedures import correspondents as procedures
from dspdesk.procedures.correspondents import EnterCorrespondent
from dspdesk.queries.correspondents import correspondents
from dspdesk.ui.history import HistoryDialog
from dspdesk.ui.office.correspondent_card import CorrespondentCard
from dspdesk.ui.office.directory_import import DirectoryImport
from dspdesk.ui.office.duplicates import Duplicates
from dspdesk.ui.office.letters import Letters
from dspdesk.ui.office.merging import MergeDialog
from tests import hands
from tests.factories import registered
from tests.hands import press, type_text
from tests.ui.conftest import settled
from tests.ui.office.conftest import opened, ready, step

pytestmark = pytest.mark.usefixtures("dressed")


def listed(place) -> list[str]:
    return [row.name("ru") for row in place.model.rows]


@pytest.mark.journey
def test_correspondents_are_entered_joined_and_their_letters_found(empty_desk, go):
    registered(empty_desk, correspondent="Минфин РК", their_number="1/1")
    registered(empty_desk, correspondent="Министерство финансов РК", their_number="2/2")
    registered(empty_desk, correspondent="Министерство финансов РК", their_number="3/3")
    place = go(empty_desk, "correspondents")
    with hands.keyboard_only():
        press("Ins")
        opened(CorrespondentCard)
        type_text("«Қазақтелеком» АҚ")
        press("Enter")
        type_text("АО «Казахтелеком»")
        press("Ctrl+S")
        ready(place)
        assert place.current().name_ru == "АО «Казахтелеком»"

        place.duplicates.setFocus()
        press("Space")
        proposed = opened(Duplicates)
        hands.wait_until(proposed.loaded, "what is proposed")
        press("Enter")
        merge = opened(MergeDialog)
        assert (merge.duplicate.name_ru, merge.keep.name_ru) == ("Минфин РК", "Министерство финансов РК")
        press("Ctrl+S")
        assert merge._boxes["reason"].error.text()  # not without a reason
        type_text("одно министерство")
        press("Ctrl+S")
        opened(Duplicates)
        hands.wait_until(lambda: proposed.loaded() and not proposed.model.total, "no more pairs")
        press("Esc")
        ready(place)
        assert listed(place) == ["АО «Казахтелеком»", "Министерство финансов РК"]
        assert place.current().also == ("Минфин РК",)

        step(place, "Письма…")
        letters = opened(Letters)
        hands.wait_until(letters.loaded, "the letters")
        assert sorted(one.row.correspondent for one in letters.model.rows) == [
            "Министерство финансов РК",
            "Министерство финансов РК",
            "Минфин РК",
        ]
        wanted = letters.model.rows[letters.grid.currentIndex().row()].row.id
        press("Enter")
    window = place.window()
    settled(window)
    assert window.place().grid.current_id() == wanted
    assert empty_desk.verify() == []


def test_the_card_changes_and_keeps_the_former_name(empty_desk, go):
    procedures.enter(empty_desk, EnterCorrespondent(name_ru="Минюст", address_ru="г. Астана"))
    place = go(empty_desk, "correspondents")
    press("Enter")
    opened(CorrespondentCard)
    press("Enter")
    hands.clear()
    type_text("Министерство права")
    press("Enter")
    type_text("01.09.2026")
    press("Ctrl+S")
    ready(place)
    assert ("по 31.08.2026", "Минюст") in place.facts(place.current())
    step(place, "История…")
    told = opened(HistoryDialog)
    hands.wait_until(told.loaded, "the steps")
    assert [line.what for line in told.lines] == ["Изменено", "Внесено"]
    press("Esc")


def test_a_refusal_stands_beside_its_field(empty_desk, go):
    procedures.enter(empty_desk, EnterCorrespondent(name_ru="Минюст"))
    go(empty_desk, "correspondents")
    press("Ins")
    card = opened(CorrespondentCard)
    press("Enter")
    type_text("минюст")
    press("Ctrl+S")
    assert "Минюст" in card._boxes["name_ru"].error.text() or card._boxes["name_ru"].error.text()
    assert len(correspondents(empty_desk)) == 1


def test_a_duplicate_is_joined_to_one_that_is_typed(empty_desk, go):
    for name in ("Первый комитет", "Второй департамент"):
        procedures.enter(empty_desk, EnterCorrespondent(name_ru=name, address_ru=f"адрес: {name}"))
    place = go(empty_desk, "correspondents")
    place.grid.go_to_row(0)
    step(place, "Это дубль другого…")
    merge = opened(MergeDialog)
    press("Ctrl+S")
    assert merge._boxes["into_id"].error.text()
    assert merge._offers("перв") == ["Первый комитет"]
    type_text("Первый комитет")
    press("Escape") if merge.into.hints.shown() else None
    assert merge.keep.name_ru == "Первый комитет"
    merge.turn()
    assert (merge.duplicate.name_ru, merge.keep.name_ru) == ("Первый комитет", "Второй департамент")
    merge.basis.setFocus()
    type_text("реорганизация")
    press("Ctrl+S")
    ready(place)
    assert listed(place) == ["Второй департамент"]


def test_who_only_reads_is_offered_no_change(desk, go):
    desk.person = replace(desk.person, roles=frozenset({Role.LIBRARIAN}))
    place = go(desk, "correspondents")
    assert place.primary_text() == ""
    assert not place.duplicates.isVisible()
    assert [words for words, _does in place.steps(place.current())] == ["Письма…", "История…"]
    press("Enter")
    opened(Letters)
    press("Esc")


@pytest.mark.journey
@pytest.mark.slow
def test_thirty_correspondents_come_in_from_a_sheet_two_rows_stay_out(empty_desk, go, sheet):
    procedures.enter(empty_desk, EnterCorrespondent(name_ru="Акимат города 7"))
    rows = [[number, f"Акимат города {number}", f"г. {number}"] for number in range(1, 31)]
    rows[4][1] = ""
    rows[10][1] = "Акимат города 10"
    path = sheet("адреса.xlsx", ["№", "Наименование организации", "Почтовый адрес"], *rows)
    place = go(empty_desk, "correspondents")
    with hands.keyboard_only():
        bring(place, path)
        dialog = opened(DirectoryImport)
        assert [label.text() for label in dialog.found.counts.values()] == ["27", "1", "2"]
        assert [dialog.found.held.item(at, 0).text() for at in range(2)] == ["6", "12"]
        assert len(correspondents(empty_desk)) == 1
        press("Ctrl+Enter")
        hands.wait_until(lambda: len(correspondents(empty_desk)) == 28, "the import", 60)
        hands.wait_until(lambda: dialog._stack.currentWidget() is dialog.found, "the end")
        press("Esc")
        ready(place)
        assert place.model.total == 28

        bring(place, path)
        dialog = opened(DirectoryImport)
        assert [label.text() for label in dialog.found.counts.values()] == [
            "0",
            "29",
            "1",
        ]  # the name met twice is known by now
        assert not dialog.go.isVisible()
        press("Esc")
    assert empty_desk.verify() == []


def bring(place, path) -> None:
    """Open the import by keys and choose a file."""
    button = next(
        button for button in place.findChildren(type(place.duplicates)) if button.text() == "Импорт…"
    )
    button.setFocus()
    press("Space")
    dialog = opened(DirectoryImport)
    with hands.answers() as planned:
        planned.plan("open_path", path)
        press("Enter")
    pages = (dialog.found, dialog.refusal)
    hands.wait_until(lambda: dialog._stack.currentWidget() in pages, "the run", 60)


@pytest.mark.slow
def test_a_file_that_is_no_sheet_is_refused_in_a_sentence(empty_desk, go, tmp_path):
    (tmp_path / "письмо.xlsx").write_text("это не таблица")
    place = go(empty_desk, "correspondents")
    bring(place, tmp_path / "письмо.xlsx")
    dialog = opened(DirectoryImport)
    assert dialog._stack.currentWidget() is dialog.refusal
    assert dialog.refusal.text.text().endswith(".")
    press("Esc")
