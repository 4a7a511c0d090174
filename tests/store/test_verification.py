"""Verification finds each thing that was changed behind the program, and nothing in a store that was not."""

import json
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Role
from dspdesk.procedures import printing, registration
from dspdesk.procedures.registration import Annul, Correct
from dspdesk.queries import cases
from dspdesk.store import ledger
from tests import factories
from tests.store.tampering import raw, unguarded


def found_after(desk: Desk, *statements: str) -> list[str]:
    with unguarded(desk) as connection:
        for sql in statements:
            connection.execute(sql)
            assert connection.execute("SELECT changes()").fetchone()[0], sql
    return desk.verify()


def test_a_store_worked_in_in_every_way_is_whole(desk: Desk, tmp_path) -> None:
    done = factories.registered(desk, late_after=1)
    registration.correct(desk, Correct(item_id=done.id, entry=factories.entry(copies=(2, 3)), reason="а"))
    registration.annul(desk, Annul(item_id=done.id, reason="б"))
    printing.print_paper(desk, printing.PaperRequest(paper="registration_card", language="kk", item_ids=(5,)))
    desk.backup(tmp_path / "copy.dspdesk")
    asked = []
    assert desk.verify(lambda done, total: asked.append((done, total))) == []


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        (
            "UPDATE ledger SET body = replace(body, '2026', '2025') WHERE id = 7",
            "ledger: entry 7 was changed",
        ),
        (
            "UPDATE ledger SET body = CAST(replace(body, '2026', '2025') AS BLOB) WHERE id = 7",
            "ledger: entry 7 was changed",
        ),
        ("UPDATE ledger SET hash = zeroblob(32) WHERE id = 7", "ledger: entry 7 was changed"),
        ("UPDATE ledger SET tag = 'x' WHERE id = 7", "ledger: entry 7 was changed"),
        ("UPDATE ledger SET subject = 'item:1' WHERE id = 7", "ledger: entry 7 was changed"),
        ("DELETE FROM ledger WHERE id = 7", "ledger: entry 7 is missing"),
        ("DELETE FROM ledger WHERE id = 1", "ledger: entry 1 is missing"),
        ("UPDATE ledger SET id = -7 WHERE id = 7", "ledger: entry 1 is missing"),
    ],
)
def test_a_broken_chain_is_found_where_it_broke(desk: Desk, sql: str, found: str) -> None:
    assert found_after(desk, sql) == [found]


def test_two_entries_exchanged_are_found(desk: Desk) -> None:
    wrong = found_after(
        desk,
        "UPDATE ledger SET id = -1 WHERE id = 7",
        "UPDATE ledger SET id = 7 WHERE id = 8",
        "UPDATE ledger SET id = 8 WHERE id = -1",
    )
    assert wrong == ["ledger: entry 7 was changed"]


def test_the_last_entry_cut_off_leaves_rows_that_nothing_states(desk: Desk) -> None:
    wrong = found_after(desk, "DELETE FROM ledger WHERE id = (SELECT max(id) FROM ledger)")
    assert {
        "number 60: in the table, but not in the ledger",
        "item 60: in the table, but not in the ledger",
    } <= set(wrong)


def test_an_entry_forged_in_its_own_chain_contradicts_the_rows(desk: Desk) -> None:
    """Whoever holds the key can chain anew; the row then says something else than the ledger."""
    with unguarded(desk) as connection:
        previous = connection.execute("SELECT hash FROM ledger WHERE id = 59").fetchone()[0]
        rows = connection.execute("SELECT id, body FROM ledger WHERE id > 59 ORDER BY id").fetchall()
        for place, (sequence, body) in enumerate(rows):
            forged = body if place else forged_summary(body)
            previous = ledger.chained(previous, forged)
            connection.execute(
                "UPDATE ledger SET body = ?, hash = ? WHERE id = ?", (forged, previous, sequence)
            )
    assert any(line.endswith("summary differs from the ledger") for line in desk.verify())


def forged_summary(body: bytes) -> bytes:
    said = json.loads(body)
    for table, _key, fields in said["changes"]:
        if table == "item":
            fields["summary"] = "другое содержание"
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE item SET sheets = 1000 WHERE id = 5", "item 5: sheets differs from the ledger"),
        ("UPDATE item SET signatory = 'Ким' WHERE id = 5", "item 5: signatory differs from the ledger"),
        (
            "UPDATE item SET registered_on = '2020-01-01' WHERE id = 5",
            "item 5: registered_on differs from the ledger",
        ),
        ("UPDATE item SET form_id = 'x' WHERE id = 5", "item 5: form_id differs from the ledger"),
        ("UPDATE number SET sequence = 900 WHERE id = 5", "number 5: sequence differs from the ledger"),
        ("UPDATE number SET state = 'annulled' WHERE id = 5", "number 5: state differs from the ledger"),
        ("UPDATE copy SET number = 900 WHERE id = 5", "copy 5: number differs from the ledger"),
        (
            "UPDATE journal SET closed_on = '2026-01-01' WHERE id = 1",
            "journal 1: closed_on differs from the ledger",
        ),
        (
            "UPDATE correspondent SET name_ru = 'Иной' WHERE id = 1",
            "correspondent 1: name_ru differs from the ledger",
        ),
        ("UPDATE employee SET name_ru = 'Иной' WHERE id = 1", "employee 1: name_ru differs from the ledger"),
        ("UPDATE setting SET value = '1' WHERE id = 1", "setting 1: value differs from the ledger"),
        ("UPDATE account_role SET role = 'x' WHERE id = 1", "account_role 1: role differs from the ledger"),
        ("DELETE FROM copy WHERE id = 5", "copy 5: in the ledger, but not in the table"),
        ("DELETE FROM item WHERE id = 5", "item 5: in the ledger, but not in the table"),
        ("UPDATE setting SET id = 900 WHERE id = 1", "setting 900: in the table, but not in the ledger"),
        (
            "INSERT INTO copy (item_id, number, whereabouts_id) VALUES (5, 77, NULL)",
            "in the table, but not in the ledger",
        ),
        (
            "INSERT INTO account_role (account_id, role) VALUES (1, 'x')",
            "account_role 9: in the table, but not in the ledger",
        ),
        (
            "INSERT INTO movement (copy_id, kind, as_written, recorded_at, recorded_by) VALUES (5, 'x', '', '', 1)",
            "copy 5: whereabouts are not its last movement",
        ),
        ("UPDATE copy SET whereabouts_id = 5 WHERE id = 5", "copy 5: whereabouts are not its last movement"),
        ("UPDATE item SET folded_summary = 'иное' WHERE id = 5", "item 5: search text is stale"),
        ("UPDATE item SET folded_rest = 'иное' WHERE id = 5", "item 5: search text is stale"),
        ("UPDATE item SET their_key = '1' WHERE id = 5", "item 5: search text is stale"),
        ("UPDATE item SET sort_correspondent = '' WHERE id = 5", "item 5: search text is stale"),
        ("UPDATE item SET incomplete = 1 WHERE id = 5", "item 5: whether it is complete is stale"),
        (
            "INSERT INTO item_words(item_words, rowid, folded_correspondent, folded_summary, folded_numbers, "
            "folded_rest) SELECT 'delete', id, folded_correspondent, folded_summary, folded_numbers, folded_rest "
            "FROM item WHERE id = 5",
            "item_words: the search index differs",
        ),
        (
            "INSERT INTO item_numbers(item_numbers, rowid, their_key) SELECT 'delete', id, their_key "
            "FROM item WHERE id = 5",
            "item_numbers: the search index differs",
        ),
        ("UPDATE correspondent SET folded_ru = 'иной' WHERE id = 1", "correspondent 1: search text is stale"),
    ],
)
def test_what_was_changed_behind_the_program_is_found(desk: Desk, sql: str, found: str) -> None:
    wrong = found_after(desk, sql)
    assert any(found in line for line in wrong), wrong


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        (
            "UPDATE filing SET volume_id = 2, ordinal = 9, first_sheet = 101, last_sheet = 115 WHERE id = 1",
            [
                "copy 1: moved into volume 1, which has no line of it",
                "filing 1: its copy was not moved there",
            ],
        ),
        (
            "UPDATE filing SET out_on = '2026-11-18' WHERE id = 1",
            ["copy 1: moved into volume 1, which has no line of it"],
        ),
        (
            "UPDATE movement SET kind = 'withdrawal', volume_id = NULL WHERE copy_id = 1",
            ["filing 1: its copy was not moved there"],
        ),
        (
            "UPDATE filing SET first_sheet = 15, last_sheet = 29 WHERE id = 2",
            ["filing 2: its sheets are those of the line before"],
        ),
    ],
)
def test_lines_of_volumes_and_movements_agree(empty_desk: Desk, sql: str, found: list[str]) -> None:
    volume, other = (factories.case_opened(empty_desk, case_index=index) for index in ("01-03", "01-04"))
    one, two, elsewhere = (factories.registered(empty_desk).id for _ in range(3))
    factories.filed(empty_desk, volume, one, two)
    factories.filed(empty_desk, other, elsewhere)
    assert [line.id for line in cases.volume(empty_desk, volume).lines] == [1, 2]
    assert empty_desk.verify() == []
    wrong = [line for line in found_after(empty_desk, sql) if "from the ledger" not in line]
    assert [line for line in wrong if line in found] == found, wrong


def test_what_was_corrected_is_compared_with_its_last_value(desk: Desk) -> None:
    before = factories.entry(notes="первое")
    done = factories.registered(desk, notes="первое")
    registration.correct(desk, Correct(item_id=done.id, entry=replace(before, notes="второе"), reason="а"))
    assert desk.verify() == []
    wrong = found_after(desk, f"UPDATE item SET notes = 'первое' WHERE id = {done.id}")
    assert f"item {done.id}: notes differs from the ledger" in wrong


def test_many_differences_are_counted_and_the_first_named(desk: Desk) -> None:
    wrong = found_after(desk, "UPDATE item SET kind = kind || '!'")
    assert len(wrong) == 51
    assert wrong[-1] == "and 70 more"  # sixty rows and sixty search texts


def test_the_file_is_checked_before_its_rows(desk: Desk, monkeypatch) -> None:
    monkeypatch.setattr("dspdesk.store.integrity.damage", lambda _path, _key: ["page 7"])
    assert desk.verify() == ["page 7"]


def test_verification_is_for_those_entrusted_with_it(desk: Desk) -> None:
    desk.person = replace(desk.person, roles=frozenset({Role.LIBRARIAN}))
    with pytest.raises(Refused):
        desk.verify()


def test_verification_changes_nothing(desk: Desk) -> None:
    with raw(desk) as connection:
        before = connection.execute("PRAGMA data_version").fetchone()
        desk.verify()
        assert connection.execute("PRAGMA data_version").fetchone() == before
