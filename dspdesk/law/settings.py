"""What a body settles for itself where the law leaves it open: one table, with defaults and bounds.

A setting stands here only when something reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from dspdesk.law import numbering
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import JournalKind
from dspdesk.law.roles import Action

#: What a setting of a language says when each journal takes the language of the program.
OF_THE_PROGRAM = ""
LANGUAGES = (OF_THE_PROGRAM, "kk", "ru")
#: Who signs the closing inscription of a journal: paragraph 15 asks for a position, a signature and a name, no more.
WHOEVER_CLOSES, HEAD_OF_SERVICE = "whoever_closes", "head_of_service"
SIGNATORIES = (WHOEVER_CLOSES, HEAD_OF_SERVICE)


class SettingKind(StrEnum):
    """Of what kind the value of a setting is."""

    COUNT = "count"  # a whole number within bounds
    PATTERN = "pattern"  # of what a number is made (`law.numbering`)
    LANGUAGE = "language"
    JOURNALS = "journals"  # a list of kinds of journal
    SIGNATORY = "signatory"  # who signs where the law leaves the choice
    YES_NO = "yes_no"
    TEXT = "text"  # one line, no longer than `most`


class Group(StrEnum):
    """Settings that are shown and saved together."""

    NUMBERS = "numbers"
    JOURNALS = "journals"
    MAIL = "mail"
    FONDS = "fonds"
    REMINDERS = "reminders"
    LOCK = "lock"
    BACKUPS = "backups"


@dataclass(frozen=True, slots=True)
class Setting:
    """One choice: its value when nothing was chosen, its bounds, who may change it, where it stands in the law."""

    key: str
    group: Group
    kind: SettingKind
    default: Any
    requirement: str = "OWN"
    least: int = 0
    most: int = 0
    needs: Action = Action.KEEP_SETTINGS


def pattern_key(kind: JournalKind) -> str:
    """The key of the pattern of a kind of journal."""
    return f"pattern:{kind.value}"


JOURNAL_LANGUAGE, COMMON_JOURNAL, RESERVED_DAYS = "journal_language", "common_journal", "reserved_days"
CLOSING_SIGNATORY = "closing_signatory"
MISDIRECTED_NUMBERED, PERMANENT_DUTY = "misdirected_numbered", "permanent_duty"
FONDS_NUMBER = "fonds_number"
FONDS_NAME = {"kk": "fonds_name_kk", "ru": "fonds_name_ru"}
LOCK_MINUTES, LOCK_HOURS = "lock_minutes", "lock_hours"
BACKUP_DAYS, BACKUP_RED_DAYS = "backup_days", "backup_red_days"


def _count(
    key: str, group: Group, default: int, bounds: tuple[int, int], requirement: str = "OWN"
) -> Setting:
    needs = Action.KEEP_KEYS if group in {Group.LOCK, Group.BACKUPS} else Action.KEEP_SETTINGS
    return Setting(key, group, SettingKind.COUNT, default, requirement, *bounds, needs)


#: Every setting by its key, in the order in which they are shown.
SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        setting.key: setting
        for setting in (
            *(
                Setting(pattern_key(kind), Group.NUMBERS, SettingKind.PATTERN, numbering.PLAIN, "D16")
                for kind in JournalKind
            ),
            Setting(JOURNAL_LANGUAGE, Group.JOURNALS, SettingKind.LANGUAGE, OF_THE_PROGRAM, "D16"),
            Setting(COMMON_JOURNAL, Group.JOURNALS, SettingKind.JOURNALS, [], "D15"),
            Setting(CLOSING_SIGNATORY, Group.JOURNALS, SettingKind.SIGNATORY, WHOEVER_CLOSES, "D15b"),
            Setting(MISDIRECTED_NUMBERED, Group.MAIL, SettingKind.YES_NO, False, "D12d"),
            Setting(PERMANENT_DUTY, Group.MAIL, SettingKind.YES_NO, True, "D13"),
            Setting(FONDS_NUMBER, Group.FONDS, SettingKind.TEXT, "", "D32", most=20),
            *(Setting(key, Group.FONDS, SettingKind.TEXT, "", most=300) for key in FONDS_NAME.values()),
            _count(RESERVED_DAYS, Group.REMINDERS, 3, (1, 30), "W10"),
            _count(LOCK_MINUTES, Group.LOCK, 5, (1, 15)),
            _count(LOCK_HOURS, Group.LOCK, 12, (1, 12)),
            _count(BACKUP_DAYS, Group.BACKUPS, 1, (1, 7)),
            _count(BACKUP_RED_DAYS, Group.BACKUPS, 7, (2, 30)),
        )
    }
)


def check(key: str, value: object) -> list[Finding]:
    """Everything for which a value cannot be that of a setting; the field of each finding is the key."""
    setting = SETTINGS[key]
    return _CHECKS[setting.kind](setting, value)


def check_together(values: Mapping[str, Any]) -> list[Finding]:
    """What settings say against each other: the red notice of a late backup comes after the first reminder."""
    if values[BACKUP_RED_DAYS] > values[BACKUP_DAYS]:
        return []
    return [
        Finding("OWN", Weight.REFUSE, "backup_red_too_early", {"days": values[BACKUP_DAYS]}, BACKUP_RED_DAYS)
    ]


def _count_within(setting: Setting, value: object) -> list[Finding]:
    if isinstance(value, int) and not isinstance(value, bool) and setting.least <= value <= setting.most:
        return []
    facts = {"least": setting.least, "most": setting.most}
    return [Finding(setting.requirement, Weight.REFUSE, "setting_out_of_bounds", facts, setting.key)]


def _pattern(setting: Setting, value: object) -> list[Finding]:
    return numbering.check_pattern(value, setting.key) if isinstance(value, str) else [_not_offered(setting)]


def _language(setting: Setting, value: object) -> list[Finding]:
    return [] if value in LANGUAGES else [_not_offered(setting)]


def _signatory(setting: Setting, value: object) -> list[Finding]:
    return [] if value in SIGNATORIES else [_not_offered(setting)]


def _yes_no(setting: Setting, value: object) -> list[Finding]:
    return [] if isinstance(value, bool) else [_not_offered(setting)]


def _text(setting: Setting, value: object) -> list[Finding]:
    if not isinstance(value, str) or "\n" in value:
        return [_not_offered(setting)]
    if len(value) <= setting.most:
        return []
    facts = {"most": setting.most}
    return [Finding(setting.requirement, Weight.REFUSE, "setting_too_long", facts, setting.key)]


def _journals(setting: Setting, value: object) -> list[Finding]:
    if not isinstance(value, list) or not all(kind in set(JournalKind) for kind in value):
        return [_not_offered(setting)]
    return [] if len(set(value)) == len(value) else [_not_offered(setting)]


def _not_offered(setting: Setting) -> Finding:
    return Finding(setting.requirement, Weight.REFUSE, "setting_not_offered", {}, setting.key)


_CHECKS = {
    SettingKind.COUNT: _count_within,
    SettingKind.PATTERN: _pattern,
    SettingKind.LANGUAGE: _language,
    SettingKind.JOURNALS: _journals,
    SettingKind.SIGNATORY: _signatory,
    SettingKind.YES_NO: _yes_no,
    SettingKind.TEXT: _text,
}
