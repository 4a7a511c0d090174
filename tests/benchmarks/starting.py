"""From the start of the interpreter to the sign-in window on the screen; and from one person to the next."""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dspdesk import desk as desks
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
_NEXT = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from dspdesk import app, desk as desks
application, program = app._begun(Path(sys.argv[1]))
program._restart = lambda store: app.os.execv(sys.executable, [sys.executable, "-c", sys.argv[3], str(store), began])
program.admit(desks.open_desk(Path(sys.argv[1]), "zhunisova", sys.argv[2], Path(sys.argv[1]).parent / "carrier.key"))
def lock():
    global began
    began = str(time.monotonic())
    program.next_person()
QTimer.singleShot(1500, lock)
application.exec()
"""
_AGAIN = f"{_OURS}\nimport time; print(time.monotonic() - float(sys.argv[2]))"
PROMISED = 3  # seconds from the key to the sign-in window of the next person


def measured() -> Iterator[Result]:
    """Whole processes, in turn."""
    with tempfile.TemporaryDirectory() as name:
        desk = factories.created(Path(name), at=desks.clock).desk
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
        command = [sys.executable, "-c", _NEXT, str(desk.path), factories.PASSWORD, _AGAIN]
        times = [
            float(subprocess.run(command, check=True, env=environment, capture_output=True).stdout)
            for _run in range(3)
        ]
    yield ratio("start to sign-in", 1.5, ours, base)
    yield Result("next person", statistics.median(times), PROMISED, "s")
