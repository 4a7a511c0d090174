"""Sentences: findings of the law."""

from dspdesk.language.catalogue import N_

TABLE = {
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
    "copies_not_numbers": N_(
        "Copies cannot be numbered so: {copies}. Give each copy one number, from 1 on, and each number once."
    ),
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
}
