"""From a checked cover into the journal: what stands on the card of the next document to be registered."""

import datetime as dt
from dataclasses import dataclass

from dspdesk.desk import Desk
from dspdesk.language.catalogue import current_language
from dspdesk.law.kinds import Carrier, JournalKind
from dspdesk.law.mail import PackageState
from dspdesk.law.mail_covers import PERSONAL_COVER
from dspdesk.law.registration import Entry
from dspdesk.law.roles import Action
from dspdesk.law.values import SheetCount
from dspdesk.queries import mail
from dspdesk.queries.mail import EnclosedRow, PackageDetails
from dspdesk.queries.settings import journal_language

#: What can be registered now; a carrier is checked on the way.
READY = frozenset({PackageState.TO_REGISTER, PackageState.CARRIER})


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRegister:
    """A document of a cover that waits for its number, with the entry as far as the check knows it.

    `left` is how many more of the same delivery wait after this one.
    """

    enclosed_id: int
    package_id: int
    delivery_id: int
    personal: bool
    entry: Entry
    left: int


def to_register(
    desk: Desk, delivery_id: int, kind: JournalKind, *, package_id: int | None = None
) -> ToRegister | None:
    """The next document of a delivery that waits for its number, from a package on; `None` when all have theirs."""
    desk.authorize(Action.READ_JOURNALS)
    waiting = [
        (package, row)
        for package in mail.packages_of(desk, delivery_id)
        if package.state in READY
        for row in package.enclosed
        if row.to_register
    ]
    begin = next((at for at, (package, _row) in enumerate(waiting) if package.id == package_id), 0)
    ordered = waiting[begin:] + waiting[:begin]
    if not ordered:
        return None
    package, row = ordered[0]
    return ToRegister(
        enclosed_id=row.id,
        package_id=package.id,
        delivery_id=delivery_id,
        personal=package.personal,
        entry=_entry(desk, package, row, kind),
        left=len(ordered) - 1,
    )


def _entry(desk: Desk, package: PackageDetails, row: EnclosedRow, kind: JournalKind) -> Entry:
    """What the check knows of a document; of a cover with «Лично» only what stands on it."""
    received = mail.local_day(desk, package.delivery.received_at)
    today = desk.today()
    day = received if received.year == today.year else today
    alone = len(package.enclosed) == 1
    number = row.their_number or (package.cover_numbers if alone else "")
    if package.personal and not row.counted:
        return _unopened(desk, package, kind, day)
    return Entry(
        date=day,
        correspondent=package.sender,
        their_number=number,
        their_date=row.their_date,
        kind=row.kind,
        summary=row.summary,
        sheets=SheetCount(row.counted_sheets, row.counted_enclosure_sheets),
        copies=tuple(range(1, (row.counted_copies or 1) + 1)),
        carrier=package.carrier,
    )


def _unopened(desk: Desk, package: PackageDetails, kind: JournalKind, day: dt.date) -> Entry:
    words = PERSONAL_COVER[journal_language(desk, kind, day.year, current_language().value)]
    return Entry(
        date=day,
        correspondent=package.sender,
        their_number=package.cover_numbers,
        kind=words.kind,
        summary=words.summary,
        copies=(1,),
        carrier=Carrier.PAPER,
    )
