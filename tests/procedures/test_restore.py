"""A store is replaced only by a copy of itself that has proved itself, never deleted, never without a reason."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dspdesk import desk as desks
from dspdesk.desk import Desk
from dspdesk.language.sentences import Told
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Role
from dspdesk.procedures import backups, registration
from dspdesk.procedures import restore as procedure
from dspdesk.procedures.registration import Correct
from dspdesk.procedures.restore import CheckCopy, Opener, Prepared, PrepareRestore, Restore
from dspdesk.queries.backups import restored
from dspdesk.queries.history import history
from dspdesk.queries.item import item
from dspdesk.queries.today import status
from dspdesk.store import keys, recovery, replacing
from dspdesk.store.engines import dbapi2
from tests import factories
from tests.factories import LOGIN, PASSWORD


def silent(_done: int, _total: int) -> None:
    """Nobody waits."""


@pytest.fixture
def copy(desk: Desk, tmp_path: Path) -> Path:
    """A backup of the small store on a carrier of its own, with its key file."""
    (tmp_path / "carrier").mkdir()
    place = tmp_path / "carrier" / "copy.dspdesk"
    desk.backup(place)
    return place


def opener(desk: Desk, **changes: object) -> Opener:
    return replace(
        Opener(login=LOGIN, password=PASSWORD, key_file=desk.path.with_name("carrier.key")), **changes
    )


def prepared(desk: Desk, copy: Path, **changes: object) -> Prepared:
    asked = PrepareRestore(copy=copy, store=desk.path, opener=opener(desk, **changes))
    return procedure.prepare(desk, asked, silent)


def refusal(step: Callable[[], object]) -> str:
    with pytest.raises((Told, Refused)) as caught:
        step()
    error = caught.value
    return error.code if isinstance(error, Told) else error.findings[0].code


def left(desk: Desk) -> set[str]:
    """What lies beside the store, without its own files."""
    own = {desk.path.name, f"{desk.path.name}.keys", f"{desk.path.name}.keys2", "carrier.key"}
    return (
        {path.name for path in desk.path.parent.iterdir()}
        - own
        - {f"{desk.path.name}{end}" for end in ("-wal", "-shm")}
    )


# --- checking ---


def test_a_copy_proves_itself(desk: Desk, copy: Path) -> None:
    before = {path: path.read_bytes() for path in copy.parent.iterdir()}
    proof = procedure.check_copy(desk, CheckCopy(copy=copy, opener=opener(desk)), silent)
    assert (proof.items, proof.wrong, proof.store_id) == (60, (), desk.store_id)
    assert (
        proof.code == status(desk).ledger_code.replace(str(proof.entries + 1), str(proof.entries))
        or proof.code
    )
    assert proof.entries == status(desk).ledger_sequence - 1  # the backup itself was entered after it
    assert {
        path: path.read_bytes() for path in copy.parent.iterdir()
    } == before  # nothing is written beside it


def test_a_copy_opens_with_the_recovery_key_too(tmp_path: Path) -> None:
    made = factories.created(tmp_path)
    copy = tmp_path / "copy.dspdesk"
    made.desk.backup(copy)
    by_sheet = Opener(login=LOGIN, recovery=" ".join(made.recovery))
    assert procedure.check_copy(made.desk, CheckCopy(copy=copy, opener=by_sheet), silent).wrong == ()
    made.desk.close()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"password": "другой пароль этой особы"}, "wrong_password"),
        ({"login": "nobody"}, "unknown_login"),
        ({"key_file": None}, "key_file_needed"),
        ({"recovery": "ABCDE"}, "recovery_wrong"),
        ({"recovery": " ".join(recovery.to_groups(b"x" * 32))}, "recovery_not_this_store"),
        ({"recovery": " ".join(recovery.to_groups(b"x" * 32)), "login": "nobody"}, "unknown_login"),
    ],
)
def test_what_does_not_open_a_copy_is_told(desk: Desk, copy: Path, changes, code) -> None:
    assert refusal(lambda: prepared(desk, copy, **changes)) == code
    assert left(desk) == set()


def test_a_file_that_is_no_copy_is_told(desk: Desk, tmp_path: Path) -> None:
    assert refusal(lambda: prepared(desk, tmp_path / "nothing")) == "no_store"
    (tmp_path / "letter.dspdesk").write_bytes(b"a letter")
    assert refusal(lambda: prepared(desk, tmp_path / "letter.dspdesk")) == "keys_missing"
    assert refusal(lambda: prepared(desk, desk.path)) == "restore_from_itself"


@pytest.mark.parametrize("where", [0.1, 0.5, 0.9])
def test_a_damaged_copy_is_refused(desk: Desk, copy: Path, where: float) -> None:
    content = bytearray(copy.read_bytes())
    content[int(len(content) * where)] ^= 1
    copy.write_bytes(content)
    assert refusal(lambda: prepared(desk, copy)) == "copy_damaged"
    assert left(desk) == set()


def test_a_copy_cut_short_is_refused(desk: Desk, copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[: 8 * 4096])
    assert refusal(lambda: prepared(desk, copy)) == "copy_damaged"


def test_a_copy_that_does_not_agree_with_its_ledger_is_refused(desk: Desk, copy: Path) -> None:
    connection = dbapi2.connect(str(copy), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{desk._data_key.hex()}'\"")
    connection.execute("UPDATE item SET summary = 'подменено' WHERE id = 60")
    connection.close()
    assert procedure.check_copy(desk, CheckCopy(copy=copy, opener=opener(desk)), silent).wrong
    assert refusal(lambda: prepared(desk, copy)) == "copy_not_whole"
    assert left(desk) == set()


def test_a_copy_of_another_store_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = factories.created(tmp_path / "other").desk
    other.backup(tmp_path / "foreign.dspdesk")
    asked = PrepareRestore(copy=tmp_path / "foreign.dspdesk", store=desk.path, opener=opener(other))
    assert refusal(lambda: procedure.prepare(desk, asked, silent)) == "restore_other_store"
    assert left(desk) == set()
    other.close()


# --- comparing ---


def test_an_older_copy_says_what_is_not_in_it(desk: Desk, copy: Path) -> None:
    for number in range(3):
        factories.registered(desk, their_number=f"новый-{number}")
    made = prepared(desk, copy)
    assert (made.present.parted, made.present.only_here, made.present.items_only_here) == (False, 4, 3)
    assert made.present.only_there == 0
    assert {one.sequence for one in made.proof.highest} == {45, 15}
    assert made.proof.at <= desk.now()


def test_a_copy_ahead_of_an_older_store_put_back_is_seen(desk: Desk, tmp_path: Path, copy: Path) -> None:
    factories.registered(desk)
    newer = tmp_path / "newer.dspdesk"
    desk.backup(newer)
    made = prepared(desk, copy)
    procedure.restore(desk, Restore(prepared=made, reason="проба"))
    again = factories.opened(desk.path.parent)
    comparison = prepared(again, newer).present
    assert comparison.parted  # the restore is entered where the newer one has a registration
    assert comparison.only_there == 1
    again.close()


def test_logins_that_would_open_again_are_named(desk: Desk, copy: Path) -> None:
    header = keys.read(copy)
    keys.write(copy, replace(header, slots=(*header.slots, {**header.slots[-1], "login": "gone"})))
    assert prepared(desk, copy).logins_back == ("gone",)


# --- restoring ---


def test_the_copy_takes_the_place_and_the_store_is_put_aside(desk: Desk, copy: Path) -> None:
    late = factories.registered(desk, their_number="новый")
    before = status(desk)
    made = prepared(desk, copy)
    old = procedure.restore(desk, Restore(prepared=made, reason="сбой диска"))
    assert old is not None
    assert old.name == f"office.dspdesk.before-restore-{desk.today():%Y-%m-%d}"
    again = factories.opened(desk.path.parent)
    assert item(again, late.id) is None
    assert again.verify() == []
    notice = restored(again)
    assert (notice.copy, notice.replaced, notice.last) == (copy.name, before.ledger_code, made.proof.code)
    with again.reading() as connection:
        tag, body = connection.exec_driver_sql(
            "SELECT tag, CAST(body AS TEXT) FROM ledger ORDER BY id DESC LIMIT 1"
        ).one()
    assert tag == "store:restored"
    assert "сбой диска" in body
    assert before.ledger_code in body
    assert left(again) == {old.name, f"{old.name}.keys", f"{old.name}.keys2"}
    again.close()
    aside = desks.open_desk(old, LOGIN, PASSWORD, desk.path.with_name("carrier.key"))
    assert item(aside, late.id) is not None
    assert aside.verify() == []
    aside.close()


def test_a_second_restore_of_a_day_puts_aside_under_another_name(desk: Desk, copy: Path) -> None:
    names = []
    for _ in range(2):
        names.append(procedure.restore(desk, Restore(prepared=prepared(desk, copy), reason="проба")).name)
        desk = factories.opened(desk.path.parent)
    assert names[1] == f"{names[0]}-2"
    desk.close()


def test_a_store_put_aside_is_a_copy_to_restore_from(desk: Desk, copy: Path) -> None:
    late = factories.registered(desk)
    old = procedure.restore(desk, Restore(prepared=prepared(desk, copy), reason="проба"))
    again = factories.opened(desk.path.parent)
    procedure.restore(again, Restore(prepared=prepared(again, old), reason="назад"))
    back = factories.opened(desk.path.parent)
    assert item(back, late.id) is not None
    back.close()


def test_without_a_reason_nothing_is_replaced(desk: Desk, copy: Path) -> None:
    made = prepared(desk, copy)
    before = status(desk)
    assert (
        refusal(lambda: procedure.restore(desk, Restore(prepared=made, reason=" ")))
        == "restore_reason_needed"
    )
    assert status(desk) == before


def test_what_was_entered_after_the_comparison_stops_it(desk: Desk, copy: Path) -> None:
    made = prepared(desk, copy)
    done = factories.registered(desk)
    assert refusal(lambda: procedure.restore(desk, Restore(prepared=made, reason="а"))) == "restore_meanwhile"
    assert item(desk, done.id) is not None


def test_another_program_at_the_store_stops_it(desk: Desk, copy: Path) -> None:
    other = factories.opened(desk.path.parent)
    status(other)
    made = prepared(desk, copy)
    assert refusal(lambda: procedure.restore(desk, Restore(prepared=made, reason="а"))) == "store_in_use"
    done = factories.registered(other)
    assert item(desk, done.id) is not None  # the desk goes on as before
    other.close()
    procedure.restore(desk, Restore(prepared=prepared(desk, copy), reason="а"))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SECURITY_OFFICER])
def test_only_the_security_officer_restores(desk: Desk, copy: Path, role: Role) -> None:
    made = prepared(desk, copy)
    desk.person = replace(desk.person, roles=frozenset({role}))
    assert refusal(lambda: prepared(desk, copy)) == "not_entrusted"
    assert refusal(lambda: procedure.restore(desk, Restore(prepared=made, reason="а"))) == "not_entrusted"


def test_given_up_it_leaves_nothing(desk: Desk, copy: Path) -> None:
    made = prepared(desk, copy)
    assert left(desk) != set()
    procedure.give_up(made.store)
    assert left(desk) == set()


# --- a new machine ---


def on_new_machine(copy: Path, folder: Path, **how: object) -> PrepareRestore:
    folder.mkdir()
    key = copy.parent.parent / "small" / "carrier.key"
    who = replace(Opener(login=LOGIN, password=PASSWORD, key_file=key), **how)
    return PrepareRestore(copy=copy, store=folder / "office.dspdesk", opener=who)


def test_on_a_new_machine_the_copy_becomes_the_store(desk: Desk, copy: Path, tmp_path: Path) -> None:
    asked = on_new_machine(copy, tmp_path / "new")
    made = procedure.prepare(None, asked, silent)
    assert made.present is None
    assert procedure.restore(None, Restore(prepared=made, reason="новая машина")) is None
    shutil.copy(tmp_path / "small" / "carrier.key", tmp_path / "new")
    again = factories.opened(tmp_path / "new")
    assert item(again, 60) is not None
    assert again.verify() == []
    again.close()


def test_on_a_new_machine_the_sheet_from_the_safe_does(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    made = factories.created(tmp_path / "old")
    factories.fill(made.desk, 3)
    copy = tmp_path / "copy.dspdesk"
    made.desk.backup(copy)
    made.desk.close()
    (tmp_path / "new").mkdir()
    store = tmp_path / "new" / "office.dspdesk"
    sheet = Opener(login=LOGIN, recovery=" ".join(made.recovery))
    ready = procedure.prepare(None, PrepareRestore(copy=copy, store=store, opener=sheet), silent)
    procedure.restore(None, Restore(prepared=ready, reason="новая машина"))
    again = desks.recover(
        store,
        LOGIN,
        " ".join(made.recovery),
        "новый пароль после переезда",
        tmp_path / "new" / "carrier.key",
        cost=factories.CHEAP,
    ).desk
    assert item(again, 3) is not None
    assert again.verify() == []
    again.close()


def test_on_a_new_machine_the_copy_says_who_may(desk: Desk, copy: Path, tmp_path: Path) -> None:
    from dspdesk.models import AccountRole

    with desk.transaction("account:role:withdrawn") as step:
        for role in step.session.query(AccountRole).filter_by(role=Role.SECURITY_OFFICER.value):
            role.withdrawn_on = desk.today()
    later = copy.with_name("later.dspdesk")
    desk.backup(later)
    asked = on_new_machine(later, tmp_path / "new")
    assert refusal(lambda: procedure.prepare(None, asked, silent)) == "not_entrusted"
    assert list((tmp_path / "new").iterdir()) == []


def test_a_store_that_can_be_read_is_not_replaced_by_who_has_not_signed_in(desk: Desk, copy: Path) -> None:
    asked = PrepareRestore(copy=copy, store=desk.path, opener=opener(desk))
    assert refusal(lambda: procedure.prepare(None, asked, silent)) == "restore_sign_in"
    assert left(desk) == set()


@pytest.mark.parametrize("what", ["page", "keys", "cut", "letter"])
def test_a_store_that_cannot_be_read_goes_aside_as_it_is(desk: Desk, copy: Path, what: str) -> None:
    desk.close()
    if what == "keys":
        for path in keys.paths(desk.path):
            path.write_bytes(b"{}")
    elif what == "letter":
        desk.path.write_bytes(b"a letter")
    elif what == "cut":
        desk.path.write_bytes(desk.path.read_bytes()[:4000])
    else:
        content = bytearray(desk.path.read_bytes())
        content[100] ^= 1
        desk.path.write_bytes(content)
    wreck = desk.path.read_bytes()
    asked = PrepareRestore(copy=copy, store=desk.path, opener=opener(desk))
    ready = procedure.prepare(None, asked, silent)
    old = procedure.restore(None, Restore(prepared=ready, reason="хранилище повреждено"))
    assert old.read_bytes() == wreck
    again = factories.opened(desk.path.parent)
    assert item(again, 60) is not None
    again.close()


# --- after it ---


def test_the_numbers_are_to_be_compared_with_paper_once(desk: Desk, copy: Path) -> None:
    assert restored(desk) is None
    procedure.restore(desk, Restore(prepared=prepared(desk, copy), reason="проба"))
    again = factories.opened(desk.path.parent)
    assert {(one.year, one.sequence) for one in restored(again).highest} == {(2026, 45), (2025, 15)}
    backups.numbers_checked(again)
    assert restored(again) is None
    backups.numbers_checked(again)
    assert again.verify() == []
    again.close()


def test_before_any_restore_there_is_nothing_to_compare(desk: Desk) -> None:
    before = status(desk).ledger_sequence
    backups.numbers_checked(desk)
    assert status(desk).ledger_sequence == before


def test_a_restored_store_is_backed_up_and_restored_again(desk: Desk, copy: Path, tmp_path: Path) -> None:
    procedure.restore(desk, Restore(prepared=prepared(desk, copy), reason="проба"))
    again = factories.opened(desk.path.parent)
    entry = replace(item(again, 60).entry, summary="после восстановления")
    registration.correct(again, Correct(item_id=60, entry=entry, reason="проба"))
    newer = tmp_path / "newer.dspdesk"
    again.backup(newer)
    procedure.restore(again, Restore(prepared=prepared(again, newer), reason="ещё раз"))
    last = factories.opened(desk.path.parent)
    assert item(last, 60).entry.summary == "после восстановления"
    assert [line.what for line in history(last, "item:60")]
    assert last.verify() == []
    last.close()


# --- ended in between ---


@pytest.mark.long
@pytest.mark.parametrize("after", range(12))
def test_ended_at_any_step_the_next_opening_finds_a_whole_store(
    desk: Desk, copy: Path, monkeypatch, after: int
) -> None:
    """Every renaming and removing is a step; after so many the power goes."""
    late = factories.registered(desk)
    made = prepared(desk, copy)
    count = iter(range(100))
    steps = {name: getattr(Path, name) for name in ("replace", "unlink")}

    def cut(name):
        def step(path, *how, **more):
            if next(count) >= after:
                raise KeyboardInterrupt
            return steps[name](path, *how, **more)

        return step

    with monkeypatch.context() as patched:
        for name in steps:
            patched.setattr(Path, name, cut(name))
        try:
            procedure.restore(desk, Restore(prepared=made, reason="проба"))
            ended = True
        except KeyboardInterrupt:
            ended = False
    desk.close()
    again = factories.opened(desk.path.parent)
    assert again.verify() == []
    there = item(again, late.id) is not None
    if ended:
        assert not there
    if not there:
        (old,) = [
            path
            for path in desk.path.parent.glob("*before-restore*")
            if not path.name.endswith(("keys", "keys2"))
        ]
        assert all(path.exists() for path in keys.paths(old))
    else:
        replacing.clear(desk.path)
        assert left(again) == set()
    again.close()


def test_the_time_of_a_restore_is_that_of_the_desk(desk: Desk, copy: Path) -> None:
    moment = dt.datetime(2027, 1, 5, 9, 30).astimezone()
    made = prepared(desk, copy)
    desk.clock = lambda: moment
    old = procedure.restore(desk, Restore(prepared=made, reason="проба"))
    assert old.name.endswith("before-restore-2027-01-05")
