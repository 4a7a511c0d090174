"""Hand-over sheets at a real store: made, printed, signed for, struck out; refused whole or not at all."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import MovementKind
from dspdesk.law.whereabouts import Where
from dspdesk.models import Number, Resolution
from dspdesk.procedures import handover_sheet, movements, printing, registration
from dspdesk.procedures.handover_sheet import AddLines, Handing, MakeSheets, MarkReceived, StrikeLines
from dspdesk.procedures.movements import TakeBack
from dspdesk.procedures.printing import PaperRequest
from dspdesk.procedures.registration import Annul
from dspdesk.queries import handover, item, people, whereabouts
from dspdesk.queries import signatures as signing
from dspdesk.queries.signatures import Shown
from dspdesk.queries.waiting import waiting
from tests import factories
from tests.factories import TODAY
from tests.reports.reading import pages

NEXT = TODAY + dt.timedelta(days=1)


def code_of(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def copies(desk: Desk, item_id: int) -> list[int]:
    return [row.id for row in whereabouts.copies_of(desk, item_id)]


@pytest.fixture
def given(empty_desk: Desk) -> tuple[Desk, int, int]:
    """A desk, a person admitted to one document with two copies, and that document."""
    person = factories.employee(empty_desk, "Ахметов Б.К.")
    registered = factories.registered(empty_desk)
    factories.admitted(empty_desk, registered.id, person)
    return empty_desk, person, registered.id


def one_sheet(desk: Desk, person: int, *copy_ids: int, form_id: str = "f") -> int:
    handings = (Handing(employee_id=person, copies=copy_ids),)
    return handover_sheet.make_sheets(desk, MakeSheets(dated=TODAY, handings=handings, form_id=form_id))[0].id


def lines(desk: Desk, sheet_id: int) -> list[int]:
    return [line.id for line in handover.sheet(desk, sheet_id).lines]


def ledger(desk: Desk) -> int:
    with desk.reading() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM ledger").scalar_one()


def test_sheets_are_numbered_in_the_year_one_for_each_person(empty_desk):
    people = [factories.employee(empty_desk, name) for name in ("Ахметов Б.К.", "Ким В.Л.")]
    items = [factories.registered(empty_desk).id for _ in people]
    for item_id, person in zip(items, people, strict=True):
        factories.admitted(empty_desk, item_id, person)
    command = MakeSheets(
        dated=TODAY,
        handings=tuple(
            Handing(employee_id=person, copies=tuple(copies(empty_desk, item_id)))
            for item_id, person in zip(items, people, strict=True)
        ),
        form_id="f",
    )
    made = handover_sheet.make_sheets(empty_desk, command)
    assert [sheet.number for sheet in made] == [1, 2]
    assert handover_sheet.make_sheets(empty_desk, command) == made  # sent twice
    assert [(row.number, row.name_ru, row.lines, row.waiting) for row in handover.sheets(empty_desk)] == [
        (2, "Ким В.Л.", 2, 2),
        (1, "Ахметов Б.К.", 2, 2),
    ]


def test_all_lines_are_received_in_one_step_and_stand_in_the_register(given):
    desk, person, item_id = given
    sheet = one_sheet(desk, person, *copies(desk, item_id))
    handover_sheet.mark_received(
        desk, MarkReceived(sheet_id=sheet, on=TODAY, lines=tuple(lines(desk, sheet)))
    )
    details = item.item(desk, item_id)
    assert [copy.movements[-1].as_written for copy in details.copies] == [
        "Ахметов Б.К., 18.11.2026, лист передачи № 1"
    ] * 2
    assert {copy.movements[-1].kind for copy in details.copies} == {MovementKind.RECEIPT}
    assert [row.holder_id for row in whereabouts.copies_of(desk, item_id)] == [person, person]
    assert details.history[-1].tag == "handover:copies:received"
    with desk.reading() as connection:
        papers = connection.exec_driver_sql("SELECT paper FROM movement").fetchall()
    assert {row[0] for row in papers} == {f"handover_sheet:{sheet}"}
    assert desk.verify() == []


def test_the_register_is_written_in_the_language_of_its_journal(empty_desk):
    person = factories.employee(empty_desk, name_kk="Ахметов Б.Қ.", name_ru="Ахметов Б.К.")
    registered = registration.register(
        empty_desk,
        registration.Register(
            **{
                **{
                    field: getattr(factories.registration_of(), field)
                    for field in ("journal", "year", "entry", "form_id")
                },
                "language": "kk",
            }
        ),
    )
    factories.admitted(empty_desk, registered.id, person)
    sheet = one_sheet(empty_desk, person, copies(empty_desk, registered.id)[0])
    handover_sheet.mark_received(
        empty_desk, MarkReceived(sheet_id=sheet, on=TODAY, lines=tuple(lines(empty_desk, sheet)))
    )
    movement = item.item(empty_desk, registered.id).copies[0].movements[-1]
    assert movement.as_written == "Ахметов Б.Қ., 18.11.2026, № 1 тапсыру парағы"


def test_what_is_not_signed_stays_on_today_with_its_days(given, tmp_path):
    desk, person, item_id = given
    sheet = one_sheet(desk, person, *copies(desk, item_id))
    first, second = lines(desk, sheet)
    handover_sheet.mark_received(desk, MarkReceived(sheet_id=sheet, on=TODAY, lines=(first,)))
    (found,) = [one for one in waiting(desk, 5) if one.title == "Hand-over sheets not signed in full"]
    (line,) = found.lines
    assert (line.words, line.right) == ("№ 1, Ахметов Б.К.: не подписана 1 строка", "сегодня")
    assert (line.place, line.row, found.urgent) == ("handover", sheet, False)
    handover_sheet.mark_received(desk, MarkReceived(sheet_id=sheet, on=TODAY, lines=(second,)))
    assert not [one for one in waiting(desk, 5) if one.title == "Hand-over sheets not signed in full"]


def test_a_line_struck_out_keeps_its_reason_and_frees_its_copy(given):
    desk, person, item_id = given
    first, second = copies(desk, item_id)
    sheet = one_sheet(desk, person, first, second)
    wrong = lines(desk, sheet)[1]
    handover_sheet.strike_lines(
        desk, StrikeLines(sheet_id=sheet, lines=(wrong,), reason="экземпляр остаётся в службе")
    )
    struck = handover.sheet(desk, sheet).lines[1]
    assert (struck.struck_on, struck.struck_reason) == (TODAY, "экземпляр остаётся в службе")
    assert [(row.lines, row.waiting) for row in handover.sheets(desk)] == [(1, 1)]
    assert one_sheet(desk, person, second, form_id="g") != sheet


def test_a_copy_is_added_to_a_sheet_that_nobody_has_signed(given):
    desk, person, item_id = given
    first, second = copies(desk, item_id)
    sheet = one_sheet(desk, person, first)
    handover_sheet.add_lines(desk, AddLines(sheet_id=sheet, copies=(second,), reason="забыт при составлении"))
    assert [line.of.copy for line in handover.sheet(desk, sheet).lines] == [1, 2]


def refusals(desk: Desk, person: int, item_id: int, sheet: int):
    """Each step that is refused, with what it is refused for."""
    first, second = copies(desk, item_id)
    other = factories.employee(desk, "Ким В.Л.")
    foreign = factories.registered(desk, summary="о другом")
    (of_other,) = copies(desk, foreign.id)[:1]
    factories.admitted(desk, foreign.id, other)
    elsewhere = one_sheet(desk, other, of_other, form_id="e")
    make = handover_sheet.make_sheets

    def sheets_of(*handings: Handing, dated: dt.date = TODAY) -> MakeSheets:
        return MakeSheets(dated=dated, handings=handings, form_id="x")

    to = lambda who, *what: Handing(employee_id=who, copies=what)  # noqa: E731
    own = lines(desk, sheet)
    return {
        "nothing": ("sheet_without_lines", lambda: make(desk, sheets_of())),
        "a person with nothing": (
            "sheet_without_lines",
            lambda: make(desk, sheets_of(to(person, second), to(other))),
        ),
        "on two sheets": (
            "copy_on_two_sheets",
            lambda: make(desk, sheets_of(to(person, second), to(other, second))),
        ),
        "ahead": ("moved_ahead", lambda: make(desk, sheets_of(to(person, second), dated=NEXT))),
        "before it was there": (
            "moved_before_last",
            lambda: make(desk, sheets_of(to(person, second), dated=TODAY - dt.timedelta(days=1))),
        ),
        "waits": ("copy_waits_on_sheet", lambda: make(desk, sheets_of(to(person, first)))),
        "not admitted": ("not_admitted", lambda: make(desk, sheets_of(to(other, second)))),
        "nobody": ("sheet_for_nobody", lambda: make(desk, sheets_of(to(999, second)))),
        "no copy": ("no_copies", lambda: make(desk, sheets_of(to(person, 999)))),
        "before the sheet": (
            "signed_before_sheet",
            lambda: handover_sheet.mark_received(
                desk, MarkReceived(sheet_id=sheet, on=TODAY - dt.timedelta(days=1), lines=tuple(own))
            ),
        ),
        "tomorrow": (
            "moved_ahead",
            lambda: handover_sheet.mark_received(
                desk, MarkReceived(sheet_id=sheet, on=NEXT, lines=tuple(own))
            ),
        ),
        "no line": (
            "sheet_without_lines",
            lambda: handover_sheet.mark_received(desk, MarkReceived(sheet_id=sheet, on=TODAY, lines=())),
        ),
        "another sheet's line": (
            "no_such_line",
            lambda: handover_sheet.mark_received(
                desk, MarkReceived(sheet_id=sheet, on=TODAY, lines=(*own, *lines(desk, elsewhere)))
            ),
        ),
        "no sheet": (
            "no_such_handover_sheet",
            lambda: handover_sheet.mark_received(desk, MarkReceived(sheet_id=999, on=TODAY, lines=(1,))),
        ),
        "struck without reason": (
            "reason_needed",
            lambda: handover_sheet.strike_lines(
                desk, StrikeLines(sheet_id=sheet, lines=tuple(own), reason=" ")
            ),
        ),
        "added without reason": (
            "reason_needed",
            lambda: handover_sheet.add_lines(desk, AddLines(sheet_id=sheet, copies=(second,), reason="")),
        ),
    }


@pytest.mark.parametrize(
    "which",
    [
        "nothing",
        "a person with nothing",
        "on two sheets",
        "ahead",
        "before it was there",
        "waits",
        "not admitted",
        "nobody",
        "no copy",
        "before the sheet",
        "tomorrow",
        "no line",
        "another sheet's line",
        "no sheet",
        "struck without reason",
        "added without reason",
    ],
)
def test_what_may_not_be_is_refused_and_changes_nothing(given, which):
    desk, person, item_id = given
    sheet = one_sheet(desk, person, copies(desk, item_id)[0])
    code, does = refusals(desk, person, item_id, sheet)[which]
    before = ledger(desk), handover.sheets(desk), handover.sheet(desk, sheet)
    with pytest.raises(Refused) as refused:
        does()
    assert code in code_of(refused)
    assert (ledger(desk), handover.sheets(desk), handover.sheet(desk, sheet)) == before


def test_nothing_is_received_unless_every_line_is(given):
    """One document is annulled between the making and the signing: the others are not received without it."""
    desk, person, item_id = given
    second = factories.registered(desk, summary="о другом")
    factories.admitted(desk, second.id, person)
    sheet = one_sheet(desk, person, copies(desk, item_id)[0], copies(desk, second.id)[0])
    with desk.transaction("test:number:annulled") as step:  # `annul` refuses it: see below
        step.session.get_one(Number, second.id).state, step.subject = "annulled", f"item:{second.id}"
    before = handover.sheet(desk, sheet)
    with pytest.raises(Refused) as refused:
        handover_sheet.mark_received(
            desk, MarkReceived(sheet_id=sheet, on=TODAY, lines=tuple(lines(desk, sheet)))
        )
    assert code_of(refused) == ["copy_not_registered"]
    assert handover.sheet(desk, sheet) == before
    handover_sheet.mark_received(desk, MarkReceived(sheet_id=sheet, on=TODAY, lines=(lines(desk, sheet)[0],)))


def test_a_number_is_not_annulled_while_a_copy_waits_for_its_signature(given):
    """Whoever has signed on the paper has the copy: that is entered first, and then it comes back."""
    desk, person, item_id = given
    sheet = one_sheet(desk, person, copies(desk, item_id)[0])
    command = Annul(item_id=item_id, reason="дважды")
    before = ledger(desk)
    with pytest.raises(Refused) as refused:
        registration.annul(desk, command)
    assert code_of(refused) == ["copy_waits_on_sheet"]
    assert ledger(desk) == before
    received = MarkReceived(sheet_id=sheet, on=TODAY, lines=tuple(lines(desk, sheet)))
    handover_sheet.mark_received(desk, received)
    registration.annul(desk, command)
    movements.take_back(desk, TakeBack(copy_ids=(copies(desk, item_id)[0],), on=TODAY))
    assert whereabouts.copies_of(desk, item_id)[0].where is Where.SERVICE
    assert desk.verify() == []


def test_a_line_struck_out_lets_the_number_be_annulled(given):
    desk, person, item_id = given
    sheet = one_sheet(desk, person, copies(desk, item_id)[0])
    handover_sheet.strike_lines(
        desk, StrikeLines(sheet_id=sheet, lines=tuple(lines(desk, sheet)), reason="внесён дважды")
    )
    registration.annul(desk, Annul(item_id=item_id, reason="дважды"))


def test_what_was_signed_for_is_received_though_its_resolution_was_struck_out_meanwhile(given):
    """The copy is with the person: the breach is recorded with its reason, nobody is left with it unknown."""
    desk, person, item_id = given
    sheet = one_sheet(desk, person, copies(desk, item_id)[0])
    with desk.transaction("test:resolution:struck") as step:
        one = step.session.scalars(select(Resolution)).one()
        one.struck_on, one.struck_reason, step.subject = TODAY, "не тот документ", f"item:{item_id}"
    before = ledger(desk), handover.sheet(desk, sheet)
    command = MarkReceived(sheet_id=sheet, on=TODAY, lines=tuple(lines(desk, sheet)))
    with pytest.raises(NeedsReason) as needed:
        handover_sheet.mark_received(desk, command)
    assert code_of(needed) == ["was_not_admitted"]
    assert (ledger(desk), handover.sheet(desk, sheet)) == before
    handover_sheet.mark_received(desk, replace(command, reason="выдан до исправления резолюции"))
    assert whereabouts.copies_of(desk, item_id)[0].holder == "Ахметов Б.К."
    assert desk.verify() == []


def test_a_line_is_received_once_and_a_signed_sheet_gets_no_further_lines(given):
    desk, person, item_id = given
    first, second = copies(desk, item_id)
    sheet = one_sheet(desk, person, first)
    received = MarkReceived(sheet_id=sheet, on=TODAY, lines=tuple(lines(desk, sheet)))
    handover_sheet.mark_received(desk, received)
    for command, does, code in (
        (received, handover_sheet.mark_received, "line_not_waiting"),
        (
            StrikeLines(sheet_id=sheet, lines=received.lines, reason="нет"),
            handover_sheet.strike_lines,
            "line_not_waiting",
        ),
        (
            AddLines(sheet_id=sheet, copies=(second,), reason="ещё"),
            handover_sheet.add_lines,
            "sheet_signed_already",
        ),
    ):
        with pytest.raises(Refused) as refused:
            does(desk, command)
        assert code_of(refused) == [code]


def test_the_day_proposes_a_copy_for_each_person_named_the_executor_first(empty_desk):
    executor, other = (
        factories.employee(empty_desk, "Ахметов Б.К."),
        factories.employee(empty_desk, "Ким В.Л."),
    )
    both = factories.registered(empty_desk)
    factories.admitted(empty_desk, both.id, executor)
    with empty_desk.transaction("execution:resolution:recorded") as step:
        from dspdesk.models import ResolutionPerson

        step.session.add(ResolutionPerson(resolution_id=1, employee_id=other, part="co_executor"))
        step.subject = f"item:{both.id}"
    factories.registered(empty_desk, summary="без резолюции")
    single = factories.registered(empty_desk, summary="один экземпляр", copies=(1,))
    factories.admitted(empty_desk, single.id, executor)

    def proposed() -> list[tuple[str, list[tuple[int, int]]]]:
        return [
            (one.person.name_ru, [(copy.of.item_id, copy.of.copy) for copy in one.copies])
            for one in handover.proposal(empty_desk)
        ]

    assert proposed() == [("Ахметов Б.К.", [(both.id, 1), (single.id, 1)]), ("Ким В.Л.", [(both.id, 2)])]
    first, _second = copies(empty_desk, both.id)
    sheet = one_sheet(empty_desk, executor, first)
    assert proposed() == [("Ахметов Б.К.", [(single.id, 1)]), ("Ким В.Л.", [(both.id, 2)])]
    handover_sheet.mark_received(
        empty_desk, MarkReceived(sheet_id=sheet, on=TODAY, lines=tuple(lines(empty_desk, sheet)))
    )
    assert proposed() == [("Ахметов Б.К.", [(single.id, 1)]), ("Ким В.Л.", [(both.id, 2)])]


def test_who_got_a_copy_by_mistake_only_is_still_to_be_given_one(given):
    """A receipt that was corrected is none, whether somebody else had the copy or nobody."""
    from dspdesk.procedures.movement_corrections import CorrectHolder, UndoMovement, correct_holder, undo

    desk, person, item_id = given
    other = factories.employee(desk, "Ким В.Л.")
    factories.admitted(desk, item_id, other)
    (first, _second) = copies(desk, item_id)
    movements.hand_over(
        desk, movements.HandOver(copy_ids=(first,), employee_id=person, on=TODAY, paper="расписка")
    )

    def meant() -> tuple[list[int], int | None]:
        proposed = [one.person.employee_id for one in handover.proposal(desk)]
        return proposed, handover.first_for(desk, item_id)

    assert meant() == ([other], other)
    right = CorrectHolder(copy_ids=(first,), employee_id=other, on=TODAY, paper="расписка", mistake="описка")
    correct_holder(desk, right)
    assert meant() == ([person], person)
    undo(desk, UndoMovement(copy_ids=(first,), mistake="не выдавался"))
    assert meant() == ([person, other], person)


def test_what_cannot_be_handed_over_is_proposed_with_its_reason(empty_desk):
    """A resolution of somebody who was no head on its day admits nobody."""
    person = factories.employee(empty_desk, "Ахметов Б.К.")
    factories.admitted(empty_desk, factories.registered(empty_desk).id, person, on=dt.date(2020, 1, 15))
    ((one,),) = [sheet.copies for sheet in handover.proposal(empty_desk)]
    assert [finding.code for finding in one.against] == ["not_admitted"]


def test_several_sheets_are_printed_in_one_job_and_each_person_signs(given):
    desk, person, item_id = given
    other = factories.employee(desk, "Ким В.Л.")
    second = factories.registered(desk, summary="о другом")
    factories.admitted(desk, second.id, other)
    made = [
        one_sheet(desk, person, *copies(desk, item_id)),
        one_sheet(desk, other, *copies(desk, second.id), form_id="g"),
    ]
    request = PaperRequest(paper="handover_sheet", language="ru", about=f"handover_sheet:{made[0]},{made[1]}")
    assert [one.employee_id for one in handover_sheet.awaited(desk, request.about)][:2] == [person, other]
    printed = printing.print_paper(desk, request)
    first, last = pages(printed.pdf)
    assert "Ахметов Б.К." in first
    assert "Ким В.Л." not in first
    assert "о другом" in last
    assert "о другом" not in first


def signatures(desk: Desk) -> list[tuple[str, bool, bool]]:
    """Of each printing: its sheets, whether all have signed, whether it was set aside."""
    with desk.reading() as connection:
        rows = connection.exec_driver_sql("SELECT subject, signed_on, set_aside_on FROM printout ORDER BY id")
        return [(row[0], row[1] is not None, row[2] is not None) for row in rows]


def signed_by(desk: Desk) -> list[bool]:
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT signed_on FROM printout_signature ORDER BY printout_id, ordinal"
        )
        return [row[0] is not None for row in rows]


def test_what_is_signed_line_by_line_is_signed_among_the_printouts(given):
    """The printing of two sheets waits until both are signed in full; the giver signs with the last of them."""
    desk, person, item_id = given
    other = factories.employee(desk, "Ким В.Л.")
    second = factories.registered(desk, summary="о другом")
    factories.admitted(desk, second.id, other)
    mine = one_sheet(desk, person, *copies(desk, item_id))
    theirs = one_sheet(desk, other, copies(desk, second.id)[0], form_id="g")
    for about in (f"{mine}", f"{mine},{theirs}"):
        request = PaperRequest(paper="handover_sheet", language="ru", about=f"handover_sheet:{about}")
        printing.print_paper(desk, request)
    first, last = lines(desk, mine)
    handover_sheet.mark_received(desk, MarkReceived(sheet_id=mine, on=TODAY, lines=(first,)))
    assert signed_by(desk)[2:] == [False, False, False]
    handover_sheet.strike_lines(desk, StrikeLines(sheet_id=mine, lines=(last,), reason="остаётся"))
    assert signed_by(desk)[2:] == [True, False, False]
    handover_sheet.mark_received(
        desk, MarkReceived(sheet_id=theirs, on=TODAY, lines=tuple(lines(desk, theirs)))
    )
    assert signed_by(desk)[2:] == [True, True, True]
    assert signatures(desk)[1] == (f"handover_sheet:{mine},{theirs}", True, False)


def test_a_printing_all_of_whose_lines_were_struck_out_waits_for_nobody(given):
    desk, person, item_id = given
    mine = one_sheet(desk, person, *copies(desk, item_id))
    request = PaperRequest(paper="handover_sheet", language="ru", about=f"handover_sheet:{mine}")
    printing.print_paper(desk, request)
    first, last = lines(desk, mine)
    handover_sheet.strike_lines(desk, StrikeLines(sheet_id=mine, lines=(first,), reason="не ему"))
    assert [row.waits for row in signing.printouts(desk)] == [True]
    handover_sheet.strike_lines(desk, StrikeLines(sheet_id=mine, lines=(last,), reason="не ему"))
    assert signing.printouts(desk) == []
    (row,) = signing.printouts(desk, Shown.SET_ASIDE)
    assert (row.set_aside_on, row.set_aside_reason) == (TODAY, "Все строки вычеркнуты")
    assert handover_sheet.awaited(desk, request.about) == ()
    assert desk.verify() == []


def test_who_has_no_line_left_does_not_keep_the_printing_of_others_waiting(given):
    """Two persons on one printing: the lines of one are struck out, the other signs, and it is signed in full."""
    desk, person, item_id = given
    other = factories.employee(desk, "Ким В.Л.")
    second = factories.registered(desk, summary="о другом")
    factories.admitted(desk, second.id, other)
    mine = one_sheet(desk, person, *copies(desk, item_id))
    theirs = one_sheet(desk, other, *copies(desk, second.id), form_id="g")
    about = f"handover_sheet:{mine},{theirs}"
    printing.print_paper(desk, PaperRequest(paper="handover_sheet", language="ru", about=about))
    everything = StrikeLines(sheet_id=theirs, lines=tuple(lines(desk, theirs)), reason="не ему")
    handover_sheet.strike_lines(desk, everything)
    (row,) = signing.printouts(desk)
    assert [one.name for one in row.missing] == ["Ахметов Б.К.", people.at_desk(desk).name("ru")]
    received = MarkReceived(sheet_id=mine, on=TODAY, lines=tuple(lines(desk, mine)))
    handover_sheet.mark_received(desk, received)
    assert signatures(desk) == [(about, True, False)]
    assert desk.verify() == []


def test_what_came_after_a_sheet_goes_on_another_one(given):
    """A copy that was out on the day of a sheet is not put on it afterwards; on its own day it is."""
    desk, person, item_id = given
    first, second = copies(desk, item_id)
    sheet = one_sheet(desk, person, first)
    next_day = replace(desk, clock=lambda: factories.NOW + dt.timedelta(days=1))
    lent = movements.HandOver(copy_ids=(second,), employee_id=person, on=NEXT, paper="расписка")
    movements.hand_over(next_day, lent)
    movements.take_back(next_day, TakeBack(copy_ids=(second,), on=NEXT))
    row = handover.sheet(next_day, sheet).row
    (barred,) = [one for one in handover.for_person(next_day, person, row) if one.of.copy_id == second]
    assert [one.code for one in barred.against] == ["copy_after_sheet"]
    adding = AddLines(sheet_id=sheet, copies=(second,), reason="забыт")
    with pytest.raises(Refused) as refused:
        handover_sheet.add_lines(next_day, adding)
    assert code_of(refused) == ["copy_after_sheet"]
    assert len(lines(next_day, sheet)) == 1
    handings = (Handing(employee_id=person, copies=(second,)),)
    (made,) = handover_sheet.make_sheets(next_day, MakeSheets(dated=NEXT, handings=handings, form_id="n"))
    assert len(lines(next_day, made.id)) == 1


def test_a_cover_with_personal_is_proposed_to_its_addressee_until_she_has_it(empty_desk):
    from dspdesk.law.kinds import JournalKind
    from dspdesk.queries.mail_register import to_register

    addressee = factories.employee(empty_desk, "Оспанова Г.Т.")
    cover = {"personal": True, "addressee_id": addressee}
    logged = factories.delivery(empty_desk, package=cover)
    assert handover.proposal(empty_desk) == ()  # it has no number yet
    assert handover.first_for(empty_desk, 1) is None
    given = to_register(empty_desk, logged.id, JournalKind.INCOMING)
    registration.register(
        empty_desk,
        registration.Register(
            journal=JournalKind.INCOMING,
            year=TODAY.year,
            entry=given.entry,
            form_id="r",
            enclosed_id=given.enclosed_id,
        ),
    )
    (proposed,) = handover.proposal(empty_desk)
    assert (proposed.person.employee_id, [one.against for one in proposed.copies]) == (addressee, [()])
    assert [one.of.copy_id for one in handover.for_person(empty_desk, addressee)] == [1]
    assert handover.first_for(empty_desk, 1) == addressee
    assert handover.waits_on(empty_desk, 1, addressee) is None
    sheet = one_sheet(empty_desk, addressee, 1)
    assert handover.proposal(empty_desk) == ()
    assert handover.waits_on(empty_desk, 1, addressee) == sheet
    assert handover.waits_on(empty_desk, 1, addressee - 1) is None
    received = MarkReceived(sheet_id=sheet, on=TODAY, lines=tuple(lines(empty_desk, sheet)))
    handover_sheet.mark_received(empty_desk, received)
    assert handover.proposal(empty_desk) == ()
    assert handover.first_for(empty_desk, 1) is None
    assert handover.waits_on(empty_desk, 1, addressee) is None
