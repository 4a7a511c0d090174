"""Sentences: acts."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
    "act_unknown": N_("There is no such act."),
    "act_withdrawn": N_("Act No. {number} was withdrawn and stays as it is. Draw up another one."),
    "act_executed": N_("Act No. {number} is executed: all its copies have gone. It is changed no more."),
    "act_signed_already": N_(
        "Act No. {number} is signed, and what was signed stays. If it is wrong, withdraw it and draw up another."
    ),
    "act_not_printed": N_(
        "Act No. {number} is signed on paper, so it is printed first. Print all its copies."
    ),
    "act_not_signed": N_(
        "Act No. {number} is not signed yet. Enter the day on which everybody signed it, then go on."
    ),
    "act_not_approved": N_("Act No. {number} is not approved yet. Enter its approval first."),
    "act_not_approved_by_anybody": N_("Acts of this kind are approved by nobody. Go on with the copies."),
    "act_signers_lack": N_(
        "An act is signed by {needed} workers at least, and {given} is named. Name who else was present."
    ),
    "act_signer_twice": N_("The same person signs twice. Name another worker."),
    "act_ahead": N_("The act is of {date}, and today is {today}. Correct the date."),
    "act_other_year": N_(
        "The number is of the year {year}: the date of the act stays in it. Correct the date, or withdraw the act."
    ),
    "act_says_nothing": N_("The act states nothing yet. Write what was found."),
    "act_signed_when": N_("Write the day on which everybody signed."),
    "act_signed_ahead": N_("It cannot have been signed on {date}: today is {today}. Correct the date."),
    "act_signed_before": N_(
        "The act is of {dated}, so it cannot have been signed on {date}. Correct one of the dates."
    ),
    "act_copy_unknown": N_("The act has no copy No. {number}."),
    "act_copy_given": N_("Copy No. {number} was given on {date} already."),
    "act_given_when": N_("Write the day on which the copy went."),
    "act_given_ahead": N_("The copy cannot have gone on {date}: today is {today}. Correct the date."),
    "act_given_before": N_("The act was signed on {signed}, so no copy went on {date}. Correct the date."),
    "act_receipt_needed": N_(
        "Write by what the copy went: the number of the letter or register, or whose signature stands for it."
    ),
    "act_executor_needed": N_(
        "The third copy is handed to the executor of the document. Choose who that is; until then it stays here."
    ),
    "act_there_already": N_(
        "There is act No. {number} on this cover already. Open it; another one follows only when it is withdrawn."
    ),
    "act_before_check": N_(
        "The contents of this cover are not checked yet. Record the check, then draw up the act."
    ),
    "act_sender_needed": N_("The first copy goes to the sender. Write who sent the cover."),
    "package_unknown": N_("There is no such cover in the log of receipts."),
    "person_unknown": N_("This person is not among the people of the body. Choose one of them."),
}
