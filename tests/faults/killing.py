"""Processes that are started quickly and killed at any moment."""

import multiprocessing
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import Any

#: One process loads everything once; the others are its copies, with a store opened by each for itself.
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(
    ["tests.faults.clerk", "dspdesk.procedures.printing", "argon2", "keyring.errors"]
)


@contextmanager
def process(
    work: Callable[..., None], *given: Any, **more: Any
) -> Iterator[tuple[ForkServerProcess, Connection]]:
    """A process at its work, with the pipe on which it speaks; killed in any case."""
    heard, said = CONTEXT.Pipe(duplex=False)
    started = CONTEXT.Process(target=work, args=given, kwargs={**more, "said": said}, daemon=True)
    started.start()
    said.close()
    try:
        yield started, heard
    finally:
        started.kill()
        started.join()
        heard.close()


def killed_at_random(work: Callable[..., None], *given: Any, within: float, chance: random.Random) -> bool:
    """Kill a process some time after it said that it has begun; returns whether it had said that it is done."""
    with process(work, *given) as (running, heard):
        assert heard.recv() == "begun"
        time.sleep(chance.uniform(0, within))
        running.kill()
        running.join()
        return "done" in everything(heard)


def everything(heard: Connection) -> list[Any]:
    """What a process that has ended had said and nobody had heard yet."""
    messages = []
    try:
        while True:
            messages.append(heard.recv())
    except (EOFError, OSError):
        return messages
