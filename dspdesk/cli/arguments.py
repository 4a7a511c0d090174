"""What may be written on the command line."""

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path

from dspdesk import __version__
from dspdesk.cli import commands
from dspdesk.law.kinds import JournalKind

Command = Callable[[argparse.Namespace], int | None]
_LANGUAGES = ("kk", "ru")
_JOURNALS = [kind.value for kind in JournalKind]


def parse(arguments: list[str]) -> argparse.Namespace:
    """The arguments as a namespace whose `run` is the command; wrong usage ends with code 2."""
    if not arguments or _names_a_store(arguments[0]):
        arguments = ["open", *arguments]
    return _parser().parse_args(arguments)


def _names_a_store(first: str) -> bool:
    """Whether the first word is the store to open: a file, or what can only be the name of one."""
    return (
        first not in _COMMANDS
        and not first.startswith("-")
        and (Path(first).exists() or Path(first).suffix != "")
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dspdesk", description="dspdesk [STORE] opens the program.")
    parser.add_argument("--version", action="version", version=f"dspdesk {__version__}")
    parser.add_argument("--json", action="store_true", help="machine-readable results")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (run, describe) in _COMMANDS.items():
        command = subparsers.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
        describe(command)
        # stands behind the command as well as before it
        command.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    return parser


def _store(command: argparse.ArgumentParser, **how: object) -> None:
    command.add_argument("store", metavar="STORE", type=Path, **how)  # type: ignore[arg-type]
    command.add_argument("--login", help="who acts; not needed while the store has one account")
    command.add_argument("--key-file", type=Path, help="the key file; without it the keyring")
    command.add_argument("--reason", default="", help="why a warning is passed")


def _journal(command: argparse.ArgumentParser, *, required: bool = True, year: bool = True) -> None:
    command.add_argument("--journal", choices=_JOURNALS, required=required)
    if year:
        command.add_argument("--year", type=_year, required=required)


def _year(written: str) -> int:
    year = int(written)
    if not dt.MINYEAR < year < dt.MAXYEAR:
        raise ValueError(written)
    return year


def _id(written: str) -> int:
    number = int(written)
    if not 0 < number < 2**63:
        raise ValueError(written)
    return number


def _open(command: argparse.ArgumentParser) -> None:
    command.add_argument("store", metavar="STORE", type=Path, nargs="?")


def _new(command: argparse.ArgumentParser) -> None:
    _store(command)
    for name in ("--organisation", "--locality", "--person"):
        command.add_argument(name, required=True)
    command.add_argument("--position", default="")
    command.add_argument("--recovery", metavar="FILE.pdf", type=Path, help="write the recovery sheet")


def _demo(command: argparse.ArgumentParser) -> None:
    _store(command)
    command.add_argument("--items", type=int, default=1500)


def _import(command: argparse.ArgumentParser) -> None:
    _store(command)
    command.add_argument("file", metavar="FILE", type=Path)
    _journal(command)
    command.add_argument("--dry-run", action="store_true")


def _register(command: argparse.ArgumentParser) -> None:
    _store(command)
    _journal(command, year=False)
    command.add_argument("--json-file", metavar="F", type=Path, required=True)


def _list(command: argparse.ArgumentParser) -> None:
    _store(command)
    _journal(command)
    command.add_argument("--search", metavar="TEXT", default="")


def _print(command: argparse.ArgumentParser) -> None:
    command.add_argument("paper", metavar="PAPER", nargs="?")
    _store(command, nargs="?")
    command.add_argument("--list", action="store_true", help="name the papers")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--sample", action="store_true", help="filled from sample data")
    form.add_argument("--blank", action="store_true", help="the form as the law prints it, to write on")
    _journal(command, required=False)
    command.add_argument("--id", type=_id, metavar="N")
    command.add_argument("--lang", choices=_LANGUAGES)
    command.add_argument("-o", dest="out", metavar="FILE.pdf", type=Path)


def _verify(command: argparse.ArgumentParser) -> None:
    _store(command)
    command.add_argument("--code", help="the code in the bottom margin of a paper")


def _json_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json-file", metavar="F", type=Path, required=True)


def _backup(command: argparse.ArgumentParser) -> None:
    _store(command)
    command.add_argument("destination", metavar="DEST", type=Path)


def _restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("backup", metavar="BACKUP", type=Path)
    _store(command)
    command.add_argument("--second-login", help="the second security officer, where there are two")


def _tour(command: argparse.ArgumentParser) -> None:
    command.add_argument("out", metavar="OUT", type=Path)
    command.add_argument("--lang", choices=_LANGUAGES)


def _nothing(_command: argparse.ArgumentParser) -> None:
    """A command without arguments of its own."""


_COMMANDS: dict[str, tuple[Command, Callable[[argparse.ArgumentParser], None]]] = {
    "open": (commands.open_window, _open),
    "new": (commands.new, _new),
    "demo": (commands.demo, _demo),
    "import": (commands.import_file, _import),
    "register": (commands.register, _register),
    "list": (commands.list_items, _list),
    "print": (commands.print_paper, _print),
    "rules": (commands.rules, _nothing),
    "verify": (commands.verify, _verify),
    "cover": (commands.cover, _json_file),
    "vote": (commands.vote, _json_file),
    "backup": (commands.backup, _backup),
    "restore": (commands.restore, _restore),
    "tour": (commands.tour, _tour),
}
