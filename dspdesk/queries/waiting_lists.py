"""What a list of things that wait is made of (`queries.waiting`)."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.law.roles import Action


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One thing that waits: its words, what stands at the right (a day, a number of days), and what it opens.

    `place` is the key of a place (`ui.places`) and `row` the id of a row in it; "item" is an entry of a journal.
    """

    words: str
    right: str
    place: str
    row: int


@dataclass(frozen=True, slots=True)
class WaitingList:
    """The first lines of a list and how many there are in all; `title` is a text of the catalogues (`N_`).

    `step` is the key of a step that takes all of them at once (`ui.today`), '' where each is taken by itself; `more`
    says that counting stopped at `total`.
    """

    title: str
    lines: tuple[WaitingLine, ...]
    total: int
    urgent: bool = False
    step: str = ""
    more: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A kind of list: who may see it, and the question it is asked by: (desk, connection, day, most lines).

    The question returns `None` or a list of none when nothing waits; several lists where one reading answers for all.
    """

    needs: Action
    ask: Callable[[Desk, Connection, dt.date, int], WaitingList | tuple[WaitingList, ...] | None]
