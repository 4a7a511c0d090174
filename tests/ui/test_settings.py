"""The settings in their place: the live example, errors beside fields, each group saved by itself."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from dspdesk.desk import Desk
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.law.settings import Group
from dspdesk.queries import search
from dspdesk.queries.settings import setting
from dspdesk.ui.settings.place import SettingsPlace
from tests import factories, hands
from tests.factories import TODAY
from tests.hands import press, type_text

pytestmark = pytest.mark.usefixtures("dressed")
OUTGOING, KEY = JournalKind.OUTGOING, "pattern:outgoing"
SIGNED = {"signatory": "Серікбаев Н.О.", "signed_on": TODAY}


def place_of(desk: Desk) -> SettingsPlace:
    place = SettingsPlace(desk)
    place.resize(1000, 900)
    place.refresh()
    return place


@pytest.fixture
def place(empty_desk: Desk) -> Iterator[SettingsPlace]:
    """The settings of a body with one outgoing document."""
    factories.registered(empty_desk, journal=OUTGOING, case_index="12-05", **SIGNED)
    with hands.shown(place_of(empty_desk)) as shown:
        yield shown


def in_pattern(place: SettingsPlace) -> None:
    """The keys into the pattern of outgoing numbers, which is selected."""
    field = place.groups[Group.NUMBERS].fields[KEY].field
    field.setFocus()
    field.selectAll()


def save(place: SettingsPlace, group: Group) -> None:
    place.groups[group].save_button.setFocus()
    press("Space")


def test_a_changed_pattern_is_followed_by_the_next_number_and_found(place, empty_desk):
    numbers = place.groups[Group.NUMBERS]
    with hands.answers() as planned, hands.keyboard_only():
        planned.plan("reason", "новый порядок")
        in_pattern(place)
        type_text("{дело}/{Номер}")
        assert numbers.fields[KEY].example.text().replace("\N{NO-BREAK SPACE}", " ") == (
            "Следующий: № 12-05/2 ДСП · последний присвоенный: № 1 ДСП"
        )
        save(place, Group.NUMBERS)
    assert "номера составлены иначе" in planned.asked[0][1]
    assert numbers.status.text() == "Сохранено."
    done = factories.registered(empty_desk, journal=OUTGOING, case_index="12-05", **SIGNED)
    assert str(done.number) == "12-05/2"
    assert search.search(empty_desk, "12-05/2")[0].id == done.id
    assert setting(empty_desk, KEY) == "{case}/{number}"
    assert numbers.fields[KEY].field.text() == "{дело}/{номер}"


def test_a_wrong_pattern_is_told_beside_it_while_it_is_typed(place, empty_desk):
    numbers = place.groups[Group.NUMBERS]
    in_pattern(place)
    type_text("{case}{number}")
    assert "вплотную" in numbers.boxes[KEY].error.text()
    assert not numbers.fields[KEY].example.isVisible()
    save(place, Group.NUMBERS)
    assert setting(empty_desk, KEY) == "{number}"
    assert QApplication.focusWidget() is numbers.fields[KEY].field


def test_a_part_pressed_goes_where_the_cursor_was(place):
    in_pattern(place)
    press("Home")
    place.groups[Group.NUMBERS]._put_part("{year}")
    assert place.groups[Group.NUMBERS].fields[KEY].value() == "{year}{number}"


def test_bounds_are_told_beside_the_field(place, empty_desk):
    lock = place.groups[Group.LOCK]
    field = lock.fields["lock_minutes"].field
    field.setFocus()
    hands.clear()
    type_text("60")
    save(place, Group.LOCK)
    assert lock.boxes["lock_minutes"].error.text() == "Выберите целое число от 1 до 15."
    assert setting(empty_desk, "lock_minutes") == 5
    hands.clear()
    type_text("3")
    save(place, Group.LOCK)
    assert setting(empty_desk, "lock_minutes") == 3


def test_journals_become_sections(place, empty_desk):
    field = place.groups[Group.JOURNALS].fields["common_journal"]
    field.boxes[JournalKind.INTERNAL].setFocus()
    press("Space")
    save(place, Group.JOURNALS)
    assert setting(empty_desk, "common_journal") == ["internal"]


def test_who_signs_the_closing_is_chosen_from_the_keyboard(place, empty_desk):
    place.groups[Group.JOURNALS].fields["closing_signatory"].field.setFocus()
    press("Down")
    save(place, Group.JOURNALS)
    assert setting(empty_desk, "closing_signatory") == "head_of_service"


def test_nothing_changed_is_told(place):
    save(place, Group.REMINDERS)
    assert place.groups[Group.REMINDERS].status.text()


def test_saving_one_group_leaves_what_is_typed_in_another(place):
    in_pattern(place)
    type_text("{year}/{number}")
    field = place.groups[Group.LOCK].fields["lock_minutes"].field
    field.setFocus()
    hands.clear()
    type_text("3")
    save(place, Group.LOCK)
    assert place.groups[Group.NUMBERS].fields[KEY].value() == "{year}/{number}"


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.HEAD_OF_SERVICE, {Group.NUMBERS, Group.JOURNALS, Group.MAIL, Group.FONDS, Group.REMINDERS}),
        (Role.SECURITY_OFFICER, {Group.LOCK, Group.BACKUPS}),
        (Role.CLERK, set()),
    ],
)
def test_who_may_not_change_a_group_reads_it(empty_desk, role, may):
    empty_desk.person = replace(empty_desk.person, roles=frozenset({role}))
    with hands.shown(place_of(empty_desk)) as place:
        assert {group for group, panel in place.groups.items() if panel.save_button.isVisible()} == may
        for group, panel in place.groups.items():
            assert bool(panel.status.text()) is (group not in may)
