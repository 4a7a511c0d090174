"""The layers of the program, the folders of the project and its locks, as CONTRIBUTING.md states them.

Imports point left: law ← models ← store ← desk ← (queries, procedures) ← spreadsheets ←
(ui, cli, jobs) ← app. Beside them stand `language`, which all but `law` may use, and
`reports`, which procedures and all to the right of them may use.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

MAY_IMPORT = {
    "law": set(),
    "language": set(),
    "models": {"law", "language"},
    "reports": {"law", "language"},
    "store": {"law", "language", "models"},
    "desk": {"law", "language", "models", "store"},
    "queries": {"law", "language", "models", "store", "desk"},
    # a procedure may ask the read side what it needs to know; the read side never writes
    "procedures": {"law", "language", "reports", "models", "store", "desk", "queries"},
}
MAY_IMPORT["spreadsheets"] = {"queries", "procedures"} | MAY_IMPORT["queries"] | MAY_IMPORT["procedures"]
MAY_IMPORT["demo"] = {"spreadsheets"} | MAY_IMPORT["spreadsheets"]
MAY_IMPORT["cli"] = MAY_IMPORT["jobs"] = {"demo"} | MAY_IMPORT["demo"]
MAY_IMPORT["ui"] = MAY_IMPORT["cli"] - {"models", "store"}
MAY_IMPORT["app"] = MAY_IMPORT["tour"] = {"ui", "cli", "jobs"} | MAY_IMPORT["cli"]
MAY_IMPORT["tour"] = MAY_IMPORT["tour"] | {"app"}
MAY_IMPORT["__main__"] = {"cli", "app"}
# The command line opens windows only when asked to: inside a function, or each start would load Qt.
MAY_IMPORT_LATE = {"cli": {"app", "tour"}}

DRAWS_WINDOWS = {"ui", "app", "tour"}
# Nothing ever goes over a network.
NETWORK = {"socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib"}
NETWORK |= {"PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets"}
# D-Bus stays inside the machine: one module listens there for the lock of the session, nothing else speaks to it.
LOCAL_BUS, LISTENS = "PySide6.QtDBus", "dspdesk/ui/session_bus.py"

TOP_LEVEL = {"pyproject.toml", "dspdesk", "resources", "tests", "installer", "README.md", "Makefile"}
TOP_LEVEL |= {"requirements.lock", "requirements-dev.lock", "CHANGELOG.md", "CONTRIBUTING.md"}


def imported(tree: ast.Module, package: tuple[str, ...]) -> Iterator[tuple[str, int, bool]]:
    """Every module named by an import, its line, and whether it is loaded only inside a function."""
    for node, late in statements(tree.body, late=False):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno, late
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*start, *([node.module] if node.module else [])])
            for alias in node.names:
                yield f"{module}.{alias.name}", node.lineno, late


#: Where statements hold statements; expressions hold none.
INNER = ("body", "orelse", "finalbody", "handlers", "cases")


def statements(outer: Iterable[ast.AST], *, late: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Every statement, and whether it stands inside a function."""
    for node in outer:
        yield node, late
        inside = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for name in INNER:
            if isinstance(inner := getattr(node, name, None), list):
                yield from statements(inner, late=inside)


def broken_rules(path: str, source: str) -> list[str]:
    """What the imports of one file of the program break, each with file and line."""
    parts = Path(path).with_suffix("").parts
    layer = parts[1]
    if layer == "__init__":
        layer, allowed = "dspdesk", set()
    elif layer not in MAY_IMPORT:
        return [f"{path}: `{layer}` has no place among the layers"]
    else:
        allowed = MAY_IMPORT[layer]
    found = []
    for name, line, late in imported(ast.parse(source, path), parts[:-1]):
        reason = _forbidden(name, layer, allowed | (MAY_IMPORT_LATE.get(layer, set()) if late else set()))
        if name.startswith(LOCAL_BUS) and path != LISTENS:
            reason = f"only {LISTENS} listens to the bus"
        if reason:
            found.append(f"{path}:{line}: {reason}")
    return list(dict.fromkeys(found))  # one import may name several things of one layer


def _forbidden(name: str, layer: str, allowed: set[str]) -> str | None:
    top, _, rest = name.partition(".")
    if top == "dspdesk":
        other = rest.partition(".")[0]
        ours = other in MAY_IMPORT and other != layer
        return f"{layer} must not import {other}" if ours and other not in allowed else None
    if layer == "law" and top not in sys.stdlib_module_names:
        return f"law imports nothing but the standard library, not {top}"
    if top == "PySide6" and layer not in DRAWS_WINDOWS:
        return f"{layer} must not import PySide6"
    if top == "sqlalchemy" and layer == "ui":
        return "ui must not import sqlalchemy"
    if any(name == network or name.startswith(f"{network}.") for network in NETWORK):
        return f"nothing goes over a network: {name}"
    return None


def test_imports_point_left():
    files = sorted((ROOT / "dspdesk").rglob("*.py"))
    assert files
    found = []
    for file in files:
        found += broken_rules(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("path", "source", "complaint"),
    [
        (
            "dspdesk/law/act.py",
            "import os\nimport sqlalchemy\n",
            "act.py:2: law imports nothing but",
        ),
        ("dspdesk/law/act.py", "from dspdesk.language import dates\n", ":1: law must not import language"),
        ("dspdesk/models/item.py", "from dspdesk import store\n", ":1: models must not import store"),
        ("dspdesk/models/item.py", "from ..store.keys import Key\n", ":1: models must not import store"),
        ("dspdesk/store/engine.py", "from .. import desk\n", ":1: store must not import desk"),
        (
            "dspdesk/queries/item.py",
            "import dspdesk.procedures\n",
            ":1: queries must not import procedures",
        ),
        (
            "dspdesk/procedures/act.py",
            "import dspdesk.spreadsheets\n",
            ":1: procedures must not",
        ),
        (
            "dspdesk/reports/act.py",
            "from dspdesk.models import act\n",
            ":1: reports must not import models",
        ),
        ("dspdesk/language/names.py", "from dspdesk.law import act\n", ":1: language must not import law"),
        ("dspdesk/desk.py", "from PySide6.QtCore import QObject\n", ":1: desk must not import PySide6"),
        ("dspdesk/cli.py", "def main():\n    import PySide6.QtGui\n", ":2: cli must not import PySide6"),
        ("dspdesk/cli.py", "from dspdesk.app import open_window\n", ":1: cli must not import app"),
        ("dspdesk/ui/cards/act.py", "import sqlalchemy.orm as orm\n", ":1: ui must not import sqlalchemy"),
        ("dspdesk/ui/cards/act.py", "from dspdesk.store import keys\n", ":1: ui must not import store"),
        ("dspdesk/ui/today.py", "from PySide6 import QtNetwork\n", ":1: nothing goes over a network"),
        ("dspdesk/desk.py", "from urllib import request\n", ":1: nothing goes over a network"),
        (
            "dspdesk/ui/today.py",
            "from PySide6.QtDBus import QDBusConnection\n",
            ":1: only dspdesk/ui/session_bus.py",
        ),
        ("dspdesk/helpers.py", "", "dspdesk/helpers.py: `helpers` has no place among the layers"),
    ],
)
def test_a_broken_rule_names_file_and_line(path, source, complaint):
    found = broken_rules(path, source)
    assert len(found) == 1
    assert complaint in found[0]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("dspdesk/law/act.py", "from dspdesk.law.values import CopyNumber\nfrom . import kinds\nimport re\n"),
        ("dspdesk/procedures/act.py", "from dspdesk.reports import act\nfrom dspdesk.desk import Desk\n"),
        ("dspdesk/ui/cards/act.py", "from PySide6.QtWidgets import QDialog\nfrom ...procedures import act\n"),
        (
            "dspdesk/cli.py",
            "def main():\n    import dspdesk.app\n    import dspdesk.tour\n",
        ),
        (
            "dspdesk/store/engine.py",
            "import sqlalchemy\nfrom dspdesk import __version__\nimport urllib.parse\n",
        ),
        ("dspdesk/ui/tour.py", "from PySide6.QtTest import QTest\n"),
        ("dspdesk/ui/session_bus.py", "from PySide6.QtDBus import QDBusConnection\n"),
    ],
)
def test_what_the_layers_allow_passes(path, source):
    assert broken_rules(path, source) == []


def project_files() -> list[str]:
    """All files of the project, the new ones too; without git, what lies here and is not ignored."""
    command = [
        "git",
        "-c",
        f"safe.directory={ROOT}",
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        ignored = {line.strip("/\n") for line in (ROOT / ".gitignore").read_text().splitlines()}
        return [path.name for path in ROOT.iterdir() if path.name not in ignored]
    return [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def test_the_top_folder_holds_only_what_belongs_there():
    names = {name.split("/", 1)[0] for name in project_files()}
    assert names
    strangers = {name for name in names if not name.startswith(".")} - TOP_LEVEL
    assert not strangers, f"nothing else stands at the top: {sorted(strangers)}"


def pins(lock: str) -> dict[str, str]:
    """The packages of a lock file with their versions."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==([^\s;]+)", text, re.MULTILINE))


def test_both_locks_name_the_same_versions():
    run, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert run
    assert {name: dev.get(name) for name in run} == run


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for lock, wanted in (
        ("requirements.lock", project["dependencies"]),
        ("requirements-dev.lock", project["optional-dependencies"]["dev"]),
    ):
        locked = pins(lock)
        for requirement in wanted:
            name, version = re.fullmatch(r"([\w.-]+)(?:==)?(.*)", requirement).groups()
            found = locked.get(re.sub(r"[-_.]+", "-", name).lower())
            assert found, f"{lock} lacks {name}: make lock"
            assert version == found or version.startswith(">="), f"{lock} has {name} {found}: make lock"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    for block in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in block, block
