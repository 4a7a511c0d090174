"""Paragraph 59 on a real store: nothing leaves a case without permission, and what leaves is noted everywhere."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.case_file import VolumeHolds
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import ItemState
from dspdesk.law.registration_journal import line as cells
from dspdesk.law.values import SheetCount
from dspdesk.law.whereabouts import Where
from dspdesk.law.withdrawal import OutKind, Permission
from dspdesk.procedures import case_file, filing_correction, registration, withdrawal
from dspdesk.procedures.case_closing import Reopen, reopen
from dspdesk.procedures.case_file import OpenVolume
from dspdesk.procedures.filing import FileUnregistered, file_unregistered
from dspdesk.procedures.filing_correction import StrikeFiling
from dspdesk.procedures.withdrawal import Relocate, TakeOut
from dspdesk.queries import cases, item, journal_lines
from dspdesk.queries.whereabouts import copies_of
from tests import factories
from tests.factories import TODAY

LATER = TODAY + dt.timedelta(days=1)


def codes(told) -> set[str]:
    return {finding.code for finding in told.value.findings}


def permission(desk: Desk, **changes) -> Permission:
    return factories.permission_to_take_out(desk, **changes)


def taking(desk: Desk, volume: int, *lines: int, **changes) -> TakeOut:
    how = {"permission": permission(desk), "why": "по запросу руководства", "on": TODAY}
    return TakeOut(volume_id=volume, lines=lines, form_id=uuid.uuid4().hex, **(how | changes))


def moving(desk: Desk, volume: int, to: int, *lines: int, **changes) -> Relocate:
    how = {"permission": permission(desk), "why": "подшит не в то дело", "on": TODAY}
    return Relocate(
        volume_id=volume, to_volume_id=to, lines=lines, form_id=uuid.uuid4().hex, **(how | changes)
    )


def column_14(desk: Desk, item_id: int) -> str:
    ((journal, row),) = journal_lines.items_of(desk, [item_id])
    return cells(row, journal.kind, journal.language)[13]


def test_what_is_taken_out_is_with_the_service_again_and_noted(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    one, two = (factories.registered(empty_desk, sheets=SheetCount(3)) for _ in range(2))
    first, _second = factories.filed(empty_desk, volume, one.id, two.id)
    command = taking(empty_desk, volume, first)
    assert withdrawal.take_out(empty_desk, command) == withdrawal.take_out(empty_desk, command)
    details = cases.volume(empty_desk, volume)
    assert (details.row.documents, details.row.sheets) == (1, 3)
    left, stays = details.lines
    assert (left.out_on, left.out_kind) == (TODAY, OutKind.WITHDRAWN)
    day = f"{TODAY:%d.%m.%Y}"
    assert left.notes == f"изъят {day}, разрешение № 3 от {day}"
    assert (stays.first_sheet, stays.last_sheet) == (4, 6)
    copy = copies_of(empty_desk, one.id)[0]
    assert (copy.where, copy.words) == (
        Where.SERVICE,
        f"01-03, т. 1, л. 1–3, разрешение № 3 от {day}",
    )
    note = f"экз. № 1: Изъят {day} из дела 01-03, т. 1, л. 1–3, разрешение № 3 от {day}"
    assert note in column_14(empty_desk, one.id)
    assert "Изъят" not in column_14(empty_desk, two.id)
    assert note in item.item(empty_desk, one.id).taken_out
    assert item.item(empty_desk, one.id).history[-1].tag == "case:lines:withdrawn"
    assert empty_desk.verify() == []


def test_notes_are_in_the_language_of_the_journal(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    one = registration.register(empty_desk, replace(factories.registration_of(copies=(1,)), language="kk"))
    (line,) = factories.filed(empty_desk, volume, one.id)
    withdrawal.take_out(empty_desk, taking(empty_desk, volume, line))
    (row,) = cases.volume(empty_desk, volume).lines
    day = f"{TODAY:%d.%m.%Y}"
    assert row.notes == f"{day} алып қойылды, {day} № 3 рұқсат"
    assert f"{day} істен алып қойылды (01-03, 1-том" in column_14(empty_desk, one.id)


def test_an_unclassified_line_leaves_like_any_other(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    made = file_unregistered(
        empty_desk,
        FileUnregistered(
            volume_id=volume, number="", dated=TODAY, heading="Справка", sheets=2, on=TODAY, form_id="u"
        ),
    )
    withdrawal.take_out(empty_desk, taking(empty_desk, volume, made.filing_id))
    (line,) = cases.volume(empty_desk, volume).lines
    assert (line.there, line.out_kind) == (False, OutKind.WITHDRAWN)


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"number": " "}, "withdrawal_permit_needed"),
        ({"on": None}, "withdrawal_permit_needed"),
        ({"by_id": None}, "withdrawal_permit_needed"),
        ({"on": LATER}, "permit_ahead"),
        ({"on": TODAY - dt.timedelta(days=9000)}, "withdrawal_not_by_head"),
        ({"by": "Ким А.В."}, "withdrawal_not_by_head"),
    ],
)
def test_without_the_permission_of_the_head_nothing_leaves(empty_desk: Desk, how, code) -> None:
    volume = factories.case_opened(empty_desk)
    one = factories.registered(empty_desk)
    (line,) = factories.filed(empty_desk, volume, one.id)
    if name := how.pop("by", ""):
        how["by_id"] = factories.employee(empty_desk, name)
    before = cases.volume(empty_desk, volume)
    with pytest.raises(Refused) as told:
        withdrawal.take_out(
            empty_desk, taking(empty_desk, volume, line, permission=permission(empty_desk, **how))
        )
    assert code in codes(told)
    assert cases.volume(empty_desk, volume) == before
    assert copies_of(empty_desk, one.id)[0].where is Where.CASE
    withdrawal.take_out(empty_desk, taking(empty_desk, volume, line))


def test_whoever_acted_as_head_on_the_day_permits_it(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk)
    (line,) = factories.filed(empty_desk, volume, one.id)
    permission(empty_desk)
    acting = factories.acting_service_head(empty_desk)
    withdrawal.take_out(
        empty_desk, taking(empty_desk, volume, line, permission=permission(empty_desk, by_id=acting))
    )
    assert copies_of(empty_desk, one.id)[0].where is Where.SERVICE


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"why": ""}, "withdrawal_why"),
        ({"on": LATER}, "moved_ahead"),
        ({"on": TODAY - dt.timedelta(days=1)}, "withdrawal_permit_late"),
        ({"on": TODAY - dt.timedelta(days=1)}, "out_before_filed"),
    ],
)
def test_a_step_that_cannot_be(empty_desk: Desk, changes, code) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk)
    (line,) = factories.filed(empty_desk, volume, one.id)
    with pytest.raises(Refused) as told:
        withdrawal.take_out(empty_desk, taking(empty_desk, volume, line, **changes))
    assert code in codes(told)
    assert cases.volume(empty_desk, volume).lines[0].there


def test_a_window_opened_yesterday_does_not_take_out_twice(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk)
    (line,) = factories.filed(empty_desk, volume, one.id)
    stale = taking(empty_desk, volume, line)
    withdrawal.take_out(empty_desk, taking(empty_desk, volume, line))
    with pytest.raises(Refused) as told:
        withdrawal.take_out(empty_desk, stale)
    assert codes(told) == {"line_not_there"}


def test_a_closed_volume_is_certified_anew(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk)
    (line,) = factories.filed(empty_desk, volume, one.id)
    factories.volume_ended(empty_desk, volume)
    command = taking(empty_desk, volume, line)
    assert [one.code for one in withdrawal.consider_taking_out(empty_desk, command)] == ["certify_anew"]
    withdrawal.take_out(empty_desk, command)
    assert not cases.volume(empty_desk, volume).lines[0].there


def test_what_is_moved_lies_in_the_other_volume_and_both_say_so(empty_desk: Desk) -> None:
    source = factories.case_opened(empty_desk)
    target = factories.case_opened(empty_desk, case_index="01-05")
    one, two = (factories.registered(empty_desk, sheets=SheetCount(3)) for _ in range(2))
    (kept,) = factories.filed(empty_desk, target, two.id)
    (line,) = factories.filed(empty_desk, source, one.id)
    command = moving(empty_desk, source, target, line)
    done = withdrawal.relocate(empty_desk, command)
    assert withdrawal.relocate(empty_desk, command) == done
    left = cases.volume(empty_desk, source).lines[0]
    arrived = cases.volume(empty_desk, target).lines[1]
    day = f"{TODAY:%d.%m.%Y}"
    permit = f"разрешение № 3 от {day}"
    assert (left.out_kind, left.notes) == (
        OutKind.RELOCATED,
        f"перемещён {day} в 01-05, т. 1, л. 4–6, {permit}",
    )
    assert (arrived.id, arrived.first_sheet, arrived.notes) == (
        done.arrived[0],
        4,
        f"перемещён {day} из 01-03, т. 1, л. 1–3, {permit}",
    )
    assert (arrived.number, arrived.heading, arrived.for_year) == (left.number, left.heading, left.for_year)
    copy = copies_of(empty_desk, one.id)[0]
    assert (copy.where, copy.words) == (Where.CASE, "01-05, т. 1, л. 4–6")
    note = f"Перемещён {day} из дела 01-03, т. 1, л. 1–3 в дело 01-05, т. 1, л. 4–6, {permit}"
    assert note in column_14(empty_desk, one.id)
    assert item.item(empty_desk, one.id).state is ItemState.IN_CASE
    assert kept != arrived.id
    assert empty_desk.verify() == []


@pytest.mark.parametrize(
    ("case", "sheets", "code"),
    [
        ({"year": TODAY.year - 1}, 3, "filed_other_year"),
        ({}, 179, "volume_full"),
        ({}, 3, None),
    ],
)
def test_the_other_volume_obeys_the_rules_of_filing(empty_desk: Desk, case, sheets, code) -> None:
    source = factories.case_opened(empty_desk)
    target = factories.case_opened(empty_desk, case_index="01-05", **case)
    if not case:
        factories.filed(empty_desk, target, factories.registered(empty_desk, sheets=SheetCount(4)).id)
    one = factories.registered(empty_desk, sheets=SheetCount(sheets))
    (line,) = factories.filed(empty_desk, source, one.id, reason="один вопрос")
    command = moving(empty_desk, source, target, line)
    if code is None:
        withdrawal.relocate(empty_desk, command)
        return
    before = cases.volume(empty_desk, source), cases.volume(empty_desk, target)
    with pytest.raises(Refused) as told:
        withdrawal.relocate(empty_desk, command)
    assert code in codes(told)
    assert (cases.volume(empty_desk, source), cases.volume(empty_desk, target)) == before


def test_between_retentions_only_with_a_reason_and_never_to_itself(empty_desk: Desk) -> None:
    source = factories.case_opened(empty_desk)
    target = factories.case_opened(empty_desk, case_index="01-05", retention="permanent", years=None)
    (line,) = factories.filed(empty_desk, source, factories.registered(empty_desk).id)
    with pytest.raises(NeedsReason) as told:
        withdrawal.relocate(empty_desk, moving(empty_desk, source, target, line))
    assert codes(told) == {"relocated_to_permanent"}
    with pytest.raises(Refused) as told:
        withdrawal.relocate(empty_desk, moving(empty_desk, source, source, line))
    assert "relocated_nowhere" in codes(told)
    withdrawal.relocate(empty_desk, moving(empty_desk, source, target, line, reason="решение комиссии"))
    assert cases.volume(empty_desk, target).row.documents == 1


def test_a_document_that_is_a_volume_by_itself_becomes_one_in_the_other_case(empty_desk: Desk) -> None:
    source = factories.case_opened(empty_desk)
    target = factories.case_opened(empty_desk, case_index="01-05")
    big = factories.registered(empty_desk, sheets=SheetCount(200))
    (line,) = factories.filed(empty_desk, source, big.id, apart=True, reason="закон молчит")
    own = cases.volume(empty_desk, source).row.case_id
    apart = next(row.id for row in cases.volumes(empty_desk) if row.case_id == own and row.id != source)
    with pytest.raises(Refused) as told:
        withdrawal.relocate(empty_desk, moving(empty_desk, apart, target, line))
    assert "document_oversize" in codes(told)
    withdrawal.relocate(
        empty_desk, moving(empty_desk, apart, target, line, apart=True, reason="закон молчит")
    )
    (made,) = [row for row in cases.volumes(empty_desk) if row.case_index == "01-05" and row.id != target]
    assert (made.holds, made.sheets) == (VolumeHolds.ONE_DOCUMENT, 200)


def with_enclosure(desk: Desk) -> tuple[int, int, int, int]:
    """The entry of a document whose enclosure is a volume of its own: item, its volume, its line, that volume."""
    volume = factories.case_opened(desk)
    one = factories.registered(desk, sheets=SheetCount(4, 190))
    (line, *_) = factories.filed(desk, volume, one.id, enclosure_apart=True)
    apart = next(row.id for row in cases.volumes(desk) if row.holds is VolumeHolds.ENCLOSURE)
    return one.id, volume, line, apart


def test_an_enclosure_in_a_volume_of_its_own_is_taken_out_with_its_document(empty_desk: Desk) -> None:
    _item, volume, line, apart = with_enclosure(empty_desk)
    command = taking(empty_desk, volume, line)
    told = withdrawal.consider_taking_out(empty_desk, command)
    assert [one.code for one in told] == ["enclosure_goes"]
    assert withdrawal.take_out(empty_desk, command) == withdrawal.take_out(empty_desk, command)
    (left,) = cases.volume(empty_desk, apart).lines
    day = f"{TODAY:%d.%m.%Y}"
    assert (left.out_on, left.out_kind) == (TODAY, OutKind.WITHDRAWN)
    assert left.notes == f"изъят {day}, разрешение № 3 от {day}"
    assert cases.volume(empty_desk, apart).row.documents == 0
    assert empty_desk.verify() == []


def test_an_enclosure_of_another_document_stays(empty_desk: Desk) -> None:
    _item, volume, _line, apart = with_enclosure(empty_desk)
    (other,) = factories.filed(empty_desk, volume, factories.registered(empty_desk).id)
    command = taking(empty_desk, volume, other)
    assert withdrawal.consider_taking_out(empty_desk, command) == []
    withdrawal.take_out(empty_desk, command)
    assert cases.volume(empty_desk, apart).row.documents == 1


def test_a_closed_enclosure_is_certified_anew_too(empty_desk: Desk) -> None:
    _item, volume, line, apart = with_enclosure(empty_desk)
    factories.volume_ended(empty_desk, apart)
    told = withdrawal.consider_taking_out(empty_desk, taking(empty_desk, volume, line))
    assert [(one.code, one.facts["volume"]) for one in told if one.code == "certify_anew"] == [
        ("certify_anew", "01-03, т. 2")
    ]


def test_an_enclosure_becomes_a_volume_of_the_other_case(empty_desk: Desk) -> None:
    item_id, volume, line, apart = with_enclosure(empty_desk)
    target = factories.case_opened(empty_desk, case_index="01-05")
    command = moving(empty_desk, volume, target, line)
    done = withdrawal.relocate(empty_desk, command)
    assert withdrawal.relocate(empty_desk, command) == done
    made = next(row for row in cases.volumes(empty_desk) if row.case_index == "01-05" and row.id != target)
    assert (made.holds, made.sheets, made.documents) == (VolumeHolds.ENCLOSURE, 190, 1)
    day = f"{TODAY:%d.%m.%Y}"
    permit = f"разрешение № 3 от {day}"
    (left,), (came,) = cases.volume(empty_desk, apart).lines, cases.volume(empty_desk, made.id).lines
    assert (left.out_kind, left.notes) == (
        OutKind.RELOCATED,
        f"перемещён {day} в 01-05, т. 2, л. 1–190, {permit}",
    )
    assert came.notes == f"перемещён {day} из 01-03, т. 2, л. 1–190, {permit}"
    (arrived,) = cases.volume(empty_desk, target).lines
    assert arrived.notes.endswith("; приложение — том 2")
    assert done.arrived == (arrived.id, came.id)
    noted = column_14(empty_desk, item_id)
    assert "приложение — отдельный том: 01-05, т. 2" in noted
    assert "приложение — отдельный том: 01-03" not in noted
    withdrawal.take_out(empty_desk, taking(empty_desk, target, arrived.id))
    assert cases.volume(empty_desk, made.id).row.documents == 0
    assert empty_desk.verify() == []


def test_an_enclosure_is_not_moved_without_its_document(empty_desk: Desk) -> None:
    _item, volume, line, apart = with_enclosure(empty_desk)
    target = factories.case_opened(empty_desk, case_index="01-05")
    (enclosure,) = cases.volume(empty_desk, apart).lines
    command = moving(empty_desk, apart, target, enclosure.id, apart=True, reason="закон молчит")
    before = cases.volumes(empty_desk)
    with pytest.raises(Refused) as told:
        withdrawal.relocate(empty_desk, command)
    assert codes(told) == {"enclosure_moved_alone"}
    assert cases.volumes(empty_desk) == before
    withdrawal.relocate(empty_desk, moving(empty_desk, volume, target, line))
    withdrawal.take_out(empty_desk, taking(empty_desk, target, cases.volume(empty_desk, target).lines[0].id))


def test_within_its_case_an_enclosure_stays_where_it_is_and_goes_on_belonging_to_its_document(
    empty_desk: Desk,
) -> None:
    _item, volume, line, apart = with_enclosure(empty_desk)
    case_id = cases.volume(empty_desk, volume).row.case_id
    further = case_file.open_volume(empty_desk, OpenVolume(case_id=case_id)).volume_id
    (arrived,) = withdrawal.relocate(empty_desk, moving(empty_desk, volume, further, line)).arrived
    (left,) = cases.volume(empty_desk, apart).lines
    assert left.there
    assert cases.volume(empty_desk, further).lines[0].notes.endswith("; приложение — том 2")
    withdrawal.take_out(empty_desk, taking(empty_desk, further, arrived))
    assert not cases.volume(empty_desk, apart).lines[0].there


# --- what was never filed (W6) ---


def test_a_closed_case_gets_no_volume_by_moving_into_it(empty_desk: Desk) -> None:
    source, target = (
        factories.case_opened(empty_desk),
        factories.closed_volume(empty_desk, case_index="01-05"),
    )
    big = factories.registered(empty_desk, sheets=SheetCount(200))
    (line,) = factories.filed(empty_desk, source, big.id, apart=True, reason="закон молчит")
    own = cases.volume(empty_desk, source).row.case_id
    apart = next(row.id for row in cases.volumes(empty_desk) if row.case_id == own and row.id != source)
    before = len(cases.volumes(empty_desk))
    command = moving(empty_desk, apart, target, line, apart=True, reason="закон молчит")
    with pytest.raises(Refused) as told:
        withdrawal.relocate(empty_desk, command)
    assert "case_closed" in codes(told)
    assert len(cases.volumes(empty_desk)) == before
    reopen(empty_desk, Reopen(volume_id=target, reason="пришёл документ"))
    withdrawal.relocate(empty_desk, command)
    assert len(cases.volumes(empty_desk)) == before + 1


def test_a_line_named_twice_leaves_once(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    (line,) = factories.filed(empty_desk, volume, factories.registered(empty_desk).id)
    withdrawal.take_out(empty_desk, taking(empty_desk, volume, line, line))
    assert not cases.volume(empty_desk, volume).lines[0].there
    assert empty_desk.verify() == []


def test_what_was_never_filed_is_struck_out_and_its_sheets_are_free(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    one, two = (factories.registered(empty_desk, sheets=SheetCount(3)) for _ in range(2))
    (line,) = factories.filed(empty_desk, volume, one.id)
    filing_correction.strike(empty_desk, StrikeFiling(filing_id=line, mistake="не тот экземпляр"))
    details = cases.volume(empty_desk, volume)
    assert (details.row.documents, details.row.restricted) == (0, False)
    assert details.lines[0].struck_on == TODAY
    assert copies_of(empty_desk, one.id)[0].where is Where.SERVICE
    assert "запись «01-03, т. 1, л. 1–3» внесена ошибочно" in column_14(empty_desk, one.id)
    (again,) = factories.filed(empty_desk, volume, two.id)
    lines = cases.volume(empty_desk, volume).lines
    assert [(row.id, row.ordinal, row.first_sheet) for row in lines] == [(line, 1, 1), (again, 1, 1)]
    assert empty_desk.verify() == []


def test_what_an_executor_never_brought_is_with_them_again(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk, copies=(1,))
    person = factories.handed(empty_desk, one.id, 1)
    (line,) = factories.filed(empty_desk, volume, one.id)
    filing_correction.strike(empty_desk, StrikeFiling(filing_id=line, mistake="не тот документ"))
    (copy,) = copies_of(empty_desk, one.id)
    assert (copy.where, copy.holder_id) == (Where.PERSON, person)
    moves = item.item(empty_desk, one.id).copies[0].movements
    assert [(move.kind.value, move.mistaken) for move in moves] == [
        ("receipt", False),
        ("return", True),
        ("filing", True),
    ]
    assert empty_desk.verify() == []


@pytest.mark.parametrize(
    ("way", "code"),
    [
        ("closed", "struck_in_closed"),
        ("below", "struck_not_last"),
        ("printed", "struck_printed"),
        ("moved", "struck_moved_here"),
        ("out", "line_not_there"),
        ("no reason", "reason_needed"),
    ],
)
def test_what_is_no_mistake_is_not_struck_out(empty_desk: Desk, way: str, code: str) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk)
    (line,) = factories.filed(empty_desk, volume, one.id)
    if way == "closed":
        factories.volume_ended(empty_desk, volume)
    elif way == "below":
        factories.filed(empty_desk, volume, factories.registered(empty_desk).id)
    elif way == "printed":
        factories.inventory_printed(empty_desk, volume)
    elif way == "moved":
        target = factories.case_opened(empty_desk, case_index="01-05")
        (line,) = withdrawal.relocate(empty_desk, moving(empty_desk, volume, target, line)).arrived
    elif way == "out":
        withdrawal.take_out(empty_desk, taking(empty_desk, volume, line))
    mistake = "" if way == "no reason" else "не тот"
    command = StrikeFiling(filing_id=line, mistake=mistake)
    with pytest.raises(Refused) as told:
        filing_correction.strike(empty_desk, command)
    assert code in codes(told)
    assert [finding.code for finding in filing_correction.consider(empty_desk, command)] == [
        finding.code for finding in told.value.findings
    ]


def test_an_enclosure_goes_with_its_document(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    one = factories.registered(empty_desk, sheets=SheetCount(4, 190))
    (line, *_) = factories.filed(empty_desk, volume, one.id, enclosure_apart=True)
    filing_correction.strike(empty_desk, StrikeFiling(filing_id=line, mistake="не тот"))
    assert [row.documents for row in cases.volumes(empty_desk)] == [0, 0]
