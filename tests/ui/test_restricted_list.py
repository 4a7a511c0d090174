"""The list of restricted information through its windows, and the basis of the mark in the card, by keys."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.kinds import Headship, ItemState, JournalKind, Role
from dspdesk.law.restricted_list import Criterion, Decision, Designation, Order, OrderKind
from dspdesk.procedures import list_proposals, registration, restricted_list
from dspdesk.procedures.list_proposals import ProposeSupplement
from dspdesk.queries.designations import basis
from dspdesk.queries.item import item
from dspdesk.queries.restricted_list import entries, lists, orders, proposals
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.history import HistoryDialog
from dspdesk.ui.journals.item_steps import steps
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.restricted_list import wording
from dspdesk.ui.restricted_list.designate import DesignateForm, open_form
from dspdesk.ui.restricted_list.dialogs import Documents, Proposals
from dspdesk.ui.restricted_list.entry_form import CorrectionForm, EntryForm
from dspdesk.ui.restricted_list.lines import Deed
from dspdesk.ui.restricted_list.order_forms import CompleteForm, ListForm, OrderForm
from dspdesk.ui.restricted_list.proposal_form import DecisionForm, ProposalForm
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import fill, press, type_text
from tests.ui.conftest import Asked, settled
from tests.ui.office.conftest import go, opened, ready, step

__all__ = ["go"]
pytestmark = pytest.mark.usefixtures("dressed")
OUTGOING = JournalKind.OUTGOING
LAW_ASKED = 400  # milliseconds: the card waits until nothing is typed
SIGNED = {"journal": OUTGOING, "executor": "Ким А.В.", "signatory": "Ахметов Б.К.", "signed_on": TODAY}


@pytest.fixture
def listed(empty_desk: Desk) -> Desk:
    """A desk with one list of three entries."""
    factories.listed(empty_desk)
    return empty_desk


@pytest.fixture
def people(listed: Desk) -> tuple[int, int]:
    """An executor, and the head of a unit."""
    from dspdesk.procedures import units

    unit = units.enter_unit(listed, units.EnterUnit(name_kk="Талдау бөлімі", name_ru="Отдел анализа"))
    executor, head = factories.employee(listed, "Ким А.В."), factories.employee(listed, "Сейтқали Г.М.")
    factories.appointed(listed, head, unit_id=unit, heads=Headship.UNIT)
    return executor, head


def points(place) -> list[str]:
    return [row.point for row in place.model.rows]


def words(point: str, text: str) -> None:
    """Fill in an entry, its words in Russian, and hand it over."""
    opened(EntryForm)
    fill(point, "", text)
    press("Ctrl+S")


# --- the place ---


@pytest.mark.journey
def test_a_list_is_entered_amended_and_seen_as_of_a_day(empty_desk, go):
    place = go(empty_desk, "restricted_list")
    with hands.keyboard_only():
        _enter_a_list()
        ready(place)
        assert points(place) == ["1.1", "1.2"]
        assert place.model.rows[0].list_name("ru") == "Перечень"

        place.order_button.setFocus()
        press("Space")
        _amend_the_list(opened(OrderForm))
        ready(place)
        assert points(place) == ["1.1", "1.3"]

        _as_of(place, "17.11.2026")
        assert points(place) == ["1.1", "1.2"]
        _as_of(place, "")
        assert points(place) == ["1.1", "1.1", "1.2", "1.3"]
    order = orders(empty_desk, 1)[0]
    assert (order.kind, order.brought, order.ended) == (OrderKind.CHANGE, 2, 2)
    assert empty_desk.verify() == []


def _enter_a_list() -> None:
    press("Ins")
    opened(ListForm)
    fill("Тізбе", "Перечень")
    press("Enter")  # of the body itself
    fill("17-нқ", "09.01.2025", "", "")
    press("Ins")
    words("1.1", "сведения о результатах проверок")
    opened(ListForm)
    press("Ins")
    words("1.2", "сведения о внутренней переписке")
    opened(ListForm)
    press("Ctrl+S")


def _amend_the_list(form: OrderForm) -> None:
    """Add one entry, change another, end a third."""
    fill("44", "18.11", "")
    press("Ins")
    words("1.3", "сведения о сметах")
    opened(OrderForm)
    form.lines.change_button.setFocus()
    press("Space")
    opened(QDialog)
    fill("1.1")
    press("Ctrl+S")
    opened(EntryForm)
    press("Tab", "Tab", "Ctrl+A")
    type_text("сведения о проверках")
    press("Ctrl+S")
    opened(OrderForm)
    form.lines.end_button.setFocus()
    press("Space")
    opened(QDialog)
    fill("1.2")
    press("Ctrl+S")
    opened(OrderForm)
    assert [form.lines.list.item(at).text() for at in range(form.lines.list.count())] == [
        "Дополнить: 1.3 · сведения о сметах",
        "Изменить: 1.1 · сведения о проверках",
        "Исключить: 1.2 · сведения о внутренней переписке",
    ]
    press("Ctrl+S")


def _as_of(place, day: str) -> None:
    place.day.setFocus()
    press("Ctrl+A", "Delete")
    fill(day)
    settled(place.window())


def test_an_order_without_its_number_is_not_entered(listed, go):
    place = go(listed, "restricted_list")
    place.order()
    form = opened(OrderForm)
    fill("", "18.11", "")
    press("Ins")
    words("1.3", "сведения о сметах")
    opened(OrderForm)
    press("Ctrl+S")
    assert form._boxes["number"].error.text().startswith("Укажите номер приказа")
    assert points(place) == ["1.1", "1.2", "1.10"] == [row.point for row in entries(listed, TODAY)]
    form.order.number.setFocus()
    fill("44")
    press("Ctrl+S")
    ready(place)
    assert points(place) == ["1.1", "1.2", "1.3", "1.10"]


def test_an_order_that_does_nothing_says_so_beside_its_lines(listed, go):
    place = go(listed, "restricted_list")
    place.order(1)
    form = opened(OrderForm)
    fill("44", "18.11", "")
    press("Ctrl+S")
    assert form._boxes["lines"].error.text().startswith("Укажите, что делает приказ")
    press("Esc")
    assert len(orders(listed, 1)) == 1


def test_a_line_is_taken_back_before_saving(listed, go):
    place = go(listed, "restricted_list")
    place.order(1)
    form = opened(OrderForm)
    form.lines.setFocus()
    press("Ins")
    words("1.3", "сведения о сметах")
    opened(OrderForm)
    press("Enter")  # the words of the line
    opened(EntryForm)
    press("Ctrl+A")
    type_text("1.4")
    press("Ctrl+S")
    opened(OrderForm)
    assert [line.words.point for line in form.lines.value()] == ["1.4"]
    press("Del")
    assert form.lines.value() == ()
    press("Esc")


def test_another_list_keeps_what_is_added_and_asks_about_the_rest(listed, go):
    """Entries to be added are nobody's yet; those that are changed or ended are of the list chosen before."""
    other = restricted_list.ApproveList(
        name_kk="Ведомстволық тізбе",
        name_ru="Ведомственный перечень",
        departmental=True,
        order=Order("3", TODAY),
    )
    restricted_list.approve(listed, other)
    place = go(listed, "restricted_list")
    place.order(1)
    form = opened(OrderForm)
    first, second = form.of_list.values()
    assert form.of_list.value() == first
    form.lines.setFocus()
    press("Ins")
    words("1.3", "сведения о сметах")
    opened(OrderForm)
    _choose_another_list(form)
    assert (form.of_list.value(), [line.deed for line in form.lines.value()]) == (second, [Deed.ADD])
    form.of_list.setFocus()
    press("Up")
    form.lines.end_button.setFocus()
    press("Space")
    opened(QDialog)
    fill("1.2")
    press("Ctrl+S")
    opened(OrderForm)
    for answer, chosen, deeds in ((False, first, [Deed.ADD, Deed.END]), (True, second, [Deed.ADD])):
        with hands.answers() as planned:
            planned.plan("confirm", answer)
            _choose_another_list(form)
        assert (form.of_list.value(), [line.deed for line in form.lines.value()]) == (chosen, deeds)
    press("Esc")


def _choose_another_list(form: OrderForm) -> None:
    form.of_list.setFocus()
    press("Down")


def test_a_list_is_repealed_as_a_whole(listed, go):
    place = go(listed, "restricted_list")
    place.order(1)
    form = opened(OrderForm)
    fill("44", "18.11", "")
    form.repeals.setFocus()
    press("Space")
    press("Ctrl+S")
    ready(place)
    assert points(place) == []
    assert "не действовал" in place._empty.title.text()
    assert lists(listed)[0].valid_to == TODAY - dt.timedelta(days=1)
    place.order()  # there is none to amend any more: a new one
    opened(ListForm)
    press("Esc")


def test_what_was_left_out_is_entered_and_a_slip_corrected(listed, go):
    place = go(listed, "restricted_list")
    step(place, "Остальные пункты приказа…")
    opened(CompleteForm)
    press("Ins")
    words("1.3", "сведения о сметах")
    opened(CompleteForm)
    press("Ctrl+S")
    ready(place)
    assert points(place) == ["1.1", "1.2", "1.3", "1.10"]
    place.grid.go_to_row(0)
    step(place, "Исправить описку…")
    form = opened(CorrectionForm)
    press("Tab", "Tab", "Ctrl+A")
    type_text("сведения о результатах ревизий")
    press("Ctrl+S")
    assert form._boxes["reason"].error.text()  # not without a reason
    type_text("не то слово")
    press("Ctrl+S")
    ready(place)
    assert place.model.rows[0].text("ru") == "сведения о результатах ревизий"
    place.grid.go_to_row(0)
    step(place, "История…")
    dialog = opened(HistoryDialog)
    hands.wait_until(dialog.loaded, "the steps")
    assert [line.what for line in dialog.lines] == [
        "Исправлен пункт перечня",
        "Внесены остальные пункты приказа",
        "Перечень внесён",
    ]
    press("Esc")


def test_the_documents_of_an_entry_are_found_in_their_journal(listed, go):
    done = factories.registered(listed, **SIGNED, designation=Designation.by_entry(1))
    place = go(listed, "restricted_list")
    assert place.model.rows[0].documents == 1
    place.grid.setFocus()
    press("Enter")
    dialog = opened(Documents)
    hands.wait_until(dialog.loaded, "the documents")
    press("Enter")
    window = place.window()
    settled(window)
    assert window.place().grid.current_id() == done.id


def test_an_order_half_filled_in_comes_back_with_its_lines(listed, go):
    place = go(listed, "restricted_list")
    place.order(1)
    opened(OrderForm)
    fill("44", "18.11", "")
    press("Ins")
    words("1.3", "сведения о сметах")
    opened(OrderForm)
    press("Esc")
    ready(place)
    place.order(1)
    form = opened(OrderForm)
    assert (form.order.number.text(), [line.words.point for line in form.lines.value()]) == ("44", ["1.3"])
    press("Ctrl+S")
    ready(place)
    assert "1.3" in points(place)


def test_who_only_reads_sees_the_list_and_changes_nothing(listed, window_over: Callable[[Desk], MainWindow]):
    password = factories.colleague(listed, "librarian", Role.LIBRARIAN)
    reader = factories.signed_in(listed.path, "librarian", password)
    window = window_over(reader)
    place = window.go_to("restricted_list")
    settled(window)
    assert points(place) == ["1.1", "1.2", "1.10"]
    assert place.primary_text() == ""
    assert not place.order_button.isVisible()
    assert [name for name, _does in place.steps(place.model.rows[0])] == ["История…"]
    reader.close()


# --- proposals ---


@pytest.mark.journey
def test_a_supplement_is_proposed_and_accepted(listed, people, go):
    place = go(listed, "restricted_list")
    with hands.keyboard_only():
        place.proposals_button.setFocus()
        press("Space")
        dialog = opened(Proposals)
        hands.wait_until(dialog.loaded, "the proposals")
        press("Ins")
        form = opened(ProposalForm)
        fill("сведения о графике проверок", "проверки стали бы бесполезны", "Ким А.В.", "Ким А.В.")
        press("Ctrl+S")
        assert form._boxes["head_id"].error.text().startswith("На 18.11.2026 этот человек не руководил")
        assert proposals(listed) == []
        press("Ctrl+A")
        fill("Сейтқали Г.М.")
        press("Ctrl+S")
        opened(Proposals)
        hands.wait_until(lambda: dialog.loaded() and dialog.model.total == 1, "the proposal")
        press("Enter")
        opened(DecisionForm)
        press("Enter")  # accepted
        fill("18.11", "включить")
        press("Enter")  # the list
        fill("45", "18.11", "", "1.11")
        press("Ctrl+S")
        opened(Proposals)
        hands.wait_until(lambda: dialog.loaded() and not dialog.decide_button.isEnabled(), "the decision")
        press("Esc")
        ready(place)
    assert points(place) == ["1.1", "1.2", "1.10", "1.11"]
    (row,) = proposals(listed)
    assert (row.decision, row.point, row.decision_words) == (Decision.ACCEPTED, "1.11", "включить")
    assert listed.verify() == []


def proposed(desk: Desk, people: tuple[int, int]) -> int:
    wanted = ProposeSupplement(
        information="сведения о графике проверок", reasons="проверки стали бы бесполезны", executor_id=people[0],
        head_id=people[1], proposed_on=TODAY, form_id="once",
    )  # fmt: skip
    return list_proposals.propose(desk, wanted)


def test_a_proposal_is_declined_with_words_only(listed, people, go):
    key = proposed(listed, people)
    place = go(listed, "restricted_list")
    place.show_row(-key)  # as Today opens it
    dialog = opened(Proposals)
    hands.wait_until(dialog.loaded, "the proposals")
    press("Enter")
    form = opened(DecisionForm)
    press("Down")
    assert not form.order.number.isVisible()
    press("Ctrl+S")
    assert form._boxes["words"].error.text() == "Напишите, почему предложение отклонено."
    assert proposals(listed)[0].decision is Decision.PROPOSED
    type_text("охвачено пунктом 1.2")
    press("Ctrl+S")
    opened(Proposals)
    hands.wait_until(lambda: dialog.loaded() and not dialog.decide_button.isEnabled(), "the decision")
    assert proposals(listed)[0].decision is Decision.DECLINED
    press("Esc")


def test_today_leads_to_what_waits(listed, people, window_over: Callable[[Desk], MainWindow]):
    proposed(listed, people)
    window = window_over(listed)
    settled(window)
    window.place().row_asked.emit("restricted_list", -1)
    settled(window)
    dialog = opened(Proposals)
    hands.wait_until(dialog.loaded, "the proposals")
    assert dialog.current().information == "сведения о графике проверок"
    press("Esc")


# --- the card ---


def card_of(desk: Desk, item_id: int | None = None, kind: JournalKind = OUTGOING) -> RegistrationCard:
    return RegistrationCard(desk, kind, TODAY.year, item_id)


def filled(card: RegistrationCard) -> None:
    """Type a signed document up to its entry of the list, where the keys stand then."""
    fill("Акимат г. Астаны", "", "", "Письмо", "о проверках", "2")
    card.form.focus("executor")
    fill("Ким А.В.")
    card.form.focus("signatory")
    fill("Ахметов Б.К.", "18.11")
    assert card.form.focused() == "designation"


def registered(desk: Desk) -> list[Designation | None]:
    with desk.reading() as connection:
        keys = connection.exec_driver_sql("SELECT id FROM item ORDER BY id").scalars().all()
    found = [basis(desk, key) for key in keys]
    return [one.designation if one else None for one in found]


def test_the_entry_is_named_while_the_document_is_registered(listed):
    with hands.shown(card_of(listed)) as card, hands.keyboard_only():
        filled(card)
        type_text("проверок")
        hints = card.form.fields["designation"].hints
        assert hints.shown() == [
            "1.1 · сведения о результатах проверок (критерий 6)",
            "Вне перечней: иное основание (пункт 8)",
        ]
        press("Tab")
        assert card.form.fields["designation"].text() == "1.1 · сведения о результатах проверок (критерий 6)"
        assert card.form.focused() == "date"
        press("Ctrl+S")
        assert card._item.state is ItemState.REGISTERED
    assert registered(listed) == [Designation.by_entry(1)]


def test_the_next_document_takes_the_entry_of_the_one_before(listed):
    factories.registered(listed, **SIGNED, designation=Designation.by_entry(2))
    with hands.shown(card_of(listed)) as card, hands.keyboard_only():
        filled(card)
        press("Ctrl+D", "Ctrl+S")
        assert card._item.state is ItemState.REGISTERED
    assert registered(listed) == [Designation.by_entry(2), Designation.by_entry(2)]


def test_without_an_entry_the_law_is_shown_with_the_way_out(listed):
    with hands.shown(card_of(listed)) as card, hands.keyboard_only():
        filled(card)
        hands.pause(LAW_ASKED)
        (panel,) = card._frame.findings.panels()
        assert panel.finding.code == "basis_not_named"
        press("Alt+W")
        assert "исполнителем и лицом, подписавшим документ" in panel._law.text()
        press("Ctrl+S")
        assert registered(listed) == []  # a reason is asked
        press("Alt+R")
        assert card.form.focused() == "designation"
        assert card.form.fields["designation"].hints.shown()[0].startswith("1.1 · ")
        press("Down", "Down", "Enter")
        hands.pause(LAW_ASKED)
        assert card._frame.findings.panels() == []
        press("Ctrl+S")
    assert registered(listed) == [Designation.by_entry(2)]


def test_the_reason_typed_becomes_the_ground(listed):
    with hands.shown(card_of(listed)) as card, hands.keyboard_only():
        filled(card)
        press("Ctrl+S")
        type_text("по указанию руководителя")
        press("Ctrl+S")
    assert registered(listed) == [Designation.outside("по указанию руководителя")]


def test_a_ground_outside_the_lists_has_a_field_of_its_own(listed):
    with hands.shown(card_of(listed)) as card, hands.keyboard_only():
        filled(card)
        assert not card.form.fields["ground"].isVisible()
        type_text("вне")
        press("Tab")
        assert card.form.focused() == "ground"
        press("Ctrl+S")
        assert card.form.boxes["ground"].error.text().startswith("Напишите, на каком основании")
        assert registered(listed) == []
        type_text("пункт 3 приказа № 5")
        press("Ctrl+S")
        assert card.form.fields["ground"].text() == "пункт 3 приказа № 5"
    assert registered(listed) == [Designation.outside("пункт 3 приказа № 5")]


def test_a_supplement_is_proposed_from_the_card(listed, people):
    with hands.shown(card_of(listed)) as card:
        filled(card)
        hands.pause(LAW_ASKED)
        card._basis.propose()
        form = opened(ProposalForm)
        assert (form.information.text(), form.executor.value()) == ("о проверках", people[0])
        form.reasons.setFocus()
        fill("проверки стали бы бесполезны")
        form.head.setFocus()
        fill("Сейтқали Г.М.")
        press("Ctrl+S")
        hands.wait_until(lambda: QApplication.activeModalWidget() is card, "the card")
        hands.back_to(card)
        assert card.form.fields["designation"].text() == "Предложение от 18.11.2026: о проверках"
        press("Ctrl+S")
        assert card._item.state is ItemState.REGISTERED
    assert registered(listed) == [Designation.by_proposal(1)]


def test_words_that_name_no_entry_are_not_taken(listed):
    with hands.shown(card_of(listed)) as card:
        filled(card)
        type_text("сведения о погоде")
        press("Esc")  # the list of hints, if it were open
        card.form.fields["designation"].setFocus()
        press("Ctrl+S")
        assert card.form.boxes["designation"].error.text().startswith("В действующем перечне")
    assert registered(listed) == []


def test_only_entries_in_force_on_the_day_of_signing_are_offered(listed):
    restricted_list.amend(
        listed,
        restricted_list.AmendList(list_id=1, order=factories.Order("44", TODAY), ended=(1,)),
    )
    with hands.shown(card_of(listed)) as card:
        filled(card)
        field = card.form.fields["designation"]
        assert [line.partition(" ")[0] for line in field.offers("")[:-1]] == ["1.2", "1.10"]
        card.form.put("signed_on", TODAY - dt.timedelta(days=1))
        assert [line.partition(" ")[0] for line in field.offers("")[:-1]] == ["1.1", "1.2", "1.10"]


def test_the_card_of_a_document_shows_its_basis_and_corrects_it(listed):
    done = factories.registered(listed, **SIGNED, designation=Designation.by_entry(1))
    with hands.shown(card_of(listed, done.id)) as card:
        field = card.form.fields["designation"]
        assert field.text().startswith("1.1 · ")
        card.form.focus("designation")
        fill("1.2")
        press("Ctrl+S")
        assert card._frame.reason.isVisible()
        type_text("назван не тот пункт")
        press("Ctrl+S")
    assert registered(listed) == [Designation.by_entry(2)]


def test_what_came_in_has_no_such_field(listed):
    with hands.shown(card_of(listed, kind=JournalKind.INCOMING)) as card:
        assert "designation" not in card.form.fields


def test_a_draft_brings_the_entry_back(listed):
    with hands.shown(card_of(listed)) as card:
        filled(card)
        fill("1.2")
        press("Esc")
    use_language(Language.KK)  # whatever language it is opened in
    with hands.shown(card_of(listed)) as card:
        assert card.form.designation() == Designation.by_entry(2)
        press("Ctrl+S")
    assert registered(listed) == [Designation.by_entry(2)]


def test_a_document_is_designated_later_from_its_journal(listed):
    done = factories.registered(listed, **SIGNED)
    details = item(listed, done.id)
    offered = [one.title for one in steps(listed, details)]
    assert "Basis of the mark…" in offered
    told = []
    card = card_of(listed)  # any window to open over
    with hands.shown(card):
        open_form(card, listed, Asked().services(), details, lambda: told.append(1))
        form = opened(DesignateForm)
        press("Ctrl+S")
        assert registered(listed) == [Designation.outside("по указанию руководителя")]
        assert form._boxes["ground"].error.text()
        form.basis.setFocus()
        fill("1.10")
        press("Ctrl+S")
        hands.wait_until(lambda: told == [1], "what was written")
    assert registered(listed) == [Designation.by_entry(3)]
    assert wording.basis(basis(listed, done.id)).startswith("1.10 · сведения о порядке доступа (критерий 2)")


def test_an_incoming_document_has_no_such_step(listed):
    done = factories.registered(listed)
    assert "Basis of the mark…" not in [one.title for one in steps(listed, item(listed, done.id))]
    registration.annul(listed, registration.Annul(item_id=done.id, reason="внесён дважды"))


# --- in Kazakh ---


@pytest.mark.journey
def test_a_list_and_a_document_in_kazakh(empty_desk, go):
    use_language(Language.KK)
    place = go(empty_desk, "restricted_list")
    with hands.keyboard_only():
        press("Ins")
        form = opened(ListForm)
        assert form.windowTitle() == "Жаңа мәліметтер тізбесі"
        fill("Қызмет бабында пайдалану үшін мәліметтер тізбесі", "")
        press("Enter")
        fill("17-нқ", "09.01.2025", "", "")
        press("Ins")
        opened(EntryForm)
        fill("1.1", "тексеру нәтижелері туралы мәліметтер", "")
        press("Down", "Down", "Down", "Down", "Down", "Down", "Ctrl+S")
        opened(ListForm)
        press("Ctrl+S")
        ready(place)
    (row,) = entries(empty_desk)
    assert (row.criterion, row.text("ru")) == (
        Criterion.UNFINISHED_CHECKS,
        "тексеру нәтижелері туралы мәліметтер",
    )
    with hands.shown(card_of(empty_desk, kind=JournalKind.INTERNAL)) as card, hands.keyboard_only():
        fill("Заң басқармасы", "", "", "Бұйрық", "тексеру туралы", "2")
        card.form.focus("executor")
        fill("Ким А.В.")
        card.form.focus("signatory")
        fill("Ахметов Б.К.", "18.11")
        hands.pause(LAW_ASKED)
        assert card._frame.findings.findings()[0].code == "basis_not_named"
        fill("тексеру")
        press("Ctrl+S")
        assert card._item.state is ItemState.REGISTERED
    assert registered(empty_desk) == [Designation.by_entry(1)]
