"""The certification sheet of a volume (paragraph 32, appendix 4): filled in, and filled in anew by an act (note 8)."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from dspdesk.desk import Desk
from dspdesk.language.catalogue import N_
from dspdesk.law import certification_sheet as law
from dspdesk.law.certification_sheet import FEATURES, INSERT, Line, Statement
from dspdesk.law.findings import Finding, settle
from dspdesk.law.listed_volume import SheetsStated, certified_as_listed
from dspdesk.law.roles import Action
from dspdesk.law.sheet_numbers import tidy
from dspdesk.models import CertificationLine, CertificationSheet
from dspdesk.procedures import drafts
from dspdesk.procedures.store_papers import Awaited, ids
from dspdesk.queries import certification_sheet as queries
from dspdesk.queries.listed import listed
from dspdesk.reports import certification_sheet as paper
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class FillIn:
    """Fill in the certification sheet of a volume; where one stands, another in its place, which stays to be seen."""

    volume_id: int
    said: Statement
    form_id: str
    reason: str = ""


def consider(desk: Desk, command: FillIn) -> list[Finding]:
    """What stands against the sheet; writes nothing."""
    desk.authorize(Action.KEEP_CASES)
    with desk.reading() as connection:
        return _against(desk, connection, command)


def fill_in(desk: Desk, command: FillIn) -> int:
    """Fill in a sheet; one saved twice is there once. Returns its id; raises `Refused`, `NeedsReason`, `NotThere`."""
    desk.authorize(Action.KEEP_CASES)
    with desk.transaction("case:certification_sheet:filled_in") as step:
        drafts.done(desk, step, command.form_id)
        saved = select(CertificationSheet.id).where(CertificationSheet.form_id == command.form_id)
        if (earlier := step.session.scalar(saved)) is not None:
            return earlier
        settle(_against(desk, step.connection, command), command.reason)
        step.reason, step.subject = command.reason.strip(), f"volume:{command.volume_id}"
        return _write(desk, step, command)


def draw_paper(desk: Desk, about: str, language: str, code: str) -> bytes:
    """The sheet that stands of a volume ("volume:5"); of one that has none what the registers know."""
    desk.authorize(Action.READ_CASES)
    (volume_id,) = ids(about)
    return paper.draw(queries.content(desk, volume_id, language), language, code)


def awaited(desk: Desk, about: str) -> tuple[Awaited, ...]:
    """Whoever filled it in signs it."""
    (volume_id,) = ids(about)
    with desk.reading() as connection:
        sheet = queries.standing(connection, volume_id)
    return (Awaited(sheet.filled_by_id, N_("filled in the certification sheet")),) if sheet else ()


def _against(desk: Desk, connection: Connection, command: FillIn) -> list[Finding]:
    today = desk.today()
    volume = queries.stands(connection, command.volume_id, command.said.dated or today)
    found = [*law.check(command.said, volume, today), _as_listed(connection, command)]
    return [finding for finding in found if finding is not None]


def _as_listed(connection: Connection, command: FillIn) -> Finding | None:
    """Whether an approved inventory states the sheets otherwise than this would."""
    stands, said = queries.standing(connection, command.volume_id), command.said
    return certified_as_listed(
        listed(connection, command.volume_id),
        SheetsStated(stands.numbered, stands.inventory_sheets) if stands else None,
        SheetsStated(said.numbered, said.inventory_sheets),
    )


def _write(desk: Desk, step: Step, command: FillIn) -> int:
    said = command.said
    sheet = CertificationSheet(
        form_id=command.form_id,
        edition=desk.edition.id,
        volume_id=command.volume_id,
        dated=said.dated,
        numbered=said.numbered,
        lettered=tidy(said.lettered),
        skipped=tidy(said.skipped),
        blank=tidy(said.blank),
        inventory_sheets=said.inventory_sheets,
        filled_by_id=said.filled_by_id,
        act_number=said.act_number.strip(),
        act_on=said.act_on,
        recorded_at=step.at,
        recorded_by=desk.person.account_id,
    )
    step.session.add(sheet)
    step.session.flush()
    step.session.add_all(
        CertificationLine(
            sheet_id=sheet.id,
            ordinal=place,
            feature=line.feature,
            words=line.words.strip(),
            count=line.count,
            sheets=tidy(line.sheets),
        )
        for place, line in enumerate(_in_order(said.lines), 1)
    )
    return sheet.id


def _in_order(lines: tuple[Line, ...]) -> list[Line]:
    """Features by their numbers, the further ones from 18 on without a gap, inserts behind them."""
    own = sorted((line for line in lines if INSERT < line.feature <= FEATURES), key=lambda line: line.feature)
    further = [line for line in lines if line.feature > FEATURES]
    again = [
        Line(number, line.words, line.count, line.sheets) for number, line in enumerate(further, FEATURES + 1)
    ]
    return [*own, *again, *(line for line in lines if line.feature == INSERT)]
