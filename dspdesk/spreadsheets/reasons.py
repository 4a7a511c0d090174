"""The sentences for files that cannot be read and for rows held back: what is wrong and what to do."""

import datetime as dt
from collections.abc import Mapping

from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import short
from dspdesk.spreadsheets.captions import LINE_NUMBER
from dspdesk.spreadsheets.mapping import Objection
from dspdesk.spreadsheets.records import Fact, HeldBack, Reason, UnreadableSheet

_UNREADABLE: Mapping[str, str] = {
    "missing": N_("There is no such file. Check the carrier and the name of the file."),
    "no_access": N_("The file cannot be opened. Close it in other programs and check the rights to it."),
    "empty": N_("The file is empty. Choose another file."),
    "not_a_spreadsheet": N_(
        "This is no spreadsheet that dspdesk reads. Save the journal as .xlsx, .xls or .ods."
    ),
    "damaged": N_(
        "The file is damaged. Open it in the spreadsheet program, save it under another name and try again."
    ),
    "password": N_(
        "The file is protected by a password. Take the password off in the spreadsheet program and try again."
    ),
    "macros": N_("The file contains macros. Save the journal as .xlsx or .ods without them."),
    "too_large": N_("The file is larger than {megabytes} MB. Leave only the journal of one year in it."),
    "too_large_unpacked": N_(
        "Unpacked, the file would be larger than {megabytes} MB. Leave only the journal of one year in it."
    ),
    "too_much_memory": N_(
        "The file takes too much memory. Copy the journal of one year into a new file and try again."
    ),
    "too_long": N_(
        "Reading the file took too long. Copy the journal of one year into a new file and try again."
    ),
    "reading_failed": N_(
        "Reading the file broke off. It may be damaged: save it under another name in the spreadsheet program"
        " and try again."
    ),
    "no_headings": N_(
        "No headings of the journal were found. The columns are to be named as in appendix 2, in Kazakh or in Russian."
    ),
    "no_directory_headings": N_(
        "No known headings were found. Name the columns in the first row of the table, in Kazakh or in Russian."
    ),
    "no_number_column": N_(
        "On the sheet “{sheet}” no column for the number and date was found. Name it as in appendix 2."
    ),
    "split_table": N_(
        "On the sheet “{sheet}” the table is cut in two: columns 8 to 14 begin anew in row {row}."
        " Put all 14 columns side by side and try again."
    ),
    "sheet_gone": N_("There is no sheet “{sheet}” in the file any more. Choose the file again."),
    "several_rows": N_(
        "On the sheet “{sheet}” the entry in row {row} goes on in the rows below it. Put each entry into one row and"
        " try again."
    ),
    "mapping_no_number": N_(
        "No column is said to hold the registration number (column {column} of appendix 2)."
    ),
    "mapping_twice": N_("Column {column} of appendix 2 is said of more than {most} columns of the sheet."),
}

#: What a sheet column can be, by the number of its column in appendix 2.
FIELD_NAMES: Mapping[int, str] = {
    1: N_("Received: date and index"),
    2: N_("Document: date and index"),
    3: N_("From where or to where"),
    4: N_("Kind and summary"),
    5: N_("Sheets of the document"),
    6: N_("Sheets of enclosures"),
    7: N_("Count and numbers of copies"),
    8: N_("Resolution or to whom"),
    9: N_("Mark of control"),
    10: N_("Receipt: date and signature"),
    11: N_("Return: date and signature"),
    12: N_("Index of the case"),
    13: N_("Mark of destruction"),
    14: N_("Notes"),
    LINE_NUMBER: N_("Number in order"),
}

_OBJECTIONS: Mapping[str, str] = {
    "mapping_no_number": N_("Say which column holds the registration number: {column}."),
    "mapping_twice": N_("“{column}” is said of too many columns. Leave this one out or say what else it is."),
    "mapping_missing": N_("No column is said to be “{column}”: the entries will have to be completed."),
    "mapping_unreadable": N_("{count} of {of} cells cannot be read as “{column}”, for example “{text}”."),
    "several_rows_here": N_(
        "The entry in row {row} goes on in the rows below it. Put each entry into one row in the spreadsheet program"
        " and choose the file again."
    ),
    "nothing_below": N_("From row {row} on nothing is written. Say in which row the entries begin."),
    "left_out": N_("“{text}” is left out."),
}

_HELD_BACK: Mapping[str, str] = {
    "date_impossible": N_("There is no such date: {text}."),
    "date_outside_year": N_("The date {date} is not in the year {year}."),
    "number_missing": N_("There is no number in the row."),
    "number_unreadable": N_("The number cannot be read: “{text}”."),
    "number_extended": N_("Which part of “{text}” is the sequence number cannot be told."),
    "number_twice": N_("The number {number} already stands in row {first_row}."),
    "number_twice_elsewhere": N_(
        "The number {number} already stands in row {first_row} of the sheet “{first_sheet}”."
    ),
    "only_number": N_("Besides the number {number} nothing is written in the row."),
    "sheets_impossible": N_("“{text}” is no number of sheets."),
    "copies_impossible": N_("The copies cannot be read: “{text}”."),
    "copies_disagree": N_("“{text}”: the count of copies is {count}, but {numbers} are numbered."),
    "copies_ambiguous": N_(
        "“{text}” may be the count of copies or the number of one. Write “{text} copies” or “№ {text}”."
    ),
    "destruction_unclear": N_(
        "The mark of destruction does not say that the document was destroyed: “{text}”."
    ),
}


def unreadable_text(error: UnreadableSheet) -> str:
    """What is wrong with a file and what to do, in the language of the interface."""
    return _filled(_UNREADABLE[error.code], error.facts)


def field_name(field: int) -> str:
    """What a sheet column can be: "4 · Kind and summary"."""
    name = _(FIELD_NAMES[field])
    return name if field == LINE_NUMBER else f"{field} · {name}"


def objection_text(objection: Objection) -> str:
    """What stands against a mapping and what to do, in the language of the interface."""
    facts = dict(objection.facts)
    if "column" in facts:
        facts["column"] = field_name(int(str(facts["column"])))
    return _filled(_OBJECTIONS[objection.code], facts)


def reason_text(held: HeldBack) -> str:
    """Everything that is against a row, a sentence for each reason, in the language of the interface."""
    return " ".join(_filled(_sentence(reason, held.sheet), reason.facts) for reason in held.reasons)


def _sentence(reason: Reason, sheet: str) -> str:
    elsewhere = reason.code == "number_twice" and reason.facts["first_sheet"] != sheet
    return _HELD_BACK["number_twice_elsewhere" if elsewhere else reason.code]


def _filled(text: str, facts: Mapping[str, Fact] | Mapping[str, object]) -> str:
    return _(text).format_map({name: _shown(fact) for name, fact in facts.items()})


def _shown(fact: object) -> str:
    return short(fact) if isinstance(fact, dt.date) else str(fact)
