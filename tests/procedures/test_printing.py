"""Printing: a preview writes nothing, a printing stands in the ledger and its code on the paper."""

import dataclasses
import hashlib
import json

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.procedures import printing
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries.journals import journal, journals
from dspdesk.queries.today import status
from tests import factories
from tests.reports.reading import pages
from tests.store.tampering import counts, raw

JOURNAL, CARD = "registration_journal", "registration_card"


@pytest.fixture
def this_year(desk: Desk) -> int:
    found = journal(desk, JournalKind.INCOMING, factories.TODAY.year)
    assert found is not None
    return found.id


@pytest.fixture(params=["journal", "cards_of_journal", "card"])
def request_of(request, desk: Desk, this_year: int):
    (last_year,) = (one.id for one in journals(desk) if one.year == factories.TODAY.year - 1)

    def asked(language: str) -> PaperRequest:
        return {
            "journal": PaperRequest(paper=JOURNAL, language=language, journal_id=this_year),
            "cards_of_journal": PaperRequest(paper=CARD, language=language, journal_id=last_year),
            "card": PaperRequest(paper=CARD, language=language, item_ids=(5, 7)),
        }[request.param]

    return asked


def test_a_preview_writes_nothing(desk: Desk, request_of) -> None:
    before, code = counts(desk), status(desk).ledger_code
    pdf = printing.preview(desk, request_of("ru"))
    assert pdf.startswith(b"%PDF")
    assert (counts(desk), status(desk).ledger_code) == (before, code)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_printing_differs_from_its_preview_by_the_code_alone(desk: Desk, request_of, language: str) -> None:
    previewed = pages(printing.preview(desk, request_of(language)))
    printed = printing.print_paper(desk, request_of(language))
    said = pages(printed.pdf)
    assert len(said) == len(previewed) == printed.sheets
    for before, after in zip(previewed, said, strict=True):
        assert printed.code not in before
        assert after.count(printed.code) >= 1
        assert without_code(after, printed.code) == before


def without_code(text: str, code: str) -> str:
    return " ".join(text.replace(f"dspdesk {code}", "").replace(code, "").split())


def test_a_printing_is_two_entries_in_the_ledger(desk: Desk, request_of) -> None:
    before = counts(desk)
    asked = request_of("kk")
    printed = printing.print_paper(desk, asked)
    after = counts(desk)
    assert {table: after[table] - before[table] for table in after if after[table] != before[table]} == {
        "ledger": 2, "printout": 1,
    }  # fmt: skip
    with raw(desk) as connection:
        rows = connection.execute("SELECT tag, subject, body FROM ledger ORDER BY id DESC LIMIT 2").fetchall()
        kept = connection.execute(
            "SELECT paper, subject, language, sheets, pdf_hash FROM printout"
        ).fetchone()
    assert [(tag, subject) for tag, subject, _ in rows] == [
        ("printout:paper:drawn", "printout:1"), ("printout:paper:printed", "printout:1"),
    ]  # fmt: skip
    digest = hashlib.sha256(printed.pdf).hexdigest()
    assert kept == (asked.paper, asked.subject, "kk", printed.sheets, digest)
    assert json.loads(rows[0][2])["changes"][0][2] == {"pdf_hash": digest, "sheets": printed.sheets}
    assert desk.verify() == []


def test_the_code_is_that_of_the_entry_and_is_found_again(desk: Desk, this_year: int) -> None:
    printed = printing.print_paper(desk, PaperRequest(paper=JOURNAL, language="ru", journal_id=this_year))
    again = printing.print_paper(desk, PaperRequest(paper=JOURNAL, language="ru", journal_id=this_year))
    assert printed.code != again.code
    assert desk.check_paper(printed.code).pdf_hash == hashlib.sha256(printed.pdf).hexdigest()
    assert int(printed.code.partition("-")[0]) + 2 == int(again.code.partition("-")[0])


def test_a_drawing_that_fails_leaves_the_printing_without_its_paper(
    desk: Desk, this_year: int, monkeypatch
) -> None:
    """The first entry is written before anything is drawn: a sheet with a code that no ledger knows cannot be."""

    def failing(*_how: object) -> bytes:
        raise RuntimeError("no room for the font")

    with monkeypatch.context() as patched:
        patched.setattr(printing, "_DRAWN", {JOURNAL: failing})
        with pytest.raises(RuntimeError):
            printing.print_paper(desk, PaperRequest(paper=JOURNAL, language="ru", journal_id=this_year))
    with raw(desk) as connection:
        assert connection.execute("SELECT sheets, pdf_hash FROM printout").fetchall() == [(None, None)]
    assert desk.verify() == []


def test_the_language_of_the_paper_is_not_that_of_the_journal(desk: Desk, this_year: int) -> None:
    kazakh, russian = (
        pages(printing.preview(desk, PaperRequest(paper=JOURNAL, language=language, journal_id=this_year)))[0]
        for language in ("kk", "ru")
    )
    assert kazakh != russian
    assert "ДСП" in kazakh  # the mark of a journal kept in Russian


def test_only_the_documentation_service_prints_journals(desk: Desk, this_year: int) -> None:
    desk.person = dataclasses.replace(desk.person, roles=frozenset({Role.ARCHIVIST}))
    before = counts(desk)
    asked = PaperRequest(paper=JOURNAL, language="ru", journal_id=this_year)
    for step in (printing.preview, printing.print_paper):
        with pytest.raises(Refused):
            step(desk, asked)
    assert counts(desk) == before


def test_the_recovery_sheet_bears_every_group_and_writes_nothing(tmp_path) -> None:
    created = factories.created(tmp_path)
    before = counts(created.desk)
    text = " ".join(pages(printing.recovery_sheet(created.desk, created.recovery, "ru")))
    assert all(group in text for group in created.recovery)
    assert created.desk.store_id[:8] in text.replace(" ", "")
    assert counts(created.desk) == before
    created.desk.close()


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("ru", ["Экз. № 1", "Экз. № 2", "Экз. № 3"]),
        ("kk", [f"№ {copy} дана Басылған дана саны: 3" for copy in (1, 2, 3)]),
    ],
)
def test_each_copy_of_a_marked_paper_has_its_own_number(desk: Desk, request_of, language: str, marks) -> None:
    """Paragraph 18: the first sheet of each copy says which it is; nothing else differs."""
    printed = printing.print_paper(desk, dataclasses.replace(request_of(language), copies=3))
    copies = [pages(pdf) for pdf in (printed.pdf, *printed.further)]
    assert len(copies) == 3
    for said, mark in zip(copies, marks, strict=True):
        first = " ".join(said[0].split())
        assert mark in first
        assert first.replace(mark, "") == " ".join(copies[0][0].split()).replace(marks[0], "")
        assert printed.code in first
    with desk.reading() as connection:
        assert connection.exec_driver_sql("SELECT copies FROM printout").scalars().all() == [3]
    again = printing.print_paper(desk, request_of(language))
    assert again.further == ()
    assert marks[0].replace("3", "1") in " ".join(pages(again.pdf)[0].split())


def test_copies_of_what_bears_no_mark_are_alike(desk: Desk) -> None:
    """Labels of shelves are not restricted, so the printer gets them once for all their copies."""
    volume = factories.case_opened(desk)
    request = PaperRequest(paper="shelf_label", language="ru", about=f"volume:{volume}", copies=3)
    assert printing.print_paper(desk, request).further == ()
