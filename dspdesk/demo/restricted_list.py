"""The lists of the sample: the body's own with an order that changed it, a departmental one, proposals, documents."""

import datetime as dt
import random

from dspdesk.desk import Desk
from dspdesk.law.kinds import Headship, JournalKind
from dspdesk.law.restricted_list import Criterion, Designation, EntryWords, Order
from dspdesk.procedures import designations, list_proposals, restricted_list
from dspdesk.procedures.designations import Designate
from dspdesk.procedures.list_proposals import Decide, ProposeSupplement
from dspdesk.procedures.restricted_list import AmendList, ApproveList, Changed
from dspdesk.queries import restricted_list as queries

_DOCUMENTS = 12  # own documents of this year that name their entry
_OWN = (
    ("1.1", "қорғалатын ақпарат тасығыштарын есепке алу нысандары", "учётные формы носителей защищаемой информации",
     Criterion.SECRECY_REGIME),
    ("1.2", "үй-жайларды күзету мен оларға кіру тәртібі туралы мәліметтер",
     "сведения о порядке охраны помещений и доступа в них", Criterion.SECRECY_REGIME),
    ("2.1", "ақпараттық жүйелерді қорғау шаралары туралы мәліметтер",
     "сведения о мерах защиты информационных систем", Criterion.WORK_OF_BODIES),
    ("2.2", "электрондық ресурстарға қол жеткізу деректемелері", "реквизиты доступа к электронным ресурсам",
     Criterion.WORK_OF_BODIES),
    ("2.3", "деректер базаларының құрылымы мен резервтік көшірмелері туралы мәліметтер",
     "сведения о строении баз данных и их резервных копиях", Criterion.WORK_OF_BODIES),
    ("3.1", "құпиялылық шартымен алынған мәліметтер", "сведения, полученные на условиях конфиденциальности",
     Criterion.CONFIDED),
    ("4.1", "кадр резервіндегі адамдар туралы мәліметтер", "сведения о лицах в кадровом резерве",
     Criterion.LAWFUL_INTERESTS),
    ("4.2", "ұйымдардың қаржылық жағдайы туралы мәліметтер", "сведения о финансовом положении организаций",
     Criterion.LAWFUL_INTERESTS),
    ("5.1", "шешім әзірлеу барысындағы хат-хабар", "переписка в ходе выработки решений",
     Criterion.DECISIONS_IN_PREPARATION),
    ("5.2", "шешім қабылданғанға дейінгі кеңестердің хаттамалары", "протоколы совещаний до принятия решения",
     Criterion.DECISIONS_IN_PREPARATION),
    ("6.1", "түпкілікті шешім қабылданбаған тексерулердің нәтижелері",
     "результаты проверок, по которым не принято окончательное решение", Criterion.UNFINISHED_CHECKS),
    ("7.1", "халықаралық ұйымдардан түскен мәліметтер", "сведения, поступившие от международных организаций",
     Criterion.FOREIGN),
)  # fmt: skip
_DEPARTMENTAL = (
    ("1", "ведомстволық есептіліктің жиынтық деректері", "сводные данные ведомственной отчётности", None),
    ("2", "жоспардан тыс іс-шаралардың кестелері", "графики внеплановых мероприятий", None),
)


def fill(desk: Desk, chance: random.Random) -> None:
    """Enter lists, an order that changed the body's own, proposals, and the entries some documents rest on."""
    year = desk.today().year
    own = ApproveList(
        name_kk="Қызмет бабында пайдалану үшін мәліметтер тізбесі",
        name_ru="Перечень сведений для служебного пользования",
        order=Order("12-нқ", dt.date(year - 2, 2, 10)),
        entries=tuple(EntryWords(*line) for line in _OWN),
    )
    list_id = restricted_list.approve(desk, own)
    departmental = ApproveList(
        name_kk="Ведомстволық мәліметтер тізбесі",
        name_ru="Ведомственный перечень сведений",
        departmental=True,
        order=Order("87", dt.date(year - 6, 5, 21)),
        entries=tuple(EntryWords(*line) for line in _DEPARTMENTAL),
    )
    restricted_list.approve(desk, departmental)
    _amend(desk, list_id)
    _propose(desk)
    _designate(desk, chance)


def _amend(desk: Desk, list_id: int) -> None:
    """Last year one entry was changed, one ended, one added."""
    rows = {row.point: row for row in queries.entries(desk) if row.list_id == list_id}
    changed = EntryWords(
        "2.3", "деректер базаларының резервтік көшірмелері туралы мәліметтер",
        "сведения о резервных копиях баз данных", Criterion.WORK_OF_BODIES,
    )  # fmt: skip
    added = EntryWords(
        "6.2", "ішкі аудиттің бекітілмеген есептері", "неутверждённые отчёты внутреннего аудита",
        Criterion.UNFINISHED_CHECKS,
    )  # fmt: skip
    order = AmendList(
        list_id=list_id, order=Order("31-нқ", dt.date(desk.today().year - 1, 6, 3)), added=(added,),
        changed=(Changed(entry_id=rows["2.3"].id, to=changed),), ended=(rows["4.2"].id,),
    )  # fmt: skip
    restricted_list.amend(desk, order)


def _propose(desk: Desk) -> None:
    """One proposal waits, another was declined."""
    executor, head = _proposers(desk)
    waits = ProposeSupplement(
        information="сведения о графике выездных проверок",
        reasons="преждевременная огласка сделает проверки бесполезными",
        executor_id=executor, head_id=head, proposed_on=desk.today() - dt.timedelta(days=4), form_id="demo-list-1",
    )  # fmt: skip
    list_proposals.propose(desk, waits)
    declined = ProposeSupplement(
        information="қызметтік автокөліктердің маршруттары", reasons="жолдағы қауіпсіздік үшін",
        executor_id=executor, head_id=head, proposed_on=desk.today() - dt.timedelta(days=40), form_id="demo-list-2",
    )  # fmt: skip
    key = list_proposals.propose(desk, declined)
    on = desk.today() - dt.timedelta(days=30)
    list_proposals.decide(desk, Decide(proposal_id=key, decided_on=on, words="1.2-тармақпен қамтылған"))


def _proposers(desk: Desk) -> tuple[int, int]:
    """A worker, and a head of a unit who has been one long enough."""
    since = (desk.today() - dt.timedelta(days=60)).isoformat()
    with desk.reading() as connection:
        head = connection.exec_driver_sql(
            "SELECT employee_id FROM appointment WHERE heads = ? AND NOT acting AND valid_from <= ? "
            "AND valid_to IS NULL ORDER BY id LIMIT 1",
            (Headship.UNIT.value, since),
        ).scalar_one()
        executor = connection.exec_driver_sql(
            "SELECT employee_id FROM appointment WHERE heads = '' AND valid_from <= ? ORDER BY id LIMIT 1",
            (since,),
        ).scalar_one()
    return executor, head


def _designate(desk: Desk, chance: random.Random) -> None:
    """Some of this year's own documents name the entry their mark rests on."""
    in_force = [row.id for row in queries.entries(desk, desk.today()) if not row.departmental]
    with desk.reading() as connection:
        items = connection.exec_driver_sql(
            "SELECT item.id FROM item JOIN number ON number.id = item.id "
            "JOIN journal ON journal.id = number.journal_id "
            "WHERE journal.kind IN (?, ?) AND journal.year = ? AND number.state = 'issued' AND item.executor <> '' "
            "AND item.signatory <> '' ORDER BY item.id DESC LIMIT ?",
            (JournalKind.OUTGOING.value, JournalKind.INTERNAL.value, desk.today().year, _DOCUMENTS),
        ).scalars().all()  # fmt: skip
    for item_id in items:
        wanted = Designation.by_entry(chance.choice(in_force))
        designations.designate(desk, Designate(item_id=item_id, designation=wanted))
