"""The two kinds of store errors: what a person can put right, and what we should have checked ourselves."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dspdesk.language.sentences import Told


class StoreUnavailable(Told):
    """The store cannot be used now: wrong key, disk full, file locked or damaged. Nothing was written."""


class NotThere(Told, LookupError):
    """What a step or a question names is not in the store: a row looked at long ago, an id from the command line."""

    def __init__(self, code: str = "not_there", /, **facts: object) -> None:
        super().__init__(code, **facts)


class StoreBug(Exception):
    """A constraint met that a procedure should have asked about, or a write outside the unit of work."""


#: What SQLite says, in the order of asking, and the code of our sentence for it.
_SAID = (
    ("disk is full", "disk_full"),
    ("readonly database", "read_only"),
    ("read-only", "read_only"),
    ("database is locked", "store_busy"),
    ("malformed", "store_damaged"),
    ("not a database", "store_damaged"),
    ("disk i/o error", "not_reachable"),
    ("unable to open database", "not_reachable"),
)
_LITTLE_ROOM = 1024 * 1024  # bytes


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what the database library says into `StoreUnavailable` or `NotThere`; anything unknown goes on as it is."""
    from sqlalchemy.exc import DBAPIError, NoResultFound
    from sqlalchemy.exc import TimeoutError as PoolTimeout
    from sqlcipher3 import dbapi2

    try:
        yield
    except PoolTimeout as error:
        raise StoreUnavailable("store_busy") from error
    except NoResultFound as error:
        raise NotThere from error
    except (DBAPIError, dbapi2.Error) as error:
        original = getattr(error, "orig", None) or error
        said = str(original).casefold()
        for words, code in _SAID:
            if words in said:
                raise StoreUnavailable(_why(path) if code == "not_reachable" else code, path=path) from error
        if "foreign key" in said:  # what is written names a row that there is not
            raise NotThere from error
        if type(original) is dbapi2.DatabaseError:  # whatever it calls it: pages that do not fit together
            raise StoreUnavailable("store_damaged", path=path) from error
        raise


def of_system(error: OSError, path: Path) -> StoreUnavailable:
    """What the operating system says of writing at a place, as our error."""
    codes = {errno.ENOSPC: "disk_full", errno.EROFS: "read_only"}
    return StoreUnavailable(codes.get(error.errno or 0, "not_reachable"), path=path)


@contextmanager
def told_of_system(path: Path) -> Iterator[None]:
    """Turn what the operating system says into `StoreUnavailable`."""
    try:
        yield
    except OSError as error:
        raise of_system(error, path) from error


def _why(path: Path) -> str:
    """Why a place cannot be read or written: of a full and of a protected medium the library often says no more."""
    try:
        if path.exists() and not os.access(path.parent, os.W_OK):
            return "read_only"
        return "disk_full" if shutil.disk_usage(path.parent).free < _LITTLE_ROOM else "not_reachable"
    except OSError:  # the medium is gone
        return "not_reachable"
