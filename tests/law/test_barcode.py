"""Codes of labels: read back under every layout of the keyboard, refused when anything is wrong with them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.law.barcode import Code, Kind, latin, may_become
from dspdesk.law.values import Impossible

KEYS = "QWERTYUIOPASDFGHJKLZXCVBNM1234567890"
RUSSIAN = dict(zip(KEYS, "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ1234567890", strict=True))
KAZAKH = RUSSIAN | dict(zip("1234567890", '"әіңғ,.үұқ', strict=True))
LAYOUTS = {"latin": dict(zip(KEYS, KEYS, strict=True)), "russian": RUSSIAN, "kazakh": KAZAKH}

codes = st.builds(Code, st.sampled_from(list(Kind)), st.integers(1, 9_999_999_999))


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_every_key_comes_back_whatever_layout_it_was_struck_under(layout: str) -> None:
    struck = LAYOUTS[layout]
    assert len(set(struck.values())) == len(KEYS)
    for key in KEYS:
        assert [latin(form) for form in (struck[key], struck[key].lower(), struck[key].upper())] == [key] * 3


@given(codes, st.sampled_from(list(LAYOUTS)), st.booleans())
def test_a_code_is_read_under_every_layout_with_and_without_caps_lock(
    code: Code, layout: str, caps: bool
) -> None:
    typed = "".join(LAYOUTS[layout][key] for key in str(code))
    assert Code.parse(typed.swapcase() if caps else typed) == code


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("number", [1, 9, 10, 1242, 65_535, 9_999_999_999])
def test_no_wrong_character_passes(kind: Kind, number: int) -> None:
    whole = str(Code(kind, number))
    for at, character in itertools.product(range(len(whole)), KEYS):
        if whole[at] != character:
            with pytest.raises(Impossible):
                Code.parse(whole[:at] + character + whole[at + 1 :])


@given(codes, st.data())
def test_no_two_wrong_figures_pass(code: Code, data: st.DataObject) -> None:
    whole = str(code)
    places = data.draw(st.lists(st.integers(1, len(whole) - 3), min_size=1, max_size=2, unique=True))
    wrong = list(whole)
    for place in places:
        wrong[place] = data.draw(
            st.sampled_from([figure for figure in "0123456789" if figure != whole[place]])
        )
    with pytest.raises(Impossible):
        Code.parse("".join(wrong))


@given(codes)
def test_neighbours_that_changed_places_do_not_pass(code: Code) -> None:
    whole = str(code)
    for at in range(len(whole) - 1):
        changed = whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :]
        if changed != whole:
            with pytest.raises(Impossible):
                Code.parse(changed)


@given(codes)
def test_what_was_read_in_part_does_not_pass(code: Code) -> None:
    whole = str(code)
    parts = [*(whole[:end] for end in range(len(whole))), *(whole[start:] for start in range(1, len(whole)))]
    for part in parts:
        with pytest.raises(Impossible):
            Code.parse(part)


@given(codes, st.sampled_from(list(LAYOUTS)))
def test_every_beginning_of_a_code_may_become_one(code: Code, layout: str) -> None:
    typed = "".join(LAYOUTS[layout][key] for key in str(code))
    assert all(may_become(typed[:end]) for end in range(1, len(typed) + 1))


@pytest.mark.parametrize("typed", ["", "1", "12", "C0", "CC", "C12Q3", "C12QQQ", "письмо", "ст", "C 1"])
def test_what_begins_otherwise_is_let_pass(typed: str) -> None:
    assert not may_become(typed)


@pytest.mark.parametrize("number", [0, -1, 10_000_000_000])
def test_no_code_is_made_for_a_key_that_no_store_gives(number: int) -> None:
    with pytest.raises(Impossible):
        Code(Kind.ITEM, number)


def test_a_code_typed_by_hand_may_have_spaces_around_it() -> None:
    assert Code.parse(f" {Code(Kind.SHEET, 5)} ") == Code(Kind.SHEET, 5)
