"""Sentences: mail before registration."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
    # who
    "mail_not_entrusted": N_(
        "Restricted mail is not entrusted to {person}: only workers whose job description says so receive, open and "
        "check it. Enter the entrustment on the card of the person."
    ),
    "entrusted_from_needed": N_("Since when is it entrusted? Write the day."),
    "entrusted_by_needed": N_(
        "Write the job description or order by which it is entrusted, with its date and number."
    ),
    "entrusted_ends_early": N_("It began on {first}, and {last} is earlier. Correct the day."),
    "entrusted_already": N_("{person} is entrusted with it already. End that entrustment first."),
    # the log
    "received_needed": N_("When was it received? Write the day and the time."),
    "received_ahead": N_("This moment has not come yet. Correct the day or the time."),
    "handed_over_ahead": N_("This moment has not come yet. Correct the day or the time."),
    "handed_over_before_received": N_(
        "It cannot be handed over before it was received. Correct the day or the time."
    ),
    "handed_over_already": N_("This delivery was handed over already."),
    "deliveries_needed": N_("Choose what is handed over."),
    "taker_needed": N_("To whom is it handed over? Choose the head of the documentation service."),
    "taker_not_head": N_(
        "The duty officer hands mail over to the head of the documentation service, {head}. If somebody else took it, "
        "write why."
    ),
    "packages_needed": N_("Enter at least one cover."),
    "package_untold": N_("Cover {row}: write the sender or the numbers on the cover."),
    "addressee_needed": N_("Cover {row} is marked «Personal». Choose the person it is addressed to."),
    "duty_officer_needed": N_("Out of hours mail is taken by the duty officer. Choose who it was."),
    "bearer_needed": N_("Who brought it? The breach is recorded with the name."),
    "no_duty_officers": N_(
        "The body has no permanent duty officers, so restricted mail is not to be brought out of hours. {bearer} "
        "brought it all the same: write how it came to that, it is recorded as a breach."
    ),
    "package_struck": N_("This cover was struck out of the log."),
    "package_checked_already": N_(
        "The cover is checked or registered already, so the log of it stays. Correct the check or the entry."
    ),
    # the check
    "not_handed_over": N_(
        "The duty officer still holds this cover, unopened. Enter first that it was handed over to the service."
    ),
    "personal_not_opened": N_(
        "The cover is marked «Personal» and is not opened: enter only how it looks outside. What it holds is "
        "completed when the addressee has opened it."
    ),
    "checked_ahead": N_("This moment has not come yet. Correct the day or the time."),
    "checked_before_handed_over": N_(
        "A cover is opened when the service has it, not earlier. Correct the day or the time."
    ),
    "sealed_needed": N_("Was the cover sealed? Choose yes or no."),
    "intact_needed": N_("Was the cover whole? Choose yes or no."),
    "cover_unsealed": N_(
        "The cover was not sealed, as it must be. It is recorded as a breach of the sender."
    ),
    "cover_damaged": N_("The cover was damaged. It is recorded; write in the notes how it looked."),
    "count_needed": N_(
        "Document {row} is not counted to the end: write how many sheets and copies there are, 0 where there are none."
    ),
    "documents_needed": N_("Enter what was in the cover, or what should have been: at least one document."),
    "checked_already": N_("This cover was checked before. Write why the check is changed."),
    # covers, misdirected mail
    "cover_not_kept": N_("This cover was not kept, so there is nothing to enter."),
    "cover_discarded_already": N_("The cover was destroyed on {date}."),
    "cover_before_document": N_(
        "Only this cover shows what cannot be learned otherwise, so it stays as long as its document. Destroy the "
        "document first."
    ),
    "misdirected_already": N_("It is entered already that this came by mistake."),
    "not_misdirected": N_("It is not entered that this came by mistake. Enter that first."),
    "returned_already": N_("It went back to the sender on {date}."),
    "mail_day_needed": N_("Write the day."),
    "mail_day_ahead": N_("The day {date} has not come yet: today is {today}. Correct the date."),
    "mail_day_early": N_("The day {date} is too early: it was on {since} at the earliest. Correct the date."),
    # registration
    "misdirected_not_registered": N_(
        "This came by mistake and goes back to the sender, so it takes no number. Enter its return."
    ),
    "package_unchecked": N_("The cover is not checked yet. Enter the check, then register what was in it."),
    "enclosed_registered": N_("This document is registered already: № {number}."),
    "enclosed_absent": N_(
        "This document was not in the cover, so there is nothing to register. Draw up the act."
    ),
    "mail_to_own_journal": N_(
        "What came by mail is entered in the journal of incoming documents or of publications."
    ),
    "registered_before_received": N_(
        "It was received on {received}, and {date} is earlier. Correct the date."
    ),
    "enclosed_struck": N_(
        "This document was struck out of its cover when the cover was checked again. Look at the check."
    ),
    "carrier_not_checked": N_(
        "The electronic carrier has not been checked for malicious programs. Record the check, then register."
    ),
    "carrier_not_clean": N_(
        "The check found malicious programs on the carrier, so it is not let in. Return it to the sender, or record "
        "a clean check."
    ),
    "means_needed": N_("By what was it checked? Write the program and its version."),
    "checker_needed": N_("Who checked it? Choose the person."),
    "checked_on_needed": N_("When was it checked? Write the day."),
    "check_of_something": N_("Say which carrier was checked."),
    # «Лично»
    "not_personal": N_("The cover is not marked «Personal»: it is opened and checked like any other."),
    "personal_completed": N_("What this cover holds is entered already. Correct the entry instead."),
    "personal_not_given": N_(
        "The addressee has not got this cover yet, so nobody knows what it holds. Hand it over first."
    ),
}
