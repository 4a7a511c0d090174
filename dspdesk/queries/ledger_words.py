"""What the steps of the ledger are called, what they are about, and who may see what they say."""

from collections.abc import Mapping
from typing import Final

from dspdesk.language.catalogue import N_
from dspdesk.law.roles import Action
from dspdesk.queries import history_words

#: Groups of steps by the first word of their tag.
KINDS: Final[Mapping[str, str]] = {
    "registration": N_("Registration"),
    "import": N_("Import of sheets"),
    "printout": N_("Printing"),
    "people": N_("People and units"),
    "office": N_("Directory of the body"),
    "settings": N_("Settings"),
    "account": N_("Access"),
    "sign_in": N_("Signing in"),
    "keys": N_("Keys"),
    "store": N_("Store and backups"),
    "demo": N_("Sample"),
}

STEPS: Final[Mapping[str, str]] = {
    "registration:item:registered": N_("Registered"),
    "registration:item:corrected": N_("Entry corrected"),
    "registration:item:carried_over": N_("Carried over"),
    "registration:item:registered_anew": N_("Registered anew"),
    "registration:number:annulled": N_("Number annulled"),
    "registration:number:reserved": N_("Number reserved"),
    "registration:number:confirmed": N_("Number confirmed"),
    "registration:number:skipped": N_("Numbers skipped"),
    "registration:number:gap_explained": N_("Gap in numbers explained"),
    "registration:journal:closed": N_("Journal closed"),
    "import:file:imported": N_("Journal brought in from a sheet"),
    "import:item:entered": N_("Entry brought in"),
    "import:directory:imported": N_("Directory brought in from a sheet"),
    "import:directory:entered": N_("Brought in from a sheet"),
    "printout:paper:printed": N_("Paper printed"),
    "printout:paper:drawn": N_("Paper drawn"),
    "settings:value:changed": N_("Setting changed"),
    "account:opened": N_("Access opened"),
    "account:closed": N_("Access closed"),
    "account:roles:changed": N_("Roles changed"),
    "account:password:issued": N_("One-time password issued"),
    "account:password:changed": N_("Password changed"),
    "sign_in:opened": N_("Signed in"),
    "sign_in:failed": N_("Tried to sign in in vain"),
    "sign_in:clock:accepted": N_("Clock set back, accepted"),
    "keys:recovery_sheet:confirmed": N_("Recovery sheet typed back"),
    "keys:recovery_sheet:made": N_("Recovery sheet made"),
    "keys:recovery_sheet:used": N_("Opened with the recovery sheet"),
    "keys:data_key:renewed": N_("Data key renewed"),
    "store:backup:made": N_("Backup made"),
    "store:backup_folder:chosen": N_("Folder for backups chosen"),
    "store:restored": N_("Restored from a backup"),
    "store:restored:numbers_checked": N_("Numbers compared with paper after a restore"),
    "demo:journal:filled": N_("Sample filled"),
}

SUBJECTS: Final[Mapping[str, str]] = {
    "item": N_("entry"),
    "journal": N_("journal"),
    "printout": N_("printout"),
    "account": N_("access"),
    "employee": N_("person"),
    "unit": N_("unit"),
    "organisation": N_("the body"),
    "place": N_("place"),
    "printer": N_("printer"),
    "correspondent": N_("correspondent"),
    "setting": N_("setting"),
}

#: What else, beside the right to read the ledger, one needs to see the fields and the reason of a step. Reasons are
#: hidden with the fields: a person explaining a correction quotes what the document says. What is not named here
#: needs the right to read the journals: a table that comes later is hidden until somebody decides otherwise.
NEEDS: Final[Mapping[str, Action]] = {
    **dict.fromkeys(("sign_in", "account", "keys", "store", "settings"), Action.READ_LEDGER),
    **dict.fromkeys(("people", "office"), Action.READ_OFFICE),
    "office:correspondent": Action.READ_CORRESPONDENTS,
}

#: Fields of the registers, beside those of `history_words`; what is named in neither is technical and not told.
FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    **history_words.FIELDS,
    "journal": {"kind": N_("Journal"), "year": N_("Year"), "closed_on": N_("Closed on")},
    "number": {
        "sequence": N_("Number"),
        "letter": N_("Letter"),
        "state": N_("State"),
        "annulled_reason": N_("Reason"),
    },
    "item": {
        "registered_on": N_("Date"),
        "correspondent": N_("Correspondent"),
        "their_number": N_("Their No."),
        "their_date": N_("Dated"),
        "kind": N_("Kind of document"),
        "summary": N_("Summary"),
        "sheets": N_("Sheets"),
        "enclosure_sheets": N_("Sheets of enclosures"),
        "carrier": N_("Carrier"),
        "resolution": N_("Instruction"),
        "executor": N_("Executor"),
        "due_on": N_("Due"),
        "control": N_("Control mark"),
        "signatory": N_("Signed by"),
        "signed_on": N_("Signed on"),
        "notes": N_("Notes"),
    },
    "copy": {"number": N_("Copies No.")},
    "movement": {"as_written": N_("Movement")},
    "printout": {"paper": N_("Paper"), "language": N_("Language"), "sheets": N_("Sheets")},
    "imported_file": {"name": N_("File"), "imported": N_("Imported"), "held_back": N_("Held back")},
    "account": {"login": N_("Login"), "closed_on": N_("Closed on"), "one_time": N_("One-time password")},
    "account_role": {"role": N_("Role"), "withdrawn_on": N_("Withdrawn on")},
    "setting": {"key": N_("Setting"), "value": N_("Value")},
}

#: Values that are words of the program.
VALUES: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    **history_words.VALUES,
    ("item", "carrier"): {"paper": N_("on paper"), "electronic": N_("electronic")},
    ("number", "state"): {
        "issued": N_("issued"),
        "reserved": N_("reserved"),
        "skipped": N_("skipped"),
        "annulled": N_("annulled"),
    },
    ("account_role", "role"): {
        "head_of_service": N_("head of the documentation service"),
        "clerk": N_("clerk"),
        "librarian": N_("librarian"),
        "archivist": N_("archivist"),
        "commission_secretary": N_("commission secretary"),
        "commission_member": N_("commission member"),
        "inspector": N_("inspector"),
        "security_officer": N_("security officer"),
    },
}

#: Settings whose value is key material: wrapped, but nobody's to read.
SECRET_SETTINGS: Final = frozenset({"machine_copy", "recovery_public"})


def needed(tag: str) -> Action:
    """What one needs to see what a step says."""
    first, _colon, rest = tag.partition(":")
    return NEEDS.get(f"{first}:{rest.partition(':')[0]}") or NEEDS.get(first) or Action.READ_JOURNALS
