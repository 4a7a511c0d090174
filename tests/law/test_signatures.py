"""What may be recorded of a printout that waits for signatures."""

import datetime as dt

import pytest

from dspdesk.law import signatures as law
from dspdesk.law.signatures import Awaiting

PRINTED, TODAY = dt.date(2026, 11, 10), dt.date(2026, 11, 18)


def code(finding: object) -> str | None:
    return getattr(finding, "code", None)


def test_only_what_waits_is_signed() -> None:
    assert law.still_waits(Awaiting(PRINTED)) is None
    assert code(law.still_waits(Awaiting(PRINTED, signed_on=TODAY))) == "printout_signed"
    assert code(law.still_waits(Awaiting(PRINTED, set_aside_on=TODAY))) == "printout_set_aside"


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (PRINTED, None),
        (TODAY, None),
        (None, "no_day_of_signing"),
        (TODAY + dt.timedelta(1), "paper_signed_ahead"),
        (PRINTED - dt.timedelta(1), "signed_before_printing"),
    ],
)
def test_the_day_of_signing(on: dt.date | None, said: str | None) -> None:
    assert code(law.day_of_signing(on, PRINTED, TODAY)) == said


def test_somebody_signs() -> None:
    assert law.somebody(1) is None
    assert code(law.somebody(0)) == "nobody_signed"


@pytest.mark.parametrize(
    ("count", "fine"), [(1, True), (999, True), (0, False), (1000, False), (None, False)]
)
def test_spoiled_sheets_are_counted(count: int | None, fine: bool) -> None:
    assert (law.spoiled(count) is None) is fine


def test_what_is_set_aside_has_a_reason() -> None:
    assert law.with_reason("утерян") is None
    assert code(law.with_reason("  ")) == "no_reason_set_aside"
