"""Sentences about documents of one question and about closing a case."""

from dspdesk.language.catalogue import N_

TABLE: dict[str, str] = {
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
    "closed_before_opened": N_(
        "On {date} nothing was closed yet: the last volume was opened on {opened}. Write a later day."
    ),
    "closed_before_volume": N_(
        "On {date} the case was not closed: its volume {volume} was closed on {closed}. Write that day or a later one."
    ),
    "reopened_transferred": N_(
        "The volume {volume} is in the archive, so it is not opened again. Open a further case for what is left."
    ),
    "reopened_open": N_("The volume {volume} is open; there is nothing to open again."),
    "printout_not_awaited": N_("No printout of the document {document} is missing in the case."),
}
