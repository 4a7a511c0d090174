"""The recovery key as it is read off paper and typed: every slip is found and its group named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.store.errors import StoreUnavailable
from dspdesk.store.recovery import _ALPHABET, GROUPS, from_groups, to_groups

KEYS = st.binary(min_size=32, max_size=32)
GROUP, LETTER = st.integers(0, GROUPS - 1), st.integers(0, 4)


def wrong_group(groups) -> int:
    with pytest.raises(StoreUnavailable) as refused:
        from_groups(" ".join(groups))
    assert refused.value.code == "recovery_wrong"
    assert str(refused.value.facts["group"]) in str(refused.value)
    return refused.value.facts["group"]


@given(KEYS)
def test_what_is_printed_reads_back(key: bytes) -> None:
    groups = to_groups(key)
    assert len(groups) == GROUPS
    assert {len(group) for group in groups} == {5}
    assert from_groups(" ".join(groups)) == key


@given(KEYS, GROUP, LETTER, st.integers(1, 31))
def test_one_letter_mistyped_names_its_group(key: bytes, group: int, letter: int, by: int) -> None:
    groups = list(to_groups(key))
    typed = groups[group]
    other = _ALPHABET[(_ALPHABET.index(typed[letter]) + by) % 32]
    groups[group] = typed[:letter] + other + typed[letter + 1 :]
    assert wrong_group(groups) == group + 1


@given(KEYS, GROUP, st.integers(0, 3))
def test_two_neighbours_exchanged_name_their_group(key: bytes, group: int, letter: int) -> None:
    groups = list(to_groups(key))
    typed = groups[group]
    if typed[letter] != typed[letter + 1]:
        groups[group] = typed[:letter] + typed[letter + 1] + typed[letter] + typed[letter + 2 :]
        assert wrong_group(groups) == group + 1


def test_every_pair_of_neighbours_is_told_from_its_exchange() -> None:
    """All 992 pairs at each place; by sums modulo 32 the pairs sixteen apart would pass."""
    for place in range(3):
        for first in _ALPHABET:
            for second in _ALPHABET.replace(first, ""):
                pair, exchanged = (
                    "0" * place + two + "0" * (2 - place) for two in (first + second, second + first)
                )
                right = next(group for group in map((pair + "{}").format, _ALPHABET) if reads(group))
                assert not reads(exchanged + right[4]), right


def reads(group: str) -> bool:
    try:
        from_groups(group)
    except StoreUnavailable as error:
        return error.code == "recovery_count"
    return True


@given(KEYS, GROUP, GROUP)
def test_two_groups_exchanged_name_the_first_of_them(key: bytes, one: int, two: int) -> None:
    groups = list(to_groups(key))
    if one != two:
        groups[one], groups[two] = groups[two], groups[one]
        assert wrong_group(groups) == min(one, two) + 1


@given(KEYS)
def test_case_spaces_dashes_and_letters_of_the_other_layout_do_not_matter(key: bytes) -> None:
    groups = to_groups(key)
    twins = str.maketrans("ABEKMHPCTYX", "АВЕКМНРСТУХ")
    typed = "-".join(groups).translate(twins)
    assert from_groups(typed) == key
    assert from_groups(typed.lower()) == key
    assert from_groups("".join(groups).replace("0", "О").replace("1", "l")) == key
    assert from_groups("\n".join("  ".join(group) for group in groups)) == key


@given(KEYS, st.integers(0, GROUPS - 1))
def test_groups_left_out_are_counted(key: bytes, given_groups: int) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        from_groups(" ".join(to_groups(key)[:given_groups]))
    assert (refused.value.code, refused.value.facts) == (
        "recovery_count",
        {"expected": GROUPS, "given": given_groups},
    )


def test_a_group_too_many_is_counted() -> None:
    with pytest.raises(StoreUnavailable) as refused:
        from_groups(" ".join((*to_groups(bytes(32)), "00000")))
    assert (refused.value.code, refused.value.facts["given"]) == ("recovery_count", GROUPS + 1)


@given(KEYS, GROUP)
def test_a_letter_left_out_names_the_group_it_is_missing_from(key: bytes, group: int) -> None:
    groups = list(to_groups(key))
    groups[group] = groups[group][:3] + groups[group][4:]
    assert wrong_group(groups) in range(group + 1, GROUPS + 1)


@given(st.text())
def test_any_text_is_a_key_or_is_told(typed: str) -> None:
    try:
        assert len(from_groups(typed)) == 32
    except StoreUnavailable as error:
        assert str(error)
