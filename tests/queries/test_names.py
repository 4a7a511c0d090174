"""The names of a day, on papers too."""

import datetime as dt

from sqlalchemy import select

from dspdesk.models import Journal
from dspdesk.procedures import office, people, printing
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries import names
from tests import factories
from tests.factories import TODAY
from tests.reports.reading import pages


def renamed(desk, day: dt.date) -> None:
    office.change_organisation(
        desk,
        office.ChangeOrganisation(
            name_kk="Жаңа комитет", name_ru="Новый комитет", locality_kk="Астана қ.", locality_ru="г. Астана",
            renamed_from=day,
        ),
    )  # fmt: skip


def closed(desk, day: dt.date | None) -> int:
    with desk.transaction("test:journal:closed") as step:
        journal = step.session.scalars(select(Journal)).one()
        journal.closed_on = day
    return journal.id


def test_the_body_bears_the_name_of_the_day(empty_desk):
    renamed(empty_desk, TODAY)
    assert names.organisation(empty_desk, "ru", TODAY - dt.timedelta(days=1)) == "Комитет по проверке"
    assert names.organisation(empty_desk, "ru", TODAY) == "Новый комитет"
    assert names.organisation(empty_desk, "kk", TODAY) == "Жаңа комитет"


def test_of_several_names_the_one_of_the_day(empty_desk):
    days = [dt.date(2026, month, 1) for month in (3, 6, 9)]
    for place, day in enumerate(days):
        change = people.ChangeEmployee(
            employee_id=1, name_kk=f"Ат {place}", name_ru=f"Имя {place}", renamed_from=day
        )
        people.change_employee(empty_desk, change)
    with empty_desk.reading() as connection:
        found = [
            names.name_on(connection, "employee:1", dt.date(2026, month, 15))[1] for month in (2, 3, 6, 9)
        ]
    assert found == ["Жүнісова Ә.Қ.", "Имя 0", "Имя 1", "Имя 2"]


def test_a_closed_journal_keeps_the_name_of_its_closing(empty_desk):
    factories.registered(empty_desk)
    journal = closed(empty_desk, TODAY - dt.timedelta(days=1))
    renamed(empty_desk, TODAY)
    request = PaperRequest(paper="registration_journal", language="ru", journal_id=journal)
    assert "Комитет по проверке" in " ".join(pages(printing.preview(empty_desk, request)))
    closed(empty_desk, None)
    words = " ".join(pages(printing.preview(empty_desk, request)))
    assert "Новый комитет" in words
    assert "Комитет по проверке" not in words


def test_a_paper_is_certified_by_the_name_and_position_of_its_day(empty_desk):
    factories.registered(empty_desk)
    factories.appointed(
        empty_desk, 1, position_kk="басшы", position_ru="руководитель службы", acting=True, valid_from=TODAY
    )
    people.change_employee(
        empty_desk,
        people.ChangeEmployee(employee_id=1, name_kk="Ким Ә.", name_ru="Ким А.", renamed_from=TODAY),
    )
    request = PaperRequest(paper="registration_journal", language="ru", journal_id=closed(empty_desk, None))
    words = " ".join(pages(printing.preview(empty_desk, request)))
    assert "И.о. руководителя службы" in words
    assert "Ким" in words
