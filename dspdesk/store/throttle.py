"""Slowing down whoever tries passwords at the keyboard: a counter beside the store, per login, never permanent.

Against a stolen disk it counts for nothing: there only the cost of a guess and the length of a password do. A try is
noted before it is made, so that ending the program does not make it free. The file holds no secret; a damaged or
missing one means that nothing was tried.
"""

import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from dspdesk.store.errors import StoreUnavailable

_FREE = 3
_MOST_SECONDS = 60
_IN_A_ROW, _LONG_SECONDS = 10, 15 * 60


@dataclass(slots=True)
class _Tries:
    """Of one login: failures in a row, those the ledger does not know yet, and when the last one was (UTC, seconds)."""

    row: int = 0
    untold: int = 0
    last: float = 0.0


def seconds_after(failures: int) -> int:
    """How long to wait after so many failures in a row: three are free, then 2, 4, 8 … 60 s, from ten on 15 minutes."""
    if failures < _FREE:
        return 0
    if failures >= _IN_A_ROW:
        return _LONG_SECONDS
    return min(1 << (failures - _FREE + 1), _MOST_SECONDS)


def begin(store: Path, login: str, at: dt.datetime) -> None:
    """Note that a password is about to be tried. Raises `StoreUnavailable` "too_many_tries" when it is too soon."""
    said, now = _read(store), at.timestamp()
    tries = said.setdefault(login, _Tries())
    if now < tries.last:  # the clock was set back: the wait begins anew, neither endless nor over
        tries.last = now
        _write(store, said)
    left = tries.last + seconds_after(tries.row) - now
    if left > 0:
        until = at + dt.timedelta(seconds=left)
        raise StoreUnavailable("too_many_tries", seconds=int(-(-left // 1)), until=until)
    tries.row, tries.untold, tries.last = tries.row + 1, tries.untold + 1, now
    _write(store, said)


def passed(store: Path, login: str) -> None:
    """Note that the password tried last was right: nothing is waited for any more."""
    said = _read(store)
    if (tries := said.get(login)) is not None:
        tries.row, tries.untold = 0, max(tries.untold - 1, 0)
        _keep(store, said, login, tries)


def untold(store: Path, login: str) -> int:
    """How many failed tries of a login the ledger does not know yet."""
    tries = _read(store).get(login)
    return tries.untold if tries else 0


def told(store: Path, login: str, count: int) -> None:
    """Note that the ledger knows of so many failed tries."""
    said = _read(store)
    if (tries := said.get(login)) is not None:
        tries.untold = max(tries.untold - count, 0)
        _keep(store, said, login, tries)


def file_of(store: Path) -> Path:
    """Where the counter of a store stands."""
    return store.with_name(store.name + ".tries")


def _keep(store: Path, said: dict[str, _Tries], login: str, tries: _Tries) -> None:
    if not tries.row and not tries.untold:
        del said[login]
    _write(store, said)


def _read(store: Path) -> dict[str, _Tries]:
    try:
        content = json.loads(file_of(store).read_bytes())
        return {
            str(login): _Tries(max(int(one["row"]), 0), max(int(one["untold"]), 0), float(one["last"]))
            for login, one in content.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return {}


def _write(store: Path, said: dict[str, _Tries]) -> None:
    """Write the counter whole; on a protected medium it stays as it was, for nothing is recorded there either."""
    place = file_of(store)
    temporary = place.with_name(place.name + ".new")
    try:
        if not said:
            place.unlink(missing_ok=True)
            return
        temporary.write_text(json.dumps({login: asdict(tries) for login, tries in said.items()}))
        temporary.replace(place)
    except OSError:
        return
