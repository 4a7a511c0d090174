"""The places of the main window: one table. Whoever may do what a place is for finds it at the left."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import groupby
from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, _
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action
from dspdesk.ui import wording
from dspdesk.ui.place import Place
from dspdesk.ui.services import Services
from dspdesk.ui.side_bar import Entry

if TYPE_CHECKING:
    from dspdesk.desk import Desk

TODAY, WHEREABOUTS = "today", "whereabouts"


@dataclass(frozen=True, slots=True)
class PlaceKind:
    """A place: its group at the left, its name, the right it asks for, and the module whose `make` builds it."""

    key: str
    group: str
    title: str
    needs: Action
    module: str


_REGISTRATION, _BODY, _SAFETY = N_("Registration"), N_("The body"), N_("Access and safety")
_CASES, _ACTS = N_("Cases"), N_("Commissions and acts")

PLACES = (
    *(
        PlaceKind(kind.value, _REGISTRATION, wording.KINDS[kind], Action.READ_JOURNALS, "dspdesk.ui.journals.place")
        for kind in JournalKind
    ),
    PlaceKind("mail", _REGISTRATION, N_("Mail receipts"), Action.RECEIVE_MAIL, "dspdesk.ui.mail.place"),
    PlaceKind(
        WHEREABOUTS, _REGISTRATION, N_("Where is it?"), Action.READ_JOURNALS, "dspdesk.ui.whereabouts.place"
    ),
    PlaceKind(
        "signatures", _REGISTRATION, N_("Waiting for signature"), Action.KEEP_SIGNATURES, "dspdesk.ui.signatures.place"
    ),
    PlaceKind("control", _REGISTRATION, N_("Execution control"), Action.KEEP_CONTROL, "dspdesk.ui.control.place"),
    PlaceKind("handover", _REGISTRATION, N_("Hand-over sheets"), Action.READ_JOURNALS, "dspdesk.ui.handover.place"),
    PlaceKind("year", _REGISTRATION, N_("Closing the year"), Action.CLOSE_JOURNAL, "dspdesk.ui.year.place"),
    PlaceKind("filing_plan", _CASES, N_("Filing plan"), Action.READ_CASES, "dspdesk.ui.filing_plan.place"),
    PlaceKind("cases", _CASES, N_("Cases and volumes"), Action.READ_CASES, "dspdesk.ui.cases.place"),
    PlaceKind("inventories", _CASES, N_("Inventories"), Action.READ_CASES, "dspdesk.ui.inventories.place"),
    PlaceKind("storage", _CASES, N_("Storage places"), Action.READ_CASES, "dspdesk.ui.storage.place"),
    PlaceKind("acts", _ACTS, N_("Acts"), Action.READ_JOURNALS, "dspdesk.ui.acts.place"),
    PlaceKind("people", _BODY, N_("People"), Action.READ_OFFICE, "dspdesk.ui.office.people"),
    PlaceKind(
        "correspondents", _BODY, N_("Correspondents"), Action.READ_CORRESPONDENTS, "dspdesk.ui.office.correspondents"
    ),
    PlaceKind("permits", _BODY, N_("Permits"), Action.READ_JOURNALS, "dspdesk.ui.copying.permits"),
    PlaceKind(
        "restricted_list", _BODY, N_("List of restricted information"), Action.READ_JOURNALS,
        "dspdesk.ui.restricted_list.place",
    ),
    PlaceKind("office", _BODY, N_("Organisation"), Action.READ_OFFICE, "dspdesk.ui.office.organisation"),
    PlaceKind("settings", _BODY, N_("Settings"), Action.READ_SETTINGS, "dspdesk.ui.settings.place"),
    PlaceKind("accounts", _SAFETY, N_("Access and keys"), Action.KEEP_KEYS, "dspdesk.ui.security.accounts"),
    PlaceKind("backups", _SAFETY, N_("Backups"), Action.BACK_UP, "dspdesk.ui.security.backups"),
    PlaceKind("ledger", _SAFETY, N_("Ledger"), Action.READ_LEDGER, "dspdesk.ui.security.ledger_place"),
)  # fmt: skip


def seen(desk: "Desk") -> list[PlaceKind]:
    """The places that the person at the desk sees."""
    return [place for place in PLACES if desk.may(place.needs)]


def entries(desk: "Desk") -> list[Entry]:
    """The lines of the side bar: Today, then the groups."""
    return [Entry(TODAY, _("Today")), *_grouped(desk)]


def made(key: str, desk: "Desk", services: Services) -> Place:
    """Build a place."""
    kind = next(place for place in PLACES if place.key == key)
    module = import_module(kind.module)
    place: Place = (
        module.make(desk, services, JournalKind(key))
        if key in set(JournalKind)
        else module.make(desk, services)
    )
    return place


def _grouped(desk: "Desk") -> Iterator[Entry]:
    for group, places in groupby(seen(desk), key=lambda place: place.group):
        yield Entry("", _(group))
        yield from (Entry(place.key, _(place.title)) for place in places)
