"""Sheets for the tests: the two journals as clerks keep them, changed and saved in the three formats."""

import datetime as dt
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter
import xlwt

from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets.journal import JournalSheet, parse
from dspdesk.spreadsheets.workbook import Sheet, Workbook, read_workbook

DATA = Path(__file__).parents[1] / "data" / "sheets"
RU, KK = DATA / "journal-incoming-2025.ru.xlsx", DATA / "journal-incoming-2024.kk.xlsx"
YEAR = {RU: 2025, KK: 2024}

# The captions of appendix 2: heads over two columns stand in the first row, their parts in the second.
HEAD = {
    "ru": (
        [
            *("Дата поступления и индекс документа", "Дата и индекс документа"),
            *("Откуда поступил или куда направлен", "Вид документа и краткое содержание"),
            *("Количество листов", "", "Количество и номера экземпляров"),
            *("Резолюция или кому направлен", "Отметка о взятии на контроль", "Дата и расписка", ""),
            *("Индекс (номер) дела, куда направлен документ", "Отметка об уничтожении", "Примечания"),
        ],
        ["", "", "", "", "документа", "приложений", "", "", "", "О получении", "О возврате", "", "", ""],
    ),
    "kk": (
        [
            *("Құжаттың келіп түскен күні мен индексі", "Құжаттың күні мен индексі"),
            *("Қайдан қабылданды және қайда жіберілді", "Құжат түрі мен қысқаша мазмұны"),
            *("Парақтар саны", "", "Даналар саны мен нөмірлері"),
            *("Кімге жіберілген немесе қарар", "Бақылауға алынғаны туралы белгі", "Күні және қолхат", ""),
            *("Істің индексі (нөмірі), құжаттың жіберілген жері", "Жою туралы белгі", "Ескертпе"),
        ],
        ["", "", "", "", "құжаттың", "қосымшаның", "", "", "", "Алу туралы", "Қайтару туралы", "", "", ""],
    ),
}
_IN_ONE = {
    "ru": (
        "Кол-во листов документа",
        "Кол-во листов приложений",
        "Расписка о получении",
        "Расписка о возврате",
    ),
    "kk": ("Парақтар саны құжаттың", "Парақтар саны қосымшаның", "Алу туралы", "Қайтару туралы"),
}
ONE_ROW = {
    language: [
        *HEAD[language][0][:4],
        *parts[:2],
        *HEAD[language][0][6:9],
        *parts[2:],
        *HEAD[language][0][11:],
    ]
    for language, parts in _IN_ONE.items()
}
NUMBERS = [float(number) for number in range(1, 15)]
TABLE_STARTS = 5  # rows of title and heading in the two journals


def rows_of(path):
    """All rows of one of the two journals."""
    return read_workbook(path).sheets[0].rows


def journal_of(rows, kind=JournalKind.INCOMING, year=2025, **about):
    """What is read from the rows of one sheet."""
    sheet = Sheet("Журнал", visible=True, rows=[list(row) for row in rows], **about)
    return parse(Workbook("journal.xlsx", "0" * 64, (sheet,)), kind, year)


def entry_row(number=1, **columns):
    """A good entry of 2025, changed by column: `c7="2 экз."`."""
    row = [
        f"09.01.2025 № {number} ДСП",
        "б/н",
        "Министерство финансов",
        "Письмо о бюджете",
        3.0,
        "-",
        "1 экз. № 2",
    ]
    row += ["Ким А.В.", "", "", "", "", "", ""]
    for name, value in columns.items():
        row[int(name[1:]) - 1] = value
    return row


def read_rows(*rows, language="ru", kind=JournalKind.INCOMING, year=2025):
    """What is read from entries under the law's own heading."""
    return journal_of([*HEAD[language], NUMBERS, *rows], kind, year)


def counts(sheet: JournalSheet) -> dict[str, int]:
    """The counts by which an import of the two journals is known to be honest."""
    sequences = {row.number.sequence for row in sheet.rows}
    return {
        "good": len(sheet.rows),
        "held_back": len(sheet.held_back),
        "lettered": sum(1 for row in sheet.rows if row.number.letter),
        "skipped": max(sequences) - min(sequences) + 1 - len(sequences),
        "without_number": sum(1 for row in sheet.rows if row.entry.their_number in {"б/н", "н/ж"}),
        "destroyed": sum(1 for row in sheet.rows if any(m.kind == "destruction" for m in row.movements)),
        "on_control": sum(1 for row in sheet.rows if row.entry.control),
    }


_COUNTED = ("good", "held_back", "lettered", "skipped", "without_number", "destroyed", "on_control")
EXPECTED = {
    RU: dict(zip(_COUNTED, (1200, 6, 5, 11, 33, 53, 214), strict=True)),
    KK: dict(zip(_COUNTED, (400, 2, 6, 8, 12, 15, 70), strict=True)),
}


def save(path: Path, *sheets, merged=()):
    """Write sheets of rows in the format of the path's suffix; `merged` are A1 ranges of the first .xlsx sheet."""
    {".xlsx": _save_xlsx, ".xls": _save_xls, ".ods": _save_ods}[path.suffix](path, sheets, merged)
    return path


def _save_xlsx(path, sheets, merged):
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    dates = book.add_format({"num_format": "dd.mm.yyyy"})
    for rows in sheets:
        sheet = book.add_worksheet()
        for r, c, cell in _filled(rows):
            if isinstance(cell, dt.date):
                sheet.write_datetime(r, c, dt.datetime(cell.year, cell.month, cell.day), dates)
            else:
                sheet.write(r, c, cell)
    for cells in merged:
        book.worksheets()[0].merge_range(cells, None)
    book.close()


def _save_xls(path, sheets, _merged):
    book, dates = xlwt.Workbook(encoding="utf-8"), xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for number, rows in enumerate(sheets, 1):
        sheet = book.add_sheet(f"Лист{number}")
        for r, c, cell in _filled(rows):
            if isinstance(cell, dt.date):
                sheet.write(r, c, cell, dates)
            else:
                sheet.write(r, c, cell)
    book.save(path)


_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text")}


def _save_ods(path, sheets, _merged):
    tables = "".join(
        f'<table:table table:name="Лист{number}">{"".join(map(_ods_row, rows))}</table:table>'
        for number, rows in enumerate(sheets, 1)
    )
    names = " ".join(f'xmlns:{name}="{urn}"' for name, urn in _NAMES.items())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODS, zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.3">'
            f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/></manifest:manifest>',
        )


def _ods_row(row):
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(cell):
    if cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, dt.date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell:%Y-%m-%d}"/>'
    if isinstance(cell, float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def _filled(rows):
    return ((r, c, cell) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell != "")
