"""The table of rights, cell by cell."""

import pytest

from dspdesk.law.findings import Weight
from dspdesk.law.kinds import Role
from dspdesk.law.roles import GROUND, MAY, TWO_PERSONS, Action, entrusted, may

#: Written down a second time, by hand, each cell once: H head of the documentation service, C clerk, L librarian,
#: A archivist, S commission secretary, M commission member, I inspector, O security officer; · may not.
COLUMNS = {
    "H": Role.HEAD_OF_SERVICE, "C": Role.CLERK, "L": Role.LIBRARIAN, "A": Role.ARCHIVIST,
    "S": Role.COMMISSION_SECRETARY, "M": Role.COMMISSION_MEMBER, "I": Role.INSPECTOR, "O": Role.SECURITY_OFFICER,
}  # fmt: skip
RIGHTS = {
    Action.REGISTER:            "H C · · · · · ·",
    Action.CORRECT:             "H C · · · · · ·",
    Action.ANNUL:               "H C · · · · · ·",
    Action.IMPORT:              "H C · · · · · ·",
    Action.READ_JOURNALS:       "H C L A · · · ·",
    Action.PRINT_JOURNALS:      "H C · · · · · ·",
    Action.READ_LEDGER:         "H · · · · · I O",
    Action.VERIFY:              "H C · · · · I O",
    Action.BACK_UP:             "H · · · · · · O",
    Action.KEEP_KEYS:           "· · · · · · · O",
    Action.KEEP_NUMBERS:        "H C · · · · · ·",
    Action.CLOSE_JOURNAL:       "H C · · · · · ·",
    Action.CARRY_OVER:          "H C · · · · · ·",
    Action.READ_CORRESPONDENTS: "H C L A · · · ·",
    Action.KEEP_CORRESPONDENTS: "H C · · · · · ·",
    Action.READ_OFFICE:         "H C L A S · · O",
    Action.KEEP_PEOPLE:         "H · · · · · · O",
    Action.KEEP_OFFICE:         "H · · · · · · O",
    Action.READ_SETTINGS:       "H C · · · · · O",
    Action.KEEP_SETTINGS:       "H · · · · · · ·",
    Action.ADD_OFFICER:         "· · · · · · · O",
    Action.RENEW_KEY:           "· · · · · · · O",
    Action.RESTORE:             "· · · · · · · O",
    Action.RECEIVE_MAIL:        "H C · · · · · ·",
    Action.MOVE_COPIES:         "H C · · · · · ·",
    Action.KEEP_PERMITS:        "H C · · · · · ·",
    Action.MAKE_COPIES:         "H C · · · · · ·",
    Action.KEEP_CONTROL:        "H C · · · · · ·",
    Action.KEEP_ACTS:           "H C · · · · · ·",
    Action.KEEP_LIST:           "H C · · · · · ·",
    Action.KEEP_SIGNATURES:     "H C · · · · · ·",
    Action.READ_CASES:          "H C L A · · · ·",
    Action.KEEP_PLAN:           "H C · · · · · ·",
    Action.KEEP_CASES:          "H C · · · · · ·",
    Action.TAKE_OUT_OF_CASES:   "H C · · · · · ·",
    Action.KEEP_INVENTORIES:    "H C · A · · · ·",
    Action.KEEP_STORAGE:        "H C L A · · · ·",
    Action.REOPEN_CASES:        "H · · · · · · ·",
}  # fmt: skip
#: What the law itself gives to the documentation service alone (paragraph 11).
SERVICE_ALONE = {
    Action.REGISTER, Action.CORRECT, Action.ANNUL, Action.IMPORT, Action.KEEP_NUMBERS, Action.CLOSE_JOURNAL,
    Action.CARRY_OVER,
}  # fmt: skip
#: The paragraph that a denial quotes.
QUOTED = {**dict.fromkeys(SERVICE_ALONE, "D11"), Action.RECEIVE_MAIL: "D12"}
#: What shows or changes something of the registers, their people's names on them included.
CONTENT = SERVICE_ALONE | {
    Action.READ_JOURNALS, Action.PRINT_JOURNALS, Action.READ_CORRESPONDENTS, Action.KEEP_CORRESPONDENTS,
    Action.RECEIVE_MAIL, Action.MOVE_COPIES, Action.KEEP_PERMITS, Action.MAKE_COPIES, Action.KEEP_CONTROL,
    Action.KEEP_ACTS, Action.KEEP_LIST, Action.KEEP_SIGNATURES, Action.REOPEN_CASES,
    Action.READ_CASES, Action.KEEP_PLAN, Action.KEEP_CASES, Action.TAKE_OUT_OF_CASES, Action.KEEP_INVENTORIES,
    Action.KEEP_STORAGE,
}  # fmt: skip


def cell(action: Action, role: Role) -> bool:
    """What the table above says; each of its columns holds its own letter or the dot."""
    column = list(COLUMNS.values()).index(role)
    letter, written = list(COLUMNS)[column], RIGHTS[action].split()[column]
    assert written in {letter, "·"}
    return written == letter


def test_the_table_is_complete() -> None:
    assert set(MAY) == set(Action) == set(RIGHTS)
    assert set(COLUMNS.values()) == set(Role)
    assert {len(row.split()) for row in RIGHTS.values()} == {len(Role)}


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", Role)
def test_each_cell(role: Role, action: Action) -> None:
    allowed = cell(action, role)
    assert may({role}, action) is allowed
    finding = entrusted({role}, action)
    assert (finding is None) is allowed
    if finding:
        assert finding.requirement == QUOTED.get(action, "OWN")
        assert (finding.weight, finding.code) == (Weight.REFUSE, "not_entrusted")
        assert finding.facts == {"action": action.value}


@pytest.mark.parametrize("action", Action)
def test_nobody_may_anything_and_several_roles_add_up(action: Action) -> None:
    allowed = {role for role in Role if cell(action, role)}
    assert allowed
    assert not may((), action)
    assert may(frozenset(Role), action)
    assert may({Role.COMMISSION_MEMBER, *allowed}, action)
    assert not may(set(Role) - allowed, action)


def test_an_action_that_has_no_row_is_nobodys(monkeypatch) -> None:
    """A new action is refused until somebody says who may take it: forgetting it is an error, never a right."""
    monkeypatch.delitem(MAY, Action.RESTORE)
    with pytest.raises(KeyError):
        may(frozenset(Role), Action.RESTORE)


def test_the_security_officer_sees_no_content() -> None:
    assert not any(may({Role.SECURITY_OFFICER}, action) for action in CONTENT)


def test_the_inspector_reads_the_ledger_and_nothing_else() -> None:
    assert {action for action in Action if may({Role.INSPECTOR}, action)} == {
        Action.READ_LEDGER,
        Action.VERIFY,
    }


def test_two_persons_are_asked_only_for_what_an_officer_does() -> None:
    assert {Action.ADD_OFFICER, Action.RENEW_KEY, Action.RESTORE} == TWO_PERSONS
    assert all(MAY[action] == {Role.SECURITY_OFFICER} for action in TWO_PERSONS)


def test_only_what_is_the_services_alone_quotes_a_paragraph() -> None:
    assert GROUND == QUOTED
