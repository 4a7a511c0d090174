"""The command line as a check calls it: here in this process, in `test_whole.py` as programs of their own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dspdesk import desk as desks
from dspdesk.cli import main
from tests import factories


@dataclass(frozen=True)
class Answer:
    """What a command left: its exit code and what stands on its two streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def environment(desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Password and key file of the small store in the environment; returns the store, which nobody else has open."""
    desk.close()
    monkeypatch.setenv("DSPDESK_PASSWORD", factories.PASSWORD)
    monkeypatch.setenv("DSPDESK_KEY_FILE", str(desk.path.parent / "carrier.key"))
    monkeypatch.delenv("DSPDESK_LOGIN", raising=False)
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.setitem(desks.open_desk.__kwdefaults__, "at", factories.clock)
    return desk.path


@pytest.fixture
def run(environment: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command; `STORE` stands for the small store."""

    def ran(*arguments: object) -> Answer:
        given = [str(environment if one == "STORE" else one) for one in arguments]
        try:
            code = main(given)
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return ran


@pytest.fixture
def item_file(tmp_path: Path) -> Callable[[object], Path]:
    """Writes a JSON file and returns its path; text is written as it is."""

    def written(content: object) -> Path:
        path = tmp_path / "item.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return written
