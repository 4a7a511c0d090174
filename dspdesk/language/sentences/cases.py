"""Sentences about cases, volumes and what is filed in them."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
    "heading_struck": N_(
        "The heading {index} was taken out of the filing plan. Choose a heading that stands in it."
    ),
    "case_closed": N_(
        "The case of the volume {volume} is closed, so it gets no further volume. Open another case."
    ),
    "volume_closed": N_("The volume {volume} is closed. Open the next volume and file the document there."),
    "volume_transferred": N_(
        "The volume {volume} was handed to the archive. Open the next volume and file the document there."
    ),
    "volume_of_one": N_(
        "The volume {volume} holds one document of its own and nothing else. Choose another volume of the case."
    ),
    "filed_on_control": N_(
        "The document {document} is on control. Take it off control first; a document is filed once it is executed."
    ),
    "filed_unsigned": N_(
        "The document {document} has no signatory or no date of signing. Complete its entry first; "
        "only documents properly made out are filed."
    ),
    "filed_other_year": N_(
        "The document {document} is of {year}, the volume {volume} of {of}. File it in a case of {year}, "
        "or in a carry-over case."
    ),
    "filed_for_other_year": N_(
        "The document {document} is for {year}, the volume {volume} of {of}. Plans, reports and estimates go into "
        "the cases of the year they are for: choose a case of {year}."
    ),
    "filed_permanent_apart": N_(
        "The document {document} is kept permanently, the cases of {volume} temporarily. "
        "Choose a case that is kept permanently."
    ),
    "filed_temporary_apart": N_(
        "The document {document} is kept temporarily, the cases of {volume} permanently. "
        "Choose a case that is kept temporarily."
    ),
    "filed_draft": N_("The copy {document} is a draft; drafts are not filed."),
    "filed_spare": N_("The copy {document} is a spare one; spare copies are not filed."),
    "filed_to_be_returned": N_("The copy {document} is to be returned; what is to be returned is not filed."),
    "filed_second_copy": N_(
        "Another copy of the document {document} lies in this case already ({volume}), so this one is a spare copy. "
        "File it in another case, or keep it out of the cases."
    ),
    "filed_uncounted": N_(
        "How many sheets the document {document} has is not known. Count them and write the number: "
        "sheets of a case are numbered."
    ),
    "volume_full": N_(
        "With {sheets} more sheets of the document {document} the volume {volume} would have {total}; "
        "it holds {most} at most. Open the next volume and file the document there."
    ),
    "volume_nearly_full": N_(
        "With the document {document} the volume {volume} has {total} sheets of {most}. "
        "Write why it goes there all the same, or open the next volume."
    ),
    "document_oversize": N_(
        "The document {document} alone has {sheets} sheets; a volume holds {most} at most. "
        "File it as a volume of its own."
    ),
    "oversize_apart": N_(
        "The document {document} has {sheets} sheets, more than the {most} of a volume; the Rules do not say what is "
        "done with it. Write why it becomes a volume of its own."
    ),
    "enclosure_not_apart": N_(
        "The enclosures of the document {document} have {sheets} sheets. Only enclosures of more than {most} "
        "are a volume of their own: file them with the document."
    ),
    "cases_apart_advisable": N_(
        "Under this heading lie {restricted} restricted and {unclassified} unclassified documents. "
        "Separate cases are advisable."
    ),
    "line_without_heading": N_("Write which document it is: its heading stands on the inner inventory."),
    "copy_not_in_case": N_(
        "Copy {copy} of № {number} lies in no volume of a case, so there is nothing to take it out of."
    ),
    "copy_not_here_seized": N_(
        "Copy {copy} of № {number} was seized: {holder}. A certified copy lies in its case; the original is not here."
    ),
    # linked documents, closing a case (D)
    "linked_to_itself": N_("The document {number} cannot be linked to itself. Choose another one."),
    "linked_to_annulled": N_(
        "The number {number} is annulled: there is no document under it. Choose the document that stands."
    ),
    "linked_already": N_("The documents {number} and {other} are linked in this way already."),
    "closed_already": N_("{volume} is closed already."),
    "closing_nobody": N_(
        "Nobody in the unit answers for the case {case}. Name the person who keeps it, then close it."
    ),
    "closing_linked_elsewhere": N_(
        "The document {document} of the case {case} is linked to {other}, which lies in {where}. All documents on one "
        "question belong into one case: move it here, or write why it lies there."
    ),
    "closing_linked_nowhere": N_(
        "The document {document} of the case {case} is linked to {other}, which lies in no case. "
        "File it here, or write why it is missing."
    ),
    "closing_year_runs": N_(
        "The year {year} is not over: documents of it that come later will not go into the case {case}."
    ),
    "closing_printout_missing": N_(
        "The printout of the document {document} is not in the case, and its seal, signature or approval needs one. "
        "File the printout."
    ),
    "closing_on_control": N_(
        "The document {document} is on control again, so it is not executed. Take it off control, or take it out."
    ),
    "closing_unsigned": N_(
        "The entry of the document {document} has no signatory or no date of signing. Complete the entry."
    ),
    "closing_draft": N_("The document {document} is a draft; drafts are not filed. Take it out."),
    "closing_spare": N_("The document {document} is a spare copy; spare copies are not filed. Take it out."),
    "closing_to_be_returned": N_(
        "The document {document} is to be returned; what is to be returned is not filed. Take it out."
    ),
    "closing_second_copy": N_(
        "Another copy of the document {document} lies in this case already; this one is a spare copy. Take it out."
    ),
    "closing_other_year": N_(
        "The document {document} is of {year}, the case of {of}. Move it to a case of its year."
    ),
    "closing_empty": N_(
        "Nothing lies in the volume {volume}. File its documents, or write why it is closed empty."
    ),
    "closing_over_full": N_(
        "{sheets} sheets lie in the volume {volume}; it holds {most} at most. Move documents to the next volume."
    ),
    "closing_unprinted": N_(
        "Lines of the inner inventory of {volume} that are not on paper yet: {n}. Print the inventory; "
        "it lies in front of the documents."
    ),
    "closing_uncertified": N_(
        "The sheets of the volume {volume} are not counted: there is no certification sheet. "
        "Count the sheets and fill it in."
    ),
    "closing_inventory_unfinished": N_(
        "The inner inventory of {volume} does not end yet with its totals and signature. Print its end."
    ),
    "closing_sheet_unprinted": N_(
        "The certification sheet of {volume} is not on paper yet. Print it; it lies at the end of the volume."
    ),
    "closing_sheets_differ": N_(
        "The certification sheet of {volume} states {certified} sheets, its lines count {sheets}. Count again and fill "
        "in the certification sheet anew, or write why they differ."
    ),
    "closing_bound": N_(
        "The volume {volume} is bound, or sewn with four punctures: the inner inventory in front, "
        "the certification sheet at the end."
    ),
    "closed_before_filed": N_(
        "On {date} the case was not closed: its last document was filed on {filed}. Write a later day."
    ),
    "reopened_transferred": N_(
        "The volume {volume} is in the archive, so it is not opened again. Open a further case for what is left."
    ),
    "reopened_open": N_("The volume {volume} is open; there is nothing to open again."),
    "printout_not_awaited": N_("No printout of the document {document} is missing in the case."),
    # G: taken out, moved, struck out, seized
    "withdrawal_permit_needed": N_(
        "Nothing is taken from a case or moved to another one without the permission of the head of the "
        "documentation service. Write its number, its day and who gave it."
    ),
    "withdrawal_permit_late": N_(
        "The permission is of {date}, the document was to leave on {step}. "
        "The permission comes first: correct the days."
    ),
    "withdrawal_not_by_head": N_(
        "Whoever is named did not head the documentation service on {date}. "
        "Only its head, or who acted as head on that day, permits it: choose who signed."
    ),
    "withdrawal_why": N_("Write why it leaves the volume: the permission says so."),
    "no_lines_chosen": N_("Tick what leaves the volume {volume}."),
    "line_not_there": N_("{document} does not lie in the volume {volume} any more. Choose another line."),
    "out_before_filed": N_("{document} was filed on {since}, and {date} is earlier. Correct the date."),
    "enclosure_stays": N_(
        "The enclosure of {document} is the volume {volume} of this case. It stays there unless you take it out too."
    ),
    "certify_anew": N_(
        "The volume {volume} is closed. What is changed in it is certified anew: draw up an act, "
        "and a new certification sheet that names it."
    ),
    "relocated_nowhere": N_("It lies in the volume {volume} already. Choose another volume."),
    "relocated_from_permanent": N_(
        "The volume {volume} is kept permanently, {target} is not. Write why the document is kept shorter from now on."
    ),
    "relocated_to_permanent": N_(
        "The volume {volume} is kept for a time, {target} permanently. Write why the document is kept permanently."
    ),
    "struck_in_closed": N_(
        "The volume {volume} is closed, so {document} is not struck out. Take it out by permission."
    ),
    "struck_not_last": N_(
        "Other lines stand below {document} in the volume {volume}, so its sheet numbers are not free. "
        "Take it out by permission, or strike out what stands below it first."
    ),
    "struck_printed": N_(
        "The line of {document} is printed on the inner inventory of {volume}. Take it out by permission: "
        "the inventory then gets a note."
    ),
    "struck_moved_here": N_(
        "{document} was moved to the volume {volume} by permission. Move it back by permission instead."
    ),
    "struck_of_seizure": N_(
        "{document} stays in the volume {volume}: the record of a seizure is always kept there."
    ),
    "seizure_authority": N_("Write which body seizes the documents."),
    "seizure_official": N_("Write who came for the documents: position and name."),
    "seizure_basis": N_("Write on what basis: the decision with its number and its day."),
    "seizure_basis_undated": N_(
        "The basis has neither number nor day. A seizure rests on a decision that can be found again: "
        "add them, or write why there are none."
    ),
    "seizure_handed_over_by": N_("Choose who hands the originals over."),
    "seizure_on_other_record": N_(
        "{document} stands on the record of seizure № {record} already, which is not executed yet. "
        "Go on with that one, or withdraw it."
    ),
    "line_not_on_record": N_(
        "The record of seizure № {record} does not list this line. Choose a line of the record."
    ),
    "certified_by": N_("Choose who certified the copy."),
    "certified_sheets": N_("Count the sheets of the certified copy of {document}."),
    "certified_copy_missing": N_(
        "There is no certified copy of {document}. A certified copy always stays in the case: "
        "make it and record it, then the original may leave."
    ),
    "certified_after_seizure": N_(
        "The copy of {document} was certified on {date}, the originals left on {on}. Copies are certified first."
    ),
    "seizure_record_sheets": N_(
        "Count the sheets of the record: it always stays in the case, on sheets of its own."
    ),
    "seized_before_record": N_("The record is of {dated}, and {date} is earlier. Correct the date."),
    "seizure_over_full": N_(
        "With the certified copies and the record the volume {volume} has {total} sheets; it holds {most} at most. "
        "They always stay in the case: write that the seizure is why."
    ),
    "seizure_executed": N_("The record of seizure № {record} is executed: the originals were handed over."),
    "seizure_withdrawn": N_("The record of seizure № {record} was withdrawn. Draw up another one."),
    # B: cases opened and put right
    "case_stands_already": N_(
        "A case of the heading {index} is open already ({volume}). Open its next volume, "
        "or give the new case a heading of its own."
    ),
    "responsible_elsewhere": N_(
        "{person} is not in the unit “{unit}”, whose case this is: cases are formed in their units. "
        "Choose somebody of the unit, or write why {person} is responsible."
    ),
    "responsible_has_left": N_("{person} is in service no more. Choose somebody of the unit “{unit}”."),
    "carry_over_needed": N_(
        "In the case {index} of {year} lie documents of other years: {documents}. It stays a carry-over case; "
        "documents of other years are moved to their cases first."
    ),
    "volume_before_case": N_("The case was opened on {opened}, and {date} is earlier. Correct the date."),
    "case_transferred": N_(
        "The case {index} was handed to the archive. What is known of it is put right there."
    ),
    # --- inventories, transfer to the archive, storage places ---
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
    # E: the inner inventory as a growing paper
    "paper_finished": N_(
        "This paper is finished: below its totals and signature nothing is printed. Print all sheets anew."
    ),
    # the certification sheet (F)
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
    # filing
    "document_not_apart": N_(
        "The document {document} has {sheets} sheets and fits into a volume, which holds {most}. "
        "File it with the other documents of the case."
    ),
    "nature_in_case": N_(
        "The copy {document} lies in the volume {volume}, where drafts, spare copies and copies to be returned do not "
        "belong. Take it out of the case first."
    ),
    # the filing plan (A)
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
        "“{text}” cannot be read as a period of storage. Write it as in a plan: permanently, 5 years, 15 years with "
        "expert review, until replaced by new ones, until not needed any more; the article after a comma."
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
