"""The table of rights, cell by cell."""

import pytest

from dspdesk.law.findings import Weight
from dspdesk.law.kinds import Role
from dspdesk.law.roles import GROUND, MAY, Action, entrusted, may

HEAD, CLERK, LIBRARIAN, ARCHIVIST = Role.HEAD_OF_SERVICE, Role.CLERK, Role.LIBRARIAN, Role.ARCHIVIST
INSPECTOR, OFFICER = Role.INSPECTOR, Role.SECURITY_OFFICER

#: Written down a second time, by hand: who may do what.
RIGHTS = {
    Action.REGISTER: {HEAD, CLERK},
    Action.CORRECT: {HEAD, CLERK},
    Action.ANNUL: {HEAD, CLERK},
    Action.IMPORT: {HEAD, CLERK},
    Action.READ_JOURNALS: {HEAD, CLERK, LIBRARIAN, ARCHIVIST},
    Action.PRINT_JOURNALS: {HEAD, CLERK},
    Action.READ_LEDGER: {HEAD, INSPECTOR, OFFICER},
    Action.VERIFY: {HEAD, CLERK, INSPECTOR, OFFICER},
    Action.BACK_UP: {HEAD, OFFICER},
    Action.KEEP_KEYS: {OFFICER},
}
REGISTRATION = {Action.REGISTER, Action.CORRECT, Action.ANNUL, Action.IMPORT}


def test_every_action_has_its_row():
    assert set(MAY) == set(Action) == set(RIGHTS)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", Role)
def test_each_cell(role, action):
    allowed = role in RIGHTS[action]
    assert may({role}, action) is allowed
    finding = entrusted({role}, action)
    assert (finding is None) is allowed
    if finding:
        assert finding.requirement == ("D11" if action in REGISTRATION else "OWN")
        assert (finding.weight, finding.code) == (Weight.REFUSE, "not_entrusted")
        assert finding.facts == {"action": action.value}


@pytest.mark.parametrize("action", Action)
def test_nobody_may_anything_and_several_roles_add_up(action):
    assert not may((), action)
    assert may(frozenset(Role), action)
    assert may({Role.COMMISSION_MEMBER, *RIGHTS[action]}, action)


def test_the_security_officer_sees_no_content():
    assert not any(
        may({OFFICER}, action) for action in REGISTRATION | {Action.READ_JOURNALS, Action.PRINT_JOURNALS}
    )


def test_only_registration_quotes_paragraph_11():
    assert set(GROUND) == REGISTRATION
    assert set(GROUND.values()) == {"D11"}
