"""Acts: one life for all of them, draft → printed → signed → approved → executed, or withdrawn with a reason.

Which of these stages a kind of act has, who signs and who approves it, to whom its copies go and what "executed"
means of it is a table (`KINDS`); a later kind is a row of it. The law asks for acts and says little of their making:
where a rule here names no paragraph, it is the program's own.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from dspdesk.law.citations import OWN
from dspdesk.law.findings import Finding, Weight
from dspdesk.law.kinds import Headship
from dspdesk.law.values import Impossible


class ActKind(StrEnum):
    """The kinds of act."""

    SHORTAGE = "shortage"  # paragraph 12, part 3: what a cover lacked


class ActStage(StrEnum):
    """Where an act stands in its life."""

    DRAFT = "draft"
    PRINTED = "printed"
    SIGNED = "signed"
    APPROVED = "approved"
    EXECUTED = "executed"
    WITHDRAWN = "withdrawn"


class SignerPart(StrEnum):
    """What as somebody signs an act."""

    WORKER = "worker"  # a worker of the documentation service


class Addressee(StrEnum):
    """Who gets a copy of an act."""

    SENDER = "sender"  # whoever sent the cover
    SERVICE = "service"  # it stays in the documentation service
    EXECUTOR = "executor"  # whoever executes the document


class Execution(StrEnum):
    """What it means of an act that it is executed."""

    COPIES_GIVEN = "copies_given"  # every copy has gone where the law sends it


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfAct:
    """One row of the table: what is settled for all acts of a kind.

    `signers` says how many must sign and what as, `approver` of what the person is the head who approves it (`None`:
    nobody does), `addressees` who gets the copies, the first copy first; `requirement` is where the law asks for it.
    Raises `Impossible` for a kind that nobody signs, or one executed by giving copies that has none.
    """

    kind: ActKind
    requirement: str
    signers: Mapping[SignerPart, int]
    approver: Headship | None
    addressees: tuple[Addressee, ...]
    executed: Execution

    def __post_init__(self) -> None:
        if not self.signers or min(self.signers.values()) < 1:
            raise Impossible(f"{self.kind}: nobody signs")
        if len(set(self.addressees)) < max(len(self.addressees), 1):
            raise Impossible(f"{self.kind}: {', '.join(self.addressees)}")

    @property
    def stages(self) -> tuple[ActStage, ...]:
        """The stages of its life in their order; any but the last may be followed by a withdrawal."""
        approved = (ActStage.APPROVED,) if self.approver else ()
        return (ActStage.DRAFT, ActStage.PRINTED, ActStage.SIGNED, *approved, ActStage.EXECUTED)

    @property
    def in_force(self) -> ActStage:
        """The stage from which the act holds: only then registers change by it and its copies go out."""
        return ActStage.APPROVED if self.approver else ActStage.SIGNED

    def holds(self, stage: ActStage) -> bool:
        """Whether an act of this kind holds at that stage."""
        return stage in self.stages[self.stages.index(self.in_force) :]


#: Every kind of act, each a row; two workers at least sign, as no act is one person's word (our own number).
KINDS: Mapping[ActKind, KindOfAct] = MappingProxyType(
    {
        row.kind: row
        for row in (
            KindOfAct(
                kind=ActKind.SHORTAGE,
                requirement="D12a",
                signers={SignerPart.WORKER: 2},
                approver=None,
                addressees=(Addressee.SENDER, Addressee.SERVICE, Addressee.EXECUTOR),
                executed=Execution.COPIES_GIVEN,
            ),
        )
    }
)

#: Which stages may follow each; printing again leaves an act printed, changing it makes a printed one a draft again.
_FOLLOWING: Mapping[ActStage, tuple[ActStage, ...]] = MappingProxyType(
    {
        ActStage.DRAFT: (ActStage.DRAFT, ActStage.PRINTED, ActStage.WITHDRAWN),
        ActStage.PRINTED: (ActStage.DRAFT, ActStage.PRINTED, ActStage.SIGNED, ActStage.WITHDRAWN),
        ActStage.SIGNED: (ActStage.APPROVED, ActStage.EXECUTED, ActStage.WITHDRAWN),
        ActStage.APPROVED: (ActStage.EXECUTED, ActStage.WITHDRAWN),
        ActStage.EXECUTED: (),
        ActStage.WITHDRAWN: (),
    }
)
#: Why a stage cannot follow, where the act is too early or too late for it: the code of the sentence.
_TOO_EARLY = {
    ActStage.SIGNED: "act_not_printed",
    ActStage.APPROVED: "act_not_signed",
    ActStage.EXECUTED: "act_not_signed",
}


def follows(kind: KindOfAct, stage: ActStage) -> tuple[ActStage, ...]:
    """The stages that may follow one in the life of acts of a kind."""
    own = {*kind.stages, ActStage.WITHDRAWN}
    skipped = ActStage.EXECUTED if kind.approver and stage is ActStage.SIGNED else None
    return tuple(one for one in _FOLLOWING[stage] if one in own and one is not skipped)


def may_follow(kind: KindOfAct, stage: ActStage, wanted: ActStage, number: str) -> Finding | None:
    """An act goes through its stages in their order, each at its time; a step out of turn is refused."""
    if stage not in {*kind.stages, ActStage.WITHDRAWN}:
        raise Impossible(f"{kind.kind}: {stage}")
    if wanted in follows(kind, stage):
        return None
    return _refused(_why_not(kind, stage, wanted), number=number)


def _why_not(kind: KindOfAct, stage: ActStage, wanted: ActStage) -> str:
    if stage is ActStage.WITHDRAWN:
        return "act_withdrawn"
    if stage is ActStage.EXECUTED:
        return "act_executed"
    if wanted is ActStage.APPROVED and not kind.approver:
        return "act_not_approved_by_anybody"
    if stage in {ActStage.SIGNED, ActStage.APPROVED} and wanted not in _later(kind, stage):
        return "act_signed_already"
    if kind.approver and wanted is ActStage.EXECUTED and stage is ActStage.SIGNED:
        return "act_not_approved"
    return _TOO_EARLY[wanted]


def _later(kind: KindOfAct, stage: ActStage) -> tuple[ActStage, ...]:
    return kind.stages[kind.stages.index(stage) + 1 :]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOfAct:
    """One copy: its number, who gets it, and once it has gone the day and by what it went.

    Raises `Impossible` for a receipt of what has not gone.
    """

    number: int
    addressee: Addressee
    given_on: dt.date | None = None
    receipt: str = ""

    def __post_init__(self) -> None:
        if self.number < 1 or (self.receipt and self.given_on is None):
            raise Impossible(f"{self.number} {self.receipt}".strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLife:
    """An act as far as its life goes; what contradicts itself cannot be built (`Impossible`)."""

    kind: ActKind
    stage: ActStage
    dated: dt.date
    signed_on: dt.date | None = None
    executed_on: dt.date | None = None
    withdrawn_on: dt.date | None = None
    withdrawn_reason: str = ""
    copies: tuple[CopyOfAct, ...] = ()

    def __post_init__(self) -> None:
        if not self._whole():
            raise Impossible(f"{self.kind} {self.stage}")

    @property
    def row(self) -> KindOfAct:
        """What is settled for acts of its kind."""
        return KINDS[self.kind]

    def _whole(self) -> bool:
        row, stage = self.row, self.stage
        withdrawn = stage is ActStage.WITHDRAWN
        given = [copy for copy in self.copies if copy.given_on is not None]
        held = row.holds(stage) or (withdrawn and self.signed_on is not None)
        return (
            (stage in row.stages or withdrawn)
            and tuple(copy.addressee for copy in self.copies) == row.addressees
            and (self.withdrawn_on is not None) == withdrawn
            and bool(self.withdrawn_reason.strip()) == withdrawn
            and (self.executed_on is not None) == (stage is ActStage.EXECUTED)
            and (withdrawn or (self.signed_on is not None) == (stage in _SIGNED))
            and (self.signed_on is None or self.signed_on >= self.dated)
            and (not given or held)
            and (len(given) == len(self.copies)) <= (stage in {ActStage.EXECUTED, ActStage.WITHDRAWN})
        )


_SIGNED = frozenset({ActStage.SIGNED, ActStage.APPROVED, ActStage.EXECUTED})


def drawn_up(kind: ActKind, dated: dt.date) -> ActLife:
    """The life of an act that has just been drawn up."""
    copies = tuple(
        CopyOfAct(number=place, addressee=addressee)
        for place, addressee in enumerate(KINDS[kind].addressees, 1)
    )
    return ActLife(kind=kind, stage=ActStage.DRAFT, dated=dated, copies=copies)


def changed(life: ActLife, dated: dt.date) -> ActLife:
    """The act with other words in it: it is a draft, also when it had been printed as it was."""
    return replace(life, stage=ActStage.DRAFT, dated=dated)


def printed(life: ActLife) -> ActLife:
    """The act on paper."""
    return replace(life, stage=ActStage.PRINTED)


def signed(life: ActLife, on: dt.date) -> ActLife:
    """The act signed by all."""
    return _in_force(life, on) if life.row.in_force is ActStage.SIGNED else _signed(life, on)


def approved(life: ActLife, on: dt.date) -> ActLife:
    """The act approved by the head that its kind names."""
    return _in_force(life, on)


def _signed(life: ActLife, on: dt.date) -> ActLife:
    return replace(life, stage=ActStage.SIGNED, signed_on=on)


def _in_force(life: ActLife, on: dt.date) -> ActLife:
    """From now on it holds; the copy that stays in the documentation service is given with that."""
    copies = tuple(
        replace(copy, given_on=on) if copy.addressee is Addressee.SERVICE else copy for copy in life.copies
    )
    holding = replace(life, stage=life.row.in_force, signed_on=life.signed_on or on)
    return _executed_if_done(holding, copies)


def given(life: ActLife, number: int, on: dt.date, receipt: str) -> ActLife:
    """One copy with its addressee; with the last of them the act is executed."""
    copies = tuple(
        replace(copy, given_on=on, receipt=receipt.strip()) if copy.number == number else copy
        for copy in life.copies
    )
    return _executed_if_done(life, copies)


def withdrawn(life: ActLife, on: dt.date, reason: str) -> ActLife:
    """The act withdrawn: it stays among the acts with its number and the reason."""
    return replace(life, stage=ActStage.WITHDRAWN, withdrawn_on=on, withdrawn_reason=reason.strip())


def _executed_if_done(life: ActLife, copies: tuple[CopyOfAct, ...]) -> ActLife:
    """With the last copy gone the act is executed, on the day the last of them went."""
    days = [copy.given_on for copy in copies if copy.given_on is not None]
    if len(days) < len(copies):
        return replace(life, copies=copies)
    return replace(life, stage=ActStage.EXECUTED, executed_on=max(days), copies=copies)


# --- rules ---


def enough_signers(kind: KindOfAct, parts: Sequence[SignerPart]) -> Finding | None:
    """As many sign as the table of kinds says; one signature where two are needed is refused."""
    lacking = {part: least for part, least in kind.signers.items() if parts.count(part) < least}
    if not lacking:
        return None
    return _refused("act_signers_lack", "signers", given=len(parts), needed=sum(kind.signers.values()))


def signers_differ(employees: Sequence[int]) -> Finding | None:
    """Nobody signs one act twice."""
    return None if len(set(employees)) == len(employees) else _refused("act_signer_twice", "signers")


def dated_in_time(dated: dt.date, today: dt.date) -> Finding | None:
    """An act is of a day that has come."""
    return _refused("act_ahead", "dated", date=dated, today=today) if dated > today else None


def year_stays(dated: dt.date, year: int) -> Finding | None:
    """The number of an act is one of its year: another day may not lie in another one."""
    return None if dated.year == year else _refused("act_other_year", "dated", year=year)


def says_something(lines: int, findings: str) -> Finding | None:
    """An act without a line and without a word states nothing."""
    return None if lines or findings.strip() else _refused("act_says_nothing", "lines")


def signed_in_time(on: dt.date | None, dated: dt.date, today: dt.date) -> Finding | None:
    """An act is signed on its day or later, and not ahead of time."""
    if on is None:
        return _refused("act_signed_when", "on")
    if on > today:
        return _refused("act_signed_ahead", "on", date=on, today=today)
    return _refused("act_signed_before", "on", date=on, dated=dated) if on < dated else None


def copy_known(copies: Sequence[CopyOfAct], number: int) -> Finding | None:
    """Only the copies that there are go out."""
    known = any(copy.number == number for copy in copies)
    return None if known else _refused("act_copy_unknown", "number", number=number)


def copy_still_here(copy: CopyOfAct) -> Finding | None:
    """A copy goes to its addressee once."""
    if copy.given_on is None:
        return None
    return _refused("act_copy_given", "number", number=copy.number, date=copy.given_on)


def copies_may_go(life: ActLife, number: str) -> Finding | None:
    """Copies go out of an act that holds: signed by all, and approved where somebody approves it."""
    if life.row.holds(life.stage) and life.stage is not ActStage.EXECUTED:
        return None
    return may_follow(life.row, life.stage, ActStage.EXECUTED, number)


def given_in_time(on: dt.date | None, signed_on: dt.date | None, today: dt.date) -> Finding | None:
    """A copy goes out when the act has been signed, and on a day that has come."""
    if on is None:
        return _refused("act_given_when", "on")
    if on > today:
        return _refused("act_given_ahead", "on", date=on, today=today)
    if signed_on is not None and on < signed_on:
        return _refused("act_given_before", "on", date=on, signed=signed_on)
    return None


def receipt_told(addressee: Addressee, receipt: str) -> Finding | None:
    """What leaves the documentation service leaves by something: a register, a signature."""
    if addressee is Addressee.SERVICE or receipt.strip():
        return None
    return _refused("act_receipt_needed", "receipt")


def executor_named(addressee: Addressee, employee_id: int | None) -> Finding | None:
    """Paragraph 12, part 3 (D12a): the third copy is handed to the executor of the document, who has a name by then."""
    if addressee is not Addressee.EXECUTOR or employee_id is not None:
        return None
    return Finding("D12a", Weight.REFUSE, "act_executor_needed", {}, "employee_id")


def reason_told(reason: str) -> Finding | None:
    """An act is withdrawn with a reason, which stays with it."""
    return None if reason.strip() else _refused("reason_needed", "reason")


def _refused(code: str, field: str = "", **facts: object) -> Finding:
    return Finding(OWN, Weight.REFUSE, code, facts, field)
