"""What an approved inventory lists stays as it lists it."""

from dataclasses import replace

import pytest

from dspdesk.law import listed_volume as law
from dspdesk.law.findings import Weight
from dspdesk.law.listed_volume import Listed, SheetsStated

NOT = Listed(words="01-03, т. 1")
LISTED = Listed(words="01-03, т. 1", number="07в-26")
GONE = replace(LISTED, transferred=True)


@pytest.mark.parametrize(("volume", "stays"), [(NOT, False), (LISTED, True), (GONE, False)])
def test_what_is_listed_stays_until_its_line_is_struck_out(volume, stays):
    found = law.stays_as_listed(volume, "lines")
    assert (found is not None) is stays
    if found is not None:
        assert (found.requirement, found.weight, found.code, found.field) == (
            "D52",
            Weight.REFUSE,
            "volume_listed",
            "lines",
        )
        assert found.facts == {"volume": "01-03, т. 1", "number": "07в-26"}


@pytest.mark.parametrize(
    ("volume", "code"), [(NOT, None), (LISTED, "listed_volume_changes"), (GONE, "inventory_notes_change")]
)
def test_what_cannot_wait_is_told(volume, code):
    found = law.noted_on_inventory(volume)
    assert (found and found.code) == code
    assert found is None or found.weight is Weight.HINT


@pytest.mark.parametrize(
    ("volumes", "code"),
    [
        ([], None),
        ([NOT, NOT], None),
        ([NOT, LISTED], "heading_listed"),
        ([LISTED, GONE], "heading_transferred"),
        ([replace(GONE, number="")], "heading_transferred"),
    ],
)
def test_the_heading_stays_too(volumes, code):
    found = law.heading_stays("01-03", volumes)
    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("volumes", "refused"),
    [([], False), ([NOT, GONE], False), ([NOT, LISTED], True), ([GONE, LISTED], True)],
)
def test_the_plan_stays_too(volumes, refused):
    found = law.plan_stays(volumes)
    assert (found is not None) is refused
    if found is not None:
        assert (found.requirement, found.weight, found.code) == ("D52", Weight.REFUSE, "plan_listed")


@pytest.mark.parametrize(
    ("volume", "stands", "new", "refused"),
    [
        (LISTED, SheetsStated(15, 1), SheetsStated(14, 1), True),
        (LISTED, SheetsStated(15, 1), SheetsStated(15, 2), True),
        (LISTED, SheetsStated(15, 1), SheetsStated(15, 1), False),
        (LISTED, None, SheetsStated(15, 1), False),
        (GONE, SheetsStated(15, 1), SheetsStated(14, 1), False),
        (NOT, SheetsStated(15, 1), SheetsStated(14, 1), False),
    ],
)
def test_the_sheets_that_it_states_are_not_certified_otherwise(volume, stands, new, refused):
    assert (law.certified_as_listed(volume, stands, new) is not None) is refused


def test_what_is_approved_states_what_was_certified_last():
    assert law.certified_before_approval("01-03, т. 1", changed=False) is None
    found = law.certified_before_approval("01-03, т. 1", changed=True)
    assert found is not None
    assert (found.requirement, found.weight, found.code) == (
        "D32",
        Weight.REFUSE,
        "approved_certified_before",
    )
