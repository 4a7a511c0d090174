"""The drafts of the person signed in. Those of others are not seen, not counted, not hinted at."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dspdesk.desk import Desk
from dspdesk.law.roles import Action


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What was typed and not saved; `saved_at` is UTC. The fields of it are in `procedures.drafts.DraftToKeep`."""

    form: str
    form_id: str
    about: str
    title: str
    body: dict[str, Any]
    saved_at: dt.datetime


#: What must still be allowed to see a draft of a form (the word before the first colon); a draft of a correction
#: shows what the entry says. A form not named here shows its keeper only what they have typed themselves.
NEEDS = {
    **dict.fromkeys(
        ("registration", "mail_check", "mail_personal", "resolution", "permit", "abstract_extraction", "list_order",
         "list_completion", "list_decision", "to_case"),
        Action.READ_JOURNALS,
    ),
    "correspondent": Action.READ_CORRESPONDENTS,
    "shortage_act": Action.KEEP_ACTS,
    **dict.fromkeys(
        ("plan_entry", "case", "certification_sheet", "taking_out", "relocating", "seizure_record", "certified_copies",
         "unclassified", "inventory", "transfer"),
        Action.READ_CASES,
    ),
    **dict.fromkeys(("organisation", "unit", "employee", "appointment", "place"), Action.READ_OFFICE),
}  # fmt: skip
_DRAFTS = """
    SELECT form, form_id, about, title, body, saved_at FROM draft
    WHERE account_id = :account AND NOT EXISTS (SELECT 1 FROM item WHERE item.form_id = draft.form_id)
"""


def drafts(desk: Desk) -> list[KeptDraft]:
    """The drafts of the person signed in, the newest first."""
    return _drafts(desk, "")


def find(desk: Desk, form: str, about: str = "") -> KeptDraft | None:
    """The newest draft of a form about a row ('' for a new one), `None` when none was kept."""
    found = _drafts(desk, "AND form = :form AND about = :about", form=form, about=about)
    return found[0] if found else None


def _drafts(desk: Desk, condition: str, **values: str) -> list[KeptDraft]:
    from sqlalchemy import text

    with desk.reading() as connection:
        rows = connection.execute(
            text(f"{_DRAFTS} {condition} ORDER BY saved_at DESC, id DESC"),
            {"account": desk.person.account_id, **values},
        ).fetchall()
    found = [draft for draft in map(_draft, rows) if draft is not None]
    return [draft for draft in found if _may_see(desk, draft)]


def _draft(row: Sequence[Any]) -> KeptDraft | None:
    """A draft as it was kept; what another program or a damaged page has left there is none."""
    try:
        body = json.loads(row[4])
    except (ValueError, TypeError, RecursionError):
        return None
    if not isinstance(body, dict):
        return None
    return KeptDraft(row[0], row[1], row[2], row[3], body, dt.datetime.fromisoformat(row[5]))


def _may_see(desk: Desk, draft: KeptDraft) -> bool:
    needed = NEEDS.get(draft.form.partition(":")[0])
    return needed is None or desk.may(needed)
