"""Rules of execution: who admits, what a resolution and a deadline can be, what the journal says of them."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import execution_control as law
from dspdesk.law.digest import shares
from dspdesk.law.execution_control import Due, Named, Part, Standing, Wanted, Written
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import ItemState

TODAY = dt.date(2026, 11, 18)
KIM, LI = Named(1, "Ким А.В.", Part.EXECUTOR), Named(2, "Ли С.Т.", Part.CO_EXECUTOR)
WRITTEN = Written(
    number="7 ДСП",
    state=ItemState.REGISTERED,
    author="Омаров Т.Е.",
    author_heads=True,
    dated=TODAY,
    words="Подготовить ответ",
    named=(KIM,),
    due_on=TODAY + dt.timedelta(days=9),
    registered_on=TODAY,
)
ON = Standing("7 ДСП", on_control=True, recorded=True, taken_on=TODAY, due_on=TODAY + dt.timedelta(days=9))


def day(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


def found(written: Written) -> list[tuple[str, Weight, str]]:
    return [(one.code, one.weight, one.field) for one in law.check_resolution(written, TODAY)]


@pytest.mark.parametrize(
    ("days", "due"),
    [
        (-400, Due.OVERDUE), (-1, Due.OVERDUE), (0, Due.TODAY), (1, Due.SOON), (3, Due.SOON), (4, Due.LATER),
        (400, Due.LATER),
    ],
)  # fmt: skip
def test_how_a_deadline_stands(days: int, due: Due) -> None:
    assert law.due_class(day(days), TODAY) is due


def test_what_comes_back_with_a_resolution_comes_back_on_its_day_or_later() -> None:
    assert law.back_with_resolution(TODAY, TODAY) is None
    assert law.back_with_resolution(TODAY, day(1)) is None
    early = law.back_with_resolution(TODAY, day(-1))
    assert early is not None
    assert (early.code, early.weight, early.field) == ("back_before_resolution", Weight.REFUSE, "back_on")


def test_a_sound_resolution_has_nothing_against_it() -> None:
    assert found(WRITTEN) == []
    assert found(replace(WRITTEN, named=(), due_on=None, words="В дело", registered_on=None)) == []
    assert found(replace(WRITTEN, words="", due_on=TODAY, named=(KIM, LI))) == []


@pytest.mark.parametrize(
    ("changes", "code", "weight", "field"),
    [
        ({"author_heads": False}, "resolution_not_of_head", Weight.WARN, "author_id"),
        ({"registered_on": day(1)}, "resolution_before_registration", Weight.WARN, "dated"),
        ({"words": " ", "named": (), "due_on": None}, "resolution_empty", Weight.REFUSE, "words"),
        ({"named": (KIM, replace(LI, part=Part.EXECUTOR))}, "several_executors", Weight.REFUSE, "executor"),
        ({"named": (KIM, replace(KIM, part=Part.ADMITTED))}, "named_twice", Weight.REFUSE, "admitted"),
        ({"named": (replace(KIM, left_on=day(-1)),)}, "named_has_left", Weight.WARN, "executor"),
        ({"named": (LI,)}, "deadline_without_executor", Weight.REFUSE, "executor"),
        ({"due_on": day(-1)}, "deadline_before_resolution", Weight.REFUSE, "due_on"),
    ],
)
def test_what_stands_against_a_resolution(
    changes: dict[str, object], code: str, weight: Weight, field: str
) -> None:
    assert found(replace(WRITTEN, **changes)) == [(code, weight, field)]  # type: ignore[arg-type]


def test_a_resolution_is_of_no_day_to_come() -> None:
    assert found(replace(WRITTEN, dated=day(1))) == [("resolution_ahead", Weight.REFUSE, "dated")]


def test_the_last_day_in_service_is_one_of_service() -> None:
    assert found(replace(WRITTEN, named=(replace(KIM, left_on=TODAY),))) == []


@pytest.mark.parametrize("state", list(ItemState))
def test_only_a_registered_document_is_executed(state: ItemState) -> None:
    refused = law.document_stands(state, "7 ДСП")
    stands = state in {ItemState.REGISTERED, ItemState.IN_CASE}
    assert (refused is None) == stands
    if refused is not None:
        assert refused.code == f"not_to_be_executed_{state}"


def test_a_resolution_is_struck_once() -> None:
    assert law.struck_once(None) is None
    assert law.struck_once(TODAY) is not None


def test_whoever_still_has_the_document_is_told_of() -> None:
    assert law.still_holding(set()) is None
    told = law.still_holding({"Ли С.Т.", "Ким А.В."})
    assert told is not None
    assert (told.weight, told.facts["names"]) == (Weight.WARN, "Ким А.В., Ли С.Т.")


def test_one_deadline_runs_at_a_time() -> None:
    assert law.one_deadline(ON, None) is None
    assert law.one_deadline(replace(ON, recorded=False), TODAY) is None
    assert law.one_deadline(ON, TODAY) is not None
    assert law.not_on_control_yet(replace(ON, on_control=False)) is None


@pytest.mark.parametrize(
    ("executor", "on", "due_on", "codes"),
    [
        (True, TODAY, day(3), []),
        (False, TODAY, day(3), ["control_without_executor"]),
        (True, TODAY, None, ["deadline_needed"]),
        (True, day(1), day(3), ["control_ahead"]),
        (True, TODAY, day(-1), ["deadline_before_taking"]),
    ],
)
def test_taking_on_control(executor: bool, on: dt.date, due_on: dt.date | None, codes: list[str]) -> None:
    off = Standing("7 ДСП", on_control=False)
    assert [one.code for one in law.check_taking(off, executor, on, due_on, TODAY)] == codes


def test_a_number_is_annulled_when_no_recorded_control_goes_on_under_it() -> None:
    """Words of column 9 alone go with their entry; what was taken on control here is taken off here."""
    finding = law.not_annulled_on_control(ON)
    assert finding is not None
    assert (finding.requirement, finding.code) == ("D27", "annulled_on_control")
    for passes in (replace(ON, recorded=False), Standing("7 ДСП", on_control=False)):
        assert law.not_annulled_on_control(passes) is None


def test_what_is_on_control_is_not_taken_again() -> None:
    assert [one.code for one in law.check_taking(ON, True, TODAY, day(3), TODAY)] == ["on_control_already"]


WANTED = Wanted(due_on=day(12), reason="ждём ответа", allowed_by="Омаров Т.Е.", allows=True, allowed_on=TODAY)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"due_on": day(9)}, [("extension_not_later", Weight.REFUSE)]),
        ({"due_on": None}, [("extension_not_later", Weight.REFUSE)]),
        ({"reason": " "}, [("extension_reason", Weight.REFUSE)]),
        ({"allowed_on": day(1)}, [("allowed_ahead", Weight.REFUSE)]),
        ({"allows": False}, [("allowed_by_another", Weight.WARN)]),
    ],
)
def test_an_extension(changes: dict[str, object], found: list[tuple[str, Weight]]) -> None:
    wanted = replace(WANTED, **changes)  # type: ignore[arg-type]
    assert [(one.code, one.weight) for one in law.check_extension(ON, wanted, TODAY)] == found


def test_an_extension_of_a_deadline_that_is_over_is_worth_knowing() -> None:
    late = replace(ON, due_on=day(-2))
    assert [one.code for one in law.check_extension(late, WANTED, TODAY)] == ["extended_after_deadline"]


@pytest.mark.parametrize("standing", [replace(ON, on_control=False), replace(ON, due_on=None)])
def test_what_is_not_on_control_is_neither_put_off_nor_taken_off(standing: Standing) -> None:
    assert [one.code for one in law.check_extension(standing, WANTED, TODAY)] == ["not_on_control"]
    assert [one.code for one in law.check_taking_off(standing, TODAY, "исполнено", TODAY)] == [
        "not_on_control"
    ]


@pytest.mark.parametrize(
    ("on", "outcome", "codes"),
    [
        (TODAY, "исполнено", []),
        (TODAY, " ", ["outcome_needed"]),
        (day(1), "исполнено", ["control_ahead"]),
        (day(-1), "исполнено", ["off_before_taking"]),
    ],
)
def test_taking_off_control(on: dt.date, outcome: str, codes: list[str]) -> None:
    assert [one.code for one in law.check_taking_off(ON, on, outcome, TODAY)] == codes


def test_what_nobody_knows_when_it_was_taken_is_taken_off_any_day() -> None:
    assert law.check_taking_off(replace(ON, taken_on=None), day(-30), "исполнено", TODAY) == []


def test_a_deadline_that_was_put_off_stays_in_the_resolution() -> None:
    extended = replace(ON, extended=1)
    assert law.deadline_stays(ON, day(3), day(9)) is None
    assert law.deadline_stays(extended, day(9), day(9)) is None
    assert law.deadline_stays(extended, day(3), day(9)) is not None


def test_only_what_is_held_and_changed_is_refused() -> None:
    refused = law.held_by_resolution({"summary", "executor", "due_on"}, law.BY_CONTROL, "7 ДСП")
    assert [(one.code, one.field) for one in refused] == [("held_by_resolution", "due_on")]
    assert law.held_by_resolution({"summary"}, law.BY_RESOLUTION, "7 ДСП") == []


def test_a_head_is_needed_to_submit_to() -> None:
    assert law.head_there(there=True, on=TODAY) is None
    assert law.head_there(there=False, on=TODAY) is not None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Омаров Т.Е. 18.11.2026: Подготовить ответ; исп. Ким А.В.; соисп. Ли С.Т.; срок 27.11.2026"),
        (
            "kk",
            "Омаров Т.Е. 18.11.2026: Подготовить ответ; орындаушы Ким А.В.; бірлесіп орындаушы Ли С.Т.; "
            "мерзімі 27.11.2026",
        ),
    ],
)
def test_column_8(language: str, words: str) -> None:
    assert law.column_8(replace(WRITTEN, named=(KIM, LI)), language) == words


def test_column_8_of_a_resolution_without_words_or_deadline() -> None:
    bare = replace(WRITTEN, words="", named=(replace(KIM, part=Part.ADMITTED),), due_on=None)
    assert law.column_8(bare, "ru") == "Омаров Т.Е. 18.11.2026; ознакомить: Ким А.В."


def test_column_9_keeps_all_its_traces() -> None:
    mark = law.taken("", "ru")
    mark = law.extended(mark, day(12), "ru")
    mark = law.taken_off(mark, TODAY, "ru")
    assert mark == "К; продлено до 30.11.2026; снято с контроля 18.11.2026"
    assert law.taken(mark, "ru").endswith("; К")
    assert law.taken_off("Б", TODAY, "kk") == "Б; 18.11.2026 бақылаудан алынды"
    assert law.extended("", day(12), "kk") == "30.11.2026 күніне дейін ұзартылды"


@pytest.mark.parametrize(
    ("wanted", "room", "given"),
    [
        ((1, 1, 1), 10, (1, 1, 1)),
        ((3, 100, 2, 0, 5), 20, (3, 9, 2, 0, 5)),  # a line of the cut group says how many more
        ((100, 100), 10, (4, 4)),
        ((5, 5), 0, (1, 1)),
        ((0, 0), 7, (0, 0)),
    ],
)
def test_the_lines_of_a_sheet_are_shared(wanted: tuple[int, ...], room: int, given: tuple[int, ...]) -> None:
    assert shares(wanted, room) == given
