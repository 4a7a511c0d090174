"""The desk: all that procedures, queries and windows know of the store."""

from dspdesk.desk.opening import (
    Created,
    clock,
    create,
    enrol,
    logins,
    open_desk,
    recover,
    recovery_opens,
    sit_down,
    strong_enough,
    wants_key_file,
)
from dspdesk.desk.persons import Approval, Person
from dspdesk.desk.seat import Desk
from dspdesk.store.new_store import Clock, NewStore

__all__ = [
    "Approval",
    "Clock",
    "Created",
    "Desk",
    "NewStore",
    "Person",
    "clock",
    "create",
    "enrol",
    "logins",
    "open_desk",
    "recover",
    "recovery_opens",
    "sit_down",
    "strong_enough",
    "wants_key_file",
]
