"""Receipt of mail on a real store."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.carrier_check import CarrierFound
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import Carrier, JournalKind, MovementKind, Role
from dspdesk.law.mail import Breach, Contents, CoverReason, DeliveryWay, PackageState
from dspdesk.law.settings import MISDIRECTED_NUMBERED, PERMANENT_DUTY
from dspdesk.law.values import SheetCount
from dspdesk.law.whereabouts import Destination
from dspdesk.procedures import (
    carrier_check,
    carry_over,
    entrustment,
    mail_covers,
    mail_intake,
    mail_personal,
    movement_corrections,
    movements,
    registration,
    settings,
)
from dspdesk.procedures.mail_covers import (
    CorrectPackage,
    DiscardCover,
    KeepCover,
    OursAfterAll,
    StrikePackage,
)
from dspdesk.procedures.mail_intake import (
    CheckPackage,
    HandOverToService,
    LogDelivery,
    Misdirected,
    PackageLogged,
    SendBack,
)
from dspdesk.procedures.mail_personal import CompletePersonal
from dspdesk.queries import mail as queries
from dspdesk.queries.history import history
from dspdesk.queries.item import item
from dspdesk.queries.mail_register import to_register
from tests import factories
from tests.factories import TODAY, checked_package, delivery, document, employee, entrusted, registered
from tests.procedures.closing_years import in_january

INCOMING = JournalKind.INCOMING
CLEAN = CarrierFound(means="антивирус 5.2", checked_on=TODAY, checked_by_id=1, clean=True)


def refused(does, *codes: str) -> None:
    with pytest.raises(Refused) as raised:
        does()
    assert [finding.code for finding in raised.value.findings] == list(codes)


def state(desk: Desk, package_id: int) -> PackageState:
    return queries.package(desk, package_id).state


def rows(desk: Desk, table: str) -> int:
    with desk.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def moved(desk: Desk, item_id: int, kind: MovementKind, to: Destination) -> None:
    """A movement of every copy of an entry, as a hand-over sheet or an act writes it."""
    with desk.transaction("movement:copies:handed_over") as step:
        keys = [
            key
            for (key,) in step.connection.exec_driver_sql("SELECT id FROM copy WHERE item_id = ?", (item_id,))
        ]
        movements.write(desk, step, keys, movements.Move(kind=kind, on=TODAY, to=to))
        step.subject = f"item:{item_id}"


# --- who ---


def test_only_a_worker_entrusted_with_it_receives_mail(empty_desk):
    def log():
        return mail_intake.log_delivery(
            empty_desk,
            LogDelivery(
                form_id="a", way=DeliveryWay.COURIER, received_at=empty_desk.now(),
                packages=(PackageLogged(sender="Акимат"),),
            ),
        )  # fmt: skip

    refused(log, "mail_not_entrusted")
    assert rows(empty_desk, "delivery") == 0
    entrusted(empty_desk)
    assert log().package_ids
    assert empty_desk.verify() == []


def test_an_entrustment_that_ended_or_has_not_begun_counts_for_nothing(empty_desk):
    entrusted(empty_desk, valid_from=TODAY + dt.timedelta(days=1))
    refused(lambda: delivery_without_entrusting(empty_desk), "mail_not_entrusted")
    refused(lambda: entrusted(empty_desk), "entrusted_already")
    line = 1
    entrustment.end(
        empty_desk,
        entrustment.EndEntrustment(
            entrustment_id=line, valid_to=TODAY + dt.timedelta(days=2), reason="перевод"
        ),
    )
    refused(lambda: delivery_without_entrusting(empty_desk), "mail_not_entrusted")


def delivery_without_entrusting(desk: Desk):
    return mail_intake.log_delivery(
        desk,
        LogDelivery(
            form_id=uuid.uuid4().hex, way=DeliveryWay.COURIER, received_at=desk.now(),
            packages=(PackageLogged(sender="Акимат"),),
        ),
    )  # fmt: skip


def test_an_entrustment_ends_with_a_reason_and_in_order(empty_desk):
    key = entrusted(empty_desk)
    ended = entrustment.EndEntrustment(entrustment_id=key, valid_to=None, reason="")
    refused(lambda: entrustment.end(empty_desk, ended), "mail_day_needed", "reason_needed")
    early = entrustment.EndEntrustment(entrustment_id=key, valid_to=dt.date(2025, 12, 31), reason="перевод")
    refused(lambda: entrustment.end(empty_desk, early), "entrusted_ends_early")


def test_a_librarian_logs_no_mail(empty_desk):
    entrusted(empty_desk)
    password = factories.colleague(empty_desk, "kim", Role.LIBRARIAN, name="Ким А.Б.")
    theirs = factories.signed_in(empty_desk.path, "kim", password)
    try:
        refused(lambda: delivery_without_entrusting(theirs), "not_entrusted")
    finally:
        theirs.close()


# --- the log ---


def test_a_delivery_of_thirty_covers_is_logged_at_once_and_only_once(empty_desk):
    senders = [f"Организация {n}" for n in range(30)]
    done = delivery(empty_desk, *senders, form_id="a")
    again = mail_intake.log_delivery(
        empty_desk,
        LogDelivery(form_id="a", way=DeliveryWay.COURIER, received_at=empty_desk.now(), packages=()),
    )
    assert again.repeated
    assert again.package_ids == done.package_ids
    assert [row.sender for row in queries.packages(empty_desk)] == senders
    assert {row.state for row in queries.packages(empty_desk)} == {PackageState.TO_CHECK}


def test_a_delivery_without_covers_or_from_tomorrow_is_refused(empty_desk):
    entrusted(empty_desk)
    command = LogDelivery(
        form_id="a",
        way=DeliveryWay.COURIER,
        received_at=empty_desk.now() + dt.timedelta(hours=1),
        packages=(),
    )
    refused(lambda: mail_intake.log_delivery(empty_desk, command), "received_ahead", "packages_needed")
    assert rows(empty_desk, "delivery") == rows(empty_desk, "package") == 0


def test_out_of_hours_the_duty_officer_hands_over_by_list(empty_desk):
    officer, head = employee(empty_desk, "Ахметов Б.К."), employee(empty_desk, "Оспанова Г.Т.")
    done = delivery(empty_desk, "Акимат", "Минфин", out_of_hours=True, duty_officer_id=officer)
    assert {state(empty_desk, key) for key in done.package_ids} == {PackageState.WITH_DUTY_OFFICER}
    refused(lambda: checked_package(empty_desk, package_id=done.package_ids[0]), "not_handed_over")
    [(row, count)] = queries.waiting_for_hand_over(empty_desk)
    assert (row.duty_officer, count) == ("Ахметов Б.К.", 2)

    def hand_over(**changes):
        command = {"delivery_ids": (done.id,), "handed_over_at": empty_desk.now(), "handed_over_to_id": head}
        mail_intake.hand_over(empty_desk, HandOverToService(**(command | changes)))

    refused(lambda: hand_over(delivery_ids=(), handed_over_to_id=None), "deliveries_needed", "taker_needed")
    early = empty_desk.now() - dt.timedelta(hours=2)
    refused(lambda: hand_over(handed_over_at=early), "handed_over_before_received")
    hand_over()
    assert queries.package(empty_desk, done.package_ids[0]).delivery.handed_over_to == "Оспанова Г.Т."
    assert state(empty_desk, done.package_ids[0]) is PackageState.TO_CHECK
    refused(hand_over, "handed_over_already")


def test_somebody_else_than_the_head_of_the_service_takes_it_over_with_a_reason(empty_desk):
    officer, head = employee(empty_desk, "Ким А.В."), factories.service_head(empty_desk)
    one, other = (
        delivery(empty_desk, out_of_hours=True, duty_officer_id=officer, form_id=form).id for form in "ab"
    )

    def hand_over(key, to, reason=""):
        command = HandOverToService(
            delivery_ids=(key,), handed_over_at=empty_desk.now(), handed_over_to_id=to, reason=reason
        )
        mail_intake.hand_over(empty_desk, command)

    with pytest.raises(NeedsReason) as asked:
        hand_over(one, 1)
    (finding,) = asked.value.findings
    assert (finding.requirement, finding.code, finding.field) == (
        "D13",
        "taker_not_head",
        "handed_over_to_id",
    )
    assert len(queries.waiting_for_hand_over(empty_desk)) == 2
    hand_over(one, 1, "руководитель в командировке")
    hand_over(other, head)
    assert queries.waiting_for_hand_over(empty_desk) == []


def test_out_of_hours_without_duty_officers_is_a_breach_with_a_name(empty_desk):
    settings.change(empty_desk, settings.ChangeSettings(values={PERMANENT_DUTY: False}))
    refused(lambda: delivery(empty_desk, out_of_hours=True, bearer=""), "bearer_needed")
    with pytest.raises(NeedsReason):
        delivery(empty_desk, out_of_hours=True)
    assert rows(empty_desk, "delivery") == 0
    done = delivery(empty_desk, out_of_hours=True, reason="курьер не мог ждать до утра")
    found = queries.package(empty_desk, done.package_ids[0])
    assert (found.delivery.bearer, found.delivery.breach) == ("Ли В.С.", "курьер не мог ждать до утра")
    assert found.breaches == (Breach.OUT_OF_HOURS,)
    assert found.state is PackageState.TO_CHECK


def test_the_log_is_put_right_before_the_check_and_not_after(empty_desk):
    key, other = delivery(empty_desk, "Акимат", "Минфин").package_ids
    right = PackageLogged(sender="Акимат г. Астаны", cover_numbers="7дсп", personal=True, addressee_id=1)
    refused(
        lambda: mail_covers.correct(empty_desk, CorrectPackage(package_id=key, logged=right, reason="")),
        "reason_needed",
    )
    mail_covers.correct(empty_desk, CorrectPackage(package_id=key, logged=right, reason="не тот отправитель"))
    found = queries.package(empty_desk, key)
    assert (found.sender, found.personal, found.state) == ("Акимат г. Астаны", True, PackageState.TO_REGISTER)
    plain = PackageLogged(sender="Акимат г. Астаны", cover_numbers="7дсп")
    mail_covers.correct(empty_desk, CorrectPackage(package_id=key, logged=plain, reason="пометки нет"))
    assert queries.package(empty_desk, key).enclosed == ()
    checked_package(empty_desk, package_id=key)
    again = CorrectPackage(package_id=key, logged=right, reason="ещё раз")
    refused(lambda: mail_covers.correct(empty_desk, again), "package_checked_already")

    mail_covers.strike(empty_desk, StrikePackage(package_id=other, reason="записан дважды"))
    assert state(empty_desk, other) is PackageState.STRUCK
    refused(lambda: checked_package(empty_desk, package_id=other), "package_struck")
    assert empty_desk.verify() == []


# --- the check ---


def test_a_missing_enclosure_is_told_and_waits_for_its_act(empty_desk):
    key = checked_package(empty_desk, document(counted_enclosure_sheets=9, missing="приложение 2"))
    found = queries.package(empty_desk, key)
    assert [one.short for one in found.enclosed[0].differences()] == [True, True]
    assert found.differs
    done = registered(empty_desk, enclosed_id=found.enclosed[0].id)
    found = queries.package(empty_desk, key)
    assert (found.state, found.enclosed[0].item_id) == (PackageState.DIFFERENCE, done.id)


def test_a_torn_unsealed_cover_is_recorded_with_its_breaches(empty_desk):
    key = checked_package(empty_desk, sealed=False, intact=False, notes="клапан вскрыт")
    found = queries.package(empty_desk, key)
    assert found.breaches == (Breach.UNSEALED, Breach.DAMAGED)
    assert found.check_notes == "клапан вскрыт"
    whole = queries.package(empty_desk, checked_package(empty_desk))
    assert whole.breaches == ()


def test_a_check_is_changed_with_a_reason_and_keeps_its_rows(empty_desk):
    key = checked_package(empty_desk, document(), document(their_number="2"))
    first, second = queries.package(empty_desk, key).enclosed
    changed = document(id=first.id, counted_sheets=3), document(id=second.id, struck=True)
    with pytest.raises(NeedsReason):
        checked_package(empty_desk, *changed, package_id=key)
    checked_package(empty_desk, *changed, package_id=key, reason="пересчитано")
    [row] = queries.package(empty_desk, key).enclosed
    assert (row.id, row.counted_sheets) == (first.id, 3)
    registered(empty_desk, enclosed_id=row.id)
    gone = document(id=row.id, struck=True), document(their_number="3")
    refused(
        lambda: checked_package(empty_desk, *gone, package_id=key, reason="ещё раз"), "enclosed_registered"
    )


def test_an_uncounted_document_and_an_empty_cover_are_refused(empty_desk):
    key = delivery(empty_desk).package_ids[0]
    refused(
        lambda: checked_package(empty_desk, document(counted_copies=None), package_id=key), "count_needed"
    )
    command = CheckPackage(package_id=key, checked_at=empty_desk.now(), sealed=True, intact=True)
    refused(lambda: mail_intake.check(empty_desk, command), "documents_needed")
    early = empty_desk.now() - dt.timedelta(hours=1)
    refused(
        lambda: checked_package(empty_desk, package_id=key, checked_at=early), "checked_before_handed_over"
    )
    assert state(empty_desk, key) is PackageState.TO_CHECK
    assert rows(empty_desk, "enclosed") == 0


def test_a_document_of_another_cover_is_no_part_of_this_one(empty_desk):
    one, other = (checked_package(empty_desk) for _n in range(2))
    strange = queries.package(empty_desk, one).enclosed[0].id
    with pytest.raises(LookupError):
        checked_package(empty_desk, document(id=strange), package_id=other, reason="проверка")


# --- registration ---


def test_the_card_is_filled_from_the_cover_and_the_next_one_follows(empty_desk):
    first, second = delivery(empty_desk, "Акимат", "Минфин").package_ids
    checked_package(empty_desk, document(), document(their_number="05-12/885дсп"), package_id=first)
    checked_package(
        empty_desk, document(their_number="", counted_copies=1, stated_copies=1), package_id=second
    )
    of = queries.package(empty_desk, first).delivery.id
    met = []
    while (given := to_register(empty_desk, of, INCOMING)) is not None:
        met.append((given.entry.correspondent, given.entry.their_number, given.entry.copies, given.left))
        registered(empty_desk, enclosed_id=given.enclosed_id, their_number=given.entry.their_number)
    assert met == [
        ("Акимат", "05-12/884дсп", (1, 2), 2),
        ("Акимат", "05-12/885дсп", (1, 2), 1),
        ("Минфин", "05-12/885дсп", (1,), 0),
    ]
    assert given is None
    assert state(empty_desk, first) is state(empty_desk, second) is PackageState.DONE
    began = to_register(empty_desk, of, INCOMING, package_id=second)
    assert began is None


def test_the_card_begins_with_the_cover_it_was_opened_from(empty_desk):
    first, second = delivery(empty_desk, "Акимат", "Минфин").package_ids
    for key in (first, second):
        checked_package(empty_desk, package_id=key)
    of = queries.package(empty_desk, first).delivery.id
    given = to_register(empty_desk, of, INCOMING, package_id=second)
    assert (given.package_id, given.left) == (second, 1)
    assert given.entry.sheets == SheetCount(4, 11)


def test_what_is_not_checked_or_not_there_is_not_registered(empty_desk):
    key = checked_package(empty_desk, document(), document(their_number="2", counted_sheets=0))
    there, absent = queries.package(empty_desk, key).enclosed
    before = rows(empty_desk, "item")
    refused(lambda: registered(empty_desk, enclosed_id=absent.id), "enclosed_absent")
    assert rows(empty_desk, "item") == before
    registered(empty_desk, enclosed_id=there.id)
    refused(lambda: registered(empty_desk, enclosed_id=there.id, their_number="9"), "enclosed_registered")
    early = dt.date(2026, 11, 17)
    other = queries.package(empty_desk, checked_package(empty_desk)).enclosed[0].id
    refused(lambda: registered(empty_desk, enclosed_id=other, date=early), "registered_before_received")


def test_a_correction_does_not_date_an_entry_before_its_receipt(empty_desk):
    early = TODAY - dt.timedelta(days=1)

    def dated(item_id: int) -> registration.Correct:
        entry = replace(item(empty_desk, item_id).entry, date=early)
        return registration.Correct(item_id=item_id, entry=entry, reason="не та дата")

    key = checked_package(empty_desk)
    done = registered(empty_desk, enclosed_id=queries.package(empty_desk, key).enclosed[0].id)
    [told] = registration.consider(empty_desk, dated(done.id))
    assert (told.code, told.field) == ("registered_before_received", "date")
    refused(lambda: registration.correct(empty_desk, dated(done.id)), "registered_before_received")
    assert item(empty_desk, done.id).entry.date == TODAY
    other = registered(empty_desk, their_number="9")  # it came otherwise: nobody knows when
    registration.correct(empty_desk, dated(other.id))
    assert item(empty_desk, other.id).entry.date == early


def test_a_number_annulled_by_mistake_lets_the_document_be_registered_anew(empty_desk):
    key = checked_package(empty_desk)
    row = queries.package(empty_desk, key).enclosed[0]
    done = registered(empty_desk, enclosed_id=row.id)
    registration.annul(empty_desk, registration.Annul(item_id=done.id, reason="не тот журнал"))
    assert state(empty_desk, key) is PackageState.TO_REGISTER
    again = registered(empty_desk, enclosed_id=row.id)
    assert queries.package(empty_desk, key).enclosed[0].item_id == again.id
    assert empty_desk.verify() == []


# --- «Лично» ---


def personal(desk: Desk, addressee: int) -> int:
    return delivery(desk, "Акимат", package={"personal": True, "addressee_id": addressee}).package_ids[0]


def test_a_personal_cover_is_registered_unopened_and_completed_when_its_addressee_had_it(empty_desk):
    addressee = employee(empty_desk, "Оспанова Г.Т.")
    key = personal(empty_desk, addressee)
    refused(lambda: checked_package(empty_desk, package_id=key), "personal_not_opened")
    command = CheckPackage(package_id=key, checked_at=empty_desk.now(), sealed=True, intact=True)
    mail_intake.check(empty_desk, command)  # outside only
    given = to_register(empty_desk, queries.package(empty_desk, key).delivery.id, INCOMING)
    assert given.personal
    assert given.entry.summary == "с пометкой «Лично», не вскрыт"
    done = registration.register(
        empty_desk,
        registration.Register(
            journal=INCOMING, year=TODAY.year, entry=given.entry, form_id="a", enclosed_id=given.enclosed_id
        ),
    )
    assert item(empty_desk, done.id).missing == ("sheets",)
    assert state(empty_desk, key) is PackageState.PERSONAL

    def complete(**changes):
        found = Contents(kind="Письмо", summary="о награждении", counted_sheets=2, counted_enclosure_sheets=0)
        command = {"package_id": key, "opened_on": TODAY, "found": found}
        return mail_personal.complete(empty_desk, CompletePersonal(**(command | changes)))

    refused(complete, "personal_not_given")
    moved(empty_desk, done.id, MovementKind.RECEIPT, Destination(employee_id=addressee))
    refused(lambda: complete(found=Contents(kind="Письмо")), "count_needed")
    refused(lambda: complete(carrier=Carrier.ELECTRONIC), "carrier_not_checked")
    assert item(empty_desk, done.id).entry.kind == "Конверт"
    complete()
    found = item(empty_desk, done.id)
    assert (found.entry.summary, found.entry.sheets, found.missing) == ("о награждении", SheetCount(2, 0), ())
    assert [line.tag for line in found.history][-1] == "mail:personal:completed"
    assert state(empty_desk, key) is PackageState.DONE
    refused(complete, "personal_completed")
    assert empty_desk.verify() == []


def test_a_receipt_taken_out_again_does_not_complete_a_personal_cover(empty_desk):
    addressee = employee(empty_desk, "Оспанова Г.Т.")
    key = personal(empty_desk, addressee)
    done = registered(empty_desk, enclosed_id=queries.package(empty_desk, key).enclosed[0].id, copies=(1,))
    moved(empty_desk, done.id, MovementKind.RECEIPT, Destination(employee_id=addressee))
    undo = movement_corrections.UndoMovement(copy_ids=(1,), mistake="ещё не выдан")
    movement_corrections.undo(empty_desk, undo)
    found = Contents(kind="Письмо", counted_sheets=2)
    command = CompletePersonal(package_id=key, opened_on=TODAY, found=found)
    refused(lambda: mail_personal.complete(empty_desk, command), "personal_not_given")
    moved(empty_desk, done.id, MovementKind.RECEIPT, Destination(employee_id=addressee))
    mail_personal.complete(empty_desk, command)


@pytest.mark.parametrize("given_before", [True, False])
def test_a_personal_cover_carried_over_is_completed_where_it_goes_on(empty_desk, given_before):
    addressee = employee(empty_desk, "Оспанова Г.Т.")
    key = personal(empty_desk, addressee)
    old = registered(empty_desk, enclosed_id=queries.package(empty_desk, key).enclosed[0].id, copies=(1,)).id
    to = Destination(employee_id=addressee)
    if given_before:
        moved(empty_desk, old, MovementKind.RECEIPT, to)
    january = in_january(empty_desk)
    (done,) = carry_over.carry_over(january, carry_over.CarryOver(item_ids=(old,), year=2027))
    if not given_before:
        assert [one.code for one in mail_personal.consider(january, key)] == ["personal_not_given"]
        moved(january, done.to_id, MovementKind.RECEIPT, to)
    assert mail_personal.consider(january, key) == []
    found = Contents(kind="Письмо", summary="о награждении", counted_sheets=2)
    opened_on = january.today()
    command = CompletePersonal(package_id=key, opened_on=opened_on, found=found)
    assert mail_personal.complete(january, command) == done.to_id
    assert item(january, done.to_id).entry.summary == "о награждении"
    assert item(january, old).entry.summary != "о награждении"
    assert state(january, key) is PackageState.DONE
    assert january.verify() == []
    january.close()


def test_what_another_check_struck_out_is_not_registered_from_a_card_that_lay_open(empty_desk):
    key = checked_package(empty_desk, document(), document(summary="лишняя строка"))
    wrong = queries.package(empty_desk, key).enclosed[1]
    checked_package(
        empty_desk, document(id=wrong.id, struck=True), document(), package_id=key, reason="ошибка"
    )
    refused(lambda: registered(empty_desk, enclosed_id=wrong.id), "enclosed_struck")
    assert rows(empty_desk, "item") == 0


def test_what_another_check_struck_out_is_not_counted_by_one_that_lay_open(empty_desk):
    key = checked_package(empty_desk, document(), document(summary="лишняя строка"))
    first, wrong = queries.package(empty_desk, key).enclosed
    gone, again = document(id=wrong.id, struck=True), document(id=first.id)
    checked_package(empty_desk, again, gone, package_id=key, reason="ошибка")
    open_still = document(id=wrong.id, counted_sheets=3)
    refused(
        lambda: checked_package(empty_desk, again, open_still, package_id=key, reason="ещё раз"),
        "enclosed_struck",
    )
    checked_package(empty_desk, again, gone, package_id=key, reason="ещё раз")
    assert [row.id for row in queries.package(empty_desk, key).enclosed] == [first.id]


def test_a_check_of_an_own_carrier_is_asked_whole_too(empty_desk):
    bare = CarrierFound(means="антивирус 5.2", checked_on=TODAY, checked_by_id=None, clean=True)
    own = {"journal": JournalKind.INTERNAL, "signatory": "Омаров Т.Е.", "signed_on": TODAY}
    how = own | {"carrier": Carrier.ELECTRONIC, "carrier_check": bare}
    refused(lambda: registered(empty_desk, **how), "checker_needed")


def test_a_row_struck_before_it_was_saved_leaves_no_document(empty_desk):
    key = checked_package(empty_desk, document(), document(struck=True))
    assert len(queries.package(empty_desk, key).enclosed) == 1


def test_the_addressee_of_a_personal_cover_is_admitted_to_it(empty_desk):
    from dspdesk.queries.whereabouts import copy_facts

    addressee = employee(empty_desk, "Оспанова Г.Т.")
    key = personal(empty_desk, addressee)
    row = queries.package(empty_desk, key).enclosed[0]
    registered(empty_desk, enclosed_id=row.id, copies=(1,))
    with empty_desk.reading() as connection:
        [facts] = copy_facts(connection, [1], TODAY)
    assert addressee in facts.admitted


def test_a_personal_cover_names_its_addressee(empty_desk):
    refused(lambda: delivery(empty_desk, package={"personal": True}), "addressee_needed")


# --- carriers ---


def test_a_carrier_is_registered_after_a_clean_check_only(empty_desk):
    key = checked_package(
        empty_desk,
        package_id=delivery(empty_desk, package={"carrier": Carrier.ELECTRONIC}).package_ids[0],
        sealed=None,
        intact=None,
    )
    row = queries.package(empty_desk, key).enclosed[0]
    assert state(empty_desk, key) is PackageState.CARRIER

    def register():
        return registered(empty_desk, enclosed_id=row.id, carrier=Carrier.ELECTRONIC)

    refused(register, "carrier_not_checked")
    infected = CarrierFound(means="антивирус 5.2", checked_on=TODAY, checked_by_id=1, clean=False)
    carrier_check.record(empty_desk, carrier_check.CheckCarrier(found=infected, package_id=key))
    refused(register, "carrier_not_clean")
    assert rows(empty_desk, "item") == 0
    assert Breach.MALICIOUS in queries.package(empty_desk, key).breaches
    carrier_check.record(empty_desk, carrier_check.CheckCarrier(found=CLEAN, package_id=key))
    assert state(empty_desk, key) is PackageState.TO_REGISTER
    done = register()
    with empty_desk.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT package_id, item_id, clean FROM carrier_check ORDER BY id"
        ).fetchall()
    assert [tuple(one) for one in found] == [(key, None, 0), (key, done.id, 1)]


def test_a_check_is_of_something_and_says_by_whom(empty_desk):
    nothing = carrier_check.CheckCarrier(found=CLEAN)
    refused(lambda: carrier_check.record(empty_desk, nothing), "check_of_something")
    assert rows(empty_desk, "carrier_check") == 0


def test_two_documents_on_one_carrier_share_its_check(empty_desk):
    key = delivery(empty_desk, package={"carrier": Carrier.ELECTRONIC}).package_ids[0]
    checked_package(
        empty_desk, document(), document(their_number="2"), package_id=key, sealed=None, intact=None
    )
    carrier_check.record(empty_desk, carrier_check.CheckCarrier(found=CLEAN, package_id=key))
    for row in queries.package(empty_desk, key).enclosed:
        registered(empty_desk, enclosed_id=row.id, carrier=Carrier.ELECTRONIC, their_number=str(row.id))
    with empty_desk.reading() as connection:
        checks = connection.exec_driver_sql("SELECT count(DISTINCT item_id) FROM carrier_check").scalar_one()
    assert checks == 2


def test_a_carrier_registered_without_a_cover_brings_its_check(empty_desk):
    refused(lambda: registered(empty_desk, carrier=Carrier.ELECTRONIC), "carrier_not_checked")
    done = registered(empty_desk, carrier=Carrier.ELECTRONIC, carrier_check=CLEAN)
    with empty_desk.reading() as connection:
        assert connection.exec_driver_sql("SELECT item_id FROM carrier_check").scalar_one() == done.id
    paper = registered(empty_desk, their_number="2")
    entry = factories.entry(carrier=Carrier.ELECTRONIC, their_number="2")
    turned = registration.Correct(item_id=paper.id, entry=entry, reason="пришло на диске")
    refused(lambda: registration.correct(empty_desk, turned), "carrier_not_checked")
    checked = registration.Correct(
        item_id=paper.id, entry=entry, reason="пришло на диске", carrier_check=CLEAN
    )
    registration.correct(empty_desk, checked)
    assert rows(empty_desk, "carrier_check") == 2


# --- misdirected ---


def test_what_came_by_mistake_takes_no_number_and_goes_back_once(empty_desk):
    key = checked_package(empty_desk)
    row = queries.package(empty_desk, key).enclosed[0]
    back = SendBack(package_id=key, on=TODAY, letter_number="41ДСП")
    refused(lambda: mail_intake.send_back(empty_desk, back), "not_misdirected")
    mail_intake.misdirected(empty_desk, Misdirected(package_id=key, on=TODAY, notes="для акимата Алматы"))
    refused(lambda: registered(empty_desk, enclosed_id=row.id), "misdirected_not_registered")
    refused(
        lambda: mail_intake.misdirected(empty_desk, Misdirected(package_id=key, on=TODAY)),
        "misdirected_already",
    )
    mail_intake.send_back(empty_desk, back)
    found = queries.package(empty_desk, key)
    assert (found.state, found.return_number, found.returned_on) == (PackageState.RETURNED, "41ДСП", TODAY)
    refused(lambda: mail_intake.send_back(empty_desk, back), "returned_already")
    assert rows(empty_desk, "item") == 0


def test_what_was_taken_for_misdirected_is_ours_after_all(empty_desk):
    """W6: a slip of this morning has its way back, with both traces in the history of the cover."""
    key = checked_package(empty_desk)
    row = queries.package(empty_desk, key).enclosed[0]
    ours = OursAfterAll(package_id=key, reason="адресовано нам")
    refused(lambda: mail_covers.ours_after_all(empty_desk, ours), "not_misdirected")
    mail_intake.misdirected(empty_desk, Misdirected(package_id=key, on=TODAY))
    bare = OursAfterAll(package_id=key, reason=" ")
    refused(lambda: mail_covers.ours_after_all(empty_desk, bare), "reason_needed")
    assert state(empty_desk, key) is PackageState.MISDIRECTED
    mail_covers.ours_after_all(empty_desk, ours)
    assert state(empty_desk, key) is PackageState.TO_REGISTER
    assert [line.what for line in history(empty_desk, f"package:{key}")][:2] == [
        "Установлено, что поступило не ошибочно", "Установлено, что поступило ошибочно",
    ]  # fmt: skip
    registered(empty_desk, enclosed_id=row.id)
    assert empty_desk.verify() == []


def test_what_has_gone_back_is_not_ours_after_all(empty_desk):
    key = checked_package(empty_desk)
    mail_intake.misdirected(empty_desk, Misdirected(package_id=key, on=TODAY))
    mail_intake.send_back(empty_desk, SendBack(package_id=key, on=TODAY))
    ours = OursAfterAll(package_id=key, reason="адресовано нам")
    refused(lambda: mail_covers.ours_after_all(empty_desk, ours), "returned_already")


def test_what_has_gone_back_unopened_stays_in_the_log_as_it_was(empty_desk):
    key, other = delivery(empty_desk, "Акимат", "Минфин").package_ids
    for one in (key, other):
        mail_intake.misdirected(empty_desk, Misdirected(package_id=one, on=TODAY))
    mail_intake.send_back(empty_desk, SendBack(package_id=key, on=TODAY))
    right = PackageLogged(sender="Акимат г. Астаны")
    refused(
        lambda: mail_covers.correct(
            empty_desk, CorrectPackage(package_id=key, logged=right, reason="не тот")
        ),
        "returned_already",
    )
    refused(
        lambda: mail_covers.strike(empty_desk, StrikePackage(package_id=key, reason="не было")),
        "returned_already",
    )
    kept = KeepCover(package_id=key, reason=CoverReason.TIMES)
    refused(lambda: mail_covers.keep(empty_desk, kept), "returned_already")
    looked = carrier_check.CheckCarrier(found=CLEAN, package_id=key)
    refused(lambda: carrier_check.record(empty_desk, looked), "returned_already")
    found = queries.package(empty_desk, key)
    assert (found.state, found.sender, found.cover_kept, found.carrier_checks) == (
        PackageState.RETURNED, "Акимат", None, (),
    )  # fmt: skip
    mail_covers.strike(empty_desk, StrikePackage(package_id=other, reason="не было"))
    assert state(empty_desk, other) is PackageState.STRUCK


def test_where_it_takes_a_number_its_copies_go_back_too(empty_desk):
    settings.change(empty_desk, settings.ChangeSettings(values={MISDIRECTED_NUMBERED: True}))
    key = checked_package(empty_desk)
    mail_intake.misdirected(empty_desk, Misdirected(package_id=key, on=TODAY))
    done = registered(empty_desk, enclosed_id=queries.package(empty_desk, key).enclosed[0].id)
    out = employee(empty_desk, "Оспанова Г.Т.")
    moved(empty_desk, done.id, MovementKind.RECEIPT, Destination(employee_id=out))
    back = SendBack(package_id=key, on=TODAY, letter_number="41ДСП")
    refused(lambda: mail_intake.send_back(empty_desk, back), "copy_not_here_person", "copy_not_here_person")
    assert state(empty_desk, key) is PackageState.MISDIRECTED
    moved(empty_desk, done.id, MovementKind.RETURN, Destination())
    mail_intake.send_back(empty_desk, back)
    last = item(empty_desk, done.id)
    assert {copy.movements[-1].kind for copy in last.copies} == {MovementKind.SENDING_BACK}
    assert last.history[-1].tag == "mail:item:sent_back"
    assert empty_desk.verify() == []


def test_what_was_carried_over_goes_back_from_the_year_it_went_on_to(empty_desk):
    settings.change(empty_desk, settings.ChangeSettings(values={MISDIRECTED_NUMBERED: True}))
    key = checked_package(empty_desk)
    mail_intake.misdirected(empty_desk, Misdirected(package_id=key, on=TODAY))
    done = registered(empty_desk, enclosed_id=queries.package(empty_desk, key).enclosed[0].id)
    january = in_january(empty_desk)
    (carried,) = carry_over.carry_over(
        january, carry_over.CarryOver(item_ids=(done.id,), year=january.today().year)
    )
    early = SendBack(package_id=key, on=TODAY)
    refused(lambda: mail_intake.send_back(january, early), "moved_before_last", "moved_before_last")
    assert queries.package(january, key).state is PackageState.MISDIRECTED
    back = SendBack(package_id=key, on=january.today(), letter_number="41ДСП")
    mail_intake.send_back(january, back)
    assert queries.package(january, key).state is PackageState.RETURNED
    old, new = item(january, done.id), item(january, carried.to_id)
    assert {copy.movements[-1].kind for copy in new.copies} == {MovementKind.SENDING_BACK}
    assert {copy.movements[-1].kind for copy in old.copies} == {MovementKind.CARRIED_OVER}
    assert new.history[-1].tag == "mail:item:sent_back"
    assert january.verify() == []
    january.close()


# --- covers ---


def test_a_kept_cover_stays_as_long_as_its_document(empty_desk):
    key = checked_package(empty_desk)
    discard = DiscardCover(package_id=key, on=TODAY)
    refused(lambda: mail_covers.discard(empty_desk, discard), "cover_not_kept")
    mail_covers.keep(empty_desk, KeepCover(package_id=key, reason=CoverReason.TIMES))
    same = KeepCover(package_id=key, reason=CoverReason.TIMES)
    refused(lambda: mail_covers.keep(empty_desk, same), "nothing_changed")
    refused(lambda: mail_covers.discard(empty_desk, discard), "cover_before_document")
    done = registered(empty_desk, enclosed_id=queries.package(empty_desk, key).enclosed[0].id)
    refused(lambda: mail_covers.discard(empty_desk, discard), "cover_before_document")
    assert queries.package(empty_desk, key).cover_discarded_on is None
    moved(empty_desk, done.id, MovementKind.DESTRUCTION, Destination())
    mail_covers.discard(empty_desk, discard)
    assert queries.package(empty_desk, key).cover_discarded_on == TODAY
    refused(lambda: mail_covers.discard(empty_desk, discard), "cover_discarded_already")


def test_what_waits_of_the_mail_is_found_without_reading_all_that_ever_came(empty_desk):
    """At 20 000 covers the page of the day asks indexes of the few that wait."""
    with empty_desk.reading() as connection:
        asked = f"EXPLAIN QUERY PLAN SELECT id FROM package WHERE {queries.OPEN}"
        plan = [row[3] for row in connection.exec_driver_sql(asked)]
    assert [said for said in plan if said.startswith("SCAN") and "INDEX ix_" not in said] == []
    for index in (
        "ix_package_unchecked", "ix_package_misdirected", "ix_enclosed_differing", "ix_number_not_issued",
    ):  # fmt: skip
        assert any(index in said for said in plan), index
    assert any(said.startswith("SEARCH enclosed") and "(item_id=?)" in said for said in plan)
