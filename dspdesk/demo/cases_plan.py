"""The filing plan of the sample: this year's and last year's, with the registers of the program itself."""

import random
import uuid

from dspdesk.desk import Desk
from dspdesk.law.filing_plan import Heading
from dspdesk.procedures import filing_plan
from dspdesk.procedures.filing_plan import AddRegisters, CopyPlan, EnterHeading
from dspdesk.queries.units import units

#: By the index of the unit: Kazakh, Russian, period and article, whether restricted, whether carried over.
_PLAN = {
    "01": (
        ("Негізгі қызмет бойынша бұйрықтар", "Приказы по основной деятельности", "Постоянно, ст. 12", True, False),
        ("Басшылықтағы кеңестердің хаттамалары", "Протоколы совещаний у руководства", "Постоянно, ст. 18", True, False),
        ("Министрліктермен хат алмасу", "Переписка с министерствами", "5 лет, ст. 47", True, False),
        ("Азаматтардың өтініштерін қарау туралы құжаттар", "Документы о рассмотрении обращений граждан",
         "5 лет, ст. 51", False, True),
    ),
    "02": (
        ("Талдау есептері", "Аналитические отчёты", "15 лет ЭПК, ст. 88", True, False),
        ("Талдау мәселелері бойынша хат алмасу", "Переписка по вопросам анализа", "5 лет, ст. 91", True, False),
    ),
    "04": (
        ("Шығыстар сметалары", "Сметы расходов", "Постоянно, ст. 201", True, False),
        ("Қаржы мәселелері бойынша хат алмасу", "Переписка по финансовым вопросам", "5 лет, ст. 210", False, False),
    ),
    "05": (
        ("Ақпараттық ресурстарды қорғау жоспарлары", "Планы защиты информационных ресурсов",
         "10 лет, ст. 93", True, False),
        ("Қорғау мәселелері бойынша хат алмасу", "Переписка по вопросам защиты", "5 лет, ст. 94", True, False),
    ),
    "06": (
        ("Кадр резервінің тізімдері", "Списки кадрового резерва", "До замены новыми", True, True),
        ("Жеке құрам бойынша бұйрықтар", "Приказы по личному составу", "75 лет, ст. 337", False, False),
    ),
    "07": (
        ("Тексерулер туралы есептер", "Отчёты о проверках", "15 лет ЭПК, ст. 88", True, False),
        ("Тексеру материалдары бойынша хат алмасу", "Переписка по материалам проверок", "5 лет, ст. 91", True, False),
    ),
}  # fmt: skip
_REGISTERS, _PERIOD = "01", "5 лет, ст. 132"


def fill(desk: Desk, _chance: random.Random) -> None:
    """Last year's plan is entered heading by heading and copied to this year."""
    last = desk.today().year - 1
    by_index = {unit.number_index: unit.id for unit in units(desk)}
    for section, headings in _PLAN.items():
        for place, (kk, ru, retention, restricted, carry_over) in enumerate(headings, 1):
            heading = Heading(
                case_index=f"{section}-{place:02}",
                heading_kk=kk,
                heading_ru=ru,
                retention=retention,
                restricted=restricted,
                carry_over=carry_over,
            )
            command = EnterHeading(
                year=last, unit_id=by_index[section], heading=heading, form_id=uuid.uuid4().hex
            )
            filing_plan.enter(desk, command)
    registers = AddRegisters(
        year=last, unit_id=by_index[_REGISTERS], retention=_PERIOD, form_id=uuid.uuid4().hex
    )
    filing_plan.add_registers(desk, registers)
    filing_plan.copy_plan(desk, CopyPlan(from_year=last, to_year=last + 1))
