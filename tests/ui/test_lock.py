"""The lock: when it comes, what puts it off, what it waits for, and what is gone afterwards."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from dspdesk.language.sentences import Told
from dspdesk.store.errors import StoreUnavailable
from dspdesk.ui import ask, lock, work
from dspdesk.ui.lock import Cause, Limits, Watch
from tests import hands
from tests.hands import press, type_text

pytestmark = pytest.mark.usefixtures("dressed")


class Clock:
    """A clock that is turned by hand."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class Watched:
    """A watch over nothing but a window with one field, and what it said."""

    def __init__(self, limits=Limits) -> None:
        self.clock, self.busy = Clock(), False
        self.watch = Watch(limits, self.clock, lambda: self.busy)
        self.locked: list[Cause] = []
        self.said: list[int | None] = []
        self.watch.due.connect(self.locked.append)
        self.watch.warned.connect(self.said.append)
        self.watch.begin()

    def after(self, seconds: float) -> "Watched":
        self.clock.seconds += seconds
        self.watch.look()
        return self


@pytest.fixture
def field():
    window = QWidget()
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    with hands.shown(window):
        line.setFocus()
        yield line


def card(field) -> QDialog:
    dialog = QDialog(field.window())
    QVBoxLayout(dialog).addWidget(QLineEdit())
    return dialog


@pytest.fixture
def watched(field):
    one = Watched()
    yield one
    one.watch.end()


def test_five_minutes_without_a_key_lock(watched):
    assert not watched.after(299).locked
    assert watched.after(1).locked == [Cause.IDLE]


def test_it_locks_once(watched):
    watched.after(300).after(10)
    assert len(watched.locked) == 1


@pytest.mark.parametrize("how", ["a key", "letters of an input method", "a letter", "the mouse", "the wheel"])
def test_a_sign_of_life_puts_it_off(watched, field, how):
    watched.after(299)
    {
        "a key": lambda: press("Right"),
        "a letter": lambda: type_text("ә"),
        "letters of an input method": lambda: QApplication.sendEvent(field, QInputMethodEvent("қ", [])),
        "the mouse": lambda: hands.click(field),
        "the wheel": lambda: _wheel(field),
    }[how]()
    assert not watched.after(299).locked
    assert watched.after(1).locked == [Cause.IDLE]


def _wheel(field):
    window = field.window().windowHandle()
    middle = QPointF(5, 5)
    QApplication.sendEvent(
        window,
        QWheelEvent(
            middle, middle, QPoint(0, 10), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip


def test_what_the_program_does_by_itself_is_no_sign_of_life(watched, field):
    watched.after(299)
    field.setText("пришло из хранилища")
    hands.pause(30)
    assert watched.after(1).locked == [Cause.IDLE]


def test_a_dialog_over_the_window_is_watched_too(watched, field):
    watched.after(200)
    with hands.shown(card(field)):
        press("Right")
        assert not watched.after(299).locked


def test_the_status_line_warns_for_the_last_half_minute(watched):
    watched.after(269)
    assert not watched.said
    watched.after(1).after(20)
    assert watched.said == [30, 10]
    press("Right")
    assert watched.said[-1] is None
    assert lock.warning(30)
    assert not lock.warning(None)


def test_twelve_hours_lock_whoever_is_there(watched):
    for _minute in range(12 * 60 - 1):
        press("Right")
        watched.after(60)
    assert not watched.locked
    press("Right")
    assert watched.after(60).locked == [Cause.HOURS]


def test_work_under_way_is_waited_for(watched):
    watched.busy = True
    assert not watched.after(400).locked
    assert watched.said[-1] == 0
    watched.busy = False
    assert watched.after(1).locked == [Cause.IDLE]


def test_whoever_comes_while_a_due_lock_waits_for_work_signs_in(watched):
    """A passer-by at a long backup does not get the desk of somebody who left it."""
    watched.busy = True
    watched.after(400)
    press("Right")
    watched.busy = False
    assert watched.after(1).locked == [Cause.IDLE]


def test_the_first_key_after_a_sleep_locks_and_one_in_time_does_not(watched):
    """After waking a key comes before the clock is looked at."""
    watched.clock.seconds += 299
    press("Right")
    assert watched.locked == []
    watched.clock.seconds += 301
    press("Right")
    assert watched.locked == [Cause.IDLE]


def test_the_next_person_waits_for_work_and_keys_do_not_put_it_off(watched):
    watched.busy = True
    watched.watch.ask(Cause.ASKED)
    press("Right")
    assert not watched.after(1).locked
    watched.busy = False
    assert watched.after(1).locked == [Cause.ASKED]


def test_a_thread_counts_as_work():
    assert not lock.busy()
    done = []
    work.run(lambda: time.sleep(0.05), done.append)
    assert lock.busy()
    hands.wait_until(lambda: done)
    assert not lock.busy()


def test_a_changed_setting_counts_from_the_next_pause(field):
    minutes = [5]
    one = Watched(lambda: Limits(minutes[0]))
    minutes[0] = 1
    assert not one.after(29).locked
    assert one.after(31).locked == [Cause.IDLE]


def test_a_store_that_cannot_be_read_is_locked_all_the_same(field):
    answers = iter([Limits(1)])

    def limits():
        try:
            return next(answers)
        except StopIteration:
            raise StoreUnavailable("not_reachable", path="x") from None

    assert issubclass(StoreUnavailable, Told)
    assert Watched(limits).after(60).locked == [Cause.IDLE]


def test_ctrl_l_locks_in_a_dialog(watched, field):
    with hands.shown(card(field)) as dialog:
        hands.wait_until(lambda: dialog.property("locks"), "the key of the dialog")
        press("Ctrl+L")
        assert watched.locked == [Cause.ASKED]


def test_the_clock_counts_sleep():
    assert time.monotonic() <= lock.now() + 1


def test_dialogs_and_questions_go(field):
    ask.tell(field.window(), "Вопрос", "текст документа")
    card(field).open()
    lock.put_away()
    assert not [window for window in QApplication.topLevelWidgets() if isinstance(window, QDialog)]


@pytest.mark.parametrize("ours", [True, False])
def test_our_text_goes_from_the_clipboard_and_no_other(field, monkeypatch, ours):
    """Off screen the clipboard does not say whose its text is; elsewhere Qt asks the system."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: ours)
    QGuiApplication.clipboard().setText("о результатах внутреннего аудита")
    lock.put_away()
    assert QGuiApplication.clipboard().text() == ("" if ours else "о результатах внутреннего аудита")


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (Cause.IDLE, True),
        (Cause.HOURS, True),
        (Cause.SYSTEM, True),
        (Cause.ASKED, False),
        ("something newer", False),
    ],
)
def test_the_sign_in_says_why(cause, said):
    assert bool(lock.explanation(cause, Limits(7, 12))) is said
    assert "7" in lock.explanation(Cause.IDLE, Limits(7))


_BUS = Path(__file__).with_name("a_bus.py")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no D-Bus daemon to try it on")
def test_the_desktop_says_that_the_session_was_left():
    """On a bus of the test's own, with a logind of the test's own."""
    command = ["dbus-run-session", "--", sys.executable, str(_BUS)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    answer = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=True)
    assert answer.stdout.splitlines() == [
        "sleep begins: left",
        "sleep ends:",
        "another session is locked:",
        "this session is locked: left",
        "the screen saver comes: left",
        "the session is told something:",
        "the session lost the screen: left",
    ]


def test_without_a_bus_nothing_is_heard_and_nothing_breaks():
    from PySide6.QtDBus import QDBusConnection

    from dspdesk.ui.session_bus import SessionBus

    nowhere = QDBusConnection.connectToBus("unix:path=/nowhere/bus", "nowhere")
    heard = []
    bus = SessionBus(nowhere, nowhere)
    bus.left.connect(lambda: heard.append(True))
    hands.pause(20)
    assert not heard
