"""Bringing clerks' journals in: exact counts, all good rows or none, every held-back row with its reason."""

import dataclasses
import datetime as dt
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from dspdesk.desk import Desk
from dspdesk.language.sentences import Told
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import ItemState, JournalKind, MovementKind, Role
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.models import Journal
from dspdesk.procedures import importing
from dspdesk.procedures.importing import HeldBackRow, Imported, ImportJournal, ReadSheet
from dspdesk.queries import journal_closing, journal_grid, journal_lines
from dspdesk.queries.item import items_in
from dspdesk.queries.journals import journal, journals
from dspdesk.queries.search import search
from dspdesk.spreadsheets.importing import import_journal
from dspdesk.spreadsheets.records import SheetMovement, SheetRow
from dspdesk.store.bulk import Bulk
from tests import factories
from tests.spreadsheets.making import HEAD, KK, NUMBERS, RU, YEAR, entry_row, save
from tests.store.tampering import counts

INCOMING = JournalKind.INCOMING


def importing_of(path: Path, year: int = 2025, **changes: object) -> ImportJournal:
    return ImportJournal(path=path, journal=INCOMING, year=year, **changes)


@pytest.fixture(scope="module")
def brought_in(made_stores: Path, tmp_path_factory: pytest.TempPathFactory):
    """One store with both journals as clerks kept them, and what the imports said."""
    folder = tmp_path_factory.mktemp("imported") / "store"
    shutil.copytree(made_stores / "empty", folder)
    desk = factories.opened(folder)
    yield desk, {path: import_journal(desk, importing_of(path, YEAR[path])) for path in (RU, KK)}
    desk.close()


EXPECTED = {
    RU: {
        "imported": 1200,
        "held_back": 6,
        "lettered": 5,
        "skipped": 11,
        "destroyed": 53,
        "control": 214,
        "без": 33,
    },
    KK: {
        "imported": 400,
        "held_back": 2,
        "lettered": 6,
        "skipped": 8,
        "destroyed": 15,
        "control": 70,
        "без": 12,
    },
}


@pytest.mark.parametrize("path", [RU, KK], ids=["ru", "kk"])
def test_the_two_journals_are_counted_exactly(brought_in, path: Path) -> None:
    desk, said = brought_in
    done, expected = said[path], EXPECTED[path]
    assert (done.imported, len(done.held_back)) == (expected["imported"], expected["held_back"])
    assert (done.lettered, done.skipped) == (expected["lettered"], expected["skipped"])
    opened = journal(desk, INCOMING, YEAR[path])
    assert opened is not None
    assert opened.language == ("ru" if path is RU else "kk")
    lines = [line for _, line in journal_lines.items(desk, opened.id)]
    assert len(lines) == expected["imported"]
    assert sum(line.state is ItemState.DESTROYED for line in lines) == expected["destroyed"]
    assert sum(bool(line.control) for line in lines) == expected["control"]
    assert sum(line.their_number in {"б/н", "н/ж"} for line in lines) == expected["без"]
    assert (lines[0].number, lines[-1].number) == (done.first, done.last)


def test_the_store_is_whole_after_an_import(brought_in) -> None:
    desk, _ = brought_in
    assert desk.verify() == []


def test_every_held_back_row_has_its_row_and_a_reason(brought_in) -> None:
    _, said = brought_in
    rows = [held.row for held in said[RU].held_back]
    assert rows == [78, 154, 226, 229, 580, 675]
    assert all(len(held.reason) > 20 for held in said[RU].held_back)
    assert "33.13.2025" in said[RU].held_back[0].reason


def test_numbers_are_those_of_the_sheet(brought_in) -> None:
    desk, said = brought_in
    opened = journal(desk, INCOMING, 2025)
    with desk.reading() as connection:
        counted = journal_closing.counted(connection, opened.id)
    assert (counted.lettered, counted.skipped, counted.annulled) == (5, 11, 0)
    assert counted.first == said[RU].first == RegistrationNumber(1)


def test_what_was_imported_is_found(brought_in) -> None:
    desk, _ = brought_in
    opened = journal(desk, INCOMING, 2025)
    (first, *_rest) = journal_lines.items(desk, opened.id)
    assert first[0] in [hit.id for hit in search(desk, first[1].their_number)]
    shown = journal_grid.rows(desk, [first[0]])[0]
    assert shown.correspondent == "Министерство юстиции РК"


# Small sheets, as the reader of spreadsheets hands them over.


def sheet(*numbers: str, digest: str = "a", held: Sequence[HeldBackRow] = (), **changes: object) -> ReadSheet:
    defaults = {"date": dt.date(2025, 1, 9), "their_date": None, "copies": (1,)}
    entry = factories.entry(**defaults | changes)
    said = (SheetMovement(MovementKind.RECEIPT, dt.date(2025, 1, 10), "Ким А.В. 10.01.2025"),)
    rows = [
        SheetRow(4 + place, RegistrationNumber.parse(number), entry, said)
        for place, number in enumerate(numbers)
    ]
    return ReadSheet("journal.xlsx", digest * 64, "ru", rows, list(held))


def entered(desk: Desk, read: ReadSheet, **changes: object) -> Imported:
    return importing.enter(desk, importing_of(Path("journal.xlsx"), **changes), read)


def refusal(action) -> str:
    with pytest.raises(Refused) as refused:
        action()
    return refused.value.findings[0].code


def test_a_file_is_imported_once_only(empty_desk: Desk) -> None:
    entered(empty_desk, sheet("1", "2"))
    before = counts(empty_desk)
    assert refusal(lambda: entered(empty_desk, sheet("1", "2"))) == "file_imported_already"
    assert refusal(lambda: entered(empty_desk, sheet("7"), year=2024)) == "file_imported_already"
    assert refusal(lambda: entered(empty_desk, sheet("7"), dry_run=True)) == "file_imported_already"
    assert counts(empty_desk) == before


def test_numbers_given_already_are_held_back_with_their_reason(empty_desk: Desk) -> None:
    entered(empty_desk, sheet("1", "2", "2а"))
    done = entered(empty_desk, sheet("2а", "3", "1", "2б", digest="b"))
    assert (done.imported, str(done.first), str(done.last)) == (2, "2б", "3")
    assert [(held.row, "2а" in held.reason) for held in done.held_back] == [(4, True), (6, False)]
    assert empty_desk.verify() == []


def test_a_number_registered_by_hand_is_not_taken_from_a_sheet(empty_desk: Desk) -> None:
    factories.registered(empty_desk, year=2025, date=dt.date(2025, 1, 8), their_date=None)
    done = entered(empty_desk, sheet("1", "2"))
    assert (done.imported, [held.row for held in done.held_back]) == (1, [4])
    assert str(factories.registered(empty_desk, year=2025, date=dt.date(2025, 1, 9)).number) == "3"


def test_rows_held_back_by_reader_and_rules_stand_in_the_order_of_the_sheet(empty_desk: Desk) -> None:
    held = [HeldBackRow(9, "много листов"), HeldBackRow(2, "13-й месяц")]
    done = entered(empty_desk, sheet("1", "1", held=held))
    assert [one.row for one in done.held_back] == [2, 5, 9]


@pytest.mark.parametrize(
    "changes",
    [
        {"date": dt.date(2024, 12, 31)},
        {"copies": ()},
        {"signed_on": dt.date(2025, 1, 10)},
        {"date": None, "signed_on": dt.date(2026, 1, 10)},
    ],
    ids=["another_year", "without_copies", "registered_before_signed", "signed_after_the_year"],
)
def test_rows_pass_the_rules_of_an_entry_by_hand(empty_desk: Desk, changes: dict) -> None:
    done = entered(empty_desk, sheet("1", **changes))
    assert (done.imported, len(done.held_back), done.first) == (0, 1, None)


def test_an_import_that_brings_nothing_in_opens_no_journal(empty_desk: Desk) -> None:
    before = counts(empty_desk)
    done = entered(empty_desk, sheet("1", date=dt.date(2024, 1, 9)))
    assert (done.imported, len(done.held_back)) == (0, 1)
    assert journals(empty_desk) == []
    assert counts(empty_desk) == before


def test_a_date_that_has_not_come_is_held_back(empty_desk: Desk) -> None:
    tomorrow = factories.TODAY + dt.timedelta(days=1)
    read = sheet("1", date=tomorrow)
    assert entered(empty_desk, read, year=tomorrow.year).imported == 0


def test_a_file_of_which_nothing_came_in_may_be_tried_again(empty_desk: Desk) -> None:
    assert entered(empty_desk, sheet("1", copies=())).imported == 0
    assert entered(empty_desk, sheet("1")).imported == 1


def test_a_file_without_any_row_is_refused(empty_desk: Desk) -> None:
    before = counts(empty_desk)
    assert refusal(lambda: entered(empty_desk, sheet())) == "nothing_to_import"
    assert counts(empty_desk) == before


def test_a_dry_run_says_the_same_and_writes_nothing(empty_desk: Desk) -> None:
    before = counts(empty_desk)
    read = sheet("1", "2", "2", "5а")
    tried = entered(empty_desk, read, dry_run=True)
    assert counts(empty_desk) == before
    assert journals(empty_desk) == []
    assert entered(empty_desk, read) == tried
    assert (tried.imported, tried.lettered, tried.skipped, len(tried.held_back)) == (3, 1, 2, 1)


def test_a_closed_journal_takes_nothing(empty_desk: Desk) -> None:
    entered(empty_desk, sheet("1"))
    with empty_desk.transaction("test:journal:closed") as step:
        step.session.get_one(Journal, 1).closed_on = dt.date(2026, 1, 10)
    before = counts(empty_desk)
    assert refusal(lambda: entered(empty_desk, sheet("2", digest="b"))) == "journal_closed"
    assert counts(empty_desk) == before


def test_a_grade_of_secrecy_passes_only_with_a_reason(empty_desk: Desk) -> None:
    before = counts(empty_desk)
    read = sheet("1", "2", summary="о порядке снятия грифа «Секретно»")
    with pytest.raises(NeedsReason):
        entered(empty_desk, read)
    assert counts(empty_desk) == before
    assert entered(empty_desk, read, dry_run=True).imported == 2
    done = entered(empty_desk, read, reason="о порядке, не гриф")
    assert done.imported == 2
    with empty_desk.reading() as connection:
        bodies = (
            connection.exec_driver_sql("SELECT body FROM ledger WHERE tag LIKE 'import:%'").scalars().all()
        )
    assert len(bodies) == 3
    assert all("о порядке, не гриф".encode() in body for body in bodies)


@pytest.mark.parametrize("at", ["finish", "close_group", "_many"])
def test_a_failure_in_the_middle_leaves_nothing(desk: Desk, monkeypatch, at: str) -> None:
    before, calls = counts(desk), Counter()
    real = getattr(Bulk, at)

    def breaking(bulk: Bulk, *how: object) -> None:
        real(bulk, *how)
        calls[at] += 1
        if calls[at] == (1 if at == "finish" else 3):
            raise RuntimeError("the power went")

    with monkeypatch.context() as patched:
        patched.setattr(Bulk, at, breaking)
        with pytest.raises(RuntimeError):
            entered(desk, sheet("901", "902", "903"))
    assert counts(desk) == before
    assert desk.verify() == []
    assert entered(desk, sheet("901", "902", "903")).imported == 3


def test_movements_of_the_sheet_become_movements_of_every_copy(empty_desk: Desk) -> None:
    entered(empty_desk, sheet("1", copies=(1, 2)))
    (found,) = items_in(empty_desk, INCOMING, 2025)
    for copy in found.copies:
        assert [(moved.kind, moved.as_written) for moved in copy.movements] == [
            (MovementKind.RECEIPT, "Ким А.В. 10.01.2025")
        ]
    assert search(empty_desk, "ким")
    assert empty_desk.verify() == []


def test_own_documents_of_a_sheet_keep_the_number_they_bore(empty_desk: Desk) -> None:
    command = ImportJournal(path=Path("x"), journal=JournalKind.OUTGOING, year=2025)
    importing.enter(empty_desk, command, sheet("1"))
    (found,) = items_in(empty_desk, JournalKind.OUTGOING, 2025)
    assert (found.state, found.missing) == (ItemState.REGISTERED, ("signatory", "signed_on"))


def test_a_sender_is_entered_once_however_he_is_written(empty_desk: Desk) -> None:
    entered(empty_desk, sheet("1", correspondent="Акимат г. Астаны"))
    entered(empty_desk, sheet("2", digest="b", correspondent="АКИМАТ  г. Астаны"))
    factories.registered(empty_desk, correspondent="акимат г. астаны")
    assert counts(empty_desk)["correspondent"] == 1


def test_only_the_documentation_service_imports(empty_desk: Desk) -> None:
    empty_desk.person = dataclasses.replace(empty_desk.person, roles=frozenset({Role.INSPECTOR}))
    assert refusal(lambda: entered(empty_desk, sheet("1"))) == "not_entrusted"


def test_progress_is_told_to_the_end(empty_desk: Desk) -> None:
    told = []
    read = sheet(*map(str, range(1, 1101)))
    importing.enter(empty_desk, importing_of(Path("x")), read, lambda done, total: told.append((done, total)))
    assert told == [(500, 1100), (1000, 1100), (1100, 1100)]


# From the file on.


def test_text_that_looks_like_a_formula_stays_text(empty_desk: Desk, tmp_path: Path) -> None:
    dangerous = ("=1+1", "+7 700", "-5", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "'=1")
    rows = [entry_row(place, c4=text, c14=text) for place, text in enumerate(dangerous, 1)]
    path = save(tmp_path / "journal.xlsx", [*HEAD["ru"], NUMBERS, *rows])
    assert import_journal(empty_desk, importing_of(path)).imported == len(dangerous)
    found = list(items_in(empty_desk, INCOMING, 2025))
    assert [one.entry.notes for one in found] == [text.strip() for text in dangerous]
    for one, text in zip(found, dangerous, strict=True):
        assert text.strip() in f"{one.entry.kind} {one.entry.summary}".strip()
    assert empty_desk.verify() == []


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
def test_each_format_brings_the_same_in(empty_desk: Desk, tmp_path: Path, suffix: str) -> None:
    rows = [*HEAD["kk"], NUMBERS, entry_row("1"), entry_row("2а", c5="много"), entry_row("3")]
    done = import_journal(empty_desk, importing_of(save(tmp_path / f"journal{suffix}", rows)))
    assert (done.imported, [held.row for held in done.held_back]) == (2, [5])
    (first, _) = items_in(empty_desk, INCOMING, 2025)
    assert (first.journal.language, first.entry.sheets) == ("kk", SheetCount(3, 0))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", b"\x00" * 5000, "номер;дата\n".encode()])
def test_what_cannot_be_read_is_told_and_nothing_is_written(
    empty_desk: Desk, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "journal.xlsx"
    path.write_bytes(content)
    before = counts(empty_desk)
    with pytest.raises(Told) as told:
        import_journal(empty_desk, importing_of(path))
    assert str(told.value)
    assert counts(empty_desk) == before


def test_the_same_file_under_another_name_is_the_same_file(empty_desk: Desk, tmp_path: Path) -> None:
    path = save(tmp_path / "journal.xlsx", [*HEAD["ru"], NUMBERS, entry_row(1)])
    import_journal(empty_desk, importing_of(path))
    shutil.copyfile(path, tmp_path / "another name.xlsx")
    with pytest.raises(Refused):
        import_journal(empty_desk, importing_of(tmp_path / "another name.xlsx"))
