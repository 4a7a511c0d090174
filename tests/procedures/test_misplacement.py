"""An entry made in the wrong journal (W6): annulled there, registered here, both linked; refused while it is in use."""

import datetime as dt
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.carrier_check import CarrierFound
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Carrier, ItemState, JournalKind, PlaceKind
from dspdesk.law.whereabouts import Where
from dspdesk.models import Act, Control, Permit
from dspdesk.procedures import carrier_check, misplacement, movements, office
from dspdesk.procedures.misplacement import PutInRightJournal
from dspdesk.procedures.registration import Annul, annul
from dspdesk.queries import mail
from dspdesk.queries.item import item
from dspdesk.queries.whereabouts import copies_of, copy_facts
from dspdesk.store.verification import verify
from tests import factories
from tests.factories import TODAY
from tests.procedures.test_movements import columns, ids, refusal, told


@pytest.fixture
def letter(desk: Desk) -> int:
    return factories.registered(desk).id


def move(desk: Desk, letter: int, **changes) -> PutInRightJournal:
    entry = item(desk, letter).entry
    defaults = {
        "item_id": letter, "journal": JournalKind.PUBLICATIONS, "year": TODAY.year, "entry": entry,
        "form_id": "a form", "mistake": "это издание",
    }  # fmt: skip
    return PutInRightJournal(**(defaults | changes))


def test_the_number_is_annulled_and_the_document_registered_where_it_belongs(desk: Desk, letter: int):
    done = misplacement.put_in_right_journal(desk, move(desk, letter))
    wrong, right = item(desk, letter), item(desk, done.id)
    assert (wrong.state, wrong.annulled_reason) == (ItemState.ANNULLED, "это издание")
    assert (right.state, right.journal.kind, right.entry) == (
        ItemState.REGISTERED, JournalKind.PUBLICATIONS, wrong.entry,
    )  # fmt: skip
    assert (wrong.links.moved_to.id, right.links.moved_from.id) == (right.id, wrong.id)
    assert [copy.number for copy in right.copies] == [1, 2]
    assert (
        columns(desk, letter)[13]
        .replace("\N{NO-BREAK SPACE}", " ")
        .startswith("Номер аннулирован; Внесён ошибочно, учтён в журнале изданий № 1 ДСП от 18.11.2026")
    )
    assert "Был ошибочно учтён в журнале входящих документов" in columns(desk, done.id)[13]
    assert wrong.history[-1].tag == "registration:item:moved_to_journal"
    assert right.history[-1].tag == "registration:item:registered_rightly"
    with desk.reading() as connection:
        assert verify(connection) == []


def test_a_form_saved_twice_moves_once(desk: Desk, letter: int):
    command = move(desk, letter)
    first = misplacement.put_in_right_journal(desk, command)
    before = told(desk)
    assert misplacement.put_in_right_journal(desk, command).id == first.id
    assert told(desk) == before


def test_what_lies_in_a_place_lies_there_under_the_right_number(desk: Desk, letter: int):
    room = office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="Каб. 214"))
    second = ids(desk, letter)[1]
    movements.store(desk, movements.Store(copy_ids=(second,), place_id=room, on=TODAY))
    done = misplacement.put_in_right_journal(desk, move(desk, letter))
    assert [(row.where, row.holder) for row in copies_of(desk, done.id)] == [
        (Where.SERVICE, ""), (Where.STORED, "Каб. 214"),
    ]  # fmt: skip
    with desk.reading() as connection:
        assert verify(connection) == []


def refused(desk: Desk, letter: int, code: str, **changes) -> None:
    before = told(desk)
    command = move(desk, letter, **changes)
    assert set(refusal(lambda: misplacement.put_in_right_journal(desk, command))) == {code}
    assert told(desk) == before
    assert item(desk, letter).state is not ItemState.ANNULLED


def test_copies_that_are_out_come_back_first(desk: Desk, letter: int):
    factories.handed(desk, letter, 2)
    _strike_resolutions(desk)
    refused(desk, letter, "misplaced_copy_out")
    movements.take_back(desk, movements.TakeBack(copy_ids=ids(desk, letter)[1:], on=TODAY))
    misplacement.put_in_right_journal(desk, move(desk, letter))


def _strike_resolutions(desk: Desk) -> None:
    from sqlalchemy import select

    from dspdesk.models import Resolution

    with desk.transaction("test:resolutions:struck") as step:
        for one in step.session.scalars(select(Resolution)):
            one.struck_on, one.struck_reason = TODAY, "не тот документ"


def test_a_resolution_is_struck_out_first(desk: Desk, letter: int):
    factories.admitted(desk, letter, factories.employee(desk, "Ахметов Б.К."))
    refused(desk, letter, "misplaced_with_resolution")
    _strike_resolutions(desk)
    misplacement.put_in_right_journal(desk, move(desk, letter))


def _control(letter, step):
    return Control(
        item_id=letter, taken_on=TODAY, due_on=TODAY, outcome="", recorded_at=step.at, recorded_by=1
    )


def _act(letter, step):
    return Act(
        form_id="act", kind="shortage", year=2026, number=1, stage="draft", edition="decree-1196-679", dated=TODAY,
        locality_kk="", locality_ru="", basis="", findings="", item_id=letter, made_at=step.at, made_by=1,
        withdrawn_reason="",
    )  # fmt: skip


def _permit(letter, step):
    return Permit(
        form_id="permit", kind="own", edition="decree-1196-679", item_id=letter, number="1", granted_on=TODAY,
        granted_by="", copies=1, purpose="", for_organisation="", request="", consent="", revoked_reason="",
        recorded_at=step.at, recorded_by=1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("made", "code"),
    [(_control, "misplaced_with_control"), (_act, "misplaced_with_act"), (_permit, "misplaced_with_permit")],
)
def test_what_names_the_number_is_withdrawn_first(desk: Desk, letter: int, made, code: str):
    with desk.transaction("test:thing:made") as step:
        thing = made(letter, step)
        step.session.add(thing)
    refused(desk, letter, code)


def test_the_same_journal_is_no_other(desk: Desk, letter: int):
    refused(desk, letter, "same_journal", journal=JournalKind.INCOMING)


def test_a_reason_is_asked(desk: Desk, letter: int):
    refused(desk, letter, "reason_needed", mistake=" ")


def test_the_law_is_asked_of_the_new_entry(desk: Desk, letter: int):
    entry = replace(item(desk, letter).entry, copies=())
    refused(desk, letter, "copies_needed", entry=entry)


def test_an_unchecked_carrier_does_not_come_in_by_way_of_a_wrong_journal(desk: Desk):
    """Paragraph 12, part 6: of the body's own documents no check is asked, of what came it is (D12e)."""
    own = factories.registered(
        desk,
        journal=JournalKind.INTERNAL,
        signatory="Омаров Т.Е.",
        signed_on=TODAY,
        carrier=Carrier.ELECTRONIC,
    ).id
    refused(desk, own, "carrier_not_checked", journal=JournalKind.INCOMING)
    clean = CarrierFound(means="антивирус 5.2", checked_on=TODAY, checked_by_id=1, clean=True)
    factories.entrusted(desk)
    carrier_check.record(desk, carrier_check.CheckCarrier(found=clean, item_id=own))
    done = misplacement.put_in_right_journal(desk, move(desk, own, journal=JournalKind.INCOMING))
    with desk.reading() as connection:
        (facts, *_) = copy_facts(connection, ids(desk, done.id), TODAY)
        assert not facts.carrier_unchecked


def test_what_came_by_mail_is_moved_only_where_it_is_entered_and_not_before_it_came(desk: Desk):
    package = factories.checked_package(desk)
    came = factories.registered(desk, enclosed_id=mail.package(desk, package).enclosed[0].id).id
    own = {"signatory": "Омаров Т.Е.", "signed_on": TODAY}
    internal = replace(item(desk, came).entry, **own)
    refused(desk, came, "mail_to_own_journal", journal=JournalKind.INTERNAL, entry=internal, reason="пункт 8")
    early = replace(item(desk, came).entry, date=TODAY - dt.timedelta(days=1))
    refused(desk, came, "registered_before_received", entry=early)
    done = misplacement.put_in_right_journal(desk, move(desk, came))
    assert mail.package(desk, package).enclosed[0].item_id == done.id


def test_what_is_annulled_stays_annulled(desk: Desk, letter: int):
    annul(desk, Annul(item_id=letter, reason="внесено дважды"))
    with pytest.raises(Refused):
        misplacement.put_in_right_journal(desk, move(desk, letter))


def test_what_was_moved_wrongly_is_moved_again_and_can_be_annulled(desk: Desk, letter: int):
    first = misplacement.put_in_right_journal(desk, move(desk, letter))
    back = move(desk, first.id, journal=JournalKind.INCOMING, form_id="another form", mistake="всё же письмо")
    again = misplacement.put_in_right_journal(desk, back)
    assert item(desk, again.id).links.moved_from.id == first.id
    annul(desk, Annul(item_id=again.id, reason="внесено дважды"))


def test_an_own_document_without_a_signature_is_only_reserved_there(desk: Desk, letter: int):
    done = misplacement.put_in_right_journal(desk, move(desk, letter, journal=JournalKind.OUTGOING))
    assert item(desk, done.id).state is ItemState.RESERVED


def test_an_own_document_without_a_basis_of_its_mark_asks_for_the_reason(desk: Desk, letter: int):
    from dspdesk.law.findings import NeedsReason

    signed = replace(item(desk, letter).entry, signatory="Ахметов Б.К.", signed_on=TODAY)
    command = move(desk, letter, journal=JournalKind.OUTGOING, entry=signed)
    before = told(desk)
    with pytest.raises(NeedsReason):
        misplacement.put_in_right_journal(desk, command)
    assert told(desk) == before
    done = misplacement.put_in_right_journal(desk, replace(command, reason="по решению исполнителя"))
    found = item(desk, done.id)
    assert (found.state, found.basis.designation.words) == (ItemState.REGISTERED, "по решению исполнителя")
