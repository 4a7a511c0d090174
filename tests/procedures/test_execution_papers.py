"""The reminder slip and the digest drawn from a store with five thousand overdue documents."""

import datetime as dt
import time

import pytest

from dspdesk.desk import Desk
from dspdesk.law.execution_control import Part
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.law.registration import Entry
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.procedures import correspondents, journals
from dspdesk.procedures.importing import RowWriter
from dspdesk.procedures.printing import PaperRequest, preview, print_paper
from dspdesk.queries.execution_control import controlled
from dspdesk.store.bulk import Bulk
from tests import factories
from tests.factories import TODAY
from tests.reports.reading import pages

COUNT = 5_000


def request(paper: str, about: str, language: str = "ru") -> PaperRequest:
    return PaperRequest(paper=paper, language=language, about=about)


def overdue(desk: Desk, names: list[str]) -> None:
    with desk.transaction("demo:journal:filled") as step:
        journal = journals.opened(desk, step, JournalKind.INCOMING, TODAY.year, "ru")
        bulk = Bulk(step.connection, at=step.at, by=step.by, tag="registration:item:registered", reason="")
        writer = RowWriter(desk, step, journal, bulk, correspondents.by_names(step.connection))
        for at in range(COUNT):
            day = TODAY - dt.timedelta(days=30 + at % 200)
            entry = Entry(
                date=day, correspondent="Министерство финансов РК", their_number=f"{at}/1", their_date=day,
                kind="Письмо", summary="об исполнении", sheets=SheetCount(1), copies=(1,),
                executor=names[at % len(names)], control="К", due_on=day + dt.timedelta(days=15),
            )  # fmt: skip
            writer.write(RegistrationNumber(at + 1), entry, [], f"test:{at}")
        bulk.finish()


def test_a_body_with_five_thousand_overdue_documents(empty_desk: Desk) -> None:
    names = [f"Сотрудник {chr(1040 + at)}.А." for at in range(30)]
    people = [factories.employee(empty_desk, name) for name in names]
    overdue(empty_desk, names)
    began = time.monotonic()
    assert len(controlled(empty_desk)) == COUNT
    assert time.monotonic() - began < 3
    (text,) = pages(preview(empty_desk, request("digest", "body:1")))
    assert f"Просрочено документов: {COUNT}" in text
    (slip,) = pages(preview(empty_desk, request("reminder_slip", f"employee:{people[0]}")))
    assert "и еще документов" in slip


def test_the_slip_reminds_of_what_is_overdue_or_due_soon_only(empty_desk: Desk) -> None:
    executor = factories.employee(empty_desk, "Ким А.В.")
    factories.appointed(empty_desk, executor, position_kk="бас маман", position_ru="главный специалист")
    for days in (-2, 0, 3, 4):
        letter = factories.registered(
            empty_desk, date=TODAY - dt.timedelta(days=9), their_date=None, their_number=f"{days}-1",
            summary=f"срок {days}",
        ).id  # fmt: skip
        factories.resolution(
            empty_desk, letter, dated=TODAY - dt.timedelta(days=9), due_on=TODAY + dt.timedelta(days=days),
            persons=((executor, Part.EXECUTOR),),
        )  # fmt: skip
    (text,) = pages(preview(empty_desk, request("reminder_slip", f"employee:{executor}")))
    assert [days for days in (-2, 0, 3, 4) if f"срок {days}" in text] == [-2, 0, 3]
    assert "главному специалисту" in text
    (kazakh,) = pages(preview(empty_desk, request("reminder_slip", f"employee:{executor}", "kk")))
    assert "бас маманға" in kazakh


def test_there_is_no_slip_of_nothing(empty_desk: Desk) -> None:
    executor = factories.employee(empty_desk, "Ким А.В.")
    with pytest.raises(Refused) as refused:
        preview(empty_desk, request("reminder_slip", f"employee:{executor}"))
    assert [one.code for one in refused.value.findings] == ["nothing_to_remind"]
    before = written(empty_desk)
    with pytest.raises(Refused):
        print_paper(empty_desk, request("reminder_slip", f"employee:{executor}"))
    assert written(empty_desk) == before


def written(desk: Desk) -> list[int]:
    """How many printings there are, and how many entries of the ledger."""
    with desk.reading() as connection:
        asked = (f"SELECT count(*) FROM {table}" for table in ("printout", "ledger"))
        return [connection.exec_driver_sql(one).scalar_one() for one in asked]


def test_papers_of_control_are_printed_with_a_code_and_wait_for_nobody(empty_desk: Desk) -> None:
    printed = print_paper(empty_desk, request("digest", "body:1"))
    assert (printed.sheets, bool(printed.code)) == (1, True)
    assert printed.code in pages(printed.pdf)[0]


@pytest.mark.parametrize("role", [Role.LIBRARIAN, Role.INSPECTOR])
def test_only_the_service_prints_them(empty_desk: Desk, role: Role) -> None:
    from dataclasses import replace

    other = replace(empty_desk, person=replace(empty_desk.person, roles=frozenset({role})))
    with pytest.raises(Refused):
        preview(other, request("digest", "body:1"))
