"""Saved views: one's own, by name, without the ledger."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dspdesk.law.findings import Refused
from dspdesk.procedures.views import LEFT, ViewToKeep, drop, keep, rename
from dspdesk.queries.views import views
from dspdesk.store.unit_of_work import head
from tests import factories

REGISTER = "journal:incoming"
BODY = {"filters": [["state", "@overdue"]], "order": "due_on"}


def kept(desk, name="Срочные", body=BODY):
    keep(desk, ViewToKeep(REGISTER, name, body))


def sequence(desk):
    with desk.reading() as connection:
        return head(connection)[0]


def test_a_view_is_kept_replaced_renamed_and_dropped_without_the_ledger(desk):
    before = sequence(desk)
    kept(desk)
    kept(desk, body={})
    assert views(desk, REGISTER) == {"Срочные": {}}
    rename(desk, REGISTER, "Срочные", "  Мои   срочные ")
    assert views(desk, REGISTER) == {"Мои срочные": {}}
    drop(desk, REGISTER, "Мои срочные")
    drop(desk, REGISTER, "нет такого")
    assert views(desk, REGISTER) == {}
    assert sequence(desk) == before


def test_registers_do_not_share_views(desk):
    kept(desk)
    assert views(desk, "journal:outgoing") == {}


def test_it_outlives_signing_out(desk):
    kept(desk, LEFT)
    desk.close()
    again = factories.opened(desk.path.parent)
    assert views(again, REGISTER) == {LEFT: BODY}
    again.close()


def test_others_neither_see_nor_change_it(desk):
    kept(desk)
    mine, desk.person = desk.person, replace(desk.person, account_id=desk.person.account_id + 1)
    assert views(desk, REGISTER) == {}
    drop(desk, REGISTER, "Срочные")
    rename(desk, REGISTER, "Срочные", "Чужие")
    desk.person = mine
    assert views(desk, REGISTER) == {"Срочные": BODY}


@pytest.mark.parametrize(
    ("name", "code"), [("", "view_name_needed"), ("Ж" * 61, "view_too_long"), ("Другие", "view_name_taken")]
)
def test_a_name_that_cannot_be_is_refused(desk, name, code):
    kept(desk)
    kept(desk, "Другие")
    with pytest.raises(Refused) as caught:
        rename(desk, REGISTER, "Срочные", name)
    assert caught.value.findings[0].code == code
    assert set(views(desk, REGISTER)) == {"Срочные", "Другие"}


def test_a_body_beyond_measure_is_refused(desk):
    with pytest.raises(Refused):
        kept(desk, body={"filters": "ы" * 100_000})


def test_what_somebody_else_wrote_there_is_none(desk):
    kept(desk)
    with desk.transaction("test:view:spoilt") as step:
        step.connection.exec_driver_sql("UPDATE saved_view SET body = '[' || body")
    assert views(desk, REGISTER) == {}


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=5)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(max_size=8), JSON, max_size=4), st.text(max_size=60))
def test_any_body_comes_back(desk, body, name):
    keep(desk, ViewToKeep(REGISTER, name, body))
    assert views(desk, REGISTER)[" ".join(name.split())] == body
