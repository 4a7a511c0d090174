"""Import of 50,000 rows against reading the same file and inserting the same rows raw into the same tables."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures.importing import ImportJournal
from dspdesk.spreadsheets.importing import import_journal
from tests import factories
from tests.benchmarks.measure import Result, ratio, seconds

_ROWS = 50_000
_HEADS = (
    "Дата поступления и индекс документа", "Дата и индекс документа", "Откуда поступил или куда направлен",
    "Вид документа и краткое содержание", "Количество листов документа", "Количество листов приложений",
    "Количество и номера экземпляров", "Резолюция или кому направлен", "Отметка о взятии на контроль",
    "Дата и расписка о получении", "Дата и расписка о возврате", "Индекс (номер) дела, куда направлен документ",
    "Отметка об уничтожении", "Примечания",
)  # fmt: skip
_TABLES = ("correspondent", "number", "item", "copy", "movement", "ledger")


def measured() -> Iterator[Result]:
    """One import and one raw insert of what it wrote."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheet = _sheet(folder / "journal.xlsx")
        desk = _empty(folder / "ours")
        command = ImportJournal(path=sheet, journal=JournalKind.INCOMING, year=2025)
        ours = seconds(lambda: import_journal(desk, command))
        rows = _written(desk)
        desk.close()
        raw = _empty(folder / "raw")
        base = seconds(lambda: (_read(sheet), _insert(raw, rows)))
        raw.close()
    yield ratio(f"import of {_ROWS} rows", 2, ours, base)


def _sheet(path: Path) -> Path:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    page = book.add_worksheet()
    page.write_row(0, 0, _HEADS)
    for row in range(1, _ROWS + 1):
        month, day = (row // 28) % 12 + 1, row % 28 + 1
        date = f"{day:02}.{month:02}.2025"
        cells = (
            f"{date} № {row} ДСП", f"{date} № {row % 40}-{row % 30}/{row}дсп", factories.SENDERS[row % 6],
            "Письмо " + factories.MATTERS[row % 5][1], row % 24 + 1, row % 4 or "-",
            ("1 экз. № 13", "3 экз. № 28-30", "2 экз. № 1, 2")[row % 3],
            f"Ким А.В., срок {date}" if row % 5 == 0 else "Ким А.В.",
            "К" if row % 6 == 0 else "", f"Ахметов Б.К. {date}", date if row % 7 == 0 else "",
            f"01-{row % 20}, л. {row % 90}-{row % 90 + 9}" if row % 2 else "", "", "",
        )  # fmt: skip
        page.write_row(row, 0, cells)
    book.close()
    return path


def _empty(folder: Path) -> Desk:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    from dspdesk.desk import clock

    return factories.created(folder, clock).desk


def _written(desk: Desk) -> dict[str, tuple[list[str], list[Any]]]:
    written = {}
    with desk.reading() as connection:
        for table in _TABLES:
            found = connection.exec_driver_sql(f'SELECT * FROM "{table}"')
            written[table] = (list(found.keys()), [tuple(row) for row in found])
    return written


def _read(sheet: Path) -> None:
    CalamineWorkbook.from_path(str(sheet)).get_sheet_by_index(0).to_python()


def _insert(desk: Desk, rows: dict[str, tuple[list[str], list[Any]]]) -> None:
    """The same rows into the same tables, triggers and indexes, one executemany a table."""
    with desk._writing.begin() as connection:
        driver = connection.connection.driver_connection
        driver.execute(
            "INSERT INTO journal (id, kind, year, language, edition, opened_on) "
            "VALUES (1, 'incoming', 2025, 'ru', 'decree-1196-679', '2025-01-01')"
        )
        for table, (columns, values) in rows.items():
            marks = ", ".join("?" * len(columns))
            fresh = values[1:] if table == "ledger" else values  # its founding entry stands there already
            quoted = ", ".join(f'"{column}"' for column in columns)  # one of them is a word of SQL
            driver.executemany(f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})', fresh)
