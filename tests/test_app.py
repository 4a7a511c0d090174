"""The program as a whole: which window comes when, one window for a store, the next person."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from dspdesk import desk as desks
from dspdesk.app import Program
from dspdesk.language.catalogue import Language, current_language
from dspdesk.law.kinds import JournalKind
from dspdesk.queries.item import item
from dspdesk.queries.journal_grid import total
from dspdesk.queries.journals import journal
from dspdesk.queries.today import today
from dspdesk.ui import theme, work
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.first_run import FirstRun
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.reopening import ReopeningDialog
from dspdesk.ui.security.restoring import RestoreDialog
from dspdesk.ui.sign_in import SignIn
from tests import factories, hands
from tests.factories import LOGIN, PASSWORD
from tests.hands import fill, press, type_text
from tests.reports.reading import sheets

ROOT = Path(__file__).parents[1]
NEW_PASSWORD = "новый берег и старая лодка"


class Restarts(list):
    """Stands in for the new process: notes with which store it would begin."""

    def __call__(self, store):
        self.append(store)


@pytest.fixture
def restarts() -> Restarts:
    return Restarts()


@pytest.fixture
def program(qapp, tmp_path, restarts, monkeypatch) -> Iterator:
    """Starts programs, each over settings of the test's own; their windows are gone afterwards."""
    at = {
        "at": factories.clock
    }  # whatever this machine's clock says, the stores of the tests are not ahead of it
    monkeypatch.setattr(
        "dspdesk.ui.sign_in._open_desk", lambda *what: desks.open_desk(*what, **at, announce=True)
    )
    monkeypatch.setattr("dspdesk.ui.reopening._recover", lambda *what: desks.recover(*what, **at))
    monkeypatch.delenv("DSPDESK_LOCKED", raising=False)
    theme.apply(qapp)
    qapp.setOrganizationName("dspdesk")
    qapp.setApplicationName("dspdesk")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    started: list[Program] = []

    def start(store: Path | None = None) -> Program:
        started.append(Program(store, restarts))
        started[-1].start()
        hands.back_to(started[-1].window)
        return started[-1]

    yield start
    hands.wait_until(work.idle)
    for one in started:
        if one._watch is not None:
            one._watch.end()
        if one.window is not None and shiboken6.isValid(one.window):
            one.window.close()
            shiboken6.delete(one.window)
        if one._desk is not None:
            one._desk.close()


def signed_in(program, store: Path) -> MainWindow:
    """Sign in as a person does."""
    window = program.window
    hands.wait_until(window.login.count, "the logins")
    type_text(PASSWORD)
    press("Tab")
    type_text(str(store.parent / "carrier.key"))
    press("Enter")
    hands.wait_until(lambda: isinstance(program.window, MainWindow), "the main window", 30)
    hands.back_to(program.window)
    return program.window


def test_without_a_store_the_three_choices_come_first(program):
    assert isinstance(program().window, FirstRun)


def test_the_last_store_is_offered_again(program, store_path):
    QSettings().setValue("store", str(store_path))
    window = program().window
    assert isinstance(window, SignIn)
    window.other.setFocus()
    press("Enter")


def test_a_store_that_has_gone_is_not_offered(program, tmp_path):
    QSettings().setValue("store", str(tmp_path / "нет.dspdesk"))
    assert isinstance(program().window, FirstRun)


def test_settings_hold_nothing_of_the_records(program, store_path):
    one = program(store_path)
    signed_in(one, store_path)
    one.window.close()
    assert set(QSettings().allKeys()) <= {"language", "store", "login", "window/geometry"}


def test_ten_documents_are_registered_without_one_mouse_event(program, store_path):
    with hands.keyboard_only():
        one = program(store_path)
        signed_in(one, store_path)
        opened = journal(one._desk, JournalKind.INCOMING, one._desk.today().year)
        before = total(one._desk, opened.id) if opened else 0
        press("Down", "Ins")
        hands.wait_until(lambda: isinstance(QApplication.activeWindow(), RegistrationCard), "the card")
        for place in range(10):
            fill("Министерство финансов РК", f"05-12/{place}", "", "Письмо", f"о деле {place}", "4")
            press("Ctrl+Enter")
        press("Esc")
        hands.back_to(one.window)
    opened = journal(one._desk, JournalKind.INCOMING, one._desk.today().year)
    assert total(one._desk, opened.id) == before + 10


@pytest.mark.journey
def test_a_forgotten_password_is_replaced_by_the_sheet_from_the_safe(program, tmp_path):
    made = factories.created(tmp_path)
    made.desk.close()
    with hands.keyboard_only():
        one = program(made.desk.path)
        hands.wait_until(one.window.login.count, "the logins")
        reopened(one, " ".join(made.recovery).lower(), tmp_path / "new.key")
    assert one._desk.person.login == LOGIN
    assert not today(one._desk).recovery_sheet_missing
    one._desk.close()
    desks.open_desk(made.desk.path, LOGIN, NEW_PASSWORD, tmp_path / "new.key").close()


@pytest.mark.journey
def test_a_new_machine_from_a_backup_and_the_recovery_sheet(program, tmp_path):
    """The machine and its key file are gone; there are a backup on a carrier and the sheet from the safe."""
    (tmp_path / "old").mkdir()
    made = factories.created(tmp_path / "old")
    done = factories.registered(made.desk, their_number="77-1/4000")
    copy, store = tmp_path / "copy.dspdesk", tmp_path / "office.dspdesk"
    made.desk.backup(copy)
    made.desk.close()
    shutil.rmtree(tmp_path / "old")
    sheet = " ".join(made.recovery).lower()
    with hands.keyboard_only():
        one = program()
        tab_to(one.window.restore_button)
        press("Enter")
        restoring = opened_dialog(RestoreDialog)
        type_text(str(copy))
        tab_to(restoring.choose.opener.by_password)
        press("Down")  # the other of the two: with the sheet
        tab_to(restoring.choose.opener.sheet)
        type_text(sheet)
        tab_to(restoring.choose.place.line)
        press("Ctrl+A")
        type_text(str(store))
        press("Ctrl+Enter")
        hands.wait_until(lambda: restoring._pages.currentIndex() == 1, "the proof", 30)
        hands.back_to(restoring)
        type_text("новая машина")
        press("Ctrl+Enter")
        hands.wait_until(lambda: restoring._pages.currentIndex() == 2, "the restore", 30)
        hands.back_to(restoring)
        press("Ctrl+Enter")
        hands.wait_until(lambda: isinstance(one.window, SignIn) and one.window.login.count(), "the sign-in")
        hands.back_to(one.window)
        reopened(one, sheet, tmp_path / "new.key")
    assert item(one._desk, done.id).entry.their_number == "77-1/4000"
    assert one._desk.verify() == []


def tab_to(widget):
    """Go on by Tab until a field or a button has the keys."""
    for _step in range(30):
        if hands.focused() is widget:
            return
        press("Tab")
    raise AssertionError(f"Tab does not come to {widget}")


def reopened(one, sheet, key_file):
    """Open the store of the sign-in window by its sheet: a new password, a new sheet, its key typed back."""
    tab_to(one.window.recovery)
    press("Enter")
    dialog = opened_dialog(ReopeningDialog)
    type_text(sheet)
    press("Enter")
    fill(NEW_PASSWORD, NEW_PASSWORD)
    assert hands.focused() is dialog.secrets.second.file  # as it was before
    press("Enter")
    type_text(str(key_file))
    press("Ctrl+Enter")
    hands.wait_until(lambda: dialog.sheet is not None, "the new sheet", 30)
    hands.back_to(dialog)
    key = " ".join(groups_on(dialog.sheet._pdf))
    press("Ctrl+Enter")
    type_text(key)
    press("Enter")
    hands.wait_until(lambda: isinstance(one.window, MainWindow), "the main window", 30)


def opened_dialog(kind):
    """A dialog of a kind once it has the keys."""
    hands.wait_until(lambda: isinstance(QApplication.activeWindow(), kind), kind.__name__)
    dialog = QApplication.activeWindow()
    hands.back_to(dialog)
    return dialog


def groups_on(pdf: bytes) -> list[str]:
    """The groups of the key as the new sheet shows them: a person types them from the paper."""
    text = "\n".join(piece.text for sheet in sheets(pdf) for piece in sheet.pieces)
    return re.findall(r"^\d+\n([0-9A-HJKMNP-TV-Z]{5})$", text, re.MULTILINE)  # each after its number


def test_a_restore_that_cannot_be_finished_is_told_at_the_sign_in(program, store_path, monkeypatch):
    """A protected carrier: the program starts all the same, and says what is wrong."""
    from dspdesk.store import replacing
    from dspdesk.store.errors import StoreUnavailable

    def protected(store):
        raise StoreUnavailable("read_only", path=store)

    signed_in(program(store_path), store_path)
    store_path.with_name(store_path.name + ".replacing").write_text("{}")
    monkeypatch.setattr(replacing, "settle", protected)
    window = program(None).window
    assert isinstance(window, SignIn)
    hands.wait_until(window._password_box.error.text, "the sentence")
    assert not window.button.isEnabled()


def test_one_window_for_one_store(program, store_path):
    signed_in(program(store_path), store_path)
    second = program(store_path).window
    assert isinstance(second, SignIn)
    assert not second.button.isEnabled()
    assert not second.recovery.isEnabled()
    assert second._password_box.error.text()


def test_the_next_person_begins_anew(program, store_path, restarts):
    one = program(store_path)
    signed_in(one, store_path)
    press("Ctrl+L")
    hands.wait_until(lambda: restarts, "the restart")  # what is asked of the store at the moment comes first
    assert restarts == [store_path]
    again = program(store_path).window
    assert again.button.isEnabled()


@pytest.mark.parametrize("where", ["first run", "sign-in", "main"])
def test_the_language_is_turned_and_kept(program, store_path, where):
    one = program(None if where == "first run" else store_path)
    if where == "main":
        signed_in(one, store_path)
        one._services().switch_language("kk")
    else:
        one.window.languages.setFocus()
        press("Space")
    assert current_language() is Language.KK
    assert QSettings().value("language") == "kk"
    hands.back_to(one.window)
    assert isinstance(one.window, {"first run": FirstRun, "sign-in": SignIn, "main": MainWindow}[where])


def test_an_error_of_ours_is_told_without_its_text(program, capsys):
    one = program()
    with hands.answers() as planned:
        planned.plan("tell")
        try:
            raise ValueError("Министерство финансов РК")
        except ValueError as error:
            one.unexpected(type(error), error, error.__traceback__)
    assert "Министерство" not in planned.asked[0][1] + capsys.readouterr().err
    assert "test_app" in planned.asked[0][1]


@pytest.mark.slow
def test_the_real_restart_is_another_program_in_the_same_process():
    source = (
        "import os; from pathlib import Path; from dspdesk.app import restart\n"
        "print(os.getpid(), flush=True); restart(Path('--help'))"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", source], stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ}
    )
    answer = child.communicate(timeout=60)[0]
    assert answer.splitlines()[0] == str(child.pid)
    assert "usage" in answer
    assert child.returncode == 0


def test_a_restore_broken_off_is_finished_before_the_store_is_looked_for(program, desk):
    from dspdesk.store import keys, replacing

    copy = replacing.prepared(desk.path)
    desk.close()
    for path, to in zip((desk.path, *keys.paths(desk.path)), (copy, *keys.paths(copy)), strict=True):
        path.rename(to)
    desk.path.with_name(desk.path.name + ".replacing").write_text('{"aside": "office.dspdesk.old"}')
    QSettings().setValue("store", str(desk.path))
    assert Program(None, lambda _store: None)._store == desk.path
    assert desk.path.exists()
    assert not copy.exists()
