"""Sentences about the filing plan."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
    "plan_index_needed": N_("Write the index of the case: journals, covers and inventories name it."),
    "plan_index_taken": N_(
        "The index {index} stands in the plan of this year already: “{heading}”. "
        "Give another index, or correct that heading."
    ),
    "plan_heading_needed": N_("Write the heading in one of the two languages at least."),
    "plan_retention_needed": N_(
        "Write how long the cases are kept, as the list of periods has it: “5 years, art. 47”."
    ),
    "plan_retention_unreadable": N_(
        "“{text}” cannot be read as a period of storage. Write it as the list of periods has it, the article after a "
        "comma: permanently; 5 years; 15 years with expert review; 75 years less the age; 3 years after dismissal; "
        "until the body is dissolved; until replaced by new ones; until not needed any more."
    ),
    "plan_register_taken": N_(
        "This register is the heading {index} of the plan already. Choose another one, or none."
    ),
    "plan_year_impossible": N_("There is no filing plan of {year} to be kept here: {last} is the last one."),
    "plan_without_headings": N_(
        "The filing plan of {year} has no headings yet. Enter them, or import the plan."
    ),
    "plan_struck_already": N_(
        "The heading {index} was struck out of the plan, so it is not changed any more."
    ),
    "plan_heading_has_cases": N_(
        "Cases stand under the heading {index} (in all {cases}), so it cannot be struck out. "
        "Correct it, if it is wrong."
    ),
    "plan_index_in_use": N_(
        "Cases stand under the heading {index} (in all {cases}); journals and covers name this index. "
        "Leave it, or enter another heading and open further cases there."
    ),
    "plan_changed_with_cases": N_(
        "Cases stand under the heading {index} (in all {cases}), and the change holds for them, too. "
        "Write why it is made."
    ),
    "plan_unit_left_out": N_("Its section “{unit}” is left out: no unit is chosen for it."),
    "plan_unit_needed": N_(
        "No row with a unit stands above it. Put the name of the unit in a row of its own."
    ),
    "plan_index_in_row": N_("The index {index} stands in row {row} of the sheet already."),
    "plan_meets_another": N_(
        "Under the index {index} stands “{heading}” ({retention}), which is no translation of it: "
        "period, mark or register differ. Correct the index in one of the two."
    ),
    "file_not_written": N_("{path} cannot be written. Choose another place."),
    "no_labels": N_("Choose what the labels are for."),
}
