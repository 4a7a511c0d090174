import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel

from dspdesk.language.catalogue import _
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures import registration
from dspdesk.procedures.registration import Correct
from dspdesk.queries import cases
from dspdesk.queries.item import item
from dspdesk.queries.today import today
from dspdesk.ui.filing.day import DayForm
from dspdesk.ui.journals.place import JournalPlace
from dspdesk.ui.today import FEW
from dspdesk.ui.widgets.links import LinkButton
from dspdesk.ui.widgets.year_chart import YearChart
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import press
from tests.ui.conftest import settled


def lines(window) -> list[LinkButton]:
    return [line for line in window.place().findChildren(LinkButton) if line.isVisible()]


def words(window) -> str:
    return "\n".join(label.text() for label in window.place().findChildren(QLabel) if label.isVisible())


def test_the_day_is_in_the_title(window):
    assert "18" in window.title.text()
    assert "2026" in window.title.text()


def test_it_tells_what_is_overdue_and_due(window, desk):
    found = today(desk)
    assert found.overdue.total
    told = [line.text() for line in lines(window)]
    for group in (found.overdue, found.this_week):
        for line in group.lines:
            assert any(line.row.number.with_mark("ru") in text for text in told)
    assert str(found.overdue.total) in words(window)


def test_a_line_opens_its_entry(window, desk):
    wanted = today(desk).overdue.lines[0].row
    hands.press("F6", "Enter")
    settled(window)
    place = window.place()
    assert isinstance(place, JournalPlace)
    assert place.grid.current_id() == wanted.id
    assert place.grid.hasFocus()


def test_the_arrows_walk_the_lines(window):
    hands.press("F6")
    first = hands.focused()
    hands.press("Down")
    assert hands.focused() is not first
    hands.press("Up")
    assert hands.focused() is first


def test_more_than_a_few_are_shown_when_asked(window, desk):
    for _number in range(FEW + 3):
        factories.registered(desk, their_number="", summary="дополнить")
    window.place().refresh()
    settled(window)
    more = next(line for line in lines(window) if line.text() == _("Show all: {n}").format(n=FEW + 3))
    more.setFocus()
    hands.press("Enter")
    settled(window)
    assert sum("дополнить" in line.text() for line in lines(window)) == FEW + 3
    assert hands.focused().isVisible()


def test_an_incomplete_entry_waits_and_goes_when_completed(window, desk):
    given = factories.registered(desk, their_number="", summary="о пропусках")
    window.place().refresh()
    settled(window)
    assert any("о пропусках" in line.text() for line in lines(window))
    whole = factories.entry(their_number="1-1/1", summary="о пропусках")
    registration.correct(desk, Correct(item_id=given.id, entry=whole, reason="дополнено"))
    assert not item(desk, given.id).missing
    window.place().refresh()
    settled(window)
    assert not any("о пропусках" in line.text() for line in lines(window))


def test_the_year_is_told_in_numbers_too(window, desk):
    chart = window.place().findChild(YearChart)
    found = today(desk)
    assert chart.accessibleDescription().startswith(f"январь {found.months[0]}")
    assert str(sum(found.months)) in words(window)


def test_an_open_journal_is_one_step_away(window):
    line = next(line for line in lines(window) if "2025" in line.text())
    line.setFocus()
    hands.press("Enter")
    settled(window)
    assert (window.place().kind, window.place().year) == (JournalKind.INCOMING, 2025)


def test_a_missing_recovery_sheet_is_said(window, asked):
    assert _("The recovery sheet is missing") in words(window)
    button = next(
        b
        for b in window.place().findChildren(hands.QWidget)
        if getattr(b, "text", str)() == _("Confirm the recovery sheet…")
    )
    button.setFocus()
    hands.press("Space")
    assert [name for name, _given in asked.calls] == ["recovery"]


def test_an_empty_store_offers_the_first_steps(window_over, empty_desk, asked):
    window = window_over(empty_desk)
    assert _("No journal is open yet") in words(window)
    hands.press("Ins")
    assert asked.only("open_card")[2:5] == (JournalKind.INCOMING, 2026, None)


def test_when_nothing_waits_it_says_so(window_over, empty_desk):
    factories.registered(empty_desk)
    window = window_over(empty_desk)
    assert _("Nothing is overdue, due this week or to be completed.") in words(window)


def test_what_was_registered_here_counts_at_once(window, desk, asked):
    before = words(window)
    hands.press("Ins")
    saved = asked.only("open_card")[-1]
    saved(factories.registered(desk).id)
    settled(window)
    assert "46" in words(window)
    assert words(window) != before


@pytest.mark.parametrize("size", [(1000, 640), (2200, 1300)])
def test_it_fits_any_window(window, size):
    window.resize(*size)
    hands.pause()
    assert not window.place()._scroll.horizontalScrollBar().isVisible()


def test_mail_waits_before_any_journal_is_open(window_over, empty_desk):
    """The first cover of a new body, or of a new year, is not hidden behind the beginning."""
    factories.delivery(empty_desk, "Акимат г. Астаны")
    window = window_over(empty_desk)
    assert _("Covers not yet checked") in words(window)
    assert any("Акимат" in line.text() for line in lines(window))


def test_executed_documents_are_filed_from_the_list_in_which_they_wait(window_over, empty_desk):
    volume = factories.case_opened(empty_desk)
    letter = factories.registered(
        empty_desk,
        journal=JournalKind.OUTGOING,
        signatory="Омаров Т.Е.",
        executor="Ким А.В.",
        signed_on=TODAY - dt.timedelta(days=20),
        case_index="01-03",
    )
    window = window_over(empty_desk)
    assert _("Executed more than ten days ago, not filed") in words(window)
    (step,) = (line for line in lines(window) if line.text() == _("File executed documents…"))
    step.setFocus()
    press("Enter")
    (form,) = window.findChildren(DayForm)
    hands.wait_until(form.loaded, "what is to be filed")
    press("Ctrl+S")
    settled(window)
    assert [line.item_id for line in cases.volume(empty_desk, volume).lines] == [letter.id]
    settled(window)
    assert _("Executed more than ten days ago, not filed") not in words(window)
