"""The dated edition of the rules that a record was made under.

The law changes: another edition is one more value here and one more folder of forms, and what exists keeps its
own. A limit or a period joins this class together with the rule that asks it.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the Rules of decree 1196; `id` is what records remember, `title` is by language."""

    id: str
    title: Mapping[str, str]
    sheets_per_volume: int = 180  # paragraph 30, 7
    sheets_nearly_full: int = 160  # ours: told before it is too late


DECREE_1196_679 = Edition(
    id="decree-1196-679",
    title={
        "ru": "№ 1196 в редакции постановления № 679 от 10.09.2019",
        "kk": "№ 1196 (2019 жылғы 10 қыркүйектегі № 679 қаулының редакциясында)",
    },
)

#: The edition under which new records are made.
IN_FORCE = DECREE_1196_679
EDITIONS = {edition.id: edition for edition in (DECREE_1196_679,)}
