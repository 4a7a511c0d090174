"""Drafts belong to their account, leave no trace in the ledger, and go in the very step that saves their form."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Role
from dspdesk.models import Account, AccountRole, Draft, Employee
from dspdesk.procedures import drafts as procedure
from dspdesk.procedures import registration
from dspdesk.procedures.drafts import DraftToKeep
from dspdesk.procedures.registration import Correct
from dspdesk.queries.drafts import drafts, find
from dspdesk.queries.item import item
from dspdesk.queries.today import status, today
from tests import factories

FORM = "registration:incoming:2026"


def draft(**changes: object) -> DraftToKeep:
    return replace(
        DraftToKeep(FORM, "form-1", "", "Акимат", {"fields": {"summary": "о музеях"}, "reason": ""}),
        **changes,
    )


def somebody_else(desk: Desk) -> Desk:
    """Another clerk at the same store."""
    with desk.transaction("account:added") as step:
        account = Account(
            login="other",
            employee=Employee(name_kk="Б", name_ru="Б"),
            roles=[AccountRole(role=Role.CLERK.value)],
        )
        step.session.add(account)
        step.session.flush()
        key, step.subject = account.id, f"account:{account.id}"
    return replace(desk, person=replace(desk.person, account_id=key, login="other"))


def raw_body(desk: Desk, body: str) -> None:
    with desk.transaction("draft:kept") as step:
        step.session.query(Draft).one().body = body


def test_a_draft_is_kept_found_and_thrown_away(empty_desk: Desk) -> None:
    procedure.keep(empty_desk, draft())
    (kept,) = drafts(empty_desk)
    assert find(empty_desk, FORM) == kept
    assert (kept.form, kept.form_id, kept.about, kept.title) == (FORM, "form-1", "", "Акимат")
    assert kept.body == {"fields": {"summary": "о музеях"}, "reason": ""}
    assert abs(kept.saved_at - empty_desk.now()) < dt.timedelta(minutes=1)
    procedure.drop(empty_desk, "form-1")
    assert drafts(empty_desk) == []
    procedure.drop(empty_desk, "form-1")


def test_the_newest_of_a_form_counts_and_takes_the_place_of_the_one_before(empty_desk: Desk) -> None:
    procedure.keep(empty_desk, draft())
    procedure.keep(empty_desk, draft(title="Маслихат", body={"fields": {}}))
    assert [kept.title for kept in drafts(empty_desk)] == ["Маслихат"]
    procedure.keep(empty_desk, draft(form_id="form-2", title="Сенат"))
    assert find(empty_desk, FORM).title == "Сенат"
    assert find(empty_desk, FORM, "item:1") is None
    assert find(empty_desk, "registration:outgoing:2026") is None


def test_drafts_leave_no_trace_in_the_ledger(empty_desk: Desk) -> None:
    before = status(empty_desk)
    procedure.keep(empty_desk, draft())
    procedure.drop(empty_desk, "form-1")
    assert status(empty_desk) == before
    assert empty_desk.verify() == []


def test_a_draft_is_seen_counted_and_thrown_away_by_its_own_account_only(empty_desk: Desk) -> None:
    procedure.keep(empty_desk, draft())
    other = somebody_else(empty_desk)
    assert drafts(other) == []
    assert find(other, FORM) is None
    assert today(other).drafts == ()
    assert status(other).newest_draft is None
    procedure.drop(other, "form-1")
    procedure.keep(other, draft(title="мой"))
    assert [kept.title for kept in drafts(other)] == ["мой"]
    assert [kept.title for kept in drafts(empty_desk)] == ["Акимат"]
    assert [kept.title for kept in today(empty_desk).drafts] == ["Акимат"]


def test_a_saved_form_has_no_draft_any_more(empty_desk: Desk) -> None:
    procedure.keep(empty_desk, draft())
    done = factories.registered(empty_desk, form_id="form-1")
    assert drafts(empty_desk) == []
    procedure.keep(empty_desk, draft())  # one that was on its way
    assert drafts(empty_desk) == []
    assert factories.registered(empty_desk, form_id="form-1").number == done.number


def test_a_refused_save_keeps_the_draft(empty_desk: Desk) -> None:
    procedure.keep(empty_desk, draft())
    with pytest.raises(Refused):
        factories.registered(empty_desk, form_id="form-1", late_after=500)
    assert len(drafts(empty_desk)) == 1


def test_a_draft_whose_form_is_registered_is_passed_over(empty_desk: Desk) -> None:
    done = factories.registered(empty_desk, form_id="form-2")
    procedure.keep(empty_desk, draft())
    with empty_desk.transaction("draft:kept") as step:
        step.session.query(Draft).one().form_id = "form-2"
    assert done
    assert drafts(empty_desk) == []
    assert find(empty_desk, FORM) is None


def test_a_correction_ends_its_draft(empty_desk: Desk) -> None:
    done = factories.registered(empty_desk)
    about = f"item:{done.id}"
    procedure.keep(empty_desk, draft(about=about))
    assert find(empty_desk, FORM, about) is not None
    entry = replace(item(empty_desk, done.id).entry, summary="о библиотеках")
    registration.correct(
        empty_desk, Correct(item_id=done.id, entry=entry, reason="опечатка", form_id="form-1")
    )
    assert drafts(empty_desk) == []


@pytest.mark.parametrize("body", ["", "{", "[1, 2]", "null", '"text"', "\x00", "[" * 100_000, "NaN"])
def test_what_is_no_draft_is_passed_over(empty_desk: Desk, body: str) -> None:
    procedure.keep(empty_desk, draft())
    raw_body(empty_desk, body)
    assert drafts(empty_desk) == []
    assert find(empty_desk, FORM) is None


def test_who_may_not_read_the_journals_any_more_does_not_see_an_entry_in_a_draft(empty_desk: Desk) -> None:
    procedure.keep(empty_desk, draft(about="item:1"))
    procedure.keep(empty_desk, draft(form="employee", form_id="form-2"))
    procedure.keep(empty_desk, draft(form="resolution", form_id="form-3", about="item:1"))
    demoted = replace(empty_desk, person=replace(empty_desk.person, roles=frozenset({Role.SECURITY_OFFICER})))
    assert [kept.form for kept in drafts(demoted)] == ["employee"]
