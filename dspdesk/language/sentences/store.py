"""Sentences: problems of the store and of its keys."""

from dspdesk.language.catalogue import N_

TABLE = {
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
    "not_there": N_(
        "What this is about is not in the store, so nothing was changed. Look at the list again and choose anew."
    ),
    "no_item": N_("There is no entry with the id {id} in this store."),
    "bad_json": N_("The file {path} is not the JSON of one item: {detail}."),
    "job_failed": N_(
        "The work was broken off and nothing was changed. Repeat it; the log names the step {step}."
    ),
}
