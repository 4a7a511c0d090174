"""What is typed under a column: every filter, and any text a person may type or paste."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, _, use_language
from dspdesk.law.kinds import JournalKind
from dspdesk.queries import filters, journal_grid
from dspdesk.queries.journal_grid import View
from dspdesk.queries.journals import journal

KEYS = tuple(filters._FILTERS)
#: Half of a surrogate pair may come out of a clipboard, so no character is left out.
ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from("\ud800\x00%_\\"), max_size=40)
TYPED = ANY | st.from_regex(r"\A[!=<>]?\s*[0-9.,\-–/ «»%_*\"'дсп№]{1,12}\Z")


@pytest.fixture(scope="module")
def incoming(asked: Desk) -> int:
    found = journal(asked, JournalKind.INCOMING, 2026)
    assert found is not None
    return found.id


def numbers(desk: Desk, journal_id: int, *typed: tuple[str, str]) -> str:
    """The numbers of the entries shown, the lowest first."""
    found = journal_grid.ids(desk, View(journal_id, typed, descending=False))
    return " ".join(str(row.number) for row in journal_grid.rows(desk, found))


FILTERED = [
    ("number", "4", "4"),
    ("number", "4а", "4а"),
    ("number", "4A", "4а"),
    ("number", "№ 4а дсп", "4а"),
    ("number", "2-4", "2 3 4 4а"),
    ("number", ">4", "5 6"),
    ("number", "<2", "1"),
    ("number", "!2-4", "1 5 6"),
    ("number", "четыре", ""),
    ("number", "=", ""),
    ("date", "10.01.2026", "1"),
    ("date", "02.2026", "2 3"),
    ("date", "2026", "1 2 3 4 4а 5"),
    ("date", "2025", ""),
    ("date", "11.02.2026-01.03.2026", "2 3 4"),
    ("date", "11.02-01.03.2026", "2 3 4"),
    ("date", "02.2026 – 03.2026", "2 3 4 4а"),
    ("date", "31.02.2026", ""),
    ("date", "13.2026", ""),
    ("date", "=", "6"),
    ("date", "!=", "1 2 3 4 4а 5"),
    ("date", "!10.01.2026", "2 3 4 4а 5 6"),
    ("correspondent", "мин", "1 2 4а"),
    ("correspondent", "мин фин", "1"),
    ("correspondent", "ФИН", "1"),
    ("correspondent", "фин мин", "1"),
    ("correspondent", "адилет", "2"),
    ("correspondent", "елочная", "4"),
    ("correspondent", "!мин", "3 4 5 6"),
    ("correspondent", "=", "6"),
    ("correspondent", "!=", "1 2 3 4 4а 5"),
    ("correspondent", "инистерство", ""),
    ("their_number", "884", "1 4а"),
    ("their_number", "12/88", "1"),
    ("their_number", "05-12/884 ДСП", "1"),
    ("their_number", "б/н", "2"),
    ("their_number", "б%н", ""),
    ("their_number", "=", "3 5 6"),
    ("their_date", "05.01.2026", "1"),
    ("their_date", "=", "2 3 4 4а 5 6"),
    ("summary", "бюджет", "1 4а"),
    ("summary", "отчет", "4а"),
    ("summary", "каулы", "2"),
    ("summary", "акпарат", "2"),
    ("summary", "года", "4"),
    ("summary", "=", "6"),
    ("sheets", "4", "1 3 4а"),
    ("sheets", "10-50", "4"),
    ("sheets", ">20", "5"),
    ("sheets", "<5", "1 3 4а"),
    ("sheets", "=", "2 6"),
    ("sheets", "много", ""),
    ("copies", "2", "1"),
    ("copies", ">2", "5"),
    ("copies", "1-2", "1 2 3 4 4а 6"),
    ("copies", "=", ""),
    ("control", "к", "1 4 5"),
    ("control", "=", "2 3 4а 6"),
    ("control", "!к", "2 3 4а 6"),
    ("executor", "ким", "1"),
    ("executor", "сейткали", "2"),
    ("executor", "г.м.", "2"),
    ("executor", "=", "3 4 4а 5 6"),
    ("executor", "!=", "1 2"),
    ("due_on", "11.2026", "1 5"),
    ("due_on", "=", "2 3 4а 6"),
    ("signatory", "ахметов", "4а"),
    ("signatory", "=", "1 2 3 4 5 6"),
    ("signed_on", "01.01.2026", "6"),
    ("signed_on", "!=", "6"),
    ("signed_on", "=", "1 2 3 4 4а 5"),
    ("notes", "ошибке", "3"),
    ("notes", "=", "1 2 4 4а 5 6"),
    ("number", " ", "1 2 3 4 4а 5 6"),
    ("number", "!", "1 2 3 4 4а 5 6"),
]


@pytest.mark.parametrize(("key", "typed", "expected"), FILTERED)
def test_each_filter(asked: Desk, incoming: int, key: str, typed: str, expected: str) -> None:
    assert numbers(asked, incoming, (key, typed)) == expected


STATES = {
    "registered": "1 2 4а 5 6",
    "incomplete": "2 5 6",
    "on_control": "1 4 5",
    "overdue": "1",
    "without_case": "1 2 4а 5 6",
    "in_case": "4",
    "carried_over": "",
    "sent_back": "",
    "seized": "",
    "destroyed": "",
    "annulled": "3",
    "reserved": "",
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("state", filters.STATE_NAMES)
def test_each_state_by_its_name_in_the_interface(
    asked: Desk, incoming: int, state: str, language: Language
) -> None:
    use_language(language)
    typed = _(filters.STATE_NAMES[state])
    assert numbers(asked, incoming, ("state", typed)) == STATES[state]
    assert numbers(asked, incoming, ("state", typed.upper()[:-1])) == STATES[state]


def test_states_of_other_journals(asked: Desk) -> None:
    outgoing = journal(asked, JournalKind.OUTGOING, 2026)
    earlier = journal(asked, JournalKind.INCOMING, 2025)
    assert outgoing is not None
    assert earlier is not None
    assert numbers(asked, outgoing.id, ("state", _(filters.STATE_NAMES["reserved"]))) == "1"
    assert numbers(asked, earlier.id, ("state", _(filters.STATE_NAMES["destroyed"]))) == "12"
    assert numbers(asked, earlier.id, ("state", _(filters.STATE_NAMES["registered"]))) == "14"


def test_every_filter_and_every_column_that_may_be_empty_is_tried_above() -> None:
    assert {key for key, _typed, _found in FILTERED} | {"state"} == set(KEYS) == set(filters._EMPTY)
    assert {key for key, typed, _found in FILTERED if typed == "="} == set(KEYS) - {"state"}


def test_filters_of_several_columns_hold_together(asked: Desk, incoming: int) -> None:
    assert numbers(asked, incoming, ("correspondent", "мин"), ("date", "03.2026")) == "4а"
    assert numbers(asked, incoming, ("correspondent", "мин"), ("correspondent", "!юст")) == "1 2"
    assert numbers(asked, incoming, ("correspondent", "мин"), ("state", "!")) == "1 2 4а"


@given(key=st.sampled_from(KEYS), typed=TYPED)
def test_any_text_finds_entries_of_this_journal_or_none(
    asked: Desk, incoming: int, key: str, typed: str
) -> None:
    everything = set(journal_grid.ids(asked, View(incoming)))
    assert set(journal_grid.ids(asked, View(incoming, ((key, typed),)))) <= everything


@given(key=st.sampled_from(KEYS), typed=TYPED)
def test_a_text_and_its_negation_share_the_entries_between_them(
    asked: Desk, incoming: int, key: str, typed: str
) -> None:
    text = typed.strip().removeprefix("!").strip()
    if not text or text.startswith("!"):
        return
    found, others = (
        set(journal_grid.ids(asked, View(incoming, ((key, sign + text),)))) for sign in ("", "!")
    )
    assert not found & others
    assert found | others == set(journal_grid.ids(asked, View(incoming)))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    "typed", ["9" * 5000, "%" * 60_000, "слово " * 20_000, "\x00", "\ud800", "1" * 19, "%", "_"]
)
def test_a_page_pasted_under_a_column_finds_nothing(asked: Desk, incoming: int, key: str, typed: str) -> None:
    assert numbers(asked, incoming, (key, typed)) == ""


def date(written: str) -> dt.date:
    return dt.datetime.strptime(written, "%d.%m.%Y").date()


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("18.11.2026", "18.11.2026", "18.11.2026"),
        ("02.2024", "01.02.2024", "29.02.2024"),
        ("12.2026", "01.12.2026", "31.12.2026"),
        ("2026", "01.01.2026", "31.12.2026"),
        ("01.11-18.11.2026", "01.11.2026", "18.11.2026"),
        ("30.12.2025–02.01.2026", "30.12.2025", "02.01.2026"),
        ("2025 - 2026", "01.01.2025", "31.12.2026"),
    ],
)
def test_spans_of_dates(typed: str, first: str, last: str) -> None:
    assert filters.date_span(typed) == (date(first), date(last))


@pytest.mark.parametrize(
    "typed", ["", "-", "30.02.2026", "00.2026x", "0000", "13.2026", "18.11", "5-3", "вчера"]
)
def test_what_is_no_date(typed: str) -> None:
    assert filters.date_span(typed) is None
