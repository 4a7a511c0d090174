"""The texts of the program are in both catalogues, translated, with their plurals and placeholders.

Texts stand in the sources in English: `_("Save")`, `ngettext("{n} sheet", "{n} sheets", n)`.
`make catalogues` collects them.
"""

import ast
import re
import string
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

from dspdesk.queries.filed import volume_words

ROOT = Path(__file__).parents[1]
PLURALS = {"kk": 2, "ru": 3}


def keywords() -> dict:
    """The functions that mark a text, from the Makefile, where `make catalogues` takes them."""
    line = re.search(r"^KEYWORDS := (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return parse_keywords(line.group(1).split())


@cache
def extracted(folder: Path) -> Catalog:
    """What the sources of a folder mark for translation."""
    texts = Catalog()
    for _file, _line, message, _comments, context in extract_from_dir(folder, keywords=keywords()):
        texts.add(message, context=context)
    return texts


@cache
def catalogue(language: str) -> Catalog:
    path = ROOT / "resources/catalogues" / language / "LC_MESSAGES/dspdesk.po"
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def keys(texts: Catalog) -> set[tuple]:
    """What tells one text from another: its context, and both forms where it counts."""
    return {(message.context, message.id) for message in texts if message.id}


def forms(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, list | tuple) else [message.string]


def placeholders(text: str) -> set[str]:
    """The names of the `{fields}` in a text; a stray brace is a field of its own."""
    try:
        return {
            name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None
        }
    except ValueError:
        return {f"braces that do not pair: {text}"}


def wrong_placeholders(message: Message) -> list[str]:
    """The translations whose fields differ from those of the text.

    The singular may leave out the number ("one sheet"), so a plural is compared with all its forms.
    """
    ids = message.id if isinstance(message.id, list | tuple) else (message.id,)
    may = set().union(*(placeholders(text) for text in ids))
    must = set.intersection(*(placeholders(text) for text in ids))
    return [form for form in forms(message) if form and not must <= placeholders(form) <= may]


def put_together(source: str, path: str) -> list[str]:
    """Texts made up inside a marking call, f-strings above all: Babel drops them without a word.

    A name is let through, since `_(column.title)` looks up what `N_("Sheets")` marked.
    """
    marking, found = keywords(), []
    for call in ast.walk(ast.parse(source, path)):
        name = (
            getattr(call.func, "id", getattr(call.func, "attr", None)) if isinstance(call, ast.Call) else None
        )
        if name not in marking:
            continue
        places = [place[0] if isinstance(place, tuple) else place for place in marking[name] or (1,)]
        texts = [call.args[place - 1] for place in places if place <= len(call.args)]
        if any(isinstance(text, ast.JoinedStr | ast.BinOp | ast.Call) for text in texts):
            found.append(f"{path}:{call.lineno}: only a plain string can be translated")
    return found


@pytest.fixture(params=sorted(PLURALS))
def language(request):
    return request.param


def test_catalogue_holds_what_the_sources_mark(language):
    in_sources, in_file = keys(extracted(ROOT / "dspdesk")), keys(catalogue(language))
    assert in_sources == in_file, "run `make catalogues` and translate what is new"


def test_every_text_is_translated(language):
    missing = [m.id for m in catalogue(language) if m.id and not all(f.strip() for f in forms(m))]
    assert not missing


def test_no_translation_is_a_guess(language):
    assert not [message.id for message in catalogue(language) if message.id and message.fuzzy]


def test_every_plural_form_is_there(language):
    texts = catalogue(language)
    assert texts.num_plurals == PLURALS[language]
    short = [m.id for m in texts if m.pluralizable and len(forms(m)) != PLURALS[language]]
    assert not short


def test_placeholders_are_the_same(language):
    wrong = {m.id: found for m in catalogue(language) if m.id and (found := wrong_placeholders(m))}
    assert not wrong


def test_texts_in_the_sources_are_english():
    # The law's own words may be quoted: «Для служебного пользования».
    texts = [re.sub("«.*?»", "", str(text)) for _context, text in keys(extracted(ROOT / "dspdesk"))]
    assert not [text for text in texts if re.search("[а-яәғқңөұүһі]{4}", text.casefold())]


def test_only_plain_strings_are_marked():
    found = []
    for file in sorted((ROOT / "dspdesk").rglob("*.py")):
        found += put_together(file.read_text(encoding="utf-8"), file.relative_to(ROOT).as_posix())
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "translation", "wrong"),
    [
        ("Journal {year}", "Журнал {year}", 0),
        ("Journal {year}", "Журнал {год}", 1),
        ("Journal {year}", "Журнал", 1),
        ("Journal", "Журнал {year}", 1),
        ("Journal {year}", "Журнал {year", 1),
        (("{n} sheet", "{n} sheets"), ("{n} лист", "{n} листа", "{n} листов"), 0),
        (("{n} sheet", "{n} sheets"), ("{n} лист", "{n} листа", "листов"), 1),
        (
            ("One sheet of {case}", "{n} sheets of {case}"),
            ("Один из {case}", "{n} из {case}", "{n} из {дела}"),
            1,
        ),
    ],
)
def test_a_changed_placeholder_is_seen(text, translation, wrong):
    assert len(wrong_placeholders(Message(text, translation))) == wrong


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('_("Journal {year}").format(year=1)', 0),
        ('ngettext("{n} sheet", "{n} sheets", n)', 0),
        ('pgettext("of a case", "Closed")', 0),
        ("_(column.title)", 0),
        ('_(f"Journal {year}")', 1),
        ('translate_in(language, "Journal {year}")', 0),
        ('language._(f"Journal {year}")', 1),
        ('translate_in(language, f"Journal {year}")', 1),
        ('_("Journal {year}".format(year=1))', 1),
        ('_("Journal " + year)', 1),
        ('ngettext("{n} sheet", f"{n} sheets", n)', 1),
    ],
)
def test_a_text_put_together_is_seen(source, found):
    assert len(put_together(source, "made_up.py")) == found


def test_extraction_knows_every_way_to_mark(tmp_path):
    (tmp_path / "made_up.py").write_text(
        '_("Save"); N_("Sheets"); ngettext("{n} day", "{n} days", n); pgettext("case", "Closed")\n'
        'translate_in(kk, "Page"); ntranslate_in(kk, "{n} act", "{n} acts", n); other("Not this")'
    )
    assert keys(extracted(tmp_path)) == {
        (None, "Save"),
        (None, "Sheets"),
        (None, ("{n} day", "{n} days")),
        ("case", "Closed"),
        (None, "Page"),
        (None, ("{n} act", "{n} acts")),
    }


#: What a volume is called in a text: its name ("01-03, т. 2", "01-03, 2-том") says already that it is one.
TWICE = {"ru": re.compile(r"\bтом[а-я]* \{volume\}", re.IGNORECASE), "kk": re.compile(r"\{volume\} (том|іс)")}
#: Texts in which the name is a number alone, or the index of a case.
NUMBER_ALONE = ("the volume {volume} of this case", "Close the case {volume}")
#: What stood for a word of TERMS.md: media, printouts, "over 10 years", the withdrawal of an act or a record.
OTHER_WORDS = {
    "ru": re.compile(r"законченн\w+ том", re.IGNORECASE),
    "kk": re.compile(
        r"тасымалдағыш|басып шығарма(?!\w*[ғд]а?н)|10 жылдан астам|(?<!кері )хаттама\w* қайтарып",
        re.IGNORECASE,
    ),
}


@pytest.mark.parametrize("number", [1, 2, 10])
def test_a_text_says_once_that_a_volume_is_one(language, number):
    assert volume_words("01-03", number, "kk").endswith("-том"), "Kazakh texts put its endings after {volume}"
    said = {str(m.id): form for m in catalogue(language) if m.id for form in forms(m)}
    texts = {text: form for text, form in said.items() if not any(one in text for one in NUMBER_ALONE)}
    assert not {text: form for text, form in texts.items() if TWICE[language].search(form)}


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("ru", "Том {volume} закрыт."),
        ("ru", "в томе {volume}"),
        ("kk", "{volume} томында"),
        ("kk", "{volume} ісі"),
    ],
)
def test_a_volume_said_twice_is_seen(language, wrong):
    assert TWICE[language].search(wrong)


def test_one_thing_has_one_word(language):
    said = {m.id: form for m in catalogue(language) if m.id for form in forms(m)}
    assert not {text: form for text, form in said.items() if OTHER_WORDS[language].search(form)}


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("ru", "Законченные тома"),
        ("kk", "Тасымалдағыштан"),
        ("kk", "Басып шығарма тігілді"),
        ("kk", "10 жылдан астам"),
        ("kk", "Хаттаманы қайтарып алу"),
    ],
)
def test_another_word_is_seen(language, wrong):
    assert OTHER_WORDS[language].search(wrong)


def test_a_file_is_not_the_filing_of_a_document(language):
    """The column of backups and the button below the cases stood under one text."""
    said = {message.id: message.string for message in catalogue(language)}
    assert said["File"] == "Файл"
    assert said["File it"] == {"ru": "Подшить", "kk": "Тігу"}[language]
