"""The program: which window comes first, and which windows open which. The only wiring place."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from dspdesk.language.catalogue import Language, _, current_language, use_language
from dspdesk.language.sentences import Told, sentence

if TYPE_CHECKING:
    from dspdesk.demo import Demo
    from dspdesk.desk import Desk
    from dspdesk.ui.lock import Cause, Watch
    from dspdesk.ui.services import Services
    from dspdesk.ui.session_bus import SessionBus

Restart = Callable[[Path | None], None]
_WARM = ("dspdesk.store.schema", "dspdesk.store.accounts", "dspdesk.ui.main_window")
_WARM_AFTER = 200  # milliseconds: the sign-in window is painted by then
_LOCKED = "DSPDESK_LOCKED"  # tells the process that begins after a lock why there was one


_running: list["Program"] = []  # a program lives as long as its windows


def run(store: Path | None) -> int:
    """Open the program; returns when its last window is closed."""
    application, program = _begun(store)
    sys.excepthook = program.unexpected
    return application.exec()


def first_window(store: Path | None) -> tuple[QApplication, QWidget]:
    """The application with its first window shown: sign-in, or the first run. For measuring the start."""
    application, program = _begun(store)
    _running.append(program)
    return application, program.first()


def _begun(store: Path | None) -> "tuple[QApplication, Program]":
    gc.disable()  # what the start makes stays: looking for garbage in it takes a tenth of the start
    from dspdesk.ui import theme, work

    application = QApplication(sys.argv[:1])
    application.setOrganizationName("dspdesk")
    application.setApplicationName("dspdesk")
    application.setDesktopFileName("dspdesk")
    theme.apply(application)
    program = Program(store, restart)
    program.start()
    gc.freeze()
    work.collect_here()
    return application, program


def restart(store: Path | None) -> None:
    """Begin anew as another process: closing a store leaves its key in memory, ending the process does not."""
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "dspdesk"]
    command += [str(store)] if store else []
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(command)
        os._exit(0)
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter


class Program:
    """The windows of one run: first run or sign-in, then the main window.

    Settings hold the language, the last store and the size of the window, never anything of the records.
    """

    def __init__(self, store: Path | None, restart: Restart) -> None:
        from dspdesk.ui.store_lock import StoreLock

        self._restart = restart
        self._settings = QSettings()
        self._store = store.absolute() if store else self._last_store()
        self._lock = StoreLock()
        self._translator: QTranslator | None = None
        self._desk: Desk | None = None
        self._watch: Watch | None = None
        self._bus: SessionBus | None = None
        self._said = os.environ.pop(_LOCKED, "")
        self.window: QWidget | None = None
        self._speak(str(self._settings.value("language", current_language().value)))

    def start(self) -> None:
        """Show the first window."""
        if self._store is None:
            self.first_run()
        else:
            self.sign_in(self._store)

    def first(self) -> QWidget:
        """The window shown now. Raises `LookupError` before the start."""
        if self.window is None:
            raise LookupError("the program has not been started")
        return self.window

    # --- windows ---

    def first_run(self) -> None:
        """The three choices."""
        from dspdesk.ui.first_run import FirstRun

        self._said = ""
        window = FirstRun()
        window.creating.connect(self._create)
        window.chosen.connect(self.sign_in)
        window.sample.connect(self._open_sample)
        window.restoring.connect(self._restore)
        window.language_chosen.connect(lambda code: self._switch(code, self.first_run))
        self._show(window)

    def sign_in(self, store: Path) -> None:
        """The sign-in window of a store, unless another window has the store open."""
        from dspdesk.ui.sign_in import SignIn

        self._store = store
        window = SignIn(store, said=self._why_locked())
        window.opened.connect(self.admit)
        window.one_time.connect(self._first_password)
        window.enrolling.connect(lambda: self._enrol(store))
        window.elsewhere.connect(self.first_run)
        window.recovering.connect(lambda login: self._reopen(store, login))
        window.language_chosen.connect(lambda code: self._switch(code, lambda: self.sign_in(store)))
        if not self._lock.take(store):
            window.refuse(sentence("store_open", {}))
        self._show(window)
        QTimer.singleShot(_WARM_AFTER, _warm)

    def admit(self, desk: "Desk") -> None:
        """The main window, unless the clock is behind the ledger: then that is settled first."""
        self._watch_over(desk)
        behind = desk.clock_behind()
        if behind is None:
            self.open_main(desk)
            return
        from dspdesk.ui.clock_behind import ClockBehind

        window = ClockBehind(desk, behind)
        window.settled.connect(lambda: self.open_main(desk))
        window.left.connect(QApplication.quit)
        window.language_chosen.connect(lambda code: self._switch(code, lambda: self.admit(desk)))
        self._show(window)

    def open_main(self, desk: "Desk") -> None:
        """The main window of a desk."""
        from dspdesk.ui.main_window import MainWindow

        self._watch_over(desk)
        self._settings.setValue("store", str(desk.path))
        self._settings.setValue("login", desk.person.login)
        self._show(MainWindow(desk, self._services()))

    def next_person(self) -> None:
        """Lock for the next person, as soon as the work under way has ended."""
        from dspdesk.ui.lock import Cause

        if self._watch is not None:
            self._watch.ask(Cause.ASKED)

    def lock(self, cause: "Cause") -> None:
        """Put everything away, close the desk and begin anew at the sign-in (the order stands in `ui.lock`)."""
        from dspdesk.ui import lock

        lock.put_away()
        if self.window is not None:
            self.window.close()
        if self._desk is not None and self._watch is not None:
            limits = self._watch.limits
            os.environ[_LOCKED] = f"{cause} {limits.minutes} {limits.hours}"
            self._desk.close()
        self._lock.leave()
        self._settings.sync()
        self._restart(self._store)

    def unexpected(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        """An error of ours, whatever it is, is told over the window shown."""
        from dspdesk.ui import unexpected

        unexpected.tell(QApplication.activeWindow() or self.window, kind, error, where)

    # --- between the windows ---

    def _create(self) -> None:
        from dspdesk.ui.new_store import NewStoreDialog

        dialog = NewStoreDialog(parent=self.window)
        dialog.created.connect(self._created)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _restore(self) -> None:
        """Make a store of a backup, on a machine that has none or one that cannot be read."""
        from dspdesk.ui.security import restoring

        restoring.show(self.first(), None, self.sign_in)

    def _created(self, desk: "Desk") -> None:
        self._lock.take(desk.path)
        self.open_main(desk)

    def _reopen(self, store: Path, login: str) -> None:
        from dspdesk.ui.reopening import ReopeningDialog

        dialog = ReopeningDialog(store, login, parent=self.window)
        dialog.created.connect(self.admit)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _enrol(self, store: Path) -> None:
        from dspdesk.ui.enrolment import EnrolmentDialog
        from dspdesk.ui.sign_in import SignIn

        dialog = EnrolmentDialog(store, self.window)
        if isinstance(self.window, SignIn):
            dialog.enrolled.connect(self.window.known_now)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _first_password(self, desk: "Desk", password: str, key_file: Path | None) -> None:
        """An issued password is replaced by the person's own before anything else."""
        from dspdesk.ui.first_password import FirstPassword

        self._watch_over(desk)
        window = FirstPassword(desk, password, key_file)
        window.chosen.connect(lambda: self.admit(desk))
        window.language_chosen.connect(
            lambda code: self._switch(code, lambda: self._first_password(desk, password, key_file))
        )
        self._show(window)

    def _open_sample(self, demo: "Demo") -> None:
        from dspdesk import desk as desks
        from dspdesk.ui import work

        if not self._lock.take(demo.path):
            self.sign_in(demo.path)
            return
        what = demo.path, demo.login, demo.password, demo.key_file
        work.run(lambda: desks.open_desk(*what), self.open_main, self._not_opened)

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, Told) or self.window is None:
            raise error
        from dspdesk.ui import ask

        ask.tell(self.window, _("The sample was not opened"), str(error))

    def _watch_over(self, desk: "Desk") -> None:
        """Lock the desk when nobody is there: by the clock, and when the desktop says so."""
        if desk is self._desk:
            return
        self._desk, self._store = desk, desk.path
        from dspdesk.ui import lock
        from dspdesk.ui.session_bus import SessionBus

        self._watch, self._bus = watch, bus = lock.Watch(lambda: lock.limits_of(desk)), SessionBus()
        watch.due.connect(self.lock)
        watch.warned.connect(self._warn)
        bus.left.connect(lambda: watch.ask(lock.Cause.SYSTEM))
        watch.begin()

    def _warn(self, left: int | None) -> None:
        from dspdesk.ui import lock
        from dspdesk.ui.main_window import MainWindow

        if isinstance(self.window, MainWindow):
            self.window.status.show_near(lock.warning(left))

    def _why_locked(self) -> str:
        """What the sign-in says of the lock that it comes after, if any."""
        cause, _space, numbers = self._said.partition(" ")
        if not numbers:
            return ""
        from dspdesk.ui import lock

        return lock.explanation(cause, lock.Limits(*map(int, numbers.split())))

    def _services(self) -> "Services":
        from dspdesk.ui import about, annul, keys, preview, recovery
        from dspdesk.ui.cards import registration
        from dspdesk.ui.security import account_forms
        from dspdesk.ui.services import Services
        from dspdesk.ui.wizards import import_journal

        return Services(
            open_card=registration.show,
            preview=preview.show,
            import_sheet=import_journal.show,
            annul=annul.show,
            about=about.show,
            keys=keys.show,
            next_person=self.next_person,
            switch_language=lambda code: self._switch(code, self._again),
            recovery=recovery.show,
            own_password=account_forms.own_password,
        )

    def _again(self) -> None:
        """The same desk in another language."""
        if self._desk is not None:
            self.open_main(self._desk)

    def _switch(self, code: str, again: Callable[[], None]) -> None:
        self._speak(code)
        self._settings.setValue("language", code)
        again()

    def _speak(self, code: str) -> None:
        """Turn the windows to a language, and Qt's own buttons soon after."""
        use_language(Language(code) if code in set(Language) else Language.RU)
        QTimer.singleShot(0, self._speak_qt)

    def _speak_qt(self) -> None:
        from PySide6.QtCore import QLibraryInfo

        if self._translator is not None:
            QApplication.removeTranslator(self._translator)
        self._translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{current_language().value}", folder):
            QApplication.installTranslator(self._translator)

    def _show(self, window: QWidget) -> None:
        """Show a window in the place of the one before."""
        before, self.window = self.window, window
        if before is not None:
            window.setGeometry(before.geometry()) if type(before) is type(window) else None
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def _last_store(self) -> Path | None:
        kept = str(self._settings.value("store", ""))
        if (
            kept and Path(f"{kept}.replacing").exists()
        ):  # a restore was broken off: the store may have no name yet
            from dspdesk.store import replacing

            try:
                replacing.settle(Path(kept))
            except Told:
                return Path(kept)  # the sign-in comes upon the same and says why
        return Path(kept) if kept and Path(kept).exists() else None


def _warm() -> None:
    """Load what comes after the sign-in while the password is being typed."""
    from importlib import import_module

    from dspdesk.ui import work

    work.run(lambda: [import_module(name) for name in _WARM], lambda _loaded: None)
