"""Appendix 2 and the inscriptions of paragraph 15 on paper."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import figures_and_words, sheet_of
from dspdesk.law.kinds import JournalKind
from dspdesk.law.registration_journal import ClosingCount, inscription
from dspdesk.law.values import RegistrationNumber
from dspdesk.reports import registration_journal
from tests.reports import law_words
from tests.reports.reading import pages, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])
CLOSING = ClosingCount(
    registered=297,
    first=RegistrationNumber(1),
    last=RegistrationNumber(301, "б"),
    lettered=4,
    skipped=3,
    annulled=5,
)


def journal(language: str, count: int, closing=None, **changes):
    """A journal of so many lines, some of them long; a count becomes the inscription of a closed one."""
    known = registration_journal.sample(language)
    if closing is not None:
        closing = inscription(closing, language, known.position, known.certified_by)
    changes["closing"] = closing
    lines = [known.lines[n % len(known.lines)] for n in range(count)]
    marked = [(*line[:13], f"{line[13]} §{n}§") for n, line in enumerate(lines, 1)]
    return replace(known, lines=marked, **changes)


@LANGUAGES
def test_a_long_journal(language):
    found = pages(registration_journal.draw(journal(language, 120, closing=CLOSING), language))
    assert len(found) > 20
    for page in found:
        for caption in law_words.HEADS[language]:
            assert caption in page, "a head is not repeated word for word"
        assert " ".join(map(str, range(1, 15))) in page
    assert law_words.TITLE[language] in found[0]
    assert not any(law_words.TITLE[language] in page for page in found[1:])
    assert [n for page in found for n in re.findall(r"§(\d+)§", page)] == [str(n) for n in range(1, 121)]


@LANGUAGES
def test_sheets_are_numbered_and_the_inscription_counts_them(language):
    found = pages(registration_journal.draw(journal(language, 40), language))
    for number, page in enumerate(found, 1):
        assert sheet_of(Language(language), number, len(found)) in page
    counted = f"{law_words.NUMBERED_SHEETS[language]} {figures_and_words(len(found), Language(language))}"
    assert counted in found[-1]
    assert law_words.FIGURES_AND_WORDS[language] in found[-1]
    assert not any(law_words.NUMBERED_SHEETS[language] in page for page in found[:-1])


@LANGUAGES
def test_the_mark_stands_at_the_top_right_of_the_first_sheet_only(language):
    first, second, *_ = sheets(registration_journal.draw(journal(language, 20, copy_number=2), language))
    mark = next(piece for piece in first.pieces if piece.text == law_words.MARK[language])
    assert round(mark.right) == 287
    assert mark.top < 25
    assert {"ru": "Экз. № 2", "kk": "№ 2 дана"}[language] in first.text
    assert law_words.MARK[language] not in second.text


@LANGUAGES
def test_whose_journal_of_what_and_of_which_year(language):
    kinds = {
        "ru": ["Входящие документы", "Исходящие документы", "Внутренние документы", "Издания"],
        "kk": ["Кіріс құжаттар", "Шығыс құжаттар", "Ішкі құжаттар", "Басылымдар"],
    }
    year = {"ru": "2027 год", "kk": "2027 жыл"}[language]
    for kind, words in zip(JournalKind, kinds[language], strict=True):
        (page,) = pages(
            registration_journal.draw(journal(language, 1, kind=kind, year=2027, closing=None), language)
        )
        assert f"Комитет № 1 {words}, {year}" not in page
        assert f"{registration_journal.sample(language).organisation} {words}, {year}" in page


@LANGUAGES
def test_a_closed_journal_states_its_counts(language):
    last = pages(registration_journal.draw(journal(language, 5, closing=CLOSING), language))[-1]
    in_words = {"ru": "297 (двести девяносто семь)", "kk": "297 (екі жүз тоқсан жеті)"}[language]
    mark = {"ru": "ДСП", "kk": "ҚБПҮ"}[language]
    assert f"{law_words.REGISTERED[language]} {in_words}" in last
    assert re.search(rf"{law_words.LETTERED[language]} \S+ (саны )?4\b", last)
    assert f"{law_words.SKIPPED[language]} 3" in last
    assert f" 1 {mark}" in last
    assert f" 301б {mark}" in last
    annulled = {"ru": "Количество аннулированных номеров 5", "kk": "Күші жойылған нөмірлердің саны 5"}
    assert annulled[language] in last


@LANGUAGES
def test_who_closed_the_journal_signs_its_inscription_whoever_certifies_the_sheets(language):
    closed_by = inscription(CLOSING, language, "помощник", "Ким А.В.")
    known = replace(journal(language, 2), closing=closed_by)
    last = pages(registration_journal.draw(known, language))[-1]
    certified, _, closed = last.partition(law_words.REGISTERED[language])
    assert known.certified_by in certified
    assert "Ким А.В." in closed
    assert known.certified_by not in closed


@LANGUAGES
def test_a_bundle_is_every_journal_with_sheets_of_its_own(language):
    whole = journal(language, 40, closing=CLOSING)
    other = replace(journal(language, 2, closing=CLOSING), kind=JournalKind.OUTGOING)
    found = pages(registration_journal.draw_several([whole, other], language, "17-ABCDEF01"))
    alone = pages(registration_journal.draw(other, language))
    assert len(found) == len(pages(registration_journal.draw(whole, language))) + len(alone)
    assert sheet_of(Language(language), len(alone), len(alone)) in found[-1]
    assert sum(law_words.REGISTERED[language] in page for page in found) == 2
    assert all("17-ABCDEF01" in page for page in found)


@LANGUAGES
def test_an_open_journal_has_the_certifying_inscription_only(language):
    last = pages(registration_journal.draw(journal(language, 5, closing=None), language))[-1]
    assert law_words.NUMBERED_SHEETS[language] in last
    assert law_words.REGISTERED[language] not in last


def test_a_closed_journal_without_entries_leaves_no_count_open():
    nothing = ClosingCount(registered=0, first=None, last=None, lettered=0, skipped=0, annulled=0)
    (page,) = pages(registration_journal.draw(journal("ru", 0, closing=nothing), "ru"))
    assert "зарегистрированных документов 0 (ноль)" in page
    assert "первого зарегистрированного документа –" in page


@LANGUAGES
@pytest.mark.parametrize("closing", [None, CLOSING])
@pytest.mark.parametrize("count", range(1, 15))
def test_inscriptions_are_never_divided(language, closing, count):
    drawn = sheets(registration_journal.draw(journal(language, count, closing=closing), language))
    last = drawn[-1]
    signatures = {"ru": "(личная подпись)", "kk": "(қолы)"}[language]
    assert last.text.count(signatures) == (2 if closing else 1)
    # one line alone stays with its heading
    assert count == 1 or f"§{count}§" in last.text, "signatures stand on a sheet with no line of the journal"
    assert law_words.NUMBERED_SHEETS[language] in last.text
    for sheet in drawn:
        inside = [piece for piece in sheet.pieces if piece.bottom <= sheet.height - 20]
        assert len(inside) == len(sheet.pieces) - 1, "something stands in the lower margin"


@LANGUAGES
def test_an_empty_journal_is_one_table_to_write_on(language):
    (sheet,) = sheets(registration_journal.draw(journal(language, 0, closing=None), language))
    for caption in law_words.HEADS[language]:
        assert caption in sheet.text
    assert len(rows(sheet)) > 5
    assert min(rows(sheet)) >= 8
    assert figures_and_words(1, Language(language)) in sheet.text.replace("\N{NO-BREAK SPACE}", " ")


def rows(sheet):
    """Heights of the rows of the table below its heads and its row of numbers."""
    bottom = max(r.to_y for r in sheet.rules if r.x == pytest.approx(r.to_x))
    across = sorted(r.y for r in sheet.rules if r.to_x - r.x > 256 and r.y <= bottom + 0.1)
    return [below - above for above, below in pairwise(across[2:])]


def test_there_is_room_to_sign_below_date_and_name():
    known = registration_journal.sample("ru")
    received = ("",) * 9 + ("05.03.2026 Оспанов Е.Т.", "19.03.2026", "", "", "")
    (sheet,) = sheets(registration_journal.draw(replace(known, lines=[received], closing=None), "ru"))
    name = next(piece for piece in sheet.pieces if piece.text == "Оспанов Е.Т.")
    below = min(
        r.y for r in sheet.rules if r.y > name.y and r.x == pytest.approx(30, abs=0.1) and r.to_x > 280
    )
    assert below - name.y >= 8


def test_signing_columns_are_wide_enough_for_a_signature():
    widths = registration_journal.WIDTHS
    assert sum(widths) == pytest.approx(257)
    assert min(widths[9], widths[10]) >= 20


@LANGUAGES
def test_what_is_not_known_leaves_a_line(language):
    known = journal(language, 2, closing=None)
    (sheet,) = sheets(registration_journal.draw(replace(known, position="", certified_by=""), language))
    captions = {
        "ru": ["(наименование должности)", "(личная подпись)", "(расшифровка подписи)"],
        "kk": ["(лауазымының атауы)", "(қолы)", "(қолдың толық жазылуы)"],
    }[language]
    for words in captions:
        caption = next(piece for piece in sheet.pieces if piece.text == words)
        line = max(
            (r for r in sheet.rules if r.y < caption.top and r.x < caption.left < r.to_x), key=lambda r: r.y
        )
        assert caption.top - line.y < 3
        assert line.to_x - line.x >= 40


@LANGUAGES
def test_the_blank_form(language):
    first, last = sheets(registration_journal.blank(language))
    assert law_words.TITLE[language] in first.text
    for sheet in (first, last):
        for caption in law_words.HEADS[language]:
            assert caption in sheet.text
        assert sheet_of(Language(language), 1, 2) not in sheet.text
    assert law_words.NUMBERED_SHEETS[language] in last.text
    assert law_words.REGISTERED[language] in last.text
    bottom = max(r.to_y for r in first.rules if r.x == r.to_x)
    assert bottom == pytest.approx(190, abs=0.5), "the table does not fill the sheet"


def test_a_row_higher_than_a_sheet_is_divided_and_loses_nothing():
    words = [f"слово{n}" for n in range(1500)]
    long = ("",) * 3 + (" ".join(words),) + ("",) * 9 + ("конец",)
    known = journal("ru", 2)
    drawn = registration_journal.draw(replace(known, lines=[known.lines[0], long, known.lines[1]]), "ru")
    found = pages(drawn)
    assert re.findall(r"слово\d+", " ".join(found)) == words
    assert len(found) > 5
    assert all(law_words.HEADS["ru"][0] in page for page in found)
    for sheet in sheets(drawn):
        assert max(piece.bottom for piece in sheet.pieces if piece.size == 9) <= 190
