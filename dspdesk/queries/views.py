"""How the person signed in likes to look at registers. What others have saved is not seen.

A view is a name and a body that belongs to its register; the one with the name '' is how it was last left.
"""

import json
from typing import Any

from dspdesk.desk import Desk

Body = dict[str, Any]


def views(desk: Desk, register: str) -> dict[str, Body]:
    """The bodies of all views of a register by their names, in the order in which they were first saved."""
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, body FROM saved_view WHERE account_id = ? AND register = ? ORDER BY id",
            (desk.person.account_id, register),
        ).fetchall()
    found = ((name, _body(kept)) for name, kept in rows)
    return {name: body for name, body in found if body is not None}


def _body(kept: str) -> Body | None:
    """A body as it was kept; what another program or a damaged page has left there is none."""
    try:
        body = json.loads(kept)
    except (ValueError, TypeError, RecursionError):
        return None
    return body if isinstance(body, dict) else None
