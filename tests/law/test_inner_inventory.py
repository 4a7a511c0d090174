"""Lines of the inner inventory: numbered one after the other, with what was noted of them."""

import datetime as dt

import pytest

from dspdesk.law import inner_inventory as law
from dspdesk.law.inner_inventory import Entry

DAY = dt.date(2026, 3, 5)


def entry(key: int, **changes) -> Entry:
    facts = {"number": f"{key} ДСП", "dated": DAY, "heading": "Письмо", "first_sheet": key, "last_sheet": key}
    return Entry(key, **(facts | changes))


def test_a_line_has_the_six_columns_of_appendix_3() -> None:
    one = entry(7, first_sheet=15, last_sheet=17, notes="приложение — том 2")
    assert law.line(3, one, "ru") == ("3", "7 ДСП", "05.03.2026", "Письмо", "15–17", "приложение — том 2")
    assert law.line(1, entry(7, dated=None, number=""), "kk")[1:3] == ("", "")


@pytest.mark.parametrize(("first", "last", "said"), [(1, 1, "1"), (15, 17, "15–17"), (4, 3, "")])
def test_sheets_of_the_case(first: int, last: int, said: str) -> None:
    assert law.sheets(first, last) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "изъят; внесён ошибочно, вычеркнут 05.03.2026"),
        ("kk", "изъят; қате енгізілген, 05.03.2026 сызылып тасталды"),
    ],
)
def test_what_was_struck_out_says_so_beside_its_other_notes(language: str, said: str) -> None:
    assert law.note(entry(1, notes="изъят", struck_on=DAY), language) == said
    assert law.note(entry(1), language) == ""


def test_what_was_struck_out_has_no_number_unless_it_stands_on_paper() -> None:
    entries = [entry(1), entry(2, struck_on=DAY), entry(3)]
    assert [(key, line[0]) for key, line in law.lines(entries, "ru")] == [(1, "1"), (3, "2")]
    on_paper = law.lines(entries, "ru", on_paper={1, 2})
    assert [(key, line[0]) for key, line in on_paper] == [(1, "1"), (2, "2"), (3, "3")]


def test_documents_are_those_that_lie_there() -> None:
    entries = [entry(1), entry(2, struck_on=DAY), entry(3, lies=False), entry(4)]
    assert law.documents(entries) == 2
    assert law.documents([]) == 0


@pytest.mark.parametrize(("language", "mark"), [("ru", "ДСП"), ("kk", "ҚБПҮ")])
def test_the_mark_is_on_the_heading_of_a_restricted_case(language: str, mark: str) -> None:
    assert law.heading("01-03, т. 1", restricted=True, language=language) == ("01-03, т. 1", mark)
    assert law.heading("01-03, т. 1", restricted=False, language=language)[1] == ""
