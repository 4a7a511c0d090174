"""One step, one transaction, one ledger entry that states what the step changed; and nothing goes past it."""

import hashlib
import json

import pytest
from sqlalchemy import delete, insert, select, update

from dspdesk.desk import Desk
from dspdesk.models import Item, LedgerEntry, Setting
from dspdesk.procedures import registration
from dspdesk.procedures.registration import Annul, Correct
from dspdesk.queries.item import item
from dspdesk.store import engines, ledger
from dspdesk.store.errors import StoreBug
from dspdesk.store.settings import put
from dspdesk.store.triggers import _KEPT
from dspdesk.store.unit_of_work import head
from tests import factories
from tests.store.tampering import counts, raw

IntegrityError = engines.dbapi2.IntegrityError


def entries(desk: Desk) -> list[tuple[int, str, str, bytes, bytes]]:
    with desk.reading() as connection:
        rows = connection.exec_driver_sql("SELECT id, tag, subject, body, hash FROM ledger ORDER BY id")
        return [tuple(row) for row in rows]


def last(desk: Desk) -> dict:
    return json.loads(entries(desk)[-1][3])


def test_each_entry_is_chained_to_the_one_before(desk: Desk) -> None:
    previous = ledger.START
    for place, (sequence, _tag, _subject, body, digest) in enumerate(entries(desk), 1):
        previous = hashlib.sha256(b"\x00" + previous + body).digest()
        assert (sequence, digest) == (place, previous)
    with desk.reading() as connection:
        assert head(connection) == (place, previous)


def test_a_body_is_canonical_and_repeated_by_its_columns(desk: Desk) -> None:
    for sequence, tag, subject, body, _digest in entries(desk):
        said = json.loads(body)
        plain = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert body == plain.encode()
        assert (said["n"], said["tag"], said["subject"], said["by"]) == (
            sequence,
            tag,
            subject,
            factories.LOGIN,
        )


def test_the_order_in_which_fields_are_given_does_not_show() -> None:
    about = {"at": factories.NOW, "by": "a", "tag": "t", "subject": "s", "reason": "r"}
    one = ledger.body(1, **about, changes=[("item", 1, {"a": 1, "b": "ә"})])
    two = ledger.body(1, **dict(reversed(about.items())), changes=[("item", 1, {"b": "ә", "a": 1})])
    assert one == two
    assert ledger.body(2, **about, changes=[("item", 1, {"a": 1, "b": "ә"})]) != one


def test_an_entry_states_every_row_made_without_what_is_worked_out(empty_desk: Desk) -> None:
    done = factories.registered(empty_desk, copies=(1, 2))
    said = last(empty_desk)
    made = [(table, key) for table, key, _ in said["changes"]]
    expected = [("copy", 1), ("copy", 2), ("correspondent", 1), ("item", 1), ("journal", 1), ("number", 1)]
    assert sorted(made) == expected
    fields = {table: fields for table, _, fields in said["changes"]}
    assert fields["item"]["summary"] == "о результатах внутреннего аудита"
    assert fields["item"]["registered_on"] == factories.TODAY.isoformat()
    assert not {"folded_summary", "their_key", "incomplete"} & set(fields["item"])
    assert (said["subject"], said["at"]) == (f"item:{done.id}", "2026-11-18 06:42:00.000000")


def test_a_correction_states_only_what_it_changed(desk: Desk) -> None:
    found = item(desk, 5)
    assert found is not None
    from dataclasses import replace

    registration.correct(
        desk, Correct(item_id=5, entry=replace(found.entry, notes="сверено"), reason="сверка")
    )
    said = last(desk)
    assert [(table, fields) for table, _, fields in said["changes"] if table == "item"] == [
        ("item", {"notes": "сверено"})
    ]
    assert said["reason"] == "сверка"


def test_a_step_that_fails_leaves_neither_rows_nor_its_entry(desk: Desk) -> None:
    before = counts(desk)
    with pytest.raises(RuntimeError), desk.transaction("test:setting:put") as step:
        put(step.session, "choice", 1)
        step.subject = "setting:1"
        step.session.flush()
        raise RuntimeError
    assert counts(desk) == before
    assert desk.verify() == []


def test_a_step_that_changed_nothing_is_entered_only_when_it_names_its_subject(desk: Desk) -> None:
    before = len(entries(desk))
    with desk.transaction("test:nothing:done") as idle:
        idle.session.scalars(select(Setting)).all()
    assert (len(entries(desk)), idle.code) == (before, "")
    with desk.transaction("test:paper:looked_at") as step:
        step.subject = "paper:1"
    sequence, tag, subject, _body, digest = entries(desk)[-1]
    assert (sequence, tag, subject) == (before + 1, "test:paper:looked_at", "paper:1")
    assert step.code == ledger.code(sequence, digest)


@pytest.mark.parametrize(
    "statement",
    [
        insert(Setting).values(key="a", value="1"),
        update(Item).values(notes="past the ledger"),
        delete(Setting),
    ],
    ids=["insert", "update", "delete"],
)
def test_bulk_statements_are_refused(desk: Desk, statement) -> None:
    before = counts(desk)
    with pytest.raises(StoreBug), desk.transaction("test:store:bulk") as step:
        step.session.execute(statement)
    assert counts(desk) == before


def test_nothing_recorded_is_deleted_through_the_session(desk: Desk) -> None:
    with pytest.raises(StoreBug), desk.transaction("test:store:deleted") as step:
        step.session.delete(step.session.get_one(Item, 5))
    with pytest.raises(StoreBug), desk.transaction("test:store:deleted") as step:
        step.session.delete(step.session.scalars(select(Setting)).first())
    assert desk.verify() == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ledger SET tag = 'x' WHERE id = 1",
        "UPDATE ledger SET hash = x'00' WHERE id = 1",
        "DELETE FROM ledger WHERE id = (SELECT max(id) FROM ledger)",
        "INSERT OR REPLACE INTO ledger SELECT id, 'x', subject, body, hash FROM ledger WHERE id = 2",
        "INSERT INTO ledger SELECT -1, tag, subject, body, hash FROM ledger WHERE id = 2",
        "INSERT INTO ledger SELECT id + 9999, tag, subject, body, hash FROM ledger WHERE id = 2",
    ],
)
def test_the_ledger_is_only_added_to_at_its_end(desk: Desk, sql: str) -> None:
    before = entries(desk)
    with raw(desk) as connection, pytest.raises(IntegrityError, match="only added to"):
        connection.execute(sql)
    assert entries(desk) == before


def a_row_in(connection, table: str) -> None:
    """Some row, whatever it says: the trigger asks no more than that it is there."""
    columns = [f'"{row[1]}"' for row in connection.execute(f"PRAGMA table_info({table})")]
    marks = ", ".join("?" * len(columns))
    connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", [9999] * len(columns))


@pytest.mark.parametrize("table", _KEPT)
def test_what_is_recorded_is_never_deleted(desk: Desk, table: str) -> None:
    with raw(desk) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        a_row_in(connection, table)
        with pytest.raises(IntegrityError, match=f"nothing recorded is deleted: {table}"):
            connection.execute(f"DELETE FROM {table} WHERE id = 9999")


def test_the_tables_that_are_kept_are_all_that_hold_records() -> None:
    """Whatever a later table holds is kept, unless it says that its rows are no records."""
    from dspdesk.models import metadata

    assert set(metadata.tables) == {*_KEPT, "ledger", "draft", "saved_view"}


def test_a_number_is_unique_in_the_store_itself(desk: Desk) -> None:
    with raw(desk) as connection, pytest.raises(IntegrityError, match="UNIQUE"):
        connection.execute(
            "INSERT INTO number (journal_id, sequence, letter, state, annulled_reason) "
            "SELECT journal_id, sequence, letter, 'issued', '' FROM number WHERE id = 5"
        )


def test_every_kind_of_step_leaves_its_entry(desk: Desk) -> None:
    before = len(entries(desk))
    done = factories.registered(desk)
    registration.correct(desk, Correct(item_id=done.id, entry=factories.entry(notes="!"), reason="а"))
    registration.annul(desk, Annul(item_id=done.id, reason="б"))
    tags = [tag for _, tag, subject, _, _ in entries(desk)[before:] if subject == f"item:{done.id}"]
    assert tags == [
        "registration:item:registered",
        "registration:item:corrected",
        "registration:number:annulled",
    ]
    with desk.reading() as connection:
        assert head(connection)[0] == before + 3
        assert LedgerEntry.__tablename__ == "ledger"
