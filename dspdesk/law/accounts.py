"""Accounts: what the program itself demands of logins, roles and of closing an account."""

import re
from collections.abc import Collection

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import Role

_LOGIN = re.compile(r"[^\W_][\w.-]*")
LONGEST_LOGIN = 64


def login_fits(login: str, taken: Collection[str]) -> Finding | None:
    """A login is one word of letters, digits, dots and dashes, and nobody else's, closed accounts included."""
    if not _LOGIN.fullmatch(login) or len(login) > LONGEST_LOGIN:
        return Finding("OWN", Weight.REFUSE, "login_unfit", {"login": login}, "login")
    if login.casefold() in {other.casefold() for other in taken}:
        return Finding("OWN", Weight.REFUSE, "login_taken", {"login": login}, "login")
    return None


def roles_named(roles: Collection[Role]) -> Finding | None:
    """An account has a role: without one it opens the store and may do nothing."""
    return None if roles else Finding("OWN", Weight.REFUSE, "roles_needed", {}, "roles")


def person_fits(*, left: bool, has_account: bool) -> Finding | None:
    """An employee who has left gets no account, and nobody has two that are open."""
    if left:
        return Finding("OWN", Weight.REFUSE, "employee_left", {}, "employee_id")
    return Finding("OWN", Weight.REFUSE, "account_exists", {}, "employee_id") if has_account else None


def account_open(*, closed: bool) -> Finding | None:
    """A closed account is not changed any more; somebody who returns gets a new one."""
    return Finding("OWN", Weight.REFUSE, "account_closed") if closed else None


def officer_remains(before: Collection[Role], after: Collection[Role], others: int) -> Finding | None:
    """The last security officer stays one: without any nobody could keep the keys."""
    if Role.SECURITY_OFFICER in after or Role.SECURITY_OFFICER not in before or others:
        return None
    return Finding("OWN", Weight.REFUSE, "last_security_officer", {}, "roles")


def head_remains(before: Collection[Role], after: Collection[Role], others: int) -> Finding | None:
    """Without a head of the documentation service there is nobody to change the settings: asked about."""
    if Role.HEAD_OF_SERVICE in after or Role.HEAD_OF_SERVICE not in before or others:
        return None
    return Finding("OWN", Weight.WARN, "last_head_of_service", {}, "roles")


def roles_differ(before: Collection[Role], after: Collection[Role]) -> Finding | None:
    """Saving the same roles once more is no step."""
    return (
        Finding("OWN", Weight.REFUSE, "roles_unchanged", {}, "roles") if set(before) == set(after) else None
    )


def reason_given(reason: str) -> Finding | None:
    """Closing an account and renewing the key are explained."""
    return None if reason.strip() else Finding("OWN", Weight.REFUSE, "key_reason_needed", {}, "reason")


def password_new(old: str, new: str) -> Finding | None:
    """A new password is another one."""
    return Finding("OWN", Weight.REFUSE, "password_same", {}, "new") if old == new else None


def not_ones_own(*, itself: bool) -> Finding | None:
    """A one-time password is issued for others; one's own password is changed."""
    return Finding("OWN", Weight.REFUSE, "password_own") if itself else None
