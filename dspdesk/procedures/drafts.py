"""Drafts: what somebody has typed and not saved. No records: they come and go without the ledger."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.models import Draft, Item
from dspdesk.store.unit_of_work import Step


@dataclass(frozen=True, slots=True)
class DraftToKeep:
    """What a form holds now.

    `form` names the kind of form ("registration:incoming:2026"), `form_id` is the form's own (a UUID), `about` the row
    it changes ("item:60", '' for a new one), `title` what a list of drafts calls it, `body` its fields.
    """

    form: str
    form_id: str
    about: str
    title: str
    body: Mapping[str, Any]


def keep(desk: Desk, draft: DraftToKeep) -> None:
    """Keep a draft in the place of the one kept before of the same form; of a form saved meanwhile nothing is kept.

    A draft belongs to the account of the person signed in: nobody else finds or counts it. Roles are asked where
    drafts are read and where the form is saved: what somebody has typed is theirs.
    """
    with desk.transaction("draft:kept") as step:
        if _saved(step, draft.form_id):
            done(desk, step, draft.form_id)
            return
        found = _found(desk, step, draft.form_id)
        if found is None:
            found = Draft(account_id=desk.person.account_id, form_id=draft.form_id)
            step.session.add(found)
        found.form, found.about, found.title = draft.form, draft.about, draft.title
        found.body = json.dumps(dict(draft.body), ensure_ascii=False)
        found.saved_at = desk.now()


def drop(desk: Desk, form_id: str) -> None:
    """Throw a draft away, if there is one."""
    with desk.transaction("draft:dropped") as step:
        done(desk, step, form_id)


def done(desk: Desk, step: Step, form_id: str) -> None:
    """Let a draft go in the very step that saves its form: afterwards there are never both."""
    if form_id and (found := _found(desk, step, form_id)) is not None:
        step.session.delete(found)


def _found(desk: Desk, step: Step, form_id: str) -> Draft | None:
    mine = Draft.account_id == desk.person.account_id
    return step.session.scalar(select(Draft).where(mine, Draft.form_id == form_id))


def _saved(step: Step, form_id: str) -> bool:
    return step.session.scalar(select(Item.id).where(Item.form_id == form_id)) is not None
