"""One search over everything: words of two alphabets, our numbers and theirs, and whatever a person types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.desk import Desk
from dspdesk.law.kinds import ItemState, JournalKind
from dspdesk.queries.item import items_in
from dspdesk.queries.search import search
from tests import factories


def found(desk: Desk, text: str, limit: int = 200) -> list[str]:
    """Year and number of what is found, in its order."""
    return [f"{hit.year}/{hit.number}" for hit in search(desk, text, limit)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("финансов", ["2025/14", "2025/12", "2026/1", "2026/1"]),  # entered last of all
        ("минис юст", ["2026/4а"]),
        ("юст минис", ["2026/4а"]),
        ("бюджет", ["2026/4а", "2026/1"]),
        ("елочн", ["2026/4"]),
        ("ЁЛОЧНАЯ", ["2026/4"]),
        ("года", ["2026/4"]),
        ("«года»", ["2026/4"]),
        ("ахметов", ["2026/4а"]),
        ("доложить", ["2026/5"]),
        ("01-05, л", ["2026/4"]),
        ("ошибке", ["2026/3"]),
        ("инистерство", []),
        ("такого слова нет", []),
        ("", []),
        ("   ", []),
        ("!?*", []),
    ],
)
def test_words_are_found_by_their_beginnings_the_newest_first(
    asked: Desk, typed: str, expected: list[str]
) -> None:
    assert found(asked, typed) == expected


@pytest.mark.parametrize("typed", ["Қаулы", "каулы", "КАУЛЫ", "қау"])
def test_kazakh_words_are_found_from_either_keyboard(asked: Desk, typed: str) -> None:
    assert found(asked, typed) == ["2026/2"]


@pytest.mark.parametrize("typed", ["адилет", "Әділет", "әдiлет", "министрлиги"])
def test_kazakh_senders_are_found_from_either_keyboard(asked: Desk, typed: str) -> None:
    assert found(asked, typed) == ["2026/2"]


@pytest.mark.parametrize("typed", ["министерство юстіции", "мінистерство юстиции"])
def test_russian_words_are_found_with_kazakh_letters(asked: Desk, typed: str) -> None:
    assert found(asked, typed) == ["2026/4а"]


@pytest.mark.parametrize("typed", ["4а", "4А", "4a", "№ 4а", "4а дсп", "№4а ДСП", "4-а"])
def test_a_number_of_ours_is_found_as_people_write_it(asked: Desk, typed: str) -> None:
    assert found(asked, typed)[:1] == ["2026/4а"]


def test_a_number_of_ours_stands_before_what_merely_holds_it(asked: Desk) -> None:
    assert found(asked, "12")[0] == "2025/12"
    assert "2026/1" in found(asked, "12")  # 05-12/884
    assert found(asked, "1")[:2] == ["2026/1", "2026/1"]


@pytest.mark.parametrize(
    "typed", ["05-12/884", "0512884", "05 12 884", "05-12/884дсп", "05-12/884 ДСП", "12884", "512/88"]
)
def test_a_number_of_theirs_is_found_by_any_part(asked: Desk, typed: str) -> None:
    assert "2026/1" in found(asked, typed)
    assert "2026/4" not in found(asked, typed)


def test_without_number_is_no_number(asked: Desk) -> None:
    assert "2026/3" not in found(asked, "б/н")


def test_who_signed_for_it_in_the_sheet_is_found(asked: Desk) -> None:
    assert found(asked, "ким") == ["2025/14", "2025/12", "2026/5", "2026/1"]


def test_annulled_and_destroyed_ones_are_found_and_said_to_be_so(asked: Desk) -> None:
    states = {
        f"{hit.year}/{hit.number}": hit.state for text in ("астаны", "12") for hit in search(asked, text)
    }
    assert states["2026/3"] is ItemState.ANNULLED
    assert states["2025/12"] is ItemState.DESTROYED


def test_a_hit_says_where_it_stands(asked: Desk) -> None:
    (hit,) = search(asked, "юстиции")
    assert (hit.kind, hit.year, hit.language, str(hit.number)) == (JournalKind.INCOMING, 2026, "ru", "4а")
    assert (hit.correspondent, hit.their_number, hit.summary) == (
        "Министерство юстиции РК", "884", "Отчёт о бюджете и сметах",
    )  # fmt: skip


def test_the_newest_are_given_when_there_are_too_many(desk: Desk) -> None:
    everything = search(desk, "о")
    assert len(everything) > 12
    assert [hit.id for hit in search(desk, "о", limit=5)] == [hit.id for hit in everything[:5]]
    assert [hit.id for hit in everything] == sorted((hit.id for hit in everything), reverse=True)


def test_what_was_corrected_is_found_by_its_new_words_only(desk: Desk) -> None:
    from dspdesk.procedures import registration
    from dspdesk.procedures.registration import Correct

    done = factories.registered(
        desk, summary="о винограде", their_number="99-1/7777", executor="Прежний П.П."
    )
    wanted = factories.entry(summary="о яблоках", their_number="99-1/8888")
    registration.correct(desk, Correct(item_id=done.id, entry=wanted, reason="не то"))
    for old in ("виноград", "7777", "прежний"):
        assert done.id not in [hit.id for hit in search(desk, old)]
    for new in ("яблоки"[:5], "8888", "99-1/8888"):
        assert done.id in [hit.id for hit in search(desk, new)]


@given(
    st.text(
        st.characters(exclude_categories=()) | st.sampled_from('\ud800\x00"*():^-+№дсп0123456789'),
        max_size=60,
    )
)
def test_any_text_is_answered(asked: Desk, typed: str) -> None:
    hits = search(asked, typed)
    assert len({hit.id for hit in hits}) == len(hits)


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "NEAR(а б)",
        "a AND b",
        "summary:о",
        "о*",
        "^о",
        "{о}",
        "\x00",
        "9" * 9000,
        "о " * 9000,
        "ы" * 90_000,
    ],
)
def test_the_language_of_the_index_is_not_spoken_to_people(asked: Desk, typed: str) -> None:
    assert isinstance(search(asked, typed), list)


def test_a_journal_is_narrowed_by_the_same_search(asked: Desk) -> None:
    listed = [str(one.number) for one in items_in(asked, JournalKind.INCOMING, 2026, "бюджет")]
    assert listed == ["1", "4а"]
    assert [str(one.number) for one in items_in(asked, JournalKind.INCOMING, 2026)] == [
        "1",
        "2",
        "3",
        "4",
        "4а",
        "5",
        "6",
    ]
    assert list(items_in(asked, JournalKind.INCOMING, 1999)) == []
