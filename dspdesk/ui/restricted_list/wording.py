"""How entries, orders, proposals and what a document rests on are said in one line."""

from typing import TYPE_CHECKING

from dspdesk.language.catalogue import N_, Language, _, current_language, translate_in
from dspdesk.language.dates import short
from dspdesk.law.restricted_list import Criterion, Decision, OrderKind

if TYPE_CHECKING:
    import datetime as dt

    from dspdesk.queries.designations import Basis
    from dspdesk.queries.restricted_list import EntryRow, OrderLine, ProposalRow

OUTSIDE = N_("Outside the lists: another ground (paragraph 8)")
PROPOSAL = N_("Proposal of {date}: {information}")
ENTRY_WITH_CRITERION = N_("{entry} (criterion {number})")
ORDERS = {
    OrderKind.APPROVAL: N_("approves the list"),
    OrderKind.ADDITION: N_("adds to the list"),
    OrderKind.CHANGE: N_("changes the list"),
    OrderKind.REPEAL: N_("repeals the list"),
}
DECISIONS = {
    Decision.PROPOSED: N_("waits for a decision"),
    Decision.ACCEPTED: N_("accepted"),
    Decision.DECLINED: N_("declined"),
}


def languages() -> tuple[Language, Language]:
    """Both languages, the person's own last."""
    own = Language(current_language())
    return (Language.RU, own) if own is Language.KK else (Language.KK, own)


def entry(row: "EntryRow", language: Language | None = None, *, with_list: bool = False) -> str:
    """An entry in one line: "1.2 · … (criterion 6) — the list"."""
    language = language or Language(current_language())
    line = f"{row.point} · {row.text(language)}"
    if row.criterion is not None:
        line = translate_in(language, ENTRY_WITH_CRITERION).format(entry=line, number=row.criterion.value)
    return f"{line} — {row.list_name(language)}" if with_list else line


def proposal(row: "ProposalRow", language: Language | None = None) -> str:
    """A proposal in one line."""
    language = language or Language(current_language())
    return translate_in(language, PROPOSAL).format(date=short(row.proposed_on), information=row.information)


def outside(language: Language) -> str:
    """The line of a ground outside the lists."""
    return translate_in(language, OUTSIDE)


def basis(found: "Basis") -> str:
    """What a document rests on, for its details."""
    if found.entry is not None:
        return "\n".join((entry(found.entry), found.entry.list_name(current_language())))
    if found.proposal is not None:
        decided = _(DECISIONS[found.proposal.decision])
        return _("{proposal} ({decision})").format(proposal=proposal(found.proposal), decision=decided)
    return _("Outside the lists: {ground}").format(ground=found.designation.words)


def order(number: str, dated: "dt.date") -> str:
    """An order by its number and day."""
    return _("order № {number} of {date}").format(number=number, date=short(dated))


def order_line(line: "OrderLine") -> str:
    """An order with what it did."""
    counts = [f"{sign}{n}" for sign, n in (("+", line.brought), ("−", line.ended)) if n]
    words = f"№\N{NO-BREAK SPACE}{line.number}: {_(ORDERS[line.kind])}"
    return f"{words} ({', '.join(counts)})" if counts else words


def criterion(found: Criterion | None) -> str:
    """A criterion in the law's own words, '' where none is named."""
    from dspdesk.queries.restricted_list import criterion_words

    return criterion_words(found, current_language()) if found is not None else ""


def period(first: "dt.date", last: "dt.date | None") -> str:
    """From when until when something is in force."""
    if last is None:
        return _("from {first} on").format(first=short(first))
    return f"{short(first)} – {short(last)}"
