"""What the rows of a clerk's directory become: each kind knows what is there already and what stands against."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Protocol

from dspdesk.desk import Desk
from dspdesk.language.dates import parse_strict
from dspdesk.language.folding import fold
from dspdesk.language.names import shortened
from dspdesk.language.sentences import sentence
from dspdesk.law import office as law
from dspdesk.law import people as people_law
from dspdesk.law.findings import Finding
from dspdesk.law.kinds import DirectoryKind, PlaceKind
from dspdesk.procedures import correspondents
from dspdesk.store import ledger
from dspdesk.store.bulk import Bulk
from dspdesk.store.unit_of_work import Step

Fields = Mapping[str, str]
_LONGEST: Final = 500  # characters of a cell: a longer one is no name and no address
_YES: Final = frozenset({"да", "+", "иа", "х", "1", "иностранный", "иностранная", "шетелдик"})
_NO: Final = frozenset({"", "нет", "-", "жок", "0"})
_VACANT: Final = ("вакан", "бос орын", "бос лауазым")


class HeldBack(Exception):
    """A row that does not come in; the message is the sentence that says why."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(sentence(code, facts))


class Entering(Protocol):
    """One kind of directory while its rows are entered."""

    def take(self, row: int, fields: Fields) -> tuple[str, str] | None:
        """Enter a row: its name and what else is entered of it, `None` when it is there already.

        Raises `HeldBack`.
        """


def entering(kind: DirectoryKind, desk: Desk, step: Step, bulk: Bulk) -> Entering:
    """What enters rows of a kind."""
    return _KINDS[kind](desk, step, bulk)


def held_to(findings: Iterable[Finding | None]) -> None:
    """Hold a row back for the first finding against it."""
    for finding in findings:
        if finding is not None:
            raise HeldBack(finding.code, **finding.facts)


class _Directory:
    """Names met, with the key each leads to and, for those of this sheet, the row they stand in."""

    table = ""

    def __init__(self, desk: Desk, step: Step, bulk: Bulk) -> None:
        self._desk, self._step, self._bulk = desk, step, bulk
        self._rows: dict[int, int] = {}
        self._known: dict[str, int] = {}

    def _met(self, *names: str) -> int | None:
        """The key that the names lead to; those of one row must not lead to two."""
        keys = {self._known[folded] for name in names if (folded := fold(name)) in self._known}
        if len(keys) > 1:
            raise HeldBack("names_of_two")
        key = next(iter(keys), None)
        if key in self._rows:
            raise HeldBack("name_in_row", row=self._rows[key])
        return key

    def _enter(self, row: int, names: tuple[str, ...], columns: Mapping[str, Any]) -> int:
        key = self._bulk.key(self.table)
        self._bulk.add(self.table, {"id": key, **columns})
        self._rows[key] = row
        self._known |= {fold(name): key for name in names if name}
        return key

    def _named(self, table: str, condition: str) -> dict[str, int]:
        rows = self._step.connection.exec_driver_sql(
            f"SELECT id, name_kk, name_ru FROM {table} WHERE {condition}"
        )
        return {fold(name): key for key, *names in rows for name in names if name}


class _Correspondents(_Directory):
    table = "correspondent"

    def __init__(self, desk: Desk, step: Step, bulk: Bulk) -> None:
        super().__init__(desk, step, bulk)
        self._known = correspondents.by_names(step.connection)

    def take(self, row: int, fields: Fields) -> tuple[str, str] | None:
        kk, ru = fields.get("name_kk", ""), fields.get("name_ru", "")
        held_to([law.named_somehow(kk, ru)])
        foreign = _foreign(fields.get("foreign", ""))
        if self._met(kk, ru) is not None:
            return None
        command = correspondents.EnterCorrespondent(foreign=foreign, name_kk=kk, name_ru=ru, **_about(fields))
        key = self._enter(row, (kk, ru), correspondents.columns(command))
        self._bulk.close_group(f"correspondent:{key}")
        more = (command.conditional_name, command.address_ru or command.address_kk)
        return ru or kk, ", ".join(filter(None, more))


class _Units(_Directory):
    table = "unit"

    def __init__(self, desk: Desk, step: Step, bulk: Bulk) -> None:
        super().__init__(desk, step, bulk)
        self._known = self._named("unit", "closed_on IS NULL")
        self._indexes = _indexes(step, "unit", "closed_on IS NULL")

    def take(self, row: int, fields: Fields) -> tuple[str, str] | None:
        kk, ru = _both(fields, "name")
        held_to([law.named(ru, "name_ru")])
        if self._met(kk, ru) is not None:
            return None
        index = fields.get("number_index", "")
        held_to([people_law.index_free(index, taken_by=self._indexes.get(fold(index), ""))])
        key = self._enter(row, (kk, ru), {"name_kk": kk, "name_ru": ru, "number_index": index})
        self._indexes |= {fold(index): ru} if index else {}
        self._bulk.close_group(f"unit:{key}")
        return ru, index


class _People(_Directory):
    table = "employee"

    def __init__(self, desk: Desk, step: Step, bulk: Bulk) -> None:
        super().__init__(desk, step, bulk)
        self._known = self._named("employee", "left_on IS NULL")
        self._indexes = _indexes(step, "employee", "left_on IS NULL")
        self._units = self._named("unit", "closed_on IS NULL") | {
            fold(index): key
            for key, index in step.connection.exec_driver_sql(
                "SELECT id, number_index FROM unit WHERE closed_on IS NULL AND number_index <> ''"
            )
        }

    def take(self, row: int, fields: Fields) -> tuple[str, str] | None:
        kk, ru = (shortened(name) for name in _both(fields, "name"))
        held_to([law.named(ru, "name_ru")])
        if any(fold(ru).startswith(word) for word in _VACANT):
            raise HeldBack("position_vacant")
        if self._met(kk, ru) is not None:
            return None
        held = self._held(fields)
        index = fields.get("number_index", "")
        held_to([people_law.index_free(index, taken_by=self._indexes.get(fold(index), ""))])
        key = self._enter(row, (kk, ru), {"name_kk": kk, "name_ru": ru, "number_index": index})
        self._indexes |= {fold(index): ru} if index else {}
        if held is not None:
            self._bulk.add("appointment", {"id": self._bulk.key("appointment"), "employee_id": key, **held})
        self._bulk.close_group(f"employee:{key}")
        return ru, ", ".join(filter(None, (_both(fields, "position")[1], fields.get("unit", ""))))

    def _held(self, fields: Fields) -> Mapping[str, Any] | None:
        """The position that the row names, from its day or from today on."""
        kk, ru = _both(fields, "position")
        unit, day = fields.get("unit", ""), self._day(fields.get("valid_from", ""))
        if unit and fold(unit) not in self._units:
            raise HeldBack("unit_unknown", unit=unit)
        if not ru:
            return None
        unit_id = self._units[fold(unit)] if unit else None
        return {"position_kk": kk, "position_ru": ru, "valid_from": ledger.stored(day), "unit_id": unit_id}

    def _day(self, written: str) -> dt.date:
        today = self._desk.today()
        day = parse_strict(written) if written else today
        if day is None:
            raise HeldBack("day_unreadable", text=written)
        if day > today:
            raise HeldBack("date_ahead", date=day, today=today)
        return day


class _Places:
    """Rooms, safes and shelves by where they stand and what they are called."""

    def __init__(self, _desk: Desk, step: Step, bulk: Bulk) -> None:
        self._bulk = bulk
        rows = step.connection.exec_driver_sql(
            "SELECT id, kind, name, within_id FROM place WHERE closed_on IS NULL"
        )
        self._known = {(within, kind, fold(name)): key for key, kind, name, within in rows}

    def take(self, _row: int, fields: Fields) -> tuple[str, str] | None:
        named = [(kind, fields[kind.value]) for kind in PlaceKind if fields.get(kind.value)]
        if not named or named[0][0] is not PlaceKind.ROOM:
            raise HeldBack("room_needed")
        within: int | None = None
        fresh = ""
        for kind, name in named:
            at = (within, kind.value, fold(name))
            if at not in self._known:
                self._known[at] = self._enter(kind, name, within)
                fresh = name
            within = self._known[at]
        return (" › ".join(name for _kind, name in named), "") if fresh else None

    def _enter(self, kind: PlaceKind, name: str, within: int | None) -> int:
        key = self._bulk.key("place")
        self._bulk.add("place", {"id": key, "kind": kind.value, "name": name, "within_id": within})
        self._bulk.close_group(f"place:{key}")
        return key


_KINDS: Final[Mapping[DirectoryKind, Callable[[Desk, Step, Bulk], Entering]]] = {
    DirectoryKind.CORRESPONDENTS: _Correspondents,
    DirectoryKind.PEOPLE: _People,
    DirectoryKind.UNITS: _Units,
    DirectoryKind.PLACES: _Places,
}


def short_enough(fields: Fields) -> None:
    """Hold back a row with a cell that is longer than any name or address."""
    if any(len(text) > _LONGEST for text in fields.values()):
        raise HeldBack("cell_too_long", most=_LONGEST)


def _both(fields: Fields, name: str) -> tuple[str, str]:
    """What stands in both languages; a sheet of one language says it for both."""
    kk, ru = fields.get(f"{name}_kk", ""), fields.get(f"{name}_ru", "")
    return kk or ru, ru or kk


def _about(fields: Fields) -> dict[str, str]:
    """What a row says of a correspondent besides its names; a postal code stands before the address."""
    about = {
        name: fields.get(name, "")
        for name in ("conditional_name", "address_kk", "address_ru", "number_index")
    }
    code = fields.get("postal_code", "")
    if len(about["number_index"]) == 6 and about["number_index"].isdecimal():
        code, about["number_index"] = about["number_index"], ""  # clerks call it an index, too
    for name in ("address_kk", "address_ru"):
        if code and about[name] and code not in about[name]:
            about[name] = f"{code}, {about[name]}"
    return about


def _foreign(written: str) -> bool:
    said = fold(written)
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise HeldBack("yes_or_no", text=written)


def _indexes(step: Step, table: str, condition: str) -> dict[str, str]:
    rows = step.connection.exec_driver_sql(
        f"SELECT number_index, name_ru FROM {table} WHERE number_index <> '' AND {condition}"
    )
    return {fold(index): name for index, name in rows}
