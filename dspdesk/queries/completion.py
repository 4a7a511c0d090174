"""What earlier entries offer to a card that is being filled in."""

from dspdesk.desk import Desk
from dspdesk.language.folding import are_begun, fold, words
from dspdesk.language.sorting import sort_key
from dspdesk.law.kinds import JournalKind
from dspdesk.law.registration import Entry
from dspdesk.law.roles import Action
from dspdesk.queries import item as items
from dspdesk.queries.journals import journal

_RECENT = 2000  # entries whose values are offered: what was written lately is written again
_PERSONS = frozenset({"executor", "signatory"})
_COLUMNS = {"kind": "kind", "summary": "summary", "executor": "executor", "signatory": "signatory"}


def completions(desk: Desk, field: str, text: str, limit: int = 12, language: str = "ru") -> list[str]:
    """What a field (correspondent, kind, summary, executor, signatory) is offered: words begin as typed.

    Executors and signatories are first of all the people in service, named in the language of the journal.
    """
    desk.authorize(Action.READ_JOURNALS)
    typed = words(text)
    if field == "correspondent":
        return _correspondents(desk, text, limit)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            f"SELECT {_COLUMNS[field]}, count(*) FROM (SELECT {_COLUMNS[field]} FROM item ORDER BY id DESC LIMIT ?) "
            "GROUP BY 1 ORDER BY 2 DESC",
            (_RECENT,),
        ).fetchall()
    values = (_people(desk, language) if field in _PERSONS else []) + [value for value, _ in rows]
    once: dict[str, str] = {}
    for value in values:
        if value and are_begun(typed, words(value)):
            once.setdefault(fold(value), value)
    return list(once.values())[:limit]


def _people(desk: Desk, language: str) -> list[str]:
    """The people in service today, for those who may know of them."""
    if not (desk.may(Action.READ_OFFICE) or desk.may(Action.READ_JOURNALS)):
        return []
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            f"SELECT name_{language} FROM employee WHERE left_on IS NULL OR left_on >= ?",
            (desk.today().isoformat(),),
        )
        return sorted((name for (name,) in rows), key=sort_key)


def _correspondents(desk: Desk, text: str, limit: int) -> list[str]:
    typed = words(text)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name_kk, name_ru FROM correspondent WHERE merged_into_id IS NULL ORDER BY id DESC"
        ).fetchall()
    names = [name for row in rows for name in row if name]
    return [name for name in names if are_begun(typed, words(name))][:limit]


def is_known(desk: Desk, correspondent: str) -> bool:
    """Whether a correspondent is already in the directory; a new one is marked so before saving."""
    desk.authorize(Action.READ_JOURNALS)
    folded = fold(correspondent)
    with desk.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT 1 FROM correspondent WHERE folded_kk = ? OR folded_ru = ?", (folded, folded)
        ).scalar()
        if found is None and folded:
            former = connection.exec_driver_sql(
                "SELECT name_kk, name_ru FROM former_name WHERE subject LIKE 'correspondent:%'"
            ).fetchall()
            found = next((1 for row in former for name in row if fold(name) == folded), None)
    return bool(folded) and found is not None


def previous(desk: Desk, kind: JournalKind, year: int) -> Entry | None:
    """The entry registered last in a journal, to be copied from; `None` in an empty one."""
    desk.authorize(Action.READ_JOURNALS)
    opened = journal(desk, kind, year)
    if opened is None:
        return None
    with desk.reading() as connection:
        last = connection.exec_driver_sql(
            "SELECT max(id) FROM number WHERE journal_id = ? AND state NOT IN ('annulled', 'skipped')",
            (opened.id,),
        ).scalar()
    details = items.item(desk, last) if last else None
    return details.entry if details else None
