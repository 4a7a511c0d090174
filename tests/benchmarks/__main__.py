"""Measure everything, print the table; `--items` limits the sizes, words pick the measurements."""

import argparse
import os
import sys
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import grid, importing, printing, registering, searching, starting, stores, where_is_it
from tests.benchmarks.measure import Result, table

_SIZES = (10_000, 100_000, 1_000_000)


def main() -> int:
    """Returns 1 when a promise was missed."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument(
        "only", nargs="*", choices=["grid", "search", "where", "register", "import", "print", "start", []]
    )
    parser.add_argument("--items", type=int, default=_SIZES[-1], help="the largest store to measure")
    given = parser.parse_args()
    sizes = [size for size in _SIZES if size <= given.items]
    results = []
    for name, work in _WORK.items():
        if not given.only or name in given.only:
            for result in work(sizes):
                print(table([result]), flush=True)
                results.append(result)
    print("\n" + table(results))
    return 0 if all(result.kept for result in results) else 1


def _grid(sizes: list[int]) -> Iterator[Result]:
    yield from grid.measured(stores.desk_of(sizes[-1]))


def _search(sizes: list[int]) -> Iterator[Result]:
    for size in sizes:
        yield from searching.measured(stores.desk_of(size), size)


def _where(sizes: list[int]) -> Iterator[Result]:
    for size in sizes:
        yield from where_is_it.measured(stores.desk_of(size), size)


def _register(sizes: list[int]) -> Iterator[Result]:
    medians = []
    for size in sizes:
        slowest, median = registering.times(stores.desk_of(size))
        medians.append(median)
        yield Result(
            f"{size} items: registering one, p95", slowest * 1000, 30, "ms", f"median {median * 1000:.1f} ms"
        )
    if len(medians) > 1:
        yield Result(f"registering at {sizes[-1]} against {sizes[0]}", medians[-1] / medians[0], 1.5)


def _import(_sizes: list[int]) -> Iterator[Result]:
    yield from importing.measured()


def _print(sizes: list[int]) -> Iterator[Result]:
    yield from printing.measured(stores.desk_of(sizes[0]))


def _start(_sizes: list[int]) -> Iterator[Result]:
    yield from starting.measured()


_WORK = {
    "grid": _grid,
    "search": _search,
    "where": _where,
    "register": _register,
    "import": _import,
    "print": _print,
    "start": _start,
}

if __name__ == "__main__":
    sys.exit(main())
