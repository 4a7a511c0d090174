"""What a person is told of an error of ours."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QWidget

from dspdesk.language.catalogue import _
from dspdesk.language.sentences import Told


def tell(
    window: QWidget | None, kind: type[BaseException], error: BaseException, where: TracebackType | None
) -> None:
    """Say over a window where it happened, but no text of it, which may hold data of records.

    Without a window, and when the program is broken off, the program ends.
    """
    import traceback

    last = traceback.extract_tb(where)[-1:]
    place = ", ".join(f"{Path(frame.filename).stem}:{frame.lineno}" for frame in last)
    print(f"dspdesk: {kind.__name__} at {place}", file=sys.stderr)  # noqa: T201
    if window is None or issubclass(kind, KeyboardInterrupt):
        QApplication.exit(1)
        return
    from dspdesk.ui import ask

    words = str(error) if isinstance(error, Told) else _words(f"{kind.__name__}, {place}")
    ask.tell(window, _("Something went wrong"), words)


def _words(place: str) -> str:
    return _(
        "The program has made a mistake ({place}). What was saved is safe; the last step may not be. "
        "Please tell whoever looks after the program."
    ).format(place=place)
