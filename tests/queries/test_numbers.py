"""The special numbers of a journal, what Today says of them, and entries written on paper before."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.procedures import numbers, printing, registration, settings
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries import item as items
from dspdesk.queries import journal_lines, journals
from dspdesk.queries.number_parts import numbering_of
from dspdesk.queries.numbers import NumberKind
from dspdesk.queries.numbers import numbers as special
from dspdesk.queries.today import today
from tests import factories
from tests.factories import NOW, TODAY
from tests.reports.reading import pages

OUTGOING = JournalKind.OUTGOING


def reserved(desk: Desk, days_ago: int) -> int:
    """A number reserved so many days ago; its id."""
    desk.clock = lambda: NOW - dt.timedelta(days=days_ago)
    (one,) = numbers.reserve(
        desk,
        numbers.ReserveNumbers(
            journal=OUTGOING, year=TODAY.year, form_id=f"f{days_ago}", purpose="ответ Министерству финансов"
        ),
    )
    desk.clock = factories.clock
    return one.id


def test_every_special_number_is_named_by_its_kind(empty_desk: Desk) -> None:
    first = reserved(empty_desk, 9)
    late = factories.registered(
        empty_desk, journal=OUTGOING, late_after=1, signatory="Серікбаев Н.О.", signed_on=TODAY
    )
    annulled = reserved(empty_desk, 0)
    registration.annul(empty_desk, registration.Annul(item_id=annulled, reason="не подписан"))
    journal = late.journal_id
    numbers.skip(empty_desk, numbers.SkipNumbers(journal_id=journal, first=3, last=4, reason="бланки"))
    with empty_desk.transaction("test:number:gap") as step:
        step.session.add(registration.Number(journal_id=journal, sequence=8, state="annulled"))
    found = special(empty_desk, journal)
    assert [(one.kind, str(one.number), one.last) for one in found.special] == [
        (NumberKind.RESERVED, "1", 1),
        (NumberKind.LETTERED, "1а", 1),
        (NumberKind.SKIPPED, "3", 4),
        (NumberKind.GAP, "5", 7),
        (NumberKind.ANNULLED, "2", 2),
    ]
    assert found.next == 9
    (waiting,) = found.of(NumberKind.RESERVED)
    assert (waiting.item_id, waiting.since, waiting.days) == (first, TODAY - dt.timedelta(days=9), 9)
    assert found.of(NumberKind.SKIPPED)[0].reason == "бланки"


def test_an_empty_journal_begins_with_one(empty_desk: Desk) -> None:
    assert special(empty_desk, 1).next == 1


def test_who_reads_no_journals_reads_no_numbers(desk: Desk) -> None:
    desk.person = replace(desk.person, roles=frozenset({Role.SECURITY_OFFICER}))
    with pytest.raises(Refused):
        special(desk, 1)


def test_today_asks_about_numbers_reserved_for_too_long(empty_desk: Desk) -> None:
    old = reserved(empty_desk, 3)
    reserved(empty_desk, 2)
    assert [line.row.id for line in today(empty_desk).reserved.lines] == [old]
    settings.change(empty_desk, settings.ChangeSettings(values={"reserved_days": 2}))
    assert today(empty_desk).reserved.total == 2
    signed = {"signatory": "Серікбаев Н.О.", "signed_on": TODAY, "reason": "по указанию руководителя"}
    numbers.confirm(empty_desk, numbers.Confirm(item_id=old, **signed))
    assert today(empty_desk).reserved.total == 1


def test_an_example_takes_the_parts_of_the_entry_registered_last(empty_desk: Desk) -> None:
    assert numbering_of(empty_desk, OUTGOING, TODAY.year) is None
    factories.registered(empty_desk, journal=OUTGOING, case_index="12-05")
    found = numbering_of(empty_desk, OUTGOING, TODAY.year)
    assert (found.next, found.last, found.parts["case"], found.parts["correspondent"]) == (
        2,
        "1",
        "12-05",
        "",
    )


# What was written on paper on a day without the computer


@pytest.mark.parametrize(("days", "noted"), [(0, None), (1, TODAY), (8, TODAY)])
def test_what_is_entered_later_says_when(empty_desk: Desk, days: int, noted: dt.date | None) -> None:
    done = factories.registered(empty_desk, date=TODAY - dt.timedelta(days=days))
    assert items.item(empty_desk, done.id).entered_on == noted
    ((_, line),) = journal_lines.items(empty_desk, done.journal_id)
    assert line.entered_on == noted


def test_the_day_is_that_of_the_desk_not_of_greenwich(empty_desk: Desk) -> None:
    empty_desk.clock = lambda: NOW.replace(hour=2)  # the evening before in UTC
    done = factories.registered(empty_desk)
    assert items.item(empty_desk, done.id).entered_on is None


def test_a_sheet_brought_in_was_kept_day_by_day(empty_desk: Desk) -> None:
    done = factories.registered(empty_desk, date=TODAY - dt.timedelta(days=8), form_id="digest:Лист1:5")
    assert items.item(empty_desk, done.id).entered_on is None


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Внесено 18.11.2026"), ("kk", "18.11.2026 енгізілді")]
)
def test_the_printed_journal_notes_it_in_its_own_language(
    empty_desk: Desk, language: str, words: str
) -> None:
    settings.change(empty_desk, settings.ChangeSettings(values={"journal_language": language}))
    done = factories.registered(empty_desk, date=TODAY - dt.timedelta(days=8))
    request = PaperRequest(paper="registration_journal", language="ru", journal_id=done.journal_id)
    assert words in pages(printing.preview(empty_desk, request))[0]


# Papers


def test_skipped_numbers_are_printed_at_their_place(empty_desk: Desk) -> None:
    done = factories.registered(empty_desk)
    numbers.skip(
        empty_desk,
        numbers.SkipNumbers(journal_id=done.journal_id, first=2, last=3, reason="бланки испорчены"),
    )
    factories.registered(empty_desk)
    request = PaperRequest(paper="registration_journal", language="ru", journal_id=done.journal_id)
    said = pages(printing.preview(empty_desk, request))[0]
    assert said.index("№ 1 ДСП") < said.index("№ 2–3") < said.index("№ 4 ДСП")
    assert "Номера пропущены: бланки испорчены" in said


def test_the_number_in_full_stands_on_journal_and_card(empty_desk: Desk) -> None:
    settings.change(empty_desk, settings.ChangeSettings(values={"pattern:outgoing": "{case}/{number}"}))
    signed = {"signatory": "Серікбаев Н.О.", "signed_on": TODAY}
    done = factories.registered(empty_desk, journal=OUTGOING, case_index="12-05", **signed)
    for request in (
        PaperRequest(paper="registration_journal", language="ru", journal_id=done.journal_id),
        PaperRequest(paper="registration_card", language="ru", item_ids=(done.id,)),
    ):
        assert "№ 12-05/1 ДСП" in pages(printing.preview(empty_desk, request))[0]


def test_a_common_journal_is_printed_whole_and_its_printing_stands_in_the_ledger(empty_desk: Desk) -> None:
    settings.change(empty_desk, settings.ChangeSettings(values={"common_journal": ["incoming", "outgoing"]}))
    factories.registered(empty_desk)
    factories.registered(empty_desk, journal=OUTGOING)
    common = journals.journal(empty_desk, OUTGOING, TODAY.year).section_of
    printed = printing.print_paper(
        empty_desk, PaperRequest(paper="registration_journal", language="ru", common_id=common)
    )
    said = pages(printed.pdf)
    assert "Раздел: Входящие документы" in said[0]
    assert "Раздел: Исходящие документы" in said[1]
    with empty_desk.reading() as connection:
        subject = connection.exec_driver_sql("SELECT subject FROM printout").scalar_one()
    assert subject == f"common_journal:{common}"


def test_blank_sheets_of_a_journal(desk: Desk) -> None:
    journal = journals.journal(desk, JournalKind.INCOMING, TODAY.year)
    request = PaperRequest(paper="registration_journal", language="ru", journal_id=journal.id, blank_sheets=4)
    printed = printing.print_paper(desk, request)
    assert printed.sheets == 4
    assert "№ 1 ДСП" not in pages(printed.pdf)[0]
