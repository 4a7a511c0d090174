"""Search as typed: the first 200 hits after every key."""

from collections.abc import Iterator

from dspdesk.desk import Desk
from dspdesk.queries.search import search
from tests.benchmarks.measure import Result, p95, seconds

_TYPED = (
    "министерство финансов", "прокуратура кадр", "о результатах внутреннего аудита", "казахтелеком смета",
    "бюджет", "акимат караганд", "талдау болими", "сейткали", "12-7/884", "4521", "сборник нормативных",
)  # fmt: skip


def measured(desk: Desk, items: int) -> Iterator[Result]:
    """Every beginning of every text, each asked three times."""
    times = [
        seconds(lambda text=text, end=end: search(desk, text[:end]))  # type: ignore[misc]
        for _ in range(3)
        for text in _TYPED
        for end in range(1, len(text) + 1)
    ]
    yield Result(
        f"{items} items: search as typed, p95", p95(times) * 1000, 50, "ms", f"{len(times)} questions"
    )
