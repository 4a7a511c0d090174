"""Each command: what it answers, and with which exit code."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dspdesk.law.requirements import ROWS
from dspdesk.procedures.store_papers import STORE_PAPERS
from tests import factories
from tests.cli.conftest import Run
from tests.reports.reading import pages
from tests.spreadsheets.making import HEAD, NUMBERS, RU, entry_row, save

ItemFile = Callable[[object], Path]
SENDER_ONLY = {"correspondent": "ҚР Әділет министрлігі"}
WHOLE = {
    "form_id": "f-1",
    "date": "2026-11-18",
    "correspondent": "Министерство финансов РК",
    "their_number": "05-12/884дсп",
    "their_date": "2026-11-17",
    "kind": "Письмо",
    "summary": "о результатах внутреннего аудита",
    "sheets": 4,
    "enclosure_sheets": 11,
    "copies": [1, 2],
    "signatory": "Ахметов Б.К.",
    "signed_on": "2026-11-16",
    "executor": "Ким А.В.",
    "case": "01-05, л. 7",
    "notes": "=1+1",
}
#: The item of the contract; what else is printed stands in `BESIDE`.
CONTRACT = {*WHOLE, "id", "number", "sequence", "letter", "journal", "state"}
BESIDE = {"year", "resolution", "control", "due_on", "on_control", "carrier"}


def register(run: Run, path: Path, *more: object, journal: str = "incoming"):
    return run("register", "STORE", "--journal", journal, "--json-file", path, *more)


def listed(run: Run, *more: object, journal: str = "incoming", year: int = 2026):
    return run("list", "STORE", "--journal", journal, "--year", year, *more)


def one_sentence(err: str) -> bool:
    return err.count("\n") == 1 and "Traceback" not in err


# register and list


def test_an_item_is_registered_and_given_back_whole(run: Run, item_file: ItemFile) -> None:
    answer = register(run, item_file(WHOLE), "--json")
    assert (answer.code, answer.err) == (0, "")
    item = answer.json
    assert set(item) == CONTRACT | BESIDE
    assert {name: item[name] for name in WHOLE} == WHOLE
    assert (item["sequence"], item["letter"], item["journal"], item["state"]) == (
        46,
        "",
        "incoming",
        "in_case",
    )
    assert item["number"] == "46 ДСП"
    assert type(item["id"]) is int


def test_what_was_registered_is_listed_the_same(run: Run, item_file: ItemFile) -> None:
    item = register(run, item_file(WHOLE), "--json").json
    found = listed(run, "--json").json
    assert found[-1] == item
    assert [one["sequence"] for one in found] == list(range(1, 47))


def test_a_form_saved_again_gets_the_number_it_has(run: Run, item_file: ItemFile) -> None:
    first = register(run, item_file(WHOLE), "--json").json
    again = register(run, item_file(WHOLE | {"summary": "другое"}), "--json")
    assert (again.code, again.json) == (0, first)
    assert register(run, item_file(WHOLE | {"form_id": "f-2"}), "--json").json["sequence"] == 47


def test_what_is_not_given_is_unknown_and_not_wrong(run: Run, item_file: ItemFile) -> None:
    item = register(run, item_file(SENDER_ONLY), "--json").json
    assert item["date"] == factories.TODAY.isoformat()
    assert item["form_id"]
    unknown = CONTRACT - {
        "id",
        "number",
        "sequence",
        "letter",
        "journal",
        "state",
        "date",
        "correspondent",
        "form_id",
    }
    assert {name: item[name] for name in unknown - {"copies"}} == dict.fromkeys(unknown - {"copies"})
    assert item["copies"] == [1]


def test_what_is_output_only_may_stand_in_the_input(run: Run, item_file: ItemFile) -> None:
    item = register(run, item_file(WHOLE), "--json").json
    again = register(run, item_file(item | {"form_id": "f-2"}), "--json")
    assert again.code == 0
    assert again.json["sequence"] == item["sequence"] + 1


def test_own_documents_keep_their_number_reserved_until_signed(run: Run, item_file: ItemFile) -> None:
    item = register(run, item_file(SENDER_ONLY), "--json", journal="outgoing").json
    assert (item["state"], item["sequence"]) == ("reserved", 1)
    signed = SENDER_ONLY | {"signatory": "Ахметов Б.К.", "signed_on": "2026-11-18"}
    assert register(run, item_file(signed), "--json", journal="outgoing").json["state"] == "registered"


def test_the_year_is_that_of_the_date(run: Run, item_file: ItemFile) -> None:
    item = register(run, item_file({"date": "2024-02-29"}), "--json").json
    assert (item["year"], item["sequence"]) == (2024, 1)
    assert [one["id"] for one in listed(run, "--json", year=2024).json] == [item["id"]]


def test_the_journal_takes_the_language_it_was_opened_in(run: Run, item_file: ItemFile, monkeypatch) -> None:
    monkeypatch.setenv("LC_ALL", "kk_KZ.UTF-8")
    assert register(run, item_file(SENDER_ONLY), "--json", journal="internal").json["number"] == "1 ҚБПҮ"
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert register(run, item_file(SENDER_ONLY), "--json", journal="internal").json["number"] == "2 ҚБПҮ"


@pytest.mark.parametrize(
    "content",
    [
        "{", "[]", '"текст"', "", {"foo": 1}, {"sheets": "много"}, {"sheets": 1.5}, {"sheets": -1}, {"sheets": True},
        {"date": "18.11.2026"}, {"date": 20261118}, {"their_date": "2026-02-30"}, {"copies": 2}, {"copies": ["1"]},
        {"copies": [1, 1]}, {"copies": [0]}, {"copies": [True]}, {"copies": [10**30]}, {"sheets": 10**30},
        {"summary": 5}, {"form_id": 5}, {"case": 5}, {"case": ["01-05"]}, {"carrier": "глина"},
        '{"summary": "\\ud800"}', '{"form_id": "\\ud800"}', {"correspondent": None, "kind": []},
    ],
)  # fmt: skip
def test_what_is_no_item_is_told_and_nothing_is_registered(
    run: Run, item_file: ItemFile, environment: Path, content: object
) -> None:
    answer = register(run, item_file(content), "--json")
    assert (answer.code, answer.out) == (1, "")
    assert one_sentence(answer.err)
    assert "item.json" in answer.err
    assert entries(environment) == 60


def entries(store: Path) -> int:
    desk = factories.opened(store.parent)
    with desk.reading() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM number").scalar_one()
    desk.close()
    return int(found)


@pytest.mark.parametrize(
    ("content", "place"),
    [({"copies": []}, "17"), ({"date": "2026-11-19"}, "программ"), ({"date": "9999-12-31"}, "программ")],
)
def test_a_refusal_names_its_place_in_the_law(
    run: Run, item_file: ItemFile, content: object, place: str
) -> None:
    answer = register(run, item_file(content), "--json")
    assert (answer.code, answer.out) == (1, "")
    assert place in answer.err.lower() or place in answer.err


@pytest.mark.parametrize(
    ("more", "kept"),
    [((), "без указания причины (командная строка)"), (("--reason", "о порядке"), "о порядке")],
)
def test_a_warning_is_passed_with_its_reason(
    run: Run, item_file: ItemFile, environment, more, kept: str
) -> None:
    answer = register(run, item_file({"summary": "о снятии грифа «Секретно»"}), "--json", *more)
    assert answer.code == 0
    assert history_of(environment, answer.json["id"]) == [kept]


@pytest.mark.parametrize(
    ("more", "kept"),
    [((), "без указания причины (командная строка)"), (("--reason", "по указанию"), "по указанию")],
)
def test_a_document_of_our_own_keeps_its_reason_as_the_ground_of_its_mark(
    run: Run, item_file: ItemFile, environment: Path, more: tuple[str, ...], kept: str
) -> None:
    from dspdesk.queries.designations import basis

    signed = {"summary": "о порядке", "signatory": "Ахметов Б.К.", "signed_on": factories.TODAY.isoformat()}
    answer = run(
        "register", "STORE", "--journal", "outgoing", "--json-file", item_file(signed), "--json", *more
    )
    assert (answer.code, answer.json["state"]) == (0, "registered")
    desk = factories.opened(environment.parent)
    found = basis(desk, answer.json["id"])
    desk.close()
    assert found is not None
    assert found.designation.words == kept


def history_of(store: Path, item_id: int) -> list[str]:
    from dspdesk.queries.item import item

    desk = factories.opened(store.parent)
    found = item(desk, item_id)
    desk.close()
    assert found is not None
    return [step.reason for step in found.history]


def test_a_senders_number_met_twice_is_no_refusal(run: Run, item_file: ItemFile) -> None:
    for form in ("f-1", "f-2"):
        assert register(run, item_file(WHOLE | {"form_id": form}), "--json").code == 0


def test_a_list_is_narrowed_by_the_search(run: Run, item_file: ItemFile) -> None:
    item = register(run, item_file(WHOLE | {"summary": "о пчеловодстве Қостанай"}), "--json").json
    assert [one["id"] for one in listed(run, "--search", "костанай пчелов", "--json").json] == [item["id"]]
    assert listed(run, "--search", "нет такого", "--json").json == []
    assert len(listed(run, "--search", "", "--json").json) == 46


def test_a_journal_that_was_never_opened_is_empty(run: Run) -> None:
    answer = listed(run, "--json", journal="publications", year=1999)
    assert (answer.code, answer.json) == (0, [])


def test_a_person_reads_lines(run: Run) -> None:
    lines = listed(run).out.splitlines()
    assert len(lines) == 45
    assert lines[0].startswith("1 ДСП\t2026-01-")


# who acts


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, 0),
        ({"DSPDESK_LOGIN": factories.LOGIN}, 0),
        ({"DSPDESK_LOGIN": "nobody"}, 1),
        ({"DSPDESK_PASSWORD": "иной пароль"}, 1),
        ({"DSPDESK_PASSWORD": ""}, 1),
        ({"DSPDESK_KEY_FILE": "/nowhere/carrier.key"}, 1),
        ({"DSPDESK_KEY_FILE": ""}, 1),
    ],
)
def test_who_acts_is_said_by_the_environment(run: Run, monkeypatch, changes: dict, code: int) -> None:
    for name, value in changes.items():
        monkeypatch.setenv(name, value)
    answer = listed(run, "--json", year=1999)
    assert (answer.code, answer.out) == (code, "" if code else "[]\n")
    assert (answer.err.count("\n"), "Traceback" in answer.err) == (code, False)


def test_arguments_stand_above_the_environment(run: Run, environment: Path, monkeypatch) -> None:
    monkeypatch.setenv("DSPDESK_LOGIN", "nobody")
    monkeypatch.setenv("DSPDESK_KEY_FILE", "/nowhere")
    named = ("--login", factories.LOGIN, "--key-file", environment.parent / "carrier.key")
    assert run("verify", "STORE", *named).code == 0
    assert run("verify", "STORE").code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify",), ("list", "STORE", "--journal", "нет", "--year", "2026"), ("no_such_command",),
        ("list", "STORE", "--journal", "incoming", "--year", "0"), ("list", "STORE", "--year", "2026"),
        ("register", "STORE", "--journal", "incoming"), ("--no-such-option",), ("import", "STORE", "--year", "2026"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_from_a_refusal(run: Run, monkeypatch, arguments: tuple) -> None:
    monkeypatch.setattr(
        "dspdesk.cli.commands.open_window", lambda given: pytest.fail(f"opened {given.store}")
    )
    answer = run(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err


# import

RESULT = {"imported", "held_back", "lettered", "skipped", "first", "last"}


def bring_in(run: Run, path: Path, *more: object):
    return run("import", "STORE", path, "--journal", "incoming", "--year", "2025", "--json", *more)


def test_an_import_counts_what_it_did(run: Run, tmp_path: Path) -> None:
    rows = [entry_row(100), entry_row(101, c5="много"), entry_row("102а"), entry_row(105)]
    path = save(tmp_path / "journal.xlsx", [*HEAD["ru"], NUMBERS, *rows])
    tried, before = bring_in(run, path, "--dry-run"), listed(run, "--json", year=2025).json
    done = bring_in(run, path)
    assert (done.code, done.err) == (0, "")
    assert done.json == tried.json
    assert set(done.json) == RESULT
    (held,) = done.json.pop("held_back")
    assert done.json | {"held_back": 0} == {
        "imported": 3, "held_back": 0, "lettered": 1, "skipped": 3, "first": "100", "last": "105",
    }  # fmt: skip
    assert set(held) == {"row", "reason"}
    assert held["row"] == 5
    assert len(listed(run, "--json", year=2025).json) == len(before) + 3
    again = bring_in(run, path)
    assert (again.code, again.out) == (1, "")
    assert one_sentence(again.err)


def test_a_person_reads_what_was_imported_and_held_back(run: Run, tmp_path: Path) -> None:
    path = save(tmp_path / "journal.xlsx", [*HEAD["ru"], NUMBERS, entry_row(100), entry_row(101, c5="много")])
    said = run("import", "STORE", path, "--journal", "incoming", "--year", "2025").out.splitlines()
    assert len(said) == 2
    assert "100" in said[0]
    assert "5" in said[1]


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04"])
def test_a_file_that_cannot_be_read_is_told(run: Run, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "journal.xlsx"
    if content is not None:
        path.write_bytes(content)
    answer = bring_in(run, path)
    assert (answer.code, answer.out) == (1, "")
    assert one_sentence(answer.err)


# print


def test_the_papers_are_named(run: Run) -> None:
    names = run("--json", "print", "--list").json
    assert {"registration_journal", "registration_card", "recovery_sheet"} <= set(names)
    assert run("print", "--list").out.split() == names


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("how", ["--sample", "--blank"])
def test_a_form_needs_no_store(run: Run, tmp_path: Path, how: str, language: str, monkeypatch) -> None:
    monkeypatch.delenv("DSPDESK_PASSWORD")
    out = tmp_path / "x.pdf"
    answer = run("print", "registration_journal", how, "--lang", language, "-o", out, "--json")
    assert (answer.code, answer.json) == (0, {"file": str(out)})
    assert len(pages(out.read_bytes())) >= 1


def test_a_journal_and_a_card_are_printed_with_a_code_that_is_found(run: Run, tmp_path: Path) -> None:
    import re

    for number, what in enumerate((("--journal", "incoming", "--year", "2026"), ("--id", "5"))):
        out = tmp_path / f"{number}.pdf"
        assert run("print", "registration_card", "STORE", *what, "--lang", "ru", "-o", out).code == 0
        code = re.search(r"\d+-[0-9A-F]{8}", pages(out.read_bytes())[0])[0]
        found = run("verify", "STORE", "--code", code, "--json")
        assert (found.code, found.json["paper"], found.json["whole"]) == (0, "registration_card", True)
    assert run("verify", "STORE").code == 0


def test_a_paper_of_something_in_the_store_is_printed_by_its_id(
    run: Run, tmp_path: Path, environment
) -> None:
    desk = factories.opened(environment.parent)
    employee = factories.employee(desk, "Ахметов Б.К.")
    desk.close()
    for language in ("kk", "ru"):
        out = tmp_path / f"{language}.pdf"
        answer = run(
            "print", "reminder_slip", "STORE", "--id", employee, "--lang", language, "-o", out, "--json"
        )
        assert (answer.code, answer.json) == (0, {"file": str(out)})
        assert "Ахметов" in pages(out.read_bytes())[0]
    assert run("verify", "STORE").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        *(((stem, "STORE", "--id", "987654"), 1) for stem in STORE_PAPERS),
        *(((stem, "STORE", "--journal", "incoming", "--year", "2026"), 2) for stem in STORE_PAPERS),
        (("registration_card", "STORE", "--id", "987654"), 1),
        (("registration_journal", "STORE", "--journal", "incoming", "--year", "1999"), 1),
        (("recovery_sheet", "--blank"), 1),
        (("registration_card", "STORE", "--id", "0"), 2),
        (("registration_card", "STORE", "--id", "1" * 30), 2),
        (("registration_journal", "STORE", "--id", "5"), 2),
        (("recovery_sheet", "STORE", "--id", "5"), 2),
        (("recovery_sheet", "STORE", "--journal", "incoming", "--year", "2026"), 2),
        (("registration_card", "STORE"), 2),
        (("registration_card", "STORE", "--journal", "incoming"), 2),
        (("registration_card", "STORE", "--id", "5", "--journal", "incoming", "--year", "2026"), 2),
        (("registration_card", "--id", "5"), 2),
        (("registration_card", "--sample", "--blank"), 2),
        (("no_such_paper", "--sample"), 2),
    ],
)
def test_what_is_not_printed(run: Run, tmp_path: Path, arguments: tuple, code: int) -> None:
    from dspdesk.queries.today import status

    def ledger() -> int:
        desk = factories.opened(tmp_path / "small")
        try:
            return status(desk).ledger_sequence
        finally:
            desk.close()

    before, out = ledger(), tmp_path / "x.pdf"
    answer = run("print", *arguments, "--lang", "ru", "-o", out)
    assert (answer.code, answer.out) == (code, "")
    assert "Traceback" not in answer.err
    assert not out.exists()
    assert ledger() == before


def test_a_place_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    answer = run(
        "print", "registration_card", "--sample", "--lang", "kk", "-o", tmp_path / "nowhere" / "x.pdf"
    )
    assert answer.code == 1
    assert one_sentence(answer.err)


# verify, backup


def test_a_whole_store_is_said_to_be_whole(run: Run) -> None:
    assert run("verify", "STORE", "--json").json == {"whole": True, "wrong": []}
    assert run("verify", "STORE").out.count("\n") == 1


def test_what_is_wrong_is_named_and_the_exit_code_says_so(run: Run, environment: Path) -> None:
    from tests.store.tampering import unguarded

    desk = factories.opened(environment.parent)
    with unguarded(desk) as connection:
        connection.execute("UPDATE item SET summary = 'иное' WHERE id = 5")
    desk.close()
    answer = run("verify", "STORE", "--json")
    assert (answer.code, answer.json["whole"]) == (1, False)
    assert "item 5: summary differs from the ledger" in answer.json["wrong"]


@pytest.mark.parametrize("code", ["1-00000000", "код", "9" * 40 + "-00000000"])
def test_a_code_that_is_not_ours_is_told(run: Run, code: str) -> None:
    answer = run("verify", "STORE", "--code", code)
    assert (answer.code, answer.out) == (1, "")
    assert one_sentence(answer.err)
    assert code in answer.err


def test_a_backup_is_a_store(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.dspdesk"
    assert run("backup", "STORE", copy, "--json").json == {"backup": str(copy)}
    assert len(run("list", copy, "--journal", "incoming", "--year", "2026", "--json").json) == 45
    again = run("backup", "STORE", copy)
    assert again.code == 1
    assert one_sentence(again.err)


def test_a_restored_store_is_the_copy_and_the_other_one_is_put_aside(
    run: Run, item_file, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.dspdesk"
    assert run("backup", "STORE", copy).code == 0
    assert (
        run("register", "STORE", "--journal", "incoming", "--json-file", item_file({"kind": "Письмо"})).code
        == 0
    )
    done = run("restore", copy, "STORE", "--reason", "учение", "--json").json
    assert (done["items"], done["not_in_it"]) == (60, 2)
    assert len(run("list", "STORE", "--journal", "incoming", "--year", "2026", "--json").json) == 45
    assert len(run("list", done["aside"], "--journal", "incoming", "--year", "2026", "--json").json) == 46
    assert run("verify", "STORE").code == 0


def test_a_restore_where_there_is_no_store_makes_one(run: Run, tmp_path: Path) -> None:
    copy, store = tmp_path / "copy.dspdesk", tmp_path / "new.dspdesk"
    run("backup", "STORE", copy)
    answer = run("restore", copy, store)
    assert (answer.code, answer.err) == (0, "")
    assert str(store) in answer.out
    assert run("verify", store).code == 0


def test_a_restore_from_a_damaged_copy_or_of_another_store_is_refused(run: Run, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.dspdesk", tmp_path / "other"
    run("backup", "STORE", copy)
    other.mkdir()
    factories.created(other).desk.close()
    for place in (other / "office.dspdesk", copy):
        answer = run("restore", copy, place)
        assert (answer.code, answer.out) == (1, "")
        assert one_sentence(answer.err)
    copy.write_bytes(copy.read_bytes()[:8000])
    assert run("restore", copy, tmp_path / "new.dspdesk").code == 1
    assert run("restore", tmp_path / "nothing", tmp_path / "new.dspdesk").code == 1
    assert not list(tmp_path.glob("new*"))


# rules, vote, cover


def test_every_requirement_is_listed(run: Run) -> None:
    rules = run("rules", "--json").json
    assert [rule["id"] for rule in rules] == [row.id for row in ROWS]
    for rule in rules:
        assert set(rule) == {"id", "citation", "weight", "where", "tests", "planned"}
        assert rule["citation"]
        assert rule["where"] or rule["planned"], rule["id"]
    assert len(run("rules").out.splitlines()) == len(ROWS)


@pytest.mark.parametrize(
    ("votes", "lawful", "result"),
    [
        (["for", "for", "against"], True, "adopted"),
        (["for", "against", "against"], True, "rejected"),
        (["for", "against", None], True, "adopted"),
        (["for", None, None], False, "no_quorum"),
        (["for", "abstain", "abstain"], True, "not_adopted"),
    ],
)
def test_a_vote_is_counted(run: Run, item_file: ItemFile, votes: list, lawful: bool, result: str) -> None:
    asked = {"members": 3, "presiding": 0, "votes": votes}
    answer = run("vote", "--json-file", item_file(asked), "--json")
    assert (answer.code, answer.json) == (0, {"lawful": lawful, "result": result})


@pytest.mark.parametrize(
    "asked",
    [
        {}, {"members": 3, "presiding": 0}, {"members": 3, "presiding": 5, "votes": ["for"] * 3},
        {"members": 3, "presiding": 0, "votes": ["for"]}, {"members": "три", "presiding": 0, "votes": []},
        {"members": 1, "presiding": 0, "votes": ["да"]}, {"members": 1, "presiding": "0", "votes": ["for"]},
        {"members": 3, "presiding": 0, "votes": "for"}, {"members": None, "presiding": None, "votes": None}, "{",
    ],
)  # fmt: skip
def test_what_is_no_vote_is_told(run: Run, item_file: ItemFile, asked: object) -> None:
    answer = run("vote", "--json-file", item_file(asked), "--json")
    assert (answer.code, answer.out) == (1, "")
    assert one_sentence(answer.err)


def test_a_cover_is_checked_line_by_line(run: Run, item_file: ItemFile) -> None:
    asked = {
        "persons": ["Ахметов Б.К."], "units": ["Отдел анализа"], "positions": ["директор"],
        "lines": ["Комитет по проверке", "Ахметову Б.К.", "№ 12 ДСП"],
    }  # fmt: skip
    answer = run("cover", "--json-file", item_file(asked), "--json")
    assert answer.code == 0
    assert [set(line) for line in answer.json] == [{"line", "refused", "found"}] * 3
    assert [line["line"] for line in answer.json] == asked["lines"]
    assert [line["refused"] for line in answer.json] == [False, True, False]


@pytest.mark.parametrize(
    "asked",
    [
        {"lines": 5},
        {"lines": [5]},
        {"persons": "Ахметов", "lines": ["а"]},
        {"persons": [None], "lines": ["а"]},
        "[",
    ],
)
def test_what_is_no_cover_is_told(run: Run, item_file: ItemFile, asked: object) -> None:
    answer = run("cover", "--json-file", item_file(asked), "--json")
    assert (answer.code, answer.out) == (1, "")
    assert one_sentence(answer.err)


# new, demo


def test_a_new_store_without_a_folder_or_a_login_is_told(run: Run, tmp_path: Path) -> None:
    about = ("--organisation", "Комитет", "--locality", "г. Астана", "--person", "Жүнісова Ә.Қ.")
    places = [(tmp_path / "nowhere" / "x",), (tmp_path / "x", "--key-file", tmp_path / "nowhere" / "k")]
    places.append((tmp_path / "x", "--recovery", tmp_path / "nowhere" / "sheet.pdf"))
    for place in places:
        answer = run("new", *place, *about, "--login", "a")
        assert (answer.code, answer.out) == (1, "")
        assert one_sentence(answer.err.replace(warning(answer.err), ""))
        assert not (tmp_path / "x").exists()
    assert run("new", tmp_path / "x", *about).code == 1
    assert run("new", tmp_path / "x").code == 2


def warning(err: str) -> str:
    """That the key file lies on the store's own disk, where it was said."""
    return "".join(line for line in err.splitlines(keepends=True)[:-1])


@pytest.mark.parametrize("count", ["много", "1.5"])
def test_a_sample_store_of_no_number_is_wrong_usage(run: Run, tmp_path: Path, count: str) -> None:
    assert run("demo", tmp_path / "x", "--items", count).code == 2


def test_dates_in_json_are_of_one_form(run: Run) -> None:
    for item in listed(run, "--json").json:
        for name in ("date", "their_date", "due_on", "signed_on"):
            assert item[name] is None or dt.date.fromisoformat(item[name])
    assert "\\u" not in listed(run, "--json").out
    assert json.loads(listed(run, "--json").out)
    assert RU.exists()
