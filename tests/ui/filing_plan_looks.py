"""The screens of the filing plan, as they are looked at."""

import uuid
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dspdesk.desk import Desk
from dspdesk.law.filing_plan import RegisterForm
from dspdesk.procedures.case_file import OpenCase, open_case
from dspdesk.queries.filing_plan import PlanRow, plan
from dspdesk.ui.filing_plan.heading_card import HeadingCard
from dspdesk.ui.filing_plan.place import FilingPlanPlace
from dspdesk.ui.filing_plan.plan_import import PlanImport
from dspdesk.ui.filing_plan.small_forms import RegistersForm, StrikeForm
from tests import factories, hands
from tests.factories import TODAY
from tests.ui.conftest import Asked


def planned(desk: Desk) -> list[PlanRow]:
    """A plan of three headings: one with a case, one restricted, one of a register."""
    first = factories.plan_entry(desk)
    factories.plan_entry(
        desk, case_index="01-04", heading_ru="Отчёты о проверках", heading_kk="Тексерулер туралы есептер",
        restricted=True, years=15, expert=True, article="88", documents="other",
    )  # fmt: skip
    factories.plan_entry(
        desk, case_index="01-05", heading_ru="Журнал учёта входящих документов с пометкой «ДСП»",
        heading_kk="«ҚБПҮ» белгісі бар кіріс құжаттарды есепке алу журналы", carry_over=True, documents="other",
        register=RegisterForm.INCOMING.value, article="132",
    )  # fmt: skip
    open_case(desk, OpenCase(plan_entry_id=first, form_id=uuid.uuid4().hex))
    return plan(desk, TODAY.year)


def _place(desk: Desk) -> QWidget:
    planned(desk)
    place = FilingPlanPlace(desk, Asked().services())
    place.refresh()
    hands.wait_until(place.loaded, "the rows")
    return place


DIALOGS: dict[str, Callable[[Desk], QWidget]] = {
    "filing_plan": _place,
    "plan_heading": lambda desk: HeadingCard(desk, None, TODAY.year, planned(desk)[1]),
    "plan_heading_struck": lambda desk: StrikeForm(desk, None, planned(desk)[1]),
    "plan_registers": lambda desk: RegistersForm(desk, None, planned(desk)[0].year),
    "plan_import": lambda desk: PlanImport(desk, TODAY.year),
}
