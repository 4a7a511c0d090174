"""An office with somebody who leaves and somebody who stays, for the renewal of its data key."""

import shutil
from copy import copy
from pathlib import Path

from dspdesk import desk as desks
from dspdesk.law.kinds import Role
from dspdesk.procedures import accounts as procedures
from dspdesk.procedures.accounts import CloseAccount
from dspdesk.queries import accounts
from dspdesk.store import keys
from dspdesk.store.errors import StoreUnavailable
from tests import factories
from tests.factories import LOGIN, PASSWORD
from tests.store.tampering import counts

#: The moments of a renewal, in their order; each names a function after which the program ends.
BEFORE_THE_MARK = ["copy_keyed", "_entered", "_read_back", "keys.sync_file", "keys.write"]
AFTER_THE_MARK = ["_supersede", "_empty_log", "_remove_log", "_take_place", "_finish"]
FILES = ["carrier.key", "office.dspdesk", "office.dspdesk.keys", "office.dspdesk.keys2"]


class Office:
    """A store with somebody who leaves and somebody who stays."""

    def __init__(self, folder: Path) -> None:
        made = factories.created(folder)
        self.desk, self.sheet, self.path = made.desk, " ".join(made.recovery), made.desk.path
        self.passwords = {
            LOGIN: PASSWORD,
            "aliya": factories.colleague(self.desk, "aliya", Role.CLERK),
            "marat": factories.colleague(self.desk, "marat", Role.CLERK),
        }
        factories.registered(self.desk)
        self.leaver = next(one.id for one in accounts.accounts(self.desk) if one.login == "aliya")
        self.desk.close()

    def copied(self, folder: Path) -> "Office":
        """The same office somewhere else, its desk open."""
        shutil.copytree(self.path.parent, folder)
        other = copy(self)
        other.path, other.passwords = folder / self.path.name, dict(self.passwords)
        other.desk = factories.opened(folder)
        return other

    def close_account(self) -> None:
        procedures.close_account(self.desk, CloseAccount(account_id=self.leaver, reason="уволена"))

    def opens(self, login: str) -> str:
        try:
            desk = factories.signed_in(self.path, login, self.passwords[login])
        except StoreUnavailable as error:
            return error.code
        desk.close()
        return "opens"

    def looked_through(self, *, left: bool, rows: int = 1) -> None:
        """Everything is whole, and only the leaver is without a key, if they have left."""
        assert self.opens(LOGIN) == self.opens("marat") == "opens"
        assert self.opens("aliya") == ("unknown_login" if left else "opens")
        assert desks.recovery_opens(self.path, self.sheet)
        desk = factories.signed_in(self.path, LOGIN, PASSWORD)
        assert counts(desk)["item"] == rows
        assert {one.closed_on is not None for one in accounts.accounts(desk) if one.login == "aliya"} == {
            left
        }
        assert factories.registered(desk).number.sequence == rows + 1
        assert desk.verify() == []
        desk.close()
        assert sorted(place.name for place in self.path.parent.iterdir()) == FILES
        first, second = (place.read_bytes() for place in keys.paths(self.path))
        assert first == second
        header = keys.read(self.path)
        assert (header.epoch, header.coming) == (2 if left else 1, ())
