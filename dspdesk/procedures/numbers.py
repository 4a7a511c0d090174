"""Numbers that go their own way: reserved before the fair copy and confirmed when it is signed, skipped, explained."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.law import registration as law
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.law.kinds import JournalKind, NumberState
from dspdesk.law.registration import Entry
from dspdesk.law.restricted_list import Designation
from dspdesk.law.roles import Action
from dspdesk.models import Item, Journal, Number
from dspdesk.procedures import designations, drafts, entries, journals
from dspdesk.procedures.registration import Registered, registered_as
from dspdesk.queries import item as items
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveNumbers:
    """Reserve the next numbers of a journal of own documents, to be printed on their fair copies (W10).

    `entry` is what is known of the documents already, `purpose` says what the numbers are for. `form_id` is the saved
    form's own: a repeated save finds the numbers already reserved. `designation` is what their marks will rest on, if
    that is known already.
    """

    journal: JournalKind
    year: int
    form_id: str
    purpose: str
    count: int = 1
    entry: Entry | None = None
    language: str = "ru"
    designation: Designation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """Confirm a reserved number: the document is signed. `entry` completes what was not known before.

    The number itself stays as it was reserved: it stands on the fair copy. `form_id` is that of the draft it ends.
    `designation` is what the mark rests on, `None` where that was said when the number was reserved.
    """

    item_id: int
    signatory: str
    signed_on: dt.date | None
    entry: Entry | None = None
    reason: str = ""
    form_id: str = ""
    designation: Designation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipNumbers:
    """Pass over the next numbers of a journal, with the reason (spoilt sheets, numbers given on paper by mistake)."""

    journal_id: int
    first: int
    last: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainGap:
    """Write down why numbers below the last one were never given, as an imported sheet left them."""

    journal_id: int
    first: int
    last: int
    reason: str


def reserve(desk: Desk, command: ReserveNumbers) -> list[Registered]:
    """Reserve numbers, lowest first; raises `Refused`. The purpose is the reason that the ledger keeps."""
    desk.authorize(Action.REGISTER)
    with desk.transaction("registration:number:reserved") as step:
        if earlier := _reserved_before(step, command):
            return earlier
        wanted = _to_reserve(desk, command)
        journal = journals.opened(desk, step, command.journal, command.year, command.language)
        findings = settle(
            [
                law.reserved_for_own(command.journal),
                law.reserved_count(command.count),
                _words_given(command.purpose, "purpose_needed", "purpose"),
                law.journal_open(closed=journal.closed_on is not None, year=journal.year),
                *law.check_entry(wanted, journal.year, desk.today()),
                *entries.unknown_parts(step.connection, command.journal, journal.year, wanted),
                *designations.consider(
                    step.connection, command.journal, wanted, command.designation, desk.today()
                ),
            ],
            command.purpose,
        )
        numbers = []
        for form_id in _form_ids(command):
            number = entries.give_number(step, journal, wanted, NumberState.RESERVED)
            entries.enter(desk, step, journal, number, wanted, form_id)
            designations.write(desk, step, number.id, command.designation)
            numbers.append(number)
        step.session.flush()
        step.subject, step.reason = f"journal:{journal.id}", command.purpose.strip()
    return [registered_as(number, findings) for number in numbers]


def consider(desk: Desk, command: Confirm) -> tuple[Finding, ...]:
    """What the law says of confirming a number before it is done, for a card being filled in; writes nothing."""
    details = items.item(desk, command.item_id)
    if details is None or command.entry is None:
        return ()
    wanted = _with_signature(command, command.entry)
    reserved_on, year = _day_of(desk, details.entered_at), details.journal.year
    with desk.reading() as connection:
        basis = command.designation or designations.standing(connection, command.item_id)
        of_basis = designations.consider(connection, details.journal.kind, wanted, basis, desk.today())
    return (
        *law.check_confirmation(wanted, reserved_on, year),
        *law.check_entry(wanted, year, desk.today()),
        *(finding for finding in of_basis if finding is not None),
    )


def confirm(desk: Desk, command: Confirm) -> Registered:
    """Confirm a reserved number; raises `Refused` without signatory and date, `NeedsReason` for an odd date."""
    desk.authorize(Action.REGISTER)
    with desk.transaction("registration:number:confirmed") as step:
        drafts.done(desk, step, command.form_id)
        item, number, journal = entries.standing(step, command.item_id)
        wanted = _with_signature(command, command.entry or entries.entry_of(item))
        basis = command.designation or designations.standing(step.connection, item.id)
        findings = settle(
            [
                law.journal_open(closed=journal.closed_on is not None, year=journal.year),
                law.only_reserved(NumberState(number.state), entries.number_of(number)),
                *law.check_confirmation(wanted, entries.entered_on(desk, item), journal.year),
                *law.check_entry(wanted, journal.year, desk.today()),
                *designations.consider(
                    step.connection, JournalKind(journal.kind), wanted, basis, desk.today()
                ),
            ],
            command.reason,
        )
        before = entries.differing(item, wanted)
        entries.keep_revision(desk, step, item.id, before, wanted, command.reason)
        entries.change(step, item, number, journal, wanted)
        designations.write(desk, step, item.id, designations.given(basis, findings, command.reason))
        step.subject, step.reason = f"item:{number.id}", command.reason
    return registered_as(number, findings)


def skip(desk: Desk, command: SkipNumbers) -> None:
    """Pass over the next numbers; the entry that comes follows them. Raises `Refused`."""
    desk.authorize(Action.KEEP_NUMBERS)
    with desk.transaction("registration:number:skipped") as step:
        highest = journals.highest(step.connection, command.journal_id)
        _pass_over(step, command, law.skipped_next(command.first, command.last, highest))


def explain(desk: Desk, command: ExplainGap) -> None:
    """Write the reason to a gap in the numbers; they count as skipped, and are never given. Raises `Refused`."""
    desk.authorize(Action.KEEP_NUMBERS)
    with desk.transaction("registration:number:gap_explained") as step:
        taken = step.session.scalars(
            select(Number.sequence).where(
                Number.journal_id == command.journal_id,
                Number.sequence.between(command.first, command.last),
            )
        ).all()
        highest = journals.highest(step.connection, command.journal_id)
        _pass_over(step, command, law.gap_explained(command.first, command.last, taken, highest))


def _pass_over(step: Step, command: SkipNumbers | ExplainGap, refusal: Finding | None) -> None:
    journal = step.session.get_one(Journal, command.journal_id)
    settle(
        [
            law.journal_open(closed=journal.closed_on is not None, year=journal.year),
            _words_given(command.reason, "skip_reason_needed", "reason"),
            refusal,
        ],
        command.reason,
    )
    step.session.add_all(
        Number(
            journal_id=journal.id,
            sequence=sequence,
            state=NumberState.SKIPPED.value,
            annulled_reason=command.reason.strip(),
        )
        for sequence in range(command.first, command.last + 1)
    )
    step.subject, step.reason = f"journal:{journal.id}", command.reason.strip()


def _to_reserve(desk: Desk, command: ReserveNumbers) -> Entry:
    """The entry of a reserved number: what is known, and what it is for in the place of a summary not known yet."""
    entry = command.entry or Entry()
    return replace(
        entry,
        date=entry.date or desk.today(),
        summary=entry.summary or command.purpose,
        signatory="",
        signed_on=None,
    )


def _form_ids(command: ReserveNumbers) -> list[str]:
    return [f"{command.form_id}-{place}" for place in range(1, command.count + 1)]


def _reserved_before(step: Step, command: ReserveNumbers) -> list[Registered]:
    found = step.session.scalars(select(Item).where(Item.form_id.in_(_form_ids(command))).order_by(Item.id))
    return [replace(registered_as(item.number, ()), repeated=True) for item in found]


def _with_signature(command: Confirm, known: Entry) -> Entry:
    """The entry as it is confirmed: registered no earlier than signed (paragraph 19)."""
    return law.dated_when_signed(
        replace(known, signatory=command.signatory.strip(), signed_on=command.signed_on)
    )


def _day_of(desk: Desk, moment: dt.datetime) -> dt.date:
    """The day of a moment, kept in UTC, at this desk."""
    return moment.replace(tzinfo=dt.UTC).astimezone(desk.clock().tzinfo).date()


def _words_given(words: str, code: str, field: str) -> Finding | None:
    return None if words.strip() else Finding("OWN", Weight.REFUSE, code, {}, field)
