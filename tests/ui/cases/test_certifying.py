"""The form of the certification sheet, by keys: what is known, errors beside the field, the draft that is kept."""

from typing import Any

import pytest

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.certification_sheet import Line, Statement
from dspdesk.law.values import SheetCount
from dspdesk.procedures import printing
from dspdesk.procedures.certification_sheet import FillIn, fill_in
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries import certification_sheet as queries
from dspdesk.queries.people import at_desk
from dspdesk.ui.cases.certifying import CertifyingForm, certify
from tests import factories, hands
from tests.ui.conftest import Asked


@pytest.fixture(autouse=True)
def in_russian(dressed: Any) -> None:
    use_language(Language.RU)


@pytest.fixture
def volume(empty_desk: Desk) -> int:
    """A volume of 18 sheets."""
    made = factories.case_opened(empty_desk)
    factories.filed(empty_desk, made, factories.registered(empty_desk, sheets=SheetCount(4, 14)).id)
    return made


def filled(desk: Desk, volume: int, **changes: Any) -> int:
    said = {"dated": desk.today(), "filled_by_id": at_desk(desk).employee_id, "numbered": 18}
    statement = Statement(**(said | {"inventory_sheets": 1} | changes))
    return fill_in(desk, FillIn(volume_id=volume, said=statement, form_id=f"one:{volume}"))


def form_of(desk: Desk, volume: int) -> CertifyingForm:
    return CertifyingForm(desk, None, volume)


def go_to(form: CertifyingForm, field: Any) -> None:
    """By Enter from field to field, as far as it is."""
    for _press in range(60):
        if hands.focused() is field:
            return
        hands.press("Return")
    pytest.fail("Enter does not come to the field")


def test_what_is_known_stands_there_and_enter_walks_on(empty_desk: Desk, volume: int) -> None:
    with hands.shown(form_of(empty_desk, volume)) as form, hands.keyboard_only():
        assert hands.focused() is form.numbered
        assert (form.numbered.value(), form.inventory_sheets.value(), form.skipped.value()) == (18, None, "")
        assert form.filled_by.value() == at_desk(empty_desk).employee_id
        hands.press("Return")
        hands.type_text("2")
        go_to(form, form.lettered)
        hands.type_text("12A")
        assert form.numbered.value() == 19
        go_to(form, form.features[5])
        hands.type_text("4(3), 2")
        hands.press("Return")
        assert form.features[5].text() == "2, 4\N{NO-BREAK SPACE}(3)"
        go_to(form, form.features[16])
        go_to(form, form.more_features)
        hands.press("Space")
        assert hands.focused() is form.further[0].words
        hands.type_text("Конверты с вложениями")
        hands.press("Return")
        hands.type_text("7")
        hands.press("Return")
        hands.type_text("5")
        hands.press("Ctrl+S")
    sheet = queries.page(empty_desk, volume).standing
    assert (sheet.numbered, sheet.inventory_sheets, sheet.lettered) == (19, 2, "12а")
    assert [(line.feature, line.words, line.count, line.sheets) for line in sheet.lines] == [
        (6, "", None, "2, 4\N{NO-BREAK SPACE}(3)"),
        (18, "envelopes", 7, "5"),
    ]


def test_what_is_wrong_stands_beside_its_field(empty_desk: Desk, volume: int) -> None:
    with hands.shown(form_of(empty_desk, volume)) as form, hands.keyboard_only():
        go_to(form, form.blank)
        hands.type_text("19")
        hands.wait_until(lambda: bool(form._boxes["blank"].error.text()), "the law has spoken")
        assert "19" in form._boxes["blank"].error.text()
        hands.clear()
        hands.type_text("18")
        hands.wait_until(lambda: not form._boxes["blank"].error.text(), "the complaint is gone")
        go_to(form, form.features[2])
        hands.type_text("3 5")
        hands.press("Ctrl+S")
        assert form._boxes["feature:3"].error.text()
        assert hands.focused() is form.features[2]
    assert queries.page(empty_desk, volume).sheets == ()


def test_a_count_of_ones_own_stays_and_asks_why(empty_desk: Desk, volume: int) -> None:
    with hands.shown(form_of(empty_desk, volume)) as form, hands.keyboard_only():
        hands.clear()
        hands.type_text("17")
        hands.press("Return")
        hands.type_text("1")
        go_to(form, form.lettered)
        hands.type_text("3а")
        assert form.numbered.value() == 17
        hands.press("Ctrl+S")
        assert form.reason.isVisible()
        form.ask_law()  # the person pauses: what is said beside the field goes on asking why
        assert form.reason.isVisible()
        assert form._boxes["numbered"].error.text()
    assert queries.page(empty_desk, volume).sheets == ()


def test_a_draft_comes_back_with_its_further_lines(empty_desk: Desk, volume: int) -> None:
    with hands.shown(form_of(empty_desk, volume)) as form, hands.keyboard_only():
        go_to(form, form.features[0])
        hands.type_text("7")
        go_to(form, form.more_inserts)
        hands.press("Space")
        hands.type_text("Диск")
        hands.press("Return")
        hands.type_text("2")
        hands.press("Escape")
    with hands.shown(form_of(empty_desk, volume)) as again:
        assert again.features[0].text() == "7"
        assert again.inserts[0].value() == Line(0, "Диск", 2, "")
        assert len(again.inserts) == 1


def test_a_printed_sheet_is_changed_by_an_act_only(empty_desk: Desk, volume: int) -> None:
    lines = (Line(18, "large_formats", None, "4"), Line(0, "Диск", 2))
    filled(empty_desk, volume, lines=lines, blank="5")
    with hands.shown(form_of(empty_desk, volume)) as form:
        assert not form.act_number.isVisible()
        assert form.blank.value() == "5"
        assert form.further[0].words.text() == "Крупноформатные документы"
        assert form.inserts[0].count.value() == 2
    request = PaperRequest(paper="certification_sheet", language="ru", about=f"volume:{volume}")
    printing.print_paper(empty_desk, request)
    with hands.shown(form_of(empty_desk, volume)) as form, hands.keyboard_only():
        assert form.act_number.isVisible()
        hands.press("Ctrl+S")
        assert form._boxes["act_number"].error.text()
        assert hands.focused() is form.act_number
        hands.type_text("7")
        hands.press("Return")
        hands.type_text(f"{empty_desk.today():%d.%m.%Y}")
        hands.press("Ctrl+S")
    page = queries.page(empty_desk, volume)
    assert [sheet.act_number for sheet in page.sheets] == ["7", ""]
    assert page.standing.lines == page.sheets[1].lines


def test_afterwards_the_paper_is_shown(empty_desk: Desk, volume: int, asked: Asked, qapp: Any) -> None:
    done: list[str] = []
    certify(None, empty_desk, asked.services(), volume, lambda: done.append("done"))
    form = next(one for one in qapp.topLevelWidgets() if isinstance(one, CertifyingForm))
    with hands.shown(form):
        form.inventory_sheets.setText("1")
        hands.press("Ctrl+S")
    assert done == ["done"]
    request = asked.only("preview")[2]
    assert (request.paper, request.about) == ("certification_sheet", f"volume:{volume}")
