"""The registration card, from the keyboard alone."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from dspdesk.desk import Desk
from dspdesk.language.sentences import Told
from dspdesk.law.kinds import Carrier, ItemState, JournalKind
from dspdesk.law.registration import Entry
from dspdesk.law.values import SheetCount
from dspdesk.procedures import registration
from dspdesk.queries.item import item
from dspdesk.queries.journal_grid import View, ids
from dspdesk.queries.journals import journal
from dspdesk.ui.cards import draft_keeper, history, registration_fields
from dspdesk.ui.cards.fields import CopiesField, TextField
from dspdesk.ui.cards.registration import RegistrationCard
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import fill, press, type_text

pytestmark = pytest.mark.usefixtures("dressed")
LAW_ASKED = 400  # milliseconds: the card waits until nothing is typed


def card_of(
    desk: Desk, kind: JournalKind = JournalKind.INCOMING, item_id: int | None = None
) -> RegistrationCard:
    return RegistrationCard(desk, kind, TODAY.year, item_id)


@pytest.fixture
def card(desk: Desk) -> Iterator[RegistrationCard]:
    """An empty card of an incoming document, open and in front."""
    with hands.shown(card_of(desk)) as shown, hands.keyboard_only():
        yield shown


def entries(desk: Desk, kind: JournalKind = JournalKind.INCOMING) -> list[Entry]:
    """The entries of the journal of this year, by number."""
    opened = journal(desk, kind, TODAY.year)
    if opened is None:
        return []
    return [item(desk, one).entry for one in ids(desk, View(opened.id, descending=False))]


def text(card: RegistrationCard, key: str) -> str:
    return card.form.fields[key].text()


def complaint(card: RegistrationCard, key: str) -> str:
    return card.form.boxes[key].error.text()


# --- registering ---


def test_an_incoming_document_is_registered_without_the_mouse(card, desk):
    before = len(entries(desk))
    fill("Министерство культуры", "05-12/884дсп", "17.11", "Письмо", "о музеях", "4", "11", "1, 2")
    press("Ctrl+S")
    entered = entries(desk)
    assert len(entered) == before + 1
    assert entered[-1] == Entry(
        date=TODAY,
        correspondent="Министерство культуры",
        their_number="05-12/884дсп",
        their_date=dt.date(2026, 11, 17),
        kind="Письмо",
        summary="о музеях",
        sheets=SheetCount(4, 11),
        copies=(1, 2),
    )


def test_every_field_of_an_entry_is_on_the_card(empty_desk):
    factories.listed(empty_desk)
    with hands.shown(card_of(empty_desk, JournalKind.OUTGOING)):
        fill("Акимат г. Астаны", "07-1/5", "01.11.2026", "Письмо", "об архиве", "2", "1", "1-3")
        press("Down", "Enter")  # the carrier
        fill("Подготовить ответ", "Ахметов Б.К.", "30.11.2026", "К")
        fill("Серікбаев Н.О.", "16.11", "1.2", "18.11", "срочно", "")
        press("Ctrl+S")
    (entered,) = entries(empty_desk, JournalKind.OUTGOING)
    assert entered == Entry(
        date=TODAY,
        correspondent="Акимат г. Астаны",
        their_number="07-1/5",
        their_date=dt.date(2026, 11, 1),
        kind="Письмо",
        summary="об архиве",
        sheets=SheetCount(2, 1),
        copies=(1, 2, 3),
        carrier=Carrier.ELECTRONIC,
        resolution="Подготовить ответ",
        executor="Ахметов Б.К.",
        due_on=dt.date(2026, 11, 30),
        control="К",
        signatory="Серікбаев Н.О.",
        signed_on=dt.date(2026, 11, 16),
        notes="срочно",
    )


def test_own_documents_wait_for_the_signature(empty_desk):
    with hands.shown(card_of(empty_desk, JournalKind.INTERNAL)) as card:
        fill("Юридическое управление", "", "", "Приказ", "о дежурстве", "1")
        press("Ctrl+S")
        opened = journal(empty_desk, JournalKind.INTERNAL, TODAY.year)
        (reserved,) = ids(empty_desk, View(opened.id))
        assert item(empty_desk, reserved).state is ItemState.RESERVED
        assert "1\N{NO-BREAK SPACE}ДСП" in card._frame.chip.text()
        card.form.focus("signatory")
        fill("Серікбаев Н.О.", "18.11.2026")
        card._frame.reason.line.setFocus()
        type_text("подписан")
        press("Ctrl+S")
        assert item(empty_desk, reserved).state is ItemState.REGISTERED


def test_publications_have_copies_and_no_sheets(empty_desk):
    with hands.shown(card_of(empty_desk, JournalKind.PUBLICATIONS)) as card:
        assert "sheets" not in card.form.fields
        fill("Типография", "1-1/9", "02.11", "Сборник", "Нормативные акты", "1-40")
        press("Ctrl+S")
    (entered,) = entries(empty_desk, JournalKind.PUBLICATIONS)
    assert entered.copies == tuple(range(1, 41))
    assert entered.sheets == SheetCount()


def test_save_and_next_goes_on_with_the_keys_in_the_first_field(card, desk):
    before = len(entries(desk))
    for place in range(3):
        fill("Акимат", f"1-{place}", "", "Письмо", "о разном", "1")
        press("Ctrl+Enter")
        assert card.form.focused() == "correspondent"
        assert not card.form.touched()
    assert [entry.their_number for entry in entries(desk)[before:]] == ["1-0", "1-1", "1-2"]


def test_the_number_stands_big_and_enter_goes_on(card, desk):
    last = max(
        item(desk, one).number.sequence
        for one in ids(desk, View(journal(desk, JournalKind.INCOMING, 2026).id))
    )
    fill("Акимат", "9-9", "", "Письмо", "о разном", "1")
    press("Ctrl+S")
    assert card._frame.title.text() == f"№\N{NO-BREAK SPACE}{last + 1}\N{NO-BREAK SPACE}ДСП"
    press("Enter")
    assert card._frame.title.text() != f"№\N{NO-BREAK SPACE}{last + 1}\N{NO-BREAK SPACE}ДСП"
    assert card.form.focused() == "correspondent"


def test_an_empty_card_is_not_registered(card, desk):
    before = len(entries(desk))
    press("Ctrl+Enter", "Ctrl+S")
    assert len(entries(desk)) == before


def committed_without_an_answer(register):
    def registered(*what):
        register(*what)
        raise Told("store_busy")

    return registered


def test_a_form_saved_twice_finds_its_number(card, desk, monkeypatch):
    before = len(entries(desk))
    fill("Акимат", "9-9")
    with monkeypatch.context() as patched, hands.answers() as planned:
        patched.setattr(registration, "register", committed_without_an_answer(registration.register))
        planned.plan("tell")
        card.save()
    done = []
    card.saved.connect(done.append)
    card.save()
    assert done[0].repeated
    assert len(entries(desk)) == before + 1


def test_a_late_entry_takes_a_letter(card, desk):
    card.form.fields["correspondent"].setFocus()
    fill("Акимат", "9-9")
    card.form.focus("late_after")
    type_text("3")
    press("Ctrl+S")
    assert "3а" in card._frame.title.text()


# --- what was typed ---


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("5.3", "05.03.2026"), ("0503", "05.03.2026"), ("17", "17.11.2026"), ("050325", "05.03.2025")],
)
def test_a_date_is_shown_in_full_when_it_is_left(card, typed, shown):
    card.form.focus("their_date")
    type_text(typed)
    press("Tab")
    assert text(card, "their_date") == shown


def test_today_and_the_calendar(card):
    card.form.focus("their_date")
    press("Ctrl+;")
    assert text(card, "their_date") == "18.11.2026"
    press("Alt+Down")
    hands.wait_until(QApplication.activePopupWidget)
    press("Left", "Enter")
    hands.wait_until(lambda: not QApplication.activePopupWidget())
    assert text(card, "their_date") == "17.11.2026"


@pytest.mark.parametrize(("key", "typed"), [("their_date", "31.02"), ("sheets", "много"), ("copies", "два")])
def test_what_cannot_be_read_is_said_beside_the_field_and_stops_saving(card, desk, key, typed):
    before = len(entries(desk))
    fill("Акимат", "9-9")
    card.form.focus(key)
    hands.clear()
    type_text(typed)
    press("Tab")
    assert complaint(card, key)
    press("Ctrl+S")
    assert card.form.focused() == key
    assert len(entries(desk)) == before


def test_tab_takes_the_first_hint_and_goes_on(card):
    type_text("финанс")
    assert card.form.fields["correspondent"].hints.shown() == ["Министерство финансов РК"]
    press("Tab")
    assert text(card, "correspondent") == "Министерство финансов РК"
    assert card.form.focused() == "their_number"


def test_enter_takes_only_a_chosen_hint(card):
    type_text("финанс")
    press("Enter")
    assert text(card, "correspondent") == "финанс"
    press("Shift+Enter")
    hands.clear()
    type_text("финанс")
    press("Down", "Enter")
    assert text(card, "correspondent") == "Министерство финансов РК"
    assert card.form.focused() == "their_number"


def test_escape_keeps_what_was_typed(card):
    type_text("финанс")
    press("Esc")
    assert card.isVisible()
    assert not card.form.fields["correspondent"].hints.shown()
    press("Enter")
    assert text(card, "correspondent") == "финанс"


def test_a_hint_is_taken_with_the_mouse_too(desk):
    with hands.shown(card_of(desk)) as card:
        type_text("финанс")
        popup = QApplication.activePopupWidget()
        hands.click(popup.viewport(), popup.visualRect(popup.model().index(0, 0)).center())
        assert text(card, "correspondent") == "Министерство финансов РК"


def test_hints_are_found_from_a_russian_keyboard(card):
    type_text("эдилет")
    assert card.form.fields["correspondent"].hints.shown() == []
    hands.clear()
    type_text("адилет")
    assert card.form.fields["correspondent"].hints.shown() == ["ҚР Әділет министрлігі"]


def test_the_list_of_a_field_is_shown_unasked(card):
    press("Alt+Down")
    assert len(card.form.fields["correspondent"].hints.shown()) > 3
    press("Esc")


def test_a_new_correspondent_is_marked(card):
    type_text("Совсем новое ведомство")
    press("Enter")
    assert card.form._new.isVisible()
    card.form.focus("correspondent")
    hands.clear()
    type_text("Министерство финансов РК")
    press("Enter")
    assert not card.form._new.isVisible()


# --- copying ---


def test_a_field_of_the_previous_entry_is_copied(card, desk):
    previous = entries(desk)[-1]
    press("Ctrl+D")
    assert text(card, "correspondent") == previous.correspondent
    card.form.focus("summary")
    press("Ctrl+D")
    assert text(card, "summary") == previous.summary


def test_the_previous_entry_is_copied_without_what_is_its_own(card, desk):
    previous = entries(desk)[-1]
    press("Ctrl+Shift+D")
    copied = card.form.entry()
    assert (copied.correspondent, copied.kind, copied.summary) == (
        previous.correspondent,
        previous.kind,
        previous.summary,
    )
    assert (copied.their_number, copied.their_date, copied.copies, copied.date) == ("", None, (1,), TODAY)


def test_copying_leaves_alone_what_is_typed_already(card):
    type_text("Акимат")
    press("Ctrl+Shift+D")
    assert text(card, "correspondent") == "Акимат"


def test_there_is_nothing_to_copy_in_an_empty_journal(empty_desk):
    with hands.shown(card_of(empty_desk)) as card:
        press("Ctrl+D", "Ctrl+Shift+D")
        assert not card.form.touched()
        assert card._frame.status.text()


# --- what the law says ---


def test_a_refusal_stands_beside_its_field_and_is_put_right(card, desk):
    fill("Акимат", "9-9")
    card.form.focus("date")
    hands.clear()
    type_text("20.11.2026")
    press("Ctrl+S")
    assert "20.11.2026" in complaint(card, "date")
    assert card.form.focused() == "date"
    press("Alt+R")
    hands.pause(LAW_ASKED)
    assert text(card, "date") == "18.11.2026"
    assert not complaint(card, "date")
    press("Ctrl+S")
    assert "ДСП" in card._frame.title.text()


def test_the_law_speaks_while_it_is_typed(card):
    card.form.focus("summary")
    type_text("совершенно секретно")
    hands.pause(LAW_ASKED)
    assert [finding.code for finding in card._frame.findings.findings()] == ["grade_of_secrecy"]
    (panel,) = card._frame.findings.panels()
    press("Alt+W")
    assert panel._law.isVisible()
    press("Alt+W")
    assert not panel._law.isVisible()


def test_a_warning_is_passed_with_a_reason_only(card, desk):
    before = len(entries(desk))
    fill("Акимат", "9-9", "", "Письмо", "о книге «Совершенно секретно»", "1")
    press("Ctrl+S")
    assert len(entries(desk)) == before
    assert card._frame.reason.line.hasFocus()
    type_text("это название книги")
    press("Ctrl+S")
    assert len(entries(desk)) == before + 1
    assert any(line.reason == "это название книги" for line in card._item.history)


def test_a_number_met_before_is_a_hint_that_asks_nothing(card, desk):
    met = entries(desk)[-1]
    fill(met.correspondent, met.their_number, "", "Письмо", "второй раз", "1")
    hands.pause(LAW_ASKED)
    assert [finding.code for finding in card._frame.findings.findings()] == ["sender_number_met"]
    press("Ctrl+S")
    assert "ДСП" in card._frame.title.text()


# --- leaving ---


def test_escape_asks_nothing_and_keeps_what_was_typed(card, desk):
    type_text("Акимат")
    press("Esc")  # the list, if there is one
    with hands.answers():
        press("Esc")
    assert not card.isVisible()
    with hands.shown(card_of(desk)) as again:
        assert text(again, "correspondent") == "Акимат"


def test_escape_asks_when_what_was_typed_cannot_be_kept(card, monkeypatch):
    def full(*_what: object) -> None:
        raise Told("disk_full")

    monkeypatch.setattr(draft_keeper, "keep", full)
    type_text("Акимат")
    press("Esc")
    with hands.answers() as planned:
        planned.plan("confirm", False)
        press("Esc")
        assert card.isVisible()
        planned.plan("confirm", True)
        card.reject()
    assert not card.isVisible()


def test_escape_asks_nothing_of_an_empty_card(card):
    with hands.answers():
        press("Esc")
    assert not card.isVisible()


# --- correcting ---


def test_an_entry_is_corrected_with_a_reason_and_both_traces_stay(desk):
    entered = factories.registered(desk, summary="о музеях")
    with hands.shown(card_of(desk, item_id=entered.id)) as card, hands.keyboard_only():
        card.form.focus("summary")
        hands.clear()
        type_text("о библиотеках")
        press("Ctrl+S")
        assert card._frame.reason.line.hasFocus()
        assert item(desk, entered.id).entry.summary == "о музеях"
        type_text("опечатка")
        press("Ctrl+S")
        assert item(desk, entered.id).entry.summary == "о библиотеках"
        changes = [change for line in card._item.history for change in line.changes]
        assert ("summary", "о музеях", "о библиотеках") in changes
        assert card._frame.history.isVisible()


def test_the_history_reads_like_the_card():
    incoming = JournalKind.INCOMING
    assert "17.11.2026" in history.change(incoming, "their_date", "2026-11-17", "")
    assert registration_fields.carriers()[Carrier.PAPER] in history.change(
        incoming, "carrier", "paper", "electronic"
    )


def test_a_card_that_is_only_looked_at_changes_nothing(desk):
    odd = factories.registered(desk, summary="две  строки\nкак в таблице", their_number=" 5 ")
    with hands.shown(card_of(desk, item_id=odd.id)) as card, hands.answers():
        press("Enter", "Enter", "Enter", "Enter", "Enter", "Ctrl+S")
        assert not card.form.touched()
        assert card.form.entry() == item(desk, odd.id).entry
        press("Esc")
        assert not card.isVisible()


def test_an_annulled_entry_is_read_only_and_says_why(desk):
    entered = factories.registered(desk)
    registration.annul(desk, registration.Annul(item_id=entered.id, reason="дважды"))
    with hands.shown(card_of(desk, item_id=entered.id)) as card:
        press("Ctrl+A")
        type_text("иное")
        assert not card.form.touched()
        assert card._frame._annulled.isVisible()
        assert card._frame._annulled_why.text() == "дважды"
        assert not card._frame.save.isVisible()
        press("Ctrl+S")
        assert item(desk, entered.id).state is ItemState.ANNULLED


# --- for everybody ---


@pytest.mark.parametrize("kind", JournalKind)
def test_every_control_has_a_name(empty_desk, kind):
    with hands.shown(card_of(empty_desk, kind)) as card:
        assert all(field.accessibleName() for field in card.form.fields.values())
        assert all(button.text() for button in card.findChildren(QPushButton))


@pytest.mark.parametrize("kind", JournalKind)
def test_every_field_of_the_entry_has_its_place(kind):
    keys = {place.key for group in registration_fields.groups(kind) for row in group.rows for place in row}
    wanted = set(Entry.__dataclass_fields__) | {
        registration_fields.ENCLOSURES,
        registration_fields.LATE_AFTER,
        registration_fields.DESIGNATION,
        registration_fields.GROUND,
    }
    own = {"signatory", "signed_on", registration_fields.DESIGNATION, registration_fields.GROUND}
    left_out = {
        JournalKind.INCOMING: own,
        JournalKind.PUBLICATIONS: own | {"sheets", "enclosure_sheets"},
    }
    assert keys == wanted - left_out.get(kind, set())


def test_fields_of_one_line_are_equally_high(card):
    """A style meant for another window must not reach them."""
    lines = [
        field for field in card.form.fields.values() if isinstance(field, TextField) and field.isVisible()
    ]
    assert any(isinstance(field, CopiesField) for field in lines)
    assert len({field.height() for field in lines}) == 1
