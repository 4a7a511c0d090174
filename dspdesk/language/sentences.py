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
        "Your roles do not include this. Ask somebody whose duty it is, or let them sign in themselves."
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
    "journal_closed_counted": N_(
        "The journal of {year} is closed: its numbers are counted and signed for, so none of them is annulled. "
        "A mistake in the entry itself can still be corrected."
    ),
    "journal_closed_already": N_("This journal is closed already. A journal is closed once."),
    "year_not_begun": N_(
        "The year {year} has not begun: today is {today}. Its journal is closed at its end."
    ),
    "entries_dated_ahead": N_(
        "The journal has entries of {date}, and today is {today}. Set the clock right, or correct the entries."
    ),
    "reserved_numbers_stand": N_(
        "Reserved numbers cannot be counted: {numbers}. Confirm what has been signed and annul the others."
    ),
    "journal_year_runs": N_(
        "The year {year} is not over, and a closed journal takes no more entries. "
        "Wait for 31 December, or give the reason why it ends earlier."
    ),
    "incomplete_entries_stand": N_(
        "Entries with fields to complete: {n}. Complete them first, or give the reason why they stay so."
    ),
    "unfinished_stand": N_(
        "Documents on control that are not executed: {n}. Register them anew in the new year, or give the reason."
    ),
    "unfiled_stand": N_(
        "Documents that lie in no case: {n}. File them, or carry over those that are still needed."
    ),
    "gaps_unexplained": N_(
        "Numbers passed over without a word: {numbers}. They are counted as skipped; a reason can be noted beside them."
    ),
    "carry_over_not_now": N_(
        "Documents are registered anew on the day they are carried over, and today is {today}: "
        "that is not in {year}. Take the journal of the present year."
    ),
    "carried_over_already": N_(
        "№ {number} of {year} has been carried over already. A document passes to another year once."
    ),
    "carried_to_same_year": N_("№ {number} stands in the journal of {year}. Choose a later year."),
    "publication_not_carried": N_(
        "№ {number} is a publication. Publications keep their number for as long as the library has them."
    ),
    "annulled_not_carried": N_("№ {number} of {year} is annulled. Only what is registered is carried over."),
    "destroyed_not_carried": N_("№ {number} of {year} is destroyed. Only what is there is carried over."),
    "filed_not_carried": N_(
        "№ {number} of {year} lies in a case: it is finished. Only unfinished documents are carried over."
    ),
    "reserved_not_carried": N_(
        "№ {number} of {year} is only reserved. Confirm it when it is signed, or annul it."
    ),
    "nothing_to_carry": N_("No document was chosen. Choose those that pass to the new year."),
    "linked_not_annulled": N_(
        "№ {number} is linked to the entry of the same document in another year. Correct it instead of annulling it."
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
    # The directory of the body
    "name_needed": N_("Write the name: without it nobody finds this again."),
    "name_taken": N_("There is already “{name}” here. Give it another name."),
    "name_not_changed": N_(
        "The name is the same as before, so there is no first day of a new one. Change the name or empty the date."
    ),
    "renamed_ahead": N_(
        "The day {date} has not come yet: today is {today}. Enter the new name when it is in force."
    ),
    "renamed_before_last": N_(
        "The name before was borne from {last} on. A newer name begins later: correct the date."
    ),
    "room_elsewhere": N_("A room stands in nothing else. Leave its place empty."),
    "safe_elsewhere": N_("A safe stands in a room. Choose the room."),
    "shelf_elsewhere": N_("A shelf is in a safe or in a room. Choose one of them."),
    "place_closed": N_("“{name}” is closed. Nothing is put there and nothing changed."),
    "place_holds": N_("“{name}” still holds open places: {count}. Close or move them first."),
    "offset_too_far": N_(
        "The paper is put straight by at most {most} mm. Measure on the test sheet and write what it shows."
    ),
    "correspondent_known": N_("“{name}” stands in the directory already. Open that one and add to it."),
    "names_of_two": N_("The two names lead to two different correspondents. Enter this one by hand."),
    "name_in_row": N_("This name stands in row {row} already."),
    "room_needed": N_("There is no room in the row: a safe and a shelf stand in one."),
    "unit_unknown": N_("There is no unit “{unit}”. Enter the units first, or correct the name."),
    "position_vacant": N_("The position is vacant: there is no person to enter."),
    "day_unreadable": N_("There is no such date: {text}."),
    "yes_or_no": N_("“{text}” is neither yes nor no."),
    "cell_too_long": N_("A cell holds more than {most} characters. Shorten it in the sheet."),
    "merge_itself": N_("A correspondent is no duplicate of itself. Choose another one."),
    "merge_into_whom": N_("Choose the correspondent that is kept: begin to type its name."),
    "merged_already": N_("“{name}” has been joined to another correspondent already. Choose that one."),
    # People, their appointments, units
    "position_needed": N_("Write the position: papers of this language name it under the signature."),
    "ends_before_it_begins": N_(
        "The last day {last} is before the first day {first}. Correct one of the two dates."
    ),
    "head_of_which_unit": N_(
        "Choose the unit whose head this is: papers of that unit are signed by its head."
    ),
    "acting_for_oneself": N_("Nobody acts for themselves. Choose the person who is away."),
    "acting_for_no_position": N_(
        "This person holds no position on {first}, so that there is nothing to act for. "
        "Choose another person or day, or leave the field empty for a vacant position."
    ),
    "position_held": N_(
        "{name} has held a position since {first} already: {position}. A person holds one position at a time. "
        "End the earlier one, or enter this one as acting."
    ),
    "head_there": N_(
        "{name} ({position}) has been the head since {first}. There is one head at a time: "
        "let this appointment take the place of that one, or enter it as acting."
    ),
    "acting_head_there": N_(
        "{name} ({position}) has been acting since {first}. One person acts at a time: end that appointment first."
    ),
    "body_without_head": N_(
        "From {next_day} the body would have no head. First appoint the successor of {name}, "
        "or somebody who acts, from that day on."
    ),
    "body_left_headless": N_(
        "After this correction the body has no head on {day}. Enter who heads it, or say why it is so."
    ),
    "service_left_headless": N_(
        "After this correction the documentation service has no head on {day}. Enter who heads it, or say why it is so."
    ),
    "service_without_head": N_(
        "From {next_day} the documentation service would have no head. First appoint the successor of {name}, "
        "or somebody who acts, from that day on."
    ),
    "has_left": N_("This person has left already; the last day was {day}."),
    "account_still_open": N_(
        "The access “{login}” of this person is still open. The security officer closes it first; "
        "then the person leaves."
    ),
    "appointment_to_come": N_(
        "An appointment of this person begins on {first}, after the last day. Correct that appointment first."
    ),
    "index_taken": N_(
        "The index {index} stands for {name} already. Numbers must tell them apart: choose another."
    ),
    "same_name": N_(
        "There is a person named {name} already. If this is another one, write the reason; then both can be told apart."
    ),
    "person_has_left": N_("{name} has left; the last day was {day}. Choose a last day not after that."),
    "unit_is_closed": N_(
        "The unit “{name}” was closed on {day}. Choose an open unit or an earlier last day."
    ),
    "unit_has_people": N_(
        "These people are still in the unit after {day}: {people}. End or correct their appointments first."
    ),
    "appointment_over": N_("This appointment ends on {last} already. Choose an earlier day."),
    "view_name_needed": N_("Give the view a name."),
    "view_name_taken": N_("There is a view “{name}” already. Choose another name."),
    "view_too_long": N_("The name of a view has at most {most} characters. Shorten it."),
    # Numbers and the settings of the body
    "number_without_case": N_(
        "The numbers of this journal are made with the index of the case, and none is given. "
        "Write it, or give the reason why the number goes without it."
    ),
    "number_without_correspondent": N_(
        "The numbers of this journal are made with the index of the correspondent, and the directory has none. "
        "Enter it there, or give the reason why the number goes without it."
    ),
    "number_without_executor": N_(
        "The numbers of this journal are made with the index of the executor, and none is known. "
        "Name an executor who has one, or give the reason why the number goes without it."
    ),
    "number_without_unit": N_(
        "The numbers of this journal are made with the index of the executor’s unit, and none is known. "
        "Name an executor of a unit that has one, or give the reason why the number goes without it."
    ),
    "number_without_month": N_(
        "The numbers of this journal are made with the month, and the day is not known. "
        "Write the date, or give the reason why the number goes without it."
    ),
    "number_without_date": N_(
        "The numbers of this journal are made with the date, and it is not known. "
        "Write the date, or give the reason why the number goes without it."
    ),
    "number_written_alike": N_(
        "Another entry of this journal is written {number} already. Change the index of the case, the correspondent "
        "or the executor: no two numbers are alike."
    ),
    "pattern_too_long": N_("A pattern has at most {most} characters. Shorten it."),
    "pattern_unknown_part": N_("There is no part {part}. Choose one of those that are listed."),
    "pattern_without_number": N_(
        "{{number}}, the sequence number, must stand in the pattern once: by it alone numbers are told apart."
    ),
    "pattern_part_twice": N_("A part stands in the pattern twice. Leave one of them."),
    "pattern_bad_sign": N_(
        "These signs cannot stand in a number: {signs}. Take letters, figures, a space or - – / . , :"
    ),
    "pattern_parts_touch": N_(
        "A part touches another part, a letter or a figure. Put a sign between them, such as - or /."
    ),
    "pattern_with_mark": N_(
        "The abbreviation of the mark is always added to a number. Leave it out of the pattern."
    ),
    "pattern_changed_within_year": N_(
        "The journal of {year} has numbers made otherwise, and they stay as they are. "
        "Give the reason why the next ones look different."
    ),
    "setting_out_of_bounds": N_("Choose a whole number from {least} to {most}."),
    "setting_not_offered": N_("This value is not offered. Choose one from the list."),
    "backup_red_too_early": N_(
        "The red notice comes after the first reminder. Choose a number larger than {days}."
    ),
    "signed_ahead": N_("The day of signing {date} has not come yet: today is {today}. Correct the date."),
    "year_to_come": N_("The year {year} has not begun: today is {today}. Its journal takes no entries yet."),
    "registered_before_signed": N_(
        "The document was signed on {signed}, after its day of registration {date}. "
        "Only a signed document is registered: correct one of the two dates."
    ),
    "signature_not_removed": N_(
        "A registered document has who signed it and when. Correct them, "
        "or annul the number if the document was never signed."
    ),
    "copies_carried_over": N_(
        "Copies of this document went on to a later year: {copies}. Correct them in the entry of that year."
    ),
    "signatory_needed": N_("Write who signed: only a signed document is registered."),
    "signing_date_needed": N_("Write the day of signing: only a signed document is registered."),
    "signed_after_year": N_(
        "The document was signed on {date}, after the year {year} of this journal. Annul this number "
        "and register the document in the journal of its year."
    ),
    "signed_before_reserved": N_(
        "The document was signed on {date}, before its number was reserved on {reserved}. "
        "Correct the date, or give the reason."
    ),
    "not_reserved": N_("The number {number} is not reserved, so there is nothing to confirm."),
    "reserved_for_own_only": N_(
        "Numbers are reserved for outgoing and internal documents only: what comes in is registered as it is."
    ),
    "reserve_count": N_("Reserve from 1 to {most} numbers at a time."),
    "purpose_needed": N_("Write what the number is for: until it is confirmed nothing else tells it."),
    "skip_not_next": N_("Only the next numbers can be skipped. The next one is {next}."),
    "skip_count": N_(
        "The last number comes after the first, and at most {most} numbers are skipped at a time."
    ),
    "skip_reason_needed": N_("Write why the numbers are skipped: it is printed beside them in the journal."),
    "no_gap": N_("Between {first} and {last} there are numbers that were given. Choose a gap of the list."),
    # Accounts and keys
    "second_officer_needed": N_(
        "There are two security officers, so two take this step together. "
        "Ask the other one to agree with their password."
    ),
    "password_one_time": N_(
        "You signed in with a one-time password. Choose a password of your own first: nothing else can be done before."
    ),
    "password_same": N_("The new password is the old one. Choose another."),
    "password_own": N_("A one-time password is issued to somebody else. Change your own password instead."),
    "login_unfit": N_(
        "A login is one word of letters, digits, dots and dashes, at most 64 of them. “{login}” is not: choose another."
    ),
    "login_taken": N_("The login “{login}” is taken, perhaps by a closed account. Choose another."),
    "roles_needed": N_("Choose at least one role: without a role a person may do nothing here."),
    "roles_unchanged": N_("These are the roles the account has already."),
    "employee_left": N_("This person has left, so no account is opened for them."),
    "account_exists": N_("This person has an account already. Change that one."),
    "account_closed": N_("This account is closed. If the person has returned, open a new one."),
    "last_security_officer": N_(
        "This is the last security officer: nobody else could keep the keys. Make somebody else one first."
    ),
    "last_head_of_service": N_(
        "This is the last head of the documentation service: nobody else may change the settings of the body. "
        "Write why it is so."
    ),
    "key_reason_needed": N_("Write the reason: it stays in the ledger."),
    "too_many_tries": N_(
        "Too many wrong passwords were typed for this login. Try again in {seconds} s; nothing is locked for ever."
    ),
    "second_is_first": N_("The second person must be somebody else than the one signed in."),
    "second_not_officer": N_("“{login}” is not a security officer. Only another security officer can agree."),
    "second_one_time": N_(
        "The password of “{login}” is a one-time one that its issuer knows too. They sign in and change it first."
    ),
    "keys_renewed": N_("The key of the store has been renewed meanwhile. Sign in again."),
    "keys_not_agreed": N_(
        "The key of “{login}” beside the store is not the one the store knows, so no new key was made. "
        "Issue a one-time password to this login, or change the password if it is your own; then repeat the step."
    ),
    "sheet_not_agreed": N_(
        "The recovery key beside the store is not the one the store knows. "
        "Make a new recovery sheet, then repeat the step."
    ),
    "key_file_other": N_(
        "This key file belongs to another store or to another login. Insert the right carrier and name its file."
    ),
    "keyring_other": N_(
        "The keyring of this account holds the secret of another store. Enrol this machine with the recovery sheet."
    ),
    "enrol_not_needed": N_(
        "The people of this store sign in with a key file, so there is nothing to enrol. Insert its carrier."
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
    "wrong_password": N_("The password is wrong. Check the keyboard layout and try again."),
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
    "backup_same_disk": N_(
        "This folder is on the disk of the store: when the disk fails, both are lost. "
        "Choose a removable carrier, or give the reason why it goes here."
    ),
    "backup_no_folder": N_("No folder for backups has been chosen yet. Choose one on a removable carrier."),
    "backup_carrier_absent": N_(
        "The folder {path} is not there. Insert the carrier, or choose another folder."
    ),
    "copy_damaged": N_("The copy {path} is damaged and is not used. Take another one."),
    "copy_not_whole": N_(
        "The copy does not agree with its own ledger ({what}) and is not used. Take another one."
    ),
    "restore_other_store": N_(
        "This is a copy of another store. A store is only replaced by a copy of itself: choose another file."
    ),
    "restore_from_itself": N_("This is the store itself. Choose the file of a backup."),
    "restore_reason_needed": N_("Write the reason: the ledger of the restored store keeps it."),
    "restore_sign_in": N_(
        "The store at {path} can be opened. Sign in to it as security officer and restore from there."
    ),
    "restore_meanwhile": N_(
        "Something was entered in the store since the copy was compared with it. Compare them once more."
    ),
    "store_in_use": N_(
        "Another program has the store open. Close it and repeat the step; nothing was replaced."
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
