"""Reading in a child process: the same result, clean errors whatever happens to the child."""

import datetime as dt
import os
import signal
import subprocess
import sys

import pytest

from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets import child, reading, wire
from dspdesk.spreadsheets.journal import read_journal
from dspdesk.spreadsheets.records import UnreadableSheet
from tests.spreadsheets.making import HEAD, KK, entry_row, read_rows, save
from tests.spreadsheets.test_workbook import rezipped

INCOMING = JournalKind.INCOMING


def test_a_child_reads_the_same():
    assert reading.read_in_child(KK, INCOMING, 2024) == read_journal(KK, INCOMING, 2024)


def test_a_child_says_why_not(tmp_path):
    with pytest.raises(UnreadableSheet) as caught:
        reading.read_in_child(tmp_path / "none.xlsx", INCOMING, 2025)
    assert caught.value.code == "missing"


def test_the_child_is_found_from_any_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = save(tmp_path / "j.xlsx", [*HEAD["ru"], entry_row()])
    assert len(reading.read_in_child(path, INCOMING, 2025).rows) == 1


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("raise SystemExit(3)", "reading_failed"),
        ("print('{')", "reading_failed"),
        ("print('[]')", "reading_failed"),
        ("print('{\"name\": 1}')", "reading_failed"),
        ("print('[[1, 2]]')", "reading_failed"),
        ("", "reading_failed"),
        ("import os; os.abort()", "reading_failed"),
        pytest.param(
            "import os, signal; os.kill(os.getpid(), signal.SIGXCPU)",
            "too_long",
            marks=pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="only where limits of time are"),
        ),
        ("import time; time.sleep(60)", "too_long"),
        ("import time; print(1, flush=True); time.sleep(60)", "reading_failed"),
    ],
)
def test_a_child_that_fails(tmp_path, monkeypatch, program, code):
    monkeypatch.setattr(reading, "_COMMAND", ("-c", program))
    monkeypatch.setattr(reading, "MOST_SECONDS", 1)
    with pytest.raises(UnreadableSheet) as caught:
        reading.read_in_child(tmp_path / "j.xlsx", INCOMING, 2025)
    assert caught.value.code == code


@pytest.mark.skipif(os.name != "posix", reason="limits of memory are the system's")
def test_a_sheet_that_claims_every_cell_does_not_take_all_memory(tmp_path):
    path = save(tmp_path / "j.xlsx", [*HEAD["ru"], entry_row()])
    last = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    rezipped(path, lambda name, data: data.replace(b"</sheetData>", last) if "sheet1" in name else data)
    with pytest.raises(UnreadableSheet) as caught:
        reading.read_in_child(path, INCOMING, 2025)
    assert caught.value.code in {"reading_failed", "too_much_memory", "damaged"}


def test_the_child_loads_neither_windows_nor_the_store():
    loaded = subprocess.run(
        [sys.executable, "-c", "import dspdesk.spreadsheets.child, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"PySide6", "sqlalchemy", "reportlab", "dspdesk.store"} & set(loaded)


def test_the_child_answers_on_standard_output(tmp_path, capfdbinary, monkeypatch):
    monkeypatch.setattr(child, "_limit", lambda: None)  # this process has other tests to run
    monkeypatch.setattr("gc.disable", lambda: None)
    path = save(tmp_path / "j.ods", [*HEAD["ru"], entry_row()])
    assert child.main([str(path), "incoming", "2025"]) == 0
    lines = capfdbinary.readouterr().out.splitlines()
    assert wire.decoded(lines) == read_journal(path, INCOMING, 2025)


def test_everything_of_a_journal_passes_the_wire():
    row = entry_row(
        c2="05.01.2025 № 4-1",
        c8="Ким А.В., срок 29.01.2025",
        c9="К",
        c10=dt.date(2025, 1, 9),
        c12="01-2",
        c13="Акт от 12.01.2026 № 2",
        c14="“примечание”\n=1+1",
    )
    sheet = read_rows(row, entry_row(2, c1="09.01.2024 № 2", c5="много"), [], entry_row("3а"))
    assert wire.decoded(list(wire.encoded(sheet))) == sheet
    outgoing = read_rows(entry_row(c2="09.01.2025 № 1"), kind=JournalKind.OUTGOING)
    assert wire.decoded(list(wire.encoded(outgoing))) == outgoing


def test_an_error_passes_the_wire():
    error = UnreadableSheet("split_table", sheet="Журнал", row=7)
    with pytest.raises(UnreadableSheet) as caught:
        wire.decoded([wire.encoded_error(error)])
    assert (caught.value.code, caught.value.facts) == (error.code, error.facts)
