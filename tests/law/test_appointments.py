"""Appointments over time: one position for a person, one head for each thing, never a day without one."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.law import appointments as law
from dspdesk.law.appointments import Held
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import Headship


def day(number: int) -> dt.date:
    return dt.date(2026, 11, number)


#: Ахметов heads the service from the 1st on.
HEAD = Held(id=1, person=1, first=day(1), heads=Headship.SERVICE, name="Ахметов", position="руководитель")
DEPUTY = Held(id=2, person=2, first=day(1), name="Ким", position="заместитель")


def codes(found) -> list[str]:
    return [finding.code for finding in found if finding is not None]


def test_every_finding_is_a_refusal_that_names_its_requirement_and_field():
    wrong = replace(
        DEPUTY, id=3, last=day(1) - dt.timedelta(days=1), acting_for=2, acting=True, heads=Headship.UNIT
    )
    for finding in filter(None, law.check(wrong, [HEAD, DEPUTY])):
        assert (finding.weight, finding.requirement) == (Weight.REFUSE, "W4")
        assert finding.field


@pytest.mark.parametrize(("last", "refused"), [(None, False), (day(5), False), (day(4), True)])
def test_it_does_not_end_before_it_begins(last, refused):
    finding = law.in_order(Held(person=1, first=day(5), last=last))
    assert (finding is not None) is refused


@pytest.mark.parametrize(
    ("heads", "unit", "refused"),
    [
        (Headship.UNIT, None, True),
        (Headship.UNIT, 3, False),
        (Headship.BODY, None, False),
        (None, None, False),
    ],
)
def test_the_head_of_a_unit_names_it(heads, unit, refused):
    finding = law.of_a_unit(Held(person=1, first=day(1), heads=heads, unit=unit))
    assert (finding is not None) is refused


@pytest.mark.parametrize(
    ("whom", "first", "code"),
    [
        (1, day(2), []),
        (None, day(2), []),
        (2, day(2), ["acting_for_oneself"]),
        (3, day(2), ["acting_for_no_position"]),
    ],
)
def test_one_acts_for_another_who_holds_a_position(whom, first, code):
    acting = Held(person=2, first=first, acting=True, acting_for=whom)
    assert codes(law.acting_for_somebody(acting, [HEAD])) == code


@pytest.mark.parametrize("first", [day(1), day(30)])
def test_the_position_acted_for_is_held_on_the_first_day(first):
    acting = Held(person=2, first=first, acting=True, acting_for=1)
    held = [replace(HEAD, first=day(2), last=day(29))]
    assert codes(law.acting_for_somebody(acting, held)) == ["acting_for_no_position"]


@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [
        (day(10), day(20), True),
        (day(1), day(9), False),
        (day(1), day(10), True),
        (day(20), None, True),
        (day(21), None, False),
        (day(1), None, True),
    ],
)
def test_a_person_holds_one_position_at_a_time(first, last, refused):
    standing = Held(id=1, person=1, first=day(10), last=day(20))
    wanted = Held(person=1, first=first, last=last)
    assert codes(law.alone_in_position(wanted, [standing])) == ["position_held"] * refused
    assert codes(law.alone_in_position(replace(wanted, person=2), [standing])) == []
    assert codes(law.alone_in_position(replace(wanted, acting=True), [standing])) == []
    assert codes(law.alone_in_position(replace(wanted, id=1), [standing])) == []


def test_a_person_acts_for_several_but_for_each_once():
    acting = Held(id=5, person=2, first=day(3), acting=True, heads=Headship.SERVICE)
    again = replace(acting, id=0, first=day(4))
    assert codes(law.alone_in_position(again, [acting])) == ["position_held"]
    assert codes(law.alone_in_position(replace(again, heads=Headship.BODY), [acting])) == []
    plain = replace(acting, heads=None, acting_for=1, position="специалист")
    assert codes(law.alone_in_position(replace(plain, id=0), [plain])) == ["position_held"]
    assert codes(law.alone_in_position(replace(plain, id=0, acting_for=3), [plain])) == []


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Held(person=2, first=day(5), heads=Headship.SERVICE), ["head_there"]),
        (Held(person=2, first=day(5), heads=Headship.SERVICE, acting=True), []),
        (Held(person=2, first=day(5), heads=Headship.BODY), []),
        (Held(person=2, first=day(5)), []),
        (Held(person=2, first=day(5), heads=Headship.UNIT, unit=1), []),
    ],
)
def test_there_is_one_head_at_a_time(wanted, code):
    assert codes(law.alone_at_the_head(wanted, [HEAD])) == code


@pytest.mark.parametrize(("unit", "code"), [(1, ["head_there"]), (2, [])])
def test_each_unit_has_its_own_head(unit, code):
    there = Held(id=1, person=1, first=day(1), heads=Headship.UNIT, unit=1)
    wanted = Held(person=2, first=day(5), heads=Headship.UNIT, unit=unit)
    assert codes(law.alone_at_the_head(wanted, [there])) == code


def test_one_acts_at_a_time():
    there = replace(HEAD, acting=True)
    wanted = Held(person=2, first=day(5), heads=Headship.SERVICE, acting=True)
    assert codes(law.alone_at_the_head(wanted, [there])) == ["acting_head_there"]
    assert codes(law.alone_at_the_head(wanted, [there.ended(day(4))])) == []


def test_only_what_began_earlier_can_be_ended_for_it():
    wanted = Held(person=2, first=day(5), heads=Headship.SERVICE)
    assert law.in_the_way(wanted, [HEAD, DEPUTY]) == [HEAD, DEPUTY]
    assert law.in_the_way(wanted, [replace(HEAD, first=day(5))]) == []
    assert law.in_the_way(replace(wanted, acting=True), [HEAD, DEPUTY]) == []


@pytest.mark.parametrize(
    ("heads", "code"),
    [
        (Headship.SERVICE, "service_without_head"),
        (Headship.BODY, "body_without_head"),
        (Headship.UNIT, ""),
        (None, ""),
    ],
)
def test_the_body_and_its_service_are_not_left_without_a_head(heads, code):
    finding = law.head_remains(replace(HEAD, heads=heads), day(18), [])
    assert (finding.code if finding else "") == code
    if finding:
        assert finding.facts["next_day"] == day(19)


@pytest.mark.parametrize(
    ("other", "left_alone"),
    [
        (Held(id=2, person=2, first=day(19), heads=Headship.SERVICE), False),
        (Held(id=2, person=2, first=day(19), heads=Headship.SERVICE, acting=True), False),
        (Held(id=2, person=2, first=day(20), heads=Headship.SERVICE), True),
        (Held(id=2, person=2, first=day(1), last=day(18), heads=Headship.SERVICE, acting=True), True),
        (Held(id=2, person=2, first=day(19), heads=Headship.BODY), True),
        (Held(id=2, person=2, first=day(19)), True),
    ],
)
def test_a_successor_or_one_who_acts_stands_from_the_next_day(other, left_alone):
    assert (law.head_remains(HEAD, day(18), [HEAD, other]) is not None) is left_alone


def test_nothing_is_missing_where_it_would_have_ended_anyway():
    assert law.head_remains(HEAD.ended(day(18)), day(18), []) is None
    assert law.head_remains(HEAD, dt.date.max, []) is None


def test_a_person_leaves_in_order():
    assert codes(law.leaves_in_order(2, day(18), [HEAD, DEPUTY], "", None)) == []
    assert codes(law.leaves_in_order(2, day(18), [HEAD, DEPUTY], "kim", None)) == ["account_still_open"]
    assert codes(law.leaves_in_order(2, day(18), [HEAD, DEPUTY], "", day(3))) == ["has_left"]
    assert codes(law.leaves_in_order(1, day(18), [HEAD, DEPUTY], "", None)) == ["service_without_head"]
    to_come = replace(DEPUTY, first=day(20))
    assert codes(law.leaves_in_order(2, day(18), [HEAD, to_come], "", None)) == ["appointment_to_come"]


def test_a_head_who_also_acts_leaves_nothing_to_themselves():
    acting = Held(id=9, person=1, first=day(2), heads=Headship.BODY, acting=True)
    assert codes(law.leaves_in_order(1, day(18), [HEAD, acting], "", None)) == [
        "service_without_head",
        "body_without_head",
    ]


DAYS = st.integers(1, 28).map(day)


@given(DAYS, DAYS | st.none(), DAYS, DAYS | st.none())
def test_two_meet_when_there_is_a_day_of_both(first, last, other_first, other_last):
    one = Held(person=1, first=first, last=last)
    other = Held(person=1, first=other_first, last=other_last)
    days = [day(number) for number in range(1, 31)]
    assert one.meets(other) == other.meets(one)
    if (last or day(30)) >= first and (other_last or day(30)) >= other_first:
        assert one.meets(other) == any(one.on(when) and other.on(when) for when in days)
