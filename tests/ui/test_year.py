"""The page on which a year closes itself: carried over, closed and printed from the keyboard."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.carry_over import Ground
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.law.settings import COMMON_JOURNAL
from dspdesk.models import Number
from dspdesk.procedures import numbers, registration
from dspdesk.procedures.numbers import ExplainGap
from dspdesk.procedures.printing import PaperRequest
from dspdesk.procedures.settings import ChangeSettings, change
from dspdesk.queries import journal_closing
from dspdesk.queries.item import item
from dspdesk.queries.journals import journal
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.numbers import NumbersDialog
from dspdesk.ui.today import TodayPlace
from dspdesk.ui.widgets.links import LinkButton
from dspdesk.ui.year import carrying
from dspdesk.ui.year.closing import ClosingDialog
from dspdesk.ui.year.place import YearPlace
from tests import factories, hands
from tests.procedures.closing_years import closed, in_january
from tests.ui.conftest import Asked, settled

DAY = dt.date(2026, 11, 18)
Opened = Callable[[Desk], MainWindow]


@pytest.fixture
def january(empty_desk: Desk) -> Iterator[Desk]:
    """January: of last year's incoming documents two are on control, one lies in no case, one is filed."""
    for control, filed_as in (("К", ""), ("К", ""), ("", ""), ("К", "01-05, л. 1–4")):
        command = factories.registration_of(
            date=DAY, control=control, their_number="б/н", executor="Ким А.В."
        )
        registration.register(empty_desk, replace(command, filed_as=filed_as))
    desk = in_january(empty_desk)
    yield desk
    desk.close()


@pytest.fixture
def window(window_over: Opened, january: Desk) -> MainWindow:
    return window_over(january)


@pytest.fixture
def place(window: MainWindow) -> YearPlace:
    window.go_to("year")
    settled(window)
    found = window.place()
    assert isinstance(found, YearPlace)
    found.take_focus()
    return found


def dialog_of(window: MainWindow) -> ClosingDialog:
    (dialog,) = [found for found in window.findChildren(ClosingDialog) if found.isVisible()]
    hands.wait_until(dialog.isActiveWindow, "the keys")
    return dialog


def test_a_year_is_carried_over_closed_and_printed_by_keys(
    window: MainWindow, place: YearPlace, january: Desk, asked: Asked
) -> None:
    with hands.keyboard_only():
        assert place.primary_text() == "Перерегистрировать в 2027 году: 2"
        hands.press("Ins")
        hands.wait_until(place.loaded, "the documents")
        settled(window)
        assert place.status() == "закрыто журналов: 0 из 1 · перерегистрировано: 2"
        assert place.primary_text() == "Закрыть следующий журнал…"
        hands.press("Ins")
        dialog = dialog_of(window)
        assert [finding.code for finding in dialog.findings.findings()] == ["unfiled_stand"]
        hands.press("Ctrl+S")
        hands.wait_until(lambda: not window.findChildren(ClosingDialog), "the closed journal")
        hands.back_to(window)
        settled(window)
        assert place.status() == "закрыто журналов: 1 из 1 · перерегистрировано: 2"
        assert place.primary_text() == "Печать подборки…"
        hands.press("Ins")
    _, _, request = asked.only("preview")
    assert request == PaperRequest(paper="registration_journal", language="ru", year=2026)
    assert journal(january, JournalKind.INCOMING, 2027) is not None
    assert item(january, 5).links.carried_from.id == 1
    assert january.verify() == []


def test_the_list_is_ticked_by_keys(window: MainWindow, place: YearPlace) -> None:
    hands.press("F6")
    place.list.grid.setFocus()
    assert place.list.ids() == (1, 2)
    hands.press("Space")
    assert place.list.ids() == (2,)
    assert place.primary_text() == "Перерегистрировать в 2027 году: 1"
    hands.press("Down", "Down", "Enter")
    assert place.list.ids() == (2, 3)
    assert place.list.count.text() == "показано 3 из 3 · отмечено: 2"
    place.refresh()
    settled(window)
    assert place.list.ids() == (2, 3)  # what a person has ticked or not stays so


def test_the_filter_narrows_the_list_and_not_the_ticks(window: MainWindow, place: YearPlace) -> None:
    hands.press("Ctrl+F")
    hands.type_text("не в деле")
    assert place.list.count.text() == "показано 1 из 3 · отмечено: 2"
    hands.click(place.list.none_button)
    assert place.list.ids() == (1, 2)
    hands.click(place.list.all_button)
    assert place.list.ids() == (1, 2, 3)
    hands.press("Ctrl+Shift+F")
    assert place.list.count.text() == "показано 3 из 3 · отмечено: 3"


def test_a_line_leads_to_what_stands_open(window: MainWindow, place: YearPlace) -> None:
    (unfiled,) = [b for b in place.findChildren(LinkButton) if "не в деле" in b.text()]
    hands.click(unfiled)
    assert place.list.filter.text() == "Не в деле"
    assert [row.ground for row in place.list.model.rows] == [Ground.UNFILED]


def test_reserved_numbers_are_shown_in_their_journal(window_over: Opened, empty_desk: Desk) -> None:
    draft = factories.registration_of(journal=JournalKind.OUTGOING, date=DAY, signatory="", signed_on=None)
    registration.register(empty_desk, draft)
    desk = in_january(empty_desk)
    window = window_over(desk)
    window.go_to("year")
    settled(window)
    (card,) = window.place().journals.cards
    (reserved,) = [b for b in card.findChildren(LinkButton) if b.text().startswith("Зарезервировано")]
    hands.click(card.close_button)
    dialog = dialog_of(window)
    assert not dialog.save_button.isEnabled()  # a refusal is not passed
    hands.press("Esc")
    hands.back_to(window)
    hands.click(reserved)
    settled(window)
    shown = window.place()
    assert (shown.kind, shown.year) == (JournalKind.OUTGOING, 2026)
    assert shown.grid.head.filters() == (("state", "Зарезервировано"),)
    assert len(shown.grid.entries.ids) == 1
    desk.close()


def test_numbers_passed_over_are_explained_from_the_page(window_over: Opened, empty_desk: Desk) -> None:
    for _ in range(2):
        factories.registered(empty_desk, date=DAY)
    with empty_desk.transaction("test:number:moved") as step:
        step.session.get_one(Number, 2).sequence = 5
    desk = in_january(empty_desk)
    window = window_over(desk)
    place = window.go_to("year")
    settled(window)
    (gaps,) = [b for b in place.findChildren(LinkButton) if b.text() == "Пропущенные номера: 2–4"]
    hands.click(gaps)
    (dialog,) = window.findChildren(NumbersDialog)
    hands.wait_until(dialog.isActiveWindow, "the numbers")
    explain = ExplainGap(journal_id=1, first=2, last=4, reason="бланк испорчен")
    numbers.explain(desk, explain)
    dialog.written.emit()
    hands.press("Esc")
    hands.back_to(window)
    settled(window)
    assert not [b for b in place.findChildren(LinkButton) if b.text().startswith("Пропущенные")]
    assert place.journals.cards[0].rows[0].counted.skipped == 3
    desk.close()


def test_a_warning_asks_for_its_reason(window: MainWindow, place: YearPlace, january: Desk) -> None:
    place.list.chosen.clear()
    hands.press("Ins")
    dialog = dialog_of(window)
    hands.press("Ctrl+S")
    hands.wait_until(lambda: bool(dialog.reason.field.error.text()), "the question")
    assert not journal_closing.year_page(january, 2026).closed
    hands.type_text("исполнение продлено")
    hands.press("Ctrl+S")
    hands.wait_until(lambda: journal_closing.year_page(january, 2026).closed, "the closed journal")
    hands.wait_until(lambda: not window.findChildren(ClosingDialog), "the closed dialog")


def test_the_running_year_waits_for_january(window_over: Opened, desk: Desk) -> None:
    window = window_over(desk)
    window.go_to("year")
    settled(window)
    place = window.place()
    assert isinstance(place, YearPlace)
    assert place.year == 2025  # forgotten last year
    place.show_year(2026)
    settled(window)
    assert place.primary_text() == "Закрыть следующий журнал…"
    assert "1 января 2027 года" in place._when.text()
    place.show_year(2031)
    settled(window)
    assert place.primary_text() == ""
    assert place._empty.isVisibleTo(place)


def test_many_documents_go_through_a_child_process(
    window: MainWindow, place: YearPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[str, object]] = []

    class Child:
        def __init__(self, _ticket: bytes, name: str, command: object, parent: object) -> None:
            started.append((name, command.item_ids))
            self.progress = self.done = self.failed = self.cancelled = Told()

        def start(self) -> None:
            """Nothing is run."""

        def cancel(self) -> None:
            ends[-1]()

    ends: list[Callable[[], None]] = []

    class Told:
        def connect(self, what: Callable[[], None]) -> None:
            ends.append(what)

    monkeypatch.setattr(carrying, "MOST_AT_ONCE", 1)
    monkeypatch.setattr(carrying, "Job", Child)
    hands.press("Ins")
    assert started == [("carry_over", (1, 2))]
    assert not place.loaded()
    assert place.primary_text() == ""
    hands.click(place._cancel)
    settled(window)
    assert place._note.text() == "Ничего не перерегистрировано."
    assert place.list.ids() == (1, 2)


def test_what_is_refused_is_told(window: MainWindow, place: YearPlace, january: Desk) -> None:
    registration.annul(january, registration.Annul(item_id=2, reason="записан дважды"))
    hands.press("Ins")
    hands.wait_until(place.loaded, "the refusal")
    settled(window)
    assert "№ 2 ДСП 2026 года аннулирован" in place._note.text().replace("\N{NO-BREAK SPACE}", " ")
    assert journal(january, JournalKind.INCOMING, 2027) is None


def test_today_speaks_of_the_year(window: MainWindow) -> None:
    today = window.place()
    assert isinstance(today, TodayPlace)
    (line,) = [b for b in today.findChildren(LinkButton) if b.text() == "2026 год можно закрыть"]
    hands.click(line)
    settled(window)
    assert isinstance(window.place(), YearPlace)


def test_today_is_silent_when_it_is_closed(window_over: Opened, january: Desk) -> None:
    closed(january, 1)
    window = window_over(january)
    assert not [b for b in window.place().findChildren(LinkButton) if "можно закрыть" in b.text()]


def links_shown(window: MainWindow) -> list[LinkButton]:
    """The links to other years in the details, once they have come."""

    def seen() -> list[LinkButton]:
        return [button for button in window.place().details.findChildren(LinkButton) if button.isVisible()]

    hands.wait_until(lambda: bool(seen()), "the details")
    return seen()


def test_linked_entries_lead_to_each_other(window: MainWindow, place: YearPlace) -> None:
    hands.press("Ins")
    hands.wait_until(place.loaded, "the documents")
    window.land(1, 2026, JournalKind.INCOMING)
    settled(window)
    (link,) = links_shown(window)
    assert link.text().replace("\N{NO-BREAK SPACE}", " ") == "№ 1 ДСП, 2027 год"
    hands.click(link)
    settled(window)
    hands.pause(150)
    settled(window)
    assert (window.place().year, window.place().grid.current_id()) == (2027, 5)
    (back,) = links_shown(window)
    assert back.text().replace("\N{NO-BREAK SPACE}", " ") == "№ 1 ДСП, 2026 год"


def test_a_journal_follows_the_new_year(window_over: Opened, desk: Desk) -> None:
    window = window_over(desk)
    window.go_to("incoming")
    settled(window)
    place = window.place()
    assert place.year == 2026
    desk.clock = lambda: factories.NOW.replace(year=2027, month=1, day=4)
    place.refresh()
    settled(window)
    assert place.year == 2027
    assert place._years.currentData() == 2027
    place.show_filtered(2026)
    place.refresh()
    settled(window)
    assert place.year == 2026  # chosen by a person, it stays


def test_who_may_not_close_sees_no_such_place(window_over: Opened, january: Desk) -> None:
    january.person = replace(january.person, roles=frozenset({Role.LIBRARIAN}))
    assert "year" not in window_over(january).side.places()


def test_a_common_journal_is_one_card(window_over: Opened, empty_desk: Desk, asked: Asked) -> None:
    change(empty_desk, ChangeSettings(values={COMMON_JOURNAL: ["incoming", "internal"]}))
    own = {"signatory": "Ахметов Б.К.", "signed_on": DAY, "their_number": ""}
    factories.registered(empty_desk, date=DAY)
    factories.registered(empty_desk, journal=JournalKind.INTERNAL, date=DAY, **own)
    desk = in_january(empty_desk)
    closed(desk, 1)
    window = window_over(desk)
    place = window.go_to("year")
    place.show_year(2026)
    settled(window)
    (card,) = place.journals.cards
    assert [row.journal.kind for row in card.rows] == [JournalKind.INCOMING, JournalKind.INTERNAL]
    card.print_asked.emit()
    _, _, request = asked.only("preview")
    assert (request.common_id, request.journal_id) == (1, None)
    desk.close()
