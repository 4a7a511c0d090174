"""SIGKILL in mid-entry: what was typed before the last two seconds of silence is there when the card is opened."""

import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dspdesk.law.kinds import JournalKind
from dspdesk.ui import theme
from dspdesk.ui.cards.registration import RegistrationCard
from tests import factories, hands
from tests.faults import clerk
from tests.faults.killing import process


@pytest.mark.slow
def test_a_killed_entry_comes_back(made_stores: Path, tmp_path: Path, qapp: QApplication) -> None:
    theme.apply(qapp)
    folder = tmp_path / "store"
    shutil.copytree(made_stores / "small", folder)
    with process(clerk.types, folder) as (running, heard):
        assert heard.recv() == "begun"
        began = time.monotonic()
        assert heard.recv() == "kept"
        assert time.monotonic() - began > 2
        running.kill()
        running.join()
    desk = factories.opened(folder)
    assert desk.verify() == []
    for key in (None, 60):
        card = RegistrationCard(desk, JournalKind.INCOMING, factories.TODAY.year, key)
        with hands.shown(card):
            assert card.form.value("summary") == "о музеях и замках"
            assert card._frame.draft.isVisible()
            assert card.form.value("notes") == ""
    desk.close()
