"""What a clerk types finds what another clerk wrote, and nothing typed can break the search."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher

from dspdesk.language.folding import (
    MOST_WORDS,
    are_begun,
    fold,
    match_query,
    number_key,
    number_parts,
    typed_query,
    words,
)

LETTERS = "абёйкәғқңөұүһіАБЁЙКӘҒҚҢӨҰҮҺІaeiocxHhBIi"
SIGNS = "019 .,-–—/\\«»“”\"'’№§()[]*^:+\t\n\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{COMBINING ACUTE ACCENT}"
TYPED = LETTERS + "bsZ" + SIGNS
OURS = st.text(alphabet=TYPED, max_size=60)
ANY = OURS | st.text(max_size=60)
OPERATORS = st.lists(
    st.sampled_from(["AND", "OR", "NOT", "NEAR(", ")", '"', "*", "^", "{a}:", "-", "кала", "\0", "\ud800"])
).map(" ".join)


@pytest.fixture(scope="module", params=[sqlite3, sqlcipher], ids=["sqlite3", "sqlcipher3"])
def index(request):
    """An index as the store makes it."""
    connection = request.param.connect(":memory:", isolation_level=None)
    connection.execute("CREATE VIRTUAL TABLE found USING fts5(a, tokenize='unicode61 remove_diacritics 0')")
    connection.execute("CREATE VIRTUAL TABLE token USING fts5vocab(found, 'instance')")
    yield connection
    connection.close()


def put(index, text):
    index.execute("DELETE FROM found")
    index.execute("INSERT INTO found VALUES (?)", (fold(text),))


def matches(index, text):
    return bool(index.execute("SELECT 1 FROM found WHERE found MATCH ?", (match_query(text),)).fetchall())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Қала", "кала"),
        ("КАЛА", "кала"),
        ("Әғқңөұүһі", "агкноуухи"),
        ("ӘҒҚҢӨҰҮҺІ", "агкноуухи"),
        ("Ещё съёмка ЁЖ", "еще съемка еж"),
        ("йод Й", "йод й"),
        ("и\u0306од е\u0308ж", "йод еж"),
        ("  а \t\n б\N{NO-BREAK SPACE}в ", "а б в"),
        ("«а» “б” „в”", '"а" "б" "в"'),
        ("а–б—в−г", "а-б-в-г"),
        ("об’ект", "об'ект"),
        ("за\u0301мок пере\u00adнос", "замок перенос"),
        ("дело №5", "дело 5"),
        ("ﬁle ＡＢ м²", "file ab м2"),
        ("ҳоким ҡала əлем", "хоким кала алем"),
        ("", ""),
    ],
)
def test_folding_by_hand(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("iс", "ис"),  # Latin i
        ("Iс", "ис"),
        ("жeнic", "женис"),
        ("HПA", "нпа"),
        ("шahар", "шахар"),  # Latin h as the Kazakh letter
        ("AКT BОЗB", "акт возв"),
        ("COVIDтің", "covidтин"),
        ("XML", "xml"),
        ("COTA", "cota"),
        ("IT-бөлім", "it-болим"),
        ("iс IT", "ис it"),
    ],
)
def test_latin_letters_within_cyrillic_words(text, folded):
    assert fold(text) == folded


@given(ANY)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(OURS)
def test_case_does_not_count(text):
    # Latin H and B stand for different letters in capitals and in small
    text = text.translate(str.maketrans("", "", "HhBb"))
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(ANY)
def test_words_hold_nothing_to_escape(text):
    assert all(word and word.isalnum() for word in words(text))


@given(OURS)
@settings(deadline=None)  # the first call makes the index or loads the collation
def test_words_are_those_of_the_index(index, text):
    put(index, text)
    tokens = [term for (term,) in index.execute("SELECT term FROM token ORDER BY offset")]
    assert tokens == words(text)


@given(ANY | OPERATORS)
@settings(deadline=None)
def test_nothing_typed_breaks_the_search(index, text):
    put(index, "кала министрлиги")
    if match_query(text):
        matches(index, text)
    else:
        assert words(text) == []


# The beginning of a word with Latin letters of both sorts may read otherwise than the whole of it.
@given(st.text(alphabet=LETTERS + SIGNS, max_size=60), st.data())
@settings(deadline=None)
def test_a_text_is_found_by_the_beginnings_of_its_words(index, text, data):
    put(index, text)
    found = words(text)
    if found:
        asked = data.draw(st.lists(st.sampled_from(found), min_size=1))
        query = " ".join(word[: data.draw(st.integers(1, len(word)))] for word in asked)
        assert matches(index, query)


@pytest.mark.parametrize(
    "query", ["кала", "КАЛА", "қала", "Қал", "мин фин", "Фин. мин", "«Қала»", "aким", "кала*"]
)
def test_found(index, query):
    put(index, "Қала әкімдігі, Министерство финансов, акимат")
    assert matches(index, query)


@pytest.mark.parametrize("query", ["ала", "калалар", "мин юст", "NOT кала", "кала OR юст", "a:кала"])
def test_not_found(index, query):
    put(index, "Қала әкімдігі, Министерство финансов, акимат")
    assert not matches(index, query)


def test_the_query_itself():
    assert match_query("Мин. фин") == '"мин"* "фин"*'
    assert match_query("мин мин МИН") == '"мин"*'
    assert [match_query(text) for text in ("", " ", "№", '"*"', "\0", "\ud800")] == [""] * 6


def test_a_page_pasted_into_the_search_line(index):
    put(index, "кала")
    page = " ".join(f"слово{n}" for n in range(5000))
    assert match_query(page).count("*") == MOST_WORDS
    assert not matches(index, page)
    assert not matches(index, "ж" * 200_000)


@pytest.mark.parametrize(
    ("text", "key", "parts"),
    [
        ("05-12/884 дсп", "0512884", "05 12 884"),
        ("05-12/884ДСП", "0512884", "05 12 884"),
        ("№ 884-ДСП", "884", "884"),
        ("№884", "884", "884"),
        ("884 ҚБПҮ", "884", "884"),
        ("884ҚБПҮ", "884", "884"),
        ("884 кбпу", "884", "884"),
        ("884 ДCП", "884", "884"),  # Latin C
        ("884 д.с.п.", "884", "884"),
        ("ДСП-884", "884", "884"),
        ("12а", "12а", "12а"),
        ("12А-дсп", "12а", "12а"),
        ("12a", "12а", "12а"),  # Latin a
        ("12адсп", "12а", "12а"),
        ("12В", "12в", "12в"),
        ("12B", "12в", "12в"),  # Latin B
        ("3.2–15/7", "32157", "3 2 15 7"),
        ("01 02 03", "010203", "01 02 03"),
        ("ЖТ-9984/i", "жт9984и", "жт 9984 и"),
        ("Қ-15", "к15", "к 15"),
        ("дспр-5", "дспр5", "дспр 5"),
        ("дсп", "", ""),
        ("", "", ""),
        ("№ / -", "", ""),
    ],
)
def test_numbers(text, key, parts):
    assert number_key(text) == key
    assert number_parts(text) == parts


@given(ANY)
def test_numbers_keep_letters_and_figures_only(text):
    assert number_key(text) == number_parts(text).replace(" ", "")
    assert all(part.isalnum() for part in number_parts(text).split())


@given(
    st.from_regex(r"\A[0-9]{1,3}([-/. ][0-9]{1,4}){0,3}[абвгABC]?\Z"), st.sampled_from(["дсп", "ДСП", "Қбпү"])
)
def test_the_mark_never_counts(number, mark):
    keys = {number_key(f"{number}{between}{mark}") for between in ("", " ", "-", " - ")}
    assert keys == {number_key(number)} == {number_key(number.lower())}


def test_typed_words_but_the_last_are_whole() -> None:
    assert typed_query("Министерство фин") == '"министерство" "фин"*'
    assert typed_query("мин") == match_query("мин")
    assert typed_query(" … ") == ""


@pytest.mark.parametrize(
    ("typed", "text", "begun"),
    [
        ("фин мин", "Министерство финансов", True),
        ("кала", "Қала әкімдігі", True),
        ("", "Министерство финансов", True),
        ("нистерство", "Министерство финансов", False),  # a part of a word is no beginning of it
        ("мин юст", "Министерство финансов", False),  # every word counts
        ("мин", "", False),
    ],
)
def test_words_begun(typed: str, text: str, begun: bool) -> None:
    assert are_begun(words(typed), words(text)) is begun
