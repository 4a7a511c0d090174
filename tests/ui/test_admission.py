"""What comes between the sign-in and the main window: one's own password, the clock, a new computer."""

import datetime as dt

import pytest

from dspdesk import desk as desks
from dspdesk.law.kinds import Role
from dspdesk.store.errors import StoreUnavailable
from dspdesk.ui.clock_behind import ClockBehind
from dspdesk.ui.enrolment import EnrolmentDialog
from dspdesk.ui.first_password import FirstPassword
from tests import factories, hands
from tests.hands import press, type_text

pytestmark = pytest.mark.usefixtures("dressed")
OWN = "моя лодка стоит у причала"


@pytest.fixture
def newcomer(empty_desk):
    """The desk of somebody with a one-time password, and that password."""
    issued = factories.account(empty_desk, "kim", Role.CLERK, name="Ким А.Б.")
    desk = factories.signed_in(empty_desk.path, "kim", issued.password)
    yield desk, issued.password
    desk.close()


def test_an_issued_password_is_replaced_by_ones_own(newcomer):
    desk, issued = newcomer
    chosen = []
    with hands.keyboard_only(), hands.shown(FirstPassword(desk, issued, desk.key_file)) as window:
        window.chosen.connect(lambda: chosen.append(True))
        type_text(OWN)
        press("Enter")
        type_text(OWN)
        press("Enter")
        hands.wait_until(lambda: chosen, "the change", 30)
    assert not desk.person.one_time
    with pytest.raises(StoreUnavailable):
        factories.signed_in(desk.path, "kim", issued)
    factories.signed_in(desk.path, "kim", OWN).close()


@pytest.mark.parametrize("weak", ["коротко", "КимКимКимКимКим"])
def test_a_weak_one_is_refused_beside_its_field(newcomer, weak):
    desk, issued = newcomer
    with hands.shown(FirstPassword(desk, issued, desk.key_file)) as window:
        type_text(weak)
        press("Enter")
        type_text(weak)
        press("Enter")
        assert window.password.first_box.error.text()
        assert window.button.isEnabled()
    assert desk.person.one_time


def test_the_issued_one_cannot_be_kept(newcomer):
    desk, issued = newcomer
    with hands.shown(FirstPassword(desk, issued, desk.key_file)) as window:
        type_text(issued)
        press("Enter")
        type_text(issued)
        press("Enter")
        hands.wait_until(
            lambda: window.problem.text() or window.password.first_box.error.text(), "the refusal", 30
        )
    assert desk.person.one_time


# --- the clock ---


@pytest.fixture
def behind(empty_desk):
    """A desk whose clock is three days behind the ledger."""

    def early():
        return factories.clock() - dt.timedelta(days=3)

    desk = factories.opened(empty_desk.path.parent, at=early)
    yield desk
    desk.close()


def test_work_goes_on_with_a_reason(behind):
    last = behind.clock_behind()
    assert last is not None
    settled = []
    with hands.keyboard_only(), hands.shown(ClockBehind(behind, last)) as window:
        window.settled.connect(lambda: settled.append(True))
        assert hands.focused() is window.leave
        while hands.focused() is not window.reason:
            press("Tab")
        press("Enter")
        assert window._box.error.text()
        assert not settled
        type_text("часы переведены для проверки")
        press("Enter")
        assert settled
    with behind.reading() as connection:
        body = connection.exec_driver_sql("SELECT body FROM ledger ORDER BY id DESC").scalars().all()
    assert any("часы переведены для проверки".encode() in one for one in body)


def test_leaving_writes_nothing(behind):
    before = behind.clock_behind()
    left = []
    with hands.shown(ClockBehind(behind, before)) as window:
        window.left.connect(lambda: left.append(True))
        press("Enter")
    assert left
    assert behind.clock_behind() == before


# --- a new computer ---


class Keyring:
    """A keyring in memory."""

    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password


def test_a_computer_is_made_known_by_the_sheet(tmp_path, monkeypatch):
    here, elsewhere = Keyring(), Keyring()
    made = factories.created(tmp_path, key_file=None, keyring=elsewhere)
    made.desk.close()
    enrol = desks.enrol
    monkeypatch.setattr(desks, "enrol", lambda path, typed: enrol(path, typed, keyring=here))
    with pytest.raises(StoreUnavailable) as unknown:
        desks.open_desk(made.desk.path, factories.LOGIN, factories.PASSWORD, keyring=here)
    assert unknown.value.code == "keyring_empty"
    with hands.keyboard_only(), hands.shown(EnrolmentDialog(made.desk.path)) as dialog:
        enrolled = []
        dialog.enrolled.connect(lambda: enrolled.append(True))
        type_text(" ".join(made.recovery).lower())
        press("Enter")
        hands.wait_until(lambda: enrolled, "the end", 30)
    desk = desks.open_desk(made.desk.path, factories.LOGIN, factories.PASSWORD, keyring=here)
    desk.close()


def test_a_mistyped_sheet_changes_nothing(tmp_path):
    made = factories.created(tmp_path)
    made.desk.close()
    with hands.shown(EnrolmentDialog(made.desk.path)) as dialog:
        type_text("AAAAA AAAAA")
        press("Enter")
        assert dialog.isVisible()
        assert dialog.key.box.error.text()
        press("Esc")
        assert not dialog.isVisible()


def test_a_store_with_key_files_needs_no_enrolment(tmp_path):
    made = factories.created(tmp_path)
    made.desk.close()
    with hands.shown(EnrolmentDialog(made.desk.path)) as dialog:
        before = dialog.status.text()
        type_text(" ".join(made.recovery))
        press("Enter")
        hands.wait_until(lambda: dialog.status.text() != before, "the answer")
        assert dialog.isVisible()
