"""“Where is it?” as typed: a caller waits on the telephone."""

from collections.abc import Iterator

from dspdesk.desk import Desk
from dspdesk.queries.where_is_it import find
from tests.benchmarks.measure import Result, p95, seconds

_TYPED = (
    "1",
    "214",
    "4521",
    "05-12/884",
    "Ахметов",
    "сейткали",
    "Өтегенова",
    "бюджет",
    "министерство финансов",
)


def measured(desk: Desk, items: int) -> Iterator[Result]:
    """Numbers, surnames and words, every beginning of each, three times."""
    times = [
        seconds(lambda text=text, end=end: find(desk, text[:end]))  # type: ignore[misc]
        for _ in range(3)
        for text in _TYPED
        for end in range(1, len(text) + 1)
    ]
    yield Result(f"{items} items: where is it, p95", p95(times) * 1000, 200, "ms", f"{len(times)} questions")
