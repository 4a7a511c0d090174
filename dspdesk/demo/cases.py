"""Sample cases of this and last year with the executed documents that lie in them."""

import datetime as dt
import random
from collections.abc import Iterator

from dspdesk.desk import Desk
from dspdesk.law.findings import Weight
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures.case_file import OpenCase, open_case
from dspdesk.procedures.filing import (
    FileCopies,
    FileUnregistered,
    ToFile,
    consider,
    file_copies,
    file_unregistered,
)
from dspdesk.queries import case_headings, cases, journal_grid
from dspdesk.queries.case_headings import HeadingRow
from dspdesk.queries.journal_grid import GridRow, View
from dspdesk.queries.journals import journal
from dspdesk.queries.people import people
from dspdesk.queries.whereabouts import copies_of

_SETTLED = dt.timedelta(days=45)  # younger documents are still being worked at
_LATER = dt.timedelta(days=2)  # a document is filed some days after it came back
_MOST, _ROOM = 12, 150  # documents of a volume, and sheets that they have together
_LEAST, _LOOKED_AT = 2, 400  # sheets of a document, and entries of a journal that are looked through
_FULL = 176  # of the case that is nearly full
_REASON = "документы одного вопроса"
#: Cases by year before this one and index of the heading, with the kinds of documents that lie in them.
_CASES = (
    (1, "01-01", ("Приказ", "Бұйрық")),
    (1, "01-03", ("Письмо", "Запрос", "Қызметтік хат")),
    (1, "02-01", ("Отчёт", "Справка", "Есеп", "Анықтама")),
    (0, "01-01", ("Приказ", "Бұйрық")),
    (0, "01-02", ("Протокол", "Хаттама")),
    (0, "01-03", ("Письмо", "Запрос", "Қызметтік хат")),
    (0, "02-01", ("Отчёт", "Справка", "Есеп", "Анықтама")),
    (0, "05-01", ("План мероприятий",)),
)
_NEARLY_FULL, _WITH_PLAIN = (0, "01-03"), (0, "02-01")
_PLAIN = (
    ("14-2/118", "Письмо о сроках представления сводных данных", 2),
    ("14-2/131", "Справка о штатной численности отдела", 1),
)


def fill(desk: Desk, _chance: random.Random) -> None:
    """Open the cases and file what belongs into them; without a filing plan there are none."""
    headings = {(row.year, row.case_index): row for row in case_headings.headings(desk)}
    this = desk.today().year
    met = {this - back: list(_documents(desk, this - back)) for back in {back for back, *_rest in _CASES}}
    for back, index, kinds in _CASES:
        if (heading := headings.get((this - back, index))) is None:
            continue
        volume = _opened(desk, heading)
        if (back, index) == _WITH_PLAIN:
            _file_plain(desk, volume)
        most = _FULL if (back, index) == _NEARLY_FULL else _ROOM
        _file(desk, volume, [one for one in met[heading.year] if one.kind in kinds], most)


def _opened(desk: Desk, heading: HeadingRow) -> int:
    there = [row.id for row in people(desk) if row.unit_ru == heading.unit_ru]
    command = OpenCase(
        plan_entry_id=heading.id,
        form_id=f"sample-case-{heading.id}",
        responsible_id=there[0] if there else None,
        on=dt.date(heading.year, 1, 9),
    )
    return open_case(desk, command).volume_id


def _documents(desk: Desk, year: int) -> Iterator[GridRow]:
    """The documents of a year that have been worked at, the earliest first."""
    for kind in (JournalKind.INCOMING, JournalKind.INTERNAL):
        if (kept := journal(desk, kind, year)) is None:
            continue
        keys = journal_grid.ids(desk, View(kept.id, descending=False))
        yield from (row for row in journal_grid.rows(desk, keys[:_LOOKED_AT]) if _settled(desk, row))


def _settled(desk: Desk, row: GridRow) -> bool:
    counted, plain = bool(row.sheets.total), not row.control and bool(row.copies)
    return row.date is not None and row.date < desk.today() - _SETTLED and counted and plain


def _file(desk: Desk, volume: int, documents: list[GridRow], most: int) -> None:
    """File the first copy of each while there is room."""
    sheets, filed = cases.volume(desk, volume).row.sheets, 0
    for row in documents:
        if filed == _MOST or sheets + _LEAST > most:
            return
        if sheets + (row.sheets.total or 0) > most:
            continue
        command = _command(desk, volume, row)
        if all(one.weight is not Weight.REFUSE for one in consider(desk, command)):
            file_copies(desk, command)
            sheets, filed = sheets + (row.sheets.total or 0), filed + 1


def _command(desk: Desk, volume: int, row: GridRow) -> FileCopies:
    copy = copies_of(desk, row.id)[0]
    since = max(day for day in (copy.since, row.date) if day is not None)
    return FileCopies(
        documents=(ToFile(copy_id=copy.id, volume_id=volume),),
        on=min(since + _LATER, desk.today()),
        form_id=f"sample-filed-{copy.id}",
        reason=_REASON,
    )


def _file_plain(desk: Desk, volume: int) -> None:
    """Unclassified documents on the same question (paragraph 34)."""
    for at, (number, heading, sheets) in enumerate(_PLAIN):
        day = dt.date(desk.today().year, 1, 14 + at)
        command = FileUnregistered(
            volume_id=volume,
            number=number,
            dated=day,
            heading=heading,
            sheets=sheets,
            on=day + _LATER,
            form_id=f"sample-plain-{at}",
        )
        file_unregistered(desk, command)
