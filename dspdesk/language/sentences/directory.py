"""Sentences: the directory of the body."""

from dspdesk.language.catalogue import N_

TABLE = {
    "name_needed": N_("Write the name: without it nobody finds this again."),
    "name_taken": N_("There is already “{name}” here. Give it another name."),
    "name_not_changed": N_(
        "The name is the same as before, so there is no first day of a new one. Change the name or empty the date."
    ),
    "renamed_ahead": N_(
        "The day {date} has not come yet: today is {today}. Enter the new name when it is in force."
    ),
    "renamed_before_last": N_(
        "The name before was borne from {last} on. A newer name begins later: correct the date."
    ),
    "room_elsewhere": N_("A room stands in nothing else. Leave its place empty."),
    "safe_elsewhere": N_("A safe stands in a room. Choose the room."),
    "shelf_elsewhere": N_("A shelf is in a safe or in a room. Choose one of them."),
    "place_closed": N_("“{name}” is closed. Nothing is put there and nothing changed."),
    "place_holds": N_("“{name}” still holds open places: {count}. Close or move them first."),
    "offset_too_far": N_(
        "The paper is put straight by at most {most} mm. Measure on the test sheet and write what it shows."
    ),
    "correspondent_known": N_("“{name}” stands in the directory already. Open that one and add to it."),
    "names_of_two": N_("The two names lead to two different correspondents. Enter this one by hand."),
    "name_in_row": N_("This name stands in row {row} already."),
    "room_needed": N_("There is no room in the row: a safe and a shelf stand in one."),
    "unit_unknown": N_("There is no unit “{unit}”. Enter the units first, or correct the name."),
    "position_vacant": N_("The position is vacant: there is no person to enter."),
    "day_unreadable": N_("There is no such date: {text}."),
    "yes_or_no": N_("“{text}” is neither yes nor no."),
    "cell_too_long": N_("A cell holds more than {most} characters. Shorten it in the sheet."),
    "merge_itself": N_("A correspondent is no duplicate of itself. Choose another one."),
    "merge_into_whom": N_("Choose the correspondent that is kept: begin to type its name."),
    "merged_already": N_("“{name}” has been joined to another correspondent already. Choose that one."),
}
