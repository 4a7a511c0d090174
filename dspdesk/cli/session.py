"""Signing in from the command line."""

import getpass
import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dspdesk import desk as desks
from dspdesk.desk import Desk
from dspdesk.language.catalogue import _

_PATIENCE = 30  # seconds: nobody sits before a command and sees why it waits


def password() -> str:
    """The password: from the environment, else asked for."""
    given = os.environ.get("DSPDESK_PASSWORD")
    if given is None:
        return getpass.getpass(_("Password: "))
    return os.fsencode(given).decode("utf-8", "replace")  # UTF-8 in whatever locale the command is started


def key_file(given: Namespace) -> Path | None:
    """The key file named by argument or environment."""
    named = given.key_file or os.environ.get("DSPDESK_KEY_FILE")
    return Path(named) if named else None


def login(given: Namespace) -> str | None:
    """The login named by argument or environment."""
    return given.login or os.environ.get("DSPDESK_LOGIN") or None


def reason(given: Namespace) -> str:
    """Why warnings are passed; said so when nobody gave a reason."""
    return str(given.reason) or "без указания причины (командная строка)"


@contextmanager
def signed_in(given: Namespace) -> Iterator[Desk]:
    """The desk of the store named, closed afterwards."""
    desk = desks.open_desk(given.store, login(given), password(), key_file(given), patience=_PATIENCE)
    try:
        yield desk
    finally:
        desk.close()
