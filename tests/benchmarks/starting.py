"""From the start of the interpreter to the sign-in window on the screen, against a bare window."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests import factories
from tests.benchmarks.measure import Result, paired, ratio

_BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([]); window = QWidget(); window.show(); app.processEvents(); window.grab()
"""
_OURS = """
import sys
from pathlib import Path
from dspdesk.app import first_window
app, window = first_window(Path(sys.argv[1])); app.processEvents(); window.grab()
"""


def measured() -> Iterator[Result]:
    """Whole processes, in turn."""
    with tempfile.TemporaryDirectory() as name:
        desk = factories.created(Path(name)).desk
        desk.close()
        # compiled once and kept, as where the program is installed; the first run of each is not counted
        kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment = {**kept, "QT_QPA_PLATFORM": "offscreen", "HOME": name, "XDG_RUNTIME_DIR": name}

        def run(source: str) -> None:
            command = [sys.executable, "-c", source, str(desk.path)]
            subprocess.run(command, check=True, env=environment, capture_output=True)

        run(_OURS)
        run(_BARE)
        ours, base = paired(lambda: run(_OURS), lambda: run(_BARE), times=7)
    yield ratio("start to sign-in", 1.5, ours, base)
