"""Sentences: numbers and the settings of the body."""

from dspdesk.language.catalogue import N_

TABLE = {
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
    "setting_too_long": N_("This is too long. Write it in {most} signs at most."),
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
}
