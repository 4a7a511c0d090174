"""A common journal on paper: sections one after another, one numbering of sheets, one certifying inscription."""

from dataclasses import replace

import pytest

from dspdesk.language.catalogue import Language
from dspdesk.language.numbers import figures_and_words, sheet_of
from dspdesk.law.common_journal import CommonJournalContent
from dspdesk.law.kinds import JournalKind
from dspdesk.reports import common_journal, registration_journal
from tests.reports import law_words
from tests.reports.reading import pages

LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru"])
SECTION = {
    "ru": ("Раздел: Входящие документы, 2026 год", "Раздел: Исходящие документы, 2026 год"),
    "kk": ("Бөлім: Кіріс құжаттар, 2026 жыл", "Бөлім: Шығыс құжаттар, 2026 жыл"),
}
COMMON = {"ru": "Общий журнал, 2026 год", "kk": "Ортақ журнал, 2026 жыл"}
KINDS = (JournalKind.INCOMING, JournalKind.OUTGOING)


def content(language: str, *lengths: int, closed: bool = False) -> CommonJournalContent:
    """Sections of so many lines each."""
    known = registration_journal.sample(language)
    sections = [
        replace(
            known,
            kind=kind,
            year=2026,
            lines=[known.lines[n % len(known.lines)] for n in range(length)],
            closing=known.closing if closed else None,
        )
        for kind, length in zip(KINDS, lengths, strict=True)
    ]
    return CommonJournalContent(
        organisation=known.organisation,
        year=2026,
        sections=sections,
        position=known.position,
        certified_by=known.certified_by,
    )


@LANGUAGES
@pytest.mark.parametrize("lengths", [(0, 0), (3, 4), (40, 25)])
def test_sections_follow_each_other_on_sheets_numbered_throughout(language, lengths):
    found = pages(common_journal.draw(content(language, *lengths), language))
    for number, page in enumerate(found, 1):
        assert sheet_of(Language(language), number, len(found)) in page
    assert COMMON[language] in found[0]
    assert law_words.TITLE[language] in found[0]
    heads = [[place for place, name in enumerate(SECTION[language]) if name in page] for page in found]
    assert heads[0] == [0]
    assert [place for page in heads for place in page] == [0, 1]


@LANGUAGES
@pytest.mark.parametrize("closed", [False, True])
def test_the_sheets_are_certified_once_and_each_section_is_closed_by_itself(language, closed):
    found = pages(common_journal.draw(content(language, 40, 25, closed=closed), language))
    certified = law_words.NUMBERED_SHEETS[language]
    assert [certified in page for page in found] == [False] * (len(found) - 1) + [True]
    assert f"{certified} {figures_and_words(len(found), Language(language))}" in found[-1]
    words = registration_journal.closing_lines(
        content(language, 1, 1, closed=True).sections[0].closing, language
    )
    assert sum(page.count(words[0][0]) for page in found) == (2 if closed else 0)


@LANGUAGES
@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("lengths", [(12, 12), (13, 13), (14, 14), (15, 15), (16, 16), (17, 17)])
def test_no_line_and_no_inscription_is_lost_at_the_foot_of_a_sheet(language, closed, lengths):
    made = content(language, *lengths, closed=closed)
    marked = [
        replace(section, lines=[(*line[:13], f"§{place}.{n}§") for n, line in enumerate(section.lines)])
        for place, section in enumerate(made.sections)
    ]
    said = " ".join(pages(common_journal.draw(replace(made, sections=marked), language)))
    for place, length in enumerate(lengths):
        assert all(f"§{place}.{n}§" in said for n in range(length))
    assert law_words.NUMBERED_SHEETS[language] in said


@LANGUAGES
def test_blank_sheets_are_those_of_the_journal_with_nothing_on_them(language):
    known = replace(registration_journal.sample(language), lines=[], closing=None)
    found = pages(registration_journal.draw_blank(known, language, 3, "12-AB"))
    assert len(found) == 3
    assert known.organisation in found[0]
    assert all("12-AB" in page for page in found)
    for page in found:
        assert all(caption in page for caption in law_words.HEADS[language])
        assert law_words.NUMBERED_SHEETS[language] not in page
