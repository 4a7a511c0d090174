"""What of the mail waits for somebody, for the page Today."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, ngettext
from dspdesk.language.dates import short
from dspdesk.law.mail_intake import PackageState
from dspdesk.queries import mail
from dspdesk.queries.mail import PackageRow, local_day
from dspdesk.queries.waiting_lists import WaitingLine, WaitingList

PLACE = "mail"  # the key of the place in which the lines are opened


def with_duty_officer(desk: Desk, connection: Connection, _day: dt.date, lines: int) -> WaitingList:
    """What duty officers took and have not handed over yet (paragraph 13), a line for each delivery."""
    rows = _open(connection, {PackageState.WITH_DUTY_OFFICER})
    counted: dict[int, list[PackageRow]] = {}
    for row in rows:
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


def to_check(desk: Desk, connection: Connection, _day: dt.date, lines: int) -> WaitingList:
    """Covers that nobody has opened yet."""
    return _list(desk, connection, N_("Covers not yet checked"), {PackageState.TO_CHECK}, lines)


def to_register(desk: Desk, connection: Connection, _day: dt.date, lines: int) -> WaitingList:
    """Documents that were checked and have no number yet, and carriers that are to be checked before."""
    wanted = {PackageState.TO_REGISTER, PackageState.CARRIER}
    return _list(desk, connection, N_("Checked, not registered"), wanted, lines)


def without_act(desk: Desk, connection: Connection, _day: dt.date, lines: int) -> WaitingList:
    """Covers in which something differs from what is stated, and of which there is no act (paragraph 12, part 3)."""
    title = N_("Something is missing, no act yet")
    return _list(desk, connection, title, {PackageState.DIFFERENCE}, lines)


def to_return(desk: Desk, connection: Connection, _day: dt.date, lines: int) -> WaitingList:
    """What came by mistake and is still here (paragraph 12, part 5)."""
    title = N_("Misdirected, to be returned")
    return _list(desk, connection, title, {PackageState.MISDIRECTED}, lines)


def _list(
    desk: Desk, connection: Connection, title: str, states: Collection[PackageState], lines: int
) -> WaitingList:
    rows = _open(connection, states)
    found = [
        WaitingLine(
            " · ".join(filter(None, (row.sender, row.cover_numbers))),
            short(local_day(desk, row.delivery.received_at)),
            PLACE,
            row.id,
        )
        for row in rows[:lines]
    ]
    return WaitingList(title, tuple(found), len(rows))


def _open(connection: Connection, states: Collection[PackageState]) -> list[PackageRow]:
    """Packages in these states, those received first coming first."""
    found = [row for row in mail.rows_of(connection, mail.OPEN) if row.state in states]
    return sorted(found, key=lambda row: (row.delivery.received_at, row.id))


def _covers(count: int) -> str:
    return ngettext("{n} cover", "{n} covers", count).format(n=count)
