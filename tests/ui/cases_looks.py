"""The screens of cases and volumes, as they are looked at."""

import uuid
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dspdesk.desk import Desk
from dspdesk.law.certification_sheet import INSERT, Further, Line, Statement
from dspdesk.law.growing import Grow
from dspdesk.law.kinds import JournalKind, PlaceKind
from dspdesk.law.relations import Side
from dspdesk.law.values import SheetCount
from dspdesk.law.withdrawal import Permission
from dspdesk.procedures.case_file import OpenVolume, open_volume
from dspdesk.procedures.certification_sheet import FillIn, fill_in
from dspdesk.procedures.filing import FileUnregistered, file_unregistered
from dspdesk.procedures.office import EnterPlace, enter_place
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.procedures.relations import Relate, relate
from dspdesk.procedures.withdrawal import TakeOut, take_out
from dspdesk.queries import cases
from dspdesk.queries.item import item
from dspdesk.queries.people import at_desk
from dspdesk.ui.cases.certifying import CertifyingForm
from dspdesk.ui.cases.closing import ClosingDialog, ReopeningForm
from dspdesk.ui.cases.correcting import CorrectCaseForm
from dspdesk.ui.cases.inventory_printing import InventoryPrinting
from dspdesk.ui.cases.lines import LinesDialog
from dspdesk.ui.cases.opening import NextVolumeForm, OpenCaseForm
from dspdesk.ui.cases.place import CasesPlace
from dspdesk.ui.cases.printout import PrintoutForm
from dspdesk.ui.cases.storing import PutVolumeForm
from dspdesk.ui.relations.dialog import LinkedDocuments
from tests import factories, hands
from tests.factories import TODAY
from tests.ui.conftest import Asked


def volume_with_documents(desk: Desk) -> int:
    """A volume of three lines, one of them without entry in a journal; a second volume, and a case of last year."""
    factories.case_opened(desk, year=TODAY.year - 1, heading_ru="Переписка прошлого года", carry_over=True)
    person = factories.employee(desk, "Сейтова А.Б.")
    factories.appointed(desk, person, unit_id=factories.unit(desk))
    volume = factories.case_opened(desk, responsible_id=person)
    line = FileUnregistered(
        volume_id=volume, number="14-2/118", dated=TODAY, heading="Письмо о сроках", sheets=2, on=TODAY,
        form_id=uuid.uuid4().hex,
    )  # fmt: skip
    one = factories.registered(desk, sheets=SheetCount(14))
    two = factories.registered(desk, sheets=SheetCount(1))
    factories.filed(desk, volume, one.id)
    file_unregistered(desk, line)
    factories.filed(desk, volume, two.id)
    open_volume(desk, OpenVolume(case_id=cases.volume(desk, volume).row.case_id))
    return volume


def _place(desk: Desk) -> QWidget:
    volume = volume_with_documents(desk)
    place = CasesPlace(desk, Asked().services())
    place.resize(1400, 800)
    place.show()
    place.show_row(volume)
    hands.wait_until(place.loaded, "the rows")
    return place


def _empty(desk: Desk) -> QWidget:
    factories.plan_entry(desk)
    place = CasesPlace(desk, Asked().services())
    place.show()
    place.refresh()
    hands.wait_until(place.loaded, "the rows")
    return place


def _opening(desk: Desk) -> QWidget:
    entry = factories.plan_entry(desk, restricted=True)
    return OpenCaseForm(desk, None, entry)


def _standing(desk: Desk) -> QWidget:
    row = cases.volume(desk, volume_with_documents(desk)).row
    form = OpenCaseForm(desk, None, row.plan_entry_id)
    form.open()
    form.go_on()
    return form


def _lines(desk: Desk) -> QWidget:
    dialog = LinesDialog(desk, None, cases.volume(desk, volume_with_documents(desk)).row)
    hands.wait_until(dialog.loaded, "the lines")
    return dialog


def _putting(desk: Desk) -> QWidget:
    room = enter_place(desk, EnterPlace(kind=PlaceKind.ROOM, name="Кабинет 214"))
    form = PutVolumeForm(desk, None, volume_with_documents(desk))
    form.place.show_value(room)
    form.open()
    form.go_on()
    return form


def _certified(desk: Desk) -> QWidget:
    """A sheet that is on paper: another one is by an act."""
    volume = volume_with_documents(desk)
    lines = (
        Line(5, sheets="3, 7 (2)"),
        Line(18, Further.ENVELOPES, 4, "3"),
        Line(INSERT, "Оптический диск", 2),
    )
    said = Statement(
        dated=TODAY, filled_by_id=at_desk(desk).employee_id, numbered=17, inventory_sheets=1, lines=lines
    )
    fill_in(desk, FillIn(volume_id=volume, said=said, form_id=uuid.uuid4().hex))
    print_paper(desk, PaperRequest(paper="certification_sheet", language="ru", about=f"volume:{volume}"))
    form = CertifyingForm(desk, None, volume)
    form.open()
    form.go_on()
    return form


def _inventory_printing(desk: Desk) -> QWidget:
    """Before an inventory is printed on: a new line, and one that was noted since it was printed."""
    volume = volume_with_documents(desk)
    request = PaperRequest(paper="inner_inventory", language="ru", about=f"volume:{volume}", grow=Grow.ON)
    print_paper(desk, request)
    out = TakeOut(
        volume_id=volume,
        lines=(cases.volume(desk, volume).lines[1].id,),
        permission=Permission(number="3", on=TODAY, by_id=factories.service_head(desk)),
        why="по запросу",
        on=TODAY,
        form_id=uuid.uuid4().hex,
    )
    take_out(desk, out)
    factories.filed(desk, volume, factories.registered(desk, sheets=SheetCount(2)).id)
    form = InventoryPrinting(desk, volume)
    hands.wait_until(form.loaded, "what has been printed")
    return form


def _to_close(desk: Desk) -> int:
    """A volume kept for ever, with a document whose printout is missing and a reply that lies in no case."""
    volume = factories.case_opened(desk, retention="permanent", years=None)
    document = factories.carrier(desk, sheets=SheetCount(14)).id
    reply = factories.registered(desk, journal=JournalKind.OUTGOING, summary="ответ на запрос").id
    factories.filed(desk, volume, document, printout=False)
    relate(desk, Relate(item_id=reply, other_id=document, side=Side.REPLY_TO))
    return volume


def _linked(desk: Desk) -> QWidget:
    """An entry with a linked document, and one that names it as what it answers."""
    (line,) = cases.volume(desk, _to_close(desk)).lines
    details = item(desk, line.item_id or 0)
    assert details is not None
    number = str(details.number)
    factories.registered(
        desk, journal=JournalKind.INTERNAL, their_number=number, correspondent="Отдел анализа"
    )
    return LinkedDocuments(desk, None, Asked().services(), details)


def _closing(desk: Desk) -> QWidget:
    return ClosingDialog(desk, None, Asked().services(), _to_close(desk), whole_case=True)


def _printout(desk: Desk) -> QWidget:
    (line,) = cases.volume(desk, _to_close(desk)).lines
    return PrintoutForm(desk, None, line.volume_id, line.id)


DIALOGS: dict[str, Callable[[Desk], QWidget]] = {
    "cases": _place,
    "cases_none": _empty,
    "case_opening": _opening,
    "case_standing": _standing,
    "volume_next": lambda desk: NextVolumeForm(desk, None, volume_with_documents(desk)),
    "case_correcting": lambda desk: CorrectCaseForm(desk, None, volume_with_documents(desk)),
    "volume_putting": _putting,
    "volume_lines": _lines,
    "certifying": lambda desk: CertifyingForm(desk, None, volume_with_documents(desk)),
    "certifying_by_act": _certified,
    "inventory_printing": _inventory_printing,
    "linked_documents": _linked,
    "case_closing": _closing,
    "case_reopening": lambda desk: ReopeningForm(desk, None, volume_with_documents(desk)),
    "printout_filed": _printout,
}
