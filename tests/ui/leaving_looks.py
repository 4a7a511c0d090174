"""The screens of what leaves a volume, as they are looked at."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dspdesk.desk import Desk
from dspdesk.law.values import SheetCount
from dspdesk.procedures import seizure_record, seizure_return
from dspdesk.procedures.seizure_record import Certify
from dspdesk.procedures.seizure_return import ComeBack
from dspdesk.queries import cases
from dspdesk.queries import seizure_record as records
from dspdesk.ui.cases.coming_back import ComingBackForm
from dspdesk.ui.cases.relocating import RelocatingForm
from dspdesk.ui.cases.seizing import CertifyForm, DrawUpForm, ExecuteForm
from dspdesk.ui.cases.seizure_records import RecordsWindow
from dspdesk.ui.cases.striking import StrikingForm
from dspdesk.ui.cases.taking_out import TakingOutForm
from tests import factories
from tests.factories import TODAY
from tests.ui.conftest import Asked


def _volume(desk: Desk) -> int:
    """A volume of two documents; the service has a head."""
    factories.service_head(desk)
    volume = factories.case_opened(desk)
    entries = [factories.registered(desk, sheets=SheetCount(count)).id for count in (3, 12)]
    factories.filed(desk, volume, *entries)
    return volume


def _refused(desk: Desk) -> QWidget:
    """Taken out without a word of permission."""
    form = TakingOutForm(desk, None, _volume(desk))
    form.open()
    form.lines.show_value((cases.volume(desk, form.volume_id).lines[0].id,))
    form.go_on()
    return form


def _full(desk: Desk) -> QWidget:
    """Moved into a volume that has no room."""
    volume, target = _volume(desk), factories.case_opened(desk, case_index="01-05")
    big = factories.registered(desk, sheets=SheetCount(179))
    factories.filed(desk, target, big.id, reason="один вопрос")
    form = RelocatingForm(desk, None, volume, [cases.volume(desk, volume).lines[0].id])
    form.to.show_value(target)
    form.open()
    return form


def _record(desk: Desk) -> int:
    """A record of both documents, of one of which there is a certified copy."""
    volume = _volume(desk)
    lines = [line.id for line in cases.volume(desk, volume).lines]
    record = seizure_record.draw_up(desk, factories.seizure_of(desk, volume, *lines, present="Ли С.А."))
    first = records.record(desk, record).lines[0].id
    by = factories.service_head(desk)
    seizure_record.certify(
        desk, Certify(record_id=record, lines=(first,), certified_by_id=by, certified_on=TODAY)
    )
    return record


def _records(desk: Desk) -> QWidget:
    volume = records.record(desk, _record(desk)).volume_id
    return RecordsWindow(desk, None, Asked().services(), volume, lambda: None)


def _returned(desk: Desk) -> QWidget:
    """A record of two originals, of which one came back."""
    volume = _volume(desk)
    lines = [line.id for line in cases.volume(desk, volume).lines]
    record = factories.seizure_executed(desk, volume, *lines, present="Ли С.А.")
    come_back = ComeBack(
        record_id=record, lines=(records.record(desk, record).lines[0].id,), on=TODAY,
        paper="сопроводительное письмо от 20.11.2026 № 3-5", brought_by="следователь Серикбаев Д.О.", form_id="back",
    )  # fmt: skip
    seizure_return.come_back(desk, come_back)
    return RecordsWindow(desk, None, Asked().services(), volume, lambda: None)


def _coming_back(desk: Desk) -> QWidget:
    """Two originals, of which it is not said yet with what paper they came back."""
    volume = _volume(desk)
    lines = [line.id for line in cases.volume(desk, volume).lines]
    form = ComingBackForm(desk, None, factories.seizure_executed(desk, volume, *lines))
    form.open()
    form.go_on()
    return form


def _executing(desk: Desk) -> QWidget:
    form = ExecuteForm(desk, None, _record(desk))
    form.open()
    return form


DIALOGS: dict[str, Callable[[Desk], QWidget]] = {
    "case_taking_out": _refused,
    "case_relocating": _full,
    "case_striking": lambda desk: StrikingForm(desk, None, _volume(desk)),
    "seizure_drawing_up": lambda desk: DrawUpForm(desk, None, _volume(desk)),
    "seizure_certifying": lambda desk: CertifyForm(desk, None, _record(desk)),
    "seizure_executing": _executing,
    "seizure_records": _records,
    "seizure_coming_back": _coming_back,
    "seizure_came_back": _returned,
}
