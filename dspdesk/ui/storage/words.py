"""What is said of storage places on the screen."""

from dspdesk.language.catalogue import _, ngettext
from dspdesk.law.storage import PlaceFacts
from dspdesk.queries.cases import VolumeRow
from dspdesk.queries.storage import StorageRow
from dspdesk.queries.where_is_it import FoundCopy
from dspdesk.ui.cases import words as case_words
from dspdesk.ui.office.rooms import KINDS, PURPOSES


def name(row: StorageRow) -> str:
    """A place by its whole way."""
    return " › ".join(row.path)


def kind(row: StorageRow) -> str:
    """Room, safe or shelf."""
    return _(KINDS[row.own.kind])


def purpose(row: StorageRow) -> str:
    """What it is for, also where something that it stands in says so."""
    return _(PURPOSES[row.place.purpose])


def locks(row: StorageRow) -> str:
    """Whether what lies there is locked and sealed, by the metal cabinet or safe on the way."""
    return _locks(row.place.cabinet)


def lies(row: StorageRow) -> str:
    """How much lies right in it."""
    parts = (
        ngettext("{n} volume", "{n} volumes", row.volumes).format(n=row.volumes) if row.volumes else "",
        ngettext("{n} copy", "{n} copies", row.copies).format(n=row.copies) if row.copies else "",
    )
    return ", ".join(part for part in parts if part)


def _locks(cabinet: PlaceFacts | None) -> str:
    if cabinet is None:
        return _("no cabinet or safe")
    said = (cabinet.lockable, cabinet.sealable)
    if False in said:
        return _("not locked or not sealed")
    return _("not said yet") if None in said else _("locked and sealed")


def volume(row: VolumeRow) -> str:
    """A volume of any year, by its heading."""
    return _("{volume} ({year}) — {heading}").format(
        volume=case_words.name(row), year=row.year, heading=row.heading()
    )


def copy(found: FoundCopy) -> str:
    """A copy with its document."""
    return _("№ {number}, copy {copy} — {document}").format(
        number=found.number, copy=found.copy.number, document=found.document
    )
