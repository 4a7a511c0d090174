"""What a rule says about an intended step, and the refusal of a step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Weight(StrEnum):
    """How a finding binds: a refusal is not passed, a warning only with a typed reason, a hint asks nothing."""

    REFUSE = "refuse"
    WARN = "warn"
    HINT = "hint"
    REMIND = "remind"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says: `code` picks the sentence, `facts` fill it, `requirement` gives the place in the law.

    `field` names the field of the command that the finding is about, so that a window can show it there.
    """

    requirement: str
    weight: Weight
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    field: str = ""


class Refused(Exception):
    """A step that the procedure will not record; holds every finding that stands against it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(", ".join(f"{f.requirement}:{f.code}" for f in self.findings))

    def __reduce__(self) -> tuple[type["Refused"], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)


class NeedsReason(Refused):
    """A step that is recorded only with a typed reason, which the ledger keeps."""


def settle(findings: Iterable[Finding | None], reason: str) -> tuple[Finding, ...]:
    """Let a step pass or stop it: raises `Refused` for refusals, `NeedsReason` for warnings without a reason.

    Returns the findings that remain to be shown (warnings passed with a reason, hints, reminders).
    """
    found = tuple(f for f in findings if f is not None)
    if refusals := [f for f in found if f.weight is Weight.REFUSE]:
        raise Refused(refusals)
    if not reason.strip() and any(f.weight is Weight.WARN for f in found):
        raise NeedsReason(f for f in found if f.weight is Weight.WARN)
    return found
