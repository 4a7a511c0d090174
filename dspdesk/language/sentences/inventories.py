"""Sentences about inventories of cases, their transfer to the archive, storage places."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
    "publication_in_auxiliary": N_(
        "Publications with the mark are not kept in an auxiliary collection, and {place} is one. "
        "Put {what} into the library."
    ),
    "case_in_auxiliary": N_(
        "Cases with the mark are not kept in an auxiliary collection, and {place} is one. Choose "
        "another place for {what}."
    ),
    "finished_case_elsewhere": N_(
        "The case {what} is finished: until it goes to the archive it is kept in the rooms of its unit, and {place} is "
        "none of them. Write why it lies there."
    ),
    "transferred_case_elsewhere": N_(
        "The case {what} was handed to the departmental archive, and {place} is not a place of the archive. "
        "Write why it lies there."
    ),
    "publication_not_in_library": N_(
        "Publications with the mark are kept in the departmental library, and {place} is not a place of it. "
        "Write why {what} lies there."
    ),
    "publication_not_in_archive": N_(
        "Without a departmental library publications with the mark are kept in the departmental "
        "archive, and {place} is "
        "not a place of it. Write why {what} lies there."
    ),
    "place_not_cabinet": N_(
        "What has the mark is kept in metal cabinets or safes that are locked and sealed; {place} is in none. "
        "Choose a safe, or write why it lies there."
    ),
    "cabinet_not_locked": N_(
        "What has the mark is kept in metal cabinets or safes that are locked and sealed; of {place} it "
        "is said that it "
        "is not. Choose another place, or write why it lies there."
    ),
    "cabinet_not_said": N_(
        "Nobody has said yet whether {place} is locked and sealed. Say it where the places are kept, or write why it "
        "lies there."
    ),
    "no_volumes": N_("Choose the volumes."),
    "volume_put_before": N_(
        "The volume {volume} lies where it is since {since}. Write that day or a later one."
    ),
    "volume_put_before_transfer": N_(
        "The volume {volume} was handed to the archive on {date}. Write that day or a later one."
    ),
    "place_keeps": N_(
        "In “{name}” lie {volumes} volumes and {copies} copies. Put them into other places first; then "
        "it can be closed."
    ),
    "listed_not_closed": N_(
        "The volume {volume} is not closed. Close it first; inventories list finished cases."
    ),
    "listed_of_other_unit": N_(
        "The volume {volume} is of another unit. List it on the inventory of that unit."
    ),
    "listed_of_other_year": N_(
        "The volume {volume} ended in {of}, the inventory is of {year}. List it on the inventory of {of}."
    ),
    "listed_of_other_period": N_(
        "The volume {volume} is kept for another period than the cases of this inventory. "
        "List it on the inventory of its period."
    ),
    "listed_already": N_("The volume {volume} stands on the inventory № {number} already."),
    "listed_by_no_unit": N_(
        "The volume {volume} stands on no approved inventory of its unit. List it there first and have it approved."
    ),
    "inventory_empty": N_("Choose the volumes that the inventory lists."),
    "inventory_number_needed": N_("Write the number of the inventory."),
    "inventory_number_taken": N_(
        "An inventory of that year has the number {number} already. Choose another number."
    ),
    "inventory_of_which_unit": N_("Choose the unit whose cases the inventory lists."),
    "earlier_section_draft": N_(
        "The section of {year} of the inventory № {number} is not approved yet, and numbers go on after it. "
        "Have it approved first."
    ),
    "later_section_stands": N_(
        "The inventory № {number} has a section of {year} already, and numbers go on after it. "
        "Write another number of the inventory."
    ),
    "inventory_approved": N_("The inventory № {number} was approved on {date}; nothing is added to it."),
    "approval_needed": N_("Write who approved the inventory, and by which minutes if there are any."),
    "approved_before_drawn": N_(
        "The inventory № {number} was drawn up on {date}; it was not approved before that day."
    ),
    "inventory_line_struck": N_("The volume {volume} was struck out of this inventory already."),
    "inventory_line_transferred": N_(
        "The volume {volume} was handed to the archive by this inventory; its line stays."
    ),
    "inventory_line_consolidated": N_(
        "The volume {volume} stands on the consolidated inventory № {number}. Strike it out there first."
    ),
    "inventory_not_approved": N_(
        "The inventory № {number} is not approved. Enter its approval first; cases are handed over by it."
    ),
    "inventory_not_of_unit": N_(
        "The inventory № {number} is a consolidated one. Cases are handed over by the inventories of their units."
    ),
    "nothing_to_transfer": N_("Choose the cases that are handed over."),
    "transfer_struck": N_(
        "The volume {volume} was struck out of the inventory, so it is not handed over by it."
    ),
    "transferred_already": N_("The volume {volume} was handed to the archive on {date}."),
    "transfer_not_closed": N_("The volume {volume} is not closed. Close it first, then hand it over."),
    "transfer_not_certified": N_(
        "The volume {volume} is kept permanently or over 10 years and has no certification sheet. "
        "Fill in its certification sheet first."
    ),
    "transfer_sheet_unprinted": N_(
        "The certification sheet of {volume} is not on paper. Print it first; it lies at the end of the volume and "
        "goes to the archive with it."
    ),
    "volume_listed": N_(
        "The volume {volume} stands on the approved inventory № {number}, which states it as it is. Strike its line "
        "out of that inventory first; when the volume is closed and certified, list it anew."
    ),
    "inventory_notes_change": N_(
        "The volume {volume} stands on the approved inventory № {number}, which states it as it was. Note the change "
        "on the paper of the inventory."
    ),
    "listed_volume_changes": N_(
        "The volume {volume} stands on the approved inventory № {number}, which states it as it was. Strike its line "
        "out of that inventory, certify the volume anew and list it anew."
    ),
    "heading_listed": N_(
        "The volume {volume} stands under this heading on the approved inventory № {number}. Strike its line out of "
        "that inventory first; list it anew under the other heading."
    ),
    "heading_transferred": N_(
        "Volumes of the case {index} are in the archive under this heading, so it stays. Leave it as it is."
    ),
    "plan_listed": N_(
        "The volume {volume} stands on the approved inventory № {number}, which states the unit, the heading and the "
        "period of this entry of the plan. Strike its line out of that inventory first; list it anew afterwards."
    ),
    "approved_certified_before": N_(
        "The volume {volume} was changed after its certification sheet, so the inventory would state other sheets than "
        "lie there. Fill in a new certification sheet by an act first."
    ),
    "transfer_certified_before": N_(
        "The volume {volume} was changed after its certification sheet. "
        "Fill in a new one by an act first; the archive accepts what it states."
    ),
    "transfer_sheets_differ": N_(
        "The certification sheet of {volume} states another number of sheets than lie there. "
        "Fill in a new one, or write why the volume goes as it is."
    ),
    "transfer_put_before": N_(
        "The volume {volume} lies in “{place}” since {since}, after the day of the transfer. Leave the place empty: "
        "the volume stays where it lies; or correct the day of the transfer."
    ),
    "transfer_accepted_elsewhere": N_(
        "{name} had no position in the archive on {date} and is not an archivist of this program. "
        "Choose who accepts for the archive, or write why it is somebody else."
    ),
    "transfer_not_standing": N_(
        "The volume {volume} does not count as handed over, so there is nothing to strike out."
    ),
    "no_transfer_chosen": N_("Tick the volumes that were not handed over."),
    "transferred_before_closed": N_(
        "The volume {volume} was closed on {date}; it was not handed over before that day."
    ),
    "transfer_to_oneself": N_("One person hands the cases over, another accepts them. Choose two people."),
    "transferred_before_approved": N_(
        "The inventory № {number} was approved on {date}; nothing was handed over by it before that day."
    ),
    "copy_not_in_its_volume": N_(
        "Copy {copy} of № {number} is filed in the volume and not there: {holder}. "
        "Bring it back first; a volume is handed over whole."
    ),
}
