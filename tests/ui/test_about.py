"""The About page, the sheet of keys, and annulling."""

import pytest
from PySide6.QtGui import QKeySequence

from dspdesk import __version__
from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.edition import EDITIONS
from dspdesk.law.kinds import ItemState
from dspdesk.queries.item import item
from dspdesk.ui import keys
from dspdesk.ui.about import About
from dspdesk.ui.annul import AnnulDialog
from dspdesk.ui.widgets.basics import PlainLabel
from tests import factories, hands
from tests.hands import press, type_text

pytestmark = pytest.mark.usefixtures("dressed")


def words(window) -> str:
    return "\n".join(label.text() for label in window.findChildren(PlainLabel))


@pytest.mark.parametrize("language", Language)
def test_the_editions_and_what_is_not_known_are_named(desk, language):
    use_language(language)
    with hands.shown(About(desk)) as window:
        said = words(window)
        for edition in EDITIONS.values():
            assert edition.title[language] in said
        assert "429" in said
        assert "2022" in said
        assert "Open Font License" in said
        assert __version__ in said
        press("Esc")
        assert not window.isVisible()


def test_about_needs_no_desk():
    with hands.shown(About()) as window:
        assert "Liberation Serif, Noto Sans" in words(window)


def test_the_sheet_shows_every_key():
    with hands.shown(keys.KeySheet()) as window:
        said = words(window)
        for _title, listed in keys.SHEET:
            for key in listed:
                assert key.shown in said


def test_no_key_means_two_things_in_one_place():
    for _title, listed in keys.SHEET:
        pressed = [key.keys for key in listed]
        assert len(pressed) == len(set(pressed))


@pytest.mark.parametrize(
    "key", [key for _title, listed in keys.SHEET for key in listed], ids=lambda key: key.keys
)
def test_every_key_can_be_pressed(key):
    assert all(not sequence.isEmpty() and sequence != QKeySequence() for sequence in key.sequences())


# --- annulling ---


@pytest.fixture
def annulling(desk):
    entered = factories.registered(desk)
    with hands.shown(AnnulDialog(desk, item(desk, entered.id))) as dialog, hands.keyboard_only():
        yield dialog


def state(dialog: AnnulDialog) -> ItemState:
    return item(dialog._desk, dialog._item.id).state


def test_a_number_is_annulled_with_its_reason(annulling):
    type_text("зарегистрирован дважды")
    press("Enter")
    assert state(annulling) is ItemState.ANNULLED
    assert item(annulling._desk, annulling._item.id).annulled_reason == "зарегистрирован дважды"


def test_without_a_reason_nothing_is_annulled(annulling):
    press("Enter")
    assert annulling._reason_box.error.text()
    assert annulling.isVisible()
    press("Esc")
    assert state(annulling) is ItemState.REGISTERED


def test_what_the_law_forbids_is_shown_with_its_place(annulling):
    annulling.reason.setText("раз")
    annulling.annul()
    annulling.show()
    annulling.annul()
    (finding,) = annulling.findings.findings()
    assert finding.code == "annulled_already"
