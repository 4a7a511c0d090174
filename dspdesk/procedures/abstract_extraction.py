"""Cards and sheets taken out of abstract publications (paragraph 20), and the attestation for the cover."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_
from dspdesk.law import abstract_extraction as law
from dspdesk.law.abstract_extraction import TakenOut
from dspdesk.law.findings import Finding, settle
from dspdesk.law.roles import Action
from dspdesk.models import AbstractExtraction
from dspdesk.procedures.store_papers import Awaited, ids
from dspdesk.queries import abstract_extraction as queries
from dspdesk.reports import abstract_extraction as paper


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOut:
    """Record what was taken out of a publication; `form_id` is the saved form's own (a UUID)."""

    item_id: int
    taken: TakenOut
    form_id: str
    reason: str = ""


def consider(desk: Desk, command: TakeOut) -> tuple[Finding, ...]:
    """What the law says of it before it is recorded; writes nothing."""
    with desk.reading() as connection:
        return tuple(_against(desk, connection, command))


def take_out(desk: Desk, command: TakeOut) -> int:
    """Record cards or sheets as taken out and unclassified; returns the id. Raises `Refused`."""
    desk.authorize(Action.MAKE_COPIES)
    with desk.transaction("copying:cards:taken_out") as step:
        saved = select(AbstractExtraction.id).where(AbstractExtraction.form_id == command.form_id)
        if (earlier := step.session.scalar(saved)) is not None:
            return earlier
        settle(_against(desk, step.connection, command), command.reason)
        taken = command.taken
        row = AbstractExtraction(
            form_id=command.form_id, item_id=command.item_id, made_on=taken.made_on, cards=taken.cards.strip(),
            count=taken.count, finding=taken.finding.strip(), first_worker_id=taken.first_worker_id,
            second_worker_id=taken.second_worker_id, recorded_at=step.at, recorded_by=desk.person.account_id,
        )  # fmt: skip
        step.session.add(row)
        step.session.flush()
        step.subject, step.reason = f"item:{row.item_id}", command.reason
    return row.id


def draw_paper(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The attestation for the cover."""
    (key,) = ids(about)
    return paper.draw(queries.attestation(desk, key, language), language, code)


def awaited(desk: Desk, about: str) -> tuple[Awaited, ...]:
    """The two workers of the documentation service who sign it (part 2)."""
    (key,) = ids(about)
    with desk.reading() as connection:
        pair = connection.exec_driver_sql(
            "SELECT first_worker_id, second_worker_id FROM abstract_extraction WHERE id = ?", (key,)
        ).one()
    return tuple(Awaited(worker, N_("worker of the documentation service")) for worker in pair)


def _against(desk: Desk, connection: Connection, command: TakeOut) -> list[Finding]:
    day = command.taken.made_on or desk.today()
    return law.check(command.taken, queries.publication(connection, command.item_id, day), desk.today())
