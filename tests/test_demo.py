"""The sample store: as many entries as asked for, all of them recorded as people's are, the same each time."""

from collections import Counter
from pathlib import Path

import pytest

from dspdesk import demo as demos
from dspdesk import desk as desks
from dspdesk.demo import SAMPLE_LOGIN, SAMPLE_PASSWORD, Demo
from dspdesk.desk import Desk
from dspdesk.language.sentences import Told
from dspdesk.law.kinds import Headship, ItemState, JournalKind
from dspdesk.queries import journal_grid, journal_lines
from dspdesk.queries.journal_closing import year_page
from dspdesk.queries.journal_grid import View
from dspdesk.queries.journals import journals
from dspdesk.queries.people import people, signatory
from dspdesk.queries.search import search
from dspdesk.queries.today import today
from tests import factories
from tests.store.tampering import counts


def built(folder: Path, items: int, **changes: object) -> Desk:
    path, key = folder / "sample.dspdesk", folder / "carrier.key"
    told = []
    demos.build(
        Demo(path, items, key_file=key, cost=factories.CHEAP, **changes),
        lambda done, total: told.append((done, total)),
        factories.clock,
    )
    assert told[-1] == (items, items)
    return desks.open_desk(path, None, str(changes.get("password", SAMPLE_PASSWORD)), key, at=factories.clock)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory):
    desk = built(tmp_path_factory.mktemp("sample"), 1500)
    yield desk
    desk.close()


def test_every_journal_has_entries_of_two_years_and_all_together_the_number_asked_for(sample: Desk) -> None:
    found = journals(sample)
    assert {one.kind for one in found} == set(JournalKind)
    assert {one.year for one in found} == {2025, 2026}
    assert sum(journal_grid.total(sample, one.id) for one in found) == 1500
    assert {one.language for one in found} == {"kk", "ru"}


def test_the_sample_is_whole(sample: Desk) -> None:
    assert sample.person.login == SAMPLE_LOGIN
    assert sample.verify() == []


def test_it_shows_what_a_register_shows(sample: Desk) -> None:
    states = Counter(
        line.state for one in journals(sample) for _, line in journal_lines.items(sample, one.id)
    )
    assert set(states) >= {ItemState.REGISTERED, ItemState.IN_CASE, ItemState.DESTROYED}
    page = today(sample)
    assert page.overdue.total
    assert page.this_week.total
    assert not page.recovery_sheet_missing  # the sheet of a sample lies in nobody's safe
    assert sum(page.months) > 200
    assert search(sample, "каржы")
    assert search(sample, "акимат")


def test_last_year_is_closed_and_a_few_documents_went_on(sample: Desk) -> None:
    page = year_page(sample, 2025)
    assert page.closed
    assert page.carried == 3
    assert all(row.kept is not None and row.kept.documents == row.numbers for row in page.rows)
    assert not any(row.journal.closed for row in year_page(sample, 2026).rows)
    assert today(sample).year_to_close is None  # it is November: nothing speaks of it yet


def test_the_directory_is_that_of_an_office(sample: Desk) -> None:
    rows = people(sample)
    assert len(rows) == 10
    assert [row.name_ru for row in rows if row.acting] == ["Ким А.В."]
    assert signatory(sample, Headship.BODY, factories.TODAY).position_ru == "председатель комитета"
    assert signatory(sample, Headship.SERVICE, factories.TODAY).name_kk == "Ахметов Б.К."
    assert counts(sample)["unit"] == 7
    assert counts(sample)["place"] == 18


def test_a_document_was_taken_out_of_a_case_one_moved_and_one_seized(sample: Desk) -> None:
    with sample.reading() as connection:
        left = connection.exec_driver_sql("SELECT out_kind FROM filing WHERE out_kind <> ''").scalars().all()
    assert {"withdrawn", "relocated", "seized"} <= set(left)


def test_no_date_lies_ahead_and_every_number_follows_the_one_before(sample: Desk) -> None:
    for one in journals(sample):
        rows = journal_grid.rows(sample, journal_grid.ids(sample, View(one.id, descending=False)))
        assert [row.number.sequence for row in rows] == list(range(1, len(rows) + 1))
        dates = [row.date for row in rows]
        assert dates == sorted(dates)
        assert {day.year for day in dates} == {one.year}
        assert dates[-1] <= factories.TODAY


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    shown = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        desk = built(tmp_path / name, 60)
        shown.append([journal_lines.items(desk, one.id) for one in journals(desk)])
        desk.close()
    assert shown[0] == shown[1]


@pytest.mark.parametrize("items", [4, 5, 17, 100, 1500, 99_999, 100_000, 100_001, 350_000, 1_000_000])
def test_any_number_is_spread_over_journals_of_a_size_that_exists(items: int) -> None:
    plan = list(demos._plan(items, 2026))
    assert sum(count for _, _, count in plan) == items
    assert {kind for kind, _, _ in plan} == set(JournalKind)
    assert len({(kind, year) for kind, year, _ in plan}) == len(plan)
    assert all(0 < count <= 50_000 for _, _, count in plan)


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "sample.dspdesk").write_bytes(b"a store of somebody")
    with pytest.raises(Told) as told:
        built(tmp_path, 4)
    assert told.value.code == "store_exists"
    assert (tmp_path / "sample.dspdesk").read_bytes() == b"a store of somebody"


def test_a_sample_that_is_broken_off_leaves_its_whole_journals(tmp_path: Path, monkeypatch) -> None:
    def ended(done: int, total: int) -> None:
        raise RuntimeError(done, total)

    path, key = tmp_path / "sample.dspdesk", tmp_path / "carrier.key"
    with pytest.raises(RuntimeError):
        demos.build(Demo(path, 100, key_file=key, cost=factories.CHEAP), ended, factories.clock)
    desk = desks.open_desk(path, None, SAMPLE_PASSWORD, key, at=factories.clock)
    assert counts(desk)["journal"] == 1
    assert desk.verify() == []
    desk.close()
