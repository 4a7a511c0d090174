"""A guard against a fault of PySide6 6.12 on Python 3.11: None, True and False must outlive the program.

Measured: each call of a Qt function that returns nothing (`QPainter.setPen`, `QLabel.setText`, a slot …) takes one
reference of None away without having added it, and each `Signal.emit` one of a truth value. From Python 3.12 on these
objects are immortal and nothing happens; on 3.11 some thousands of calls later the interpreter ends the process with
"deallocating None". So their counts are raised beyond what any program can use up.
"""

import ctypes
import sys

PLENTY = 1 << 40


def make_immortal() -> None:
    """Raise the counts, once is enough; does nothing where Python does it itself."""
    if sys.version_info >= (3, 12):
        return
    for one in (None, True, False):
        ctypes.c_ssize_t.from_address(id(one)).value += PLENTY
