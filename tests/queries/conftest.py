"""One store that all questions are asked of; nobody writes into it."""

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind, MovementKind
from dspdesk.law.values import RegistrationNumber, SheetCount
from dspdesk.procedures import importing, registration
from dspdesk.procedures.importing import ImportJournal, ReadSheet
from dspdesk.procedures.registration import Annul, Correct
from dspdesk.queries import item as items
from dspdesk.spreadsheets.records import SheetMovement, SheetRow
from tests import factories


def day(written: str) -> dt.date:
    return dt.datetime.strptime(written, "%d.%m.%Y").date()


def _registered(desk: Desk, **changes: object) -> int:
    return factories.registered(desk, **changes).id


def _fill(desk: Desk) -> None:
    """Number 1 to 7 and 4а of this year's incoming journal, and some of other journals."""
    common = {"their_number": "", "their_date": None, "copies": (1,)}
    _registered(
        desk, date=day("10.01.2026"), correspondent="Министерство финансов РК", their_number="05-12/884дсп",
        their_date=day("05.01.2026"), kind="Письмо", summary="о бюджете", sheets=SheetCount(4, 11), copies=(1, 2),
        executor="Ким А.В.", control="К", due_on=day("10.11.2026"),
    )  # fmt: skip
    _registered(
        desk, **common | {"their_number": "б/н"}, date=day("11.02.2026"), correspondent="ҚР Әділет министрлігі",
        kind="Қаулы жобасы", summary="ақпараттық ресурстар", sheets=SheetCount(), executor="Сейтқали Г.М.",
    )  # fmt: skip
    annulled = _registered(
        desk, **common, date=day("12.02.2026"), correspondent="Акимат г. Астаны", notes="по ошибке"
    )
    registration.annul(desk, Annul(item_id=annulled, reason="записан дважды"))
    filed = factories.registration_of(
        **common | {"their_number": "17/100"}, date=day("01.03.2026"), correspondent="Ёлочная фабрика", control="К",
        summary="об итогах «года»", sheets=SheetCount(20, 0), due_on=day("01.03.2026"),
    )  # fmt: skip
    registration.register(desk, replace(filed, filed_as="01-05, л. 7–9"))
    _registered(
        desk, **common | {"their_number": "884"}, late_after=4, date=day("02.03.2026"), signatory="Ахметов Б.К.",
        correspondent="Министерство юстиции РК", kind="Отчёт", summary="о бюджете и сметах",
        sheets=SheetCount(4, 0),
    )  # fmt: skip
    _registered(
        desk, **common | {"copies": (1, 2, 3)}, date=day("17.11.2026"), correspondent="Акимат г. Алматы", control="К",
        due_on=day("20.11.2026"), sheets=SheetCount(100, 0), resolution="Ким А.В. — доложить",
    )  # fmt: skip
    _registered(
        desk, **common, date=None, correspondent="", kind="", summary="", sheets=SheetCount(),
        signed_on=day("01.01.2026"),
    )  # fmt: skip
    _correct_number_one(desk)
    _registered(desk, journal=JournalKind.OUTGOING, correspondent="Министерство финансов РК", their_number="")
    _destroyed_last_year(desk)


def _correct_number_one(desk: Desk) -> None:
    before = items.item(desk, 1)
    assert before is not None
    corrected = replace(before.entry, copies=(1, 3), executor="Ким А.В. ")
    registration.correct(desk, Correct(item_id=1, entry=corrected, reason="второй экземпляр — третий"))


def _destroyed_last_year(desk: Desk) -> None:
    entry = factories.entry(date=day("09.01.2025"), their_date=None, their_number="05-12/7", copies=(1, 2))
    said = (
        SheetMovement(MovementKind.RECEIPT, day("10.01.2025"), "Ким А.В. 10.01.2025"),
        SheetMovement(MovementKind.RETURN, day("11.01.2025"), "11.01.2025"),
        SheetMovement(MovementKind.DESTRUCTION, None, "Уничтожено. Акт № 3"),
    )
    rows = [
        SheetRow(5, RegistrationNumber(12), entry, said),
        SheetRow(
            6, RegistrationNumber(14), factories.entry(date=day("10.01.2025"), their_date=None), said[:1]
        ),
    ]
    command = ImportJournal(path=Path("journal.xlsx"), journal=JournalKind.INCOMING, year=2025)
    importing.enter(desk, command, ReadSheet("journal.xlsx", "0" * 64, "ru", rows, []))


@pytest.fixture(scope="session")
def asked_store(made_stores: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked") / "store"
    shutil.copytree(made_stores / "empty", folder)
    desk = factories.opened(folder)
    _fill(desk)
    assert desk.verify() == []
    desk.close()
    return folder


@pytest.fixture(scope="module")
def asked(asked_store: Path) -> Iterator[Desk]:
    """The desk of that store."""
    desk = factories.opened(asked_store)
    yield desk
    desk.close()
