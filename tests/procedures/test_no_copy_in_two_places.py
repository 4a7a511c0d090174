"""No sequence of steps puts one copy in two places or in none.

Steps are tried in any order on a real store, beside a model that knows only where each copy is: what the model allows
is done, what it does not allow is refused and changes nothing. After each step every copy stands where the model has
it, in the query, in the columns of the journal and under the names of the people; at the end the store verifies.
"""

import datetime as dt
import shutil
import tempfile
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from dspdesk.desk import Desk
from dspdesk.law import guard
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind, PlaceKind
from dspdesk.law.whereabouts import AT_HAND, OUT, Where
from dspdesk.law.withdrawal import Permission
from dspdesk.procedures import (
    carry_over,
    copying,
    execution_control,
    filing,
    filing_correction,
    misplacement,
    movement_corrections,
    movements,
    seizure_record,
    withdrawal,
)
from dspdesk.procedures import handover_sheet as sheets
from dspdesk.procedures import office as offices
from dspdesk.queries import journal_lines
from dspdesk.queries import seizure_record as seizures
from dspdesk.queries.item import item
from dspdesk.queries.where_is_it import By, find
from dspdesk.queries.whereabouts import copies_of
from dspdesk.store.verification import verify
from tests import factories
from tests.factories import TODAY

PEOPLE = ("Юнусов Р.А.", "Ким А.В.")
LAST_YEAR = TODAY.year - 1
MOST_ENTRIES = 7
#: Steps that can be taken out as a mistake.
UNDONE = frozenset({"receipt", "return", "storing", "submission"})


_MOSTLY = st.sampled_from([True, True, True, False])


@dataclass
class Modelled:
    """Where the model has a copy: the way it went, each place with the step that led there; its entry and number.

    The place of a copy in a case is its volume, `line` the line on which it lies there; `seized_by` is the record of a
    seizure that lists it.
    """

    item: int
    number: int
    way: list[tuple[str, Where, int]] = field(default_factory=list)
    waits: bool = False
    line: int = 0
    seized_by: int = 0

    @property
    def where(self) -> Where:
        return self.way[-1][1] if self.way else Where.SERVICE

    @property
    def holder(self) -> int:
        return self.way[-1][2] if self.way else 0

    @property
    def step(self) -> str:
        return self.way[-1][0] if self.way else ""


class Copies(RuleBasedStateMachine):
    """The registers and the model, side by side."""

    base: Path  # a store with two people, a head, a room and two cases

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(self.base, self.folder / "store")
        self.desk: Desk = factories.opened(self.folder / "store")
        self.copies: dict[int, Modelled] = {}
        self.admitted: set[int] = set()  # entries whose resolution names both people
        self.gone: set[int] = set()  # entries that were carried over or moved to another journal
        self.sheets: dict[int, list[int]] = {}  # copies that wait, by sheet
        with self.desk.reading() as connection:
            rows = connection.exec_driver_sql("SELECT name_ru, id FROM employee").fetchall()
            self.room = connection.exec_driver_sql("SELECT id FROM place").scalar_one()
            self.volumes = [key for (key,) in connection.exec_driver_sql("SELECT id FROM volume ORDER BY id")]
        self.people = {name: key for name, key in rows if name in PEOPLE}
        self.head = next(key for name, key in rows if name == "Омаров Т.Е.")
        self.head_of_service = factories.service_head(self.desk)
        self.this_year: set[int] = set()  # entries that belong into the cases of this year

    # --- beginnings ---

    @initialize()
    def begin(self) -> None:
        self._register(TODAY.year, admitted=True)
        self._register(TODAY.year, admitted=False)
        self._register(LAST_YEAR, admitted=True)

    @precondition(lambda self: len({copy.item for copy in self.copies.values()}) < MOST_ENTRIES)
    @rule(admitted=st.booleans())
    def register(self, admitted: bool) -> None:
        self._register(TODAY.year, admitted=admitted)

    def _register(self, year: int, *, admitted: bool) -> None:
        day = dt.date(year, TODAY.month, TODAY.day)
        done = factories.registered(
            self.desk, year=year, date=day, control="", due_on=None, their_number=uuid.uuid4().hex[:8]
        )
        if year == TODAY.year:
            self.this_year.add(done.id)
        if admitted:
            factories.admitted(self.desk, done.id, *self.people.values(), on=TODAY)
            self.admitted.add(done.id)
        self._meet(done.id)

    def _meet(self, item_id: int) -> None:
        for row in copies_of(self.desk, item_id):
            self.copies.setdefault(row.id, Modelled(item_id, row.number))

    # --- steps ---

    @rule(data=st.data(), person=st.sampled_from(PEOPLE))
    def hand_over(self, data: Any, person: str) -> None:
        keys = self._some(data, self._given)
        allowed = all(map(self._given, keys))
        command = movements.HandOver(
            copy_ids=keys, employee_id=self.people[person], on=TODAY, paper="расписка"
        )
        if self._tried(allowed, lambda: movements.hand_over(self.desk, command)):
            self._go(keys, "receipt", Where.PERSON, self.people[person])

    @rule(data=st.data())
    def take_back(self, data: Any) -> None:
        keys = self._some(data, lambda key: self.copies[key].where in OUT)
        allowed = all(self.copies[key].where in OUT for key in keys)
        command = movements.TakeBack(copy_ids=keys, on=TODAY)
        if self._tried(allowed, lambda: movements.take_back(self.desk, command)):
            self._go(keys, "return", Where.SERVICE)

    @rule(data=st.data())
    def store(self, data: Any) -> None:
        keys = self._some(data, self._at_hand)
        allowed = all(map(self._at_hand, keys))
        command = movements.Store(copy_ids=keys, place_id=self.room, on=TODAY, reason="иного места нет")
        if self._tried(allowed, lambda: movements.store(self.desk, command)):
            self._go(keys, "storing", Where.STORED, self.room)

    @rule(data=st.data(), person=st.sampled_from(PEOPLE))
    def correct_the_holder(self, data: Any, person: str) -> None:
        keys = self._some(data, lambda key: self.copies[key].step == "receipt")[:1]
        key, right = keys[0], self.people[person]
        if self.copies[key].holder == right and data.draw(_MOSTLY):
            right = next(one for one in self.people.values() if one != right)
        allowed = self.copies[key].step == "receipt" and self.copies[key].holder != right
        command = movement_corrections.CorrectHolder(
            copy_ids=keys, employee_id=right, on=TODAY, paper="расписка", mistake="ошибка"
        )
        if self._tried(allowed, lambda: movement_corrections.correct_holder(self.desk, command)):
            self.copies[key].way[-1] = ("receipt", Where.PERSON, right)

    @rule(data=st.data())
    def undo(self, data: Any) -> None:
        keys = self._some(data, self._undoable)
        allowed = all(map(self._undoable, keys))
        command = movement_corrections.UndoMovement(copy_ids=keys, mistake="ошибка")
        if self._tried(allowed, lambda: movement_corrections.undo(self.desk, command)):
            for key in keys:
                self.copies[key].way.pop()

    @rule(data=st.data(), person=st.sampled_from(PEOPLE))
    def list_on_a_sheet(self, data: Any, person: str) -> None:
        keys = self._some(data, self._given)
        allowed = all(map(self._given, keys))
        handing = sheets.Handing(employee_id=self.people[person], copies=keys)
        command = sheets.MakeSheets(dated=TODAY, handings=(handing,), form_id=uuid.uuid4().hex)
        made: list[Any] = []
        if self._tried(allowed, lambda: made.extend(sheets.make_sheets(self.desk, command))):
            self.sheets[made[0].id] = list(keys)
            for key in keys:
                self.copies[key].waits = True

    # --- cases ---

    @rule(data=st.data(), volume=st.integers(0, 1))
    def file(self, data: Any, volume: int) -> None:
        keys = self._some(data, lambda key: self._filable(key, self.volumes[volume]))[:2]
        into = self.volumes[volume]
        allowed = self._all_filable(keys, into)
        documents = tuple(filing.ToFile(copy_id=key, volume_id=into) for key in keys)
        command = filing.FileCopies(
            documents=documents, on=TODAY, form_id=uuid.uuid4().hex, reason="один вопрос"
        )
        made: list[Any] = []
        if self._tried(allowed, lambda: made.extend(filing.file_copies(self.desk, command))):
            for key in keys:
                if self.copies[key].where in OUT:  # what is brought to be filed comes back first
                    self._go([key], "return", Where.SERVICE)
            self._go(keys, "filing", Where.CASE, into)
            self._lines_of(keys)

    @precondition(lambda self: any(copy.line for copy in self.copies.values()))
    @rule(data=st.data(), move=st.booleans())
    def take_out_or_move(self, data: Any, move: bool) -> None:
        key = data.draw(st.sampled_from([key for key, copy in self.copies.items() if copy.line]))
        copy = self.copies[key]
        fits = copy.where is Where.CASE
        volume = copy.holder if fits else self._volume_of_line(copy.line)
        step: dict[str, Any] = {
            "volume_id": volume,
            "lines": (copy.line,),
            "permission": Permission(number="3", on=TODAY, by_id=self.head_of_service),
            "why": "по запросу",
            "on": TODAY,
            "form_id": uuid.uuid4().hex,
            "reason": "один вопрос",
        }
        other = self.volumes[1 - self.volumes.index(volume)]
        if move:
            allowed = fits and not self._beside(key, other)
            command = withdrawal.Relocate(**step, to_volume_id=other)
            if self._tried(allowed, lambda: withdrawal.relocate(self.desk, command)):
                self._go([key], "filing", Where.CASE, other)
                self._lines_of([key])
        elif self._tried(fits, lambda: withdrawal.take_out(self.desk, withdrawal.TakeOut(**step))):
            self._go([key], "withdrawal", Where.SERVICE)

    @precondition(lambda self: any(copy.line for copy in self.copies.values()))
    @rule(data=st.data())
    def strike_the_filing(self, data: Any) -> None:
        key = data.draw(st.sampled_from([key for key, copy in self.copies.items() if copy.line]))
        copy = self.copies[key]
        allowed = copy.where is Where.CASE and self._last_and_filed_there(copy.line)
        command = filing_correction.StrikeFiling(filing_id=copy.line, mistake="не тот")
        if self._tried(allowed, lambda: filing_correction.strike(self.desk, command)):
            together = len(copy.way) > 1 and copy.way[-2][0] == "return" and self._returned_for_filing(key)
            copy.way.pop()
            if together:
                copy.way.pop()
            copy.line = 0

    @precondition(lambda self: any(copy.line for copy in self.copies.values()))
    @rule(data=st.data())
    def seize(self, data: Any) -> None:
        key = data.draw(st.sampled_from([key for key, copy in self.copies.items() if copy.line]))
        copy = self.copies[key]
        fits = copy.where is Where.CASE
        volume = copy.holder if fits else self._volume_of_line(copy.line)
        made: list[int] = []
        command = factories.seizure_of(self.desk, volume, copy.line)
        if not self._tried(fits, lambda: made.append(seizure_record.draw_up(self.desk, command))):
            return
        execute = seizure_record.Execute(record_id=made[0], on=TODAY, record_sheets=1, reason="по закону")
        assert not self._tried(False, lambda: seizure_record.execute(self.desk, execute))  # no certified copy
        lines = tuple(line.id for line in seizures.record(self.desk, made[0]).lines)
        certify = seizure_record.Certify(
            record_id=made[0], lines=lines, certified_by_id=self.head_of_service, certified_on=TODAY
        )
        seizure_record.certify(self.desk, certify)
        assert self._tried(True, lambda: seizure_record.execute(self.desk, execute))
        self._go([key], "seizure", Where.SEIZED)

    def _filable(self, key: int, volume: int) -> bool:
        """Whether the copy is here, or with somebody who brings it, and no other of its entry lies in the case."""
        copy = self.copies[key]
        there = copy.where in AT_HAND | OUT and copy.item not in self.gone and not copy.waits
        return there and copy.item in self.this_year and not self._beside(key, volume)

    def _all_filable(self, keys: Any, volume: int) -> bool:
        entries = [self.copies[key].item for key in keys]
        return len(set(entries)) == len(entries) and all(self._filable(key, volume) for key in keys)

    def _beside(self, key: int, volume: int) -> bool:
        item_id = self.copies[key].item
        return any(
            one != key and copy.item == item_id and (copy.where, copy.holder) == (Where.CASE, volume)
            for one, copy in self.copies.items()
        )

    def _lines_of(self, keys: Any) -> None:
        with self.desk.reading() as connection:
            for key in keys:
                self.copies[key].line = connection.exec_driver_sql(
                    "SELECT max(id) FROM filing WHERE copy_id = ?", (key,)
                ).scalar_one()

    def _volume_of_line(self, line: int) -> int:
        with self.desk.reading() as connection:
            return connection.exec_driver_sql(
                "SELECT volume_id FROM filing WHERE id = ?", (line,)
            ).scalar_one()

    def _last_and_filed_there(self, line: int) -> bool:
        with self.desk.reading() as connection:
            came, last = connection.exec_driver_sql(
                "SELECT came_from_id, NOT EXISTS (SELECT 1 FROM filing AS below WHERE below.volume_id = "
                "filing.volume_id AND below.struck_on IS NULL AND below.ordinal > filing.ordinal) "
                "FROM filing WHERE id = ?",
                (line,),
            ).one()
        return came is None and bool(last)

    def _returned_for_filing(self, key: int) -> bool:
        with self.desk.reading() as connection:
            kinds = connection.exec_driver_sql(
                "SELECT kind, recorded_at FROM movement WHERE copy_id = ? AND kind IN ('return', 'filing') "
                "AND corrects_id IS NULL ORDER BY id DESC LIMIT 2",
                (key,),
            ).fetchall()
        return kinds[1][0] == "return" and kinds[0][1] == kinds[1][1]

    @precondition(lambda self: any(self.sheets.values()))
    @rule(data=st.data(), sign=st.booleans())
    def sign_or_strike(self, data: Any, sign: bool) -> None:
        sheet = data.draw(st.sampled_from([key for key, waiting in self.sheets.items() if waiting]))
        chosen = data.draw(st.lists(st.sampled_from(self.sheets[sheet]), min_size=1, unique=True))
        lines, person = self._lines(sheet, chosen)
        if sign:
            allowed = all(map(self._here, chosen))
            received = sheets.MarkReceived(sheet_id=sheet, on=TODAY, lines=lines)
            if not self._tried(allowed, lambda: sheets.mark_received(self.desk, received)):
                return
            self._go(chosen, "receipt", Where.PERSON, person)
        else:
            struck = sheets.StrikeLines(sheet_id=sheet, lines=lines, reason="не пришёл")
            assert self._tried(True, lambda: sheets.strike_lines(self.desk, struck))
        for key in chosen:
            self.copies[key].waits = False
            self.sheets[sheet].remove(key)

    def _lines(self, sheet: int, chosen: list[int]) -> tuple[tuple[int, ...], int]:
        with self.desk.reading() as connection:
            rows = connection.exec_driver_sql(
                "SELECT handover_line.id, copy_id, employee_id FROM handover_line "
                "JOIN handover_sheet ON handover_sheet.id = sheet_id WHERE sheet_id = ?",
                (sheet,),
            ).fetchall()
        return tuple(key for key, copy, _ in rows if copy in chosen), rows[0][2]

    @rule(data=st.data())
    def submit(self, data: Any) -> None:
        keys = self._some(data, self._at_hand)
        entry = self.copies[keys[0]].item
        of_it = tuple(key for key in keys if self.copies[key].item == entry)
        allowed = all(map(self._at_hand, of_it))
        command = execution_control.Submit(item_id=entry, copy_ids=of_it, on=TODAY)
        if self._tried(allowed, lambda: execution_control.submit(self.desk, command)):
            self._go(of_it, "submission", Where.PERSON, self.head)

    @rule(data=st.data())
    def resolve(self, data: Any) -> None:
        with_head = [
            key
            for key, copy in self.copies.items()
            if copy.step == "submission" and copy.item not in self.gone
        ]
        if not with_head:
            return
        entry = self.copies[data.draw(st.sampled_from(with_head))].item
        command = factories.resolution_of(self.desk, entry, author_id=self.head, back_on=TODAY)
        assert self._tried(True, lambda: execution_control.record_resolution(self.desk, command))
        self._go([key for key in with_head if self.copies[key].item == entry], "resolved", Where.SERVICE)

    @rule(data=st.data(), give=st.booleans())
    def further_copies(self, data: Any, give: bool) -> None:
        key = self._some(data, self._given)[0]
        entry = self.copies[key].item
        if entry not in self.admitted or sum(copy.item == entry for copy in self.copies.values()) > 4:
            return
        person = self.people[PEOPLE[0]]
        command = copying.MakeCopies(
            item_id=entry, permit_id=self._permit(entry, person), copy_id=key, count=1, made_on=TODAY, made_by_id=1,
            form_id=uuid.uuid4().hex, give=give,
        )  # fmt: skip
        if command.permit_id and self._tried(
            self._at_hand(key), lambda: copying.make_copies(self.desk, command)
        ):
            known = set(self.copies)
            self._meet(entry)
            if give:
                self._go(set(self.copies) - known, "receipt", Where.PERSON, person)

    def _permit(self, entry: int, person: int) -> int:
        try:
            return factories.permit(self.desk, entry, for_employee_id=person)
        except Refused:  # of an entry that is gone
            return 0

    @rule(data=st.data())
    def put_in_the_right_journal(self, data: Any) -> None:
        bare = sorted({copy.item for copy in self.copies.values()} - self.admitted - self.gone)
        if not bare:
            return
        entry = data.draw(st.sampled_from(bare))
        details = item(self.desk, entry)
        if details is None or details.entry.resolution or details.journal.kind is not JournalKind.INCOMING:
            return
        own = {key: copy for key, copy in self.copies.items() if copy.item == entry}
        command = misplacement.PutInRightJournal(
            item_id=entry, journal=JournalKind.PUBLICATIONS, year=TODAY.year, entry=details.entry,
            form_id=uuid.uuid4().hex, mistake="это издание",
        )  # fmt: skip
        made: list[Any] = []
        allowed = all(copy.where in AT_HAND and not copy.waits for copy in own.values())
        if self._tried(allowed, lambda: made.append(misplacement.put_in_right_journal(self.desk, command))):
            self._pass_on(own, made[0].id)
            self.gone.add(entry)

    @rule(data=st.data())
    def carry_to_this_year(self, data: Any) -> None:
        with self.desk.reading() as connection:
            old = connection.exec_driver_sql(
                "SELECT number.id FROM number JOIN journal ON journal.id = journal_id WHERE year = ?",
                (LAST_YEAR,),
            ).scalar_one()
        if old in self.gone:
            return
        own = {key: copy for key, copy in self.copies.items() if copy.item == old}
        command, made = carry_over.CarryOver(item_ids=(old,), year=TODAY.year), []
        allowed = not any(copy.waits for copy in own.values())
        if not self._tried(allowed, lambda: made.extend(carry_over.carry_over(self.desk, command))):
            return
        (carried,) = made
        self._pass_on(own, carried.to_id)
        self.gone.add(old)
        self.admitted.add(carried.to_id)
        for copy in own.values():
            copy.way.append(("carried_over", Where.CARRIED_OVER, 0))

    def _pass_on(self, own: dict[int, Modelled], entry: int) -> None:
        """Under another number, one of this year, the copies are where they were."""
        self.this_year.add(entry)
        self._meet(entry)
        new = {copy.number: copy for copy in self.copies.values() if copy.item == entry}
        for copy in own.values():
            if copy.step and copy.where is not Where.SERVICE:
                new[copy.number].way = [copy.way[-1]]

    # --- what holds after each step ---

    @invariant()
    def every_copy_is_in_one_place(self) -> None:
        for entry in sorted({copy.item for copy in self.copies.values()}):
            rows = copies_of(self.desk, entry)
            expected = {key: copy for key, copy in self.copies.items() if copy.item == entry}
            assert [row.id for row in rows] == sorted(expected)
            for row in rows:
                assert row.where is expected[row.id].where, f"copy {row.number} of {entry}"
                if row.where is Where.PERSON:
                    assert row.holder_id == expected[row.id].holder
            self._columns_agree(entry, expected)

    def _columns_agree(self, entry: int, expected: dict[int, Modelled]) -> None:
        ((_journal, line),) = journal_lines.items_of(self.desk, [entry])
        receipts = [step for copy in expected.values() for step in copy.way if step[0] == "receipt"]
        names = {name for name, key in self.people.items() if any(holder == key for _, _, holder in receipts)}
        assert {name for name in PEOPLE if any(name in words for words in line.receipts)} == names
        returned = any(step[0] == "return" for copy in expected.values() for step in copy.way)
        assert bool(line.returns) == returned
        for copy in item(self.desk, entry).copies:
            days = [move.on for move in copy.movements if move.on is not None and not move.mistaken]
            assert days == sorted(days)

    @invariant()
    def each_person_has_what_the_model_says(self) -> None:
        for name, key in self.people.items():
            held = {
                copy for copy, one in self.copies.items() if one.where is Where.PERSON and one.holder == key
            }
            answer = find(self.desk, name.split()[0])
            assert (answer.by, {found.copy.id for found in answer.copies}) == (By.PERSON, held)

    def teardown(self) -> None:
        with self.desk.reading() as connection:
            wrong = verify(connection)
        self.desk.close()
        shutil.rmtree(self.folder)
        assert wrong == []

    # --- the model ---

    def _some(self, data: Any, fits: Callable[[int], bool] = lambda _key: True) -> tuple[int, ...]:
        """Up to three copies; three times of four those with which the step can be taken, if there are any."""
        fitting = [key for key in sorted(self.copies) if fits(key)]
        wanted = fitting if fitting and data.draw(_MOSTLY) else sorted(self.copies)
        return tuple(data.draw(st.lists(st.sampled_from(wanted), min_size=1, max_size=3, unique=True)))

    def _given(self, key: int) -> bool:
        """Whether the copy can be given to the people."""
        return self._at_hand(key) and self.copies[key].item in self.admitted

    def _undoable(self, key: int) -> bool:
        return self.copies[key].step in UNDONE and not self.copies[key].waits

    def _here(self, key: int) -> bool:
        """Whether the copy is at hand under a number that stands."""
        copy = self.copies[key]
        return copy.where in AT_HAND and copy.item not in self.gone

    def _at_hand(self, key: int) -> bool:
        return self._here(key) and not self.copies[key].waits

    def _go(self, keys: Any, step: str, where: Where, holder: int = 0) -> None:
        for key in keys:
            self.copies[key].way.append((step, where, holder))

    def _tried(self, allowed: bool, does: Any) -> bool:
        """Take a step; it is refused exactly when the model says so, and then nothing has changed."""
        before = self._written()
        try:
            does()
        except Refused as refused:
            assert not allowed, f"refused: {refused}"
            assert self._written() == before
            return False
        assert allowed, "should have been refused"
        return True

    def _written(self) -> tuple[Any, ...]:
        with self.desk.reading() as connection:
            return tuple(
                connection.exec_driver_sql(f"SELECT max(id) FROM {table}").scalar()
                for table in ("ledger", "movement", "copy", "item", "handover_line", "filing", "withdrawal")
            )


@pytest.fixture
def base(made_stores: Path, tmp_path: Path) -> Path:
    shutil.copytree(made_stores / "empty", tmp_path / "base")
    desk = factories.opened(tmp_path / "base")
    factories.head_of_body(desk)
    factories.service_head(desk)
    for name in PEOPLE:
        factories.employee(desk, name)
    offices.enter_place(desk, offices.EnterPlace(kind=PlaceKind.ROOM, name="Каб. 214"))
    for index in ("01-03", "01-05"):
        factories.case_opened(desk, case_index=index)
    desk.close()
    return tmp_path / "base"


def test_no_copy_is_in_two_places_or_in_none(base: Path):
    Copies.base = base
    run_state_machine_as_test(
        Copies, settings=settings(max_examples=10, stateful_step_count=25, deadline=None, derandomize=True)
    )


def test_a_guard_that_forgets_to_ask_is_found(base: Path, monkeypatch: pytest.MonkeyPatch):
    forgotten = dict.fromkeys((guard.Intent.STORE, guard.Intent.HAND_OVER, guard.Intent.SUBMIT), ())
    monkeypatch.setattr(guard, "RULES", {**guard.RULES, **forgotten})
    Copies.base = base
    with pytest.raises(AssertionError, match="should have been refused"):
        run_state_machine_as_test(
            Copies,
            settings=settings(
                max_examples=30,
                stateful_step_count=25,
                deadline=None,
                derandomize=True,
                phases=[Phase.generate],
                report_multiple_bugs=False,
            ),
        )
