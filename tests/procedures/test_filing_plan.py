"""The filing plan on a real store: entered, corrected, struck out, registers added, copied, exported."""

import uuid
from dataclasses import replace

import pytest

from dspdesk.desk import Desk
from dspdesk.language.sentences import Told
from dspdesk.law.case_file import DocumentsKind
from dspdesk.law.filing_plan import Heading, RegisterForm, own_registers
from dspdesk.law.findings import NeedsReason, Refused
from dspdesk.law.kinds import JournalKind, Role
from dspdesk.law.settings import COMMON_JOURNAL
from dspdesk.models import Volume
from dspdesk.procedures import filing_plan as procedures
from dspdesk.procedures import settings, unit_inventory, units
from dspdesk.procedures.case_file import OpenCase, open_case
from dspdesk.procedures.filing_plan import (
    AddRegisters,
    CopyPlan,
    CorrectHeading,
    EnterHeading,
    ExportPlan,
    StrikeHeading,
)
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.queries import cases, inventories
from dspdesk.queries import filing_plan as queries
from dspdesk.queries.history import history
from dspdesk.queries.signatures import printouts
from dspdesk.spreadsheets.filing_plan import export_plan
from dspdesk.spreadsheets.workbook import read_workbook
from tests import factories
from tests.factories import TODAY

YEAR = TODAY.year
LETTERS = Heading(
    case_index="01-03",
    heading_kk="Министрліктермен хат алмасу",
    heading_ru="Переписка с министерствами",
    retention="5 лет, ст. 47",
)


def codes(told) -> list[str]:
    return [finding.code for finding in told.value.findings]


def enter(desk: Desk, heading: Heading = LETTERS, year: int = YEAR, unit: int = 0, **changes) -> int:
    command = EnterHeading(
        year=year,
        unit_id=unit or factories.unit(desk),
        heading=replace(heading, **changes),
        form_id=uuid.uuid4().hex,
    )
    return procedures.enter(desk, command)


def correct(desk: Desk, key: int, heading: Heading = LETTERS, reason: str = "", **changes) -> None:
    command = CorrectHeading(
        plan_entry_id=key, unit_id=factories.unit(desk), heading=replace(heading, **changes), reason=reason
    )
    procedures.correct(desk, command)


def rows(desk: Desk, year: int = YEAR) -> list:
    return queries.plan(desk, year)


def under(desk: Desk, key: int) -> int:
    return open_case(desk, OpenCase(plan_entry_id=key, form_id=uuid.uuid4().hex)).volume_id


# --- entering ---


def test_a_heading_is_entered_once_however_often_it_is_saved(empty_desk: Desk) -> None:
    command = EnterHeading(
        year=YEAR, unit_id=factories.unit(empty_desk), heading=LETTERS, form_id=uuid.uuid4().hex
    )
    assert procedures.enter(empty_desk, command) == procedures.enter(empty_desk, command)
    (row,) = rows(empty_desk)
    assert (row.case_index, row.heading("ru"), row.retention.words("ru")) == (
        "01-03",
        "Переписка с министерствами",
        "5 лет, ст. 47",
    )
    assert (row.documents, row.register, row.cases) == (DocumentsKind.CORRESPONDENCE, None, 0)
    (line,) = history(empty_desk, f"plan_entry:{row.id}")
    assert "01-03" in {field.after for field in line.fields}
    assert empty_desk.verify() == []


def test_a_heading_with_a_taken_index_is_refused_and_changes_nothing(empty_desk: Desk) -> None:
    enter(empty_desk)
    with pytest.raises(Refused) as told:
        enter(empty_desk, case_index="01 – 03", heading_ru="Приказы")
    assert codes(told) == ["plan_index_taken"]
    assert len(rows(empty_desk)) == 1
    enter(empty_desk, year=YEAR - 1)  # another year has an index of its own
    assert [row.year for year in (YEAR, YEAR - 1) for row in rows(empty_desk, year)] == [YEAR, YEAR - 1]


def test_a_closed_unit_gets_no_heading(empty_desk: Desk) -> None:
    unit = factories.unit(empty_desk)
    units.close_unit(empty_desk, units.CloseUnit(unit_id=unit, day=TODAY))
    with pytest.raises(Refused) as told:
        enter(empty_desk, unit=unit)
    assert codes(told) == ["unit_is_closed"]
    assert rows(empty_desk) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"retention": "вечно"}, "plan_retention_unreadable"), ({"case_index": ""}, "plan_index_needed")],
)
def test_what_cannot_stand_in_a_plan_is_refused(empty_desk: Desk, changes: dict, code: str) -> None:
    with pytest.raises(Refused) as told:
        enter(empty_desk, **changes)
    assert codes(told) == [code]
    assert rows(empty_desk) == []


def test_who_may_only_read_enters_nothing(empty_desk: Desk) -> None:
    unit = factories.unit(empty_desk)
    password = factories.colleague(empty_desk, "archive", Role.ARCHIVIST)
    reader = factories.signed_in(empty_desk.path, "archive", password)
    try:
        assert rows(reader) == []
        with pytest.raises(Refused) as told:
            enter(reader, unit=unit)
        assert codes(told) == ["not_entrusted"]
    finally:
        reader.close()


# --- correcting and striking out ---


def test_a_heading_without_cases_is_corrected_without_a_reason(empty_desk: Desk) -> None:
    key = enter(empty_desk)
    correct(empty_desk, key, case_index="01-04", retention="10 жыл, 47-бап", notes="2 дана")
    (row,) = rows(empty_desk)
    assert (row.case_index, row.retention.years, row.notes) == ("01-04", 10, "2 дана")
    with pytest.raises(Refused) as told:
        correct(empty_desk, key, case_index="01-04", retention="10 лет, ст. 47", notes="2 дана")
    assert codes(told) == ["nothing_changed"]


def test_under_a_heading_with_cases_the_index_stays_and_changes_have_a_reason(empty_desk: Desk) -> None:
    key = enter(empty_desk)
    under(empty_desk, key)
    with pytest.raises(Refused) as told:
        correct(empty_desk, key, case_index="01-07", reason="ошибка")
    assert codes(told) == ["plan_index_in_use"]
    with pytest.raises(NeedsReason) as asked:
        correct(empty_desk, key, retention="10 лет")
    assert codes(asked) == ["plan_changed_with_cases"]
    assert rows(empty_desk)[0].retention.years == 5
    correct(empty_desk, key, notes="переплести")  # which changes nothing for the cases
    correct(empty_desk, key, retention="10 лет", notes="переплести", reason="новый перечень")
    assert rows(empty_desk)[0].retention.years == 10
    assert history(empty_desk, f"plan_entry:{key}")[0].reason == "новый перечень"


def test_what_the_papers_of_the_archive_state_stays_under_the_heading(empty_desk: Desk) -> None:
    key = enter(empty_desk)
    volume = under(empty_desk, key)
    with empty_desk.transaction("test:volume:transferred") as step:
        step.session.get_one(Volume, volume).transferred_on = TODAY
    for changes in ({"retention": "10 лет"}, {"heading_ru": "Иное"}):
        with pytest.raises(Refused) as told:
            correct(empty_desk, key, reason="ошибка", **changes)
        assert "case_transferred" in codes(told)
    correct(empty_desk, key, notes="переплести")
    correct(empty_desk, key, notes="переплести", restricted=True, reason="найден гриф")
    assert cases.volume(empty_desk, volume).row.restricted


def test_what_an_approved_inventory_states_stays_under_the_heading(empty_desk: Desk) -> None:
    volume = factories.closed_volume(empty_desk, restricted=False, years=15)
    inventory = factories.inventory(empty_desk, volume, approved=True)
    (row,) = rows(empty_desk)
    kept = {"case_index": row.case_index, "heading_kk": row.heading_kk, "heading_ru": row.heading_ru}
    kept |= {"retention": row.retention.words("ru"), "reason": "ошибка"}
    for changes in ({"retention": "25 лет, ст. 47"}, {"heading_ru": "Иное"}, {"retention": "15 лет, ст. 99"}):
        with pytest.raises(Refused) as told:
            correct(empty_desk, row.id, **(kept | changes))
        assert codes(told) == ["plan_listed"]
    assert rows(empty_desk) == [row]
    correct(empty_desk, row.id, **(kept | {"notes": "переплести"}))
    (line,) = inventories.inventory(empty_desk, inventory).standing
    off = unit_inventory.StrikeLine(inventory_id=inventory, line_id=line.id, reason="иной заголовок")
    unit_inventory.strike_line(empty_desk, off)
    correct(empty_desk, row.id, **(kept | {"heading_ru": "Иное"}))
    assert rows(empty_desk)[0].heading_ru == "Иное"


def test_a_draft_of_an_inventory_keeps_no_heading(empty_desk: Desk) -> None:
    factories.inventory(empty_desk, factories.closed_volume(empty_desk, restricted=False))
    (row,) = rows(empty_desk)
    kept = {"case_index": row.case_index, "heading_kk": row.heading_kk, "retention": "15 лет"}
    correct(empty_desk, row.id, heading_ru="Иное", reason="описка", **kept)
    assert rows(empty_desk)[0].heading_ru == "Иное"


def test_a_heading_that_becomes_restricted_makes_its_cases_restricted(empty_desk: Desk) -> None:
    key = enter(empty_desk)
    volume = under(empty_desk, key)
    assert not cases.volume(empty_desk, volume).row.restricted
    correct(empty_desk, key, restricted=True, reason="переписка с пометкой")
    found = cases.volume(empty_desk, volume).row
    assert found.restricted_on == TODAY
    assert history(empty_desk, f"case_file:{found.case_id}")[0].reason == "переписка с пометкой"
    assert empty_desk.verify() == []


def test_one_restricted_case_puts_the_mark_into_the_plan(empty_desk: Desk) -> None:
    key = enter(empty_desk)
    volume = under(empty_desk, key)
    assert not rows(empty_desk)[0].marked
    factories.filed(empty_desk, volume, factories.registered(empty_desk).id)
    (row,) = rows(empty_desk)
    assert row.marked
    assert not row.restricted
    (unit,) = queries.content(empty_desk, YEAR, "kk").units
    assert unit.lines[0].heading == "Министрліктермен хат алмасу (ҚБПҮ)"


def test_a_heading_is_struck_out_with_a_reason_and_its_index_is_free(empty_desk: Desk) -> None:
    key = enter(empty_desk)
    with pytest.raises(Refused) as told:
        procedures.strike(empty_desk, StrikeHeading(plan_entry_id=key, reason="  "))
    assert codes(told) == ["reason_needed"]
    procedures.strike(empty_desk, StrikeHeading(plan_entry_id=key, reason="внесён ошибочно"))
    enter(empty_desk, heading_ru="Приказы")
    assert [(row.heading("ru"), row.struck_on) for row in rows(empty_desk)] == [
        ("Приказы", None),
        ("Переписка с министерствами", TODAY),
    ]
    with pytest.raises(Refused) as again:
        correct(empty_desk, key, case_index="01-09")
    assert codes(again) == ["plan_struck_already"]
    with pytest.raises(Refused):
        under(empty_desk, key)


def test_a_heading_with_a_case_is_not_struck_out(empty_desk: Desk) -> None:
    key = enter(empty_desk)
    under(empty_desk, key)
    with pytest.raises(Refused) as told:
        procedures.strike(empty_desk, StrikeHeading(plan_entry_id=key, reason="внесён ошибочно"))
    assert codes(told) == ["plan_heading_has_cases"]
    (row,) = rows(empty_desk)
    assert (row.struck_on, row.cases) == (None, 1)
    (case,) = queries.cases_under(empty_desk, key)
    assert (case.ordinal, case.volumes, case.volume_id) == (1, 1, row.first_volume)


# --- own registers ---


def test_own_registers_that_are_missing_are_added_in_one_step(empty_desk: Desk) -> None:
    unit = factories.unit(empty_desk, number_index="01")
    enter(
        empty_desk,
        case_index="01-04",
        heading_ru="Журнал учёта входящих документов с пометкой «ДСП»",
        register=RegisterForm.INCOMING,
    )
    command = AddRegisters(year=YEAR, unit_id=unit, retention="5 лет, ст. 132", form_id="once")
    made = procedures.add_registers(empty_desk, command)
    found = [row for row in rows(empty_desk) if row.id in made]
    assert [row.case_index for row in found] == [f"01-{n:02}" for n in range(5, 5 + len(found))]
    assert {row.register for row in rows(empty_desk)} == set(own_registers())
    assert queries.missing_registers(empty_desk, YEAR) == ()
    assert procedures.add_registers(empty_desk, replace(command, form_id="twice")) == ()
    strike = StrikeHeading(plan_entry_id=made[0], reason="ведётся в другом отделе")
    procedures.strike(empty_desk, strike)
    assert procedures.add_registers(empty_desk, command) == made
    assert len(queries.missing_registers(empty_desk, YEAR)) == 1
    assert len(history(empty_desk, f"plan_entry:{made[1]}")) == 1


def test_a_common_journal_is_one_heading_instead_of_those_of_its_sections(empty_desk: Desk) -> None:
    flows = [JournalKind.INCOMING.value, JournalKind.OUTGOING.value]
    settings.change(empty_desk, settings.ChangeSettings(values={COMMON_JOURNAL: flows}))
    missing = queries.missing_registers(empty_desk, YEAR)
    assert RegisterForm.COMMON_JOURNAL in missing
    assert RegisterForm.INTERNAL in missing
    assert RegisterForm.INCOMING not in missing


def test_registers_need_a_period(empty_desk: Desk) -> None:
    command = AddRegisters(year=YEAR, unit_id=factories.unit(empty_desk), retention="", form_id="once")
    with pytest.raises(Refused) as told:
        procedures.add_registers(empty_desk, command)
    assert codes(told) == ["plan_retention_needed"]
    assert rows(empty_desk) == []


# --- the next year ---


def test_a_plan_is_copied_without_what_was_struck_out_and_only_once(empty_desk: Desk) -> None:
    one, two = enter(empty_desk), enter(empty_desk, case_index="01-04", expected=3)
    struck = enter(empty_desk, case_index="01-05")
    procedures.strike(empty_desk, StrikeHeading(plan_entry_id=struck, reason="не нужен"))
    command = CopyPlan(from_year=YEAR, to_year=YEAR + 1)
    done = procedures.copy_plan(empty_desk, command)
    found = rows(empty_desk, YEAR + 1)
    assert [row.id for row in found] == list(done.made)
    assert [row.copied_from_id for row in found] == [one, two]
    assert [row.expected for row in found] == [None, None]
    procedures.strike(empty_desk, StrikeHeading(plan_entry_id=done.made[0], reason="не нужен"))
    again = procedures.copy_plan(empty_desk, command)
    assert (again.made, again.there) == ((), 2)  # also what was struck out there on purpose
    enter(empty_desk, case_index="01-09")
    assert len(procedures.copy_plan(empty_desk, command).made) == 1
    assert empty_desk.verify() == []


def test_headings_of_closed_units_stay_behind_and_are_named(empty_desk: Desk) -> None:
    gone = factories.unit(empty_desk, "Отдел печати")
    enter(empty_desk, unit=gone)
    enter(empty_desk, case_index="02-01")
    units.close_unit(empty_desk, units.CloseUnit(unit_id=gone, day=TODAY))
    done = procedures.copy_plan(empty_desk, CopyPlan(from_year=YEAR, to_year=YEAR + 1))
    assert (len(done.made), done.closed) == (1, ("Отдел печати",))


def test_an_index_that_stands_in_the_year_already_is_left_as_it_is(empty_desk: Desk) -> None:
    enter(empty_desk)
    enter(empty_desk, year=YEAR + 1, heading_ru="Приказы")
    done = procedures.copy_plan(empty_desk, CopyPlan(from_year=YEAR, to_year=YEAR + 1))
    assert (done.made, done.there) == ((), 1)
    assert [row.heading("ru") for row in rows(empty_desk, YEAR + 1)] == ["Приказы"]


def test_no_plan_is_made_for_the_year_after_next(empty_desk: Desk) -> None:
    enter(empty_desk)
    with pytest.raises(Refused) as told:
        procedures.copy_plan(empty_desk, CopyPlan(from_year=YEAR, to_year=YEAR + 2))
    assert codes(told) == ["plan_year_impossible"]


# --- out of the store ---


def test_the_plan_is_saved_as_a_spreadsheet_and_the_ledger_has_it(empty_desk: Desk, tmp_path) -> None:
    enter(empty_desk, heading_ru="=1+1", restricted=True, carry_over=True)
    path = tmp_path / "plan.xlsx"
    assert export_plan(empty_desk, ExportPlan(year=YEAR, language="ru", path=path)) == 1
    (sheet,) = read_workbook(path).sheets
    said = [[str(cell) for cell in row] for row in sheet.rows]
    assert said[0][0] == "Номенклатура дел на 2026 год"
    assert said[5][0] == "01. Отдел анализа"
    assert said[6] == ["01-03", "=1+1 (ДСП)", "", "5 лет, ст. 47", "переходящее"]
    assert said[8][0] == "Итого заголовков"
    told = history(empty_desk, f"year:{YEAR}")
    assert len(told) == 1


def test_a_plan_that_cannot_be_written_is_not_in_the_ledger(empty_desk: Desk, tmp_path) -> None:
    enter(empty_desk)
    with pytest.raises(Told):
        export_plan(empty_desk, ExportPlan(year=YEAR, language="ru", path=tmp_path / "no" / "plan.xlsx"))
    assert history(empty_desk, f"year:{YEAR}") == []


def test_a_year_without_headings_is_neither_printed_nor_saved(empty_desk: Desk, tmp_path) -> None:
    path = tmp_path / "plan.xlsx"
    with pytest.raises(Refused) as told:
        export_plan(empty_desk, ExportPlan(year=YEAR, language="ru", path=path))
    assert codes(told) == ["plan_without_headings"]
    assert not path.exists()
    with pytest.raises(Refused):
        print_paper(empty_desk, PaperRequest(paper="filing_plan", language="ru", about=f"year:{YEAR}"))
    assert printouts(empty_desk) == []
    assert history(empty_desk, f"year:{YEAR}") == []


def test_the_printed_plan_waits_for_who_signs_and_who_approves(empty_desk: Desk) -> None:
    enter(empty_desk)
    printed = print_paper(empty_desk, PaperRequest(paper="filing_plan", language="kk", about=f"year:{YEAR}"))
    assert printed.sheets == 1
    (row,) = printouts(empty_desk)
    assert row.paper == "filing_plan"
    assert len(row.signers) == 2
