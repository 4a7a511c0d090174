"""Closing cases on a real store: what prevents it, its repairs, opening again, and that closed means closed."""

import datetime as dt

import pytest

from dspdesk.desk import Desk
from dspdesk.law.case_closing import Repair
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import Headship, JournalKind, Role
from dspdesk.law.relations import Side
from dspdesk.law.values import SheetCount
from dspdesk.law.withdrawal import Permission
from dspdesk.procedures import execution_control
from dspdesk.procedures.case_closing import (
    CloseCase,
    CloseVolume,
    PrintoutFiled,
    Reopen,
    close_case,
    close_volume,
    printout_filed,
    reopen,
)
from dspdesk.procedures.case_file import CorrectCase, OpenVolume, correct_case, open_volume
from dspdesk.procedures.relations import Relate, relate
from dspdesk.procedures.withdrawal import TakeOut, take_out
from dspdesk.queries import case_closing, cases
from dspdesk.store.errors import NotThere
from tests import factories
from tests.factories import TODAY


def codes(told: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [finding.code for finding in told.value.findings]


def hindering(desk: Desk, volume_id: int, *, whole_case: bool = True) -> list[tuple[str, Repair | None]]:
    page = case_closing.closing_page(desk, volume_id, whole_case=whole_case)
    return [(one.finding.code, one.repair) for one in page.hindrances]


def row(desk: Desk, volume_id: int) -> cases.VolumeRow:
    return cases.volume(desk, volume_id).row


def keeper(desk: Desk) -> int:
    """Somebody of the unit whose cases these are."""
    person = factories.employee(desk, "Ахметов Б.К.")
    factories.appointed(desk, person, unit_id=factories.unit(desk))
    return person


@pytest.fixture
def volume(empty_desk: Desk) -> int:
    """A case kept by somebody for five years, with one document."""
    made = factories.case_opened(empty_desk, responsible_id=keeper(empty_desk))
    factories.filed(empty_desk, made, factories.registered(empty_desk).id)
    return made


def test_a_whole_case_is_closed_and_takes_nothing_more(empty_desk: Desk, volume: int) -> None:
    assert hindering(empty_desk, volume) == [("closing_year_runs", None)]
    closed = close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY))
    assert closed.volume_ids == (volume,)
    assert (row(empty_desk, volume).closed_on, row(empty_desk, volume).case_closed_on) == (TODAY, TODAY)
    other = factories.registered(empty_desk, their_number="7").id
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, volume, other)
    assert codes(told) == ["volume_closed"]
    with pytest.raises(Refused) as told:
        open_volume(empty_desk, OpenVolume(case_id=row(empty_desk, volume).case_id))
    assert codes(told) == ["case_closed"]
    with pytest.raises(Refused) as told:
        close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY))
    assert codes(told) == ["closed_already"]
    assert empty_desk.verify() == []


def test_a_case_that_nobody_keeps_stays_open(empty_desk: Desk) -> None:
    made = factories.case_opened(empty_desk)
    factories.filed(empty_desk, made, factories.registered(empty_desk).id)
    with pytest.raises(Refused) as told:
        close_case(empty_desk, CloseCase(volume_id=made, on=TODAY))
    assert codes(told) == ["closing_nobody"]
    assert row(empty_desk, made).closed_on is None
    assert row(empty_desk, made).case_closed_on is None


def test_an_empty_volume_is_closed_with_a_reason(empty_desk: Desk, volume: int) -> None:
    second = open_volume(empty_desk, OpenVolume(case_id=row(empty_desk, volume).case_id)).volume_id
    with pytest.raises(NeedsReason) as told:
        close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY))
    assert codes(told) == ["closing_empty"]
    closed = close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY, reason="открыт по ошибке"))
    assert closed.volume_ids == (volume, second)


def test_a_missing_printout_keeps_the_case_open_until_it_is_filed(empty_desk: Desk) -> None:
    made = factories.case_opened(empty_desk, responsible_id=keeper(empty_desk))
    (line,) = factories.filed(empty_desk, made, factories.carrier(empty_desk).id, printout=False)
    with pytest.raises(Refused) as told:
        close_case(empty_desk, CloseCase(volume_id=made, on=TODAY))
    assert codes(told) == ["closing_printout_missing"]
    (found, _year) = case_closing.closing_page(empty_desk, made, whole_case=True).hindrances
    assert (found.repair, found.filing_id) == (Repair.PRINTOUT, line)
    assert printout_filed(empty_desk, PrintoutFiled(filing_id=line, on=TODAY, form_id="p")) == line
    close_case(empty_desk, CloseCase(volume_id=made, on=TODAY))
    assert empty_desk.verify() == []


def test_sheets_of_a_printout_become_a_line_of_their_own(empty_desk: Desk) -> None:
    made = factories.case_opened(empty_desk)
    (line,) = factories.filed(empty_desk, made, factories.carrier(empty_desk).id, printout=False)
    command = PrintoutFiled(filing_id=line, on=TODAY, form_id="p", sheets=3)
    new = printout_filed(empty_desk, command)
    assert printout_filed(empty_desk, command) == new
    first, second = cases.volume(empty_desk, made).lines
    assert first.printout
    assert (second.id, second.first_sheet, second.last_sheet) == (new, 16, 18)
    assert second.heading.startswith("Распечатка: ")
    with pytest.raises(Refused) as told:
        printout_filed(empty_desk, PrintoutFiled(filing_id=line, on=TODAY, form_id="q"))
    assert codes(told) == ["printout_not_awaited"]


def test_a_printout_has_sheets_that_can_be_counted(empty_desk: Desk) -> None:
    made = factories.case_opened(empty_desk)
    (line,) = factories.filed(empty_desk, made, factories.carrier(empty_desk).id, printout=False)
    with pytest.raises(Refused) as told:
        printout_filed(empty_desk, PrintoutFiled(filing_id=line, on=TODAY, form_id="p", sheets=-4))
    assert codes(told) == ["filed_uncounted"]
    (only,) = cases.volume(empty_desk, made).lines
    assert only.printout is False
    printout_filed(empty_desk, PrintoutFiled(filing_id=line, on=TODAY, form_id="p", sheets=4))


def test_a_printout_that_makes_the_volume_too_full_is_refused(empty_desk: Desk) -> None:
    made = factories.case_opened(empty_desk)
    full = factories.carrier(empty_desk, sheets=SheetCount(178)).id
    (line,) = factories.filed(empty_desk, made, full, printout=False, reason="один вопрос")
    with pytest.raises(Refused) as told:
        printout_filed(empty_desk, PrintoutFiled(filing_id=line, on=TODAY, form_id="p", sheets=5))
    assert codes(told) == ["volume_full"]
    (only,) = cases.volume(empty_desk, made).lines
    assert only.printout is False


def test_what_is_linked_and_lies_elsewhere_or_nowhere_asks_for_a_reason(
    empty_desk: Desk, volume: int
) -> None:
    (line,) = cases.volume(empty_desk, volume).lines
    reply = factories.registered(empty_desk, journal=JournalKind.OUTGOING, signatory="Омаров Т.Е.",
                                 signed_on=TODAY).id  # fmt: skip
    relate(empty_desk, Relate(item_id=reply, other_id=line.item_id, side=Side.REPLY_TO))
    assert hindering(empty_desk, volume)[0] == ("closing_linked_nowhere", Repair.LINKED)
    elsewhere = factories.case_opened(empty_desk, case_index="01-04")
    factories.filed(empty_desk, elsewhere, reply)
    assert hindering(empty_desk, volume)[0] == ("closing_linked_elsewhere", Repair.LINKED)
    with pytest.raises(NeedsReason) as told:
        close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY))
    assert codes(told) == ["closing_linked_elsewhere"]
    close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY, reason="по номенклатуре в деле исходящих"))


def test_linked_documents_in_one_case_ask_nothing(empty_desk: Desk, volume: int) -> None:
    (line,) = cases.volume(empty_desk, volume).lines
    second = open_volume(empty_desk, OpenVolume(case_id=row(empty_desk, volume).case_id)).volume_id
    other = factories.registered(empty_desk, their_number="8").id
    relate(empty_desk, Relate(item_id=other, other_id=line.item_id, side=Side.SAME_SUBJECT))
    factories.filed(empty_desk, second, other)
    assert hindering(empty_desk, volume) == [("closing_year_runs", None)]


def test_a_document_on_control_again_is_named(empty_desk: Desk, volume: int) -> None:
    document = factories.registered(empty_desk, their_number="9", executor="Ахметов Б.К.").id
    factories.filed(empty_desk, volume, document)
    due = TODAY + dt.timedelta(days=3)
    command = execution_control.TakeOnControl(item_id=document, on=TODAY, due_on=due, reason="переписка")
    execution_control.take_on(empty_desk, command)
    assert hindering(empty_desk, volume)[0] == ("closing_on_control", Repair.CONTROL)


@pytest.mark.parametrize(("nature", "code"), [("draft", "closing_draft"), ("spare", "closing_spare")])
def test_what_turned_out_to_be_no_document_of_the_case_is_named(
    empty_desk: Desk, volume: int, nature: str, code: str
) -> None:
    from dspdesk.models import Copy

    (line,) = cases.volume(empty_desk, volume).lines
    with empty_desk.transaction("test:copy:changed") as step:
        step.session.get_one(Copy, line.copy_id).nature = nature
    assert hindering(empty_desk, volume)[0] == (code, Repair.TAKE_OUT)


def test_the_day_is_neither_ahead_nor_before_the_last_document(empty_desk: Desk, volume: int) -> None:
    for on, code in (
        (TODAY + dt.timedelta(days=1), "moved_ahead"),
        (TODAY - dt.timedelta(days=1), "closed_before_filed"),
    ):
        with pytest.raises(Refused) as told:
            close_case(empty_desk, CloseCase(volume_id=volume, on=on))
        assert codes(told) == [code]
    assert row(empty_desk, volume).closed_on is None


def test_what_was_filed_later_and_left_again_was_there_before_the_closing(
    empty_desk: Desk, volume: int
) -> None:
    before = TODAY - dt.timedelta(days=1)
    made = cases.volume(empty_desk, volume)
    opened_before = CorrectCase(
        volume_id=volume, heading_kk="", heading_ru="", carry_over=False, container=made.row.container, notes="",
        responsible_id=made.row.responsible_id, opened_on=before, reason="ошибка в дне",
    )  # fmt: skip
    correct_case(empty_desk, opened_before)
    head = factories.employee(empty_desk, "Сейтқали Г.М.")
    factories.appointed(empty_desk, head, heads=Headship.SERVICE)
    permission = Permission(number="3", on=TODAY, by_id=head)
    command = TakeOut(
        volume_id=volume, lines=(made.lines[0].id,), permission=permission, why="по запросу", on=TODAY, form_id="out"
    )  # fmt: skip
    take_out(empty_desk, command)
    for one in (CloseVolume(volume_id=volume, on=before), CloseCase(volume_id=volume, on=before)):
        with pytest.raises(Refused) as told:
            (close_volume if isinstance(one, CloseVolume) else close_case)(empty_desk, one)
        assert "closed_before_filed" in codes(told)
    close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY, reason="пустое"))


def test_a_case_is_not_closed_before_its_volume(empty_desk: Desk) -> None:
    before = TODAY - dt.timedelta(days=1)
    made = factories.case_opened(empty_desk, responsible_id=keeper(empty_desk), on=before)
    close_volume(empty_desk, CloseVolume(volume_id=made, on=TODAY, reason="пустой"))
    case_id = row(empty_desk, made).case_id
    open_volume(empty_desk, OpenVolume(case_id=case_id, on=before))
    with pytest.raises(Refused) as told:
        close_case(empty_desk, CloseCase(volume_id=made, on=before, reason="пустое"))
    assert "closed_before_volume" in codes(told)
    assert row(empty_desk, made).case_closed_on is None
    close_case(empty_desk, CloseCase(volume_id=made, on=TODAY, reason="пустое"))


def test_a_volume_is_closed_while_its_case_goes_on(empty_desk: Desk, volume: int) -> None:
    close_volume(empty_desk, CloseVolume(volume_id=volume, on=TODAY))
    assert row(empty_desk, volume).closed_on == TODAY
    assert row(empty_desk, volume).case_closed_on is None
    second = open_volume(empty_desk, OpenVolume(case_id=row(empty_desk, volume).case_id)).volume_id
    factories.filed(empty_desk, second, factories.registered(empty_desk, their_number="7").id)
    with pytest.raises(Refused) as told:
        close_volume(empty_desk, CloseVolume(volume_id=volume, on=TODAY))
    assert codes(told) == ["closed_already"]
    assert close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY)).volume_ids == (second,)


def test_the_head_opens_a_closed_volume_again(empty_desk: Desk, volume: int) -> None:
    close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY))
    with pytest.raises(Refused) as told:
        reopen(empty_desk, Reopen(volume_id=volume, reason=""))
    assert codes(told) == ["reason_needed"]
    assert row(empty_desk, volume).closed_on == TODAY
    reopen(empty_desk, Reopen(volume_id=volume, reason="не подшито письмо"))
    assert (row(empty_desk, volume).closed_on, row(empty_desk, volume).case_closed_on) == (None, None)
    factories.filed(empty_desk, volume, factories.registered(empty_desk, their_number="7").id)
    with pytest.raises(Refused) as told:
        reopen(empty_desk, Reopen(volume_id=volume, reason="ещё раз"))
    assert codes(told) == ["reopened_open"]
    assert empty_desk.verify() == []


def test_what_is_in_the_archive_is_not_opened_again(empty_desk: Desk, volume: int) -> None:
    from dspdesk.models import Volume

    close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY))
    with empty_desk.transaction("test:volume:handed") as step:
        step.session.get_one(Volume, volume).transferred_on = TODAY
    with pytest.raises(Refused) as told:
        reopen(empty_desk, Reopen(volume_id=volume, reason="не подшито письмо"))
    assert codes(told) == ["reopened_transferred"]


def test_a_clerk_opens_nothing_again(empty_desk: Desk, volume: int) -> None:
    close_case(empty_desk, CloseCase(volume_id=volume, on=TODAY))
    password = factories.colleague(empty_desk, "klara", Role.CLERK)
    clerk = factories.signed_in(empty_desk.path, "klara", password)
    with pytest.raises(Refused) as told:
        reopen(clerk, Reopen(volume_id=volume, reason="не подшито письмо"))
    clerk.close()
    assert codes(told) == ["not_entrusted"]
    assert row(empty_desk, volume).closed_on == TODAY


@pytest.mark.parametrize(
    "ask",
    [
        lambda desk: close_case(desk, CloseCase(volume_id=99, on=TODAY)),
        lambda desk: close_volume(desk, CloseVolume(volume_id=99, on=TODAY)),
        lambda desk: reopen(desk, Reopen(volume_id=99, reason="а")),
        lambda desk: printout_filed(desk, PrintoutFiled(filing_id=99, on=TODAY, form_id="a")),
        lambda desk: case_closing.closing_page(desk, 99, whole_case=True),
        lambda desk: relate(desk, Relate(item_id=98, other_id=99, side=Side.REPLY_TO)),
    ],
)
def test_ids_that_are_not_there(empty_desk: Desk, ask) -> None:
    with pytest.raises(NotThere):
        ask(empty_desk)
