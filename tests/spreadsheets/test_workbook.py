"""Files: the three formats as cells, and all that is refused before or while it is parsed."""

import datetime as dt
import hashlib
import io
import os
import zipfile

import openpyxl
import pytest

from dspdesk.law.kinds import JournalKind
from dspdesk.spreadsheets import container
from dspdesk.spreadsheets.journal import read_journal
from dspdesk.spreadsheets.records import UnreadableSheet
from dspdesk.spreadsheets.workbook import read_workbook
from tests.spreadsheets.making import HEAD, entry_row, save

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
ROWS = [*HEAD["ru"], entry_row()]


def code_of(path):
    with pytest.raises(UnreadableSheet) as caught:
        read_workbook(path)
    assert str(caught.value)
    return caught.value.code


def rezipped(path, change=lambda _name, data: data, extra=()):
    """The zip file with its parts changed, None leaving one out, and with more parts."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: change(name, archive.read(name)) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, **dict(extra)}.items():
            if data is not None:
                archive.writestr(name, data)
    return path


@pytest.fixture
def xlsx(tmp_path):
    return save(tmp_path / "journal.xlsx", ROWS)


@pytest.fixture
def xls(tmp_path):
    return save(tmp_path / "journal.xls", ROWS)


@pytest.fixture
def ods(tmp_path):
    return save(tmp_path / "journal.ods", ROWS)


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
def test_rows_and_columns_are_counted_as_a_person_sees_them(tmp_path, suffix):
    rows = [[], [], ["", "", "C3", 4.0, dt.date(2025, 1, 9)], [], ["", "B5\nещё"]]
    book = read_workbook(save(tmp_path / f"a{suffix}", rows, [["второй"]]))
    cells = book.sheets[0].rows
    assert (cells[2][2], cells[2][3], cells[2][4]) == ("C3", 4, dt.date(2025, 1, 9))
    assert cells[4][1] == "B5\nещё"
    assert all(cell == "" for row in cells[:2] for cell in row)
    assert book.sheets[1].rows == [["второй"]]


def test_the_digest_is_of_the_bytes(xlsx):
    assert read_workbook(xlsx).digest == hashlib.sha256(xlsx.read_bytes()).hexdigest()
    assert read_workbook(xlsx).name == "journal.xlsx"


def test_the_name_does_not_decide_the_format(xls):
    other = xls.rename(xls.with_name("journal.xlsx"))
    assert len(read_journal(other, JournalKind.INCOMING, 2025).rows) == 1


def test_hidden_rows_formulas_errors_and_charts(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [*ROWS, ["№ 2 ДСП", "", "", "", "=1+1", "", "", "", "", "", "", "", "", "#DIV/0!"]]:
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet["N4"].data_type = "e"
    book.create_chartsheet("Диаграмма")
    book.create_sheet("Скрытый").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    read = read_journal(tmp_path / "a.xlsx", JournalKind.INCOMING, 2025)
    assert [row.row for row in read.rows] == [3]
    assert [held.code for held in read.held_back] == []  # a formula never calculated is blank: "№ 2" alone
    assert [s.visible for s in read_workbook(tmp_path / "a.xlsx").sheets] == [True, False]


def test_merged_cells_in_xlsx(tmp_path):
    path = save(tmp_path / "a.xlsx", ROWS, merged=["E1:F1", "J1:K1", "A1:A2"])
    assert ((0, 4), (0, 5)) in read_workbook(path).sheets[0].merged


def test_a_file_that_is_not_there(tmp_path):
    assert code_of(tmp_path / "none.xlsx") == "missing"


def test_a_folder(tmp_path):
    assert code_of(tmp_path) == "no_access"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="all files are open to root")
def test_a_file_without_rights(xlsx):
    xlsx.chmod(0)
    assert code_of(xlsx) == "no_access"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"1;2;3\n4;5;6\n", "not_a_spreadsheet"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "not_a_spreadsheet"),
        (b"%PDF-1.7\n", "not_a_spreadsheet"),
        (b"PK\x03\x04" + b"x" * 200, "damaged"),
        (OLE, "not_a_spreadsheet"),
    ],
)
def test_what_is_no_spreadsheet(tmp_path, content, code):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert code_of(path) == code


def test_a_text_document_is_no_spreadsheet(tmp_path):
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert code_of(path) == "not_a_spreadsheet"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")
    assert code_of(path) == "not_a_spreadsheet"


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.97])
@pytest.mark.parametrize("name", ["xlsx", "ods"])
def test_a_file_cut_short(request, name, keep):
    path = request.getfixturevalue(name)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    assert code_of(path) == "damaged"


def test_an_old_file_cut_short(xls):
    xls.write_bytes(xls.read_bytes()[:1500])
    assert code_of(xls) in {"damaged", "not_a_spreadsheet"}


@pytest.mark.parametrize(
    "change",
    [
        lambda name, data: data[:300] if "sheet1" in name else data,
        lambda name, data: None if "sheet1" in name else data,
        lambda name, data: None if name == "xl/workbook.xml" else data,
        lambda name, data: data[:200] if name == "xl/sharedStrings.xml" else data,
    ],
)
def test_damaged_parts(xlsx, change):
    assert code_of(rezipped(xlsx, change)) == "damaged"


def test_a_damaged_part_of_ods(ods):
    assert (
        code_of(rezipped(ods, lambda name, data: data[:500] if name == "content.xml" else data)) == "damaged"
    )


def test_a_flipped_byte_in_a_packed_part(xlsx):
    content = bytearray(xlsx.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset + 80
    for place in range(start, start + 40):
        content[place] ^= 0xFF
    xlsx.write_bytes(content)
    assert code_of(xlsx) == "damaged"


def directory_entry(name):
    """One entry of the directory of a compound file."""
    return name.encode("utf-16-le").ljust(128, b"\0")


def test_a_file_with_a_password(tmp_path, xls, ods):
    path = tmp_path / "locked.xlsx"
    path.write_bytes(OLE + directory_entry("EncryptionInfo") + directory_entry("EncryptedPackage"))
    assert code_of(path) == "password"
    content = xls.read_bytes()
    place = content.index(b"\xe1\x00\x02\x00")  # the record after the first becomes FILEPASS
    xls.write_bytes(content[:place] + b"\x2f\x00\x02\x00\x01\x00" + content[place + 6 :])
    assert code_of(xls) == "password"
    manifest = b"<m><manifest:encryption-data manifest:checksum='x'/></m>"
    locked = rezipped(ods, lambda name, data: manifest if name.endswith("manifest.xml") else data)
    assert code_of(locked) == "password"


def test_a_zip_with_a_password(xlsx):
    content = bytearray(xlsx.read_bytes())
    place = content.rindex(b"PK\x01\x02")
    content[place + 8] |= 1
    xlsx.write_bytes(content)
    assert code_of(xlsx) == "password"


def test_macros_are_refused(tmp_path, xlsx, xls, ods):
    assert code_of(save(tmp_path / "b.xlsx", ROWS).rename(tmp_path / "b.xlsm")) == "macros"
    types = rezipped(
        save(tmp_path / "c.xlsx", ROWS),
        lambda _name, data: data.replace(b"spreadsheetml.sheet.main", b"macroEnabled"),
    )
    assert code_of(types) == "macros"
    assert code_of(rezipped(xlsx, extra=[("xl/vbaProject.bin", b"x")])) == "macros"
    assert code_of(rezipped(ods, extra=[("Basic/Standard/Module1.xml", b"<x/>")])) == "macros"
    xls.write_bytes(
        xls.read_bytes() + b"\0" * (-xls.stat().st_size % 128) + directory_entry("_VBA_PROJECT_CUR")
    )
    assert code_of(xls) == "macros"


def test_a_binary_workbook_is_not_read(tmp_path):
    path = tmp_path / "a.xlsb"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.bin", b"x")
    assert code_of(path) == "not_a_spreadsheet"


def test_a_large_file_is_refused_unread(tmp_path):
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        file.truncate(container.MOST_BYTES + 1)  # no blocks on the disk
    assert code_of(path) == "too_large"


def test_a_zip_bomb_is_refused_unpacked(xlsx, monkeypatch):
    monkeypatch.setattr(container, "MOST_UNPACKED", 10 * 1024**2)
    assert read_workbook(xlsx).sheets
    assert (
        code_of(rezipped(xlsx, extra=[("xl/media/image.png", b"\0" * (11 * 1024**2))]))
        == "too_large_unpacked"
    )


def test_too_many_parts(xlsx, monkeypatch):
    monkeypatch.setattr(container, "MOST_PARTS", 3)
    assert code_of(xlsx) == "too_large_unpacked"
