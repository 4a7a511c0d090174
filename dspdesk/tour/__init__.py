"""The tour: the real windows driven through a working day, with screenshots and papers for people to look at."""

import json
import os
import sys
import tempfile
from pathlib import Path

from dspdesk.language.catalogue import Language

_BOTH = (Language.KK, Language.RU)
_SCREEN = {
    "name": "desk",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}


def run(out: Path, lang: str | None) -> int:
    """Leave screenshots of every window and the papers in `out`, in both languages unless one is named."""
    out.mkdir(parents=True, exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen(out)}"
    from dspdesk.tour.day import Day  # loads Qt, which must know first on which screen it is

    for language in (Language(lang),) if lang else _BOTH:
        with tempfile.TemporaryDirectory(prefix="dspdesk-tour-") as folder:
            taken = Day(out / language.value, Path(folder), language).live()
        print(f"{language.value}: {taken} pictures and papers in {out / language.value}", file=sys.stderr)
    return 0


def _screen(out: Path) -> Path:
    """A screen of the usual size, told to Qt's own windowing without a screen: its default one is small."""
    path = out / "screen.json"
    path.write_text(json.dumps({"screens": [_SCREEN]}))
    return path
