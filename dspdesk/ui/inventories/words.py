"""What is said of inventories on the screen."""

from collections import Counter
from collections.abc import Sequence

from dspdesk.language.catalogue import N_, _, ngettext
from dspdesk.language.dates import short
from dspdesk.law.unit_inventory import InventoryKind, Period
from dspdesk.queries.cases import VolumeRow
from dspdesk.queries.inventories import InventoryRow, ListedVolume, TransferRow
from dspdesk.ui.cases import words as case_words

KINDS = {
    InventoryKind.UNIT: N_("Inventory of a unit"),
    InventoryKind.CONSOLIDATED: N_("Consolidated inventory"),
}
PERIODS = {
    Period.PERMANENT: N_("kept permanently"),
    Period.LONG: N_("kept over 10 years"),
    Period.PERSONNEL: N_("of personnel"),
    Period.SHORT: N_("kept up to 10 years"),
}


def name(row: InventoryRow) -> str:
    """An inventory in short."""
    return _("Inventory № {number} of {year}").format(number=row.number, year=row.year)


def of(row: InventoryRow) -> str:
    """Whose cases it lists."""
    return row.unit() or _(KINDS[row.kind])


def standing(row: InventoryRow) -> str:
    """How far it has come."""
    if row.approved_on is None:
        return _("Draft of an inventory")
    if row.kind is InventoryKind.CONSOLIDATED or not row.transferred:
        return _("Approved on {day}").format(day=short(row.approved_on))
    if row.transferred < row.lines:
        return _("Handed over: {done} of {all}").format(done=row.transferred, all=row.lines)
    return _("All handed over")


def stage(row: InventoryRow) -> int:
    """The order of what `standing` says."""
    return 0 if row.approved_on is None else 1 + (row.transferred >= row.lines)


def volume(row: VolumeRow) -> str:
    """A volume with its heading, the mark after that of a restricted one."""
    mark = f" «{row.mark()}»" if row.restricted else ""
    return f"{case_words.name(row)} — {row.heading()}{mark}"


def line(one: ListedVolume) -> str:
    """A line with its number and what has become of it."""
    number = f"{one.ordinal}. " if one.ordinal else ""
    said = [f"{number}{volume(one.volume)}"]
    if one.struck_on is not None:
        said.append(_("struck out on {day}: {why}").format(day=short(one.struck_on), why=one.notes))
    elif one.transferred_on is not None:
        said.append(_("in the archive since {day}").format(day=short(one.transferred_on)))
    return "\n".join(said)


def transfer(one: TransferRow) -> str:
    """A transfer: when, how many, by whom to whom, where to; and how much of it was entered by mistake."""
    count = len(one.lines) + len(one.struck)
    said = _("{day}: {cases}; {given} → {accepted}").format(
        day=short(one.on),
        cases=ngettext("{n} case", "{n} cases", count).format(n=count),
        given=one.given(),
        accepted=one.accepted(),
    )
    return "; ".join(part for part in (said, one.place, one.notes, *_mistaken(one)) if part)


def _mistaken(one: TransferRow) -> list[str]:
    """What of a transfer was struck out, by the days of that."""
    days = Counter(day for _line, day in one.struck)
    said = ngettext(
        "{n} case struck out on {day} as entered by mistake",
        "{n} cases struck out on {day} as entered by mistake",
        len(one.struck),
    )
    return [said.format(n=count, day=short(day)) for day, count in sorted(days.items())]


def counted(rows: Sequence[object]) -> str:
    """How many volumes."""
    return ngettext("{n} volume", "{n} volumes", len(rows)).format(n=len(rows))
