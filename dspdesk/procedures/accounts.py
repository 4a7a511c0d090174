"""Accounts and their keys: who signs in, with what roles, and how the keys are changed when somebody leaves.

Each step writes the store and the slot file beside it; the order is such that the program may end at any moment.
`approval` is what `desk.second_person(login, password, …)` returned; it is needed when `desk.two_needed(action)`.
All raise `Refused` / `NeedsReason` (findings name the field) and `StoreUnavailable`.
"""

import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from dspdesk.desk import Approval, Desk
from dspdesk.law import accounts as law
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.kinds import Role
from dspdesk.law.roles import Action
from dspdesk.models import Account, AccountRole
from dspdesk.queries import accounts
from dspdesk.store import keys, passwords, recovery, slots
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAccount:
    """Give an employee a login with a one-time password.

    The machine's half of the key lies where that of the person at the desk does (keyring, or their key file), or in
    `key_file`, which is made when it is not there. A security officer is added by two, when there are two.
    """

    employee_id: int
    login: str
    roles: Collection[Role]
    key_file: Path | None = None
    reason: str = ""
    approval: Approval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetPassword:
    """Issue a one-time password in the place of a forgotten one; the officer never chooses one."""

    account_id: int
    key_file: Path | None = None
    reason: str = ""
    approval: Approval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePassword:
    """Change one's own password, proving the old one; replaces a one-time password. `key_file` as for signing in."""

    old: str
    new: str
    key_file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRoles:
    """Give an account exactly these roles; what it had stays known with the day on which it was taken back."""

    account_id: int
    roles: Collection[Role]
    reason: str = ""
    approval: Approval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseAccount:
    """Close the account of a person who leaves: their key slot goes and the data key is renewed. Takes a while."""

    account_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class OneTime:
    """A one-time password, shown this once."""

    account_id: int
    login: str
    password: str


def consider(desk: Desk, command: AddAccount | SetRoles | CloseAccount) -> tuple[Finding, ...]:
    """What stands against a step before it is taken, for a card being filled in; writes nothing."""
    with desk.reading() as connection:
        if isinstance(command, AddAccount):
            found = _against_adding(connection, command)
        elif isinstance(command, SetRoles):
            found = _against_roles(connection, command)
        else:
            found = _against_closing(connection, command)
    return tuple(finding for finding in found if finding is not None)


def add_account(desk: Desk, command: AddAccount) -> OneTime:
    """Open an account with a one-time password."""
    desk.authorize(Action.KEEP_KEYS)
    second = _second_for(desk, command.roles, (), command.approval)
    password = passwords.one_time()
    with desk.changing_keys("account:opened") as (step, slot_file):
        settle(_against_adding(step.connection, command), command.reason)
        account = Account(login=command.login, employee_id=command.employee_id, one_time=True)
        account.roles = [AccountRole(role=role.value) for role in sorted(set(command.roles))]
        step.session.add(account)
        step.session.flush()
        step.subject, step.reason, step.second = f"account:{account.id}", command.reason, second
        slot_file.give(step, command.login, password, command.key_file or _own_place(desk), desk.cost)
    return OneTime(account.id, command.login, password)


def reset_password(desk: Desk, command: ResetPassword) -> OneTime:
    """Issue a one-time password; the old one opens the store no more.

    For another security officer a third one agrees, where there is one: whoever issues a password could use it.
    """
    desk.authorize(Action.KEEP_KEYS)
    with desk.reading() as connection:
        before = accounts.standing(connection, command.account_id)
    itself = command.account_id == desk.person.account_id
    settle([law.account_open(closed=before.closed), law.not_ones_own(itself=itself)], command.reason)
    third = Role.SECURITY_OFFICER in before.roles and before.other_officers > 1
    second = desk.authorize_two(Action.ADD_OFFICER, command.approval) if third else ""
    password = passwords.one_time()
    with desk.changing_keys("account:password:issued") as (step, slot_file):
        account = step.session.get_one(Account, command.account_id)
        settle([law.account_open(closed=account.closed_on is not None)], command.reason)
        account.one_time = True
        step.subject, step.reason, step.second = f"account:{account.id}", command.reason, second
        slot_file.give(
            step, account.login, password, _place_for(desk, account.login, command.key_file), desk.cost
        )
    return OneTime(account.id, account.login, password)


def change_password(desk: Desk, command: ChangePassword) -> None:
    """Change the password of the person at the desk; afterwards `desk.person.one_time` is False.

    Raises `StoreUnavailable` "wrong_password" / "too_many_tries" for the old one, `Refused` for a weak new one
    (field "new"). Costs two Argon2 runs (some 1.5 s): call it in a thread.
    """
    login = desk.person.login
    with desk.reading() as connection:
        words = accounts.guessable_words(connection)
    settle([law.password_new(command.old, command.new), _weakness(command.new, words)], "")
    desk.prove(login, command.old, command.key_file)
    with desk.changing_keys("account:password:changed") as (step, slot_file):
        account = step.session.get_one(Account, desk.person.account_id)
        account.one_time = False
        step.subject = f"account:{account.id}"
        slot_file.give(step, login, command.new, _place_for(desk, login, command.key_file), desk.cost)
    desk.person = replace(desk.person, one_time=False)


def set_roles(desk: Desk, command: SetRoles) -> None:
    """Change the roles of an account; effective at its next sign-in, at this desk at once."""
    desk.authorize(Action.KEEP_KEYS)
    with desk.reading() as connection:
        before = accounts.standing(connection, command.account_id).roles
    second = _second_for(desk, command.roles, before, command.approval)
    with desk.transaction("account:roles:changed") as step:
        settle(_against_roles(step.connection, command), command.reason)
        account = step.session.get_one(Account, command.account_id)
        _set(desk, account, frozenset(command.roles))
        step.subject, step.reason, step.second = f"account:{account.id}", command.reason, second
    if command.account_id == desk.person.account_id:
        desk.person = replace(desk.person, roles=frozenset(command.roles))


def close_account(desk: Desk, command: CloseAccount) -> None:
    """Close an account and renew the data key; the desk goes on with the new one. Call it in a thread."""
    desk.authorize(Action.KEEP_KEYS)
    with desk.reading() as connection:  # before the long work, and once more within it
        settle(_against_closing(connection, command), command.reason)

    def write(step: Step) -> None:
        settle(_against_closing(step.connection, command), command.reason)
        account = step.session.get_one(Account, command.account_id)
        account.closed_on = desk.today()
        step.subject, step.reason = f"account:{account.id}", command.reason

    desk.renew("account:closed", write)


def renew_key(desk: Desk, reason: str, approval: Approval | None = None) -> None:
    """Renew the data key: old copies of the slot file open nothing any more. Call it in a thread."""
    second = desk.authorize_two(Action.RENEW_KEY, approval)
    settle([law.reason_given(reason)], reason)
    desk.renew("keys:data_key:renewed", _naming(reason, second))


def new_recovery_sheet(desk: Desk, approval: Approval | None = None) -> tuple[str, ...]:
    """A new recovery key, in groups, shown this once; the data key is renewed, so the old sheet opens nothing.

    The sheet counts as missing until `desk.confirm_recovery(typed)`. Call it in a thread.
    """
    second = desk.authorize_two(Action.RENEW_KEY, approval)
    recovery_key = secrets.token_bytes(32)
    desk.renew("keys:recovery_sheet:made", _naming("", second), recovery_key)
    return recovery.to_groups(recovery_key)


def accept_clock(desk: Desk, reason: str) -> None:
    """Go on with a clock that is behind the last ledger entry (`desk.clock_behind()`); the ledger keeps why."""
    settle([law.reason_given(reason)], reason)
    if desk.clock_behind() is None:
        return
    with desk.transaction("sign_in:clock:accepted") as step:
        step.subject, step.reason = f"account:{desk.person.account_id}", reason
    desk.announce()


def _against_adding(connection: Connection, command: AddAccount) -> list[Finding | None]:
    taken = connection.exec_driver_sql("SELECT login FROM account").scalars().all()
    left, has_account = connection.exec_driver_sql(
        "SELECT left_on IS NOT NULL, EXISTS (SELECT 1 FROM account WHERE employee_id = employee.id "
        "AND closed_on IS NULL) FROM employee WHERE id = ?",
        (command.employee_id,),
    ).one()
    return [
        law.person_fits(left=bool(left), has_account=bool(has_account)),
        law.login_fits(command.login, taken),
        law.roles_named(command.roles),
    ]


def _against_roles(connection: Connection, command: SetRoles) -> list[Finding | None]:
    before = accounts.standing(connection, command.account_id)
    return [
        law.account_open(closed=before.closed),
        law.roles_named(command.roles),
        law.roles_differ(before.roles, command.roles),
        law.officer_remains(before.roles, command.roles, before.other_officers),
        law.head_remains(before.roles, command.roles, before.other_heads),
    ]


def _against_closing(connection: Connection, command: CloseAccount) -> list[Finding | None]:
    before = accounts.standing(connection, command.account_id)
    return [
        law.reason_given(command.reason),
        law.account_open(closed=before.closed),
        law.officer_remains(before.roles, (), before.other_officers),
        law.head_remains(before.roles, (), before.other_heads),
    ]


def _second_for(
    desk: Desk, roles: Collection[Role], before: Collection[Role], approval: Approval | None
) -> str:
    """Who else takes a step that makes somebody a security officer; '' when it makes nobody one."""
    if Role.SECURITY_OFFICER not in roles or Role.SECURITY_OFFICER in before:
        return ""
    return desk.authorize_two(Action.ADD_OFFICER, approval)


def _set(desk: Desk, account: Account, roles: frozenset[Role]) -> None:
    """Rows of roles stay: one that is taken back has its day, one that is given again loses it."""
    for row in account.roles:
        if Role(row.role) in roles:
            row.withdrawn_on = None
        elif row.withdrawn_on is None:
            row.withdrawn_on = desk.today()
    known = {row.role for row in account.roles}
    account.roles.extend(AccountRole(role=role.value) for role in sorted(roles) if role.value not in known)


def _weakness(password: str, words: Collection[str]) -> Finding | None:
    code = passwords.weakness(password, words)
    facts = {"length": len(password), "least": passwords.LEAST}
    return Finding("OWN", Weight.REFUSE, code, facts, "new") if code else None


def _own_place(desk: Desk) -> Path | None:
    """The key file of the person at the desk, `None` when their secret lies in the keyring."""
    return slots.place_of(keys.read(desk.path), desk.person.login, desk.key_file)


def _place_for(desk: Desk, login: str, key_file: Path | None) -> Path | None:
    """The key file for a slot to be made anew: its secret stays where it lay, unless another file is named."""
    header = keys.read(desk.path)
    if login not in header.logins:
        return key_file or _own_place(desk)
    return slots.place_of(header, login, key_file or desk.key_file)


def _naming(reason: str, second: str) -> Callable[[Step], None]:
    """A step that is about the keys of the whole store."""

    def write(step: Step) -> None:
        step.subject, step.reason, step.second = "organisation:1", reason, second

    return write
