"""A spreadsheet file as plain cells, by python-calamine."""

import datetime as dt
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import python_calamine as calamine

from dspdesk.spreadsheets import container
from dspdesk.spreadsheets.records import UnreadableSheet

_MACROS = (calamine.SheetTypeEnum.MacroSheet, calamine.SheetTypeEnum.Vba)

#: One cell; '' is a blank one.
Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta
Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows[0]` is row 1 of the spreadsheet program, `rows[0][0]` its column A.

    `merged` are ranges as ((top, left), (bottom, right)), counted from 0; None for .ods, which does not tell them.
    """

    name: str
    visible: bool
    rows: list[Row]
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] | None = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file and its sheets in order; `digest` is the SHA-256 of its bytes, hexadecimal."""

    name: str
    digest: str
    sheets: tuple[Sheet, ...]


def read_workbook(path: Path) -> Workbook:
    """Read a .xlsx, .xls or .ods file; raises `UnreadableSheet` with the reason.

    The kind of file is told by what it holds, never by its name. Formulas come as the values kept with them.
    """
    data = _bytes(path)
    container.check(data, path.name)
    return Workbook(path.name, hashlib.sha256(data).hexdigest(), _sheets(data))


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > container.MOST_BYTES:
            raise UnreadableSheet("too_large", megabytes=container.MOST_BYTES // 1024**2)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableSheet("missing") from error
    except OSError as error:
        raise UnreadableSheet("no_access") from error


def _sheets(data: bytes) -> tuple[Sheet, ...]:
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            if not book.sheets_metadata:
                raise UnreadableSheet("damaged")
            return tuple(_sheet(book, about) for about in book.sheets_metadata if _holds_cells(about))
    except calamine.PasswordError as error:
        raise UnreadableSheet("password") from error
    except (UnreadableSheet, KeyboardInterrupt, SystemExit):
        raise
    except MemoryError as error:
        raise UnreadableSheet("too_much_memory") from error
    except BaseException as error:  # a panic of the parser is no Exception
        raise UnreadableSheet("damaged") from error


def _holds_cells(about: calamine.SheetMetadata) -> bool:
    if about.typ in _MACROS:
        raise UnreadableSheet("macros")
    return about.typ == calamine.SheetTypeEnum.WorkSheet


def _sheet(book: calamine.CalamineWorkbook, about: calamine.SheetMetadata) -> Sheet:
    sheet = book.get_sheet_by_name(about.name)
    return Sheet(
        name=about.name,
        visible=about.visible == calamine.SheetVisibleEnum.Visible,
        # the parser leaves out blank rows and columns in front: a person counts them
        rows=sheet.to_python(skip_empty_area=False),
        merged=sheet.merged_cell_ranges,
    )
