"""What a person chooses on the way to an import, and what is remembered of it."""

import pytest

from dspdesk.law.findings import Refused
from dspdesk.law.kinds import JournalKind
from dspdesk.procedures.importing import ImportJournal
from dspdesk.spreadsheets import memory
from dspdesk.spreadsheets.choice import ALL, ImportChoice
from dspdesk.spreadsheets.importing import import_journal
from dspdesk.spreadsheets.mapping import LEAVE_OUT
from dspdesk.spreadsheets.outline import outline, read_outline
from dspdesk.spreadsheets.workbook import Sheet, Workbook
from tests.spreadsheets.making import HEAD, NUMBERS, ONE_ROW, RU, entry_row

INCOMING = JournalKind.INCOMING
HEADED = [*HEAD["ru"], NUMBERS]


def book(*sheets):
    return Workbook("j.xlsx", "0" * 64, tuple(Sheet(name, visible=True, rows=rows) for name, rows in sheets))


def choice_of(found, recall=lambda _kind, _sheet: None, kind=INCOMING):
    return ImportChoice(found, kind, recall)


def test_what_recognition_reads_needs_no_mapping():
    choice = choice_of(read_outline(RU))
    assert choice.mapping() is None
    assert not choice.objections()


def test_a_column_said_otherwise_makes_a_mapping_and_can_be_taken_back():
    choice = choice_of(read_outline(RU))
    choice.fields[13] = LEAVE_OUT
    assert choice.by_hand()
    assert choice.mapping()["fields"][13] == LEAVE_OUT
    assert choice.mapping()["starts"] == [["Журнал", 6]]
    choice.proposed()
    assert choice.mapping() is None


def test_all_sheets_alike_take_one_mapping_each_from_its_own_first_entry():
    found = outline(
        book(("Январь", [*HEADED, entry_row(1)]), ("Февраль", [["титул"], *HEADED, entry_row(2)]))
    )
    choice = choice_of(found)
    assert (choice.name, choice.alike(), choice.mapping()) == (ALL, True, None)
    assert choice.names() == [ALL, "Январь", "Февраль"]
    choice.fields[13] = LEAVE_OUT
    assert choice.mapping()["starts"] == [["Январь", 4], ["Февраль", 5]]


def test_one_sheet_of_several_is_a_mapping_of_its_own():
    found = outline(book(("А", [*HEADED, entry_row(1)]), ("Б", [*HEADED, entry_row(2)])))
    choice = choice_of(found)
    choice.choose_sheet("Б")
    assert choice.mapping()["starts"] == [["Б", 4]]


def test_sheets_of_different_columns_cannot_share_one():
    turned = [list(reversed(ONE_ROW["ru"])), list(reversed(entry_row(2)))]
    found = outline(book(("А", [*HEADED, entry_row(1)]), ("Б", turned)))
    assert not choice_of(found).alike()


def test_a_sheet_without_headings_asks_for_everything():
    choice = choice_of(outline(book(("А", [entry_row(1), entry_row(2)]))))
    assert {one.code for one in choice.objections() if one.binding} == {"mapping_no_number"}
    choice.fields[:7] = [1, 2, 3, 4, 5, 6, 7]
    assert not any(one.binding for one in choice.objections())
    assert choice.mapping()["starts"] == [["А", 1]]


def test_another_kind_is_another_choice():
    choice = choice_of(read_outline(RU))
    choice.fields[0] = LEAVE_OUT
    choice.choose_kind(JournalKind.OUTGOING)
    assert choice.fields[0] == 1


def test_headings_are_the_words_over_each_column():
    words = choice_of(read_outline(RU)).headings()
    assert words[0] == "Дата поступления и индекс документа"
    assert words[4] == "Количество листов документа"


# --- memory ---


@pytest.fixture
def unknown():
    """A sheet of an office with its own headings."""
    return outline(
        book(("2025", [["Журнал 2025"], ["вх", "откуда-то", "о чём", "кол"], ["1", "2", "3", "4"], *BODY]))
    )


BODY = [[f"0{n}.01.2025 № {n}", "Акимат", "Письмо", 3.0] for n in range(1, 5)]
NEXT_YEAR = [
    *[["Журнал 2026"], [], ["ВХ ", "Откуда-то", " о чём", "кол"], ["1", "2", "3", "4"]],
    *[["12.01.2026 № 1", "Акимат", "Отчёт", 2.0]],
]


def test_next_years_sheet_maps_itself(desk, unknown):
    sheet = unknown.sheets[0]
    assert memory.recall(desk, INCOMING, sheet) is None
    assert memory.remember(desk, INCOMING, sheet, 4, (1, 3, 4, 5))
    next_year = outline(book(("2026", NEXT_YEAR))).sheets[0]
    assert memory.recall(desk, INCOMING, next_year) == memory.Remembered((1, 3, 4, 5), 5)
    choice = choice_of(outline(book(("2026", NEXT_YEAR))), lambda kind, one: memory.recall(desk, kind, one))
    assert (choice.fields, choice.start) == ([1, 3, 4, 5], 5)


def test_it_is_remembered_by_kind_and_forgotten(desk, unknown):
    sheet = unknown.sheets[0]
    memory.remember(desk, INCOMING, sheet, 4, (1, 3, 4, 5))
    assert memory.recall(desk, JournalKind.OUTGOING, sheet) is None
    memory.forget(desk, INCOMING, sheet, 4)
    assert memory.recall(desk, INCOMING, sheet) is None


def test_recognised_headings_are_remembered_too(desk):
    sheet = read_outline(RU).sheets[0]
    fields = (*range(1, 14), LEAVE_OUT)
    memory.remember(desk, INCOMING, sheet, 6, fields)
    assert memory.recall(desk, INCOMING, sheet) == memory.Remembered(fields, 6)


def test_a_sheet_without_words_is_not_remembered(desk):
    sheet = outline(book(("А", [["1", "2"], ["3", "4"]]))).sheets[0]
    assert not memory.remember(desk, INCOMING, sheet, 1, (1, 2))


def test_what_was_kept_for_another_width_is_not_taken(desk, unknown):
    sheet = unknown.sheets[0]
    memory.remember(desk, INCOMING, sheet, 4, (1, 3, 4, 5, 6))
    assert memory.recall(desk, INCOMING, sheet) is None


# --- through the import ---


def test_sheets_of_one_file_go_into_their_journals_one_by_one(empty_desk, tmp_path):
    import xlsxwriter

    path = tmp_path / "два журнала.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        for name, number in (("Входящие", 1), ("Другие", 2)):
            sheet = made.add_worksheet(name)
            for at, row in enumerate([*HEADED, entry_row(number)]):
                sheet.write_row(at, 0, row)

    def brought_in(name, kind):
        choice = choice_of(read_outline(path), kind=kind)
        if name:
            choice.choose_sheet(name)
        command = ImportJournal(path=path, journal=kind, year=2025, mapping=choice.mapping())
        return import_journal(empty_desk, command).imported

    assert brought_in("Входящие", INCOMING) == 1
    assert brought_in("Другие", JournalKind.PUBLICATIONS) == 1
    for name in ("Входящие", "Другие", ""):
        with pytest.raises(Refused):
            brought_in(name, INCOMING)
