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
    "printer": {
        "name": N_("Printer"),
        "offset_x": N_("To the right, mm"),
        "offset_y": N_("Down, mm"),
    },
}

#: Keys of other rows: the table, and its column with the name; `{}` is the language.
REFERENCES: Final[Mapping[tuple[str, str], tuple[str, str]]] = {
    ("appointment", "unit_id"): ("unit", "name_{}"),
    ("appointment", "acting_for_id"): ("employee", "name_{}"),
    ("place", "within_id"): ("place", "name"),
}

#: Values that are words of the program.
VALUES: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("appointment", "heads"): {
        "body": N_("of the body"),
        "service": N_("of the documentation service"),
        "unit": N_("of the unit"),
    },
    ("place", "kind"): {"room": N_("Room"), "safe": N_("Safe"), "shelf": N_("Shelf")},
}

#: Fields kept in tenths.
TENTHS: Final = frozenset({("printer", "offset_x"), ("printer", "offset_y")})
#: Fields that hold yes or no.
YES_OR_NO: Final = frozenset({("correspondent", "foreign"), ("appointment", "acting")})

#: What a step is called, by the last words of its tag.
STEPS: Final[Mapping[str, str]] = {
    "store:founded": N_("The store was created"),
    "appointment:made": N_("Appointed"),
    "appointment:changed": N_("Appointment corrected"),
    "appointment:ended": N_("Appointment ended"),
    "employee:left": N_("Left the body"),
    "employee:stayed": N_("Is in service again"),
    "correspondent:merged": N_("A duplicate was joined"),
    "directory:entered": N_("Brought in from a sheet"),
    "entered": N_("Entered"),
    "changed": N_("Changed"),
    "closed": N_("Was closed"),
}
