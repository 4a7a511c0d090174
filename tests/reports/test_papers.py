"""Every paper, in both languages: its form exists, its sample looks as it did, nothing leaves its place."""

import re
from functools import cache
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from dspdesk.language.resources import resources
from dspdesk.reports.papers import PAPERS
from tests.reports.reading import Rule, Sheet, dump, sheets

LOOKS = Path(__file__).parents[1] / "looks"
SIZES = {"A4": (210, 297), "A4 landscape": (297, 210), "A5 landscape": (210, 148)}
CODE = "48112-7F3A21C9"
FOOT = 15  # millimetres at the lower edge that belong to the foot

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])
STEMS = pytest.mark.parametrize("stem", sorted(PAPERS))
#: Sheets of labels have neither margins nor rules nor a code: they are measured in tests of their own.
SHEETS = pytest.mark.parametrize("stem", sorted(stem for stem, paper in PAPERS.items() if not paper.stickers))
BLANKS = pytest.mark.parametrize("stem", sorted(stem for stem, paper in PAPERS.items() if paper.blank))


@cache
def drawn(stem: str, language: str) -> list[bytes]:
    """The sample of a paper and, if there is one, its blank form."""
    paper = PAPERS[stem]
    return [paper.draw_sample(language), *([paper.blank(language)] if paper.blank else [])]


@cache
def read(stem: str, language: str) -> list[list[Sheet]]:
    """What stands on the sheets of each of them."""
    return [sheets(pdf) for pdf in drawn(stem, language)]


@STEMS
@LANGUAGES
def test_has_a_form(stem, language):
    assert (resources() / "forms" / language / f"{stem}.toml").exists(), f"{stem}: no form in {language}"


@STEMS
@LANGUAGES
def test_the_sample_looks_as_it_did(stem, language, rewrite_looks):
    stored = LOOKS / f"paper_{stem}.{language}.txt"
    look = dump(drawn(stem, language)[0])
    if rewrite_looks:
        stored.write_text(look, encoding="utf-8")
    assert stored.exists(), "no look is stored: pytest --rewrite-looks"
    assert look.splitlines() == stored.read_text(encoding="utf-8").splitlines()


@STEMS
@LANGUAGES
def test_stands_on_sheets_of_its_size(stem, language):
    for paper in read(stem, language):
        assert {(round(s.width), round(s.height)) for s in paper} == {SIZES[PAPERS[stem].size]}


@SHEETS
@LANGUAGES
def test_nothing_leaves_the_margins(stem, language):
    for paper in read(stem, language):
        for sheet in paper:
            for piece in sheet.pieces:
                assert piece.left >= 29.9, piece
                assert piece.right <= sheet.width - 9.9, piece
                assert piece.top >= 11.9, piece
                assert piece.bottom <= sheet.height - 8, piece


@STEMS
@LANGUAGES
def test_no_two_words_lie_on_each_other(stem, language):
    for paper in read(stem, language):
        for sheet in paper:
            for one, other in combinations(sheet.pieces, 2):
                aside = one.right <= other.left + 0.1 or other.right <= one.left + 0.1
                above = one.bottom <= other.top + 0.1 or other.bottom <= one.top + 0.1
                assert aside or above, (one, other)


@STEMS
@LANGUAGES
def test_no_rule_crosses_a_word(stem, language):
    for paper in read(stem, language):
        for sheet in paper:
            crossed = [
                (rule, piece) for rule in sheet.rules for piece in sheet.pieces if crosses(rule, piece)
            ]
            assert not crossed


def crosses(rule: Rule, piece) -> bool:
    left, right = sorted((rule.x, rule.to_x))
    top, bottom = sorted((rule.y, rule.to_y))
    beside = right < piece.left + 0.2 or left > piece.right - 0.2
    return not (beside or bottom < piece.top or top > piece.bottom)


@SHEETS
@LANGUAGES
def test_rules_survive_copying(stem, language):
    for paper in read(stem, language):
        for sheet in paper:
            assert sheet.rules
            assert min(rule.width for rule in sheet.rules) >= 0.3


@STEMS
@LANGUAGES
def test_words_are_large_enough(stem, language):
    for paper in read(stem, language):
        assert min(piece.size for sheet in paper for piece in sheet.pieces) >= 8


@STEMS
@LANGUAGES
def test_only_our_faces_are_used_and_they_are_embedded(stem, language):
    for pdf in drawn(stem, language):
        faces = re.findall(rb"/BaseFont /(\S+)", pdf)
        assert faces
        assert all(b"LiberationSerif" in name for name in faces)
        assert pdf.count(b"/Type /FontDescriptor") == pdf.count(b"/FontFile2 ") == len(faces)
        for page in pypdfium2.PdfDocument(pdf):
            for words in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                assert "LiberationSerif" in words.get_font().get_base_name()
                assert raw.FPDFFont_GetIsEmbedded(words.get_font()) == 1


@STEMS
@LANGUAGES
def test_the_file_says_whose_it_is(stem, language):
    sample = PAPERS[stem].sample(language)
    organisation = (sample[0] if isinstance(sample, list) else sample).organisation
    (pdf, *_blank) = drawn(stem, language)
    told = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert told["Author"] == organisation
    assert told["Title"]
    assert re.findall(rb"/Lang \((\w+)", pdf) == [language.encode()]
    assert not {"anonymous", "untitled", "unspecified"} & {value.strip("()") for value in told.values()}


@STEMS
def test_the_same_content_gives_the_same_bytes(stem):
    assert PAPERS[stem].draw_sample("kk") == PAPERS[stem].draw_sample("kk")


@SHEETS
@LANGUAGES
def test_the_code_adds_nothing_but_itself(stem, language):
    paper = PAPERS[stem]
    plain, coded = (
        read(stem, language)[0],
        sheets(paper.draw(paper.sample(language), language, CODE)),
    )
    assert len(plain) == len(coded)
    for without, printed in zip(plain, coded, strict=True):
        assert printed.rules == without.rules
        assert [piece for piece in printed.pieces if piece not in without.pieces] == [code_of(printed)]
        assert [piece for piece in printed.pieces if piece in without.pieces] == without.pieces


def code_of(sheet: Sheet):
    (code,) = [piece for piece in sheet.pieces if piece.text == f"dspdesk {CODE}"]
    assert round(code.x) == 30
    assert code.top > sheet.height - FOOT
    return code


@BLANKS
@LANGUAGES
def test_a_blank_form_has_lines_to_write_on_and_no_values(stem, language):
    paper = PAPERS[stem]
    known = paper.sample(language)
    known = known[0] if isinstance(known, list) else known
    for sheet in read(stem, language)[1]:
        assert known.organisation not in sheet.text
        assert str(getattr(known, "year", "2026")) not in sheet.text
        assert len(sheet.rules) > 15  # a cover has the fewest


@STEMS
def test_a_language_that_is_not_ours_is_refused(stem):
    with pytest.raises(ValueError, match="en"):
        PAPERS[stem].draw(PAPERS[stem].sample("ru"), "en", "")
