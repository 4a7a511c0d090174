"""The desk itself: an open store, the person signed in, the clock and the edition. All that windows know of the store.

Heavy imports stand inside the functions that need them: the sign-in window must appear at once.
"""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dspdesk.desk.persons import SEAL, Approval, Person
from dspdesk.law.edition import Edition
from dspdesk.law.findings import Finding, Refused, Weight
from dspdesk.law.roles import TWO_PERSONS, Action, entrusted, may
from dspdesk.store import keys, recovery
from dspdesk.store.errors import StoreUnavailable, told_plainly
from dspdesk.store.new_store import Clock

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from dspdesk.store.machine_secret import Keyring
    from dspdesk.store.paper_check import PaperCheck
    from dspdesk.store.proof import Proof
    from dspdesk.store.slots import SlotFile
    from dspdesk.store.unit_of_work import Step

#: All that is entered for somebody whose password is a one-time one.
_WITH_ONE_TIME = frozenset(
    {"sign_in:opened", "sign_in:failed", "sign_in:clock:accepted", "account:password:changed"}
)
_CLOCK_TOLERANCE = dt.timedelta(minutes=2)
_APPROVAL_LASTS = dt.timedelta(minutes=5)


@dataclass(slots=True)
class Desk:
    """An open store with the person who works at it; every procedure and query takes it first."""

    path: Path
    person: Person
    edition: Edition
    clock: Clock
    _data_key: bytes = field(repr=False)
    _reading: Engine = field(repr=False)
    _writing: Engine = field(repr=False)
    _epoch: int = 1
    _patience: float = 10
    key_file: Path | None = None  # with which the person signed in
    _keyring: Keyring | None = field(default=None, repr=False)

    def now(self) -> dt.datetime:
        """The present moment, in UTC without an offset, as records keep it."""
        return self.clock().astimezone(dt.UTC).replace(tzinfo=None)

    def today(self) -> dt.date:
        """The present day at this desk."""
        return self.clock().date()

    def may(self, action: Action) -> bool:
        """Whether the person signed in may take an action."""
        return not self.person.one_time and may(self.person.roles, action)

    def authorize(self, action: Action) -> None:
        """Refuse an action that the person's roles do not allow, and any before a one-time password is replaced."""
        self._not_with_one_time()
        if (finding := entrusted(self.person.roles, action)) is not None:
            raise Refused([finding])

    def two_needed(self, action: Action) -> bool:
        """Whether an action needs a second security officer: it is one of `TWO_PERSONS`, and there are two of them."""
        from dspdesk.store.signing import OFFICERS

        if action not in TWO_PERSONS:
            return False
        with self.reading() as connection:
            return bool(connection.exec_driver_sql(OFFICERS).scalar_one() >= 2)

    def second_person(
        self, login: str, password: str, key_file: Path | None = None, keyring: Keyring | None = None
    ) -> Approval:
        """The word of a second security officer. Costs an Argon2 run: call it in a thread.

        Raises `StoreUnavailable` as signing in does (tries are counted too), "second_is_first", "second_not_officer",
        "second_one_time". Without a key file that of the person signed in is taken.
        """
        from dspdesk.store import signing

        if login == self.person.login:
            raise StoreUnavailable("second_is_first")
        self.prove(login, password, key_file, keyring)
        with self.reading() as connection:
            found = connection.exec_driver_sql(signing.OFFICER, (login,)).fetchone()
        if found is None or found[2]:
            raise StoreUnavailable("second_one_time" if found else "second_not_officer", login=login)
        return Approval(login, found[0], found[1], self.person.login, self.clock() + _APPROVAL_LASTS, SEAL)

    def prove(
        self, login: str, password: str, key_file: Path | None = None, keyring: Keyring | None = None
    ) -> None:
        """Hold a password to a login of this store. Raises `StoreUnavailable` as signing in does."""
        from dspdesk.store import signing

        header = keys.read(self.path)
        machine = signing.machine_of(header.store_id, key_file or self.key_file, keyring or self._keyring)
        _header, data_key = signing.proved(self.path, header, login, password, machine, self.clock())
        if data_key != self._data_key:
            raise StoreUnavailable("keys_renewed")

    @property
    def cost(self) -> keys.Cost:
        """The price of one guess at the person's password, which those of new slots have too."""
        return keys.cost_of(keys.read(self.path).person(self.person.login))

    def authorize_two(self, action: Action, approval: Approval | None) -> str:
        """Refuse an action that the roles do not allow, or that needs a second officer who has not agreed.

        Returns the login of the second person for the ledger (`Step.second`), '' when there was none.
        """
        self.authorize(action)
        agreed = (
            approval is not None and approval.first == self.person.login and self.clock() <= approval.until
        )
        if not agreed and self.two_needed(action):
            raise Refused([Finding("OWN", Weight.REFUSE, "second_officer_needed", {}, "approval")])
        return approval.login if approval is not None and agreed else ""

    def clock_behind(self) -> dt.datetime | None:
        """The moment (UTC) of the last ledger entry when this machine's clock is behind it, else `None`."""
        with self.reading() as connection:
            last = connection.exec_driver_sql(
                "SELECT json_extract(CAST(body AS TEXT), '$.at') FROM ledger ORDER BY id DESC LIMIT 1"
            ).scalar_one()
        moment = dt.datetime.fromisoformat(last)
        return moment if moment - self.now() > _CLOCK_TOLERANCE else None

    def announce(self) -> None:
        """Enter in the ledger that the person has signed in, and what was tried in vain before that."""
        from dspdesk.store import throttle

        subject = f"account:{self.person.account_id}"
        if count := throttle.untold(self.path, self.person.login):
            with self.transaction("sign_in:failed") as step:
                step.subject, step.reason = subject, str(count)
            throttle.told(self.path, self.person.login, count)
        with self.transaction("sign_in:opened") as step:
            step.subject = subject

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A short transaction that sees one state of the store."""
        with self._told(), self._reading.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def transaction(self, tag: str) -> Iterator[Step]:
        """One step of the person: all of it with its ledger entry, or nothing."""
        from dspdesk.store.unit_of_work import step

        if tag not in _WITH_ONE_TIME:
            self._not_with_one_time()
        with (
            self._told(),
            step(self._writing, at=self.now(), by=self.person.login, tag=tag) as taken,
        ):
            yield taken

    @contextmanager
    def changing_keys(self, tag: str) -> Iterator[tuple[Step, SlotFile]]:
        """A step that changes the slot file too: both, or neither."""
        from dspdesk.store.slots import changing

        with changing(self.path, self._data_key, self._keyring) as slots, self.transaction(tag) as step:
            yield step, slots

    def renew(self, tag: str, write: Callable[[Step], None], recovery_key: bytes | None = None) -> None:
        """One step under a new data key, which the desk goes on with; slots of closed accounts get none."""
        from dspdesk.store import renewal

        self._not_with_one_time()
        wanted = renewal.Renewal(self.now(), self.person.login, tag, write, recovery_key)
        self.close()
        with self._told():
            self._data_key = renewal.renew(self.path, self._data_key, wanted)
        self._epoch += 1
        self._reading, self._writing = engines_of(self.path, self._data_key, self._patience)

    def _not_with_one_time(self) -> None:
        if self.person.one_time:
            raise Refused([Finding("OWN", Weight.REFUSE, "password_one_time")])

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say plainly what the store says; a file that the key no longer opens may have got a new one."""
        try:
            with told_plainly(self.path):
                yield
        except StoreUnavailable as error:
            if error.code == "store_damaged" and keys.read(self.path).epoch != self._epoch:
                raise StoreUnavailable("keys_renewed") from error
            raise

    def close(self) -> None:
        """Close the store; whatever was read stays on the screen, nothing more is written."""
        self._reading.dispose()
        self._writing.dispose()

    def ticket(self) -> bytes:
        """What a child process needs to sit at the same desk; given to it over a pipe, never by argument."""
        return pickle.dumps((self.path, self._data_key, self.person, self._epoch))

    def recovery_matches(self, typed: str) -> bool:
        """Whether a typed recovery key opens this store. Raises `StoreUnavailable` naming a wrong group."""
        return unlocked(self.path, typed) == self._data_key

    def confirm_recovery(self, typed: str) -> bool:
        """Note that the sheet was typed back and opens the store; `False` when it does not."""
        from dspdesk.store.settings import RECOVERY_SHEET, put

        if not self.recovery_matches(typed):
            return False
        with self.transaction("keys:recovery_sheet:confirmed") as step:
            put(step.session, RECOVERY_SHEET, "confirmed")
        return True

    def backup(self, destination: Path, progress: Callable[[int, int], None] | None = None) -> Proof:
        """Copy the store and its keys to a carrier, read the copy back, and note the day and what it proved."""
        from dspdesk.store import backup

        self.authorize(Action.BACK_UP)
        with self._told():
            made = backup.make(self.path, destination, self._data_key, progress or (lambda _done, _all: None))
        with self.transaction("store:backup:made") as step:
            backup.note(step, made)
        return made

    def step_aside(self, moment: str) -> Path | None:
        """Close the store and let the copy that was prepared take its place; returns where it was put aside."""
        from dspdesk.store import restoring

        self.close()
        with self._told():
            return restoring.take_place(self.path, self._data_key, moment)

    def verify(self, progress: Callable[[int, int], None] | None = None) -> list[str]:
        """Check the chain, every row against its last ledger entry, and the file; returns what is wrong."""
        from dspdesk.store import integrity
        from dspdesk.store.verification import verify

        self.authorize(Action.VERIFY)
        with told_plainly(self.path):
            damage = integrity.damage(self.path, self._data_key)
            if damage:
                return damage
            index = integrity.index_damage(self.path, self._data_key)
        with self.reading() as connection:
            return verify(connection, progress) + index

    def check_paper(self, code: str) -> PaperCheck:
        """What the ledger says of a paper by the code in its margin. Raises `StoreUnavailable` for an unknown one."""
        from dspdesk.store.paper_check import check

        self.authorize(Action.VERIFY)
        with self.reading() as connection:
            return check(connection, code)

    @property
    def store_id(self) -> str:
        """The store's own id, as its recovery sheet names it."""
        return keys.read(self.path).store_id

    def organisation(self, language: str) -> str:
        """The name of the body in a language."""
        with self.reading() as connection:
            names = connection.exec_driver_sql("SELECT name_kk, name_ru FROM organisation").one()
        return str(names[0] if language == "kk" else names[1])


def unlocked(path: Path, typed: str) -> bytes | None:
    """The data key by a typed recovery key, `None` when it is of another sheet; asked with every letter typed."""
    key = recovery.from_groups(typed)
    try:
        return keys.unlock_by_recovery(keys.read(path), key)
    except StoreUnavailable as error:
        if error.code == "recovery_not_this_store":
            return None
        raise


def engines_of(path: Path, data_key: bytes, patience: float) -> tuple[Engine, Engine]:
    """The engines of an open store, for reading and for writing."""
    from dspdesk.store import engines

    return engines.reading_engine(path, data_key), engines.writing_engine(path, data_key, patience)
