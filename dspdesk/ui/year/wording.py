"""Words of the page on which a year closes itself."""

from collections.abc import Sequence

from dspdesk.language.catalogue import _
from dspdesk.law.registration_journal import ClosingCount
from dspdesk.queries.journal_closing import ClosingRow
from dspdesk.ui import wording

MOST_RUNS = 6  # runs of numbers passed over that a line names


def counted(count: ClosingCount) -> str:
    """What a journal holds: "registered 12 · lettered 1 · skipped 2"; what there is none of is left out."""
    others = (
        (count.lettered, _("lettered {n}")),
        (count.skipped, _("skipped {n}")),
        (count.annulled, _("annulled {n}")),
        (count.reserved, _("reserved {n}")),
    )
    parts = [_("registered {n}").format(n=wording.grouped(count.registered))]
    parts += [words.format(n=wording.grouped(number)) for number, words in others if number]
    return " · ".join(parts)


def runs(gaps: Sequence[tuple[int, int]]) -> str:
    """Numbers passed over: "7, 12–14"."""
    written = [str(low) if low == high else f"{low}–{high}" for low, high in gaps[:MOST_RUNS]]
    return ", ".join(written) + (" …" if len(gaps) > MOST_RUNS else "")


def book_name(rows: Sequence[ClosingRow]) -> str:
    """The name of what closes in one step: a journal, or a common one with its sections."""
    first = rows[0].journal
    if len(rows) == 1 and first.section_of is None:
        return wording.journal_name(first.kind, first.year)
    names = ", ".join(wording.kind_name(row.journal.kind) for row in rows)
    return _("Common journal {year}: {names}").format(year=first.year, names=names)
