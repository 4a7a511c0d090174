"""Permissions, further copies and extracts: recorded and refused on a real store."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.copying import PermitKind
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Headship, JournalKind, MovementKind, Role
from dspdesk.law.values import CopyNumbers
from dspdesk.law.whereabouts import Where
from dspdesk.procedures import copying
from dspdesk.procedures.copying import GrantPermit, MakeCopies, MakeExtract, RevokePermit
from dspdesk.procedures.registration import Correct, correct
from dspdesk.queries import copying as queries
from dspdesk.queries.item import item
from dspdesk.queries.whereabouts import copies_of
from tests.factories import TODAY, admitted, appointed, employee, permit, registered, service_head

YESTERDAY = TODAY - dt.timedelta(days=1)
FORTY = tuple(range(1, 41))


@pytest.fixture
def run(empty_desk: Desk) -> int:
    """A print run of forty received under one number."""
    return registered(empty_desk, copies=FORTY).id


def first_copy(desk: Desk, item_id: int) -> int:
    return copies_of(desk, item_id)[0].id


def made(desk: Desk, item_id: int, permit_id: int | None, **changes) -> copying.Made:
    return copying.make_copies(desk, command(desk, item_id, permit_id, **changes))


def command(desk: Desk, item_id: int, permit_id: int | None, **changes) -> MakeCopies:
    how = {
        "copy_id": first_copy(desk, item_id), "count": 12, "made_on": TODAY, "made_by_id": 1,
        "form_id": uuid.uuid4().hex,
    }  # fmt: skip
    return MakeCopies(item_id=item_id, permit_id=permit_id, **(how | changes))


def extract(desk: Desk, item_id: int, permit_id: int | None, **changes) -> copying.Made:
    how = {
        "copy_id": first_copy(desk, item_id), "sheets": 2, "made_on": TODAY, "made_by_id": 1,
        "form_id": uuid.uuid4().hex,
    }  # fmt: skip
    return copying.make_extract(desk, MakeExtract(item_id=item_id, permit_id=permit_id, **(how | changes)))


def counts(desk: Desk) -> tuple[int, ...]:
    with desk.reading() as connection:
        return tuple(
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("copy", "movement", "permit", "reproduction", "ledger")
        )


def refused(desk: Desk, step: Callable[[], object]) -> list[str]:
    """The codes of a refusal, after which nothing has changed."""
    before = counts(desk)
    with pytest.raises(Refused) as caught:
        step()
    assert counts(desk) == before
    return [finding.code for finding in caught.value.findings]


def notes(desk: Desk, item_id: int) -> list[str]:
    with desk.reading() as connection:
        return queries.notes_of(connection, [item_id]).get(item_id, [])


# further copies


def test_further_copies_go_on_from_the_last(empty_desk, run):
    done = made(empty_desk, run, permit(empty_desk, run))
    assert done.numbers == CopyNumbers(tuple(range(41, 53)))
    details = item(empty_desk, run)
    assert details.entry.copies == tuple(range(1, 53))
    assert [line.tag for line in details.history][-2:] == [
        "copying:permit:permitted",
        "copying:copies:reproduced",
    ]
    assert notes(empty_desk, run) == ["Доп. размножено 12 экз. (№ 41–52), разрешение № 3 от 18.11.2026"]
    assert details.reproduced == tuple(notes(empty_desk, run))
    assert {row.where for row in copies_of(empty_desk, run)} == {Where.SERVICE}
    assert empty_desk.verify() == []


def test_a_form_saved_twice_makes_them_once(empty_desk, run):
    wanted = command(empty_desk, run, permit(empty_desk, run), count=2)
    first, again = copying.make_copies(empty_desk, wanted), copying.make_copies(empty_desk, wanted)
    assert (again.repeated, replace(again, repeated=False)) == (True, first)
    assert queries.highest_number(empty_desk, run) == 42


def test_a_number_struck_out_is_not_given_again(empty_desk):
    wrong = registered(empty_desk, copies=(1, 2, 3)).id
    details = item(empty_desk, wrong)
    correct(
        empty_desk,
        Correct(item_id=wrong, entry=replace(details.entry, copies=(1, 2)), reason="внесён по ошибке"),
    )
    assert made(empty_desk, wrong, permit(empty_desk, wrong), count=1).numbers == CopyNumbers((4,))


def test_a_document_carried_over_goes_on_from_what_it_had(empty_desk):
    """The copies of the year before were taken account of, also one that went no further."""
    old = registered(empty_desk, copies=(1, 2, 3)).id
    new = registered(empty_desk, copies=(1, 2)).id
    with empty_desk.transaction("demo:journal:filled") as step:
        from dspdesk.models import CarryOver

        step.session.add(CarryOver(from_item_id=old, to_item_id=new))
    assert queries.highest_number(empty_desk, new) == 3


def test_copies_for_a_worker_whom_a_resolution_names_are_handed_over(empty_desk, run):
    worker = employee(empty_desk)
    allowed = permit(empty_desk, run, for_employee_id=worker)
    assert refused(empty_desk, lambda: made(empty_desk, run, allowed, give=True)) == ["not_admitted"]

    admitted(empty_desk, run, worker)
    done = made(empty_desk, run, allowed, give=True)
    rows = [row for row in copies_of(empty_desk, run) if row.id in done.copy_ids]
    assert {(row.where, row.holder, row.words) for row in rows} == {
        (Where.PERSON, "Сейтқали Г.М.", "Сейтқали Г.М., 18.11.2026, разрешение № 3")
    }
    assert empty_desk.verify() == []


def outside(desk: Desk, item_id: int, **changes) -> int:
    how = {
        "kind": PermitKind.OUTSIDE_COPY, "granted_by_id": None, "granted_by": "Министр финансов РК",
        "for_employee_id": None, "for_organisation": "Акимат г. Астаны", "request": "7-1/22", "request_on": YESTERDAY,
        "consent": "05-12/901", "consent_on": TODAY,
    }  # fmt: skip
    return permit(desk, item_id, **(how | changes))


def test_copies_for_another_organisation_are_sent(empty_desk, run):
    done = made(empty_desk, run, outside(empty_desk, run, copies=2), count=2, give=True)
    rows = [row for row in copies_of(empty_desk, run) if row.id in done.copy_ids]
    assert {(row.where, row.holder) for row in rows} == {(Where.CORRESPONDENT, "Акимат г. Астаны")}
    moved = {move.kind for copy in item(empty_desk, run).copies for move in copy.movements}
    assert moved == {MovementKind.SENDING}
    assert empty_desk.verify() == []


def test_our_own_document_is_permitted_by_our_own_head(empty_desk):
    ours = registered(
        empty_desk, journal=JournalKind.OUTGOING, signed_on=TODAY, signatory="Ким А.", their_number="",
        their_date=None, executor="Ким А.",
    ).id  # fmt: skip
    head = employee(empty_desk, "Абдрахманов Е.С.")
    appointed(empty_desk, head, heads=Headship.BODY)
    service_head(empty_desk)
    assert refused(empty_desk, lambda: outside(empty_desk, ours)) == ["permit_not_of_body_head"]
    outside(empty_desk, ours, granted_by_id=head, granted_by="", consent="", consent_on=None)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"valid_to": YESTERDAY, "granted_on": YESTERDAY}, "permit_expired"),
        ({"kind": PermitKind.OWN_EXTRACT}, "permit_for_extract"),
        ({"copies": 11}, "permit_not_enough"),
    ],
)
def test_a_permission_that_does_not_allow_it(empty_desk, run, changes, code):
    allowed = permit(empty_desk, run, **changes)
    assert refused(empty_desk, lambda: made(empty_desk, run, allowed)) == [code]


def test_a_permission_used_up_or_revoked(empty_desk, run):
    allowed = permit(empty_desk, run)
    made(empty_desk, run, allowed)
    assert refused(empty_desk, lambda: made(empty_desk, run, allowed, count=1)) == ["permit_used_up"]
    another = permit(empty_desk, run, number="4")
    copying.revoke(empty_desk, RevokePermit(permit_id=another, on=TODAY, reason="нужда отпала"))
    assert refused(empty_desk, lambda: made(empty_desk, run, another)) == ["permit_revoked"]
    assert [row.facts.revoked_on for row in queries.permits(empty_desk)] == [TODAY, None]


def test_without_a_permission_or_one_about_another_document(empty_desk, run):
    other = permit(empty_desk, registered(empty_desk).id)
    assert refused(empty_desk, lambda: made(empty_desk, run, None)) == ["permit_needed"]
    assert refused(empty_desk, lambda: made(empty_desk, run, other)) == ["permit_other_item"]


def test_the_copy_that_is_copied_must_be_here(empty_desk, run):
    allowed = outside(empty_desk, run, copies=9)
    gone = made(empty_desk, run, allowed, count=1, give=True).copy_ids[0]
    assert refused(empty_desk, lambda: made(empty_desk, run, allowed, count=1, copy_id=gone)) == [
        "copy_not_here_correspondent"
    ]
    foreign = first_copy(empty_desk, registered(empty_desk).id)
    assert "copied_from_which" in refused(
        empty_desk, lambda: made(empty_desk, run, allowed, count=1, copy_id=foreign)
    )
    assert refused(empty_desk, lambda: made(empty_desk, run, allowed, count=1, copy_id=None)) == [
        "copied_from_which"
    ]


def test_what_is_left_out_is_asked_for(empty_desk, run):
    allowed = permit(empty_desk, run)
    missing = {"count": None, "made_on": None, "made_by_id": None}
    assert refused(empty_desk, lambda: made(empty_desk, run, allowed, **missing)) == [
        "copies_to_make",
        "day_needed",
        "made_by_whom",
    ]


# extracts


def test_an_extract_for_the_worker_whom_the_permission_names(empty_desk, run):
    admitted(empty_desk, run, 1)
    allowed = permit(empty_desk, run, kind=PermitKind.OWN_EXTRACT, copies=1)
    assert extract(empty_desk, run, allowed).numbers == CopyNumbers(())
    assert notes(empty_desk, run) == ["18.11.2026 сделана выписка на 2 л., разрешение № 3 от 18.11.2026"]
    assert refused(empty_desk, lambda: extract(empty_desk, run, allowed)) == ["permit_used_up"]
    assert item(empty_desk, run).history[-1].tag == "copying:extract:extracted"


def test_an_extract_needs_its_own_permission_and_a_worker_admitted(empty_desk, run):
    wrong = permit(empty_desk, run)
    worker = employee(empty_desk)
    allowed = permit(empty_desk, run, kind=PermitKind.OWN_EXTRACT, for_employee_id=worker, copies=1)
    assert "permit_for_copies" in refused(empty_desk, lambda: extract(empty_desk, run, wrong))
    assert refused(empty_desk, lambda: extract(empty_desk, run, allowed)) == ["not_admitted"]
    assert "extract_sheets" in refused(empty_desk, lambda: extract(empty_desk, run, allowed, sheets=None))
    assert "permit_needed" in refused(empty_desk, lambda: extract(empty_desk, run, None))


# permissions


def test_a_permission_is_recorded_once_and_revoked_with_a_reason(empty_desk, run):
    head = service_head(empty_desk)
    granted = copying.Permission(
        kind=PermitKind.OWN_COPY, number="№ 3", granted_on=TODAY, granted_by_id=head, for_employee_id=1
    )
    wanted = GrantPermit(item_id=run, permission=granted, form_id="one")
    assert copying.grant(empty_desk, wanted) == copying.grant(empty_desk, wanted)
    (row,) = queries.permits(empty_desk)
    assert (row.facts.number, row.granted_by, row.for_whom) == ("3", "Ахметов Б.К.", "Жүнісова Ә.Қ.")
    assert refused(
        empty_desk, lambda: copying.revoke(empty_desk, RevokePermit(permit_id=row.id, on=TODAY, reason=" "))
    ) == ["reason_needed"]
    copying.revoke(empty_desk, RevokePermit(permit_id=row.id, on=TODAY, reason="нужда отпала"))
    assert refused(
        empty_desk, lambda: copying.revoke(empty_desk, RevokePermit(permit_id=row.id, on=TODAY, reason="ещё"))
    ) == ["permit_revoked_already"]


def test_a_permission_about_nothing(empty_desk, run):
    head = service_head(empty_desk)
    granted = copying.Permission(kind=PermitKind.OWN_COPY, number="3", granted_on=TODAY, granted_by_id=head)
    for item_id in (None, 999):
        wanted = GrantPermit(item_id=item_id, permission=granted, form_id="one")
        assert refused(empty_desk, lambda wanted=wanted: copying.grant(empty_desk, wanted)) == [
            "permit_of_what"
        ]


def test_who_acts_for_the_head_permits_too(empty_desk, run):
    service_head(empty_desk)
    acting = employee(empty_desk, "Ким А.В.")
    appointed(empty_desk, acting, heads=Headship.SERVICE, acting=True, valid_from=YESTERDAY, valid_to=TODAY)
    permit(empty_desk, run, granted_by_id=acting)
    assert refused(empty_desk, lambda: permit(empty_desk, run, granted_by_id=1)) == [
        "permit_not_of_service_head"
    ]
    before = YESTERDAY - dt.timedelta(days=1)
    assert refused(empty_desk, lambda: permit(empty_desk, run, granted_by_id=acting, granted_on=before)) == [
        "permit_not_of_service_head"
    ]


def test_only_the_documentation_service_copies(empty_desk, run):
    allowed = permit(empty_desk, run)
    reader = replace(empty_desk, person=replace(empty_desk.person, roles=frozenset({Role.LIBRARIAN})))
    wanted = command(empty_desk, run, allowed)
    assert refused(empty_desk, lambda: copying.make_copies(reader, wanted)) == ["not_entrusted"]
    assert refused(empty_desk, lambda: permit(reader, run, granted_by_id=1)) == ["not_entrusted"]


def test_what_fits_is_offered_and_nothing_else(empty_desk, run):
    allowed = permit(empty_desk, run, copies=1)
    permit(empty_desk, run, number="4", kind=PermitKind.OWN_EXTRACT)
    permit(empty_desk, run, number="5", valid_to=YESTERDAY, granted_on=YESTERDAY)
    copies = {PermitKind.OWN_COPY, PermitKind.OUTSIDE_COPY}
    assert [row.id for row in queries.fitting(empty_desk, run, copies, TODAY)] == [allowed]
    made(empty_desk, run, allowed, count=1)
    assert queries.fitting(empty_desk, run, copies, TODAY) == []
    assert len(queries.permits_of(empty_desk, run)) == 3


def test_considering_writes_nothing(empty_desk, run):
    before = counts(empty_desk)
    assert [f.code for f in copying.consider_copies(empty_desk, command(empty_desk, run, None))] == [
        "permit_needed"
    ]
    assert counts(empty_desk) == before


def test_whose_document_it_is_for_a_form(empty_desk, run):
    about = queries.to_reproduce(empty_desk, run)
    assert (about.number, about.ours, about.sender) == (
        "1\N{NO-BREAK SPACE}ДСП",
        False,
        "Министерство финансов РК",
    )
    assert queries.to_reproduce(empty_desk, 999) is None
