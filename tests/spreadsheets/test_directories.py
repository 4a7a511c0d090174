"""Directories out of clerks' sheets."""

import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter

from dspdesk.law.kinds import DirectoryKind
from dspdesk.spreadsheets.directories import DirectorySheet, decoded, encoded, parse
from dspdesk.spreadsheets.reading import directory_in_child
from dspdesk.spreadsheets.records import UnreadableSheet
from dspdesk.spreadsheets.workbook import Sheet, Workbook
from tests.spreadsheets.making import RU

CORRESPONDENTS, PEOPLE, UNITS, PLACES = (
    DirectoryKind.CORRESPONDENTS,
    DirectoryKind.PEOPLE,
    DirectoryKind.UNITS,
    DirectoryKind.PLACES,
)


def read(kind: DirectoryKind, *rows: list, **more) -> DirectorySheet:
    wide = max(map(len, rows))
    sheet = Sheet("Лист1", more.get("visible", True), [[*row, *[""] * (wide - len(row))] for row in rows])
    return parse(Workbook("f.xlsx", "", (sheet, *more.get("others", ()))), kind)


def fields(sheet: DirectorySheet) -> list[dict]:
    return [dict(row.fields) for row in sheet.rows]


def test_correspondents_with_headings_in_russian():
    sheet = read(
        CORRESPONDENTS,
        ["Список корреспондентов"],
        ["№ п/п", "Наименование организации", "Почтовый\nадрес", "Условное наименование", "Телефон"],
        ["1", "2", "3", "4", "5"],
        [1.0, "АО «Казахтелеком»", "г. Астана", "–", "74-00-00"],
        [],
        [2.0, "  Минфин  РК ", "", "в/ч 1234", ""],
    )
    assert fields(sheet) == [
        {"name_ru": "АО «Казахтелеком»", "address_ru": "г. Астана"},
        {"name_ru": "Минфин РК", "conditional_name": "в/ч 1234"},
    ]
    assert [row.row for row in sheet.rows] == [4, 6]
    assert sheet.unread_columns == ("№ п/п", "Телефон")


def test_correspondents_with_headings_in_kazakh():
    sheet = read(CORRESPONDENTS, ["Атауы", "Мекенжайы"], ["Қаржы министрлігі", "Астана қ."])
    assert fields(sheet) == [{"name_kk": "Қаржы министрлігі", "address_kk": "Астана қ."}]


def test_one_caption_over_both_languages():
    sheet = read(
        CORRESPONDENTS,
        ["Наименование", "", "Адрес"],
        ["на государственном языке", "на русском языке", ""],
        ["Қаржы министрлігі", "Министерство финансов", "Астана"],
    )
    assert fields(sheet) == [
        {"name_kk": "Қаржы министрлігі", "name_ru": "Министерство финансов", "address_ru": "Астана"}
    ]


def test_people_units_and_places():
    people = read(
        PEOPLE,
        ["Ф.И.О.", "Должность", "Лауазымы", "Структурное подразделение", "Дата назначения"],
        ["Ахметов Б.К.", "эксперт", "сарапшы", "Отдел кадров", dt.datetime(2024, 3, 1)],
    )
    assert fields(people) == [
        {
            "name_ru": "Ахметов Б.К.",
            "position_ru": "эксперт",
            "position_kk": "сарапшы",
            "unit": "Отдел кадров",
            "valid_from": "01.03.2024",
        }
    ]
    assert fields(read(UNITS, ["Индекс", "Атауы", "Наименование"], ["05", "Бөлім", "Отдел"])) == [
        {"number_index": "05", "name_kk": "Бөлім", "name_ru": "Отдел"}
    ]
    places = read(PLACES, ["Кабинет", "Сейф", "Полка"], [312.0, 1.0, ""], [1.0, 2.0, 3.0])
    assert fields(places) == [{"room": "312", "safe": "1"}, {"room": "1", "safe": "2", "shelf": "3"}]


def test_headings_repeated_on_each_page_are_no_rows():
    head = ["Наименование", "Адрес"]
    assert fields(read(CORRESPONDENTS, head, ["Минфин", "Астана"], head, ["Минюст", ""])) == [
        {"name_ru": "Минфин", "address_ru": "Астана"},
        {"name_ru": "Минюст"},
    ]


def test_small_slips_in_a_heading_are_let_through():
    assert fields(read(CORRESPONDENTS, ["Наименовние организации", "Адресс"], ["Минфин", "Астана"])) == [
        {"name_ru": "Минфин"}
    ]


@pytest.mark.parametrize(
    "rows",
    [[["Телефон", "Факс"], ["1", "2"]], [["Адрес"], ["г. Астана"]], [["Список корреспондентов"]], [[""]]],
)
def test_a_sheet_without_a_column_of_names_is_told(rows):
    with pytest.raises(UnreadableSheet) as told:
        read(CORRESPONDENTS, *rows)
    assert "Наименование" in str(told.value)


def test_hidden_sheets_are_read_only_when_no_other_has_headings():
    hidden = Sheet("Старое", visible=False, rows=[["Наименование"], ["Прежний"]])
    assert fields(read(CORRESPONDENTS, ["Наименование"], ["Минфин"], others=(hidden,))) == [
        {"name_ru": "Минфин"}
    ]
    assert fields(read(CORRESPONDENTS, ["Прочее"], others=(hidden,))) == [{"name_ru": "Прежний"}]


@pytest.mark.parametrize("answer", [b"", b"{}", b'{"name": "f", "rows": [1], "unread": []}', b"[]", b"\xff"])
def test_what_is_no_answer_of_the_child_is_an_error(answer):
    with pytest.raises(ValueError):  # noqa: PT011 - also those of json
        decoded([answer])


def test_a_directory_goes_through_the_wire():
    sheet = read(CORRESPONDENTS, ["Наименование", "Факс"], ["Минфин \ud83d", "1"])
    assert decoded([encoded(sheet)]) == sheet


@pytest.mark.slow
def test_a_file_is_read_in_a_child(tmp_path: Path):
    path = tmp_path / "адреса.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet().write_column(0, 0, ["Наименование", "Минфин", "Минюст"])
    book.close()
    assert [row.fields for row in directory_in_child(path, CORRESPONDENTS).rows] == [
        {"name_ru": "Минфин"},
        {"name_ru": "Минюст"},
    ]
    path.write_text("это не таблица")
    with pytest.raises(UnreadableSheet):
        directory_in_child(path, CORRESPONDENTS)


@pytest.mark.slow
def test_a_journal_is_no_directory_of_people():
    with pytest.raises(UnreadableSheet):
        directory_in_child(RU, PEOPLE)
