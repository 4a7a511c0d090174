"""A sealed delivery of two covers; in the first an enclosure lacks a sheet: the act, its copies, the journal."""

from pathlib import Path

import pytest

from dspdesk.language.catalogue import _
from dspdesk.law.act import ActStage
from dspdesk.law.mail import PackageState
from dspdesk.queries import acts, mail
from dspdesk.ui.acts.wizard import ActWizard
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.journals.printing_on import JournalPrinting
from dspdesk.ui.mail.check_dialog import CheckDialog
from dspdesk.ui.mail.delivery_dialog import DeliveryDialog
from dspdesk.ui.signatures.forms import SignForm
from tests import hands
from tests.hands import press, type_text
from tests.reports.reading import flat
from tests.ui.journeys.walk import Walk, typed

SENDER, THEIRS = "Министерство финансов РК", "05-12/884дсп"


def logged(one: Walk) -> None:
    """The delivery of two covers."""
    one.go("mail")
    press("Ins")
    dialog = one.dialog(DeliveryDialog)
    typed("", "Сериков Б.А.", "214")  # the way stands there, then whoever brought it, and the list
    typed(SENDER, THEIRS, "Акимат г. Астаны")
    type_text("12-3/45дсп")
    assert len(dialog.envelopes.value()) == 2
    assert (dialog.bearer.value(), dialog.list_number.value()) == ("Сериков Б.А.", "214")
    one.picture("delivery")
    press("Ctrl+S")
    one.back()
    one.picture("mail")
    assert [row.state for row in mail.packages(one.desk)] == [PackageState.TO_CHECK] * 2


def checked(one: Walk) -> None:
    """The first cover: a sheet of its enclosure is not there, and the act is asked for at once."""
    press("Enter")
    check = one.dialog(CheckDialog)
    typed("Письмо", THEIRS, f"{one.desk.today():%d.%m.%Y}", "о результатах внутреннего аудита")
    typed("4", "11", "2", "4", "10", "2", "приложение на 11 л.")
    assert flat(check.difference.text()) == "листов приложений: указано 11, в наличии 10"
    assert check.act.isVisible()
    one.picture("check")
    press("F4")


def drawn_up(one: Walk) -> None:
    """The wizard knows what the check showed; a second person signs, the executor is named."""
    wizard = one.dialog(ActWizard)
    (line,) = wizard.pages[0].lines.value()
    assert (line.stated, line.found) == ("11", "10")
    one.picture("act-found")
    press("Alt+Right")
    typed("Ким А.В.")
    one.tab_to(wizard.pages[1].executor)
    typed("Сейтқали Г.М.")
    one.picture("act-present")
    press("Alt+Right")
    assert wizard.step_title.text() == "Печать"
    press("Alt+Right")


def on_paper(pages: list[str]) -> None:
    """Three copies, each with its addressee, all with the words and both names."""
    assert len(pages) == len(ADDRESSEES)
    for number, (page, addressee) in enumerate(zip(pages, ADDRESSEES, strict=True), 1):
        assert page.startswith(f"Экз. № {number}: {addressee} Комитет по проверке Акт № 1"), page
        assert "количество листов приложений 11 10" in page
        assert (
            "делопроизводитель (личная подпись) Жүнісова Ә.Қ. главный специалист (личная подпись) Ким А.В."
            in page
        )


ADDRESSEES = (
    f"отправителю {SENDER}",
    "документационной службе",
    "исполнителю документа Сейтқали Г.М.",
)


def signed(one: Walk) -> None:
    """The printed act waits among the papers to be signed, and is signed there by both."""
    place = one.go("signatures")
    assert place.current().subject == "act:1"
    press("Ins")
    one.dialog(SignForm)
    press("Ctrl+S")
    one.back()
    assert place.model.total == 0
    assert acts.act(one.desk, 1).life.stage is ActStage.SIGNED


def given(one: Walk) -> None:
    """The copies go: to the sender by a register, to the executor against a signature."""
    one.go("acts")
    press("Enter")
    wizard = one.dialog(ActWizard)
    assert wizard.copies.chosen() == 1
    one.tab_to(wizard.copies.receipt)
    typed("реестр № 12")
    press("Alt+Right")
    assert wizard.copies.chosen() == 3
    assert wizard.copies.person.name() == "Сейтқали Г.М."  # as the act has it
    one.tab_to(wizard.copies.receipt)
    typed("расписка")
    press("Alt+Right")
    assert acts.act(one.desk, 1).life.stage is ActStage.EXECUTED
    one.picture("executed")
    press("Esc")
    one.back()


def registered(one: Walk) -> None:
    """The document gets its number from the cover; its entry names the act."""
    place = one.go("mail")
    assert place.current().state is PackageState.TO_REGISTER
    press("Enter")
    card = one.dialog(RegistrationCard)
    assert "Заполнено по проверенному конверту" in " ".join(one.words())
    press("Ctrl+S")
    hands.wait_until(lambda: card._item is not None, "the number")
    one.picture("card-saved")
    press("Esc")
    one.back()
    assert [row.state for row in mail.packages(one.desk)] == [PackageState.DONE, PackageState.TO_CHECK]
    one.go("incoming")
    assert one.sees(f"Акт об отсутствии вложений № 1 от {one.desk.today():%d.%m.%Y}, исполнен")
    one.picture("journal")


def in_the_printed_journal(one: Walk, planned: hands.Answers, path: Path) -> None:
    """Column 14 of the journal names the act."""
    press("Ctrl+P")
    form = one.dialog(JournalPrinting)
    hands.wait_until(form.loaded, "what has been printed")
    press("Ctrl+S")
    (page,) = one.saved(path, planned)
    one.back()
    assert page.partition("2 экз. № 1, 2 ")[2].startswith(
        f"Акт № 1 от {one.desk.today():%d.%m.%Y} об отсутствии"
    )


@pytest.mark.journey
def test_a_missing_sheet_comes_to_its_act_and_into_the_journal(walk, planned, tmp_path):
    with walk() as one:
        logged(one)
        checked(one)
        drawn_up(one)
        on_paper(one.saved(tmp_path / "act.pdf", planned))
        wizard = one.dialog(ActWizard)
        assert wizard.step_title.text() == "Подписи"  # it knows by itself that it was printed
        press("Esc")
        one.back()
        one.under_details(_("Open the act…"))  # the cover leads to its act
        one.dialog(ActWizard)
        press("Esc")
        one.back()
        signed(one)
        given(one)
        registered(one)
        in_the_printed_journal(one, planned, tmp_path / "journal.pdf")
        assert one.desk.verify() == []
