"""Sentences: movements of copies, hand-over, the guard."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
    "no_copies": N_("No copy was chosen. Choose the copies this is about."),
    "copy_not_registered": N_(
        "№ {number} is not registered: its number is only reserved, or annulled. Only registered documents are moved."
    ),
    "copy_struck": N_(
        "Copy {copy} of № {number} was struck out as entered by mistake. There is no such copy."
    ),
    "copy_not_here_person": N_(
        "Copy {copy} of № {number} is not here: {holder} has it since {since}. Take it back first."
    ),
    "copy_not_here_unit": N_(
        "Copy {copy} of № {number} is not here: {holder} has it since {since}. Take it back first."
    ),
    "copy_not_here_person_undated": N_(
        "Copy {copy} of № {number} is not here: {holder} has it. Take it back first."
    ),
    "copy_not_here_unit_undated": N_(
        "Copy {copy} of № {number} is not here: {holder} has it. Take it back first."
    ),
    "copy_not_here_correspondent_undated": N_("Copy {copy} of № {number} was sent away: {holder}."),
    "copy_not_here_as_written": N_(
        "By the register copy {copy} of № {number} was given out: {holder}. Enter its return first."
    ),
    "copy_not_here_correspondent": N_("Copy {copy} of № {number} was sent away: {holder}, {since}."),
    "copy_not_here_case": N_(
        "Copy {copy} of № {number} lies in a case: {holder}. "
        "Nothing is taken from a case without the permission of the head of the documentation service."
    ),
    "copy_not_here_destroyed": N_("Copy {copy} of № {number} is destroyed: {holder}."),
    "copy_not_here_carried_over": N_(
        "Copy {copy} of № {number} is kept account of under the number of a later year. Take the entry of that year."
    ),
    "copy_not_out": N_("Copy {copy} of № {number} is with nobody, so it cannot be taken back."),
    "copy_waits_on_sheet": N_(
        "Copy {copy} of № {number} waits for a signature on the hand-over sheet № {sheet}. "
        "Mark it received there, or strike its line out."
    ),
    "carrier_unchecked": N_(
        "The electronic carrier of № {number} has not been checked for malicious programs. Record the check first."
    ),
    "not_admitted": N_(
        "No resolution names {person} for № {number}, so the document is not given to them. "
        "Enter the resolution that admits them."
    ),
    "holder_has_left": N_(
        "{person} has left; the last day in service was {day}. Choose somebody else or another day."
    ),
    "receipt_not_named": N_("A movement is entered with its receipt. Write what was signed and where."),
    "storage_closed": N_("Nothing is kept in “{place}” any more. Choose another place."),
    "copy_not_as_written": N_(
        "The register knows where copy {copy} of № {number} is. What is wrong there is corrected, not linked."
    ),
    "moved_ahead": N_("The day {date} has not come yet: today is {today}. Correct the date."),
    "moved_before_last": N_(
        "Copy {copy} of № {number} was moved or registered on {since}, and {date} is earlier. Correct the date."
    ),
    "registered_after_moved": N_(
        "A copy was moved on {moved}, so the document was not registered later, on {date}. Correct the date, "
        "or first take that movement out if it was entered by mistake."
    ),
    "was_not_admitted": N_(
        "No resolution names {person} for № {number}. What has happened is recorded, but it needs a reason. "
        "Enter the resolution, or write why the document was given."
    ),
    "nothing_moved": N_("Copy {copy} of № {number} has not been moved, so there is nothing to correct."),
    "filing_stays": N_(
        "Copy {copy} of № {number} lies in a volume ({words}). If it was filed there by mistake, correct that in its "
        "case: the line stays on the inner inventory, struck out."
    ),
    "movement_stays": N_(
        "The last movement of copy {copy} of № {number} rests on a paper of its own ({words}). "
        "It is corrected where that paper is kept."
    ),
    "not_a_receipt": N_(
        "Copy {copy} of № {number} is with nobody now. If its return was entered by mistake, "
        "correct the return first, then the receipt."
    ),
    "same_person": N_("{person} stands there already. Choose whoever has got the document."),
    "sheet_without_lines": N_("Nothing was chosen. Tick what this is about."),
    "copy_on_two_sheets": N_(
        "A copy stands on the sheets twice. It is given to one person: take it off the other sheet."
    ),
    "sheet_for_nobody": N_("There is no such person in the directory. Choose whom the copies are handed to."),
    "no_such_handover_sheet": N_("There is no such hand-over sheet. Look at the list again."),
    "no_such_line": N_("The sheet has no such line. Open it again."),
    "signed_before_sheet": N_(
        "The hand-over sheet № {number} was made on {date}, and nobody signed it before. Correct the date."
    ),
    "copy_after_sheet": N_(
        "Copy {copy} of № {number} was moved or registered on {since}, and the hand-over sheet № {sheet} is of {date}. "
        "Put it on a new sheet."
    ),
    "line_not_waiting": N_(
        "A line of the hand-over sheet № {number} has been marked received or struck out meanwhile. Open it again."
    ),
    "sheet_signed_already": N_(
        "Somebody has signed on the hand-over sheet № {number} already. Make another sheet for further copies."
    ),
    "same_journal": N_("№ {number} stands in that journal. Choose the journal in which it belongs."),
    "misplaced_copy_out": N_(
        "Copy {copy} of № {number} is out under the wrong number. Take it back first, or take its movement out "
        "if it was entered by mistake."
    ),
    "misplaced_copy_waits": N_(
        "Copy {copy} of № {number} waits for a signature on the hand-over sheet № {sheet}. Strike its line out first."
    ),
    "misplaced_with_resolution": N_(
        "A resolution is entered for № {number}. Strike it out first and enter it again under the right number."
    ),
    "misplaced_with_control": N_(
        "№ {number} is on control. Take it off control first, and put the right number on control."
    ),
    "misplaced_with_act": N_(
        "An act names № {number}. Withdraw it first and make it anew with the right number."
    ),
    "misplaced_with_permit": N_(
        "A permission to copy names № {number}. Revoke it first and enter it again under the right number."
    ),
    "seized_not_carried": N_("№ {number} was seized. It is not carried over."),
    "sent_back_not_carried": N_("№ {number} was sent back to its sender. It is not carried over."),
    "copies_away_stay": N_(
        "Copies {copies} are not with the documentation service, so they are not struck out. "
        "Take them back first, or take their movement out if it was entered by mistake."
    ),
}
