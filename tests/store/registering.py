"""A clerk of its own process: registers form after form and says each number once it is kept.

Run as `python -m tests.store.registering FOLDER FORM COUNT`; begins when a line stands on standard input.
"""

import sys
import time
from pathlib import Path

from tests import factories


def main(folder: str, form: str, count: str) -> None:
    desk = factories.opened(Path(folder))
    print("ready", flush=True)
    sys.stdin.readline()
    for place in range(int(count)):
        done = factories.registered(desk, form_id=f"{form}:{place}")
        print(done.number, int(done.repeated), flush=True)
        time.sleep(0.01)  # else who has the lock takes it again before the others wake
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
