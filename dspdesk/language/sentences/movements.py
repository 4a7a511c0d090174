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
    "moved_ahead": N_("The day {date} has not come yet: today is {today}. Correct the date."),
    "moved_before_last": N_(
        "Copy {copy} of № {number} was moved or registered on {since}, and {date} is earlier. Correct the date."
    ),
}
