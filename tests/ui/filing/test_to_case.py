"""Filing through windows by the keys: one entry into a case, each finding with its way out."""

from collections.abc import Callable

import pytest
import shiboken6

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.case_file import CopyNature, VolumeHolds
from dspdesk.law.kinds import JournalKind
from dspdesk.law.values import SheetCount
from dspdesk.law.whereabouts import Where
from dspdesk.procedures import copy_nature
from dspdesk.queries import cases
from dspdesk.queries.item import ItemDetails, item
from dspdesk.queries.whereabouts import copies_of
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cases import volume_steps
from dspdesk.ui.filing.day import DayForm
from dspdesk.ui.filing.nature import NatureForm
from dspdesk.ui.filing.to_case import ToCaseForm
from dspdesk.ui.filing.unregistered import UnregisteredForm
from dspdesk.ui.journals import item_steps
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import press, type_text
from tests.ui.conftest import Asked

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def volume(empty_desk: Desk) -> int:
    return factories.case_opened(empty_desk)


def details(desk: Desk, key: int) -> ItemDetails:
    found = item(desk, key)
    assert found is not None
    return found


def form_of(desk: Desk, key: int, kind: Callable[..., FormDialog] = ToCaseForm) -> FormDialog:
    return kind(desk, None, Asked().services(), details(desk, key))


def day_form(desk: Desk, volume: int | None = None) -> DayForm:
    """A day's worth of filing, once it is known what that is."""
    form = DayForm(desk, None, volume)
    hands.wait_until(form.loaded, "what is to be filed")
    return form


def closed(form: FormDialog) -> None:
    hands.wait_until(lambda: not shiboken6.isValid(form) or not form.isVisible(), "the form to close")


def codes(form: FormDialog) -> list[str]:
    hands.wait_until(lambda: not form._quiet.isActive(), "the law to be asked")
    return [finding.code for finding in form.findings.findings()]


def words(desk: Desk, key: int) -> str:
    return copies_of(desk, key)[0].words


def lines(desk: Desk) -> int:
    return sum(row.documents for row in cases.volumes(desk))


def test_the_step_of_an_entry_proposes_the_case_named_when_it_was_registered(empty_desk: Desk, volume: int):
    letter = factories.registered(empty_desk, case_index="01-03").id
    offered = [step.opens for step in item_steps.steps(empty_desk, details(empty_desk, letter))]
    assert "dspdesk.ui.filing.to_case:open_form" in offered
    with hands.shown(form_of(empty_desk, letter)) as form:
        assert (form.volume.value(), form.sheets.value()) == (volume, 15)
        assert codes(form) == []
        press("Ctrl+S")
        closed(form)
    assert words(empty_desk, letter) == "01-03, т. 1, л. 1–15"
    assert copies_of(empty_desk, letter)[1].where is Where.SERVICE, "one copy is filed, the others are spare"


def test_an_index_alone_names_the_case(empty_desk: Desk, volume: int):
    del volume
    other = factories.case_opened(
        empty_desk, case_index="01-07", heading_ru="Справки", heading_kk="Анықтамалар"
    )
    letter = factories.registered(empty_desk).id
    with hands.shown(form_of(empty_desk, letter)) as form:
        press("Ctrl+S")
        assert form.isVisible(), "no case yet"
        type_text("справ")
        press("Tab")
        assert form.volume.value() == other
        press("Ctrl+S")
        closed(form)
    assert words(empty_desk, letter) == "01-07, т. 1, л. 1–15"


def test_nothing_can_be_filed_without_an_open_case(empty_desk: Desk):
    letter = factories.registered(empty_desk).id
    with hands.shown(form_of(empty_desk, letter)) as form:
        type_text("01-03")
        press("Ctrl+S")
        assert form.isVisible()
        assert _("No case is open. Open one in “Cases and volumes”, then file the document there.") in (
            form._boxes["case"].error.text()
        )


def test_the_next_volume_is_opened_from_the_finding(empty_desk: Desk, volume: int):
    factories.filed(
        empty_desk, volume, factories.registered(empty_desk, sheets=SheetCount(178)).id, reason="один вопрос"
    )
    letter = factories.registered(empty_desk, sheets=SheetCount(5)).id
    with hands.shown(form_of(empty_desk, letter)) as form:
        assert codes(form) == ["volume_full"]
        press("Ctrl+S")
        assert form.isVisible()
        assert lines(empty_desk) == 1
        assert codes(form) == ["volume_full"], "still with its way out"
        press("Alt+R")
        assert codes(form) == []
        press("Ctrl+S")
        closed(form)
    assert words(empty_desk, letter) == "01-03, т. 2, л. 1–5"


def test_a_case_of_the_year_is_chosen_from_the_finding(empty_desk: Desk):
    earlier = factories.case_opened(empty_desk, year=TODAY.year - 1)
    right = factories.case_opened(empty_desk)
    letter = factories.registered(empty_desk).id
    with hands.shown(form_of(empty_desk, letter)) as form:
        form.volume.show_value(earlier)
        form.ask_law()
        assert codes(form) == ["filed_other_year"]
        press("Alt+R")
        assert (form.volume.value(), codes(form)) == (right, [])
        press("Ctrl+S")
        closed(form)
    assert lines(empty_desk) == 1


def test_a_plan_is_asked_for_its_year(empty_desk: Desk, volume: int):
    next_year = factories.case_opened(empty_desk, year=TODAY.year + 1)
    plan = factories.registered(empty_desk, kind="План", summary="работы", case_index="01-03").id
    letter = factories.registered(empty_desk, kind="Письмо").id
    with hands.shown(form_of(empty_desk, letter)) as form:
        assert "year" not in form._boxes
        press("Esc")
    with hands.shown(form_of(empty_desk, plan)) as form:
        assert (form.volume.value(), form.for_year.value()) == (volume, TODAY.year)
        form.for_year.setFocus()
        hands.clear()
        type_text(str(TODAY.year + 1))
        assert codes(form) == ["filed_for_other_year"]
        press("Alt+R")
        assert (form.volume.value(), codes(form)) == (next_year, [])
        press("Ctrl+S")
        closed(form)
    assert cases.volume(empty_desk, next_year).lines[0].for_year == TODAY.year + 1


def test_control_is_ended_from_the_finding(empty_desk: Desk, volume: int, monkeypatch: pytest.MonkeyPatch):
    opened: list[tuple[object, ...]] = []
    monkeypatch.setattr("dspdesk.ui.control.deadline_dialogs.take_off", lambda *given: opened.append(given))
    letter = factories.registered(empty_desk, case_index="01-03").id
    factories.resolution(empty_desk, letter, due_on=TODAY)
    with hands.shown(form_of(empty_desk, letter)) as form:
        assert codes(form) == ["filed_on_control"]
        press("Ctrl+S")
        assert form.isVisible()
        assert lines(empty_desk) == 0
        press("Alt+R")
        assert opened[0][3] == details(empty_desk, letter)
    assert cases.volume(empty_desk, volume).lines == ()


def test_an_entry_is_completed_from_the_finding(empty_desk: Desk, volume: int):
    del volume
    letter = factories.registered(
        empty_desk, journal=JournalKind.OUTGOING, signatory="", signed_on=None, case_index="01-03", executor="Ким А.В."
    ).id  # fmt: skip
    asked = Asked()
    with hands.shown(ToCaseForm(empty_desk, None, asked.services(), details(empty_desk, letter))) as form:
        assert codes(form) == ["copy_not_registered", "filed_unsigned"]
        press("Alt+R")
        assert asked.only("open_card")[2:5] == (JournalKind.OUTGOING, TODAY.year, letter)


def test_a_large_enclosure_is_offered_as_a_volume_of_its_own(empty_desk: Desk, volume: int):
    small = factories.registered(empty_desk).id
    with hands.shown(form_of(empty_desk, small)) as form:
        assert not form.enclosure_apart.isVisible()
        assert not form.apart.isVisible()
        press("Esc")
    letter = factories.registered(empty_desk, sheets=SheetCount(4, 190), case_index="01-03").id
    with hands.shown(form_of(empty_desk, letter)) as form:
        assert form.enclosure_apart.isVisible()
        assert codes(form) == ["document_oversize"]
        press("Alt+R")
        assert form.enclosure_apart.isChecked()
        assert codes(form) == []
        press("Ctrl+S")
        closed(form)
    (line,) = cases.volume(empty_desk, volume).lines
    assert (line.sheets, line.notes) == (4, "приложение — том 2")


def test_a_document_too_large_for_any_volume_needs_its_own_and_a_reason(empty_desk: Desk, volume: int):
    del volume
    letter = factories.registered(empty_desk, sheets=SheetCount(200), case_index="01-03").id
    with hands.shown(form_of(empty_desk, letter)) as form:
        assert codes(form) == ["document_oversize"]
        press("Alt+R")
        assert codes(form) == ["oversize_apart"]
        press("Ctrl+S")
        assert form.isVisible(), "the reason is asked"
        type_text("отчёт в одном переплёте")
        press("Ctrl+S")
        closed(form)
    assert VolumeHolds.ONE_DOCUMENT in {row.holds for row in cases.volumes(empty_desk)}


def test_two_copies_are_one_too_many(empty_desk: Desk, volume: int):
    del volume
    letter = factories.registered(empty_desk, case_index="01-03", copies=(1, 2)).id
    with hands.shown(form_of(empty_desk, letter)) as form:
        form.copies.setFocus()
        press("Ctrl+A")
        assert codes(form) == ["filed_second_copy"]
        press("Alt+R")
        assert codes(form) == []
        press("Ctrl+S")
        closed(form)
    assert lines(empty_desk) == 1


def test_what_a_copy_is_is_said_by_the_keys_and_shown(empty_desk: Desk):
    letter = factories.registered(empty_desk, copies=(1, 2)).id
    with hands.shown(form_of(empty_desk, letter, NatureForm)) as form:
        press("Ctrl+S")
        assert form.isVisible(), "no copy is ticked yet"
        press("Space", "Tab")
        form.nature.show_value(CopyNature.SPARE.value)
        press("Ctrl+S")
        closed(form)
    assert [row.nature for row in copies_of(empty_desk, letter)] == [CopyNature.SPARE, CopyNature.ORDINARY]


def test_a_days_worth_goes_into_the_cases_named(empty_desk: Desk, volume: int):
    letters = [factories.registered(empty_desk, case_index="01-03").id for _at in range(3)]
    nowhere = factories.registered(empty_desk, case_index="09-99").id
    with hands.shown(day_form(empty_desk)) as form:
        assert len(form.documents.value()) == 3
        assert any("09-99" in why for why in form.documents.reasons())
        press("Ctrl+S")
        closed(form)
    assert [line.item_id for line in cases.volume(empty_desk, volume).lines] == letters
    assert copies_of(empty_desk, nowhere)[0].where is Where.SERVICE


def test_a_full_volume_is_followed_by_the_next_for_what_no_longer_fits(empty_desk: Desk, volume: int):
    for _at in range(3):
        factories.registered(empty_desk, case_index="01-03", sheets=SheetCount(70))
    with hands.shown(day_form(empty_desk)) as form:
        assert "volume_full" in codes(form)
        press("Ctrl+S")
        assert form.isVisible()
        assert lines(empty_desk) == 0
        press("Alt+R")
        assert codes(form) == []
        press("Ctrl+S")
        closed(form)
    rows = {row.number: row.documents for row in cases.volumes(empty_desk)}
    assert rows == {1: 2, 2: 1}
    assert volume in {row.id for row in cases.volumes(empty_desk)}


def test_a_label_ticks_a_document_also_one_that_is_not_listed(empty_desk: Desk, volume: int):
    letter = factories.registered(empty_desk).id  # no case was named: not listed
    held = factories.registered(empty_desk).id
    factories.resolution(empty_desk, held, due_on=TODAY)
    with hands.shown(day_form(empty_desk, volume)) as form:
        assert form.documents.count() == 0
        assert form.take_scan(Code(Kind.COPY, copies_of(empty_desk, letter)[0].id))
        assert form.take_scan(Code(Kind.ITEM, held))
        assert len(form.documents.value()) == 1
        assert _("Cannot be filed so") in [group.text(0) for group in form.documents._tops()]
        assert not form.take_scan(Code(Kind.PLACE, 1))
        press("Ctrl+S")
        closed(form)
    assert [line.item_id for line in cases.volume(empty_desk, volume).lines] == [letter]


def test_a_draft_stands_among_what_cannot_be_filed(empty_desk: Desk, volume: int):
    letter = factories.registered(empty_desk, copies=(1,)).id
    keys = tuple(row.id for row in copies_of(empty_desk, letter))
    copy_nature.say(empty_desk, copy_nature.SayNature(copy_ids=keys, nature=CopyNature.DRAFT))
    with hands.shown(day_form(empty_desk, volume)) as form:
        form.take_scan(Code(Kind.ITEM, letter))
        assert form.documents.value() == ()
        assert form.documents.why()


def test_an_empty_line_of_a_full_volume_is_not_spoken_of(empty_desk: Desk, volume: int):
    full = factories.registered(empty_desk, sheets=SheetCount(178))
    factories.filed(empty_desk, volume, full.id, reason="один вопрос")
    with hands.shown(UnregisteredForm(empty_desk, None, volume)) as form:
        assert codes(form) == []
        form.sheets.setText("5")
        form.ask_law()
        assert codes(form) == ["volume_full"]


def test_an_unclassified_document_is_a_line_of_the_case(empty_desk: Desk, volume: int):
    offered = [step.opens for step in volume_steps.steps(empty_desk, cases.volume(empty_desk, volume).row)]
    assert offered[0] == "dspdesk.ui.filing.day:open_form"
    assert "dspdesk.ui.filing.unregistered:open_form" in offered
    with hands.shown(UnregisteredForm(empty_desk, None, volume)) as form:
        assert codes(form) == []
        press("Ctrl+S")
        assert form.isVisible()
        assert lines(empty_desk) == 0
        form.number.setFocus()
        type_text("14-2/7")
        press("Esc")
    with hands.shown(UnregisteredForm(empty_desk, None, volume)) as form:
        assert form.number.text() == "14-2/7"  # kept as a draft
        form.number.setFocus()
        press("Tab")
        type_text(f"{TODAY:%d.%m.%Y}")
        press("Tab")
        type_text("О сроках представления")
        press("Tab")
        type_text("3")
        assert codes(form) == []
        press("Ctrl+S")
        closed(form)
    (line,) = cases.volume(empty_desk, volume).lines
    assert (line.number, line.heading, line.sheets, line.copy_id) == (
        "14-2/7",
        "О сроках представления",
        3,
        None,
    )
