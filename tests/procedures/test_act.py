"""The life of an act in the store: printed, signed, its copies given, executed by itself, or withdrawn."""

import datetime as dt

import pytest

from dspdesk.law.act import ActStage
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.procedures import act, printing
from dspdesk.procedures.act import GiveCopy, MarkSigned, WithdrawAct
from dspdesk.procedures.printing import PaperRequest
from dspdesk.queries import acts
from dspdesk.queries.item import item as details
from dspdesk.queries.waiting import waiting
from tests import factories
from tests.factories import TODAY
from tests.procedures.test_shortage_act import refused, rows

YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)


def stage(desk, key):
    return acts.act(desk, key).life.stage


def printed(desk, key, language="ru"):
    return printing.print_paper(
        desk, PaperRequest(paper="shortage_act", language=language, about=f"act:{key}")
    )


def printouts(desk):
    with desk.reading() as connection:
        return [
            tuple(row)
            for row in connection.exec_driver_sql(
                "SELECT id, signed_on, set_aside_on IS NOT NULL, replaced_by_id FROM printout ORDER BY id"
            )
        ]


def tags(desk, subject):
    """The steps on a thing, the latest first."""
    with desk.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT tag FROM ledger WHERE subject = ? ORDER BY id DESC", (subject,)
        )
        return list(found.scalars())


def linked(desk, count=1):
    """Entries made of the documents of the only package, in the table alone."""
    from dspdesk.models import Enclosed

    items = [factories.registered(desk, their_number=str(place)).id for place in range(count)]
    with desk.transaction("test:item:linked") as step:
        for row, item in zip(step.session.query(Enclosed).order_by(Enclosed.id), items, strict=True):
            row.item_id = item
    return items


def test_printing_makes_a_draft_printed_and_awaits_both_signatures(empty_desk):
    key = factories.act_drawn_up(empty_desk)
    assert stage(empty_desk, key) is ActStage.DRAFT
    assert printed(empty_desk, key).sheets == 3
    assert stage(empty_desk, key) is ActStage.PRINTED
    with empty_desk.reading() as connection:
        awaited = connection.exec_driver_sql("SELECT employee_id, part FROM printout_signature ORDER BY id")
        assert [tuple(row) for row in awaited] == [
            (signer.employee_id, "worker of the documentation service")
            for signer in acts.act(empty_desk, key).signers
        ]


def test_a_preview_prints_nothing(empty_desk):
    key = factories.act_drawn_up(empty_desk)
    before = rows(empty_desk)
    printing.preview(empty_desk, PaperRequest(paper="shortage_act", language="kk", about=f"act:{key}"))
    assert rows(empty_desk) == before


def test_signing_signs_the_last_printing_and_sets_the_others_aside(empty_desk):
    key = factories.act_drawn_up(empty_desk)
    printed(empty_desk, key)
    printed(empty_desk, key, "kk")
    done = act.mark_signed(empty_desk, MarkSigned(act_id=key, on=TODAY))
    assert done.stage is ActStage.SIGNED
    assert printouts(empty_desk) == [(1, None, 1, 2), (2, TODAY.isoformat(), 0, None)]
    with empty_desk.reading() as connection:
        signed = connection.exec_driver_sql(
            "SELECT printout_id, signed_on FROM printout_signature ORDER BY id"
        )
        assert [tuple(row) for row in signed] == [
            (1, None),
            (1, None),
            (2, TODAY.isoformat()),
            (2, TODAY.isoformat()),
        ]


@pytest.mark.parametrize(
    ("on", "code"),
    [(None, "act_signed_when"), (YESTERDAY, "act_signed_before"), (TOMORROW, "act_signed_ahead")],
)
def test_a_day_that_cannot_be_is_refused(empty_desk, on, code):
    key = factories.act_drawn_up(empty_desk)
    printed(empty_desk, key)
    before = rows(empty_desk)
    assert refused(act.mark_signed, empty_desk, MarkSigned(act_id=key, on=on)) == [("OWN", code, "on")]
    assert rows(empty_desk) == before
    assert act.mark_signed(empty_desk, MarkSigned(act_id=key, on=TODAY)).stage is ActStage.SIGNED


def test_what_is_not_printed_is_not_signed(empty_desk):
    key = factories.act_drawn_up(empty_desk)
    before = rows(empty_desk)
    assert refused(act.mark_signed, empty_desk, MarkSigned(act_id=key, on=TODAY)) == [
        ("OWN", "act_not_printed", "")
    ]
    assert refused(act.mark_signed, empty_desk, MarkSigned(act_id=99, on=TODAY)) == [
        ("OWN", "act_unknown", "")
    ]
    assert rows(empty_desk) == before


def test_the_signatures_of_the_paper_sign_the_act(empty_desk):
    """Signed in the list of papers that wait for signatures, the act is signed; what else was printed is set aside."""
    from dspdesk.procedures import signatures

    key = factories.act_drawn_up(empty_desk)
    (item,) = linked(empty_desk)
    printed(empty_desk, key)
    printed(empty_desk, key, "kk")
    signatures.sign(empty_desk, signatures.Sign(printout_id=1, persons=(1, 2), on=TODAY))
    assert stage(empty_desk, key) is ActStage.SIGNED
    assert printouts(empty_desk) == [(1, TODAY.isoformat(), 0, None), (2, None, 1, 1)]
    assert tags(empty_desk, f"act:{key}")[0] == "acts:act:signed"
    assert tags(empty_desk, f"item:{item}")[0] == "acts:item:act_noted"
    assert tags(empty_desk, "printout:1")[0] == "printout:paper:signed"
    with empty_desk.transaction("printout:paper:signed") as step:
        act.paper_signed(
            empty_desk, step, f"act:{key}", TODAY
        )  # the second time there is nothing left to sign
        step.subject = "printout:1"
    assert stage(empty_desk, key) is ActStage.SIGNED


def test_with_the_last_copy_the_act_is_executed(empty_desk):
    key, kim = factories.act_signed(empty_desk), 2
    first = act.give_copy(empty_desk, GiveCopy(act_id=key, number=1, on=TODAY, receipt="исх. № 03-07/41"))
    assert first.stage is ActStage.SIGNED
    last = act.give_copy(
        empty_desk, GiveCopy(act_id=key, number=3, on=TODAY, receipt="расписка", employee_id=kim)
    )
    assert last.stage is ActStage.EXECUTED
    life = acts.act(empty_desk, key).life
    assert life.executed_on == TODAY
    assert [copy.receipt for copy in life.copies] == ["исх. № 03-07/41", "", "расписка"]
    assert acts.act(empty_desk, key).copies[2].employee_id == kim


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"number": 1}, [("OWN", "act_receipt_needed", "receipt")]),
        ({"number": 3, "receipt": "расписка"}, [("D12a", "act_executor_needed", "employee_id")]),
        ({"number": 3, "receipt": "расписка", "employee_id": 999}, [("OWN", "person_unknown", "signers")]),
        ({"number": 2, "receipt": ""}, [("OWN", "act_copy_given", "number")]),
        ({"number": 4, "receipt": "x"}, [("OWN", "act_copy_unknown", "number")]),
        ({"number": 1, "receipt": "x", "on": YESTERDAY}, [("OWN", "act_given_before", "on")]),
        ({"number": 1, "receipt": "x", "on": TOMORROW}, [("OWN", "act_given_ahead", "on")]),
        ({"number": 1, "receipt": "x", "on": None}, [("OWN", "act_given_when", "on")]),
    ],
)
def test_a_copy_that_cannot_go_stays(empty_desk, given, found):
    key = factories.act_signed(empty_desk)
    before = rows(empty_desk)
    assert refused(act.give_copy, empty_desk, GiveCopy(**({"act_id": key, "on": TODAY} | given))) == found
    assert rows(empty_desk) == before


def test_copies_of_an_act_that_does_not_hold_stay(empty_desk):
    key = factories.act_drawn_up(empty_desk)
    give = GiveCopy(act_id=key, number=1, on=TODAY, receipt="исх. № 5")
    assert refused(act.give_copy, empty_desk, give) == [("OWN", "act_not_signed", "")]
    printed(empty_desk, key)
    assert refused(act.give_copy, empty_desk, give) == [("OWN", "act_not_signed", "")]
    act.mark_signed(empty_desk, MarkSigned(act_id=key, on=TODAY))
    assert act.give_copy(empty_desk, give).stage is ActStage.SIGNED


def executed(desk):
    key = factories.act_signed(desk, executor_id=1)
    for number in (1, 3):
        act.give_copy(desk, GiveCopy(act_id=key, number=number, on=TODAY, receipt="исх. № 5"))
    return key


def test_an_executed_act_is_as_it_is(empty_desk):
    key = executed(empty_desk)
    before = rows(empty_desk)
    for step, command in (
        (act.withdraw, WithdrawAct(act_id=key, reason="ошибка")),
        (act.mark_signed, MarkSigned(act_id=key, on=TODAY)),
        (act.give_copy, GiveCopy(act_id=key, number=1, on=TODAY, receipt="исх. № 5")),
    ):
        assert refused(step, empty_desk, command) == [("OWN", "act_executed", "")]
    assert rows(empty_desk) == before
    printed(empty_desk, key)  # another copy on paper changes nothing of it
    assert stage(empty_desk, key) is ActStage.EXECUTED


def test_an_act_is_withdrawn_with_a_reason_and_its_papers_are_set_aside(empty_desk):
    key = factories.act_drawn_up(empty_desk)
    printed(empty_desk, key)
    before = rows(empty_desk)
    assert refused(act.withdraw, empty_desk, WithdrawAct(act_id=key, reason=" ")) == [
        ("OWN", "reason_needed", "reason")
    ]
    assert rows(empty_desk) == before
    assert (
        act.withdraw(empty_desk, WithdrawAct(act_id=key, reason="листы нашлись")).stage is ActStage.WITHDRAWN
    )
    assert acts.act(empty_desk, key).life.withdrawn_reason == "листы нашлись"
    assert [row[2] for row in printouts(empty_desk)] == [1]
    with pytest.raises(Refused, match="act_withdrawn"):
        printed(empty_desk, key)


def test_entries_note_the_act_once_it_holds(empty_desk):
    document = factories.document
    package = factories.checked_package(
        empty_desk, document(counted_enclosure_sheets=9), document(their_number="7")
    )
    key = factories.act_drawn_up(empty_desk, package)
    items = linked(empty_desk, 2)

    def noted():
        with empty_desk.reading() as connection:
            return acts.notes_of(connection, items)

    assert noted() == {}
    printed(empty_desk, key)
    assert noted() == {}
    act.mark_signed(empty_desk, MarkSigned(act_id=key, on=TODAY))
    words = ("Акт № 1 от 18.11.2026 об отсутствии (неполноте) вложений",)
    assert noted() == dict.fromkeys(items, words)
    for item in items:
        assert [one.stage for one in details(empty_desk, item).acts] == [ActStage.SIGNED]
        assert tags(empty_desk, f"item:{item}")[0] == "acts:item:act_noted"
    act.withdraw(empty_desk, WithdrawAct(act_id=key, reason="листы нашлись"))
    assert noted() == {}
    assert tags(empty_desk, f"item:{items[0]}")[0] == "acts:item:act_withdrawn"
    assert tags(empty_desk, f"act:{key}") == [
        "acts:act:withdrawn", "acts:act:signed", "acts:act:drawn_up",
    ]  # fmt: skip


def test_an_entry_moved_to_its_journal_keeps_the_note(empty_desk):
    from dspdesk.models import Misplacement

    key = factories.act_signed(empty_desk)
    (item,) = linked(empty_desk)
    there = factories.registered(empty_desk, journal=JournalKind.PUBLICATIONS, their_number="8").id
    with empty_desk.transaction("test:item:moved") as step:
        step.session.add(Misplacement(from_item_id=item, to_item_id=there))
    with empty_desk.reading() as connection:
        assert list(acts.notes_of(connection, [there])) == [there]
        assert list(acts.notes_of(connection)) == [there]
        assert acts.notes_of(connection, [item + 100]) == {}
        assert acts.notes_of(connection, []) == {}
    assert key


def test_today_says_which_step_an_act_waits_for(empty_desk):
    second = factories.employee(empty_desk, "Ким А.В.")
    keys = [
        factories.act_drawn_up(empty_desk, second=second),
        factories.act_drawn_up(empty_desk, second=second),
        factories.act_signed(empty_desk, second=second),
        executed_with(empty_desk, second),
    ]
    printed(empty_desk, keys[1])
    (found,) = [one for one in waiting(empty_desk, 6) if one.title == "Acts waiting for a step"]
    assert [(line.right, line.place, line.row) for line in found.lines] == [
        ("напечатать", "acts", keys[0]),
        ("подписать", "acts", keys[1]),
        ("передать экземпляры", "acts", keys[2]),
    ]
    assert found.lines[0].words == "Акт об отсутствии вложений № 1, Министерство финансов РК"
    assert found.total == 3
    assert [one.total for one in waiting(empty_desk, 1) if one.title == found.title] == [3]


def executed_with(desk, second):
    key = factories.act_signed(desk, second=second, executor_id=second)
    for number in (1, 3):
        act.give_copy(desk, GiveCopy(act_id=key, number=number, on=TODAY, receipt="исх. № 5"))
    return key


def test_only_the_service_takes_these_steps(empty_desk):
    key = factories.act_signed(empty_desk)
    password = factories.colleague(empty_desk, "lib", Role.LIBRARIAN, name="Иванова Т.П.")
    librarian = factories.signed_in(empty_desk.path, "lib", password)
    for step, command in (
        (act.withdraw, WithdrawAct(act_id=key, reason="ошибка")),
        (act.mark_signed, MarkSigned(act_id=key, on=TODAY)),
        (act.give_copy, GiveCopy(act_id=key, number=1, on=TODAY, receipt="исх. № 5")),
    ):
        assert refused(step, librarian, command) == [("OWN", "not_entrusted", "")]
    with pytest.raises(Refused):
        printed(librarian, key)
    assert stage(librarian, key) is ActStage.SIGNED  # whoever may read the journals sees where it stands
    librarian.close()
