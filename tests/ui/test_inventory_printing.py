"""How the inner inventory of a volume is printed on, by keys: which sheet, when it is finished, what to add by hand."""

import pytest
from PySide6.QtWidgets import QLabel

from dspdesk.law.growing import Grow
from dspdesk.law.values import SheetCount
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.queries import cases
from dspdesk.ui.cases import volume_steps
from dspdesk.ui.cases.inventory_printing import ANEW_FINISHED, FINISH, InventoryPrinting
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import press, type_text
from tests.procedures.test_inner_inventory import prints, unclassified, written

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def volume(desk) -> int:
    made = factories.case_opened(desk)
    factories.filed(desk, made, factories.registered(desk, sheets=SheetCount(4, 11)).id)
    unclassified(desk, made, 2)
    return made


def shown(desk, volume):
    form = InventoryPrinting(desk, volume)
    return hands.shown(form)


def loaded(form) -> None:
    hands.wait_until(form.loaded, "what has been printed")


def answer(form) -> PaperRequest:
    got: list = []
    form.saved.connect(got.append)
    press("Ctrl+S")
    (request,) = got
    return request


def test_at_first_it_is_begun(desk, volume):
    with shown(desk, volume) as form, hands.keyboard_only():
        loaded(form)
        assert form.how.values() == [Grow.ON, FINISH]
        assert form.how.text() == "Начать опись: 3 строки"
        request = answer(form)
    assert (request.paper, request.about, request.language) == ("inner_inventory", f"volume:{volume}", "ru")
    assert (request.grow, request.finish) == (Grow.ON, False)


def test_the_sheet_in_use_is_known_by_its_last_line_and_finished_when_asked(desk, volume):
    prints(desk, volume)
    unclassified(desk, volume, 1, 3)
    with shown(desk, volume) as form, hands.keyboard_only():
        loaded(form)
        assert form.how.values() == [Grow.ON, FINISH, Grow.SHEET, Grow.ANEW, ANEW_FINISHED]
        assert "лист 1" in form.instruction.text()
        assert "№ п/п 3 (7-2, " in form.instruction.text()
        press("Down")
        assert "итоги и подпись" in form.how.text()
        request = answer(form)
    assert (request.grow, request.finish) == (Grow.ON, True)
    print_paper(desk, request)
    with shown(desk, volume) as form:
        loaded(form)
        assert form.how.values() == [Grow.SHEET, Grow.ANEW, ANEW_FINISHED]
        press("End")
        assert "из дела" in form.instruction.text()
        request = answer(form)
    assert (request.grow, request.finish) == (Grow.ANEW, True)


def test_a_sheet_that_was_never_printed_is_not_asked_for(desk, volume):
    prints(desk, volume)
    with shown(desk, volume) as form, hands.keyboard_only():
        loaded(form)
        press("Down")
        assert form.how.value() is Grow.SHEET
        form.sheet.setFocus()
        hands.clear()
        type_text("9")
        press("Ctrl+S")
        assert form._boxes["sheet"].error.text()
        hands.clear()
        type_text("1")
        request = answer(form)
    assert (request.grow, request.sheet, request.finish) == (Grow.SHEET, 1, False)


def test_what_to_add_by_hand_is_told_until_it_is_added(desk, volume):
    prints(desk, volume)
    written(desk, volume, 2, notes="изъят 18.11.2026")
    noted = []
    with shown(desk, volume) as form:
        form.noted.connect(lambda: noted.append(True))
        loaded(form)
        told = [label.text() for label in form.findChildren(QLabel)]
        assert f"Лист 1, № п/п 2 (7-1, {TODAY:%d.%m.%Y}): графа 6 — изъят 18.11.2026" in told, told[-9:]
        form.by_hand.setFocus()
        press("Space")
        hands.wait_until(lambda: form.loaded() and not form.by_hand.isVisible(), "nothing changed")
    assert noted == [True]


def test_the_language_in_which_it_is_kept_is_offered_first(desk, volume):
    prints(desk, volume, language="kk")
    with shown(desk, volume) as form:
        loaded(form)
        assert form.language.value() == "kk"
        assert Grow.ON not in form.how.values()
        form.language.setFocus()
        press("Down")
        hands.wait_until(lambda: form.loaded() and Grow.ON in form.how.values(), "the Russian inventory")


def test_an_empty_volume_has_nothing_to_print(desk):
    with shown(desk, factories.case_opened(desk)) as form:
        loaded(form)
        assert not form.save_button.isEnabled()
        assert form.how.text() == "Печатать пока нечего"


def test_it_stands_among_the_steps_of_a_volume(desk, volume):
    row = cases.volume(desk, volume).row
    assert "dspdesk.ui.cases.inventory_printing:open_printing" in [
        step.opens for step in volume_steps.steps(desk, row)
    ]


def test_a_full_sheet_is_left_out_of_the_printer(desk, volume):
    unclassified(desk, volume, 13, 3)  # no room for the totals below them
    prints(desk, volume)
    with shown(desk, volume) as form:
        loaded(form)
        assert form.how.value() == FINISH
        assert form.how.text() == "Закончить: итоги и подпись на лист 2"
        assert "На листе 1 места больше нет" in form.instruction.text()
