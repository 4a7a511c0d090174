"""The papers that are printed of something in the store, by their stems: what draws them, and who signs them."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from dspdesk.law.roles import Action

if TYPE_CHECKING:
    from dspdesk.desk import Desk
    from dspdesk.law.growing import Growth, PlacedLine
    from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True)
class Awaited:
    """A signature that a printed paper waits for: whose (`None` for somebody outside the body), and what as.

    `part` is a text of the catalogues (`N_`): "executor", "worker of the documentation service".
    """

    employee_id: int | None
    part: str


@dataclass(frozen=True, slots=True)
class StorePaper:
    """A paper of something in the store.

    `draws` is "module:function" with (desk, about, language, code) → PDF; `about` names what it is of as the ledger
    does ("handover_sheet:5"; several of one kind with commas: "copy:3,4"). `awaits` is "module:function" with
    (desk, about) → tuple of `Awaited`, '' when nobody signs. `of` is the kind of thing it is of, for the command line.
    A paper that grows (W2) is drawn onto its sheets by `grows`, with (desk, about, growth, language, code) → PDF and
    where its new lines stand.
    What a printing changes of the thing itself is done by `printed`, with (desk, step, about) inside the transaction
    that enters the printing; what all its signatures change by `signed`, with (desk, step, about, on) inside the one
    that enters them. Both may raise `Refused`, and then nothing is entered.
    """

    stem: str
    of: str
    needs: Action
    draws: str
    awaits: str = ""
    printed: str = ""
    signed: str = ""
    grows: str = ""


_ALL: tuple[StorePaper, ...] = (
    StorePaper(
        "reminder_slip", "employee", Action.KEEP_CONTROL, "dspdesk.procedures.execution_control:draw_slip"
    ),
    StorePaper("digest", "body", Action.KEEP_CONTROL, "dspdesk.procedures.execution_control:draw_digest"),
    StorePaper("copy_stamp", "copy", Action.PRINT_JOURNALS, "dspdesk.procedures.copy_stamp:draw_paper"),
    StorePaper(
        "abstract_extraction",
        "abstract_extraction",
        Action.PRINT_JOURNALS,
        "dspdesk.procedures.abstract_extraction:draw_paper",
        "dspdesk.procedures.abstract_extraction:awaited",
    ),
    StorePaper(
        "handover_sheet",
        "handover_sheet",
        Action.MOVE_COPIES,
        "dspdesk.procedures.handover_sheet:draw_paper",
        "dspdesk.procedures.handover_sheet:awaited",
    ),
    StorePaper(
        "shortage_act",
        "act",
        Action.KEEP_ACTS,
        "dspdesk.procedures.shortage_act:draw_paper",
        "dspdesk.procedures.shortage_act:awaited",
        printed="dspdesk.procedures.act:printed",
        signed="dspdesk.procedures.act:paper_signed",
    ),
    StorePaper(
        "duty_handover",
        "delivery",
        Action.RECEIVE_MAIL,
        "dspdesk.procedures.mail_papers:draw_duty_list",
        "dspdesk.procedures.mail_papers:awaited_on_duty_list",
    ),
    StorePaper(
        "filing_plan",
        "year",
        Action.KEEP_PLAN,
        "dspdesk.procedures.filing_plan:draw_paper",
        "dspdesk.procedures.filing_plan:awaited",
    ),
    StorePaper(
        "seizure_record",
        "seizure_record",
        Action.TAKE_OUT_OF_CASES,
        "dspdesk.procedures.seizure_record:draw_paper",
        "dspdesk.procedures.seizure_record:awaited",
    ),
    StorePaper(
        "covering_letter",
        "package",
        Action.RECEIVE_MAIL,
        "dspdesk.procedures.mail_papers:draw_covering_letter",
        "dspdesk.procedures.mail_papers:awaited_on_covering_letter",
    ),
    StorePaper(
        "inner_inventory",
        "volume",
        Action.KEEP_CASES,
        "dspdesk.procedures.inner_inventory:draw_paper",
        "dspdesk.procedures.inner_inventory:awaited",
        grows="dspdesk.procedures.inner_inventory:draw_growing",
    ),
    StorePaper(
        "certification_sheet",
        "volume",
        Action.KEEP_CASES,
        "dspdesk.procedures.certification_sheet:draw_paper",
        "dspdesk.procedures.certification_sheet:awaited",
    ),
    StorePaper(
        "unit_inventory",
        "inventory",
        Action.KEEP_INVENTORIES,
        "dspdesk.procedures.unit_inventory:draw_paper",
        "dspdesk.procedures.unit_inventory:awaited",
    ),
    StorePaper("shelf_label", "volume", Action.READ_CASES, "dspdesk.procedures.shelf_label:draw_paper"),
    StorePaper(
        "case_cover",
        "volume",
        Action.KEEP_CASES,
        "dspdesk.procedures.case_cover:draw_paper",
    ),
)
#: Every such paper by its stem.
STORE_PAPERS: Mapping[str, StorePaper] = {paper.stem: paper for paper in _ALL}


def draw(desk: "Desk", stem: str, about: str, language: str, code: str) -> bytes:
    """Draw a paper of something in the store."""
    drawn: bytes = _function(STORE_PAPERS[stem].draws)(desk, about, language, code)
    return drawn


def grown(
    desk: "Desk", stem: str, about: str, growth: "Growth", language: str, code: str
) -> tuple[bytes, tuple["PlacedLine", ...]]:
    """Draw what a printing brings onto the sheets of a growing paper, and say where its new lines stand."""
    drawn: tuple[bytes, tuple[PlacedLine, ...]]
    drawn = _function(STORE_PAPERS[stem].grows)(desk, about, growth, language, code)
    return drawn


def awaited(desk: "Desk", stem: str, about: str) -> tuple[Awaited, ...]:
    """Whose signatures a paper waits for once it is printed."""
    asked = STORE_PAPERS[stem].awaits
    found: tuple[Awaited, ...] = tuple(_function(asked)(desk, about)) if asked else ()
    return found


def printed(desk: "Desk", step: "Step", stem: str, about: str) -> None:
    """Do what the printing of a paper changes of the thing it is of."""
    if does := STORE_PAPERS[stem].printed:
        _function(does)(desk, step, about)


def signed(desk: "Desk", step: "Step", stem: str, about: str, on: dt.date) -> None:
    """Do what the last signature on a paper changes of the thing it is of."""
    if does := STORE_PAPERS[stem].signed:
        _function(does)(desk, step, about, on)


def ids(about: str) -> tuple[int, ...]:
    """The keys in the name of a subject: "copy:3,4" is of 3 and 4, whatever "#" says of its layout."""
    return tuple(map(int, about.partition("#")[0].partition(":")[2].split(",")))


def _function(name: str) -> Callable[..., Any]:
    module, _colon, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
