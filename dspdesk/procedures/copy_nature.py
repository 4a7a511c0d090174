"""What a copy is, as far as it decides whether it is filed (paragraph 30, 6): a draft, a spare one, to be returned."""

from dataclasses import dataclass

from dspdesk.desk import Desk
from dspdesk.law import case_file as law
from dspdesk.law.case_file import CopyNature
from dspdesk.law.findings import settle
from dspdesk.law.guard import CopyFacts, Intent
from dspdesk.law.roles import Action
from dspdesk.models import Copy
from dspdesk.procedures import guard, movements
from dspdesk.queries.filed import volume_facts
from dspdesk.store.unit_of_work import Step, part


@dataclass(frozen=True, slots=True, kw_only=True)
class SayNature:
    """Say what copies of an entry are."""

    copy_ids: tuple[int, ...]
    nature: CopyNature


def say(desk: Desk, command: SayNature) -> None:
    """Write it where it is news. Raises `Refused` for what lies in a volume and for what is struck out."""
    desk.authorize(Action.REGISTER)
    with desk.transaction("registration:item:nature_said") as step:
        facts = [
            copy
            for copy in guard.facts_of(step.connection, command.copy_ids, desk.today())
            if step.session.get_one(Copy, copy.copy_id).nature != command.nature.value
        ]
        ordinary = command.nature is CopyNature.ORDINARY
        settle(
            [
                *guard.against(
                    Intent.SAY_NATURE, facts, guard.wanted_on(desk, step.connection, desk.today())
                ),
                *(None if ordinary else law.nature_changes(*_words(step, copy)) for copy in facts),
            ],
            "",
        )
        for item_id, copies in movements.by_item(facts):
            for copy in copies:
                step.session.get_one(Copy, copy.copy_id).nature = command.nature.value
            part(step, f"item:{item_id}")


def _words(step: Step, copy: CopyFacts) -> tuple[str, str]:
    """The copy, and the volume it lies in ('' for none)."""
    volume = volume_facts(step.connection, copy.volume_id).words if copy.volume_id is not None else ""
    return f"№ {copy.number}", volume
