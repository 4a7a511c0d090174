"""The law's own words: whole, alike in both languages, and found by their place."""

import hashlib

import pytest

from dspdesk.language.law_text import paragraphs, words

TEXTS = [("decree-1196", "kk"), ("decree-1196", "ru"), ("order-92", "kk")]
#: Word for word: the digest of all paragraphs as they were compared with the law's text.
DIGESTS = {
    ("decree-1196", "kk"): "09a9050038ddd045",
    ("decree-1196", "ru"): "4e5ca6aee2135e28",
    ("order-92", "kk"): "5baf10da15d5107c",
}


@pytest.mark.parametrize(("act", "language"), TEXTS)
def test_not_one_word_has_changed(act, language):
    said = "\n".join(f"{number}. " + "\n".join(parts) for number, parts in paragraphs(act, language).items())
    assert hashlib.sha256(said.encode()).hexdigest()[:16] == DIGESTS[act, language]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_all_paragraphs_of_the_rules_are_there(language):
    expected = [str(number) for number in range(1, 63)]
    expected.insert(26, "26-1")
    assert list(paragraphs("decree-1196", language)) == expected


def test_all_paragraphs_of_the_model_regulation_are_there_in_kazakh_only():
    assert list(paragraphs("order-92", "kk")) == [str(number) for number in range(1, 19)]
    assert paragraphs("order-92", "ru") == {}


def test_both_languages_of_the_rules_have_the_same_parts_and_subparagraphs():
    kk, ru = (
        {
            number: [part.count("\n") for part in parts]
            for number, parts in paragraphs("decree-1196", language).items()
        }
        for language in ("kk", "ru")
    )
    assert kk == ru


@pytest.mark.parametrize(("act", "language"), TEXTS)
def test_subparagraphs_are_numbered_in_their_order(act, language):
    for number, parts in paragraphs(act, language).items():
        for part in parts:
            assert part == part.strip()
            assert "  " not in part
            assert "\N{NO-BREAK SPACE}" not in part
            for place, line in enumerate(part.splitlines()[1:], 1):
                assert line.startswith(f"{place}) "), (number, line)


def test_a_whole_paragraph():
    said = words("decree-1196", "14", (), None, "ru").splitlines()
    assert [line.split()[0] for line in said] == ["Регистрации", "Основным"]


def test_some_parts_of_a_paragraph():
    assert words("decree-1196", "14", (2,), None, "ru").startswith(
        "Основным требованием учета является однократность"
    )
    assert len(words("decree-1196", "12", (1, 2), None, "kk").splitlines()) == 2
    assert words("decree-1196", "15", (4,), None, "kk").startswith(
        '"ҚБПҮ" деген белгісі бар құжаттар мен басылымдардың'
    )


def test_a_subparagraph_comes_with_the_words_that_lead_to_it():
    assert words("decree-1196", "30", (), 7, "ru").splitlines() == [
        "При формировании дел необходимо соблюдать следующие требования:",
        "7) объем дела не должен превышать 180 листов;",
    ]
    assert words("decree-1196", "30", (), 7, "kk").splitlines()[1] == "7) іс көлемін 180 парақтан асырмау;"


def test_a_subparagraph_is_found_in_the_part_that_has_it():
    said = words("decree-1196", "61", (), 4, "ru").splitlines()
    assert said[0].endswith("в обязательном порядке проводится:")
    assert said[1:] == ["4) при реорганизации (ликвидации) государственного органа."]


@pytest.mark.parametrize(
    ("act", "paragraph", "parts", "subparagraph", "language"),
    [
        ("", "", (), None, "ru"),
        ("order-92", "17", (), None, "ru"),
        ("decree-429", "1", (), None, "ru"),
        ("decree-1196", "63", (), None, "ru"),
        ("decree-1196", "11", (2,), None, "ru"),
        ("decree-1196", "30", (), 10, "ru"),
        ("decree-1196", "11", (), 1, "ru"),
    ],
)
def test_what_is_not_there_is_empty(act, paragraph, parts, subparagraph, language):
    assert words(act, paragraph, parts, subparagraph, language) == ""
