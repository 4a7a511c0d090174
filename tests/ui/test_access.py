"""Access and keys: the register of accounts, what the forms ask, what is shown once."""

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication, QDialog

from dspdesk import desk as desks
from dspdesk.law.kinds import Role
from dspdesk.law.roles import MAY, TWO_PERSONS, Action
from dspdesk.queries.accounts import accounts
from dspdesk.queries.people import people
from dspdesk.store.errors import StoreUnavailable
from dspdesk.ui.second_person import SecondPerson
from dspdesk.ui.security import access_words
from dspdesk.ui.security.account_forms import (
    LeavingForm,
    NewAccountForm,
    NewSheetForm,
    OwnPasswordForm,
    RenewForm,
    ResetForm,
    RolesForm,
)
from dspdesk.ui.security.accounts import AccountsPlace
from dspdesk.ui.security.new_sheet import NewSheetDialog
from dspdesk.ui.security.one_time import OneTimeDialog
from dspdesk.ui.security.who_may_what import WhoMayWhat
from tests import factories, hands
from tests.factories import LOGIN, PASSWORD
from tests.hands import press, type_text
from tests.test_app import groups_on

pytestmark = pytest.mark.usefixtures("dressed")
OWN = "моя лодка стоит у причала"


@pytest.fixture
def place(empty_desk):
    with hands.shown(AccountsPlace(empty_desk)) as shown, hands.keyboard_only():
        shown.refresh()
        hands.wait_until(shown.loaded, "the accounts")
        shown.take_focus()
        yield shown


def opened(kind):
    """The dialog of a kind that has just come up."""
    hands.wait_until(lambda: isinstance(QApplication.activeWindow(), kind), kind.__name__)
    dialog = QApplication.activeWindow()
    hands.back_to(dialog)
    return dialog


def row(desk, login):
    return next(one for one in accounts(desk) if one.login == login)


def refreshed(place):
    place.refresh()
    hands.wait_until(place.loaded, "the accounts")


def shown_login(place, login):
    place.grid.go_to_row(next(at for at, one in enumerate(place.model.rows) if one.login == login))
    place.take_focus()


def tick(form, role):
    """Go to the box of a role by the keyboard and tick it."""
    while hands.focused() is not form.roles.boxes[role]:
        press("Tab")
    press("Space")


# --- giving access ---


def test_a_new_account_shows_its_password_once(place, empty_desk):
    QApplication.clipboard().clear()  # whatever another test has left there
    factories.employee(empty_desk, "Щербакова Е.А.")
    place.primary()
    form = opened(NewAccountForm)
    assert form.login.text() == "scherbakova"
    tick(form, Role.CLERK)
    press("Ctrl+S")
    slip = opened(OneTimeDialog)
    issued = slip._issued
    assert issued.password in slip.slip_text()
    assert not QApplication.clipboard().text()
    press("Enter")
    desk = factories.signed_in(empty_desk.path, "scherbakova", issued.password)
    assert desk.person.one_time
    assert desk.person.roles == {Role.CLERK}
    desk.close()
    hands.wait_until(place.loaded)
    assert {one.login for one in place.model.rows} == {LOGIN, "scherbakova"}


def test_a_taken_login_and_a_missing_role_stand_beside_their_fields(empty_desk):
    factories.employee(empty_desk, "Ким А.Б.")
    free = [one for one in people(empty_desk) if not one.login]
    with hands.shown(NewAccountForm(empty_desk, free, [])) as form:
        press("Ctrl+S")
        assert form._boxes["roles"].error.text()
        tick(form, Role.LIBRARIAN)
        form.login.setFocus()
        hands.clear()
        type_text(LOGIN)
        press("Ctrl+S")
        hands.wait_until(form._boxes["login"].error.text, "the refusal")
        assert form.isVisible()
    assert len(accounts(empty_desk)) == 1


def test_nobody_left_without_access_is_said(place):
    with hands.answers() as planned:
        planned.plan("tell")
        place.primary()
        hands.wait_until(lambda: planned.asked)


def test_the_slip_is_not_lost_by_esc(empty_desk):
    issued = factories.account(empty_desk, "kim", Role.CLERK, name="Ким А.Б.")
    with hands.shown(OneTimeDialog(issued)) as slip, hands.answers() as planned:
        planned.plan("confirm", False)
        press("Esc")
        assert slip.isVisible()
        planned.plan("confirm", True)
        press("Esc")
        assert not slip.isVisible()


def test_the_slip_is_printed_from_memory(empty_desk, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    issued = factories.account(empty_desk, "kim", Role.CLERK, name="Ким А.Б.")
    with hands.shown(OneTimeDialog(issued)) as slip:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "slip.pdf"))
        slip.send(printer)
        assert slip.status.text()
    assert len(pypdfium2.PdfDocument(tmp_path / "slip.pdf")) == 1


# --- changing it ---


def test_roles_are_changed_with_a_reason(place, empty_desk):
    factories.colleague(empty_desk, "kim", Role.CLERK, name="Ким А.Б.")
    refreshed(place)
    shown_login(place, "kim")
    press("Enter")
    form = opened(RolesForm)
    tick(form, Role.INSPECTOR)
    form.why.setFocus()
    type_text("перешла в комиссию")
    press("Ctrl+S")
    hands.wait_until(lambda: row(empty_desk, "kim").roles == {Role.CLERK, Role.INSPECTOR}, "the roles")


def test_the_last_officer_stays_one_and_that_is_said_while_ticking(empty_desk):
    with hands.shown(RolesForm(empty_desk, row(empty_desk, LOGIN))) as form:
        tick(form, Role.SECURITY_OFFICER)
        assert "last_security_officer" in [finding.code for finding in form.findings.findings()]
        press("Ctrl+S")
        hands.wait_until(form._boxes["roles"].error.text, "the refusal")
    assert Role.SECURITY_OFFICER in row(empty_desk, LOGIN).roles


def test_a_forgotten_password_is_replaced_by_an_issued_one(place, empty_desk):
    before = factories.colleague(empty_desk, "kim", Role.CLERK, name="Ким А.Б.")
    refreshed(place)
    shown_login(place, "kim")
    place.reset(place.current())
    form = opened(ResetForm)
    form.why.setFocus()
    type_text("забыла пароль")
    press("Ctrl+S")
    issued = opened(OneTimeDialog)._issued
    press("Enter")
    with pytest.raises(StoreUnavailable) as refused:
        factories.signed_in(empty_desk.path, "kim", before)
    assert refused.value.code == "wrong_password"
    factories.signed_in(empty_desk.path, "kim", issued.password).close()


# --- leaving and renewing ---


@pytest.mark.journey
def test_who_leaves_opens_nothing_and_the_others_do(place, empty_desk):
    hers = factories.colleague(empty_desk, "kim", Role.CLERK, name="Ким А.Б.")
    his = factories.colleague(empty_desk, "omarov", Role.CLERK, name="Омаров Т.К.")
    refreshed(place)
    shown_login(place, "kim")
    with hands.answers() as planned:
        planned.plan("tell")
        place.leave(place.current())
        form = opened(LeavingForm)
        press("Ctrl+S")  # without a reason
        hands.wait_until(form._boxes["reason"].error.text, "the refusal")
        type_text("уволена 18.11.2026")
        press("Ctrl+S")
        hands.wait_until(lambda: planned.asked, "the result", 30)
    assert "2" in planned.asked[0][1]  # who still opens the store
    with pytest.raises(StoreUnavailable):
        factories.signed_in(empty_desk.path, "kim", hers)
    factories.signed_in(empty_desk.path, "omarov", his).close()
    factories.opened(empty_desk.path.parent).close()
    hands.wait_until(place.loaded)
    closed = next(one for one in place.model.rows if one.login == "kim")
    assert not place.steps(closed)


def test_the_last_head_of_the_service_leaving_is_said_at_once(empty_desk):
    factories.colleague(empty_desk, "omarov", Role.HEAD_OF_SERVICE, Role.SECURITY_OFFICER, name="Омаров Т.К.")
    with hands.shown(LeavingForm(empty_desk, row(empty_desk, "omarov"))) as form:
        assert not form.findings.findings()
    from dspdesk.procedures.accounts import SetRoles, set_roles

    set_roles(
        empty_desk,
        SetRoles(
            account_id=empty_desk.person.account_id,
            roles={Role.SECURITY_OFFICER},
            reason="передача дел",
        ),
    )
    with hands.shown(LeavingForm(empty_desk, row(empty_desk, "omarov"))) as form:
        assert [finding.code for finding in form.findings.findings()] == ["last_head_of_service"]


def test_the_key_is_renewed_with_a_reason(place, empty_desk):
    with hands.answers() as planned:
        planned.plan("tell")
        place.renew()
        form = opened(RenewForm)
        form.why.setFocus()
        type_text("носитель с копией потерян")
        press("Ctrl+S")
        hands.wait_until(lambda: planned.asked, "the result", 30)
    factories.opened(empty_desk.path.parent).close()


@pytest.mark.journey
def test_a_new_sheet_is_shown_and_typed_back(place, empty_desk):
    place.make_sheet()
    opened(NewSheetForm)
    press("Ctrl+S")
    dialog = opened(NewSheetDialog)
    key = " ".join(groups_on(dialog.sheet._pdf))
    assert desks.recovery_opens(empty_desk.path, key)
    press("Ctrl+Enter")
    hands.wait_until(dialog.type_back.line.hasFocus)
    type_text(key)
    press("Enter")
    hands.wait_until(lambda: not QApplication.activeModalWidget(), "the end")
    assert empty_desk.recovery_matches(key)


def test_leaving_before_the_sheet_is_typed_back_asks(empty_desk, dressed):
    from dspdesk.procedures import printing
    from dspdesk.procedures.accounts import new_recovery_sheet

    pdf = printing.recovery_sheet(empty_desk, new_recovery_sheet(empty_desk), "ru")
    with hands.shown(NewSheetDialog(empty_desk, pdf)) as dialog, hands.answers() as planned:
        planned.plan("confirm", False)
        press("Esc")
        assert dialog.isVisible()
        press("Ctrl+Enter", "Alt+Left")
        assert dialog._pages.currentIndex() == 0


# --- one's own password ---


def test_ones_own_password_is_changed(empty_desk):
    with hands.shown(OwnPasswordForm(empty_desk)) as form:
        type_text(PASSWORD)
        form.new.first.setFocus()
        type_text(OWN)
        press("Enter")
        type_text(OWN)
        done = []
        form.saved.connect(lambda _nothing: done.append(True))
        press("Ctrl+S")
        hands.wait_until(lambda: done, "the change", 30)
    factories.signed_in(empty_desk.path, LOGIN, OWN).close()


def test_a_wrong_old_password_stands_beside_it(empty_desk):
    with hands.shown(OwnPasswordForm(empty_desk)) as form:
        type_text("совсем не тот пароль")
        form.new.first.setFocus()
        type_text(OWN)
        press("Enter")
        type_text(OWN)
        press("Ctrl+S")
        hands.wait_until(form._boxes["old"].error.text, "the refusal", 30)
        assert form.old.hasFocus()
    factories.opened(empty_desk.path.parent).close()


def test_two_new_passwords_that_differ_are_said(empty_desk):
    with hands.shown(OwnPasswordForm(empty_desk)) as form:
        form.new.first.setFocus()
        type_text(OWN)
        press("Enter")
        type_text(OWN + "!")
        press("Ctrl+S")
        assert form.new.second_box.error.text()


# --- two officers ---


@pytest.fixture
def two_officers(empty_desk):
    """The password of a second officer."""
    return factories.colleague(empty_desk, "omarov", Role.SECURITY_OFFICER, name="Омаров Т.К.")


def test_a_third_officer_needs_the_second(empty_desk, two_officers):
    factories.employee(empty_desk, "Ким А.Б.")
    free = [one for one in people(empty_desk) if not one.login]
    with hands.shown(NewAccountForm(empty_desk, free, [])) as form:
        issued = []
        form.saved.connect(issued.append)
        tick(form, Role.SECURITY_OFFICER)
        press("Ctrl+S")
        second = opened(SecondPerson)
        assert second.login.currentText() == "omarov"
        type_text("не тот пароль вовсе")
        press("Enter")
        hands.wait_until(second._password_box.error.text, "the refusal")
        type_text(two_officers)
        press("Enter")
        hands.wait_until(lambda: issued, "the account", 30)
    assert issued[0].login == "kim"


def test_leaving_the_second_officer_leaves_everything_as_it_was(empty_desk, two_officers):
    with hands.shown(RenewForm(empty_desk)) as form:
        type_text("проверка")
        press("Ctrl+S")
        opened(SecondPerson)
        press("Esc")
        hands.back_to(form)
        assert form.save_button.isEnabled()


def test_no_more_tries_are_counted_down(empty_desk, two_officers):
    with hands.shown(SecondPerson(empty_desk, "Кто-то становится администратором.")) as dialog:
        for _try in range(4):
            dialog.password.setFocus()
            type_text("не тот пароль вовсе")
            press("Enter")
            hands.wait_until(dialog.leave.isEnabled, "the answer")
        assert dialog.countdown.running()
        assert not dialog.button.isEnabled()
        hands.wait_until(dialog.button.isEnabled, "the next try")
        assert not dialog._password_box.error.text()


# --- the table ---


def test_every_action_and_role_has_its_words():
    assert set(access_words.ACTIONS) == set(Action)
    assert set(access_words.MAY_DO) == set(Role)


def test_the_table_says_what_the_rights_say(dressed):
    with hands.shown(WhoMayWhat()) as dialog:
        for at, action in enumerate(access_words.ACTIONS):
            for column, role in enumerate(Role, 1):
                cell = dialog.table.item(at, column).text()
                assert cell.startswith("✓") is (role in MAY[action]), (action, role)
                assert (cell not in {"✓", "—"}) is (role in MAY[action] and action in TWO_PERSONS)
        press("Esc")
        assert not dialog.isVisible()


def test_no_dialog_is_left_open(place):
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
