"""Reproduction: written permissions (paragraph 40), further copies and their numbers (paragraph 17, part 2).

Who permits it hangs on for whom it is done and on who made the document:

- a worker of the body: the head of the documentation service (part 1), copies and extracts;
- another organisation, a document of ours: the head of the body, on the written request of that organisation (part 2);
- another organisation, a document of others: the head of the body that made it, on the written request (part 2), and
  only by agreement with those that it was received from (part 3).

Extracts for other organisations the law does not know: there is no kind of permission for them.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind
from dspdesk.law.values import HIGHEST_COPY, MOST_COPIES


class PermitKind(StrEnum):
    """What a written permission of paragraph 40 is for."""

    OWN_COPY = "own_copy"
    OWN_EXTRACT = "own_extract"
    OUTSIDE_COPY = "outside_copy"


#: Permissions of the head of the documentation service, for workers of the body (part 1).
FOR_OWN = frozenset({PermitKind.OWN_COPY, PermitKind.OWN_EXTRACT})
#: Permissions by which copies are made: they go on with the numbers of the item.
FOR_COPIES = frozenset({PermitKind.OWN_COPY, PermitKind.OUTSIDE_COPY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """A written permission as it is about to be recorded: what stands on the paper.

    `granted_by_id` is a head of our own body, `granted_by` the words for the head of another; `consent` is the letter
    of the body that the document was received from.
    """

    kind: PermitKind
    number: str
    granted_on: dt.date | None
    copies: int | None = 1
    granted_by_id: int | None = None
    granted_by: str = ""
    valid_to: dt.date | None = None
    purpose: str = ""
    for_employee_id: int | None = None
    for_organisation: str = ""
    request: str = ""
    request_on: dt.date | None = None
    consent: str = ""
    consent_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Reproduced:
    """What the registers say of what is to be reproduced, and of whoever grants and gets it, on the day of granting.

    `ours` is said of what our own body made; `heads` are the persons who head whatever must permit (also acting),
    `head` their names. `worker_left` is the last day of the worker it is for, `admitted` whether a resolution names
    them.
    """

    number: str
    registered: bool
    ours: bool
    heads: frozenset[int] = frozenset()
    head: str = ""
    worker: str = ""
    worker_left: dt.date | None = None
    admitted: bool = True


@dataclass(frozen=True, slots=True)
class PermitFacts:
    """A permission as recorded, and what was made by it; `used_last` is the last day it was used on.

    `agreed_on` is the day of the letter by which the sender of the document agreed.
    """

    id: int
    item_id: int
    kind: PermitKind
    number: str
    granted_on: dt.date
    copies: int
    used: int = 0
    valid_to: dt.date | None = None
    revoked_on: dt.date | None = None
    used_last: dt.date | None = None
    agreed_on: dt.date | None = None

    @property
    def left(self) -> int:
        """How many more may be made."""
        return max(0, self.copies - self.used)


def made_by_us(journal: JournalKind, sender: str, our_names: frozenset[str]) -> bool:
    """Whose document it is, for paragraph 40: outgoing and internal ones are ours, incoming ones are not.

    A publication is ours only where its entry names our own body as the one it comes from; `our_names` and `sender`
    are folded alike.
    """
    if journal is JournalKind.PUBLICATIONS:
        return sender in our_names
    return journal in OWN_DOCUMENTS


def check_permission(wanted: Permission, about: Reproduced, today: dt.date) -> list[Finding]:
    """Everything that stands against recording a permission."""
    found = [
        _document_registered(about),
        written(wanted),
        *_days(wanted, today),
        _count(wanted),
        *(_for_own(wanted, about) if wanted.kind in FOR_OWN else _for_others(wanted, about, today)),
    ]
    return [finding for finding in found if finding is not None]


def written(wanted: Permission) -> Finding | None:
    """Paragraph 40: the permission is given in writing; its number is told, or that it has none."""
    return None if wanted.number.strip() else _refused("permit_unwritten", "number")


def granted_by_service_head(wanted: Permission, about: Reproduced) -> Finding | None:
    """Paragraph 40, part 1: copies and extracts for own workers are permitted by the head of the service."""
    if wanted.granted_on is None or wanted.granted_by_id in about.heads:
        return None
    if not about.heads:
        return _refused("no_service_head", "granted_by_id", date=wanted.granted_on)
    return _refused("permit_not_of_service_head", "granted_by_id", date=wanted.granted_on, head=about.head)


def extracts_for_own_only(wanted: Permission) -> Finding | None:
    """Paragraph 40, parts 1 and 2: of extracts for other organisations the law knows nothing."""
    if wanted.kind is PermitKind.OWN_EXTRACT and wanted.for_organisation.strip():
        return _refused("extract_outside", "for_organisation", organisation=wanted.for_organisation.strip())
    return None


def requested_in_writing(wanted: Permission) -> Finding | None:
    """Paragraph 40, part 2: another organisation gets copies on the basis of its written request."""
    if not wanted.request.strip() or wanted.request_on is None:
        return _refused("request_needed", "request" if not wanted.request.strip() else "request_on")
    if wanted.granted_on is not None and wanted.request_on > wanted.granted_on:
        return _refused(
            "request_after_permit", "request_on", date=wanted.request_on, granted=wanted.granted_on
        )
    return None


def granted_by_maker(wanted: Permission, about: Reproduced) -> Finding | None:
    """Paragraph 40, part 2: for another organisation the head of the body that made the document permits it."""
    if not about.ours:
        given = wanted.granted_by.strip() and wanted.granted_by_id is None
        return None if given else _refused("permit_not_of_maker", "granted_by", number=about.number)
    if wanted.granted_on is None or wanted.granted_by_id in about.heads:
        return None
    if not about.heads:
        return _refused("no_body_head", "granted_by_id", date=wanted.granted_on)
    return _refused("permit_not_of_body_head", "granted_by_id", date=wanted.granted_on, head=about.head)


def agreed_by_sender(wanted: Permission, about: Reproduced, today: dt.date) -> Finding | None:
    """Paragraph 40, part 3: what was received from others is copied for third parties only as they agree."""
    if about.ours:
        return None
    if not wanted.consent.strip() or wanted.consent_on is None:
        field = "consent" if not wanted.consent.strip() else "consent_on"
        return _refused("consent_needed", field, number=about.number)
    if wanted.consent_on > today:
        return _refused("permit_ahead", "consent_on", date=wanted.consent_on, today=today)
    return None


def check_use(
    permit: PermitFacts, kinds: frozenset[PermitKind], item_id: int, on: dt.date, count: int
) -> list[Finding]:
    """Paragraph 40: whether a permission allows `count` copies or extracts of an item on a day."""
    found = [
        _right_kind(permit, kinds),
        _right_item(permit, item_id),
        _in_force(permit, on),
        _enough_left(permit, count),
    ]
    return [finding for finding in found if finding is not None]


def check_count(count: int | None, highest: int) -> Finding | None:
    """Paragraph 17, part 2: at least one copy, and no number above the highest there may be."""
    if count is None or count < 1:
        return _refused("copies_to_make", "count", "D17")
    if count > MOST_COPIES or highest + count > HIGHEST_COPY:
        return _refused("copies_too_many", "count", "OWN", count=count)
    return None


def further_numbers(highest: int, count: int) -> tuple[int, ...]:
    """Paragraph 17, part 2 (D17): numbers go on from the last copy ever taken account of.

    A number that was struck out, destroyed or left in an earlier year was taken account of: it is not given again.
    """
    return tuple(range(highest + 1, highest + 1 + count))


def check_revocation(permit: PermitFacts, on: dt.date | None, today: dt.date) -> Finding | None:
    """A permission (paragraph 40) is revoked once, and not for days on which copies were made by it already."""
    if on is None:
        return _refused("day_needed", "on", "OWN")
    if permit.revoked_on is not None:
        return _refused("permit_revoked_already", "on", "OWN", number=permit.number, date=permit.revoked_on)
    if on > today:
        return _refused("permit_ahead", "on", "OWN", date=on, today=today)
    earliest = max(permit.granted_on, permit.used_last or permit.granted_on)
    if on < earliest:
        return _refused("revoked_too_early", "on", "OWN", date=on, since=earliest)
    return None


def _document_registered(about: Reproduced) -> Finding | None:
    if about.registered:
        return None
    return _refused("permit_not_registered", "item_id", "D19", number=about.number)


def _days(wanted: Permission, today: dt.date) -> list[Finding | None]:
    if wanted.granted_on is None:
        return [_refused("permit_undated", "granted_on")]
    early = wanted.valid_to is not None and wanted.valid_to < wanted.granted_on
    return [
        _refused("permit_ahead", "granted_on", date=wanted.granted_on, today=today)
        if wanted.granted_on > today
        else None,
        _refused("valid_before_granted", "valid_to", "OWN", last=wanted.valid_to, first=wanted.granted_on)
        if early
        else None,
    ]


def _count(wanted: Permission) -> Finding | None:
    if wanted.copies is None or wanted.copies < 1:
        return _refused("permit_count_needed", "copies")
    if wanted.copies > MOST_COPIES:
        return _refused("copies_too_many", "copies", "OWN", count=wanted.copies)
    return None


def _for_own(wanted: Permission, about: Reproduced) -> list[Finding | None]:
    return [extracts_for_own_only(wanted), _own_worker(wanted, about), granted_by_service_head(wanted, about)]


def _for_others(wanted: Permission, about: Reproduced, today: dt.date) -> list[Finding | None]:
    return [
        None if wanted.for_organisation.strip() else _refused("permit_for_which_body", "for_organisation"),
        requested_in_writing(wanted),
        granted_by_maker(wanted, about),
        agreed_by_sender(wanted, about, today),
    ]


def _own_worker(wanted: Permission, about: Reproduced) -> Finding | None:
    if wanted.for_employee_id is None:
        return _refused("permit_for_whom", "for_employee_id")
    gone = about.worker_left is not None and wanted.granted_on and about.worker_left < wanted.granted_on
    if gone:
        return _refused(
            "permit_for_one_who_left", "for_employee_id", name=about.worker, day=about.worker_left
        )
    if about.admitted:
        return None
    facts = {"name": about.worker, "number": about.number}
    return Finding("D36", Weight.HINT, "permit_admits_nobody", facts, "for_employee_id")


def _right_kind(permit: PermitFacts, kinds: frozenset[PermitKind]) -> Finding | None:
    if permit.kind in kinds:
        return None
    code = "permit_for_copies" if permit.kind in FOR_COPIES else "permit_for_extract"
    return _refused(code, "permit_id", number=permit.number)


def _right_item(permit: PermitFacts, item_id: int) -> Finding | None:
    return (
        None
        if permit.item_id == item_id
        else _refused("permit_other_item", "permit_id", number=permit.number)
    )


def _in_force(permit: PermitFacts, on: dt.date) -> Finding | None:
    if on < permit.granted_on:
        return _refused("permit_not_yet", "made_on", number=permit.number, granted=permit.granted_on, date=on)
    if permit.agreed_on is not None and on < permit.agreed_on:  # part 3: only as the sender agrees
        return _refused(
            "permit_not_agreed", "made_on", number=permit.number, agreed=permit.agreed_on, date=on
        )
    if permit.revoked_on is not None and on >= permit.revoked_on:
        return _refused("permit_revoked", "permit_id", number=permit.number, date=permit.revoked_on)
    if permit.valid_to is not None and on > permit.valid_to:
        return _refused("permit_expired", "permit_id", number=permit.number, last=permit.valid_to)
    return None


def _enough_left(permit: PermitFacts, count: int) -> Finding | None:
    if count <= permit.left:
        return None
    code = "permit_not_enough" if permit.left else "permit_used_up"
    field = "count" if permit.left else "permit_id"
    return _refused(code, field, number=permit.number, left=permit.left, copies=permit.copies)


def _refused(code: str, field: str, requirement: str = "D40", **facts: object) -> Finding:
    return Finding(requirement, Weight.REFUSE, code, facts, field)
