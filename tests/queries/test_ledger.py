"""The ledger by pages: newest first, by person, kind and day; whoever may not read the journals sees no content."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.kinds import Role
from dspdesk.law.roles import MAY, Action
from dspdesk.models import Account, AccountRole, Employee
from dspdesk.procedures import registration
from dspdesk.procedures.registration import Annul, Correct
from dspdesk.queries import ledger as queries
from dspdesk.queries.item import item
from dspdesk.queries.ledger import Wanted, details, page, people
from dspdesk.queries.ledger_words import STEPS, needed
from dspdesk.store import ledger
from dspdesk.store.unit_of_work import head
from tests import factories

WORD = "хризантема"


def as_role(desk: Desk, role: Role) -> Desk:
    return replace(desk, person=replace(desk.person, roles=frozenset({role})))


def numbers(found: queries.LedgerPage) -> list[int]:
    return [line.id for line in found.lines]


def test_the_newest_come_first_and_the_older_ones_by_pages(desk: Desk) -> None:
    first = page(desk, Wanted(), limit=10)
    assert numbers(first) == list(range(first.total, first.total - 10, -1))
    assert first.rest == first.total - 9
    second = page(desk, Wanted(), limit=10, below=first.rest)
    assert numbers(second) == list(range(first.total - 10, first.total - 20, -1))
    everything = page(desk, Wanted(), limit=10_000)
    assert numbers(everything) == list(range(first.total, 0, -1))
    assert everything.rest == 0


def test_a_line_is_that_of_the_ledger(desk: Desk) -> None:
    with desk.reading() as connection:
        sequence, digest = head(connection)
    line = page(desk, Wanted(), limit=1).lines[0]
    assert (line.id, line.code) == (sequence, ledger.code(sequence, digest))
    assert (line.by, line.name) == (factories.LOGIN, "Жүнісова Ә.Қ.")
    assert (line.tag, line.step, line.subject) == (
        "registration:item:registered",
        "Зарегистрировано",
        "item:60",
    )
    assert line.at == desk.now()


def test_by_kind_by_person_and_by_day(desk: Desk) -> None:
    with desk.transaction("account:opened") as step:
        other = Account(login="other", employee=Employee(name_kk="Б", name_ru="Б"))
        step.session.add(other)
        step.session.flush()
        step.session.add(AccountRole(account_id=other.id, role=Role.CLERK.value))
        key, step.subject = other.id, f"account:{other.id}"
    second = replace(desk, person=replace(desk.person, login="other", account_id=key))
    second.clock = (factories.NOW + dt.timedelta(days=2)).astimezone
    done = factories.registered(second)
    assert [line.tag for line in page(desk, Wanted(kind="account")).lines] == ["account:opened"]
    assert [line.subject for line in page(desk, Wanted(by="other")).lines] == [f"item:{done.id}"]
    assert page(desk, Wanted(by="nobody")).lines == ()
    today = factories.NOW.date()
    assert [line.by for line in page(desk, Wanted(day=today + dt.timedelta(days=2))).lines] == ["other"]
    assert page(desk, Wanted(day=today + dt.timedelta(days=1))).lines == ()
    assert page(desk, Wanted(day=today - dt.timedelta(days=1))).lines == ()
    that_day = page(desk, Wanted(day=today), limit=10_000)
    assert len(that_day.lines) == that_day.total - 1
    assert people(desk) == [("other", "Б"), (factories.LOGIN, "Жүнісова Ә.Қ.")]


def test_a_long_search_stops_and_goes_on_from_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "_WINDOW", 7)
    monkeypatch.setattr(queries, "_MOST_LOOKED_AT", 20)
    first = page(desk, Wanted(kind="store"))
    assert first.lines == ()
    assert 0 < first.rest < first.total
    met, at = [], first.rest
    while at:
        following = page(desk, Wanted(kind="store"), below=at)
        met += numbers(following)
        at = following.rest
    assert met == [1]


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A desk whose last three steps say one word in fields and reasons."""
    done = factories.registered(desk, summary=WORD, reason=WORD)
    entry = replace(item(desk, done.id).entry, summary=f"{WORD} {WORD}")
    registration.correct(desk, Correct(item_id=done.id, entry=entry, reason=WORD))
    registration.annul(desk, Annul(item_id=done.id, reason=WORD))
    return desk


@pytest.mark.parametrize("role", sorted(MAY[Action.READ_LEDGER]))
def test_content_is_for_those_who_may_read_the_journals(told: Desk, role: Role) -> None:
    desk = as_role(told, role)
    lines = page(desk, Wanted(), limit=3).lines
    found = [details(desk, line.id) for line in lines]
    sees = role in MAY[Action.READ_JOURNALS]
    assert (WORD in str(lines)) == (WORD in str(found)) == sees
    assert [bool(one.hidden) for one in found] == [not sees] * 3
    assert all(
        line.subject and line.name and line.step for line in lines
    )  # that it was, who and when, all see


def test_steps_of_access_and_backups_are_for_every_reader(desk: Desk, tmp_path) -> None:
    desk.backup(tmp_path / "copy.dspdesk")
    inspector = as_role(desk, Role.INSPECTOR)
    found = details(inspector, page(inspector, Wanted(kind="store"), limit=1).lines[0].id)
    assert found.hidden == 0
    assert any("copy.dspdesk" in one.value for one in found.fields)


def test_key_material_is_told_to_nobody(desk: Desk) -> None:
    from dspdesk.store.settings import RECOVERY_PUBLIC, put

    with desk.transaction("keys:recovery_sheet:made") as step:
        put(step.session, RECOVERY_PUBLIC, "secret-key-material")
        step.subject = "organisation:1"
    found = details(desk, page(desk, Wanted(), limit=1).lines[0].id)
    assert "secret-key-material" not in str(found)
    assert "(не показывается)" in str(found)


def test_what_nobody_has_decided_upon_is_hidden() -> None:
    assert needed("commission:meeting:held") is Action.READ_JOURNALS
    assert needed("office:correspondent:entered") is Action.READ_CORRESPONDENTS
    assert needed("office:place:entered") is Action.READ_OFFICE
    assert {
        needed(tag) for tag in STEPS if tag.startswith(("registration", "import", "printout", "demo"))
    } == {Action.READ_JOURNALS}


def test_there_is_no_entry_beyond_the_last(desk: Desk) -> None:
    assert details(desk, 10_000) is None
