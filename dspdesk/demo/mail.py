"""The mail of a sample store: covers in every state, from the duty officer's shelf to the number in the journal."""

import datetime as dt
import random

from dspdesk.desk import Desk
from dspdesk.law.carrier_check import CarrierFound
from dspdesk.law.kinds import Carrier, JournalKind
from dspdesk.law.mail import DeliveryWay
from dspdesk.procedures import carrier_check, entrustment, mail_intake, registration
from dspdesk.procedures.mail_intake import (
    CheckPackage,
    DocumentFound,
    LogDelivery,
    Misdirected,
    PackageLogged,
    SendBack,
)
from dspdesk.queries.entrustment import mail_entrusted
from dspdesk.queries.mail_register import to_register
from dspdesk.queries.people import people

_SENDERS = (
    "Министерство финансов РК", "Акимат г. Астаны", "Генеральная прокуратура РК", "Высшая аудиторская палата",
    "ҚР Әділет министрлігі", "Комитет государственных доходов",
)  # fmt: skip
_MATTERS = (
    ("Письмо", "о результатах внутреннего аудита"), ("Запрос", "о порядке доступа в серверное помещение"),
    ("Справка", "о проверке режима хранения"),
)  # fmt: skip


def fill(desk: Desk, chance: random.Random) -> None:
    """Three deliveries of today: a courier's, a cover marked «Лично», what the duty officer still holds."""
    worker = mail_entrusted(desk)
    if not worker.entrusted:
        begin = dt.date(desk.today().year, 1, 1)
        basis = f"должностная инструкция от {begin:%d.%m.%Y} № 7"
        command = entrustment.Entrust(employee_id=worker.employee_id, valid_from=begin, basis=basis)
        entrustment.entrust(desk, command)
    others = [row.id for row in people(desk) if row.in_service(desk.today()) and row.id != worker.employee_id]
    delivery = _courier(desk, chance)
    _personal(desk, others[0] if others else worker.employee_id)
    _duty_officer(desk, others[-1] if others else worker.employee_id)
    for _number in range(2):
        _register(desk, delivery)


def _courier(desk: Desk, chance: random.Random) -> int:
    """Six covers: two to register, one short of an enclosure, a carrier, a misdirected one, one still to check."""
    covers = [
        PackageLogged(
            sender=sender,
            cover_numbers=f"{chance.randint(1, 12):02}-{chance.randint(1, 9)}/{chance.randint(100, 999)}дсп",
            carrier=Carrier.ELECTRONIC if at == 4 else Carrier.PAPER,
        )
        for at, sender in enumerate(_SENDERS)
    ]
    done = _log(
        desk, "demo:mail:courier", covers, bearer="Ли В.С.", list_number=str(chance.randint(100, 200))
    )
    for at, key in enumerate(done.package_ids[:5]):
        _check(desk, key, covers[at].cover_numbers, at)
    found = CarrierFound(
        means="антивирус, база от сегодняшнего дня", checked_on=desk.today(),
        checked_by_id=mail_entrusted(desk).employee_id, clean=True,
    )  # fmt: skip
    carrier_check.record(desk, carrier_check.CheckCarrier(found=found, package_id=done.package_ids[4]))
    wrong = done.package_ids[3]
    mail_intake.misdirected(
        desk, Misdirected(package_id=wrong, on=desk.today(), notes="для палаты в другой области")
    )
    mail_intake.send_back(desk, SendBack(package_id=wrong, on=desk.today(), letter_number=""))
    return done.id


def _check(desk: Desk, package_id: int, number: str, at: int) -> None:
    kind, summary = _MATTERS[at % len(_MATTERS)]
    sheets, lacks = at + 2, at == 2
    document = DocumentFound(
        kind=kind, summary=summary, their_number=number, their_date=desk.today() - dt.timedelta(days=2),
        stated_sheets=sheets, counted_sheets=sheets, stated_enclosure_sheets=11,
        counted_enclosure_sheets=9 if lacks else 11, stated_copies=1, counted_copies=1,
        stated_enclosures="приложение 1 на 9 л., приложение 2 на 2 л.", missing="приложение 2" if lacks else "",
    )  # fmt: skip
    command = CheckPackage(
        package_id=package_id, checked_at=desk.now(), sealed=True, intact=True, documents=(document,)
    )
    mail_intake.check(desk, command)


def _personal(desk: Desk, addressee_id: int) -> None:
    cover = PackageLogged(
        sender=_SENDERS[1], cover_numbers="12-3/45дсп", personal=True, addressee_id=addressee_id
    )
    _log(desk, "demo:mail:personal", [cover], bearer="Ли В.С.")


def _duty_officer(desk: Desk, officer_id: int) -> None:
    covers = [
        PackageLogged(sender=_SENDERS[0], cover_numbers="05-12/901дсп"),
        PackageLogged(sender=_SENDERS[2]),
    ]
    _log(
        desk,
        "demo:mail:duty",
        covers,
        bearer="курьер отправителя",
        out_of_hours=True,
        duty_officer_id=officer_id,
    )


def _log(desk: Desk, form_id: str, covers: list[PackageLogged], **more: object) -> mail_intake.Logged:
    known = {
        "form_id": form_id,
        "way": DeliveryWay.STATE_COURIER,
        "received_at": desk.now(),
        "packages": tuple(covers),
    }
    return mail_intake.log_delivery(desk, LogDelivery(**(known | more)))  # type: ignore[arg-type]


def _register(desk: Desk, delivery_id: int) -> None:
    """The next document of a delivery is registered as its check found it."""
    given = to_register(desk, delivery_id, JournalKind.INCOMING)
    if given is None:
        return
    registration.register(
        desk,
        registration.Register(
            journal=JournalKind.INCOMING,
            year=desk.today().year,
            entry=given.entry,
            form_id=f"demo-mail-{given.enclosed_id}",
            enclosed_id=given.enclosed_id,
        ),
    )
