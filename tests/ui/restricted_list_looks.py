"""The screens of the list of restricted information, as they are looked at."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dspdesk.desk import Desk
from dspdesk.law.kinds import Headship, JournalKind
from dspdesk.law.restricted_list import Designation, EntryWords
from dspdesk.procedures import list_proposals, units
from dspdesk.queries.item import item
from dspdesk.queries.restricted_list import entries, proposals
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.restricted_list.designate import DesignateForm
from dspdesk.ui.restricted_list.dialogs import Documents, Proposals
from dspdesk.ui.restricted_list.entry_form import CorrectionForm, EntryForm, words_of
from dspdesk.ui.restricted_list.lines import Deed, Line
from dspdesk.ui.restricted_list.order_forms import CompleteForm, ListForm, OrderForm
from dspdesk.ui.restricted_list.place import ListPlace
from dspdesk.ui.restricted_list.proposal_form import DecisionForm, ProposalForm
from tests import factories, hands
from tests.factories import TODAY

SIGNED = {"executor": "Ким А.В.", "signatory": "Ахметов Б.К.", "signed_on": TODAY}


def _listed(desk: Desk) -> int:
    """A list, and a document that rests on its first entry; the id of the document."""
    by = Designation.by_entry(factories.listed(desk))
    return factories.registered(desk, journal=JournalKind.OUTGOING, designation=by, **SIGNED).id


def _proposed(desk: Desk) -> Desk:
    factories.listed(desk)
    unit = units.enter_unit(desk, units.EnterUnit(name_kk="Талдау бөлімі", name_ru="Отдел анализа"))
    executor, head = factories.employee(desk, "Ким А.В."), factories.employee(desk, "Сейтқали Г.М.")
    factories.appointed(desk, head, unit_id=unit, heads=Headship.UNIT)
    wanted = list_proposals.ProposeSupplement(
        information="сведения о графике проверок", reasons="проверки стали бы бесполезны", executor_id=executor,
        head_id=head, proposed_on=TODAY, form_id="once",
    )  # fmt: skip
    list_proposals.propose(desk, wanted)
    return desk


def _place(desk: Desk) -> QWidget:
    _listed(desk)
    place = ListPlace(desk)
    place.refresh()
    hands.wait_until(place.loaded, "the rows")
    return place


def _order(desk: Desk) -> QWidget:
    """An order with a line of each kind."""
    factories.listed(desk)
    form, (one, two, _three) = OrderForm(desk, None, 1), entries(desk)
    added = EntryWords("1.11", "сметалар туралы мәліметтер", "сведения о сметах")
    form.lines.show_value(
        [
            Line(Deed.ADD, added),
            Line(Deed.CHANGE, words_of(one), one.id),
            Line(Deed.END, words_of(two), two.id),
        ]
    )
    return form


def _shown(dialog: Proposals | Documents) -> QWidget:
    hands.wait_until(dialog.loaded, "the rows")
    return dialog


def _card(desk: Desk) -> QWidget:
    """A signed document of our own whose mark rests on nothing yet."""
    factories.listed(desk)
    card = RegistrationCard(desk, JournalKind.OUTGOING, TODAY.year)
    card.form.put("summary", "о графике проверок")
    card.form.put("signatory", "Ахметов Б.К.")
    card.form.put("signed_on", TODAY)
    card._consider()
    return card


def _first(desk: Desk) -> object:
    factories.listed(desk)
    return entries(desk)[0]


DIALOGS: dict[str, Callable[[Desk], QWidget]] = {
    "restricted_list_entries": _place,
    "restricted_list_new": lambda desk: ListForm(desk, None),
    "restricted_list_order": _order,
    "restricted_list_entry": lambda desk: EntryForm(desk, None, "1.1", words_of(_first(desk))),
    "restricted_list_correction": lambda desk: CorrectionForm(desk, None, _first(desk)),
    "restricted_list_completion": lambda desk: CompleteForm(desk, None, _first(desk)),
    "restricted_list_proposal": lambda desk: ProposalForm(desk, None, information="о графике проверок"),
    "restricted_list_decision": lambda desk: DecisionForm(desk, None, proposals(_proposed(desk))[0]),
    "restricted_list_proposals": lambda desk: _shown(Proposals(_proposed(desk))),
    "restricted_list_documents": lambda desk: _shown(
        Documents(desk, entries(desk)[0]) if _listed(desk) else None
    ),
    "restricted_list_designate": lambda desk: DesignateForm(desk, None, item(desk, _listed(desk))),
    "card_without_basis": _card,
    "card_with_basis": lambda desk: RegistrationCard(desk, JournalKind.OUTGOING, TODAY.year, _listed(desk)),
}
