"""The settings of the body: defaults within their own bounds, and what is refused."""

import pytest

from dspdesk.law import settings
from dspdesk.law.requirements import TABLE
from dspdesk.law.roles import Action
from dspdesk.law.settings import SETTINGS, Group


@pytest.mark.parametrize("key", SETTINGS)
def test_every_default_is_allowed(key):
    assert settings.check(key, SETTINGS[key].default) == []


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=list(SETTINGS))
def test_lock_and_backups_are_the_officers_the_rest_is_of_the_head(setting):
    officers = setting.group in {Group.LOCK, Group.BACKUPS}
    assert setting.needs is (Action.KEEP_KEYS if officers else Action.KEEP_SETTINGS)
    assert setting.requirement == "OWN" or setting.requirement in TABLE


@pytest.mark.parametrize(
    ("key", "value", "allowed"),
    [
        ("lock_minutes", 1, True),
        ("lock_minutes", 15, True),
        ("lock_minutes", 0, False),
        ("lock_minutes", 16, False),
        ("lock_minutes", None, False),
        ("lock_minutes", True, False),
        ("lock_minutes", "5", False),
        ("lock_hours", 12, True),
        ("lock_hours", 13, False),
        ("pattern:incoming", "{case}/{number}", True),
        ("pattern:incoming", "{case}", False),
        ("pattern:incoming", 5, False),
        ("journal_language", "kk", True),
        ("journal_language", "en", False),
        ("common_journal", ["incoming", "outgoing"], True),
        ("common_journal", ["incoming", "incoming"], False),
        ("common_journal", ["letters"], False),
        ("common_journal", "incoming", False),
    ],
)
def test_values_within_their_bounds(key, value, allowed):
    found = settings.check(key, value)
    assert (not found) is allowed
    assert all(finding.field == key for finding in found)


@pytest.mark.parametrize(
    ("first", "red", "allowed"), [(1, 7, True), (7, 8, True), (7, 7, False), (5, 3, False)]
)
def test_the_red_notice_comes_after_the_reminder(first, red, allowed):
    found = settings.check_together({"backup_days": first, "backup_red_days": red})
    assert (not found) is allowed
