"""Sentences about the inner inventory and the certification sheet of a volume."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
    "paper_finished": N_(
        "This paper is finished: below its totals and signature nothing is printed. Print all sheets anew."
    ),
    "certified_unreadable": N_(
        "“{what}” cannot be read, or stands there twice. Write sheets like 12, 12а, 3–5, 12 (3), with commas between."
    ),
    "certified_uncounted": N_("Write how many sheets of the volume are numbered, at least one."),
    "certified_inventory_uncounted": N_("Write how many sheets the inner inventory has; 0 if there is none."),
    "certified_without_inventory": N_(
        "The volume {volume} is kept so long that it has an inner inventory at its front. "
        "Print the inventory first, or write why there is none."
    ),
    "certified_other_inventory": N_(
        "The inner inventory was printed on {printed} sheets, and {sheets} are written here. "
        "Count once more, or write why they differ."
    ),
    "certified_by_whom": N_("Choose who fills in the certification sheet: that person signs it."),
    "certified_not_serving": N_(
        "This person had left the body by the day of the sheet. Choose who filled it in, or correct the date."
    ),
    "certified_first_by_act": N_(
        "This is the first certification sheet of the volume; acts are named only for later changes. "
        "Leave the act empty."
    ),
    "certified_act_needed": N_(
        "The sheet of {date} is on paper already: what changes later is noted with reference to an act. "
        "Write the number of the act."
    ),
    "certified_act_day_needed": N_("Write the date of the act."),
    "certified_act_ahead": N_(
        "The act is of {date}, later than the sheet of {dated}. Correct one of the dates."
    ),
    "certified_before_earlier": N_(
        "The sheet that stands is of {since}; one of {date} cannot take its place. Correct the date."
    ),
    "certified_insert_kind": N_("Write of what kind the insert is that cannot be numbered."),
    "certified_insert_count": N_("Write how many inserts there are of this kind: {kind}."),
    "certified_feature_unnamed": N_("Write what the feature is, or clear its sheets."),
    "certified_feature_nowhere": N_("Write on which sheets it is."),
    "certified_feature_count": N_(
        "Write how many: of envelopes the things in them, of papers with numbers of their own their sheets."
    ),
    "certified_without_letter": N_(
        "Sheet {sheet} has no letter. Here stand only sheets with a letter: 12а, 40б."
    ),
    "certified_lettered_alone": N_(
        "Sheet {sheet} would lie behind sheet {number}, which the volume does not have. Correct the number."
    ),
    "certified_skipped_outside": N_(
        "Number {sheet} cannot be skipped: skipped numbers have no letter and lie before the last sheet, {last}."
    ),
    "certified_not_there": N_(
        "The volume {volume} has no sheet {sheet}; its last number is {last}. Correct the number here, "
        "or the lettered and skipped ones above."
    ),
    "certified_named_twice": N_("Sheet {sheet} is named twice here. Leave it once."),
    "certified_count_of_many": N_(
        "“{mark}” means several sheets, so it is not clear where these things are. Write each sheet "
        "with its own number."
    ),
    "certified_ends_elsewhere": N_(
        "By this the last sheet of the volume {volume} is {last}; by what is filed in it, it is {filed}, {sheets} "
        "sheets in all. Count once more or correct what is filed, or write why they differ."
    ),
}
