"""Sentences: people, their appointments, units."""

from dspdesk.language.catalogue import N_

TABLE = {
    "position_needed": N_("Write the position: papers of this language name it under the signature."),
    "ends_before_it_begins": N_(
        "The last day {last} is before the first day {first}. Correct one of the two dates."
    ),
    "head_of_which_unit": N_(
        "Choose the unit whose head this is: papers of that unit are signed by its head."
    ),
    "acting_for_oneself": N_("Nobody acts for themselves. Choose the person who is away."),
    "acting_for_no_position": N_(
        "This person holds no position on {first}, so that there is nothing to act for. "
        "Choose another person or day, or leave the field empty for a vacant position."
    ),
    "position_held": N_(
        "{name} has held a position since {first} already: {position}. A person holds one position at a time. "
        "End the earlier one, or enter this one as acting."
    ),
    "head_there": N_(
        "{name} ({position}) has been the head since {first}. There is one head at a time: "
        "let this appointment take the place of that one, or enter it as acting."
    ),
    "acting_head_there": N_(
        "{name} ({position}) has been acting since {first}. One person acts at a time: end that appointment first."
    ),
    "body_without_head": N_(
        "From {next_day} the body would have no head. First appoint the successor of {name}, "
        "or somebody who acts, from that day on."
    ),
    "body_left_headless": N_(
        "After this correction the body has no head on {day}. Enter who heads it, or say why it is so."
    ),
    "service_left_headless": N_(
        "After this correction the documentation service has no head on {day}. Enter who heads it, or say why it is so."
    ),
    "service_without_head": N_(
        "From {next_day} the documentation service would have no head. First appoint the successor of {name}, "
        "or somebody who acts, from that day on."
    ),
    "has_left": N_("This person has left already; the last day was {day}."),
    "account_still_open": N_(
        "The access “{login}” of this person is still open. The security officer closes it first; "
        "then the person leaves."
    ),
    "appointment_to_come": N_(
        "An appointment of this person begins on {first}, after the last day. Correct that appointment first."
    ),
    "index_taken": N_(
        "The index {index} stands for {name} already. Numbers must tell them apart: choose another."
    ),
    "same_name": N_(
        "There is a person named {name} already. If this is another one, write the reason; then both can be told apart."
    ),
    "person_has_left": N_("{name} has left; the last day was {day}. Choose a last day not after that."),
    "unit_is_closed": N_(
        "The unit “{name}” was closed on {day}. Choose an open unit or an earlier last day."
    ),
    "unit_has_people": N_(
        "These people are still in the unit after {day}: {people}. End or correct their appointments first."
    ),
    "appointment_over": N_("This appointment ends on {last} already. Choose an earlier day."),
    "view_name_needed": N_("Give the view a name."),
    "view_name_taken": N_("There is a view “{name}” already. Choose another name."),
    "view_too_long": N_("The name of a view has at most {most} characters. Shorten it."),
}
