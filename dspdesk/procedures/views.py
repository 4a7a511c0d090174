"""Saved views: filters, order and columns of a register under a name. No records: they come and go without the ledger.

They belong to the account of the person signed in: nobody else finds, counts or changes them, so no role is asked.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from dspdesk.desk import Desk
from dspdesk.law.findings import Finding, Weight, settle
from dspdesk.models import SavedView
from dspdesk.store.unit_of_work import Step

LONGEST_NAME = 60
LONGEST_BODY = 64 * 1024
LEFT = ""  # the name of the view that a register was left in


@dataclass(frozen=True, slots=True)
class ViewToKeep:
    """A view of a register ("journal:incoming"); its `body` is what the register makes of it."""

    register: str
    name: str
    body: Mapping[str, Any]


def keep(desk: Desk, view: ViewToKeep) -> None:
    """Keep a view in the place of the one kept before under its name. Raises `Refused` for a name that is too long."""
    name = " ".join(view.name.split())
    body = json.dumps(dict(view.body), ensure_ascii=False)
    settle([_short_enough(name, body)], "")
    with desk.transaction("view:kept") as step:
        found = _found(desk, step, view.register, name)
        if found is None:
            found = SavedView(account_id=desk.person.account_id, register=view.register, name=name)
            step.session.add(found)
        found.body = body


def rename(desk: Desk, register: str, name: str, new: str) -> None:
    """Give a named view another name. Raises `Refused` for an empty or long name, or one that another view has."""
    new = " ".join(new.split())
    with desk.transaction("view:renamed") as step:
        found = _found(desk, step, register, name)
        taken = new != name and _found(desk, step, register, new) is not None
        settle([_named(new), _short_enough(new, ""), _free(new, taken=taken)], "")
        if found is not None and name != LEFT:
            found.name = new


def drop(desk: Desk, register: str, name: str) -> None:
    """Throw a view away, if there is one."""
    with desk.transaction("view:dropped") as step:
        if (found := _found(desk, step, register, name)) is not None:
            step.session.delete(found)


def _found(desk: Desk, step: Step, register: str, name: str) -> SavedView | None:
    mine = SavedView.account_id == desk.person.account_id
    return step.session.scalar(
        select(SavedView).where(mine, SavedView.register == register, SavedView.name == name)
    )


def _named(name: str) -> Finding | None:
    return None if name else Finding("OWN", Weight.REFUSE, "view_name_needed", {}, "name")


def _short_enough(name: str, body: str) -> Finding | None:
    if len(name) <= LONGEST_NAME and len(body) <= LONGEST_BODY:
        return None
    return Finding("OWN", Weight.REFUSE, "view_too_long", {"most": LONGEST_NAME}, "name")


def _free(name: str, *, taken: bool) -> Finding | None:
    return Finding("OWN", Weight.REFUSE, "view_name_taken", {"name": name}, "name") if taken else None
