import threading

import pytest
from PySide6.QtCore import QObject

from dspdesk.ui.newest import Newest
from tests import hands


@pytest.fixture
def newest(qapp):
    owner = QObject()
    yield Newest(owner)
    owner.deleteLater()


def test_only_the_newest_answer_is_shown(newest):
    shown, run, gate = [], [], threading.Event()

    def answer(word: str) -> str:
        run.append(word)
        gate.wait(5)
        return word

    for word in ("м", "ми", "мин"):
        newest.ask(lambda word=word: answer(word), shown.append)
    gate.set()
    hands.wait_until(newest.idle)
    assert shown == ["мин"]
    assert run == ["м", "мин"]  # what was overtaken while waiting is not even run


def test_what_is_forgotten_is_not_shown(newest):
    shown = []
    newest.ask(lambda: 1, shown.append)
    newest.forget()
    hands.wait_until(newest.idle)
    assert shown == []


def test_an_error_of_what_is_forgotten_troubles_nobody(newest):
    """The desk was closed while something was being read."""
    newest.ask(lambda: 1 // 0, print)
    newest.forget()
    hands.wait_until(newest.idle)
    hands.pause()


def test_a_quick_answer_is_there_at_once(newest):
    shown = []
    newest.ask(lambda: 1, shown.append, patience=5)
    assert shown == [1]
    hands.pause()
    assert shown == [1]


def test_a_slow_answer_is_not_waited_for(newest):
    shown, gate = [], threading.Event()
    newest.ask(lambda: gate.wait(5), shown.append, patience=0.01)
    assert shown == []
    gate.set()
    hands.wait_until(newest.idle)
    assert shown == [True]


def test_an_error_is_not_swallowed_and_does_not_block_what_follows(newest, qtbot):
    shown = []
    with qtbot.captureExceptions() as caught:
        newest.ask(lambda: 1 // 0, shown.append)
        hands.wait_until(newest.idle)
        hands.pause()
    assert [kind for kind, _value, _trace in caught] == [ZeroDivisionError]
    newest.ask(lambda: 2, shown.append)
    hands.wait_until(newest.idle)
    assert shown == [2]
