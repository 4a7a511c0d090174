"""The certification sheet (appendix 4): what fits the volume, what each line needs, when an act is named."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law.certification_sheet import (
    Earlier,
    Further,
    Line,
    Statement,
    VolumeStands,
    check,
    names,
    sheets_of,
)
from dspdesk.law.findings import Weight
from dspdesk.law.sheet_numbers import Sheet
from dspdesk.law.values import MOST_SHEETS, Impossible

TODAY = dt.date(2026, 11, 18)
YESTERDAY = TODAY - dt.timedelta(days=1)
VOLUME = VolumeStands(words="01-03, т. 1", last=20, sheets=20, serving=frozenset({1}))
SAID = Statement(dated=TODAY, filled_by_id=1, numbered=20, inventory_sheets=2)


def told(volume: VolumeStands = VOLUME, **changes) -> list[tuple[str, str]]:
    return [(one.code, one.field) for one in check(replace(SAID, **changes), volume, TODAY)]


def line(feature: int, sheets: str = "", words: str = "", count: int | None = None) -> Line:
    return Line(feature, words, count, sheets)


def test_a_plain_volume_is_certified():
    assert told() == []


def test_a_volume_with_everything_is_certified():
    lines = (
        line(5, "3, 4а"),
        line(6, "3 (3), 4"),
        line(12, "14–15"),
        line(18, "6–9", Further.LARGE),
        line(19, "7", Further.ENVELOPES, 4),
        line(20, "11", "Образец ткани"),
        line(0, "", "Оптический диск", 2),
        line(0, "14–15 (2)", "Стекло", 2),
    )
    said = {"numbered": 19, "lettered": "4а", "skipped": "16, 17", "blank": "5, 4а"}
    assert told(**said, lines=lines) == []


@pytest.mark.parametrize(
    ("numbered", "lettered", "skipped", "fits"),
    [
        (20, "", "", True),
        (21, "4а", "", True),
        (19, "", "5", True),
        (20, "4а, 9б", "5–6", True),
        (19, "", "", False),
        (21, "", "", False),
        (21, "", "5", False),
    ],
)
def test_numbers_end_where_what_is_filed_ends(numbered, lettered, skipped, fits):
    """D32: numbered sheets with the lettered and without the skipped."""
    found = check(replace(SAID, numbered=numbered, lettered=lettered, skipped=skipped), VOLUME, TODAY)
    assert [(one.code, one.weight) for one in found] == (
        [] if fits else [("certified_ends_elsewhere", Weight.WARN)]
    )


def test_numbers_that_left_are_skipped_and_proposed_so():
    volume = replace(VOLUME, sheets=16, gone=(5, 6, 7, 12))
    assert volume.skipped == "5–7, 12"
    assert volume.skipped_with("13") == "5–7, 12, 13"
    assert volume.numbered("", volume.skipped) == 16
    assert volume.numbered("4а", f"{volume.skipped}, 13") == 16
    assert told(volume, numbered=16, skipped="5–7, 12") == []
    with pytest.raises(Impossible):
        volume.numbered("4 а б", "")


def test_a_certified_copy_of_more_sheets_fits_by_its_count():
    volume = replace(VOLUME, sheets=22)
    assert told(volume, numbered=22) == []
    assert told(volume, numbered=21) == [("certified_ends_elsewhere", "numbered")]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"numbered": None}, [("certified_uncounted", "numbered")]),
        ({"numbered": 0}, [("certified_uncounted", "numbered")]),
        ({"numbered": -1, "skipped": "5-6"}, [("certified_uncounted", "numbered")]),
        ({"numbered": 10**30}, [("certified_uncounted", "numbered")]),
        ({"numbered": MOST_SHEETS + 1}, [("certified_uncounted", "numbered")]),
        ({"inventory_sheets": None}, [("certified_inventory_uncounted", "inventory_sheets")]),
        ({"inventory_sheets": -1}, [("certified_inventory_uncounted", "inventory_sheets")]),
        ({"inventory_sheets": 0}, []),
        ({"dated": None}, [("day_needed", "dated")]),
        ({"dated": TODAY + dt.timedelta(days=1)}, [("moved_ahead", "dated")]),
        ({"filled_by_id": None}, [("certified_by_whom", "filled_by_id")]),
        ({"filled_by_id": 2}, [("certified_not_serving", "filled_by_id")]),
        ({"lettered": "12 13"}, [("certified_unreadable", "lettered")]),
        ({"skipped": "5 (2)"}, [("certified_unreadable", "skipped")]),
        ({"blank": "x"}, [("certified_unreadable", "blank")]),
        ({"numbered": 21, "lettered": "12"}, [("certified_without_letter", "lettered")]),
        ({"numbered": 21, "lettered": "24а"}, [("certified_lettered_alone", "lettered")]),
        ({"lettered": "5а", "skipped": "5"}, [("certified_lettered_alone", "lettered")]),
        ({"numbered": 19, "skipped": "20"}, [("certified_skipped_outside", "skipped")]),
        ({"numbered": 19, "skipped": "19"}, []),
        ({"numbered": 19, "skipped": "5а"}, [("certified_skipped_outside", "skipped")]),
        ({"blank": "20"}, []),
        ({"blank": "21"}, [("certified_not_there", "blank")]),
        ({"act_number": "3"}, [("certified_first_by_act", "act_number")]),
        ({"act_on": TODAY}, [("certified_first_by_act", "act_number")]),
    ],
)
def test_what_stands_against_a_sheet(changes, expected):
    assert told(**changes) == expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (line(3, "20"), None),
        (line(3, "21"), "certified_not_there"),
        (line(3, "4а"), "certified_not_there"),
        (line(3, "18–25"), "certified_not_there"),
        (line(3, "12 13"), "certified_unreadable"),
        (line(3), "certified_feature_nowhere"),
        (line(3, "14–15, 15"), None),
        (line(3, "14–16, 15"), "certified_named_twice"),
        (line(3, "12–14, 14–16"), "certified_named_twice"),
        (line(3, "14–15 (2)"), None),
        (line(3, "14–16 (2)"), "certified_count_of_many"),
        (line(18, "4"), "certified_feature_unnamed"),
        (line(18, "", "Образец ткани"), "certified_feature_nowhere"),
        (line(18, "4", Further.DAMAGE), None),
        (line(18, "4", Further.ENVELOPES), "certified_feature_count"),
        (line(18, "4", Further.OWN_NUMBERS, 0), "certified_feature_count"),
        (line(18, "4", Further.OWN_NUMBERS, -2), "certified_feature_count"),
        (line(18, "4", Further.OWN_NUMBERS, 12), None),
    ],
)
def test_what_stands_against_a_feature(one, expected):
    assert told(lines=(one,)) == ([] if expected is None else [(expected, f"feature:{one.feature}")])


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (line(0, "", "Диск", 1), None),
        (line(0, "14–15", "Диск", 1), None),
        (line(0, "", "", 1), "certified_insert_kind"),
        (line(0, "", "Диск"), "certified_insert_count"),
        (line(0, "", "Диск", 0), "certified_insert_count"),
        (line(0, "", "Диск", MOST_SHEETS + 1), "certified_insert_count"),
        (line(0, "30", "Диск", 1), "certified_not_there"),
    ],
)
def test_what_stands_against_an_insert(one, expected):
    lines = (line(0, "", "Плёнка", 1), one)
    assert told(lines=lines) == ([] if expected is None else [(expected, "insert:2")])


def test_lines_have_the_names_of_their_fields():
    lines = (line(3), line(0), line(18), line(0))
    assert [name for name, _line in names(lines)] == ["feature:3", "insert:1", "feature:18", "insert:2"]


@pytest.mark.parametrize(
    ("volume", "sheets", "expected"),
    [
        (replace(VOLUME, bound=True), 2, []),
        (replace(VOLUME, bound=True), 0, [("certified_without_inventory", Weight.WARN, "D32")]),
        (replace(VOLUME, inventory_sheets=2), 2, []),
        (replace(VOLUME, inventory_sheets=2), 3, [("certified_other_inventory", Weight.WARN, "OWN")]),
    ],
)
def test_sheets_of_the_inner_inventory(volume, sheets, expected):
    found = check(replace(SAID, inventory_sheets=sheets), volume, TODAY)
    assert [(one.code, one.weight, one.requirement) for one in found] == expected


@pytest.mark.parametrize(
    ("earlier", "changes", "expected"),
    [
        (Earlier(YESTERDAY, printed=False), {}, []),
        (Earlier(YESTERDAY, printed=False), {"act_number": "3", "act_on": TODAY}, []),
        (Earlier(YESTERDAY, printed=False), {"act_number": "3"}, [("certified_act_day_needed", "act_on")]),
        (Earlier(YESTERDAY, printed=False), {"act_on": TODAY}, [("certified_act_needed", "act_number")]),
        (
            Earlier(YESTERDAY, printed=True),
            {},
            [("certified_act_needed", "act_number"), ("certified_act_day_needed", "act_on")],
        ),
        (Earlier(YESTERDAY, printed=True), {"act_on": TODAY}, [("certified_act_needed", "act_number")]),
        (Earlier(YESTERDAY, printed=True), {"act_number": "3", "act_on": TODAY}, []),
        (
            Earlier(YESTERDAY, printed=False, by_act=True),
            {},
            [("certified_act_needed", "act_number"), ("certified_act_day_needed", "act_on")],
        ),
        (
            Earlier(YESTERDAY, printed=True),
            {"act_number": "3", "act_on": TODAY + dt.timedelta(days=1)},
            [("certified_act_ahead", "act_on")],
        ),
        (
            Earlier(YESTERDAY, printed=True),
            {"act_number": "3", "act_on": TODAY, "dated": None},
            [("day_needed", "dated")],
        ),
        (
            Earlier(TODAY, printed=False),
            {"dated": YESTERDAY},
            [("certified_before_earlier", "dated")],
        ),
    ],
)
def test_later_changes_only_with_an_act(earlier, changes, expected):
    """Note 8; a sheet that nobody has printed is only put right."""
    assert told(replace(VOLUME, earlier=earlier), **changes) == expected


def test_the_sheets_that_a_statement_means():
    sheets = sheets_of(replace(SAID, numbered=19, lettered="4а", skipped="6, 7"))
    assert (sheets.last, len(sheets)) == (20, 19)
    assert sheets.lettered == {Sheet(4, "а")}
    assert sheets_of(replace(SAID, numbered=None)).last == 0
