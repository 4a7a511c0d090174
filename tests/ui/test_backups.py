"""The backups in the window: made, checked, restored from, by the keyboard; late ones are told."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from dspdesk.desk import Desk
from dspdesk.law.kinds import Role
from dspdesk.procedures.backups import ChooseFolder, choose_folder, numbers_checked
from dspdesk.queries.backups import backups
from dspdesk.queries.item import item
from dspdesk.ui.first_run import FirstRun
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.security.backups import BackupsPlace
from dspdesk.ui.security.checking import CheckDialog
from dspdesk.ui.security.restoring import RestoreDialog
from dspdesk.ui.working import Working
from tests import factories, hands
from tests.factories import PASSWORD
from tests.hands import press, type_text
from tests.ui.conftest import Asked, settled

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def carrier(desk: Desk, tmp_path: Path) -> Path:
    place = tmp_path / "carrier"
    place.mkdir()
    choose_folder(desk, ChooseFolder(folder=place, reason="другого нет"))
    return place


@pytest.fixture
def planned() -> Iterator[hands.Answers]:
    with hands.answers() as answers:
        yield answers


def place_of(window: MainWindow) -> BackupsPlace:
    place = window.go_to("backups")
    settled(window)
    assert isinstance(place, BackupsPlace)
    return place


def worked() -> None:
    """Wait until the child process has ended and its window is gone."""
    hands.wait_until(
        lambda: (
            not any(isinstance(one, Working) and one.isVisible() for one in QApplication.topLevelWidgets())
        ),
        "the child process",
    )
    hands.pause(50)


def texts(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


# --- making ---


def test_the_first_backup_asks_for_its_folder_and_the_next_does_not(
    desk: Desk, tmp_path: Path, window_over: Callable[[Desk], MainWindow], planned: hands.Answers
):
    window = window_over(desk)
    place_of(window)
    (tmp_path / "carrier").mkdir()
    planned.plan("folder", tmp_path / "carrier")
    planned.plan("reason", "другого нет")  # it is on the disk of the store
    press("Ins")
    worked()
    hands.back_to(window)
    hands.wait_until(lambda: len(backups(desk)) == 1, "the backup")
    press("Ins")
    worked()
    hands.wait_until(lambda: len(backups(desk)) == 2, "the backup")
    settled(window)
    assert place_of(window).status() == "2 строки"
    assert len(list((tmp_path / "carrier").glob("*.dspdesk"))) == 1  # one for each day


def test_a_cancelled_backup_leaves_nothing(
    desk: Desk, carrier: Path, window_over: Callable[[Desk], MainWindow]
):
    window = window_over(desk)
    place_of(window).primary()
    hands.wait_until(lambda: isinstance(QApplication.activeModalWidget(), Working), "the dialog")
    hands.back_to(QApplication.activeModalWidget())
    press("Esc")
    worked()
    assert backups(desk) == []
    assert list(carrier.iterdir()) == []


def test_a_carrier_taken_away_is_told(
    desk: Desk, carrier: Path, window_over: Callable[[Desk], MainWindow], planned: hands.Answers
):
    window = window_over(desk)
    place = place_of(window)
    carrier.rmdir()
    planned.plan("tell")
    place.primary()
    worked()
    assert "carrier" in planned.asked[-1][1]


@pytest.mark.parametrize("days", [0, 3, 9])
def test_late_backups_stand_on_today_and_in_the_status_line(
    desk: Desk, carrier: Path, window_over: Callable[[Desk], MainWindow], days: int
):
    from dspdesk.procedures.backups import back_up

    back_up(desk, lambda _done, _all: None)
    desk.clock = (factories.NOW + dt.timedelta(days=days)).astimezone
    window = window_over(desk)
    assert window.status.late.isVisible() == bool(days)
    assert ("Пора снять резервную копию" in texts(window.place())) == bool(days)
    if days:
        assert window.status.late.property("tone") == ("bad" if days > 7 else "warning")


def test_a_clerk_is_not_told_on_today(desk: Desk, window_over: Callable[[Desk], MainWindow]):
    clerk = replace(desk, person=replace(desk.person, roles=frozenset({Role.CLERK})))
    clerk.clock = (factories.NOW + dt.timedelta(days=30)).astimezone
    window = window_over(clerk)
    assert "Пора снять резервную копию" not in texts(window.place())
    assert window.status.late.isVisible()


# --- checking ---


def test_a_backup_is_checked_with_its_own_keys(desk: Desk, carrier: Path, planned: hands.Answers):
    copy = carrier / "copy.dspdesk"
    desk.backup(copy)
    with hands.shown(CheckDialog(desk, copy)) as dialog:
        dialog.opener.key_file.show_path(desk.path.with_name("carrier.key"))
        type_text("не тот пароль этой особы")
        press("Enter")
        worked()
        assert "парол" in dialog.opener._password_box.error.text().casefold()
        hands.back_to(dialog)
        dialog.opener.password.setFocus()
        hands.clear()
        type_text(PASSWORD)
        planned.plan("tell")
        press("Enter")
        worked()
    assert "60" in planned.asked[-1][1]


def test_what_is_missing_is_said_beside_its_field(desk: Desk):
    with hands.shown(CheckDialog(desk)) as dialog:
        press("Ctrl+Enter")
        assert dialog.opener._file_box.error.text()
        assert dialog.opener._password_box.error.text()
        dialog.opener.by_sheet.setChecked(True)
        press("Ctrl+Enter")
        assert dialog.opener._sheet_box.error.text()


# --- restoring ---


def proved(dialog: RestoreDialog, desk: Desk, copy: Path) -> None:
    """Choose a copy and its key, and have it prove itself."""
    dialog.choose.opener.file.show_path(copy)
    dialog.choose.opener.key_file.show_path(desk.path.with_name("carrier.key"))
    dialog.choose.opener.password.setFocus()
    type_text(PASSWORD)
    press("Enter")
    worked()
    hands.wait_until(lambda: dialog._pages.currentIndex() == 1, "the proof")
    hands.back_to(dialog)


def test_a_store_is_restored_from_the_keyboard(desk: Desk, carrier: Path):
    copy = carrier / "copy.dspdesk"
    desk.backup(copy)
    late = factories.registered(desk, their_number="новый")
    done: list[Path] = []
    dialog = RestoreDialog(desk)
    dialog.restored.connect(done.append)
    with hands.shown(dialog), hands.keyboard_only():
        proved(dialog, desk, copy)
        assert "2 записей" in texts(dialog.compare)  # the backup itself and the registration
        assert "1 документ" in texts(dialog.compare)
        press("Ctrl+Enter")
        assert dialog.compare._reason_box.error.text()  # never without a reason
        type_text("сбой диска")
        press("Ctrl+Enter")
        hands.wait_until(lambda: dialog._pages.currentIndex() == 2, "the restore")
        assert "before-restore" in texts(dialog.done_page)
        assert "№\N{NO-BREAK SPACE}45" in texts(dialog.done_page)
        press("Ctrl+Enter")
    assert done == [desk.path]
    again = factories.opened(desk.path.parent)
    assert item(again, late.id) is None
    again.close()


def test_left_before_the_end_nothing_has_happened(desk: Desk, carrier: Path):
    copy = carrier / "copy.dspdesk"
    desk.backup(copy)
    dialog = RestoreDialog(desk)
    with hands.shown(dialog):
        proved(dialog, desk, copy)
        press("Esc")
    assert not list(desk.path.parent.glob("*restor*"))
    assert factories.registered(desk)


def test_a_foreign_copy_is_told_beside_its_file(desk: Desk, tmp_path: Path):
    (tmp_path / "other").mkdir()
    other = factories.created(tmp_path / "other").desk
    other.backup(tmp_path / "foreign.dspdesk")
    other.close()
    with hands.shown(RestoreDialog(desk)) as dialog:
        dialog.choose.opener.file.show_path(tmp_path / "foreign.dspdesk")
        dialog.choose.opener.key_file.show_path(tmp_path / "other" / "carrier.key")
        dialog.choose.opener.password.setFocus()
        type_text(PASSWORD)
        press("Enter")
        worked()
        assert dialog.choose.opener._file_box.error.text()


def test_on_a_new_machine_the_first_window_offers_it(desk: Desk, carrier: Path, tmp_path: Path):
    asked = []
    with hands.shown(FirstRun(tmp_path)) as window:
        window.restoring.connect(lambda: asked.append(True))
        hands.click(window.restore_button)
    assert asked
    copy, store = carrier / "copy.dspdesk", tmp_path / "new" / "office.dspdesk"
    store.parent.mkdir()
    desk.backup(copy)
    done: list[Path] = []
    dialog = RestoreDialog(None)
    dialog.restored.connect(done.append)
    with hands.shown(dialog):
        press("Ctrl+Enter")
        assert dialog.choose.opener._file_box.error.text()
        dialog.choose.place.show_path(store)
        proved(dialog, desk, copy)
        type_text("новая машина")
        press("Ctrl+Enter")
        hands.wait_until(lambda: dialog._pages.currentIndex() == 2, "the restore")
        press("Ctrl+Enter")
    assert done == [store]
    assert store.exists()


def test_after_a_restore_the_numbers_are_compared_with_paper(
    desk: Desk, carrier: Path, window_over: Callable[[Desk], MainWindow]
):
    from dspdesk.procedures.restore import Opener, PrepareRestore, Restore, prepare, restore

    copy = carrier / "copy.dspdesk"
    desk.backup(copy)
    opener = Opener(login=factories.LOGIN, password=PASSWORD, key_file=desk.path.with_name("carrier.key"))
    ready = prepare(desk, PrepareRestore(copy=copy, store=desk.path, opener=opener), lambda _done, _all: None)
    restore(desk, Restore(prepared=ready, reason="учение"))
    again = factories.opened(desk.path.parent)
    window = window_over(again)
    assert "№\N{NO-BREAK SPACE}45" in texts(window.place())
    skip = next(one for one in window.place().findChildren(QPushButton) if one.text() == "Пропустить номера…")
    hands.click(skip)
    form = QApplication.activeModalWidget()
    assert isinstance(form, QDialog)
    form.reject()
    numbers_checked(again)
    window.place().refresh()
    settled(window)
    assert "№\N{NO-BREAK SPACE}45" not in texts(window.place())
    window.close()
    again.close()


def test_only_the_officer_is_offered_a_restore(desk: Desk, window_over: Callable[[Desk], MainWindow]):
    head = replace(desk, person=replace(desk.person, roles=frozenset({Role.HEAD_OF_SERVICE})))
    names = [one.text() for one in place_of(window_over(head)).findChildren(QPushButton)]
    assert "Проверить копию…" in names
    assert "Восстановить…" not in names


def test_the_places_are_reached_by_the_windows(desk: Desk, window_over, asked: Asked):
    window = window_over(desk)
    assert {"backups", "ledger"} <= set(window.side.places())
