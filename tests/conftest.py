"""Fixtures of all tests: stores made once and copied for each test, no network, no window left waiting."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, use_language
from tests import factories, speed

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
hypothesis_settings.register_profile("quiet", deadline=None, max_examples=25)
hypothesis_settings.register_profile("thorough", deadline=None, max_examples=1000)  # `make faults`
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS", "quiet"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --rewrite-looks` writes the stored looks anew: read the difference before keeping it."""
    parser.addoption(
        "--rewrite-looks",
        action="store_true",
        help="store the looks of screens and papers anew instead of comparing",
    )


def pytest_collection_finish() -> None:
    """The tests themselves are no garbage."""
    speed.rarely_look_for_garbage()


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Stores share their compiled statements."""
    with speed.statements_compiled_once():
        yield


@pytest.fixture
def rewrite_looks(request: pytest.FixtureRequest) -> bool:
    """Whether looks are stored rather than compared."""
    return bool(request.config.getoption("rewrite_looks"))


@pytest.fixture(autouse=True)
def russian() -> Iterator[None]:
    """Sentences are compared in Russian unless a test says otherwise."""
    use_language(Language.RU)
    yield
    use_language(Language.RU)


@pytest.fixture(scope="session")
def made_stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty and a small filled store, made once in a session."""
    folder = tmp_path_factory.mktemp("stores")
    for name, count in (("empty", 0), ("small", 60)):
        (folder / name).mkdir()
        desk = factories.created(folder / name).desk
        factories.fill(desk, count)
        desk.close()
    return folder


@pytest.fixture
def open_store(made_stores: Path, tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Opens a copy of a prepared store by its name ("empty" or "small"); closed after the test."""
    desks: list[Desk] = []

    def opened(name: str) -> Desk:
        shutil.copytree(made_stores / name, tmp_path / name)
        desks.append(factories.opened(tmp_path / name))
        return desks[-1]

    yield opened
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(open_store: Callable[[str], Desk]) -> Desk:
    """The desk of a small store: some 60 incoming documents of this year and the last."""
    return open_store("small")


@pytest.fixture
def empty_desk(open_store: Callable[[str], Desk]) -> Desk:
    """The desk of a store in which nothing is registered yet."""
    return open_store("empty")


@pytest.fixture
def store_path(desk: Desk) -> Path:
    """The path of the small store; its key file is `carrier.key` beside it."""
    return desk.path
