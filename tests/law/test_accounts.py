"""The rules of accounts, each alone."""

import pytest

from dspdesk.law import accounts as law
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import Role

OFFICER, HEAD, CLERK = Role.SECURITY_OFFICER, Role.HEAD_OF_SERVICE, Role.CLERK


def code(finding) -> str:
    return finding.code if finding else ""


@pytest.mark.parametrize("login", ["a", "zhunisova", "a.k", "a-k_2", "жүнісова", "1", "a" * 64])
def test_a_login_of_one_word_fits(login: str) -> None:
    assert law.login_fits(login, ["other"]) is None


@pytest.mark.parametrize(
    "login", ["", " ", "a b", "-a", ".a", "_a", "a/b", "a\n", "a\x00", "a" * 65, "a:b", "ә!"]
)
def test_anything_else_is_no_login(login: str) -> None:
    finding = law.login_fits(login, [])
    assert (code(finding), finding.field) == ("login_unfit", "login")


@pytest.mark.parametrize("login", ["aliya", "ALIYA", "Aliya"])
def test_a_login_is_given_once_in_any_case(login: str) -> None:
    assert code(law.login_fits(login, ["marat", "Aliya"])) == "login_taken"


@pytest.mark.parametrize(
    ("left", "has_account", "expected"),
    [
        (False, False, ""),
        (True, False, "employee_left"),
        (False, True, "account_exists"),
        (True, True, "employee_left"),
    ],
)
def test_who_may_have_an_account(left, has_account, expected) -> None:
    assert code(law.person_fits(left=left, has_account=has_account)) == expected


@pytest.mark.parametrize("others", [0, 1, 5])
@pytest.mark.parametrize("before", [(), (CLERK,), (OFFICER,), (OFFICER, HEAD), tuple(Role)])
@pytest.mark.parametrize("after", [(), (CLERK,), (OFFICER,), (HEAD,), (OFFICER, HEAD)])
def test_the_last_of_a_role(before, after, others) -> None:
    def is_last(role: Role) -> bool:
        return role in before and role not in after and others == 0

    officer = law.officer_remains(before, after, others)
    head = law.head_remains(before, after, others)
    assert code(officer) == ("last_security_officer" if is_last(OFFICER) else "")
    assert code(head) == ("last_head_of_service" if is_last(HEAD) else "")
    assert officer is None or officer.weight is Weight.REFUSE
    assert head is None or head.weight is Weight.WARN


def test_the_rest() -> None:
    assert code(law.roles_named(())) == "roles_needed"
    assert law.roles_named({CLERK}) is None
    assert code(law.account_open(closed=True)) == "account_closed"
    assert law.account_open(closed=False) is None
    assert code(law.roles_differ([CLERK, HEAD], {HEAD, CLERK})) == "roles_unchanged"
    assert law.roles_differ([CLERK], {HEAD, CLERK}) is None
    assert [code(law.reason_given(reason)) for reason in ("", "  ", "x")] == ["key_reason_needed"] * 2 + [""]
    assert code(law.password_new("a", "a")) == "password_same"
    assert law.password_new("a", "b") is None
    assert code(law.not_ones_own(itself=True)) == "password_own"
    assert law.not_ones_own(itself=False) is None
