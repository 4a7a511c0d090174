"""Sentences for findings and problems: what, why, what to do, in the person's language.

Rules and errors carry a code and facts; the sentence is chosen here, so that windows, papers and the command line
say the same. Codes are those of `law` findings and of the errors that derive from `Told`.
"""

import datetime as dt
from collections.abc import Mapping

from dspdesk.language.catalogue import N_, Language, current_language, translate_in
from dspdesk.language.dates import short

SENTENCES: dict[str, str] = {
    # Findings of the law
    "grade_of_secrecy": N_(
        "“{grade}” is a grade of secrecy. State secrets are never kept here: give the reason why it stands in the text."
    ),
    "not_entrusted": N_(
        "Only workers of the documentation service may do this. Ask them, or sign in as one of them."
    ),
    "date_outside_year": N_(
        "The date {date} is not in the year {year} of this journal. Correct the date or take the journal of its year."
    ),
    "date_ahead": N_("The date {date} has not come yet: today is {today}. Correct the date."),
    "number_taken": N_("The number {number} has been given already. A number is given once only."),
    "late_after_unknown": N_(
        "There is no number {sequence} yet: the last one given is {highest}. "
        "A late entry follows a number already given."
    ),
    "letters_used_up": N_(
        "All letters after the number {sequence} are used. Register the document under the next number."
    ),
    "journal_closed": N_(
        "The journal of {year} is closed and takes no new entries. Register in the journal of the current year."
    ),
    "sender_number_met": N_(
        "This sender’s number has been met already: {numbers}. It may be the same document."
    ),
    "copies_needed": N_("Name at least one copy: a document moves and is kept copy by copy."),
    "reason_needed": N_("Write the reason: it stays in the ledger beside the old entry."),
    "nothing_changed": N_("Nothing was changed, so there is nothing to correct."),
    "annulled_already": N_(
        "The number {number} has been annulled already. It stays in the journal and is not given again."
    ),
    "not_to_be_corrected": N_("The entry {number} has been annulled. An annulled entry is not corrected."),
    "destroyed_not_annulled": N_(
        "Copies of {number} are marked as destroyed. Such an entry is not annulled."
    ),
    "file_imported_already": N_("This file was imported on {on}. A file is imported once only."),
    "nothing_to_import": N_(
        "Not one row of this file can be imported. Correct the rows named and try again."
    ),
    # Problems of the store and of its keys
    "no_store": N_("There is no store at {path}. Check the path, or create a store."),
    "store_exists": N_("There is already a file at {path}. Choose another name: nothing is overwritten."),
    "not_a_store": N_("The file {path} is not a dspdesk store. Choose another file."),
    "keys_missing": N_(
        "The key file {path} that belongs beside the store is missing. Put it back from the backup."
    ),
    "keys_damaged": N_("The keys beside the store are damaged. Put the file {path} back from the backup."),
    "store_damaged": N_(
        "The store is damaged and was not opened, so that nothing more is lost. Restore the last backup."
    ),
    "store_newer": N_("This store was written by dspdesk {version}. Install that version or a newer one."),
    "store_not_encrypted": N_(
        "The store would not be encrypted, so it was not opened. Reinstall the program."
    ),
    "store_unsafe": N_("The database library does not keep the setting {setting}. Reinstall the program."),
    "wrong_password": N_(
        "The password is wrong, or the key file is another one. Check the keyboard layout and try again."
    ),
    "unknown_login": N_("There is no login “{login}” in this store. Check the spelling."),
    "login_needed": N_("The store has several logins: name yours with --login."),
    "keyring_absent": N_(
        "This account has no keyring to keep the machine’s secret. Choose a key file on a removable carrier."
    ),
    "keyring_locked": N_(
        "The keyring of this account is locked. Unlock it, or sign in to the account again."
    ),
    "keyring_empty": N_(
        "The keyring of this account does not hold the secret of this store. Use the recovery sheet."
    ),
    "key_file_needed": N_("This store opens with a key file. Insert its carrier and name the file."),
    "key_file_short": N_("The file {path} is too short for a key file: it must hold at least 32 bytes."),
    "key_file_unreadable": N_("The key file {path} cannot be read. Check the carrier."),
    "disk_full": N_("The disk is full, and nothing was written. Free some space and repeat the step."),
    "read_only": N_(
        "The medium with the store is read-only, and nothing was written. Remove the protection and repeat the step."
    ),
    "store_busy": N_(
        "The store is busy with another program for too long. Wait for it to finish and repeat the step."
    ),
    "not_reachable": N_("{path} cannot be read or written. Check the rights and the carrier."),
    "store_open": N_("This store is already open in another window."),
    "ledger_code_unknown": N_("There is no printout with the code {code} in this store."),
    "recovery_wrong": N_("Group {group} of the recovery key is not right. Compare it with the sheet."),
    "recovery_not_this_store": N_(
        "This key does not open this store. Look for the newest sheet of this one."
    ),
    "recovery_count": N_("The recovery key has {expected} groups; {given} were typed."),
    "password_short": N_(
        "The password has {length} characters; take at least {least}. A sentence is easy to remember."
    ),
    "password_common": N_(
        "This password is easy to guess: it holds the login, the name of the body or a common word. Choose another one."
    ),
    "backup_carrier_full": N_("There is not enough space for the backup at {path}. Take another carrier."),
    "backup_differs": N_(
        "The backup could not be read back correctly and was removed. Repeat it on another carrier."
    ),
    "no_blank_form": N_("The paper {paper} has no blank form: it is always filled in by the program."),
    "no_journal": N_("There is no such journal of {year} in this store."),
    "no_item": N_("There is no entry with the id {id} in this store."),
    "bad_json": N_("The file {path} is not the JSON of one item: {detail}."),
    "job_failed": N_(
        "The work was broken off and nothing was changed. Repeat it; the log names the step {step}."
    ),
}


class Told(Exception):
    """An error that a person is told in one plain sentence; `code` picks it, `facts` fill it."""

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return sentence(self.code, self.facts)

    def __reduce__(self) -> tuple[object, ...]:
        return _told, (type(self), self.code, self.facts)


def _told(kind: type[Told], code: str, facts: dict[str, object]) -> Told:
    return kind(code, **facts)


def sentence(code: str, facts: Mapping[str, object], language: Language | None = None) -> str:
    """The sentence of a code with its facts filled in; dates as dd.mm.yyyy."""
    text = translate_in(language or current_language(), SENTENCES[code])
    return text.format_map({name: _shown(value) for name, value in facts.items()})


def _shown(value: object) -> str:
    return short(value) if isinstance(value, dt.date) else str(value)
