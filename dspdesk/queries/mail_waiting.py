"""What of the mail waits for somebody, for the page Today."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, ngettext
from dspdesk.language.dates import short
from dspdesk.law.mail import PackageState
from dspdesk.queries import mail
from dspdesk.queries.mail import PackageRow, local_day
from dspdesk.queries.waiting_lists import WaitingLine, WaitingList

PLACE = "mail"  # the key of the place in which the lines are opened


def of_mail(desk: Desk, connection: Connection, _day: dt.date, lines: int) -> tuple[WaitingList, ...]:
    """Every list of the mail in the order of the work: the log is read once for all of them."""
    rows = sorted(mail.rows_of(connection, mail.OPEN), key=lambda row: (row.delivery.received_at, row.id))
    return _with_duty_officer(desk, rows, lines), *(_list(desk, rows, one, lines) for one in _LISTS)


#: What waits beside that, and in which states a package waits for it.
_LISTS: tuple[tuple[str, frozenset[PackageState]], ...] = (
    # Covers that nobody has opened yet.
    (N_("Covers not yet checked"), frozenset({PackageState.TO_CHECK})),
    # Documents that were checked and have no number yet, and carriers that are to be checked before.
    (N_("Checked, not registered"), frozenset({PackageState.TO_REGISTER, PackageState.CARRIER})),
    # Covers in which something differs from what is stated, and of which there is no act (paragraph 12, part 3).
    (N_("Something is missing, no act yet"), frozenset({PackageState.DIFFERENCE})),
    # What came by mistake and is still here (paragraph 12, part 5).
    (N_("Misdirected, to be returned"), frozenset({PackageState.MISDIRECTED})),
)


def _with_duty_officer(desk: Desk, rows: Sequence[PackageRow], lines: int) -> WaitingList:
    """What duty officers took and have not handed over yet (paragraph 13), a line for each delivery."""
    counted: dict[int, list[PackageRow]] = {}
    for row in rows:
        if row.state is PackageState.WITH_DUTY_OFFICER:
            counted.setdefault(row.delivery.id, []).append(row)
    found = [
        WaitingLine(
            " · ".join(filter(None, (of[0].delivery.duty_officer, _covers(len(of))))),
            short(local_day(desk, of[0].delivery.received_at)),
            PLACE,
            of[0].id,
        )
        for of in counted.values()
    ]
    title = N_("Taken by the duty officer, to be handed over")
    return WaitingList(title, tuple(found[:lines]), len(found), urgent=True)


def _list(
    desk: Desk, rows: Sequence[PackageRow], of: tuple[str, frozenset[PackageState]], lines: int
) -> WaitingList:
    title, states = of
    waiting = [row for row in rows if row.state in states]
    found = [
        WaitingLine(
            " · ".join(filter(None, (row.sender, row.cover_numbers))),
            short(local_day(desk, row.delivery.received_at)),
            PLACE,
            row.id,
        )
        for row in waiting[:lines]
    ]
    return WaitingList(title, tuple(found), len(waiting))


def _covers(count: int) -> str:
    return ngettext("{n} cover", "{n} covers", count).format(n=count)
