"""Sentences: printouts and their signatures."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
    "nothing_new_to_print": N_(
        "Nothing new has been entered since the last printing. To have a sheet once more, print that sheet again."
    ),
    "no_such_sheet": N_("There is no sheet {sheet}: the last one printed is {last}."),
    "printed_meanwhile": N_(
        "This paper was printed by somebody else meanwhile. Look at it again and print anew."
    ),
    "printout_set_aside": N_(
        "This printout was set aside on {date}. Print the paper once more if it is needed."
    ),
    "printout_signed": N_("This printout was signed by all on {date}."),
    "nobody_signed": N_("Nobody is chosen who has still to sign. Choose whoever has signed."),
    "no_day_of_signing": N_("Enter the day on which it was signed."),
    "paper_signed_ahead": N_("The day {date} has not come yet: today is {today}. Correct the date."),
    "signed_before_printing": N_(
        "The paper was printed on {printed}, and {date} is earlier. Correct the date."
    ),
    "spoiled_count": N_("Enter how many sheets were spoiled, from 1 to {most}."),
    "no_reason_set_aside": N_("Write why it is set aside: the ledger keeps it."),
    "no_such_thing": N_("There is no {what} in this store."),
    "no_printout": N_("Nobody signs this printout: it is not among those that wait."),
}
