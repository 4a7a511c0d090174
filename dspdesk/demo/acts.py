"""Sample acts: covers that lacked something, each act at another place of its life."""

import datetime as dt
import random
import uuid
from dataclasses import replace
from typing import Any

from dspdesk.desk import Desk
from dspdesk.law.mail import DeliveryWay
from dspdesk.procedures import act, entrustment, mail_intake, printing, shortage_act
from dspdesk.procedures.mail_intake import CheckPackage, DocumentFound, LogDelivery, PackageLogged
from dspdesk.queries import people
from dspdesk.queries.entrustment import mail_entrusted

#: What each cover lacked: kind, number, fields that differ; and how far its act has come.
_COVERS: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("Министерство финансов РК", "05-12/{n}дсп", {"counted_enclosure_sheets": 9}, "executed"),
    ("Акимат г. Астаны", "1-08/{n}дсп", {"counted_copies": 1}, "executed"),
    ("Генеральная прокуратура РК", "17-2/{n}дсп", {"missing": "справка по форме 4"}, "signed"),
    ("Высшая аудиторская палата", "03-06/{n}дсп", {"counted_sheets": 3}, "printed"),
    ("Министерство юстиции РК", "9-1/{n}дсп", {"counted_enclosure_sheets": 10}, "withdrawn"),
    ("Комитет государственных доходов", "12-4/{n}дсп", {"missing": "таблица 2"}, "draft"),
)
_STAGES = ("draft", "printed", "signed", "executed")


def fill(desk: Desk, chance: random.Random) -> None:
    """Six acts of covers received today; nothing where there is no second worker to sign."""
    at_desk = people.at_desk(desk).employee_id
    others = [row.id for row in people.people(desk) if row.id != at_desk and row.in_service(desk.today())]
    if not others:
        return
    if not mail_entrusted(desk).entrusted:
        basis = "должностная инструкция"
        entrust = entrustment.Entrust(
            employee_id=at_desk, valid_from=dt.date(desk.today().year, 1, 1), basis=basis
        )
        entrustment.entrust(desk, entrust)
    for sender, number, lacking, stage in _COVERS:
        package = _checked(desk, sender, number.format(n=chance.randint(100, 900)), lacking)
        _act(desk, package, chance.choice(others), chance.choice(others), stage)


def _checked(desk: Desk, sender: str, number: str, lacking: dict[str, Any]) -> int:
    received = desk.now() - dt.timedelta(minutes=40)
    logged = mail_intake.log_delivery(
        desk,
        LogDelivery(
            form_id=uuid.uuid5(uuid.NAMESPACE_OID, f"demo:{number}").hex,
            way=DeliveryWay.STATE_COURIER,
            bearer="Сабитов М.Р.",
            list_number="118",
            received_at=received,
            packages=(PackageLogged(sender=sender, cover_numbers=number),),
        ),
    )
    counts: dict[str, Any] = {
        "stated_sheets": 4, "counted_sheets": 4, "stated_enclosure_sheets": 12, "counted_enclosure_sheets": 12,
        "stated_copies": 2, "counted_copies": 2,
    }  # fmt: skip
    found = DocumentFound(
        kind="Письмо",
        summary="о результатах проверки",
        their_number=number,
        their_date=desk.today() - dt.timedelta(days=2),
    )
    check = CheckPackage(
        package_id=logged.package_ids[0],
        checked_at=desk.now(),
        sealed=True,
        intact=True,
        documents=(replace(found, **(counts | lacking)),),
    )
    mail_intake.check(desk, check)
    return logged.package_ids[0]


def _act(desk: Desk, package: int, second: int, executor: int, stage: str) -> None:
    """Draw the act up and take it as far as its stage says."""
    draft = shortage_act.proposed(desk, package)
    draft = replace(draft, signers=(*draft.signers, second), executor_id=executor)
    form_id = uuid.uuid5(uuid.NAMESPACE_OID, f"demo:act:{package}").hex
    key = shortage_act.draw_up(desk, shortage_act.DrawUp(draft=draft, form_id=form_id)).id
    if stage == "withdrawn":
        reason = "листы найдены при повторной проверке"
        act.withdraw(desk, act.WithdrawAct(act_id=key, reason=reason))
        return
    reached = _STAGES.index(stage)
    if reached >= _STAGES.index("printed"):
        request = printing.PaperRequest(paper="shortage_act", language="ru", about=f"act:{key}")
        printing.print_paper(desk, request)
    if reached >= _STAGES.index("signed"):
        act.mark_signed(desk, act.MarkSigned(act_id=key, on=desk.today()))
    if stage == "executed":
        for number, receipt in ((1, f"исх. № 03-07/{40 + key}"), (3, "расписка исполнителя")):
            give = act.GiveCopy(act_id=key, number=number, on=desk.today(), receipt=receipt)
            act.give_copy(desk, give)
