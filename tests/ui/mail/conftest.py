"""Windows of mail over an empty store."""

from tests.ui.office.conftest import go

__all__ = ["go"]
