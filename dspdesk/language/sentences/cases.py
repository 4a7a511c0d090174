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
    "enclosure_not_counted": N_(
        "{counted} sheets are counted of the document {document}, and its enclosure alone has {sheets}. "
        "Count both together: the enclosure goes into a volume of its own, the other sheets into this one."
    ),
    "filed_twice": N_("The document {document} is named twice with the same copy. Leave it in one line."),
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
    "volume_void": N_(
        "The volume {volume} was entered by mistake and never was. Choose another volume of the case."
    ),
    "filed_before_opened": N_(
        "The volume {volume} was opened on {opened}, and {date} is earlier. Correct the day of filing, or put the day "
        "right on which the volume was opened."
    ),
    "filed_before_case": N_(
        "The case of {volume} was opened on {opened}, and {date} is earlier. Correct the day of filing, or put the day "
        "right on which the first volume of the case was opened."
    ),
    "opened_after_filed": N_(
        "Something was put into {volume} on {since}, so it was not opened on {date}. Write that day or an earlier one."
    ),
    "opened_after_placed": N_(
        "The volume {volume} lies where it is since {since}, so it was not opened on {date}. Write that day or an "
        "earlier one."
    ),
    "opened_after_closed": N_(
        "The volume {volume} was closed on {since}, so it was not opened on {date}. Write that day or an earlier one."
    ),
    "case_after_volume": N_(
        "Another volume of the case was opened on {since}, and the case is opened with {volume}. Write that day or an "
        "earlier one."
    ),
    "printout_of_paper": N_(
        "The document {document} is on paper, so it has no printout. Leave the printout out; if it is an electronic "
        "carrier, correct its entry first."
    ),
    "volume_before_case": N_("The case was opened on {opened}, and {date} is earlier. Correct the date."),
    "case_transferred": N_(
        "The case {index} was handed to the archive. What is known of it is put right there."
    ),
    "document_not_apart": N_(
        "The document {document} has {sheets} sheets and fits into a volume, which holds {most}. "
        "File it with the other documents of the case."
    ),
    "nature_in_case": N_(
        "The copy {document} lies in the volume {volume}, where drafts, spare copies and copies to be returned do not "
        "belong. Take it out of the case first."
    ),
}
