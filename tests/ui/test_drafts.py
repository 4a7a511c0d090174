"""What is typed comes back: after Esc, after the lock, after a language change; and is gone once it is saved."""

import datetime as dt
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from dspdesk import ui
from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.language.sentences import Told
from dspdesk.law.kinds import Carrier, Headship, JournalKind, PlaceKind
from dspdesk.procedures import registration
from dspdesk.procedures.registration import Annul
from dspdesk.queries.drafts import KeptDraft, drafts, find
from dspdesk.queries.item import item
from dspdesk.queries.people import person_card
from dspdesk.ui import work
from dspdesk.ui.cards import draft_keeper
from dspdesk.ui.cards.draft_keeper import DraftKeeper, flush_all
from dspdesk.ui.cards.fields import TextField
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.control.resolution_dialog import ResolutionDialog
from dspdesk.ui.draft_list import place_of
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.office.appointment_dialog import AppointmentDialog
from dspdesk.ui.office.correspondent_card import CorrespondentCard
from dspdesk.ui.office.rooms import PlaceForm
from dspdesk.ui.widgets.links import LinkButton
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import fill, press, type_text
from tests.ui.conftest import Asked, settled

pytestmark = pytest.mark.usefixtures("dressed")


def card_of(
    desk: Desk, item_id: int | None = None, kind: JournalKind = JournalKind.INCOMING
) -> RegistrationCard:
    return RegistrationCard(desk, kind, TODAY.year, item_id)


def texts(card: RegistrationCard) -> dict[str, str]:
    return {key: field.text() for key, field in card.form.fields.items()}


def leave(card: RegistrationCard) -> None:
    """Esc, once the list of hints is put away."""
    card.form.put_lists_away()
    press("Esc")
    assert not card.isVisible()


@pytest.fixture
def quick(monkeypatch):
    """Two seconds of silence are long in a test."""
    monkeypatch.setattr(draft_keeper, "SILENCE", 30)


# --- the card ---


def test_everything_typed_comes_back_as_it_was(desk: Desk):
    with hands.shown(card_of(desk, kind=JournalKind.OUTGOING)) as card:
        fill("Акимат г. Астаны", "07-1/5", "31.2", "Письмо", "об архиве", "много", "1", "1-3")
        press("Down", "Enter")  # the carrier
        fill("Подготовить ответ")
        before = texts(card)
        leave(card)
    with hands.shown(card_of(desk, kind=JournalKind.OUTGOING)) as card:
        assert texts(card) == before
        assert card.form.value("carrier") is Carrier.ELECTRONIC
        assert card.form.touched()
        assert card._frame.draft.isVisible()


def test_a_draft_comes_back_in_the_other_language(desk: Desk):
    with hands.shown(card_of(desk)) as card:
        fill("Акимат", "", "", "", "", "", "", "1")
        press("Down", "Enter")
        leave(card)
    use_language(Language.KK)
    with hands.shown(card_of(desk)) as card:
        assert card.form.value("carrier") is Carrier.ELECTRONIC


def test_the_card_says_of_when_the_draft_is_and_throws_it_away(desk: Desk):
    with hands.shown(card_of(desk)) as card:
        type_text("Акимат")
        leave(card)
    with hands.shown(card_of(desk)) as card:
        at = find(desk, "registration:incoming:2026").saved_at
        local = at.replace(tzinfo=desk.clock().tzinfo) + desk.clock().utcoffset()
        assert f"{local:%H:%M}" in card._frame.draft.heading.text()
        first = card._draft.form_id
        press("Alt+D")
        assert not card._frame.draft.isVisible()
        assert texts(card)["correspondent"] == ""
        assert card._draft.form_id != first
        assert drafts(desk) == []
        press("Alt+D")  # nothing is left to throw away
        press("Esc")
    assert drafts(desk) == []


def test_two_seconds_of_silence_keep_it_without_any_key(desk: Desk, quick):
    with hands.shown(card_of(desk)):
        type_text("Акимат")
        hands.wait_until(lambda: drafts(desk) and work.idle(), "the draft")
        assert drafts(desk)[0].body["fields"]["correspondent"] == "Акимат"


def test_the_silence_is_of_two_seconds():
    assert draft_keeper.SILENCE == 2000


def test_a_draft_keeps_the_id_of_its_form_so_that_a_repeated_save_finds_its_number(desk: Desk):
    with hands.shown(card_of(desk)) as card:
        type_text("Акимат")
        leave(card)
        first = card._draft.form_id
    with hands.shown(card_of(desk)) as card:
        assert card._draft.form_id == first


def test_saved_it_is_gone_in_the_same_moment(desk: Desk):
    with hands.shown(card_of(desk)) as card:
        fill("Акимат", "9-9")
        flush_all()
        assert len(drafts(desk)) == 1
        press("Ctrl+S")
        assert drafts(desk) == []
        flush_all()
        card.reject()
    assert drafts(desk) == []
    with hands.shown(card_of(desk)) as card:
        assert texts(card)["correspondent"] == ""


def test_saved_and_next_begins_an_empty_card_that_keeps_its_own(desk: Desk):
    with hands.shown(card_of(desk)) as card:
        fill("Акимат", "9-9")
        press("Ctrl+Enter")
        assert drafts(desk) == []
        type_text("Сенат")
        flush_all()
        assert [kept.body["fields"]["correspondent"] for kept in drafts(desk)] == ["Сенат"]
        card.reject()


def test_an_emptied_card_leaves_no_draft(desk: Desk):
    with hands.shown(card_of(desk)) as card:
        type_text("Акимат")
        flush_all()
        hands.clear()
        leave(card)
    assert drafts(desk) == []


def test_each_journal_and_each_entry_has_its_own(desk: Desk):
    with hands.shown(card_of(desk)) as card:
        type_text("Акимат")
        leave(card)
    with hands.shown(card_of(desk, kind=JournalKind.PUBLICATIONS)) as card:
        assert texts(card)["correspondent"] == ""
    with hands.shown(card_of(desk, 60)) as card:
        assert not card._frame.draft.isVisible()


def test_a_correction_comes_back_with_its_reason_and_nothing_else(desk: Desk):
    with hands.shown(card_of(desk, 60)) as card:
        card.form.focus("summary")
        hands.clear()
        type_text("о библиотеках")
        card._frame.reason.line.setFocus()
        type_text("опечатка")
        press("Esc")
    assert drafts(desk)[0].body == {"fields": {"summary": "о библиотеках"}, "reason": "опечатка"}
    with hands.shown(card_of(desk, 60)) as card:
        assert texts(card)["summary"] == "о библиотеках"
        assert card._frame.reason.text() == "опечатка"
        assert card._frame.reason.isVisible()
        press("Ctrl+S")
        assert item(desk, 60).entry.summary == "о библиотеках"
        assert drafts(desk) == []


def test_of_an_entry_annulled_meanwhile_the_draft_goes(desk: Desk):
    with hands.shown(card_of(desk, 60)) as card:
        card.form.put("summary", "о библиотеках")
        press("Esc")
    registration.annul(desk, Annul(item_id=60, reason="ошибка"))
    with hands.shown(card_of(desk, 60)) as card:
        assert not card._frame.draft.isVisible()
    assert drafts(desk) == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"fields": None},
        {"fields": []},
        {"fields": {"nobody": "x", "correspondent": 5, "carrier": "parchment"}},
        {"fields": {"sheets": "\x00"}, "reason": {"a": 1}},
    ],
)
def test_a_foreign_draft_opens_a_card_all_the_same(desk: Desk, body):
    from dspdesk.procedures.drafts import DraftToKeep, keep

    keep(desk, DraftToKeep("registration:incoming:2026", "x", "", "", body))
    with hands.shown(card_of(desk)) as card:
        assert texts(card)["correspondent"] == ""
        press("Alt+D")


# --- the keeper ---


class Form(FormDialog):
    """A small form."""

    draft_form = "trial"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, None, "Проба")
        self.field = TextField()
        self.add("name", "Имя", self.field)

    def save(self, reason: str) -> object:
        return self.field.value()


def test_a_small_form_keeps_and_brings_back_and_ends_its_draft(desk: Desk):
    with hands.shown(Form(desk)) as form:
        form.field.setFocus()
        type_text("Ахметов")
        press("Esc")
    with hands.shown(Form(desk)) as form:
        assert form.field.text() == "Ахметов"
        assert form.draft.isVisible()
        press("Ctrl+S")
        flush_all()
    assert drafts(desk) == []
    with hands.shown(Form(desk)) as form:
        assert form.field.text() == ""
        flush_all()
    assert drafts(desk) == []


class Typing:
    """A form of one word."""

    def __init__(self, desk: Desk) -> None:
        self.window = QWidget()
        self.word: str | None = None
        self.keeper = DraftKeeper(self.window, desk, "trial", "", lambda: self.word or "", self.body)

    def body(self) -> dict[str, str] | None:
        return {"word": self.word} if self.word else None

    def type(self, word: str | None) -> None:
        self.word = word
        self.keeper.touched()


@pytest.fixture
def typing(desk: Desk):
    form = Typing(desk)
    yield form
    form.keeper.forget()
    hands.wait_until(work.idle, "threads")


def words(desk: Desk) -> list[str]:
    return [kept.body["word"] for kept in drafts(desk)]


def test_an_untouched_form_is_not_kept(desk: Desk, typing: Typing):
    typing.word = "filled by the program"
    flush_all()
    assert words(desk) == []


def test_the_newest_wins_over_one_that_waits_in_a_thread(desk: Desk, typing: Typing, monkeypatch):
    begun, go_on, kept = threading.Event(), threading.Event(), draft_keeper.keep

    def slow(*what):
        if threading.current_thread() is not threading.main_thread():
            begun.set()
            go_on.wait(10)
        kept(*what)

    monkeypatch.setattr(draft_keeper, "keep", slow)
    for word in ("one", "two", "three"):
        typing.type(word)
        typing.keeper._keep_aside()
    begun.wait(10)
    typing.type("four")
    threading.Timer(0.05, go_on.set).start()
    assert typing.keeper.flush() == ""  # waits for the thread that writes
    assert words(desk) == ["four"]
    hands.wait_until(work.idle, "threads")
    assert words(desk) == ["four"]


def test_what_waits_in_a_thread_is_not_kept_after_it_was_thrown_away(desk: Desk, typing: Typing):
    typing.type("one")
    turn, draft = typing.keeper._next()
    typing.keeper.drop()
    typing.keeper._write(turn, draft)
    assert words(desk) == []
    typing.type("two")
    flush_all()
    assert words(desk) == ["two"]


def test_the_same_is_not_written_twice(desk: Desk, typing: Typing, monkeypatch):
    typing.type("one")
    flush_all()
    monkeypatch.setattr(draft_keeper, "keep", None)
    typing.type("one")
    flush_all()
    assert words(desk) == ["one"]


def test_the_lock_goes_on_when_a_draft_cannot_be_kept(desk: Desk, typing: Typing, monkeypatch):
    def full(*_what: object) -> None:
        raise Told("disk_full")

    typing.type("one")
    monkeypatch.setattr(draft_keeper, "keep", full)
    flush_all()
    said = []
    typing.keeper.failed.connect(said.append)
    typing.type("two")
    typing.keeper._keep_aside()
    hands.wait_until(lambda: bool(said), "the complaint")
    assert said == [str(Told("disk_full"))]


def test_a_window_gone_is_not_asked(desk: Desk):
    import shiboken6

    form = Typing(desk)
    form.type("one")
    shiboken6.delete(form.window)
    flush_all()
    assert words(desk) == []


# --- Today and the window ---


def lines(window: MainWindow) -> list[str]:
    return [button.text() for button in window.place().findChildren(LinkButton)]


def kept(desk: Desk, item_id: int | None = None) -> None:
    card = card_of(desk, item_id)
    card.form.put("summary", "о музеях")
    card.reject()
    card.deleteLater()


def test_today_lists_my_drafts_and_each_opens_its_card(
    desk: Desk, window_over: Callable[[Desk], MainWindow], asked: Asked
):
    kept(desk)
    kept(desk, 60)
    window = window_over(desk)
    settled(window)
    mine = [line for line in lines(window) if "о музеях" in line]
    assert len(mine) == 2
    press("F6", "Enter")
    given = asked.only("open_card")
    assert given[2:5] == (JournalKind.INCOMING, 2026, 60)


def test_today_follows_when_a_card_is_left(desk: Desk, window_over: Callable[[Desk], MainWindow]):
    window = window_over(desk)
    assert not [line for line in lines(window) if "о музеях" in line]
    with hands.shown(card_of(desk)) as card:
        card.form.put("summary", "о музеях")
        press("Esc")
    hands.back_to(window)
    hands.wait_until(lambda: [line for line in lines(window) if "о музеях" in line], "the draft")


def test_the_closed_window_has_kept_what_was_typed(desk: Desk, window_over: Callable[[Desk], MainWindow]):
    window = window_over(desk)
    card = RegistrationCard(desk, JournalKind.INCOMING, TODAY.year, None, window)
    card.open()
    hands.back_to(card)
    type_text("Акимат")
    window.close()
    assert [kept.title for kept in drafts(desk)] == ["Акимат"]


def test_a_draft_of_an_unknown_form_is_not_listed(desk: Desk, window_over: Callable[[Desk], MainWindow]):
    from dspdesk.procedures.drafts import DraftToKeep, keep

    for place, form in enumerate(
        (
            "registration",
            "registration:x:2026",
            "registration:incoming:y",
            "?",
            "registration:incoming:2026:1",
        )
    ):
        keep(desk, DraftToKeep(form, str(place), "", "чужой", {}))
    keep(desk, DraftToKeep("registration:incoming:2026", "z", "item:x", "чужой", {}))
    assert not [line for line in lines(window_over(desk)) if "чужой" in line]


def test_an_appointment_comes_back_with_its_choices_and_what_was_typed_over_them(desk: Desk):
    head = factories.employee(desk, "Ахметов Б.К.")
    factories.appointed(desk, head, heads=Headship.SERVICE)
    person = person_card(desk, factories.employee(desk, "Ким А.В."))
    with hands.shown(AppointmentDialog(desk, None, person)) as dialog:
        dialog.acting.setFocus()
        press("Space")
        dialog.acting_for.show_value(head)
        dialog.touched("acting_for_id")
        dialog.positions[Language.RU].setFocus()
        hands.clear()
        type_text("начальник службы")
        flush_all()
    with hands.shown(AppointmentDialog(desk, None, person)) as again:
        assert again.acting.isChecked()
        assert again.acting_for.value() == head
        assert again.heads.value() is Headship.SERVICE
        assert again.positions[Language.RU].value() == "начальник службы"
        assert "И.о. начальника службы" in again.signatures[Language.RU].text()
    with hands.shown(AppointmentDialog(desk, None, person_card(desk, head))) as other:
        assert not other.acting.isChecked()


def test_the_choice_of_a_small_form_comes_back(desk: Desk):
    with hands.shown(CorrespondentCard(desk, None)) as card:
        card._boxes["name_ru"].widget.setFocus()
        type_text("Посольство")
        card._boxes["foreign"].widget.show_value(True)
        card.touched("foreign")
        flush_all()
    with hands.shown(CorrespondentCard(desk, None)) as again:
        assert again._boxes["name_ru"].widget.value() == "Посольство"
        assert again._boxes["foreign"].widget.value() is True


def test_every_form_with_drafts_is_opened_from_today():
    source = "\n".join(path.read_text("utf-8") for path in Path(ui.__file__).parent.rglob("*.py"))
    forms = set(re.findall(r"draft_form = f?\"([a-z_]+)", source))
    assert {"permit", "resolution", "list_order", "place", "appointment"} <= forms
    now = dt.datetime.now(dt.UTC)
    # these have no place of their own
    about = dict.fromkeys(("resolution", "abstract_extraction", "to_case"), "item:7")
    kept = [KeptDraft(form, "1", about.get(form, ""), "", {}, now) for form in sorted(forms)]
    assert [draft.form for draft in kept if not place_of(draft)] == []


def test_the_draft_of_a_step_leads_to_its_entry(window: MainWindow, desk: Desk):
    entry = factories.registered(desk).id
    with hands.shown(ResolutionDialog(desk, window, item(desk, entry))) as form:
        form.text.setFocus()
        type_text("Подготовить ответ")
        flush_all()
    hands.back_to(window)
    window.place().refresh()
    settled(window)
    (line,) = (one for one in window.place().findChildren(LinkButton) if "Резолюция" in one.text())
    line.setFocus()
    press("Enter")
    settled(window)
    assert window.place().grid.current_id() == entry


def test_a_room_being_entered_comes_back_under_its_kind(desk: Desk):
    with hands.shown(PlaceForm(desk, None, PlaceKind.ROOM, None)) as form:
        form.name.setFocus()
        type_text("Кабинет 312")
        flush_all()
    with hands.shown(PlaceForm(desk, None, PlaceKind.ROOM, None)) as again:
        assert again.name.value() == "Кабинет 312"
    assert [place_of(draft) for draft in drafts(desk)] == ["office"]
