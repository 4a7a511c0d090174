"""The first window, the creation of a store, and the recovery key typed back."""

from dataclasses import replace

import pytest

from dspdesk import desk as desks
from dspdesk.queries.today import today
from dspdesk.store.errors import StoreUnavailable
from dspdesk.ui.first_run import FirstRun
from dspdesk.ui.new_store import NewStoreDialog
from dspdesk.ui.recovery import TypeBackDialog
from tests import factories, hands
from tests.factories import PASSWORD
from tests.hands import fill, press, type_text

pytestmark = pytest.mark.usefixtures("dressed")


class Keyring:
    """A keyring that keeps what it is given."""

    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password


class Creation:
    """Creates stores as the real function does, cheaply and with a keyring of the test's own."""

    def __init__(self, keyring=None):
        self.keyring, self.made = keyring, None

    def __call__(self, path, new):
        if self.keyring is None and new.key_file is None:
            raise StoreUnavailable("keyring_absent")
        self.made = desks.create(
            path, replace(new, cost=factories.CHEAP, keyring=self.keyring), factories.clock
        )
        return self.made


@pytest.fixture
def creation():
    yield (made := Creation(Keyring()))
    if made.made:
        made.made.desk.close()


def filled_in(dialog: NewStoreDialog, folder) -> None:
    """Go through the first two steps as far as the button that creates the store."""
    fill("Комитет по проверке", "г. Астана", "Жүнісова Ә.Қ.", "делопроизводитель", "zhunisova")
    press("Ctrl+Enter")
    fill(PASSWORD, PASSWORD)
    hands.clear()
    type_text(str(folder / "office.dspdesk"))


def made(dialog: NewStoreDialog) -> None:
    """Create the store and wait for it."""
    press("Ctrl+Enter")
    hands.wait_until(lambda: dialog.sheet is not None and dialog.next.isEnabled(), "the store")
    hands.back_to(dialog)


@pytest.mark.parametrize("choice", ["create", "chosen"])
def test_each_choice_is_a_key_away(tmp_path, choice):
    got = []
    with hands.shown(FirstRun(tmp_path)) as window, hands.keyboard_only(), hands.answers() as planned:
        window.creating.connect(lambda: got.append("create"))
        window.chosen.connect(got.append)
        if choice == "chosen":
            planned.plan("open_path", tmp_path / "office.dspdesk")
            press("Tab")
        press("Enter")
    assert got == ["create" if choice == "create" else tmp_path / "office.dspdesk"]


@pytest.mark.slow
def test_the_sample_is_built_once_and_opened(tmp_path):
    got = []
    with hands.shown(FirstRun(tmp_path, items=40)) as window:
        window.sample.connect(got.append)
        window.sample_button.setFocus()
        press("Enter")
        assert window.progress.isVisible()
        hands.wait_until(lambda: got, "the sample", 60)
        window.open_sample()
    assert got[0] == got[1]
    desk = desks.open_desk(got[0].path, got[0].login, got[0].password, got[0].key_file)
    assert today(desk).journals
    desk.close()


def test_building_the_sample_can_be_broken_off(tmp_path):
    with hands.shown(FirstRun(tmp_path)) as window:
        window.open_sample()
        hands.back_to(window)
        assert window.progress.cancel.hasFocus()
        press("Enter")
        hands.wait_until(window.create_button.isEnabled)
        assert not list(tmp_path.glob("*.dspdesk*"))


def test_a_store_is_created_and_its_key_typed_back_wrong_then_right(tmp_path, creation):
    got = []
    with hands.shown(NewStoreDialog(creation)) as dialog, hands.keyboard_only():
        dialog.created.connect(got.append)
        filled_in(dialog, tmp_path)
        made(dialog)
        assert dialog.sheet.paper.pages() == 1
        press("Ctrl+Enter")
        groups = list(creation.made.recovery)
        wrong = groups.copy()
        wrong[6] = "0000" + ("1" if wrong[6][-1] != "1" else "2")
        type_text(" ".join(wrong).lower())
        press("Enter")
        assert "7" in dialog.type_back.box.error.text()
        assert not got
        hands.clear()
        type_text("-".join(groups).lower())
        press("Enter")
    assert got == [creation.made.desk]
    assert not today(got[0]).recovery_sheet_missing


def test_typing_the_key_back_may_be_put_off(tmp_path, creation):
    got = []
    with hands.shown(NewStoreDialog(creation)) as dialog, hands.answers() as planned:
        dialog.created.connect(got.append)
        filled_in(dialog, tmp_path)
        made(dialog)
        press("Ctrl+Enter")
        planned.plan("confirm", True)
        dialog.type_back.postpone.setFocus()
        press("Enter")
    assert today(got[0]).recovery_sheet_missing
    confirmed = []
    with hands.shown(TypeBackDialog(got[0])) as later:
        later.accepted.connect(lambda: confirmed.append(True))
        type_text("".join(creation.made.recovery))
        press("Enter")
    assert confirmed
    assert not today(got[0]).recovery_sheet_missing


def test_escape_does_not_lose_the_sheet_unasked(tmp_path, creation):
    with hands.shown(NewStoreDialog(creation)) as dialog, hands.answers() as planned:
        filled_in(dialog, tmp_path)
        made(dialog)
        planned.plan("confirm", False)
        press("Esc")
        assert dialog.isVisible()


def test_the_sheet_is_saved_where_the_person_says(tmp_path, creation):
    with hands.shown(NewStoreDialog(creation)) as dialog, hands.answers() as planned:
        filled_in(dialog, tmp_path)
        made(dialog)
        planned.plan("save_path", tmp_path / "sheet.pdf")
        dialog.sheet.save_button.setFocus()
        press("Enter")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_missing_is_marked(creation):
    with hands.shown(NewStoreDialog(creation)) as dialog:
        fill("Комитет по проверке")
        press("Ctrl+Enter")
        assert dialog.who.locality.hasFocus()
        assert dialog.who._boxes[dialog.who.locality].error.text()
        assert not dialog.who._boxes[dialog.who.organisation].error.text()
        assert dialog._step() == 0


@pytest.mark.parametrize(
    ("first", "second", "beside"),
    [
        ("короткий", "короткий", "first"),
        (PASSWORD, PASSWORD + "я", "second"),
        ("1111111111111111", "", "first"),
    ],
)
def test_a_weak_or_mistyped_password_is_refused_beside_its_field(creation, first, second, beside):
    with hands.shown(NewStoreDialog(creation)) as dialog:
        fill("Комитет по проверке", "г. Астана", "Жүнісова Ә.Қ.", "", "zhunisova")
        press("Ctrl+Enter")
        fill(first, second)
        press("Ctrl+Enter")
        password = dialog.store.password
        box, field = (
            (password.first_box, password.first)
            if beside == "first"
            else (password.second_box, password.second)
        )
        assert box.error.text()
        assert field.hasFocus()
        assert creation.made is None


def test_advice_on_the_password_is_given_while_it_is_typed(creation):
    with hands.shown(NewStoreDialog(creation)) as dialog:
        fill("Комитет по проверке", "г. Астана", "Жүнісова Ә.Қ.", "", "zhunisova")
        press("Ctrl+Enter")
        advice = dialog.store.password.advice
        type_text("тихая")
        assert "10" in advice.text()
        type_text(" пристань за рекой 17")
        assert dialog.store.password.weakness() == ""


def test_without_a_keyring_a_key_file_is_offered(tmp_path):
    creation = Creation(keyring=None)
    with hands.shown(NewStoreDialog(creation)) as dialog:
        filled_in(dialog, tmp_path)
        press("Ctrl+Enter")
        hands.wait_until(dialog.store.second.file.isChecked)
        assert dialog.store.second.note.isVisible()
        hands.back_to(dialog)
        type_text(str(tmp_path / "carrier.key"))
        assert dialog.store.second.disk_note.isVisible()  # on the store's own disk: a warning, no refusal
        made(dialog)
        assert (tmp_path / "carrier.key").exists()
        creation.made.desk.close()


def test_a_file_is_never_overwritten(tmp_path, creation):
    (tmp_path / "office.dspdesk").write_text("чужое")
    with hands.shown(NewStoreDialog(creation)) as dialog:
        filled_in(dialog, tmp_path)
        press("Ctrl+Enter")
        hands.wait_until(dialog.store._place_box.error.text)
        assert dialog.store.place.line.hasFocus()
    assert (tmp_path / "office.dspdesk").read_text() == "чужое"
