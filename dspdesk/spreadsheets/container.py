"""What kind of file this is, told from its bytes: only plain .xlsx, .xls and .ods are let through to the parser.

Macros, passwords and zip bombs are refused before anything of the file is unpacked (SECURITY 3.13).
"""

import io
import re
import struct
import zipfile

from dspdesk.spreadsheets.records import UnreadableSheet

#: Largest file read, and largest sum of sizes it may declare unpacked, in bytes: a journal of 50,000 rows is 5 MB
#: and unpacks to 60 MB.
MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 768 * 1024 * 1024
MOST_PARTS = 10_000
MOST_DESCRIPTION = 1024 * 1024  # [Content_Types].xml or the manifest of .ods: a few kilobytes as a rule

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENTRY = 128  # bytes in one entry of the directory of a compound file; its name comes first
_BOF = b"\x09\x08\x10\x00\x00\x06\x05\x00"  # the first record of a workbook of Excel 97 and later
_FILEPASS = 0x2F
_FIRST_RECORDS = 4
_MACRO_SUFFIXES = (".xlsm", ".xltm", ".xlam", ".xla")
_MACRO_PARTS = re.compile(r"(?:^|/)vbaproject\.bin$|^xl/macrosheets/|^(?:basic|scripts)/.+", re.IGNORECASE)


def check(data: bytes, name: str) -> None:
    """Let a plain spreadsheet pass; raises `UnreadableSheet` for all else, saying which it is."""
    if not data.strip():
        raise UnreadableSheet("empty")
    if name.casefold().endswith(_MACRO_SUFFIXES):
        raise UnreadableSheet("macros")
    if data.startswith(_ZIP):
        _check_zip(data)
    elif data.startswith(_OLE):
        _check_ole(data)
    else:
        raise UnreadableSheet("not_a_spreadsheet")


def _check_zip(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive.infolist())
            _check_parts(archive)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        ValueError,
        OSError,
        RuntimeError,
    ) as error:
        raise UnreadableSheet("damaged") from error


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnreadableSheet("too_large_unpacked", megabytes=MOST_UNPACKED // 1024**2)


def _check_parts(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if any(part.flag_bits & 1 for part in archive.infolist()):
        raise UnreadableSheet("password")
    if "content.xml" in names:
        _check_ods(archive, names)
    elif "xl/workbook.bin" in names or not any(name.startswith("xl/") for name in names):
        raise UnreadableSheet("not_a_spreadsheet")
    if any(_MACRO_PARTS.search(name) for name in names) or b"macroEnabled" in _part(
        archive, "[Content_Types].xml"
    ):
        raise UnreadableSheet("macros")


def _check_ods(archive: zipfile.ZipFile, names: list[str]) -> None:
    manifest = _part(archive, "META-INF/manifest.xml")
    if b"encryption-data" in manifest:
        raise UnreadableSheet("password")
    kind = _part(archive, "mimetype") if "mimetype" in names else manifest
    if b"opendocument.spreadsheet" not in kind:
        raise UnreadableSheet("not_a_spreadsheet")


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as part:
            return part.read(MOST_DESCRIPTION)
    except KeyError:
        return b""
    except Exception as error:  # a damaged stream fails in zlib's, lzma's and zipfile's own ways
        raise UnreadableSheet("damaged") from error


def _check_ole(data: bytes) -> None:
    if _has_entry(data, "EncryptedPackage") or _is_locked(data):
        raise UnreadableSheet("password")
    if _has_entry(data, "_VBA_PROJECT_CUR") or _has_entry(data, "_VBA_PROJECT"):
        raise UnreadableSheet("macros")
    if not (_has_entry(data, "Workbook") or _has_entry(data, "Book")):
        raise UnreadableSheet("not_a_spreadsheet")


def _is_locked(data: bytes) -> bool:
    """Whether an old workbook says, among its first records, that what follows is enciphered."""
    place = data.find(_BOF)
    for _ in range(_FIRST_RECORDS):
        if not 0 <= place <= len(data) - 4:
            break
        kind, length = struct.unpack_from("<HH", data, place)
        if kind == _FILEPASS:
            return True
        place += 4 + length
    return False


def _has_entry(data: bytes, name: str) -> bool:
    """Whether the directory of a compound file holds the name: entries lie on a raster, names are UTF-16.

    The raster is checked instead of following the chain of sectors: the chain of a damaged file leads anywhere.
    """
    written = name.encode("utf-16-le") + b"\0\0"
    found = data.find(written)
    while found >= 0:
        if found % _OLE_ENTRY == 0:
            return True
        found = data.find(written, found + 2)
    return False
