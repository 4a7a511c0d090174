"""Filing on a real store, further: a batch counts itself, what copies are, words of imported registers, notes."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.law.case_file import CopyNature
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import JournalKind
from dspdesk.law.registration_journal import line
from dspdesk.law.values import SheetCount
from dspdesk.law.whereabouts import Where
from dspdesk.models import Copy, Movement
from dspdesk.procedures import copy_nature, filing, movement_corrections
from dspdesk.procedures.filing import FileCopies, FileUnregistered, ToFile
from dspdesk.procedures.filing_correction import StrikeFiling, strike
from dspdesk.procedures.registration import Annul, Correct, annul, correct
from dspdesk.queries import cases, item, journal_grid
from dspdesk.queries import filing as queries
from dspdesk.queries.journal_lines import items_of
from dspdesk.queries.whereabouts import copies_of
from tests import factories
from tests.factories import TODAY


def proposed(desk: Desk, item_id: int) -> int | None:
    """The open volume proposed for an entry."""
    return queries.proposed_volume(desk, item_id, queries.open_volumes(desk))


def codes(told) -> list[str]:
    return [finding.code for finding in told.value.findings]


def copy(desk: Desk, item_id: int, at: int = 0) -> int:
    return copies_of(desk, item_id)[at].id


def of(*documents: ToFile, reason: str = "") -> FileCopies:
    return FileCopies(documents=documents, on=TODAY, form_id=uuid.uuid4().hex, reason=reason)


def columns(desk: Desk, item_id: int) -> list[str]:
    ((journal, entry),) = items_of(desk, [item_id])
    return [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in line(entry, journal.kind, journal.language)]


def lines(desk: Desk, volume: int) -> int:
    return len(cases.volume(desk, volume).lines)


def test_a_second_copy_in_the_same_step_is_a_spare_one(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk, copies=(1, 2))
    both = of(*(ToFile(copy_id=copy(empty_desk, one.id, at), volume_id=volume) for at in (0, 1)))
    with pytest.raises(Refused) as told:
        filing.file_copies(empty_desk, both)
    assert codes(told) == ["filed_second_copy"]
    assert lines(empty_desk, volume) == 0
    elsewhere = factories.case_opened(empty_desk, case_index="01-07")
    apart = of(
        ToFile(copy_id=copy(empty_desk, one.id, 0), volume_id=volume),
        ToFile(copy_id=copy(empty_desk, one.id, 1), volume_id=elsewhere),
    )
    assert len(filing.file_copies(empty_desk, apart)) == 2


def test_one_copy_named_for_two_cases_goes_into_none(empty_desk: Desk) -> None:
    one = copy(empty_desk, factories.registered(empty_desk).id)
    here, elsewhere = factories.case_opened(empty_desk), factories.case_opened(empty_desk, case_index="01-07")
    with pytest.raises(Refused) as told:
        filing.file_copies(empty_desk, of(*(ToFile(copy_id=one, volume_id=key) for key in (here, elsewhere))))
    assert codes(told) == ["filed_twice"]
    assert (lines(empty_desk, here), lines(empty_desk, elsewhere)) == (0, 0)
    filing.file_copies(empty_desk, of(ToFile(copy_id=one, volume_id=elsewhere)))


@pytest.mark.parametrize("sheets", [0, -3, 10**30])
def test_sheets_that_nobody_can_have_counted_are_asked_again(empty_desk: Desk, sheets: int) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk)
    for apart in (False, True):
        asked = ToFile(copy_id=copy(empty_desk, one.id), volume_id=volume, sheets=sheets, apart=apart)
        with pytest.raises(Refused) as told:
            filing.file_copies(empty_desk, of(asked, reason="да"))
        assert "filed_uncounted" in codes(told)
    assert lines(empty_desk, volume) == 0
    filing.file_copies(empty_desk, of(ToFile(copy_id=copy(empty_desk, one.id), volume_id=volume, sheets=1)))


@pytest.mark.parametrize(("sheets", "how"), [((4, 190), "enclosure_apart"), ((190,), "apart")])
def test_a_volume_of_its_own_is_opened_on_the_day_of_filing(empty_desk: Desk, sheets, how: str) -> None:
    day = TODAY - dt.timedelta(days=1)
    volume = factories.case_opened(empty_desk, on=day)
    one = factories.registered(empty_desk, sheets=SheetCount(*sheets), date=day)
    asked = ToFile(copy_id=copy(empty_desk, one.id), volume_id=volume, **{how: True})
    filing.file_copies(empty_desk, replace(of(asked, reason="закон молчит"), on=day))
    (apart,) = (row for row in cases.volumes(empty_desk) if row.id != volume)
    assert apart.opened_on == day


def test_the_second_copy_names_the_volume_in_which_the_first_lies(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk, copies=(1, 2))
    factories.filed(empty_desk, volume, one.id)
    case = cases.volume(empty_desk, volume).row.case_id
    following = filing.case_file.open_volume(empty_desk, filing.case_file.OpenVolume(case_id=case)).volume_id
    second = of(ToFile(copy_id=copy(empty_desk, one.id, 1), volume_id=following))
    (found,) = filing.consider(empty_desk, second)
    assert (found.code, found.facts["volume"]) == ("filed_second_copy", "01-03, т. 1")


def test_a_day_counts_the_sheets_of_those_before_and_writes_all_or_none(empty_desk: Desk) -> None:
    volume = factories.case_opened(empty_desk)
    letters = [factories.registered(empty_desk, sheets=SheetCount(70)).id for _at in range(3)]
    documents = [ToFile(copy_id=copy(empty_desk, key), volume_id=volume) for key in letters]
    each = filing.consider_each(empty_desk, of(*documents))
    assert set(each) == {one.copy_id for one in documents}
    assert not any(each.values()), "each for itself has room"
    with pytest.raises(Refused) as told:
        filing.file_copies(empty_desk, of(*documents))
    assert codes(told) == ["volume_full"]
    assert lines(empty_desk, volume) == 0
    filing.file_copies(empty_desk, of(*documents[:2]))
    assert [one.first_sheet for one in cases.volume(empty_desk, volume).lines] == [1, 71]


def test_only_what_is_too_large_is_a_volume_of_its_own(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk, sheets=SheetCount(180))
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, volume, one.id, apart=True, reason="так удобнее")
    assert "document_not_apart" in codes(told)
    assert len(cases.volumes(empty_desk)) == 1


@pytest.mark.parametrize("nature", [nature for nature in CopyNature if nature.value])
def test_what_a_copy_is_decides_whether_it_is_filed(empty_desk: Desk, nature: CopyNature) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk)
    first = copy(empty_desk, one.id)
    copy_nature.say(empty_desk, copy_nature.SayNature(copy_ids=(first,), nature=nature))
    assert copies_of(empty_desk, one.id)[0].nature is nature
    assert item.item(empty_desk, one.id).history[-1].tag == "registration:item:nature_said"
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, volume, one.id)
    assert codes(told) == [f"filed_{nature.value}"]
    copy_nature.say(empty_desk, copy_nature.SayNature(copy_ids=(first,), nature=CopyNature.ORDINARY))
    factories.filed(empty_desk, volume, one.id)
    with pytest.raises(Refused) as told:
        copy_nature.say(empty_desk, copy_nature.SayNature(copy_ids=(first,), nature=nature))
    assert codes(told) == ["nature_in_case"]
    assert copies_of(empty_desk, one.id)[0].nature is CopyNature.ORDINARY


def test_an_imported_register_keeps_its_words_when_its_copy_is_filed(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk, copies=(1,))
    with empty_desk.transaction("test:movement:imported") as step:
        kept = step.session.get_one(Copy, copy(empty_desk, one.id))
        movement = Movement(
            copy_id=kept.id, kind="filing", happened_on=None, as_written="дело 5, л. 12",
            recorded_at=step.at, recorded_by=1,
        )  # fmt: skip
        step.session.add(movement)
        step.session.flush()
        kept.whereabouts_id = movement.id
    assert (copies_of(empty_desk, one.id)[0].where, columns(empty_desk, one.id)[11]) == (
        Where.CASE,
        "дело 5, л. 12",
    )
    factories.filed(empty_desk, volume, one.id)
    said = columns(empty_desk, one.id)[11]
    assert "дело 5, л. 12" in said
    assert "01-03, т. 1, л. 1–15" in said
    assert copies_of(empty_desk, one.id)[0].volume_id == volume
    assert empty_desk.verify() == []


def test_column_14_notes_an_enclosure_that_is_a_volume_of_its_own(empty_desk: Desk) -> None:
    note = "приложение — отдельный том: 01-03, т. 2"
    volume, one = (
        factories.case_opened(empty_desk),
        factories.registered(empty_desk, sheets=SheetCount(4, 190)),
    )
    other = factories.registered(empty_desk)
    assert note not in columns(empty_desk, one.id)[13]
    factories.filed(empty_desk, volume, one.id, enclosure_apart=True)
    factories.filed(empty_desk, volume, other.id)
    assert note in columns(empty_desk, one.id)[13]
    assert note not in columns(empty_desk, other.id)[13]
    assert copies_of(empty_desk, one.id)[0].words == "01-03, т. 1, л. 1–4"


def test_a_filing_is_not_undone_as_a_movement_but_in_its_case(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk)
    factories.filed(empty_desk, volume, one.id)
    with pytest.raises(Refused) as told:
        movement_corrections.undo(
            empty_desk,
            movement_corrections.UndoMovement(copy_ids=(copy(empty_desk, one.id),), mistake="не туда"),
        )
    assert codes(told) == ["filing_stays"]
    assert copies_of(empty_desk, one.id)[0].where is Where.CASE


def test_a_number_is_not_annulled_while_its_copy_lies_in_a_volume(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk)
    factories.filed(empty_desk, volume, one.id)
    with pytest.raises(Refused) as told:
        annul(empty_desk, Annul(item_id=one.id, reason="ошибка"))
    assert codes(told) == ["copy_not_here_case"]


@pytest.mark.parametrize(
    ("kind", "summary", "year", "passes"),
    [
        ("План", "работы на 2027 год", 2027, True),
        ("Жұмыс жоспары", "2027 жылға арналған", 2027, True),
        ("Отчёт", "об исполнении бюджета за 2025 г.", 2025, True),
        ("Смета", "расходов на 2027 год", 2026, False),
        ("Есеп", "2025 жылғы нәтижелер туралы", 2026, False),
        ("Письмо", "о плане на 2027 год", 2026, True),
        ("Письмо", "о плане на 2027 год", 2027, False),
    ],
)
def test_plans_reports_and_estimates_go_to_the_year_they_are_for(
    empty_desk: Desk, kind: str, summary: str, year: int, *, passes: bool
) -> None:
    """The law's example: a plan for 2027 that came in 2026 lies in a case of 2027."""
    volume = factories.case_opened(empty_desk, year=year)
    one = factories.registered(empty_desk, kind=kind, summary=summary)
    if passes:
        factories.filed(empty_desk, volume, one.id)
        assert cases.volume(empty_desk, volume).lines[0].for_year == year
        return
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, volume, one.id)
    assert codes(told) == ["filed_other_year" if kind == "Письмо" else "filed_for_other_year"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, None),
        ({"heading": "  "}, "line_without_heading"),
        ({"sheets": None}, "filed_uncounted"),
        ({"sheets": -3}, "filed_uncounted"),
        ({"sheets": 181}, "document_oversize"),
        ({"heading": "План на 2027 год"}, "filed_for_other_year"),
        ({"dated": TODAY.replace(year=TODAY.year - 1)}, "filed_other_year"),
        ({"permanent": True}, "filed_permanent_apart"),
        ({"sheets": -5}, "filed_uncounted"),
        ({"dated": TODAY + dt.timedelta(1)}, "moved_ahead"),
    ],
)
def test_an_unclassified_document_is_asked_the_same(empty_desk: Desk, changes, code) -> None:
    volume = factories.case_opened(empty_desk)
    defaults = {"number": "12", "dated": TODAY, "heading": "Письмо о сроках", "sheets": 2}
    command = FileUnregistered(volume_id=volume, on=TODAY, form_id="a", **(defaults | changes))
    found = [finding.code for finding in filing.consider_unregistered(empty_desk, command)]
    assert found == ([code] if code else [])
    if code is None:
        filing.file_unregistered(empty_desk, command)
    else:
        with pytest.raises(Refused) as told:
            filing.file_unregistered(empty_desk, command)
        assert codes(told) == [code]
    assert lines(empty_desk, volume) == (0 if code else 1)


def test_what_is_to_be_filed(empty_desk: Desk) -> None:
    """Executed and in no case: named when registered, off control, come back, signed here."""
    volume = factories.case_opened(empty_desk)
    named = factories.registered(empty_desk, case_index="01-03")
    unknown = factories.registered(empty_desk, case_index="09-99")
    back = factories.registered(empty_desk, copies=(1,))
    factories.handed(empty_desk, back.id, 1)
    from dspdesk.procedures.movements import TakeBack, take_back

    out = factories.registered(empty_desk)  # nobody has worked on it yet
    take_back(empty_desk, TakeBack(copy_ids=(copy(empty_desk, back.id),), on=TODAY))
    held = factories.registered(empty_desk, case_index="01-03")
    factories.resolution(empty_desk, held.id, due_on=TODAY)
    draft = factories.registered(empty_desk, case_index="01-03", copies=(1,))
    copy_nature.say(
        empty_desk,
        copy_nature.SayNature(copy_ids=(copy(empty_desk, draft.id),), nature=CopyNature.DRAFT),
    )
    letter = factories.registered(
        empty_desk,
        journal=JournalKind.OUTGOING,
        signatory="Омаров Т.Е.",
        signed_on=TODAY,
        executor="Ким А.В.",
    )
    volumes = queries.open_volumes(empty_desk)
    found = queries.to_file(empty_desk, volumes)
    assert {one.item_id: one.volume_id for one in found.copies} == {
        named.id: volume, unknown.id: None, back.id: None, letter.id: None
    }  # fmt: skip
    assert found.total == 4
    assert out.id not in {one.item_id for one in found.copies}
    factories.filed(empty_desk, volume, named.id)
    assert queries.to_file(empty_desk, volumes).total == 3
    assert queries.filable(empty_desk, volumes, item_id=held.id).volume_id == volume
    assert queries.filable(empty_desk, volumes, item_id=9_999) is None


def test_the_case_proposed_is_the_one_named_else_the_last_one_used(empty_desk: Desk) -> None:
    first = factories.case_opened(empty_desk)
    second = factories.case_opened(empty_desk, case_index="01-07")
    named = factories.registered(empty_desk, case_index="01 - 07")
    other = factories.registered(empty_desk)
    assert proposed(empty_desk, named.id) == second
    assert proposed(empty_desk, other.id) is None
    factories.filed(empty_desk, first, factories.registered(empty_desk).id)
    assert proposed(empty_desk, other.id) == first
    case = cases.volume(empty_desk, first).row.case_id
    following = filing.case_file.open_volume(empty_desk, filing.case_file.OpenVolume(case_id=case)).volume_id
    assert proposed(empty_desk, other.id) == following
    assert queries.last_volume(empty_desk, first) == following
    assert {row.id for row in queries.open_volumes(empty_desk)} == {following, second}


def test_a_volume_nearly_full_asks_why(empty_desk: Desk) -> None:
    volume, one = factories.case_opened(empty_desk), factories.registered(empty_desk, sheets=SheetCount(160))
    with pytest.raises(NeedsReason):
        factories.filed(empty_desk, volume, one.id)
    factories.filed(empty_desk, volume, one.id, reason="один вопрос")
    assert lines(empty_desk, volume) == 1


def test_sheets_counted_without_the_large_enclosure_are_refused(empty_desk: Desk) -> None:
    """The window asks for the sheets with the enclosures; who counts the letter alone is told so."""
    volume = factories.case_opened(empty_desk)
    one = factories.registered(empty_desk, sheets=SheetCount(4, 190))
    with pytest.raises(Refused) as told:
        factories.filed(empty_desk, volume, one.id, enclosure_apart=True, sheets=4)
    assert codes(told) == ["enclosure_not_counted"]
    assert (lines(empty_desk, volume), len(cases.volumes(empty_desk))) == (0, 1)
    factories.filed(empty_desk, volume, one.id, enclosure_apart=True, sheets=195)
    assert [line.sheets for line in cases.volume(empty_desk, volume).lines] == [5]


def test_what_a_copy_is_is_said_once_and_of_none_that_is_struck_out(empty_desk: Desk) -> None:
    one = factories.registered(empty_desk, copies=(1, 2))
    first, second = (copy(empty_desk, one.id, at) for at in (0, 1))
    said = copy_nature.SayNature(copy_ids=(first,), nature=CopyNature.SPARE)
    copy_nature.say(empty_desk, said)
    before = len(item.item(empty_desk, one.id).history)
    copy_nature.say(empty_desk, said)
    assert len(item.item(empty_desk, one.id).history) == before
    with empty_desk.transaction("test:copy:struck") as step:
        step.session.get_one(Copy, second).struck_on = TODAY
    with pytest.raises(Refused) as told:
        copy_nature.say(empty_desk, replace(said, copy_ids=(first, second)))
    assert codes(told) == ["copy_struck"]
    assert empty_desk.verify() == []


def test_the_register_names_each_volume_in_which_copies_lie(empty_desk: Desk) -> None:
    one, other = (factories.case_opened(empty_desk, case_index=index) for index in ("01-03", "01-04"))
    entry = factories.registered(empty_desk, sheets=SheetCount(3), copies=(1, 2, 3)).id
    filing.file_copies(
        empty_desk,
        of(
            ToFile(copy_id=copy(empty_desk, entry), volume_id=one),
            ToFile(copy_id=copy(empty_desk, entry, 1), volume_id=other),
        ),
    )
    (row,) = journal_grid.rows(empty_desk, [entry])
    assert row.filing.replace("\N{NO-BREAK SPACE}", " ") == "01-03, т. 1, л. 1–3; 01-04, т. 1, л. 1–3"


@pytest.mark.parametrize("seized", [False, True])
def test_a_correction_does_not_strike_out_a_copy_that_was_filed(empty_desk: Desk, seized: bool) -> None:
    volume = factories.case_opened(empty_desk)
    entry = factories.registered(empty_desk, sheets=SheetCount(3), copies=(1, 2)).id
    command = of(ToFile(copy_id=copy(empty_desk, entry, 1), volume_id=volume))
    (filed,) = filing.file_copies(empty_desk, command)
    if seized:
        factories.seizure_executed(empty_desk, volume, filed.filing_id)
    wanted = replace(item.item(empty_desk, entry).entry, copies=(1,))
    fewer = Correct(item_id=entry, entry=wanted, reason="ошибка")
    with pytest.raises(Refused) as told:
        correct(empty_desk, fewer)
    assert codes(told) == ["copies_away_stay"]
    assert [one.number for one in copies_of(empty_desk, entry)] == [1, 2]
    if not seized:  # what was never filed never was
        strike(empty_desk, StrikeFiling(filing_id=filed.filing_id, mistake="не тот экземпляр"))
        correct(empty_desk, fewer)
        assert [one.number for one in copies_of(empty_desk, entry)] == [1]


def test_filing_finds_its_lines_by_indexes(empty_desk: Desk) -> None:
    """At 100 000 documents neither a form saved twice nor a document that was moved reads all lines."""
    asked = (
        "SELECT id FROM filing WHERE form_id = 'a'",
        "SELECT arrived.id FROM filing LEFT JOIN filing AS arrived ON arrived.came_from_id = filing.id "
        "WHERE filing.id = 1",
        "SELECT DISTINCT copy.item_id FROM filing JOIN copy ON copy.id = filing.copy_id WHERE filing.out_kind <> ''",
    )
    with empty_desk.reading() as connection:
        for question in asked:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}")]
            assert not [said for said in plan if said.startswith("SCAN") and "INDEX" not in said], plan
