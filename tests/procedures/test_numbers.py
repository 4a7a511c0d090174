"""Numbers reserved, confirmed, skipped and explained, and those that a pattern makes, on a real store."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import ItemState, JournalKind, Role
from dspdesk.law.registration import Entry
from dspdesk.law.restricted_list import Designation
from dspdesk.law.values import RegistrationNumber
from dspdesk.models import Appointment, Correspondent, Employee, Unit
from dspdesk.procedures import numbers, registration, settings
from dspdesk.procedures.numbers import Confirm, ExplainGap, ReserveNumbers, SkipNumbers
from dspdesk.procedures.registration import Annul, Correct, Registered
from dspdesk.queries import item as items
from dspdesk.queries import journal_closing, journal_grid, journal_lines, journals, search
from dspdesk.queries.numbers import NumberKind
from dspdesk.queries.numbers import numbers as special
from tests import factories
from tests.factories import TODAY

OUTGOING = JournalKind.OUTGOING


def pattern(desk: Desk, written: str, kind: JournalKind = OUTGOING) -> None:
    settings.change(
        desk, settings.ChangeSettings(values={f"pattern:{kind.value}": written}, reason="порядок")
    )


def reserved(desk: Desk, count: int = 1, **changes: object) -> list[Registered]:
    defaults = ReserveNumbers(
        journal=OUTGOING,
        year=TODAY.year,
        form_id=uuid.uuid4().hex,
        purpose="ответ Министерству финансов",
        count=count,
    )
    return numbers.reserve(desk, replace(defaults, **changes))


def confirmed(desk: Desk, item_id: int, **changes: object) -> Registered:
    defaults = Confirm(
        item_id=item_id,
        signatory="Серікбаев Н.О.",
        signed_on=TODAY,
        designation=Designation.outside("по указанию руководителя"),
    )
    return numbers.confirm(desk, replace(defaults, **changes))


def codes(refused: Refused) -> list[str]:
    return [finding.code for finding in refused.findings]


def incoming_id(desk: Desk) -> int:
    opened = journals.journal(desk, JournalKind.INCOMING, TODAY.year)
    assert opened is not None
    return opened.id


# What a pattern makes


def directory(desk: Desk) -> None:
    """Indexes of a correspondent, a unit and a person of it."""
    with desk.transaction("test:directory:made") as step:
        unit = Unit(number_index="04", name_kk="Заң басқармасы", name_ru="Юридическое управление")
        kim = Employee(name_kk="Ким А.В.", name_ru="Ким А.В.", number_index="17")
        known = Correspondent(name_ru="Акимат г. Астаны", folded_ru="акимат г. астаны", number_index="03")
        step.session.add_all([unit, kim, known])
        step.session.flush()
        step.session.add(
            Appointment(
                employee_id=kim.id, position_kk="маман", position_ru="специалист", unit_id=unit.id,
                valid_from=dt.date(2026, 1, 1),
            )
        )  # fmt: skip
        step.session.add(
            Correspondent(
                name_ru="Акимат Астаны", folded_ru="акимат астаны", number_index="99", merged_into_id=known.id
            )
        )


@pytest.mark.parametrize(
    ("written", "kind", "fields", "number"),
    [
        ("{case}-{correspondent}/{number}", OUTGOING, {"case_index": "12"}, "12-03/1"),
        ("{number}-{executor}/{unit}", OUTGOING, {}, "1-17/04"),
        ("{number}/{year}", OUTGOING, {}, "1/2026"),
        ("{number} {date}", OUTGOING, {}, "1 18.11.2026"),
        ("{month}/{number}", OUTGOING, {}, "11/1"),
        ("{correspondent}/{number}", JournalKind.INTERNAL, {"correspondent": "Заң басқармасы"}, "04/1"),
        ("{correspondent}/{number}", OUTGOING, {"correspondent": "Акимат Астаны"}, "03/1"),
        ("{number}-{executor}", OUTGOING, {"executor": "Ким А.В., Ахметов Б.К."}, "1-17"),
    ],
)
def test_a_number_is_made_of_what_the_directories_know(
    empty_desk: Desk, written: str, kind: JournalKind, fields: dict[str, str], number: str
) -> None:
    directory(empty_desk)
    pattern(empty_desk, written, kind)
    entry = {"correspondent": "Акимат г. Астаны", "executor": "Ким А.В.", **fields}
    done = factories.registered(empty_desk, journal=kind, **entry)
    assert str(done.number) == number
    assert done.findings == ()


def test_a_part_not_known_needs_a_reason_and_is_left_out(empty_desk: Desk) -> None:
    pattern(empty_desk, "{case}/{number}-{executor}")
    with pytest.raises(NeedsReason) as needs:
        factories.registered(empty_desk, journal=OUTGOING)
    assert codes(needs.value) == ["number_without_case", "number_without_executor"]
    done = factories.registered(
        empty_desk, journal=OUTGOING, case_index="12-05", reason="исполнитель без индекса"
    )
    assert str(done.number) == "12-05/1"
    assert str(factories.registered(empty_desk, journal=OUTGOING, reason="нет").number) == "2"


def test_the_card_is_told_what_the_number_lacks_before_it_is_saved(empty_desk: Desk) -> None:
    pattern(empty_desk, "{case}/{number}")
    said = registration.consider(empty_desk, factories.registration_of(journal=OUTGOING))
    assert [finding.code for finding in said] == ["number_without_case"]


def test_no_two_numbers_of_a_journal_are_written_alike(empty_desk: Desk) -> None:
    pattern(empty_desk, "{case}-{number}-{correspondent}")
    directory(empty_desk)
    registered = {"journal": OUTGOING, "reason": "индекса нет"}
    for _ in range(2):
        factories.registered(empty_desk, **registered)
    with empty_desk.transaction("test:number:written") as step:
        step.session.get_one(registration.Number, 1).written = "12-3"
    with pytest.raises(Refused) as refused:
        factories.registered(empty_desk, case_index="12", **registered)
    assert codes(refused.value) == ["number_written_alike"]
    assert str(factories.registered(empty_desk, case_index="13", **registered).number) == "13-3"


def test_the_number_stays_as_it_was_given_whatever_is_corrected(empty_desk: Desk) -> None:
    pattern(empty_desk, "{case}/{number}")
    done = factories.registered(empty_desk, journal=OUTGOING, case_index="12-05")
    entry = items.item(empty_desk, done.id).entry
    registration.correct(
        empty_desk, Correct(item_id=done.id, entry=replace(entry, case_index="13-01"), reason="не то дело")
    )
    details = items.item(empty_desk, done.id)
    assert (str(details.number), details.entry.case_index) == ("12-05/1", "13-01")
    assert empty_desk.verify() == []


def test_a_new_pattern_does_not_write_a_number_that_the_old_one_wrote(empty_desk: Desk) -> None:
    pattern(empty_desk, "{case}-{number}")
    factories.registered(empty_desk, journal=OUTGOING, case_index="2", reason="причина")  # 2-1
    pattern(empty_desk, "{number}-{case}")
    with pytest.raises(Refused) as refused:
        factories.registered(empty_desk, journal=OUTGOING, case_index="1", reason="причина")  # 2-1 again
    assert codes(refused.value) == ["number_written_alike"]
    assert str(factories.registered(empty_desk, journal=OUTGOING, case_index="3").number) == "2-3"


def test_late_entries_take_letters_in_a_pattern_too(empty_desk: Desk) -> None:
    pattern(empty_desk, "{case}/{number}")
    for late in (None, 1, 1):
        done = factories.registered(empty_desk, journal=OUTGOING, case_index="12-05", late_after=late)
    assert str(done.number) == "12-05/1б"


@pytest.mark.parametrize("typed", ["12-05/1", "12-05/1 ДСП", "12051", "№ 12-05/1"])
def test_a_number_is_found_by_the_whole_of_it(empty_desk: Desk, typed: str) -> None:
    pattern(empty_desk, "{case}/{number}")
    wanted = factories.registered(empty_desk, journal=OUTGOING, case_index="12-05", their_number="")
    for _ in range(3):
        factories.registered(empty_desk, their_number="12-05/100")
    found = search.search(empty_desk, typed)
    assert found[0].id == wanted.id
    assert str(found[0].number) == "12-05/1"


@pytest.mark.parametrize("typed", ["12-05/1", "05/1", "1", "1 ДСП"])
def test_the_grid_filters_by_the_number_and_its_parts(empty_desk: Desk, typed: str) -> None:
    pattern(empty_desk, "{case}/{number}")
    for index in ("12-05", "07-01"):
        factories.registered(empty_desk, journal=OUTGOING, case_index=index)
    journal = journals.journal(empty_desk, OUTGOING, TODAY.year)
    shown = journal_grid.ids(empty_desk, journal_grid.View(journal.id, (("number", typed),)))
    assert [str(row.number) for row in journal_grid.rows(empty_desk, shown)] == ["12-05/1"]


# Reserving and confirming


def test_numbers_are_reserved_printed_and_confirmed(empty_desk: Desk) -> None:
    first, second = reserved(empty_desk, 2)
    assert (str(first.number), str(second.number)) == ("1", "2")
    assert first.state is ItemState.RESERVED
    done = confirmed(empty_desk, first.id)
    assert (done.number, done.state) == (first.number, ItemState.REGISTERED)
    details = items.item(empty_desk, first.id)
    assert (details.entry.signatory, details.entry.signed_on) == ("Серікбаев Н.О.", TODAY)
    assert [line.tag.rpartition(":")[2] for line in details.history] == ["reserved", "confirmed"]
    assert items.item(empty_desk, second.id).state is ItemState.RESERVED
    assert empty_desk.verify() == []


def test_a_reserved_number_keeps_what_it_is_for_until_more_is_known(empty_desk: Desk) -> None:
    (one,) = reserved(empty_desk)
    assert items.item(empty_desk, one.id).entry.summary == "ответ Министерству финансов"
    known = replace(items.item(empty_desk, one.id).entry, summary="о порядке доступа", correspondent="Акимат")
    confirmed(empty_desk, one.id, entry=known)
    assert items.item(empty_desk, one.id).entry.summary == "о порядке доступа"


def test_the_number_on_the_fair_copy_stays_as_it_is(empty_desk: Desk) -> None:
    pattern(empty_desk, "{case}/{number}")
    (one,) = reserved(empty_desk, entry=Entry(case_index="12-05"))
    pattern(empty_desk, "{number}/{year}")
    assert str(confirmed(empty_desk, one.id).number) == "12-05/1"
    assert str(reserved(empty_desk)[0].number) == "2/2026"


def test_a_repeated_reservation_finds_the_numbers_already_reserved(empty_desk: Desk) -> None:
    first = reserved(empty_desk, 2, form_id="f1")
    again = reserved(empty_desk, 2, form_id="f1")
    assert [one.number for one in again] == [one.number for one in first]
    assert all(one.repeated for one in again)
    assert str(reserved(empty_desk)[0].number) == "3"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"journal": JournalKind.INCOMING}, "reserved_for_own_only"),
        ({"count": 0}, "reserve_count"),
        ({"count": 51}, "reserve_count"),
        ({"purpose": "  "}, "purpose_needed"),
        ({"year": 2025}, "date_outside_year"),
    ],
)
def test_what_is_not_reserved(empty_desk: Desk, changes: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as refused:
        reserved(empty_desk, **changes)
    assert codes(refused.value) == [code]
    assert journals.journals(empty_desk) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"signatory": " "}, ["signatory_needed"]),
        ({"signed_on": None}, ["signing_date_needed"]),
        ({"signed_on": TODAY + dt.timedelta(days=1)}, ["signed_ahead"]),
    ],
)
def test_a_number_is_not_confirmed_without_signature(
    empty_desk: Desk, changes: dict[str, object], expected: list[str]
) -> None:
    (one,) = reserved(empty_desk)
    with pytest.raises(Refused) as refused:
        confirmed(empty_desk, one.id, **changes)
    assert expected[0] in codes(refused.value)
    assert items.item(empty_desk, one.id).state is ItemState.RESERVED


def test_a_number_is_confirmed_once(empty_desk: Desk) -> None:
    (one,) = reserved(empty_desk)
    confirmed(empty_desk, one.id)
    with pytest.raises(Refused) as refused:
        confirmed(empty_desk, one.id)
    assert codes(refused.value) == ["not_reserved"]


def test_a_document_signed_before_its_number_was_there_needs_a_reason(empty_desk: Desk) -> None:
    (one,) = reserved(empty_desk)
    yesterday = TODAY - dt.timedelta(days=1)
    with pytest.raises(NeedsReason):
        confirmed(empty_desk, one.id, signed_on=yesterday)
    done = confirmed(empty_desk, one.id, signed_on=yesterday, reason="номер проставлен после подписи")
    assert done.state is ItemState.REGISTERED


def test_what_is_signed_later_is_registered_later(empty_desk: Desk) -> None:
    empty_desk.clock = lambda: factories.NOW - dt.timedelta(days=9)
    (one,) = reserved(empty_desk)
    empty_desk.clock = factories.clock
    confirmed(empty_desk, one.id, signed_on=TODAY - dt.timedelta(days=2))
    details = items.item(empty_desk, one.id)
    assert details.entry.date == TODAY - dt.timedelta(days=2)
    assert details.entered_on is None


def test_a_reserved_number_that_is_not_needed_is_annulled(empty_desk: Desk) -> None:
    (one,) = reserved(empty_desk)
    registration.annul(empty_desk, Annul(item_id=one.id, reason="письмо не подписано"))
    (annulled,) = special(empty_desk, one.journal_id).special
    assert (annulled.kind, annulled.reason) == (NumberKind.ANNULLED, "письмо не подписано")
    with pytest.raises(Refused):
        confirmed(empty_desk, one.id)


# Skipping


def test_skipped_numbers_are_passed_over_and_never_given(empty_desk: Desk) -> None:
    factories.registered(empty_desk)
    journal = incoming_id(empty_desk)
    numbers.skip(empty_desk, SkipNumbers(journal_id=journal, first=2, last=4, reason="бланки испорчены"))
    assert factories.registered(empty_desk).number == RegistrationNumber(5)
    (run,) = journal_lines.passed_over(empty_desk, journal)
    assert (run.first, run.last, run.reason) == (2, 4, "бланки испорчены")
    with empty_desk.reading() as connection:
        assert journal_closing.counted(connection, journal).skipped == 3


def test_skipped_numbers_are_no_entries(empty_desk: Desk) -> None:
    kept = [factories.registered(empty_desk).id]
    journal = incoming_id(empty_desk)
    numbers.skip(empty_desk, SkipNumbers(journal_id=journal, first=2, last=4, reason="бланки испорчены"))
    kept.append(factories.registered(empty_desk).id)
    view = journal_grid.View(journal, descending=False)
    assert journal_grid.total(empty_desk, journal) == 2
    assert list(journal_grid.ids(empty_desk, view)) == kept
    assert len(journal_grid.rows(empty_desk, journal_grid.ids(empty_desk, view))) == 2
    assert journal_grid.position(empty_desk, kept[0]) == (journal, 1)
    assert len(list(items.items_in(empty_desk, JournalKind.INCOMING, TODAY.year))) == 2
    assert [hit.id for hit in search.search(empty_desk, "3")] == []
    assert empty_desk.verify() == []


@pytest.mark.parametrize(
    ("first", "last", "reason", "code"),
    [
        (3, 4, "причина", "skip_not_next"),
        (1, 1, "причина", "skip_not_next"),
        (2, 1, "причина", "skip_count"),
        (2, 2, " ", "skip_reason_needed"),
    ],
)
def test_what_is_not_skipped(empty_desk: Desk, first: int, last: int, reason: str, code: str) -> None:
    factories.registered(empty_desk)
    journal = incoming_id(empty_desk)
    with pytest.raises(Refused) as refused:
        numbers.skip(empty_desk, SkipNumbers(journal_id=journal, first=first, last=last, reason=reason))
    assert codes(refused.value) == [code]
    assert factories.registered(empty_desk).number == RegistrationNumber(2)


def test_a_late_entry_may_follow_a_skipped_number(empty_desk: Desk) -> None:
    factories.registered(empty_desk)
    journal = incoming_id(empty_desk)
    numbers.skip(empty_desk, SkipNumbers(journal_id=journal, first=2, last=2, reason="ошибка"))
    assert str(factories.registered(empty_desk, late_after=2).number) == "2а"


def with_a_gap(desk: Desk) -> int:
    """A journal as an imported sheet leaves it: 1, 5."""
    factories.registered(desk)
    journal = incoming_id(desk)
    with desk.transaction("test:number:gap") as step:
        step.session.add(
            registration.Number(
                journal_id=journal, sequence=5, state="annulled", annulled_reason="лист утрачен"
            )
        )
    return journal


def test_a_gap_is_given_its_reason(empty_desk: Desk) -> None:
    journal = with_a_gap(empty_desk)
    (gap,) = special(empty_desk, journal).of(NumberKind.GAP)
    assert (gap.number.sequence, gap.last) == (2, 4)
    numbers.explain(empty_desk, ExplainGap(journal_id=journal, first=2, last=4, reason="пропущены в журнале"))
    assert special(empty_desk, journal).of(NumberKind.GAP) == []
    (skipped,) = special(empty_desk, journal).of(NumberKind.SKIPPED)
    assert (skipped.last, skipped.reason) == (4, "пропущены в журнале")


@pytest.mark.parametrize(("first", "last"), [(1, 4), (2, 5), (6, 7)])
def test_what_is_no_gap_is_not_explained(empty_desk: Desk, first: int, last: int) -> None:
    journal = with_a_gap(empty_desk)
    with pytest.raises(Refused) as refused:
        numbers.explain(empty_desk, ExplainGap(journal_id=journal, first=first, last=last, reason="причина"))
    assert codes(refused.value) == ["no_gap"]


def test_a_closed_journal_takes_no_reserved_or_skipped_number(empty_desk: Desk) -> None:
    (one,) = reserved(empty_desk)
    with empty_desk.transaction("test:journal:closed") as step:
        step.session.get_one(numbers.Journal, one.journal_id).closed_on = TODAY
    for does in (
        lambda: reserved(empty_desk),
        lambda: confirmed(empty_desk, one.id),
        lambda: numbers.skip(
            empty_desk, SkipNumbers(journal_id=one.journal_id, first=2, last=2, reason="причина")
        ),
    ):
        with pytest.raises(Refused) as refused:
            does()
        assert codes(refused.value) == ["journal_closed"]


@pytest.mark.parametrize("role", [Role.LIBRARIAN, Role.SECURITY_OFFICER])
def test_only_the_documentation_service_keeps_numbers(desk: Desk, role: Role) -> None:
    journal = incoming_id(desk)
    desk.person = replace(desk.person, roles=frozenset({role}))
    for does in (
        lambda: reserved(desk),
        lambda: confirmed(desk, 1),
        lambda: numbers.skip(desk, SkipNumbers(journal_id=journal, first=99, last=99, reason="причина")),
        lambda: numbers.explain(desk, ExplainGap(journal_id=journal, first=1, last=1, reason="причина")),
    ):
        with pytest.raises(Refused) as refused:
            does()
        assert codes(refused.value) == ["not_entrusted"]


def test_a_correction_that_brings_the_signature_is_held_to_the_same_rules(empty_desk: Desk) -> None:
    (one,) = reserved(empty_desk)
    entry = replace(items.item(empty_desk, one.id).entry, signatory="Серікбаев Н.О.")
    tomorrow = replace(entry, signed_on=TODAY + dt.timedelta(days=1))
    with pytest.raises(Refused) as refused:
        registration.correct(empty_desk, Correct(item_id=one.id, entry=tomorrow, reason="подписан"))
    assert "signed_ahead" in codes(refused.value)
    done = registration.correct(
        empty_desk, Correct(item_id=one.id, entry=replace(entry, signed_on=TODAY), reason="подписан")
    )
    assert done.state is ItemState.REGISTERED
