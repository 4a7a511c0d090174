"""Long work in a child process: framing, progress, failures in sentences, and a key that is seen nowhere."""

import datetime as dt
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk import jobs
from dspdesk.demo import Demo
from dspdesk.desk import Desk, clock
from dspdesk.language.sentences import Told
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures.carry_over import CarryOver
from dspdesk.procedures.importing import Imported, ImportJournal
from dspdesk.procedures.printing import PaperRequest
from tests import factories
from tests.spreadsheets.making import HEAD, NUMBERS, entry_row, save
from tests.store.tampering import counts

ROOT = Path(__file__).parents[1]
MESSAGES = st.lists(st.tuples(st.sampled_from(["progress", "done"]), st.integers(), st.text() | st.binary()))
LAST_YEAR = dt.date(clock().year - 1, 12, 20)  # a child knows no clock but the machine's
CARD = PaperRequest(paper="registration_card", language="ru", item_ids=(5,))


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> ImportJournal:
    """The import of a journal of 520 rows, one of which cannot be."""
    rows = [entry_row(number, c5="много" if number == 7 else 3.0) for number in range(1, 521)]
    path = save(tmp_path_factory.mktemp("journal") / "journal.xlsx", [*HEAD["ru"], NUMBERS, *rows])
    return ImportJournal(path=path, journal=JournalKind.INCOMING, year=2025)


@given(MESSAGES, st.integers(1, 40))
def test_messages_come_out_as_they_went_in_however_they_are_cut(messages: list, size: int) -> None:
    sent = b"".join(map(jobs.framed, messages))
    buffer, received = bytearray(), []
    for start in range(0, len(sent), size):
        buffer += sent[start : start + size]
        received += jobs.unframed(buffer)
    assert (received, buffer) == (messages, b"")


def test_half_a_message_waits() -> None:
    sent = jobs.framed(("done", 1))
    buffer = bytearray(sent[:-1])
    assert jobs.unframed(buffer) == []
    assert buffer == sent[:-1]


@contextmanager
def child(*how: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, *(how or ("-m", "dspdesk.jobs"))]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        try:
            yield process
        finally:
            process.kill()


def answered(asked: bytes, *how: str) -> list[tuple[Any, ...]]:
    """All messages of a child that is asked for one thing."""
    with child(*how) as process:
        out, _err = process.communicate(asked, timeout=120)
    buffer = bytearray(out)
    messages = jobs.unframed(buffer)
    assert buffer == b""
    return messages


@pytest.mark.slow
def test_an_import_reports_its_progress_and_then_what_it_did(
    empty_desk: Desk, journal: ImportJournal
) -> None:
    *progress, (last, done) = answered(jobs.request(empty_desk.ticket(), "import", journal))
    assert last == "done"
    assert isinstance(done, Imported)
    assert (done.imported, len(done.held_back)) == (519, 1)
    assert progress
    assert {name for name, *_ in progress} == {"progress"}
    assert progress[-1] == ("progress", 519, 519)
    assert [one[1] for one in progress] == sorted(one[1] for one in progress)
    assert empty_desk.verify() == []
    ((failed, error),) = answered(jobs.request(empty_desk.ticket(), "import", journal))
    assert (failed, type(error), error.findings[0].code) == ("failed", Refused, "file_imported_already")


@pytest.mark.slow
def test_papers_and_verification_come_back_whole(desk: Desk) -> None:
    ((_, printed),) = answered(jobs.request(desk.ticket(), "print", CARD))
    assert printed.pdf.startswith(b"%PDF")
    assert desk.check_paper(printed.code).whole
    assert answered(jobs.request(desk.ticket(), "verify", None))[-1] == ("done", [])


@pytest.mark.slow
def test_a_sample_store_is_built_without_a_desk(tmp_path: Path) -> None:
    demo = Demo(tmp_path / "sample", 40, key_file=tmp_path / "k", cost=factories.CHEAP)
    messages = answered(jobs.request(b"", "demo", demo))
    assert messages[-1] == ("done", None)
    assert ("progress", 40, 40) in messages
    ((failed, error),) = answered(jobs.request(b"", "demo", demo))
    assert (failed, error.code) == ("failed", "store_exists")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "command", "code"),
    [
        ("import", ImportJournal(path=Path("нет.xlsx"), journal=JournalKind.INCOMING, year=2025), ""),
        ("print", PaperRequest(paper="no such paper", language="ru"), "job_failed"),
        ("no such work", None, "job_failed"),
    ],
)
def test_a_failure_is_a_sentence(desk: Desk, name: str, command: object, code: str) -> None:
    ((failed, error),) = answered(jobs.request(desk.ticket(), name, command))
    assert failed == "failed"
    assert isinstance(error, Told)
    assert str(error)
    assert not code or error.code == code


def test_what_an_error_says_of_the_data_stays_in_the_child(capsys: pytest.CaptureFixture[str]) -> None:
    error = jobs._told(ValueError("Министерство финансов"), "import")
    assert isinstance(error, Told)
    said = capsys.readouterr()
    assert "Министерство" not in said.err + said.out + str(error) + str(error.facts)
    assert "ValueError" in said.err


def test_errors_of_ours_go_through_the_pipe_as_they_are() -> None:
    error = Told("disk_full", path=Path("store"))
    assert jobs._told(error, "import") is error
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), back.code, back.facts) == (Told, "disk_full", error.facts)


def test_the_key_is_neither_an_argument_nor_in_the_environment(desk: Desk) -> None:
    """A child that has half of what it is asked waits for the rest, and can be looked at."""
    key = desk._data_key
    asked = jobs.request(desk.ticket(), "verify", None)
    assert key in asked
    with child() as process:
        process.stdin.write(asked[:-1])
        process.stdin.flush()
        place = Path("/proc") / str(process.pid)
        end = time.monotonic() + 30  # for a moment after the fork the process still shows its parent's line
        while b"dspdesk.jobs" not in (place / "cmdline").read_bytes() and time.monotonic() < end:
            time.sleep(0.01)
        seen = (place / "cmdline").read_bytes() + (place / "environ").read_bytes()
        assert b"dspdesk.jobs" in seen
        for form in (key, key.hex().encode(), key.hex().upper().encode(), factories.PASSWORD.encode()):
            assert form not in seen
        out, _err = process.communicate(asked[-1:], timeout=120)
    assert jobs.unframed(bytearray(out))[-1] == ("done", [])


STOPS_BEFORE_ITS_END = """
import sys, time
from dspdesk import jobs
from dspdesk.store.bulk import Bulk
real = Bulk.finish
def finish(bulk):
    real(bulk)
    print("written", file=sys.stderr, flush=True)
    time.sleep(100)
Bulk.finish = finish
jobs.main()
"""


@pytest.mark.slow
def test_a_child_that_is_ended_in_the_middle_has_written_nothing(desk: Desk, journal: ImportJournal) -> None:
    before = counts(desk)
    with child("-c", STOPS_BEFORE_ITS_END) as process:
        process.stdin.write(jobs.request(desk.ticket(), "import", journal))
        process.stdin.flush()
        assert process.stderr.readline() == b"written\n"  # every row is in the transaction
        process.kill()
        assert process.wait() == -signal.SIGKILL
    assert counts(desk) == before
    assert desk.verify() == []
    assert factories.registered(desk).number.sequence == 46


PRINTS = """
from dspdesk import jobs
jobs._WORK = {"verify": lambda desk, command, progress: print("a line of some library") or "result"}
jobs.main()
"""


@pytest.mark.slow
def test_what_libraries_print_does_not_come_between_the_messages() -> None:
    assert answered(jobs.request(b"", "verify", None), "-c", PRINTS) == [("done", "result")]


@pytest.mark.slow
def test_documents_are_carried_over_with_progress(tmp_path: Path) -> None:
    desk = factories.created(tmp_path, at=clock).desk
    ids = tuple(
        factories.registered(desk, year=LAST_YEAR.year, date=LAST_YEAR, their_date=None).id for _ in range(3)
    )
    command = CarryOver(item_ids=ids, year=LAST_YEAR.year + 1)
    messages = answered(jobs.request(desk.ticket(), "carry_over", command))
    *told, (last, done) = messages
    assert last == "done"
    assert ("progress", 3, 3) in told
    assert [(one.from_id, str(one.number)) for one in done] == [(1, "1"), (2, "2"), (3, "3")]
    assert desk.verify() == []
    desk.close()
