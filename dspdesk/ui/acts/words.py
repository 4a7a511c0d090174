"""Acts in words: their stages, their copies, what they wait for."""

from collections.abc import Mapping

from dspdesk.language.catalogue import N_, _
from dspdesk.language.dates import short
from dspdesk.law.act import ActKind, ActStage, Addressee
from dspdesk.queries.acts import AWAITED, NAMES, ActOfItem, ActRow

STAGES: Mapping[ActStage, str] = {
    ActStage.DRAFT: N_("act: draft"),
    ActStage.PRINTED: N_("act: printed"),
    ActStage.SIGNED: N_("act: signed"),
    ActStage.APPROVED: N_("act: approved"),
    ActStage.EXECUTED: N_("act: executed"),
    ActStage.WITHDRAWN: N_("act: withdrawn"),
}
ADDRESSEES: Mapping[Addressee, str] = {
    Addressee.SENDER: N_("to the sender"),
    Addressee.SERVICE: N_("stays in the documentation service"),
    Addressee.EXECUTOR: N_("to the executor of the document"),
}


def stage(of: ActStage) -> str:
    """Where an act stands."""
    return _(STAGES[of])


def named(kind: ActKind, number: int) -> str:
    """An act by its kind and number: "Shortage act No. 3"."""
    return _("{act} No. {number}").format(act=_(NAMES[kind]), number=number)


def of_entry(act: ActOfItem) -> str:
    """An act as an entry tells it: "Shortage act No. 3 of 18.11.2026, signed"."""
    return _("{act} of {date}, {stage}").format(
        act=named(act.kind, act.number), date=short(act.dated), stage=stage(act.stage)
    )


def copy(number: int, addressee: Addressee) -> str:
    """A copy by its number and where it goes: "Copy No. 1, to the sender"."""
    return _("Copy No. {number}, {addressee}").format(number=number, addressee=_(ADDRESSEES[addressee]))


def waits_for(row: ActRow) -> str:
    """The step an act waits for, '' when it waits for none."""
    if row.stage not in AWAITED:
        return ""
    if row.stage in {ActStage.DRAFT, ActStage.PRINTED}:
        return _(AWAITED[row.stage])
    numbers = ", ".join(str(one.number) for one in row.waits)
    return _("to give copies No. {numbers}").format(numbers=numbers)
