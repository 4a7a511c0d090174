"""Where the files that come with the program lie: fonts, forms, catalogues, icons."""

import sys
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]


def resources() -> Path:
    """The folder of the shipped files: inside the frozen program, or beside the `dspdesk` package."""
    return Path(getattr(sys, "_MEIPASS", _CHECKOUT)) / "resources"
