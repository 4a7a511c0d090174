"""Sample links between documents, and the cases of last year that are finished and closed."""

import random

from dspdesk.desk import Desk
from dspdesk.law.case_file import DocumentsKind
from dspdesk.law.findings import Weight
from dspdesk.law.relations import Side
from dspdesk.procedures.case_closing import CloseCase, close_case
from dspdesk.procedures.relations import Relate, relate
from dspdesk.queries import case_closing, cases
from dspdesk.queries.cases import VolumeRow

_LINKED = 6  # replies that are linked with what they answer
_INCOMING = (
    "SELECT 1 FROM number JOIN journal ON journal.id = number.journal_id "
    "WHERE number.id = ? AND journal.kind = 'incoming'"
)
_REPLIES = (
    "SELECT number.id FROM number JOIN journal ON journal.id = number.journal_id "
    "WHERE journal.kind = 'outgoing' AND journal.year = ? AND number.state = 'issued' "
    "ORDER BY number.sequence LIMIT ?"
)
_REASON = "ответы хранятся в делах исходящих документов по номенклатуре"


def fill(desk: Desk, _chance: random.Random) -> None:
    """Link some replies, then close what is finished."""
    _link(desk)
    for row in cases.volumes(desk):
        if row.number == 1 and row.year < desk.today().year and row.case_closed_on is None:
            _close(desk, row)


def _link(desk: Desk) -> None:
    """Incoming letters of this year that lie in a case, each with an outgoing one that answers it."""
    present = desk.today().year
    filed = [
        line.item_id
        for row in cases.volumes(desk)
        if row.year == present and row.kind is DocumentsKind.CORRESPONDENCE
        for line in cases.volume(desk, row.id).lines
        if line.item_id is not None
    ]
    with desk.reading() as connection:
        asked = [key for key in filed if connection.exec_driver_sql(_INCOMING, (key,)).scalar()]
        replies = connection.exec_driver_sql(_REPLIES, (present, _LINKED)).scalars().all()
    for reply, one in zip(replies, asked, strict=False):
        relate(desk, Relate(item_id=reply, other_id=one, side=Side.REPLY_TO))


def _close(desk: Desk, row: VolumeRow) -> None:
    """Close a case against which nothing stands that must be put right first."""
    page = case_closing.closing_page(desk, row.id, whole_case=True)
    weights = {one.finding.weight for one in page.hindrances}
    if Weight.REFUSE not in weights:
        reason = _REASON if Weight.WARN in weights else ""
        close_case(desk, CloseCase(volume_id=row.id, on=desk.today(), reason=reason))
