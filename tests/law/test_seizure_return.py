"""What stands against the return of seized originals, and how it is noted (paragraph 42, part 2)."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.law import seizure_return as law
from dspdesk.law.case_file import VolumeFacts
from dspdesk.law.findings import Weight
from dspdesk.law.retention import Retention, RetentionKind
from dspdesk.law.seizure_record import RecordState, record_state
from dspdesk.law.seizure_return import Handed, Returning, Taken

DAY = dt.date(2026, 4, 1)
VOLUME = VolumeFacts(
    volume_id=1, case_id=1, words="01-03, т. 2", year=2026, retention=Retention(RetentionKind.PERMANENT),
    opened_on=dt.date(2026, 1, 9), case_opened_on=dt.date(2026, 1, 9),
)  # fmt: skip
WANTED = Returning(on=DAY, paper="письмо № 5", brought_by="следователь Серикбаев Д.О.", today=DAY)
HANDED = Handed(number="2", state=RecordState.EXECUTED, on=DAY - dt.timedelta(days=20))
ORIGINAL = Taken(words="№ 12ДСП", sheets=3)


def codes(wanted=WANTED, handed=HANDED, originals=(ORIGINAL,), volume=VOLUME) -> list[str]:
    return [one.code for one in law.check(wanted, handed, originals, volume)]


def test_nothing_stands_against_what_is_told_in_full() -> None:
    assert codes() == []
    assert codes(wanted=replace(WANTED, on=HANDED.on)) == []


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"paper": " "}, "return_paper", "paper"),
        ({"brought_by": ""}, "return_brought_by", "brought_by"),
        ({"on": None}, "day_needed", "on"),
        ({"on": DAY + dt.timedelta(days=1)}, "moved_ahead", "on"),
        ({"on": HANDED.on - dt.timedelta(days=1)}, "returned_before_seizure", "on"),
    ],
)
def test_what_is_said_of_the_return(changes, code, field) -> None:
    (found,) = law.check(replace(WANTED, **changes), HANDED, [ORIGINAL], VOLUME)
    assert (found.code, found.field, found.weight) == (code, field, Weight.REFUSE)


@pytest.mark.parametrize(
    ("handed", "code"),
    [
        (replace(HANDED, state=RecordState.DRAFT, on=None), "originals_not_handed_over"),
        (replace(HANDED, state=RecordState.WITHDRAWN, on=None), "originals_not_handed_over"),
        (replace(HANDED, state=RecordState.RETURNED), None),
    ],
)
def test_only_what_was_handed_over_comes_back(handed, code) -> None:
    assert codes(handed=handed, wanted=replace(WANTED, paper="")) == [code or "return_paper"]


def test_an_original_comes_back_once() -> None:
    assert codes(originals=()) == ["no_originals_back"]
    assert codes(originals=(ORIGINAL, replace(ORIGINAL, back_on=DAY))) == ["original_back_already"]


def test_nothing_is_put_into_a_volume_of_the_archive() -> None:
    assert codes(volume=replace(VOLUME, transferred=True)) == ["return_to_archive"]
    assert codes(volume=replace(VOLUME, closed=True)) == []


@pytest.mark.parametrize(("sheets", "total"), [(177, None), (178, 181), (300, 303)])
def test_original_and_copy_lie_in_the_case_however_many_sheets_it_has(sheets, total) -> None:
    found = law.volume_too_large([ORIGINAL], replace(VOLUME, sheets=sheets))
    assert (found and found.facts["total"], found and found.weight) == (total, total and Weight.WARN)


@pytest.mark.parametrize(
    ("executed", "withdrawn", "away", "state"),
    [
        (None, None, True, RecordState.DRAFT),
        (None, DAY, True, RecordState.WITHDRAWN),
        (DAY, None, True, RecordState.EXECUTED),
        (DAY, None, False, RecordState.RETURNED),
        (None, None, False, RecordState.DRAFT),
    ],
)
def test_a_record_ends_when_all_came_back(executed, withdrawn, away, state) -> None:
    assert record_state(executed, withdrawn, away=away) is state


def test_both_lines_say_where_the_other_lies() -> None:
    assert law.on_line(DAY, "письмо № 5", (9, 12), "ru") == (
        "подлинник возвращён 01.04.2026, письмо № 5; заверенная копия на л. 9–12"
    )
    assert law.on_line(DAY, "№ 5 хат", (9, 9), "kk") == (
        "түпнұсқасы 01.04.2026 қайтарылды, № 5 хат; расталған көшірмесі – 9-п."
    )
    assert law.on_copy((1, 3), "ru") == "подлинник возвращён, л. 1–3"
    assert law.on_copy((1, 3), "kk") == "түпнұсқасы қайтарылды, 1–3-п."
    assert law.copy_heading("Приказ", "ru") == "Заверенная копия: Приказ"
    assert law.in_register(DAY, "Прокуратура", "письмо № 5", "ru") == (
        "Подлинник возвращён 01.04.2026: Прокуратура, письмо № 5; в деле подлинник и заверенная копия"
    )
    assert "қайтарылды" in law.in_register(DAY, "Прокуратура", "хат", "kk")
