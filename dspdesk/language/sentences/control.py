"""Sentences: resolutions and control of execution."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
    "not_to_be_executed_reserved": N_(
        "№ {number} is only reserved: its document is not signed yet. Confirm the number, then enter the resolution."
    ),
    "not_to_be_executed_annulled": N_("№ {number} is annulled: there is no document to execute under it."),
    "not_to_be_executed_destroyed": N_(
        "The document № {number} is destroyed: there is nothing left to execute."
    ),
    "not_to_be_executed_sent_back": N_("The document № {number} was sent back: it is not executed here."),
    "not_to_be_executed_seized": N_("The document № {number} was seized: it is not executed here."),
    "not_to_be_executed_carried_over": N_(
        "The document № {number} goes on under the number of a later year. Take the entry of that year."
    ),
    "resolution_not_of_head": N_(
        "By the directory {author} did not head the body on {date}. The resolution is recorded with your reason and "
        "its deadline is controlled, but whom it names is not admitted to the document: only a resolution of the "
        "head, or of whoever acts as head, admits. If {author} acted as head on that day, enter the appointment first."
    ),
    "resolution_ahead": N_("The day {date} has not come yet: today is {today}. Correct the date."),
    "resolution_before_registration": N_(
        "The document was registered on {registered}, and {date} is earlier. Correct the date, or say why it is so "
        "(mail marked “Personal”, for one, is opened by its addressee)."
    ),
    "resolution_empty": N_("Write what is to be done, or name somebody."),
    "several_executors": N_(
        "One person answers for the execution: {names} were named. Leave one, enter the others as co-executors."
    ),
    "named_twice": N_("{person} is named twice. Leave the name in one of the fields."),
    "named_has_left": N_("{person} has left the body on {left}. Name another, or say why it is so."),
    "deadline_without_executor": N_("There is a deadline and no executor. Name who answers for it."),
    "deadline_before_resolution": N_(
        "The deadline {due} is before the day of the resolution, {date}. Correct one of the two."
    ),
    "back_before_resolution": N_(
        "The resolution is of {date}, so the copies did not come back with it on {back}. Correct one of the two; "
        "if they came back before it was written, empty this field and record their return first."
    ),
    "resolution_struck_already": N_("This resolution was struck out on {date} already."),
    "holds_without_resolution": N_(
        "No resolution will name {names} any more, and the document is with them. Take it back, or say why it stays."
    ),
    "on_control_already": N_(
        "№ {number} is on control already, until {due}. Extend that deadline or take the document off control first; "
        "a further resolution can be entered without a deadline."
    ),
    "annulled_on_control": N_(
        "№ {number} is on control until {due}. Take the document off control first, then annul its number."
    ),
    "not_on_control": N_("№ {number} is not on control, so there is no deadline to change."),
    "control_without_executor": N_(
        "Nobody is named who would execute the document. Enter the resolution with its executor."
    ),
    "deadline_needed": N_("Write the deadline: what is on control is done by a day."),
    "deadline_before_taking": N_("The deadline {due} is before the day {date}. Correct one of the two."),
    "control_ahead": N_("The day {date} has not come yet: today is {today}. Correct the date."),
    "extension_not_later": N_(
        "The deadline is {due} now; an extension leads to a later day. Correct the date."
    ),
    "extension_reason": N_("Write why the deadline is put off."),
    "allowed_ahead": N_("The day {date} has not come yet: today is {today}. Correct the date."),
    "allowed_by_another": N_(
        "{name} neither wrote a resolution on this document nor heads the body. "
        "Whoever set the deadline puts it off; say why it was another."
    ),
    "extended_after_deadline": N_("The deadline {due} was over already when it was put off on {date}."),
    "outcome_needed": N_("Write what came of it: executed, answered with which letter, no longer needed."),
    "off_before_taking": N_(
        "The document was taken on control on {taken}, and {date} is earlier. Correct the date."
    ),
    "deadline_was_extended": N_(
        "The deadline {due} was put off since, so this resolution keeps it. "
        "What the deadline is now is changed by an extension."
    ),
    "held_by_resolution": N_(
        "The resolution of № {number}, its executor, deadline and control mark follow from what is recorded of its "
        "execution. Correct them there: Further steps (F9), “Resolution…” or “Extend the deadline…”."
    ),
    "nothing_to_remind": N_(
        "This person has nothing overdue or due within three days, so there is nothing to remind of."
    ),
    "no_head_to_submit": N_(
        "Nobody heads the body on {date} by the directory. Enter the head, or who acts as head, under “People” first."
    ),
}
