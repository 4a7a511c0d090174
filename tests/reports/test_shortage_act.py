"""The shortage act on paper: three copies with their addressees, the table, room to write where nothing is known."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import sheet_of
from dspdesk.law.shortage_act import ActLineWords, Difference, DifferenceKind, Signs
from dspdesk.reports import shortage_act
from tests.reports.reading import flat, pages, sheets

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])
ADDRESSED = {
    "ru": (
        "Экз. № 1: отправителю Министерство водного хозяйства",
        "Экз. № 2: документационной службе",
        "Экз. № 3: исполнителю документа Оспанов Е.Т.",
    ),
    "kk": (
        "№ 1 дана: жөнелтушіге Су шаруашылығы министрлігі",
        "№ 2 дана: құжаттамалық қызметке",
        "№ 3 дана: құжатты орындаушыға Оспанов Е.Т.",
    ),
}
#: The law's own words of where the copies go (paragraph 12, part 3), as far as the paper has them.
LAW = {
    "ru": (
        "направляется отправителю",
        "остается в документационной службе",
        "передается исполнителю документа",
    ),
    "kk": ("жөнелтушіге жіберіледі", "құжаттамалық қызметте қалады", "құжатты орындаушыға беріледі"),
}


def drawn(content, language="ru"):
    return shortage_act.draw(content, language)


@LANGUAGES
def test_three_copies_each_with_its_addressee_and_all_that_was_found(language):
    content = shortage_act.sample(language)
    found = pages(drawn(content, language))
    assert len(found) == 3
    for page, addressed in zip(found, ADDRESSED[language], strict=True):
        assert page.startswith(addressed)
        for line in content.lines:
            for words in (line.subject, line.stated, line.found, line.note):
                assert flat(words) in page
        for signer in content.signers:
            assert signer.name in page
            assert all(word in page for word in signer.position.split())
        for words in (
            content.organisation,
            content.basis,
            content.cover_numbers,
            content.locality,
            content.findings,
        ):
            assert flat(words) in page
        assert all(words in page for words in LAW[language])
        assert sheet_of(Language(language), 1, 1) in page


@LANGUAGES
def test_the_addressee_stands_at_the_upper_right(language):
    for sheet in sheets(drawn(shortage_act.sample(language), language)):
        first = sheet.pieces[0]
        assert first.left >= 110
        assert first.top < 30


def test_who_is_not_known_leaves_a_line_to_write_on():
    content = shortage_act.sample("ru")
    unknown = replace(content, copies=tuple(replace(copy, name="") for copy in content.copies))
    first, _second, third = sheets(drawn(unknown))
    assert "(наименование отправителя)" in first.text
    assert "(фамилия, инициалы)" in third.text
    caption = next(piece for piece in third.pieces if piece.text == "(фамилия, инициалы)")
    above = [rule for rule in third.rules if 0 < caption.y - rule.y < 5 and rule.x >= 110]
    assert above
    assert above[0].to_x - above[0].x >= 60


def test_a_signer_without_a_position_leaves_a_line_for_it():
    content = replace(shortage_act.sample("ru"), signers=(Signs("", "Ким В.Л."), Signs()))
    page = pages(drawn(content))[0]
    assert page.count("(наименование должности)") == 2
    assert page.count("(расшифровка подписи)") == 1
    assert page.count("(личная подпись)") == 2


@LANGUAGES
def test_a_long_act_goes_on_and_its_signatures_stay_whole(language):
    line = ActLineWords("Письмо № 5: количество листов", "12", "10", "слово " * 20)
    content = replace(shortage_act.sample(language), lines=(line,) * 40)
    found = sheets(drawn(content, language))
    assert len(found) % 3 == 0
    each = len(found) // 3
    assert each >= 2
    numbers = [sheet_of(Language(language), place, each) for place in range(1, each + 1)]
    assert [numbers[at % each] in sheet.text for at, sheet in enumerate(found)] == [True] * len(found)
    last = found[each - 1]
    assert all(signer.name in last.text for signer in content.signers)
    counted = sum(sheet.text.count("слово") for sheet in found[:each])
    assert counted == 40 * 20


@LANGUAGES
def test_findings_longer_than_a_sheet_go_on_on_the_next(language):
    content = shortage_act.sample(language)
    long = " ".join(f"слово{at}" for at in range(700))
    found = sheets(drawn(replace(content, findings=long), language))
    each = found[: len(found) // 3]
    assert len(each) >= 3
    assert all(f"слово{at}" in " ".join(sheet.text for sheet in each).split() for at in range(700))
    assert all(piece.bottom <= 297 - 19 for sheet in each for piece in sheet.pieces[:-1])
    assert all(signer.name in each[-1].text for signer in content.signers)


@pytest.mark.parametrize("count", range(1, 30))
def test_no_signature_is_parted_from_the_words_above_it(count):
    content = replace(shortage_act.sample("ru"), lines=(ActLineWords("Листы", "5", "4"),) * count)
    found = sheets(drawn(content))
    for sheet in found:
        assert ("присутствовали и подписали" in sheet.text) == ("Главный специалист" in sheet.text)


@LANGUAGES
def test_the_blank_form_has_both_signatures_and_rows_to_write_in(language):
    for sheet, addressed in zip(sheets(shortage_act.blank(language)), ADDRESSED[language], strict=True):
        assert sheet.text.startswith(addressed.split(": ")[0])
        rows = sorted({round(rule.y, 1) for rule in sheet.rules if rule.x < 31 and rule.to_x > 199})
        gaps = [below - above for above, below in pairwise(rows)]
        assert sum(round(gap) == 12 for gap in gaps) == shortage_act.BLANK_ROWS


@pytest.mark.parametrize("kind", list(DifferenceKind))
@LANGUAGES
def test_every_difference_has_its_words(kind, language):
    one = Difference(kind, "Письмо", "05-12/884дсп", dt.date(2026, 11, 17), "11", "9")
    said = shortage_act.words(one, language)
    assert said.subject
    assert "{" not in f"{said.subject}{said.stated}{said.found}"
    of_cover = kind in {DifferenceKind.NOT_SEALED, DifferenceKind.NOT_INTACT}
    assert ("05-12/884дсп" in said.subject) is not of_cover
    assert ("9" in said.found) is not of_cover


def test_a_document_that_nobody_named_is_the_document():
    assert shortage_act.words(Difference(DifferenceKind.SHEETS, stated="2", found="1"), "ru").subject == (
        "Документ: количество листов"
    )
    assert shortage_act.document("Письмо", "б/н", None, "ru") == "Письмо б/н"
    assert shortage_act.document("", "", None, "ru") == ""
