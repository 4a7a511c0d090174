"""The same hands as for the windows of the body."""

from tests.ui.office.conftest import go  # noqa: F401 - a fixture
