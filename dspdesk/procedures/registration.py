"""Registration of items (paragraphs 11, 14-17, 19): register, correct, annul."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.language.folding import fold, number_key
from dspdesk.law import registration as law
from dspdesk.law.carrier_check import CarrierFound
from dspdesk.law.carry_over import not_annulled_when_linked
from dspdesk.law.execution_control import held_by_resolution
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.journal_closing import numbers_stay
from dspdesk.law.kinds import ItemState, JournalKind, NumberState
from dspdesk.law.registration import Entry
from dspdesk.law.restricted_list import Designation
from dspdesk.law.roles import Action
from dspdesk.law.values import RegistrationNumber
from dspdesk.models import Item, Journal, Number
from dspdesk.procedures import designations, drafts, enclosed, entries, journals
from dspdesk.queries import carry_over
from dspdesk.queries import item as items
from dspdesk.queries.on_control import held_fields
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Register one item in the journal of a kind and year, opening the journal when it is the first.

    `form_id` is the saved form's own (a UUID): a repeated save finds the number already given. `late_after` is the
    sequence number after which a late entry takes a lettered one. `filed_as` are the words of column 12 for what
    lies in a case already. `language` is for a journal opened by this entry. `designation` is what the mark of an own
    document rests on (paragraph 7); where there is none, the reason typed for that is kept as its ground (paragraph 8).
    `enclosed_id` is the document of a checked cover that is entered (paragraph 12), `carrier_check` the check of an
    electronic carrier where the cover has none.
    """

    journal: JournalKind
    year: int
    entry: Entry
    form_id: str
    late_after: int | None = None
    filed_as: str = ""
    language: str = "ru"
    designation: Designation | None = None
    enclosed_id: int | None = None
    carrier_check: CarrierFound | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """Correct an entry, leaving both traces; `reason` is always asked. `form_id` is that of the draft it ends.

    `designation` is another basis of the mark, `None` leaves it as it is. `carrier_check` is that of a carrier which
    the entry has not named so far.
    """

    item_id: int
    entry: Entry
    reason: str
    form_id: str = ""
    designation: Designation | None = None
    carrier_check: CarrierFound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul:
    """Annul a number with its reason; it stays in the journal and is never given again."""

    item_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Registered:
    """What came of a step: the entry, the findings to be shown, and whether the form had been saved before."""

    id: int
    journal_id: int
    number: RegistrationNumber
    state: ItemState
    findings: tuple[Finding, ...] = ()
    repeated: bool = False


def consider(desk: Desk, command: Register | Correct) -> tuple[Finding, ...]:
    """What the law says of a step before it is taken, for a card being filled in; writes nothing."""
    with desk.reading() as connection:
        if isinstance(command, Correct):
            details = items.item(desk, command.item_id)
            year, itself = (details.journal.year if details else desk.today().year), command.item_id
            wanted = _wanted(command, reserved=details is not None and details.state is ItemState.RESERVED)
            new: list[Finding | None] = []
            if details is not None:
                kind, before = details.journal.kind, details.entry
                new += enclosed.corrected(
                    desk, connection, kind, itself, before, wanted, command.carrier_check
                )
            if details is not None and command.designation is not None:
                new += designations.consider(
                    connection, details.journal.kind, wanted, command.designation, desk.today()
                )
        else:
            year, itself, wanted = command.year, 0, command.entry
            new = [
                _late(connection, command),
                *entries.unknown_parts(connection, command.journal, year, command.entry),
                *designations.consider(
                    connection, command.journal, command.entry, command.designation, desk.today()
                ),
                *_came(desk, connection, command),
            ]
        findings = [
            *law.check_entry(wanted, year, desk.today()),
            *new,
            _met_before(connection, command, itself),
        ]
    return tuple(finding for finding in findings if finding is not None)


def register(desk: Desk, command: Register) -> Registered:
    """Give the next number and enter the item; raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.REGISTER)
    with desk.transaction("registration:item:registered") as step:
        drafts.done(desk, step, command.form_id)
        if (earlier := _saved_before(step, command.form_id)) is not None:
            return earlier
        journal = journals.opened(desk, step, command.journal, command.year, command.language)
        findings = settle(
            [
                law.journal_open(closed=journal.closed_on is not None, year=journal.year),
                *law.check_entry(command.entry, journal.year, desk.today()),
                *entries.unknown_parts(step.connection, command.journal, journal.year, command.entry),
                _late(step.connection, command),
                *designations.consider(
                    step.connection, command.journal, command.entry, command.designation, desk.today()
                ),
                *_came(desk, step.connection, command),
                _met_before(step.connection, command, 0),
            ],
            command.reason,
        )
        ready = law.ready_for_number(command.journal, command.entry)
        state = NumberState.ISSUED if ready else NumberState.RESERVED
        number = entries.give_number(step, journal, command.entry, state, command.late_after)
        entries.enter(desk, step, journal, number, command.entry, command.form_id, command.filed_as.strip())
        basis = designations.given(command.designation, findings, command.reason)
        designations.write(desk, step, number.id, basis)
        enclosed.link(desk, step, number.id, command.entry, command.enclosed_id, command.carrier_check)
        step.subject, step.reason = f"item:{number.id}", command.reason
    return registered_as(number, findings)


def correct(desk: Desk, command: Correct) -> Registered:
    """Change an entry and keep what stood there before as a revision; raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.CORRECT)
    with desk.transaction("registration:item:corrected") as step:
        drafts.done(desk, step, command.form_id)
        entry, number, journal = entries.standing(step, command.item_id)
        state = NumberState(number.state)
        wanted = _wanted(command, reserved=state is NumberState.RESERVED)
        before, basis = entries.differing(entry, wanted), _other_basis(step, command)
        findings = settle(
            [
                _reason_given(command.reason),
                _not_annulled(number, "not_to_be_corrected"),
                Finding("OWN", Weight.REFUSE, "nothing_changed") if not before and basis is None else None,
                *law.check_entry(wanted, journal.year, desk.today()),
                *_confirming(desk, entry, number, journal, wanted),
                *_basis(desk, step, command, number, journal, wanted),
                *enclosed.corrected(
                    desk,
                    step.connection,
                    JournalKind(journal.kind),
                    entry.id,
                    entries.entry_of(entry),
                    wanted,
                    command.carrier_check,
                ),
                law.signature_stays(JournalKind(journal.kind), state, entries.entry_of(entry), wanted),
                entries.carried_copies_stay(step, entry, wanted),
                *_held(step.connection, number, journal, before),
                entries.copies_away_stay(step, entry, wanted),
                entries.registered_before_moved(step, entry, wanted),
                _met_before(step.connection, command, command.item_id),
            ],
            command.reason,
        )
        if before:
            entries.keep_revision(desk, step, command.item_id, before, wanted, command.reason)
            entries.change(step, entry, number, journal, wanted)
        enclosed.link(desk, step, number.id, wanted, None, command.carrier_check)
        designations.write(desk, step, number.id, designations.given(basis, findings, command.reason))
        step.subject, step.reason = f"item:{number.id}", command.reason
    return registered_as(number, findings)


def annul(desk: Desk, command: Annul) -> Registered:
    """Annul an entry's number; raises `Refused` without a reason, for one annulled already or with work under way."""
    desk.authorize(Action.ANNUL)
    with desk.transaction("registration:number:annulled") as step:
        item, number, journal = entries.standing(step, command.item_id)
        linked = carry_over.links_of(step.connection, number.id).carried
        destroyed = entries.ever_destroyed(step, number.id)
        settle(
            [
                _reason_given(command.reason),
                _not_annulled(number, "annulled_already"),
                numbers_stay(closed=journal.closed_on is not None, year=journal.year),
                not_annulled_when_linked(linked=linked, number=str(entries.number_of(number))),
                Finding(
                    "D14a",
                    Weight.REFUSE,
                    "destroyed_not_annulled",
                    {"number": str(entries.number_of(number))},
                )
                if destroyed
                else None,
                *entries.goes_on(desk, step, item),
            ],
            command.reason,
        )
        number.state, number.annulled_reason = NumberState.ANNULLED.value, command.reason.strip()
        step.subject, step.reason = f"item:{number.id}", command.reason
    return registered_as(number, ())


def _saved_before(step: Step, form_id: str) -> Registered | None:
    found = step.session.scalar(select(Item).where(Item.form_id == form_id))
    if found is None:
        return None
    earlier = registered_as(found.number, ())
    return Registered(earlier.id, earlier.journal_id, earlier.number, earlier.state, repeated=True)


def _wanted(command: Correct, *, reserved: bool) -> Entry:
    """The entry as it will stand: one that confirms a reserved number is registered when it was signed."""
    return law.dated_when_signed(command.entry) if reserved else command.entry


def _held(
    connection: Connection, number: Number, journal: Journal, changed: Collection[str]
) -> list[Finding]:
    """What a resolution or control says in the entry is not changed beside it (paragraph 27)."""
    held = held_fields(connection, number.id, JournalKind(journal.kind))
    return held_by_resolution(changed, held, entries.number_of(number).with_mark(journal.language))


def _confirming(
    desk: Desk, item: Item, number: Number, journal: Journal, wanted: Entry
) -> list[Finding | None]:
    """A correction that brings the signature of a reserved number confirms it, under the same rules (paragraph 19)."""
    ready = law.ready_for_number(JournalKind(journal.kind), wanted)
    if number.state != NumberState.RESERVED.value or not ready:
        return []
    return [
        law.journal_open(closed=journal.closed_on is not None, year=journal.year),
        *law.check_confirmation(wanted, entries.entered_on(desk, item), journal.year),
    ]


def _other_basis(step: Step, command: Correct) -> Designation | None:
    """The basis of the mark that a correction brings, `None` where it brings no other."""
    stands = designations.standing(step.connection, command.item_id)
    return None if command.designation == stands else command.designation


def _basis(
    desk: Desk, step: Step, command: Correct, number: Number, journal: Journal, wanted: Entry
) -> list[Finding | None]:
    """What the law says of the basis of the mark: of another one, and of any when a number is confirmed."""
    kind = JournalKind(journal.kind)
    confirms = number.state == NumberState.RESERVED.value and law.ready_for_number(kind, wanted)
    stands = designations.standing(step.connection, command.item_id)
    if not confirms and _other_basis(step, command) is None:
        return []
    later = designations.goes_on(step.connection, command.item_id, str(entries.number_of(number)))
    found = designations.consider(step.connection, kind, wanted, command.designation or stands, desk.today())
    return [later, *found]


def _came(desk: Desk, connection: Connection, command: Register) -> list[Finding | None]:
    """What the law says of registering what came by mail."""
    return enclosed.considered(
        desk, connection, command.journal, command.entry, command.enclosed_id, command.carrier_check
    )


def _late(connection: Connection, command: Register) -> Finding | None:
    if command.late_after is None:
        return None
    journal_id = journals.found(connection, command.journal, command.year)
    return law.late_entry_follows(
        command.late_after, journals.highest(connection, journal_id) if journal_id else 0
    )


def _met_before(connection: Connection, command: Register | Correct, itself: int) -> Finding | None:
    """The hint of a sender's number met before from the same sender."""
    entry = command.entry
    if not any(map(str.isdigit, entry.their_number)):
        return None
    rows = connection.exec_driver_sql(
        "SELECT number.sequence, number.letter, number.written, journal.language, item.correspondent FROM item "
        "JOIN number ON number.id = item.id JOIN journal ON journal.id = number.journal_id "
        "WHERE item.their_key = ? AND item.their_key <> '' AND item.id <> ? ORDER BY item.id DESC LIMIT 20",
        (number_key(entry.their_number), itself),
    ).fetchall()
    sender = fold(entry.correspondent)
    met = [
        f"№\N{NO-BREAK SPACE}{RegistrationNumber(*row[:3]).with_mark(row[3])}"
        for row in rows
        if fold(row[4]) == sender
    ]
    return law.same_sender_number(met[:3])


def _reason_given(reason: str) -> Finding | None:
    return None if reason.strip() else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason")


def _not_annulled(number: Number, code: str) -> Finding | None:
    if number.state != NumberState.ANNULLED.value:
        return None
    return Finding("D14a", Weight.REFUSE, code, {"number": str(entries.number_of(number))})


def registered_as(number: Number, findings: tuple[Finding, ...]) -> Registered:
    """What came of a step on a number."""
    state = law.item_state(NumberState(number.state), ())
    return Registered(number.id, number.journal_id, entries.number_of(number), state, findings)
