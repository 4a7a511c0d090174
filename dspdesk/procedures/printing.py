"""Printing of papers: previewed as they are, printed with their code, entered in the ledger."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_
from dspdesk.law.common_journal import CommonJournalContent
from dspdesk.law.growing import Grow, Growth, PlacedLine, is_drawn
from dspdesk.law.recovery_sheet import RecoverySheetContent
from dspdesk.law.registration_card import RegistrationCardContent
from dspdesk.law.registration_journal import (
    JournalItem,
    Line,
    RegistrationJournalContent,
    line,
    skipped_line,
)
from dspdesk.law.roles import Action
from dspdesk.models import Printout, PrintoutSignature
from dspdesk.procedures import growing, store_papers
from dspdesk.procedures.store_papers import Awaited
from dspdesk.queries import journal_closing, journal_lines, names, people
from dspdesk.queries.journals import JournalInfo, journal_by_id, sections
from dspdesk.reports import common_journal, registration_card, registration_journal
from dspdesk.reports import recovery_sheet as recovery
from dspdesk.reports.kit.mark import copy_of
from dspdesk.reports.pages import page_count

#: The papers that a whole journal and those that single entries are printed as.
OF_A_JOURNAL = frozenset({"registration_journal", "registration_card"})
OF_ITEMS = frozenset({"registration_card"})
#: Those whose last sheet is signed once the journal is closed, and what as.
SIGNED_WHEN_CLOSED = frozenset({"registration_journal"})
CERTIFIES, SIGNS_CLOSING = N_("certifies the number of sheets"), N_("signs the closing of the journal")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRequest:
    """Which paper of what, in which language: `journal_id` for a journal or all its cards, `item_ids` for some.

    `common_id` asks for a common journal with all its sections, `blank_sheets` for so many sheets of the journal to
    be written on by hand (W11), `year` for the bundle of a year: all its closed journals, one after the other. `about`
    is what any other paper is of, as the ledger names it (`store_papers`). `grow` prints a growing paper (W2): what is
    new, all anew, or its `sheet` once more; `finish` asks for the ending of an inner inventory. `copies` go to the
    printer; the printing `replaces` another, which is signed no more.
    """

    paper: str
    language: str
    journal_id: int | None = None
    item_ids: tuple[int, ...] = ()
    common_id: int | None = None
    blank_sheets: int = 0
    year: int | None = None
    about: str = ""
    grow: Grow | None = None
    sheet: int = 0
    finish: bool = False
    copies: int = 1
    replaces: int | None = None

    @property
    def subject(self) -> str:
        """What the printing is of, as the ledger names it."""
        if self.about:
            return self.about.partition("#")[0]  # behind it only the layout of a sheet of labels
        if self.year is not None:
            return f"year:{self.year}"
        if self.common_id is not None:
            return f"common_journal:{self.common_id}"
        if self.journal_id is not None:
            return f"journal:{self.journal_id}"
        return f"item:{','.join(map(str, self.item_ids))}"


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper as it goes to the printer: the PDF with its code, and how many sheets.

    `further` are the second and later copies where each has its own number; without them all copies are alike.
    """

    pdf: bytes
    code: str
    sheets: int
    further: tuple[bytes, ...] = ()


def preview(desk: Desk, request: PaperRequest) -> bytes:
    """The PDF that will be printed, without its code; writes nothing."""
    _authorize(desk, request)
    return _drawn(desk, request, _growth(desk, request), "")[0]


def first_sheet(desk: Desk, request: PaperRequest) -> int:
    """The first sheet of a growing paper that a printing brings something onto: the one in use, unless it is full."""
    _authorize(desk, request)
    lines = _drawn(desk, request, _growth(desk, request), "")[1]
    return min((line.sheet for line in lines if is_drawn(line.key)), default=1)


def print_paper(desk: Desk, request: PaperRequest) -> Printed:
    """Enter the printing in the ledger, draw the paper with that entry's code, keep its hash."""
    _authorize(desk, request)
    growth = _growth(desk, request)
    signatures = _awaited(desk, request, growth)
    if request.about:  # what cannot be drawn is refused before its printing is entered
        _drawn(desk, request, growth, "")
    with desk.transaction("printout:paper:printed") as step:
        printout = Printout(
            paper=request.paper,
            subject=request.subject,
            language=request.language,
            made_at=step.at,
            made_by=desk.person.account_id,
            copies=request.copies,
            awaits=bool(signatures),
        )
        step.session.add(printout)
        step.session.flush()
        step.session.add_all(
            PrintoutSignature(
                printout_id=printout.id, ordinal=place, employee_id=one.employee_id, part=one.part
            )
            for place, one in enumerate(signatures, 1)
        )
        if request.about:
            store_papers.printed(desk, step, request.paper, request.about)
        step.subject = f"printout:{printout.id}"
    each, lines = _each_copy(desk, request, growth, step.code)
    sheets = page_count(each[0])
    with desk.transaction("printout:paper:drawn") as drawn:
        kept = drawn.session.get_one(Printout, printout.id)
        kept.pdf_hash, kept.sheets = hashlib.sha256(b"".join(each)).hexdigest(), sheets
        if growth is not None:
            growing.keep(drawn, kept, growth, lines, desk.today())
        if request.replaces is not None:
            growing.replace_old(drawn, kept, [request.replaces], desk.today())
        drawn.subject = f"printout:{printout.id}"
    return Printed(each[0], step.code, sheets, each[1:])


def recovery_sheet(desk: Desk, key: tuple[str, ...], language: str) -> bytes:
    """The recovery sheet of a store just created, for the safe; the key is not kept, so it is drawn this once."""
    content = RecoverySheetContent(
        desk.organisation(language), desk.store_id, key, desk.today(), desk.person.name(language)
    )
    return recovery.draw(content, language)


def _authorize(desk: Desk, request: PaperRequest) -> None:
    desk.authorize(store_papers.STORE_PAPERS[request.paper].needs if request.about else Action.PRINT_JOURNALS)


def _growth(desk: Desk, request: PaperRequest) -> Growth | None:
    if request.grow is None:
        return None
    return growing.plan(
        desk,
        growing.ToGrow(
            paper=request.paper,
            subject=request.subject,
            language=request.language,
            grow=request.grow,
            sheet=request.sheet,
            finish=request.finish,
        ),
    )


def _drawn(
    desk: Desk, request: PaperRequest, growth: Growth | None, code: str
) -> tuple[bytes, tuple[PlacedLine, ...]]:
    """The paper, and where the new lines of a growing one stand."""
    if growth is not None and request.about:
        return store_papers.grown(desk, request.paper, request.about, growth, request.language, code)
    if growth is not None:
        return _grown(desk, request, growth, code)
    if request.about:
        return store_papers.draw(desk, request.paper, request.about, request.language, code), ()
    return _DRAWN[request.paper](desk, request, code), ()


def _each_copy(
    desk: Desk, request: PaperRequest, growth: Growth | None, code: str
) -> tuple[tuple[bytes, ...], tuple[PlacedLine, ...]]:
    """The paper once, or, where it bears the marking, each of its copies with its own number (paragraph 18).

    A growing paper is one set of sheets, whose numbers stand already.
    """
    with copy_of(1, request.copies) as first:
        pdf, lines = _drawn(desk, request, growth, code)
    copies = [pdf]
    for copy in range(2, request.copies + 1 if first.marked and growth is None else 2):
        with copy_of(copy, request.copies):
            copies.append(_drawn(desk, request, None, code)[0])
    return tuple(copies), lines


def _grown(
    desk: Desk, request: PaperRequest, growth: Growth, code: str
) -> tuple[bytes, tuple[PlacedLine, ...]]:
    """The sheets of a growing journal; above the first stands the name of the day on which it was begun."""
    content = _content(desk, journal_by_id(desk, request.journal_id or 0), request.language, [])
    if growth.series.begun_on is not None:
        begun = names.organisation(desk, request.language, growth.series.begun_on)
        content = replace(content, organisation=begun)
    return registration_journal.draw_growing(content, growth, request.language, code)


def _awaited(desk: Desk, request: PaperRequest, growth: Growth | None) -> tuple[Awaited, ...]:
    """Whose signatures the printing waits for; of a growing paper they stand below its last line, in its ending."""
    if growth is not None and not growing.closes(growth):
        return ()
    if request.about:
        return store_papers.awaited(desk, request.paper, request.about)
    if request.paper not in SIGNED_WHEN_CLOSED or request.blank_sheets:
        return ()
    closed = [journal for journal in _journals_of(desk, request) if journal.closed]
    certifies = [Awaited(people.at_desk(desk).employee_id, CERTIFIES)] if closed else []
    signs = [Awaited(journal_closing.signed_by(desk, journal), SIGNS_CLOSING) for journal in closed]
    return tuple(dict.fromkeys([*certifies, *signs]))


def _journals_of(desk: Desk, request: PaperRequest) -> list[JournalInfo]:
    if request.year is not None:
        return journal_closing.closed_journals(desk, request.year)
    if request.common_id is not None:
        return sections(desk, request.common_id)
    return [journal_by_id(desk, request.journal_id or 0)]


def _journal(desk: Desk, request: PaperRequest, code: str) -> bytes:
    if request.year is not None:
        closed = journal_closing.closed_journals(desk, request.year)
        bundle = [_content(desk, journal, request.language, _lines(desk, journal)) for journal in closed]
        return registration_journal.draw_several(bundle, request.language, code)
    if request.common_id is not None:
        return _common(desk, request, code)
    journal = journal_by_id(desk, request.journal_id or 0)
    if request.blank_sheets:
        empty = _content(desk, journal, request.language, [])
        return registration_journal.draw_blank(empty, request.language, request.blank_sheets, code)
    content = _content(desk, journal, request.language, _lines(desk, journal))
    return registration_journal.draw(content, request.language, code)


def _common(desk: Desk, request: PaperRequest, code: str) -> bytes:
    """A common journal, its sections one after another."""
    found = sections(desk, request.common_id or 0)
    contents = [_content(desk, journal, request.language, _lines(desk, journal)) for journal in found]
    certified = people.at_desk(desk)
    content = CommonJournalContent(
        organisation=contents[0].organisation,
        year=found[0].year,
        sections=contents,
        position=certified.position(request.language),
        certified_by=certified.name(request.language),
    )
    return common_journal.draw(content, request.language, code)


def _lines(desk: Desk, journal: JournalInfo) -> list[Line]:
    """The lines of a journal in the order of its numbers, those skipped at their place."""
    entries = [
        (item.number.sequence, item.number.letter, line(item, journal.kind, journal.language))
        for _, item in journal_lines.items(desk, journal.id)
    ]
    skipped = [
        (run.first, "", skipped_line(run, journal.kind, journal.language))
        for run in journal_lines.passed_over(desk, journal.id)
    ]
    in_order = sorted([*entries, *skipped], key=lambda one: one[:2]) if skipped else entries
    return [cells for _, _, cells in in_order]


def _content(
    desk: Desk, journal: JournalInfo, language: str, lines: Sequence[Line]
) -> RegistrationJournalContent:
    certified = people.at_desk(desk)
    return RegistrationJournalContent(
        organisation=names.organisation(desk, language, names.day_of_journal(desk, journal.id)),
        kind=journal.kind,
        year=journal.year,
        journal_language=journal.language,
        lines=lines,
        position=certified.position(language),
        certified_by=certified.name(language),
        closing=journal_closing.closing(desk, journal, language),
    )


def _cards(desk: Desk, request: PaperRequest, code: str) -> bytes:
    name_of = cache(lambda day: names.organisation(desk, request.language, day))
    contents = [
        RegistrationCardContent(
            organisation=name_of(item.date or desk.today()),
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
