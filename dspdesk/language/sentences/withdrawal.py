"""Sentences about what leaves a case: taken out, moved, struck out, seized."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
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
    "enclosure_goes": N_(
        "The enclosure of {document} is the volume {volume} of this case. It goes with its document."
    ),
    "enclosure_moved_alone": N_(
        "The volume {volume} is the enclosure of a document. Move the document: its enclosure goes with it."
    ),
    "enclosure_of_another_record": N_(
        "The enclosure of {document} is the volume {volume} of this case and is not on this record. "
        "If it is seized, too, draw up a record of that volume."
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
    "seizure_paper_stays": N_(
        "{document} in the volume {volume} is the record of a seizure or a certified copy of what was seized. "
        "The Rules always leave them in the case (paragraph 42): leave it out of this step. Another volume of the same "
        "case may take it."
    ),
    "struck_not_last": N_(
        "Other lines stand below {document} in the volume {volume}, so its sheet numbers are not free. "
        "Take it out by permission, or strike out what stands below it first."
    ),
    "struck_printed": N_(
        "The line of {document} is printed on the inner inventory of {volume}. Take it out by permission: "
        "the inventory then gets a note."
    ),
    "struck_enclosure_alone": N_(
        "{document} lies in the volume {volume} as the enclosure of a document. Strike out the filing of that "
        "document: the enclosure goes with it."
    ),
    "struck_moved_here": N_(
        "{document} was moved to the volume {volume} by permission. Move it back by permission instead."
    ),
    "struck_of_seizure": N_(
        "{document} stays in the volume {volume}: the record of a seizure and certified copies are always kept there."
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
    "seizure_returned": N_("The record of seizure № {record} is executed, and all its originals came back."),
    "seizure_withdrawn": N_("The record of seizure № {record} was withdrawn. Draw up another one."),
    "originals_not_handed_over": N_(
        "No originals were handed over by the record of seizure № {record}, so none can come back. "
        "Choose another record."
    ),
    "no_originals_back": N_("Tick the originals that came back to the volume {volume}."),
    "original_back_already": N_("{document} came back on {date} already. Tick only what came back now."),
    "return_struck_already": N_("This return was struck out already. Nothing is left to strike out."),
    "return_original_gone": N_(
        "{document} does not lie in the volume {volume} any more, or was moved after the return. The return stays: "
        "enter what is right as a further step."
    ),
    "return_not_last": N_(
        "Other lines stand below the certified copy of {document} in the volume {volume}, so its sheet numbers are not "
        "free. Strike out what stands below it first."
    ),
    "return_printed": N_(
        "The line of the certified copy of {document} is printed on the inner inventory of {volume}. "
        "The return stays as it is printed."
    ),
    "return_certified": N_(
        "A certification sheet of {volume} was filled in after the return and states what lay there then. "
        "The return of {document} stays."
    ),
    "return_in_archive": N_(
        "The volume {volume} was handed to the archive with {document} in it. The return stays; if the transfer was a "
        "mistake, too, strike that out first."
    ),
    "return_paper": N_("Write with what paper the originals came back: its kind, number and day."),
    "return_brought_by": N_("Write who brought the originals: position and name."),
    "returned_before_seizure": N_(
        "The originals were handed over on {since}, and {date} is earlier. Correct the date."
    ),
    "return_to_archive": N_(
        "The volume {volume} was handed to the archive, so the original is put into its place there: give it to the "
        "archive against a signature. If the volume was never handed over, strike out that transfer first."
    ),
    "return_over_full": N_(
        "With the originals and their certified copies the volume {volume} has {total} sheets; it holds {most} at "
        "most. Both lie in the case: write that the return of what was seized is why."
    ),
    "copy_not_seized": N_(
        "Copy {copy} of № {number} is not with a body that seized it, so it does not come back."
    ),
}
