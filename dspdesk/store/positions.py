"""The position by which a person signs on a day: where somebody acts, that is it, and its words say so."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from dspdesk.language import declension
from dspdesk.language.catalogue import Language

#: The appointments of a person on a day, that by which they sign first.
OF_A_DAY: Final = """
    SELECT position_kk, position_ru, of_position_kk, of_position_ru, acting, unit_id, valid_from, id
    FROM appointment
    WHERE employee_id = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)
    ORDER BY acting DESC, valid_from DESC, id DESC
"""


def asked(employee_id: int, day: dt.date) -> tuple[object, ...]:
    """What `OF_A_DAY` is asked with."""
    return employee_id, day.isoformat(), day.isoformat()


def words(row: Sequence[Any] | None) -> tuple[str, str]:
    """The words of an appointment (the first five columns of `OF_A_DAY`), Kazakh and Russian; '' for none."""
    if row is None:
        return "", ""
    kk, ru, of_kk, of_ru, acting = row[:5]
    if not acting:
        return str(kk), str(ru)
    return declension.acting(kk, of_kk, Language.KK), declension.acting(ru, of_ru, Language.RU)
