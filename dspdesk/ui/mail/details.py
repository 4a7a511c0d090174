"""What is known of a cover, for the details of its row."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import _
from dspdesk.language.dates import short
from dspdesk.queries.mail import DeliveryRow, PackageDetails
from dspdesk.ui.mail import words
from dspdesk.ui.mail.found_documents import told
from dspdesk.ui.registers.details import Facts

if TYPE_CHECKING:
    from dspdesk.desk import Desk

_Lines = Iterator[tuple[str, str]]


def facts(desk: "Desk", found: PackageDetails) -> Facts:
    """A cover in full: what was brought, what was seen, what became of it."""
    lines = [
        (words.name(found), ""),
        (_("State"), words.state(found)),
        *_cover(desk, found),
        *_documents(found),
    ]
    return [*lines, *_delivery(desk, found.delivery)]


def _cover(desk: "Desk", found: PackageDetails) -> _Lines:
    yield from ((_("Breach"), said) for said in words.breaches(found))
    known = (
        (_("«Personal»"), found.addressee if found.personal else ""),
        (_("Sealed"), _yes_or_no(found.sealed)),
        (_("Whole"), _yes_or_no(found.intact)),
        (_("Checked"), " · ".join(filter(None, (words.moment(found.checked_at, desk), found.checked_by)))),
        (_("Notes"), found.check_notes),
        (_("Came by mistake"), short(found.misdirected_on) if found.misdirected_on else ""),
        (_("Sent back on"), short(found.returned_on) if found.returned_on else ""),
        (_("Covering letter No."), found.return_number),
        (_("Cover kept"), _(words.REASONS[found.cover_kept]) if found.cover_kept else ""),
        (_("Cover destroyed on"), short(found.cover_discarded_on) if found.cover_discarded_on else ""),
    )
    yield from (fact for fact in known if fact[1])
    for check in found.carrier_checks:
        said = _("clean") if check.clean else _("malicious programs were found")
        yield _("Carrier"), " · ".join((said, check.means, short(check.checked_on), check.checked_by))


def _documents(found: PackageDetails) -> _Lines:
    for row in found.enclosed:
        if not row.counted and not row.number:
            continue
        yield _("Document {n}").format(n=row.ordinal), ""
        if line := told(row):
            yield "", line
        if said := words.differences(row):
            yield _("Differs"), said
        if row.number:
            yield _("Registered"), f"№\N{NO-BREAK SPACE}{row.number}"
    for act in found.acts:
        yield _("Act"), f"№\N{NO-BREAK SPACE}{act.number} ({act.year})"


def _delivery(desk: "Desk", row: DeliveryRow) -> _Lines:
    yield _("How it came"), ""
    known = (
        (_("Received at"), words.moment(row.received_at, desk)),
        (_("How"), _(words.WAYS[row.way])),
        (_("Brought by"), row.bearer),
        (_("No. of the list"), row.list_number),
        (_("Duty officer"), row.duty_officer),
        (_("Handed over"), words.moment(row.handed_over_at, desk) if row.duty_officer else ""),
        (_("To"), row.handed_over_to if row.duty_officer else ""),
        (_("Breach"), row.breach),
        (_("Notes"), row.notes),
    )
    yield from (fact for fact in known if fact[1])


def _yes_or_no(seen: bool | None) -> str:
    return "" if seen is None else _("yes") if seen else _("no")
