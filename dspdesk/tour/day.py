"""A working day: from the first run over the morning's mail to the printed journal."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMessageLogContext, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dspdesk import desk as desks
from dspdesk.app import Program
from dspdesk.demo import SAMPLE_LOGIN, SAMPLE_PASSWORD, Demo, build
from dspdesk.language.catalogue import Language, use_language
from dspdesk.language.resources import resources
from dspdesk.reports.papers import PAPERS
from dspdesk.tour.fingers import back_to, fill, pause, press, type_text, wait_until
from dspdesk.ui import ask, theme, work

_SIZE = (1500, 860)
_STORE_SECONDS = 60.0
_JOURNALS = ("today", "incoming", "outgoing", "internal", "publications")
_SHEET_YEAR = 2019  # of the sample sheets: no journal of the sample store

#: What is typed into the card, by language: sender, number, date, kind, matter, sheets, enclosures, copies.
_LETTER = {
    Language.RU: (
        "Министерство финансов РК",
        "05-12/884дсп",
        "17.11",
        "Письмо",
        "о результатах внутреннего аудита",
    ),
    Language.KK: ("Қаржы министрлігі", "05-12/884қбпү", "17.11", "Хат", "ішкі аудит нәтижелері туралы"),
}
_SECRET = {Language.RU: "с грифом «Секретно»", Language.KK: "«Құпия» белгісі бар"}


class Day:
    """One day in one language; pictures are numbered in the order in which they were taken."""

    def __init__(self, out: Path, folder: Path, language: Language) -> None:
        self._out, self._folder, self._language = out, folder, language
        self._taken = 0
        out.mkdir(parents=True, exist_ok=True)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
        application = QApplication.instance() or QApplication(["dspdesk"])
        assert isinstance(application, QApplication)
        self._application = application
        qInstallMessageHandler(_without_the_screen)
        theme.apply(self._application)
        use_language(language)
        QSettings().setValue("language", language.value)
        self._door = _Door(resources() / "samples" / f"journal.{language.value}.xlsx")

    def live(self) -> int:
        """Live through the day; returns how many pictures and papers were left."""
        before = ask.use(self._door)
        try:
            self._first_run()
            self._office()
            self._papers()
        finally:
            ask.use(before)
        return self._taken

    # --- the parts of the day ---

    def _first_run(self) -> None:
        program = Program(None, lambda _store: None)
        program.start()
        self._picture(self._window(program), "first-run")
        program._create()  # noqa: SLF001 - the same as the first of the three choices
        dialog = self._dialog()
        self._picture(dialog, "new-store")
        dialog.reject()
        self._closed(program)

    def _office(self) -> None:
        demo = Demo(self._folder / "office.dspdesk", key_file=self._folder / "carrier.key")
        build(demo, lambda _done, _total: None)
        program = Program(demo.path, lambda _store: None)
        program.start()
        self._sign_in(program, self._folder / "carrier.key")
        desk = desks.open_desk(demo.path, SAMPLE_LOGIN, SAMPLE_PASSWORD, demo.key_file)
        program.open_main(desk)
        window = self._window(program)
        self._picture(window, "today")
        self._journals(window)
        self._card(window)
        self._around(window)
        self._registers(window)
        self._dark(window)
        self._closed(program)
        desk.close()

    def _sign_in(self, program: Program, key_file: Path) -> None:
        window: Any = self._window(program)
        self._picture(window, "sign-in")
        fill("неверный пароль")
        window.key_file.line.setFocus()
        type_text(str(key_file))
        press("Enter")
        wait_until(work.idle, "the answer", _STORE_SECONDS)
        pause(100)
        self._picture(window, "sign-in-refused")

    def _journals(self, window: Any) -> None:
        for place in _JOURNALS[1:]:
            window.go_to(place)
            self._settled(window)
            self._picture(window, place)
        window.go_to("incoming")
        self._settled(window)
        press("F6", "Right", "Right", "Ctrl+F")
        type_text("мин" if self._language is Language.RU else "прок")
        self._settled(window)
        pause(400)
        self._picture(window, "incoming-filtered")
        press("Ctrl+Shift+F", "Ctrl+K")
        type_text("бюджет")
        pause(400)
        self._settled(window)
        self._picture(window, "search")
        press("Esc")

    def _card(self, window: Any) -> None:
        back_to(window)
        press("Ins")
        card = self._dialog()
        self._picture(card, "card-empty")
        fill(*_LETTER[self._language][:4])
        type_text(_SECRET[self._language])
        pause(700)
        self._picture(card, "card-warning")
        press("Ctrl+A")
        fill(_LETTER[self._language][4], "4", "11", "1-3")
        pause(700)
        self._picture(card, "card-filled")
        press("Ctrl+S")
        wait_until(work.idle, "the number")
        pause(300)
        self._picture(card if card.isVisible() else window, "card-saved")
        if card.isVisible():
            card.close()
        back_to(window)
        self._settled(window)
        window.place().take_focus()
        press("Home", "Down", "Down", "Enter")
        card = self._dialog()
        self._picture(card, "card-of-an-entry")
        card.close()

    def _around(self, window: Any) -> None:
        back_to(window)
        services = window._services  # noqa: SLF001 - the tour opens what the buttons of the details open
        journal = window.place()
        first = journal.grid.entries.ids[0]
        services.annul(window, window._desk, first, lambda: None)  # noqa: SLF001
        self._shot_of_dialog("annul")
        services.import_sheet(window, window._desk, journal.kind, _SHEET_YEAR, lambda: None)  # noqa: SLF001
        dialog = self._dialog()
        pause(300)
        self._picture(dialog, "import")
        dialog.choose_file()
        wait_until(lambda: self._door.opened and work.idle(), "the sheet", _STORE_SECONDS)
        pause(100)
        self._picture(dialog, "import-file")
        press("Alt+Right")
        self._picture(dialog, "import-columns")
        press("Alt+Right")
        pause(4000)
        self._picture(dialog, "import-found")
        dialog.close()
        back_to(window)
        press("Ctrl+P")
        pause(500)
        self._picture(self._dialog(), "printing")
        press("Ctrl+S")
        preview = self._dialog()
        pause(5000)
        self._picture(preview, "preview")
        preview.close()
        for name, opened in (("about", services.about), ("keys", services.keys)):
            opened(*((window, window._desk) if name == "about" else (window,)))  # noqa: SLF001
            self._shot_of_dialog(name)

    def _registers(self, window: Any) -> None:
        """The other places, each with what its primary action opens."""
        for place in (key for key in window.side.places() if key not in _JOURNALS):
            back_to(window)
            window.go_to(place)
            self._settled(window)
            self._picture(window, place)
            if window.place().primary_text():
                press("Ins")
                self._shot_of_dialog(f"{place}-new")
        back_to(window)
        window.go_to("incoming")
        self._settled(window)

    def _dark(self, window: Any) -> None:
        """The same by night; off screen no desktop tells the colour scheme."""
        theme.wear(self._application, dark=True)
        pause(200)
        self._picture(window, "incoming-dark")
        window.go_to("today")
        self._settled(window)
        self._picture(window, "today-dark")
        theme.wear(self._application, dark=False)
        pause(100)

    def _papers(self) -> None:
        for stem, paper in PAPERS.items():
            self._paper(stem, paper.draw_sample(self._language.value))
            if paper.blank is not None:
                self._paper(f"{stem}-blank", paper.blank(self._language.value))

    # --- looking ---

    def _paper(self, name: str, pdf: bytes) -> None:
        self._taken += 1
        (self._out / f"paper-{name}.pdf").write_bytes(pdf)

    def _picture(self, widget: QWidget, name: str) -> None:
        pause(60)
        self._taken += 1
        widget.grab().save(str(self._out / f"{self._taken:02}-{name}.png"))

    def _shot_of_dialog(self, name: str) -> None:
        dialog = self._dialog()
        pause(200)
        self._picture(dialog, name)
        dialog.close()
        pause(50)

    def _window(self, program: Program) -> QWidget:
        window = program.window
        assert window is not None
        if hasattr(window, "place"):
            window.resize(*_SIZE)
        back_to(window)
        self._settled(window)
        return window

    def _dialog(self) -> Any:
        def found() -> QDialog | None:
            window = QApplication.activeModalWidget() or QApplication.activeWindow()
            return window if isinstance(window, QDialog) else None

        wait_until(found, "the dialog")
        opened = found()
        wait_until(getattr(opened, "loaded", lambda: True), "what the dialog shows")
        pause(150)
        return found()

    def _settled(self, window: Any) -> None:
        loaded: Callable[[], bool] = (
            getattr(window.place(), "loaded", lambda: True) if hasattr(window, "place") else lambda: True
        )
        wait_until(lambda: work.idle() and loaded(), "the rows")
        pause(30)

    def _closed(self, program: Program) -> None:
        if program.window is not None:
            wait_until(work.idle, "work in threads")
            program.window.close()
            program.window.deleteLater()
            pause(50)


def _without_the_screen(_kind: QtMsgType, _where: QMessageLogContext, said: str) -> None:
    """Pass on what Qt says, but for what its windowing without a screen cannot do."""
    if "This plugin does not support" not in said:
        print(said, file=sys.stderr)


class _Door(ask.Door):
    """Answers the questions of the day: a sheet to bring in, yes to what is asked, no printer."""

    def __init__(self, sheet: Path) -> None:
        self._sheet = sheet
        self.opened = False

    def open_path(self, parent: Any, title: str, filter_: str, on_path: Callable[[Path], None]) -> None:
        self.opened = True
        on_path(self._sheet)

    def confirm(self, parent: Any, title: str, text: str, yes_text: str, on_yes: Callable[[], None]) -> None:
        on_yes()

    def tell(self, parent: Any, title: str, text: str) -> None:
        """Nothing to answer."""
