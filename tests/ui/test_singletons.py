import subprocess
import sys

PROGRAM = """
import dspdesk.ui
from PySide6.QtCore import QObject, QRect, Signal
class Bell(QObject):
    rung = Signal(bool)
bell, rect = Bell(), QRect()
bell.rung.connect(lambda _: None)
for place in range(60_000):
    rect.setX(place)
    bell.rung.emit(True)
print("alive")
"""


def test_the_program_outlives_many_calls_that_return_nothing():
    """PySide6 6.12 takes a reference of None away in each; Python 3.11 would end the process."""
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert ended.stdout.strip() == "alive", ended.stderr[-500:]
