"""Numbers that go their own way, from the keyboard: reserved, printed, confirmed; skipped; explained."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.kinds import ItemState, JournalKind
from dspdesk.procedures import numbers, printing, settings
from dspdesk.procedures.registration import Number
from dspdesk.queries import item as items
from dspdesk.queries import journals
from dspdesk.queries.numbers import NumberKind
from dspdesk.queries.numbers import numbers as special
from dspdesk.ui import annul, preview
from dspdesk.ui.cards import registration as cards
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.number_forms import BlankSheets
from dspdesk.ui.numbers import NumbersDialog
from dspdesk.ui.services import Services
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import fill, press, type_text
from tests.reports.reading import pages
from tests.ui.conftest import Asked, settled

pytestmark = pytest.mark.usefixtures("dressed")
OUTGOING = JournalKind.OUTGOING
LAW_ASKED = 400  # milliseconds: the card waits until nothing is typed


def services() -> Services:
    """Real cards and questions, nothing else."""
    return replace(Asked().services(), open_card=cards.show, annul=annul.show)


def dialog_of(desk: Desk, kind: JournalKind = OUTGOING) -> NumbersDialog:
    journal = journals.journal(desk, kind, TODAY.year)
    assert journal is not None
    return NumbersDialog(desk, services(), journal)


def rows(dialog: NumbersDialog) -> list[str]:
    model = dialog.list.model()
    return [
        " | ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


@pytest.fixture
def outgoing(empty_desk: Desk) -> Desk:
    """A desk with a list of restricted information and one outgoing document that is signed."""
    factories.listed(empty_desk)
    signed = {"signatory": "Серікбаев Н.О.", "signed_on": TODAY, "their_number": "", "their_date": None}
    factories.registered(empty_desk, journal=OUTGOING, **signed)
    return empty_desk


@pytest.fixture
def dialog(outgoing: Desk) -> Iterator[NumbersDialog]:
    """The numbers of the outgoing journal, open and in front."""
    with hands.shown(dialog_of(outgoing)) as shown, hands.keyboard_only():
        yield shown


# --- the journey of a number: before the fair copy, on it, confirmed ---


def test_a_number_is_reserved_printed_and_confirmed_without_the_mouse(outgoing, monkeypatch):
    papers = []
    monkeypatch.setattr(
        preview, "show", lambda _window, desk, asked: papers.append(printing.print_paper(desk, asked))
    )
    with hands.shown(RegistrationCard(outgoing, OUTGOING, TODAY.year)) as card, hands.keyboard_only():
        fill("Акимат г. Астаны", "", "", "Письмо", "об архиве", "2")
        card.form.focus("executor")
        fill("Ким А.В.")
        hands.pause(LAW_ASKED)
        assert card._frame.save.text() == "Зарезервировать"
        press("Ctrl+S")
        reserved = card._item
        assert reserved.state is ItemState.RESERVED
        press("Ctrl+P")
    assert "№ 2 ДСП" in pages(papers[0].pdf)[0]
    with (
        hands.shown(RegistrationCard(outgoing, OUTGOING, TODAY.year, reserved.id)) as card,
        hands.keyboard_only(),
    ):
        hands.wait_until(
            lambda: card.form.focused() == "signatory", "the keys where the signature is entered"
        )
        fill("Серікбаев Н.О.", "18.11", "1.2")
        hands.pause(LAW_ASKED)
        assert card._frame.save.text() == "Подтвердить"
        assert not card._frame.reason.isVisible()
        press("Ctrl+S")
        assert "подтверждён" in card._frame.chip.text()
    confirmed = items.item(outgoing, reserved.id)
    assert (str(confirmed.number), confirmed.state) == ("2", ItemState.REGISTERED)


def test_the_buttons_follow_the_signature(outgoing):
    with hands.shown(RegistrationCard(outgoing, OUTGOING, TODAY.year)) as card:
        fill("Акимат г. Астаны", "", "", "Письмо", "об архиве", "2")
        card.form.focus("signatory")
        fill("Серікбаев Н.О.", "18.11")
        hands.pause(LAW_ASKED)
        assert card._frame.save.text() == "Зарегистрировать"


def test_an_odd_day_of_signing_asks_for_its_reason(outgoing):
    (one,) = numbers.reserve(
        outgoing,
        numbers.ReserveNumbers(journal=OUTGOING, year=TODAY.year, form_id="f", purpose="ответ"),
    )
    with hands.shown(RegistrationCard(outgoing, OUTGOING, TODAY.year, one.id)) as card:
        hands.wait_until(lambda: card.form.focused() == "signatory")
        fill("Серікбаев Н.О.", "17.11")
        press("Ctrl+S")
        assert card._frame.reason.isVisible()
        assert items.item(outgoing, one.id).state is ItemState.RESERVED
        type_text("номер проставлен после подписи")
        press("Ctrl+S")
    assert items.item(outgoing, one.id).state is ItemState.REGISTERED


def test_the_index_of_the_case_is_asked_where_numbers_are_made_with_it(outgoing):
    with hands.shown(RegistrationCard(outgoing, OUTGOING, TODAY.year)) as card:
        assert not card.form.fields["case_index"].isVisible()
    settings.change(
        outgoing, settings.ChangeSettings(values={"pattern:outgoing": "{case}/{number}"}, reason="порядок")
    )
    with hands.shown(RegistrationCard(outgoing, OUTGOING, TODAY.year)) as card:
        fill("Акимат г. Астаны", "", "", "Письмо", "об архиве", "2")
        card.form.focus("executor")
        fill("Ким А.В.")
        card.form.focus("signatory")
        fill("Серікбаев Н.О.", "18.11", "1.2", "12-05")
        press("Ctrl+S")
        assert "12-05/2" in card._frame.title.text()


# --- the list of the numbers ---


def test_numbers_are_reserved_from_the_list(dialog, outgoing):
    press("Ins")
    hands.back_to(hands.focused().window())
    type_text("ответ Министерству финансов")
    press("Ctrl+S")
    hands.back_to(dialog)
    assert "2" in dialog.status.text()
    assert rows(dialog) == ["Зарезервировано | 2\N{NO-BREAK SPACE}ДСП | ответ Министерству финансов | "]
    assert special(outgoing, 1).next == 3


def test_a_reservation_without_its_purpose_stays_open(dialog, outgoing):
    press("Ins")
    form = hands.focused().window()
    press("Ctrl+S")
    assert "для чего" in form._boxes["purpose"].error.text()
    press("Esc")
    hands.back_to(dialog)
    assert special(outgoing, 1).special == ()


def test_numbers_are_skipped_with_their_reason(dialog, outgoing):
    dialog.skip.setFocus()
    press("Space")
    hands.back_to(hands.focused().window())
    hands.clear()
    fill("4", "бланки испорчены")
    press("Ctrl+S")
    hands.back_to(dialog)
    assert rows(dialog) == ["Пропущен | 2–4 |  | бланки испорчены"]
    assert "5" in dialog._next.text()
    assert factories.registered(outgoing, journal=OUTGOING).number.sequence == 5


def test_enter_on_a_reserved_number_opens_what_confirms_it(dialog, outgoing):
    (one,) = numbers.reserve(
        outgoing,
        numbers.ReserveNumbers(journal=OUTGOING, year=TODAY.year, form_id="f", purpose="ответ"),
    )
    dialog.refresh()
    assert dialog.open_button.text() == "Подтвердить…"
    press("Enter")
    card = hands.focused().window()
    assert isinstance(card, RegistrationCard)
    hands.wait_until(lambda: card.form.focused() == "signatory")
    fill("Серікбаев Н.О.", "18.11")
    press("Ctrl+S")
    assert items.item(outgoing, one.id).state is ItemState.RESERVED
    type_text("по указанию руководителя")  # on what ground, as no entry of the list is named
    press("Ctrl+S")
    press("Esc")
    hands.back_to(dialog)
    assert items.item(outgoing, one.id).state is ItemState.REGISTERED
    assert rows(dialog) == []


def test_a_gap_is_given_its_reason(outgoing):
    with outgoing.transaction("test:number:gap") as step:
        step.session.add(Number(journal_id=1, sequence=5, state="annulled", annulled_reason="лист утрачен"))
    with hands.shown(dialog_of(outgoing)) as dialog, hands.keyboard_only():
        assert rows(dialog)[0] == "Пропуск без причины | 2–4 |  | "
        press("Enter")
        hands.back_to(hands.focused().window())
        type_text("пропущены в бумажном журнале")
        press("Ctrl+S")
        hands.back_to(dialog)
        assert rows(dialog)[0] == "Пропущен | 2–4 |  | пропущены в бумажном журнале"


def test_a_kind_narrows_the_list(outgoing):
    for late in (1, 1):
        factories.registered(
            outgoing, journal=OUTGOING, late_after=late, signatory="Ким А.В.", signed_on=TODAY
        )
    numbers.skip(outgoing, numbers.SkipNumbers(journal_id=1, first=2, last=2, reason="бланк"))
    with hands.shown(dialog_of(outgoing)) as dialog:
        assert len(rows(dialog)) == 3
        dialog.kinds.setFocus()
        press("Down")
        assert dialog.kinds.currentData() == NumberKind.LETTERED.value
        assert [row.split(" | ")[1] for row in rows(dialog)] == [
            "1а\N{NO-BREAK SPACE}ДСП",
            "1б\N{NO-BREAK SPACE}ДСП",
        ]


def test_numbers_of_incoming_documents_are_not_reserved(desk):
    with hands.shown(dialog_of(desk, JournalKind.INCOMING)) as dialog:
        assert not dialog.reserve.isVisible()
        assert dialog.skip.isVisible()
        press("Ins")
        assert hands.focused().window() is dialog


# --- in the journal ---


def test_the_journal_shows_what_it_is_a_section_of_and_prints_either(window_over, empty_desk, asked):
    settings.change(empty_desk, settings.ChangeSettings(values={"common_journal": ["incoming", "outgoing"]}))
    factories.registered(empty_desk)
    window = window_over(empty_desk)
    window.go_to("incoming")
    settled(window)
    place = window.place()
    assert place._section.text() == "Раздел общего журнала 2026"
    whole = place.papers().menu().actions()[1]
    whole.trigger()
    assert asked.only("preview")[-1].common_id == 1
    window.go_to("internal")
    assert not window.place()._section.isVisible()


def test_blank_sheets_are_asked_for_by_their_count(window, incoming, asked):
    next(
        action for action in incoming.papers().menu().actions() if action.text() == "Чистые листы…"
    ).trigger()
    form = window.findChild(BlankSheets)
    hands.back_to(form)
    hands.clear()
    type_text("900")
    press("Ctrl+S")
    assert form._boxes["count"].error.text()
    hands.clear()
    type_text("12")
    press("Ctrl+S")
    request = asked.only("preview")[-1]
    assert (request.blank_sheets, request.journal_id) == (12, incoming._journal.id)


def test_the_grid_and_today_show_the_number_in_full(window_over, outgoing):
    settings.change(
        outgoing, settings.ChangeSettings(values={"pattern:outgoing": "{case}/{number}"}, reason="порядок")
    )
    registered = factories.registered(
        outgoing, journal=OUTGOING, case_index="12-05", signatory="Ким А.В.", signed_on=TODAY
    )
    window = window_over(outgoing)
    window.go_to("outgoing")
    settled(window)
    place = window.place()
    assert place.grid.entries.index(0, 0).data() == "12-05/2"
    place._numbers.setFocus()
    press("Space")
    assert isinstance(hands.focused().window(), NumbersDialog)
    press("Esc")
    assert str(registered.number) == "12-05/2"
