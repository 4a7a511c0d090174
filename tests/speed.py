"""What thousands of tests need not do anew: compile each statement for each store, look for garbage in what stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine
from sqlcipher3 import dbapi2

from dspdesk.store import engines

_STATEMENTS = 5_000
#: New objects until the youngest are looked through; the interpreter's own number is 700.
_GARBAGE = (20_000, 20, 50)


@contextmanager
def statements_compiled_once() -> Iterator[None]:
    """Let all stores share what was compiled: each test opens one of its own, and an engine begins with nothing.

    Compiling is a fifth of the time of tests on a store. What is compiled does not depend on the store.
    """
    first = create_engine("sqlite://", module=dbapi2, query_cache_size=_STATEMENTS)
    first.connect().close()  # the first connection tells a dialect what the database can do
    made = engines._engine

    def sharing(*given: Any, **named: Any) -> Engine:
        engine = made(*given, **named)
        engine.dialect = engine.pool._dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "_engine", sharing)
        yield
    first.dispose()


def rarely_look_for_garbage() -> None:
    """What was collected stays until the end: it is looked through no more, and the rest seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
