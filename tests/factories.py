"""Things to test with, each with valid defaults: a new mandatory field changes one line here."""

import datetime as dt
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

from dspdesk import desk as desks
from dspdesk.desk import Created, Desk, NewStore
from dspdesk.law.kinds import OWN_DOCUMENTS, JournalKind, Role
from dspdesk.law.registration import Entry
from dspdesk.law.restricted_list import Criterion, Designation, EntryWords, Order
from dspdesk.law.values import SheetCount
from dspdesk.procedures import registration
from dspdesk.procedures.accounts import OneTime
from dspdesk.procedures.registration import Register, Registered
from dspdesk.store.keys import Cost

PASSWORD = "тихая пристань за рекой 17"
LOGIN = "zhunisova"
CHEAP = Cost(memory_mib=1, passes=1, lanes=1)  # 1 ms a try; the floor is asked where a person creates a store
NOW = dt.datetime(2026, 11, 18, 11, 42, tzinfo=dt.timezone(dt.timedelta(hours=5)))
TODAY = NOW.date()


def clock() -> dt.datetime:
    """A fixed Wednesday in November."""
    return NOW


def new_store(folder: Path, **changes: Any) -> NewStore:
    """What a person says when creating a store in `folder`."""
    defaults = NewStore(
        organisation="Комитет по проверке",
        locality="г. Астана",
        person="Жүнісова Ә.Қ.",
        login=LOGIN,
        password=PASSWORD,
        position="делопроизводитель",
        key_file=folder / "carrier.key",
        cost=CHEAP,
    )
    return replace(defaults, **changes)


def created(folder: Path, at: desks.Clock = clock, **changes: Any) -> Created:
    """A new store `folder/office.dspdesk` with its desk open."""
    return desks.create(folder / "office.dspdesk", new_store(folder, **changes), at)


def opened(folder: Path, at: desks.Clock = clock, **how: Any) -> Desk:
    """The desk of the store in `folder`."""
    return desks.open_desk(folder / "office.dspdesk", LOGIN, PASSWORD, folder / "carrier.key", at=at, **how)


def entry(**changes: Any) -> Entry:
    """A complete incoming document of today."""
    defaults = Entry(
        date=TODAY,
        correspondent="Министерство финансов РК",
        their_number="05-12/884дсп",
        their_date=dt.date(2026, 11, 17),
        kind="Письмо",
        summary="о результатах внутреннего аудита",
        sheets=SheetCount(4, 11),
        copies=(1, 2),
    )
    return replace(defaults, **changes)


def registration_of(**changes: Any) -> Register:
    """The registration of a complete incoming document; fields of `Entry` may be given by name.

    The mark of an own document rests on a ground outside the lists, unless a test says otherwise.
    """
    own = {
        name: changes.pop(name)
        for name in (
            "journal",
            "year",
            "late_after",
            "reason",
            "form_id",
            "designation",
            "enclosed_id",
            "carrier_check",
        )
        if name in changes
    }
    defaults = Register(
        journal=JournalKind.INCOMING, year=TODAY.year, entry=entry(**changes), form_id=uuid.uuid4().hex
    )
    if own.get("journal") in OWN_DOCUMENTS:
        own.setdefault("designation", Designation.outside("по указанию руководителя"))
    return replace(defaults, **own)


def registered(desk: Desk, **changes: Any) -> Registered:
    """An incoming document registered at the desk."""
    return registration.register(desk, registration_of(**changes))


def employee(desk: Desk, name: str = "Сейтқали Г.М.", **changes: Any) -> int:
    """A person of the body, named alike in both languages; the id."""
    from dspdesk.procedures import people

    names = {"name_kk": name, "name_ru": name}
    return people.enter_employee(desk, people.EnterEmployee(**(names | changes)))


def appointed(desk: Desk, employee_id: int, **changes: Any) -> int:
    """An appointment of a person from the beginning of the year; the id."""
    from dspdesk.procedures import appointments

    defaults = {
        "position_kk": "басшы",
        "position_ru": "руководитель",
        "valid_from": dt.date(TODAY.year, 1, 1),
    }
    return appointments.appoint(desk, appointments.Appoint(employee_id=employee_id, **(defaults | changes)))


def account(desk: Desk, login: str, *roles: Role, name: str = "Сейтқали Г.М.", **changes: Any) -> OneTime:
    """An account of a new employee, with the one-time password that it was given."""
    from dspdesk.procedures import accounts

    command = accounts.AddAccount(
        employee_id=employee(desk, name, reason="однофамилец"), login=login, roles=roles, **changes
    )
    return accounts.add_account(desk, command)


def signed_in(path: Path, login: str, password: str, at: desks.Clock = clock, **how: Any) -> Desk:
    """The desk of somebody, with the key file beside the store."""
    return desks.open_desk(path, login, password, path.parent / "carrier.key", at=at, **how)


def colleague(desk: Desk, login: str, *roles: Role, **changes: Any) -> str:
    """Somebody with an account and a password of their own, which is returned."""
    from dspdesk.procedures import accounts

    given, password = account(desk, login, *roles, **changes), f"{PASSWORD} {len(login)}"
    own = signed_in(desk.path, login, given.password)
    accounts.change_password(own, accounts.ChangePassword(old=given.password, new=password))
    own.close()
    return password


def entrusted(desk: Desk, employee_id: int = 1, **changes: Any) -> int:
    """Restricted mail entrusted to a person from the beginning of the year (the person at the desk is 1); the id."""
    from dspdesk.procedures import entrustment

    defaults = {"valid_from": dt.date(TODAY.year, 1, 1), "basis": "должностная инструкция от 05.01.2026 № 7"}
    return entrustment.entrust(desk, entrustment.Entrust(employee_id=employee_id, **(defaults | changes)))


def delivery(desk: Desk, *senders: str, **changes: Any) -> Any:
    """A delivery of covers of these senders (one of the Ministry of Finance), received a quarter of an hour ago.

    The person at the desk is entrusted with mail where nobody has done so. Fields of `PackageLogged` are given for all
    covers alike by `package={...}`.
    """
    from dspdesk.law.mail import DeliveryWay
    from dspdesk.procedures import mail_intake
    from dspdesk.queries.entrustment import mail_entrusted

    if not (worker := mail_entrusted(desk)).entrusted:
        entrusted(desk, worker.employee_id)
    more = changes.pop("package", {})
    packages = tuple(
        mail_intake.PackageLogged(**({"sender": sender, "cover_numbers": f"05-12/{at}дсп"} | more))
        for at, sender in enumerate(senders or ("Министерство финансов РК",), 884)
    )
    defaults = {
        "form_id": uuid.uuid4().hex,
        "way": DeliveryWay.STATE_COURIER,
        "bearer": "Ли В.С.",
        "list_number": "118",
        "received_at": desk.now() - dt.timedelta(minutes=15),
        "packages": packages,
    }
    return mail_intake.log_delivery(desk, mail_intake.LogDelivery(**(defaults | changes)))


def document(**changes: Any) -> Any:
    """A document found in a cover, all of it there: four sheets and eleven of an enclosure, in two copies."""
    from dspdesk.procedures.mail_intake import DocumentFound

    defaults = {
        "kind": "Письмо", "summary": "о результатах внутреннего аудита", "their_number": "05-12/884дсп",
        "their_date": dt.date(2026, 11, 17), "stated_sheets": 4, "counted_sheets": 4, "stated_enclosure_sheets": 11,
        "counted_enclosure_sheets": 11, "stated_copies": 2, "counted_copies": 2,
    }  # fmt: skip
    return DocumentFound(**(defaults | changes))


def checked_package(desk: Desk, *documents: Any, package_id: int | None = None, **changes: Any) -> int:
    """A package that was checked, with these documents (`document()`); logged just before where no id is given."""
    from dspdesk.procedures import mail_intake

    key = package_id or delivery(desk).package_ids[0]
    defaults = {"package_id": key, "checked_at": desk.now(), "sealed": True, "intact": True}
    found = {"documents": documents or (document(),)}
    mail_intake.check(desk, mail_intake.CheckPackage(**(defaults | found | changes)))
    return key


def service_head(desk: Desk) -> int:
    """The head of the documentation service, appointed when there is none yet; the id."""
    from dspdesk.law.kinds import Headship
    from dspdesk.queries.people import signatory

    found = signatory(desk, Headship.SERVICE, TODAY)
    if found is not None:
        return found.employee_id
    head = employee(desk, "Ахметов Б.К.")
    appointed(desk, head, heads=Headship.SERVICE)
    return head


def permit(desk: Desk, item_id: int, **changes: Any) -> int:
    """A permission of today for a worker to have twelve copies; fields of `Permission` may be given by name."""
    from dspdesk.law.copying import Permission, PermitKind
    from dspdesk.procedures import copying

    defaults: dict[str, Any] = {
        "kind": PermitKind.OWN_COPY, "number": "3", "granted_on": TODAY, "copies": 12,
        "granted_by_id": service_head(desk), "for_employee_id": 1,
    }  # fmt: skip
    granted = Permission(**(defaults | changes))
    command = copying.GrantPermit(item_id=item_id, permission=granted, form_id=uuid.uuid4().hex)
    return copying.grant(desk, command)


def cards_taken_out(desk: Desk, **changes: Any) -> int:
    """Two cards taken out of an abstract publication registered for it; fields of `TakenOut` may be given; the id."""
    from dspdesk.law.abstract_extraction import TakenOut
    from dspdesk.procedures import abstract_extraction

    item_id = (
        changes.pop("item_id", 0)
        or registered(
            desk,
            journal=JournalKind.PUBLICATIONS,
            kind="Бюллетень",
            summary="рефераты, выпуск 2",
            copies=(1,),
        ).id
    )
    defaults = {
        "made_on": TODAY, "cards": "№ 14, 15", "count": 2, "finding": "сведений не содержат", "first_worker_id": 1,
        "second_worker_id": service_head(desk),
    }  # fmt: skip
    taken = TakenOut(**(defaults | changes))
    command = abstract_extraction.TakeOut(item_id=item_id, taken=taken, form_id=uuid.uuid4().hex)
    return abstract_extraction.take_out(desk, command)


SENDERS = (
    "Министерство финансов РК", "Акимат г. Астаны", "Генеральная прокуратура РК", "ҚР Әділет министрлігі",
    "Комитет государственных доходов", "Высшая аудиторская палата",
)  # fmt: skip
MATTERS = (
    ("Письмо", "о результатах внутреннего аудита"), ("Отчёт", "об исполнении бюджета"),
    ("Запрос", "о порядке доступа в серверное помещение"), ("Қаулы жобасы", "ақпараттық ресурстарды қорғау туралы"),
    ("Справка", "о проверке режима хранения"),
)  # fmt: skip


def fill(desk: Desk, count: int = 60) -> None:
    """Incoming documents of this year and the last, of several senders, some of them on control."""
    for place in range(count):
        day = TODAY - dt.timedelta(days=(count - place) * 7)
        kind, summary = MATTERS[place % len(MATTERS)]
        registered(
            desk, year=day.year, date=day, correspondent=SENDERS[place % len(SENDERS)], kind=kind, summary=summary,
            their_number=f"{place % 9 + 1:02}-{place % 5 + 1}/{100 + place}дсп", their_date=day - dt.timedelta(days=3),
            sheets=SheetCount(place % 20 + 1, place % 4 * 3), copies=tuple(range(1, place % 3 + 2)),
            executor=("Сейтқали Г.М.", "Ахметов Б.К.", "")[place % 3], control="К" if place % 4 == 0 else "",
            due_on=TODAY + dt.timedelta(days=place % 10 - 5) if place % 4 == 0 else None,
        )  # fmt: skip


def admitted(
    desk: Desk, item_id: int, *employee_ids: int, part: str = "executor", on: dt.date | None = None
) -> int:
    """A resolution of the head of the body on an entry that names these persons; the id.

    A head is made where there is none.
    """
    from sqlalchemy import select

    from dspdesk.models import Appointment, Employee, Resolution, ResolutionPerson

    with desk.transaction("execution:resolution:recorded") as step:
        head = step.session.scalar(select(Appointment).where(Appointment.heads == "body"))
        if head is None:
            author = Employee(name_kk="Тілеубергенов С.А.", name_ru="Тлеубергенов С.А.", left_on=None)
            step.session.add(author)
            step.session.flush()
            head = Appointment(
                employee_id=author.id, position_kk="төраға", position_ru="председатель", heads="body",
                valid_from=dt.date(TODAY.year - 2, 1, 1), valid_to=None, unit_id=None, acting_for_id=None,
            )  # fmt: skip
            step.session.add(head)
            step.session.flush()
        resolution = Resolution(
            form_id=uuid.uuid4().hex, item_id=item_id, author_id=head.employee_id, dated=on or desk.today(),
            words="к исполнению", recorded_at=step.at, recorded_by=desk.person.account_id, struck_on=None,
            struck_reason="",
        )  # fmt: skip
        step.session.add(resolution)
        step.session.flush()
        step.session.add_all(
            ResolutionPerson(
                resolution_id=resolution.id, employee_id=key, part=part if at == 0 else "admitted"
            )
            for at, key in enumerate(employee_ids)
        )
        step.subject = f"item:{item_id}"
    return resolution.id


LIST_ENTRIES = (
    EntryWords(
        "1.1",
        "тексеру нәтижелері туралы мәліметтер",
        "сведения о результатах проверок",
        Criterion.UNFINISHED_CHECKS,
    ),
    EntryWords(
        "1.2",
        "ішкі хат-хабар туралы мәліметтер",
        "сведения о внутренней переписке",
        Criterion.DECISIONS_IN_PREPARATION,
    ),
    EntryWords(
        "1.10",
        "қол жеткізу тәртібі туралы мәліметтер",
        "сведения о порядке доступа",
        Criterion.WORK_OF_BODIES,
    ),
)


def listed(desk: Desk, **changes: Any) -> int:
    """A list of the body with three entries, in force from the beginning of last year; the id of its first entry."""
    from dspdesk.procedures import restricted_list
    from dspdesk.queries.restricted_list import entries

    defaults = restricted_list.ApproveList(
        name_kk="Қызмет бабында пайдалану үшін мәліметтер тізбесі",
        name_ru="Перечень сведений для служебного пользования",
        order=Order("17-нқ", dt.date(TODAY.year - 1, 1, 9)),
        entries=LIST_ENTRIES,
    )
    made = restricted_list.approve(desk, replace(defaults, **changes))
    return next(row.id for row in entries(desk) if row.list_id == made)


def short_package(desk: Desk, **changes: Any) -> int:
    """A package whose letter lacks two sheets of its enclosure, checked; the id."""
    return checked_package(desk, document(counted_enclosure_sheets=9, **changes))


def act_draft(desk: Desk, package_id: int | None = None, **changes: Any) -> Any:
    """The act as the program proposes it, signed by a second worker too."""
    from dspdesk.procedures import shortage_act

    draft = shortage_act.proposed(desk, package_id or short_package(desk))
    second = changes.pop("second", None) or employee(desk, "Ким А.В.", reason="однофамилец")
    return replace(draft, **({"signers": (*draft.signers, second)} | changes))


def act_drawn_up(desk: Desk, package_id: int | None = None, **changes: Any) -> int:
    """A shortage act, not printed yet; the id."""
    from dspdesk.procedures import shortage_act

    draft = act_draft(desk, package_id, **changes)
    return shortage_act.draw_up(desk, shortage_act.DrawUp(draft=draft, form_id=uuid.uuid4().hex)).id


def act_signed(desk: Desk, package_id: int | None = None, **changes: Any) -> int:
    """A shortage act, printed and signed today; the id."""
    from dspdesk.procedures import act, printing

    key = act_drawn_up(desk, package_id, **changes)
    printing.print_paper(desk, printing.PaperRequest(paper="shortage_act", language="ru", about=f"act:{key}"))
    act.mark_signed(desk, act.MarkSigned(act_id=key, on=TODAY))
    return key


def head_of_body(desk: Desk, name: str = "Омаров Т.Е.") -> int:
    """Whoever heads the body today, entered if nobody does; the id."""
    from dspdesk.law.kinds import Headship
    from dspdesk.queries.people import signatory

    there = signatory(desk, Headship.BODY, TODAY)
    if there is not None:
        return there.employee_id
    head = employee(desk, name, reason="однофамилец")
    appointed(desk, head, position_kk="төраға", position_ru="председатель", heads=Headship.BODY)
    return head


def resolution_of(desk: Desk, item_id: int, **changes: Any) -> Any:
    """The command for a resolution of the head, of today; an executor is named where there is a deadline."""
    from dspdesk.law.execution_control import Part
    from dspdesk.procedures.execution_control import RecordResolution

    if changes.get("due_on") and "persons" not in changes:
        changes["persons"] = ((employee(desk, "Ахметов Б.К.", reason="однофамилец"), Part.EXECUTOR),)
    defaults = {
        "author_id": changes.pop("author_id", None) or head_of_body(desk),
        "dated": TODAY,
        "words": "Подготовить ответ",
        "form_id": uuid.uuid4().hex,
    }
    return RecordResolution(item_id=item_id, **(defaults | changes))


def resolution(desk: Desk, item_id: int, **changes: Any) -> int:
    """A resolution recorded on a document; the id."""
    from dspdesk.procedures import execution_control

    done = execution_control.record_resolution(desk, resolution_of(desk, item_id, **changes))
    return done.resolution_id or 0


def handover_sheet(desk: Desk, name: str = "Юнусов Р.А.", **changes: Any) -> int:
    """A hand-over sheet of today with both copies of a document for one person; the id."""
    from dspdesk.procedures.handover_sheet import Handing, MakeSheets, make_sheets
    from dspdesk.queries.whereabouts import copies_of

    person, item = employee(desk, name), registered(desk, **changes)
    admitted(desk, item.id, person)
    copies = tuple(row.id for row in copies_of(desk, item.id))
    handings = (Handing(employee_id=person, copies=copies),)
    return make_sheets(desk, MakeSheets(dated=desk.today(), handings=handings, form_id=uuid.uuid4().hex))[
        0
    ].id


def handed(desk: Desk, item_id: int, *copies: int, name: str = "Ахметов Б.К.", **changes: Any) -> int:
    """Copies of an entry (all of them) handed over today to a person whom a resolution names; the id of the person."""
    from sqlalchemy import select

    from dspdesk.models import Employee
    from dspdesk.procedures import movements
    from dspdesk.queries.whereabouts import copies_of

    with desk.transaction("test:looked:up") as step:
        known = step.session.scalar(select(Employee.id).where(Employee.name_ru == name))
    person = known or employee(desk, name)
    admitted(desk, item_id, person)
    ids = tuple(row.id for row in copies_of(desk, item_id) if not copies or row.number in copies)
    defaults = {"copy_ids": ids, "employee_id": person, "on": desk.today(), "paper": "расписка в журнале"}
    movements.hand_over(desk, movements.HandOver(**(defaults | changes)))
    return person


def unit(desk: Desk, name: str = "Отдел анализа", **changes: Any) -> int:
    """A structural unit; the one of this name where there is one already."""
    from sqlalchemy import select

    from dspdesk.models import Unit
    from dspdesk.procedures.units import EnterUnit, enter_unit

    with desk.transaction("test:looked:up") as step:
        known = step.session.scalar(select(Unit.id).where(Unit.name_ru == name))
    defaults = {
        "name_kk": "Талдау бөлімі" if name == "Отдел анализа" else name,
        "name_ru": name,
        "number_index": "",
    }
    return known or enter_unit(desk, EnterUnit(**(defaults | changes)))


def plan_entry(desk: Desk, **changes: Any) -> int:
    """A heading of the filing plan of this year: correspondence of a unit, kept for five years; the id."""
    from dspdesk.models import PlanEntry

    defaults: dict[str, Any] = {
        "form_id": uuid.uuid4().hex,
        "year": desk.today().year,
        "unit_id": changes.pop("unit_id", None) or unit(desk),
        "case_index": "01-03",
        "heading_kk": "Министрліктермен хат алмасу",
        "heading_ru": "Переписка с министерствами",
        "retention": "years",
        "years": 5,
        "expert": False,
        "article": "47",
        "restricted": False,
        "carry_over": False,
        "documents": "correspondence",
        "register": "",
        "expected": None,
        "notes": "",
        "struck_on": None,
        "copied_from_id": None,
    }
    with desk.transaction("test:plan:made") as step:
        made = PlanEntry(**(defaults | changes))
        step.session.add(made)
        step.session.flush()
        step.subject = f"plan_entry:{made.id}"
        return made.id


def case_opened(desk: Desk, plan_entry_id: int | None = None, **changes: Any) -> int:
    """A case with its first volume, under a heading of its own unless one is named; the id of the volume.

    Fields of the heading and of the case may be given by name.
    """
    from dataclasses import fields

    from dspdesk.procedures.case_file import OpenCase, open_case

    names = {field.name for field in fields(OpenCase)}
    of_case = {name: changes.pop(name) for name in list(changes) if name in names and name != "carry_over"}
    entry_id = plan_entry_id or plan_entry(desk, **changes)
    command = OpenCase(plan_entry_id=entry_id, **({"form_id": uuid.uuid4().hex} | of_case))
    return open_case(desk, command).volume_id


def carrier(desk: Desk, **changes: Any) -> Registered:
    """An electronic carrier that came, was checked and found clean, registered at the desk."""
    from dspdesk.law.carrier_check import CarrierFound
    from dspdesk.law.kinds import Carrier

    found = CarrierFound(means="антивирус 5.2", checked_on=desk.today(), checked_by_id=1, clean=True)
    how = {"carrier": Carrier.ELECTRONIC, "carrier_check": found}
    return registered(desk, **(how | changes))


def filed(desk: Desk, volume_id: int, *item_ids: int, **changes: Any) -> list[int]:
    """The first copy of each entry filed in a volume today; the ids of the lines."""
    from dspdesk.procedures.filing import FileCopies, ToFile, file_copies
    from dspdesk.queries.whereabouts import copies_of

    how = {"on": desk.today(), "form_id": uuid.uuid4().hex, "reason": changes.pop("reason", "")}
    documents = tuple(
        ToFile(copy_id=copies_of(desk, key)[0].id, volume_id=volume_id, **changes) for key in item_ids
    )
    return [line.filing_id for line in file_copies(desk, FileCopies(documents=documents, **how))]


def closed_volume(desk: Desk, **changes: Any) -> int:
    """A volume of a case kept for 15 years with one document of this year, closed and certified today; the id.

    Fields of the heading and of the case may be given by name; `certified=False` leaves the sheet out.
    """
    from dspdesk.models import CaseFile, CertificationSheet, Volume

    certified, restricted = changes.pop("certified", True), changes.pop("restricted", True)
    volume_id = case_opened(desk, **({"years": 15, "restricted": restricted} | changes))
    if restricted:
        filed(desk, volume_id, registered(desk).id)
    else:
        unclassified(desk, volume_id)
    with desk.transaction("test:volume:closed") as step:
        volume = step.session.get_one(Volume, volume_id)
        volume.closed_on = desk.today()
        step.session.get_one(CaseFile, volume.case_file_id).closed_on = desk.today()
        if certified:
            sheet = CertificationSheet(
                form_id=uuid.uuid4().hex, edition=desk.edition.id, volume_id=volume_id, dated=desk.today(),
                numbered=15, lettered="", skipped="", blank="", inventory_sheets=1, filled_by_id=1,
                act_number="", act_on=None, recorded_at=step.at, recorded_by=desk.person.account_id,
            )  # fmt: skip
            step.session.add(sheet)
        step.subject = f"volume:{volume_id}"
    if certified:
        certification_printed(desk, volume_id)
    return volume_id


def certification_printed(desk: Desk, volume_id: int) -> None:
    """The certification sheet that stands of a volume, printed."""
    from dspdesk.procedures.printing import PaperRequest, print_paper

    print_paper(desk, PaperRequest(paper="certification_sheet", language="ru", about=f"volume:{volume_id}"))


def unclassified(desk: Desk, volume_id: int) -> int:
    """A document of 15 sheets without entry in a journal, filed in a volume today; its line."""
    from dspdesk.procedures.filing import FileUnregistered, file_unregistered

    command = FileUnregistered(
        volume_id=volume_id, number="", dated=None, heading="Справка", sheets=15, on=desk.today(),
        form_id=uuid.uuid4().hex,
    )  # fmt: skip
    return file_unregistered(desk, command).filing_id


def archivist(desk: Desk, name: str = "Омарова Д.С.", **changes: Any) -> int:
    """Somebody who holds a position in the departmental archive since the beginning of the year; the id."""
    person = employee(desk, name, **changes)
    appointed(desk, person, position_kk="мұрағатшы", position_ru="архивист")
    return person


def inventory(desk: Desk, *volume_ids: int, **changes: Any) -> int:
    """An inventory of today of the unit's cases kept over 10 years, by default of one closed volume; the id.

    `approved=True` has it approved today. Fields of the command may be given by name.
    """
    from dspdesk.law.unit_inventory import InventoryKind, Period
    from dspdesk.procedures import unit_inventory

    approved = changes.pop("approved", False)
    kind = changes.get("kind", InventoryKind.UNIT)
    defaults: dict[str, Any] = {
        "kind": kind, "period": Period.LONG, "year": desk.today().year, "number": "07в-26", "dated": desk.today(),
        "volume_ids": volume_ids or (closed_volume(desk),), "form_id": uuid.uuid4().hex,
        "unit_id": unit(desk) if kind is InventoryKind.UNIT else None,
    }  # fmt: skip
    key = unit_inventory.draw_up(desk, unit_inventory.DrawUpInventory(**(defaults | changes)))
    if approved:
        said = "Руководитель отдела, протокол ЭК № 3"
        unit_inventory.approve(
            desk, unit_inventory.ApproveInventory(inventory_id=key, on=desk.today(), approval=said)
        )
    return key


def storage_place(desk: Desk, **changes: Any) -> int:
    """A safe that is locked and sealed in a room of its own; the id. What is said of the safe may be given by name."""
    from dspdesk.law.kinds import PlaceKind
    from dspdesk.procedures import office

    room = office.enter_place(
        desk, office.EnterPlace(kind=PlaceKind.ROOM, name=f"каб. {uuid.uuid4().hex[:4]}")
    )
    said = {"name": "сейф 2", "lockable": True, "sealable": True} | changes
    return office.enter_place(desk, office.EnterPlace(kind=PlaceKind.SAFE, within_id=room, **said))


def permission_to_take_out(desk: Desk, **changes: Any) -> Any:
    """The permission № 3 of today by the head of the documentation service; its fields may be given by name."""
    from dspdesk.law.withdrawal import Permission

    return Permission(**({"number": "3", "on": TODAY, "by_id": service_head(desk)} | changes))


def acting_service_head(desk: Desk, name: str = "Ли С.А.") -> int:
    """Somebody who acts as head of the documentation service today, beside its head; the id."""
    from dspdesk.law.kinds import Headship

    acting, head = employee(desk, name), service_head(desk)
    appointed(desk, acting, heads=Headship.SERVICE, acting=True, acting_for_id=head, valid_from=TODAY)
    return acting


def volume_ended(desk: Desk, volume_id: int) -> None:
    """A volume closed today without a word about what prevents it."""
    from dspdesk.models import Volume

    with desk.transaction("test:volume:closed") as step:
        step.session.get_one(Volume, volume_id).closed_on = desk.today()
        step.subject = f"volume:{volume_id}"


def volume_transferred(desk: Desk, volume_id: int) -> None:
    """A volume that the archive has since today, without a word about how it came there."""
    from dspdesk.models import Volume

    with desk.transaction("test:volume:transferred") as step:
        volume = step.session.get_one(Volume, volume_id)
        volume.closed_on = volume.transferred_on = desk.today()
        step.subject = f"volume:{volume_id}"


def inventory_printed(desk: Desk, volume_id: int) -> None:
    """The lines of a volume printed on its inner inventory."""
    from dspdesk.law.growing import Grow
    from dspdesk.procedures.printing import PaperRequest, print_paper

    print_paper(
        desk, PaperRequest(paper="inner_inventory", language="ru", about=f"volume:{volume_id}", grow=Grow.ON)
    )


def seizure_of(desk: Desk, volume_id: int, *lines: int, **changes: Any) -> Any:
    """The command that draws up a record of the seizure of lines of a volume; its facts may be given by name."""
    from dspdesk.law.seizure_record import Seizing
    from dspdesk.procedures.seizure_record import DrawUp

    said: dict[str, Any] = {
        "dated": desk.today(),
        "authority": "Департамент расследований",
        "official": "следователь Серикбаев Д.О.",
        "basis": "постановление от 03.11.2026 № 17-4/26",
        "handed_over_by_id": service_head(desk),
    }
    return DrawUp(
        volume_id=volume_id, lines=lines, seizing=Seizing(**(said | changes)), form_id=uuid.uuid4().hex
    )


def seizure_drawn_up(desk: Desk) -> int:
    """A record of the seizure of one document from a case of its own; the id."""
    from dspdesk.procedures import seizure_record

    volume_id = case_opened(desk, case_index="01-09")
    lines = filed(desk, volume_id, registered(desk).id)
    return seizure_record.draw_up(desk, seizure_of(desk, volume_id, *lines))


def seizure_executed(
    desk: Desk, volume_id: int, *lines: int, sheets: int | None = None, **changes: Any
) -> int:
    """A record by which lines of a volume were handed over; `sheets` are those of each certified copy; the id."""
    from dspdesk.procedures import seizure_record
    from dspdesk.procedures.seizure_record import Certify, Execute
    from dspdesk.queries import seizure_record as records

    key = seizure_record.draw_up(desk, seizure_of(desk, volume_id, *lines, **changes))
    originals = tuple(line.id for line in records.record(desk, key).lines)
    by, today = service_head(desk), desk.today()
    seizure_record.certify(
        desk, Certify(record_id=key, lines=originals, certified_by_id=by, certified_on=today, sheets=sheets)
    )
    seizure_record.execute(desk, Execute(record_id=key, on=today, record_sheets=2, reason="изъятие"))
    return key
