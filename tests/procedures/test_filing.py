"""Filing on a real store: sheets, column 12, refusals that write nothing, volumes of their own."""

import datetime as dt
import uuid

import pytest

from dspdesk.desk import Desk
from dspdesk.law.case_file import VolumeHolds
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import ItemState
from dspdesk.law.values import SheetCount
from dspdesk.law.whereabouts import Where
from dspdesk.procedures.case_file import OpenVolume, open_volume
from dspdesk.procedures.filing import FileCopies, FileUnregistered, ToFile, file_copies, file_unregistered
from dspdesk.queries import cases, item
from dspdesk.queries.whereabouts import copies_of
from tests import factories
from tests.factories import TODAY


def codes(told) -> list[str]:
    return [finding.code for finding in told.value.findings]


def command(desk: Desk, volume: int, *items: int, **changes) -> FileCopies:
    how = {"on": TODAY, "form_id": uuid.uuid4().hex, "reason": changes.pop("reason", "")}
    documents = tuple(
        ToFile(copy_id=copies_of(desk, key)[0].id, volume_id=volume, **changes) for key in items
    )
    return FileCopies(documents=documents, **how)


def test_filed_copies_lie_on_the_next_sheets_and_fill_column_12(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    first = factories.registered(empty_desk, sheets=SheetCount(4, 11))
    second = factories.registered(empty_desk, sheets=SheetCount(3))
    factories.filed(empty_desk, volume, first.id, second.id)
    details = cases.volume(empty_desk, volume)
    assert [(line.ordinal, line.first_sheet, line.last_sheet) for line in details.lines] == [
        (1, 1, 15),
        (2, 16, 18),
    ]
    assert (details.row.sheets, details.row.documents) == (18, 2)
    (row, other) = copies_of(empty_desk, second.id)
    assert (row.where, row.words) == (Where.CASE, "01-03, т. 1, л. 16–18")
    assert other.where is Where.SERVICE
    assert item.item(empty_desk, second.id).state is ItemState.IN_CASE
    assert empty_desk.verify() == []


def test_one_restricted_document_makes_the_case_restricted(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    line = FileUnregistered(
        volume_id=volume, number="12", dated=TODAY, heading="Письмо о сроках", sheets=2, on=TODAY, form_id="a"
    )
    made = file_unregistered(empty_desk, line)
    assert file_unregistered(empty_desk, line) == made
    assert not cases.volume(empty_desk, volume).row.restricted
    factories.filed(empty_desk, volume, factories.registered(empty_desk).id)
    assert cases.volume(empty_desk, volume).row.restricted_on == TODAY


def test_the_181st_sheet_goes_into_the_next_volume(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    big = factories.registered(empty_desk, sheets=SheetCount(178))
    with pytest.raises(NeedsReason) as told:
        factories.filed(empty_desk, volume, big.id)
    assert codes(told) == ["volume_nearly_full"]
    factories.filed(empty_desk, volume, big.id, reason="один вопрос")
    small = factories.registered(empty_desk, sheets=SheetCount(5))
    before = cases.volume(empty_desk, volume)
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, volume, small.id)
    assert codes(told) == ["volume_full"]
    assert cases.volume(empty_desk, volume) == before
    following = open_volume(empty_desk, OpenVolume(case_id=before.row.case_id))
    factories.filed(empty_desk, following.volume_id, small.id)
    assert copies_of(empty_desk, small.id)[0].words == "01-03, т. 2, л. 1–5"


def test_a_form_saved_twice_files_once(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk)
    twice = command(empty_desk, volume, one.id)
    assert file_copies(empty_desk, twice) == file_copies(empty_desk, twice)
    assert len(cases.volume(empty_desk, volume).lines) == 1


def test_what_an_executor_brings_comes_back_and_is_filed(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk, copies=(1,))
    factories.handed(empty_desk, one.id, 1)
    factories.filed(empty_desk, volume, one.id)
    (copy,) = item.item(empty_desk, one.id).copies
    assert [move.kind.value for move in copy.movements] == ["receipt", "return", "filing"]
    assert item.item(empty_desk, one.id).state is ItemState.IN_CASE


@pytest.mark.parametrize(
    ("changes", "case", "how", "code"),
    [
        ({}, {"year": TODAY.year - 1}, {}, "filed_other_year"),
        ({}, {"year": TODAY.year - 1, "carry_over": True}, {}, None),
        ({}, {}, {"for_year": TODAY.year - 1}, "filed_for_other_year"),
        ({}, {}, {"permanent": True}, "filed_permanent_apart"),
        ({}, {"retention": "permanent", "years": None}, {"permanent": False}, "filed_temporary_apart"),
        ({"sheets": SheetCount(None, None)}, {}, {}, "filed_uncounted"),
        ({"sheets": SheetCount(None, None)}, {}, {"sheets": 3}, None),
        ({"sheets": SheetCount(200)}, {}, {}, "document_oversize"),
        ({"sheets": SheetCount(200)}, {}, {"apart": True, "reason": "закон молчит"}, None),
        ({"sheets": SheetCount(2, 100)}, {}, {"enclosure_apart": True}, "enclosure_not_apart"),
    ],
)
def test_what_is_refused_and_its_way_out(empty_desk: Desk, changes, case, how, code) -> None:
    volume = factories.case_opened(empty_desk, **case)
    one = factories.registered(empty_desk, **changes)
    if code is None:
        factories.filed(empty_desk, volume, one.id, **how)
        assert copies_of(empty_desk, one.id)[0].where is Where.CASE
        return
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, volume, one.id, **how)
    assert code in codes(told)
    assert cases.volume(empty_desk, volume).lines == ()
    assert copies_of(empty_desk, one.id)[0].where is Where.SERVICE


def test_an_enclosure_of_more_than_180_sheets_is_a_volume_of_its_own_and_noted(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    one = factories.registered(empty_desk, sheets=SheetCount(4, 190))
    factories.filed(empty_desk, volume, one.id, enclosure_apart=True)
    (line,) = cases.volume(empty_desk, volume).lines
    assert (line.sheets, line.notes) == (4, "приложение — том 2")
    (apart,) = [row for row in cases.volumes(empty_desk) if row.id != volume]
    assert (apart.holds, apart.sheets) == (VolumeHolds.ENCLOSURE, 190)
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, apart.id, factories.registered(empty_desk, sheets=SheetCount(1)).id)
    assert "volume_of_one" in codes(told)


def test_a_document_on_control_and_a_second_copy_are_refused(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk, copies=(1, 2))
    factories.filed(empty_desk, volume, one.id)
    second = copies_of(empty_desk, one.id)[1].id
    with pytest.raises(Refused) as told:
        file_copies(
            empty_desk,
            FileCopies(documents=(ToFile(copy_id=second, volume_id=volume),), on=TODAY, form_id="x"),
        )
    assert codes(told) == ["filed_second_copy"]
    held = factories.registered(empty_desk)
    factories.resolution(empty_desk, held.id, due_on=TODAY + dt.timedelta(days=9))
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, volume, held.id)
    assert codes(told) == ["filed_on_control"]
