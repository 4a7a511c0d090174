"""Make sure the system libraries under Qt are there; standard library only.

Every library is loaded once, as Qt will load it. With all present nothing is printed,
no root is needed and no network is touched. With some missing they are installed by apt,
as root or through sudo; whoever has neither is told the one line to ask for.

    python3 installer/syslibs.py [--tests] [--venv]

`--venv` asks also for the module that makes virtual environments, `--tests` for the
programs with which tests read papers back and open windows on a screen that is none;
the tests that need them skip when they stay away.
"""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Library:
    """A shared library and the Debian packages that bring it, the first known one is taken."""

    soname: str
    packages: tuple[str, ...]


@dataclass(frozen=True)
class Program:
    """A program for the tests only, and its Debian package."""

    name: str
    package: str


LIBRARIES = (
    # Loading Qt and drawing off screen. Debian 13 renamed two packages for its 64-bit time.
    Library("libEGL.so.1", ("libegl1",)),
    Library("libGL.so.1", ("libgl1",)),
    Library("libxkbcommon.so.0", ("libxkbcommon0",)),
    Library("libfontconfig.so.1", ("libfontconfig1",)),
    Library("libfreetype.so.6", ("libfreetype6",)),
    Library("libdbus-1.so.3", ("libdbus-1-3",)),
    Library("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Library("libgthread-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Library("libX11.so.6", ("libx11-6",)),
    Library("libgssapi_krb5.so.2", ("libgssapi-krb5-2",)),  # QtPdf links QtNetwork
    # Windows on an X screen.
    Library("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
    Library("libX11-xcb.so.1", ("libx11-xcb1",)),
    Library("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    Library("libxcb-glx.so.0", ("libxcb-glx0",)),
    Library("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    Library("libxcb-image.so.0", ("libxcb-image0",)),
    Library("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    Library("libxcb-randr.so.0", ("libxcb-randr0",)),
    Library("libxcb-render.so.0", ("libxcb-render0",)),
    Library("libxcb-render-util.so.0", ("libxcb-render-util0",)),
    Library("libxcb-shape.so.0", ("libxcb-shape0",)),
    Library("libxcb-shm.so.0", ("libxcb-shm0",)),
    Library("libxcb-sync.so.1", ("libxcb-sync1",)),
    Library("libxcb-util.so.1", ("libxcb-util1",)),
    Library("libxcb-xfixes.so.0", ("libxcb-xfixes0",)),
    Library("libxcb-xkb.so.1", ("libxcb-xkb1",)),
    # Printing.
    Library("libcups.so.2", ("libcups2t64", "libcups2")),
)
VENV_PACKAGE = "python3-venv"
PROGRAMS = (
    Program("pdftotext", "poppler-utils"),
    Program("pdftoppm", "poppler-utils"),
    Program("Xvfb", "xvfb"),
    Program("xauth", "xauth"),
)
APT_GET = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300")


def main() -> int:
    """Check, install what can be installed, and answer with the exit code."""
    asked = _arguments()
    libraries = [library for library in LIBRARIES if not _loads(library.soname)]
    needs_venv = asked.venv and importlib.util.find_spec("ensurepip") is None
    programs = [program for program in PROGRAMS if asked.tests and shutil.which(program.name) is None]
    missing = [library.soname for library in libraries] + [VENV_PACKAGE] * needs_venv
    if asked.recheck:
        return _what_is_left(missing, programs)
    if not (missing or programs):
        return 0
    root = _root_prefix(may_ask=bool(missing))
    if root is not None:
        _refresh(root)
    needed = [_known(library.packages) for library in libraries] + [VENV_PACKAGE] * needs_venv
    wanted = [program.package for program in programs]
    if root is not None and (_install(root, needed + wanted) or _install(root, needed)):
        return _look_again()
    if missing:
        _say_what_to_ask_for(missing, needed)
        return 1
    print(f"Some tests will be skipped; they need: {_apt_line(wanted)}", flush=True)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="syslibs.py", description="system libraries for dspdesk")
    parser.add_argument("--tests", action="store_true", help="also the programs the tests use")
    parser.add_argument("--venv", action="store_true", help="also what `python3 -m venv` needs")
    parser.add_argument("--recheck", action="store_true", help="only check, install nothing")
    return parser.parse_args()


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _known(packages: tuple[str, ...]) -> str:
    """Name the first package this system has heard of, or else the last: Debian 12's."""
    for package in packages[:-1]:
        if shutil.which("apt-cache") is None:
            break
        shown = subprocess.run(
            ["apt-cache", "show", "--no-all-versions", package], capture_output=True, check=False
        )
        if shown.returncode == 0 and shown.stdout.strip():
            return package
    return packages[-1]


def _root_prefix(*, may_ask: bool) -> list[str] | None:
    """Return what to put before a command that needs root; None when there is no way."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    quiet = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    if quiet.returncode == 0:
        return ["sudo", "-n"]
    return ["sudo"] if may_ask and sys.stdin.isatty() else None


def _refresh(root: list[str]) -> None:
    """Fetch the package lists; without a network those at hand may do, and install says if not."""
    print("Reading the lists of system packages", flush=True)
    subprocess.run([*root, *APT_GET, "update"], check=False, stdout=subprocess.DEVNULL)


def _install(root: list[str], packages: list[str]) -> bool:
    """Install by apt and say how long it took."""
    if not packages:
        return False
    names = sorted(set(packages))
    print(f"Installing system packages: {' '.join(names)}", flush=True)
    began = time.monotonic()
    command = [*root, *APT_GET, "install", "-y", "--no-install-recommends", *names]
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0
    if done:
        print(f"System packages installed in {time.monotonic() - began:.0f} s", flush=True)
    return done


def _apt_line(packages: list[str]) -> str:
    return "apt-get update && apt-get install -y " + " ".join(sorted(set(packages)))


def _say_what_to_ask_for(missing: list[str], needed: list[str]) -> None:
    print(f"dspdesk needs what this system does not have: {', '.join(missing)}", file=sys.stderr)
    print("An administrator installs it with one line:", file=sys.stderr)
    print(f"    {_apt_line(needed)}", file=sys.stderr)


def _look_again() -> int:
    """Check in a new process: this one remembers the list of libraries from before."""
    return subprocess.run([sys.executable, __file__, "--recheck", *sys.argv[1:]], check=False).returncode


def _what_is_left(missing: list[str], programs: list[Program]) -> int:
    if programs:
        names = ", ".join(program.name for program in programs)
        print(f"Some tests will be skipped without: {names}", flush=True)
    if missing:
        print(f"Installed, and still missing: {', '.join(missing)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
