"""Sentences: lists of restricted information."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
    "basis_not_named": N_(
        "No entry of the list is named on which the mark rests. Choose the entry, propose a supplement to the list, "
        "or write on what ground the information is restricted outside it."
    ),
    "basis_without_list": N_(
        "No list of restricted information is in force here, so the mark rests on no entry. Enter the list of the "
        "body first, or write on what ground the information is restricted."
    ),
    "basis_without_executor": N_(
        "Information is designated by the executor and whoever signs. Name the executor, or give the reason why "
        "there is none."
    ),
    "basis_without_signatory": N_(
        "Information is designated by the executor and whoever signs. Name who signed, or give the reason why that "
        "is not known."
    ),
    "basis_of_the_sender": N_(
        "This came with its mark: its sender designated it. Only the body’s own documents name an entry of a list."
    ),
    "entry_not_yet": N_(
        "The entry {point} is in force from {first} on, and the document is of {day}. "
        "Choose an entry that was in force."
    ),
    "entry_no_more": N_(
        "The entry {point} was in force until {last}, and the document is of {day}. "
        "Choose an entry that was in force."
    ),
    "ground_needed": N_(
        "Write the ground on which the information is restricted outside the lists, or choose an entry of a list."
    ),
    "proposal_was_declined": N_(
        "This proposal was declined, so the mark cannot rest on it. Choose an entry of a list or name another ground."
    ),
    "basis_unknown": N_("There is no such entry or proposal. Choose one from the list (Alt+Down)."),
    "designation_of_later": N_(
        "The document № {number} was carried over and goes on under № {later}. Name the basis of its mark there."
    ),
    "designation_the_same": N_("The mark rests on this already. Choose another basis."),
    "list_name_needed": N_("Name the list, in one language at least."),
    "list_entered_already": N_(
        "This list is entered already: the same name, approved by the order № {number}."
    ),
    "order_number_needed": N_("Write the number of the order: a list is approved and changed by order only."),
    "order_day_needed": N_("Write the date of the order: a list is approved and changed by order only."),
    "order_ahead": N_("The order is dated {date}, and today is {today}. Correct the date."),
    "order_works_back": N_(
        "The order is of {date} and cannot change the list from {from} on. Take its own day or a later one."
    ),
    "order_entered_already": N_(
        "The order № {number} of {date} is entered for this list already. Each addition and change has its own order."
    ),
    "order_before_approval": N_(
        "The list was approved on {approved}, and this order is of {date}. A list is changed after it was approved."
    ),
    "list_repealed": N_("This list was in force until {last}. A repealed list is not changed."),
    "order_does_nothing": N_("Say what the order does: add, change or end at least one entry."),
    "order_does_too_much": N_(
        "One order takes {most} entries at most here. Enter the others in a further step."
    ),
    "entry_point_needed": N_("Write the point of the list under which the entry stands."),
    "entry_words_needed": N_("Write the words of the entry, in one language at least."),
    "point_twice": N_("The point {point} would stand twice in the list. Give each entry a point of its own."),
    "entry_ends_too_early": N_(
        "The entry {point} is in force from {first} on, so it cannot end before. Take a later day."
    ),
    "entry_named_wrongly": N_("An entry is named twice, or is none of this list. Name each entry once."),
    "entry_ended_already": N_("The entry {point} ended on {last} already. Choose one that is in force."),
    "proposal_information_needed": N_("Write which information is to be protected, in neutral words."),
    "proposal_reasons_needed": N_(
        "Write the reasons: a proposal without arguments is not put before the head."
    ),
    "proposal_both_needed": N_("Name both who propose: the executor and the head of the unit."),
    "proposal_day_needed": N_("Write the day of the proposal."),
    "proposer_heads_nothing": N_(
        "On {day} this person was not the head of a unit and acted for none. Name the head of the unit, "
        "or correct the appointment first."
    ),
    "proposal_ahead": N_("The proposal is dated {date}, and today is {today}. Correct the date."),
    "proposal_decided_already": N_("This proposal has been decided already. A proposal is decided once."),
    "decision_day_needed": N_("Write the day of the decision."),
    "decision_day_odd": N_(
        "The decision of {date} is not between the day of the proposal, {proposed}, and today, {today}. "
        "Correct the date."
    ),
    "decline_words_needed": N_("Write why the proposal is declined."),
}
