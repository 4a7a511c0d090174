"""Linked documents through their window and the details of an entry."""

import pytest
from PySide6.QtWidgets import QPushButton

from dspdesk.law.kinds import JournalKind
from dspdesk.law.relations import Side
from dspdesk.procedures.relations import Relate, relate
from dspdesk.queries import relations
from dspdesk.queries.item import item
from dspdesk.ui.journals import item_steps
from dspdesk.ui.relations.dialog import LinkedDocuments
from dspdesk.ui.widgets.links import LinkButton
from tests import hands
from tests.factories import registered
from tests.hands import press, type_text
from tests.ui.conftest import settled
from tests.ui.office.conftest import go, opened  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def pair(empty_desk):
    """An incoming document and the reply that names it."""
    asked = registered(empty_desk).id
    return asked, registered(empty_desk, journal=JournalKind.OUTGOING, their_number="№ 1 дсп").id


def take(window, desk, item_id: int) -> None:
    details = item(desk, item_id)
    (wanted,) = [
        one for one in item_steps.steps(desk, details) if one.opens.endswith("relations.dialog:open_dialog")
    ]
    item_steps.opener(wanted)(window, desk, window._services, details, lambda: None)


def button(dialog, words: str) -> QPushButton:
    found = [one for one in dialog.findChildren(QPushButton) if one.accessibleName().startswith(words)]
    (wanted,) = [one for one in found if not one.isHidden() and one.isVisible()]
    return wanted


def sides(desk, item_id: int) -> list[tuple[Side, int]]:
    return [(row.side, row.other.id) for row in relations.related(desk, item_id)]


def test_a_proposed_reply_is_linked_and_taken_back(empty_desk, go, pair, asked):  # noqa: F811
    incoming, reply = pair
    place = go(empty_desk, "outgoing")
    take(place.window(), empty_desk, reply)
    dialog = opened(LinkedDocuments)
    hands.click(button(dialog, "Связать с №"))
    assert sides(empty_desk, reply) == [(Side.REPLY_TO, incoming)]
    with hands.answers() as answers:
        answers.plan("reason", "не тот документ")
        hands.click(button(dialog, "Отменить связь с"))
    assert sides(empty_desk, reply) == []
    assert item(empty_desk, incoming).history[-1].reason == "не тот документ"
    press("Esc")


def test_another_document_is_linked_by_its_number_and_twice_is_refused(empty_desk, go, pair):  # noqa: F811
    incoming, _reply = pair
    registered(empty_desk, summary="о сроках", their_number="77")
    place = go(empty_desk, "incoming")
    take(place.window(), empty_desk, incoming)
    dialog = opened(LinkedDocuments)
    with hands.keyboard_only():
        type_text("2")
        dialog.side.show_value(Side.SAME_SUBJECT)
        press("Ctrl+S")
        assert sides(empty_desk, incoming) == [(Side.SAME_SUBJECT, 3)]
        dialog.other.show_value(3)
        press("Ctrl+S")
        assert dialog._boxes["other_id"].error.text()
        dialog.other.show_value(incoming)
        press("Ctrl+S")
        assert dialog._boxes["other_id"].error.text()
        press("Esc")
    assert sides(empty_desk, incoming) == [(Side.SAME_SUBJECT, 3)]


def test_without_a_document_nothing_is_linked(empty_desk, go, pair):  # noqa: F811
    place = go(empty_desk, "incoming")
    take(place.window(), empty_desk, pair[0])
    dialog = opened(LinkedDocuments)
    press("Ctrl+S")
    assert dialog.isVisible()
    assert dialog._boxes["other_id"].error.text()
    assert sides(empty_desk, pair[0]) == []
    press("Esc")


def test_each_entry_opens_the_other_from_its_details(empty_desk, go, pair):  # noqa: F811
    incoming, reply = pair
    relate(empty_desk, Relate(item_id=reply, other_id=incoming, side=Side.REPLY_TO))
    place = go(empty_desk, "incoming")
    window = place.window()
    place.show_row(incoming)
    hands.wait_until(lambda: links(place), "the link")
    (link,) = links(place)
    assert "Исходящие" in link.text()
    hands.click(link)
    settled(window)
    hands.wait_until(lambda: window.place() is not place and links(window.place()), "the reply")
    (back,) = links(window.place())
    assert back.right() == "инициативный документ"


def links(place) -> list[LinkButton]:
    return [one for one in place.details.findChildren(LinkButton) if one.isVisible()]
