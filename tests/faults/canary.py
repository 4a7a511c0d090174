"""A day with one word in it, through the real windows, for `test_canary`; run as a program of its own.

`python -m tests.faults.canary FOLDER WORD PART`: the first part registers, finds, previews, prints, brings in, backs
up, makes a mistake and locks; the second finds its draft again and is killed.
"""

import os
import signal
import sys
from pathlib import Path

import dspdesk.ui  # noqa: F401 - before PySide6's windows
from dspdesk.app import Program
from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures import printing
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries.drafts import drafts
from dspdesk.queries.journals import journals
from dspdesk.queries.search import search
from dspdesk.ui import ask, preview, theme, work
from dspdesk.ui.cards.fields import ChoiceField, CopiesField, CountField, DateField
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.restricted_list.basis_field import BasisField
from tests import factories, hands


def killed(_store: Path | None) -> None:
    """In the place of the restart: nothing of this process is put away in good order."""
    os.kill(os.getpid(), signal.SIGKILL)


def fill(card: RegistrationCard, word: str) -> None:
    """Type the word into every field that takes words."""
    for field in card.form.fields.values():
        free = not isinstance(field, BasisField | ChoiceField | CopiesField | CountField | DateField)
        if free and field.isVisible():
            field.setFocus()
            hands.type_text(word)
    card.form.put_lists_away()


def register(card: RegistrationCard, word: str) -> None:
    """Save it, with the word for a reason where one is asked."""
    fill(card, word)
    hands.press("Ctrl+S")
    if card._item is None:
        card._frame.reason.line.setFocus()
        hands.type_text(word)
        hands.press("Ctrl+S")
    assert card._item is not None, card._frame.status.text()


def first_part(program: Program, desk: Desk, folder: Path, word: str) -> None:
    """Everything that is done in a day."""
    window = program.first()
    hands.back_to(window)
    for kind in JournalKind:
        card = RegistrationCard(desk, kind, factories.TODAY.year, None, window)
        card.open()
        hands.back_to(card)
        register(card, word)
        card.reject()
    hands.back_to(window)
    hands.press("Ctrl+K")
    hands.type_text(word)
    hands.pause(400)
    hands.wait_until(work.idle, "the search")
    assert len(search(desk, word)) == len(JournalKind)
    hands.press("Esc")
    for place in window.side.places():  # type: ignore[attr-defined]
        window.go_to(place)  # type: ignore[attr-defined]
        hands.wait_until(lambda: window.place().loaded() and work.idle(), "the place")  # type: ignore[attr-defined]
    _papers(window, desk)
    _sheet_and_backup(desk, folder)
    _mistake(program, word)
    card = RegistrationCard(desk, JournalKind.INCOMING, factories.TODAY.year, None, window)
    card.open()
    hands.back_to(card)
    fill(card, word)
    from PySide6.QtWidgets import QApplication

    QApplication.clipboard().setText(word)
    from dspdesk.ui.lock import Cause

    program.lock(Cause.ASKED)


def _papers(window: object, desk: Desk) -> None:
    journal = next(one for one in journals(desk) if one.kind is JournalKind.INCOMING)
    request = PaperRequest(paper="registration_journal", language="ru", journal_id=journal.id)
    preview.show(window, desk, request)  # type: ignore[arg-type]
    hands.pause(3000)  # drawn by a child process
    hands.press("Esc")
    assert printing.print_paper(desk, request).pdf.startswith(b"%PDF")


def _sheet_and_backup(desk: Desk, folder: Path) -> None:
    from dspdesk.language.sentences import Told
    from dspdesk.procedures.importing import ImportJournal
    from dspdesk.spreadsheets.importing import import_journal

    sheet = folder / "carrier" / "journal.xlsx"
    command = ImportJournal(path=sheet, journal=JournalKind.INCOMING, year=2025)
    try:
        import_journal(desk, command, lambda _done, _all: None)
    except Told as told:
        print("import:", told.code)
    desk.backup(folder / "carrier" / "copy.dspdesk")


def _mistake(program: Program, word: str) -> None:
    """An error of ours whose text holds the word."""
    with hands.answers() as planned:
        planned.plan("tell")
        try:
            raise RuntimeError(word)
        except RuntimeError as error:
            program.unexpected(type(error), error, error.__traceback__)


def second_part(program: Program, desk: Desk, _folder: Path, word: str) -> None:
    """The draft is there; typed over it and killed in mid-entry."""
    assert [word in draft.title for draft in drafts(desk)] == [True]
    card = RegistrationCard(desk, JournalKind.INCOMING, factories.TODAY.year, None, program.first())
    card.open()
    hands.back_to(card)
    assert card.form.value("summary") == word
    hands.type_text(word)
    os.kill(os.getpid(), signal.SIGSEGV)  # a crash, as of a driver: would it leave a core behind?


def main() -> None:
    """Do one part."""
    from PySide6.QtWidgets import QApplication

    folder, word, part = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    application = QApplication(sys.argv[:1])
    application.setOrganizationName("dspdesk")
    application.setApplicationName("dspdesk")
    theme.apply(application)
    store = folder / "store"
    desk = factories.opened(store)
    program = Program(desk.path, killed)
    sys.excepthook = program.unexpected
    ask.use(None)
    program.admit(desk) if hasattr(program, "admit") else program.open_main(desk)
    (first_part if part == "first" else second_part)(program, desk, folder, word)


if __name__ == "__main__":
    main()
