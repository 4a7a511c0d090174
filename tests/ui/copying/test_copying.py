"""Permissions, further copies, extracts, cards taken out and stickers through their windows, by keys."""

import datetime as dt

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from dspdesk.language.catalogue import use_language
from dspdesk.law.copy_stamp import Side
from dspdesk.law.copying import PermitKind
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures.copy_stamp import StickerSheet
from dspdesk.procedures.printing import PaperRequest, preview
from dspdesk.queries.copying import permits
from dspdesk.queries.drafts import find
from dspdesk.queries.item import item
from dspdesk.queries.journals import journal
from dspdesk.ui.cards.draft_keeper import DraftKeeper, flush_all
from dspdesk.ui.control.resolution_dialog import ResolutionDialog
from dspdesk.ui.copying.making import CopiesDialog, ExtractDialog
from dspdesk.ui.copying.permit_dialog import PermitDialog
from dspdesk.ui.copying.permits import RevokeDialog
from dspdesk.ui.copying.stickers import StickersDialog
from dspdesk.ui.copying.taking_out import TakeOutDialog
from dspdesk.ui.journals import item_steps
from tests import hands
from tests.factories import TODAY, admitted, permit, registered, service_head
from tests.hands import clear, press, type_text
from tests.reports.reading import sheets
from tests.ui.office.conftest import opened, ready, step

pytestmark = pytest.mark.usefixtures("dressed")
FORTY = tuple(range(1, 41))
YESTERDAY = TODAY - dt.timedelta(days=1)


def take(window, desk, item_id: int, opens: str) -> None:
    """Take a step of an entry, as its menu does."""
    details = item(desk, item_id)
    (wanted,) = [one for one in item_steps.steps(desk, details) if one.opens.endswith(opens)]
    item_steps.opener(wanted)(window, desk, window._services, details, lambda: None)


def said(dialog) -> list[str]:
    return [finding.code for finding in dialog.findings.findings()]


def rested(dialog) -> None:
    hands.wait_until(lambda: not dialog._quiet.isActive(), "the law's word")


def counts(desk) -> tuple[int, ...]:
    with desk.reading() as connection:
        return tuple(
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("copy", "movement", "permit", "reproduction", "ledger")
        )


@pytest.mark.journey
def test_a_print_run_of_forty_and_twelve_more_copies(empty_desk, go, asked):
    run = registered(empty_desk, copies=FORTY).id
    service_head(empty_desk)
    place = go(empty_desk, "permits")
    window = place.window()
    with hands.keyboard_only(), hands.answers() as answers:
        press("Ins")
        form = opened(PermitDialog)
        type_text("1")  # the document, by its number
        press("Enter")
        type_text("3")
        press("Enter", "Enter")
        type_text("12")
        press("Enter", "Enter")
        type_text("Жүнісова")
        press("Tab")
        rested(form)
        assert form.fields["granted_by_id"].name() == "Ахметов Б.К."
        assert said(form) == ["permit_admits_nobody"]  # a hint
        press("Ctrl+S")
        ready(place)
        (row,) = permits(empty_desk)
        assert (row.number, row.facts.copies, row.facts.kind) == (
            "1\N{NO-BREAK SPACE}ДСП",
            12,
            PermitKind.OWN_COPY,
        )

        take(window, empty_desk, run, "making:copies")
        copies = opened(CopiesDialog)
        rested(copies)
        assert copies.count.value() == 12
        assert "41–52" in copies.numbers.text()
        assert said(copies) == []
        answers.plan("confirm")
        press("Ctrl+S")

        stickers = opened(StickersDialog)
        assert len(stickers.copies.value()) == 12
        assert "24" in stickers.needed.text()
        press("Ctrl+S")
        ready(place)
    assert item(empty_desk, run).entry.copies == (*FORTY, *range(41, 53))

    (asked_for,) = [given for name, given in asked.calls if name == "preview"]
    fronts = [
        one for one in sheets(preview(empty_desk, asked_for[2]))[0].pieces if one.text.startswith("Экз. №")
    ]
    assert [one.text for one in fronts if one.size > 10] == [f"Экз. № {n}" for n in range(41, 53)]

    opened_journal = journal(empty_desk, JournalKind.INCOMING, TODAY.year)
    request = PaperRequest(paper="registration_journal", language="ru", journal_id=opened_journal.id)
    printed = " ".join(sheet.text for sheet in sheets(preview(empty_desk, request)))
    assert "Доп. размножено 12 экз." in printed.replace("- ", "")
    assert empty_desk.verify() == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"granted_on": YESTERDAY, "valid_to": YESTERDAY}, "permit_expired"),
        ({"kind": PermitKind.OWN_EXTRACT}, "permit_for_extract"),
    ],
)
def test_a_permission_expired_or_of_the_wrong_kind_is_not_offered(empty_desk, go, changes, code):
    run = registered(empty_desk, copies=FORTY).id
    permit(empty_desk, run, **changes)
    place = go(empty_desk, "permits")
    before = counts(empty_desk)
    take(place.window(), empty_desk, run, "making:copies")
    with hands.keyboard_only():
        dialog = opened(CopiesDialog)
        rested(dialog)
        assert code in said(dialog)
        dialog.count.setFocus()
        type_text("12")
        press("Ctrl+S")
        assert {"permit_needed", code} <= set(said(dialog))
        assert dialog.isVisible()
        assert counts(empty_desk) == before

        press("Alt+R")  # the way to put it right
        form = opened(PermitDialog)
        assert form.fields["item_id"].value() == run
        type_text("4")
        press("Enter", "Enter")
        type_text("12")
        press("Enter", "Enter")
        type_text("Жүнісова")
        press("Tab", "Ctrl+S")
        opened(CopiesDialog)
        rested(dialog)
        assert said(dialog) == []
        assert dialog.count.value() == 12
        with hands.answers() as answers:
            answers.plan("confirm", answer=False)
            press("Ctrl+S")
            ready(place)
    assert len(item(empty_desk, run).entry.copies) == 52


def test_copies_are_handed_over_only_to_somebody_admitted(empty_desk, go):
    run = registered(empty_desk, copies=(1,)).id
    permit(empty_desk, run, copies=1)
    place = go(empty_desk, "permits")
    take(place.window(), empty_desk, run, "making:copies")
    dialog = opened(CopiesDialog)
    dialog.give.setFocus()
    press("Space")
    rested(dialog)
    assert said(dialog) == ["not_admitted"]
    press("Alt+R")
    opened(ResolutionDialog)
    press("Esc")
    opened(CopiesDialog)
    press("Ctrl+S")
    assert dialog.isVisible()
    admitted(empty_desk, run, 1)
    with hands.answers() as answers:
        answers.plan("confirm", answer=False)
        press("Ctrl+S")
        ready(place)
    assert "Жүнісова" in item(empty_desk, run).copies[1].movements[0].as_written


def test_an_extract(empty_desk, go):
    run = registered(empty_desk).id
    permit(empty_desk, run, kind=PermitKind.OWN_EXTRACT, copies=1)
    admitted(empty_desk, run, 1)
    place = go(empty_desk, "permits")
    with hands.keyboard_only():
        step(place, "Выписка…")
        dialog = opened(ExtractDialog)
        press("Ctrl+S")
        assert dialog._boxes["sheets"].error.text()
        type_text("2")
        press("Ctrl+S")
        ready(place)
    (row,) = permits(empty_desk)
    assert row.made[0].sheets == 2
    assert place.steps(place.current())[0][0] == "Показать документ"  # it is used up


def test_a_permission_for_another_organisation_asks_for_what_the_law_asks(empty_desk, go):
    run = registered(empty_desk).id
    service_head(empty_desk)
    place = go(empty_desk, "permits")
    press("Ins")
    form = opened(PermitDialog)
    form.fields["kind"].show_value(PermitKind.OUTSIDE_COPY)
    form.touched("kind")
    form.fields["item_id"].show_value(run)
    form.touched("item_id")
    assert form.fields["consent"].isVisible()
    assert form.fields["granted_by"].isVisible()
    assert not form.fields["granted_by_id"].isVisible()
    assert not form.fields["for_employee_id"].isVisible()
    press("Ctrl+S")
    wrong = {name for name, box in form._boxes.items() if box.error.text()}
    assert wrong == {"number", "copies", "for_organisation", "request", "granted_by", "consent"}
    for name, value in {
        "number": "4", "copies": 1, "for_organisation": "Акимат", "request": "7-1/22", "request_on": TODAY,
        "granted_by": "Министр финансов РК", "consent": "05-1/9", "consent_on": TODAY,
    }.items():  # fmt: skip
        form.fields[name].show_value(value)
    press("Ctrl+S")
    ready(place)
    (row,) = permits(empty_desk)
    assert (row.for_whom, row.granted_by, row.consent) == ("Акимат", "Министр финансов РК", "05-1/9")
    assert ("Согласие отправителя", "05-1/9, 18.11.2026") in place.facts(row)


def test_a_permission_is_revoked_and_leads_to_its_document(empty_desk, go):
    run = registered(empty_desk).id
    permit(empty_desk, run)
    place = go(empty_desk, "permits")
    step(place, "Отозвать…")
    opened(RevokeDialog)
    press("Ctrl+S")
    type_text("нужда отпала")
    press("Ctrl+S")
    ready(place)
    assert [words for words, _does in place.steps(place.current())] == ["Показать документ"]
    landed = []
    place.landed.connect(lambda *where: landed.append(where))
    press("Enter")
    assert landed == [(run, TODAY.year, JournalKind.INCOMING)]


def test_a_permission_left_is_kept_as_a_draft(empty_desk, go):
    place = go(empty_desk, "permits")
    press("Ins")
    opened(PermitDialog)
    press("Shift+Tab")
    form = opened(PermitDialog)
    form.fields["number"].setFocus()
    type_text("17")
    press("Esc")
    ready(place)
    press("Ins")
    assert opened(PermitDialog).fields["number"].text() == "17"
    press("Esc")


def test_a_draft_left_over_by_a_crash_records_no_second_permission(empty_desk, monkeypatch):
    """The permission was saved; the draft of its form was not thrown away any more."""
    run = registered(empty_desk).id
    service_head(empty_desk)
    monkeypatch.setattr(DraftKeeper, "drop", DraftKeeper.forget)

    def recorded() -> None:
        with hands.shown(PermitDialog(empty_desk, None, run)) as form:
            if not form.fields["number"].text():
                for name, value in {"number": "17", "copies": 2, "for_employee_id": 1}.items():
                    form.fields[name].show_value(value)
                form.touched()
                flush_all()
            press("Ctrl+S")
            assert not shiboken6.isValid(form) or not form.isVisible()

    recorded()
    assert find(empty_desk, "permit", f"item:{run}") is not None
    recorded()
    assert [row.facts.number for row in permits(empty_desk)] == ["17"]


def test_which_of_several_permissions_is_meant_is_asked_when_saving(empty_desk, go):
    run = registered(empty_desk, copies=FORTY).id
    permit(empty_desk, run, number="3")
    permit(empty_desk, run, number="4")
    place = go(empty_desk, "permits")
    take(place.window(), empty_desk, run, "making:copies")
    dialog = opened(CopiesDialog)
    rested(dialog)
    assert dialog.permit.value() is None
    assert "permit_needed" not in said(dialog)
    before = counts(empty_desk)
    dialog.count.setFocus()
    type_text("2")
    press("Ctrl+S")
    assert "permit_needed" in said(dialog)
    assert counts(empty_desk) == before
    press("Esc")


def test_a_count_typed_stays_when_the_day_is_put_right(empty_desk, go):
    run = registered(empty_desk, copies=FORTY).id
    permit(empty_desk, run, number="3", granted_on=YESTERDAY)
    place = go(empty_desk, "permits")
    take(place.window(), empty_desk, run, "making:copies")
    dialog = opened(CopiesDialog)
    assert dialog.count.value() == 12
    dialog.count.setFocus()
    clear()
    type_text("2")
    dialog.made_on.setFocus()
    clear()
    type_text(f"{YESTERDAY:%d.%m.%Y}")
    press("Enter")
    rested(dialog)
    assert dialog.made_on.value() == YESTERDAY
    assert dialog.count.value() == 2
    press("Esc")


def test_from_the_register_of_permissions_the_one_shown_is_chosen(empty_desk, go):
    run = registered(empty_desk, copies=FORTY).id
    permit(empty_desk, run, number="3", copies=5)
    wanted = permit(empty_desk, run, number="4", copies=7)
    place = go(empty_desk, "permits")
    place.show_row(wanted)
    ready(place)
    step(place, "Дополнительные экземпляры…")
    dialog = opened(CopiesDialog)
    assert dialog.permit.value() == wanted
    assert dialog.count.value() == 7
    press("Esc")


def test_what_was_found_of_cards_is_proposed_in_the_language_of_their_register(empty_desk, go):
    bulletin = registered(empty_desk, journal=JournalKind.PUBLICATIONS, copies=(1,)).id
    use_language("kk")
    with hands.shown(TakeOutDialog(empty_desk, None, item(empty_desk, bulletin))) as dialog:
        assert "не содержат" in dialog.fields["finding"].value()  # the register is Russian


def test_cards_are_taken_out_by_two_workers(empty_desk, go, asked):
    bulletin = registered(empty_desk, journal=JournalKind.PUBLICATIONS, copies=(1,)).id
    service_head(empty_desk)
    place = go(empty_desk, "permits")
    take(place.window(), empty_desk, bulletin, "taking_out:take_out")
    dialog = opened(TakeOutDialog)
    type_text("№ 14, 15")
    press("Enter")
    type_text("2")
    dialog.fields["first_worker_id"].show_value(1)
    press("Ctrl+S")
    assert dialog._boxes["second_worker_id"].error.text()
    dialog.fields["second_worker_id"].show_value(1)
    press("Ctrl+S")
    assert "дважды" in dialog._boxes["second_worker_id"].error.text()
    dialog.fields["second_worker_id"].show_value(service_head(empty_desk))
    press("Ctrl+S")
    ready(place)
    (name, given) = asked.calls[-1]
    assert name == "preview"
    assert given[2] == PaperRequest(paper="abstract_extraction", language="ru", about="abstract_extraction:1")


def test_a_document_has_no_cards_to_take_out(empty_desk):
    details = item(empty_desk, registered(empty_desk).id)
    assert not [one for one in item_steps.steps(empty_desk, details) if one.opens.endswith("take_out")]


def test_stickers_of_chosen_sides_begin_where_the_sheet_is_free(empty_desk, go, asked):
    letter = registered(empty_desk, copies=(1, 2)).id
    place = go(empty_desk, "permits")
    take(place.window(), empty_desk, letter, "stickers:print_them")
    dialog = opened(StickersDialog)
    assert not dialog.sides[Side.NOTE].isVisible()  # nothing was reproduced
    dialog.sides[Side.BACK].setFocus()
    press("Space")
    dialog.first.setFocus()
    clear()
    type_text("30")
    press("Ctrl+S")
    assert dialog._boxes["first"].error.text()
    clear()
    type_text("24")
    assert "2" in dialog.needed.text()
    press("Ctrl+S")
    ready(place)
    wanted = StickerSheet.of(asked.only("preview")[2].about)
    assert (wanted.sides, wanted.first, len(wanted.copy_ids)) == ((Side.FRONT,), 24, 2)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_windows_speak_both_languages(empty_desk, go, language):
    use_language(language)
    place = go(empty_desk, "permits")
    assert place.title() == {"kk": "Рұқсаттар", "ru": "Разрешения"}[language]
    assert QApplication.activeModalWidget() is None
