"""Kinds and states, each word once (TERMS: what a person sees stands in the catalogues and in `wording`)."""

from enum import StrEnum


class JournalKind(StrEnum):
    """The four flows of paragraph 14 of the Rules; each year of a flow is one journal with one numbering."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    INTERNAL = "internal"
    PUBLICATIONS = "publications"


#: Journals of the body's own documents: a number is given only to what is signed or approved (paragraph 19).
OWN_DOCUMENTS = frozenset({JournalKind.OUTGOING, JournalKind.INTERNAL})


class NumberState(StrEnum):
    """Life of a number: reserved → issued, or either → annulled; or skipped. Numbers are never freed (paragraph 14)."""

    RESERVED = "reserved"
    ISSUED = "issued"
    ANNULLED = "annulled"
    SKIPPED = "skipped"  # passed over on purpose, with a reason; it has no item


class ItemState(StrEnum):
    """What the register says of an item, worked out from its number and from the last movements of its copies."""

    REGISTERED = "registered"
    RESERVED = "reserved"
    IN_CASE = "in_case"
    CARRIED_OVER = (
        "carried_over"  # registered anew in a later year (paragraph 14, part 2); its copies go on there
    )
    SENT_BACK = "sent_back"  # its copies went back to the sender (paragraph 12, part 5)
    SEIZED = "seized"  # by a body that may do so (paragraph 42, part 2); certified copies lie in the case
    DESTROYED = "destroyed"
    ANNULLED = "annulled"


class Carrier(StrEnum):
    """On what the item is (paragraph 14: paper or an electronic carrier)."""

    PAPER = "paper"
    ELECTRONIC = "electronic"


class MovementKind(StrEnum):
    """One change of holder or place of one copy; the first four fill a column of appendix 2 each."""

    RECEIPT = "receipt"  # column 10: to a person, against their signature
    RETURN = "return"  # column 11: back to the documentation service
    FILING = "filing"  # column 12
    DESTRUCTION = "destruction"  # column 13
    CARRIED_OVER = "carried_over"  # noted in column 14: the same copy is kept account of under a new number
    SUBMISSION = "submission"  # to the head of the body for a resolution (paragraph 12, part 1)
    RESOLVED = "resolved"  # back from the head with the resolution
    STORING = "storing"  # into a storage place of the service
    SENDING = "sending"  # to a correspondent; column 10: a copy made for another organisation (paragraph 40)
    WITHDRAWAL = "withdrawal"  # out of a case by permission (paragraph 59); back with the service
    SEIZURE = "seizure"  # to a body that may seize it (paragraph 42, part 2)
    SENDING_BACK = (
        "sending_back"  # to the sender it had come from by mistake (paragraph 12, part 5); column 11
    )


#: The column of appendix 2 in which a movement of a kind is entered.
MOVEMENT_COLUMN = {
    MovementKind.RECEIPT: 10,
    MovementKind.RETURN: 11,
    MovementKind.FILING: 12,
    MovementKind.DESTRUCTION: 13,
    MovementKind.SENDING: 10,
    MovementKind.SENDING_BACK: 11,
}


class Role(StrEnum):
    """What a person may do at this desk; a person holds several."""

    HEAD_OF_SERVICE = "head_of_service"
    CLERK = "clerk"
    LIBRARIAN = "librarian"
    ARCHIVIST = "archivist"
    COMMISSION_SECRETARY = "commission_secretary"
    COMMISSION_MEMBER = "commission_member"
    INSPECTOR = "inspector"
    SECURITY_OFFICER = "security_officer"


class Headship(StrEnum):
    """Of what a position is the head: approvals and signatures look for these."""

    BODY = "body"
    SERVICE = "service"  # the documentation service
    UNIT = "unit"


class PlaceKind(StrEnum):
    """Where things are kept, from large to small; each lies in one of the kind before it."""

    ROOM = "room"
    SAFE = "safe"
    SHELF = "shelf"


class DirectoryKind(StrEnum):
    """Directories of the body that are brought in from a clerk's sheet."""

    CORRESPONDENTS = "correspondents"
    PEOPLE = "people"
    UNITS = "units"
    PLACES = "places"
    FILING_PLAN = "filing_plan"
