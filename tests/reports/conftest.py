"""`pytest tests/reports --rewrite-looks` writes the stored looks of papers anew; read the difference before keeping it."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-looks", action="store_true", help="store the looks of papers anew instead of comparing"
    )


@pytest.fixture
def rewrite_looks(request: pytest.FixtureRequest) -> bool:
    # in a run of all tests this file is read too late to add an option
    return bool(request.config.getoption("rewrite_looks", default=False))
