"""The shortage act in the store: proposed from the check, drawn up once, changed until it is signed."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from dspdesk.language.catalogue import Language, use_language
from dspdesk.law.act import ActStage, Addressee
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Role
from dspdesk.law.shortage_act import ActLineWords
from dspdesk.procedures import act, printing, registration, shortage_act
from dspdesk.procedures.printing import PaperRequest
from dspdesk.procedures.shortage_act import ChangeDraft, DrawUp
from dspdesk.queries import acts
from tests import factories
from tests.factories import TODAY
from tests.reports.reading import pages

SHEETS = ActLineWords("Письмо № 05-12/884дсп от 17.11.2026: количество листов приложений", "11", "9")


def refused(step, *given):
    with pytest.raises(Refused) as stopped:
        step(*given)
    return [(finding.requirement, finding.code, finding.field) for finding in stopped.value.findings]


def rows(desk):
    """All that the tables of acts hold, to see that nothing changed."""
    with desk.reading() as connection:
        return [
            tuple(connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id"))
            for table in ("act", "act_line", "act_signer", "act_copy", "printout", "ledger")
        ]


def drawn_up(desk, draft):
    return shortage_act.draw_up(desk, DrawUp(draft=draft, form_id=uuid.uuid4().hex))


def test_the_differences_of_the_check_are_proposed(empty_desk):
    package = factories.short_package(empty_desk)
    draft = shortage_act.proposed(empty_desk, package)
    assert draft.lines == (SHEETS,)
    assert (draft.package_id, draft.dated, draft.sender) == (package, TODAY, "Министерство финансов РК")
    assert draft.basis == "Письмо № 05-12/884дсп от 17.11.2026"
    assert draft.signers == (1,)  # whoever checked it is at the desk: a second one is to be named
    assert draft.executor_id is None


def test_every_kind_of_difference_is_proposed_in_the_persons_language(empty_desk):
    lacking = factories.document(
        counted_sheets=3, counted_copies=1, stated_enclosures="смета", missing="смета"
    )
    package = factories.checked_package(empty_desk, lacking, sealed=False, intact=False)
    use_language(Language.KK)
    named = "17.11.2026 № 05-12/884дсп Письмо"
    assert [
        (line.subject, line.stated, line.found) for line in shortage_act.proposed(empty_desk, package).lines
    ] == [
        ("Конверт (пакет)", "жабық", "жабық емес"),
        ("Ораманың тұтастығы", "бұзылмаған", "бұзылған"),
        (f"{named}: парақтар саны", "4", "3"),
        (f"{named}: даналар саны", "2", "1"),
        (f"{named}: қосымшалар", "смета", "жоғы: смета"),
    ]


def test_before_the_check_there_is_nothing_to_state(empty_desk):
    package = factories.delivery(empty_desk).package_ids[0]
    assert refused(shortage_act.proposed, empty_desk, package) == [("D12", "act_before_check", "")]
    assert refused(shortage_act.proposed, empty_desk, 99) == [("OWN", "package_unknown", "")]
    factories.checked_package(empty_desk, package_id=package)
    assert shortage_act.proposed(empty_desk, package).lines == ()


def test_an_act_is_drawn_up_with_three_copies(empty_desk):
    draft = factories.act_draft(empty_desk)
    done = drawn_up(empty_desk, draft)
    assert (done.number, done.stage) == (1, ActStage.DRAFT)
    known = acts.act(empty_desk, done.id)
    assert known.lines == (SHEETS,)
    assert [one.employee_id for one in known.signers] == list(draft.signers)
    assert [
        (one.copy.number, one.copy.addressee, one.correspondent, one.employee_id) for one in known.copies
    ] == [
        (1, Addressee.SENDER, "Министерство финансов РК", None),
        (2, Addressee.SERVICE, "", None),
        (3, Addressee.EXECUTOR, "", None),
    ]
    assert shortage_act.draft_of(empty_desk, done.id) == draft
    assert acts.act_of_package(empty_desk, draft.package_id) == done.id


def test_acts_are_numbered_within_the_year(empty_desk):
    second = factories.employee(empty_desk, "Ким А.В.")
    then = empty_desk.now() - dt.timedelta(days=365)
    lacking = factories.document(counted_sheets=3)
    (came,) = factories.delivery(empty_desk, received_at=then).package_ids
    last_year, this_year = (
        factories.act_draft(empty_desk, package, second=second)
        for package in (factories.checked_package(empty_desk, lacking, package_id=came), None)
    )
    last_year = replace(last_year, dated=dt.date(2025, 12, 31))
    assert [drawn_up(empty_desk, one).number for one in (last_year, this_year)] == [1, 1]
    third = factories.act_draft(empty_desk, second=second)
    assert drawn_up(empty_desk, third).number == 2
    assert [(row.year, row.number) for row in acts.acts(empty_desk)] == [(2026, 2), (2026, 1), (2025, 1)]


def test_a_form_sent_twice_is_one_act(empty_desk):
    command = DrawUp(draft=factories.act_draft(empty_desk), form_id="f")
    first, again = (shortage_act.draw_up(empty_desk, command) for _ in range(2))
    assert (again.id, again.number, again.repeated) == (first.id, 1, True)
    assert len(acts.acts(empty_desk)) == 1


def test_one_act_a_cover_until_it_is_withdrawn(empty_desk):
    draft = factories.act_draft(empty_desk)
    first = drawn_up(empty_desk, draft)
    before = rows(empty_desk)
    assert refused(drawn_up, empty_desk, draft) == [("D12a", "act_there_already", "")]
    assert rows(empty_desk) == before
    act.withdraw(empty_desk, act.WithdrawAct(act_id=first.id, reason="пересчитано"))
    assert drawn_up(empty_desk, draft).number == 2  # the number of the first is not given again


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"signers": ()}, ("OWN", "act_signers_lack", "signers")),
        ({"signers": (1,)}, ("OWN", "act_signers_lack", "signers")),
        ({"signers": (1, 1)}, ("OWN", "act_signer_twice", "signers")),
        ({"signers": (1, 999)}, ("OWN", "person_unknown", "signers")),
        ({"executor_id": 999}, ("OWN", "person_unknown", "signers")),
        ({"lines": ()}, ("OWN", "act_says_nothing", "lines")),
        ({"sender": " "}, ("D12a", "act_sender_needed", "sender")),
        ({"dated": TODAY + dt.timedelta(days=1)}, ("OWN", "act_ahead", "dated")),
        ({"dated": TODAY - dt.timedelta(days=1)}, ("D12a", "mail_day_early", "dated")),
    ],
)
def test_what_is_refused_changes_nothing(empty_desk, changes, found):
    draft = factories.act_draft(empty_desk)
    before = rows(empty_desk)
    assert refused(drawn_up, empty_desk, replace(draft, **changes)) == [found]
    assert rows(empty_desk) == before
    assert drawn_up(empty_desk, draft).number == 1


def test_a_draft_is_changed_and_what_stood_there_is_struck(empty_desk):
    done = drawn_up(empty_desk, factories.act_draft(empty_desk))
    wanted = replace(
        shortage_act.draft_of(empty_desk, done.id),
        lines=(SHEETS, ActLineWords("Упаковка", "целая", "порвана")),
        signers=(2, 1),
        findings="порвано сбоку",
        executor_id=2,
    )
    shortage_act.change(empty_desk, ChangeDraft(act_id=done.id, draft=wanted))
    assert shortage_act.draft_of(empty_desk, done.id) == wanted
    with empty_desk.reading() as connection:
        lines = connection.exec_driver_sql(
            "SELECT ordinal, struck_on FROM act_line ORDER BY ordinal"
        ).fetchall()
        signers = connection.exec_driver_sql(
            "SELECT ordinal, employee_id, struck_on IS NOT NULL FROM act_signer ORDER BY ordinal"
        ).fetchall()
    assert [tuple(row) for row in lines] == [(1, None), (2, None)]  # the line that stayed was left alone
    assert [tuple(row) for row in signers] == [(1, 1, 1), (2, 2, 1), (3, 2, 0), (4, 1, 0)]


def test_a_printed_act_that_is_changed_is_printed_again(empty_desk):
    done = drawn_up(empty_desk, factories.act_draft(empty_desk))
    request = PaperRequest(paper="shortage_act", language="ru", about=f"act:{done.id}")
    printing.print_paper(empty_desk, request)
    assert acts.act(empty_desk, done.id).life.stage is ActStage.PRINTED
    wanted = replace(shortage_act.draft_of(empty_desk, done.id), findings="порвано")
    shortage_act.change(empty_desk, ChangeDraft(act_id=done.id, draft=wanted))
    assert acts.act(empty_desk, done.id).life.stage is ActStage.DRAFT
    with empty_desk.reading() as connection:
        assert connection.exec_driver_sql("SELECT set_aside_reason FROM printout").scalars().all() == [
            "Акт изменён после печати"
        ]


def test_a_signed_act_is_not_changed(empty_desk):
    key = factories.act_signed(empty_desk)
    wanted = replace(shortage_act.draft_of(empty_desk, key), findings="порвано")
    before = rows(empty_desk)
    assert refused(shortage_act.change, empty_desk, ChangeDraft(act_id=key, draft=wanted)) == [
        ("OWN", "act_signed_already", "")
    ]
    assert rows(empty_desk) == before


def test_the_date_stays_in_the_year_of_the_number(empty_desk):
    key = factories.act_drawn_up(empty_desk)
    wanted = replace(shortage_act.draft_of(empty_desk, key), dated=dt.date(2025, 12, 31))
    assert refused(shortage_act.change, empty_desk, ChangeDraft(act_id=key, draft=wanted)) == [
        ("D12a", "mail_day_early", "dated"),
        ("OWN", "act_other_year", "dated"),
    ]


def test_the_executor_named_by_the_resolution_is_proposed(empty_desk):
    from dspdesk.models import Enclosed, Resolution, ResolutionPerson

    package, item = factories.short_package(empty_desk), factories.registered(empty_desk).id
    kim = factories.employee(empty_desk, "Ким А.В.")
    with empty_desk.transaction("test:item:resolved") as step:
        step.session.query(Enclosed).one().item_id = item
        resolution = Resolution(
            form_id="f", item_id=item, author_id=1, dated=TODAY, words="", recorded_at=step.at, recorded_by=1,
            struck_reason="",
        )  # fmt: skip
        step.session.add(resolution)
        step.session.flush()
        step.session.add(ResolutionPerson(resolution_id=resolution.id, employee_id=kim, part="executor"))
    assert shortage_act.proposed(empty_desk, package).executor_id == kim


def test_only_the_service_draws_up_acts(empty_desk):
    draft, password = factories.act_draft(empty_desk), factories.colleague(empty_desk, "lib", Role.LIBRARIAN)
    librarian = factories.signed_in(empty_desk.path, "lib", password)
    for step, given in (
        (shortage_act.proposed, (draft.package_id,)),
        (drawn_up, (draft,)),
        (shortage_act.change, (ChangeDraft(act_id=1, draft=draft),)),
        (shortage_act.draw_draft, (draft, "ru")),
    ):
        assert refused(step, librarian, *given) == [("OWN", "not_entrusted", "")]
    librarian.close()


# --- the paper ---


def test_a_line_of_the_program_is_printed_in_the_language_of_the_paper(empty_desk):
    own = ActLineWords("Печать на конверте", "есть", "нет")
    draft = factories.act_draft(empty_desk)
    key = drawn_up(empty_desk, replace(draft, lines=(replace(SHEETS, note="листы 4–5"), own))).id
    (page, *_others) = pages(shortage_act.draw_paper(empty_desk, f"act:{key}", "kk", ""))
    assert "қосымшалар парақтарының саны" in page
    assert "количество листов" not in page
    assert "листы 4–5" in page
    assert "Печать на конверте" in page
    assert "17.11.2026 № 05-12/884дсп Письмо" in page  # the covering letter, too


def test_each_copy_names_its_addressee_and_the_positions_of_the_day(empty_desk):
    second = factories.employee(empty_desk, "Ким А.В.")
    factories.appointed(empty_desk, second, position_ru="специалист", position_kk="маман")
    key = factories.act_drawn_up(empty_desk, second=second, executor_id=second)
    found = pages(shortage_act.draw_paper(empty_desk, f"act:{key}", "ru", ""))
    assert len(found) == 3
    for page, line in zip(
        found,
        (
            "Экз. № 1: отправителю Министерство финансов РК",
            "Экз. № 2: документационной службе",
            "Экз. № 3: исполнителю документа Ким А.В.",
        ),
        strict=True,
    ):
        assert page.startswith(line)
        assert "Акт № 1" in page
        assert "делопроизводитель" in page
        assert "специалист" in page
        assert "лист 1 из 1" in page


def test_the_wizard_sees_the_paper_before_there_is_an_act(empty_desk):
    draft = factories.act_draft(empty_desk)
    before = rows(empty_desk)
    (page, *_others) = pages(shortage_act.draw_draft(empty_desk, draft, "ru"))
    assert "Акт № ___" in page
    assert rows(empty_desk) == before


def test_an_annulled_entry_is_no_number_of_the_act(empty_desk):
    from dspdesk.models import Enclosed

    key = factories.act_drawn_up(empty_desk)
    item = factories.registered(empty_desk)
    with empty_desk.transaction("test:item:linked") as step:
        step.session.query(Enclosed).one().item_id = item.id
    assert acts.acts(empty_desk)[0].documents == ("1\N{NO-BREAK SPACE}ДСП",)
    registration.annul(empty_desk, registration.Annul(item_id=item.id, reason="дважды"))
    assert acts.acts(empty_desk)[0].documents == ()
    assert key
