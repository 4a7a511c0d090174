"""The windows of each role: every place that is offered opens, and nothing of the records is to be seen by others."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.kinds import Role
from dspdesk.law.roles import MAY, Action
from dspdesk.procedures import registration
from dspdesk.procedures.registration import Annul, Correct
from dspdesk.queries.item import item
from dspdesk.ui.main_window import MainWindow
from tests import factories, hands
from tests.ui.conftest import settled
from tests.ui.looks import dump

pytestmark = pytest.mark.usefixtures("dressed")
WORD = "хризантема"


@pytest.fixture
def telling(desk: Desk) -> Desk:
    """A desk whose newest records have one word in every field that takes words, their reasons too."""
    done = factories.registered(
        desk, correspondent=WORD, summary=WORD, kind=WORD, executor=WORD, notes=WORD, resolution=WORD, control=WORD,
        their_number=f"{WORD}-1", due_on=factories.TODAY, signatory=WORD,
    )  # fmt: skip
    entry = replace(item(desk, done.id).entry, summary=f"{WORD} и {WORD}")
    registration.correct(desk, Correct(item_id=done.id, entry=entry, reason=WORD))
    registration.annul(desk, Annul(item_id=factories.registered(desk).id, reason=WORD))
    return desk


def seen_by(
    desk: Desk, role: Role, window_over: Callable[[Desk], MainWindow]
) -> tuple[MainWindow, dict[str, str]]:
    """The window of a role, and what each of its places shows."""
    window = window_over(replace(desk, person=replace(desk.person, roles=frozenset({role}))))
    shown = {}
    for key in window.side.places():
        window.go_to(key)
        settled(window)
        hands.pause(150)  # details follow the row after a moment
        settled(window)
        shown[key] = dump(window)
    return window, shown


@pytest.mark.parametrize("role", sorted(set(Role) - MAY[Action.READ_JOURNALS]))
def test_who_may_not_read_the_journals_sees_nothing_of_them(
    telling: Desk, role: Role, window_over: Callable[[Desk], MainWindow]
):
    window, shown = seen_by(telling, role, window_over)
    assert not window.search.isVisible()
    assert [key for key, text in shown.items() if WORD in text] == []
    assert not {"incoming", "outgoing", "internal", "publications", "year"} & set(shown)
    hands.press("Ctrl+K", "Ctrl+P", "Ctrl+F", "F6")  # keys that lead nowhere here
    assert not window.search.isVisible()


@pytest.mark.parametrize("role", sorted(MAY[Action.READ_JOURNALS]))
def test_who_may_read_them_does(telling: Desk, role: Role, window_over: Callable[[Desk], MainWindow]):
    """The negative control: the word is on the screen of those who may see it."""
    window, shown = seen_by(telling, role, window_over)
    assert window.search.isVisible()
    assert WORD in shown["incoming"]


def test_the_inspector_sees_the_ledger_and_nothing_else(
    desk: Desk, window_over: Callable[[Desk], MainWindow]
):
    _window, shown = seen_by(desk, Role.INSPECTOR, window_over)
    assert set(shown) == {"today", "ledger"}
