"""The commands themselves; each is one step of a person or one question."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dspdesk.cli import say, session
from dspdesk.language.catalogue import _, current_language, ngettext
from dspdesk.language.sentences import Told
from dspdesk.law.kinds import JournalKind

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.procedures.printing import PaperRequest


def open_window(given: Namespace) -> int:
    """Open the program"""
    from dspdesk.app import run

    return run(given.store)


def new(given: Namespace) -> None:
    """Create an encrypted store with one account"""
    from dspdesk import desk as desks

    if not session.login(given):
        raise Told("login_needed")
    said = desks.NewStore(
        organisation=given.organisation,
        locality=given.locality,
        person=given.person,
        position=given.position,
        login=session.login(given) or "",
        password=session.password(),
        key_file=session.key_file(given),
        reason=session.reason(given),
    )
    if given.recovery and not os.access(given.recovery.absolute().parent, os.W_OK):
        raise Told(
            "not_reachable", path=given.recovery
        )  # before there is a store whose key nobody has on paper
    _warn_of_place(given.store, said.key_file)
    created = desks.create(given.store, said)
    if given.recovery:
        from dspdesk.procedures.printing import recovery_sheet

        _write(given.recovery, recovery_sheet(created.desk, created.recovery, current_language()))
    created.desk.close()
    say(
        {"store": str(given.store)},
        _("The store was created: {path}").format(path=given.store),
        as_json=given.json,
    )


def _warn_of_place(store: Path, key_file: Path | None) -> None:
    disk = _disk(store)
    if key_file is not None and disk is not None and _disk(key_file) == disk:
        print(
            _("The key file lies on the same disk as the store. Keep it on a removable carrier."),
            file=sys.stderr,
        )


def _disk(path: Path) -> int | None:
    """The disk a file is to lie on; `None` while there is no such folder."""
    folder = path.absolute().parent
    return folder.stat().st_dev if folder.is_dir() else None


def demo(given: Namespace) -> None:
    """Build a realistic sample store"""
    from dspdesk.demo import SAMPLE_LOGIN, Demo, build

    asked = Demo(
        given.store,
        given.items,
        session.login(given) or SAMPLE_LOGIN,
        session.password(),
        session.key_file(given),
    )
    build(asked, progress)
    say({"store": str(given.store), "items": given.items}, str(given.store), as_json=given.json)


def import_file(given: Namespace) -> None:
    """Bring in a journal kept as a spreadsheet"""
    from dspdesk.procedures.importing import ImportJournal
    from dspdesk.spreadsheets.importing import import_journal

    asked = ImportJournal(
        path=given.file,
        journal=JournalKind(given.journal),
        year=given.year,
        dry_run=given.dry_run,
        reason=session.reason(given),
    )
    with session.signed_in(given) as desk:
        done = import_journal(desk, asked, progress)
    machine = {
        "imported": done.imported,
        "held_back": [{"row": held.row, "reason": held.reason} for held in done.held_back],
        "lettered": done.lettered,
        "skipped": done.skipped,
        "first": str(done.first) if done.first else None,
        "last": str(done.last) if done.last else None,
    }
    say(machine, "\n".join(_told_of(done)), as_json=given.json)


def _told_of(done: Any) -> list[str]:
    counts = ngettext("{n} row imported", "{n} rows imported", done.imported).format(n=done.imported)
    lines = [f"{counts}, № {done.first}–{done.last}" if done.first else counts]
    return lines + [
        _("Row {row}: {reason}").format(row=held.row, reason=held.reason) for held in done.held_back
    ]


def register(given: Namespace) -> None:
    """Register one item from a JSON object"""
    import dataclasses
    import uuid

    from dspdesk.cli import item_json
    from dspdesk.procedures import registration
    from dspdesk.queries.item import item

    found = item_json.read_object(given.json_file)
    entry = item_json.entry(given.json_file, found)
    with session.signed_in(given) as desk:
        if entry.date is None:
            entry = dataclasses.replace(entry, date=desk.today())
        command = registration.Register(
            journal=JournalKind(given.journal),
            year=(entry.date or desk.today()).year,
            entry=entry,
            form_id=found.get("form_id") or uuid.uuid4().hex,
            filed_as=found.get("case") or "",
            language=current_language(),
            reason=session.reason(given),
        )
        done = registration.register(desk, command)
        details = item(desk, done.id)
    assert details is not None
    machine = item_json.item(details)
    say(machine, f"№ {machine['number']}", as_json=given.json)


def list_items(given: Namespace) -> None:
    """List the items of a journal"""
    from dspdesk.cli import item_json
    from dspdesk.queries.item import items_in

    with session.signed_in(given) as desk:
        found = [
            item_json.item(details)
            for details in items_in(desk, JournalKind(given.journal), given.year, given.search)
        ]
    say(found, "\n".join(_line(item) for item in found), as_json=given.json)


def _line(item: dict[str, Any]) -> str:
    parts = (
        item["number"],
        item["date"],
        item["correspondent"],
        item["kind"],
        item["summary"],
        item["state"],
    )
    return "\t".join(str(part or "") for part in parts)


def print_paper(given: Namespace) -> None:
    """Print a paper to a PDF file"""
    from dspdesk.reports.papers import PAPERS

    if given.list:
        say(list(PAPERS), "\n".join(PAPERS), as_json=given.json)
        return
    if given.paper not in PAPERS or not given.lang or not given.out:
        _usage(_("Name a paper of `print --list`, a language (--lang kk|ru) and a file (-o)."))
    paper = PAPERS[given.paper]
    if given.sample:
        pdf = paper.draw_sample(given.lang)
    elif given.blank:
        if paper.blank is None:
            raise Told("no_blank_form", paper=given.paper)
        pdf = paper.blank(given.lang)
    else:
        pdf = _printed(given)
    _write(given.out, pdf)
    say({"file": str(given.out)}, str(given.out), as_json=given.json)


def _printed(given: Namespace) -> bytes:
    from dspdesk.procedures import printing
    from dspdesk.procedures.store_papers import STORE_PAPERS
    from dspdesk.queries.journals import journal

    if given.store is None or (given.id is None) == (given.journal is None or given.year is None):
        _usage(_("Name the store and either --journal with --year or --id."))
    of_one = printing.OF_ITEMS | STORE_PAPERS.keys()
    if given.paper not in (printing.OF_A_JOURNAL if given.id is None else of_one):
        _usage(_("The paper {paper} is not printed of that.").format(paper=given.paper))
    with session.signed_in(given) as desk:
        if given.id is not None:
            return printing.print_paper(desk, _of_one(desk, given)).pdf
        found = journal(desk, JournalKind(given.journal), given.year)
        if found is None:
            raise Told("no_journal", year=given.year)
        request = printing.PaperRequest(paper=given.paper, language=given.lang, journal_id=found.id)
        return printing.print_paper(desk, request).pdf


def _of_one(desk: "Desk", given: Namespace) -> "PaperRequest":
    """The paper of one thing: an entry, or whatever the table of papers says that it is of."""
    from dspdesk.procedures.printing import OF_ITEMS, PaperRequest
    from dspdesk.procedures.store_papers import STORE_PAPERS
    from dspdesk.queries.item import item
    from dspdesk.queries.ledger import about
    from dspdesk.queries.paper_words import is_there

    if given.paper in OF_ITEMS:
        if item(desk, given.id) is None:
            raise Told("no_item", id=given.id)
        return PaperRequest(paper=given.paper, language=given.lang, item_ids=(given.id,))
    paper = STORE_PAPERS[given.paper]
    desk.authorize(paper.needs)
    with desk.reading() as connection:
        if not is_there(connection, paper.of, given.id):
            raise Told("no_such_thing", what=about(f"{paper.of}:{given.id}"))
    return PaperRequest(paper=given.paper, language=given.lang, about=f"{paper.of}:{given.id}")


def rules(given: Namespace) -> None:
    """Requirement ids: citation, weight, where enforced, tests, planned"""
    from dspdesk.queries.rules import rules as all_rules

    lines = all_rules(current_language())
    machine = [asdict(line) for line in lines]
    say(machine, "\n".join(_columns(line.values()) for line in machine), as_json=given.json)


def _columns(values: Iterable[Any]) -> str:
    return "\t".join(", ".join(value) if isinstance(value, tuple) else str(value or "") for value in values)


def verify(given: Namespace) -> int:
    """Check the ledger against the tables, or a paper by its code"""
    from dspdesk.queries.paper_words import told

    with session.signed_in(given) as desk:
        if given.code:
            paper = desk.check_paper(given.code)
            say(paper.as_json(), told(desk, paper), as_json=given.json)
            return 0 if paper.whole else 1
        wrong = desk.verify(progress)
    said = _("Everything is whole.") if not wrong else "\n".join(wrong)
    say({"whole": not wrong, "wrong": wrong}, said, as_json=given.json)
    return 1 if wrong else 0


def cover(given: Namespace) -> None:
    """Check what is to stand on a cover (paragraph 24)"""
    from dspdesk.cli.item_json import read_object
    from dspdesk.procedures.cover_check import check_cover

    asked = read_object(given.json_file)
    texts = {name: asked.get(name) or [] for name in ("persons", "units", "positions", "lines")}
    for name, listed in texts.items():
        if not isinstance(listed, list) or not all(isinstance(text, str) for text in listed):
            raise Told("bad_json", path=given.json_file, detail=name)
    lines = check_cover(*texts.values())
    machine = [{"line": line.line, "refused": line.refused, "found": list(line.found)} for line in lines]
    say(machine, json.dumps(machine, ensure_ascii=False, indent=1), as_json=given.json)


def vote(given: Namespace) -> None:
    """The outcome of an open vote (paragraph 17 of the model regulation)"""
    from dspdesk.cli.item_json import read_object
    from dspdesk.law.values import Impossible
    from dspdesk.law.voting import outcome

    asked = read_object(given.json_file)
    try:
        done = outcome(asked["members"], asked["presiding"], asked["votes"])
    except (KeyError, TypeError, Impossible) as error:
        raise Told("bad_json", path=given.json_file, detail=error) from error
    machine = {"lawful": done.lawful, "result": done.result.value}
    say(machine, json.dumps(machine), as_json=given.json)


def backup(given: Namespace) -> None:
    """Copy the store to a carrier and read the copy back"""
    with session.signed_in(given) as desk:
        desk.backup(given.destination)
    said = _("The backup was made and read back: {path}").format(path=given.destination)
    say({"backup": str(given.destination)}, said, as_json=given.json)


def restore(given: Namespace) -> None:
    """Put a backup in the place of a store, which is put aside, or where there is none"""
    from dspdesk.cli.restoring import restore as restored

    restored(given)


def tour(given: Namespace) -> int:
    """Drive the real windows through a working day; screenshots and papers into OUT"""
    from dspdesk.tour import run

    return run(given.out, given.lang)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Told("not_reachable", path=path) from error


def progress(done: int, total: int) -> None:
    """Show on a terminal how far something has come."""
    if sys.stderr.isatty():
        print(f"\r{done} / {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _usage(said: str) -> None:
    print(said, file=sys.stderr)
    sys.exit(2)
