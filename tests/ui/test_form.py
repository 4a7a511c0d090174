"""The small card: Enter goes on, problems stand beside their field, a warning asks for its reason."""

import pytest

from dspdesk.law.findings import Finding, NeedsReason, Refused, Weight
from dspdesk.ui.cards.fields import DateField, TextField
from dspdesk.ui.cards.form import FormDialog
from tests import hands
from tests.hands import press, type_text


class Form(FormDialog):
    def __init__(self, desk, answers=()):
        super().__init__(desk, None, "Сотрудник")
        self.answers, self.reasons = list(answers), []
        self.name, self.day = TextField(), DateField(desk.today)
        self.add("name", "Имя", self.name)
        self.add("day", "День", self.day)
        self.add_note("Пояснение")

    def save(self, reason):
        self.reasons.append(reason)
        if self.answers and (error := self.answers.pop(0)):
            raise error
        return self.name.value()


@pytest.fixture
def form(dressed, desk):
    def shown(*answers):
        return hands.shown(Form(desk, answers))

    return shown


def test_enter_goes_on_and_the_form_gives_what_was_saved(form):
    with form() as dialog:
        saved = []
        dialog.saved.connect(saved.append)
        dialog.name.setFocus()
        type_text("Ахметов")
        press("Enter")
        assert hands.focused() is dialog.day
        press("Ctrl+S")
        assert saved == ["Ахметов"]


def test_what_cannot_be_read_is_said_beside_it(form):
    with form() as dialog:
        dialog.day.setFocus()
        type_text("45.13")
        press("Ctrl+S")
        assert dialog._boxes["day"].error.text()
        assert dialog.reasons == []
        assert hands.focused() is dialog.day


def test_what_cannot_be_read_holds_nothing_up_once_its_field_is_put_away(form):
    with form() as dialog:
        dialog.name.setText("Ахметов")
        dialog.day.setText("45.13")
        dialog._boxes["day"].hide()
        press("Ctrl+S")
        assert dialog.reasons == [""]


def test_a_refusal_of_a_field_stands_beside_it_and_others_below(form):
    field = Finding("OWN", Weight.REFUSE, "reason_needed", {}, "name")
    other = Finding("D14a", Weight.REFUSE, "number_taken", {"number": "12"})
    with form(Refused([field, other])) as dialog:
        press("Ctrl+S")
        assert dialog._boxes["name"].error.text()
        assert dialog.findings.findings() == (other,)
        assert dialog.isVisible()


def test_a_warning_asks_for_its_reason_and_passes_with_it(form):
    warning = Finding("D16", Weight.WARN, "number_taken", {"number": "12"})
    with form(NeedsReason([warning])) as dialog:
        press("Ctrl+S")
        assert dialog.reason.isVisible()
        type_text("так велел руководитель")
        press("Ctrl+S")
        assert dialog.reasons == ["", "так велел руководитель"]


def test_a_long_form_follows_the_keys_down(dressed, desk):
    """Enter goes on past what is in view, and so do fields that are made meanwhile."""

    class Long(Form):
        def __init__(self, desk):
            super().__init__(desk)
            self.fields = [TextField() for _place in range(40)]
            for place, field in enumerate(self.fields):
                self.add(f"line {place}", f"Строка {place}", field)

    with hands.shown(Long(desk)) as dialog:
        assert dialog.fields[-1].visibleRegion().isEmpty()
        dialog.fields[0].setFocus()
        for _field in dialog.fields[1:]:
            press("Enter")
        hands.pause()
        assert hands.focused() is dialog.fields[-1]
        assert not dialog.fields[-1].visibleRegion().isEmpty()
        dialog.name.setFocus()
        hands.pause()
        assert not dialog.name.visibleRegion().isEmpty()
