"""The looks of the screens as text, in both languages; a missing look fails."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.kinds import JournalKind
from dspdesk.queries.item import ItemDetails, item
from dspdesk.ui.about import About
from dspdesk.ui.annul import AnnulDialog
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.first_run import FirstRun
from dspdesk.ui.importing import ImportDialog
from dspdesk.ui.keys import KeySheet
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.new_store import NewStoreDialog
from dspdesk.ui.reopening import ReopeningDialog
from dspdesk.ui.sign_in import SignIn
from tests import hands
from tests.ui.conftest import settled
from tests.ui.looks import dump

LOOKS = Path(__file__).parents[1] / "looks"


def compared(screen: QWidget, name: str, language: Language, *, rewrite: bool) -> None:
    stored, seen = LOOKS / f"screen_{name}.{language}.txt", dump(screen)
    if rewrite:
        stored.write_text(seen, encoding="utf-8")
    assert stored.exists(), "no look is stored: pytest --rewrite-looks"
    assert seen == stored.read_text(encoding="utf-8")


@pytest.fixture(params=list(Language), ids=str)
def language(request: pytest.FixtureRequest) -> Language:
    use_language(request.param)
    return request.param


@pytest.mark.parametrize("place", ["today", "incoming", "publications"])
def test_places(
    place: str, language: Language, desk, window_over: Callable[[Desk], MainWindow], rewrite_looks
):
    window = window_over(desk)
    window.go_to(place)
    settled(window)
    hands.pause(150)  # the details follow the row after a moment's rest
    settled(window)
    hands.pause(50)
    compared(window, place, language, rewrite=rewrite_looks)


def _entry(desk: Desk) -> ItemDetails:
    found = item(desk, 60)
    assert found is not None
    return found


DIALOGS: dict[str, Callable[[Desk], QWidget]] = {
    "card": lambda desk: RegistrationCard(desk, JournalKind.INCOMING, 2026),
    "card_outgoing": lambda desk: RegistrationCard(desk, JournalKind.OUTGOING, 2026),
    "card_publication": lambda desk: RegistrationCard(desk, JournalKind.PUBLICATIONS, 2026),
    "card_entry": lambda desk: RegistrationCard(desk, JournalKind.INCOMING, 2026, 60),
    "annul": lambda desk: AnnulDialog(desk, _entry(desk)),
    "import": lambda desk: ImportDialog(desk, JournalKind.INCOMING, 2026),
    "about": About,
    "keys": lambda _desk: KeySheet(),
    "first_run": lambda _desk: FirstRun(),
    "new_store": lambda _desk: NewStoreDialog(),
    "sign_in": lambda desk: SignIn(desk.path),
    "reopening": lambda desk: ReopeningDialog(desk.path),
}


@pytest.mark.parametrize("name", list(DIALOGS))
def test_dialogs(name: str, language: Language, desk, dressed, rewrite_looks):
    with hands.shown(DIALOGS[name](desk)) as dialog:
        hands.pause(150)
        compared(dialog, name, language, rewrite=rewrite_looks)


def test_a_changed_screen_is_seen(dressed, desk, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.ui.test_looks.LOOKS", tmp_path)
    with hands.shown(FirstRun()) as screen:
        compared(screen, "first_run", Language.RU, rewrite=True)
        (tmp_path / "screen_first_run.ru.txt").write_text("nothing")
        with pytest.raises(AssertionError):
            compared(screen, "first_run", Language.RU, rewrite=False)
