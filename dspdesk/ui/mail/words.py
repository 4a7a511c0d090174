"""How the states, ways and differences of mail are called on the screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.language.dates import day_and_time
from dspdesk.law.mail import Breach, Contents, Counted, CoverReason, DeliveryWay, Difference, PackageState
from dspdesk.law.mail import differences as differences_of
from dspdesk.ui import wording

if TYPE_CHECKING:
    import datetime as dt

    from dspdesk.desk import Desk
    from dspdesk.queries.mail import PackageDetails, PackageRow

WAYS = {
    DeliveryWay.STATE_COURIER: N_("state courier service"),
    DeliveryWay.COURIER: N_("courier"),
    DeliveryWay.SPECIAL_POST: N_("special post"),
    DeliveryWay.REGISTERED_POST: N_("registered post"),
    DeliveryWay.IN_PERSON: N_("in person"),
}
STATES = {
    PackageState.STRUCK: N_("Struck out"),
    PackageState.RETURNED: N_("Sent back"),
    PackageState.MISDIRECTED: N_("Misdirected, to be returned"),
    PackageState.WITH_DUTY_OFFICER: N_("With the duty officer"),
    PackageState.TO_CHECK: N_("To check"),
    PackageState.CARRIER: N_("Carrier to check"),
    PackageState.TO_REGISTER: N_("To register"),
    PackageState.DIFFERENCE: N_("Something is missing, no act"),
    PackageState.PERSONAL: N_("«Personal», to complete"),
    PackageState.DONE: N_("Done"),
}
REASONS = {
    CoverReason.ADDRESS: N_("exact address of the sender"),
    CoverReason.TIMES: N_("times of sending and receipt"),
    CoverReason.SURCHARGE: N_("mail with a surcharge"),
}
BREACHES = {
    Breach.UNSEALED: N_("the cover was not sealed"),
    Breach.DAMAGED: N_("the cover was damaged"),
    Breach.OUT_OF_HOURS: N_("brought out of hours, though there are no duty officers"),
    Breach.MALICIOUS: N_("malicious programs on the carrier"),
}
_COUNTED = {
    Counted.SHEETS: N_("sheets: {stated} stated, {counted} there"),
    Counted.ENCLOSURE_SHEETS: N_("sheets of enclosures: {stated} stated, {counted} there"),
    Counted.COPIES: N_("copies: {stated} stated, {counted} there"),
}


def difference(one: Difference) -> str:
    """One difference: "sheets of enclosures: 11 stated, 9 there"."""
    if one.what is Counted.ENCLOSURES:
        return _("not there: {missing}").format(missing=one.missing)
    return _(_COUNTED[one.what]).format(stated=one.stated, counted=one.counted)


def differences(found: Contents) -> str:
    """All differences of a document in one line, '' when there are none."""
    return "; ".join(map(difference, differences_of(found)))


def state(row: "PackageRow") -> str:
    """What a package waits for; a finished one says which numbers came of it."""
    if row.state in {PackageState.DONE, PackageState.PERSONAL} and row.numbers:
        return _("{state}: № {numbers}").format(state=_(STATES[row.state]), numbers=", ".join(row.numbers))
    return _(STATES[row.state])


def name(row: "PackageRow") -> str:
    """A package by its sender and the numbers on the cover."""
    return " · ".join(filter(None, (row.sender, row.cover_numbers))) or _("Cover {n}").format(n=row.ordinal)


def breaches(details: "PackageDetails") -> Sequence[str]:
    """What the Rules do not allow and has happened."""
    return [_(BREACHES[breach]) for breach in details.breaches]


def moment(at: "dt.datetime | None", desk: "Desk") -> str:
    """A moment that records keep in UTC, as the clock of this desk shows it."""
    return day_and_time(wording.local(at, desk)) if at else ""


def covers(count: int) -> str:
    """A count of covers."""
    return ngettext("{n} cover", "{n} covers", count).format(n=wording.grouped(count))
