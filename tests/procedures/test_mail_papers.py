"""Papers of the mail from the store: names of the day, who signs, what has not happened yet."""

import datetime as dt

import pytest

from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Headship, Role
from dspdesk.models import Delivery
from dspdesk.procedures import mail_intake, mail_papers, printing
from dspdesk.procedures.printing import PaperRequest
from dspdesk.procedures.store_papers import Awaited
from dspdesk.queries import mail, signatures
from tests import factories
from tests.factories import TODAY
from tests.reports.reading import pages


@pytest.fixture
def head(empty_desk):
    """The head of the documentation service."""
    key = factories.employee(empty_desk, "Әбенова С.Т.")
    factories.appointed(
        empty_desk, key, heads=Headship.SERVICE, position_ru="руководитель службы", position_kk="басшы"
    )
    return key


def settled(desk, key, value):
    from dspdesk.procedures import settings

    settings.change(desk, settings.ChangeSetting(key=key, value=value))


def night(desk, *senders):
    """Covers that a duty officer took out of hours."""
    officer = factories.employee(desk, "Абдрахманов Н.К.", reason="однофамилец")
    delivery = factories.delivery(desk, *senders)
    with desk.transaction("test:delivery:of_duty") as step:
        row = step.session.get(Delivery, delivery.id)
        row.out_of_hours, row.duty_officer_id, row.handed_over_at, row.handed_over_to_id = (
            True,
            officer,
            None,
            None,
        )
    return delivery, officer


def refused(step, *given):
    with pytest.raises(Refused) as stopped:
        step(*given)
    return [finding.code for finding in stopped.value.findings]


def test_the_list_of_one_night(empty_desk, head):
    delivery, officer = night(empty_desk, "Акимат г. Астаны", "Министерство финансов РК")
    about = f"delivery:{delivery.id}"
    (page,) = pages(mail_papers.draw_duty_list(empty_desk, about, "ru", ""))
    assert page.index("Акимат г. Астаны") < page.index("Министерство финансов РК")
    assert "Абдрахманов Н.К." in page
    assert "руководитель службы" in page
    assert "18.11.2026 11:27" in page  # by the clock of the desk
    assert mail_papers.awaited_on_duty_list(empty_desk, about) == (
        Awaited(officer, "duty officer"),
        Awaited(head, "head of the documentation service"),
    )


def test_several_deliveries_are_a_list_for_each_officer(empty_desk, head):
    first, officer = night(empty_desk, "Акимат г. Астаны")
    second, _other = night(empty_desk, "Министерство финансов РК")
    about = f"delivery:{first.id},{second.id}"
    one, other = pages(mail_papers.draw_duty_list(empty_desk, about, "kk", ""))
    assert "Акимат г. Астаны" in one
    assert "Министерство финансов РК" not in one
    assert "1 (бір)" in other
    with empty_desk.transaction("test:delivery:of_the_same") as step:
        step.session.get(Delivery, second.id).duty_officer_id = officer
    (page,) = pages(mail_papers.draw_duty_list(empty_desk, about, "kk", ""))
    assert "Акимат г. Астаны" in page
    assert "Министерство финансов РК" in page
    assert "2 (екі)" in page


def test_once_handed_over_it_says_when_and_to_whom(empty_desk, head):
    delivery, _officer = night(empty_desk, "Акимат г. Астаны")
    mail_intake.hand_over(
        empty_desk,
        mail_intake.HandOverToService(
            delivery_ids=(delivery.id,), handed_over_at=empty_desk.now(), handed_over_to_id=head
        ),
    )
    (page,) = pages(mail_papers.draw_duty_list(empty_desk, f"delivery:{delivery.id}", "ru", ""))
    assert "18.11.2026" in page
    assert "11:42" in page


def test_without_a_head_the_list_leaves_a_line(empty_desk):
    delivery, _officer = night(empty_desk, "Акимат г. Астаны")
    about = f"delivery:{delivery.id}"
    assert mail_papers.awaited_on_duty_list(empty_desk, about)[-1] == Awaited(
        None, "head of the documentation service"
    )
    (page,) = pages(mail_papers.draw_duty_list(empty_desk, about, "ru", ""))
    assert "(расшифровка подписи)" in page


def misdirected(desk, *documents):
    package = factories.checked_package(desk, *documents)
    mail_intake.misdirected(desk, mail_intake.Misdirected(package_id=package, on=TODAY))
    return package


def test_the_letter_of_a_return(empty_desk, head):
    from dspdesk.procedures import correspondents

    key = correspondents.enter(
        empty_desk,
        correspondents.EnterCorrespondent(
            name_kk="Қаржы министрлігі",
            name_ru="Министерство финансов",
            address_ru="Астана, пр. Мәңгілік Ел, 8",
        ),
    )
    package = misdirected(empty_desk)
    with empty_desk.transaction("test:package:known") as step:
        from dspdesk.models import Package

        step.session.get(Package, package).correspondent_id = key
    (page,) = pages(mail_papers.draw_covering_letter(empty_desk, f"package:{package}", "kk", ""))
    assert "Қаржы министрлігі" in page
    assert "Астана, пр. Мәңгілік Ел, 8" in page  # the only address there is
    assert "17.11.2026 № 05-12/884дсп Письмо, 4 парақ, қосымшалары 11 парақ, 2 дана" in page
    assert "басшы" in page
    assert mail_papers.awaited_on_covering_letter(empty_desk, f"package:{package}") == (
        Awaited(head, "signatory of the letter"),
    )


def test_sent_back_the_letter_has_its_number_and_date(empty_desk, head):
    package = misdirected(empty_desk)
    (before,) = pages(mail_papers.draw_covering_letter(empty_desk, f"package:{package}", "ru", ""))
    assert "03-07/41" not in before
    mail_intake.send_back(
        empty_desk, mail_intake.SendBack(package_id=package, on=TODAY, letter_number="03-07/41")
    )
    (page,) = pages(mail_papers.draw_covering_letter(empty_desk, f"package:{package}", "ru", ""))
    assert "Дата 18.11.2026 № 03-07/41" in page


def test_what_was_not_misdirected_gets_no_letter(empty_desk):
    package = factories.checked_package(empty_desk)
    assert refused(mail_papers.draw_covering_letter, empty_desk, f"package:{package}", "ru", "") == [
        "not_misdirected"
    ]
    assert refused(mail_papers.draw_covering_letter, empty_desk, "package:99", "ru", "") == [
        "package_unknown"
    ]
    assert refused(mail_papers.draw_duty_list, empty_desk, "delivery:99", "ru", "") == ["package_unknown"]


def test_they_are_printed_and_wait_for_their_signatures(empty_desk, head):
    package = misdirected(empty_desk)
    printing.print_paper(
        empty_desk, PaperRequest(paper="covering_letter", language="ru", about=f"package:{package}")
    )
    with empty_desk.reading() as connection:
        rows = connection.exec_driver_sql("SELECT employee_id FROM printout_signature").scalars().all()
    assert rows == [head]
    (waiting,) = signatures.printouts(empty_desk)
    cover = mail.package(empty_desk, package)
    assert waiting.about == f"{cover.sender}, {cover.cover_numbers}"
    assert cover.cover_numbers


def test_only_the_service_prints_them(empty_desk, head):
    package = misdirected(empty_desk)
    password = factories.colleague(empty_desk, "lib", Role.LIBRARIAN, name="Иванова Т.П.")
    librarian = factories.signed_in(empty_desk.path, "lib", password)
    assert refused(mail_papers.draw_covering_letter, librarian, f"package:{package}", "ru", "") == [
        "not_entrusted"
    ]
    assert refused(mail_papers.draw_duty_list, librarian, "delivery:1", "ru", "") == ["not_entrusted"]
    librarian.close()
    assert dt.date(2026, 11, 18) == TODAY


def test_a_duty_list_that_waits_is_named_by_the_time_of_the_mail(empty_desk, head):
    """What came at one time has no number that anybody knows; the time is that of this desk."""
    taken, _officer = night(empty_desk)
    about = f"delivery:{taken.id}"
    printing.print_paper(empty_desk, PaperRequest(paper="duty_handover", language="ru", about=about))
    (row,) = signatures.printouts(empty_desk)
    assert row.title == "Список дежурного, корреспонденция от 18.11.2026 11:27"
    use_language(Language.KK)
    assert signatures.printouts(empty_desk)[0].about == "18.11.2026 11:27 түскен хат-хабар"
