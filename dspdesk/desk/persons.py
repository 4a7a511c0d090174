"""Who is at the desk, and who agrees with a step that two take together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from dspdesk.law.kinds import Role

#: Shown by whoever makes an approval: only the desk has it.
SEAL = object()


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in; names as papers and the window show them, by language."""

    account_id: int
    login: str
    name_kk: str
    name_ru: str
    position_kk: str
    position_ru: str
    roles: frozenset[Role]
    one_time: bool = False  # the password was issued by the officer: nothing is done before it is changed

    def name(self, language: str) -> str:
        """The name in a language."""
        return self.name_kk if language == "kk" else self.name_ru

    def position(self, language: str) -> str:
        """The position held today in a language, '' when none was entered."""
        return self.position_kk if language == "kk" else self.position_ru


@dataclass(frozen=True, slots=True)
class Approval:
    """The word of a second security officer, who has proved their password; only `Desk.second_person` gives it.

    It is for steps of the person signed in (`first`) and lasts a few minutes.
    """

    login: str
    name_kk: str
    name_ru: str
    first: str
    until: dt.datetime
    seal: object = field(repr=False)

    def __post_init__(self) -> None:
        if self.seal is not SEAL:
            raise TypeError("only a second person gives an approval")

    def name(self, language: str) -> str:
        """The name in a language."""
        return self.name_kk if language == "kk" else self.name_ru
