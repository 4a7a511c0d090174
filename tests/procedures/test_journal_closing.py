"""Closing a journal: what it keeps, what it refuses from then on, and that there is no way back."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason
from dspdesk.law.kinds import Headship, JournalKind, Role
from dspdesk.law.settings import CLOSING_SIGNATORY, COMMON_JOURNAL, HEAD_OF_SERVICE
from dspdesk.law.values import RegistrationNumber
from dspdesk.models import JournalClosing
from dspdesk.procedures import journal_closing as procedures
from dspdesk.procedures import numbers, registration
from dspdesk.procedures.journal_closing import CloseJournal
from dspdesk.procedures.printing import PaperRequest, preview, print_paper
from dspdesk.procedures.registration import Annul, Correct
from dspdesk.procedures.settings import ChangeSettings, change
from dspdesk.queries import journal_closing as queries
from dspdesk.queries.item import item
from dspdesk.queries.journals import journal
from tests import factories
from tests.procedures.closing_years import closed, in_january, on_day, refusal
from tests.reports.reading import pages

DAY = dt.date(2026, 11, 18)


@pytest.fixture
def year(empty_desk: Desk) -> Iterator[Desk]:
    """January; last year's incoming journal has the numbers 1, 2, 2а, 3 (annulled) and 4."""
    for late in (None, None, 2, None, None):
        factories.registered(empty_desk, date=DAY, late_after=late, their_number="б/н")
    registration.annul(empty_desk, Annul(item_id=4, reason="записан дважды"))
    january = in_january(empty_desk)
    yield january
    january.close()


def of_2026(desk: Desk, kind: JournalKind = JournalKind.INCOMING) -> int:
    found = journal(desk, kind, 2026)
    assert found is not None
    return found.id


def test_a_closed_journal_keeps_what_was_counted_and_by_whom(year: Desk) -> None:
    done = closed(year, of_2026(year))
    assert done.journal_ids == (of_2026(year),)
    (row,) = queries.year_page(year, 2026).rows
    kept = row.kept
    assert kept is not None
    assert (kept.documents, kept.first, kept.last, kept.lettered, kept.skipped) == (4, "1", "4", 1, 0)
    assert (kept.closed_on, kept.name_ru, kept.position_ru) == (
        year.today(),
        "Жүнісова Ә.Қ.",
        "делопроизводитель",
    )
    assert journal(year, JournalKind.INCOMING, 2026).closed
    assert year.verify() == []


def test_the_head_of_the_service_signs_where_the_body_has_chosen_so(year: Desk) -> None:
    change(year, ChangeSettings(values={CLOSING_SIGNATORY: HEAD_OF_SERVICE}))
    assert queries.signs(year).name_ru == "Жүнісова Ә.Қ."  # while there is no head
    factories.appointed(year, factories.employee(year), heads=Headship.SERVICE, valid_from=DAY)
    closed(year, of_2026(year))
    kept = queries.year_page(year, 2026).rows[0].kept
    assert kept is not None
    assert (kept.name_ru, kept.position_ru) == ("Сейтқали Г.М.", "руководитель")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_printed_inscription_is_the_one_that_was_kept(year: Desk, language: str) -> None:
    closed(year, of_2026(year))
    paper = PaperRequest(paper="registration_journal", language=language, journal_id=of_2026(year))
    last = pages(preview(year, paper))[-1]
    words = {
        "ru": (
            "Количество зарегистрированных документов 4 (четыре)",
            "литерных номеров 1",
            "пропущенных номеров 0",
        ),
        "kk": ("Тіркелген құжаттардың саны 4 (төрт)", "Литерлік нөмірлердің саны 1", "нөмірлердің саны 0"),
    }[language]
    for said in words:
        assert said in last
    assert last.count("Жүнісова Ә.Қ.") == 2
    assert "1 ДСП" in last
    assert "4 ДСП" in last


def test_what_is_closed_takes_no_new_entry(year: Desk) -> None:
    journal_id = of_2026(year)
    assert refusal(lambda: factories.registered(year, date=DAY)) == []  # while it is open it does
    closed(year, journal_id)
    entry = factories.entry(date=DAY, their_number="")
    steps = {
        "new": lambda: factories.registered(year, date=DAY),
        "late": lambda: factories.registered(year, date=DAY, late_after=2),
        "annul": lambda: registration.annul(year, Annul(item_id=1, reason="ошибка")),
    }
    said = {name: refusal(step) for name, step in steps.items()}
    assert said == {
        "new": ["journal_closed"],
        "late": ["journal_closed"],
        "annul": ["journal_closed_counted"],
    }
    corrected = Correct(item_id=1, entry=replace(entry, summary="о другом"), reason="описка")
    assert refusal(lambda: registration.correct(year, corrected)) == []  # it changes nothing that was counted
    assert item(year, 1).entry.summary == "о другом"


def test_numbers_are_neither_reserved_nor_skipped_in_a_closed_journal(empty_desk: Desk) -> None:
    own = {"journal": JournalKind.OUTGOING, "date": DAY, "signatory": "Ахметов Б.К.", "signed_on": DAY}
    factories.registered(empty_desk, **own)
    outgoing = of_2026(empty_desk, JournalKind.OUTGOING)
    skip = numbers.SkipNumbers(journal_id=outgoing, first=2, last=3, reason="испорчены бланки")
    reserve = numbers.ReserveNumbers(journal=JournalKind.OUTGOING, year=2026, form_id="f", purpose="ответ")
    closed(empty_desk, outgoing)
    assert "journal_closed" in refusal(lambda: numbers.skip(empty_desk, skip))
    assert "journal_closed" in refusal(lambda: numbers.reserve(empty_desk, reserve))
    incoming = factories.registered(empty_desk, date=DAY).journal_id
    assert refusal(lambda: numbers.skip(empty_desk, replace(skip, journal_id=incoming))) == []


def test_a_journal_is_closed_once_and_not_opened_again(year: Desk) -> None:
    closed(year, of_2026(year))
    assert refusal(lambda: closed(year, of_2026(year))) == ["journal_closed_already"]
    with year.transaction("test:closing:looked_at") as step:
        assert step.session.get_one(JournalClosing, of_2026(year)).documents == 4


def test_reserved_numbers_are_settled_first(empty_desk: Desk) -> None:
    draft = factories.registration_of(journal=JournalKind.OUTGOING, date=DAY, signatory="", signed_on=None)
    reserved = registration.register(empty_desk, draft)
    january = in_january(empty_desk)
    journal_id = of_2026(january, JournalKind.OUTGOING)
    assert "reserved_numbers_stand" in refusal(lambda: closed(january, journal_id))
    registration.annul(january, Annul(item_id=reserved.id, reason="не подписан"))
    assert refusal(lambda: closed(january, journal_id)) == []
    january.close()


def test_a_running_year_asks_for_a_reason(empty_desk: Desk) -> None:
    filed = replace(factories.registration_of(date=DAY), filed_as="01-05, л. 1–4")
    registration.register(empty_desk, filed)
    with pytest.raises(NeedsReason) as asked:
        procedures.close(empty_desk, CloseJournal(journal_id=1))
    assert [finding.code for finding in asked.value.findings] == ["journal_year_runs"]
    assert not queries.year_page(empty_desk, 2026).closed
    last_day = on_day(empty_desk, factories.NOW.replace(month=12, day=31))
    assert procedures.close(last_day, CloseJournal(journal_id=1)).findings == ()
    last_day.close()


def test_what_may_not_be_closed_by_everybody(year: Desk) -> None:
    journal_id = of_2026(year)
    year.person = replace(year.person, roles=frozenset({Role.LIBRARIAN}))
    for step in (
        lambda: closed(year, journal_id),
        lambda: procedures.consider(year, journal_id),
        lambda: queries.year_page(year, 2026),
    ):
        assert refusal(step) == ["not_entrusted"]
    year.person = replace(year.person, roles=frozenset({Role.CLERK}))
    assert refusal(lambda: closed(year, journal_id)) == []


def test_what_is_considered_is_what_closing_says(year: Desk) -> None:
    journal_id = of_2026(year)
    assert [f.code for f in procedures.consider(year, journal_id)] == ["unfiled_stand"]
    assert [f.code for f in procedures.close(year, CloseJournal(journal_id=journal_id)).findings] == [
        "unfiled_stand"
    ]


def test_the_sections_of_a_common_journal_close_together(empty_desk: Desk) -> None:
    change(empty_desk, ChangeSettings(values={COMMON_JOURNAL: ["incoming", "outgoing"]}))
    factories.registered(empty_desk, date=DAY)
    factories.registered(
        empty_desk, journal=JournalKind.OUTGOING, date=DAY, signatory="Ахметов Б.К.", signed_on=DAY
    )
    factories.registered(empty_desk, journal=JournalKind.PUBLICATIONS, date=DAY)
    january = in_january(empty_desk)
    assert closed(january, of_2026(january)).journal_ids == (
        of_2026(january),
        of_2026(january, JournalKind.OUTGOING),
    )
    page = queries.year_page(january, 2026)
    assert [(row.journal.kind, row.kept is not None) for row in page.rows] == [
        (JournalKind.INCOMING, True),
        (JournalKind.OUTGOING, True),
        (JournalKind.PUBLICATIONS, False),
    ]
    assert [len(book) for book in page.books()] == [2, 1]
    january.close()


def test_a_closed_common_journal_gets_no_new_section(empty_desk: Desk) -> None:
    change(empty_desk, ChangeSettings(values={COMMON_JOURNAL: ["incoming", "internal"]}))
    factories.registered(empty_desk, date=DAY)
    january = in_january(empty_desk)
    closed(january, of_2026(january))
    late = factories.registration_of(journal=JournalKind.INTERNAL, year=2026, date=DAY)
    assert refusal(lambda: registration.register(january, late)) == ["journal_closed"]
    assert [row.journal.kind for row in queries.year_page(january, 2026).rows] == [JournalKind.INCOMING]
    factories.registered(january, journal=JournalKind.PUBLICATIONS, year=2026, date=DAY)  # a book of its own
    january.close()


def test_the_bundle_of_a_year_is_its_closed_journals(year: Desk) -> None:
    factories.registered(year, journal=JournalKind.PUBLICATIONS, date=DAY)
    bundle = PaperRequest(paper="registration_journal", language="ru", year=2026)
    closed(year, of_2026(year))
    alone = pages(preview(year, bundle))
    closed(year, of_2026(year, JournalKind.PUBLICATIONS))
    printed = print_paper(year, bundle)
    assert printed.sheets == len(alone) + 1
    found = pages(printed.pdf)
    assert "Входящие документы, 2026 год" in found[0]
    assert "Издания, 2026 год" in found[-1]
    checked = year.check_paper(printed.code)
    assert (checked.subject, checked.later) == ("year:2026", 0)
    registration.correct(
        year, Correct(item_id=1, entry=factories.entry(date=DAY, notes="исправлено"), reason="описка")
    )
    assert year.check_paper(printed.code).later == 1


def test_the_first_and_last_numbers_are_those_written(year: Desk) -> None:
    (row,) = queries.year_page(year, 2026).rows
    assert (row.counted.first, row.counted.last) == (RegistrationNumber(1), RegistrationNumber(4))
    proposed = queries.proposed(year, row, "kk")
    assert (proposed.documents, proposed.first, proposed.name) == (
        4,
        "1\N{NO-BREAK SPACE}ДСП",
        "Жүнісова Ә.Қ.",
    )
