"""The command line: a contract that checks call. Only `open` and `tour` load Qt."""

import io
import json
import os
import sys
from collections.abc import Sequence

from dspdesk.language.catalogue import Language, use_language
from dspdesk.language.sentences import Told, sentence
from dspdesk.law.findings import Finding, Refused

DONE, REFUSED, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 done, 1 refused with the reason on standard error, 2 wrong usage."""
    from dspdesk.cli.arguments import parse

    use_language(_language(os.environ))
    given = parse(list(sys.argv[1:] if arguments is None else arguments))
    try:
        return int(given.run(given) or DONE)
    except (Refused, Told) as error:
        for said in _sentences(error):
            print(said, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # the reader of our list has gone
        sys.stderr.close()
        return DONE


def _language(environment: "os._Environ[str]") -> Language:
    """Kazakh when the account's messages are Kazakh, else Russian."""
    said = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    return Language.KK if said.startswith("kk") else Language.RU


def _sentences(error: Refused | Told) -> list[str]:
    if isinstance(error, Told):
        return [str(error)]
    return [_with_place(finding) for finding in error.findings]


def _with_place(finding: Finding) -> str:
    from dspdesk.language.catalogue import current_language
    from dspdesk.law.requirements import citation

    return f"{sentence(finding.code, finding.facts)} ({citation(finding.requirement, current_language())})"


def say(machine: object, person: str, *, as_json: bool) -> None:
    """Print a result: as JSON in UTF-8 for a program, as a line for a person."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal of another encoding lacks the Kazakh letters
        if as_json:
            sys.stdout.reconfigure(encoding="utf-8")
        else:
            sys.stdout.reconfigure(errors="replace")
    if as_json:
        json.dump(machine, sys.stdout, ensure_ascii=False, default=str)
        print()
    else:
        print(person)
    sys.stdout.flush()
