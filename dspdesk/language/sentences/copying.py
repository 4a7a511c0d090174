"""Sentences: permissions, copies and extracts."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
    # permissions
    "permit_of_what": N_("Choose the document or publication that the permission is about."),
    "permit_unwritten": N_(
        "Copies and extracts are made by a written permission only. Write its number, or “б/н” if it has none."
    ),
    "permit_undated": N_("Write the day on which the permission was signed."),
    "permit_ahead": N_("The day {date} has not come yet: today is {today}. Correct the date."),
    "valid_before_granted": N_(
        "The permission would end on {last}, before it was given on {first}. Correct one of the two dates."
    ),
    "permit_count_needed": N_("Write how many copies or extracts are permitted."),
    "permit_not_registered": N_(
        "№ {number} is not registered: its number is only reserved, or annulled. Only registered documents are copied."
    ),
    "permit_for_whom": N_(
        "Copies and extracts are made for a worker of the body. Choose the worker the permission names."
    ),
    "permit_for_one_who_left": N_(
        "{name} has left the body; the last day was {day}. "
        "Copies for somebody of another body need its written request and another kind of permission."
    ),
    "permit_admits_nobody": N_(
        "No resolution names {name} for № {number}. The permission to copy admits nobody to the document: "
        "copies stay with the documentation service until a resolution names them."
    ),
    "permit_not_of_service_head": N_(
        "Copies and extracts for workers of the body are permitted by the head of the documentation service; "
        "on {date} that is {head}. Bring their written permission."
    ),
    "no_service_head": N_(
        "On {date} the documentation service has no head who could permit it. "
        "Enter the appointment of its head, or of whoever acts, first."
    ),
    "extract_outside": N_(
        "Extracts are made for workers of the body only; “{organisation}” is another organisation. "
        "Copies can be made for it: on its written request, by permission of the head of the body that made the "
        "document."
    ),
    "permit_for_which_body": N_("Write the organisation that gets the copies."),
    "request_needed": N_(
        "Copies for another organisation are made on its written request. Write the number and the date of the request."
    ),
    "request_after_permit": N_(
        "The request is of {date}, later than the permission of {granted}: "
        "the permission is given on the basis of the request. Correct one of the two dates."
    ),
    "permit_not_of_maker": N_(
        "№ {number} was made by another body, so its head permits copies for other organisations. "
        "Write who gave the permission: position, name and body."
    ),
    "permit_not_of_body_head": N_(
        "The body has made this document itself, so its head permits copies for other organisations; "
        "on {date} that is {head}. Bring their permission."
    ),
    "no_body_head": N_(
        "On {date} the body has no head who could permit it. "
        "Enter the appointment of its head, or of whoever acts, first."
    ),
    "consent_needed": N_(
        "№ {number} was received from another body: copies for other organisations are made only by agreement with it. "
        "Write the number and the date of its letter of agreement."
    ),
    "permit_revoked_already": N_("The permission № {number} was revoked on {date} already."),
    "revoked_too_early": N_(
        "The permission was given or used on {since}, so it cannot be revoked from {date} on. Choose a later day."
    ),
    # copies and extracts made by them
    "permit_needed": N_(
        "No permission was chosen. Copies and extracts are made by a written permission only: "
        "choose it, or record it first."
    ),
    "permit_for_extract": N_(
        "The permission № {number} is for an extract, not for copies. "
        "Choose a permission to copy, or record a new one."
    ),
    "permit_for_copies": N_(
        "The permission № {number} is for copies, not for an extract. "
        "Choose a permission for an extract, or record a new one."
    ),
    "permit_other_item": N_(
        "The permission № {number} is about another document. Choose one that is about this one."
    ),
    "permit_not_yet": N_(
        "The permission № {number} was given on {granted} only, after {date}. Correct the date, or choose another."
    ),
    "permit_not_agreed": N_(
        "By permission № {number} nothing is copied before {agreed}, when the sender agreed: {date} is earlier. "
        "Correct the date."
    ),
    "permit_expired": N_("The permission № {number} was valid until {last}. Record a new one."),
    "permit_revoked": N_("The permission № {number} was revoked on {date}. Record a new one."),
    "permit_used_up": N_(
        "All that the permission № {number} allows is made: {copies}. Record a new one for further copies."
    ),
    "permit_not_enough": N_(
        "Of the {copies} that the permission № {number} allows {left} are left. "
        "Make no more than that, or record a new permission."
    ),
    "copies_to_make": N_("Write how many copies were made, at least one."),
    "copies_too_many": N_("{count} copies are too many to be numbered. Correct the count."),
    "copied_from_which": N_(
        "Choose the copy that was copied; it must be a copy of this document and be here."
    ),
    "day_needed": N_("Write the date."),
    "made_by_whom": N_("Choose who made the copies or the extract."),
    "extract_sheets": N_("Write on how many sheets the extract is, at least one."),
    # cards taken out of abstract publications
    "not_a_publication": N_(
        "№ {number} is no publication. Cards and sheets are taken out of abstract publications only; "
        "the mark of a document is removed by decision of the head of the body."
    ),
    "which_cards": N_("Write which cards or sheets were taken out: their numbers or headings."),
    "how_many_cards": N_("Write how many cards or sheets were taken out, at least one."),
    "holds_none_found": N_(
        "Only cards and sheets without restricted information become unclassified. Write that they were found to hold "
        "none, and on what ground."
    ),
    "two_workers_sign": N_(
        "Two workers of the documentation service sign for it on the cover of the publication. Choose both."
    ),
    "two_different_workers": N_(
        "One and the same person cannot sign twice: two workers of the documentation service sign for it on the cover. "
        "Choose another second worker."
    ),
    "not_of_the_service": N_(
        "{name} was no worker of the documentation service on {date}. Choose one of its workers."
    ),
    "taken_out_too_early": N_(
        "№ {number} was registered on {since}, and {date} is earlier. Correct the date."
    ),
    # stickers
    "which_side": N_("Choose at least one kind of sticker."),
    "which_label": N_(
        "The labels of a sheet are numbered from 1 to {last}. Write the number of the first free one."
    ),
}
