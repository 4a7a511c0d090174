"""What one may not see is not counted, hinted or found: every query that takes a desk × every role, cell by cell.

A query stands in the table with the right it asks for. `EVERYBODY` is for what every person needs who is signed in
(and says why), `PARTS` for pages that leave out what the person may not see. A query that is not in the table fails.
"""

import datetime as dt
import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from dspdesk import queries
from dspdesk.desk import Desk
from dspdesk.law.appointments import Held
from dspdesk.law.barcode import Code, Kind
from dspdesk.law.findings import Refused
from dspdesk.law.kinds import Headship, JournalKind, Role
from dspdesk.law.roles import MAY, Action
from dspdesk.law.unit_inventory import InventoryKind, Period
from dspdesk.procedures.drafts import DraftToKeep, keep
from dspdesk.queries import cases
from dspdesk.queries.journal_grid import View
from dspdesk.queries.journals import journal
from dspdesk.queries.ledger import Wanted
from dspdesk.store.paper_check import PaperCheck
from tests.factories import (
    TODAY,
    cards_taken_out,
    case_opened,
    closed_volume,
    delivery,
    handover_sheet,
    inventory,
    seizure_drawn_up,
    storage_place,
)

Call = Callable[[Callable[..., Any], Desk], Any]
EVERYBODY, PARTS = "everybody", "parts"
INCOMING = JournalKind.INCOMING


def with_(*given: Any, **more: Any) -> Call:
    return lambda query, desk: query(desk, *given, **more)


def of_journal(query: Callable[..., Any], desk: Desk) -> Any:
    """Some queries take a journal, which somebody else has looked up."""
    return query(desk, OPENED[0], "ru")


def of_closing(query: Callable[..., Any], desk: Desk) -> Any:
    return query(desk, CLOSING[0], "ru")


def of_extraction(query: Callable[..., Any], desk: Desk) -> Any:
    return query(desk, EXTRACTION[0], "ru")


def of_paper(query: Callable[..., Any], desk: Desk) -> Any:
    paper = PaperCheck("1-0", "shortage_act", "act:1", "ru", dt.datetime(2026, 11, 18), "", 1, "", True, 0)
    return query(desk, paper)


def inventory_listed(query: Callable[..., Any], desk: Desk) -> Any:
    return query(desk, INVENTORY[0])


def stored_there(query: Callable[..., Any], desk: Desk) -> Any:
    return query(desk, PLACE[0])


OPENED: list[Any] = []
INVENTORY: list[int] = []
PLACE: list[int] = []
SHEET: list[int] = []
RECORD: list[int] = []
VOLUME: list[Any] = []
EXTRACTION: list[int] = []
CLOSING: list[Any] = []

#: module.query: how it is asked, and the right it asks for.
TABLE: dict[str, tuple[Call, Action | str]] = {
    "accounts.accounts": (with_(), Action.KEEP_KEYS),
    "accounts.guessable": (with_(), EVERYBODY),  # no new password may lean on these words, whoever chooses it
    "abstract_extraction.attestation": (of_extraction, Action.READ_JOURNALS),
    "acts.act": (with_(1), Action.READ_JOURNALS),
    "acts.act_of_package": (with_(1), Action.READ_JOURNALS),
    "acts.acts": (with_(), Action.READ_JOURNALS),
    "acts.packages_without_act": (with_(), Action.KEEP_ACTS),
    "backups.backups": (with_(), Action.BACK_UP),
    "backups.folder": (with_(), Action.BACK_UP),
    "backups.restored": (with_(), Action.KEEP_NUMBERS),
    "backups.standing": (with_(), EVERYBODY),  # the status line: how long ago the last backup was
    "carry_over.candidates": (with_(2025), Action.CARRY_OVER),
    "carry_over.carried": (with_(2025), Action.CARRY_OVER),
    "completion.completions": (with_("summary", "о"), Action.READ_JOURNALS),
    "completion.is_known": (with_("Акимат"), Action.READ_JOURNALS),
    "completion.previous": (with_(INCOMING, TODAY.year), Action.READ_JOURNALS),
    "copy_stamp.stamp_facts": (with_(60), Action.READ_JOURNALS),
    "case_closing.closing_page": (
        lambda query, desk: query(desk, VOLUME[0].id, whole_case=True),
        Action.READ_CASES,
    ),
    "case_cover.content": (lambda query, desk: query(desk, VOLUME[0].id, "ru"), Action.READ_CASES),
    "case_headings.card": (lambda query, desk: query(desk, VOLUME[0].case_id), Action.READ_CASES),
    "case_headings.headings": (with_(), Action.READ_CASES),
    "case_headings.last_volume": (
        lambda query, desk: query(desk, VOLUME[0].plan_entry_id),
        Action.READ_CASES,
    ),
    "cases.volume": (lambda query, desk: query(desk, VOLUME[0].id), Action.READ_CASES),
    "cases.volumes": (with_(), Action.READ_CASES),
    "cases.of_unit": (with_(TODAY.year, 1), Action.READ_CASES),
    "seizure_record.content": (lambda query, desk: query(desk, RECORD[0], "ru"), Action.READ_CASES),
    "seizure_record.record": (lambda query, desk: query(desk, RECORD[0]), Action.READ_CASES),
    "seizure_record.records_of": (with_(1), Action.READ_CASES),
    "withdrawal.heads": (with_(TODAY), Action.READ_CASES),
    "withdrawal.volume_of": (with_((1,)), Action.READ_CASES),
    "filing.filable": (lambda query, desk: query(desk, (), item_id=60), Action.KEEP_CASES),
    "filing.last_volume": (lambda query, desk: query(desk, VOLUME[0].id), Action.READ_CASES),
    "filing.open_volumes": (with_(), Action.READ_CASES),
    "filing.proposed_volume": (with_(60, ()), Action.KEEP_CASES),
    "filing.to_file": (with_(()), Action.KEEP_CASES),
    "filing_plan.cases_under": (with_(1), Action.READ_CASES),
    "filing_plan.content": (with_(2026, "ru"), Action.READ_CASES),
    "filing_plan.entry_year": (with_(1), Action.READ_CASES),
    "filing_plan.missing_registers": (with_(2026), Action.READ_CASES),
    "filing_plan.plan": (with_(2026), Action.READ_CASES),
    "filing_plan.retentions": (with_(), Action.READ_CASES),
    "filing_plan.years": (with_(), Action.READ_CASES),
    "certification_sheet.content": (lambda query, desk: query(desk, VOLUME[0].id, "ru"), Action.READ_CASES),
    "certification_sheet.page": (lambda query, desk: query(desk, VOLUME[0].id), Action.READ_CASES),
    "copying.fitting": (with_(60, (), TODAY), Action.READ_JOURNALS),
    "copying.highest_number": (with_(60), Action.READ_JOURNALS),
    "copying.permits": (with_(), Action.READ_JOURNALS),
    "copying.permits_of": (with_(60), Action.READ_JOURNALS),
    "copying.to_reproduce": (with_(60), Action.READ_JOURNALS),
    "correspondents.correspondents": (with_(), Action.READ_CORRESPONDENTS),
    "correspondents.letters": (with_(1), Action.READ_JOURNALS),
    "correspondents.proposals": (with_(), Action.READ_CORRESPONDENTS),
    "designations.basis": (with_(60), Action.READ_JOURNALS),
    "designations.documents": (with_(1), Action.READ_JOURNALS),
    "designations.last_designation": (with_(INCOMING, TODAY.year), Action.READ_JOURNALS),
    "drafts.drafts": (with_(), EVERYBODY),  # one's own only: see tests/procedures/test_drafts.py
    "drafts.find": (with_("registration:incoming:2026"), EVERYBODY),
    "growing.paper_of": (with_("registration_journal", "journal:1", "ru"), Action.PRINT_JOURNALS),
    "growing.standing": (with_("registration_journal", "journal:1", "ru"), Action.PRINT_JOURNALS),
    "growing_journal.of": (with_("journal:1", "ru"), Action.READ_JOURNALS),
    "inner_inventory.growing": (with_("volume:1", "ru"), Action.KEEP_CASES),
    "inner_inventory.kept": (with_(1), Action.KEEP_CASES),
    "handover.first_for": (with_(1), Action.MOVE_COPIES),
    "handover.for_person": (with_(1), Action.MOVE_COPIES),
    "handover.proposal": (with_(), Action.MOVE_COPIES),
    "handover.sheet": (lambda query, desk: query(desk, SHEET[0]), Action.READ_JOURNALS),
    "handover.sheets": (with_(), Action.READ_JOURNALS),
    "handover.waits_on": (with_(1, 1), Action.READ_JOURNALS),
    "digest.digest_groups": (with_("ru"), Action.READ_JOURNALS),
    "execution_control.controlled": (with_(), Action.READ_JOURNALS),
    "resolutions.execution": (with_(60), Action.READ_JOURNALS),
    "history.history": (with_("item:60"), Action.READ_JOURNALS),
    "item.item": (with_(60), Action.READ_JOURNALS),
    "item.items_in": (with_(INCOMING, TODAY.year), Action.READ_JOURNALS),
    "journal_closing.closed_journals": (with_(2025), Action.READ_JOURNALS),
    "journal_closing.closing": (of_journal, Action.READ_JOURNALS),
    "journal_closing.proposed": (of_closing, Action.READ_JOURNALS),
    "journal_closing.proposed_year": (with_(), Action.READ_JOURNALS),
    "journal_closing.signed_by": (lambda query, desk: query(desk, OPENED[0]), Action.READ_JOURNALS),
    "journal_closing.signs": (with_(), EVERYBODY),  # a name and a position, as on the papers one prints
    "journal_closing.year_page": (with_(2026), Action.CLOSE_JOURNAL),
    "journal_closing.years": (with_(), Action.READ_JOURNALS),
    "journal_grid.ids": (with_(View(1)), Action.READ_JOURNALS),
    "journal_grid.position": (with_(60), Action.READ_JOURNALS),
    "journal_grid.rows": (with_([60]), Action.READ_JOURNALS),
    "journal_grid.total": (with_(1), Action.READ_JOURNALS),
    "journal_lines.items": (with_(1), Action.READ_JOURNALS),
    "journal_lines.items_of": (with_([60]), Action.READ_JOURNALS),
    "journal_lines.passed_over": (with_(1), Action.READ_JOURNALS),
    "journals.journal": (with_(INCOMING, TODAY.year), Action.READ_JOURNALS),
    "journals.journal_by_id": (with_(1), Action.READ_JOURNALS),
    "journals.journals": (with_(), Action.READ_JOURNALS),
    "journals.sections": (with_(1), Action.READ_JOURNALS),
    "ledger.details": (with_(5), Action.READ_LEDGER),
    "ledger.page": (with_(Wanted()), Action.READ_LEDGER),
    "ledger.people": (with_(), Action.READ_LEDGER),
    "entrustment.entrustments": (with_(1), Action.READ_OFFICE),
    "entrustment.mail_entrusted": (with_(), EVERYBODY),  # oneself
    "mail.package": (with_(1), Action.READ_JOURNALS),
    "mail.packages": (with_(), Action.READ_JOURNALS),
    "mail.packages_of": (with_(1), Action.READ_JOURNALS),
    "mail.waiting_for_hand_over": (with_(), Action.READ_JOURNALS),
    "mail_register.to_register": (with_(1, INCOMING), Action.READ_JOURNALS),
    "names.day_of_journal": (with_(1), Action.READ_JOURNALS),
    "names.organisation": (with_("ru", TODAY), EVERYBODY),  # stands in the title of the window
    "number_parts.numbering_of": (with_(INCOMING, TODAY.year), Action.READ_JOURNALS),
    "number_parts.pattern": (with_(INCOMING, TODAY.year), Action.READ_JOURNALS),
    "numbers.numbers": (with_(1), Action.READ_JOURNALS),
    "office.former_names": (with_("unit:1"), Action.READ_OFFICE),
    "office.offsets": (with_("HP"), EVERYBODY),  # how far a printer prints askew, for whoever prints
    "office.organisation": (with_(), Action.READ_OFFICE),
    "office.places": (with_(), Action.READ_OFFICE),
    "office.printers": (with_(), Action.READ_OFFICE),
    "people.at_desk": (with_(), EVERYBODY),  # oneself
    "people.in_the_way": (
        with_(Held(person=1, first=TODAY), "ru"),
        Action.KEEP_PEOPLE,
    ),
    "people.people": (with_(), Action.READ_OFFICE),
    "paper_words.told": (of_paper, Action.VERIFY),
    "people.person_card": (with_(1), Action.READ_OFFICE),
    "people.position_of": (with_(1, TODAY), Action.READ_OFFICE),
    "people.positions_met": (with_(), Action.READ_OFFICE),
    "people.signatory": (with_(Headship.BODY, TODAY), Action.READ_OFFICE),
    "relations.proposed": (with_(60), Action.READ_JOURNALS),
    "relations.related": (with_(60), Action.READ_JOURNALS),
    "restricted_list.entries": (with_(), Action.READ_JOURNALS),
    "restricted_list.lists": (with_(), Action.READ_JOURNALS),
    "restricted_list.orders": (with_(1), Action.READ_JOURNALS),
    "restricted_list.proposals": (with_(), Action.READ_JOURNALS),
    "inventories.inventories": (with_(), Action.READ_CASES),
    "inventories.inventory": (inventory_listed, Action.READ_CASES),
    "inventories.most_waiting": (with_(TODAY.year), Action.READ_CASES),
    "inventories.listable": (with_(InventoryKind.UNIT, Period.LONG, TODAY.year, 1), Action.READ_CASES),
    "storage.places": (with_(), Action.READ_CASES),
    "storage.open_places": (with_(), Action.READ_CASES),
    "storage.volumes_in": (with_(1), Action.READ_CASES),
    "storage.contents": (stored_there, Action.READ_CASES),
    "scanned.found": (with_(Code(Kind.ITEM, 1)), Action.READ_JOURNALS),
    "search.search": (with_("аудит"), Action.READ_JOURNALS),
    "service_workers.service_workers": (with_(TODAY), Action.READ_OFFICE),
    "settings.journal_language": (with_(INCOMING, TODAY.year, "ru"), Action.READ_JOURNALS),
    "settings.setting": (with_("lock_minutes"), EVERYBODY),  # everybody's work goes by it
    "settings.settings": (with_(), Action.READ_SETTINGS),
    "signatures.printout": (with_(1), Action.KEEP_SIGNATURES),
    "signatures.printouts": (with_(), Action.KEEP_SIGNATURES),
    "today.status": (with_(), EVERYBODY),  # codes of the ledger stand on every paper
    "today.today": (with_(), PARTS),
    "units.units": (with_(), Action.READ_OFFICE),
    "waiting.waiting": (with_(3), EVERYBODY),  # of each list its own right is asked
    "where_is_it.find": (with_("60"), Action.READ_JOURNALS),
    "whereabouts.copies_of": (with_(60), Action.READ_JOURNALS),
    "views.views": (with_("journal:incoming"), EVERYBODY),  # one's own only
}


def found() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public query that takes a desk first."""
    for path in sorted(Path(queries.__file__).parent.glob("*.py")):
        module = import_module(f"dspdesk.queries.{path.stem}")
        for name, thing in vars(module).items():
            if name.startswith("_") or getattr(thing, "__module__", "") != module.__name__:
                continue
            if inspect.isfunction(thing) and next(iter(inspect.signature(thing).parameters), "") == "desk":
                yield f"{path.stem}.{name}", thing


QUERIES = dict(found())


def test_every_query_stands_in_the_table():
    unknown = set(QUERIES) - set(TABLE) - set(WITHIN)
    assert not unknown, f"not in the table: who may ask {sorted(unknown)}?"
    assert set(TABLE) - set(QUERIES) == set(), "in the table, but gone"


#: Asked within a transaction of a query or a procedure that has authorised already.
WITHIN = {
    "item.details",
    "item.entered_later",
    "mail.local_day",
    "acts.waiting_acts",
    "cases_waiting.of_cases",
    "filing_waiting.executed_not_filed",
    "mail_waiting.of_mail",
    "signatures.waiting_for_signature",
}


def as_role(desk: Desk, role: Role) -> Desk:
    return replace(desk, person=replace(desk.person, roles=frozenset({role})))


def asked(name: str, desk: Desk) -> bool:
    """Whether the query answers; what it hands out bit by bit is taken to its end."""
    how = TABLE[name][0]
    try:
        answer = how(QUERIES[name], desk)
        if inspect.isgenerator(answer):
            list(answer)
    except Refused as refused:
        assert [finding.code for finding in refused.findings] == ["not_entrusted"]
        return False
    return True


@pytest.fixture
def looked_up(desk: Desk) -> Desk:
    from dspdesk.queries.journal_closing import year_page

    EXTRACTION[:] = [cards_taken_out(desk)]
    SHEET[:] = [handover_sheet(desk)]
    VOLUME[:] = [cases.volume(desk, case_opened(desk)).row]
    RECORD[:] = [seizure_drawn_up(desk)]
    delivery(desk)
    OPENED[:] = [journal(desk, INCOMING, TODAY.year)]
    INVENTORY[:] = [inventory(desk, closed_volume(desk, case_index="01-05"))]
    PLACE[:] = [storage_place(desk)]
    CLOSING[:] = [year_page(desk, TODAY.year).rows[0]]
    return desk


def test_every_query_answers_to_every_role_as_the_table_says(looked_up: Desk):
    wrong = []
    for name, (_how, needed) in TABLE.items():
        for role in Role:
            wanted = needed in (EVERYBODY, PARTS) or role in MAY[Action(needed)]
            if asked(name, as_role(looked_up, role)) != wanted:
                wrong.append(f"{name}: {role.value} should {'see' if wanted else 'be refused'}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("role", Role)
def test_today_leaves_out_what_the_person_may_not_see(desk: Desk, role: Role):
    from dspdesk.queries.today import Group, today

    keep(desk, DraftToKeep("registration:incoming:2026", "a", "item:60", "№ 60", {"fields": {}}))
    page = today(as_role(desk, role))
    sees = role in MAY[Action.READ_JOURNALS]
    assert bool(page.journals) == bool(page.months) == bool(page.drafts) == sees
    if not sees:
        assert page.overdue == page.this_week == page.incomplete == page.reserved == Group((), 0)
    assert page.recovery_sheet_missing == (role in MAY[Action.KEEP_KEYS])
    assert (page.backups is not None) == (role in MAY[Action.BACK_UP])
    assert (page.year_to_close is None) or role in MAY[Action.CLOSE_JOURNAL]


def test_a_query_that_forgets_to_ask_is_found(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(TABLE, "search.search", (lambda _query, _desk: [], Action.READ_JOURNALS))
    assert asked("search.search", as_role(desk, Role.INSPECTOR))  # which the table test calls wrong


def test_a_new_query_without_an_entry_is_found(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(QUERIES, "search.everything", lambda desk: desk)
    with pytest.raises(AssertionError, match=r"search\.everything"):
        test_every_query_stands_in_the_table()
