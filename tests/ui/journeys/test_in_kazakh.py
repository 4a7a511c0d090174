"""The walk of the missing sheet in Kazakh: whatever can be seen is Kazakh, and nothing is left in Russian."""

import re
from functools import cache
from pathlib import Path

import pytest

from dspdesk.language.catalogue import Language, _
from dspdesk.law.act import ActStage
from dspdesk.law.mail import PackageState
from dspdesk.queries import acts, mail
from dspdesk.ui.acts.wizard import ActWizard
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.journals.printing_on import JournalPrinting
from dspdesk.ui.mail.check_dialog import CheckDialog
from dspdesk.ui.mail.delivery_dialog import DeliveryDialog
from dspdesk.ui.signatures.forms import SignForm
from tests import factories, hands
from tests.hands import press, type_text
from tests.test_catalogues import catalogue, forms
from tests.ui.journeys.conftest import PEOPLE
from tests.ui.journeys.walk import Walk, typed

SENDER, THEIRS = "Қаржы министрлігі", "05-12/884қбпү"
#: What has one name in all languages.
NAMES = {"dspdesk", "pdf", "ctrl", "alt", "ins", "esc", "enter", "shift", "русский"}
_KAZAKH = re.compile("[әіңғүұқөһ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> set[str]:
    """The words of a text."""
    return {word.casefold() for word in _WORD.findall(text)}


#: What stands in the records themselves: the body, its people, the login.
DATA = {"комитет", "по", "проверке", "делопроизводитель", factories.LOGIN} | words_of(
    " ".join(f"{name} {position}" for _ru, name, _position, position, _heads in PEOPLE)
)


@cache
def russian() -> frozenset[str]:
    """Words that the program has in Russian and never in Kazakh."""
    told = {
        language: {
            word
            for message in catalogue(language)
            if message.id
            for text in forms(message)
            for word in words_of(text)
        }
        for language in ("ru", "kk")
    }
    return frozenset(told["ru"] - told["kk"])


def all_kazakh(one: Walk) -> None:
    """Nothing that can be seen is Russian or English."""
    seen = one.words()
    assert any(_KAZAKH.search(text) for text in seen), seen
    left = {
        text
        for text in seen
        for word in words_of(text) - DATA - NAMES
        if word in russian() or (len(word) > 2 and word.isascii())
    }
    assert not {text for text in left if not CODE.fullmatch(text)}, left


CODE = re.compile(r".*\d+-[0-9A-F]{8}")  # of a printing, of the ledger


def logged_and_checked(one: Walk) -> None:
    """The cover is logged and checked: a sheet of its enclosure is not there."""
    all_kazakh(one)
    one.go("mail")
    all_kazakh(one)
    press("Ins")
    one.dialog(DeliveryDialog)
    typed("", "", "214", SENDER)
    type_text(THEIRS)
    all_kazakh(one)
    one.picture("delivery")
    press("Ctrl+S")
    one.back()
    all_kazakh(one)
    press("Enter")
    check = one.dialog(CheckDialog)
    typed("Хат", THEIRS, f"{one.desk.today():%d.%m.%Y}", "ішкі аудит нәтижелері туралы")
    typed("4", "11", "2", "4", "10", "2", "11 парақ қосымша")
    assert "11" in check.difference.text()
    all_kazakh(one)
    one.picture("check")
    press("F4")


def drawn_up(one: Walk) -> None:
    """The act, page by page."""
    wizard = one.dialog(ActWizard)
    all_kazakh(one)
    one.picture("found")
    press("Alt+Right")
    typed("Ким А.В.")
    one.tab_to(wizard.pages[1].executor)
    typed("Сейтқали Г.М.")
    all_kazakh(one)
    press("Alt+Right")
    all_kazakh(one)
    press("Alt+Right")
    one.drawn()
    all_kazakh(one)


def signed_and_given(one: Walk) -> None:
    """Signed by both, the copies gone."""
    place = one.go("signatures")
    all_kazakh(one)
    one.picture("waiting")
    press("Ins")
    one.dialog(SignForm)
    all_kazakh(one)
    press("Ctrl+S")
    one.back()
    assert place.model.total == 0
    all_kazakh(one)
    one.go("acts")
    all_kazakh(one)
    one.picture("acts")
    press("Enter")
    wizard = one.dialog(ActWizard)
    for words in ("№ 12 тізілім", "қолхат"):
        one.tab_to(wizard.copies.receipt)
        typed(words)
        all_kazakh(one)
        press("Alt+Right")
    all_kazakh(one)
    one.picture("executed")
    assert acts.act(one.desk, 1).life.stage is ActStage.EXECUTED
    press("Esc")
    one.back()


def registered(one: Walk) -> None:
    """The entry names the act."""
    place = one.go("mail")
    press("Enter")
    card = one.dialog(RegistrationCard)
    all_kazakh(one)
    press("Ctrl+S")
    hands.wait_until(lambda: card._item is not None, "the number")
    all_kazakh(one)
    one.picture("card")
    press("Esc")
    one.back()
    assert place.current().state is PackageState.DONE
    all_kazakh(one)
    one.go("incoming")
    all_kazakh(one)
    one.picture("journal")
    press("F9")
    all_kazakh(one)
    press("Esc")
    press("Ctrl+P")
    form = one.dialog(JournalPrinting)
    hands.wait_until(form.loaded, "what has been printed")
    all_kazakh(one)
    press("Esc")
    one.back()
    one.go("today")
    all_kazakh(one)
    one.picture("today")


@pytest.mark.journey
def test_a_missing_sheet_in_kazakh(walk, planned, tmp_path: Path):
    with walk(language=Language.KK) as one:
        logged_and_checked(one)
        drawn_up(one)
        pages = one.saved(tmp_path / "akt.pdf", planned)
        assert len(pages) == 3
        for number, page in enumerate(pages, 1):
            assert "қосымшалар парақтарының саны 11 10" in page, page
            assert f"№ {number} дана" in page or f"{number}-дана" in page, page
            assert not {word for word in words_of(page) - DATA if word in russian()}, page
        wizard = one.dialog(ActWizard)
        assert wizard.step_title.text() == _("Signatures")
        press("Esc")
        one.back()
        signed_and_given(one)
        registered(one)
        assert mail.packages(one.desk)[0].state is PackageState.DONE
        assert one.desk.verify() == []
