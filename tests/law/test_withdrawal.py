"""The rules of paragraph 59 one by one, and the words of the notes."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import withdrawal as law
from dspdesk.law.case_file import VolumeFacts
from dspdesk.law.findings import Weight
from dspdesk.law.retention import Retention, RetentionKind
from dspdesk.law.withdrawal import Asked, Leaving, OutKind, Permission, Struck

TODAY = dt.date(2026, 3, 5)
YESTERDAY, TOMORROW = TODAY - dt.timedelta(1), TODAY + dt.timedelta(1)
GIVEN = Permission(number="3", on=TODAY, by_id=7)
ASKED = Asked(permission=GIVEN, why="запрос", on=TODAY, today=TODAY, heads={7})
LINE = Leaving(words="№ 12", filed_on=YESTERDAY)
TEMPORARY, PERMANENT = Retention(RetentionKind.YEARS, 5), Retention(RetentionKind.PERMANENT)
OPENED = dt.date(2026, 1, 12)
VOLUME = VolumeFacts(
    volume_id=1,
    case_id=1,
    words="01-03, т. 1",
    year=2026,
    retention=TEMPORARY,
    opened_on=OPENED,
    case_opened_on=OPENED,
)


def codes(found) -> list[str]:
    return [finding.code for finding in found]


def test_what_is_permitted_leaves() -> None:
    assert law.check([LINE], VOLUME, ASKED) == []


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"number": " "}, "withdrawal_permit_needed", "permit_number"),
        ({"on": None}, "withdrawal_permit_needed", "permitted_on"),
        ({"by_id": None}, "withdrawal_permit_needed", "permitted_by_id"),
        ({"number": "", "on": None, "by_id": None}, "withdrawal_permit_needed", "permit_number"),
        ({"by_id": 8}, "withdrawal_not_by_head", "permitted_by_id"),
    ],
)
def test_a_permission_that_is_none(changes, code, field) -> None:
    (found,) = law.check([LINE], VOLUME, replace(ASKED, permission=replace(GIVEN, **changes)))
    assert (found.code, found.field, found.weight, found.requirement) == (code, field, Weight.REFUSE, "D59")


def test_a_permission_comes_before_the_step_and_not_from_tomorrow() -> None:
    early = replace(ASKED, on=YESTERDAY)
    assert codes(law.check([LINE], VOLUME, early)) == ["withdrawal_permit_late"]
    ahead = replace(ASKED, permission=replace(GIVEN, on=TOMORROW), on=TOMORROW)
    assert codes(law.check([LINE], VOLUME, ahead)) == ["permit_ahead", "moved_ahead"]


def test_papers_of_a_seizure_never_leave_their_case() -> None:
    (found,) = law.check([replace(LINE, of_seizure=True), replace(LINE, words="№ 13")], VOLUME, ASKED)
    assert (found.requirement, found.weight, found.code) == ("D42a", Weight.REFUSE, "seizure_paper_stays")
    assert found.facts == {"document": "№ 12", "volume": "01-03, т. 1"}
    assert law.stays_in_case(LINE, VOLUME) is None


@pytest.mark.parametrize(
    ("line", "code", "weight"),
    [
        ({"there": False}, "line_not_there", Weight.REFUSE),
        ({"filed_on": TOMORROW}, "out_before_filed", Weight.REFUSE),
        ({"enclosure": "2"}, "enclosure_goes", Weight.HINT),
    ],
)
def test_a_line_that_does_not_simply_leave(line, code, weight) -> None:
    (found,) = law.check([replace(LINE, **line)], VOLUME, ASKED)
    assert (found.code, found.weight) == (code, weight)


def test_what_is_asked_of_the_step() -> None:
    assert codes(law.check([LINE], VOLUME, replace(ASKED, why=" "))) == ["withdrawal_why"]
    assert codes(law.check([], VOLUME, ASKED)) == ["no_lines_chosen"]
    for changes in ({"closed": True}, {"transferred": True}):
        (found,) = law.check([LINE], replace(VOLUME, **changes), ASKED)
        assert (found.code, found.weight) == ("certify_anew", Weight.HINT)


def test_the_other_volume() -> None:
    other = replace(VOLUME, volume_id=2)
    assert law.elsewhere(VOLUME, other) is None
    assert law.elsewhere(VOLUME, VOLUME) is not None
    assert law.kept_otherwise(VOLUME, other) is None
    kept = replace(other, retention=PERMANENT)
    assert law.kept_otherwise(VOLUME, kept).code == "relocated_to_permanent"
    assert law.kept_otherwise(kept, VOLUME).code == "relocated_from_permanent"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"there": False, "last": False}, ["line_not_there"]),
        ({"closed": True}, ["struck_in_closed"]),
        ({"last": False}, ["struck_not_last"]),
        ({"printed": True}, ["struck_printed"]),
        ({"moved_here": True}, ["struck_moved_here"]),
        ({"of_seizure": True}, ["struck_of_seizure"]),
    ],
)
def test_only_a_mistake_is_struck_out(changes, expected) -> None:
    line = replace(Struck(words="№ 12", volume="01-03, т. 1", last=True), **changes)
    assert codes(law.can_be_struck(line, "не тот")) == expected
    assert codes(law.can_be_struck(line, " ")) == [*expected, "reason_needed"]


@pytest.mark.parametrize(
    ("language", "permit", "out", "moved", "arrived"),
    [
        (
            "ru",
            "разрешение № 3 от 05.03.2026",
            "изъят 05.03.2026, разрешение № 3 от 05.03.2026",
            "перемещён 05.03.2026 в 01-05, т. 1, л. 1, разрешение № 3 от 05.03.2026",
            "перемещён 05.03.2026 из 01-05, т. 1, л. 1, разрешение № 3 от 05.03.2026",
        ),
        (
            "kk",
            "05.03.2026 № 3 рұқсат",
            "05.03.2026 алып қойылды, 05.03.2026 № 3 рұқсат",
            "05.03.2026 ауыстырылды, жаңа орны: 01-05, т. 1, л. 1, 05.03.2026 № 3 рұқсат",
            "05.03.2026 ауыстырылды, бұрынғы орны: 01-05, т. 1, л. 1, 05.03.2026 № 3 рұқсат",
        ),
    ],
)
def test_the_notes(language, permit, out, moved, arrived) -> None:
    place = "01-05, т. 1, л. 1"
    assert law.permit_words("№ 3", TODAY, language) == permit
    assert law.on_line(OutKind.WITHDRAWN, TODAY, permit, language) == out
    assert law.on_line(OutKind.RELOCATED, TODAY, permit, language, place) == moved
    assert law.on_arrival(TODAY, place, permit, language) == arrived
    for kind in (OutKind.WITHDRAWN, OutKind.RELOCATED):
        assert law.in_register(kind, TODAY, place, permit, language, place).endswith(permit)
