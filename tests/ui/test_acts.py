"""Acts through the windows: the register, and the wizard walked by the keyboard from the check to the last copy."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.act import ActStage
from dspdesk.law.kinds import Role
from dspdesk.procedures import printing, shortage_act
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries import acts
from dspdesk.queries.drafts import drafts
from dspdesk.ui.acts import shortage_act as windows
from dspdesk.ui.acts.common_pages import CopiesPage
from dspdesk.ui.acts.place import ActsPlace
from dspdesk.ui.acts.shortage_act import ShortageActWork
from dspdesk.ui.acts.wizard import ActWizard
from dspdesk.ui.main_window import MainWindow
from tests import factories, hands
from tests.hands import fill, press
from tests.ui.conftest import Asked, settled

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def short(empty_desk: Desk) -> int:
    """A cover whose enclosure lacks two sheets, and a second worker."""
    factories.employee(empty_desk, "Ким А.В.")
    return factories.short_package(empty_desk)


def wizard_of(desk: Desk, package: int, asked: Asked | None = None) -> ActWizard:
    """The wizard as the check and the register open it."""
    key = acts.act_of_package(desk, package)
    draft = shortage_act.draft_of(desk, key) if key else shortage_act.proposed(desk, package)
    return ActWizard(desk, (asked or Asked()).services(), ShortageActWork(desk, draft), key)


@pytest.fixture
def answers() -> Iterator[hands.Answers]:
    with hands.answers() as planned:
        yield planned


def printed(desk: Desk, key: int) -> None:
    """The print that the preview would have made."""
    printing.print_paper(desk, PaperRequest(paper="shortage_act", language="ru", about=f"act:{key}"))


def titles(wizard: ActWizard) -> list[str]:
    """The steps at the left with their marks."""
    hands.pause(20)  # those that were there before are deleted
    return [button.text() for button in wizard.steps.findChildren(QPushButton)]


def test_from_the_check_to_the_last_copy_by_the_keyboard(empty_desk, short):
    asked = Asked()
    with hands.keyboard_only(), hands.shown(wizard_of(empty_desk, short, asked)) as wizard:
        assert wizard.step_title.text() == "Что установлено"
        assert wizard.pages[0].lines.value()[0].found == "9"
        press("Alt+Right")
        assert hands.focused() is wizard.pages[1].signers.fields()[1]
        press("Alt+Right")  # one signature where two are needed
        assert "не менее 2 работников" in wizard.pages[1]._boxes["signers"].error.text()
        assert acts.acts(empty_desk) == []
        fill("Ким А.В.")
        press("Alt+Right")
        assert acts.act(empty_desk, 1).life.stage is ActStage.DRAFT
        assert wizard.step_title.text() == "Печать"
        press("Alt+Right")
        (request,) = asked.only("preview")[2:]
        assert (request.paper, request.about, request.language) == ("shortage_act", "act:1", "ru")
        printed(empty_desk, 1)
        hands.back_to(wizard)
        wizard._refresh()
        assert wizard.step_title.text() == "Подписи"
        fill("18.11")
        press("Alt+Right")
        assert wizard.step_title.text() == "Экземпляры"
        press("Alt+Right")  # a copy goes by something
        assert "по какому документу" in wizard.copies._boxes["receipt"].error.text()
        fill("исх. № 03-07/41")
        press("Alt+Right")
        assert wizard.copies.chosen() == 3
        wizard.copies.person.setFocus()
        fill("Ким А.В.", "расписка")
        press("Alt+Right")
        assert acts.act(empty_desk, 1).life.stage is ActStage.EXECUTED
        assert [title[0] for title in titles(wizard)] == ["✓"] * 5
        assert not wizard.go.isVisible()
        assert not wizard.withdraw.isVisible()


def test_the_same_walk_in_kazakh(empty_desk, short):
    use_language(Language.KK)
    asked = Asked()
    with hands.keyboard_only(), hands.shown(wizard_of(empty_desk, short, asked)) as wizard:
        assert wizard.step_title.text() == "Не анықталды"
        assert wizard.pages[0].lines.value()[0].subject.endswith("қосымшалар парақтарының саны")
        press("Alt+Right")
        fill("Ким А.В.")
        press("Alt+Right")
        printed(empty_desk, 1)
        wizard._refresh()
        assert wizard.step_title.text() == "Қолтаңбалар"
        press("Alt+Right")
        fill_receipt(wizard, "№ 03-07/41 хат")
        wizard.copies.person.setFocus()
        fill("Ким А.В.")
        fill_receipt(wizard, "қолхат")
        assert acts.act(empty_desk, 1).life.stage is ActStage.EXECUTED
        assert wizard.state.text() == "орындалды"


def fill_receipt(wizard: ActWizard, words: str) -> None:
    wizard.copies.receipt.setFocus()
    fill(words)
    press("Alt+Right")


def test_the_paper_follows_what_is_typed(empty_desk, short):
    with hands.shown(wizard_of(empty_desk, short)) as wizard:
        hands.wait_until(lambda: wizard.paper.pages() == 3, "the paper")
        drawn = []
        wizard.paper.show_pdf = drawn.append
        wizard.pages[0].findings.setFocus()
        fill("листы 4 и 5 вырваны")
        hands.wait_until(lambda: bool(drawn), "the paper drawn anew")
        from tests.reports.reading import pages

        assert "листы 4 и 5 вырваны" in pages(drawn[-1])[0]


def test_left_at_any_time_the_words_stay(empty_desk, short):
    with hands.shown(wizard_of(empty_desk, short)) as wizard:
        wizard.pages[0].findings.setFocus()
        fill("надрыв по шву")
        press("Alt+Right")
        fill("Ким А.В.")
        press("Escape")
    assert acts.acts(empty_desk) == []
    assert [draft.form for draft in drafts(empty_desk)] == ["shortage_act"]
    with hands.shown(wizard_of(empty_desk, short)) as wizard:
        assert wizard.draft.isVisible()
        assert wizard.pages[0].findings.value() == "надрыв по шву"
        assert wizard.pages[1].signers.value() == (1, 2)
        press("Alt+Right", "Alt+Right")
        assert not wizard.draft.isVisible()
    assert acts.act(empty_desk, 1).findings == "надрыв по шву"
    assert drafts(empty_desk) == []


def test_a_draft_thrown_away_leaves_what_was_proposed(empty_desk, short):
    with hands.shown(wizard_of(empty_desk, short)) as wizard:
        wizard.pages[0].findings.setFocus()
        fill("надрыв")
        press("Escape")
    with hands.shown(wizard_of(empty_desk, short)) as wizard:
        wizard.draft.button.click()
        assert wizard.pages[0].findings.value() == ""
        assert not wizard.draft.isVisible()
    assert drafts(empty_desk) == []


def test_an_act_that_was_printed_is_changed_and_printed_again(empty_desk, short):
    key = factories.act_drawn_up(empty_desk, short, second=2)
    printed(empty_desk, key)
    asked = Asked()
    with hands.shown(wizard_of(empty_desk, short, asked)) as wizard:
        assert wizard.step_title.text() == "Подписи"
        press("Alt+Left", "Alt+Left", "Alt+Left")
        wizard.pages[0].findings.setFocus()
        fill("надрыв")
        press("Alt+Right", "Alt+Right")
        assert acts.act(empty_desk, key).life.stage is ActStage.DRAFT
        assert acts.act(empty_desk, key).findings == "надрыв"
        assert wizard.step_title.text() == "Печать"


def test_a_signed_act_is_only_read(empty_desk, short):
    factories.act_signed(empty_desk, short, second=2)
    with hands.shown(wizard_of(empty_desk, short)) as wizard:
        press("Alt+Left", "Alt+Left", "Alt+Left", "Alt+Left")
        assert wizard.step_title.text() == "Что установлено"
        assert all(field.isReadOnly() for field in wizard.pages[0].lines.fields())
        assert wizard.pages[0].sent_by.isReadOnly()


def test_an_empty_date_and_an_unreadable_one_are_told_beside_the_field(empty_desk, short):
    with hands.shown(wizard_of(empty_desk, short)) as wizard:
        found = wizard.pages[0]
        found.dated.setFocus()
        hands.clear()
        press("Alt+Right")
        assert found._boxes["dated"].error.text() == "Укажите дату акта."
        assert hands.focused() is found.dated
        fill("99.99")
        press("Alt+Right")
        assert "Такой даты нет" in found._boxes["dated"].error.text()
        assert wizard.step_title.text() == "Что установлено"


def test_a_name_that_cannot_be_read_holds_up_only_the_copy_it_is_asked_for(dressed, empty_desk):
    page = CopiesPage(empty_desk)
    page.person.setText("никто")
    assert not page.readable()
    page._boxes["employee_id"].hide()
    assert page.readable()


def test_what_is_refused_on_another_page_is_told_there(empty_desk, short):
    with hands.shown(wizard_of(empty_desk, short)) as wizard:
        wizard.pages[0].sent_by.setFocus()
        hands.clear()
        press("Alt+Right")
        fill("Ким А.В.")
        press("Alt+Right")
        assert wizard.step_title.text() == "Что установлено"
        assert "кто отправил конверт" in wizard.pages[0]._boxes["sender"].error.text()
        assert hands.focused() is wizard.pages[0].sent_by
    assert acts.acts(empty_desk) == []


def test_an_act_is_withdrawn_with_a_reason(empty_desk, short, answers):
    key = factories.act_signed(empty_desk, short, second=2)
    with hands.shown(wizard_of(empty_desk, short)) as wizard:
        answers.plan("reason", "листы нашлись")
        wizard.withdraw.click()
        assert acts.act(empty_desk, key).life.stage is ActStage.WITHDRAWN
        assert wizard.state.text() == "отозван: листы нашлись"
        assert not wizard.withdraw.isVisible()


def test_before_the_check_no_act_opens(empty_desk, answers, dressed):
    package = factories.delivery(empty_desk).package_ids[0]
    answers.plan("tell")
    windows.open_wizard(None, empty_desk, Asked().services(), package, lambda: None)
    assert "ещё не проверены" in answers.asked[0][1]


# --- the register ---


def place_of(window: MainWindow) -> ActsPlace:
    window.go_to("acts")
    settled(window)
    place = window.place()
    assert isinstance(place, ActsPlace)
    return place


def test_an_empty_register_says_how_an_act_comes_about(window_over, empty_desk, answers):
    place = place_of(window_over(empty_desk))
    answers.plan("tell")
    hands.focused()
    press("Insert")
    assert "таких конвертов нет" in answers.asked[0][1]
    assert place.status() == ""


def test_an_act_is_begun_from_the_register(window_over, empty_desk, short):
    window = window_over(empty_desk)
    place = place_of(window)
    written = []
    place.written.connect(lambda: written.append(1))
    press("Insert")
    from PySide6.QtWidgets import QApplication

    choice = QApplication.activeModalWidget()
    assert "есть расхождения" in choice.package.currentText()
    press("Ctrl+S")
    wizard = QApplication.activeModalWidget()
    assert isinstance(wizard, ActWizard)
    press("Alt+Right")
    fill("Ким А.В.")
    press("Alt+Right", "Escape")
    settled(window)
    assert written
    (row,) = place.model.rows
    assert (row.number, row.stage) == (1, ActStage.DRAFT)


def test_the_register_tells_what_each_act_waits_for(window_over, empty_desk):
    second = factories.employee(empty_desk, "Ким А.В.")
    factories.act_drawn_up(empty_desk, second=second)
    factories.act_signed(empty_desk, second=second)
    place = place_of(window_over(empty_desk))
    model = place.model
    cells = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())] for row in range(2)
    ]
    assert [(row[0], row[5], row[6]) for row in cells] == [
        ("2/2026", "подписан", "передать экз. № 1, 3"),
        ("1/2026", "проект", "напечатать"),
    ]


def test_a_withdrawal_from_the_register(window_over, empty_desk, short, answers):
    key = factories.act_drawn_up(empty_desk, short, second=2)
    place = place_of(window_over(empty_desk))
    answers.plan("reason", "дважды составлен")
    (step,) = [does for words, does in place.steps(place.current()) if words == "Отозвать акт…"]
    step()
    assert acts.act(empty_desk, key).life.withdrawn_reason == "дважды составлен"


def test_who_only_reads_sees_the_acts_and_takes_no_step(window_over, empty_desk, short):
    factories.act_drawn_up(empty_desk, short, second=2)
    password = factories.colleague(empty_desk, "lib", Role.LIBRARIAN, name="Иванова Т.П.")
    librarian = factories.signed_in(empty_desk.path, "lib", password)
    place = place_of(window_over(librarian))
    assert place.primary_text() == ""
    place.primary()
    assert [words for words, _does in place.steps(place.current())] == ["История…"]
    press("Enter")
    from PySide6.QtWidgets import QApplication

    assert QApplication.activeModalWidget() is None


def test_an_entry_shows_its_act_and_opens_it(window_over, empty_desk, short):
    from dspdesk.models import Enclosed
    from dspdesk.queries.item import item
    from dspdesk.ui.acts.words import of_entry
    from dspdesk.ui.journals.item_steps import steps

    factories.act_signed(empty_desk, short, second=2)
    entry = factories.registered(empty_desk).id
    assert "Акт по этому конверту…" not in [step.title for step in steps(empty_desk, item(empty_desk, entry))]
    with empty_desk.transaction("test:item:linked") as step:
        step.session.query(Enclosed).one().item_id = entry
    details = item(empty_desk, entry)
    assert [of_entry(act) for act in details.acts] == [
        "Акт об отсутствии вложений № 1 от 18.11.2026, подписан"
    ]
    assert "Act about its cover…" in [step.title for step in steps(empty_desk, details)]
    from PySide6.QtWidgets import QApplication

    window = window_over(empty_desk)
    windows.open_of_item(window, empty_desk, Asked().services(), details, lambda: None)
    assert isinstance(QApplication.activeModalWidget(), ActWizard)
    press("Escape")
