"""Changing the settings: bounds, rights, what follows them."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.law.settings import SETTINGS
from dspdesk.procedures import settings
from dspdesk.procedures.settings import ChangeSettings
from dspdesk.queries import journals
from dspdesk.queries import settings as queries
from tests import factories
from tests.factories import TODAY


def changed(desk: Desk, reason: str = "", **values: object) -> None:
    settings.change(
        desk,
        ChangeSettings(
            values={key.replace("__", ":"): value for key, value in values.items()}, reason=reason
        ),
    )


def codes(refused: Refused) -> list[str]:
    return [finding.code for finding in refused.findings]


def acting_as(desk: Desk, *roles: Role) -> None:
    desk.person = replace(desk.person, roles=frozenset(roles))


def test_nothing_chosen_is_the_default(empty_desk: Desk) -> None:
    assert queries.settings(empty_desk) == {key: setting.default for key, setting in SETTINGS.items()}


def test_a_choice_holds_and_stands_in_the_ledger(empty_desk: Desk) -> None:
    changed(empty_desk, lock_minutes=3, lock_hours=8)
    assert queries.setting(empty_desk, "lock_minutes") == 3
    assert empty_desk.verify() == []
    with empty_desk.reading() as connection:
        tag, subject = connection.exec_driver_sql(
            "SELECT tag, subject FROM ledger ORDER BY id DESC LIMIT 1"
        ).one()
    assert (tag, subject) == ("settings:value:changed", "settings")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"lock_minutes": 60}, "setting_out_of_bounds"),
        ({"lock_minutes": 3, "lock_hours": 0}, "setting_out_of_bounds"),
        ({"backup_days": 7, "backup_red_days": 7}, "backup_red_too_early"),
        ({"journal_language": "en"}, "setting_not_offered"),
        ({"pattern__incoming": "{case}"}, "pattern_without_number"),
        ({"lock_minutes": 5}, "nothing_changed"),
    ],
)
def test_all_of_it_is_refused_or_none(empty_desk: Desk, values: dict[str, object], code: str) -> None:
    before = queries.settings(empty_desk)
    with pytest.raises(Refused) as refused:
        changed(empty_desk, **values)
    assert codes(refused.value) == [code]
    assert queries.settings(empty_desk) == before


@pytest.mark.parametrize(
    ("role", "key", "value", "may"),
    [
        (Role.HEAD_OF_SERVICE, "reserved_days", 5, True),
        (Role.HEAD_OF_SERVICE, "lock_minutes", 4, False),
        (Role.SECURITY_OFFICER, "lock_minutes", 4, True),
        (Role.SECURITY_OFFICER, "reserved_days", 5, False),
        (Role.CLERK, "reserved_days", 5, False),
    ],
)
def test_who_changes_what(empty_desk: Desk, role: Role, key: str, value: int, may: bool) -> None:
    acting_as(empty_desk, role)
    if may:
        changed(empty_desk, **{key: value})
    else:
        with pytest.raises(Refused) as refused:
            changed(empty_desk, **{key: value})
        assert codes(refused.value) == ["not_entrusted"]
    assert queries.setting(empty_desk, key) == (value if may else SETTINGS[key].default)


def test_a_librarian_reads_no_settings(empty_desk: Desk) -> None:
    acting_as(empty_desk, Role.LIBRARIAN)
    with pytest.raises(Refused):
        queries.settings(empty_desk)
    assert queries.setting(empty_desk, "lock_minutes") == 5  # everybody's work goes by it


def test_a_pattern_holds_from_the_next_number_on(empty_desk: Desk) -> None:
    factories.registered(empty_desk)
    with pytest.raises(NeedsReason):
        changed(empty_desk, pattern__incoming="{case}/{number}")
    changed(empty_desk, "новый порядок", pattern__incoming="{case}/{number}")
    after = factories.registered(empty_desk, case_index="12-05")
    assert (str(after.number), after.number.plain) == ("12-05/2", "2")
    assert journals.journal(empty_desk, JournalKind.INCOMING, TODAY.year).pattern == "{case}/{number}"


def test_a_pattern_of_an_empty_journal_needs_no_reason_and_other_years_keep_theirs(desk: Desk) -> None:
    changed(desk, pattern__outgoing="{year}/{number}")
    changed(desk, "новый порядок", pattern__incoming="{year}/{number}")
    this, last = (journals.journal(desk, JournalKind.INCOMING, year) for year in (2026, 2025))
    assert (this.pattern, last.pattern) == ("{year}/{number}", "{number}")


def test_new_journals_are_opened_as_settled_and_keep_it(empty_desk: Desk) -> None:
    factories.registered(empty_desk)
    changed(empty_desk, journal_language="kk", common_journal=["incoming", "internal", "outgoing"])
    for kind in (JournalKind.INTERNAL, JournalKind.OUTGOING):
        factories.registered(empty_desk, journal=kind)
    changed(empty_desk, journal_language="ru", common_journal=[])
    factories.registered(empty_desk, journal=JournalKind.PUBLICATIONS)
    opened = {journal.kind.value: journal for journal in journals.journals(empty_desk)}
    assert {kind: (one.language, one.section_of) for kind, one in opened.items()} == {
        "incoming": ("ru", None),
        "internal": ("kk", 1),
        "outgoing": ("kk", 1),
        "publications": ("ru", None),
    }
    assert [one.kind.value for one in journals.sections(empty_desk, 1)] == ["outgoing", "internal"]


def test_each_year_has_a_common_journal_of_its_own(empty_desk: Desk) -> None:
    changed(empty_desk, common_journal=["incoming"])
    factories.registered(empty_desk)
    factories.registered(empty_desk, year=2025, date=dt.date(2025, 3, 3))
    assert sorted(one.section_of for one in journals.journals(empty_desk)) == [1, 2]
