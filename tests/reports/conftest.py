"""`pytest tests/reports --rewrite-looks` writes the stored looks of papers anew: read the difference before keeping it.

A run of all tests reads this file too late to know the option; it only compares.
"""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-looks", action="store_true", help="store the looks of papers anew instead of comparing"
    )


@pytest.fixture
def rewrite_looks(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("rewrite_looks", default=False))
