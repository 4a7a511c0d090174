"""Changing a slot within a step: store and slot file together, or neither.

The slot file is written last, just before the step is kept. Ended between the two, the new password opens and the
store does not know its public key; nobody has been told of the step, and its repetition puts that right.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dspdesk.store import keys, known, machine_secret
from dspdesk.store.errors import StoreUnavailable, of_system
from dspdesk.store.unit_of_work import Step


class SlotFile:
    """The slot file of a store while a step is taken."""

    def __init__(self, path: Path, data_key: bytes, keyring: machine_secret.Keyring | None) -> None:
        self._path, self._data_key, self._keyring = path, data_key, keyring
        self._before: keys.Header | None = None

    def give(self, step: Step, login: str, password: str, key_file: Path | None, cost: keys.Cost) -> None:
        """Give a login a slot with a password; the machine's secret lies in the key file, or else in the keyring."""
        header = keys.read(self._path)
        kept = known.machine_secret(step.connection, header, self._data_key)
        machine, secret = machine_secret.for_new_slot(header.store_id, key_file, self._keyring, kept)
        renewed = keys.with_person(header, self._data_key, login, password, machine, secret=secret, cost=cost)
        known.enter_person(step, renewed, login)
        if secret == keys.IN_KEYRING and kept is None:
            known.keep_machine_secret(step, renewed, self._data_key, machine)
        step.session.flush()
        self._before = header
        try:
            keys.write(self._path, renewed)
        except OSError as error:
            raise of_system(error, self._path) from error

    def undo(self) -> None:
        """Put the slots back as they were when the step was not kept."""
        if self._before is not None and keys.read(self._path) != self._before:
            keys.write(self._path, self._before)


@contextmanager
def changing(path: Path, data_key: bytes, keyring: machine_secret.Keyring | None) -> Iterator[SlotFile]:
    """The slot file for one step; whatever raises puts it back."""
    changed = SlotFile(path, data_key, keyring)
    try:
        yield changed
    except BaseException:
        changed.undo()
        raise


def place_of(header: keys.Header, login: str, key_file: Path | None) -> Path | None:
    """The key file that the slot of a login asks for: the one named when its secret lies in one, else `None`."""
    if header.person(login)["secret"] == keys.IN_KEYRING:
        return None
    if key_file is None:
        raise StoreUnavailable("key_file_needed")
    return key_file
