"""Each reason has a sentence, and the sentence says all its facts."""

import ast
import datetime as dt
import string
from pathlib import Path

import pytest

import dspdesk.spreadsheets
from dspdesk.language.catalogue import Language, use_language
from dspdesk.spreadsheets import reasons
from dspdesk.spreadsheets.records import HeldBack, Reason, UnreadableSheet

SOURCES = sorted(Path(dspdesk.spreadsheets.__file__).parent.glob("*.py"))
RAISED = {"UnreadableSheet": reasons._UNREADABLE, "Unclear": reasons._HELD_BACK, "reason": reasons._HELD_BACK}


def raised():
    """Codes with the facts given, as the sources call them."""
    for source in SOURCES:
        for call in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            name = getattr(getattr(call, "func", None), "id", None) if isinstance(call, ast.Call) else None
            if name in RAISED and call.args:
                facts = {keyword.arg for keyword in call.keywords}
                for code in ast.walk(call.args[0]):
                    if isinstance(code, ast.Constant) and isinstance(code.value, str):
                        yield name, code.value, facts


def test_every_code_has_a_sentence_with_the_facts_it_is_given():
    found = {(name, code): facts for name, code, facts in raised() if None not in facts}
    assert len(found) > 15
    for (name, code), facts in found.items():
        named = {field for _, field, _, _ in string.Formatter().parse(RAISED[name][code]) if field}
        assert named <= facts, code


def test_all_reasons_of_a_row_stand_in_one_text():
    use_language(Language.RU)
    held = HeldBack(
        78,
        (
            Reason("date_outside_year", {"date": dt.date(2024, 3, 5), "year": 2025}),
            Reason("number_missing", {}),
        ),
    )
    text = reasons.reason_text(held)
    assert "05.03.2024" in text
    assert "2025" in text
    assert text.count(".") >= 2


@pytest.mark.parametrize(("sheet", "named"), [("Январь", False), ("Февраль", True)])
def test_a_number_met_before_names_the_sheet_only_if_it_is_another(sheet, named):
    facts = {"number": "12", "first_row": 7, "first_sheet": "Январь"}
    text = reasons.reason_text(HeldBack(9, (Reason("number_twice", facts),), sheet))
    assert ("Январь" in text) is named


def test_an_unreadable_file_tells_itself():
    assert "64" in str(UnreadableSheet("too_large", megabytes=64))
