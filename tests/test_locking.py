"""The lock of the whole program, and a new clerk's first day."""

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from dspdesk import desk as desks
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.procedures.settings import ChangeSettings, change
from dspdesk.queries.drafts import drafts
from dspdesk.queries.journal_grid import total
from dspdesk.queries.journals import journal
from dspdesk.queries.today import today
from dspdesk.ui.cards.fields import LongField
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.clock_behind import ClockBehind
from dspdesk.ui.first_password import FirstPassword
from dspdesk.ui.lock import Cause
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.security.account_forms import NewAccountForm
from dspdesk.ui.security.accounts import AccountsPlace
from dspdesk.ui.security.one_time import OneTimeDialog
from dspdesk.ui.sign_in import SignIn
from dspdesk.ui.widgets.basics import PlainLabel
from dspdesk.ui.widgets.links import LinkButton
from tests import factories, hands
from tests.hands import fill, press, type_text
from tests.test_app import opened_dialog, program, restarts, signed_in  # noqa: F401 - fixtures

ROOT = Path(__file__).parents[1]
OWN = "моя лодка стоит у причала"
MATTER = "о порядке доступа в серверное помещение"


def card_begun(one):
    """The card of a new entry, half filled in."""
    press("Down", "Ins")
    card = opened_dialog(RegistrationCard)
    fill("Министерство финансов РК", "05-12/884", "", "Письмо")
    type_text(MATTER)
    return card


def idle(one, seconds):
    """Let so many seconds pass without a key."""
    one._watch._touched -= seconds
    one._watch.look()


def said_at_sign_in(window):
    return [label.text() for label in window.findChildren(PlainLabel)]


@pytest.mark.journey
def test_a_lock_in_mid_entry_keeps_what_was_typed(program, store_path, restarts):  # noqa: F811
    with hands.keyboard_only():
        one = program(store_path)
        signed_in(one, store_path)
        card_begun(one)
        press("Ctrl+L")
        hands.wait_until(lambda: restarts, "the restart")
        again = program(store_path)
        signed_in(again, store_path)
        assert len(drafts(again._desk)) == 1
        press("Down", "Ins")
        card = opened_dialog(RegistrationCard)
        assert MATTER in [field.text() for field in card.findChildren(LongField)]
        press("Esc")


def test_five_minutes_without_a_key_lock_everything(program, store_path, restarts, monkeypatch):  # noqa: F811
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    one = program(store_path)
    signed_in(one, store_path)
    card_begun(one)
    QGuiApplication.clipboard().setText(MATTER)
    hands.wait_until(lambda: not one._watch._busy())
    idle(one, 290)
    assert one.window.status.near.text()
    assert not restarts
    idle(one, 10)
    hands.wait_until(lambda: restarts, "the restart")
    assert not QGuiApplication.clipboard().text()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    again = program(store_path).window
    assert isinstance(again, SignIn)
    assert any("5" in text and "минут" in text for text in said_at_sign_in(again))


def test_the_minutes_are_those_of_the_settings(program, store_path, restarts):  # noqa: F811
    one = program(store_path)
    signed_in(one, store_path)
    change(one._desk, ChangeSettings(values={"lock_minutes": 1}, reason="проходной кабинет"))
    hands.wait_until(lambda: not one._watch._busy())
    idle(one, 60)
    hands.wait_until(lambda: restarts, "the restart")


def test_the_desktop_locks_too(program, store_path, restarts):  # noqa: F811
    one = program(store_path)
    signed_in(one, store_path)
    one._bus.left.emit()
    hands.wait_until(lambda: restarts, "the restart")
    assert os.environ["DSPDESK_LOCKED"].startswith(Cause.SYSTEM)


def test_a_switch_of_language_does_not_begin_the_day_anew(program, store_path):  # noqa: F811
    one = program(store_path)
    signed_in(one, store_path)
    watch = one._watch
    one._services().switch_language("kk")
    assert one._watch is watch


def test_the_clock_is_asked_about_before_the_main_window(program, store_path, monkeypatch):  # noqa: F811
    def early():
        return factories.clock() - dt.timedelta(days=400)

    monkeypatch.setattr(
        "dspdesk.ui.sign_in._open_desk", lambda *what: desks.open_desk(*what, at=early, announce=True)
    )
    one = program(store_path)
    window = one.window
    hands.wait_until(window.login.count, "the logins")
    type_text(factories.PASSWORD)
    window.key_file.show_path(store_path.parent / "carrier.key")
    press("Enter")
    hands.wait_until(lambda: isinstance(one.window, ClockBehind), "the question", 30)
    hands.back_to(one.window)
    one.window.reason.setFocus()
    type_text("батарейка часов заменена")
    press("Enter")
    hands.wait_until(lambda: isinstance(one.window, MainWindow), "the main window", 30)


@pytest.mark.journey
def test_a_new_clerk_gets_access_chooses_a_password_and_registers(program, store_path, restarts):  # noqa: F811
    with hands.keyboard_only():
        one = program(store_path)
        signed_in(one, store_path)
        before = incoming(one._desk)
        factories.employee(one._desk, "Щербакова Е.А.")
        one.window.go_to("accounts")
        hands.wait_until(one.window.place().loaded)
        press("Ins")
        form = opened_dialog(NewAccountForm)
        while hands.focused() is not form.roles.boxes[Role.CLERK]:
            press("Tab")
        press("Space", "Ctrl+S")
        issued = opened_dialog(OneTimeDialog)._issued
        press("Enter")
        hands.back_to(one.window)
        press("Ctrl+L")
        hands.wait_until(lambda: restarts, "the restart")
        two = program(store_path)
        first_day(two, store_path, issued)
    assert incoming(two._desk) == before + 1
    assert two._desk.person.login == "scherbakova"


def incoming(desk):
    """How many incoming documents of the year there are."""
    return total(desk, journal(desk, JournalKind.INCOMING, desk.today().year).id)


def first_day(one, store_path, issued):
    """Sign in with what was issued, choose a password, register a document; sees no keys of the store."""
    hands.wait_until(one.window.login.count, "the logins")
    one.window.login.setFocus()
    while one.window.login.currentText() != issued.login:
        press("Down")
    press("Tab")
    type_text(issued.password)
    press("Tab")
    type_text(str(store_path.parent / "carrier.key"))
    press("Enter")
    hands.wait_until(lambda: isinstance(one.window, FirstPassword), "the new password", 30)
    hands.back_to(one.window)
    type_text(OWN)
    press("Enter")
    type_text(OWN)
    press("Enter")
    hands.wait_until(lambda: isinstance(one.window, MainWindow), "the main window", 30)
    hands.back_to(one.window)
    assert "accounts" not in one.window.side.places()
    press("Down", "Ins")
    opened_dialog(RegistrationCard)
    fill("Министерство финансов РК", "05-12/884", "", "Письмо", MATTER, "4")
    press("Ctrl+S")
    press("Esc")
    hands.back_to(one.window)


def test_a_security_officer_sees_no_journals(program, store_path):  # noqa: F811
    owner = factories.opened(store_path.parent)
    password = factories.colleague(owner, "omarov", Role.SECURITY_OFFICER, name="Омаров Т.К.")
    owner.close()
    desk = factories.signed_in(store_path, "omarov", password)
    one = program(store_path)
    one.admit(desk)
    hands.back_to(one.window)
    places = one.window.side.places()
    assert "accounts" in places
    assert not set(JournalKind) & set(places)
    assert not one.window.search.isVisible()
    hands.wait_until(lambda: one.window.place().loaded())
    words = [link.text() for link in one.window.place().findChildren(LinkButton)]
    assert len(words) == 2  # passwords and backup, nothing of the registers
    press("F6", "Enter")
    assert isinstance(one.window.place(), AccountsPlace)


def test_one_time_passwords_not_replaced_are_told_to_the_officer(desk):
    assert today(desk).issued == ()
    factories.account(desk, "kim", Role.CLERK, name="Ким А.Б.")
    assert today(desk).issued == ("kim",)
    clerks = factories.signed_in(
        desk.path, "omarov", factories.colleague(desk, "omarov", Role.CLERK, name="Омаров Т.")
    )
    assert today(clerks).issued == ()
    clerks.close()


@pytest.mark.slow
def test_the_real_lock_leaves_a_sign_in_window_in_a_process_begun_anew(tmp_path):
    """The interpreter that `restart` calls is one that tells of the window that it shows, and ends."""
    made = factories.created(tmp_path, at=desks.clock)
    made.desk.close()
    looks = tmp_path / "looks.py"
    looks.write_text(_LOOKS)
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} {looks} "$@"\n')
    python.chmod(0o700)
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
    }
    child = subprocess.Popen(
        [sys.executable, "-c", _LOCKS, str(made.desk.path), str(python)],
        stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True, cwd=ROOT, env=environment,
    )  # fmt: skip
    answer = child.communicate(factories.PASSWORD, timeout=120)[0].splitlines()
    assert child.returncode == 0
    assert answer[0] == f"locking {child.pid}"
    told = json.loads(answer[1])
    assert told["pid"] == child.pid  # the old program has ended: this is another one in its process
    assert told["window"] == "SignIn"
    assert any("5" in text for text in told["said"])


_LOCKS = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from dspdesk import app, desk as desks
from dspdesk.ui.lock import Cause
store, python = Path(sys.argv[1]), sys.argv[2]
password = sys.stdin.read()
application, program = app._begun(store)
program.admit(desks.open_desk(store, "zhunisova", password, store.parent / "carrier.key"))
application.processEvents()
print("locking", os.getpid(), flush=True)
sys.executable = python
program.lock(Cause.IDLE)
"""
_LOOKS = """
import json, os, sys
from pathlib import Path
from PySide6.QtWidgets import QLabel
from dspdesk.app import first_window
application, window = first_window(Path(sys.argv[-1]))
application.processEvents()
said = [label.text() for label in window.findChildren(QLabel)]
print(json.dumps({"pid": os.getpid(), "window": type(window).__name__, "said": said}))
"""
