"""What the mark of own documents rests on: at registration, at confirming, later, and carried over."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import JournalKind
from dspdesk.law.restricted_list import Designation, EntryWords, Order
from dspdesk.procedures import (
    carry_over,
    designations,
    list_proposals,
    numbers,
    registration,
    restricted_list,
)
from dspdesk.procedures.designations import Designate
from dspdesk.procedures.list_proposals import Decide
from dspdesk.procedures.registration import Register
from dspdesk.queries.designations import basis, documents, last_designation
from dspdesk.queries.item import item
from dspdesk.queries.restricted_list import entries, proposals
from dspdesk.queries.today import today
from tests import factories
from tests.factories import TODAY
from tests.procedures.test_restricted_list import codes, people, proposed

__all__ = ["people"]
SIGNED = {"executor": "Ким А.В.", "signatory": "Ахметов Б.К.", "signed_on": TODAY}


@pytest.fixture
def listed(empty_desk: Desk) -> Desk:
    """A desk with one list of three entries; the first has the id 1."""
    factories.listed(empty_desk)
    return empty_desk


def own(kind: JournalKind = JournalKind.OUTGOING, **changes: object) -> Register:
    return factories.registration_of(**({"journal": kind, "designation": None} | SIGNED | changes))


def stands(desk: Desk, item_id: int) -> Designation | None:
    found = basis(desk, item_id)
    return found.designation if found else None


def count(desk: Desk) -> tuple[int, int, int]:
    with desk.reading() as connection:
        return tuple(  # type: ignore[return-value]
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("item", "designation", "ledger")
        )


def stopped(desk: Desk, does: Callable[[], object], *found: str) -> Refused:
    before = count(desk)
    with pytest.raises(Refused) as error:
        does()
    assert codes(error.value) == list(found)
    assert count(desk) == before
    return error.value


# Registration


@pytest.mark.parametrize("kind", [JournalKind.OUTGOING, JournalKind.INTERNAL])
def test_a_document_rests_on_an_entry_of_the_list(listed: Desk, kind: JournalKind):
    done = registration.register(listed, own(kind, designation=Designation.by_entry(1)))
    assert done.findings == ()
    found = basis(listed, done.id)
    assert found is not None
    assert found.entry is not None
    assert (found.entry.point, found.entry.text("ru")) == ("1.1", "сведения о результатах проверок")
    assert [line.id for line in documents(listed, 1)] == [done.id]
    assert entries(listed)[0].documents == 1


@pytest.mark.parametrize("kind", [JournalKind.OUTGOING, JournalKind.INTERNAL])
def test_without_an_entry_the_reason_is_kept_as_the_ground(listed: Desk, kind: JournalKind):
    error = stopped(listed, lambda: registration.register(listed, own(kind)), "basis_not_named")
    assert isinstance(error, NeedsReason)
    done = registration.register(listed, own(kind, reason=" по указанию руководства "))
    assert stands(listed, done.id) == Designation.outside("по указанию руководства")


def test_without_any_list_the_warning_says_so(empty_desk: Desk):
    stopped(empty_desk, lambda: registration.register(empty_desk, own()), "basis_without_list")


@pytest.mark.parametrize("kind", [JournalKind.INCOMING, JournalKind.PUBLICATIONS])
def test_what_came_with_its_mark_needs_no_basis_and_gets_none(listed: Desk, kind: JournalKind):
    done = registration.register(listed, own(kind))
    assert stands(listed, done.id) is None
    wanted = own(kind, designation=Designation.by_entry(1))
    stopped(listed, lambda: registration.register(listed, wanted), "basis_of_the_sender")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"designation": Designation.outside(" ")}, "ground_needed"),
        ({"designation": Designation.by_entry(99)}, "basis_unknown"),
        ({"designation": Designation.by_proposal(99)}, "basis_unknown"),
    ],
)
def test_a_basis_that_cannot_be(listed: Desk, changes: dict[str, object], found: str):
    stopped(listed, lambda: registration.register(listed, own(**changes)), found)
    registration.register(listed, own(designation=Designation.outside("приказ от 12.10.2026")))


def test_an_entry_has_to_be_in_force_on_the_day_of_signing(listed: Desk):
    order = Order("44", TODAY)
    restricted_list.amend(
        listed,
        restricted_list.AmendList(list_id=1, order=order, ended=(1,), added=(EntryWords("1.5", "жаңа"),)),
    )
    by_ended, by_new = Designation.by_entry(1), Designation.by_entry(entries(listed, TODAY)[1].id)
    assert entries(listed, TODAY)[1].point == "1.5"
    before = {"signed_on": TODAY - dt.timedelta(days=1)}
    stopped(listed, lambda: registration.register(listed, own(designation=by_ended)), "entry_no_more")
    stopped(listed, lambda: registration.register(listed, own(designation=by_new, **before)), "entry_not_yet")
    registration.register(listed, own(designation=by_ended, **before))
    registration.register(listed, own(designation=by_new))


def test_the_executor_is_named_with_an_entry(listed: Desk):
    wanted = own(designation=Designation.by_entry(1), executor="")
    error = stopped(listed, lambda: registration.register(listed, wanted), "basis_without_executor")
    assert isinstance(error, NeedsReason)
    done = registration.register(listed, replace(wanted, reason="готовил сам подписавший"))
    assert stands(listed, done.id) == Designation.by_entry(1)


def test_a_repeated_save_does_not_designate_twice(listed: Desk):
    wanted = own(designation=Designation.by_entry(1))
    registration.register(listed, wanted)
    before = count(listed)
    assert registration.register(listed, wanted).repeated
    assert count(listed) == before


def test_the_card_is_told_before_saving(listed: Desk):
    found = registration.consider(listed, own())
    assert [finding.code for finding in found] == ["basis_not_named"]
    assert registration.consider(listed, own(designation=Designation.by_entry(1))) == ()


# Reserved numbers


def reserved(desk: Desk, **changes: object) -> int:
    asked = numbers.ReserveNumbers(
        journal=JournalKind.OUTGOING, year=TODAY.year, form_id="f", purpose="ответ", **changes
    )
    return numbers.reserve(desk, asked)[0].id


def confirm(item_id: int, **changes: object) -> numbers.Confirm:
    wanted = numbers.Confirm(
        item_id=item_id, signatory="Ахметов Б.К.", signed_on=TODAY, entry=factories.entry(executor="Ким А.В.")
    )
    return replace(wanted, **changes)


def test_what_is_not_signed_yet_needs_no_basis_but_may_have_one(listed: Desk):
    unsigned = own(signatory="", signed_on=None)
    assert stands(listed, registration.register(listed, unsigned).id) is None
    done = reserved(listed, designation=Designation.by_entry(1))
    assert stands(listed, done) == Designation.by_entry(1)
    numbers.confirm(listed, confirm(done))
    assert stands(listed, done) == Designation.by_entry(1)


def test_confirming_asks_for_the_basis(listed: Desk):
    item = reserved(listed)
    stopped(listed, lambda: numbers.confirm(listed, confirm(item)), "basis_not_named")
    assert [f.code for f in numbers.consider(listed, confirm(item))] == ["basis_not_named"]
    numbers.confirm(listed, confirm(item, designation=Designation.by_entry(1)))
    assert stands(listed, item) == Designation.by_entry(1)


def test_confirming_with_a_reason_keeps_it_as_the_ground(listed: Desk):
    item = reserved(listed)
    numbers.confirm(listed, confirm(item, reason="по указанию"))
    assert stands(listed, item) == Designation.outside("по указанию")


def test_a_correction_that_brings_the_signature_brings_the_ground_too(listed: Desk):
    item = reserved(listed)
    signed = factories.entry(**SIGNED, their_number="", their_date=None)
    registration.correct(listed, registration.Correct(item_id=item, entry=signed, reason="подписан"))
    assert stands(listed, item) == Designation.outside("подписан")


# Later


def test_a_later_designation_replaces_the_one_before(listed: Desk):
    done = registration.register(listed, own(reason="без перечня"))
    designations.designate(listed, Designate(item_id=done.id, designation=Designation.by_entry(2)))
    assert stands(listed, done.id) == Designation.by_entry(2)
    with listed.reading() as connection:
        rows = connection.exec_driver_sql("SELECT ordinal, ground FROM designation ORDER BY id").fetchall()
        (last,) = connection.exec_driver_sql("SELECT subject FROM ledger ORDER BY id DESC LIMIT 1").one()
    assert [tuple(row) for row in rows] == [(1, "outside"), (2, "entry")]
    assert last == f"item:{done.id}"
    again = Designate(item_id=done.id, designation=Designation.by_entry(2))
    stopped(listed, lambda: designations.designate(listed, again), "designation_the_same")


def test_a_correction_may_bring_another_basis(listed: Desk):
    done = registration.register(listed, own(designation=Designation.by_entry(1)))
    wanted = registration.Correct(item_id=done.id, entry=own().entry, reason="другой пункт")
    stopped(listed, lambda: registration.correct(listed, wanted), "nothing_changed")
    same = replace(wanted, designation=Designation.by_entry(1))
    stopped(listed, lambda: registration.correct(listed, same), "nothing_changed")
    other = replace(wanted, designation=Designation.by_entry(2))
    assert registration.consider(listed, other) == ()
    registration.correct(listed, other)
    assert stands(listed, done.id) == Designation.by_entry(2)


def test_a_correction_leaves_the_basis_as_it_is(listed: Desk):
    done = registration.register(listed, own(designation=Designation.by_entry(1)))
    wanted = replace(own().entry, summary="о другом")
    registration.correct(listed, registration.Correct(item_id=done.id, entry=wanted, reason="опечатка"))
    assert stands(listed, done.id) == Designation.by_entry(1)


def test_an_annulled_number_is_not_designated(listed: Desk):
    done = registration.register(listed, own(reason="без перечня"))
    registration.annul(listed, registration.Annul(item_id=done.id, reason="не отправлено"))
    wanted = Designate(item_id=done.id, designation=Designation.by_entry(1))
    stopped(listed, lambda: designations.designate(listed, wanted), "not_to_be_corrected")


def test_an_incoming_document_is_not_designated_later(listed: Desk):
    done = registration.register(listed, own(JournalKind.INCOMING))
    wanted = Designate(item_id=done.id, designation=Designation.by_entry(1))
    stopped(listed, lambda: designations.designate(listed, wanted), "basis_of_the_sender")


# Proposals


def test_a_document_rests_on_a_proposal_until_it_is_declined(listed: Desk, people: dict[str, int]):
    key = proposed(listed, people)
    by_proposal = Designation.by_proposal(key)
    done = registration.register(listed, own(designation=by_proposal))
    found = basis(listed, done.id)
    assert found is not None
    assert found.proposal is not None
    assert found.proposal.information == "сведения о графике проверок"
    assert proposals(listed)[0].documents == 1
    assert [one.title for one in today(listed).waiting] == ["Proposals waiting for a decision"]
    list_proposals.decide(listed, Decide(proposal_id=key, decided_on=TODAY, words="не требуется"))
    (waits,) = today(listed).waiting
    assert (waits.title, waits.total) == ("Own documents without a basis of the mark", 1)
    assert (waits.lines[0].place, waits.lines[0].row) == ("item", done.id)
    stopped(
        listed, lambda: registration.register(listed, own(designation=by_proposal)), "proposal_was_declined"
    )
    designations.designate(listed, Designate(item_id=done.id, designation=Designation.by_entry(1)))
    assert today(listed).waiting == ()


# From year to year


def test_a_document_carried_over_takes_its_basis_along(listed: Desk):
    last = dt.date(TODAY.year - 1, 12, 20)
    old = registration.register(
        listed,
        own(designation=Designation.by_entry(1), date=last, year=last.year, signed_on=last, their_date=None),
    )
    (passed,) = carry_over.carry_over(listed, carry_over.CarryOver(item_ids=(old.id,), year=TODAY.year))
    assert stands(listed, passed.to_id) == Designation.by_entry(1)
    assert [line.id for line in documents(listed, 1)] == [passed.to_id]
    assert entries(listed)[0].documents == 1


def test_a_document_without_a_basis_is_carried_over_without_one(empty_desk: Desk):
    last = dt.date(TODAY.year - 1, 12, 20)
    old = factories.registered(empty_desk, date=last, year=last.year, their_date=None)
    (passed,) = carry_over.carry_over(empty_desk, carry_over.CarryOver(item_ids=(old.id,), year=TODAY.year))
    assert stands(empty_desk, passed.to_id) is None


def test_the_basis_is_named_where_the_document_goes_on(listed: Desk):
    """The old entry takes none, neither by itself nor with a correction; Today asks for it under the later number."""
    last = dt.date(TODAY.year - 1, 12, 20)
    when = {"date": last, "year": last.year, "signed_on": last, "their_date": None}
    old = registration.register(listed, own(**when, reason="введено задним числом"))
    (passed,) = carry_over.carry_over(listed, carry_over.CarryOver(item_ids=(old.id,), year=TODAY.year))
    basis_of = Designation.by_entry(1)
    refusal = stopped(
        listed,
        lambda: designations.designate(listed, Designate(item_id=old.id, designation=basis_of)),
        "designation_of_later",
    )
    assert refusal.findings[0].facts["later"] == passed.number.with_mark("ru")
    stopped(
        listed,
        lambda: registration.correct(
            listed,
            registration.Correct(
                item_id=old.id, entry=item(listed, old.id).entry, designation=basis_of, reason="уточнено"
            ),
        ),
        "designation_of_later",
    )
    designations.designate(listed, Designate(item_id=passed.to_id, designation=basis_of))
    assert stands(listed, passed.to_id) == basis_of
    assert [line.id for line in documents(listed, 1)] == [passed.to_id]


def test_today_asks_for_the_basis_under_the_number_that_goes_on(listed: Desk, people: dict[str, int]):
    """A proposal declined after the document was carried over leaves its mark without a basis."""
    last = dt.date(TODAY.year - 1, 12, 20)
    when = {"date": last, "year": last.year, "signed_on": last, "their_date": None}
    proposal = proposed(listed, people)
    old = registration.register(listed, own(**when, designation=Designation.by_proposal(proposal)))
    imported = registration.register(
        listed,
        own(**when, designation=Designation.by_proposal(proposal), form_id="import:5:7", their_number=""),
    )
    command = carry_over.CarryOver(item_ids=(old.id, imported.id), year=TODAY.year)
    carried = {one.from_id: one.to_id for one in carry_over.carry_over(listed, command)}
    basis_missing = "Own documents without a basis of the mark"
    assert basis_missing not in [one.title for one in today(listed).waiting]
    list_proposals.decide(listed, Decide(proposal_id=proposal, decided_on=TODAY, words="не требуется"))
    (found,) = [one for one in today(listed).waiting if one.title == basis_missing]
    assert ([line.row for line in found.lines], found.total) == ([carried[old.id]], 1)


def test_what_the_document_before_rests_on_is_known(listed: Desk):
    assert last_designation(listed, JournalKind.OUTGOING, TODAY.year) is None
    registration.register(listed, own(designation=Designation.by_entry(2)))
    assert last_designation(listed, JournalKind.OUTGOING, TODAY.year) == Designation.by_entry(2)
    assert last_designation(listed, JournalKind.INTERNAL, TODAY.year) is None
