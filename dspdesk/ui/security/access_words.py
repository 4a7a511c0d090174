"""Roles and rights in plain words: what each role may do, what each action is."""

from dspdesk.language.catalogue import N_, _
from dspdesk.law.kinds import Role
from dspdesk.law.roles import Action
from dspdesk.ui import wording

#: One sentence for each role.
MAY_DO = {
    Role.HEAD_OF_SERVICE: N_(
        "Does all that a clerk does, sets the rules of the office, makes backups and reads the ledger."
    ),
    Role.CLERK: N_(
        "Registers and corrects documents, files them into cases, closes and prints the journals, keeps correspondents."
    ),
    Role.LIBRARIAN: N_("Reads the journals, cases, correspondents and people; keeps the storage places."),
    Role.ARCHIVIST: N_(
        "Reads the journals, cases, correspondents and people; keeps inventories of cases and the storage places."
    ),
    Role.COMMISSION_SECRETARY: N_("Sees the people and the organisation; no journals."),
    Role.COMMISSION_MEMBER: N_("Reads the papers of the commission; no journals and no directories."),
    Role.INSPECTOR: N_("Reads and checks the ledger; no documents."),
    Role.SECURITY_OFFICER: N_("Gives access, keeps the keys, the people and the backups; no documents."),
}
ACTIONS = {
    Action.READ_JOURNALS: N_("Read the journals"),
    Action.REGISTER: N_("Register documents"),
    Action.CORRECT: N_("Correct entries"),
    Action.ANNUL: N_("Annul numbers"),
    Action.KEEP_NUMBERS: N_("Reserve and skip numbers"),
    Action.IMPORT: N_("Bring in spreadsheets"),
    Action.PRINT_JOURNALS: N_("Print journals and cards"),
    Action.CLOSE_JOURNAL: N_("Close a journal"),
    Action.CARRY_OVER: N_("Carry over to the new year"),
    Action.READ_CORRESPONDENTS: N_("See correspondents"),
    Action.KEEP_CORRESPONDENTS: N_("Keep correspondents"),
    Action.RECEIVE_MAIL: N_("Receive, open and check mail"),
    Action.MOVE_COPIES: N_("Hand documents over and take them back"),
    Action.KEEP_CONTROL: N_("Enter resolutions, keep deadlines"),
    Action.KEEP_PERMITS: N_("Enter permissions to copy"),
    Action.MAKE_COPIES: N_("Make further copies and extracts"),
    Action.KEEP_ACTS: N_("Draw up acts"),
    Action.KEEP_LIST: N_("Keep the list of restricted information"),
    Action.KEEP_SIGNATURES: N_("Enter signatures on printed papers"),
    Action.READ_CASES: N_("See cases, their volumes and inventories"),
    Action.KEEP_PLAN: N_("Keep the filing plan"),
    Action.KEEP_CASES: N_("Open cases, file documents, close cases"),
    Action.TAKE_OUT_OF_CASES: N_("Take documents out of cases, record seizures"),
    Action.REOPEN_CASES: N_("Open closed cases again"),
    Action.KEEP_INVENTORIES: N_("Draw up inventories, hand cases to the archive"),
    Action.KEEP_STORAGE: N_("Put cases into storage places, print labels"),
    Action.READ_OFFICE: N_("See people and organisation"),
    Action.KEEP_PEOPLE: N_("Keep people and appointments"),
    Action.KEEP_OFFICE: N_("Keep the organisation, rooms and printers"),
    Action.READ_SETTINGS: N_("See the settings"),
    Action.KEEP_SETTINGS: N_("Change the settings"),
    Action.READ_LEDGER: N_("Read the ledger"),
    Action.VERIFY: N_("Check the ledger and papers"),
    Action.BACK_UP: N_("Make backups"),
    Action.KEEP_KEYS: N_("Give access, issue passwords"),
    Action.ADD_OFFICER: N_("Make somebody a security officer"),
    Action.RENEW_KEY: N_("Renew the key, make a new recovery sheet"),
    Action.RESTORE: N_("Put a backup in the place of the store"),
}


def role(one: Role) -> str:
    """The name of a role, as the beginning of a line."""
    name = _(wording.ROLES[one])
    return name[:1].upper() + name[1:]


def may_do(one: Role) -> str:
    """What a role may do."""
    return _(MAY_DO[one])


def roles(held: frozenset[Role]) -> str:
    """Roles in their usual order."""
    return ", ".join(_(wording.ROLES[one]) for one in Role if one in held)
