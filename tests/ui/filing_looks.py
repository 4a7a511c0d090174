"""The windows of filing, as they are looked at."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dspdesk.desk import Desk
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.case_file import CopyNature
from dspdesk.law.values import SheetCount
from dspdesk.procedures.copy_nature import SayNature, say
from dspdesk.queries.item import ItemDetails, item
from dspdesk.queries.whereabouts import copies_of
from dspdesk.ui.filing.day import DayForm
from dspdesk.ui.filing.nature import NatureForm
from dspdesk.ui.filing.to_case import ToCaseForm
from dspdesk.ui.filing.unregistered import UnregisteredForm
from tests import factories, hands
from tests.factories import TODAY
from tests.ui.conftest import Asked


def _nearly_full(desk: Desk) -> int:
    volume = factories.case_opened(desk)
    full = factories.registered(desk, sheets=SheetCount(178))
    factories.filed(desk, volume, full.id, reason="один вопрос")
    return volume


def _details(desk: Desk, **changes: object) -> ItemDetails:
    found = item(desk, factories.registered(desk, case_index="01-03", **changes).id)
    assert found is not None
    return found


def _refused(desk: Desk) -> QWidget:
    _nearly_full(desk)
    return ToCaseForm(desk, None, Asked().services(), _details(desk, sheets=SheetCount(5)))


def _enclosure(desk: Desk) -> QWidget:
    factories.case_opened(desk, year=TODAY.year + 1)
    details = _details(desk, kind="План", summary="работы на 2027 год", sheets=SheetCount(4, 190))
    return ToCaseForm(desk, None, Asked().services(), details)


def _day(desk: Desk) -> QWidget:
    _nearly_full(desk)
    factories.case_opened(desk, case_index="01-07", heading_ru="Справки", heading_kk="Анықтамалар")
    for index in ("01-03", "01-07", "09-99"):
        factories.registered(desk, case_index=index, sheets=SheetCount(5))
    held = factories.registered(desk, case_index="01-07")
    factories.resolution(desk, held.id, due_on=TODAY)
    form = _loaded(DayForm(desk, None))
    form.take_scan(Code(Kind.ITEM, held.id))
    return form


def _loaded(form: DayForm) -> DayForm:
    hands.wait_until(form.loaded, "what is to be filed")
    return form


def _nature(desk: Desk) -> QWidget:
    details = _details(desk, copies=(1, 2, 3))
    keys = tuple(row.id for row in copies_of(desk, details.id))
    say(desk, SayNature(copy_ids=keys[2:], nature=CopyNature.SPARE))
    return NatureForm(desk, None, Asked().services(), details)


DIALOGS: dict[str, Callable[[Desk], QWidget]] = {
    "to_case_refused": _refused,
    "to_case_enclosure": _enclosure,
    "filing_day": _day,
    "filing_in_case": lambda desk: _loaded(DayForm(desk, None, _nearly_full(desk))),
    "filing_unregistered": lambda desk: UnregisteredForm(desk, None, factories.case_opened(desk)),
    "copy_nature": _nature,
}
