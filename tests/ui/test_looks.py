"""The looks of the screens as text, in both languages; a missing look fails."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from dspdesk.desk import Desk
from dspdesk.language.catalogue import Language, _, use_language
from dspdesk.law.growing import Grow
from dspdesk.law.kinds import DirectoryKind, JournalKind, PlaceKind, Role
from dspdesk.procedures import numbers, office, registration, shortage_act
from dspdesk.procedures.accounts import OneTime
from dspdesk.procedures.journal_closing import CloseJournal, close
from dspdesk.procedures.printing import PaperRequest, print_paper
from dspdesk.procedures.restore import Opener, PrepareRestore, prepare
from dspdesk.queries import handover
from dspdesk.queries.accounts import AccountRow, accounts
from dspdesk.queries.copying import permits
from dspdesk.queries.correspondents import correspondents
from dspdesk.queries.item import ItemDetails, item
from dspdesk.queries.journal_closing import year_page
from dspdesk.queries.journals import JournalInfo, journal
from dspdesk.queries.office import organisation
from dspdesk.queries.people import PersonRow, people, person_card
from dspdesk.queries.signatures import PrintoutRow, printouts
from dspdesk.spreadsheets.outline import read_outline
from dspdesk.ui import lock
from dspdesk.ui.about import About
from dspdesk.ui.acts.package_choice import PackageChoice, choices
from dspdesk.ui.acts.shortage_act import ShortageActWork
from dspdesk.ui.acts.wizard import ActWizard
from dspdesk.ui.annul import AnnulDialog
from dspdesk.ui.cards.registration import RegistrationCard
from dspdesk.ui.clock_behind import ClockBehind
from dspdesk.ui.control.deadline_dialogs import ExtendDialog, SubmitDialog, TakeOffDialog, TakeOnDialog
from dspdesk.ui.control.resolution_dialog import ResolutionDialog
from dspdesk.ui.copying.making import CopiesDialog, ExtractDialog
from dspdesk.ui.copying.permit_dialog import PermitDialog
from dspdesk.ui.copying.permits import RevokeDialog
from dspdesk.ui.copying.stickers import StickersDialog
from dspdesk.ui.copying.taking_out import TakeOutDialog
from dspdesk.ui.enrolment import EnrolmentDialog
from dspdesk.ui.first_password import FirstPassword
from dspdesk.ui.first_run import FirstRun
from dspdesk.ui.handover.day_sheets import DaySheets
from dspdesk.ui.handover.line_forms import AddingForm, StrikingForm
from dspdesk.ui.handover.receiving import ReceivingForm
from dspdesk.ui.handover.to_sheet import ToSheetForm
from dspdesk.ui.history import HistoryDialog
from dspdesk.ui.journals.column_list import ColumnListDialog
from dspdesk.ui.journals.columns import COLUMNS
from dspdesk.ui.journals.look import Arrangement
from dspdesk.ui.journals.printing_on import JournalPrinting
from dspdesk.ui.keys import KeySheet
from dspdesk.ui.main_window import MainWindow
from dspdesk.ui.movement.corrections import HolderForm, UndoForm
from dspdesk.ui.movement.entry_corrections import CorrespondentForm, JournalForm, SheetsForm
from dspdesk.ui.movement.handing import HandOverForm, StoreForm, TakeBackForm
from dspdesk.ui.new_store import NewStoreDialog
from dspdesk.ui.number_forms import BlankSheets, ReserveForm, SkipForm
from dspdesk.ui.numbers import NumbersDialog
from dspdesk.ui.office.appointment_dialog import AppointmentDialog
from dspdesk.ui.office.body import OrganisationForm
from dspdesk.ui.office.correspondent_card import CorrespondentCard
from dspdesk.ui.office.directory_import import DirectoryImport
from dspdesk.ui.office.employee_card import EmployeeCard
from dspdesk.ui.office.leaving import EndDialog, LeavingDialog
from dspdesk.ui.office.letters import Letters
from dspdesk.ui.office.merging import MergeDialog
from dspdesk.ui.office.printers import OffsetsForm, PrinterLine
from dspdesk.ui.office.rooms import PlaceForm
from dspdesk.ui.office.units import UnitCard
from dspdesk.ui.reopening import ReopeningDialog
from dspdesk.ui.second_person import SecondPerson
from dspdesk.ui.security.account_forms import (
    LeavingForm as AccountLeavingForm,
)
from dspdesk.ui.security.account_forms import (
    NewAccountForm,
    NewSheetForm,
    OwnPasswordForm,
    RenewForm,
    ResetForm,
    RolesForm,
)
from dspdesk.ui.security.checking import CheckDialog
from dspdesk.ui.security.one_time import OneTimeDialog
from dspdesk.ui.security.restoring import RestoreDialog
from dspdesk.ui.security.who_may_what import WhoMayWhat
from dspdesk.ui.sign_in import SignIn
from dspdesk.ui.signatures.forms import SignForm, SpoiledForm
from dspdesk.ui.wizards.import_journal import ImportWizard, Step
from dspdesk.ui.year.closing import ClosingDialog
from tests import factories, hands
from tests.factories import LOGIN, TODAY
from tests.spreadsheets.making import RU
from tests.ui import (
    cases_looks,
    filing_looks,
    filing_plan_looks,
    inventory_looks,
    leaving_looks,
    restricted_list_looks,
)
from tests.ui.conftest import Asked, settled
from tests.ui.looks import dump

LOOKS = Path(__file__).parents[1] / "looks"


def compared(screen: QWidget, name: str, language: Language, *, rewrite: bool) -> None:
    stored, seen = LOOKS / f"screen_{name}.{language}.txt", dump(screen)
    if rewrite:
        stored.write_text(seen, encoding="utf-8")
    assert stored.exists(), "no look is stored: pytest --rewrite-looks"
    assert seen == stored.read_text(encoding="utf-8")


@pytest.fixture(params=list(Language), ids=str)
def language(request: pytest.FixtureRequest) -> Language:
    use_language(request.param)
    return request.param


@pytest.mark.parametrize(
    "place",
    [
        *("today", "incoming", "publications", "year"),
        *("people", "correspondents", "permits", "office", "settings"),
        *("accounts", "backups", "ledger"),
        "signatures",
        "handover",
        "control",
        "whereabouts",
        "acts",
        "restricted_list",
    ],
)
def test_places(
    place: str, language: Language, desk, window_over: Callable[[Desk], MainWindow], rewrite_looks
):
    window = window_over(desk)
    window.go_to(place)
    settled(window)
    hands.pause(150)  # the details follow the row after a moment's rest
    settled(window)
    hands.pause(50)
    compared(window, place, language, rewrite=rewrite_looks)


def _entry(desk: Desk) -> ItemDetails:
    found = item(desk, 60)
    assert found is not None
    return found


def _columns_of_an_import(desk: Desk) -> QWidget:
    """The second step, with a column said wrongly."""
    wizard = ImportWizard(desk, JournalKind.INCOMING, 2026)
    wizard._looked_at(read_outline(RU))
    wizard._choice.fields[13] = 5
    wizard.columns.show_choice(wizard._choice)
    wizard._show(Step.COLUMNS, wizard.columns)
    return wizard


def _moved(desk: Desk) -> ItemDetails:
    """An entry one of whose copies is with somebody, and there are places to keep things in."""
    office.enter_place(desk, office.EnterPlace(kind=PlaceKind.ROOM, name="Каб. 214"))
    factories.handed(desk, 60, 2, name="Юнусов Р.А.")
    return _entry(desk)


def _refused_hand_over(desk: Desk) -> QWidget:
    """Handing over to somebody whom no resolution names."""
    form = HandOverForm(desk, None, Asked().services(), _entry(desk))
    form.person.show_value(factories.employee(desk, "Юнусов Р.А."))
    form.person.show_day(TODAY)
    form.person.setText("Юнусов Р.А.")
    form.go_on()
    return form


def _journal(desk: Desk, kind: JournalKind) -> JournalInfo:
    found = journal(desk, kind, TODAY.year)
    assert found is not None
    return found


def _numbers(desk: Desk) -> QWidget:
    """A number of each kind but a gap."""
    factories.registered(desk, late_after=3)
    registration.annul(desk, registration.Annul(item_id=50, reason="внесено дважды"))
    known = _journal(desk, JournalKind.INCOMING)
    numbers.skip(desk, numbers.SkipNumbers(journal_id=known.id, first=46, last=48, reason="бланки испорчены"))
    return NumbersDialog(desk, Asked().services(), known)


def _reserved(desk: Desk) -> QWidget:
    """The card of a number that waits for its signature."""
    (one,) = numbers.reserve(
        desk,
        numbers.ReserveNumbers(
            journal=JournalKind.OUTGOING, year=TODAY.year, form_id="f", purpose="ответ Министерству финансов"
        ),
    )
    return RegistrationCard(desk, JournalKind.OUTGOING, TODAY.year, one.id)


def _colleague(desk: Desk) -> AccountRow:
    """The account of somebody else, who has chosen a password."""
    factories.colleague(desk, "kim", Role.CLERK, name="Ким А.Б.")
    return next(row for row in accounts(desk) if row.login == "kim")


def _second_person(desk: Desk) -> QWidget:
    factories.colleague(desk, "kim", Role.SECURITY_OFFICER, name="Ким А.Б.")
    return SecondPerson(desk, _("Somebody becomes a security officer."))


def _without_access(desk: Desk) -> list[PersonRow]:
    factories.employee(desk, "Щербакова Е.А.")
    return [row for row in people(desk) if not row.login]


def _draft(desk: Desk) -> QWidget:
    """A card with what was typed before."""
    card = RegistrationCard(desk, JournalKind.INCOMING, 2026)
    card.form.put("correspondent", "Акимат")
    card.reject()
    card.deleteLater()
    return RegistrationCard(desk, JournalKind.INCOMING, 2026)


def _backup(desk: Desk) -> Path:
    """A backup, since which two documents were registered."""
    copy = desk.path.with_name("copy.dspdesk")
    desk.backup(copy)
    for number in ("1", "2"):
        factories.registered(desk, their_number=number)
    return copy


def _restore(desk: Desk) -> QWidget:
    """The second step: what the copy has proved, what is not in it."""
    copy = _backup(desk)
    opener = Opener(login=LOGIN, password=factories.PASSWORD, key_file=desk.path.with_name("carrier.key"))
    dialog = RestoreDialog(desk)
    asked = PrepareRestore(copy=copy, store=desk.path, opener=opener)
    dialog._proved(prepare(desk, asked, lambda _done, _all: None))
    return dialog


def _copies_to_make(desk: Desk) -> QWidget:
    factories.permit(desk, 60)
    return CopiesDialog(desk, None, Asked().services(), _entry(desk))


def _permit_to_revoke(desk: Desk) -> QWidget:
    factories.permit(desk, 60)
    return RevokeDialog(desk, None, permits(desk)[0])


def _publication_of_abstracts(desk: Desk) -> QWidget:
    found = item(desk, factories.registered(desk, journal=JournalKind.PUBLICATIONS, copies=(1,)).id)
    assert found is not None
    return TakeOutDialog(desk, None, found)


def _handover(kind: type[Any], desk: Desk) -> QWidget:
    """A form of a hand-over sheet of two copies."""
    sheet = handover.sheet(desk, factories.handover_sheet(desk)).row
    return kind(desk, None, sheet.id if kind is ReceivingForm else sheet)


def _day_sheets(desk: Desk) -> QWidget:
    """What is to be handed over today: one copy that can be, one whose resolution is nobody's."""
    person = factories.employee(desk, "Юнусов Р.А.")
    factories.admitted(desk, 60, person)
    factories.admitted(desk, 59, person, on=dt.date(2020, 1, 15))
    return DaySheets(desk, None)


def _journal_printing(desk: Desk) -> QWidget:
    """Before a journal is printed on: a new line, and one that has changed since it was printed."""
    known = _journal(desk, JournalKind.INCOMING)
    request = PaperRequest(paper="registration_journal", language="ru", journal_id=known.id, grow=Grow.ON)
    print_paper(desk, request)
    registration.annul(desk, registration.Annul(item_id=50, reason="внесено дважды"))
    factories.registered(desk)
    form = JournalPrinting(desk, known)
    hands.wait_until(form.loaded, "what has been printed")
    return form


def _waiting(desk: Desk) -> PrintoutRow:
    """The closed journal of last year, printed to be signed."""
    last_year = journal(desk, JournalKind.INCOMING, TODAY.year - 1)
    assert last_year is not None
    close(desk, CloseJournal(journal_id=last_year.id, reason="год окончен"))
    print_paper(desk, PaperRequest(paper="registration_journal", language="ru", journal_id=last_year.id))
    return printouts(desk)[0]


def _resolved(desk: Desk) -> ItemDetails:
    """An entry on control by its resolution, put off once."""
    from dspdesk.procedures import execution_control

    head = factories.head_of_body(desk)
    factories.resolution(desk, 60, due_on=TODAY + dt.timedelta(days=2))
    execution_control.extend(
        desk,
        execution_control.Extend(
            item_id=60, due_after=TODAY + dt.timedelta(days=9), why="ждём ответа министерства",
            allowed_by_id=head, allowed_on=TODAY,
        ),
    )  # fmt: skip
    return _entry(desk)


def _not_of_the_head(desk: Desk) -> QWidget:
    """A resolution being written whose author does not head the body: the finding asks for a reason."""
    factories.head_of_body(desk)
    deputy = factories.employee(desk, "Юнусов Р.А.")
    dialog = ResolutionDialog(desk, None, _entry(desk))
    dialog.author.show_value(deputy)
    dialog.text.show_value("Принять к сведению")
    dialog.consider()
    return dialog


def _act(desk: Desk, *, signed: bool) -> QWidget:
    """The wizard of an act that is to be drawn up, or that was signed."""
    package = factories.short_package(desk)
    key = factories.act_signed(desk, package) if signed else None
    draft = shortage_act.draft_of(desk, key) if key else shortage_act.proposed(desk, package)
    wizard = ActWizard(desk, Asked().services(), ShortageActWork(desk, draft), key)
    hands.wait_until(lambda: wizard.paper.pages() == 3, "the paper")
    return wizard


def _package_of_act(desk: Desk) -> QWidget:
    factories.short_package(desk)
    return PackageChoice(desk, choices(desk))


DIALOGS: dict[str, Callable[[Desk], QWidget]] = {
    "card": lambda desk: RegistrationCard(desk, JournalKind.INCOMING, 2026),
    "card_outgoing": lambda desk: RegistrationCard(desk, JournalKind.OUTGOING, 2026),
    **filing_plan_looks.DIALOGS,
    **restricted_list_looks.DIALOGS,
    **inventory_looks.DIALOGS,
    **cases_looks.DIALOGS,
    **filing_looks.DIALOGS,
    **leaving_looks.DIALOGS,
    "card_publication": lambda desk: RegistrationCard(desk, JournalKind.PUBLICATIONS, 2026),
    "card_entry": lambda desk: RegistrationCard(desk, JournalKind.INCOMING, 2026, 60),
    "card_draft": _draft,
    "restore": RestoreDialog,
    "restore_compared": _restore,
    "restore_new_machine": lambda _desk: RestoreDialog(None),
    "check_backup": lambda desk: CheckDialog(desk, _backup(desk)),
    "annul": lambda desk: AnnulDialog(desk, _entry(desk)),
    "closing": lambda desk: ClosingDialog(desk, year_page(desk, 2025).books()[0]),
    "import": lambda desk: ImportWizard(desk, JournalKind.INCOMING, 2026),
    "import_columns": _columns_of_an_import,
    "columns": lambda _desk: ColumnListDialog(None, COLUMNS[JournalKind.INCOMING], Arrangement()),
    "employee": lambda desk: EmployeeCard(desk, None, person_card(desk, 1)),
    "appointment": lambda desk: AppointmentDialog(desk, None, person_card(desk, 1)),
    "appointment_corrected": lambda desk: AppointmentDialog(
        desk, None, person_card(desk, 1), correcting=True
    ),
    "leaving": lambda desk: LeavingDialog(desk, None, person_card(desk, 1)),
    "appointment_ended": lambda desk: EndDialog(desk, None, person_card(desk, 1)),
    "unit": lambda desk: UnitCard(desk, None),
    "hand_over": _refused_hand_over,
    "take_back": lambda desk: TakeBackForm(desk, None, Asked().services(), _moved(desk)),
    "put_in_place": lambda desk: StoreForm(desk, None, Asked().services(), _moved(desk)),
    "wrong_person": lambda desk: HolderForm(desk, None, Asked().services(), _moved(desk)),
    "wrong_movement": lambda desk: UndoForm(desk, None, Asked().services(), _moved(desk)),
    "wrong_journal": lambda desk: JournalForm(desk, None, _entry(desk)),
    "wrong_correspondent": lambda desk: CorrespondentForm(desk, None, _entry(desk)),
    "wrong_sheets": lambda desk: SheetsForm(desk, None, _entry(desk)),
    "correspondent": lambda desk: CorrespondentCard(desk, None, correspondents(desk)[-1]),
    "merging": lambda desk: MergeDialog(desk, None, *correspondents(desk)[:2]),
    "organisation": lambda desk: OrganisationForm(desk, None, organisation(desk)),
    "place": lambda desk: PlaceForm(desk, None, PlaceKind.ROOM, None),
    "offsets": lambda desk: OffsetsForm(desk, None, PrinterLine(1, 0, "HP 402", -15, 20, here=True)),
    "directory_import": lambda desk: DirectoryImport(desk, DirectoryKind.CORRESPONDENTS),
    "letters": lambda desk: Letters(desk, correspondents(desk)[-1]),
    "history": lambda desk: HistoryDialog(desk, "organisation:1", "Комитет по проверке"),
    "numbers": _numbers,
    "reserve_numbers": lambda desk: ReserveForm(desk, _journal(desk, JournalKind.INCOMING)),
    "skip_numbers": lambda desk: SkipForm(desk, _journal(desk, JournalKind.INCOMING), 46),
    "blank_sheets": BlankSheets,
    "journal_printing": _journal_printing,
    "signed_on_paper": lambda desk: SignForm(desk, None, _waiting(desk)),
    "spoiled_sheets": lambda desk: SpoiledForm(desk, None, _waiting(desk)),
    "card_reserved": _reserved,
    "new_account": lambda desk: NewAccountForm(desk, _without_access(desk), [LOGIN]),
    "roles": lambda desk: RolesForm(desk, _colleague(desk)),
    "reset_password": lambda desk: ResetForm(desk, _colleague(desk)),
    "access_ends": lambda desk: AccountLeavingForm(desk, _colleague(desk)),
    "renew_key": RenewForm,
    "new_sheet": NewSheetForm,
    "own_password": OwnPasswordForm,
    "one_time": lambda _desk: OneTimeDialog(OneTime(2, "kim", "1234-5678-9012-3456")),
    "who_may_what": lambda _desk: WhoMayWhat(),
    "second_person": _second_person,
    "enrolment": lambda desk: EnrolmentDialog(desk.path),
    "first_password": lambda desk: FirstPassword(desk, "", None),
    "clock_behind": lambda desk: ClockBehind(desk, desk.now() + dt.timedelta(days=3)),
    "locked": lambda desk: SignIn(desk.path, said=lock.explanation(lock.Cause.IDLE, lock.Limits())),
    "permit": lambda desk: PermitDialog(desk, None, 60),
    "permit_revoked": _permit_to_revoke,
    "further_copies": _copies_to_make,
    "further_copies_refused": lambda desk: CopiesDialog(desk, None, Asked().services(), _entry(desk)),
    "extract": lambda desk: ExtractDialog(desk, None, Asked().services(), _entry(desk)),
    "cards_taken_out": _publication_of_abstracts,
    "stickers": lambda desk: StickersDialog(desk, None, Asked().services(), _entry(desk)),
    "about": About,
    "shortage_act": lambda desk: _act(desk, signed=False),
    "shortage_act_copies": lambda desk: _act(desk, signed=True),
    "package_of_act": _package_of_act,
    "keys": lambda _desk: KeySheet(),
    "first_run": lambda _desk: FirstRun(),
    "new_store": lambda _desk: NewStoreDialog(),
    "sign_in": lambda desk: SignIn(desk.path),
    "reopening": lambda desk: ReopeningDialog(desk.path),
    "day_sheets": _day_sheets,
    "resolution": lambda desk: ResolutionDialog(desk, None, _entry(desk)),
    "resolution_not_of_head": _not_of_the_head,
    "resolution_further": lambda desk: ResolutionDialog(desk, None, _resolved(desk)),
    "submit": lambda desk: SubmitDialog(desk, None, _entry(desk)),
    "extend": lambda desk: ExtendDialog(desk, None, _resolved(desk)),
    "off_control": lambda desk: TakeOffDialog(desk, None, _resolved(desk)),
    "on_control": lambda desk: TakeOnDialog(desk, None, _entry(desk)),
    "card_held": lambda desk: RegistrationCard(desk, JournalKind.INCOMING, 2026, _resolved(desk).id),
    "receiving": lambda desk: _handover(ReceivingForm, desk),
    "striking": lambda desk: _handover(StrikingForm, desk),
    "adding": lambda desk: _handover(AddingForm, desk),
    "to_sheet": lambda desk: ToSheetForm(desk, None, None, _entry(desk)),
}


@pytest.mark.parametrize("name", list(DIALOGS))
def test_dialogs(name: str, language: Language, desk, dressed, rewrite_looks):
    with hands.shown(DIALOGS[name](desk)) as dialog:
        hands.pause(150)
        compared(dialog, name, language, rewrite=rewrite_looks)


def test_a_changed_screen_is_seen(dressed, desk, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.ui.test_looks.LOOKS", tmp_path)
    with hands.shown(FirstRun()) as screen:
        compared(screen, "first_run", Language.RU, rewrite=True)
        (tmp_path / "screen_first_run.ru.txt").write_text("nothing")
        with pytest.raises(AssertionError):
            compared(screen, "first_run", Language.RU, rewrite=False)
