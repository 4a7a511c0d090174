"""Acts: their register, one of them in full, what waits for a step, and what entries say of them."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import short
from dspdesk.law.act import KINDS, ActKind, ActLife, ActStage, Addressee, CopyOfAct, SignerPart
from dspdesk.law.roles import Action
from dspdesk.law.shortage_act import ActLineWords
from dspdesk.law.values import RegistrationNumber
from dspdesk.law.wording import NOTES
from dspdesk.queries.mail import PackageDetails, local_day, onward, rows_of
from dspdesk.queries.waiting_lists import WaitingLine, WaitingList

#: What each kind of act is called in lists.
NAMES = {ActKind.SHORTAGE: N_("Shortage act")}
#: The step an act at each stage waits for, as Today says it.
AWAITED = {
    ActStage.DRAFT: N_("to print"),
    ActStage.PRINTED: N_("to sign"),
    ActStage.SIGNED: N_("to give the copies"),
    ActStage.APPROVED: N_("to give the copies"),
}
_OPEN = tuple(stage.value for stage in AWAITED)


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act in the register; `number` counts the acts of its year. `waits` are the copies that have not gone yet.

    `cover` are the numbers on the cover it is about, `documents` the numbers under which its contents are registered.
    """

    id: int
    kind: ActKind
    year: int
    number: int
    dated: dt.date
    stage: ActStage
    sender: str
    cover: str
    documents: tuple[str, ...]
    copies: tuple[CopyOfAct, ...]
    signed_on: dt.date | None
    withdrawn_reason: str

    @property
    def waits(self) -> tuple[CopyOfAct, ...]:
        """The copies that are still here."""
        return tuple(copy for copy in self.copies if copy.given_on is None)


@dataclass(frozen=True, slots=True)
class SignerRow:
    """Who signs an act, and what as."""

    employee_id: int
    part: SignerPart


@dataclass(frozen=True, slots=True)
class ActCopyRow:
    """One copy: to whom it goes by name, '' and `None` while nobody knows."""

    copy: CopyOfAct
    correspondent: str
    employee_id: int | None


@dataclass(frozen=True, slots=True)
class ActDetails:
    """One act in full; `life` is where it stands."""

    id: int
    form_id: str
    year: int
    number: int
    life: ActLife
    locality_kk: str
    locality_ru: str
    basis: str
    findings: str
    package_id: int | None
    lines: tuple[ActLineWords, ...]
    signers: tuple[SignerRow, ...]
    copies: tuple[ActCopyRow, ...]


@dataclass(frozen=True, slots=True)
class ActOfItem:
    """An act that an entry is met in."""

    id: int
    kind: ActKind
    number: int
    dated: dt.date
    stage: ActStage


@dataclass(frozen=True, slots=True)
class PackageToActOn:
    """A package that was checked and has no act; `differs` says that something was not as it is stated."""

    id: int
    received_on: dt.date
    sender: str
    cover_numbers: str
    differs: bool


_ACTS = """
    SELECT act.id, act.kind, act.year, act.number, act.dated, act.stage, coalesce(package.sender, ''),
           coalesce(package.cover_numbers, ''), act.signed_on, act.withdrawn_reason, act.package_id
    FROM act LEFT JOIN package ON package.id = act.package_id
"""
_COPIES = "SELECT act_id, number, addressee, given_on, receipt, correspondent, employee_id FROM act_copy"
_NUMBERS = """
    SELECT enclosed.package_id, number.sequence, number.letter, number.written, journal.language
    FROM enclosed CROSS JOIN number ON number.id = enclosed.item_id JOIN journal ON journal.id = number.journal_id
    WHERE enclosed.package_id IN (SELECT package_id FROM act) AND number.state <> 'annulled' ORDER BY number.id
"""


def acts(desk: Desk) -> list[ActRow]:
    """All acts, the latest first."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(f"{_ACTS} ORDER BY act.year DESC, act.number DESC").fetchall()
        return _rows(connection, rows)


def act(desk: Desk, act_id: int) -> ActDetails | None:
    """One act in full, `None` when there is no such id."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        return act_within(connection, act_id)


def act_within(connection: Connection, act_id: int) -> ActDetails | None:
    """The same within a transaction."""
    row = connection.exec_driver_sql(
        "SELECT kind, stage, dated, signed_on, executed_on, withdrawn_on, withdrawn_reason, form_id, year, number, "
        "locality_kk, locality_ru, basis, findings, package_id FROM act WHERE id = ?",
        (act_id,),
    ).fetchone()
    if row is None:
        return None
    copies = _copies(connection, "act_id = ?", act_id).get(act_id, [])
    life = ActLife(
        kind=ActKind(row[0]), stage=ActStage(row[1]), dated=dt.date.fromisoformat(row[2]), signed_on=_day(row[3]),
        executed_on=_day(row[4]), withdrawn_on=_day(row[5]), withdrawn_reason=row[6],
        copies=tuple(one.copy for one in copies),
    )  # fmt: skip
    return ActDetails(
        id=act_id, form_id=row[7], year=row[8], number=row[9], life=life, locality_kk=row[10], locality_ru=row[11],
        basis=row[12], findings=row[13], package_id=row[14], lines=_lines(connection, act_id),
        signers=_signers(connection, act_id), copies=tuple(copies),
    )  # fmt: skip


def packages_without_act(desk: Desk) -> list[PackageToActOn]:
    """The packages that an act may be drawn up about: those that lack something first, then the latest first."""
    desk.authorize(Action.KEEP_ACTS)
    since = desk.today() - dt.timedelta(days=_RECENT)
    with desk.reading() as connection:
        found = [
            PackageToActOn(
                one.id,
                local_day(desk, one.delivery.received_at),
                one.sender,
                one.cover_numbers,
                _differs(one),
            )
            for one in rows_of(connection, _TO_ACT_ON.format(since=since.isoformat()))
            if isinstance(one, PackageDetails)
        ]
    return sorted(found, key=lambda one: not one.differs)


_RECENT = 60  # days for which a cover is offered in which nothing was found to be missing
_TO_ACT_ON = """
    package.struck_on IS NULL AND package.checked_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM act WHERE act.package_id = package.id AND act.stage <> 'withdrawn')
    AND (delivery.received_at >= '{since}' OR NOT package.sealed OR NOT package.intact
         OR EXISTS (SELECT 1 FROM enclosed WHERE enclosed.package_id = package.id AND enclosed.struck_on IS NULL
                    AND (stated_sheets <> counted_sheets OR stated_enclosure_sheets <> counted_enclosure_sheets
                         OR stated_copies <> counted_copies OR missing <> '')))
"""


def _differs(package: PackageDetails) -> bool:
    return package.differs or package.sealed is False or package.intact is False


def act_of_package(desk: Desk, package_id: int) -> int | None:
    """The act about a package that has not been withdrawn, `None` when there is none."""
    desk.authorize(Action.READ_JOURNALS)
    with desk.reading() as connection:
        found = act_of_package_within(connection, package_id)
    return found[0] if found else None


def act_of_package_within(connection: Connection, package_id: int) -> tuple[int, int] | None:
    """Key and number of that act within a transaction."""
    row = connection.exec_driver_sql(
        "SELECT id, number FROM act WHERE package_id = ? AND stage <> 'withdrawn' ORDER BY id DESC LIMIT 1",
        (package_id,),
    ).fetchone()
    return (row[0], row[1]) if row else None


def acts_of_item(connection: Connection, item_id: int) -> tuple[ActOfItem, ...]:
    """The acts about the cover that an entry came in, withdrawn ones too, the latest first."""
    moved = _moved(connection)
    keys = (item_id, *(one for one in moved if onward(moved, one) == item_id))
    marks = ", ".join("?" * len(keys))
    rows = connection.exec_driver_sql(
        "SELECT id, kind, number, dated, stage FROM act "
        f"WHERE item_id IN ({marks}) OR package_id IN (SELECT package_id FROM enclosed WHERE item_id IN ({marks})) "
        "ORDER BY year DESC, number DESC",
        keys * 2,
    )
    return tuple(
        ActOfItem(row[0], ActKind(row[1]), row[2], dt.date.fromisoformat(row[3]), ActStage(row[4]))
        for row in rows
    )


def _moved(connection: Connection) -> dict[int, int]:
    """Entries made in the wrong journal, each with the one made in its stead."""
    rows = connection.exec_driver_sql("SELECT from_item_id, to_item_id FROM misplacement")
    return {row[0]: row[1] for row in rows}


_NOTED = """
    SELECT item_id, kind, stage, number, dated FROM (
        SELECT coalesce(act.item_id, enclosed.item_id) AS item_id, act.kind, act.stage, act.number, act.dated, act.id
        FROM act LEFT JOIN enclosed ON act.item_id IS NULL AND enclosed.package_id = act.package_id
    ) AS noted WHERE item_id {only} ORDER BY noted.id
"""
_LANGUAGES = """
    SELECT number.id, journal.language FROM number JOIN journal ON journal.id = number.journal_id
    WHERE number.id IN ({marks})
"""


def notes_of(connection: Connection, item_ids: Collection[int] | None = None) -> dict[int, tuple[str, ...]]:
    """What entries note in column 14 of the acts that they are met in, in the language of their journals.

    `None` asks for all entries, the few of them that have any. Only acts that hold are noted. An entry that was made
    anew in another journal notes the acts of the one it stands for.
    """
    moved = _moved(connection)
    wanted = (
        None if item_ids is None else {*item_ids, *(one for one in moved if onward(moved, one) in item_ids)}
    )
    only = "IS NOT NULL" if wanted is None else f"IN ({', '.join('?' * len(wanted))})"
    rows = connection.exec_driver_sql(_NOTED.format(only=only), tuple(wanted or ())).fetchall()
    holding = [
        (onward(moved, row[0]), *row[3:]) for row in rows if KINDS[ActKind(row[1])].holds(ActStage(row[2]))
    ]
    languages = _languages(connection, {row[0] for row in holding})
    noted: dict[int, tuple[str, ...]] = {}
    for item_id, number, dated in holding:
        day = short(dt.date.fromisoformat(dated))
        words = NOTES[languages[item_id]].shortage_act.format(number=number, date=day)
        noted[item_id] = (*noted.get(item_id, ()), words)
    return noted


def _languages(connection: Connection, keys: Collection[int]) -> dict[int, str]:
    if not keys:
        return {}
    question = _LANGUAGES.format(marks=", ".join("?" * len(keys)))
    return {row[0]: row[1] for row in connection.exec_driver_sql(question, tuple(keys))}


def waiting_acts(_desk: Desk, connection: Connection, _day_of: dt.date, most: int) -> WaitingList | None:
    """Acts that wait for a step: to be printed, to be signed, to have their copies given; the oldest first."""
    marks = ", ".join("?" * len(_OPEN))
    rows = connection.exec_driver_sql(
        f"{_ACTS} WHERE act.stage IN ({marks}) ORDER BY act.dated, act.id LIMIT ?", (*_OPEN, most)
    ).fetchall()
    total = connection.exec_driver_sql(
        f"SELECT count(*) FROM act WHERE stage IN ({marks})", _OPEN
    ).scalar_one()
    lines = tuple(
        WaitingLine(_waits(row), _(AWAITED[row.stage]), "acts", row.id) for row in _rows(connection, rows)
    )
    return WaitingList(N_("Acts waiting for a step"), lines, total)


def _waits(row: ActRow) -> str:
    """Which act it is, in words: "Shortage act No. 3, Ministry of Finance"."""
    named = _("{act} No. {number}").format(act=_(NAMES[row.kind]), number=row.number)
    return ", ".join(part for part in (named, row.sender) if part)


def _rows(connection: Connection, found: Sequence[Any]) -> list[ActRow]:
    if not found:
        return []
    copies = _copies(connection)
    numbers: dict[int, list[str]] = {}
    for package_id, sequence, letter, written, language in connection.exec_driver_sql(_NUMBERS):
        numbers.setdefault(package_id, []).append(_number(sequence, letter, written, language))
    return [
        ActRow(
            id=row[0], kind=ActKind(row[1]), year=row[2], number=row[3], dated=dt.date.fromisoformat(row[4]),
            stage=ActStage(row[5]), sender=row[6], cover=row[7], documents=tuple(numbers.get(row[10], ())),
            copies=tuple(one.copy for one in copies.get(row[0], ())), signed_on=_day(row[8]), withdrawn_reason=row[9],
        )
        for row in found
    ]  # fmt: skip


def _number(sequence: int, letter: str, written: str, language: str) -> str:
    return RegistrationNumber(sequence, letter, written).with_mark(language)


def _copies(connection: Connection, only: str = "1", *given: object) -> dict[int, list[ActCopyRow]]:
    found: dict[int, list[ActCopyRow]] = {}
    for row in connection.exec_driver_sql(f"{_COPIES} WHERE {only} ORDER BY act_id, number", given):
        copy = CopyOfAct(number=row[1], addressee=Addressee(row[2]), given_on=_day(row[3]), receipt=row[4])
        found.setdefault(row[0], []).append(ActCopyRow(copy, row[5], row[6]))
    return found


def _lines(connection: Connection, act_id: int) -> tuple[ActLineWords, ...]:
    rows = connection.exec_driver_sql(
        "SELECT subject, stated, found, note FROM act_line WHERE act_id = ? AND struck_on IS NULL ORDER BY ordinal",
        (act_id,),
    )
    return tuple(ActLineWords(*row) for row in rows)


def _signers(connection: Connection, act_id: int) -> tuple[SignerRow, ...]:
    rows = connection.exec_driver_sql(
        "SELECT employee_id, part FROM act_signer WHERE act_id = ? AND struck_on IS NULL ORDER BY ordinal",
        (act_id,),
    )
    return tuple(SignerRow(employee_id, SignerPart(part)) for employee_id, part in rows)


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None
