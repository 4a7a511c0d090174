"""Threads and child processes: who asked is told, who has gone is not."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

from dspdesk.desk import Desk
from dspdesk.language.sentences import Told
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries.journals import journal
from dspdesk.ui import work
from dspdesk.ui.job import Job
from tests import hands
from tests.factories import TODAY

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_result_arrives_in_the_thread_that_asked():
    got = []
    work.run(QThread.currentThread, lambda there: got.append((there, QThread.currentThread())))
    hands.wait_until(lambda: got)
    there, here = got[0]
    assert here is QApplication.instance().thread()
    assert there is not here


def test_an_error_arrives_as_it_is():
    got = []
    work.run(lambda: 1 / 0, got.append, got.append)
    hands.wait_until(lambda: got)
    assert isinstance(got[0], ZeroDivisionError)


class Knot:
    """Garbage that only the collector finds."""

    def __init__(self):
        self.itself = self


def where_garbage_goes(made: int = 200_000) -> set[int]:
    """The threads in which knots were found, made by the window while work in a thread makes objects of its own."""
    where = []
    for _ in range(50):
        weakref.finalize(Knot(), lambda: where.append(threading.get_ident()))
    got = []
    work.run(lambda: [[] for _ in range(made)], got.append)
    hands.wait_until(lambda: got)
    gc.collect()
    return set(where)


def test_garbage_of_windows_is_never_looked_for_in_another_thread(monkeypatch):
    gc.collect()
    assert where_garbage_goes() == {threading.get_ident()}
    assert gc.isenabled()
    monkeypatch.setattr(work.gc, "disable", lambda: None)  # as it was: the thread finds it
    assert where_garbage_goes() != {threading.get_ident()}


def test_several_works_end_before_garbage_is_looked_for_again():
    slow, quick = threading.Event(), []
    work.run(lambda: slow.wait(5), quick.append)
    work.run(lambda: 1, quick.append)
    hands.wait_until(lambda: quick)
    assert not gc.isenabled()
    slow.set()
    hands.wait_until(work.idle)
    assert gc.isenabled()


def test_who_has_gone_is_not_told():
    class Window(QObject):
        def told(self, result):
            raise AssertionError(result)

    window = Window()
    work.run(lambda: 1, window.told)
    import shiboken6

    shiboken6.delete(window)
    hands.wait_until(work.idle)


def test_what_is_forgotten_is_not_told():
    work.run(lambda: 1, pytest.fail).forget()
    hands.wait_until(work.idle)


def ended(job: Job) -> list:
    """How a job ended."""
    got = []
    job.done.connect(lambda result: got.append(("done", result)))
    job.failed.connect(lambda error: got.append(("failed", error)))
    job.cancelled.connect(lambda: got.append(("cancelled", None)))
    job.start()
    return got


def preview_of(desk: Desk) -> Job:
    year = journal(desk, JournalKind.INCOMING, TODAY.year)
    return Job(
        desk.ticket(),
        "preview",
        PaperRequest(paper="registration_journal", language="ru", journal_id=year.id),
    )


@pytest.mark.slow
def test_a_job_answers(desk):
    job = preview_of(desk)
    got = ended(job)
    hands.wait_until(lambda: got)
    assert got[0][0] == "done"
    assert got[0][1].startswith(b"%PDF")
    assert job.over


@pytest.mark.slow
def test_a_job_that_fails_says_why_in_a_sentence():
    job = Job(b"", "no such work", None)
    got = ended(job)
    hands.wait_until(lambda: got)
    assert got[0][0] == "failed"
    assert isinstance(got[0][1], Told)


def test_a_cancelled_job_says_nothing_more(desk):
    job = preview_of(desk)
    got = ended(job)
    job.cancel()
    job.cancel()
    hands.pause(50)
    assert got == [("cancelled", None)]
