"""The inner inventory of a volume as paper (paragraph 32, appendix 3): as a whole, and as it grows (W2)."""

from dataclasses import replace

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_
from dspdesk.law import inner_inventory as law
from dspdesk.law.growing import Growth, PlacedLine
from dspdesk.law.inner_inventory import InnerInventoryContent
from dspdesk.procedures.store_papers import Awaited, ids
from dspdesk.queries import cases, names, people
from dspdesk.queries import inner_inventory as queries

FILLED_IN = N_("filled in the inner inventory")


def draw_paper(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The whole inventory at once, with its totals and signature."""
    from dspdesk.reports import inner_inventory as report

    return report.draw(content(desk, about, language), language, code)


def draw_growing(
    desk: Desk, about: str, growth: Growth, language: str, code: str
) -> tuple[bytes, tuple[PlacedLine, ...]]:
    """What a printing brings onto the sheets in use; the file bears the name of the body on the day it was begun."""
    from dspdesk.reports import inner_inventory as report

    found = content(desk, about, language)
    if growth.series.begun_on is not None:
        begun = names.organisation(desk, language, growth.series.begun_on)
        found = replace(found, organisation=begun)
    return report.draw_growing(found, growth, language, code)


def awaited(desk: Desk, _about: str) -> tuple[Awaited, ...]:
    """Whoever fills it in signs below its totals."""
    return (Awaited(people.at_desk(desk).employee_id, FILLED_IN),)


def content(desk: Desk, about: str, language: str) -> InnerInventoryContent:
    """The inventory of a volume as it would be printed today, filled in by the person at the desk."""
    (volume_id,) = ids(about)
    volume, filler = cases.volume(desk, volume_id), people.at_desk(desk)
    entries = queries.entries_of(volume)
    return InnerInventoryContent(
        organisation=names.organisation(desk, language, desk.today()),
        number=queries.number(volume, language),
        restricted=volume.row.restricted,
        lines=[line for _key, line in law.lines(entries, language)],
        documents=law.documents(entries),
        position=filler.position(language),
        name=filler.name(language),
        dated=desk.today(),
    )
