"""Full and protected media, mounted for the purpose: one plain sentence, nothing lost, nothing half written."""

import resource
import shutil
import signal
from pathlib import Path

import pytest

from dspdesk import desk as desks
from dspdesk.desk import Desk
from dspdesk.store.errors import StoreUnavailable
from tests import factories
from tests.faults.conftest import Mounted, fill_up, protect
from tests.faults.killing import CONTEXT
from tests.spreadsheets.making import RU
from tests.store.tampering import counts, on_disk

LONG = "слово " * 2000


def refusal(action) -> str:
    with pytest.raises(StoreUnavailable) as refused:
        action()
    assert str(refused.value)
    return refused.value.code


@pytest.fixture
def small(made_stores: Path, mounted: Mounted) -> Desk:
    """The small store on a medium of three megabytes."""
    place = mounted("3m")
    shutil.copytree(made_stores / "small", place / "store")
    desk = factories.opened(place / "store")
    yield desk
    desk.close()


def test_a_medium_that_fills_up_while_people_register(small: Desk) -> None:
    given: dict[str, str] = {}
    code = ""
    while not code:
        try:
            form = f"form {len(given)}"
            given[form] = str(factories.registered(small, form_id=form, notes=LONG).number)
        except StoreUnavailable as error:
            code = error.code
    assert code == "disk_full"
    assert len(given) > 3
    assert small.verify() == []
    with small.reading() as connection:
        kept = dict(
            connection.exec_driver_sql(
                "SELECT form_id, sequence || letter FROM item JOIN number ON number.id = item.id "
                "WHERE form_id LIKE 'form %'"
            ).fetchall()
        )
    assert kept == given


@pytest.mark.parametrize("leaving", [0, 4096, 20_000, 60_000])
def test_a_full_medium_takes_nothing_half_and_all_of_it_later(small: Desk, leaving: int) -> None:
    before = counts(small)
    ballast = fill_up(small.path.parent, leaving=leaving)
    assert refusal(lambda: factories.registered(small, form_id="a form", notes=LONG * 10)) == "disk_full"
    ballast.unlink()  # with no room at all not even a reader finds a place for its marks
    assert counts(small) == before
    assert small.verify() == []
    done = factories.registered(small, form_id="a form", notes=LONG * 10)
    assert not done.repeated
    assert small.verify() == []


@pytest.mark.parametrize("leaving", [0, 4096, 40_000])
def test_a_store_on_a_full_medium_is_opened_or_told(small: Desk, leaving: int) -> None:
    small.close()
    before = on_disk(small.path.parent)
    ballast = fill_up(small.path.parent, leaving=leaving)
    try:
        desk = factories.opened(small.path.parent)
        assert counts(desk)["item"] == 60
        desk.close()
    except StoreUnavailable as error:
        assert error.code == "disk_full"
    ballast.unlink()
    after = on_disk(small.path.parent)
    assert {name: after[name] for name in before} == before
    desk = factories.opened(small.path.parent)
    assert desk.verify() == []
    desk.close()


def test_an_import_onto_a_full_medium_leaves_nothing(small: Desk) -> None:
    from dspdesk.law.kinds import JournalKind
    from dspdesk.procedures.importing import ImportJournal
    from dspdesk.spreadsheets.importing import import_journal

    before = counts(small)
    command = ImportJournal(path=RU, journal=JournalKind.INCOMING, year=2025)
    assert refusal(lambda: import_journal(small, command)) == "disk_full"
    assert counts(small) == before
    assert small.verify() == []


@pytest.mark.parametrize("leaving", [0, 5000, 20_000, 100_000])
def test_a_founding_on_a_full_medium_leaves_nothing(mounted: Mounted, tmp_path: Path, leaving: int) -> None:
    place = mounted("2m")
    fill_up(place, leaving=leaving)
    new = factories.new_store(tmp_path)
    assert refusal(lambda: desks.create(place / "office.dspdesk", new, factories.clock)) == "disk_full"
    assert [path.name for path in place.iterdir()] == ["ballast"]


@pytest.mark.parametrize("leaving", [0, 5000, 100_000])
def test_a_backup_onto_a_full_carrier_leaves_nothing(desk: Desk, mounted: Mounted, leaving: int) -> None:
    place = mounted("2m")
    ballast = fill_up(place, leaving=leaving)
    assert refusal(lambda: desk.backup(place / "copy")) == "backup_carrier_full"
    assert [path.name for path in place.iterdir()] == ["ballast"]
    assert desk.verify() == []
    ballast.unlink()
    desk.backup(place / "copy")
    assert len(list(place.iterdir())) == 3


def test_a_protected_medium_is_told_and_left_as_it_is(small: Desk, tmp_path: Path) -> None:
    small.close()
    medium = small.path.parents[1]
    before = on_disk(small.path.parent)
    protect(medium)
    assert refusal(lambda: factories.opened(small.path.parent)) == "read_only"
    new = factories.new_store(tmp_path)
    assert refusal(lambda: desks.create(medium / "office.dspdesk", new, factories.clock)) == "read_only"
    assert on_disk(small.path.parent) == before


def test_a_backup_onto_a_protected_carrier_is_told(desk: Desk, mounted: Mounted) -> None:
    place = mounted("2m")
    protect(place)
    assert refusal(lambda: desk.backup(place / "copy")) == "read_only"
    assert desk.verify() == []


# Writes that fail half-way, without a medium of their own: the system refuses files beyond a size.


def registers_under_a_limit(folder: Path, room: int, said) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    desk = factories.opened(folder)
    factories.registered(desk, form_id="before")  # the log is there
    log = desk.path.with_name(desk.path.name + "-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (log + room, log + room))
    try:
        factories.registered(desk, form_id="a form", notes=LONG * 10)
    except StoreUnavailable as error:
        said.send(error.code)
    else:
        said.send("")


@pytest.mark.parametrize("room", [0, 1, 100, 4095, 4096, 5000, 9000, 30_000, 60_001])
def test_a_write_that_fails_half_way_leaves_nothing_of_its_step(desk: Desk, room: int) -> None:
    desk.close()
    heard, said = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=registers_under_a_limit, args=(desk.path.parent, room, said))
    process.start()
    said.close()
    code = heard.recv()
    process.join()
    assert code in {"not_reachable", "disk_full"}
    again = factories.opened(desk.path.parent)
    assert again.verify() == []
    with again.reading() as connection:
        forms = (
            connection.exec_driver_sql("SELECT form_id FROM item WHERE form_id IN ('before', 'a form')")
            .scalars()
            .all()
        )
    assert forms == ["before"]
    assert not factories.registered(again, form_id="a form", notes=LONG * 10).repeated
    again.close()
