"""Signing in: the password, the key file, and what is said when something is not right."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from dspdesk import desk as desks
from dspdesk.law.kinds import Role
from dspdesk.store.errors import StoreUnavailable
from dspdesk.ui.entrance import secrets_line
from dspdesk.ui.sign_in import LAST_LOGIN, SignIn
from dspdesk.ui.widgets.basics import PlainLabel
from tests import factories, hands
from tests.factories import LOGIN, PASSWORD
from tests.hands import press, type_text

pytestmark = pytest.mark.usefixtures("dressed")


let_open = threading.Event()


def opening(path, login, password, key_file):
    """As the real one, with the clock of the tests; a test that looks at the window meanwhile holds it up."""
    let_open.wait(5)
    return desks.open_desk(path, login, password, key_file, at=factories.clock)


@pytest.fixture
def window(store_path):
    let_open.set()
    with hands.shown(SignIn(store_path, opening)) as shown, hands.keyboard_only():
        hands.wait_until(shown.login.count, "the logins")
        yield shown


def said(window: SignIn) -> list[str]:
    """What stands beside the login, the password and the key file."""
    boxes = (window._login_box, window._password_box, window._key_box)
    return [box.error.text() for box in boxes]


def test_the_right_password_opens_the_desk(window, store_path):
    opened = []
    window.opened.connect(opened.append)
    type_text(PASSWORD)
    press("Tab")
    type_text(str(store_path.parent / "carrier.key"))
    press("Enter")
    hands.wait_until(lambda: opened)
    assert opened[0].person.login == LOGIN
    assert window.password.text() == ""
    opened[0].close()


def test_the_login_is_preset_and_the_keys_are_in_the_password(window):
    assert window.login.currentText() == LOGIN
    assert window.password.hasFocus()


def test_a_wrong_password_is_said_beside_it(window, store_path):
    type_text("не тот пароль, увы")
    window.key_file.show_path(store_path.parent / "carrier.key")
    let_open.clear()
    press("Enter")
    assert not window.button.isEnabled()
    let_open.set()
    hands.wait_until(window.button.isEnabled)
    assert said(window)[1]
    assert window.password.hasFocus()
    type_text("з")  # what was wrong is typed over
    assert window.password.text() == "з"


def test_a_missing_key_file_is_said_beside_its_field(window):
    type_text(PASSWORD)
    press("Enter")
    hands.wait_until(window.button.isEnabled)
    assert said(window)[2]
    assert window.key_file.line.hasFocus()


def test_nothing_typed_is_said_at_once(window):
    press("Enter")
    assert said(window)[1]


def test_caps_lock_is_noticed(window):
    type_text("ТИХАЯ")
    assert said(window)[1]
    hands.clear()
    type_text("тихая")
    assert not said(window)[1]


def test_a_file_that_is_no_store_is_said(tmp_path):
    (tmp_path / "письмо.txt").write_text("это не хранилище")
    with hands.shown(SignIn(tmp_path / "письмо.txt", opening)) as window:
        hands.wait_until(lambda: said(window)[1], "the sentence")
        assert not window.button.isEnabled()
        left = []
        window.elsewhere.connect(lambda: left.append(True))
        window.other.setFocus()
        press("Enter")
        assert left


def test_the_windows_turn_to_the_other_language(window):
    turned = []
    window.language_chosen.connect(turned.append)
    window.languages.setFocus()
    press("Space")
    assert turned == ["kk"]


def test_what_must_not_be_entered_is_said(window):
    said_so = [label for label in window.findChildren(PlainLabel) if label.text() == secrets_line().text()]
    assert len(said_so) == 1
    assert said_so[0].isVisible()


# --- tries, lost keys, new computers ---


def wrong(window, times=1):
    """Type a wrong password so many times."""
    window.key_file.show_path(window._path.parent / "carrier.key")
    for _try in range(times):
        window.password.setFocus()
        hands.clear()
        type_text("не тот пароль, увы")
        press("Enter")
        hands.wait_until(window.login.isEnabled, "the answer")


def test_the_seconds_until_the_next_try_run_down(window):
    wrong(window, 4)
    first = said(window)[1]
    assert "0:0" in first
    assert not window.button.isEnabled()
    type_text("т")  # what is typed meanwhile stays, and so does the notice
    assert said(window)[1] == first
    hands.wait_until(lambda: said(window)[1] != first, "the next second")
    hands.wait_until(window.button.isEnabled, "the next try")
    assert not said(window)[1]


def test_another_login_need_not_wait(desk, store_path):
    factories.colleague(desk, "kim", Role.CLERK, name="Ким А.Б.")
    with hands.shown(SignIn(store_path, opening)) as window:
        hands.wait_until(window.login.count)
        wrong(window, 4)
        window.login.setFocus()
        press("Down")
        window.login.textActivated.emit(window.login.currentText())
        assert window.button.isEnabled()
        assert not said(window)[1]


def test_the_key_file_of_another_store_is_said_beside_its_field(window, tmp_path):
    (tmp_path / "other.key").write_bytes(bytes(range(64)))
    type_text(PASSWORD)
    window.key_file.show_path(tmp_path / "other.key")
    press("Enter")
    hands.wait_until(window.button.isEnabled, "the answer")
    assert said(window)[2]
    assert window.key_file.line.hasFocus()


def test_the_login_of_last_time_comes_first(desk, store_path):
    factories.colleague(desk, "kim", Role.CLERK, name="Ким А.Б.")
    QSettings().setValue(LAST_LOGIN, "kim")
    with hands.shown(SignIn(store_path, opening)) as window:
        hands.wait_until(window.login.count)
        assert window.login.currentText() == "kim"
        assert window.password.hasFocus()


@pytest.mark.parametrize("code", ["keyring_empty", "keyring_other"])
def test_a_computer_that_does_not_know_the_store_offers_to_be_made_known(store_path, code):
    def opening_nowhere(*_what):
        raise StoreUnavailable(code)

    with hands.shown(SignIn(store_path, opening_nowhere)) as window:
        asked = []
        window.enrolling.connect(lambda: asked.append(True))
        hands.wait_until(window.login.count)
        type_text(PASSWORD)
        press("Enter")
        hands.wait_until(window.enrol.isVisible, "the offer")
        window.enrol.setFocus()
        press("Enter")
        assert asked
        window.known_now()
        assert not window.enrol.isVisible()
        assert not window._password_box.error.text()
        assert "известен" in window.text.text()
        assert window.text.window() is window
        assert hands.focused() is window.password


def test_a_one_time_password_is_told_apart(desk, store_path):
    issued = factories.account(desk, "kim", Role.CLERK, name="Ким А.Б.")
    with hands.shown(SignIn(store_path, opening)) as window:
        hands.wait_until(window.login.count)
        came = []
        window.one_time.connect(lambda *what: came.append(what))
        window.login.setCurrentText("kim")
        window.key_file.show_path(store_path.parent / "carrier.key")
        window.password.setFocus()
        type_text(issued.password)
        press("Enter")
        hands.wait_until(lambda: came, "the desk")
    opened, password, key_file = came[0]
    assert (password, key_file) == (issued.password, store_path.parent / "carrier.key")
    opened.close()


def test_why_the_program_was_locked_is_said(store_path):
    with hands.shown(SignIn(store_path, opening, said="Заблокировано.")) as window:
        assert "Заблокировано." in [label.text() for label in window.findChildren(PlainLabel)]


HEAVY = (
    "sqlalchemy",
    "reportlab",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "keyring",
    "python_calamine",
    "babel",
)


@pytest.mark.slow
def test_the_sign_in_window_loads_nothing_heavy(store_path):
    source = (
        "import sys; from pathlib import Path; from dspdesk.app import first_window\n"
        "app, window = first_window(Path(sys.argv[1])); app.processEvents(); window.grab(); app.processEvents()\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    command = [sys.executable, "-c", source, str(store_path)]
    root = Path(__file__).parents[2]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root, timeout=60)
    assert answer.stdout.strip() == "[]"
