"""Registration of items (paragraphs 11, 14-17, 19): register, correct, annul."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.language.folding import fold, number_key
from dspdesk.law import registration as law
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.kinds import ItemState, JournalKind, MovementKind, NumberState
from dspdesk.law.registration import Entry
from dspdesk.law.roles import Action
from dspdesk.law.values import ABBREVIATION, Impossible, RegistrationNumber, next_letter
from dspdesk.models import Copy, Item, Journal, Movement, Number, Revision
from dspdesk.procedures import correspondents, journals
from dspdesk.queries import item as items
from dspdesk.store import ledger, searchable
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Register one item in the journal of a kind and year, opening the journal when it is the first.

    `form_id` is the saved form's own (a UUID): a repeated save finds the number already given. `late_after` is the
    sequence number after which a late entry takes a lettered one. `filed_as` are the words of column 12 for what
    lies in a case already. `language` is for a journal opened by this entry.
    """

    journal: JournalKind
    year: int
    entry: Entry
    form_id: str
    late_after: int | None = None
    filed_as: str = ""
    language: str = "ru"
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """Correct an entry, leaving both traces; `reason` is always asked."""

    item_id: int
    entry: Entry
    reason: str


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
            late = None
        else:
            year, itself = command.year, 0
            late = _late(connection, command)
        findings = [
            *law.check_entry(command.entry, year, desk.today()),
            late,
            _met_before(connection, command, itself),
        ]
    return tuple(finding for finding in findings if finding is not None)


def register(desk: Desk, command: Register) -> Registered:
    """Give the next number and enter the item; raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.REGISTER)
    with desk.transaction("registration:item:registered") as step:
        if (earlier := _saved_before(step, command.form_id)) is not None:
            return earlier
        journal = journals.opened(desk, step, command.journal, command.year, command.language)
        findings = settle(
            [
                law.journal_open(closed=journal.closed_on is not None, year=journal.year),
                *law.check_entry(command.entry, journal.year, desk.today()),
                _late(step.connection, command),
                _met_before(step.connection, command, 0),
            ],
            command.reason,
        )
        number = _give_number(step, journal, command)
        _enter(desk, step, journal, number, command)
        step.subject, step.reason = f"item:{number.id}", command.reason
    return _registered(number, findings)


def correct(desk: Desk, command: Correct) -> Registered:
    """Change an entry and keep what stood there before as a revision; raises `Refused` or `NeedsReason`."""
    desk.authorize(Action.CORRECT)
    with desk.transaction("registration:item:corrected") as step:
        entry, number, journal = _standing(step, command.item_id)
        before = _differing(entry, command.entry)
        findings = settle(
            [
                _reason_given(command.reason),
                _not_annulled(number, "not_to_be_corrected"),
                Finding("OWN", Weight.REFUSE, "nothing_changed") if not before else None,
                *law.check_entry(command.entry, journal.year, desk.today()),
                _met_before(step.connection, command, command.item_id),
            ],
            command.reason,
        )
        _keep_revision(desk, step, command, before)
        _change(step, entry, number, journal, command.entry)
        step.subject, step.reason = f"item:{number.id}", command.reason
    return _registered(number, findings)


def annul(desk: Desk, command: Annul) -> Registered:
    """Annul an entry's number; raises `Refused` without a reason or when it is annulled already."""
    desk.authorize(Action.ANNUL)
    with desk.transaction("registration:number:annulled") as step:
        _, number, _ = _standing(step, command.item_id)
        destroyed = items.state_of(step.connection, number.id) is ItemState.DESTROYED
        settle(
            [
                _reason_given(command.reason),
                _not_annulled(number, "annulled_already"),
                Finding("D14a", Weight.REFUSE, "destroyed_not_annulled", {"number": _written(number)})
                if destroyed
                else None,
            ],
            command.reason,
        )
        number.state, number.annulled_reason = NumberState.ANNULLED.value, command.reason.strip()
        step.subject, step.reason = f"item:{number.id}", command.reason
    return _registered(number, ())


def _saved_before(step: Step, form_id: str) -> Registered | None:
    found = step.session.scalar(select(Item).where(Item.form_id == form_id))
    if found is None:
        return None
    earlier = _registered(found.number, ())
    return Registered(earlier.id, earlier.journal_id, earlier.number, earlier.state, repeated=True)


def _give_number(step: Step, journal: Journal, command: Register) -> Number:
    """The next number of the journal, or for a late entry the next letter after a number already passed."""
    ready = law.ready_for_number(command.journal, command.entry)
    state = NumberState.ISSUED if ready else NumberState.RESERVED
    sequence, letter = journals.highest(step.connection, journal.id) + 1, ""
    if command.late_after is not None:
        sequence = command.late_after
        letter = _letter(step, journal, sequence)
    number = Number(
        journal_id=journal.id, sequence=sequence, letter=letter, state=state.value, annulled_reason=""
    )
    step.session.add(number)
    step.session.flush()
    return number


def _letter(step: Step, journal: Journal, sequence: int) -> str:
    taken = step.session.scalars(
        select(Number.letter).where(Number.journal_id == journal.id, Number.sequence == sequence)
    )
    try:
        return next_letter(letter for letter in taken if letter)
    except Impossible:
        raise Refused(
            [Finding("D16", Weight.REFUSE, "letters_used_up", {"sequence": sequence}, "late_after")]
        ) from None


def _enter(desk: Desk, step: Step, journal: Journal, number: Number, command: Register) -> None:
    fields = fields_of(command.entry)
    step.session.add(
        Item(
            id=number.id,
            form_id=command.form_id,
            edition=desk.edition.id,
            entered_at=step.at,
            entered_by=desk.person.account_id,
            correspondent_id=correspondents.known(step, command.entry.correspondent, journal.language),
            incomplete=bool(law.missing(command.journal, command.entry)),
            copies=[Copy(number=copy) for copy in command.entry.copies],
            **fields,
            **searchable.of_item(_written(number), fields, command.filed_as.strip()),
        )
    )
    if command.filed_as.strip():
        _file(desk, step, number.id, command.filed_as.strip())


def _file(desk: Desk, step: Step, item_id: int, words: str) -> None:
    """Enter that every copy of the item lies in a case, in the words of whoever said so."""
    for copy in step.session.scalars(select(Copy).where(Copy.item_id == item_id)):
        movement = Movement(
            copy_id=copy.id,
            kind=MovementKind.FILING.value,
            happened_on=None,
            as_written=words,
            recorded_at=step.at,
            recorded_by=desk.person.account_id,
        )
        step.session.add(movement)
        step.session.flush()
        copy.whereabouts_id = movement.id


def _change(step: Step, entry: Item, number: Number, journal: Journal, wanted: Entry) -> None:
    fields = fields_of(wanted)
    if fields["correspondent"] != entry.correspondent:
        entry.correspondent_id = correspondents.known(step, wanted.correspondent, journal.language)
    for name, value in fields.items():
        setattr(entry, name, value)
    _change_copies(step, entry, wanted)
    kind = JournalKind(journal.kind)
    entry.incomplete = bool(law.missing(kind, wanted))
    if law.ready_for_number(kind, wanted) and number.state == NumberState.RESERVED.value:
        number.state = NumberState.ISSUED.value
    words = searchable.movement_words(step.connection, entry.id)
    for name, text in searchable.of_item(_written(number), fields, words).items():
        setattr(entry, name, text)


def _change_copies(step: Step, entry: Item, wanted: Entry) -> None:
    """Copies entered by mistake are struck out, never deleted; a number struck out may stand again."""
    for copy in entry.copies:
        copy.struck_on = None if copy.number in wanted.copies else copy.struck_on or step.at.date()
    standing = {copy.number for copy in entry.copies}
    entry.copies.extend(Copy(number=copy) for copy in wanted.copies if copy not in standing)


def _standing(step: Step, item_id: int) -> tuple[Item, Number, Journal]:
    entry = step.session.get_one(Item, item_id)
    return entry, entry.number, step.session.get_one(Journal, entry.number.journal_id)


def _keep_revision(desk: Desk, step: Step, command: Correct, before: dict[str, Any]) -> None:
    step.session.add(
        Revision(
            item_id=command.item_id,
            made_at=step.at,
            made_by=desk.person.account_id,
            reason=command.reason.strip(),
            before=_json(before),
            after=_json(
                {name: value for name, value in _with_copies(command.entry).items() if name in before}
            ),
        )
    )


def _json(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, default=ledger.stored)


def _with_copies(entry: Entry) -> dict[str, Any]:
    return fields_of(entry) | {"copies": entry.copies}


def _differing(entry: Item, wanted: Entry) -> dict[str, Any]:
    """What stands in the fields that are to change, by column; copies as the list of their numbers."""
    before = {
        name: getattr(entry, name)
        for name, value in fields_of(wanted).items()
        if getattr(entry, name) != value
    }
    copies = [copy.number for copy in entry.copies if copy.struck_on is None]
    return before | ({"copies": copies} if tuple(copies) != wanted.copies else {})


def fields_of(entry: Entry) -> dict[str, Any]:
    """The columns of an item that an entry fills, texts without blanks around them."""
    return {
        "registered_on": entry.date,
        "correspondent": entry.correspondent.strip(),
        "their_number": entry.their_number.strip(),
        "their_date": entry.their_date,
        "kind": entry.kind.strip(),
        "summary": entry.summary.strip(),
        "sheets": entry.sheets.document,
        "enclosure_sheets": entry.sheets.enclosures,
        "carrier": entry.carrier.value,
        "resolution": entry.resolution.strip(),
        "executor": entry.executor.strip(),
        "due_on": entry.due_on,
        "control": entry.control.strip(),
        "signatory": entry.signatory.strip(),
        "signed_on": entry.signed_on,
        "notes": entry.notes.strip(),
    }


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
        "SELECT number.sequence, number.letter, journal.language, item.correspondent FROM item "
        "JOIN number ON number.id = item.id JOIN journal ON journal.id = number.journal_id "
        "WHERE item.their_key = ? AND item.their_key <> '' AND item.id <> ? ORDER BY item.id DESC LIMIT 20",
        (number_key(entry.their_number), itself),
    ).fetchall()
    sender = fold(entry.correspondent)
    met = [
        f"№\N{NO-BREAK SPACE}{row[0]}{row[1]}\N{NO-BREAK SPACE}{ABBREVIATION[row[2]]}"
        for row in rows
        if fold(row[3]) == sender
    ]
    return law.same_sender_number(met[:3])


def _reason_given(reason: str) -> Finding | None:
    return None if reason.strip() else Finding("OWN", Weight.REFUSE, "reason_needed", {}, "reason")


def _not_annulled(number: Number, code: str) -> Finding | None:
    if number.state != NumberState.ANNULLED.value:
        return None
    return Finding("D14a", Weight.REFUSE, code, {"number": _written(number)})


def _written(number: Number) -> str:
    return f"{number.sequence}{number.letter}"


def _registered(number: Number, findings: tuple[Finding, ...]) -> Registered:
    state = law.item_state(NumberState(number.state), ())
    return Registered(
        number.id, number.journal_id, RegistrationNumber(number.sequence, number.letter), state, findings
    )
