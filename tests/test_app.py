"""The program as a whole: which window comes when, one window for a store, the next person."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from dspdesk.app import Program
from dspdesk.language.catalogue import Language, current_language
from dspdesk.law.kinds import JournalKind
from dspdesk.queries.journal_grid import total
from dspdesk.queries.journals import journal
from dspdesk.ui import theme, work
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.first_run import FirstRun
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.sign_in import SignIn
from tests import hands
from tests.factories import PASSWORD
from tests.hands import fill, press, type_text

ROOT = Path(__file__).parents[1]


class Restarts(list):
    """Stands in for the new process: notes with which store it would begin."""

    def __call__(self, store):
        self.append(store)


@pytest.fixture
def restarts() -> Restarts:
    return Restarts()


@pytest.fixture
def program(qapp, tmp_path, restarts) -> Iterator:
    """Starts programs, each over settings of the test's own; their windows are gone afterwards."""
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
    assert set(QSettings().allKeys()) <= {"language", "store", "window/geometry"}


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


def test_one_window_for_one_store(program, store_path):
    signed_in(program(store_path), store_path)
    second = program(store_path).window
    assert isinstance(second, SignIn)
    assert not second.button.isEnabled()
    assert second._password_box.error.text()


def test_the_next_person_begins_anew(program, store_path, restarts):
    one = program(store_path)
    signed_in(one, store_path)
    press("Ctrl+L")
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
