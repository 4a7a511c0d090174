"""Who may do what: one table, deny by default."""

from collections.abc import Collection
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import Role


class Action(StrEnum):
    """What a person does at the desk, as far as rights go."""

    REGISTER = "register"
    CORRECT = "correct"
    ANNUL = "annul"
    IMPORT = "import"
    READ_JOURNALS = "read_journals"
    PRINT_JOURNALS = "print_journals"
    READ_LEDGER = "read_ledger"
    VERIFY = "verify"
    BACK_UP = "back_up"
    KEEP_KEYS = "keep_keys"
    KEEP_NUMBERS = "keep_numbers"
    CLOSE_JOURNAL = "close_journal"
    CARRY_OVER = "carry_over"
    READ_CORRESPONDENTS = "read_correspondents"
    KEEP_CORRESPONDENTS = "keep_correspondents"
    READ_OFFICE = "read_office"
    KEEP_PEOPLE = "keep_people"
    KEEP_OFFICE = "keep_office"
    READ_SETTINGS = "read_settings"
    KEEP_SETTINGS = "keep_settings"
    ADD_OFFICER = "add_officer"
    RENEW_KEY = "renew_key"
    RESTORE = "restore"
    RECEIVE_MAIL = "receive_mail"
    MOVE_COPIES = "move_copies"
    KEEP_PERMITS = "keep_permits"
    MAKE_COPIES = "make_copies"
    KEEP_CONTROL = "keep_control"
    KEEP_ACTS = "keep_acts"
    KEEP_LIST = "keep_list"
    KEEP_SIGNATURES = "keep_signatures"
    READ_CASES = "read_cases"
    KEEP_PLAN = "keep_plan"
    KEEP_CASES = "keep_cases"
    REOPEN_CASES = "reopen_cases"
    TAKE_OUT_OF_CASES = "take_out_of_cases"
    KEEP_INVENTORIES = "keep_inventories"
    KEEP_STORAGE = "keep_storage"


_SERVICE = frozenset({Role.CLERK, Role.HEAD_OF_SERVICE})  # paragraph 11: the documentation service
_RESPONSIBLE = frozenset({Role.HEAD_OF_SERVICE, Role.SECURITY_OFFICER})

#: The roles that may take each action; registration is the documentation service's alone (paragraph 11).
MAY: dict[Action, frozenset[Role]] = {
    Action.REGISTER: _SERVICE,
    Action.CORRECT: _SERVICE,
    Action.ANNUL: _SERVICE,
    Action.IMPORT: _SERVICE,
    Action.READ_JOURNALS: _SERVICE | {Role.LIBRARIAN, Role.ARCHIVIST},
    Action.PRINT_JOURNALS: _SERVICE,
    Action.READ_LEDGER: frozenset({Role.INSPECTOR, Role.SECURITY_OFFICER, Role.HEAD_OF_SERVICE}),
    Action.VERIFY: frozenset({Role.INSPECTOR, Role.SECURITY_OFFICER, Role.HEAD_OF_SERVICE, Role.CLERK}),
    Action.BACK_UP: frozenset({Role.SECURITY_OFFICER, Role.HEAD_OF_SERVICE}),
    Action.KEEP_KEYS: frozenset({Role.SECURITY_OFFICER}),
    Action.KEEP_NUMBERS: _SERVICE,
    Action.CLOSE_JOURNAL: _SERVICE,
    Action.CARRY_OVER: _SERVICE,
    Action.READ_CORRESPONDENTS: _SERVICE | {Role.LIBRARIAN, Role.ARCHIVIST},
    Action.KEEP_CORRESPONDENTS: _SERVICE,
    Action.READ_OFFICE: frozenset(Role) - {Role.COMMISSION_MEMBER, Role.INSPECTOR},
    Action.KEEP_PEOPLE: _RESPONSIBLE,
    Action.KEEP_OFFICE: _RESPONSIBLE,
    Action.READ_SETTINGS: _SERVICE | {Role.SECURITY_OFFICER},
    Action.KEEP_SETTINGS: frozenset({Role.HEAD_OF_SERVICE}),
    Action.ADD_OFFICER: frozenset({Role.SECURITY_OFFICER}),
    Action.RENEW_KEY: frozenset({Role.SECURITY_OFFICER}),
    Action.RESTORE: frozenset({Role.SECURITY_OFFICER}),
    Action.RECEIVE_MAIL: _SERVICE,
    Action.MOVE_COPIES: _SERVICE,
    Action.KEEP_PERMITS: _SERVICE,
    Action.MAKE_COPIES: _SERVICE,
    Action.KEEP_CONTROL: _SERVICE,
    Action.KEEP_ACTS: _SERVICE,
    Action.KEEP_LIST: _SERVICE,
    Action.KEEP_SIGNATURES: _SERVICE,
    Action.READ_CASES: _SERVICE | {Role.LIBRARIAN, Role.ARCHIVIST},
    Action.KEEP_PLAN: _SERVICE,
    Action.KEEP_CASES: _SERVICE,
    Action.REOPEN_CASES: frozenset({Role.HEAD_OF_SERVICE}),
    Action.TAKE_OUT_OF_CASES: _SERVICE,
    Action.KEEP_INVENTORIES: _SERVICE | {Role.ARCHIVIST},
    Action.KEEP_STORAGE: _SERVICE | {Role.ARCHIVIST, Role.LIBRARIAN},
}

#: What one security officer alone may not do once there are two of them.
TWO_PERSONS = frozenset({Action.ADD_OFFICER, Action.RENEW_KEY, Action.RESTORE})

#: The requirement that a denial quotes; what is not named here is the program's own order.
GROUND = {
    Action.REGISTER: "D11",
    Action.CORRECT: "D11",
    Action.ANNUL: "D11",
    Action.IMPORT: "D11",
    Action.KEEP_NUMBERS: "D11",
    Action.CLOSE_JOURNAL: "D11",
    Action.CARRY_OVER: "D11",
    Action.RECEIVE_MAIL: "D12",
}


def may(roles: Collection[Role], action: Action) -> bool:
    """Whether somebody with these roles may take the action."""
    return not MAY[action].isdisjoint(roles)


def entrusted(roles: Collection[Role], action: Action) -> Finding | None:
    """Paragraph 11: the documentation service accepts and registers; refuses anybody else."""
    if may(roles, action):
        return None
    return Finding(GROUND.get(action, "OWN"), Weight.REFUSE, "not_entrusted", {"action": action.value})
