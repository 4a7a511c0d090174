"""The looks of the windows of mail as text, in both languages."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from dspdesk.desk import Desk
from dspdesk.law.kinds import Carrier, JournalKind
from dspdesk.procedures import mail_intake
from dspdesk.procedures.mail_intake import Misdirected
from dspdesk.queries import mail as queries
from dspdesk.queries.mail_register import to_register
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.mail.carrier_dialog import CarrierDialog
from dspdesk.ui.mail.check_dialog import CheckDialog
from dspdesk.ui.mail.delivery_dialog import DeliveryDialog
from dspdesk.ui.mail.personal_dialog import PersonalDialog
from dspdesk.ui.mail.small_forms import (
    CorrectPackageForm,
    DiscardCoverForm,
    HandOverForm,
    KeepCoverForm,
    MisdirectedForm,
    SendBackForm,
)
from dspdesk.ui.office.entrusting import EndEntrustmentDialog, EntrustDialog
from tests import hands
from tests.factories import TODAY, checked_package, delivery, document, employee
from tests.ui.conftest import settled
from tests.ui.test_looks import compared, language

__all__ = ["language"]
COVERS = [
    {"sender": "Министерство финансов РК", "numbers": "05-12/884дсп"},
    {"sender": "Акимат г. Астаны", "numbers": "12-3/45дсп", "personal": True},
    {"sender": "ҚР Әділет министрлігі", "numbers": "7дсп", "electronic": True},
]


def filled(desk: Desk) -> None:
    """Covers in every state: 1 short of an enclosure, 2 to check, 3 «Лично», 4 a carrier, 5 misdirected, 6 on duty."""
    osp, duty = employee(desk, "Оспанова Г.Т."), employee(desk, "Ким А.Б.")
    short, _check = delivery(desk, "Министерство финансов РК", "Акимат г. Астаны").package_ids
    missing = document(
        counted_enclosure_sheets=9, stated_enclosures="приложения 1 и 2", missing="приложение 2"
    )
    checked_package(desk, missing, package_id=short, sealed=False)
    delivery(desk, "Акимат г. Астаны", package={"personal": True, "addressee_id": osp})
    carrier = delivery(desk, "ҚР Әділет министрлігі", package={"carrier": Carrier.ELECTRONIC}).package_ids[0]
    checked_package(desk, package_id=carrier, sealed=None, intact=None)
    wrong = checked_package(desk)
    mail_intake.misdirected(desk, Misdirected(package_id=wrong, on=TODAY, notes="для акимата г. Алматы"))
    delivery(desk, "Генеральная прокуратура РК", out_of_hours=True, duty_officer_id=duty)


def _delivery(desk: Desk) -> QWidget:
    dialog = DeliveryDialog(desk, None)
    dialog.envelopes.show_kept(COVERS)
    dialog.out_of_hours.setChecked(True)
    return dialog


def _card(desk: Desk) -> QWidget:
    kind = JournalKind.INCOMING
    return RegistrationCard(desk, kind, TODAY.year, source=lambda: to_register(desk, 1, kind))


def _line(desk: Desk):
    from dspdesk.queries.entrustment import entrustments

    return entrustments(desk, 1)[0]


DIALOGS: dict[str, Callable[[Desk], QWidget]] = {
    "mail_delivery": _delivery,
    "mail_check": lambda desk: CheckDialog(desk, None, 1),
    "mail_check_personal": lambda desk: CheckDialog(desk, None, 3),
    "mail_personal": lambda desk: PersonalDialog(desk, None, queries.package(desk, 3)),
    "mail_carrier": lambda desk: CarrierDialog(desk, None, package_id=4),
    "mail_hand_over": lambda desk: HandOverForm(desk, None),
    "mail_misdirected": lambda desk: MisdirectedForm(desk, None, queries.package(desk, 2)),
    "mail_send_back": lambda desk: SendBackForm(desk, None, queries.package(desk, 5)),
    "mail_cover_kept": lambda desk: KeepCoverForm(desk, None, queries.package(desk, 1)),
    "mail_cover_destroyed": lambda desk: DiscardCoverForm(desk, None, queries.package(desk, 1)),
    "mail_correct": lambda desk: CorrectPackageForm(desk, None, queries.package(desk, 2)),
    "mail_card": _card,
    "entrusting": lambda desk: EntrustDialog(desk, None, 2, "Оспанова Г.Т."),
    "entrustment_ended": lambda desk: EndEntrustmentDialog(desk, None, _line(desk), "Жүнісова Ә.Қ."),
}


@pytest.mark.parametrize("name", list(DIALOGS))
def test_mail_dialogs(name: str, language, empty_desk, dressed, rewrite_looks):
    filled(empty_desk)
    with hands.shown(DIALOGS[name](empty_desk)) as dialog:
        hands.pause(150)
        compared(dialog, name, language, rewrite=rewrite_looks)


def test_somebody_not_entrusted_is_told_before_typing(language, empty_desk, dressed, rewrite_looks):
    with hands.shown(DeliveryDialog(empty_desk, None)) as dialog:
        hands.pause(150)
        compared(dialog, "mail_not_entrusted", language, rewrite=rewrite_looks)


@pytest.mark.parametrize("name", ["mail_empty", "mail"])
def test_the_place_of_mail(name: str, language, empty_desk, window_over, rewrite_looks):
    if name == "mail":
        filled(empty_desk)
    window = window_over(empty_desk)
    place = window.go_to("mail")
    settled(window)
    if name == "mail":
        place.show_row(1)
    settled(window)
    hands.pause(150)
    compared(window, name, language, rewrite=rewrite_looks)
