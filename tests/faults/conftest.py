"""Media that are small, protected or full, where this account may mount any."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Mounted = Callable[[str], Path]


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Mounted]:
    """Mounts a small medium in memory by its size ("1m"); skips where that is not allowed."""
    places: list[Path] = []

    def mount(size: str) -> Path:
        place = tmp_path / f"medium{len(places)}"
        place.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)],
            capture_output=True,
            check=False,
        )
        if done.returncode:
            pytest.skip(f"this account may not mount a medium: {done.stderr.decode().strip()}")
        places.append(place)
        return place

    if not shutil.which("mount"):
        pytest.skip("there is no `mount` on this system")
    yield mount
    for place in places:
        subprocess.run(["umount", "-l", str(place)], check=True)


def protect(place: Path) -> None:
    """Make a mounted medium read-only."""
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)


def fill_up(place: Path, *, leaving: int = 0) -> Path:
    """Take all the room of a medium but so many bytes; returns the file that takes it."""
    ballast = place / "ballast"
    room = os.statvfs(place)
    with ballast.open("wb") as file:
        file.write(bytes(room.f_bavail * room.f_frsize - leaving))
    return ballast
