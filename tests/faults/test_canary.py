"""A day's random word is found in no file outside the store, in no encoding; and in the store itself not in clear.

What lies on the carriers that people brought (a sheet to import) and the backups is theirs; all else of the account
is searched: home, configuration, caches, temporary files, what was said on the terminal, cores.
"""

import io
import os
import random
import signal
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from tests import factories
from tests.spreadsheets.making import HEAD, entry_row, save

ROOT = Path(__file__).parents[2]
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "koi8-r")
_LETTERS = "бвгджзклмнпрстфхцчшщ"


def word_of_the_day() -> str:
    """A word that stands in no dictionary and in no program."""
    return "".join(random.SystemRandom().choices(_LETTERS, k=12))


def forms(word: str) -> set[bytes]:
    """The word as it may stand in a file."""
    return {
        spelt.encode(encoding) for spelt in (word, word.upper(), word.capitalize()) for encoding in ENCODINGS
    } | {spelt.encode("unicode_escape") for spelt in (word, word.upper())}


def contents(content: bytes) -> Iterator[bytes]:
    """What a file says: as it lies there, what is packed in it, and the text of a PDF."""
    yield content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    start = 0
    while (at := content.find(b"stream", start)) >= 0:
        start = at + len(b"stream")
        try:
            yield zlib.decompressobj().decompress(content[start:].lstrip(b"\r\n"))
        except zlib.error:
            continue
    if (at := content.find(b"%PDF")) >= 0:
        try:
            pages = pypdfium2.PdfDocument(content[at:])
            yield "".join(page.get_textpage().get_text_range() for page in pages).encode()
        except pypdfium2.PdfiumError:
            return


def found(word: str, folder: Path) -> list[str]:
    """The files under a folder that say the word, or bear it as a name."""
    wanted = forms(word)
    guilty = []
    for path in sorted(folder.rglob("*")):
        named = any(form in os.fsencode(path.name) for form in wanted)
        said = path.is_file() and any(
            form in content for content in contents(path.read_bytes()) for form in wanted
        )
        if named or said:
            guilty.append(path.relative_to(folder).as_posix())
    return guilty


def surroundings(account: Path) -> dict[str, str]:
    """The environment of an account of its own."""
    places = {
        "HOME": "home", "TMPDIR": "tmp", "XDG_CONFIG_HOME": "home/.config", "XDG_CACHE_HOME": "home/.cache",
        "XDG_DATA_HOME": "home/.local/share", "XDG_STATE_HOME": "home/.local/state", "XDG_RUNTIME_DIR": "run",
    }  # fmt: skip
    for place in places.values():
        (account / place).mkdir(parents=True, exist_ok=True)
    (account / "run").chmod(0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return (
        kept
        | {name: str(account / place) for name, place in places.items()}
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONFAULTHANDLER": "1",
            "LANG": "C.UTF-8",
        }
    )


def done(account: Path, folder: Path, word: str, part: str) -> int:
    """Have a part of the day done; what is said on the terminal goes to a log of the account."""
    with (account / "home" / f"{part}.log").open("wb") as log:
        ended = subprocess.run(
            [sys.executable, "-m", "tests.faults.canary", str(folder), word, part],
            cwd=account / "home",
            env=surroundings(account),
            stdout=log,
            stderr=log,
            check=False,
            timeout=240,
        )
    return ended.returncode


@pytest.mark.slow
def test_the_word_of_the_day_is_nowhere_but_in_the_store(tmp_path: Path) -> None:
    word = word_of_the_day()
    account, folder = tmp_path / "account", tmp_path / "desk"
    surroundings(account)
    for place in ("store", "carrier"):
        (folder / place).mkdir(parents=True)
    factories.created(folder / "store").desk.close()
    save(folder / "carrier" / "journal.xlsx", [*HEAD["ru"], entry_row(1, c4=f"Письмо {word}")])
    said = lambda part: (account / "home" / f"{part}.log").read_text(errors="replace")[-3000:]  # noqa: E731
    assert done(account, folder, word, "first") == -signal.SIGKILL, said("first")
    assert done(account, folder, word, "second") == -signal.SIGSEGV, said("second")
    assert found(word, account) == []
    assert found(word, folder / "store") == []
    assert found(word, folder / "carrier") == ["journal.xlsx"]  # the sheet that a person brought
    desk = factories.opened(folder / "store")
    assert desk.verify() == []
    desk.close()


# --- the search itself would find it ---


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("spelling", [str.lower, str.upper, str.capitalize])
def test_a_file_with_the_word_is_found(tmp_path: Path, encoding: str, spelling) -> None:
    word = word_of_the_day()
    (tmp_path / "quiet").write_bytes(os.urandom(5000))
    (tmp_path / "loud").write_bytes(b"\0" * 7 + spelling(word).encode(encoding) + b"\0")
    assert found(word, tmp_path) == ["loud"]


def test_a_packed_or_printed_word_and_a_name_are_found(tmp_path: Path) -> None:
    word = word_of_the_day()
    (tmp_path / "packed").write_bytes(b"stream\r\n" + zlib.compress(f"({word})".encode()) + b"\nendstream")
    (tmp_path / f"{word}.tmp").write_bytes(b"")
    (tmp_path / "escaped").write_bytes(word.encode("unicode_escape"))
    (tmp_path / "paper.pdf").write_bytes(paper_with(word))
    assert found(word, tmp_path) == sorted(["packed", f"{word}.tmp", "escaped", "paper.pdf"])


def paper_with(word: str) -> bytes:
    """A paper drawn as ours are."""
    from reportlab.pdfgen.canvas import Canvas

    from dspdesk.reports.kit.fonts import REGULAR, face

    face(REGULAR)
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont(REGULAR, 12)
    canvas.drawString(50, 700, word)
    canvas.save()
    return out.getvalue()
