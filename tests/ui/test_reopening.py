"""Opening by the recovery sheet in the window: the key, a new password, the new sheet; and what is said on the way."""

from functools import partial

import pytest

from dspdesk import desk as desks
from dspdesk.queries.today import today
from dspdesk.store import recovery as recovery_keys
from dspdesk.store.errors import StoreUnavailable
from dspdesk.ui.keys import KeySheet
from dspdesk.ui.reopening import ReopeningDialog
from dspdesk.ui.sign_in import SignIn
from tests import factories, hands
from tests.factories import LOGIN, PASSWORD
from tests.hands import fill, press, type_text

pytestmark = pytest.mark.usefixtures("dressed")
NEW = "новый берег и старая лодка"


class Recovery:
    """Recovers as the real function does, cheaply; first says of a keyring what it is told to."""

    def __init__(self, problem=""):
        self.problem, self.made = problem, None

    def __call__(self, path, login, typed, password, key_file):
        if self.problem and key_file is None:
            raise StoreUnavailable(self.problem)
        how = partial(desks.recover, cost=factories.CHEAP, at=factories.clock)
        self.made = how(path, login, typed, password, key_file)
        return self.made


@pytest.fixture
def made(tmp_path):
    """A store whose password is forgotten; its sheet is in the safe."""
    made = factories.created(tmp_path)
    made.desk.close()
    return made


@pytest.fixture
def recovery():
    yield (made := Recovery())
    if made.made:
        made.made.desk.close()


@pytest.fixture
def dialog(made, recovery):
    with hands.shown(ReopeningDialog(made.desk.path, LOGIN, recovery)) as shown:
        yield shown


def key_typed(made) -> None:
    """Type the key and go on to the password."""
    type_text("".join(made.recovery).lower())
    press("Enter")


def reopened(dialog, key_file) -> None:
    """Fill in the password page and wait for the new sheet."""
    fill(NEW, NEW, "")
    type_text(str(key_file))
    press("Ctrl+Enter")
    hands.wait_until(lambda: dialog.sheet is not None and dialog.next.isEnabled(), "the sheet")
    hands.back_to(dialog)


def test_the_store_is_opened_with_a_new_password_and_a_new_sheet(dialog, made, recovery, tmp_path):
    got = []
    dialog.created.connect(got.append)
    with hands.keyboard_only():
        key_typed(made)
        reopened(dialog, tmp_path / "new.key")
        assert dialog.sheet.paper.pages() == 1
        assert dialog.secrets.password.password() == ""
        assert dialog.key.key.text() == ""
        press("Ctrl+Enter")
        type_text("".join(made.recovery))  # the used sheet, from habit
        press("Enter")
        assert dialog.type_back.box.error.text()
        assert not got
        hands.clear()
        type_text(" ".join(recovery.made.recovery))
        press("Enter")
    assert got == [recovery.made.desk]
    assert not today(got[0]).recovery_sheet_missing
    assert not desks.recovery_opens(made.desk.path, "".join(made.recovery))


def test_each_group_is_checked_while_it_is_typed(dialog, made):
    type_text(made.recovery[0] + made.recovery[1])
    assert "2" in dialog.key.key.progress.text()
    type_text(made.recovery[1])
    assert "3" in dialog.key.key.box.error.text()
    hands.clear()
    type_text("".join(made.recovery))
    assert dialog.key.key.progress.text()
    assert not dialog.key.key.box.error.text()


def test_half_a_key_and_the_key_of_another_sheet_are_refused_beside_it(dialog, made, recovery):
    entry = dialog.key.key
    type_text("".join(made.recovery[:5]))
    press("Enter")
    assert "13" in entry.box.error.text()
    hands.clear()
    type_text("".join(recovery_keys.to_groups(bytes(32))))
    press("Enter")
    assert entry.box.error.text()
    assert (dialog._step(), hands.focused()) == (0, entry.line)


def test_a_weak_password_is_refused_beside_its_field(dialog, made, recovery):
    key_typed(made)
    fill(f"{LOGIN} {LOGIN}", f"{LOGIN} {LOGIN}")
    press("Ctrl+Enter")
    assert dialog.secrets.password.first_box.error.text()
    assert recovery.made is None


def test_a_key_file_not_named_is_asked_for(dialog, made, recovery):
    key_typed(made)
    fill(NEW, NEW)
    press("Ctrl+Enter")
    assert hands.focused() is dialog.secrets.second.carrier.line
    assert dialog.secrets.second.carrier_box.error.text()
    assert recovery.made is None


def test_without_a_keyring_a_key_file_is_offered(dialog, made, recovery, tmp_path):
    recovery.problem = "keyring_absent"
    key_typed(made)
    fill(NEW, NEW)
    dialog.secrets.second.keyring.setChecked(True)
    press("Ctrl+Enter")
    hands.wait_until(dialog.secrets.second.note.isVisible, "the sentence")
    hands.back_to(dialog)
    assert hands.focused() is dialog.secrets.second.carrier.line
    type_text(str(tmp_path / "new.key"))
    assert dialog.secrets.second.disk_note.isVisible()
    press("Ctrl+Enter")
    hands.wait_until(lambda: dialog.sheet is not None, "the sheet")


def test_what_the_store_says_stands_at_the_foot(dialog, made, recovery, monkeypatch, tmp_path):
    def full(*_how):
        raise StoreUnavailable("disk_full")

    monkeypatch.setattr(dialog, "_recover", full)
    key_typed(made)
    fill(NEW, NEW, "", str(tmp_path / "new.key"))
    press("Ctrl+Enter")
    hands.wait_until(dialog.status.text, "the sentence")
    hands.wait_until(dialog.next.isEnabled, "the buttons")
    assert dialog.status.text() == str(StoreUnavailable("disk_full"))


def test_leaving_is_asked_about_only_once_something_was_typed(dialog, made):
    with hands.answers() as planned:
        type_text("A")
        planned.plan("confirm", False)
        press("Esc")
        assert dialog.isVisible()
        hands.clear()
        press("Esc")
        assert not dialog.isVisible()


def test_typing_back_may_be_put_off_and_the_desk_is_open(dialog, made, recovery, tmp_path):
    got = []
    dialog.created.connect(got.append)
    with hands.answers() as planned:
        key_typed(made)
        reopened(dialog, tmp_path / "new.key")
        planned.plan("confirm", True)
        press("Esc")
    assert got == [recovery.made.desk]
    assert today(got[0]).recovery_sheet_missing


def test_one_can_go_back_to_the_key_and_choose_the_second_secret_again(dialog, made):
    key_typed(made)
    dialog.secrets.second.keyring.setChecked(True)
    press("Alt+Left")
    assert dialog._step() == 0
    assert hands.focused() is dialog.key.key.line
    press("Enter")
    assert dialog.secrets.second.keyring.isChecked()  # what was chosen stays


def test_f1_shows_the_keys(dialog):
    press("F1")
    hands.wait_until(lambda: dialog.findChild(KeySheet) is not None, "the keys")
    dialog.findChild(KeySheet).close()


def test_the_way_in_is_offered_at_sign_in_with_its_login(made):
    asked = []
    with hands.shown(SignIn(made.desk.path)) as window, hands.keyboard_only():
        hands.wait_until(window.login.count, "the logins")
        window.recovering.connect(asked.append)
        type_text(PASSWORD)
        while hands.focused() is not window.recovery:
            press("Tab")
        press("Enter")
    assert asked == [LOGIN]


def test_it_is_not_offered_where_there_is_no_store(tmp_path):
    (tmp_path / "письмо.txt").write_text("это не хранилище")
    with hands.shown(SignIn(tmp_path / "письмо.txt")) as window:
        hands.wait_until(window._password_box.error.text, "the sentence")
        assert not window.recovery.isEnabled()
