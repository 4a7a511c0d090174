"""One window of the program to a store on this computer: a lock file beside the store says that it is open."""

from pathlib import Path

from PySide6.QtCore import QLockFile


class StoreLock:
    """The lock of the one store that this run has open."""

    def __init__(self) -> None:
        self._file: QLockFile | None = None

    def take(self, store: Path) -> bool:
        """Whether this run has the store to itself; a medium that takes no lock file is left to the store."""
        if not store.exists():  # nothing to keep for oneself, and nothing to be left where it is not
            return True
        lock = QLockFile(f"{store}.window")
        if self._file is not None and self._file.fileName() == lock.fileName():
            return self._file.isLocked()
        self.leave()
        lock.setStaleLockTime(0)
        got = lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError
        self._file = lock if got else None
        return got

    def leave(self) -> None:
        """Let others open the store."""
        if self._file is not None:
            self._file.unlock()
            self._file = None
