"""Seized originals come back: into their places, with their copies on the next sheets, and everything tells it."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import ItemState
from dspdesk.law.registration_journal import line as cells
from dspdesk.law.seizure_record import RecordState
from dspdesk.law.values import SheetCount
from dspdesk.law.whereabouts import Where
from dspdesk.models import CertificationSheet
from dspdesk.procedures import (
    filing,
    filing_correction,
    seizure_record,
    seizure_return,
    seizure_return_correction,
    withdrawal,
)
from dspdesk.procedures.case_file import OpenVolume, open_volume
from dspdesk.procedures.filing import FileUnregistered
from dspdesk.procedures.filing_correction import StrikeFiling
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.procedures.seizure_record import WithdrawRecord
from dspdesk.procedures.seizure_return import ComeBack
from dspdesk.procedures.seizure_return_correction import StrikeReturn
from dspdesk.procedures.withdrawal import Relocate, TakeOut
from dspdesk.queries import case_cover, cases, inner_inventory, item, journal_lines, ledger
from dspdesk.queries import seizure_record as queries
from dspdesk.queries.signatures import Shown, printouts
from dspdesk.queries.whereabouts import copies_of
from dspdesk.store.errors import NotThere
from tests import factories
from tests.factories import TODAY

DAY = f"{TODAY:%d.%m.%Y}"
PAPER = f"сопроводительное письмо от {DAY} № 3-5"


def codes(told) -> set[str]:
    return {finding.code for finding in told.value.findings}


def seized(desk: Desk, volume: int, *lines: int, sheets: int | None = None) -> int:
    """A record by which these lines left; `sheets` are those of each copy."""
    return factories.seizure_executed(desk, volume, *lines, sheets=sheets)


def coming(desk: Desk, record: int, *places: int, **changes) -> ComeBack:
    """The originals at these places of the record, all without any, come back today."""
    lines = queries.record(desk, record).lines
    chosen = tuple(line.id for at, line in enumerate(lines) if not places or at in places)
    said = {"lines": chosen, "on": TODAY, "paper": PAPER, "brought_by": "следователь Серикбаев Д.О."}
    return ComeBack(record_id=record, form_id=uuid.uuid4().hex, **(said | changes))


def changed_nothing(desk: Desk, volume: int, command: ComeBack) -> set[str]:
    """Refused, and the case is as it was."""
    before = cases.volume(desk, volume), queries.record(desk, command.record_id)
    with pytest.raises(Refused) as told:
        seizure_return.come_back(desk, command)
    assert (cases.volume(desk, volume), queries.record(desk, command.record_id)) == before
    return codes(told)


@pytest.fixture
def filed(empty_desk: Desk) -> tuple[int, int, int, int]:
    """A volume, its two lines of three sheets, and the entry of the first."""
    volume = factories.case_opened(empty_desk)
    one, two = (factories.registered(empty_desk, sheets=SheetCount(3), copies=(1,)) for _ in range(2))
    first, second = factories.filed(empty_desk, volume, one.id, two.id)
    return volume, first, second, one.id


def test_the_original_lies_on_its_sheets_again_and_its_copy_on_the_next(empty_desk: Desk, filed) -> None:
    volume, first, _second, entry = filed
    record = seized(empty_desk, volume, first, sheets=4)
    before = cases.volume(empty_desk, volume).row
    assert (before.documents, before.sheets) == (3, 4 + 3 + 2)
    command = coming(empty_desk, record)
    key = seizure_return.come_back(empty_desk, command)
    assert seizure_return.come_back(empty_desk, command) == key  # saved twice is once
    original, _other, _record, copy = cases.volume(empty_desk, volume).lines
    assert (original.there, original.out_kind, original.first_sheet, original.last_sheet) == (True, "", 1, 3)
    assert original.notes.endswith(
        f"заверенная копия на 4 л.; подлинник возвращён {DAY}, {PAPER}; заверенная копия на л. 9–12"
    )
    assert (copy.copy_id, copy.number, copy.first_sheet, copy.last_sheet) == (None, original.number, 9, 12)
    assert copy.heading == f"Заверенная копия: {original.heading}"
    assert copy.notes == "подлинник возвращён, л. 1–3"
    after = cases.volume(empty_desk, volume).row
    assert (after.documents, after.sheets) == (4, 3 + 3 + 2 + 4)
    assert copies_of(empty_desk, entry)[0].where is Where.CASE
    assert item.item(empty_desk, entry).state is ItemState.IN_CASE
    assert empty_desk.verify() == []


def test_registers_record_and_ledger_tell_it(empty_desk: Desk, filed) -> None:
    volume, first, _second, entry = filed
    record = seized(empty_desk, volume, first)
    seizure_return.come_back(empty_desk, coming(empty_desk, record))
    ((journal, row),) = journal_lines.items_of(empty_desk, [entry])
    columns = cells(row, journal.kind, journal.language)
    assert f"Департамент расследований, {DAY}, {PAPER}" in columns[10]
    assert columns[11].count("л. 1–3") == 1
    assert f"Подлинник изъят {DAY}" in columns[13]
    assert f"Подлинник возвращён {DAY}: Департамент расследований, {PAPER}" in columns[13]
    details = queries.record(empty_desk, record)
    assert (details.state, details.away) == (RecordState.RETURNED, ())
    (back,) = queries.content(empty_desk, record, "ru").returns
    assert (back.on, back.paper, back.places) == (TODAY, PAPER, (1,))
    entries = inner_inventory.entries_of(cases.volume(empty_desk, volume))
    assert [one.lies for one in entries] == [True] * 4
    assert item.item(empty_desk, entry).history[-1].tag == "case:originals:given_back"
    (newest, *_older) = ledger.page(empty_desk, ledger.Wanted()).lines
    assert newest.tag == "case:originals:given_back"


def test_some_come_back_and_the_others_later(empty_desk: Desk, filed) -> None:
    volume, first, second, _entry = filed
    record = seized(empty_desk, volume, first, second)
    seizure_return.come_back(empty_desk, coming(empty_desk, record, 1))
    details = queries.record(empty_desk, record)
    assert (details.state, [line.filing_id for line in details.away]) == (RecordState.EXECUTED, [first])
    assert [line.there for line in cases.volume(empty_desk, volume).lines[:2]] == [False, True]
    both = coming(empty_desk, record)
    assert changed_nothing(empty_desk, volume, both) == {"original_back_already"}
    seizure_return.come_back(empty_desk, coming(empty_desk, record, 0, paper="расписка"))
    details = queries.record(empty_desk, record)
    assert [(one.paper, one.places) for one in details.returns] == [(PAPER, (2,)), ("расписка", (1,))]
    assert details.state is RecordState.RETURNED
    with pytest.raises(Refused) as told:
        seizure_record.withdraw(empty_desk, WithdrawRecord(record_id=record, reason="ещё раз"))
    assert codes(told) == {"seizure_returned"}
    assert empty_desk.verify() == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"on": TODAY + dt.timedelta(days=1)}, "moved_ahead"),
        ({"on": TODAY - dt.timedelta(days=1)}, "returned_before_seizure"),
        ({"on": None}, "day_needed"),
        ({"paper": " "}, "return_paper"),
        ({"brought_by": ""}, "return_brought_by"),
        ({"lines": ()}, "no_originals_back"),
    ],
)
def test_a_return_that_cannot_be(empty_desk: Desk, filed, changes, code) -> None:
    volume, first, *_ = filed
    record = seized(empty_desk, volume, first)
    assert code in changed_nothing(empty_desk, volume, coming(empty_desk, record, **changes))
    assert seizure_return.come_back(empty_desk, coming(empty_desk, record))


def test_what_was_not_handed_over_does_not_come_back(empty_desk: Desk, filed) -> None:
    volume, first, *_ = filed
    draft = seizure_record.draw_up(empty_desk, factories.seizure_of(empty_desk, volume, first))
    command = coming(empty_desk, draft)
    assert changed_nothing(empty_desk, volume, command) == {"originals_not_handed_over"}
    with pytest.raises(NotThere):
        seizure_return.come_back(empty_desk, coming(empty_desk, draft, lines=(999,)))
    with pytest.raises(NotThere):
        seizure_return.consider(empty_desk, ComeBack(
            record_id=999, lines=(), on=TODAY, paper="", brought_by="", form_id="n"
        ))  # fmt: skip


def test_nothing_is_put_into_a_volume_that_the_archive_has(empty_desk: Desk, filed) -> None:
    volume, first, *_ = filed
    record = seized(empty_desk, volume, first)
    factories.volume_transferred(empty_desk, volume)
    assert changed_nothing(empty_desk, volume, coming(empty_desk, record)) == {"return_to_archive"}


def test_a_closed_volume_is_certified_anew(empty_desk: Desk, filed) -> None:
    volume, first, *_ = filed
    record = seized(empty_desk, volume, first)
    assert seizure_return.consider(empty_desk, coming(empty_desk, record)) == []
    factories.volume_ended(empty_desk, volume)
    told = [one.code for one in seizure_return.consider(empty_desk, coming(empty_desk, record))]
    assert told == ["certify_anew"]
    assert seizure_return.come_back(empty_desk, coming(empty_desk, record))


def test_a_volume_that_grows_too_large_is_recorded_with_a_reason(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    one = factories.registered(empty_desk, sheets=SheetCount(90))
    (line,) = factories.filed(empty_desk, volume, one.id)
    record = seized(empty_desk, volume, line)
    command = coming(empty_desk, record)
    with pytest.raises(NeedsReason):
        seizure_return.come_back(empty_desk, command)
    assert not cases.volume(empty_desk, volume).lines[0].there
    seizure_return.come_back(empty_desk, coming(empty_desk, record, reason="возврат изъятого"))
    assert cases.volume(empty_desk, volume).row.sheets == 90 + 2 + 90


def test_a_document_that_no_journal_has_comes_back_too(empty_desk: Desk, filed) -> None:
    volume, *_ = filed
    line = filing.file_unregistered(
        empty_desk,
        FileUnregistered(
            volume_id=volume, number="", dated=TODAY, heading="Справка", sheets=2, on=TODAY, form_id="plain"
        ),
    ).filing_id
    record = seized(empty_desk, volume, line)
    seizure_return.come_back(empty_desk, coming(empty_desk, record))
    *_others, plain, _record, copy = cases.volume(empty_desk, volume).lines
    assert (plain.there, plain.first_sheet, copy.heading) == (True, 7, "Заверенная копия: Справка")
    row = cases.volume(empty_desk, volume).row
    with empty_desk.reading() as connection:
        assert cases.kinds_under(connection, row.plan_entry_id) == (
            2,
            1,
        )  # the papers of a seizure are neither
    assert empty_desk.verify() == []


def test_what_came_back_may_be_seized_again_and_taken_out(empty_desk: Desk, filed) -> None:
    volume, first, _second, entry = filed
    record = seized(empty_desk, volume, first, sheets=4)
    seizure_return.come_back(empty_desk, coming(empty_desk, record))
    again = seized(empty_desk, volume, first, sheets=5)
    lines = cases.volume(empty_desk, volume).lines
    assert (lines[0].there, lines[0].lying) == (False, 5)  # the copy of the last seizure lies in its place
    assert cases.volume(empty_desk, volume).row.sheets == 5 + 3 + 2 + 4 + 2
    assert changed_nothing(empty_desk, volume, coming(empty_desk, record)) >= {"original_back_already"}
    seizure_return.come_back(empty_desk, coming(empty_desk, again))
    ((journal, row),) = journal_lines.items_of(empty_desk, [entry])
    note = cells(row, journal.kind, journal.language)[13]
    assert (note.count("Подлинник изъят"), note.count("протокол изъятия № 2")) == (2, 1)
    withdrawal.take_out(
        empty_desk,
        TakeOut(
            volume_id=volume, lines=(first,), permission=factories.permission_to_take_out(empty_desk),
            why="нужен", on=TODAY, form_id=uuid.uuid4().hex,
        ),
    )  # fmt: skip
    assert copies_of(empty_desk, entry)[0].where is Where.SERVICE
    assert empty_desk.verify() == []


def test_the_cover_goes_by_the_originals(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk, documents="orders", retention="permanent", years=None)
    items = [factories.registered(empty_desk, sheets=SheetCount(3)).id for _ in range(2)]
    first, _second = factories.filed(empty_desk, volume, *items)
    before = case_cover.content(empty_desk, volume, "ru")
    record = seized(empty_desk, volume, first)
    seizure_return.come_back(empty_desk, coming(empty_desk, record))
    after = case_cover.content(empty_desk, volume, "ru")
    assert (after.first_number, after.first_day) == (before.first_number, before.first_day)


def test_the_certified_copy_is_not_struck_out_as_never_filed(empty_desk: Desk, filed) -> None:
    volume, first, *_ = filed
    record = seized(empty_desk, volume, first)
    seizure_return.come_back(empty_desk, coming(empty_desk, record))
    copy = cases.volume(empty_desk, volume).lines[-1]
    with pytest.raises(Refused) as told:
        filing_correction.strike(empty_desk, StrikeFiling(filing_id=copy.id, mistake="ошибка"))
    assert codes(told) == {"struck_of_seizure"}


def test_record_and_certified_copies_never_leave_their_case(empty_desk: Desk, filed) -> None:
    """Paragraph 42, part 2: also when the originals are there again; another volume of the case may have them."""
    volume, first, second, _entry = filed
    record = seized(empty_desk, volume, first)
    seizure_return.come_back(empty_desk, coming(empty_desk, record))
    *_originals, paper, copy = cases.volume(empty_desk, volume).lines
    other = factories.case_opened(empty_desk, case_index="01-04")
    case_id = cases.volume(empty_desk, volume).row.case_id
    further = open_volume(empty_desk, OpenVolume(case_id=case_id)).volume_id
    said = {"permission": factories.permission_to_take_out(empty_desk), "why": "нужен", "on": TODAY}
    before = cases.volume(empty_desk, volume)
    for line in (paper.id, copy.id):
        out = TakeOut(volume_id=volume, lines=(line, second), form_id=f"out {line}", **said)
        moved = Relocate(volume_id=volume, lines=(line,), to_volume_id=other, form_id=f"to {line}", **said)
        for does, command in ((withdrawal.take_out, out), (withdrawal.relocate, moved)):
            with pytest.raises(Refused) as told:
                does(empty_desk, command)
            assert codes(told) == {"seizure_paper_stays"}
    assert cases.volume(empty_desk, volume) == before
    within = Relocate(volume_id=volume, lines=(paper.id,), to_volume_id=further, form_id="within", **said)
    (arrived,) = withdrawal.relocate(empty_desk, within).arrived
    with pytest.raises(Refused) as told:  # and from there it does not leave either
        withdrawal.take_out(empty_desk, TakeOut(volume_id=further, lines=(arrived,), form_id="x", **said))
    assert codes(told) == {"seizure_paper_stays"}
    original = Relocate(volume_id=volume, lines=(first,), to_volume_id=other, form_id="original", **said)
    withdrawal.relocate(empty_desk, original)
    assert cases.volume(empty_desk, volume).lines[-1].there


def struck_return(desk: Desk, key: int, mistake: str = "вернули другое") -> int:
    return seizure_return_correction.strike(desk, StrikeReturn(return_id=key, mistake=mistake))


def test_a_return_entered_by_mistake_is_struck_out_and_all_is_as_before(empty_desk: Desk, filed) -> None:
    volume, first, second, entry = filed
    record = seized(empty_desk, volume, first, second, sheets=4)
    before = cases.volume(empty_desk, volume), queries.record(empty_desk, record)
    ((journal, row),) = journal_lines.items_of(empty_desk, [entry])
    told_before = cells(row, journal.kind, journal.language)
    command = coming(empty_desk, record)
    key = seizure_return.come_back(empty_desk, command)
    assert struck_return(empty_desk, key) == record
    after = cases.volume(empty_desk, volume)
    standing = [line for line in after.lines if line.struck_on is None]
    assert (after.row, tuple(standing)) == (before[0].row, before[0].lines)
    assert len(after.lines) == len(standing) + 2  # the copies that never were lines of their own
    assert queries.record(empty_desk, record) == before[1]
    assert copies_of(empty_desk, entry)[0].where is Where.SEIZED
    ((journal, row),) = journal_lines.items_of(empty_desk, [entry])
    told = cells(row, journal.kind, journal.language)
    assert told[13].startswith(told_before[13])
    assert told[13].count("внесена ошибочно") == 2  # the return and the filing stay to be read
    assert "Подлинник возвращён" not in told[13]
    assert item.item(empty_desk, entry).history[-1].tag == "case:originals:return_struck"
    (newest, *_older) = ledger.page(empty_desk, ledger.Wanted()).lines
    assert (newest.tag, newest.reason) == ("case:originals:return_struck", "вернули другое")
    with pytest.raises(Refused) as again:
        struck_return(empty_desk, key)
    assert codes(again) == {"return_struck_already"}
    seizure_return.come_back(empty_desk, coming(empty_desk, record))  # and they may come back indeed
    assert queries.record(empty_desk, record).state is RecordState.RETURNED
    assert empty_desk.verify() == []


def test_a_return_on_which_something_rests_stays(empty_desk: Desk, filed) -> None:
    volume, first, second, _entry = filed
    record = seized(empty_desk, volume, first, second)
    key = seizure_return.come_back(empty_desk, coming(empty_desk, record, 0))
    later = seizure_return.come_back(empty_desk, coming(empty_desk, record, 1))
    before = cases.volume(empty_desk, volume)
    with pytest.raises(Refused) as told:
        struck_return(empty_desk, later, " ")
    assert codes(told) == {"reason_needed"}
    with pytest.raises(Refused) as told:
        struck_return(empty_desk, key)
    assert codes(told) == {"return_not_last"}
    assert cases.volume(empty_desk, volume) == before
    struck_return(empty_desk, later)
    struck_return(empty_desk, key)
    assert queries.record(empty_desk, record).returns == ()


@pytest.mark.parametrize(
    ("way", "code"),
    [
        ("taken out", "return_original_gone"),
        ("printed", "return_printed"),
        ("certified", "return_certified"),
        ("transferred", "return_in_archive"),
    ],
)
def test_what_came_after_a_return_keeps_it(empty_desk: Desk, filed, way: str, code: str) -> None:
    volume, first, *_ = filed
    record = seized(empty_desk, volume, first)
    key = seizure_return.come_back(empty_desk, coming(empty_desk, record))
    if way == "taken out":
        said = {"permission": factories.permission_to_take_out(empty_desk), "why": "нужен", "on": TODAY}
        withdrawal.take_out(empty_desk, TakeOut(volume_id=volume, lines=(first,), form_id="o", **said))
    elif way == "printed":
        factories.inventory_printed(empty_desk, volume)
    elif way == "transferred":
        factories.volume_transferred(empty_desk, volume)
    else:
        with empty_desk.transaction("test:volume:certified") as step:
            step.session.add(
                CertificationSheet(
                    form_id="s", edition=empty_desk.edition.id, volume_id=volume, dated=TODAY, numbered=11,
                    lettered="", skipped="", blank="", inventory_sheets=1, filled_by_id=1, act_number="", act_on=None,
                    recorded_at=step.at + dt.timedelta(minutes=1), recorded_by=empty_desk.person.account_id,
                )
            )  # fmt: skip
    before = cases.volume(empty_desk, volume), queries.record(empty_desk, record)
    with pytest.raises(Refused) as told:
        struck_return(empty_desk, key)
    assert codes(told) == {code}
    assert (cases.volume(empty_desk, volume), queries.record(empty_desk, record)) == before


def test_papers_that_state_a_struck_return_wait_no_more(empty_desk: Desk, filed) -> None:
    volume, first, _second, _entry = filed
    record = seized(empty_desk, volume, first, sheets=4)
    request = PaperRequest(paper="seizure_record", language="ru", about=f"seizure_record:{record}")
    later = replace(empty_desk, clock=lambda: factories.clock() + dt.timedelta(minutes=1))
    print_paper(empty_desk, request)  # the record alone: it stays true
    key = seizure_return.come_back(later, coming(later, record))
    print_paper(later, request)
    alone, stating = (row for row in printouts(empty_desk) if row.paper == "seizure_record")
    struck_return(later, key)
    assert [row.id for row in printouts(empty_desk) if row.paper == "seizure_record"] == [alone.id]
    assert stating.id in [row.id for row in printouts(empty_desk, Shown.SET_ASIDE)]
