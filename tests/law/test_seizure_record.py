"""The rules of a seizure one by one (paragraph 42, part 2), and the words of the notes."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import seizure_record as law
from dspdesk.law.case_file import VolumeFacts
from dspdesk.law.retention import Retention, RetentionKind
from dspdesk.law.seizure_record import Executing, Original, RecordState, Seizing

TODAY = dt.date(2026, 3, 5)
YESTERDAY, TOMORROW = TODAY - dt.timedelta(1), TODAY + dt.timedelta(1)
VOLUME = VolumeFacts(
    volume_id=1,
    case_id=1,
    words="01-03, т. 1",
    year=2026,
    retention=Retention(RetentionKind.YEARS, 5),
    opened_on=dt.date(2026, 1, 12),
    case_opened_on=dt.date(2026, 1, 12),
    sheets=179,
)
SAID = Seizing(
    dated=TODAY,
    authority="Департамент",
    official="следователь",
    basis="постановление № 17",
    handed_over_by_id=1,
)
ONE = Original(
    words="№ 12", filed_on=YESTERDAY, sheets=3, copy_sheets=3, certified_by_id=1, certified_on=TODAY
)
DONE = Executing(on=TODAY, dated=TODAY, record_sheets=1, today=TODAY)


def codes(found) -> list[str]:
    return [finding.code for finding in found]


def test_the_life_of_a_record() -> None:
    assert law.record_state(None, None) is RecordState.DRAFT
    assert law.record_state(TODAY, None) is RecordState.EXECUTED
    assert law.record_state(None, TODAY) is RecordState.WITHDRAWN
    assert law.still_draft(RecordState.DRAFT, "1") is None
    assert law.still_draft(RecordState.EXECUTED, "1").code == "seizure_executed"
    assert law.still_draft(RecordState.WITHDRAWN, "1").code == "seizure_withdrawn"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"authority": ""}, ["seizure_authority"]),
        ({"official": " "}, ["seizure_official"]),
        ({"basis": ""}, ["seizure_basis"]),
        ({"basis": "постановление"}, ["seizure_basis_undated"]),
        ({"handed_over_by_id": None}, ["seizure_handed_over_by"]),
        ({"dated": None}, ["day_needed"]),
        ({"dated": TOMORROW}, ["moved_ahead"]),
    ],
)
def test_what_a_record_says(changes, expected) -> None:
    assert codes(law.check(replace(SAID, **changes), [ONE], VOLUME, TODAY)) == expected


def test_what_a_record_lists() -> None:
    assert codes(law.check(SAID, [], VOLUME, TODAY)) == ["no_lines_chosen"]
    gone, listed = replace(ONE, there=False), replace(ONE, on_record="2")
    assert codes(law.check(SAID, [gone, listed], VOLUME, TODAY)) == [
        "line_not_there",
        "seizure_on_other_record",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"certified_by_id": None}, ["certified_by"]),
        ({"certified_on": None}, ["day_needed"]),
        ({"certified_on": TOMORROW}, ["moved_ahead"]),
        ({"copy_sheets": 0}, ["certified_sheets"]),
    ],
)
def test_a_certified_copy(changes, expected) -> None:
    assert codes(law.copy_made(replace(ONE, **changes), TODAY)) == expected


@pytest.mark.parametrize(
    ("original", "step", "expected"),
    [
        ({}, {}, []),
        ({"there": False}, {}, ["line_not_there"]),
        ({"filed_on": TOMORROW}, {}, ["out_before_filed"]),
        ({"certified_by_id": None}, {}, ["certified_copy_missing"]),
        ({"certified_on": None}, {}, ["certified_copy_missing"]),
        ({"copy_sheets": 0}, {}, ["certified_copy_missing"]),
        ({"certified_on": TOMORROW}, {}, ["certified_after_seizure"]),
        ({}, {"record_sheets": None}, ["seizure_record_sheets"]),
        ({}, {"record_sheets": 0}, ["seizure_record_sheets"]),
        ({"certified_on": YESTERDAY}, {"on": TOMORROW}, ["moved_ahead"]),
        ({"certified_on": YESTERDAY}, {"on": YESTERDAY}, ["seized_before_record"]),
    ],
)
def test_originals_leave_only_for_copies_and_the_record(original, step, expected) -> None:
    assert codes(law.check_execution([replace(ONE, **original)], VOLUME, replace(DONE, **step))) == expected


@pytest.mark.parametrize(
    ("sheets", "record", "told"), [(3, 1, False), (3, 2, True), (4, 1, True), (2, 2, False), (1, 1, False)]
)
def test_a_volume_may_grow_too_large(sheets, record, told) -> None:
    found = law.volume_too_large([replace(ONE, copy_sheets=sheets)], VOLUME, record)
    assert (found is not None) == told


def test_the_notes() -> None:
    ru, kk = (law.record_words(2, TODAY, language) for language in ("ru", "kk"))
    assert (ru, kk) == ("протокол изъятия № 2 от 05.03.2026", "05.03.2026 № 2 алып қою хаттамасы")
    assert law.on_line(TODAY, ru, 3, "ru") == f"подлинник изъят 05.03.2026, {ru}; заверенная копия на 3 л."
    assert (
        law.on_line(TODAY, kk, 3, "kk")
        == f"түпнұсқасы 05.03.2026 алып қойылды, {kk}; расталған көшірмесі 3 парақ"
    )
    assert law.in_register(TODAY, "Департамент", ru, "ru").startswith(
        "Подлинник изъят 05.03.2026: Департамент"
    )
    assert law.in_register(TODAY, "Департамент", kk, "kk").startswith("Түпнұсқасы 05.03.2026 алып қойылды")
    assert law.record_heading("Департамент", "ru") == "Протокол изъятия документов: Департамент"
    assert law.record_heading("Департамент", "kk") == "Құжаттарды алып қою хаттамасы: Департамент"
