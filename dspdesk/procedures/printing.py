"""Printing of papers: previewed as they are, printed with their code, entered in the ledger."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dspdesk.desk import Desk
from dspdesk.law.recovery_sheet import RecoverySheetContent
from dspdesk.law.registration_card import RegistrationCardContent
from dspdesk.law.registration_journal import JournalItem, RegistrationJournalContent, line
from dspdesk.law.roles import Action
from dspdesk.models import Printout
from dspdesk.queries import journal_lines
from dspdesk.queries.journals import JournalInfo, journal_by_id
from dspdesk.reports import recovery_sheet as recovery
from dspdesk.reports import registration_card, registration_journal
from dspdesk.reports.pages import page_count

#: The papers that a whole journal and those that single entries are printed as.
OF_A_JOURNAL = frozenset({"registration_journal", "registration_card"})
OF_ITEMS = frozenset({"registration_card"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRequest:
    """Which paper of what, in which language: `journal_id` for a journal or all its cards, `item_ids` for some."""

    paper: str
    language: str
    journal_id: int | None = None
    item_ids: tuple[int, ...] = ()

    @property
    def subject(self) -> str:
        """What the printing is of, as the ledger names it."""
        if self.journal_id is not None:
            return f"journal:{self.journal_id}"
        return f"item:{','.join(map(str, self.item_ids))}"


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper as it goes to the printer: the PDF with its code, and how many sheets."""

    pdf: bytes
    code: str
    sheets: int


def preview(desk: Desk, request: PaperRequest) -> bytes:
    """The PDF that will be printed, without its code; writes nothing."""
    desk.authorize(Action.PRINT_JOURNALS)
    return _DRAWN[request.paper](desk, request, "")


def print_paper(desk: Desk, request: PaperRequest) -> Printed:
    """Enter the printing in the ledger, draw the paper with that entry's code, keep its hash."""
    desk.authorize(Action.PRINT_JOURNALS)
    with desk.transaction("printout:paper:printed") as step:
        printout = Printout(
            paper=request.paper,
            subject=request.subject,
            language=request.language,
            made_at=step.at,
            made_by=desk.person.account_id,
        )
        step.session.add(printout)
        step.session.flush()
        step.subject = f"printout:{printout.id}"
    pdf = _DRAWN[request.paper](desk, request, step.code)
    sheets = page_count(pdf)
    with desk.transaction("printout:paper:drawn") as drawn:
        kept = drawn.session.get_one(Printout, printout.id)
        kept.pdf_hash, kept.sheets = hashlib.sha256(pdf).hexdigest(), sheets
        drawn.subject = f"printout:{printout.id}"
    return Printed(pdf, step.code, sheets)


def recovery_sheet(desk: Desk, key: tuple[str, ...], language: str) -> bytes:
    """The recovery sheet of a store just created, for the safe; the key is not kept, so it is drawn this once."""
    content = RecoverySheetContent(
        desk.organisation(language), desk.store_id, key, desk.today(), desk.person.name(language)
    )
    return recovery.draw(content, language)


def _journal(desk: Desk, request: PaperRequest, code: str) -> bytes:
    journal = journal_by_id(desk, request.journal_id or 0)
    lines = [line(item, journal.kind, journal.language) for _, item in journal_lines.items(desk, journal.id)]
    content = RegistrationJournalContent(
        organisation=desk.organisation(request.language),
        kind=journal.kind,
        year=journal.year,
        journal_language=journal.language,
        lines=lines,
        position=desk.person.position(request.language),
        certified_by=desk.person.name(request.language),
        closing=journal_lines.closing_count(desk, journal.id) if journal.closed else None,
    )
    return registration_journal.draw(content, request.language, code)


def _cards(desk: Desk, request: PaperRequest, code: str) -> bytes:
    organisation = desk.organisation(request.language)
    contents = [
        RegistrationCardContent(
            organisation=organisation,
            kind=journal.kind,
            year=journal.year,
            journal_language=journal.language,
            number=item.number.with_mark(journal.language),
            line=line(item, journal.kind, journal.language),
        )
        for journal, item in _items(desk, request)
    ]
    return registration_card.draw(contents, request.language, code)


def _items(desk: Desk, request: PaperRequest) -> Iterator[tuple[JournalInfo, JournalItem]]:
    if request.journal_id is not None:
        journal = journal_by_id(desk, request.journal_id)
        yield from ((journal, item) for _, item in journal_lines.items(desk, journal.id))
    else:
        yield from journal_lines.items_of(desk, request.item_ids)


_DRAWN: Mapping[str, Callable[[Desk, PaperRequest, str], bytes]] = {
    "registration_journal": _journal,
    "registration_card": _cards,
}
