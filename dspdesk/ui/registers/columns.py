"""A column of a register that is held in memory."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterColumn(Generic[R]):
    """One column: `text` is what its cells show, `sort` what they are ordered by where that is not the text.

    `short` stands in the place of a title that there is no room for, '' where that one is short enough.
    `width` is in ems, the most that its words may take where there is not room for all; one column of a register
    takes all the width that is left (`stretch`).
    """

    key: str
    title: str
    width: float
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    right: bool = False
    stretch: bool = False
    short: str = ""
