"""The wording of papers: the same words asked for in both languages, each with its place in the law."""

import tomllib
from pathlib import Path

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.resources import resources
from dspdesk.law.edition import EDITIONS
from dspdesk.reports.wording import form

FORMS = resources() / "forms"
INVENTED = {"samples"}
STEMS = sorted({path.stem for path in FORMS.glob("*/*.toml")} - INVENTED)


def tables(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def keys(found: dict) -> set[str]:
    return {f"{table}.{key}" for table, words in found.items() if isinstance(words, dict) for key in words}


@pytest.mark.parametrize("stem", [*STEMS, *INVENTED])
def test_both_languages_have_the_same_keys(stem):
    kk, ru = (tables(FORMS / language / f"{stem}.toml") for language in ("kk", "ru"))
    assert keys(kk) == keys(ru)


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_each_wording_names_its_place_and_edition(stem, language):
    found = tables(FORMS / language / f"{stem}.toml")
    assert found.pop("edition") in EDITIONS
    assert found
    for name, table in found.items():
        assert table["source"], f"{language}/{stem}.toml: [{name}] names no source"


def test_words_are_found_by_their_key():
    assert form("registration_journal", Language.RU)["closing.skipped"] == "Количество пропущенных номеров"
    assert form("registration_journal", Language.KK).many("columns.captions")[13] == "Ескертпе"
    assert form("registration_journal", Language.KK).edition == "decree-1196-679"


@pytest.mark.parametrize("key", ["closing.none", "none.none", "columns.captions", "columns", "edition.more"])
def test_a_missing_word_names_file_and_key(key):
    with pytest.raises(KeyError, match=f"ru/registration_journal.toml: {key}"):
        form("registration_journal", Language.RU)[key]


def test_a_missing_list_names_file_and_key():
    with pytest.raises(KeyError, match=r"kk/registration_journal.toml: heading.title"):
        form("registration_journal", Language.KK).many("heading.title")
