"""Printouts that wait for signatures (W3): signed, spoiled, set aside, printed once more."""

import dataclasses
import datetime as dt

import pytest
from sqlalchemy import event

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.growing import Grow
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.law.roles import Action
from dspdesk.procedures import printing, signatures, store_papers
from dspdesk.procedures.printing import CERTIFIES, SIGNS_CLOSING, PaperRequest, print_paper
from dspdesk.procedures.signatures import (
    CountSpoiled,
    SetAside,
    Sign,
    count_spoiled,
    once_more,
    set_aside,
    sign,
)
from dspdesk.procedures.store_papers import Awaited, StorePaper
from dspdesk.queries.acts import waiting_acts
from dspdesk.queries.handover import unsigned
from dspdesk.queries.journals import journal
from dspdesk.queries.signatures import PrintoutRow, Shown, printouts, waiting_for_signature
from tests import factories
from tests.factories import TODAY
from tests.procedures.closing_years import closed, refusal
from tests.store.tampering import counts

PAPER = "registration_journal"


@pytest.fixture
def last_year(desk: Desk) -> int:
    """The closed journal of last year."""
    found = journal(desk, JournalKind.INCOMING, TODAY.year - 1)
    assert found is not None
    closed(desk, found.id)
    return found.id


@pytest.fixture
def waiting(desk: Desk, last_year: int) -> PrintoutRow:
    """Its printing, which waits for two signatures."""
    print_paper(desk, PaperRequest(paper=PAPER, language="ru", journal_id=last_year))
    (row,) = printouts(desk)
    return row


def now(desk: Desk, row: PrintoutRow) -> PrintoutRow:
    return next(one for shown in Shown for one in printouts(desk, shown) if one.id == row.id)


def test_the_closed_journal_waits_for_its_inscriptions(desk: Desk, waiting: PrintoutRow) -> None:
    assert [(one.name, one.part) for one in waiting.signers] == [
        ("Жүнісова Ә.Қ.", CERTIFIES),
        ("Жүнісова Ә.Қ.", SIGNS_CLOSING),
    ]
    assert waiting.about == f"Входящие {TODAY.year - 1}"
    assert (waiting.days, waiting.printed_on) == (0, TODAY)
    assert desk.check_paper(waiting.code).paper == PAPER


def test_an_open_journal_and_cards_wait_for_nobody(desk: Desk) -> None:
    opened = journal(desk, JournalKind.INCOMING, TODAY.year)
    assert opened is not None
    print_paper(desk, PaperRequest(paper=PAPER, language="ru", journal_id=opened.id))
    print_paper(desk, PaperRequest(paper=PAPER, language="ru", journal_id=opened.id, grow=Grow.ON))
    print_paper(desk, PaperRequest(paper="registration_card", language="ru", item_ids=(60,)))
    assert printouts(desk) == []


def test_the_bundle_of_a_year_waits_for_each_signatory_once(desk: Desk, last_year: int) -> None:
    assert last_year
    print_paper(desk, PaperRequest(paper=PAPER, language="kk", year=TODAY.year - 1))
    (row,) = printouts(desk)
    assert (row.about, len(row.signers)) == (str(TODAY.year - 1), 2)


def test_signed_by_all_in_one_step(desk: Desk, waiting: PrintoutRow) -> None:
    assert sign(desk, Sign(printout_id=waiting.id, on=TODAY, persons=(1, 2)))
    assert printouts(desk) == []
    assert now(desk, waiting).signed_on == TODAY
    assert desk.verify() == []


def test_signed_one_by_one(desk: Desk, waiting: PrintoutRow) -> None:
    assert not sign(desk, Sign(printout_id=waiting.id, on=TODAY, persons=(2,)))
    (row,) = printouts(desk)
    assert [signer.ordinal for signer in row.missing] == [1]
    assert sign(desk, Sign(printout_id=waiting.id, on=TODAY, persons=(1,)))
    assert printouts(desk) == []


@pytest.mark.parametrize(
    ("on", "persons", "code"),
    [
        (None, (1, 2), "no_day_of_signing"),
        (TODAY + dt.timedelta(1), (1, 2), "paper_signed_ahead"),
        (TODAY - dt.timedelta(1), (1, 2), "signed_before_printing"),
        (TODAY, (), "nobody_signed"),
        (TODAY, (3,), "nobody_signed"),
    ],
)
def test_what_cannot_have_been_is_refused(desk: Desk, waiting: PrintoutRow, on, persons, code) -> None:
    before = counts(desk)
    assert refusal(lambda: sign(desk, Sign(printout_id=waiting.id, on=on, persons=persons))) == [code]
    assert (counts(desk), now(desk, waiting)) == (before, waiting)


def test_what_waits_no_more_takes_no_step(desk: Desk, waiting: PrintoutRow) -> None:
    set_aside(desk, SetAside(printout_id=waiting.id, reason="утерян"))
    assert now(desk, waiting).set_aside_reason == "утерян"
    before = counts(desk)
    steps = (
        lambda: sign(desk, Sign(printout_id=waiting.id, on=TODAY, persons=(1,))),
        lambda: count_spoiled(desk, CountSpoiled(printout_id=waiting.id, count=1)),
        lambda: set_aside(desk, SetAside(printout_id=waiting.id, reason="ещё раз")),
        lambda: once_more(desk, waiting.id),
    )
    for step in steps:
        assert refusal(step) == ["printout_set_aside"]
    assert counts(desk) == before


def test_setting_aside_asks_for_a_reason(desk: Desk, waiting: PrintoutRow) -> None:
    assert refusal(lambda: set_aside(desk, SetAside(printout_id=waiting.id, reason=" "))) == [
        "no_reason_set_aside"
    ]
    assert printouts(desk) == [waiting]


def test_spoiled_sheets_are_counted(desk: Desk, waiting: PrintoutRow) -> None:
    for count in (1, 2):
        count_spoiled(desk, CountSpoiled(printout_id=waiting.id, count=count))
    assert now(desk, waiting).spoiled == 3
    for count in (None, 0, 1000):
        command = CountSpoiled(printout_id=waiting.id, count=count)
        assert refusal(lambda command=command: count_spoiled(desk, command)) == ["spoiled_count"]
    assert now(desk, waiting).spoiled == 3


def test_printed_once_more_it_stands_in_the_place_of_the_old_one(desk: Desk, waiting: PrintoutRow) -> None:
    request = once_more(desk, waiting.id)
    printing.preview(desk, request)
    assert printouts(desk) == [waiting]  # looking replaces nothing
    again = print_paper(desk, request)
    (row,) = printouts(desk)
    assert (row.code, row.subject, row.paper, len(row.missing)) == (again.code, waiting.subject, PAPER, 2)
    old = now(desk, waiting)
    assert (old.set_aside_on, old.replaced_by) == (TODAY, again.code)
    assert desk.verify() == []


def test_a_growing_journal_waits_for_its_last_sheet_only(desk: Desk, last_year: int) -> None:
    def grown(how: Grow, sheet: int = 0) -> None:
        request = PaperRequest(paper=PAPER, language="ru", journal_id=last_year, grow=how, sheet=sheet)
        print_paper(desk, request)

    grown(Grow.ON)
    (row,) = printouts(desk)
    assert row.sheet > 1
    grown(Grow.SHEET, 1)  # of another sheet: the signatures are awaited where they were
    assert [one.id for one in printouts(desk)] == [row.id]
    print_paper(desk, once_more(desk, row.id))
    (again,) = printouts(desk)
    assert again.id != row.id
    assert now(desk, row).replaced_by == again.code
    grown(Grow.ANEW)
    assert [one.id > again.id for one in printouts(desk)] == [True]
    assert len(printouts(desk, Shown.SET_ASIDE)) == 2


def test_a_printing_that_broke_off_waits_for_nobody(desk: Desk, last_year: int, monkeypatch) -> None:
    def broken(*_how: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(printing, "_drawn", broken)
        with pytest.raises(KeyboardInterrupt):
            print_paper(desk, PaperRequest(paper=PAPER, language="ru", journal_id=last_year))
    assert printouts(desk) == []


def test_the_last_signature_tells_the_procedure_of_the_paper(desk: Desk, monkeypatch) -> None:
    told = []
    monkeypatch.setattr(
        store_papers,
        "STORE_PAPERS",
        {
            "slip": StorePaper(
                "slip", "item", Action.PRINT_JOURNALS, "tests.procedures.test_signatures:drawn",
                "tests.procedures.test_signatures:awaited", signed="tests.procedures.test_signatures:signed",
            )
        },
    )  # fmt: skip
    monkeypatch.setattr("tests.procedures.test_signatures.TOLD", told)
    print_paper(desk, PaperRequest(paper="slip", language="ru", about="item:60"))
    (row,) = printouts(desk)
    assert [signer.words() for signer in row.missing] == ["Жүнісова Ә.Қ. (receiver)", "sender"]
    sign(desk, Sign(printout_id=row.id, on=TODAY, persons=(1,)))
    assert told == []
    sign(desk, Sign(printout_id=row.id, on=TODAY, persons=(2,)))
    assert told == [("item:60", TODAY)]


TOLD: list[tuple[str, dt.date]] = []


def drawn(_desk: Desk, _about: str, _language: str, _code: str) -> bytes:
    return b"%PDF /Type /Page "


def awaited(_desk: Desk, _about: str) -> list[Awaited]:
    return [Awaited(1, "receiver"), Awaited(None, "sender")]


def signed(_desk: Desk, _step: object, about: str, on: dt.date) -> None:
    TOLD.append((about, on))


def test_today_names_the_oldest_first(desk: Desk, waiting: PrintoutRow) -> None:
    print_paper(desk, PaperRequest(paper=PAPER, language="kk", year=TODAY.year - 1))
    with desk.reading() as connection:
        found = waiting_for_signature(desk, connection, TODAY, 1)
    assert found is not None
    assert found.total == 2
    (line,) = found.lines
    assert (line.place, line.row, line.right) == ("signatures", waiting.id, "сегодня")
    assert "Жүнісова" in line.words


def test_a_sheet_to_sign_stands_on_today_once(desk: Desk) -> None:
    """Among the sheets not signed in full, which says more; the place of signatures has all printouts."""
    sheet = factories.handover_sheet(desk)
    print_paper(desk, PaperRequest(paper="handover_sheet", language="ru", about=f"handover_sheet:{sheet}"))
    (row,) = printouts(desk)
    assert row.title == f"Лист передачи № {sheet}"
    with desk.reading() as connection:
        found = waiting_for_signature(desk, connection, TODAY, 5)
        listed = unsigned(desk, connection, TODAY, 5)
    assert found is not None
    assert listed is not None
    assert (found.total, found.lines, listed.total) == (0, (), 1)


def test_an_act_to_sign_stands_on_today_once(desk: Desk) -> None:
    key = factories.act_drawn_up(desk)
    print_paper(desk, PaperRequest(paper="shortage_act", language="ru", about=f"act:{key}"))
    assert len(printouts(desk)) == 1
    with desk.reading() as connection:
        found = waiting_for_signature(desk, connection, TODAY, 5)
        listed = waiting_acts(desk, connection, TODAY, 5)
    assert found is not None
    assert listed is not None
    assert (found.total, found.lines, listed.total) == (0, (), 1)


def test_days_are_counted_from_the_printing(desk: Desk, waiting: PrintoutRow) -> None:
    later = dataclasses.replace(desk, clock=lambda: factories.NOW + dt.timedelta(days=5))
    (row,) = printouts(later)
    assert row.days == 5


def test_only_the_documentation_service_keeps_signatures(desk: Desk, waiting: PrintoutRow) -> None:
    desk.person = dataclasses.replace(desk.person, roles=frozenset({Role.LIBRARIAN}))
    for step in (
        lambda: sign(desk, Sign(printout_id=waiting.id, on=TODAY, persons=(1,))),
        lambda: count_spoiled(desk, CountSpoiled(printout_id=waiting.id, count=1)),
        lambda: set_aside(desk, SetAside(printout_id=waiting.id, reason="утерян")),
        lambda: once_more(desk, waiting.id),
    ):
        with pytest.raises(Refused):
            step()


def test_what_nobody_signs_is_not_found(desk: Desk) -> None:
    from dspdesk.language.sentences import Told

    print_paper(desk, PaperRequest(paper="registration_card", language="ru", item_ids=(60,)))
    with pytest.raises(Told):
        signatures.once_more(desk, 1)


def test_many_printouts_are_asked_for_together(desk: Desk, waiting: PrintoutRow) -> None:
    """A list over years takes as many questions as a short one, and says the same of each."""
    one = printouts(desk)
    asked = questions(desk)
    for language in ("kk", "ru", "kk"):
        print_paper(desk, PaperRequest(paper=PAPER, language=language, year=TODAY.year - 1))
    assert len(printouts(desk)) == 4
    assert questions(desk) == asked
    assert printouts(desk)[0] == one[0]
    assert one[0].code == waiting.code


def questions(desk: Desk) -> int:
    """How many statements the list of printouts takes."""
    counted: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        counted.append(statement)

    with desk.reading() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        printouts(desk)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(counted)
