"""Filing through windows by the keys: one entry into a case, each finding with its way out."""

import datetime as dt
import threading
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtWidgets import QLineEdit, QWidget

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.case_file import CopyNature, VolumeHolds
from dspdesk.law.kinds import JournalKind
from dspdesk.law.values import SheetCount
from dspdesk.law.whereabouts import Where
from dspdesk.procedures import copy_nature, filing
from dspdesk.queries import cases
from dspdesk.queries.drafts import drafts
from dspdesk.queries.item import ItemDetails, item
from dspdesk.queries.whereabouts import copies_of
from dspdesk.ui.cards.draft_keeper import flush_all
from dspdesk.ui.cards.form import FormDialog
from dspdesk.ui.cases import volume_steps
from dspdesk.ui.cases.correcting import CorrectCaseForm
from dspdesk.ui.filing import day_list, unregistered
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
    hands.wait_until(lambda: not form._quiet.isActive() and _answered(form), "the law to be asked")
    return [finding.code for finding in form.findings.findings()]


def _answered(form: FormDialog) -> bool:
    return not isinstance(form, DayForm) or form.loaded()


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


def test_the_day_of_opening_is_put_right_from_the_finding(empty_desk: Desk, volume: int):
    """Of a document and of an unclassified one alike: the window that mends it, then the filing."""
    yesterday = TODAY - dt.timedelta(1)
    key = factories.registered(empty_desk, date=yesterday, their_date=yesterday, case_index="01-03").id
    with hands.shown(form_of(empty_desk, key)) as form:
        form.on.show_value(yesterday)
        form.ask_law()
        assert codes(form) == ["filed_before_opened"]
        press("Ctrl+S")
        assert lines(empty_desk) == 0
        form.put_right_opening()
        mending = form.findChild(CorrectCaseForm)
        hands.back_to(mending)
        mending.opened_on.show_value(yesterday)
        mending.why.setFocus()
        type_text("заведено вчера")
        press("Ctrl+S")
        hands.back_to(form)
        assert codes(form) == []
        press("Ctrl+S")
        closed(form)
    assert cases.volume(empty_desk, volume).row.opened_on == yesterday
    assert lines(empty_desk) == 1
    with hands.shown(UnregisteredForm(empty_desk, None, volume)) as form:
        assert "filed_before_opened" in form.repairs()


def test_the_day_of_opening_is_put_right_while_a_day_is_filed(empty_desk: Desk, volume: int):
    """What lies with the service since yesterday goes into a volume that was entered as opened today."""
    yesterday = TODAY - dt.timedelta(1)
    early = factories.registered(empty_desk, date=yesterday, their_date=yesterday, case_index="01-03").id
    with hands.shown(day_form(empty_desk)) as form:
        (ticked,) = form.documents.value()
        assert (ticked, codes(form)) == (copies_of(empty_desk, early)[0].id, [])
        form.put_right_opening()
        assert form.findChild(CorrectCaseForm) is None, "nothing is to be put right"
        form.on.show_value(yesterday)
        form.on.left.emit()
        form.ask_law()
        assert codes(form) == ["filed_before_opened"]
        assert lines(empty_desk) == 0
        press("Alt+R")
        mending = form.findChild(CorrectCaseForm)
        hands.back_to(mending)
        mending.opened_on.show_value(yesterday)
        mending.why.setFocus()
        type_text("заведено вчера")
        press("Ctrl+S")
        hands.back_to(form)
        hands.wait_until(form.loaded, "what stands against them now")
        assert codes(form) == []
        assert form.documents.value() == (ticked,)
        press("Ctrl+S")
        closed(form)
    assert cases.volume(empty_desk, volume).row.opened_on == yesterday
    assert lines(empty_desk) == 1


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
        assert "volume_full" in codes(form)
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


def test_of_other_years_a_case_is_offered_documents_when_asked(empty_desk: Desk, volume: int):
    """What does not belong into the case is one tick away, with what stands against it."""
    last = factories.case_opened(empty_desk, year=TODAY.year - 1)
    here = factories.registered(empty_desk, case_index="01-03").id
    earlier = factories.registered(
        empty_desk, kind="Отчет", summary=f"о работе за {TODAY.year - 1} год", case_index="01-03"
    ).id
    with hands.shown(day_form(empty_desk, volume)) as form:
        assert (form.documents.count(), len(form.documents.value())) == (1, 1)
        assert form.documents.reasons() == []
        assert form.other_years.isVisible()
        form.other_years.setFocus()
        press("Space")
        assert (form.documents.count(), len(form.documents.value())) == (2, 1)
        assert any(str(TODAY.year - 1) in why for why in form.documents.reasons())
        assert codes(form) == []
        press("Ctrl+S")
        closed(form)
    assert [line.item_id for line in cases.volume(empty_desk, volume).lines] == [here]
    with hands.shown(day_form(empty_desk, last)) as form:
        assert not form.other_years.isVisible()
        assert len(form.documents.value()) == 1
        press("Ctrl+S")
        closed(form)
    assert [line.item_id for line in cases.volume(empty_desk, last).lines] == [earlier]


def test_a_label_of_another_year_shows_why_it_does_not_belong(empty_desk: Desk, volume: int):
    other = factories.registered(empty_desk, kind="Отчет", summary=f"за {TODAY.year - 1} год").id
    with hands.shown(day_form(empty_desk, volume)) as form:
        assert form.take_scan(Code(Kind.ITEM, other))
        assert form.other_years.isChecked()
        assert form.documents.value() == ()
        assert str(TODAY.year - 1) in form.documents.why()


def test_a_carry_over_case_is_offered_documents_of_later_years(empty_desk: Desk):
    carried = factories.case_opened(empty_desk, year=TODAY.year - 1, carry_over=True)
    factories.registered(empty_desk, case_index="01-03")
    with hands.shown(day_form(empty_desk, carried)) as form:
        assert not form.other_years.isVisible()
        assert len(form.documents.value()) == 1


def test_an_answer_to_an_older_question_is_not_shown(
    empty_desk: Desk, volume: int, monkeypatch: pytest.MonkeyPatch
):
    """The law is asked in a thread: what it says of documents that are ticked no more comes too late."""
    del volume
    for _at in range(3):
        factories.registered(empty_desk, case_index="01-03", sheets=SheetCount(70))
    let_go, asked = threading.Event(), filing.consider

    def slow(desk: Desk, command: filing.FileCopies) -> object:
        found = asked(desk, command)
        if len(command.documents) == 3:
            let_go.wait(5)
        return found

    with hands.shown(day_form(empty_desk)) as form:
        assert "volume_full" in codes(form)
        monkeypatch.setattr(filing, "consider", slow)
        form.ask_law()
        form.documents.show_value(form.documents.value()[:1])
        let_go.set()
        assert codes(form) == []


def test_another_day_says_anew_what_can_be_filed(empty_desk: Desk, volume: int):
    """What was registered today could not be filed yesterday, and today it can again."""
    del volume
    factories.registered(empty_desk, case_index="01-03")
    with hands.shown(day_form(empty_desk)) as form:
        assert form.documents.reasons() == []
        for day, reasons in ((TODAY - dt.timedelta(days=1), 1), (TODAY, 0)):
            form.on.setFocus()
            hands.clear()
            hands.fill(f"{day:%d.%m.%Y}")
            hands.wait_until(form.loaded, "what can be filed on that day")
            assert len(form.documents.reasons()) == reasons
        form.documents.setFocus()
        press("Ctrl+A", "Ctrl+S")
        closed(form)
    assert lines(empty_desk) == 1


def test_a_label_scanned_before_the_list_is_there_is_ticked_when_it_comes(
    empty_desk: Desk, volume: int, monkeypatch: pytest.MonkeyPatch
):
    letter = factories.registered(empty_desk).id
    let_go, find = threading.Event(), day_list.find

    def slow(*about: object) -> object:
        let_go.wait(5)
        return find(*about)

    monkeypatch.setattr(day_list, "find", slow)
    with hands.shown(DayForm(empty_desk, None, volume)) as form:
        assert not form.take_scan(Code(Kind.PLACE, 1))
        assert form.take_scan(Code(Kind.ITEM, letter))
        assert form.documents.value() == ()
        let_go.set()
        hands.wait_until(form.loaded, "the list")
        assert form.documents.value() == (copies_of(empty_desk, letter)[0].id,)


def test_what_was_said_of_a_case_goes_with_it(empty_desk: Desk, volume: int):
    letter = factories.registered(empty_desk, case_index="01-03").id
    with hands.shown(form_of(empty_desk, letter)) as form:
        form.permanent.show_value(1)
        form.ask_law()
        assert codes(form) == ["filed_permanent_apart"]
        press("Alt+R")
        assert (form.volume.value(), list(form.findings.findings())) == (None, [])
        form.volume.show_value(volume)
        form.ask_law()
        assert codes(form) == ["filed_permanent_apart"]


def test_the_copies_chosen_stay_when_something_was_put_right(empty_desk: Desk, volume: int):
    """A copy of which it was said meanwhile that it is spare gives way to the first ordinary one."""
    del volume
    letter = factories.registered(empty_desk, case_index="01-03", copies=(1, 2)).id
    first, second = (row.id for row in copies_of(empty_desk, letter))
    with hands.shown(form_of(empty_desk, letter)) as form:
        form.copies.show_value((second,))
        form._mended()
        assert form.copies.value() == (second,)
        copy_nature.say(empty_desk, copy_nature.SayNature(copy_ids=(second,), nature=CopyNature.SPARE))
        form._mended()
        assert form.copies.value() == (first,)


def test_leaving_waits_until_what_is_being_filed_is_filed(
    empty_desk: Desk, volume: int, monkeypatch: pytest.MonkeyPatch
):
    factories.registered(empty_desk, case_index="01-03")
    let_go, files = threading.Event(), filing.file_copies

    def slow(desk: Desk, command: filing.FileCopies) -> object:
        let_go.wait(5)
        return files(desk, command)

    monkeypatch.setattr(filing, "file_copies", slow)
    with hands.shown(day_form(empty_desk)) as form:
        press("Ctrl+S", "Esc")
        assert form.isVisible()
        let_go.set()
        closed(form)
    assert len(cases.volume(empty_desk, volume).lines) == 1


def test_what_was_typed_into_a_case_comes_back(empty_desk: Desk, volume: int):
    """Also with the ticks, and the case whatever has been filed in it meanwhile."""
    letter = factories.registered(empty_desk).id
    with hands.shown(form_of(empty_desk, letter)) as form:
        form.volume.show_value(volume)
        form.volume.setFocus()
        press("Tab")
        form.copies.show_value([form.copies.rows()[1].id])
        form.sheets.setFocus()
        press("Ctrl+A")
        type_text("7")
        chosen = form.copies.value()
        flush_all()
    factories.filed(empty_desk, volume, factories.registered(empty_desk).id)
    with hands.shown(form_of(empty_desk, letter)) as again:
        assert (again.volume.value(), again.copies.value(), again.sheets.value()) == (volume, chosen, 7)
        assert again.draft.isVisible()
        press("Ctrl+S")
        closed(again)
    other = factories.registered(empty_desk).id
    with hands.shown(form_of(empty_desk, other)) as another:
        assert not another.draft.isVisible()
    assert drafts(empty_desk) == []


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


def fill_line(form: UnregisteredForm, heading: str, sheets: int) -> None:
    form.heading.setFocus()
    type_text(heading)
    press("Tab")
    type_text(str(sheets))


def next_line(parent: QWidget, before: UnregisteredForm) -> UnregisteredForm:
    closed(before)
    (following,) = (one for one in parent.findChildren(UnregisteredForm) if one.isVisible())
    hands.wait_until(following.isActiveWindow, "the keys")
    return following


def test_ctrl_enter_files_a_line_and_begins_the_next(empty_desk: Desk, volume: int):
    told: list[str] = []
    with hands.shown(QLineEdit()) as parent:
        services = Asked().services()
        form = unregistered.open_form(parent, empty_desk, services, volume, lambda: told.append("filed"))
        hands.wait_until(form.isActiveWindow, "the keys")
        press("Ctrl+Enter")
        assert form.isVisible(), "nothing is filed, and nothing begun"
        assert (lines(empty_desk), told) == (0, [])
        fill_line(form, "О сроках", 3)
        press("Ctrl+Enter")
        following = next_line(parent, form)
        assert following.heading.text() == ""
        assert following.number.hasFocus()
        assert following.on.value() == TODAY
        fill_line(following, "О порядке", 2)
        press("Ctrl+S")
        closed(following)
        assert parent.findChildren(UnregisteredForm) == []
    assert [line.heading for line in cases.volume(empty_desk, volume).lines] == ["О сроках", "О порядке"]
    assert told == ["filed", "filed"]
