"""The register of execution control, what Today says of it, and what holds the fields of an entry."""

import datetime as dt
import random

import pytest

from dspdesk.desk import Desk
from dspdesk.law.digest import Group
from dspdesk.law.execution_control import Due, Part
from dspdesk.law.kinds import Headship
from dspdesk.procedures import carry_over, execution_control, guard, store_papers
from dspdesk.procedures.execution_control import Extend, Submit, TakeOff, TakeOnControl
from dspdesk.queries import waiting
from dspdesk.queries.digest import digest_groups
from dspdesk.queries.execution_control import ControlRow, controlled
from dspdesk.queries.item import item
from dspdesk.queries.journal_grid import View, ids, rows
from dspdesk.queries.resolutions import execution
from dspdesk.queries.today import today
from dspdesk.queries.whereabouts import copies_of
from dspdesk.store.errors import NotThere
from dspdesk.ui.wording import state
from tests import factories
from tests.factories import TODAY


def day(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


@pytest.fixture
def body(empty_desk: Desk) -> Desk:
    """A body with a head, a unit, two people of it, and documents of each kind of deadline."""
    factories.head_of_body(empty_desk)
    return empty_desk


def controlled_until(desk: Desk, days: int, **changes: object) -> int:
    letter = factories.registered(desk, date=day(-30), their_date=None, their_number=f"{random.random()}").id
    factories.resolution(desk, letter, dated=day(-20), due_on=day(days), **changes)
    return letter


def only(desk: Desk) -> ControlRow:
    (row,) = controlled(desk)
    return row


@pytest.mark.parametrize(("days", "due"), [(-1, Due.OVERDUE), (0, Due.TODAY), (3, Due.SOON), (4, Due.LATER)])
def test_a_row_says_how_its_deadline_stands(body: Desk, days: int, due: Due) -> None:
    letter = controlled_until(body, days)
    row = only(body)
    assert (row.id, row.due, row.days, row.due_on) == (letter, due, days, day(days))
    assert (row.executor, row.resolution_by, row.resolution_on) == ("Ахметов Б.К.", "Омаров Т.Е.", day(-20))


def test_a_row_names_the_co_executors_and_the_unit_of_the_executor(body: Desk) -> None:
    from dspdesk.procedures.units import EnterUnit, enter_unit

    unit = enter_unit(body, EnterUnit(number_index="02", name_kk="Талдау бөлімі", name_ru="Отдел анализа"))
    executor, helper = factories.employee(body, "Ким А.В."), factories.employee(body, "Ли С.Т.")
    factories.appointed(body, executor, position_ru="эксперт", position_kk="сарапшы", unit_id=unit)
    controlled_until(body, 5, persons=((executor, Part.EXECUTOR), (helper, Part.CO_EXECUTOR)))
    row = only(body)
    assert (row.executor_id, row.co_executors, row.unit) == (executor, ("Ли С.Т.",), "Отдел анализа")
    assert controlled(body, language="kk")[0].unit == "Талдау бөлімі"


def test_extensions_are_counted_and_the_first_deadline_stays_known(body: Desk) -> None:
    letter = controlled_until(body, 2)
    head = factories.head_of_body(body)
    for more in (4, 6):
        execution_control.extend(
            body,
            Extend(item_id=letter, due_after=day(more), why="ждём", allowed_by_id=head, allowed_on=TODAY),
        )
    row = only(body)
    assert (row.extensions, row.due_on) == (2, day(6))


def test_an_imported_entry_is_in_the_register_by_its_words(body: Desk) -> None:
    known = factories.employee(body, "Ким А.В.")
    factories.registered(body, control="К", due_on=day(-3), executor="Ким А.В.")
    factories.registered(body, control="К", due_on=day(-2), executor="Некто Н.Н.", their_number="2-2/2")
    found = controlled(body)
    assert [(row.executor, row.executor_id, row.control_id) for row in found] == [
        ("Ким А.В.", known, None), ("Некто Н.Н.", None, None),
    ]  # fmt: skip


def test_two_people_of_one_name_are_nobody_in_particular(body: Desk) -> None:
    for _one in range(2):
        factories.employee(body, "Ким А.В.", reason="однофамилец")
    factories.registered(body, control="К", due_on=day(-3), executor="Ким А.В.")
    assert only(body).executor_id is None


def test_what_is_off_control_is_shown_when_asked(body: Desk) -> None:
    letter = controlled_until(body, 2)
    execution_control.take_off(body, TakeOff(item_id=letter, on=TODAY, outcome="исполнено"))
    assert controlled(body) == []
    (row,) = controlled(body, off_since=day(-1))
    assert (row.off_on, row.outcome, row.due) == (TODAY, "исполнено", None)
    assert controlled(body, off_since=day(1)) == []


def test_the_state_of_an_entry_follows(body: Desk) -> None:
    letter = controlled_until(body, -2)

    def words() -> str:
        return state(rows(body, [letter])[0], TODAY).text

    assert words() == "Просрочено на 2 дня"
    journal = item(body, letter).journal.id  # type: ignore[union-attr]
    on_control = View(journal, filters=(("state", "На контроле"),))
    assert list(ids(body, on_control)) == [letter]
    execution_control.take_off(body, TakeOff(item_id=letter, on=TODAY, outcome="исполнено"))
    assert words() == "Зарегистрировано"
    assert list(ids(body, on_control)) == []
    execution_control.take_on(body, TakeOnControl(item_id=letter, on=TODAY, due_on=day(5)))
    assert words() == "На контроле до 23.11"


def test_today_has_a_class_for_each_line(body: Desk) -> None:
    for days in (-2, 0, 2, 5, 9):
        controlled_until(body, days)
    page = today(body)
    assert [line.due for line in page.overdue.lines] == [Due.OVERDUE]
    assert [line.due for line in page.this_week.lines] == [Due.TODAY, Due.SOON, Due.LATER]


def test_what_was_submitted_waits_for_its_resolution(body: Desk) -> None:
    letter = factories.registered(body, date=day(-5), their_date=None).id
    copies = tuple(row.id for row in copies_of(body, letter))
    execution_control.submit(body, Submit(item_id=letter, copy_ids=copies, on=day(-4)))

    def waits() -> list[tuple[str, int, str]]:
        return [
            (line.right, line.row, line.place)
            for found in waiting.waiting(body, 6)
            if found.title == "Submitted, no resolution yet"
            for line in found.lines
        ]

    assert waits() == [("4 дня", letter, "item")]
    assert execution(body, letter).submitted_on == day(-4)
    factories.resolution(body, letter, back_on=TODAY)
    assert waits() == []


def test_a_document_carried_over_keeps_whom_its_resolution_admits(body: Desk) -> None:
    reader = factories.employee(body, "Ким А.В.")
    letter = factories.registered(
        body, year=2025, date=dt.date(2025, 12, 1), their_date=None, their_number="1-1/1"
    ).id
    factories.resolution(body, letter, words="", persons=((reader, Part.ADMITTED),))
    new = carry_over.carry_over(
        body, carry_over.CarryOver(item_ids=(letter,), year=TODAY.year, reason="не исполнен")
    )[0].to_id
    with body.reading() as connection:
        copies = [row.id for row in copies_of(body, new)]
        facts = guard.facts_of(connection, copies, TODAY)
    assert reader in facts[0].admitted


def test_the_digest_counts_by_persons(body: Desk) -> None:
    executor = factories.employee(body, "Ким А.В.")
    for days in (-7, -3, 0, 6, 7):
        controlled_until(body, days, persons=((executor, Part.EXECUTOR),))
    groups = {group.group: group for group in digest_groups(body, "ru")}
    (overdue,) = groups[Group.OVERDUE].lines
    assert (overdue.name, overdue.count, overdue.on, overdue.days) == ("Ким А.В.", 2, day(-7), 7)
    (week,) = groups[Group.WEEK].lines
    assert (week.count, week.on, week.days) == (2, TODAY, 0)
    assert groups[Group.HELD].lines == ()


def test_the_digest_says_who_holds_copies_and_what_is_with_the_head(body: Desk) -> None:
    executor = factories.employee(body, "Ким А.В.")
    letter = factories.registered(body).id
    copies = tuple(row.id for row in copies_of(body, letter))
    factories.resolution(body, letter, persons=((executor, Part.EXECUTOR),))
    from dspdesk.procedures.movements import HandOver, hand_over

    hand_over(body, HandOver(copy_ids=copies[:1], employee_id=executor, on=TODAY, paper="расписка"))
    execution_control.submit(body, Submit(item_id=letter, copy_ids=copies[1:], on=TODAY))
    groups = {group.group: group for group in digest_groups(body, "ru")}
    assert [(line.name, line.count) for line in groups[Group.HELD].lines] == [("Ким А.В.", 1)]
    assert [(line.name, line.count) for line in groups[Group.SUBMITTED].lines] == [("Омаров Т.Е.", 1)]


def test_the_digest_names_papers_that_wait_for_signatures(body: Desk) -> None:
    from dspdesk.models import Printout, PrintoutSignature

    head = factories.head_of_body(body)
    with body.transaction("printout:paper:printed") as step:
        paper = Printout(
            paper="handover_sheet", subject="handover_sheet:1", language="ru", made_at=step.at,
            made_by=body.person.account_id, awaits=True,
        )  # fmt: skip
        step.session.add(paper)
        step.session.flush()
        key = paper.id
        step.session.add(PrintoutSignature(printout_id=key, ordinal=1, employee_id=head, part="executor"))

    def waiting() -> list[tuple[str, int, str, dt.date | None, int | None]]:
        groups = {group.group: group for group in digest_groups(body, "ru")}
        lines = groups[Group.SIGNATURE].lines
        return [(line.name, line.count, line.oldest, line.on, line.days) for line in lines]

    assert waiting() == []  # the printing has not come to its end: there is no paper to sign
    with body.transaction("printout:paper:drawn") as step:
        step.session.get_one(Printout, key).pdf_hash = "00"
    assert waiting() == [("Омаров Т.Е.", 1, "Лист передачи", TODAY, 0)]


def test_the_digest_of_a_unit_names_its_people_only(body: Desk) -> None:
    from dspdesk.procedures.units import EnterUnit, enter_unit

    unit = enter_unit(body, EnterUnit(number_index="02", name_kk="Талдау бөлімі", name_ru="Отдел анализа"))
    ours, other = factories.employee(body, "Ким А.В."), factories.employee(body, "Ли С.Т.")
    factories.appointed(
        body, ours, position_ru="эксперт", position_kk="сарапшы", unit_id=unit, heads=Headship.UNIT
    )
    for executor in (ours, other):
        controlled_until(body, -1, persons=((executor, Part.EXECUTOR),))
    names = [line.name for group in digest_groups(body, "ru", unit) for line in group.lines]
    assert names == ["Ким А.В."]


def test_two_people_of_one_name_are_two_in_the_digest(body: Desk) -> None:
    """Each is told by the unit; who is alone of a name is not."""
    from dspdesk.procedures.units import EnterUnit, enter_unit

    people = []
    for unit in ("Отдел анализа", "Отдел связи"):
        key = enter_unit(body, EnterUnit(name_kk=unit, name_ru=unit))
        people.append(factories.employee(body, "Ким А.В.", reason="однофамилец"))
        factories.appointed(body, people[-1], position_ru="эксперт", position_kk="сарапшы", unit_id=key)
    alone = factories.employee(body, "Ли С.Т.")
    for executor in (*people, people[0], alone):
        controlled_until(body, -1, persons=((executor, Part.EXECUTOR),))
    overdue = next(group for group in digest_groups(body, "ru") if group.group is Group.OVERDUE)
    assert [(line.name, line.count) for line in overdue.lines] == [
        ("Ким А.В. (Отдел анализа)", 2), ("Ким А.В. (Отдел связи)", 1), ("Ли С.Т.", 1),
    ]  # fmt: skip
    assert overdue.total == 4


def test_the_digest_of_a_unit_that_is_not_there_is_none(body: Desk) -> None:
    with pytest.raises(NotThere):
        digest_groups(body, "ru", 99)
    with pytest.raises(NotThere):
        store_papers.draw(body, "digest", "unit:99", "ru", "")
    assert store_papers.draw(body, "digest", "body:1", "ru", "").startswith(b"%PDF")


@pytest.fixture(autouse=True)
def the_same_each_time() -> None:
    random.seed(1196)
