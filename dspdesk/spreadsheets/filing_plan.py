"""The filing plan from a clerk's sheet to the store, and from the store to a sheet of the five usual columns."""

from dataclasses import replace
from io import BytesIO
from typing import Final

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language
from dspdesk.law.filing_plan import FilingPlanContent
from dspdesk.law.kinds import DirectoryKind
from dspdesk.procedures.filing_plan import ExportPlan, export
from dspdesk.procedures.filing_plan_import import ImportedPlan, ImportPlan, enter
from dspdesk.reports.filing_plan import STEM, title_lines
from dspdesk.reports.wording import Form, form
from dspdesk.spreadsheets.reading import directory_in_child

#: Widths of the columns, in letters.
WIDTHS: Final = (12, 62, 16, 36, 20)


def import_plan(desk: Desk, command: ImportPlan) -> ImportedPlan:
    """Bring a plan in; raises `Told` for a file that cannot be read, else as `enter`."""
    sheet = directory_in_child(command.path, DirectoryKind.FILING_PLAN)
    done = enter(desk, command, sheet.rows, sheet.above)
    return replace(done, unread_columns=sheet.unread_columns)


def export_plan(desk: Desk, command: ExportPlan) -> int:
    """Save the plan of a year as .xlsx; returns how many headings. Raises `Told` where it cannot be written."""
    return export(desk, command, workbook)


def workbook(content: FilingPlanContent, language: str) -> bytes:
    """The file: title, captions, their numbers, the units as merged rows, the total. Indexes are text for ever."""
    import xlsxwriter  # loaded where a file is written: it takes a moment

    words, out = form(STEM, Language(language)), BytesIO()
    with xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        sheet = book.add_worksheet(words["heading.title"][:31])
        title = book.add_format({"bold": True, "align": "center"})
        head = book.add_format(
            {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "top"}
        )
        cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"})
        for place, width in enumerate(WIDTHS):
            sheet.set_column(place, place, width)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.merge_range(0, 0, 0, len(WIDTHS) - 1, _title(content, words), title)
        sheet.merge_range(1, 0, 1, len(WIDTHS) - 1, content.organisation, title)
        for place, caption in enumerate(words.many("table.captions")):
            sheet.write_string(_HEAD, place, caption, head)
            sheet.write_number(_HEAD + 1, place, place + 1, head)
        sheet.repeat_rows(_HEAD, _HEAD + 1)
        sheet.freeze_panes(_HEAD + 2, 0)
        at = _HEAD + 2
        for unit in content.units:
            sheet.merge_range(at, 0, at, len(WIDTHS) - 1, unit.name, head)
            for line in unit.lines:
                at += 1
                said = (line.case_index, line.heading, line.expected, line.retention, line.notes)
                for place, text in enumerate(said):
                    sheet.write_string(at, place, text, cell)
            at += 1
        sheet.write_string(at + 1, 0, words["total.headings"], title)
        sheet.write_number(at + 1, 1, content.headings)
    return out.getvalue()


def _title(content: FilingPlanContent, words: Form) -> str:
    return " ".join(title_lines(content, words))


_HEAD: Final = 3  # row of the captions, from 0
