"""The ledger in the window: by kind, person and day, page by page; papers checked, everything verified."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.procedures import printing
from dspdesk.procedures.printing import PaperRequest
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.security import ledger_place
from dspdesk.ui.security.ledger_place import LedgerPlace
from dspdesk.ui.working import Working
from tests import factories, hands
from tests.hands import press, type_text
from tests.ui.conftest import settled

pytestmark = pytest.mark.usefixtures("dressed")


def place_of(window: MainWindow) -> LedgerPlace:
    place = window.go_to("ledger")
    settled(window)
    assert isinstance(place, LedgerPlace)
    return place


def worked() -> None:
    hands.wait_until(
        lambda: (
            not any(isinstance(one, Working) and one.isVisible() for one in QApplication.topLevelWidgets())
        ),
        "the child process",
    )


def details(place: LedgerPlace) -> str:
    return "\n".join(label.text() for label in place.details.findChildren(QLabel))


def test_the_newest_stand_first_and_older_ones_are_asked_for(
    desk: Desk, window_over: Callable[[Desk], MainWindow], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(ledger_place, "PAGE", 20)
    window = window_over(desk)
    place = place_of(window)
    assert len(place.model.rows) == 20
    assert place.status() == "Показано 20 из 61"
    place.older.setFocus()
    press("Space")
    settled(window)
    assert len(place.model.rows) == 40
    assert place.model.rows[0].id == 61
    for _ in range(2):
        place.show_older()
        settled(window)
    assert place.older.isHidden()
    assert len(place.model.rows) == 61


def test_it_is_narrowed_by_kind_and_day(desk: Desk, window_over: Callable[[Desk], MainWindow]):
    window = window_over(desk)
    place = place_of(window)
    place.kind.setCurrentIndex(place.kind.findData("store"))
    place.kind.activated.emit(place.kind.currentIndex())
    settled(window)
    assert [line.tag for line in place.model.rows] == ["store:founded"]
    place.kind.setCurrentIndex(0)
    place.kind.activated.emit(0)
    place.day.setFocus()
    type_text("17.11.2026")
    press("Enter")
    settled(window)
    assert place.model.rows == []


def test_details_follow_the_role(desk: Desk, window_over: Callable[[Desk], MainWindow]):
    factories.registered(desk, summary="хризантема")
    assert "хризантема" in details(place_of(window_over(desk)))
    inspector = replace(desk, person=replace(desk.person, roles=frozenset({Role.INSPECTOR})))
    seen = details(place_of(window_over(inspector)))
    assert "хризантема" not in seen
    assert "не показывается" in seen


def test_an_entry_is_shown_in_its_journal(desk: Desk, window_over: Callable[[Desk], MainWindow]):
    window = window_over(desk)
    place = place_of(window)
    ((words, show),) = place.steps(place.model.rows[0])
    assert words == "Показать запись"
    show()
    settled(window)
    assert window.place().title().startswith("Входящие")


def test_a_paper_is_checked_by_its_code(desk: Desk, window_over: Callable[[Desk], MainWindow]):
    from dspdesk.queries.journals import journal

    opened = journal(desk, JournalKind.INCOMING, 2026)
    printed = printing.print_paper(
        desk, PaperRequest(paper="registration_journal", language="ru", journal_id=opened.id)
    )
    window = window_over(desk)
    place_of(window)
    with hands.answers() as planned:
        planned.plan("name", printed.code)
        planned.plan("tell")
        press("Ins")
        worked()
        assert "Журнал учёта (Входящие 2026)" in planned.asked[-1][1]
        planned.plan("name", "1-00000000")
        planned.plan("tell")
        hands.back_to(window)
        press("Ins")
        worked()
        assert "1-00000000" in planned.asked[-1][1]


def test_everything_is_verified_with_progress(desk: Desk, window_over: Callable[[Desk], MainWindow]):
    place = place_of(window_over(desk))
    with hands.answers() as planned:
        planned.plan("tell")
        place.verify()
        worked()
        assert "нарушений нет" in planned.asked[-1][1]
