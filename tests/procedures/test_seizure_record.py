"""Paragraph 42, part 2 on a real store: originals leave only for certified copies and the record, which stay."""

import datetime as dt
import uuid

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import ItemState
from dspdesk.law.registration_journal import line as cells
from dspdesk.law.seizure_record import RecordState, Seizing
from dspdesk.law.values import SheetCount
from dspdesk.law.whereabouts import Where
from dspdesk.law.withdrawal import OutKind
from dspdesk.procedures import movements, seizure_record, store_papers, withdrawal
from dspdesk.procedures.seizure_record import Certify, DrawUp, Execute, WithdrawRecord
from dspdesk.procedures.withdrawal import TakeOut
from dspdesk.queries import case_cover, cases, item, journal_lines
from dspdesk.queries import seizure_record as queries
from dspdesk.queries.where_is_it import find
from dspdesk.queries.whereabouts import copies_of
from tests import factories
from tests.factories import TODAY

LATER = TODAY + dt.timedelta(days=1)


def codes(told) -> set[str]:
    return {finding.code for finding in told.value.findings}


def drawing(desk: Desk, volume: int, *lines: int, **changes) -> DrawUp:
    return factories.seizure_of(desk, volume, *lines, **changes)


def certified(desk: Desk, record: int, **changes) -> None:
    lines = tuple(line.id for line in queries.record(desk, record).lines)
    how = {"lines": lines, "certified_by_id": factories.service_head(desk), "certified_on": TODAY}
    seizure_record.certify(desk, Certify(record_id=record, **(how | changes)))


def executing(record: int, **changes) -> Execute:
    return Execute(**({"record_id": record, "on": TODAY, "record_sheets": 2} | changes))


@pytest.fixture
def filed(empty_desk: Desk) -> tuple[int, int, int, int]:
    """A volume, its two lines of three sheets, and the entry of the first."""
    volume = factories.case_opened(empty_desk)
    one, two = (factories.registered(empty_desk, sheets=SheetCount(3), copies=(1,)) for _ in range(2))
    first, second = factories.filed(empty_desk, volume, one.id, two.id)
    return volume, first, second, one.id


def test_an_enclosure_in_a_volume_of_its_own_is_told_of_when_its_document_is_seized(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    one = factories.registered(empty_desk, sheets=SheetCount(4, 190))
    (line, *_) = factories.filed(empty_desk, volume, one.id, enclosure_apart=True)
    (other,) = factories.filed(empty_desk, volume, factories.registered(empty_desk).id)
    told = seizure_record.consider_drawing_up(empty_desk, drawing(empty_desk, volume, line))
    assert [(one.code, one.facts["volume"]) for one in told] == [("enclosure_of_another_record", "2")]
    assert seizure_record.consider_drawing_up(empty_desk, drawing(empty_desk, volume, other)) == []
    seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, line))  # it is told, not asked


def test_the_cover_counts_the_certified_copy_as_the_original(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk, documents="orders", retention="permanent", years=None)
    items = [factories.registered(empty_desk, sheets=SheetCount(3)).id for _ in range(2)]
    first, _second = factories.filed(empty_desk, volume, *items)
    before = case_cover.content(empty_desk, volume, "ru").first_number
    record = seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first))
    certified(empty_desk, record)
    seizure_record.execute(empty_desk, executing(record))
    assert case_cover.content(empty_desk, volume, "ru").first_number == before
    assert before.replace("\N{NO-BREAK SPACE}", " ") == "1 ДСП"


def test_originals_leave_copies_and_record_stay(empty_desk: Desk, filed) -> None:
    volume, first, _second, entry = filed
    command = drawing(empty_desk, volume, first)
    record = seizure_record.draw_up(empty_desk, command)
    assert seizure_record.draw_up(empty_desk, command) == record
    assert copies_of(empty_desk, entry)[0].where is Where.CASE
    certified(empty_desk, record, sheets=4)
    seizure_record.execute(empty_desk, executing(record))
    details = cases.volume(empty_desk, volume)
    seized, _stays, paper = details.lines
    day = f"{TODAY:%d.%m.%Y}"
    said = f"протокол изъятия № 1 от {day}"
    assert (seized.out_kind, seized.there, seized.lying) == (OutKind.SEIZED, False, 4)
    assert seized.notes == f"подлинник изъят {day}, {said}; заверенная копия на 4 л."
    assert (seized.first_sheet, seized.last_sheet) == (1, 3)
    assert (paper.number, paper.sheets, paper.first_sheet) == ("1", 2, 7)
    assert (details.row.documents, details.row.sheets) == (3, 4 + 3 + 2)
    (copy,) = copies_of(empty_desk, entry)
    assert (copy.where, copy.words) == (Where.SEIZED, f"Департамент расследований, {said}")
    assert item.item(empty_desk, entry).state is ItemState.SEIZED
    ((journal, row),) = journal_lines.items_of(empty_desk, [entry])
    note = f"Подлинник изъят {day}: Департамент расследований, {said}; в деле заверенная копия"
    assert note in cells(row, journal.kind, journal.language)[13]
    number = item.item(empty_desk, entry).number.plain
    assert find(empty_desk, number).copies[0].copy.where is Where.SEIZED
    assert queries.record(empty_desk, record).state is RecordState.EXECUTED
    assert empty_desk.verify() == []


def test_a_certified_copy_counts_with_its_own_sheets(empty_desk: Desk, filed) -> None:
    volume, first, _second, _entry = filed
    record = seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first))
    certified(empty_desk, record)
    seizure_record.execute(empty_desk, executing(record, record_sheets=1))
    assert cases.volume(empty_desk, volume).row.sheets == 3 + 3 + 1
    big = factories.registered(empty_desk, sheets=SheetCount(174))
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, volume, big.id)
    assert codes(told) == {"volume_full"}


def test_without_a_certified_copy_nothing_leaves(empty_desk: Desk, filed) -> None:
    volume, first, second, entry = filed
    record = seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first, second))
    one = queries.record(empty_desk, record).lines[0].id
    certified(empty_desk, record, lines=(one,))
    before = cases.volume(empty_desk, volume)
    with pytest.raises(Refused) as told:
        seizure_record.execute(empty_desk, executing(record))
    assert codes(told) == {"certified_copy_missing"}
    assert cases.volume(empty_desk, volume) == before
    assert copies_of(empty_desk, entry)[0].where is Where.CASE
    certified(empty_desk, record)
    seizure_record.execute(empty_desk, executing(record))
    assert not any(line.there for line in cases.volume(empty_desk, volume).lines[:2])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"authority": " "}, "seizure_authority"),
        ({"official": ""}, "seizure_official"),
        ({"basis": ""}, "seizure_basis"),
        ({"handed_over_by_id": None}, "seizure_handed_over_by"),
        ({"dated": None}, "day_needed"),
        ({"dated": LATER}, "moved_ahead"),
        ({"basis": "постановление"}, "seizure_basis_undated"),
    ],
)
def test_what_the_record_says(empty_desk: Desk, filed, changes, code) -> None:
    volume, first, *_ = filed
    with pytest.raises(Refused) as told:
        seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first, **changes))
    assert code in codes(told)
    assert queries.records_of(empty_desk, volume) == []


def test_a_basis_without_number_needs_a_reason(empty_desk: Desk, filed) -> None:
    volume, first, *_ = filed
    command = drawing(empty_desk, volume, first, basis="устное требование")
    with pytest.raises(NeedsReason):
        seizure_record.draw_up(empty_desk, command)
    reasoned = DrawUp(
        volume_id=volume, lines=(first,), seizing=command.seizing, form_id="r", reason="номер сообщат позднее"
    )
    assert seizure_record.draw_up(empty_desk, reasoned)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"on": LATER}, "moved_ahead"),
        ({"on": TODAY - dt.timedelta(days=1)}, "seized_before_record"),
        ({"on": TODAY - dt.timedelta(days=1)}, "certified_after_seizure"),
        ({"record_sheets": None}, "seizure_record_sheets"),
        ({"record_sheets": -2}, "seizure_record_sheets"),
        ({"record_sheets": 10**30, "reason": "да"}, "seizure_record_sheets"),
    ],
)
def test_an_execution_that_cannot_be(empty_desk: Desk, filed, changes, code) -> None:
    volume, first, *_ = filed
    record = seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first))
    certified(empty_desk, record)
    with pytest.raises(Refused) as told:
        seizure_record.execute(empty_desk, executing(record, **changes))
    assert code in codes(told)
    assert cases.volume(empty_desk, volume).lines[0].there


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"certified_by_id": None}, "certified_by"),
        ({"certified_on": None}, "day_needed"),
        ({"certified_on": LATER}, "moved_ahead"),
        ({"sheets": 0}, "certified_sheets"),
        ({"sheets": 10**30}, "certified_sheets"),
        ({"lines": ()}, "no_lines_chosen"),
        ({"lines": (99,)}, "line_not_on_record"),
    ],
)
def test_a_copy_that_is_not_certified(empty_desk: Desk, filed, changes, code) -> None:
    volume, first, *_ = filed
    record = seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first))
    with pytest.raises(Refused) as told:
        certified(empty_desk, record, **changes)
    assert code in codes(told)
    assert not queries.record(empty_desk, record).lines[0].certified


def test_a_line_stands_on_one_record_at_a_time(empty_desk: Desk, filed) -> None:
    volume, first, *_ = filed
    record = seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first))
    with pytest.raises(Refused) as told:
        seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first))
    assert codes(told) == {"seizure_on_other_record"}
    with pytest.raises(Refused):
        seizure_record.withdraw(empty_desk, WithdrawRecord(record_id=record, reason=" "))
    seizure_record.withdraw(empty_desk, WithdrawRecord(record_id=record, reason="решение отменено"))
    assert queries.record(empty_desk, record).state is RecordState.WITHDRAWN
    other = seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first))
    assert queries.record(empty_desk, other).number == 2


@pytest.mark.parametrize("ending", ["executed", "withdrawn"])
def test_a_record_that_has_ended_stays_as_it_is(empty_desk: Desk, filed, ending) -> None:
    volume, first, *_ = filed
    record = seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first))
    certified(empty_desk, record)
    if ending == "executed":
        seizure_record.execute(empty_desk, executing(record))
    else:
        seizure_record.withdraw(empty_desk, WithdrawRecord(record_id=record, reason="отменено"))
    for again in (
        lambda: seizure_record.execute(empty_desk, executing(record)),
        lambda: seizure_record.withdraw(empty_desk, WithdrawRecord(record_id=record, reason="ещё раз")),
        lambda: certified(empty_desk, record),
    ):
        with pytest.raises(Refused) as told:
            again()
        assert codes(told) == {f"seizure_{ending}"}


def test_what_was_taken_out_meanwhile_is_not_seized(empty_desk: Desk, filed) -> None:
    volume, first, *_ = filed
    record = seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first))
    certified(empty_desk, record)
    withdrawal.take_out(
        empty_desk,
        TakeOut(
            volume_id=volume, lines=(first,), permission=factories.permission_to_take_out(empty_desk),
            why="нужен", on=TODAY, form_id=uuid.uuid4().hex,
        ),
    )  # fmt: skip
    with pytest.raises(Refused) as told:
        seizure_record.execute(empty_desk, executing(record))
    assert codes(told) == {"line_not_there"}


def test_a_seized_copy_is_neither_taken_back_nor_filed_again(empty_desk: Desk, filed) -> None:
    volume, first, _second, entry = filed
    record = seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, first))
    certified(empty_desk, record)
    seizure_record.execute(empty_desk, executing(record))
    (copy,) = copies_of(empty_desk, entry)
    with pytest.raises(Refused):
        movements.take_back(empty_desk, movements.TakeBack(copy_ids=(copy.id,), on=TODAY))
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, volume, entry)
    assert "copy_not_here_seized" in codes(told)


def test_a_volume_that_grows_too_large_is_recorded_with_a_reason(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    one = factories.registered(empty_desk, sheets=SheetCount(179))
    (line,) = factories.filed(empty_desk, volume, one.id, reason="один вопрос")
    factories.volume_ended(empty_desk, volume)
    record = seizure_record.draw_up(empty_desk, drawing(empty_desk, volume, line))
    certified(empty_desk, record)
    told = [one.code for one in seizure_record.consider_executing(empty_desk, executing(record))]
    assert told == ["seizure_over_full", "certify_anew"]
    with pytest.raises(NeedsReason):
        seizure_record.execute(empty_desk, executing(record))
    seizure_record.execute(empty_desk, executing(record, reason="изъятие по закону"))
    assert cases.volume(empty_desk, volume).row.sheets == 181


def test_the_paper_waits_for_both_sides_and_those_present(empty_desk: Desk, filed) -> None:
    volume, first, *_ = filed
    record = seizure_record.draw_up(
        empty_desk, drawing(empty_desk, volume, first, present="Ли С.А.\n\nКим А.В.")
    )
    about = f"seizure_record:{record}"
    assert len(store_papers.awaited(empty_desk, "seizure_record", about)) == 4
    for language in ("kk", "ru"):
        assert store_papers.draw(empty_desk, "seizure_record", about, language, "").startswith(b"%PDF")
    content = queries.content(empty_desk, record, "ru")
    assert (content.case, content.restricted, content.present) == (
        "01-03, т. 1",
        True,
        ("Ли С.А.", "Ким А.В."),
    )


def test_seizing_is_what_it_says(empty_desk: Desk) -> None:
    said = Seizing(dated=None, authority="", official="", basis="", handed_over_by_id=None)
    volume = factories.case_opened(empty_desk)
    command = DrawUp(volume_id=volume, lines=(), seizing=said, form_id="n")
    told = {one.code for one in seizure_record.consider_drawing_up(empty_desk, command)}
    assert told == {
        "seizure_authority",
        "seizure_official",
        "seizure_basis",
        "seizure_handed_over_by",
        "day_needed",
        "no_lines_chosen",
    }
