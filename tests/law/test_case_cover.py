"""Which details the cover of a case has (paragraphs 31, 32), and its first and last number."""

import datetime as dt

import pytest

from dspdesk.law.case_cover import OF_APPRAISAL, CoveredLine, Detail, details, first_and_last
from dspdesk.law.case_file import DocumentsKind
from dspdesk.law.retention import Period

ORDERS, OTHER = DocumentsKind.ORDERS, DocumentsKind.OTHER
TEN, EIGHTEEN, TWENTY = (dt.date(2026, 11, day) for day in (10, 18, 20))


def nine(found: frozenset[Detail]) -> int:
    """How many details there are as the law counts them: days and numbers are one."""
    return len(found - {Detail.NUMBERS} if Detail.DAYS in found else found)


@pytest.mark.parametrize(("period", "count"), [(Period.SHORT, 9), (Period.LONG, 13), (Period.PERMANENT, 13)])
def test_nine_details_and_thirteen_of_what_is_kept_long(period: Period, count: int) -> None:
    found = details(ORDERS, period, restricted=True)
    assert nine(found) == count
    assert (found >= OF_APPRAISAL) == (count == 13)


@pytest.mark.parametrize(
    ("kind", "days", "numbers"),
    [
        (DocumentsKind.ORDERS, True, True),
        (DocumentsKind.MINUTES, True, True),
        (DocumentsKind.SHORTHAND, True, True),
        (DocumentsKind.CORRESPONDENCE, True, False),
        (DocumentsKind.OTHER, False, False),
    ],
)
def test_the_kind_of_documents_decides_about_days_and_numbers(
    kind: DocumentsKind, days: bool, numbers: bool
) -> None:
    found = details(kind, Period.SHORT, restricted=True)
    assert (Detail.DAYS in found, Detail.NUMBERS in found) == (days, numbers)


def test_only_a_restricted_case_has_the_mark() -> None:
    assert Detail.MARK in details(OTHER, Period.SHORT, restricted=True)
    assert Detail.MARK not in details(OTHER, Period.SHORT, restricted=False)


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        ([], ("", "")),
        ([CoveredLine("", TEN, 1)], ("", "")),
        ([CoveredLine("3", TEN, 1)], ("3", "3")),
        ([CoveredLine("9", TWENTY, 1), CoveredLine("2", TEN, 2), CoveredLine("5", EIGHTEEN, 3)], ("2", "9")),
        ([CoveredLine("2", TEN, 2), CoveredLine("1", TEN, 1)], ("1", "2")),
        ([CoveredLine("б/д", None, 1), CoveredLine("5", TEN, 2)], ("5", "5")),
        ([CoveredLine("а", None, 1), CoveredLine("б", None, 2)], ("а", "б")),
    ],
)
def test_the_first_and_the_last_number_are_those_of_the_days(
    lines: list[CoveredLine], numbers: tuple[str, str]
) -> None:
    assert first_and_last(lines) == numbers
