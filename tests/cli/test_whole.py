"""The command line as a program of its own: few, but from the shell to the disk and back."""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import factories

ROOT = Path(__file__).parents[2]
YEAR = dt.datetime.now().astimezone().year


@pytest.fixture
def folder(made_stores: Path, tmp_path: Path) -> Path:
    """A store with cheap keys and nothing registered."""
    shutil.copytree(made_stores / "empty", tmp_path / "store")
    return tmp_path / "store"


@pytest.fixture
def environment(folder: Path) -> dict[str, str]:
    """An environment that says who acts, and nothing of a screen or a keyring."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("DSPDESK_", "LC_", "LANG"))
    }
    return kept | {
        "DSPDESK_PASSWORD": factories.PASSWORD,
        "DSPDESK_KEY_FILE": str(folder / "carrier.key"),
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture
def run(environment: dict[str, str]):
    def ran(*arguments: object, **changes: str | None) -> subprocess.CompletedProcess[bytes]:
        changed = {name: value for name, value in (environment | changes).items() if value is not None}
        command = [sys.executable, "-m", "dspdesk", *map(str, arguments)]
        return subprocess.run(command, cwd=ROOT, env=changed, capture_output=True, check=False, timeout=120)

    return ran


def item_in(folder: Path, **fields: object) -> Path:
    path = folder / "item.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


@pytest.mark.slow
def test_a_store_is_created_worked_in_and_found_whole(run, tmp_path: Path) -> None:
    """With the key derivation that people get."""
    store, key = tmp_path / "новый.dspdesk", tmp_path / "новый.key"
    about = (
        "--organisation",
        "Комитет",
        "--locality",
        "г. Астана",
        "--person",
        "Жүнісова Ә.Қ.",
        "--login",
        "clerk",
    )
    made = run(
        "new", store, *about, "--recovery", tmp_path / "sheet.pdf", "--json", DSPDESK_KEY_FILE=str(key)
    )
    assert (made.returncode, json.loads(made.stdout)) == (0, {"store": str(store)})
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert key.stat().st_size >= 32
    slot = json.loads(store.with_name(store.name + ".keys").read_bytes())["slots"][1]["kdf"]
    assert (slot["memory_mib"], slot["passes"], slot["lanes"]) >= (256, 3, 2)
    registered = run(
        "register", store, "--journal", "incoming", "--json-file", item_in(tmp_path, kind="Письмо"), "--json",
        DSPDESK_KEY_FILE=str(key),
    )  # fmt: skip
    item = json.loads(registered.stdout)
    assert (registered.returncode, item["sequence"], item["year"]) == (0, 1, YEAR)
    again = run("new", store, *about, DSPDESK_KEY_FILE=str(key))
    assert (again.returncode, again.stdout) == (1, b"")


@pytest.mark.slow
def test_json_is_utf_8_whatever_the_terminal_is(run, folder: Path) -> None:
    path = item_in(folder, correspondent="ҚР Әділет министрлігі")
    for terminal in (
        {"PYTHONIOENCODING": "cp1251"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ):
        done = run(
            "--json",
            "register",
            folder / "office.dspdesk",
            "--journal",
            "incoming",
            "--json-file",
            path,
            **terminal,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert "ҚР Әділет министрлігі".encode() in done.stdout
        assert json.loads(done.stdout)["correspondent"] == "ҚР Әділет министрлігі"
    listed = run(
        "list", folder / "office.dspdesk", "--journal", "incoming", "--year", YEAR, PYTHONIOENCODING="cp1251"
    )
    assert (listed.returncode, len(listed.stdout.splitlines())) == (0, 2)


WITHOUT_WINDOWS = """
import sys
from dspdesk.cli import main
store, out = sys.argv[1:3]
for arguments in (
    ["list", store, "--journal", "incoming", "--year", "2026"],
    ["register", store, "--journal", "incoming", "--json-file", sys.argv[3]],
    ["import", store, sys.argv[4], "--journal", "incoming", "--year", "2025", "--dry-run"],
    ["print", "registration_journal", "--sample", "--lang", "kk", "-o", out + "/x.pdf"],
    ["verify", store], ["backup", store, out + "/copy"], ["rules"],
    ["vote", "--json-file", out + "/vote.json"],
):
    assert main([*arguments, "--json"]) == 0, arguments
loaded = {name.partition(".")[0] for name in sys.modules}
forbidden = {"PySide6", "shiboken6", "socketserver", "ftplib", "smtplib"}
assert not loaded & forbidden, loaded & forbidden
print("without windows", file=sys.stderr)
"""


@pytest.mark.slow
def test_no_command_but_the_windows_loads_qt(
    environment: dict[str, str], folder: Path, tmp_path: Path
) -> None:
    from tests.spreadsheets.making import KK

    (tmp_path / "vote.json").write_text('{"members": 1, "presiding": 0, "votes": ["for"]}')
    item = item_in(tmp_path, kind="Письмо")
    given = [folder / "office.dspdesk", tmp_path, item, KK]
    shutil.copyfile(KK, tmp_path / "journal.xlsx")
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_WINDOWS.replace('"2025"', '"2024"'), *map(str, given)],
        cwd=ROOT, env=environment, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.stderr.endswith(b"without windows\n"), done.stderr.decode()


@pytest.mark.slow
def test_a_reader_who_goes_away_is_no_error(environment: dict[str, str]) -> None:
    command = f"{sys.executable} -m dspdesk rules --json | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
