"""A case of 178 sheets and a document of 5: refused, the next volume opened from the finding, filed there."""

import pytest

from dspdesk.desk import Desk
from dspdesk.language.catalogue import _
from dspdesk.law.kinds import JournalKind
from dspdesk.law.values import SheetCount
from dspdesk.queries import cases
from dspdesk.queries.item import item
from dspdesk.queries.journal_lines import items_of
from dspdesk.queries.whereabouts import copies_of
from dspdesk.ui.filing.to_case import ToCaseForm
from tests import factories
from tests.hands import press
from tests.ui.journeys.walk import Walk


def a_case_of_178_sheets(desk: Desk) -> tuple[int, int]:
    """The volume, and a document of 5 sheets that is to go there."""
    today = desk.today()
    volume = factories.case_opened(desk, year=today.year)
    full = factories.registered(
        desk, date=today, their_date=today, year=today.year, sheets=SheetCount(178), kind="Письмо"
    )
    factories.filed(desk, volume, full.id, reason="один вопрос")
    letter = factories.registered(
        desk, date=today, their_date=today, year=today.year, sheets=SheetCount(5), copies=(1,),
        their_number="05-12/885дсп",
    )  # fmt: skip
    return volume, letter.id


def refused(one: Walk, letter: int) -> ToCaseForm:
    """The law speaks before anything is saved, and nothing is written."""
    one.go("incoming")
    one.settled()
    one.place().show_row(letter)
    one.settled()
    one.further(_("To a case…"))
    form = one.dialog(ToCaseForm)
    assert form.volume.row() is not None, "the last one used is proposed"
    form.ask_law()
    one.picture("refused")
    assert one.sees("объём дела не должен превышать 180")
    assert one.sees("подпункт 7) пункта 30 Правил")
    press("Ctrl+S")
    assert form.isVisible()
    assert [(row.number, row.sheets) for row in cases.volumes(one.desk)] == [(1, 178)]
    return form


@pytest.mark.journey
def test_the_181st_sheet_goes_into_the_next_volume(walk, planned):
    with walk() as one:
        volume, letter = a_case_of_178_sheets(one.desk)
        form = refused(one, letter)
        press("Alt+R")
        assert [(row.number, row.sheets) for row in cases.volumes(one.desk)] == [(1, 178), (2, 0)]
        assert not form.findings.findings()
        one.picture("next-volume")
        press("Ctrl+S")
        one.back()
        (copy,) = copies_of(one.desk, letter)
        assert copy.words == "01-03, т. 2, л. 1–5"
        assert cases.volume(one.desk, volume).row.sheets == 178
        ((_journal, entry),) = items_of(one.desk, [letter])
        assert entry.filings == ("01-03, т. 2, л. 1–5",)
        one.settled()
        one.picture("in-case")
        assert one.sees("01-03, т. 2, л. 1–5")
        assert item(one.desk, letter).journal.kind is JournalKind.INCOMING
        assert one.desk.verify() == []
