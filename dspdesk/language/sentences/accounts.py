"""Sentences: accounts and keys."""

from dspdesk.language.catalogue import N_

TABLE = {
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
}
