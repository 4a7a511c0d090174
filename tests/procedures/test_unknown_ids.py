"""Whatever a step names that is not in the store, the person is told so in plain words, and nothing is changed.

The steps are found in the procedures themselves: each command with an id in it is sent with an id that there is not.
"""

import contextlib
import dataclasses
import datetime as dt
import importlib
import inspect
import pkgutil
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from dspdesk import procedures
from dspdesk.desk import Approval, Desk
from dspdesk.language.sentences import Told, sentence
from dspdesk.law.carrier_check import CarrierFound
from dspdesk.law.findings import Refused
from dspdesk.models import Item
from dspdesk.procedures import carrier_check, restore
from dspdesk.procedures.carrier_check import CheckCarrier
from dspdesk.queries import handover, mail
from dspdesk.store.errors import NotThere
from tests import factories
from tests.factories import TODAY

ABSENT = 987_654
#: What a field of a type says; `restore` is left aside, whose ids are those of the copy it was given.
_SAID = {
    bool: True, int: 1, str: "слово", dt.date: TODAY, dt.datetime: factories.NOW.replace(tzinfo=None),
    Path: Path("nowhere"), Approval: None,
}  # fmt: skip


def _is_id(name: str) -> bool:
    return name.endswith(("_id", "_ids")) and name != "form_id"


def steps() -> Iterator[tuple[str, Callable[..., Any], type]]:
    """Every public function of the procedures that takes a desk and a command."""
    for found in pkgutil.walk_packages(procedures.__path__, f"{procedures.__name__}."):
        module = importlib.import_module(found.name)
        if module is restore:
            continue
        for name, does in inspect.getmembers(module, inspect.isfunction):
            parts = list(inspect.signature(does).parameters)
            if does.__module__ != module.__name__ or name.startswith("_") or parts[:2] != ["desk", "command"]:
                continue
            for kind in _options(typing.get_type_hints(does)["command"]):
                yield f"{found.name.removeprefix('dspdesk.procedures.')}.{name}", does, kind


def _options(hint: Any) -> tuple[Any, ...]:
    return typing.get_args(hint) if typing.get_origin(hint) in (types.UnionType, typing.Union) else (hint,)


def ids_in(kind: type) -> list[str]:
    """The ids in a command, those of its parts by a path."""
    found: list[str] = []
    for name, hint in typing.get_type_hints(kind).items():
        if _is_id(name):
            found.append(name)
        found += [f"{name}.{inner}" for one in _within(hint) for inner in ids_in(one)]
    return found


def _within(hint: Any) -> list[type]:
    parts = [hint, *typing.get_args(hint)]
    return [one for one in parts if inspect.isclass(one) and dataclasses.is_dataclass(one)]


def made(kind: type, absent: str) -> Any:
    """A command that says as much as its types want; the id called `absent` is one that there is not, others are 1."""
    values = {}
    for name, hint in typing.get_type_hints(kind).items():
        here = absent.removeprefix(f"{name}.") if absent.startswith(f"{name}.") else ""
        if _is_id(name):
            key = ABSENT if absent == name else 1
            values[name] = (key,) if name.endswith("s") else key
        else:
            values[name] = _value(hint, here)
    return kind(**values)


def _value(hint: Any, absent: str) -> Any:
    if hint in _SAID:
        return _SAID[hint]
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _value(next(part for part in parts if part is not type(None)), absent)
    if origin is tuple:
        inner = parts[:1] if parts[-1] is Ellipsis else parts
        return tuple(_value(part, absent) for part in inner)
    if origin is not None:
        return origin() if callable(origin) and not inspect.isabstract(origin) else ()
    if dataclasses.is_dataclass(hint):
        return made(typing.cast("type", hint), absent)
    assert issubclass(hint, Enum), hint
    return next(iter(hint))


CASES = [
    pytest.param(does, kind, absent, id=f"{name}-{kind.__name__}-{absent}")
    for name, does, kind in steps()
    if dataclasses.is_dataclass(kind)
    for absent in ids_in(kind)
]


@pytest.mark.parametrize(("does", "kind", "absent"), CASES)
def test_an_id_of_nothing_is_told_plainly(desk: Desk, does, kind, absent) -> None:
    command, before = made(kind, absent), last_entry(desk)
    if does.__name__.startswith("consider"):  # asks the law, and may have nothing to say
        with contextlib.suppress(Refused, Told):
            does(desk, command)
    else:
        with pytest.raises((Refused, Told)):
            does(desk, command)
    assert last_entry(desk) == before


def test_the_steps_are_found() -> None:
    names = {name for name, _does, _kind in steps()}
    assert {"registration.annul", "movements.hand_over", "execution_control.control.take_on"} <= names


def test_a_row_that_names_nobody_is_not_written(desk: Desk) -> None:
    """The store itself refuses it, where no rule has looked before."""
    clean = CarrierFound(means="антивирус", checked_on=TODAY, checked_by_id=ABSENT, clean=True)
    before = last_entry(desk)
    with pytest.raises(NotThere) as told:
        carrier_check.record(desk, CheckCarrier(found=clean, item_id=5))
    assert sentence("not_there", {}) == str(told.value)
    assert last_entry(desk) == before
    carrier_check.record(desk, CheckCarrier(found=replace(clean, checked_by_id=1), item_id=5))


def test_a_question_about_nothing_is_told_plainly(desk: Desk) -> None:
    with pytest.raises(NotThere):
        handover.sheet(desk, ABSENT)
    with pytest.raises(NotThere):
        mail.package(desk, ABSENT)


def test_what_else_a_row_breaks_stays_a_fault_of_ours(desk: Desk) -> None:
    with pytest.raises(IntegrityError), desk.transaction("test:item:broken") as step:
        step.session.get_one(Item, 5).correspondent = None


def last_entry(desk: Desk) -> int:
    with desk.reading() as connection:
        return int(connection.exec_driver_sql("SELECT max(id) FROM ledger").scalar_one())
