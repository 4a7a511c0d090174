"""What an approved inventory lists stays as it lists it (paragraph 52): the inventory is a signed paper.

Whatever changes a volume that stands on it comes after its line is struck out there: the number is left unused, and
the volume is listed anew. A body that seizes documents is not asked, and what the archive keeps it notes itself: there
it is only said.
"""

from dataclasses import dataclass

from dspdesk.law.findings import Finding, Weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A volume as approved inventories list it.

    `number` is that of the inventory off which it is struck first, '' while it stands on none that is approved.
    """

    words: str
    number: str = ""
    transferred: bool = False


def stays_as_listed(volume: Listed, field: str = "") -> Finding | None:
    """Paragraph 52 (D52): what was approved is handed over as it stands; refused until the line is struck out."""
    if not volume.number or volume.transferred:
        return None
    return Finding("D52", Weight.REFUSE, "volume_listed", _facts(volume), field)


def noted_on_inventory(volume: Listed, field: str = "") -> Finding | None:
    """Paragraph 52 (D52): told when the step changes what an approved inventory states, and cannot wait for it."""
    if not volume.number:
        return None
    code = "inventory_notes_change" if volume.transferred else "listed_volume_changes"
    return Finding("D52", Weight.HINT, code, _facts(volume), field)


def heading_stays(index: str, volumes: list[Listed]) -> Finding | None:
    """Paragraph 52 (D52): so does the heading under which the volumes of a case are listed.

    A case of which volumes are in the archive already keeps it for good.
    """
    if any(volume.transferred for volume in volumes):
        return Finding("D52", Weight.REFUSE, "heading_transferred", {"index": index}, "heading_ru")
    standing = next((volume for volume in volumes if volume.number), None)
    if standing is None:
        return None
    return Finding("D52", Weight.REFUSE, "heading_listed", _facts(standing), "heading_ru")


def plan_stays(volumes: list[Listed]) -> Finding | None:
    """Paragraph 52 (D52): so does what the filing plan says of a case: its unit, its heading, how long it is kept."""
    standing = next((one for one in volumes if one.number and not one.transferred), None)
    if standing is None:
        return None
    return Finding("D52", Weight.REFUSE, "plan_listed", _facts(standing))


@dataclass(frozen=True, slots=True)
class SheetsStated:
    """How many sheets a certification sheet states, of the volume and of its inner inventory."""

    numbered: int | None
    inventory_sheets: int | None


def certified_as_listed(volume: Listed, stands: SheetsStated | None, new: SheetsStated) -> Finding | None:
    """Paragraph 52 (D52): an approved inventory states the sheets of the certification sheet, so they stay the same.

    `stands` is what the sheet that stands states, `None` where the volume has none yet.
    """
    return stays_as_listed(volume) if stands is not None and stands != new else None


def certified_before_approval(volume: str, *, changed: bool) -> Finding | None:
    """Appendix 4, note 8 (D32): what is approved states how many sheets there are; what changed is certified first."""
    if not changed:
        return None
    return Finding("D32", Weight.REFUSE, "approved_certified_before", {"volume": volume}, "lines")


def _facts(volume: Listed) -> dict[str, object]:
    return {"volume": volume.words, "number": volume.number}
