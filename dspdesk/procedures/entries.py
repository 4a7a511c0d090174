"""How entries are written into a journal: a number given, the item under it, what a correction leaves behind.

Steps of procedures, taken inside their transactions; what they may do the procedures have asked the law before.
"""

import datetime as dt
import json
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.law import carry_over, numbering
from dspdesk.law import registration as law
from dspdesk.law.execution_control import not_annulled_on_control
from dspdesk.law.findings import Finding, Refused, Weight, settle
from dspdesk.law.guard import Intent
from dspdesk.law.kinds import Carrier, JournalKind, MovementKind, NumberState
from dspdesk.law.movement_correction import standing as standing_moves
from dspdesk.law.registration import Entry
from dspdesk.law.values import Impossible, RegistrationNumber, SheetCount, next_letter
from dspdesk.law.whereabouts import GIVEN_OUT, copies_here_or_stay
from dspdesk.models import Copy, Item, Journal, Movement, Number, Revision
from dspdesk.procedures import correspondents, guard, journals
from dspdesk.queries import number_parts, resolutions, whereabouts
from dspdesk.store import ledger, searchable
from dspdesk.store.unit_of_work import Step


def number_of(number: Number) -> RegistrationNumber:
    """A number as the law knows it."""
    return RegistrationNumber(number.sequence, number.letter, number.written)


def unknown_parts(connection: Connection, kind: JournalKind, year: int, entry: Entry) -> list[Finding]:
    """What the pattern of a journal asks for and the entry does not say (paragraph 16)."""
    pattern = number_parts.pattern_of(connection, kind, year)
    return numbering.unknown_parts(pattern, number_parts.known(connection, kind, year, pattern, entry))


def give_number(
    step: Step, journal: Journal, entry: Entry, state: NumberState, late_after: int | None = None
) -> Number:
    """The next number of the journal, or for a late entry the next letter after a number already passed."""
    sequence, letter = journals.highest(step.connection, journal.id) + 1, ""
    if late_after is not None:
        sequence, letter = late_after, _letter(step, journal, late_after)
    number = Number(
        journal_id=journal.id,
        sequence=sequence,
        letter=letter,
        state=state.value,
        written=_written(step, journal, entry, RegistrationNumber(sequence, letter)),
    )
    step.session.add(number)
    step.session.flush()
    return number


def _written(step: Step, journal: Journal, entry: Entry, number: RegistrationNumber) -> str:
    """The number by the pattern of the journal; raises `Refused` if another entry is written so already."""
    kind = JournalKind(journal.kind)
    parts = number_parts.known(step.connection, kind, journal.year, journal.pattern, entry)
    found = numbering.written(journal.pattern, parts | {numbering.NUMBER: number.plain})
    if found:  # a pattern that makes no two alike may follow one that wrote the same before
        taken = step.session.scalars(
            select(Number.written).where(Number.journal_id == journal.id, Number.written == found)
        )
        settle([numbering.written_once(found, list(taken))], "")
    return found


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


def enter(
    desk: Desk, step: Step, journal: Journal, number: Number, entry: Entry, form_id: str, filed_as: str = ""
) -> None:
    """Write an item under its number; `filed_as` are the words of column 12 for what lies in a case already."""
    fields = fields_of(entry)
    step.session.add(
        Item(
            id=number.id,
            form_id=form_id,
            edition=desk.edition.id,
            entered_at=step.at,
            entered_by=desk.person.account_id,
            correspondent_id=correspondents.known(step, entry.correspondent, journal.language),
            incomplete=bool(law.missing(JournalKind(journal.kind), entry)),
            copies=[Copy(number=copy) for copy in entry.copies],
            **fields,
            **searchable.of_item(number_of(number).plain, fields, filed_as, number.written),
        )
    )
    if filed_as:
        _file(desk, step, number.id, filed_as)


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


def change(step: Step, item: Item, number: Number, journal: Journal, wanted: Entry) -> None:
    """Write other fields into an item. Its number stays as it was given: it stands on the paper."""
    fields = fields_of(wanted)
    if fields["correspondent"] != item.correspondent:
        item.correspondent_id = correspondents.known(step, wanted.correspondent, journal.language)
    for name, value in fields.items():
        setattr(item, name, value)
    _change_copies(step, item, wanted)
    kind = JournalKind(journal.kind)
    item.incomplete = bool(law.missing(kind, wanted))
    if law.ready_for_number(kind, wanted) and number.state == NumberState.RESERVED.value:
        number.state = NumberState.ISSUED.value
    words = searchable.movement_words(step.connection, item.id)
    derived = searchable.of_item(number_of(number).plain, fields, words, number.written)
    for name, text in derived.items():
        setattr(item, name, text)


def _change_copies(step: Step, item: Item, wanted: Entry) -> None:
    """Copies entered by mistake are struck out, never deleted; a number struck out may stand again."""
    for copy in item.copies:
        copy.struck_on = None if copy.number in wanted.copies else copy.struck_on or step.at.date()
    standing = {copy.number for copy in item.copies}
    item.copies.extend(Copy(number=copy) for copy in wanted.copies if copy not in standing)


def entered_on(desk: Desk, item: Item) -> dt.date:
    """The day an item was entered, at this desk; its moment is kept in UTC."""
    return item.entered_at.replace(tzinfo=dt.UTC).astimezone(desk.clock().tzinfo).date()


def standing(step: Step, item_id: int) -> tuple[Item, Number, Journal]:
    """An item with its number and its journal, to be changed."""
    item = step.session.get_one(Item, item_id)
    return item, item.number, step.session.get_one(Journal, item.number.journal_id)


def differing(item: Item, wanted: Entry) -> dict[str, Any]:
    """What stands in the fields that are to change, by column; copies as the list of their numbers."""
    before = {
        name: getattr(item, name) for name, value in fields_of(wanted).items() if getattr(item, name) != value
    }
    copies = [copy.number for copy in item.copies if copy.struck_on is None]
    return before | ({"copies": copies} if tuple(copies) != wanted.copies else {})


def keep_revision(
    desk: Desk, step: Step, item_id: int, before: dict[str, Any], wanted: Entry, reason: str
) -> None:
    """Keep what stood in an item beside what stands there from now on."""
    after = {name: value for name, value in _with_copies(wanted).items() if name in before}
    step.session.add(
        Revision(
            item_id=item_id,
            made_at=step.at,
            made_by=desk.person.account_id,
            reason=reason.strip(),
            before=_json(before),
            after=_json(after),
        )
    )


def _json(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, default=ledger.stored)


def _with_copies(entry: Entry) -> dict[str, Sequence[int] | Any]:
    return fields_of(entry) | {"copies": entry.copies}


def entry_of(item: Item) -> Entry:
    """What is known of an item, copies struck out left aside."""
    names = [
        name for name in Entry.__dataclass_fields__ if name not in {"date", "sheets", "copies", "carrier"}
    ]
    return Entry(
        date=item.registered_on,
        sheets=SheetCount(item.sheets, item.enclosure_sheets),
        copies=tuple(copy.number for copy in item.copies if copy.struck_on is None),
        carrier=Carrier(item.carrier),
        **{name: getattr(item, name) for name in names},
    )


def carried_copies_stay(step: Step, item: Item, wanted: Entry) -> Finding | None:
    """What the law says of a correction to the copies of an item that was carried over."""
    went = step.session.scalars(
        select(Copy.number)
        .join(Movement, Movement.id == Copy.whereabouts_id)
        .where(Copy.item_id == item.id, Movement.kind == MovementKind.CARRIED_OVER.value)
    )
    standing = {copy.number for copy in item.copies if copy.struck_on is None}
    return carry_over.copies_stay(went=set(went), before=standing, after=set(wanted.copies))


def copies_away_stay(step: Step, item: Item, wanted: Entry) -> Finding | None:
    """What the law says of a correction that strikes out copies which the register has somewhere else."""
    struck = [copy.id for copy in item.copies if copy.struck_on is None and copy.number not in wanted.copies]
    facts = whereabouts.copy_facts(step.connection, struck, step.at.date())
    # what lies in a volume has a line there, which would keep a copy that never was
    return copies_here_or_stay(
        tuple(
            copy.copy
            for copy in facts
            if copy.where in GIVEN_OUT or copy.sheet_id is not None or copy.volume_id is not None
        )
    )


def registered_before_moved(step: Step, item: Item, wanted: Entry) -> Finding | None:
    """What the law says of a correction to the date of an item whose copies have been moved."""
    if wanted.date == item.registered_on:
        return None
    found = step.session.scalars(
        select(Movement)
        .join(Copy, Copy.id == Movement.copy_id)
        .where(Copy.item_id == item.id, Copy.struck_on.is_(None))
        .order_by(Movement.copy_id, Movement.id)
    )
    chains = (standing_moves(chain) for _, chain in groupby(found, key=lambda one: one.copy_id))
    moved = [one.happened_on for chain in chains for one in chain if one.happened_on is not None]
    return law.registered_before_moved(item.registered_on, wanted.date, moved)


def goes_on(desk: Desk, step: Step, item: Item) -> list[Finding | None]:
    """What would go on under a number that is annulled: its control, and the signature a hand-over sheet waits for.

    A copy in somebody's hands may stay there: it comes back under an annulled number, too.
    """
    facts = whereabouts.copy_facts(step.connection, [copy.id for copy in item.copies], desk.today())
    wanted = guard.wanted_on(desk, step.connection, desk.today())
    return [
        not_annulled_on_control(resolutions.standing(step.connection, item.id)),
        *guard.against(Intent.ANNUL, facts, wanted),
    ]


def ever_destroyed(step: Step, item_id: int) -> bool:
    """Whether any copy of an item was destroyed, also one that was struck out afterwards."""
    found = (
        select(Movement.id)
        .join(Copy, Copy.id == Movement.copy_id)
        .where(Copy.item_id == item_id, Movement.kind == MovementKind.DESTRUCTION.value)
    )
    return step.session.scalar(found.limit(1)) is not None


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
        "case_index": entry.case_index.strip(),
    }
