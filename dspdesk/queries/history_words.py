"""What the fields and steps of the directory are called where its history is told."""

from collections.abc import Mapping
from typing import Final

from dspdesk.language.catalogue import N_

#: Fields by table, as the person sees them; what is not named here is not told.
FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "organisation": {
        "name_kk": N_("Name in Kazakh"),
        "name_ru": N_("Name in Russian"),
        "superior_kk": N_("Superior body in Kazakh"),
        "superior_ru": N_("Superior body in Russian"),
        "locality_kk": N_("Locality in Kazakh"),
        "locality_ru": N_("Locality in Russian"),
        "address_kk": N_("Address in Kazakh"),
        "address_ru": N_("Address in Russian"),
        "letterhead_kk": N_("Letterhead in Kazakh"),
        "letterhead_ru": N_("Letterhead in Russian"),
    },
    "unit": {
        "name_kk": N_("Name in Kazakh"),
        "name_ru": N_("Name in Russian"),
        "number_index": N_("Index in numbers"),
        "closed_on": N_("Closed on"),
    },
    "employee": {
        "name_kk": N_("Surname and initials in Kazakh"),
        "name_ru": N_("Surname and initials in Russian"),
        "number_index": N_("Index in numbers"),
        "left_on": N_("Last day in service"),
    },
    "appointment": {
        "position_kk": N_("Position in Kazakh"),
        "position_ru": N_("Position in Russian"),
        "unit_id": N_("Unit"),
        "heads": N_("Head"),
        "acting": N_("Acting"),
        "acting_for_id": N_("Acting for"),
        "valid_from": N_("Held from"),
        "valid_to": N_("Held through"),
    },
    "correspondent": {
        "name_kk": N_("Name in Kazakh"),
        "name_ru": N_("Name in Russian"),
        "conditional_name": N_("Conditional name"),
        "address_kk": N_("Address in Kazakh"),
        "address_ru": N_("Address in Russian"),
        "number_index": N_("Index in numbers"),
        "foreign": N_("Foreign"),
    },
    "place": {
        "kind": N_("Kind of place"),
        "name": N_("Number or name"),
        "within_id": N_("Stands in"),
        "closed_on": N_("Closed on"),
    },
    "delivery": {
        "bearer": N_("Brought by"),
        "list_number": N_("No. of the list"),
        "out_of_hours": N_("Out of hours"),
        "duty_officer_id": N_("Duty officer"),
        "handed_over_to_id": N_("Handed over to"),
        "breach": N_("Breach"),
        "notes": N_("Notes"),
    },
    "package": {
        "sender": N_("Sender"),
        "cover_numbers": N_("Numbers on the cover"),
        "carrier": N_("Carrier"),
        "personal": N_("Marked «Personal»"),
        "addressee_id": N_("Addressee"),
        "sealed": N_("Sealed"),
        "intact": N_("Whole"),
        "check_notes": N_("Notes"),
        "misdirected_on": N_("Misdirected"),
        "returned_on": N_("Sent back on"),
        "return_number": N_("Covering letter No."),
        "cover_kept": N_("Cover kept"),
        "cover_discarded_on": N_("Cover destroyed on"),
        "struck_on": N_("Struck out on"),
    },
    "enclosed": {
        "kind": N_("Kind of document"),
        "summary": N_("Summary"),
        "their_number": N_("Their No."),
        "their_date": N_("Dated"),
        "stated_sheets": N_("Sheets stated"),
        "counted_sheets": N_("Sheets counted"),
        "stated_enclosure_sheets": N_("Sheets of enclosures stated"),
        "counted_enclosure_sheets": N_("Sheets of enclosures counted"),
        "stated_copies": N_("Copies stated"),
        "counted_copies": N_("Copies counted"),
        "stated_enclosures": N_("Enclosures named in the letter"),
        "missing": N_("Not there"),
        "struck_on": N_("Struck out on"),
    },
    "carrier_check": {
        "means": N_("Checked with"),
        "checked_on": N_("Checked on"),
        "checked_by_id": N_("Checked by"),
        "clean": N_("Free of malicious programs"),
        "notes": N_("Notes"),
    },
    "entrustment": {
        "valid_from": N_("Entrusted since"),
        "valid_to": N_("Entrusted through"),
        "basis": N_("By which job description or order"),
    },
    "printer": {
        "name": N_("Printer"),
        "offset_x": N_("To the right, mm"),
        "offset_y": N_("Down, mm"),
    },
    "restricted_list": {
        "name_kk": N_("Name in Kazakh"),
        "name_ru": N_("Name in Russian"),
        "departmental": N_("Departmental"),
        "valid_from": N_("In force from"),
        "valid_to": N_("In force through"),
    },
    "list_order": {
        "kind": N_("What the order does"),
        "number": N_("Order No."),
        "dated": N_("Order dated"),
        "notes": N_("Notes"),
    },
    "list_entry": {
        "point": N_("Point"),
        "text_kk": N_("Words in Kazakh"),
        "text_ru": N_("Words in Russian"),
        "criterion": N_("Criterion"),
        "valid_from": N_("In force from"),
        "valid_to": N_("In force through"),
    },
    "list_proposal": {
        "information": N_("Information"),
        "reasons": N_("Reasons"),
        "executor_id": N_("Executor"),
        "head_id": N_("Head of the unit"),
        "proposed_on": N_("Proposed on"),
        "decision": N_("Decision"),
        "decided_on": N_("Decided on"),
        "decision_words": N_("Words of the decision"),
        "entry_id": N_("New entry"),
    },
    "designation": {
        "ground": N_("Basis of the mark"),
        "entry_id": N_("Entry of the list"),
        "words": N_("Ground outside the lists"),
    },
}

#: Keys of other rows: the table, and its column with the name; `{}` is the language.
REFERENCES: Final[Mapping[tuple[str, str], tuple[str, str]]] = {
    ("appointment", "unit_id"): ("unit", "name_{}"),
    ("appointment", "acting_for_id"): ("employee", "name_{}"),
    ("resolution", "author_id"): ("employee", "name_{}"),
    ("resolution_person", "employee_id"): ("employee", "name_{}"),
    ("control", "off_allowed_by_id"): ("employee", "name_{}"),
    ("extension", "allowed_by_id"): ("employee", "name_{}"),
    ("place", "within_id"): ("place", "name"),
    ("delivery", "duty_officer_id"): ("employee", "name_{}"),
    ("delivery", "handed_over_to_id"): ("employee", "name_{}"),
    ("package", "addressee_id"): ("employee", "name_{}"),
    ("carrier_check", "checked_by_id"): ("employee", "name_{}"),
    ("permit", "granted_by_id"): ("employee", "name_{}"),
    ("permit", "for_employee_id"): ("employee", "name_{}"),
    ("reproduction", "made_by_id"): ("employee", "name_{}"),
    ("abstract_extraction", "first_worker_id"): ("employee", "name_{}"),
    ("abstract_extraction", "second_worker_id"): ("employee", "name_{}"),
    ("list_proposal", "executor_id"): ("employee", "name_{}"),
    ("list_proposal", "head_id"): ("employee", "name_{}"),
    ("list_proposal", "entry_id"): ("list_entry", "point"),
    ("designation", "entry_id"): ("list_entry", "point"),
}

#: Values that are words of the program.
VALUES: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("appointment", "heads"): {
        "body": N_("of the body"),
        "service": N_("of the documentation service"),
        "unit": N_("of the unit"),
    },
    ("package", "carrier"): {"paper": N_("on paper"), "electronic": N_("electronic")},
    ("package", "cover_kept"): {
        "address": N_("exact address of the sender"),
        "times": N_("times of sending and receipt"),
        "surcharge": N_("mail with a surcharge"),
    },
    ("place", "kind"): {"room": N_("Room"), "safe": N_("Safe"), "shelf": N_("Shelf")},
    ("list_order", "kind"): {
        "approval": N_("approves the list"),
        "addition": N_("adds to the list"),
        "change": N_("changes the list"),
        "repeal": N_("repeals the list"),
    },
    ("list_proposal", "decision"): {
        "proposed": N_("waits for a decision"),
        "accepted": N_("accepted"),
        "declined": N_("declined"),
    },
    ("designation", "ground"): {
        "entry": N_("an entry of a list"),
        "outside": N_("outside the lists"),
        "proposal": N_("a proposal to the list"),
    },
}

#: Fields kept in tenths.
TENTHS: Final = frozenset({("printer", "offset_x"), ("printer", "offset_y")})
#: Fields that hold yes or no.
YES_OR_NO: Final = frozenset(
    {
        ("correspondent", "foreign"),
        ("appointment", "acting"),
        ("restricted_list", "departmental"),
        ("package", "personal"),
        ("package", "sealed"),
        ("package", "intact"),
        ("delivery", "out_of_hours"),
        ("carrier_check", "clean"),
    }
)

#: What a step is called, by the last words of its tag.
STEPS: Final[Mapping[str, str]] = {
    "delivery:logged": N_("Mail received"),
    "delivery:handed_over": N_("Mail handed over by the duty officer"),
    "package:checked": N_("Cover checked"),
    "package:corrected": N_("Log of mail corrected"),
    "package:struck": N_("Cover struck out of the log"),
    "package:misdirected": N_("Found to be misdirected"),
    "package:ours_after_all": N_("Not misdirected after all"),
    "package:sent_back": N_("Misdirected mail sent back"),
    "item:sent_back": N_("Sent back as misdirected"),
    "cover:kept": N_("Cover kept"),
    "cover:discarded": N_("Kept cover destroyed"),
    "carrier:checked": N_("Carrier checked for malicious programs"),
    "personal:completed": N_("Completed from the opened cover"),
    "entrustment:made": N_("Mail entrusted"),
    "entrustment:ended": N_("Entrustment with mail ended"),
    "store:founded": N_("The store was created"),
    "appointment:made": N_("Appointed"),
    "appointment:changed": N_("Appointment corrected"),
    "appointment:ended": N_("Appointment ended"),
    "employee:left": N_("Left the body"),
    "employee:stayed": N_("Is in service again"),
    "correspondent:merged": N_("A duplicate was joined"),
    "directory:entered": N_("Brought in from a sheet"),
    "list:approved": N_("List entered"),
    "list:amended": N_("Order on a list entered"),
    "order:completed": N_("Further entries of an order entered"),
    "entry:corrected": N_("Entry of a list corrected"),
    "proposal:made": N_("Supplement to the list proposed"),
    "proposal:decided": N_("Proposal decided"),
    "entered": N_("Entered"),
    "changed": N_("Changed"),
    "closed": N_("Was closed"),
}
