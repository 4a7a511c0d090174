"""Measuring: medians of alternating runs, and the table of results."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table: `value` is to stay at or below `limit`; a `note` gives the plain figures."""

    name: str
    value: float
    limit: float
    unit: str = "×"
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return self.value <= self.limit


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def paired(ours: Callable[[], object], base: Callable[[], object], times: int = 5) -> tuple[float, float]:
    """Median seconds of both, run in turn so that a busy machine is busy for both."""
    pairs = [(seconds(ours), seconds(base)) for _ in range(times)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def ratio(name: str, limit: float, ours: float, base: float) -> Result:
    """A result that compares two times."""
    return Result(name, ours / base, limit, note=f"{ours * 1000:.1f} ms / {base * 1000:.1f} ms")


def p95(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[int(len(times) * 0.95)]


def table(results: list[Result]) -> str:
    """The results as lines of text."""
    width = max(len(result.name) for result in results)
    return "\n".join(
        f"{result.name:<{width}}  {result.value:8.2f} {result.unit:<2}  limit {result.limit:g}"
        f"  {'kept' if result.kept else 'MISSED'}  {result.note}"
        for result in results
    )
