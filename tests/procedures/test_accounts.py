"""Accounts at a real store: who signs in with what, what two are needed for, and what a person who left still opens."""

import datetime as dt
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dspdesk import desk as desks
from dspdesk.desk import Approval, Created, Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import Role
from dspdesk.law.roles import MAY, Action
from dspdesk.models import AccountRole
from dspdesk.procedures import accounts as procedures
from dspdesk.procedures.accounts import AddAccount, ChangePassword, CloseAccount, ResetPassword, SetRoles
from dspdesk.queries import accounts
from dspdesk.queries.today import today
from dspdesk.store import keys, passwords
from dspdesk.store.errors import StoreUnavailable
from tests import factories
from tests.factories import LOGIN, PASSWORD
from tests.store.tampering import raw

OFFICER, CLERK, HEAD = Role.SECURITY_OFFICER, Role.CLERK, Role.HEAD_OF_SERVICE
NEW = "новый берег и старая лодка"


def refused(action: Callable[[], object]) -> str:
    with pytest.raises((Refused, StoreUnavailable)) as said:
        action()
    if isinstance(said.value, StoreUnavailable):
        assert str(said.value)
        return said.value.code
    return ",".join(finding.code for finding in said.value.findings)


def entries(desk: Desk) -> list[dict]:
    with raw(desk) as connection:
        bodies = connection.execute("SELECT body FROM ledger ORDER BY id").fetchall()
    return [json.loads(body) for (body,) in bodies]


def opens(path: Path, login: str, password: str) -> str:
    try:
        desk = factories.signed_in(path, login, password)
    except StoreUnavailable as error:
        return error.code
    desk.close()
    return "opens"


def row(desk: Desk, login: str) -> accounts.AccountRow:
    return next(one for one in accounts.accounts(desk) if one.login == login)


def whole(desk: Desk) -> bool:
    found = desk.verify()
    assert not found
    return True


# --- a new account ---


def test_a_new_account_opens_with_its_one_time_password(empty_desk: Desk) -> None:
    given = factories.account(empty_desk, "aliya", CLERK, name="Ахметова А.К.")
    assert len(given.password) >= passwords.LEAST
    desk = factories.signed_in(empty_desk.path, "aliya", given.password)
    assert (desk.person.name_ru, desk.person.roles, desk.person.one_time) == (
        "Ахметова А.К.", frozenset({CLERK}), True,
    )  # fmt: skip
    desk.close()
    said = entries(empty_desk)[-1]
    assert (said["tag"], said["by"], said["subject"]) == (
        "account:opened",
        LOGIN,
        f"account:{given.account_id}",
    )
    assert given.password not in json.dumps(said)
    assert desks.logins(empty_desk.path) == [LOGIN, "aliya"]
    assert whole(empty_desk)


def test_with_a_one_time_password_nothing_is_done_but_choosing_another(empty_desk: Desk) -> None:
    given = factories.account(empty_desk, "aliya", *Role)
    desk = factories.signed_in(empty_desk.path, "aliya", given.password)
    assert not any(map(desk.may, Action))
    for step in (
        lambda: factories.registered(desk),
        lambda: desk.authorize(Action.READ_JOURNALS),
        lambda: procedures.renew_key(desk, "так"),
        lambda: desk.renew("keys:data_key:renewed", lambda _step: None),
        lambda: desk.transaction("any:thing:done").__enter__(),
    ):
        assert refused(step) == "password_one_time"
    procedures.change_password(desk, ChangePassword(old=given.password, new=NEW))
    assert not desk.person.one_time
    assert factories.registered(desk).number
    desk.close()
    assert opens(empty_desk.path, "aliya", NEW) == "opens"
    assert opens(empty_desk.path, "aliya", given.password) == "wrong_password"
    assert not row(empty_desk, "aliya").one_time
    assert whole(empty_desk)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"login": "два слова"}, "login_unfit"),
        ({"login": ""}, "login_unfit"),
        ({"login": "a" * 65}, "login_unfit"),
        ({"login": LOGIN.upper()}, "login_taken"),
        ({"roles": ()}, "roles_needed"),
        ({"employee_id": 1}, "account_exists"),
    ],
)
def test_an_account_that_cannot_be_is_refused(empty_desk: Desk, changes: dict, code: str) -> None:
    command = AddAccount(employee_id=factories.employee(empty_desk), login="aliya", roles={CLERK})
    command = replace(command, **changes)
    before = keys.read(empty_desk.path)
    assert [finding.code for finding in procedures.consider(empty_desk, command)] == [code]
    assert refused(lambda: procedures.add_account(empty_desk, command)) == code
    assert keys.read(empty_desk.path) == before
    assert len(accounts.accounts(empty_desk)) == 1


def test_who_has_left_gets_no_account(empty_desk: Desk) -> None:
    from dspdesk.models import Employee

    person = factories.employee(empty_desk)
    with empty_desk.transaction("people:employee:left") as step:
        step.session.get_one(Employee, person).left_on = factories.TODAY
    command = AddAccount(employee_id=person, login="aliya", roles={CLERK})
    assert refused(lambda: procedures.add_account(empty_desk, command)) == "employee_left"


def test_a_slot_file_that_cannot_be_written_leaves_no_account(empty_desk: Desk, monkeypatch) -> None:
    def full(*_how: object) -> None:
        raise OSError(28, "full")

    person = factories.employee(empty_desk)
    with monkeypatch.context() as patched:
        patched.setattr(keys, "_write_synced", full)
        command = AddAccount(employee_id=person, login="aliya", roles={CLERK})
        assert refused(lambda: procedures.add_account(empty_desk, command)) == "disk_full"
    assert len(accounts.accounts(empty_desk)) == 1
    assert desks.logins(empty_desk.path) == [LOGIN]


def test_a_step_that_is_not_kept_leaves_the_slots_as_they_were(empty_desk: Desk) -> None:
    before = keys.read(empty_desk.path)
    with (
        pytest.raises(ZeroDivisionError),
        empty_desk.changing_keys("account:password:changed") as (step, slots),
    ):
        place = empty_desk.path.parent / "carrier.key"
        slots.give(step, LOGIN, NEW, place, factories.CHEAP)
        assert keys.read(empty_desk.path) != before
        raise ZeroDivisionError
    assert keys.read(empty_desk.path) == before
    assert opens(empty_desk.path, LOGIN, PASSWORD) == "opens"


def test_a_key_file_of_ones_own_can_be_named(empty_desk: Desk) -> None:
    own = empty_desk.path.parent / "own.key"
    given = factories.account(empty_desk, "aliya", CLERK, key_file=own)
    assert opens(empty_desk.path, "aliya", given.password) == "key_file_other"
    desks.open_desk(empty_desk.path, "aliya", given.password, own, at=factories.clock).close()
    assert desks.wants_key_file(empty_desk.path, "aliya")


def test_new_slots_cost_what_the_officers_does(empty_desk: Desk) -> None:
    factories.account(empty_desk, "aliya", CLERK)
    assert keys.cost_of(keys.read(empty_desk.path).person("aliya")) == factories.CHEAP


# --- passwords ---


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("короткий", "password_short"),
        ("комитет по проверке", "password_common"),
        ("Сейтқали Сейтқали", "password_common"),
        ("zhunisova zhunisova", "password_common"),
        (PASSWORD, "password_same"),
    ],
)
def test_a_weak_new_password_is_refused_beside_its_field(empty_desk: Desk, new: str, code: str) -> None:
    factories.employee(empty_desk)
    with pytest.raises(Refused) as said:
        procedures.change_password(empty_desk, ChangePassword(old=PASSWORD, new=new))
    assert [(finding.code, finding.field) for finding in said.value.findings] == [(code, "new")]
    assert opens(empty_desk.path, LOGIN, PASSWORD) == "opens"


def test_the_old_password_is_asked_and_tries_are_counted(empty_desk: Desk) -> None:
    change = ChangePassword(old="не тот пароль вовсе", new=NEW)
    said = [refused(lambda: procedures.change_password(empty_desk, change)) for _ in range(4)]
    assert said == ["wrong_password"] * 3 + ["too_many_tries"]
    assert opens(empty_desk.path, LOGIN, NEW) == "too_many_tries"


def test_a_changed_password_stands_in_the_ledger_without_itself(empty_desk: Desk) -> None:
    procedures.change_password(empty_desk, ChangePassword(old=PASSWORD, new=NEW))
    said = entries(empty_desk)[-1]
    assert said["tag"] == "account:password:changed"
    assert NEW not in json.dumps(said, ensure_ascii=False)
    assert opens(empty_desk.path, LOGIN, NEW) == "opens"
    assert opens(empty_desk.path, LOGIN, PASSWORD) == "wrong_password"
    assert whole(empty_desk)


def test_a_forgotten_password_is_replaced_by_a_one_time_one(empty_desk: Desk) -> None:
    old = factories.colleague(empty_desk, "aliya", CLERK)
    account_id = row(empty_desk, "aliya").id
    given = procedures.reset_password(empty_desk, ResetPassword(account_id=account_id))
    assert (given.login, row(empty_desk, "aliya").one_time) == ("aliya", True)
    assert opens(empty_desk.path, "aliya", old) == "wrong_password"
    assert opens(empty_desk.path, "aliya", given.password) == "opens"
    own = ResetPassword(account_id=empty_desk.person.account_id)
    assert refused(lambda: procedures.reset_password(empty_desk, own)) == "password_own"


# --- roles ---


def test_roles_are_given_taken_back_and_given_again_without_losing_a_row(empty_desk: Desk) -> None:
    factories.colleague(empty_desk, "aliya", CLERK)
    account_id = row(empty_desk, "aliya").id
    for roles in ({Role.LIBRARIAN}, {CLERK, Role.ARCHIVIST}):
        procedures.set_roles(empty_desk, SetRoles(account_id=account_id, roles=roles, reason="приказ 12"))
        assert row(empty_desk, "aliya").roles == roles
    with empty_desk.transaction("any:thing:seen") as step:
        rows = step.session.query(AccountRole).filter_by(account_id=account_id).all()
        known = {one.role: one.withdrawn_on for one in rows}
    assert known == {"clerk": None, "librarian": factories.TODAY, "archivist": None}
    assert whole(empty_desk)


def test_the_last_security_officer_stays_one(empty_desk: Desk) -> None:
    own = empty_desk.person.account_id
    step = SetRoles(account_id=own, roles=set(Role) - {OFFICER}, reason="так")
    assert refused(lambda: procedures.set_roles(empty_desk, step)) == "last_security_officer"
    close = CloseAccount(account_id=own, reason="уволен")
    assert "last_security_officer" in refused(lambda: procedures.close_account(empty_desk, close))
    factories.colleague(empty_desk, "daniyar", OFFICER)
    procedures.set_roles(empty_desk, step)
    assert not empty_desk.may(Action.KEEP_KEYS)


def test_the_last_head_of_service_is_asked_about(empty_desk: Desk) -> None:
    own = empty_desk.person.account_id
    step = SetRoles(account_id=own, roles=set(Role) - {HEAD})
    with pytest.raises(NeedsReason):
        procedures.set_roles(empty_desk, step)
    procedures.set_roles(empty_desk, replace(step, reason="вакансия"))
    assert entries(empty_desk)[-1]["reason"] == "вакансия"


def test_the_same_roles_are_no_step(empty_desk: Desk) -> None:
    step = SetRoles(account_id=empty_desk.person.account_id, roles=set(Role), reason="так")
    assert refused(lambda: procedures.set_roles(empty_desk, step)) == "roles_unchanged"


KEY_STEPS = [
    lambda desk: factories.account(desk, "x", CLERK),
    lambda desk: procedures.reset_password(desk, ResetPassword(account_id=1)),
    lambda desk: procedures.set_roles(desk, SetRoles(account_id=1, roles={CLERK}, reason="так")),
    lambda desk: procedures.close_account(desk, CloseAccount(account_id=1, reason="так")),
    lambda desk: procedures.renew_key(desk, "так"),
    procedures.new_recovery_sheet,
    accounts.accounts,
]


@pytest.mark.parametrize("step", KEY_STEPS)
def test_keys_are_for_the_security_officer(empty_desk: Desk, step) -> None:
    assert MAY[Action.KEEP_KEYS] == {OFFICER}
    empty_desk.person = replace(empty_desk.person, roles=frozenset(Role) - {OFFICER})
    before = entries(empty_desk), keys.read(empty_desk.path)
    assert refused(lambda: step(empty_desk)) == "not_entrusted"
    assert [said["tag"] for said in entries(empty_desk) if said not in before[0]] in ([], [tag_of_employee()])
    assert keys.read(empty_desk.path) == before[1]


def tag_of_employee() -> str:
    return "people:employee:entered"


# --- two persons ---


@pytest.fixture
def two(empty_desk: Desk) -> str:
    """A second security officer; the password."""
    return factories.colleague(empty_desk, "daniyar", OFFICER, CLERK)


def test_one_officer_acts_alone_and_two_act_together(empty_desk: Desk) -> None:
    assert not empty_desk.two_needed(Action.ADD_OFFICER)
    password = factories.colleague(empty_desk, "daniyar", OFFICER)
    assert empty_desk.two_needed(Action.ADD_OFFICER)
    assert not empty_desk.two_needed(Action.KEEP_KEYS)
    assert refused(lambda: factories.account(empty_desk, "x", OFFICER)) == "second_officer_needed"
    assert factories.account(empty_desk, "aliya", CLERK).login
    aliya = row(empty_desk, "aliya").id
    raised = SetRoles(account_id=aliya, roles={CLERK, OFFICER}, reason="приказ")
    assert refused(lambda: procedures.set_roles(empty_desk, raised)) == "second_officer_needed"
    assert refused(lambda: procedures.renew_key(empty_desk, "так")) == "second_officer_needed"
    assert refused(lambda: procedures.new_recovery_sheet(empty_desk)) == "second_officer_needed"
    approval = empty_desk.second_person("daniyar", password)
    procedures.set_roles(empty_desk, replace(raised, approval=approval))
    said = entries(empty_desk)[-1]
    assert (said["by"], said["second"]) == (LOGIN, "daniyar")
    assert whole(empty_desk)


def test_the_word_of_the_second_is_their_own(empty_desk: Desk, two: str) -> None:
    factories.colleague(empty_desk, "aliya", CLERK)
    given = factories.account(
        empty_desk, "new", OFFICER, approval=empty_desk.second_person("daniyar", two)
    ).password
    for login, password, code in (
        (LOGIN, PASSWORD, "second_is_first"),
        ("daniyar", "не тот пароль вовсе", "wrong_password"),
        ("aliya", f"{PASSWORD} 5", "second_not_officer"),
        ("new", given, "second_one_time"),  # whoever issued it knows it too
        ("nobody", two, "unknown_login"),
    ):
        assert (
            refused(lambda login=login, password=password: empty_desk.second_person(login, password)) == code
        )
    with pytest.raises(TypeError):
        Approval("daniyar", "", "", LOGIN, empty_desk.clock() + dt.timedelta(days=1), object())


def test_tries_of_a_second_password_are_counted(empty_desk: Desk, two: str) -> None:
    for _ in range(3):
        assert refused(lambda: empty_desk.second_person("daniyar", "не тот пароль вовсе")) == "wrong_password"
    assert refused(lambda: empty_desk.second_person("daniyar", two)) == "too_many_tries"


def test_an_approval_does_not_last_and_is_for_one_desk(empty_desk: Desk, two: str) -> None:
    approval = empty_desk.second_person("daniyar", two)
    empty_desk.authorize_two(Action.RENEW_KEY, approval)
    empty_desk.clock = lambda: factories.NOW + dt.timedelta(minutes=6)
    assert refused(lambda: empty_desk.authorize_two(Action.RENEW_KEY, approval)) == "second_officer_needed"
    empty_desk.clock = factories.clock
    other = factories.signed_in(empty_desk.path, "daniyar", two)
    assert refused(lambda: other.authorize_two(Action.RENEW_KEY, approval)) == "second_officer_needed"
    other.close()


def test_the_password_of_another_officer_is_reset_by_two_where_there_is_a_third(
    empty_desk: Desk, two: str
) -> None:
    account_id = row(empty_desk, "daniyar").id
    approval = empty_desk.second_person("daniyar", two)
    assert procedures.reset_password(empty_desk, ResetPassword(account_id=account_id)).password
    third = factories.colleague(empty_desk, "third", OFFICER, approval=approval)
    step = ResetPassword(account_id=account_id)
    assert refused(lambda: procedures.reset_password(empty_desk, step)) == "second_officer_needed"
    agreed = empty_desk.second_person("third", third)
    assert procedures.reset_password(empty_desk, replace(step, approval=agreed)).password


# --- somebody leaves ---


def test_somebody_who_left_opens_nothing_with_what_they_had(tmp_path: Path) -> None:
    """Old slot file and old password, which they may have copied, against the new store; everybody else opens it."""
    made: Created = factories.created(tmp_path)
    desk, path = made.desk, made.desk.path
    leaver = factories.colleague(desk, "aliya", CLERK)
    stayer = factories.colleague(desk, "marat", CLERK)
    registered = factories.registered(desk)
    kept = tmp_path / "kept"
    kept.mkdir()
    old_key = desk._data_key
    for place in (*keys.paths(path), path.parent / "carrier.key"):
        shutil.copy(place, kept)
    whole_file = keys.read(path)
    without = tuple(slot for slot in whole_file.slots if slot.get("login") != "aliya")
    keys.write(path, replace(whole_file, slots=without))  # not enough: what they copied would still open it
    assert opens(path, "aliya", leaver) == "unknown_login"
    keys.write(path, keys.read(kept / path.name))
    assert opens(path, "aliya", leaver) == "opens"

    procedures.close_account(desk, CloseAccount(account_id=row(desk, "aliya").id, reason="уволена"))
    assert opens(path, "aliya", leaver) == "unknown_login"
    assert opens(path, "marat", stayer) == opens(path, LOGIN, PASSWORD) == "opens"
    assert desks.recovery_opens(path, " ".join(made.recovery))
    assert desk.recovery_matches(" ".join(made.recovery))
    assert desk._data_key != old_key
    with desk.reading() as connection:
        assert connection.exec_driver_sql("SELECT max(id) FROM item").scalar() == registered.id
    assert factories.registered(desk).number.sequence == 2
    said = entries(desk)[-2]
    assert (said["tag"], said["reason"]) == ("account:closed", "уволена")
    assert whole(desk)
    desk.close()
    assert sorted(place.name for place in tmp_path.iterdir()) == [
        "carrier.key", "kept", "office.dspdesk", "office.dspdesk.keys", "office.dspdesk.keys2",
    ]  # fmt: skip

    for name in ("office.dspdesk.keys", "office.dspdesk.keys2"):
        shutil.copy(kept / name, tmp_path / name)
    assert opens(path, "aliya", leaver) == "store_damaged"  # the old data key opens no page of it


def test_a_closed_account_stays_known_and_is_not_changed(empty_desk: Desk) -> None:
    factories.colleague(empty_desk, "aliya", CLERK)
    account_id = row(empty_desk, "aliya").id
    procedures.close_account(empty_desk, CloseAccount(account_id=account_id, reason="перевод"))
    closed = row(empty_desk, "aliya")
    assert (closed.closed_on, closed.secret, closed.roles) == (factories.TODAY, "", {CLERK})
    assert accounts.accounts(empty_desk)[-1] == closed
    assert desks.logins(empty_desk.path) == [LOGIN]
    for step in (
        lambda: procedures.close_account(empty_desk, CloseAccount(account_id=account_id, reason="x")),
        lambda: procedures.reset_password(empty_desk, ResetPassword(account_id=account_id)),
        lambda: procedures.set_roles(empty_desk, SetRoles(account_id=account_id, roles={HEAD}, reason="x")),
    ):
        assert "account_closed" in refused(step)
    again = AddAccount(employee_id=closed.employee_id, login="aliya2", roles={CLERK})
    assert procedures.add_account(empty_desk, again).login == "aliya2"
    assert refused(lambda: factories.account(empty_desk, "Aliya", CLERK)) == "login_taken"


def test_closing_asks_for_its_reason(empty_desk: Desk) -> None:
    factories.colleague(empty_desk, "aliya", CLERK)
    step = CloseAccount(account_id=row(empty_desk, "aliya").id, reason=" ")
    assert refused(lambda: procedures.close_account(empty_desk, step)) == "key_reason_needed"


def test_an_officer_may_close_their_own_account_when_another_remains(empty_desk: Desk, two: str) -> None:
    procedures.close_account(
        empty_desk, CloseAccount(account_id=empty_desk.person.account_id, reason="перевод")
    )
    assert opens(empty_desk.path, LOGIN, PASSWORD) == "unknown_login"
    assert opens(empty_desk.path, "daniyar", two) == "opens"


def test_a_key_renewed_leaves_everybody_their_password(empty_desk: Desk, two: str) -> None:
    before = empty_desk._data_key
    procedures.renew_key(empty_desk, "утерян носитель", empty_desk.second_person("daniyar", two))
    assert empty_desk._data_key != before
    assert entries(empty_desk)[-1]["second"] == "daniyar"
    assert opens(empty_desk.path, "daniyar", two) == opens(empty_desk.path, LOGIN, PASSWORD) == "opens"
    assert keys.read(empty_desk.path).epoch == 2
    assert refused(lambda: procedures.renew_key(empty_desk, " ")) == "second_officer_needed"


def test_a_new_sheet_kills_the_old_one_even_with_the_old_slot_file(tmp_path: Path) -> None:
    made = factories.created(tmp_path)
    desk, path = made.desk, made.desk.path
    desk.confirm_recovery(" ".join(made.recovery))
    old = [place.read_bytes() for place in keys.paths(path)]
    groups = procedures.new_recovery_sheet(desk)
    assert not desk.recovery_matches(" ".join(made.recovery))
    assert today(desk).recovery_sheet_missing
    assert desk.confirm_recovery(" ".join(groups))
    assert not today(desk).recovery_sheet_missing
    assert whole(desk)
    desk.close()
    for place, content in zip(keys.paths(path), old, strict=True):
        place.write_bytes(content)
    with pytest.raises(StoreUnavailable) as told:
        desks.recover(path, LOGIN, " ".join(made.recovery), NEW, tmp_path / "new.key", cost=factories.CHEAP)
    assert told.value.code == "store_damaged"


# --- signing in ---


def test_a_sign_in_announced_stands_in_the_ledger_with_the_tries_before_it(empty_desk: Desk) -> None:
    for _ in range(2):
        assert opens(empty_desk.path, LOGIN, "не тот пароль вовсе") == "wrong_password"
    assert opens(empty_desk.path, LOGIN, PASSWORD) == "opens"  # a command line says nothing
    before = len(entries(empty_desk))
    factories.signed_in(empty_desk.path, LOGIN, PASSWORD, announce=True).close()
    failed, opened = entries(empty_desk)[before:]
    assert (failed["tag"], failed["reason"], failed["subject"]) == ("sign_in:failed", "2", "account:1")
    assert opened["tag"] == "sign_in:opened"
    factories.signed_in(empty_desk.path, LOGIN, PASSWORD, announce=True).close()
    assert [said["tag"] for said in entries(empty_desk)[before + 2 :]] == ["sign_in:opened"]
    assert row(empty_desk, LOGIN).last_sign_in == empty_desk.now()
    assert whole(empty_desk)


def test_a_clock_behind_the_ledger_is_asked_about_once(empty_desk: Desk) -> None:
    factories.registered(empty_desk)
    assert empty_desk.clock_behind() is None
    before = len(entries(empty_desk))
    late = factories.signed_in(
        empty_desk.path, LOGIN, PASSWORD, at=lambda: factories.NOW - dt.timedelta(hours=3), announce=True
    )
    assert late.clock_behind() == empty_desk.now()
    assert len(entries(empty_desk)) == before
    assert refused(lambda: procedures.accept_clock(late, "")) == "key_reason_needed"
    procedures.accept_clock(late, "часы были впереди")
    accepted, opened = entries(empty_desk)[before:]
    assert (accepted["tag"], accepted["reason"]) == ("sign_in:clock:accepted", "часы были впереди")
    assert opened["tag"] == "sign_in:opened"
    assert late.clock_behind() is None
    procedures.accept_clock(late, "ещё раз")
    assert len(entries(empty_desk)) == before + 2
    late.close()
    near = factories.signed_in(
        empty_desk.path, LOGIN, PASSWORD, at=lambda: factories.NOW - dt.timedelta(hours=3, minutes=1)
    )
    assert near.clock_behind() is None
    near.close()


def test_a_desk_elsewhere_is_told_that_the_key_was_renewed(empty_desk: Desk) -> None:
    other = factories.signed_in(empty_desk.path, LOGIN, PASSWORD)
    fresh = factories.signed_in(empty_desk.path, LOGIN, PASSWORD)
    factories.registered(other)
    procedures.renew_key(empty_desk, "проверка")
    for desk in (other, fresh):
        assert refused(lambda desk=desk: factories.registered(desk)) == "keys_renewed"
        assert refused(lambda desk=desk: today(desk)) == "keys_renewed"
        desk.close()
    assert factories.registered(empty_desk).number.sequence == 2
    assert whole(empty_desk)


# --- what somebody puts into the slot file ---


def test_a_slot_put_in_past_the_program_gets_no_new_key(empty_desk: Desk) -> None:
    old = factories.colleague(empty_desk, "aliya", CLERK)

    def planted(login: str) -> keys.Header:
        header, cheap = keys.read(empty_desk.path), factories.CHEAP
        return keys.with_person(
            header, empty_desk._data_key, login, "чужой пароль", b"m" * 32, secret="file", cost=cheap
        )

    swapped, ghost = planted("aliya"), planted("ghost")
    right = keys.read(empty_desk.path)
    keys.write(empty_desk.path, swapped)
    assert refused(lambda: procedures.renew_key(empty_desk, "проверка")) == "keys_not_agreed"
    assert keys.read(empty_desk.path) == swapped
    assert factories.registered(empty_desk).number
    keys.write(empty_desk.path, keys.with_recovery(right, empty_desk._data_key, bytes(32)))
    assert refused(lambda: procedures.renew_key(empty_desk, "проверка")) == "sheet_not_agreed"
    keys.write(empty_desk.path, ghost)
    procedures.renew_key(empty_desk, "проверка")
    assert desks.logins(empty_desk.path) == [LOGIN, "aliya"]
    assert opens(empty_desk.path, "aliya", old) == "opens"


def test_guessable_words_are_of_the_body_and_its_people(desk: Desk) -> None:
    words = accounts.guessable(desk)
    assert {"Комитет по проверке", LOGIN, "Жүнісова Ә.Қ."} <= set(words)
